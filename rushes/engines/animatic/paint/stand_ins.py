"""Stand-ins: small shared libraries, written here byte by byte, for system libraries that must be there but are not used.

skia's wheel is linked against libEGL, libGL and libexpat. Drawing into memory calls none of their functions, but
the loader wants the files, and slim images and bare servers lack them. A library that is already loaded under the wanted name
satisfies the loader (ld.so(8): a DT_NEEDED name is first compared with the sonames of what is loaded), so an
empty one is made in memory whose every function answers 0. The layout is that of the System V ABI's chapters 4 and 5.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
from pathlib import Path

#: "answer 0": xor eax, eax; ret / mov x0, #0; ret
_CODES = {"x86_64": (62, bytes.fromhex("31c0c3")), "aarch64": (183, bytes.fromhex("000080d2c0035fd6"))}
_PAGE = 0x10000  # the largest page size in use, so that the two segments never share a page


def can_be_made() -> bool:
    """Is this a machine for which stand-ins are known?"""
    return platform.system() == "Linux" and platform.machine() in _CODES and hasattr(os, "memfd_create")


def load(soname: str, functions: list[str]) -> None:
    """Load a stand-in for `soname` that has these functions. Raises OSError when the loader refuses it."""
    # The file stays open: the loader takes a path that it has seen for the library it loaded from it, and a closed
    # descriptor's number, so its path, would come back for the next one.
    file = os.memfd_create(soname, os.MFD_CLOEXEC)
    os.write(file, library(soname, functions, platform.machine()))
    ctypes.CDLL(f"/proc/self/fd/{file}", mode=ctypes.RTLD_GLOBAL)


def library(soname: str, functions: list[str], machine: str) -> bytes:
    """The bytes of a 64-bit little-endian shared library."""
    number, code = _CODES[machine]
    names = b"\0" + soname.encode() + b"\0"
    places = []
    for function in functions:
        places.append(len(names))
        names += function.encode() + b"\0"
    headers = 64 + 56 * 4
    symbols_at = headers
    hash_at = symbols_at + 24 * (len(functions) + 1)
    names_at = hash_at + 4 * (2 + 1 + len(functions) + 1)
    code_at = (names_at + len(names) + 15) // 16 * 16
    end = code_at + len(code)
    # st_info 0x12: a global function; st_shndx 1: defined, in a section that need not be listed.
    symbols = bytes(24) + b"".join(struct.pack("<IBBHQQ", place, 0x12, 0, 1, code_at, len(code)) for place in places)
    count = len(functions) + 1
    chain = [0, *range(2, count), 0] if functions else [0]
    hashes = struct.pack(f"<{3 + count}I", 1, count, 1 if functions else 0, *chain)
    dynamic_at = (end + _PAGE - 1) // _PAGE * _PAGE
    entries = ((14, 1), (4, hash_at), (5, names_at), (6, symbols_at), (10, len(names)), (11, 24), (0, 0))
    dynamic = b"".join(struct.pack("<QQ", tag, value) for tag, value in entries)
    header = struct.pack(
        "<16sHHIQQQIHHHHHH", b"\x7fELF\x02\x01\x01" + bytes(9), 3, number, 1, 0, 64, 0, 0, 64, 56, 4, 64, 0, 0
    )
    programs = b"".join(
        struct.pack("<IIQQQQQQ", *program)
        for program in (
            (1, 5, 0, 0, 0, end, end, _PAGE),
            (1, 6, dynamic_at, dynamic_at, dynamic_at, len(dynamic), len(dynamic), _PAGE),
            (2, 6, dynamic_at, dynamic_at, dynamic_at, len(dynamic), len(dynamic), 8),
            (0x6474E551, 6, 0, 0, 0, 0, 0, 16),  # PT_GNU_STACK: the stack need not be executable
        )
    )
    body = (header + programs + symbols + hashes + names).ljust(code_at, b"\0") + code
    return body.ljust(dynamic_at, b"\0") + dynamic


def wanted(extension: Path) -> list[str]:
    """The functions that a 64-bit little-endian library wants from others, by its table of dynamic symbols."""
    found: list[str] = []
    with extension.open("rb") as file:
        header = file.read(64)
        table, size, count = struct.unpack_from("<Q", header, 40)[0], *struct.unpack_from("<HH", header, 58)
        file.seek(table)
        sections = [struct.unpack_from("<IIQQQQIIQQ", file.read(size)) for _ in range(count)]
        for section in sections:
            if section[1] != 11:  # SHT_DYNSYM
                continue
            names = sections[section[6]]
            file.seek(names[4])
            text = file.read(names[5])
            file.seek(section[4])
            rows = file.read(section[5])
            for place, _, _, index, _, _ in struct.iter_unpack("<IBBHQQ", rows):
                if index == 0 and place:
                    found.append(text[place : text.index(b"\0", place)].decode())
    return found
