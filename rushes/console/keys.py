"""The keys page: make, rotate and revoke, by the same functions as the API's keys."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from starlette.responses import Response

from rushes import models
from rushes.budget import Period, Standing
from rushes.console.house import Visit
from rushes.console.pages import go, page
from rushes.database import budgets, keys
from rushes.errors import Refused, ValueNotAllowed
from rushes.intake import keys as intake
from rushes.key import USUAL_SCOPES, Key, Scope, Secret
from rushes.ledger import MICROUSD_PER_USD

#: Offered lifetimes in days; 0 is for good.
LIFETIMES: Mapping[int, str] = {0: "never", 7: "in 7 days", 30: "in 30 days", 90: "in 90 days", 365: "in a year"}
#: For how long an old key may go on beside its successor, in seconds.
OVERLAPS: Mapping[int, str] = {3600: "for an hour", 0: "no longer", 86_400: "for a day", 604_800: "for a week"}
SCOPE_WORDS: Mapping[Scope, str] = {
    Scope.CREATE: "make, cancel and delete tasks",
    Scope.READ: "poll, list and download",
    Scope.FILES: "upload, list and delete files",
    Scope.WEBHOOKS: "register and read webhooks",
    Scope.KEYS: "make, rotate and revoke keys",
}
_USD = re.compile(r"[0-9]{1,9}(\.[0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class Row:
    """A key as the table shows it."""

    key: Key
    state: str  #: works, ending, expired or revoked
    until: datetime | None  #: when it stops, or stopped, working
    successor: str | None  #: the prefix of the key that took its place
    budgets: tuple[Standing, ...]  #: its own, not the project's


def show(visit: Visit) -> Response:
    return _page(visit)


def create(visit: Visit) -> Response:
    """The page again, with the new secret: the only time it is shown."""
    try:
        key, secret = intake.create(
            visit.house.desk.database,
            project=visit.person.project,
            name=visit.one("name"),
            live=visit.one("kind") == "live",
            now=visit.now,
            scopes=_scopes(visit),
            allowed_models=visit.form["models"] if visit.form.get("models") else None,
            expires_at=_expiry(visit),
            limits=_limits(visit),
        )
    except Refused as error:
        return _page(visit, status=400, error=error)
    return _page(visit, made=key, secret=secret)


def rotate(visit: Visit) -> Response:
    key, secret = intake.rotate(
        visit.house.desk.database,
        project=visit.person.project,
        key_id=visit.path["id"],
        overlap_seconds=_whole(visit, "overlap_seconds"),
        now=visit.now,
    )
    return _page(visit, made=key, secret=secret)


def revoke(visit: Visit) -> Response:
    intake.revoke(visit.house.desk.database, project=visit.person.project, key_id=visit.path["id"], now=visit.now)
    return go("/keys")


def _page(
    visit: Visit,
    *,
    status: int = 200,
    error: Refused | None = None,
    made: Key | None = None,
    secret: Secret | None = None,
) -> Response:
    with visit.house.desk.database.reading() as connection:
        found = keys.page(connection, visit.person.project)
        rows = [
            _row(key, found, budgets.standings(connection, key.project, key.root, visit.now), visit.now)
            for key in found
        ]
    return page(
        visit,
        "keys.html",
        "Keys",
        status,
        rows=sorted(rows, key=lambda row: row.state in ("expired", "revoked")),
        error=error,
        form=visit.form,
        made=made,
        secret=secret.reveal() if secret is not None else "",
        line=_curl(made, visit.origin) if made is not None else "",
        all_models=list(models.ALL),
        scope_words=SCOPE_WORDS,
        usual=USUAL_SCOPES,
        lifetimes=LIFETIMES,
        overlaps=OVERLAPS,
    )


def _row(key: Key, others: list[Key], standings: list[Standing], now: datetime) -> Row:
    own = tuple(standing for standing in standings if standing.budget.owner == key.root)
    successor = next((other.prefix for other in others if other.id == key.replaced_by), None)
    if key.revoked_at is not None and key.revoked_at <= now:
        return Row(key, "revoked", key.revoked_at, successor, own)
    if key.expires_at is not None and key.expires_at <= now:
        return Row(key, "expired", key.expires_at, successor, own)
    ends = [end for end in (key.revoked_at, key.expires_at) if end is not None]
    return Row(key, "ending" if ends else "works", min(ends, default=None), successor, own)


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


def _scopes(visit: Visit) -> frozenset[Scope]:
    try:
        return frozenset(Scope(word) for word in visit.form.get("scopes", ()))
    except ValueError as fault:
        raise ValueNotAllowed("There is no such scope.", parameter="scopes") from fault


def _expiry(visit: Visit) -> datetime | None:
    days = _whole(visit, "days")
    if days not in LIFETIMES:
        raise ValueNotAllowed("Choose one of the lifetimes.", parameter="days")
    return visit.now + timedelta(days=days) if days else None


def _limits(visit: Visit) -> intake.Limits:
    budget = visit.one("budget").strip()
    return intake.Limits(
        budgets=((Period.MONTH, _microusd(budget)),) if budget else (),
        requests_per_minute=_whole(visit, "requests_per_minute") or None,
        concurrent_tasks=_whole(visit, "concurrent_tasks") or None,
    )


def _microusd(text: str) -> int:
    if not _USD.fullmatch(text):
        raise ValueNotAllowed("The budget must be an amount in USD, such as 20 or 20.50.", parameter="budget")
    return int(Decimal(text) * MICROUSD_PER_USD)


def _whole(visit: Visit, name: str) -> int:
    text = visit.one(name) or "0"
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise ValueNotAllowed(f"{name} must be a whole number.", parameter=name)
    return int(text)
