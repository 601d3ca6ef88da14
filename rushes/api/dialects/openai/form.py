"""A request's fields, from JSON or from multipart/form-data with or without files (RFC 7578)."""

from __future__ import annotations

import hashlib
import re
import tempfile
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path
from typing import IO

from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import MultipartParser
from starlette.concurrency import run_in_threadpool

from rushes.api.answers import dump
from rushes.api.front import Call
from rushes.api.multipart import boundary_of
from rushes.errors import InvalidRequest

_PIECE_BYTES = 1 << 18
_SPOOL_BYTES = 1 << 20
#: A field of text, and how many parts a form may have.
_TEXT_BYTES_MAX = 1 << 20
_PARTS_MAX = 64
#: JavaScript writes objects as `video[id]`.
_NESTED = re.compile(r"([^\[\]]+)\[([^\[\]]+)\]")


@dataclass(slots=True)
class Form:
    """What was sent. Use it within `folder`'s life."""

    values: dict[str, object]
    files: dict[str, Path] = field(default_factory=dict)
    #: Is every value text, because a form knows nothing else?
    texts: bool = False
    fingerprint: str = ""  #: the same for the same fields and files, however they were put into bytes


async def read(call: Call, folder: Path) -> Form:
    """Raises InvalidRequest, TooLarge, TooSlow."""
    content_type = call.request.headers.get("content-type", "")
    if not content_type.lower().startswith("multipart/form-data"):
        json = await call.front.bodies.read_json(call.request)
        return Form(dict(json.value), fingerprint=hashlib.sha256(dump(json.value)).hexdigest())
    with tempfile.SpooledTemporaryFile(max_size=_SPOOL_BYTES, dir=str(folder)) as body:
        await call.front.bodies.read_upload(call.request, body)
        body.seek(0)
        return await run_in_threadpool(_Parts(boundary_of(content_type), folder).read, body)


class _Parts:
    """Reads one form, piece by piece; files go to disk."""

    def __init__(self, boundary: bytes, folder: Path) -> None:
        self._folder = folder
        self._form = Form({}, texts=True)
        self._hash = hashlib.sha256()
        self._header_name = self._header_value = b""
        self._headers = Message()
        self._text = bytearray()
        self._file: IO[bytes] | None = None
        self._name = ""
        self._count = 0
        try:
            self._parser = MultipartParser(
                boundary,
                {
                    "on_part_begin": self._began,
                    "on_header_field": self._named,
                    "on_header_value": self._valued,
                    "on_header_end": self._header_ended,
                    "on_headers_finished": self._headers_ended,
                    "on_part_data": self._data,
                    "on_part_end": self._ended,
                },
            )
        except MultipartParseError as fault:
            raise InvalidRequest(f"The multipart body cannot be read: {fault}.") from fault

    def read(self, body: IO[bytes]) -> Form:
        try:
            while piece := body.read(_PIECE_BYTES):
                self._parser.write(piece)
            self._parser.finalize()
        except MultipartParseError as fault:
            raise InvalidRequest(f"The multipart body cannot be read: {fault}.") from fault
        finally:
            if self._file is not None:
                self._file.close()
        self._form.fingerprint = self._hash.hexdigest()
        return self._form

    def _began(self) -> None:
        self._headers = Message()
        self._text.clear()
        self._count += 1
        if self._count > _PARTS_MAX:
            raise InvalidRequest(f"The form has more than {_PARTS_MAX} parts.")

    def _named(self, data: bytes, start: int, end: int) -> None:
        self._header_name += data[start:end]

    def _valued(self, data: bytes, start: int, end: int) -> None:
        self._header_value += data[start:end]

    def _header_ended(self) -> None:
        self._headers[self._header_name.decode("latin-1")] = self._header_value.decode("utf-8", "replace")
        self._header_name = self._header_value = b""

    def _headers_ended(self) -> None:
        name = self._headers.get_param("name", header="content-disposition")
        self._name = name if isinstance(name, str) else ""
        if self._name in self._form.values or self._name in self._form.files:
            raise InvalidRequest(f"The form has {self._name[:60]!r} twice; which one is meant?")
        self._hash.update(f"\0{self._name}\0".encode("utf-8", "replace"))
        if self._headers.get_filename() is not None:
            path = self._folder / f"part-{self._count}"
            self._form.files[self._name] = path
            self._file = path.open("wb")

    def _data(self, data: bytes, start: int, end: int) -> None:
        self._hash.update(data[start:end])
        if self._file is not None:
            self._file.write(data[start:end])
            return
        self._text += data[start:end]
        if len(self._text) > _TEXT_BYTES_MAX:
            raise InvalidRequest(f"The form's field {self._name[:60]!r} is longer than {_TEXT_BYTES_MAX} bytes.")

    def _ended(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
            return
        try:
            text = self._text.decode()
        except UnicodeDecodeError as fault:
            raise InvalidRequest(f"The form's field {self._name[:60]!r} is not UTF-8.") from fault
        if "\0" in text or "\0" in self._name:
            raise InvalidRequest("The form contains the character U+0000, which cannot be stored.")
        nested = _NESTED.fullmatch(self._name)
        if nested is None:
            self._form.values[self._name] = text
            return
        outer = self._form.values.setdefault(nested[1], {})
        if not isinstance(outer, dict):
            raise InvalidRequest(f"The form has {nested[1][:60]!r} both as text and as an object.")
        outer[nested[2]] = text
