"""Pieces: the drawings of the library, by name, with what is known of each."""

from __future__ import annotations

import functools
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

#: What the id of a rig that is a piece begins with: "art:telescope".
PREFIX = "art:"
#: Sides of the square in which every drawing was made.
CANVAS = 128.0
ART = Path(__file__).with_name("art.zip")
_LIST = Path(__file__).with_name("pieces.txt")
_ROW = re.compile(r"(\S+)\s+([\d.]+)\s*([=<>]?)\s*(.*)")


@dataclass(frozen=True, slots=True)
class Piece:
    name: str
    group: str  #: its class: beast, food, vehicle, ...
    metres: float  #: how tall the picture stands
    faces: str  #: "<", ">", "=" for neither, "" for what its class does
    nouns: tuple[str, ...]  #: that it draws
    takes: frozenset[str]  #: those of them that it draws more truly than the rig that has them

    @property
    def rig(self) -> str:
        return PREFIX + self.name


@functools.cache
def pieces() -> Mapping[str, Piece]:
    """Rig id -> piece, in the order of the list."""
    found: dict[str, Piece] = {}
    group = ""
    for number, line in enumerate(_LIST.read_text(encoding="utf-8").splitlines(), 1):
        line = line.partition("#")[0].strip()
        if line.startswith("["):
            group = line.strip("[]")
        elif line:
            row = _ROW.fullmatch(line)
            if row is None:
                raise ValueError(f"{_LIST.name}, line {number}: a piece, its metres and its nouns were expected.")
            name, metres, faces, said = row.groups()
            nouns = [noun.strip() for noun in (said or name.replace("-", " ")).split(",")]
            takes = frozenset(noun[1:] for noun in nouns if noun.startswith("!"))
            found[PREFIX + name] = Piece(
                name, group, float(metres), faces, tuple(noun.lstrip("!") for noun in nouns), takes
            )
    return MappingProxyType(found)


@functools.lru_cache(maxsize=64)
def svg(name: str) -> bytes:
    """The drawing of a piece, as an SVG document of CANVAS by CANVAS."""
    with zipfile.ZipFile(ART) as art:
        return art.read(f"{name}.svg")
