"""Keys over HTTP. A secret is in one answer only: that of the request that made it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from starlette.responses import Response

from rushes.api import fields, limits
from rushes.api.answers import enveloped
from rushes.api.front import Call
from rushes.api.poll import TASK_ID
from rushes.database import budgets, keys
from rushes.errors import Forbidden, MissingParameter, NotFound, UnknownParameter, ValueNotAllowed, WrongType
from rushes.intake import key_change, spending
from rushes.intake import keys as intake
from rushes.intake.spending import Spending
from rushes.key import USUAL_SCOPES, Key, Scope, Secret
from rushes.model import Kind, Parameter, describe, listed, usd_text

NAME = Parameter(
    "name",
    Kind.STRING,
    "What you call it, so that you know later which one it is.",
    required=True,
    length_max=100,
    example="render farm",
)
LIVE = Parameter(
    "live",
    Kind.BOOLEAN,
    "A live key renders for real and is charged; a test key is free and draws animatics.",
    default=False,
    example=False,
)
SCOPES = Parameter(
    "scopes",
    Kind.STRING,
    f"An array of {listed(sorted(Scope))}; create, read and files when left out.",
    example=["create", "read"],
)
MODELS = Parameter(
    "models",
    Kind.STRING,
    "An array of the models that it may use; all that yours may when left out or null.",
    example=["veo_31_fast"],
)
EXPIRES_AT = Parameter(
    "expires_at",
    Kind.STRING,
    "When it stops working: ISO 8601 with a time zone; when yours does, or never, when left out or null.",
    example="2027-01-31T00:00:00Z",
)
CREATE = (NAME, LIVE, SCOPES, MODELS, EXPIRES_AT, *limits.PARAMETERS)
CHANGE = (replace(NAME, required=False), SCOPES, MODELS, EXPIRES_AT, *limits.PARAMETERS)
OVERLAP = Parameter(
    "overlap_seconds",
    Kind.INTEGER,
    "For how long the old key goes on working beside the new one.",
    default=0,
    minimum=0,
    maximum=intake.OVERLAP_SECONDS_MAX,
    example=3600,
)
ROTATE = (OVERLAP,)


def create(call: Call) -> Response:
    """Raises Forbidden for what the asking key may not do itself: a key never makes a stronger one."""
    given = _known(call.body, CREATE)
    if "name" not in given:
        raise MissingParameter(f"name is missing; {NAME.meaning}", parameter="name")
    _check(given)
    ensure_unbound(call)
    key, secret = intake.create(
        call.front.desk.database,
        project=call.key.project,
        name=str(given["name"]),
        live=given.get("live") is True,
        now=call.front.desk.clock(),
        scopes=_scopes(given),
        allowed_models=_models(given),
        expires_at=fields.time(given.get("expires_at"), "expires_at"),
        limits=limits.read(given),
        by=call.by,
        asking=call.key,
    )
    return enveloped(_told(call, key, secret))


def page(call: Call) -> Response:
    now = call.front.desk.clock()
    with call.front.desk.database.reading() as connection:
        found = keys.page(connection, call.key.project)
        spent = spending.of_keys(connection, call.key.project, found, now)
    return enveloped({"keys": [_words(key, spent[key.root]) for key in found], "total": len(found)})


def read(call: Call) -> Response:
    with call.front.desk.database.reading() as connection:
        key = keys.get(connection, call.key.project, _key_id(call))
    if key is None:
        raise NotFound(f"There is no key {call.path['id'][:64]!r} in this project.")
    return enveloped(_told(call, key))


def change(call: Call) -> Response:
    """As JSON merge patch (RFC 7396): what is not named stays, null lifts a limit. Raises Forbidden for what would make a
    key stronger than the asking one, or changes a stronger one."""
    given = _known(call.body, CHANGE)
    _check(given)
    changes: dict[str, Any] = {}  # Any: what each field of a key is
    if "name" in given:
        changes["name"] = str(given["name"])
    if "scopes" in given:
        changes["scopes"] = _scopes(given)
    if "models" in given:
        allowed = _models(given)
        changes["models"] = None if allowed is None else frozenset(allowed)
    if "expires_at" in given:
        changes["expires_at"] = fields.time(given["expires_at"], "expires_at")
    wanted = limits.read(given)
    for parameter in (limits.REQUESTS_PER_MINUTE, limits.REQUESTS_BURST, limits.CONCURRENT_TASKS, limits.ADDRESSES):
        if parameter.name in given:
            changes[parameter.name] = getattr(wanted, parameter.name)
    amounts, hard = limits.read_budget(given)
    ensure_unbound(call)
    key = key_change.change(
        call.front.desk.database,
        project=call.key.project,
        key_id=_key_id(call),
        change=key_change.Change(changes, amounts, hard),
        now=call.front.desk.clock(),
        by=call.by,
        asking=call.key,
    )
    return enveloped(_told(call, key))


def rotate(call: Call) -> Response:
    """Raises Forbidden for a key that may do more than the asking one, whose secret would be in the answer."""
    given = _known(call.body, ROTATE)
    overlap = given.get("overlap_seconds", 0)
    OVERLAP.check(overlap, "a key")
    assert isinstance(overlap, int), "just checked"
    if _key_id(call) != call.key.id:
        ensure_unbound(call)
    key, secret = intake.rotate(
        call.front.desk.database,
        project=call.key.project,
        key_id=_key_id(call),
        overlap_seconds=overlap,
        now=call.front.desk.clock(),
        by=call.by,
        asking=call.key,
    )
    return enveloped(_told(call, key, secret))


def revoke(call: Call) -> Response:
    key = intake.revoke(
        call.front.desk.database,
        project=call.key.project,
        key_id=_key_id(call),
        now=call.front.desk.clock(),
        by=call.by,
    )
    return enveloped(_told(call, key))


def ensure_unbound(call: Call) -> None:
    """A key with limits of its own would shed them in the key that it makes. Raises Forbidden."""
    key = call.key
    with call.front.desk.database.reading() as connection:
        standings = budgets.standings(connection, key.project, key.root, call.front.desk.clock())
    own = any(standing.budget.owner == key.root for standing in standings)
    if own or key.requests_per_minute is not None or key.concurrent_tasks is not None:
        raise Forbidden("This key has a budget or limits of its own, so it cannot make other keys; ask one without.")


def _check(given: Mapping[str, object]) -> None:
    for parameter in (NAME, LIVE, EXPIRES_AT):
        never = parameter is EXPIRES_AT and given.get(parameter.name) is None
        if parameter.name in given and not never:
            parameter.check(given[parameter.name], "a key")


def _known(body: Mapping[str, object], parameters: tuple[Parameter, ...]) -> Mapping[str, object]:
    names = [parameter.name for parameter in parameters]
    for name in body:
        if name not in names:
            raise UnknownParameter(
                f"There is no parameter {describe(name)} here; it may be {listed(names)}.", parameter=name[:100]
            )
    return body


def _scopes(given: Mapping[str, object]) -> frozenset[Scope]:
    value = given.get("scopes")
    if value is None:
        return USUAL_SCOPES
    allowed = listed(sorted(Scope))
    if not isinstance(value, list):
        raise WrongType(f"scopes is {describe(value)}; it must be an array of {allowed}.", parameter="scopes")
    for word in value:
        if word not in list(Scope):
            raise ValueNotAllowed(f"scopes has {describe(word)}; it may have {allowed}.", parameter="scopes")
    return frozenset(Scope(word) for word in value)


def _models(given: Mapping[str, object]) -> list[str] | None:
    value = given.get("models")
    if value is None:
        return None
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise WrongType(f"models is {describe(value)}; it must be an array of model ids.", parameter="models")
    return value


def _key_id(call: Call) -> str:
    if not TASK_ID.fullmatch(call.path["id"]):
        raise NotFound(f"There is no key {call.path['id'][:64]!r} in this project.")
    return call.path["id"]


def _told(call: Call, key: Key, secret: Secret | None = None) -> dict[str, object]:
    """One key; with its secret in the one answer that has it."""
    with call.front.desk.database.reading() as connection:
        found = keys.page(connection, key.project)
        spent = spending.of_keys(connection, key.project, found, call.front.desk.clock())
    return {**_words(key, spent[key.root]), **({} if secret is None else {"secret": secret.reveal()})}


def _words(key: Key, spent: Spending) -> dict[str, object]:
    return {
        "id": key.id,
        "name": key.name,
        "prefix": key.prefix,
        "live": key.live,
        "scopes": sorted(key.scopes),
        "models": None if key.models is None else sorted(key.models),
        "created_at": key.created_at.isoformat(),
        "expires_at": key.expires_at and key.expires_at.isoformat(),
        "revoked_at": key.revoked_at and key.revoked_at.isoformat(),
        "last_used_at": key.last_used_at and key.last_used_at.isoformat(),
        "replaced_by": key.replaced_by,
        **limits.words(key),
        "spent_this_month": usd_text(spent.month_microusd),
        "budgets": [limits.standing_words(standing) for standing in spent.budgets],
    }
