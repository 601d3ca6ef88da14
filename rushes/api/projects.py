"""Projects over HTTP. A key with the scope `admin` administers its own project; one of the server's own project, `default`,
also makes other projects and sees to their money, but has no way to what is in them: it sees sums, never clips, prompts,
files, keys or people."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import Response

from rushes.api import fields, limits
from rushes.api.answers import enveloped
from rushes.api.front import Call
from rushes.api.people import ensure_covers, link_words
from rushes.database import budgets, projects
from rushes.database.projects import Project
from rushes.errors import Forbidden, MissingParameter, NotFound, ValueNotAllowed
from rushes.intake import people
from rushes.intake import projects as intake
from rushes.model import Kind, Parameter, usd_text
from rushes.role import Role

ID = Parameter("id", Kind.STRING, "Up to 40 of a-z, 0-9 and -.", required=True, length_max=40, example="studio")
NAME = Parameter("name", Kind.STRING, "What people call it; the id when left out.", length_max=100, example="Studio")
OWNER = Parameter(
    "owner",
    Kind.STRING,
    "Who is to be its first owner: the answer then has a one-time link that lets them in.",
    length_max=people.NAME_LENGTH_MAX,
    example="Maya",
)
CREATE = (ID, NAME, OWNER)
LIMIT = Parameter("limit", Kind.STRING, "USD that it may hold and spend in all; null is no limit.", example="500")
TASK_DAYS = Parameter(
    "task_days",
    Kind.INTEGER,
    "For how many days tasks and clips made from now on are kept; null is as the server says.",
    minimum=1,
    maximum=intake.DAYS_MAX,
    example=7,
)
FILE_DAYS = Parameter("file_days", Kind.INTEGER, "The same for uploads.", minimum=1, maximum=intake.DAYS_MAX, example=7)
LEGAL_HOLD = Parameter(
    "legal_hold", Kind.BOOLEAN, "While true, nothing of it expires and nothing can be deleted.", example=False
)
CHANGE = (limits.BUDGET, TASK_DAYS, FILE_DAYS, LIMIT, LEGAL_HOLD)
#: What only the server's own project may set.
_HOUSE_ONLY = (LIMIT, LEGAL_HOLD)
AMOUNT = Parameter("amount", Kind.STRING, "USD.", required=True, example="25.00")
REFERENCE = Parameter(
    "reference",
    Kind.STRING,
    "The payment's own number; the same one never counts twice.",
    length_max=200,
    example="invoice-17",
)
TOP_UP = (AMOUNT, REFERENCE)
CONFIRM = Parameter("confirm", Kind.STRING, "The project's id, once more.", required=True, example="studio")
ERASE = (CONFIRM,)


def is_house(call: Call) -> bool:
    """Does the key belong to the server's own project?"""
    return call.key.project == projects.DEFAULT


def ensure_house(call: Call, *, pays: bool) -> None:
    """Raises Forbidden for keys of other projects, and for test keys when it is about money."""
    if not is_house(call):
        raise Forbidden("Only a key of the server's own project may do this; ask whoever runs the server.")
    if pays and not call.key.live:
        raise Forbidden("A test key moves no money; use a live one.")


def page(call: Call) -> Response:
    with call.front.desk.database.reading() as connection:
        found = [project for project in projects.page(connection) if is_house(call) or project.id == call.key.project]
    return enveloped({"projects": [_words(project) for project in found], "total": len(found)})


def create(call: Call) -> Response:
    given = fields.read(call.body, CREATE, "a project")
    ensure_house(call, pays=True)
    database, now, project = call.front.desk.database, call.front.desk.clock(), str(given["id"])
    owner = given.get(OWNER.name)
    name = people.named(owner) if isinstance(owner, str) else None
    if name is not None:
        ensure_covers(call, Role.OWNER)
    intake.create(database, project, str(given.get(NAME.name) or project), by=call.by, now=now)
    words: dict[str, object] = {"id": project}
    if name is not None:
        made, token = people.invite(database, project=project, name=name, role=Role.OWNER, by=call.by, now=now)
        words["invitation"] = link_words(call, made, token)
    return enveloped(words)


def read(call: Call) -> Response:
    project = _named(call)
    with call.front.desk.database.reading() as connection:
        standings = budgets.standings(connection, project.id, project.id, call.front.desk.clock())
    return enveloped({**_words(project), "budgets": [limits.standing_words(standing) for standing in standings]})


def change(call: Call) -> Response:
    """As JSON merge patch (RFC 7396): what is not named stays."""
    project = _named(call)
    given = fields.read(call.body, CHANGE, "a project")
    amounts, hard = limits.read_budget(given)
    if any(parameter.name in given for parameter in _HOUSE_ONLY):
        ensure_house(call, pays=True)
    limit = given.get(LIMIT.name)
    limited = None if limit is None else fields.microusd(limit, LIMIT.name, LIMIT.name)
    days = {name: _days(given[name]) for name in (TASK_DAYS.name, FILE_DAYS.name) if name in given}
    database, by, now = call.front.desk.database, call.by, call.front.desk.clock()
    if days:
        intake.retain(database, project.id, days, by=by, now=now)
    for period, amount in amounts.items():
        intake.set_budget(database, project.id, period, amount, hard=hard is not False, by=by, now=now)
    if LIMIT.name in given:
        intake.limit(database, project.id, limited, by=by, now=now)
    if LEGAL_HOLD.name in given:
        if given[LEGAL_HOLD.name] is None:
            raise MissingParameter("legal_hold must be true or false.", parameter=LEGAL_HOLD.name)
        intake.keep(database, project.id, given[LEGAL_HOLD.name] is True, by=by, now=now)
    return read(call)


def top_up(call: Call) -> Response:
    project = _named(call)
    given = fields.read(call.body, TOP_UP, "a top-up")
    ensure_house(call, pays=True)
    amount = fields.microusd(given["amount"], AMOUNT.name, AMOUNT.name)
    reference = given.get(REFERENCE.name)
    added = intake.top_up(
        call.front.desk.database,
        project.id,
        amount,
        reference=None if reference is None else str(reference),
        by=call.by,
        now=call.front.desk.clock(),
    )
    with call.front.desk.database.reading() as connection:
        after = projects.get(connection, project.id)
    assert after is not None, "projects are never removed"
    return enveloped({"added": added, **_words(after)})


def erase(call: Call) -> Response:
    project = _named(call)
    given = fields.read(call.body, ERASE, "an erasure")
    if given["confirm"] != project.id:
        raise ValueNotAllowed(f"confirm must be {project.id}, the id of what is erased.", parameter="confirm")
    if not call.key.live:
        raise Forbidden("A test key erases nothing; use a live one.")
    emptied = intake.erase(call.front.desk.database, project.id, by=call.by, now=call.front.desk.clock())
    return enveloped({"tasks": emptied})


def _named(call: Call) -> Project:
    """The project in the path. Raises NotFound, also for another's."""
    project_id = call.path["id"]
    with call.front.desk.database.reading() as connection:
        found = projects.get(connection, project_id) if is_house(call) or project_id == call.key.project else None
    if found is None:
        raise NotFound(f"There is no project {project_id[:64]!r} for this key.")
    return found


def _days(value: object) -> int | None:
    assert value is None or isinstance(value, int), "just checked"
    return value


def _words(project: Project) -> Mapping[str, object]:
    balance, left, limit = project.balance_microusd, project.left_microusd, project.limit_microusd
    return {
        "id": project.id,
        "name": project.name,
        "created_at": fields.iso(project.created_at),
        "balance": None if balance is None else usd_text(balance),
        "held": usd_text(project.held_microusd),
        "spent": usd_text(project.spent_microusd),
        "left": None if left is None else usd_text(max(0, left)),
        "limit": None if limit is None else usd_text(limit),
        "task_days": project.task_days,
        "file_days": project.file_days,
        "legal_hold_since": fields.iso(project.kept_since),
    }
