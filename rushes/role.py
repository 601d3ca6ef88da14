"""Role: what a person may do in a project, said in the scopes of keys, so that one rule (`Key.ensure_may`) holds for people
and programs alike."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from datetime import datetime

from rushes.key import ALL_SCOPES, USUAL_SCOPES, Key, Scope


class Role(enum.StrEnum):
    OWNER = "owner"  #: everything, also keys, people, budgets and the deletion of the project's data
    MEMBER = "member"  #: make, look at and delete tasks and files
    VIEWER = "viewer"  #: look at tasks and sums


SCOPES: Mapping[Role, frozenset[Scope]] = {
    Role.OWNER: ALL_SCOPES,
    Role.MEMBER: USUAL_SCOPES,
    Role.VIEWER: frozenset({Scope.READ}),
}


def as_key(role: Role, person: str, project: str, since: datetime) -> Key:
    """What somebody of that role is like among keys: live, without bounds, and with no secret that could be presented."""
    return Key(
        id=person,
        project=project,
        name="Console",
        prefix="",
        digest="",
        live=True,
        scopes=SCOPES[role],
        created_at=since,
    )
