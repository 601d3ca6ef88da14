"""People over HTTP: those of the key's own project, and nobody else's."""

from __future__ import annotations

from starlette.responses import Response

from rushes.api import fields
from rushes.api.answers import enveloped
from rushes.api.front import Call
from rushes.api.keys import ensure_unbound
from rushes.database import members
from rushes.database.members import Invitation, Member
from rushes.errors import NotFound
from rushes.intake import people as intake
from rushes.key import Secret
from rushes.model import Kind, Parameter
from rushes.role import Role, as_key

NAME = Parameter(
    "name",
    Kind.STRING,
    "Who it is, for you; they choose their own name.",
    required=True,
    length_max=intake.NAME_LENGTH_MAX,
    example="Maya",
)
ROLE = Parameter(
    "role",
    Kind.STRING,
    "owner may do everything; member makes, looks at and deletes clips and files; viewer looks at clips and sums.",
    required=True,
    options=tuple(str(role) for role in Role),
    example="member",
)
INVITE = (NAME, ROLE)
CHANGE = (ROLE,)


def page(call: Call) -> Response:
    with call.front.desk.database.reading() as connection:
        found = members.of_project(connection, call.key.project)
        invitations = members.invitations(connection, call.key.project, call.front.desk.clock())
    return enveloped(
        {
            "people": [_words(member) for member in found],
            "invitations": [_invitation_words(invitation) for invitation in invitations],
        }
    )


def invite(call: Call) -> Response:
    given = fields.read(call.body, INVITE, "an invitation")
    role = Role(str(given["role"]))
    ensure_covers(call, role)
    made, token = intake.invite(
        call.front.desk.database,
        project=call.key.project,
        name=str(given["name"]),
        role=role,
        by=call.by,
        now=call.front.desk.clock(),
    )
    return enveloped(link_words(call, made, token))


def change(call: Call) -> Response:
    _ensure_there(call)
    role = Role(str(fields.read(call.body, CHANGE, "a person")["role"]))
    ensure_covers(call, role)
    changed = intake.change_role(
        call.front.desk.database,
        project=call.key.project,
        person=call.path["id"],
        role=role,
        by=call.by,
        now=call.front.desk.clock(),
    )
    return enveloped(_words(changed))


def remove(call: Call) -> Response:
    database, now = call.front.desk.database, call.front.desk.clock()
    intake.remove(database, project=call.key.project, person=call.path["id"], by=call.by, now=now)
    return enveloped({"id": call.path["id"], "deleted": True})


def withdraw(call: Call) -> Response:
    database, now = call.front.desk.database, call.front.desk.clock()
    intake.withdraw(database, project=call.key.project, invitation=call.path["id"], by=call.by, now=now)
    return enveloped({"id": call.path["id"], "deleted": True})


def link_words(call: Call, invitation: Invitation, token: Secret) -> dict[str, object]:
    return {**_invitation_words(invitation), "link": f"{call.origin}/join?link={token.reveal()}"}


def ensure_covers(call: Call, role: Role) -> None:
    """Raises Forbidden for a role that may do more than the key that gives it: people have no bounds and do not expire."""
    ensure_unbound(call)
    call.key.ensure_covers(as_key(role, "", call.key.project, call.key.created_at))


def _ensure_there(call: Call) -> None:
    with call.front.desk.database.reading() as connection:
        if members.get(connection, call.path["id"], call.key.project) is None:
            raise NotFound(f"There is nobody {call.path['id'][:64]!r} in this key's project.")


def _words(member: Member) -> dict[str, object]:
    return {
        "id": member.person,
        "name": member.name,
        "role": str(member.role),
        "since": fields.iso(member.created_at),
        "signs_in_by": member.issuer or "password",
    }


def _invitation_words(invitation: Invitation) -> dict[str, object]:
    return {
        "id": invitation.digest,
        "name": invitation.name,
        "role": str(invitation.role),
        "by": invitation.by,
        "expires_at": fields.iso(invitation.expires_at),
    }
