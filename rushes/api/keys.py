"""Keys over HTTP. A secret is in one answer only: that of the request that made it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from starlette.responses import Response

from rushes.api import limits
from rushes.api.answers import enveloped
from rushes.api.front import Call
from rushes.api.poll import TASK_ID
from rushes.database import budgets, keys
from rushes.errors import Forbidden, MissingParameter, NotFound, UnknownParameter, ValueNotAllowed, WrongType
from rushes.intake import keys as intake
from rushes.key import USUAL_SCOPES, Key, Scope, Secret
from rushes.model import Kind, Parameter, describe, listed

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
    f"An array of {listed(sorted(Scope))}; all but keys when left out.",
    example=["create", "read"],
)
MODELS = Parameter(
    "models", Kind.STRING, "An array of the models that it may use; all when left out or null.", example=["veo_31_fast"]
)
EXPIRES_AT = Parameter(
    "expires_at",
    Kind.STRING,
    "When it stops working: ISO 8601 with a time zone; never when left out or null.",
    example="2027-01-31T00:00:00Z",
)
CREATE = (NAME, LIVE, SCOPES, MODELS, EXPIRES_AT, *limits.PARAMETERS)
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
    for parameter in (NAME, LIVE, EXPIRES_AT):
        never = parameter is EXPIRES_AT and given.get(parameter.name) is None
        if parameter.name in given and not never:
            parameter.check(given[parameter.name], "a key")
    scopes = _scopes(given)
    allowed = _models(given, call.key)
    live = given.get("live") is True
    stronger = sorted(scopes - call.key.scopes)
    if stronger:
        raise Forbidden(
            f"This key cannot give the scope {listed(stronger)}, which it does not have.", parameter="scopes"
        )
    if live and not call.key.live:
        raise Forbidden("A test key cannot make a live one.", parameter="live")
    ensure_unbound(call)
    key, secret = intake.create(
        call.front.desk.database,
        project=call.key.project,
        name=str(given["name"]),
        live=live,
        now=call.front.desk.clock(),
        scopes=scopes,
        allowed_models=allowed,
        expires_at=_time(given.get("expires_at")),
        limits=limits.read(given, call.key),
        by=_asker(call),
    )
    return enveloped(_with_secret(key, secret))


def page(call: Call) -> Response:
    with call.front.desk.database.reading() as connection:
        found = keys.page(connection, call.key.project)
    return enveloped({"keys": [_words(key) for key in found], "total": len(found)})


def read(call: Call) -> Response:
    with call.front.desk.database.reading() as connection:
        key = keys.get(connection, call.key.project, _key_id(call))
    if key is None:
        raise NotFound(f"There is no key {call.path['id'][:64]!r} in this project.")
    return enveloped(_words(key))


def rotate(call: Call) -> Response:
    """Raises Forbidden for a key that may do more than the asking one, whose secret would be in the answer."""
    given = _known(call.body, ROTATE)
    overlap = given.get("overlap_seconds", 0)
    OVERLAP.check(overlap, "a key")
    assert isinstance(overlap, int), "just checked"
    if _key_id(call) != call.key.id:
        ensure_unbound(call)
        _ensure_no_stronger(call)
    key, secret = intake.rotate(
        call.front.desk.database,
        project=call.key.project,
        key_id=_key_id(call),
        overlap_seconds=overlap,
        now=call.front.desk.clock(),
        by=_asker(call),
    )
    return enveloped(_with_secret(key, secret))


def revoke(call: Call) -> Response:
    key = intake.revoke(
        call.front.desk.database,
        project=call.key.project,
        key_id=_key_id(call),
        now=call.front.desk.clock(),
        by=_asker(call),
    )
    return enveloped(_words(key))


def _ensure_no_stronger(call: Call) -> None:
    """Raises Forbidden when the key in the path may do what the asking key may not."""
    asking = call.key
    with call.front.desk.database.reading() as connection:
        named = keys.get(connection, asking.project, _key_id(call))
    if named is None:
        return  # which the rotation says
    models_more = asking.models is not None and (named.models is None or not named.models <= asking.models)
    addresses_more = asking.addresses is not None and (
        named.addresses is None or not set(named.addresses) <= set(asking.addresses)
    )
    if not named.scopes <= asking.scopes or (named.live and not asking.live) or models_more or addresses_more:
        raise Forbidden(f"The key {named.prefix}… may do more than this one; rotate it with itself or a key as strong.")


def ensure_unbound(call: Call) -> None:
    """A key with limits of its own would shed them in the key that it makes. Raises Forbidden."""
    key = call.key
    with call.front.desk.database.reading() as connection:
        standings = budgets.standings(connection, key.project, key.root, call.front.desk.clock())
    own = any(standing.budget.owner == key.root for standing in standings)
    if own or key.requests_per_minute is not None or key.concurrent_tasks is not None:
        raise Forbidden("This key has a budget or limits of its own, so it cannot make other keys; ask one without.")


def _asker(call: Call) -> str:
    return f"key {call.key.id}"


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


def _models(given: Mapping[str, object], asking: Key) -> list[str] | None:
    value = given.get("models")
    if value is None:
        if asking.models is not None:
            return sorted(asking.models)
        return None
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise WrongType(f"models is {describe(value)}; it must be an array of model ids.", parameter="models")
    if asking.models is not None and not set(value) <= asking.models:
        raise Forbidden(f"This key may use only {listed(sorted(asking.models))}, and give no more.", parameter="models")
    return value


def _time(value: object) -> datetime | None:
    if value is None:
        return None
    try:
        time = datetime.fromisoformat(str(value))
    except ValueError:
        time = None
    if time is None or time.tzinfo is None:
        raise ValueNotAllowed(
            f'expires_at is {describe(value)}; it must be ISO 8601 with a time zone, such as "2027-01-31T00:00:00Z".',
            parameter="expires_at",
        )
    return time


def _key_id(call: Call) -> str:
    if not TASK_ID.fullmatch(call.path["id"]):
        raise NotFound(f"There is no key {call.path['id'][:64]!r} in this project.")
    return call.path["id"]


def _with_secret(key: Key, secret: Secret) -> dict[str, object]:
    return {**_words(key), "secret": secret.reveal()}


def _words(key: Key) -> dict[str, object]:
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
    }
