"""Calls: how an engine of ours speaks HTTP with a far side that takes money.

What a far side answers is sorted once, here: a definite no, a definite "not yet", or nothing that anybody could rely on.
"""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from email.utils import parsedate_to_datetime
from functools import cached_property
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit, urlunsplit

import httpx

from rushes.errors import (
    EngineError,
    EngineFailed,
    Misconfigured,
    QuotaExceeded,
    ShotRefused,
    ShotUnsupported,
    Unavailable,
)
from rushes.key import Secret

_CONNECT_SECONDS = 15.0
#: A submit may carry a film, and to give up on it costs its caller the task; so it gets so much more time.
_SUBMIT_PATIENCE = 3
_CONNECTIONS = 64
_CHUNK_BYTES = 1 << 18
_WORDS_MAX = 500
#: What a far side tells in JSON is some kilobytes, and a plan or a picture more; what is larger is not read to its end.
_ANSWER_BYTES_MAX = 8 << 20
#: A film of 148 s in 4k is far below it.
FILM_BYTES_MAX = 2 << 30
#: What names an operation goes into an address, and into a row.
_ID = re.compile(r"(?!\.+$)[!-~]{1,500}")
#: So many 404 in a row, polls apart, mean that the far side has forgotten it.
_MISSING_MAX = 3
#: Faults that come before a request has left.
_UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol, httpx.ProxyError)


class Keys:
    """The owner's keys for a far side: the first for what is new, the others for what was begun with them.

    An operation carries its key's mark, so that a key can be replaced while films are being made."""

    def __init__(self, words: str) -> None:
        """`words`: keys by comma, the newest first; none at all for a far side that wants none."""
        self._by_mark = {mark_of(word): Secret(word) for word in (part.strip() for part in words.split(",")) if word}

    def pin(self, operation: str) -> str:
        """The operation's name with the mark of the newest key."""
        return f"{next(iter(self._by_mark), 'none')}/{operation}"

    def of(self, pinned: str) -> tuple[str, Mapping[str, str]]:
        """The operation's own name, and the headers to ask for it. A key that is gone is answered for by the newest."""
        mark, _, operation = pinned.partition("/")
        return operation, self._headers(self._by_mark.get(mark, self._newest))

    def have(self, pinned: str) -> bool:
        """Is the key still there that began the operation? Else a far side that does not find it says nothing: it may
        only be hidden from another key."""
        mark = pinned.partition("/")[0]
        return mark in self._by_mark or (mark == "none" and not self._by_mark)

    @property
    def headers(self) -> Mapping[str, str]:
        return self._headers(self._newest)

    @property
    def _newest(self) -> Secret | None:
        return next(iter(self._by_mark.values()), None)

    @staticmethod
    def _headers(key: Secret | None) -> Mapping[str, str]:
        return {} if key is None else {"Authorization": f"Bearer {key.reveal()}"}


def mark_of(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:8]


class Calls:
    """Calls of one far side, which messages name as `who`."""

    def __init__(self, who: str, silence_seconds: float, filter_codes: Collection[str] | None) -> None:
        """`filter_codes`: how a refusal says that it is about what the shot shows; None: it does not say, so that any
        may be."""
        self._who = who
        self._silence_seconds = silence_seconds
        self._filter_codes = filter_codes
        self._missing: Counter[str] = Counter()

    @cached_property
    def _http(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            timeout=httpx.Timeout(self._silence_seconds, connect=min(_CONNECT_SECONDS, self._silence_seconds)),
            limits=httpx.Limits(max_connections=_CONNECTIONS),
        )

    @cached_property
    def _submitting(self) -> httpx.AsyncClient:
        """For what costs money, each time on a connection of its own: when the far side closes a kept one at that very
        moment, as it may, nobody knows what became of the request."""
        return httpx.AsyncClient(
            timeout=httpx.Timeout(_SUBMIT_PATIENCE * self._silence_seconds, connect=_CONNECT_SECONDS),
            limits=httpx.Limits(max_connections=_CONNECTIONS, max_keepalive_connections=0),
        )

    async def submit(
        self,
        url: str,
        headers: Mapping[str, str],
        *,
        body: Mapping[str, object] | None = None,
        fields: Mapping[str, str] | None = None,
        files: Sequence[tuple[str, tuple[str, bytes, str]]] = (),
    ) -> dict[str, object]:
        """Ask for something that costs money, once; the answer's JSON object.

        Raises EngineError when it was surely not accepted, and anything else when nobody knows."""
        # A part without a file name is a plain field: so the body is multipart even when no file goes along.
        parts = [*((name, (None, word)) for name, word in (fields or {}).items()), *files]
        try:
            answer = await self._whole(
                self._submitting.build_request(
                    "POST",
                    url,
                    headers=dict(headers),
                    json=body,
                    files=parts or None,  # type: ignore[arg-type]  # httpx takes a list of such pairs
                ),
                self._submitting,
            )
        except _UNSENT as fault:
            raise EngineFailed(f"{self._who} could not be reached. Nothing was charged; try again.") from fault
        if not answer.is_success:
            raise self.refusal(answer)
        return _object(answer)

    async def ask(
        self, url: str, headers: Mapping[str, str], key: str, *, ours: bool = True
    ) -> tuple[dict[str, object], httpx.Headers]:
        """Ask how something is doing. Raises EngineFailed when the far side has surely forgotten it, Unavailable or what
        the network gives when nobody knows. `key` names the thing, to count how often it was missing; when it is not
        surely `ours` to see, that it is missing says nothing."""
        answer = await self._whole(self._http.build_request("GET", url, headers=dict(headers)), self._http)
        if answer.status_code == 404 and ours:
            self.count_missing(key, "this operation")
        if answer.status_code != 200:
            raise Unavailable(f"{self._who} answers {answer.status_code}: {told(answer)}")
        self._missing.pop(key, None)
        return _object(answer), answer.headers

    async def tell(self, method: str, url: str, headers: Mapping[str, str]) -> bool:
        """Tell the far side something that it may not know how to do; did it?"""
        request = self._http.build_request(method, url, headers=dict(headers))
        return (await self._whole(request, self._http)).is_success

    async def download(
        self,
        url: str,
        headers: Mapping[str, str],
        path: Path,
        *,
        ours: bool = True,
        extensions: Mapping[str, object] | None = None,
    ) -> None:
        """Stream a film to disk. Raises EngineFailed when it is surely no film, or gone; `ours` as for `ask`,
        `extensions` as of httpx."""
        more = dict(extensions or {})
        async with self._http.stream("GET", url, headers=dict(headers), extensions=more) as answer:
            _ensure_plain(answer)
            if answer.status_code == 404 and ours:
                self.count_missing(url.partition("?")[0], "the film")
            if answer.status_code != 200:
                raise Unavailable(f"{self._who} answers {answer.status_code} for the film")
            kind = answer.headers.get("content-type", "")
            if kind.startswith(("text/", "application/json")):
                raise EngineFailed(f"{self._who} gave {kind.partition(';')[0]} instead of a film.")
            with path.open("wb") as file:
                async for chunk in answer.aiter_bytes(_CHUNK_BYTES):
                    await asyncio.to_thread(file.write, chunk)
                    if file.tell() > FILM_BYTES_MAX:
                        raise EngineFailed(f"{self._who} gave more than any film has.")

    @staticmethod
    async def _whole(request: httpx.Request, client: httpx.AsyncClient) -> httpx.Response:
        """The answer with all of its body, which is not let grow without a bound. Raises Unavailable."""
        answer = await client.send(request, stream=True)
        try:
            _ensure_plain(answer)
            body = bytearray()
            async for chunk in answer.aiter_bytes():
                body += chunk
                if len(body) > _ANSWER_BYTES_MAX:
                    raise Unavailable(f"the answer has more than {_ANSWER_BYTES_MAX >> 20} MiB")
        finally:
            await answer.aclose()
        headers = [pair for pair in answer.headers.multi_items() if pair[0] != "content-encoding"]
        return httpx.Response(answer.status_code, headers=headers, content=bytes(body), request=request)

    def count_missing(self, key: str, what: str) -> NoReturn:
        self._missing[key] += 1
        if self._missing[key] >= _MISSING_MAX:
            del self._missing[key]
            raise EngineFailed(f"{self._who} does not have {what} any more. You were not charged; try again.")
        raise Unavailable(f"{self._who} does not have {what}, or not yet")

    def refusal(self, answer: httpx.Response) -> Exception:
        """What a submit was refused for: an EngineError when it was surely not accepted."""
        words, status = told(answer), answer.status_code
        owner = "the owner of this server must act. Nothing was charged."
        refusal: EngineError
        match status:
            case 400 | 413 | 415 | 422:
                known = self._filter_codes
                kind = ShotRefused if known is None or codes_of(answer) & set(known) else ShotUnsupported
                refusal = kind(f"{self._who} does not take this shot: {words} Nothing was charged.")
            case 401 | 402 | 403 | 404 | 405:
                refusal = EngineFailed(f"{self._who} does not serve this server's account ({status}); {owner}")
            case 429:
                refusal = QuotaExceeded(
                    f"{self._who} is out of quota: {words} Nothing was charged; try again later.",
                    retry_after_seconds=retry_after_seconds(answer.headers),
                )
            case 301 | 307 | 308:
                refusal = EngineFailed(f"{self._who} has moved ({status}); {owner}")
            case 409 if "retry-after" in answer.headers:
                return Unavailable(f"{self._who} is still answering the first try: {words}")
            case _ if 400 <= status < 500 and status != 408:
                refusal = EngineFailed(
                    f"{self._who} does not take the request ({status}): {words} Nothing was charged."
                )
            case 503 if "retry-after" in answer.headers:
                # It says itself that it has not begun. Other answers of this kind come from whoever stands between.
                refusal = EngineFailed(f"{self._who} is not available just now. Nothing was charged; try again.")
            case _:
                return Unavailable(f"{self._who} answers {status} to a submit: {words}")
        return refusal


def retry_after_seconds(headers: Mapping[str, str]) -> float | None:
    """Seconds, or a date (RFC 9110, 10.2.3), which is held against the far side's own clock."""
    word = headers.get("retry-after", "")
    if word.isdecimal():
        return float(word)
    try:
        there, until = parsedate_to_datetime(headers.get("date", "")), parsedate_to_datetime(word)
        return max(0.0, (until - there).total_seconds())
    except (ValueError, TypeError):
        return None


def _ensure_plain(answer: httpx.Response) -> None:
    """Raises Unavailable for what is packed more than once: nobody does so but to make much of little."""
    if "," in answer.headers.get("content-encoding", ""):
        raise Unavailable("the answer is packed more than once")


def id_of(value: object, who: str) -> str:
    """An operation's id as a far side gives it. Raises RuntimeError when it can be none: then it is not known what became
    of the submit."""
    word = str(value) if isinstance(value, str | int) else ""
    if not _ID.fullmatch(word):
        raise RuntimeError(f"{who} took a request and gave no id that could be asked for: {short(repr(value))}")
    return word


def _object(answer: httpx.Response) -> dict[str, object]:
    words = answer.json()
    if not isinstance(words, dict):
        raise Unavailable("the far side's answer is not an object")
    return words


def codes_of(answer: httpx.Response) -> set[str]:
    """The stable words by which an error's body names its kind, in whichever of the usual shapes."""
    try:
        words = answer.json()
    except (ValueError, RecursionError):
        return set()
    error = words.get("error") if isinstance(words, dict) else None
    found = [error, *(error.get(name) for name in ("code", "type"))] if isinstance(error, dict) else [error]
    return {word for word in found if isinstance(word, str)}


def message_of(answer: httpx.Response) -> str:
    """What an error's body says, in whichever of the usual shapes."""
    try:
        words = answer.json()
    except (ValueError, RecursionError):
        words = answer.text
    for name in ("error", "status", "message", "detail", "error_message"):
        if isinstance(words, dict) and words.get(name):
            inner = words[name]
            if name == "status" and not isinstance(inner, dict):
                continue
            words = words.get("message", inner) if name == "error" and isinstance(inner, str) else inner
    return short(str(words))


def told(answer: httpx.Response) -> str:
    """`message_of`, without the key that was sent: some repeat it in a refusal."""
    key = answer.request.headers.get("authorization", "").removeprefix("Bearer ")
    text = message_of(answer)
    return text.replace(key, "***") if key else text


def shown(url: str) -> str:
    """An address of the owner's as it may be shown: without a name and password that may be in it."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def short(text: str) -> str:
    """A sentence of a far side's, as it may be told to callers: one line that has an end."""
    text = " ".join(text.split())[:_WORDS_MAX]
    return text if text.endswith((".", "!", "?")) else f"{text}."


def models_by_name(word: str, variable: str) -> Mapping[str, str]:
    """Their model ids by ours: "veo_31_fast=their-name;…". Raises Misconfigured."""
    pairs = [tuple(part.strip() for part in item.partition("=")) for item in word.split(";") if item.strip()]
    for ours, sign, theirs in pairs:
        if not (ours and sign and theirs):
            raise Misconfigured(f"{variable} has {ours!r}; it must be like veo_31_fast=their-name;….")
    return {ours: theirs for ours, _, theirs in pairs}


def base_url(word: str, variable: str) -> str:
    """Raises Misconfigured."""
    if not word.startswith(("http://", "https://")):
        raise Misconfigured(f"{variable} is {word!r}; it must begin with https:// or http://.")
    try:
        host, port = httpx.URL(word).host, urlsplit(word).port
    except (httpx.InvalidURL, ValueError) as fault:
        raise Misconfigured(f"{variable} is no address: {fault}.") from fault
    if not host or port == 0:
        raise Misconfigured(f"{variable} is an address without a host.")
    return word.rstrip("/")
