"""The HTTP client that Google's library is handed. It reads no answer without a bound.

The library reads an answer whole, and where films go into no bucket of the owner's, one comes in it, as text. So a far side
that is broken, or is not Google, could fill the memory.
"""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from typing import Any

import httpx2

from rushes.errors import Unavailable

#: As text, eight seconds of 4k at 90 Mbit/s; other answers are some kilobytes.
ANSWER_BYTES_MAX = 128 << 20
#: What is larger is read one at a time.
LARGE_BYTES = 32 << 20
#: Why something was refused is told in less; the status says enough without it.
_REFUSAL_BYTES_MAX = 1 << 16
#: What makes too much of little is nothing that was asked for.
_PACKED = ("", "identity", "gzip", "deflate")


class BoundedClient(httpx2.AsyncClient):
    """Raises Unavailable for an answer that is too large: then nobody knows what it said."""

    def __init__(self, **more: Any) -> None:  # Any: as of the class above
        super().__init__(headers={"Accept-Encoding": "gzip, deflate"}, **more)
        self._turn = asyncio.Lock()

    async def send(self, request: httpx2.Request, *, stream: bool = False, **more: Any) -> httpx2.Response:  # as above
        answer = await super().send(request, stream=True, **more)
        if stream:
            return answer
        try:
            body = await self._read(answer)
        finally:
            await answer.aclose()
        headers = [pair for pair in answer.headers.multi_items() if pair[0] != "content-encoding"]
        return httpx2.Response(answer.status_code, headers=headers, content=body, request=request)

    async def _read(self, answer: httpx2.Response) -> bytes:
        refused = answer.status_code != 200
        most = _REFUSAL_BYTES_MAX if refused else ANSWER_BYTES_MAX
        if answer.headers.get("content-encoding", "") not in _PACKED:
            if refused:
                return b""
            raise Unavailable("the answer is packed in a way that was not asked for")
        body = bytearray()
        async with AsyncExitStack() as turns:
            large = False
            async for chunk in answer.aiter_bytes():
                body += chunk
                if len(body) > most:
                    if refused:
                        break
                    raise Unavailable(
                        f"the answer has more than {most >> 20} MiB; with RUSHES_VERTEX_STORAGE_URI no film is in one"
                    )
                if not large and len(body) > LARGE_BYTES:
                    large = True
                    await turns.enter_async_context(self._turn)
        return bytes(body[:most])
