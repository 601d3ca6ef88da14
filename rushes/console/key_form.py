"""The form of a key, as its pages and the device sign-in read it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from rushes.budget import Period
from rushes.console.house import Visit
from rushes.errors import ValueNotAllowed
from rushes.key import Scope
from rushes.ledger import MICROUSD_PER_USD

#: Offered lifetimes in days; 0 is for good.
LIFETIMES: Mapping[int, str] = {0: "never", 7: "in 7 days", 30: "in 30 days", 90: "in 90 days", 365: "in a year"}
#: For how long an old key may go on beside its successor, in seconds.
OVERLAPS: Mapping[int, str] = {3600: "for an hour", 0: "no longer", 86_400: "for a day", 604_800: "for a week"}
SCOPE_WORDS: Mapping[Scope, str] = {
    Scope.CREATE: "make, cancel and delete tasks",
    Scope.READ: "poll, list and download",
    Scope.FILES: "upload, list and delete files",
    Scope.WEBHOOKS: "add, change and try webhooks",
    Scope.KEYS: "make, change and revoke keys",
    Scope.ADMIN: "people, budgets, prices and the audit trail",
}
PERIOD_WORDS: Mapping[Period, str] = {Period.DAY: "a day", Period.MONTH: "a month", Period.TOTAL: "in all"}
#: What the form says instead of a number of days when a key's own date is to stay.
AS_IT_IS = "as it is"
_USD = re.compile(r"[0-9]{1,9}(\.[0-9]{1,6})?")
_BETWEEN = re.compile(r"[\s,]+")


def scopes(visit: Visit) -> frozenset[Scope]:
    try:
        return frozenset(Scope(word) for word in visit.form.get("scopes", ()))
    except ValueError as fault:
        raise ValueNotAllowed("There is no such scope.", parameter="scopes") from fault


def models(visit: Visit) -> frozenset[str] | None:
    """None, which is all of them, when none is ticked."""
    return frozenset(visit.form.get("models", ())) or None


def expiry(visit: Visit) -> datetime | None:
    days = whole(visit, "days") or 0
    if days not in LIFETIMES:
        raise ValueNotAllowed("Choose one of the lifetimes.", parameter="days")
    return visit.now + timedelta(days=days) if days else None


def addresses(visit: Visit) -> tuple[str, ...] | None:
    """None, which is from anywhere, when the field is empty."""
    return tuple(word for word in _BETWEEN.split(visit.one("addresses")) if word) or None


def shown(addresses: Sequence[str]) -> str:
    """Networks as people write them: a single address without its mask."""
    return ", ".join(one.removesuffix("/128") if ":" in one else one.removesuffix("/32") for one in addresses)


def budgets(visit: Visit) -> Mapping[Period, int | None]:
    """Every period, in micro-dollars; None where the field is empty."""
    return {period: _microusd(visit.one(f"budget_{period}").strip()) for period in Period}


def whole(visit: Visit, name: str) -> int | None:
    """A whole number; None when the field is empty."""
    text = visit.one(name).strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise ValueNotAllowed(f"{name} must be a whole number.", parameter=name)
    return int(text)


def _microusd(text: str) -> int | None:
    if not text:
        return None
    if not _USD.fullmatch(text):
        raise ValueNotAllowed("The budget must be an amount in USD, such as 20 or 20.50.", parameter="budget")
    return int(Decimal(text) * MICROUSD_PER_USD)
