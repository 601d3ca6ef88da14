"""What a person grants a program, and when the grant falls; past HTTP, with the clock in our hands."""

from __future__ import annotations

import base64
import hashlib
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from rushes.budget import Period
from rushes.database import audit, budgets, keys, members, people, projects
from rushes.database.connect import Database
from rushes.database.people import Person
from rushes.errors import Forbidden, NotFound, ValueNotAllowed
from rushes.intake import devices
from rushes.intake.devices import Begun, Grant, State
from rushes.key import Key, Secret
from rushes.role import Role, as_key

NOW = datetime(2026, 11, 23, tzinfo=UTC)
BY = "person Maya"


def unpadded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


class Program:
    def __init__(self, database: Database) -> None:
        self.database = database
        self.key = Ed25519PrivateKey.generate()
        self.looks = 0
        public = unpadded(self.key.public_key().public_bytes_raw())
        self.begun: Begun = devices.begin(database, client="farm", public_key=public, address="192.0.2.7", now=NOW)

    def look(self, now: datetime = NOW) -> tuple[State, Secret | None]:
        self.looks += 1
        stamp, nonce = str(int(now.timestamp())), f"nonce-{self.looks:04}"
        digest = hashlib.sha256(f"{self.begun.device_code}:{stamp}:{nonce}".encode()).digest()
        return devices.claim(
            self.database,
            device_code=self.begun.device_code,
            timestamp=stamp,
            nonce=nonce,
            proof=unpadded(self.key.sign(digest)),
            now=now,
        )


@pytest.fixture
def maya(database: Database) -> Key:
    with database.transaction() as connection:
        project = projects.ensure_default(connection, NOW)
        person = Person("0" * 26, project, "Maya", None, NOW)
        people.insert(connection, person)
        members.put(connection, person.id, project, Role.OWNER, NOW)
    return as_key(Role.OWNER, person.id, project, NOW)


def test_a_grant_is_what_the_key_is_made_of(database: Database, maya: Key) -> None:
    program = Program(database)
    assert program.look() == (State.PENDING, None)
    grant = Grant(live=False, month_microusd=5_000_000, expires_at=NOW + timedelta(days=7))
    devices.approve(database, maya, program.begun.user_code, NOW, by=BY, grant=grant)
    state, secret = program.look()
    assert state is State.AUTHORIZED
    assert secret is not None
    with database.reading() as connection:
        key = keys.find_by_digest(connection, secret.digest)
        assert key is not None
        standings = budgets.of_keys(connection, maya.project, NOW)[key.root]
        made = audit.page(connection, action="key.created")[0]
    assert (key.live, key.expires_at, key.name.split()[0]) == (False, NOW + timedelta(days=7), "farm")
    assert [(one.budget.period, one.budget.limit_microusd) for one in standings] == [(Period.MONTH, 5_000_000)]
    assert (made.by, made.address) == (BY, "192.0.2.7")
    assert program.look() == (State.EXPIRED, None), "handed over once"


def test_a_grant_falls_with_the_membership_of_whoever_gave_it(database: Database, maya: Key) -> None:
    program = Program(database)
    devices.approve(database, maya, program.begun.user_code, NOW, by=BY)
    with database.transaction() as connection:
        members.remove(connection, maya.id, maya.project)
    assert program.look() == (State.EXPIRED, None)


def test_a_program_that_was_turned_away_is_told_and_cannot_be_let_in(database: Database, maya: Key) -> None:
    program = Program(database)
    devices.deny(database, maya, program.begun.user_code, NOW, by=BY)
    assert program.look() == (State.DENIED, None)
    with pytest.raises(NotFound):
        devices.approve(database, maya, program.begun.user_code, NOW, by=BY)


def test_who_makes_no_keys_lets_nobody_in(database: Database, maya: Key) -> None:
    program = Program(database)
    member = as_key(Role.MEMBER, maya.id, maya.project, NOW)
    for verdict in (devices.approve, devices.deny):
        with pytest.raises(Forbidden):
            verdict(database, member, program.begun.user_code, NOW, by=BY)
    with pytest.raises(ValueNotAllowed):
        devices.approve(database, maya, program.begun.user_code, NOW, by=BY, grant=Grant(True, month_microusd=10**16))
    assert program.look() == (State.PENDING, None)
    late = NOW + timedelta(seconds=devices.EXPIRES_SECONDS)
    with pytest.raises(NotFound):
        devices.find(database, program.begun.user_code, late)
    assert program.look(late) == (State.EXPIRED, None)
