"""The one file in a multipart/form-data body (RFC 7578), read in pieces."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from email.message import Message
from typing import IO

from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import MultipartParser

from rushes.errors import InvalidRequest, MissingParameter

_PIECE_BYTES = 1 << 18


class FilePart:
    """The part named `file` (or the first that has a filename). Other parts are passed over."""

    def __init__(self, body: IO[bytes], boundary: bytes) -> None:
        """Read up to the part's headers. Raises InvalidRequest, MissingParameter."""
        self.filename = ""
        self.mime = ""
        self._body = body
        self._pieces: deque[bytes] = deque()
        self._name = self._value = b""
        self._headers = Message()
        self._inside = self._found = self._done = False
        try:
            self._parser = MultipartParser(
                boundary,
                {
                    "on_part_begin": self._part_began,
                    "on_header_field": self._header_name,
                    "on_header_value": self._header_value,
                    "on_header_end": self._header_ended,
                    "on_headers_finished": self._headers_ended,
                    "on_part_data": self._data,
                    "on_part_end": self._part_ended,
                },
            )
        except MultipartParseError as fault:
            raise InvalidRequest(f"The multipart body cannot be read: {fault}.") from fault
        while not self._found and self._feed():
            pass
        if not self._found:
            raise MissingParameter(
                "file is missing; send the bytes in a form field named file, or as the body itself.", parameter="file"
            )

    def pieces(self) -> Iterator[bytes]:
        while True:
            while self._pieces:
                yield self._pieces.popleft()
            if self._done:
                return
            if not self._feed():
                raise InvalidRequest("The multipart body ends in the middle of the file.")

    def _feed(self) -> bool:
        piece = self._body.read(_PIECE_BYTES)
        try:
            self._parser.write(piece)
        except MultipartParseError as fault:
            raise InvalidRequest(f"The multipart body cannot be read: {fault}.") from fault
        return bool(piece)

    def _part_began(self) -> None:
        self._headers = Message()

    def _header_name(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _header_ended(self) -> None:
        self._headers[self._name.decode("latin-1")] = self._value.decode("utf-8", "replace")
        self._name = self._value = b""

    def _headers_ended(self) -> None:
        name = self._headers.get_param("name", header="content-disposition")
        filename = self._headers.get_filename() or ""
        if not self._found and (name == "file" or filename):
            self._found = self._inside = True
            self.filename = filename
            self.mime = self._headers.get_content_type() if "content-type" in self._headers else ""

    def _data(self, data: bytes, start: int, end: int) -> None:
        if self._inside:
            self._pieces.append(data[start:end])

    def _part_ended(self) -> None:
        if self._inside:
            self._inside, self._done = False, True


def boundary_of(content_type: str) -> bytes:
    """Raises InvalidRequest when there is none."""
    header = Message()
    header["content-type"] = content_type
    boundary = header.get_boundary()
    if not boundary or len(boundary) > 200:
        raise InvalidRequest("Content-Type is multipart/form-data without a boundary; let your HTTP library set it.")
    return boundary.encode("latin-1", "replace")
