"""The audit trail: who did what in this project, when and from where."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlencode

from starlette.responses import Response

from rushes.console.acts import NOUNS, told, who
from rushes.console.house import Visit
from rushes.console.pages import page
from rushes.database import audit, keys

_PER_PAGE = 50
_FILTERS = ("by", "noun", "key", "from", "to")


def show(visit: Visit) -> Response:
    asked = {name: visit.query.get(name, "")[:200] for name in _FILTERS}
    first, last, before = _day(asked["from"]), _day(asked["to"]), visit.query.get("before", "")
    project = visit.person.project
    with visit.house.desk.database.reading() as connection:
        found = audit.page(
            connection,
            project,
            limit=_PER_PAGE + 1,
            before=int(before) if before.isascii() and before.isdigit() and len(before) < 16 else None,
            by=asked["by"] or None,
            action=asked["noun"] if asked["noun"] in NOUNS else None,
            subject=asked["key"] or None,
            since=first,
            until=None if last is None else last + timedelta(days=1),
        )
        authors = audit.authors(connection, project)
        names = {key.id: key.name for key in keys.page(connection, project)}
    shown = found[:_PER_PAGE]
    more = {**asked, "before": str(shown[-1].number)} if len(found) > _PER_PAGE else None
    return page(
        visit,
        "audit.html",
        "Keys",
        acts=[told(act, names) for act in shown],
        asked=asked,
        is_filtered=any(asked.values()),
        authors=[(by, who(by, names)) for by in authors],
        nouns=NOUNS,
        key_names=names,
        more=more and "/audit?" + urlencode({name: value for name, value in more.items() if value}),
    )


def _day(text: str) -> datetime | None:
    try:
        return datetime.combine(date.fromisoformat(text), datetime.min.time(), UTC)
    except ValueError:
        return None
