"""A key's limits as JSON: budget, rate, concurrency and addresses, in and out."""

from __future__ import annotations

from collections.abc import Mapping

from rushes.api import fields
from rushes.budget import Period, Standing
from rushes.errors import UnknownParameter, WrongType
from rushes.intake.keys import LIMIT_MAX, Limits
from rushes.key import Key
from rushes.model import Kind, Parameter, describe, listed, usd_text

BUDGET = Parameter(
    "budget",
    Kind.OBJECT,
    "What it may spend: USD as plain decimals for day, month and total (in UTC); with warn_only, exceeding them only warns.",
    example={"day": "5.00", "month": "100"},
)
REQUESTS_PER_MINUTE = Parameter(
    "requests_per_minute",
    Kind.INTEGER,
    "How often it may ask for work in a minute; polls are not counted.",
    minimum=1,
    maximum=LIMIT_MAX,
    example=60,
)
REQUESTS_BURST = Parameter(
    "requests_burst",
    Kind.INTEGER,
    "How many of them may come at once; the rest is spread over the minute. Left out, a minute's may all come at once, and "
    "are counted by the clock's minutes.",
    minimum=1,
    maximum=LIMIT_MAX,
    example=10,
)
CONCURRENT_TASKS = Parameter(
    "concurrent_tasks",
    Kind.INTEGER,
    "How many tasks it may have open at once.",
    minimum=1,
    maximum=LIMIT_MAX,
    example=5,
)
ADDRESSES = Parameter(
    "addresses",
    Kind.STRING,
    "An array of addresses or networks that it may be used from; all that yours may when left out or null.",
    example=["192.0.2.0/24"],
)
PARAMETERS = (BUDGET, REQUESTS_PER_MINUTE, REQUESTS_BURST, CONCURRENT_TASKS, ADDRESSES)
_WARN_ONLY = "warn_only"


def read(given: Mapping[str, object]) -> Limits:
    """The limits of a key. Raises WrongType, ValueNotAllowed, UnknownParameter."""
    for parameter in (REQUESTS_PER_MINUTE, REQUESTS_BURST, CONCURRENT_TASKS):
        if given.get(parameter.name) is not None:
            parameter.check(given[parameter.name], "a key")
    amounts, hard = read_budget(given)
    rate, burst = given.get(REQUESTS_PER_MINUTE.name), given.get(REQUESTS_BURST.name)
    concurrent = given.get(CONCURRENT_TASKS.name)
    return Limits(
        budgets=tuple((period, amount) for period, amount in amounts.items() if amount is not None),
        hard=hard is not False,
        requests_per_minute=rate if isinstance(rate, int) else None,
        requests_burst=burst if isinstance(burst, int) else None,
        concurrent_tasks=concurrent if isinstance(concurrent, int) else None,
        addresses=_addresses(given.get(ADDRESSES.name)),
    )


def read_budget(given: Mapping[str, object]) -> tuple[Mapping[Period, int | None], bool | None]:
    """The periods that are named, in micro-dollars, None for those to be lifted; and whether they refuse, if that is said.
    A budget that is null lifts all. Raises WrongType, ValueNotAllowed, UnknownParameter."""
    budget = given.get(BUDGET.name, {})
    if budget is None:
        return dict.fromkeys(Period), None
    BUDGET.check(budget, "a key")
    assert isinstance(budget, dict), "just checked"
    for name in budget:
        if name not in (*Period, _WARN_ONLY):
            raise UnknownParameter(
                f"budget has {describe(name)}; it may have {listed([*Period, _WARN_ONLY])}.", parameter="budget"
            )
    warn_only = budget.get(_WARN_ONLY)
    if _WARN_ONLY in budget and not isinstance(warn_only, bool):
        raise WrongType("budget.warn_only must be true or false.", parameter="budget")
    amounts = {
        Period(name): None if value is None else fields.microusd(value, f"budget.{name}", BUDGET.name)
        for name, value in budget.items()
        if name != _WARN_ONLY
    }
    return amounts, None if warn_only is None else not warn_only


def words(key: Key) -> dict[str, object]:
    return {
        "requests_per_minute": key.requests_per_minute,
        "requests_burst": key.requests_burst,
        "concurrent_tasks": key.concurrent_tasks,
        "addresses": None if key.addresses is None else list(key.addresses),
    }


def standing_words(standing: Standing) -> dict[str, object]:
    budget, resets_at = standing.budget, standing.resets_at
    return {
        "of": "project" if budget.owner == budget.project else "key",
        "period": str(budget.period),
        "limit": usd_text(budget.limit_microusd),
        "used": usd_text(standing.used_microusd),
        "left": usd_text(standing.left_microusd),
        "hard": budget.hard,
        "resets_at": fields.iso(resets_at),
    }


def _addresses(value: object) -> tuple[str, ...] | None:
    if value is None:
        return None
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise WrongType(f"addresses is {describe(value)}; it must be an array of networks.", parameter="addresses")
    return tuple(value)
