"""The door by itself: links, guesses, sessions; with the clock in our hands."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from rushes.console import door
from rushes.console.attempts import FREE_FAILURES, Attempts
from rushes.console.door import SESSION_DAYS, Door, Whence
from rushes.database import audit, people, projects
from rushes.database.connect import Database
from rushes.errors import NotFound, TooManyRequests, Unauthenticated, ValueNotAllowed

PASSWORD = "a long walk home"
HERE = Whence("10.0.0.1")


class Clock:
    now = datetime(2026, 11, 22, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def token(database: Database) -> str:
    with database.transaction() as connection:
        projects.ensure_default(connection, Clock.now)
    made = door.open_first_link(database, projects.DEFAULT, Clock.now)
    assert made is not None
    return made


def test_a_password_is_kept_as_argon2id_only(database: Database, token: str) -> None:
    Door(database, Clock()).accept(token, " Maya ", PASSWORD)
    with database.reading() as connection:
        person = people.find_by_name(connection, "Maya")
    assert person is not None
    assert person.password is not None
    assert person.password.startswith("$argon2id$")
    assert PASSWORD not in person.password


def test_once_a_password_is_set_starts_make_no_more_links(database: Database, token: str) -> None:
    Door(database, Clock()).accept(token, "Maya", PASSWORD)
    assert door.open_first_link(database, projects.DEFAULT, Clock.now) is None


def test_a_forgotten_password_is_replaced_and_all_sessions_end(database: Database, token: str) -> None:
    it = Door(database, Clock())
    session = it.accept(token, "Maya", PASSWORD)
    again = door.open_link(database, projects.DEFAULT, Clock.now)
    assert it.who(session) is not None, "the link alone changes nothing"
    it.accept(again, "Maya", "another long walk")
    assert it.who(session) is None
    with pytest.raises(Unauthenticated):
        it.sign_in("Maya", PASSWORD, HERE)
    assert it.who(it.sign_in("Maya", "another long walk", HERE)) is not None


def test_a_changed_password_ends_every_session_and_is_noted(database: Database, token: str) -> None:
    it = Door(database, Clock())
    session = it.accept(token, "Maya", PASSWORD)
    other = it.sign_in("Maya", PASSWORD, HERE)
    maya = it.who(session)
    assert maya is not None
    for old, new, field in (("wrong", "another long walk", "old"), (PASSWORD, "short", "password")):
        with pytest.raises(ValueNotAllowed) as refused:
            it.change_password(maya, old, new, HERE)
        assert refused.value.parameter == field
    assert {one.address for one in it.sessions_of(maya)} == {None, HERE.address}
    fresh = it.change_password(maya, PASSWORD, "another long walk", HERE)
    assert (it.who(session), it.who(other)) == (None, None)
    assert it.who(fresh) is not None
    it.sign_in("Maya", "another long walk", HERE)
    with database.reading() as connection:
        acts = audit.page(connection, action="person")
    assert [(act.by, act.action, act.address) for act in acts[:2]] == [
        ("person Maya", "person.signed_in", HERE.address),
        ("person Maya", "person.password_changed", HERE.address),
    ]


def test_a_session_is_ended_by_whom_it_belongs_to(database: Database, token: str) -> None:
    it = Door(database, Clock())
    session, other = it.accept(token, "Maya", PASSWORD), it.sign_in("Maya", PASSWORD, HERE)
    maya = it.who(session)
    assert maya is not None
    with pytest.raises(NotFound):
        it.end_session(replace(maya, id="0" * 26), door.digest(other), HERE)
    it.end_session(maya, door.digest(other), HERE)
    assert it.who(other) is None
    assert it.who(session) is not None


def test_guesses_at_one_name_are_not_wiped_off_by_signing_in_as_another(database: Database, token: str) -> None:
    it = Door(database, Clock())
    it.accept(token, "Maya", PASSWORD)
    for number in range(FREE_FAILURES):
        if number == FREE_FAILURES - 1:
            it.sign_in("Maya", PASSWORD, HERE)
        with pytest.raises(Unauthenticated):
            it.sign_in("Jonas", "guess", HERE)
    with pytest.raises(TooManyRequests):
        it.sign_in("Jonas", "guess", HERE)


@pytest.mark.parametrize(
    ("name", "password", "field"),
    [
        ("", PASSWORD, "name"),
        ("x" * 61, PASSWORD, "name"),
        ("Maya", "short", "password"),
        ("Maya", "x" * 1001, "password"),
    ],
)
def test_what_cannot_be_is_named_and_the_link_goes_on(
    database: Database, token: str, name: str, password: str, field: str
) -> None:
    it = Door(database, Clock())
    with pytest.raises(ValueNotAllowed) as refused:
        it.accept(token, name, password)
    assert refused.value.parameter == field
    assert it.invited(token)


def test_odd_links_and_cookies_open_nothing(database: Database, token: str) -> None:
    it = Door(database, Clock())
    for odd in ("", token[:-1], "\0", "\ud800", "x" * 10_000):
        with pytest.raises(NotFound):
            it.invited(odd)
        assert it.who(odd) is None


def test_a_session_lasts_its_days(database: Database, token: str) -> None:
    clock = Clock()
    it = Door(database, clock)
    session = it.accept(token, "Maya", PASSWORD)
    clock.now += timedelta(days=SESSION_DAYS, seconds=-1)
    assert it.who(session) is not None
    clock.now += timedelta(seconds=1)
    assert it.who(session) is None


def test_many_guesses_at_once_are_not_tried_for_the_price_of_one() -> None:
    attempts = Attempts(lambda: 0.0)
    for _ in range(FREE_FAILURES):
        attempts.begin("10.0.0.1")
    with pytest.raises(TooManyRequests):
        attempts.begin("10.0.0.1")
    attempts.succeeded("10.0.0.1")
    attempts.begin("10.0.0.1")


def test_guesses_have_to_wait_longer_and_longer() -> None:
    now = [0.0]
    attempts = Attempts(lambda: now[0])
    for _ in range(FREE_FAILURES):
        attempts.ensure_may("10.0.0.1")
        attempts.failed("10.0.0.1")
    with pytest.raises(TooManyRequests) as refused:
        attempts.ensure_may("10.0.0.1")
    first = refused.value.retry_after_seconds
    attempts.ensure_may("10.0.0.2")
    now[0] += first
    attempts.ensure_may("10.0.0.1")
    attempts.failed("10.0.0.1")
    with pytest.raises(TooManyRequests) as refused:
        attempts.ensure_may("10.0.0.1")
    assert refused.value.retry_after_seconds > first
    attempts.succeeded("10.0.0.1")
    attempts.ensure_may("10.0.0.1")


def test_after_a_quarter_of_an_hour_guesses_are_forgotten() -> None:
    now = [0.0]
    attempts = Attempts(lambda: now[0])
    for _ in range(FREE_FAILURES):
        attempts.failed("10.0.0.1")
    now[0] += 901.0
    attempts.failed("10.0.0.1")
    attempts.ensure_may("10.0.0.1")
