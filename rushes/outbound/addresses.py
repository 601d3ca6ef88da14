"""Which addresses we may be sent to by a stranger's URL: public ones only.

`is_global` of the standard library is not enough: it judges addresses that carry another one inside (mapped, 6to4,
NAT64) differently from one Python to the next, and calls some that belong to a cloud's own control plane public.
"""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading
from collections.abc import Callable

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
#: Name and port to addresses, in order; raises OSError.
Resolve = Callable[[str, int], list[str]]

#: All that is allocated to hosts of the Internet (IANA IPv6 address space registry).
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052; the local-use 64:ff9b:1::/48 is outside 2000::/3.
_REFUSED_V6 = tuple(
    ipaddress.IPv6Network(text)
    for text in (
        "2001::/23",  # protocol assignments: Teredo, ORCHID, benchmarking
        "2001:db8::/32",  # documentation
        "3fff::/20",  # documentation
    )
)
_REFUSED_V4 = tuple(
    ipaddress.IPv4Network(text)
    for text in (
        "0.0.0.0/8",
        "100.64.0.0/10",  # carrier-grade NAT; a cloud's metadata service lives here
        "192.0.0.0/24",  # protocol assignments; another's lives here
        "192.88.99.0/24",  # 6to4 relays, withdrawn
        "168.63.129.16/32",  # a cloud's host agent, on a public number
    )
)
_PRIVATE = tuple(
    ipaddress.ip_network(text)
    for text in ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7")
)


def is_public(address: Address) -> bool:
    """May a stranger's URL lead here?"""
    if isinstance(address, ipaddress.IPv4Address):
        return address.is_global and not address.is_multicast and not any(address in net for net in _REFUSED_V4)
    if address.scope_id is not None:
        return False
    inner = address.ipv4_mapped or address.sixtofour
    if inner is None and address in _NAT64:
        inner = ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    if inner is not None:
        return is_public(inner)
    return address in _GLOBAL_UNICAST and address.is_global and not any(address in net for net in _REFUSED_V6)


def is_private(address: Address) -> bool:
    """Is it this machine or its own network? Only for owners who allow that; link-local (where clouds keep their
    credentials) is neither private nor public here."""
    inner = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    judged = inner or address
    return any(judged.version == net.version and judged in net for net in _PRIVATE)


def resolve(host: str, port: int) -> list[str]:
    """Ask the system's resolver, once."""
    return [str(answer[4][0]) for answer in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def resolve_within(seconds: float, how: Resolve, host: str, port: int) -> list[str]:
    """Resolve, but wait no longer than `seconds`. Raises OSError (TimeoutError when it takes too long).

    The system's resolver cannot be interrupted, so it is asked in a thread that may be left behind.
    """
    answers: queue.SimpleQueue[list[str] | OSError | UnicodeError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put(how(host, port))
        except (OSError, UnicodeError) as fault:
            answers.put(fault)

    threading.Thread(target=ask, name="resolve", daemon=True).start()
    try:
        answer = answers.get(timeout=max(0.0, seconds))
    except queue.Empty:
        raise TimeoutError(f"{host} did not resolve in time") from None
    if isinstance(answer, Exception):
        raise OSError(f"{host} does not resolve") from answer
    return answer
