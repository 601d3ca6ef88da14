"""People and their sessions, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import command

from rushes.database import members, people, projects, sessions
from rushes.database.connect import Database
from rushes.database.members import Invitation
from rushes.database.migrate import configuration, migrate
from rushes.database.people import Person
from rushes.database.webhook_tables import metadata
from rushes.errors import Conflict
from rushes.intake import people as intake
from rushes.role import Role
from tests.places.database.examples import at_once

NOW = datetime(2026, 11, 22, tzinfo=UTC)
LINK, COOKIE = "1" * 64, "2" * 64


def administrator(database: Database) -> Person:
    person = Person("p" * 26, projects.DEFAULT, "administrator", None, NOW)
    with database.transaction() as connection:
        projects.ensure_default(connection, NOW)
        assert people.insert(connection, person)
        people.open_link(connection, person.id, LINK)
        members.put(connection, person.id, projects.DEFAULT, Role.OWNER, NOW)
    return person


def test_a_link_sets_a_password_exactly_once(database: Database) -> None:
    person = administrator(database)
    with database.transaction() as connection:
        assert people.find_by_link(connection, LINK) == person
        assert people.use_link(connection, LINK, "Maya", "$argon2id$one")
        assert not people.use_link(connection, LINK, "Mallory", "$argon2id$two")
    with database.reading() as connection:
        assert people.find_by_link(connection, LINK) is None
        found = people.find_by_name(connection, "Maya")
    assert found is not None
    assert (found.id, found.password) == (person.id, "$argon2id$one")


def test_a_new_link_closes_the_old_one(database: Database) -> None:
    person = administrator(database)
    with database.transaction() as connection:
        people.open_link(connection, person.id, "3" * 64)
        assert people.find_by_link(connection, LINK) is None


def test_of_two_people_with_one_name_only_the_first_is_taken(database: Database) -> None:
    administrator(database)
    with database.transaction() as connection:
        assert not people.insert(connection, Person("q" * 26, projects.DEFAULT, "administrator", None, NOW))


def test_a_session_is_found_until_it_expires_or_is_signed_out(database: Database) -> None:
    person = administrator(database)
    later = NOW + timedelta(days=1)
    with database.transaction() as connection:
        sessions.insert(connection, COOKIE, person.id, NOW, later)
        sessions.insert(connection, "4" * 64, person.id, NOW, later)
        found = sessions.find(connection, COOKIE, NOW)
        assert found is not None
        assert (found.id, found.project, found.role) == (person.id, projects.DEFAULT, Role.OWNER)
        assert sessions.find(connection, COOKIE, later) is None
        sessions.delete(connection, COOKIE)
        assert sessions.find(connection, COOKIE, NOW) is None
        assert sessions.forget_before(connection, later) == 1


def test_signing_out_everywhere_ends_every_session_of_one_person(database: Database) -> None:
    person = administrator(database)
    with database.transaction() as connection:
        for digest in (COOKIE, "5" * 64):
            sessions.insert(connection, digest, person.id, NOW, NOW + timedelta(days=1))
        sessions.delete_of(connection, person.id)
        assert sessions.find(connection, COOKIE, NOW) is None


def test_a_session_is_in_a_project_of_the_person_or_nowhere(database: Database) -> None:
    person = administrator(database)
    with database.transaction() as connection:
        projects.insert(connection, "studio", "Studio", None, NOW)
        sessions.insert(connection, COOKIE, person.id, NOW, NOW + timedelta(days=1))
        members.put(connection, person.id, "studio", Role.VIEWER, NOW + timedelta(hours=1))
        sessions.enter(connection, COOKIE, "studio")

        def found() -> tuple[str, Role | None] | None:
            there = sessions.find(connection, COOKIE, NOW)
            return None if there is None else (there.project, there.role)

        assert found() == ("studio", Role.VIEWER)
        assert members.change(connection, person.id, "studio", Role.MEMBER)
        assert found() == ("studio", Role.MEMBER)
        assert members.remove(connection, person.id, "studio")
        assert found() == (projects.DEFAULT, Role.OWNER)
        assert members.remove(connection, person.id, projects.DEFAULT)
        assert found() is None


def test_an_invitation_lets_one_in_until_it_expires(database: Database) -> None:
    administrator(database)
    later = NOW + timedelta(days=7)
    with database.transaction() as connection:
        made = Invitation("6" * 64, projects.DEFAULT, "Ben", Role.VIEWER, "person Maya", NOW, later)
        members.invite(connection, made)
        assert members.invitations(connection, projects.DEFAULT, NOW) == [made]
        assert members.find_invitation(connection, made.digest, later) is None
        assert members.use_invitation(connection, made.digest, later) is None
        assert members.use_invitation(connection, made.digest, NOW) == made
        assert members.use_invitation(connection, made.digest, NOW) is None
        members.invite(connection, made)
        assert not members.withdraw(connection, "another", made.digest)
        members.forget_before(connection, later)
        assert not members.withdraw(connection, projects.DEFAULT, made.digest)


def test_who_is_vouched_for_elsewhere_is_found_by_both_names(database: Database) -> None:
    administrator(database)
    ben = Person("b" * 26, projects.DEFAULT, "ben@example.org", None, NOW, "https://id.example", "42")
    with database.transaction() as connection:
        assert people.insert(connection, ben)
        assert people.find_by_identity(connection, "https://id.example", "42") == ben
        assert people.find_by_identity(connection, "https://other.example", "42") is None
        twin = Person("c" * 26, projects.DEFAULT, "other", None, NOW, "https://id.example", "42")
        assert not people.insert(connection, twin)


def test_of_two_owners_who_remove_each_other_at_once_one_stays(database: Database) -> None:
    first = administrator(database)
    second = Person("q" * 26, projects.DEFAULT, "second", None, NOW)
    with database.transaction() as connection:
        people.insert(connection, second)
        members.put(connection, second.id, projects.DEFAULT, Role.OWNER, NOW)
    both = (first.id, second.id)

    def remove(number: int) -> bool:
        try:
            intake.remove(database, project=projects.DEFAULT, person=both[number], by="command line", now=NOW)
        except Conflict:
            return False
        return True

    assert sorted(at_once(2, remove)) == [False, True]
    with database.reading() as connection:
        assert [member.role for member in members.of_project(connection, projects.DEFAULT)] == [Role.OWNER]


def test_who_could_sign_in_before_there_were_roles_is_an_owner(database: Database) -> None:
    with database.transaction() as connection:
        metadata.drop_all(connection)
        connection.execute(sa.text("DROP TABLE schema_version"))
        command.upgrade(configuration(connection), "0008")
        at = "'2026-11-22T00:00:00.000000+00:00'"
        for row in (
            f"projects (id, name, held_microusd, spent_microusd, created_at) VALUES ('default', 'D', 0, 0, {at})",
            f"people (id, project, name, created_at) VALUES ('maya', 'default', 'Maya', {at})",
        ):
            connection.execute(sa.text(f"INSERT INTO {row}"))
    migrate(database)
    with database.reading() as connection:
        (member,) = members.of_project(connection, projects.DEFAULT)
    assert (member.person, member.name, member.role, member.created_at) == ("maya", "Maya", Role.OWNER, NOW)
