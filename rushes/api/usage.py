"""Usage and receipts over HTTP: sums of what ended, as JSON or CSV; and each task's own lines."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import UTC, date, timedelta
from typing import cast

from starlette.responses import Response

from rushes.api import limits
from rushes.api.answers import NO_STORE, answer
from rushes.api.front import Call
from rushes.api.poll import TASK_ID
from rushes.api.route import Group, Query, Route
from rushes.api.tasks import find
from rushes.database import budgets, keys, ledger, projects, usage
from rushes.errors import Forbidden, NotFound, Unauthenticated, ValueNotAllowed
from rushes.key import Scope
from rushes.ledger import EntryKind
from rushes.model import describe, listed, usd_text
from rushes.task import Status
from rushes.usage import Dimension, Line, percentile

DAYS = 30
DAYS_MAX = 3660
SHARES = {"p50": 0.5, "p90": 0.9, "p99": 0.99}
_DAY = r"^\d{4}-\d{2}-\d{2}$"
_FORMATS = ("json", "csv")
#: Spreadsheets take a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def page(call: Call) -> Response:
    """Raises ValueNotAllowed, naming the query parameter."""
    first, last = _days(call)
    by = _dimensions(call.query.get("by", "day"))
    form = call.query.get("format", "json")
    if not TASK_ID.fullmatch(call.query.get("key", "0" * 26)):
        raise ValueNotAllowed(f"key is {describe(call.query['key'])}; it must be the id of a key.", parameter="key")
    _day(call, Dimension.DAY)
    where = {dimension: call.query[dimension] for dimension in Dimension if dimension in call.query}
    project, now = call.key.project, call.front.desk.clock()
    with call.front.desk.database.reading() as connection:
        span = {"first": first.isoformat(), "last": last.isoformat(), "where": where}
        found = usage.lines(connection, project, by=by, **span)  # type: ignore[arg-type]  # one dict of three types
        whole = usage.lines(connection, project, by=(), **span)  # type: ignore[arg-type]
        names = {key.id: key.name for key in keys.page(connection, project)} if Dimension.KEY in by else {}
        owner = projects.get(connection, project)
        standings = budgets.standings(connection, project, call.key.root, now)
    if form == "csv":
        return _csv(found, by, names)
    assert owner is not None, "a key's project is never removed"
    left = owner.left_microusd
    return answer(
        {
            "from": first.isoformat(),
            "to": last.isoformat(),
            "by": list(by),
            "lines": [_words(line, names) for line in found],
            "total": _words(whole[0], {}),
            "money": {
                "balance": None if owner.balance_microusd is None else usd_text(owner.balance_microusd),
                "held": usd_text(owner.held_microusd),
                "spent": usd_text(owner.spent_microusd),
                "left": None if left is None else usd_text(max(0, left)),
            },
            "budgets": [limits.standing_words(standing) for standing in standings],
        }
    )


def receipt(call: Call) -> Response:
    """The lines of one task: what was held, what was delivered at which price, what went back."""
    task = find(call)
    with call.front.desk.database.reading() as connection:
        entries = ledger.entries(connection, task.id)
    captured = sum(entry.amount_microusd for entry in entries if entry.kind is EntryKind.CAPTURE)
    delivered = task.cost.delivered(task.shot.new_seconds if task.charged_microusd or task.clip else 0)
    return answer(
        {
            "task": task.id,
            "model": task.model,
            "key": task.key_id,
            "status": str(task.status),
            "currency": "USD",
            "price_version": task.cost.price_version,
            "unit_price": usd_text(task.cost.unit_price_microusd),
            "quantity": delivered.quantity,
            "discount": usd_text(delivered.discount_microusd),
            "total": usd_text(captured),
            "entries": [
                {
                    "kind": str(entry.kind),
                    "amount": usd_text(entry.amount_microusd),
                    "take": entry.take,
                    "at": entry.at.isoformat().replace("+00:00", "Z"),
                }
                for entry in entries
            ],
        }
    )


def _days(call: Call) -> tuple[date, date]:
    last = _day(call, "to") or call.front.desk.clock().astimezone(UTC).date()
    first = _day(call, "from") or last - timedelta(days=DAYS - 1)
    if not first <= last <= first + timedelta(days=DAYS_MAX):
        raise ValueNotAllowed(
            f"from is {first} and to is {last}; give 1 to {DAYS_MAX} days, the first one first.", parameter="from"
        )
    return first, last


def _day(call: Call, name: str) -> date | None:
    text = call.query.get(name)
    if text is None:
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.isoformat() != text or found.year < 2000:
        raise ValueNotAllowed(f"{name} is {describe(text)}; it must be a day, such as 2026-11-22.", parameter=name)
    return found


def _dimensions(text: str) -> tuple[Dimension, ...]:
    names = [name for name in text.split(",") if name]
    for name in names:
        if name not in list(Dimension):
            raise ValueNotAllowed(
                f"by has {describe(name)}; it may have {listed(list(Dimension))}, joined by commas.", parameter="by"
            )
    return tuple(dict.fromkeys(Dimension(name) for name in names))


def _words(line: Line, names: Mapping[str, str]) -> dict[str, object]:
    words: dict[str, object] = {str(dimension): value for dimension, value in line.of.items()}
    if Dimension.KEY in line.of:
        words["key_name"] = names.get(line.of[Dimension.KEY])
    return {
        **words,
        "tasks": line.tasks,
        "seconds": line.seconds,
        "spend": usd_text(line.charged_microusd),
        "discount": usd_text(line.discount_microusd),
        "waiting_seconds": _percentiles(line.waiting),
        "rendering_seconds": _percentiles(line.rendering),
    }


def _percentiles(counts: Mapping[int, int]) -> dict[str, float | None]:
    found = {name: percentile(counts, share) for name, share in SHARES.items()}
    return {name: None if seconds is None else round(seconds, 2) for name, seconds in found.items()}


def _csv(lines: list[Line], by: tuple[Dimension, ...], names: Mapping[str, str]) -> Response:
    times = [f"{kind}_{name}" for kind in ("waiting", "rendering") for name in SHARES]
    named = ["key_name"] if Dimension.KEY in by else []
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([*by, *named, "tasks", "seconds", "spend_usd", "discount_usd", *times])
    for line in lines:
        words = _words(line, names)
        kinds = [cast(Mapping[str, float | None], words[f"{kind}_seconds"]) for kind in ("waiting", "rendering")]
        sums = [words[name] for name in ("tasks", "seconds", "spend", "discount")]
        cells = [*(words[name] for name in (*by, *named)), *sums, *(kind[name] for kind in kinds for name in SHARES)]
        writer.writerow([_cell(cell) for cell in cells])
    headers = {"content-disposition": 'attachment; filename="rushes-usage.csv"', "cache-control": NO_STORE}
    return Response(out.getvalue(), headers=headers, media_type="text/csv")


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


RECEIPT = Route(
    "GET",
    "/model/v1/generation/task/{id}/receipt",
    receipt,
    Scope.READ,
    Group.TASKS,
    "Read a task's receipt",
    "Every line of its money: what was held at which price, what was delivered and charged, what went back.",
    "Receipt",
    refusals=(Unauthenticated, Forbidden, NotFound),
)
PAGE = Route(
    "GET",
    "/v1/usage",
    page,
    Scope.READ,
    Group.USAGE,
    "Sum up usage",
    "Tasks, seconds, spend, waiting and rendering times of the project's tasks by the UTC day they ended, and how "
    "balance and budgets stand.",
    "Usage",
    query=(
        Query("from", "The first day; 30 days when left out.", pattern=_DAY, example="2026-11-01"),
        Query("to", "The last day; today when left out.", pattern=_DAY, example="2026-11-30"),
        Query(
            "by",
            "One line for each of these, joined by commas: day, model, key, engine, status.",
            default="day",
            example="day,model",
        ),
        Query("day", "Only that day.", pattern=_DAY, example="2026-11-22"),
        Query("model", "Only tasks of one model.", example="veo_31_fast"),
        Query("key", "Only tasks of one key, by its id.", pattern=f"^{TASK_ID.pattern}$"),
        Query("engine", "Only tasks of one engine.", example="animatic"),
        Query(
            "status",
            "Only tasks that ended so.",
            options=tuple(str(status) for status in Status if status.ended),
            example="succeeded",
        ),
        Query("format", "csv for a table.", options=_FORMATS, default="json", example="csv"),
    ),
    refusals=(Unauthenticated, Forbidden, ValueNotAllowed),
    also={200: "Table"},
)
