"""People: invited into a project, given a role, removed. The same for the API, the console and the command line; every act
is noted in the audit log, in the same transaction."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import Connection

from rushes.database import audit, members, projects
from rushes.database.audit import By
from rushes.database.connect import Database
from rushes.database.members import Invitation, Member
from rushes.errors import Conflict, NotFound, ValueNotAllowed
from rushes.key import Secret
from rushes.role import Role

NAME_LENGTH_MAX = 60
INVITATION_DAYS = 7


def invite(
    database: Database, *, project: str, name: str, role: Role, by: By, now: datetime
) -> tuple[Invitation, Secret]:
    """A one-time link's token for whoever is to join; it is not kept: show it once.

    Raises NotFound for an unknown project, ValueNotAllowed for a name of wrong length."""
    name = named(name)
    token = Secret(secrets.token_urlsafe(32))
    author = by if isinstance(by, str) else by.name
    made = Invitation(token.digest, project, name, role, author, now, now + timedelta(days=INVITATION_DAYS))
    with database.transaction() as connection:
        if projects.get(connection, project) is None:
            raise NotFound(f"There is no project {project[:64]!r}.")
        members.forget_before(connection, now)
        members.invite(connection, made)
        audit.note(connection, by, "person.invited", project, made.digest[:16], now, name=name, role=str(role))
    return made, token


def withdraw(database: Database, *, project: str, invitation: str, by: By, now: datetime) -> None:
    """Let a link work no more. Raises NotFound when there is none."""
    with database.transaction() as connection:
        if not members.withdraw(connection, project, invitation):
            raise NotFound("There is no such invitation any more.")
        audit.note(connection, by, "invitation.withdrawn", project, invitation[:16], now)


def join(connection: Connection, token: str, person: str, name: str, now: datetime) -> Invitation:
    """Make somebody a member with a one-time link, in the caller's transaction. Raises NotFound when it is used or too
    old; Conflict for who is a member already, and the link stays open for another."""
    digest = Secret(token).digest
    found = members.find_invitation(connection, digest, now)
    if found is not None and members.get(connection, person, found.project) is not None:
        raise Conflict(f"You are in the project {found.project} already.")
    used = members.use_invitation(connection, digest, now)
    if used is None:
        raise NotFound("This invitation was used already, was withdrawn or is too old; ask for another.")
    members.put(connection, person, used.project, used.role, now)
    about = {"name": name, "role": str(used.role), "invited_by": used.by}
    audit.note(connection, f"person {name}", "person.joined", used.project, person, now, **about)
    return used


def change_role(database: Database, *, project: str, person: str, role: Role, by: By, now: datetime) -> Member:
    """Raises NotFound; Conflict when the project would be left without an owner."""
    with database.transaction() as connection:
        was = _alone(connection, project, person, lambda found: role is not Role.OWNER and found.role is Role.OWNER)
        members.change(connection, person, project, role)
        about = {"name": was.name, "was": str(was.role), "role": str(role)}
        audit.note(connection, by, "person.role_changed", project, person, now, **about)
        changed = members.get(connection, person, project)
    assert changed is not None, "the project is locked"
    return changed


def remove(database: Database, *, project: str, person: str, by: By, now: datetime) -> None:
    """Take somebody out of a project; their sessions there end with it. Raises NotFound; Conflict when the project would
    be left without an owner."""
    with database.transaction() as connection:
        was = _alone(connection, project, person, lambda found: found.role is Role.OWNER)
        members.remove(connection, person, project)
        audit.note(connection, by, "person.removed", project, person, now, name=was.name, was=str(was.role))


def named(name: str) -> str:
    """A person's name as it is kept. Raises ValueNotAllowed."""
    if not 1 <= len(name.strip()) <= NAME_LENGTH_MAX or not name.strip().isprintable():
        raise ValueNotAllowed(f"The name must have 1 to {NAME_LENGTH_MAX} characters.", parameter="name")
    return name.strip()


def _alone(connection: Connection, project: str, person: str, leaves: Callable[[Member], bool]) -> Member:
    """The member who is to be changed, while nobody else changes the project's members. Raises NotFound, Conflict."""
    projects.lock(connection, project)
    found = members.get(connection, person, project)
    if found is None:
        raise NotFound(f"There is nobody {person[:64]!r} in this project.")
    owners = [member for member in members.of_project(connection, project) if member.role is Role.OWNER]
    if leaves(found) and len(owners) == 1:
        raise Conflict("This is the project's only owner; make somebody else one first.")
    return found
