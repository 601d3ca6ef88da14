"""A request's body: read under a cap, spooled to disk when it is long, parsed strictly.

A body may be as long as it likes: never more than the cap is read, its long texts stay on disk, and never more than one long
body is in memory at a time.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import math
import os
import secrets
import tempfile
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import IO

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request

from rushes.api.errors import TooSlow
from rushes.api.spans import long_spans
from rushes.errors import InvalidRequest, TooLarge
from rushes.long_text import LongText, Spooled

#: Above this a body waits on disk, not in memory.
SPOOL_BYTES = 1 << 20
#: Objects and arrays inside one another; media shapes need five.
DEPTH_MAX = 64
#: Values in all, counted by the signs between them. Long bodies are long media; sixty megabytes of empty objects would be
#: gigabytes in memory.
VALUES_MAX = 100_000
_MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    json_bytes_max: int
    upload_bytes_max: int
    #: A body of which nothing arrives for so long is given up.
    idle_seconds: float
    #: …and one that is not complete after this, however busily it trickles.
    whole_seconds: float


@dataclass(frozen=True, slots=True)
class JsonBody:
    value: Mapping[str, object]  #: its long texts are `LongText`
    digest: str  #: SHA-256 of the bytes as sent


class Bodies:
    """Reads bodies within limits; one per server."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._one_long = asyncio.Semaphore(1)

    async def read_json(self, request: Request) -> JsonBody:
        """Raises TooLarge, TooSlow, or InvalidRequest saying what is wrong with the JSON."""
        encoding = request.headers.get("content-encoding", "identity")
        if encoding.lower() != "identity":
            raise InvalidRequest(f"Content-Encoding {encoding[:40]} is not understood; send the body as it is.")
        with tempfile.SpooledTemporaryFile(max_size=SPOOL_BYTES) as spool:
            hash_, size = await self._spool(request, spool, self.limits.json_bytes_max)
            kind = request.headers.get("content-type", "")
            if size <= SPOOL_BYTES:
                spool.seek(0)
                value = parse(spool.read(), kind)
            else:
                spool.flush()
                async with self._one_long:
                    value = await run_in_threadpool(parse_spooled, spool.fileno(), size, kind)
        return JsonBody(value, hash_)

    async def read_upload(self, request: Request, file: IO[bytes]) -> int:
        """Write the body to `file`; return its size in bytes. Raises TooLarge or TooSlow."""
        _, size = await self._spool(request, file, self.limits.upload_bytes_max)
        return size

    async def _spool(self, request: Request, file: IO[bytes], bytes_max: int) -> tuple[str, int]:
        _refuse_announced(request, bytes_max)
        hash_, size = hashlib.sha256(), 0
        try:
            async with asyncio.timeout(self.limits.whole_seconds):
                async for chunk in self._chunks(request):
                    size += len(chunk)
                    if size > bytes_max:
                        raise _too_large(bytes_max)
                    hash_.update(chunk)
                    file.write(chunk)
        except TimeoutError as late:
            raise TooSlow("The request body did not arrive in time; send it again over a better connection.") from late
        except ClientDisconnect as gone:
            raise InvalidRequest("The request body ended before its announced length.") from gone
        return hash_.hexdigest(), size

    async def _chunks(self, request: Request) -> AsyncIterator[bytes]:
        stream = request.stream().__aiter__()
        while True:
            try:
                chunk = await asyncio.wait_for(stream.__anext__(), self.limits.idle_seconds)
            except StopAsyncIteration:
                return
            yield chunk


def _refuse_announced(request: Request, bytes_max: int) -> None:
    announced = request.headers.get("content-length", "")
    if announced.isdigit() and int(announced[:20]) > bytes_max:
        raise _too_large(bytes_max)


def _too_large(bytes_max: int) -> TooLarge:
    return TooLarge(
        f"The request body is larger than {bytes_max // _MIB} MiB; upload long media with POST /model/v1/files and name "
        "the file's id."
    )


def parse_spooled(descriptor: int, size: int, content_type: str = "") -> Mapping[str, object]:
    """What `parse` does, for a file: all but the long texts are read."""
    file, texts, short, at = Spooled(descriptor), dict[str, LongText](), bytearray(), 0
    secret = secrets.token_hex(16)  # No caller can guess it, and so write what stands for a text.
    os.lseek(descriptor, 0, os.SEEK_SET)
    for start, stop in long_spans(descriptor, size):
        token = f"{secret}{len(texts)}"
        texts[token] = LongText(file, start, stop - start)
        short += os.pread(descriptor, start - at, at) + token.encode("ascii")
        at = stop
    short += os.pread(descriptor, size - at, at)
    return parse(bytes(short), content_type, texts)


def parse(data: bytes, content_type: str = "", texts: Mapping[str, LongText] | None = None) -> Mapping[str, object]:
    """The JSON object in `data`, `texts` put where their tokens stand. Raises InvalidRequest for anything else, for more
    than 100,000 values, and for JSON that could mean two things or that could not be stored: double names, NaN, numbers
    beyond a double, nesting beyond 64, U+0000 and half surrogates."""
    if sum(data.count(sign) for sign in (b",", b"[", b"{")) > VALUES_MAX:
        raise InvalidRequest(f"The body has more than {VALUES_MAX:,} values.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        at = fault.start + _left_out(data[: fault.start].decode("utf-8"), texts or {})
        raise InvalidRequest(f"The body is not UTF-8: byte {at} cannot be read.") from fault
    if not text.strip():
        raise InvalidRequest('The body is empty; send a JSON object such as {"model": "veo_31_fast", "prompt": "…"}.')
    try:
        value = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant, parse_float=_finite)
    except RecursionError as fault:
        raise InvalidRequest(f"The body is nested more than {DEPTH_MAX} deep.") from fault
    except ValueError as fault:
        raise InvalidRequest(_what_is_wrong(fault, content_type, texts or {})) from fault
    if not isinstance(value, dict):
        raise InvalidRequest("The body must be a JSON object: {…}.")
    _inspect(value, escapes=b"\\u" in data, texts=texts or {})
    return value


def _what_is_wrong(fault: ValueError, content_type: str, texts: Mapping[str, LongText]) -> str:
    if isinstance(fault, _Ambiguous):
        return str(fault)
    kind = content_type.partition(";")[0].strip().lower()
    if kind.startswith(("multipart/", "application/x-www-form-urlencoded")):
        return f"The body is not JSON (Content-Type is {kind[:60]}); send JSON with Content-Type: application/json."
    if isinstance(fault, json.JSONDecodeError):
        column = fault.colno + _left_out(fault.doc[fault.pos - fault.colno + 1 : fault.pos], texts)
        return f"The body is not valid JSON: {fault.msg} at line {fault.lineno}, column {column}."
    return "The body is not valid JSON: it has a number with too many digits."


def _left_out(part: str, texts: Mapping[str, LongText]) -> int:
    """How many letters the caller has sent more than stand in this part."""
    return sum(len(text) - len(token) for token, text in texts.items() if token in part)


class _Ambiguous(ValueError):
    pass


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    value = dict(pairs)
    if len(value) < len(pairs):
        seen: set[str] = set()
        for name, _ in pairs:
            if name in seen:
                raise _Ambiguous(f"The body names {name[:60]!r} twice in one object; which one is meant?")
            seen.add(name)
    return value


def _no_constant(word: str) -> float:
    raise _Ambiguous(f"The body has the value {word}, which is not JSON.")


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise _Ambiguous(f"The body has the number {digits[:30]}, which is beyond what we take.")
    return number


def _inspect(value: object, *, escapes: bool, texts: Mapping[str, LongText]) -> None:
    todo: list[tuple[object, str, int]] = [(value, "", 1)]
    while todo:
        item, path, depth = todo.pop()
        if isinstance(item, str):
            if escapes:
                _sendable(item, path)
        elif isinstance(item, dict | list):
            if depth > DEPTH_MAX:
                raise InvalidRequest(f"The body is nested more than {DEPTH_MAX} deep.")
            if isinstance(item, dict):
                for name, inner in item.items():
                    if name in texts:
                        raise InvalidRequest(f"{path or 'The body'} has a name of {len(texts[name])} characters.")
                    if escapes:
                        _sendable(name, path)
                    if isinstance(inner, str) and inner in texts:
                        item[name] = texts[inner]
                    else:
                        todo.append((inner, f"{path}.{name[:60]}" if path else name[:60], depth + 1))
            else:
                item[:] = [texts.get(inner, inner) if isinstance(inner, str) else inner for inner in item]
                todo.extend((inner, f"{path}[{index}]", depth + 1) for index, inner in enumerate(item))


def _sendable(text: str, path: str) -> None:
    if "\0" in text:
        raise InvalidRequest(
            f"{path or 'A name'} contains the character U+0000, which cannot be stored.", parameter=path or None
        )
    try:
        text.encode()
    except UnicodeEncodeError as fault:
        raise InvalidRequest(
            f"{path or 'A name'} contains half of a surrogate pair, which is not text.", parameter=path or None
        ) from fault
