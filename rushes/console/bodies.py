"""Bodies of the console's requests, read within limits: they come from our own pages, so the limits are narrow."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from typing import IO
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from rushes.errors import InvalidRequest, TooLarge

_TEXT_BYTES_MAX = 256 << 10
#: A body of which nothing arrives for so long is given up.
_IDLE_SECONDS = 20.0
_FIELDS_MAX = 200


async def read_form(request: Request) -> Mapping[str, list[str]]:
    """Raises InvalidRequest, TooLarge."""
    text = await _text(request)
    try:
        return parse_qs(text, keep_blank_values=True, errors="strict", max_num_fields=_FIELDS_MAX)
    except ValueError as fault:
        raise InvalidRequest("The form could not be read.") from fault


async def read_json(request: Request) -> Mapping[str, object]:
    """Raises InvalidRequest, TooLarge."""
    try:
        value = json.loads(await _text(request))
    except (ValueError, RecursionError) as fault:
        raise InvalidRequest("The request could not be read.") from fault
    if not isinstance(value, dict):
        raise InvalidRequest("The request must be an object.")
    return value


async def read_file(request: Request, file: IO[bytes], bytes_max: int) -> None:
    """Write the body to `file` and go back to its start. Raises TooLarge as soon as it is too long."""
    size = 0
    async for piece in _pieces(request):
        size += len(piece)
        if size > bytes_max:
            raise TooLarge(f"The file has more than {bytes_max >> 20} MiB, the most that is taken.")
        await run_in_threadpool(file.write, piece)
    file.seek(0)


async def _text(request: Request) -> str:
    body = bytearray()
    async for piece in _pieces(request):
        body += piece
        if len(body) > _TEXT_BYTES_MAX:
            raise TooLarge("That is more text than this form takes.")
    try:
        return body.decode()
    except UnicodeDecodeError as fault:
        raise InvalidRequest("The request is not text.") from fault


async def _pieces(request: Request) -> AsyncIterator[bytes]:
    stream = request.stream().__aiter__()
    while True:
        try:
            yield await asyncio.wait_for(anext(stream), _IDLE_SECONDS)
        except StopAsyncIteration:
            return
        except TimeoutError as fault:
            raise InvalidRequest("The request did not arrive.") from fault
