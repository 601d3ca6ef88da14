"""The door: who may come into the console. Passwords, the one-time link that sets them, and sessions.

Passwords are hashed with Argon2id at the library's costs (RFC 9106 §4, second recommendation). Links and cookies are 256
random bits, of which only the SHA-256 is kept.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection

from rushes.console.attempts import Attempts
from rushes.database import audit, members, people, sessions
from rushes.database.audit import Author
from rushes.database.connect import Database
from rushes.database.ids import new_id
from rushes.database.members import Invitation
from rushes.database.people import Person
from rushes.database.sessions import Session
from rushes.errors import NotFound, Unauthenticated, ValueNotAllowed
from rushes.intake.people import NAME_LENGTH_MAX, join, named
from rushes.role import Role

SESSION_DAYS = 30
PASSWORD_LENGTH_MIN = 12
PASSWORD_LENGTH_MAX = 1000
ADMINISTRATOR = "administrator"
#: Each hash takes 64 MiB; so many at once are enough for people, and no flood of guesses takes more.
_HASHES_AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Whence:
    """Where somebody comes from."""

    address: str = ""  #: empty: not known
    agent: str | None = None  #: what their browser calls itself


UNKNOWN = Whence()


def open_first_link(database: Database, project: str, now: datetime) -> str | None:
    """A one-time link's token while nobody has set a password yet, else None. The one before stops working."""
    with database.transaction() as connection:
        person = _administrator(connection, project, now)
        return None if person.password is not None else _opened(connection, person)


def open_link(database: Database, project: str, now: datetime, name: str | None = None) -> str:
    """A one-time link's token for somebody, or the administrator, whose password was forgotten. That works on until a new
    one is set. Raises NotFound."""
    with database.transaction() as connection:
        person = people.find_by_name(connection, name) if name else _administrator(connection, project, now)
        if person is None:
            raise NotFound(f"There is nobody called {name!r}.")
        return _opened(connection, person)


def _administrator(connection: Connection, project: str, now: datetime) -> Person:
    person = people.first(connection)
    if person is None:
        person = Person(new_id(now), project, ADMINISTRATOR, None, now)
        people.insert(connection, person)
        members.put(connection, person.id, project, Role.OWNER, now)
    return person


def _opened(connection: Connection, person: Person) -> str:
    token = secrets.token_urlsafe(32)
    people.open_link(connection, person.id, digest(token))
    return token


def digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


class Door:
    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self._hasher = PasswordHasher()
        self._hashing = threading.BoundedSemaphore(_HASHES_AT_ONCE)
        self._attempts = Attempts()
        #: Compared with when there is no such person, so that the answer takes as long.
        self._nobody = "$argon2id$v=19$m=65536,t=3,p=4$" + "A" * 22 + "$" + "A" * 43

    def invited(self, token: str) -> Person:
        """Whom the one-time link is for. Raises NotFound when it was used or replaced."""
        with self._database.reading() as connection:
            person = people.find_by_link(connection, digest(token))
        if person is None:
            raise NotFound(
                "This link was used already, or a newer one took its place. Sign in, or look for the new one."
            )
        return person

    def accept(self, token: str, name: str, password: str, whence: Whence = UNKNOWN) -> str:
        """Set name and password with a one-time link, end all other sessions, and return a new session's secret.

        Raises NotFound, and ValueNotAllowed naming the field."""
        person = self.invited(token)
        name, hashed = named(name), self._hashed(password)
        with self._database.transaction() as connection:
            _ensure_free(connection, name, person.id)
            if not people.use_link(connection, digest(token), name, hashed):
                raise NotFound("This link was used just now.")
            sessions.delete_of(connection, person.id)
            self._note(connection, replace(person, name=name), "person.password_set", whence)
        return self.enter(person, whence)

    def invitation(self, token: str) -> Invitation:
        """What a one-time link lets into. Raises NotFound when it was used, withdrawn or is too old."""
        with self._database.reading() as connection:
            found = members.find_invitation(connection, digest(token), self._clock())
        if found is None:
            raise NotFound("This invitation was used already, was withdrawn or is too old; ask for another.")
        return found

    def join_anew(self, token: str, name: str, password: str) -> str:
        """Become somebody, with a name and a password, and a member; returns a new session's secret.

        Raises NotFound, and ValueNotAllowed naming the field."""
        invitation, now = self.invitation(token), self._clock()
        person = Person(new_id(now), invitation.project, named(name), self._hashed(password), now)
        with self._database.transaction() as connection:
            _ensure_free(connection, person.name, person.id)
            people.insert(connection, person)
            join(connection, token, person.id, person.name, now)
        return self.enter(person)

    def join(self, person: Person, secret: str, token: str) -> None:
        """Let somebody who is signed in into another project, and their session go on there. Raises NotFound, Conflict."""
        with self._database.transaction() as connection:
            used = join(connection, token, person.id, person.name, self._clock())
            sessions.enter(connection, digest(secret), used.project)

    def go_on_in(self, person: Person, secret: str, project: str) -> None:
        """Let a session go on in another project of theirs. Raises NotFound."""
        with self._database.transaction() as connection:
            if members.get(connection, person.id, project) is None:
                raise NotFound(f"You are in no project {project[:64]!r}.")
            sessions.enter(connection, digest(secret), project)

    def sign_in(self, name: str, password: str, whence: Whence) -> str:
        """A new session's secret. Raises Unauthenticated, which does not tell whether the name or the password was
        wrong, and TooManyRequests after several failures for one name from one address."""
        guesses = _guesses(whence, name)
        self._attempts.begin(*guesses)
        with self._database.reading() as connection:
            person = people.find_by_name(connection, name.strip())
        known = person.password if person is not None and person.password is not None else None
        if not self._fits(known or self._nobody, password) or person is None or known is None:
            raise Unauthenticated("Name and password do not fit together.")
        self._attempts.succeeded(*guesses)
        if self._hasher.check_needs_rehash(known):
            with self._hashing:
                renewed = self._hasher.hash(password)
            with self._database.transaction() as connection:
                people.set_password(connection, person.id, renewed)
        with self._database.transaction() as connection:
            self._note(connection, person, "person.signed_in", whence)
        return self.enter(person, whence)

    def change_password(self, person: Person, old: str, new: str, whence: Whence) -> str:
        """Set another password, end all sessions, and return a new one's secret.

        Raises ValueNotAllowed naming the field, and TooManyRequests after several wrong ones."""
        with self._database.reading() as connection:
            known = people.get(connection, person.id)
        if known is None or known.password is None:
            raise ValueNotAllowed("You sign in without a password of ours.", parameter="old")
        guesses = _guesses(whence, known.name)
        self._attempts.begin(*guesses)
        if not self._fits(known.password, old):
            raise ValueNotAllowed("That is not your present password.", parameter="old")
        self._attempts.succeeded(*guesses)
        hashed = self._hashed(new)
        with self._database.transaction() as connection:
            people.set_password(connection, person.id, hashed)
            sessions.delete_of(connection, person.id)
            self._note(connection, person, "person.password_changed", whence)
        return self.enter(person, whence)

    def enter(self, person: Person, whence: Whence = UNKNOWN) -> str:
        """A new session's secret for somebody who has shown who they are."""
        now, secret = self._clock(), secrets.token_urlsafe(32)
        ends, about = now + timedelta(days=SESSION_DAYS), {"address": whence.address or None, "agent": whence.agent}
        with self._database.transaction() as connection:
            sessions.forget_before(connection, now)
            sessions.insert(connection, digest(secret), person.id, now, ends, **about)
        return secret

    def sessions_of(self, person: Person) -> list[Session]:
        with self._database.reading() as connection:
            return sessions.of_person(connection, person.id, self._clock())

    def end_session(self, person: Person, session: str, whence: Whence) -> None:
        """Sign a person out elsewhere. Raises NotFound when they have no such session."""
        with self._database.transaction() as connection:
            if not any(one.digest == session for one in sessions.of_person(connection, person.id, self._clock())):
                raise NotFound("That session has ended already.")
            sessions.delete(connection, session)
            self._note(connection, person, "person.signed_out", whence)

    def who(self, secret: str) -> Person | None:
        with self._database.reading() as connection:
            return sessions.find(connection, digest(secret), self._clock())

    def administrator(self) -> Person | None:
        with self._database.reading() as connection:
            return people.first(connection)

    def sign_out(self, secret: str) -> None:
        with self._database.transaction() as connection:
            sessions.delete(connection, digest(secret))

    def _note(self, connection: Connection, person: Person, action: str, whence: Whence) -> None:
        author = Author(f"person {person.name}", whence.address or None)
        audit.note(connection, author, action, person.project, person.id, self._clock())

    def _hashed(self, password: str) -> str:
        """Raises ValueNotAllowed for a password that is too short."""
        if not PASSWORD_LENGTH_MIN <= len(password) <= PASSWORD_LENGTH_MAX:
            raise ValueNotAllowed(
                f"The password must have at least {PASSWORD_LENGTH_MIN} characters.", parameter="password"
            )
        with self._hashing:
            return self._hasher.hash(password)

    def _fits(self, hashed: str, password: str) -> bool:
        if len(password) > PASSWORD_LENGTH_MAX:
            return False
        try:
            with self._hashing:
                return self._hasher.verify(hashed, password)
        except (VerificationError, InvalidHashError):
            return False


def _guesses(whence: Whence, name: str) -> tuple[str, str]:
    """What tries are counted by: the address, and the address with the name, so that whoever signs in as themselves in
    between wipes off no guesses at somebody else."""
    return whence.address, f"{whence.address} {name.strip()[:NAME_LENGTH_MAX]}"


def _ensure_free(connection: Connection, name: str, person_id: str) -> None:
    namesake = people.find_by_name(connection, name)
    if namesake is not None and namesake.id != person_id:
        raise ValueNotAllowed("Somebody has that name already; take another.", parameter="name")
