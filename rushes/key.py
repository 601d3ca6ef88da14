"""Key: a Bearer secret that belongs to a project. 256 random bits; only its SHA-256 is kept (a random secret of that
size needs no slow hash: NIST SP 800-63B §5.1.1.2 asks for one only where guessing is possible)."""

from __future__ import annotations

import enum
import hashlib
import ipaddress
import secrets
import string
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from rushes.errors import Forbidden, Unauthenticated

_ALPHABET = string.ascii_letters + string.digits
#: 43 characters of 62 carry 256 bits.
_SECRET_LENGTH = 43
_PREFIX_LENGTH = 14
_ANYWHERE = ("0.0.0.0/0", "::/0")


class Scope(enum.StrEnum):
    CREATE = "create"  #: make, cancel and delete tasks
    READ = "read"  #: poll, list, download
    FILES = "files"  #: upload, list and delete files
    WEBHOOKS = "webhooks"  #: register, change, rotate and remove webhooks of the project; read and repeat deliveries
    KEYS = "keys"  #: create, list, rotate and revoke keys of the project
    ADMIN = "admin"  #: its people, budgets, retention and audit log; in the server's own project, all projects' money


ALL_SCOPES = frozenset(Scope)
#: What a key gets when nobody says otherwise: work, and nothing that gives anybody power.
USUAL_SCOPES = frozenset({Scope.CREATE, Scope.READ, Scope.FILES})


class Secret:
    """A string that does not show itself."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        return self._value

    def __repr__(self) -> str:
        return "***"

    __str__ = __repr__

    @property
    def digest(self) -> str:
        return hashlib.sha256(self._value.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def prefix(self) -> str:
        """Enough to recognise a key by, not enough to guess it."""
        return self._value[:_PREFIX_LENGTH]

    @classmethod
    def draw(cls, live: bool) -> Self:
        """A new secret: `rsh_live_…` or `rsh_test_…`."""
        kind = "live" if live else "test"
        return cls(f"rsh_{kind}_" + "".join(secrets.choice(_ALPHABET) for _ in range(_SECRET_LENGTH)))


@dataclass(frozen=True, slots=True)
class Key:
    id: str
    project: str
    name: str
    prefix: str
    digest: str
    live: bool
    scopes: frozenset[Scope]
    created_at: datetime
    models: frozenset[str] | None = None  #: allowed models; None is all
    expires_at: datetime | None = None
    revoked_at: datetime | None = None  #: may lie ahead: a rotated key's overlap
    last_used_at: datetime | None = None
    replaced_by: str | None = None
    root_id: str | None = None  #: the first key of its rotations; None: it is that itself
    requests_per_minute: int | None = None  #: that ask for work; None: any number
    concurrent_tasks: int | None = None  #: open at once; None: any number
    addresses: tuple[str, ...] | None = None  #: networks it may be used from, such as 192.0.2.0/24; None: all
    requests_burst: int | None = None  #: how many of a minute's requests may come at once; None: all of them

    @property
    def root(self) -> str:
        """What budgets and limits are counted on, so that rotating a key does not renew them."""
        return self.root_id or self.id

    def ensure_from(self, address: str | None) -> None:
        """Raises Forbidden when the key may not be used from there; an unknown address is nowhere."""
        if self.addresses is not None and not _within(address, self.addresses):
            raise Forbidden(
                f"This key may not be used from {address or 'an unknown address'}; ask its owner to allow it."
            )

    def ensure_valid(self, now: datetime) -> None:
        """Raises Unauthenticated when the key is revoked or expired."""
        if self.revoked_at is not None and self.revoked_at <= now:
            raise Unauthenticated(f"The API key {self.prefix}… was revoked on {self.revoked_at:%Y-%m-%d}; use another.")
        if self.expires_at is not None and self.expires_at <= now:
            raise Unauthenticated(f"The API key {self.prefix}… expired on {self.expires_at:%Y-%m-%d}; use another.")

    def ensure_may(self, scope: Scope, model: str | None = None) -> None:
        """Raises Forbidden when the key lacks the scope, or may not use the model."""
        if scope not in self.scopes:
            held = ", ".join(sorted(self.scopes)) or "none"
            raise Forbidden(f"This key lacks the scope '{scope}'; it has: {held}.")
        if model is not None and self.models is not None and model not in self.models:
            raise Forbidden(
                f"This key may not use {model}; it may use {', '.join(sorted(self.models))}.", parameter="model"
            )

    def ensure_covers(self, other: Key) -> None:
        """Raises Forbidden, naming the parameter, when `other` may do more than this key, or for longer: nobody hands out
        what they do not have."""
        if more := sorted(other.scopes - self.scopes):
            raise Forbidden(
                f"This key does not have the scope {', '.join(more)}, so it cannot give it.", parameter="scopes"
            )
        if other.live and not self.live:
            raise Forbidden("A test key cannot give a live one.", parameter="live")
        if self.models is not None and (other.models is None or not other.models <= self.models):
            raise Forbidden(
                f"This key may use only {', '.join(sorted(self.models))}, and give no more.", parameter="models"
            )
        if self.expires_at is not None and (other.expires_at is None or other.expires_at > self.expires_at):
            raise Forbidden(
                f"This key expires at {self.expires_at.isoformat()}, and gives nothing that lasts longer.",
                parameter="expires_at",
            )
        if self.addresses is not None and not all(
            _covered(one, self.addresses) for one in other.addresses or _ANYWHERE
        ):
            raise Forbidden(
                f"This key may be used only from {', '.join(self.addresses)}, and give no more.", parameter="addresses"
            )


def _covered(network: str, networks: tuple[str, ...]) -> bool:
    """Is all of a network within one of the others?"""
    inner = ipaddress.ip_network(network)
    return any(
        inner.subnet_of(outer)  # type: ignore[arg-type]  # both are of one version
        for outer in map(ipaddress.ip_network, networks)
        if outer.version == inner.version
    )


def _within(address: str | None, networks: tuple[str, ...]) -> bool:
    try:
        found = ipaddress.ip_address(address or "")
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped is not None:
        found = found.ipv4_mapped  # as a listener on both families shows an IPv4 caller
    return any(found in ipaddress.ip_network(network) for network in networks)
