"""Places: where an upstream server may send us for its film. Its answers are somebody else's words: an address in them must
not lead this server into its owner's own network."""

from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field

import httpcore
import httpx

from rushes.errors import Unavailable
from rushes.outbound.addresses import Resolve, is_private, resolve, resolve_within
from rushes.outbound.guard import Border

_RESOLVE_SECONDS = 10.0
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Place:
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    extensions: Mapping[str, object] = field(default_factory=dict)  #: of httpx


async def place(url: str, home: str, how: Resolve = resolve) -> Place:
    """What to ask for the film at `url`, of the server at `home`: that server itself, or a public address, and a private
    one only when the server has one, too. The name is resolved once, and the address that was judged is the one that is
    asked. Raises Unavailable."""
    there, here = httpx.URL(url), httpx.URL(home)
    if there.scheme not in _PORTS:
        raise Unavailable(f"the film's address begins with {there.scheme[:20]!r}")
    port = there.port or _PORTS[there.scheme]
    if (there.host, port) == (here.host, here.port or _PORTS[here.scheme]):
        return Place(url)
    try:
        address = await asyncio.to_thread(_address, there.host, port, here.host, how)
    except httpcore.ConnectError as fault:
        raise Unavailable(f"the film's address leads to {there.host}, which may not be reached: {fault}") from fault
    return Place(
        str(there.copy_with(host=address)), {"Host": there.netloc.decode("ascii")}, {"sni_hostname": there.host}
    )


def _address(host: str, port: int, home: str, how: Resolve) -> str:
    try:
        private = any(
            is_private(ipaddress.ip_address(answer)) for answer in resolve_within(_RESOLVE_SECONDS, how, home, port)
        )
    except OSError as fault:
        raise httpcore.ConnectError("the server itself does not resolve") from fault
    border = Border(allow_private=private, ports=frozenset({port}), resolve=how)
    return border.addresses(host, port, _RESOLVE_SECONDS)[0]
