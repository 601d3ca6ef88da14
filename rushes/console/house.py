"""House: what the console needs, handed over once by `server.assembly`; and Visit, one request on its way to a handler."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import IO, Protocol

from starlette.requests import Request

from rushes.console.door import Door, Whence
from rushes.console.openid import OpenId
from rushes.database.audit import Author
from rushes.database.people import Person
from rushes.database.projects import DEFAULT
from rushes.errors import Forbidden
from rushes.intake.desk import Desk
from rushes.key import Key, Scope
from rushes.model import Model
from rushes.role import Role, as_key
from rushes.task import Task


class Addresses(Protocol):
    """Signed addresses of what a task made; relative ones, so that a page only ever asks its own server."""

    def clip(self, task: Task) -> str: ...

    def poster(self, task: Task) -> str: ...

    def still(self, task: Task) -> str: ...


@dataclass(frozen=True, slots=True)
class House:
    desk: Desk
    door: Door
    addresses: Addresses
    #: A task in the API's own words, with addresses on an origin: for its raw JSON.
    task_words: Callable[[Task, str], Mapping[str, object]]
    #: One request as programs, by language or SDK: model, parameters, is it a preview, and our origin.
    programs: Callable[[str, Mapping[str, object], bool, str], Mapping[str, str]]
    #: The reference of a model as HTML, for our origin.
    reference: Callable[[Model, str], str]
    version: str
    upload_bytes_max: int
    root_pem: str  #: under which this server signs clips
    #: Whoever opens the console on this machine is signed in by itself.
    dev: bool = False
    #: Sign-in at somebody else's; None: by password only.
    openid: OpenId | None = None
    public_url: str | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    house: House
    request: Request
    visitor: Person | None  #: None on pages that are open to all
    secret: str  #: the session's; empty without one
    path: Mapping[str, str]
    query: Mapping[str, str]
    form: Mapping[str, Sequence[str]] = field(default_factory=dict)
    body: Mapping[str, object] = field(default_factory=dict)
    upload: IO[bytes] | None = None

    @property
    def person(self) -> Person:
        assert self.visitor is not None, "pages that are not open are only reached signed in"
        return self.visitor

    @property
    def csrf(self) -> str:
        """What a form must bring back. Made from the session's secret, which no other site can read, and its project: a
        page that was left open never acts in another one. It looks different each time, because pages are compressed, and
        what stays the same beside what a stranger can choose could be guessed by lengths (breachattack.com)."""
        return masked(self._token)

    @property
    def _token(self) -> bytes:
        return token_of(f"{self.secret} {self.visitor.project if self.visitor else ''}")

    @property
    def now(self) -> datetime:
        return self.house.desk.clock()

    @property
    def key(self) -> Key:
        """The person as a key, because intake knows nobody else: of their project, with the scopes of their role."""
        person = self.person
        return as_key(person.role or Role.VIEWER, person.id, person.project, person.created_at)

    @property
    def by(self) -> Author:
        """How the audit log names the person."""
        client = self.request.client
        return Author(f"person {self.person.name}", client.host if client else None)

    @property
    def whence(self) -> Whence:
        client = self.request.client
        agent = self.request.headers.get("user-agent", "")
        return Whence(client.host if client else "", agent[:200] or None)

    def may(self, scope: Scope) -> bool:
        """For pages that show less to some; what is refused, the table of routes refuses."""
        return self.visitor is not None and scope in self.key.scopes

    @property
    def keeps_the_house(self) -> bool:
        """Do they administer the server itself?"""
        return self.may(Scope.ADMIN) and self.person.project == DEFAULT

    def ensure_may(self, scope: Scope) -> None:
        """Raises Forbidden when the person's role lacks the scope."""
        if not self.may(scope):
            raise Forbidden(f"A {self.person.role} of this project may not do that; ask one of its owners.")

    @property
    def origin(self) -> str:
        if self.house.public_url is not None:
            return self.house.public_url.rstrip("/")
        return f"{self.request.url.scheme}://{self.request.headers.get('host', 'localhost')}"

    def one(self, name: str) -> str:
        """A form field's text; empty when it did not come."""
        values = self.form.get(name, ())
        return values[0] if values else ""

    def ensure_own(self, given: str) -> None:
        """Raises Forbidden when a form did not come from our own page."""
        if not self.secret or not hmac.compare_digest(unmasked(given), self._token):
            raise Forbidden("This form is from another session; reload the page and try again.")


def token_of(secret: str) -> bytes:
    return hashlib.sha256(b"rushes csrf " + secret.encode()).digest()


def masked(token: bytes) -> str:
    mask = secrets.token_bytes(len(token))
    return (mask + _xor(mask, token)).hex()


def unmasked(text: str) -> bytes:
    """Empty for what never was masked."""
    try:
        both = bytes.fromhex(text)
    except ValueError:
        return b""
    half = len(both) // 2
    return _xor(both[:half], both[half:])


def _xor(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=False))
