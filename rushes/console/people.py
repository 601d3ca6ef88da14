"""The people page: who is in the project, as what; inviting, changing, removing. And going on in another project."""

from __future__ import annotations

from starlette.responses import Response

from rushes.console import guard
from rushes.console.house import Visit
from rushes.console.pages import go, page
from rushes.database import members, projects
from rushes.errors import Conflict, NotFound, Refused, ValueNotAllowed
from rushes.intake import people as intake
from rushes.role import Role

ROLE_WORDS = {
    Role.OWNER: "everything, also keys, people and money",
    Role.MEMBER: "make, look at and delete clips and files",
    Role.VIEWER: "look at clips and sums",
}


def show(visit: Visit) -> Response:
    return _page(visit)


def invite(visit: Visit) -> Response:
    """The page again, with the link: the only time it is shown."""
    database, project = visit.house.desk.database, visit.person.project
    try:
        made, token = intake.invite(
            database, project=project, name=visit.one("name"), role=_role(visit), by=visit.by, now=visit.now
        )
    except ValueNotAllowed as error:
        return _page(visit, status=400, error=error)
    return _page(visit, made=made, link=f"{visit.origin}/join?link={token.reveal()}")


def withdraw(visit: Visit) -> Response:
    database, project = visit.house.desk.database, visit.person.project
    intake.withdraw(database, project=project, invitation=visit.path["id"], by=visit.by, now=visit.now)
    return go("/people")


def change(visit: Visit) -> Response:
    database, project, person = visit.house.desk.database, visit.person.project, visit.path["id"]
    intake.change_role(database, project=project, person=person, role=_role(visit), by=visit.by, now=visit.now)
    return go("/people" if person != visit.person.id else "/")


def remove(visit: Visit) -> Response:
    database, project, person = visit.house.desk.database, visit.person.project, visit.path["id"]
    intake.remove(database, project=project, person=person, by=visit.by, now=visit.now)
    return go("/people" if person != visit.person.id else "/")


def show_projects(visit: Visit) -> Response:
    """The projects that the person is in."""
    with visit.house.desk.database.reading() as connection:
        mine = members.of_person(connection, visit.person.id)
        names = {project.id: project.name for project in projects.page(connection)}
    return page(visit, "projects.html", mine=mine, names=names)


def enter_project(visit: Visit) -> Response:
    visit.house.door.go_on_in(visit.person, visit.secret, visit.path["id"])
    return go("/")


def show_invitation(visit: Visit) -> Response:
    return _join_page(visit, visit.query.get("link", ""))


def join(visit: Visit) -> Response:
    """By who is signed in, as they are; by a stranger, with a name and a password of their own."""
    link, door = visit.one("link"), visit.house.door
    if visit.visitor is not None:
        visit.ensure_own(visit.one("csrf"))
        door.join(visit.visitor, visit.secret, link)
        return go("/")
    try:
        if visit.one("password") != visit.one("again"):
            raise ValueNotAllowed("The two passwords are not the same.", parameter="again")
        secret = door.join_anew(link, visit.one("name"), visit.one("password"))
    except ValueNotAllowed as error:
        return _join_page(visit, link, error)
    response = go("/")
    guard.set_cookie(response, visit.request, visit.house, secret)
    return response


def _join_page(visit: Visit, link: str, error: Refused | None = None) -> Response:
    invitation = visit.house.door.invitation(link)
    with visit.house.desk.database.reading() as connection:
        project = projects.get(connection, invitation.project)
        is_in = visit.visitor is not None and members.get(connection, visit.visitor.id, invitation.project) is not None
    if project is None:
        raise NotFound("This project is not there any more.")
    if is_in:
        raise Conflict(f"You are in the project {project.name} already.")
    return page(
        visit,
        "join.html",
        "",
        400 if error else 200,
        link=link,
        invitation=invitation,
        project=project,
        may=ROLE_WORDS[invitation.role],
        name=visit.one("name") or invitation.name,
        error=error,
    )


def _page(
    visit: Visit,
    *,
    status: int = 200,
    error: Refused | None = None,
    made: members.Invitation | None = None,
    link: str = "",
) -> Response:
    project = visit.person.project
    with visit.house.desk.database.reading() as connection:
        found = members.of_project(connection, project)
        invitations = members.invitations(connection, project, visit.now)
    return page(
        visit,
        "people.html",
        "People",
        status,
        members=found,
        invitations=invitations,
        roles=ROLE_WORDS,
        error=error,
        form=visit.form,
        made=made,
        link=link,
    )


def _role(visit: Visit) -> Role:
    try:
        return Role(visit.one("role"))
    except ValueError as fault:
        raise ValueNotAllowed("Choose one of the roles.", parameter="role") from fault
