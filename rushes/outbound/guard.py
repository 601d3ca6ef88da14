"""The network as a stranger's URL may use it: one resolving, public addresses only, one deadline over everything.

A name is resolved once, every answer must be allowed, and the connection goes to the literal address that was judged,
so that a name which changes its mind between check and use gains nothing. `Host`, SNI and certificates stay by name.
Every hop of a redirect opens a new connection and so comes through here again.
"""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import httpcore

from rushes.outbound.addresses import Address, Resolve, is_private, is_public, resolve, resolve_within

#: Opens a TCP connection to a literal address: (address, port, seconds).
Dial = Callable[[str, int, float], socket.socket]

_DIALED_MAX = 4


def dial(address: str, port: int, seconds: float) -> socket.socket:
    connection = socket.create_connection((address, port), seconds)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection


@dataclass(frozen=True, slots=True)
class Border:
    """What may be reached, and how names become addresses."""

    allow_private: bool = False  #: also this machine and its own networks, and any port; for development
    trusted_hosts: frozenset[str] = frozenset()  #: names the owner vouches for, wherever they lead
    ports: frozenset[int] = frozenset({80, 443})
    resolve: Resolve = resolve
    dial: Dial = dial

    def addresses(self, host: str, port: int, seconds: float) -> list[str]:
        """The addresses to connect to. Raises httpcore.ConnectError when even one answer is not allowed."""
        trusted = host.lower().rstrip(".") in self.trusted_hosts
        if not trusted and not self.allow_private and port not in self.ports:
            raise httpcore.ConnectError("the port is not allowed")
        try:
            judged = self._judged(host, port, seconds)
        except (OSError, ValueError) as fault:
            raise httpcore.ConnectError("the name does not resolve") from fault
        for address in judged:
            if not (trusted or is_public(address) or (self.allow_private and is_private(address))):
                raise httpcore.ConnectError("an address is not allowed")
        if not judged:
            raise httpcore.ConnectError("the name has no address")
        return list(dict.fromkeys(str(address) for address in judged))[:_DIALED_MAX]

    def _judged(self, host: str, port: int, seconds: float) -> list[Address]:
        try:
            return [ipaddress.ip_address(host)]
        except ValueError:
            last = host.rstrip(".").rpartition(".")[2].lower()
            if last.isdigit() or last.startswith("0x"):
                # 2130706433, 0x7f000001, 0177.1 and their like are addresses for some resolvers; no domain ends so.
                raise
        return [ipaddress.ip_address(answer) for answer in resolve_within(seconds, self.resolve, host, port)]


class GuardedNetwork(httpcore.NetworkBackend):
    """For one fetch: `deadline` is on the monotonic clock and covers names, connections, heads and bodies together."""

    def __init__(self, border: Border, deadline: float) -> None:
        self._border = border
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,  # httpcore's own type; never given here
    ) -> httpcore.NetworkStream:
        fault: OSError | None = None
        for address in self._border.addresses(host, port, _left(self._deadline, timeout)):
            try:
                connection = self._border.dial(address, port, _left(self._deadline, timeout))
            except OSError as problem:
                fault = problem
                continue
            return _TimedStream(connection, self._deadline)
        raise httpcore.ConnectError("no address answers") from fault

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        raise httpcore.ConnectError("sockets of this machine are not for strangers")


class _TimedStream(httpcore.NetworkStream):
    """A socket whose every wait ends at the deadline: a read timeout alone never ends a server that sends one byte
    every quarter of a second."""

    def __init__(self, connection: socket.socket, deadline: float) -> None:
        self._connection = connection
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        with _translated(httpcore.ReadTimeout, httpcore.ReadError):
            self._connection.settimeout(_left(self._deadline, timeout))
            return self._connection.recv(max_bytes)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        with _translated(httpcore.WriteTimeout, httpcore.WriteError):
            self._connection.settimeout(_left(self._deadline, timeout))
            self._connection.sendall(buffer)

    def close(self) -> None:
        self._connection.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        try:
            with _translated(httpcore.ConnectTimeout, httpcore.ConnectError):
                self._connection.settimeout(_left(self._deadline, timeout))
                secured = ssl_context.wrap_socket(self._connection, server_hostname=server_hostname)
        except BaseException:
            self.close()
            raise
        return _TimedStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:  # The type of httpcore's own method.
        if info == "ssl_object" and isinstance(self._connection, ssl.SSLSocket):
            return self._connection
        return None


def _left(deadline: float, timeout: float | None) -> float:
    """Seconds that may still be waited. Raises httpcore.ReadTimeout when there are none."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the deadline passed")
    return left if timeout is None else min(left, timeout)


@contextlib.contextmanager
def _translated(late: type[httpcore.TimeoutException], broken: type[httpcore.NetworkError]) -> Iterator[None]:
    try:
        yield
    except TimeoutError as fault:
        raise late(str(fault)) from fault
    except (OSError, ValueError) as fault:
        raise broken(str(fault)) from fault
