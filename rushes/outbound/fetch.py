"""A caller's picture or clip, fetched from the URL that they gave.

Whatever goes wrong on the way to a 200 is told in one and the same sentence: a closed port, a private address and a 404
must look alike, or we would be a scanner of our own network for anyone with a key.
"""

from __future__ import annotations

import contextlib
import ssl
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import httpcore

from rushes.errors import MediaRefused, Misconfigured, TooManyRequests
from rushes.media.kinds import mime_of_file
from rushes.outbound.guard import Border, GuardedNetwork
from rushes.outbound.place import Place

_REDIRECTS_MAX = 3
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_STEP_SECONDS = 10.0
_HEADERS = [
    (b"Accept", b"image/*, video/*, */*;q=0.1"),
    (b"Accept-Encoding", b"identity"),
    (b"Connection", b"close"),
    (b"User-Agent", b"Rushes"),
]


class Fetcher:
    """Fetches for many tenants at once; safe to use from many threads."""

    def __init__(
        self,
        allow_private: bool = False,
        https_only: bool = True,
        *,
        deadline_seconds: float = 60.0,
        at_once_max: int = 4,
        trusted_hosts: frozenset[str] = frozenset(),
        border: Border | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        """`allow_private` lets URLs lead into this machine's own networks: for development only. `trusted_hosts` may
        lead anywhere. `at_once_max` is per tenant. `border` and `tls` replace the network for tests."""
        self._border = border or Border(allow_private=allow_private, trusted_hosts=trusted_hosts)
        self._https_only = https_only
        self._deadline_seconds = deadline_seconds
        self._at_once_max = at_once_max
        self._tls = tls or httpcore.default_ssl_context()
        self._lock = threading.Lock()
        self._running: Counter[str] = Counter()

    def fetch(
        self, url: str, out: Path, bytes_max: int, *, parameter: str | None = None, tenant: str = ""
    ) -> str | None:
        """Stream what is at `url` into `out`; return its media type by its first bytes (None when unknown).

        Raises MediaRefused, naming `parameter`, when the URL is not of the allowed form, does not answer with the
        file, or the file is larger than `bytes_max`; TooManyRequests when the tenant fetches too much at once.
        Nothing is left in `out` then.
        """
        place = self._parsed(url, parameter)
        deadline = time.monotonic() + self._deadline_seconds
        try:
            with self._counted(tenant):
                self._follow(place, out, bytes_max, deadline, parameter)
        except BaseException:
            out.unlink(missing_ok=True)
            raise
        return mime_of_file(out)

    @contextlib.contextmanager
    def _counted(self, tenant: str) -> Iterator[None]:
        with self._lock:
            if self._running[tenant] >= self._at_once_max:
                raise TooManyRequests(f"{self._at_once_max} of your URLs are being fetched already; try again shortly.")
            self._running[tenant] += 1
        try:
            yield
        finally:
            with self._lock:
                self._running[tenant] -= 1
                self._running += Counter()  # Forget tenants at zero.

    def _follow(self, place: Place, out: Path, bytes_max: int, deadline: float, parameter: str | None) -> None:
        network = GuardedNetwork(self._border, deadline)
        timeouts = dict.fromkeys(("connect", "read", "write", "pool"), _STEP_SECONDS)
        for _ in range(1 + _REDIRECTS_MAX):
            try:
                with (
                    httpcore.ConnectionPool(
                        ssl_context=self._tls, network_backend=network, max_keepalive_connections=0
                    ) as pool,
                    pool.stream(
                        "GET",
                        place.url,
                        headers=[(b"Host", place.host_header), *_HEADERS],
                        extensions={"timeout": timeouts},
                    ) as answer,
                ):
                    if answer.status == 200:
                        self._save(answer, out, bytes_max, parameter)
                        return
                    if answer.status not in _REDIRECTS:
                        raise _unreachable(parameter)
                    location = _header(answer, b"location").decode("latin-1")
            except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError) as fault:
                raise _unreachable(parameter) from fault
            try:
                place = self._parsed(urljoin(place.written, location), parameter)
            except (MediaRefused, ValueError) as fault:
                # Where a redirect leads is the other side's doing; its details are none of the caller's business.
                raise _unreachable(parameter) from fault
        raise _unreachable(parameter)

    @staticmethod
    def _save(answer: httpcore.Response, out: Path, bytes_max: int, parameter: str | None) -> None:
        if _header(answer, b"content-encoding").lower() not in (b"", b"identity"):
            # Unpacking would let a few kilobytes become gigabytes; a picture is packed already.
            raise MediaRefused(
                f"{parameter or 'the URL'} answers with a Content-Encoding; serve the file as it is.",
                parameter=parameter,
            )
        too_large = MediaRefused(
            f"{parameter or 'the URL'} leads to more than {bytes_max // 1_000_000} MB, which is the most that is taken.",
            parameter=parameter,
        )
        claimed = _header(answer, b"content-length")
        if claimed.isdigit() and int(claimed[:20]) > bytes_max:
            raise too_large
        count = 0
        try:
            with out.open("wb") as file:
                for piece in answer.iter_stream():
                    count += len(piece)
                    if count > bytes_max:
                        raise too_large
                    file.write(piece)
        except OSError as fault:
            raise Misconfigured(f"What is fetched cannot be written: {fault.strerror}. Is the disk full?") from fault

    def _parsed(self, url: str, parameter: str | None) -> Place:
        """Take a URL apart. Raises MediaRefused when it is not of the allowed form."""
        try:
            return Place.read(url, https_only=self._https_only)
        except ValueError as fault:
            raise MediaRefused(f"{parameter or 'the URL'} {fault}", parameter=parameter) from None


def _header(answer: httpcore.Response, name: bytes) -> bytes:
    return next((value.strip() for key, value in answer.headers if key.lower() == name), b"")


def _unreachable(parameter: str | None) -> MediaRefused:
    return MediaRefused(
        f"{parameter or 'the URL'} could not be fetched: it must be a public address that answers with the file itself.",
        parameter=parameter,
    )
