"""A web server of this test's own, and a network in which names and addresses lead where the test says."""

from __future__ import annotations

import socket
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from rushes.outbound.guard import dial

#: A public address (of nobody in particular) behind which the test's server stands.
PUBLIC = "93.184.216.34"
PUBLIC_V6 = "2606:2800:220:1:248:1893:25c8:1946"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40


class FarSide(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    seen: list[tuple[str, str]] = []  # noqa: RUF012 - (Host, path) of every request, cleared by each test
    patience = threading.Event()  #: set when the test is over, so that slow answers end

    def do_GET(self) -> None:
        type(self).seen.append((self.headers["Host"], self.path))
        parts = urlsplit(self.path)
        match parts.path:
            case "/picture" | "/secret":
                self._answer(200, PICTURE)
            case "/to":
                self._answer(302, b"", ("Location", parse_qs(parts.query)["url"][0]))
            case "/loop":
                self._answer(302, b"", ("Location", "/loop"))
            case "/nowhere":
                self._answer(302, b"")
            case "/gzip":
                self._answer(200, zlib.compress(bytes(5_000_000)), ("Content-Encoding", "gzip"))
            case "/claims":
                self._answer(200, b"", ("Content-Length", str(10**12)))
            case "/endless":
                self._pieces(b"10000\r\n" + bytes(65_536) + b"\r\n", 0.0)
            case "/drip":
                self._pieces(b"1\r\n\x89\r\n", 0.1)
            case "/drip-head":
                self._drip_head()
            case "/cut":
                self._answer(200, PICTURE[:100], ("Content-Length", str(len(PICTURE))))
            case _:
                self._answer(404, b"no such thing")

    def _answer(self, status: int, body: bytes, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        if not any(name == "Content-Length" for name, _ in headers):
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def _pieces(self, piece: bytes, pause: float) -> None:
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            while not self.patience.wait(pause):
                self.wfile.write(piece)
        except OSError:
            pass
        self.close_connection = True

    def _drip_head(self) -> None:
        try:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
            while not self.patience.wait(0.1):
                self.wfile.write(b"a")
        except OSError:
            pass
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        pass


class _V6Server(ThreadingHTTPServer):
    address_family = socket.AF_INET6


@contextmanager
def far_side() -> Iterator[tuple[int, int]]:
    """Run the server on both loopbacks; the ports for IPv4 and IPv6."""
    FarSide.seen.clear()
    FarSide.patience.clear()
    servers: list[ThreadingHTTPServer] = [ThreadingHTTPServer(("127.0.0.1", 0), FarSide)]
    servers.append(_V6Server(("::1", 0), FarSide) if socket.has_ipv6 else servers[0])
    threads = [threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True) for server in servers]
    for thread in threads:
        thread.start()
    try:
        yield servers[0].server_address[1], servers[1].server_address[1]
    finally:
        FarSide.patience.set()
        for server in servers:
            server.shutdown()
            server.server_close()


class Network:
    """Names to addresses as told; public addresses lead to the test's server, loopback to itself, others nowhere.

    Every dialed address is recorded.
    """

    def __init__(self, names: dict[str, list[list[str]]], ports: tuple[int, int]) -> None:
        self._names = names  #: name to its answers, one list per call; the last one repeats
        self._ports = ports
        self.dialed: list[str] = []
        self.asked: list[str] = []

    def resolve(self, host: str, port: int) -> list[str]:
        self.asked.append(host)
        if host not in self._names:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        answers = self._names[host]
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def dial(self, address: str, port: int, seconds: float) -> socket.socket:
        self.dialed.append(address)
        if address in (PUBLIC, "127.0.0.1"):
            return dial("127.0.0.1", self._ports[0], seconds)
        if address in (PUBLIC_V6, "::1"):
            return dial("::1", self._ports[1], seconds)
        raise ConnectionRefusedError(address)
