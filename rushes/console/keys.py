"""The keys pages: make, change, rotate and revoke, by the same functions as the API's keys."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from starlette.responses import Response

from rushes import models
from rushes.budget import Period, Standing
from rushes.console import guard, key_form
from rushes.console.acts import Told, told
from rushes.console.house import Visit
from rushes.console.pages import go, page, usd
from rushes.database import audit, keys, projects
from rushes.errors import Conflict, NotFound, Refused
from rushes.intake import key_change, spending
from rushes.intake import keys as intake
from rushes.intake.key_change import Change
from rushes.intake.spending import Spending
from rushes.key import USUAL_SCOPES, Key, Secret

_ID = re.compile(r"[a-z0-9]{26}")
_ACTS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Row:
    """A key as pages show it."""

    key: Key
    state: str  #: works, ending, expired or revoked
    until: datetime | None  #: when it stops, or stopped, working
    successor: Key | None
    spent: Spending

    @property
    def is_over(self) -> bool:
        return self.state in ("expired", "revoked")

    @property
    def month(self) -> Standing | None:
        return next((one for one in self.spent.budgets if one.budget.period is Period.MONTH), None)


def show(visit: Visit) -> Response:
    return _list(visit)


def show_new(visit: Visit) -> Response:
    return _new(visit)


def create(visit: Visit) -> Response:
    """The list, with the new secret: the only time it is shown."""
    try:
        wanted = key_form.budgets(visit)
        key, secret = intake.create(
            visit.house.desk.database,
            project=visit.person.project,
            name=visit.one("name"),
            live=visit.one("kind") == "live",
            now=visit.now,
            scopes=key_form.scopes(visit),
            allowed_models=key_form.models(visit),
            expires_at=key_form.expiry(visit),
            limits=intake.Limits(
                budgets=tuple((period, amount) for period, amount in wanted.items() if amount is not None),
                hard=not visit.one("warn_only"),
                requests_per_minute=key_form.whole(visit, "requests_per_minute"),
                requests_burst=key_form.whole(visit, "requests_burst"),
                concurrent_tasks=key_form.whole(visit, "concurrent_tasks"),
                addresses=key_form.addresses(visit),
            ),
            by=visit.by,
            asking=visit.key,
        )
    except Refused as error:
        return _new(visit, error)
    return _list(visit, made=key, secret=secret)


def show_one(visit: Visit) -> Response:
    return _one(visit)


def change(visit: Visit) -> Response:
    try:
        fields: dict[str, object] = {
            "name": visit.one("name"),
            "scopes": key_form.scopes(visit),
            "models": key_form.models(visit),
            "requests_per_minute": key_form.whole(visit, "requests_per_minute"),
            "requests_burst": key_form.whole(visit, "requests_burst"),
            "concurrent_tasks": key_form.whole(visit, "concurrent_tasks"),
            "addresses": key_form.addresses(visit),
        }
        if visit.one("days") != key_form.AS_IT_IS:
            fields["expires_at"] = key_form.expiry(visit)
        key_change.change(
            visit.house.desk.database,
            project=visit.person.project,
            key_id=_id(visit),
            change=Change(fields, key_form.budgets(visit), not visit.one("warn_only")),
            now=visit.now,
            by=visit.by,
            asking=visit.key,
        )
    except NotFound:
        raise
    except Refused as error:
        return _one(visit, error)
    return go(f"/keys/{_id(visit)}?saved=1")


def rotate(visit: Visit) -> Response:
    key, secret = intake.rotate(
        visit.house.desk.database,
        project=visit.person.project,
        key_id=_id(visit),
        overlap_seconds=key_form.whole(visit, "overlap_seconds") or 0,
        now=visit.now,
        by=visit.by,
        asking=visit.key,
    )
    return _list(visit, made=key, secret=secret)


def revoke(visit: Visit) -> Response:
    database, project = visit.house.desk.database, visit.person.project
    intake.revoke(database, project=project, key_id=_id(visit), now=visit.now, by=visit.by)
    return go("/keys")


def _id(visit: Visit) -> str:
    if not _ID.fullmatch(visit.path["id"]):
        raise NotFound("There is no such key here.")
    return visit.path["id"]


def _list(visit: Visit, *, made: Key | None = None, secret: Secret | None = None) -> Response:
    rows, project = _rows(visit), visit.person.project
    with visit.house.desk.database.reading() as connection:
        whole = projects.get(connection, project)
    left = None if whole is None or whole.left_microusd is None else max(0, whole.left_microusd)
    hard = [(one.left_microusd, row) for row in rows if not row.is_over for one in row.spent.budgets if one.budget.hard]
    roots = {row.key.root: row.spent.month_microusd for row in rows}
    return page(
        visit,
        "keys.html",
        "Keys",
        rows=sorted(rows, key=lambda row: row.is_over),
        in_use=sum(not row.is_over for row in rows),
        over=sum(row.is_over for row in rows),
        spent_microusd=sum(roots.values()),
        left_microusd=left,
        nearest=min(hard, key=lambda one: one[0], default=None),
        month=f"{visit.now:%B}",
        acts=_acts(visit, rows),
        made=made,
        secret=secret.reveal() if secret is not None else "",
        addresses=key_form.shown,
        line=_curl(made, visit.origin) if made is not None else "",
    )


def _new(visit: Visit, error: Refused | None = None) -> Response:
    values = visit.form or {"kind": ["test"], "scopes": sorted(USUAL_SCOPES)}
    status = 200 if error is None else guard.status_of(error)
    return page(visit, "key-new.html", "Keys", status, error=error, values=values, **_choices())


def _one(visit: Visit, error: Refused | None = None) -> Response:
    rows = _rows(visit)
    row = next((row for row in rows if row.key.id == _id(visit)), None)
    if row is None:
        raise NotFound("There is no such key here.")
    if isinstance(error, Conflict):
        raise error
    return page(
        visit,
        "key.html",
        "Keys",
        200 if error is None else guard.status_of(error),
        row=row,
        key=row.key,
        error=error,
        saved=bool(visit.query.get("saved")),
        values=visit.form or _values(row),
        acts=_acts(visit, rows, row.key),
        **_choices(),
    )


def _choices() -> dict[str, object]:
    return {
        "all_models": list(models.ALL),
        "scope_words": key_form.SCOPE_WORDS,
        "lifetimes": key_form.LIFETIMES,
        "overlaps": key_form.OVERLAPS,
        "period_words": key_form.PERIOD_WORDS,
        "as_it_is": key_form.AS_IT_IS,
    }


def _values(row: Row) -> Mapping[str, Sequence[str]]:
    """A key as its form would bring it."""
    key = row.key
    budgets = {one.budget.period: one.budget for one in row.spent.budgets}
    return {
        "name": [key.name],
        "scopes": sorted(key.scopes),
        "models": sorted(key.models or ()),
        "days": [key_form.AS_IT_IS],
        "requests_per_minute": [str(key.requests_per_minute or "")],
        "requests_burst": [str(key.requests_burst or "")],
        "concurrent_tasks": [str(key.concurrent_tasks or "")],
        "addresses": [key_form.shown(key.addresses or ())],
        "warn_only": ["yes"] if any(not budget.hard for budget in budgets.values()) else [],
        **{f"budget_{period}": [usd(budget.limit_microusd)] for period, budget in budgets.items()},
    }


def _rows(visit: Visit) -> list[Row]:
    with visit.house.desk.database.reading() as connection:
        found = keys.page(connection, visit.person.project)
        spent = spending.of_keys(connection, visit.person.project, found, visit.now)
    by_id = {key.id: key for key in found}
    return [_row(key, by_id.get(key.replaced_by or ""), spent[key.root], visit.now) for key in found]


def _row(key: Key, successor: Key | None, spent: Spending, now: datetime) -> Row:
    if key.revoked_at is not None and key.revoked_at <= now:
        return Row(key, "revoked", key.revoked_at, successor, spent)
    if key.expires_at is not None and key.expires_at <= now:
        return Row(key, "expired", key.expires_at, successor, spent)
    ends = [end for end in (key.revoked_at, key.expires_at) if end is not None]
    return Row(key, "ending" if ends else "works", min(ends, default=None), successor, spent)


def _acts(visit: Visit, rows: Sequence[Row], key: Key | None = None) -> list[Told]:
    """What was done to keys last, or to one of them."""
    with visit.house.desk.database.reading() as connection:
        found = audit.page(
            connection, visit.person.project, limit=_ACTS_SHOWN, action="key", subject=key.id if key else None
        )
    names = {row.key.id: row.key.name for row in rows}
    return [told(act, names) for act in found]


def _curl(key: Key, origin: str) -> str:
    """A first call with the key; the page shows its beginning only, and a script puts the whole into what is copied."""
    model = "animatic" if key.models is None or "animatic" in key.models else sorted(key.models)[0]
    body = json.dumps({"model": model, "prompt": "A paper boat on a puddle, rain"})
    return (
        f"curl {origin}/model/v1/generation \\\n"
        f'  -H "Authorization: Bearer {key.prefix}…" \\\n'
        f'  -H "Content-Type: application/json" \\\n'
        f"  -d '{body}'"
    )
