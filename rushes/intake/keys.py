"""Make, rotate and revoke keys: the same for the API, the console and the command line."""

from __future__ import annotations

import ipaddress
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from rushes import models
from rushes.budget import Budget, Period
from rushes.database import audit, budgets, keys, projects
from rushes.database.audit import By
from rushes.database.connect import Database
from rushes.database.ids import new_id
from rushes.errors import Conflict, NotFound, ValueNotAllowed
from rushes.key import USUAL_SCOPES, Key, Scope, Secret

NAME_LENGTH_MAX = 100
OVERLAP_SECONDS_MAX = 30 * 24 * 3600
LIMIT_MAX = 1_000_000
BUDGET_MICROUSD_MAX = 10**15
NETWORKS_MAX = 100


@dataclass(frozen=True, slots=True)
class Limits:
    """What bounds a key beside its scopes and models."""

    budgets: tuple[tuple[Period, int], ...] = ()  #: (period, micro-dollars)
    hard: bool = True  #: False: budgets only warn
    requests_per_minute: int | None = None
    requests_burst: int | None = None
    concurrent_tasks: int | None = None
    addresses: tuple[str, ...] | None = None  #: addresses or networks


NO_LIMITS = Limits()


def create(
    database: Database,
    *,
    project: str,
    name: str,
    live: bool,
    now: datetime,
    scopes: Collection[Scope] = USUAL_SCOPES,
    allowed_models: Collection[str] | None = None,
    expires_at: datetime | None = None,
    limits: Limits = NO_LIMITS,
    by: By = "the server",
    asking: Key | None = None,
) -> tuple[Key, Secret]:
    """A new key and its secret, which is not kept: show it once. What is left out is as the key that asks has it.

    Raises NotFound for an unknown project, ValueNotAllowed for a name of wrong length, no scopes, an unknown model, an
    expiry that has passed, or a limit that is none; Forbidden for what the asking key may not do itself.
    """
    for period, limit in limits.budgets:
        ensure_budget(period, limit)
    drawn, secret = _drawn(project, name, live, now)
    given = asking or drawn
    key = sound(
        replace(
            drawn,
            scopes=frozenset(scopes),
            models=given.models if allowed_models is None else frozenset(allowed_models),
            expires_at=expires_at or given.expires_at,
            requests_per_minute=limits.requests_per_minute,
            requests_burst=limits.requests_burst,
            concurrent_tasks=limits.concurrent_tasks,
            addresses=given.addresses if limits.addresses is None else limits.addresses,
        ),
        now,
    )
    if asking is not None:
        asking.ensure_covers(key)
    with database.transaction() as connection:
        if projects.get(connection, project) is None:
            raise NotFound(f"There is no project {project[:64]!r}.")
        keys.insert(connection, key)
        audit.note(connection, by, "key.created", project, key.id, now, name=key.name, live=live, scopes=sorted(scopes))
        for period, limit in limits.budgets:
            budgets.put(connection, Budget(project, key.root, period, limit, limits.hard, now))
    return key, secret


def rotate(
    database: Database,
    *,
    project: str,
    key_id: str,
    overlap_seconds: int,
    now: datetime,
    by: By = "the server",
    asking: Key | None = None,
) -> tuple[Key, Secret]:
    """A new key with the same name, scopes and limits, and what is left of its budgets; the old one works for
    `overlap_seconds` more.

    Raises NotFound; Conflict when the old key is revoked or expired already; ValueNotAllowed for the overlap; Forbidden
    when it may do more than the key that asks and would be shown the secret.
    """
    if not 0 <= overlap_seconds <= OVERLAP_SECONDS_MAX:
        raise ValueNotAllowed(
            f"overlap_seconds is {overlap_seconds}; it must be between 0 and {OVERLAP_SECONDS_MAX}.",
            parameter="overlap_seconds",
        )
    with database.transaction() as connection:
        old = usable(connection, project, key_id, now)
        if asking is not None and asking.id != old.id:
            asking.ensure_covers(old)
        drawn, secret = _drawn(project, old.name, old.live, now)
        new = replace(
            old,
            id=drawn.id,
            prefix=drawn.prefix,
            digest=drawn.digest,
            created_at=now,
            last_used_at=None,
            root_id=old.root,
        )
        keys.insert(connection, new)
        keys.replace(connection, project, old.id, new.id, now + timedelta(seconds=overlap_seconds))
        about = {"name": old.name, "new": new.id, "overlap_seconds": overlap_seconds}
        audit.note(connection, by, "key.rotated", project, old.id, now, **about)
    return new, secret


def revoke(database: Database, *, project: str, key_id: str, now: datetime, by: By = "the server") -> Key:
    """End a key now. Revoking a revoked key changes nothing. Raises NotFound."""
    with database.transaction() as connection:
        key = keys.get(connection, project, key_id)
        if key is None:
            raise NotFound(f"There is no key {key_id[:64]!r} in this project.")
        keys.revoke(connection, project, key_id, now)
        audit.note(connection, by, "key.revoked", project, key_id, now, name=key.name)
        revoked = keys.get(connection, project, key_id)
    assert revoked is not None, "keys are never deleted"
    return revoked


def usable(connection: Connection, project: str, key_id: str, now: datetime) -> Key:
    """A key that may still be changed. Raises NotFound; Conflict when it was revoked, replaced or has expired."""
    key = keys.get(connection, project, key_id)
    if key is None:
        raise NotFound(f"There is no key {key_id[:64]!r} in this project.")
    if key.revoked_at is not None or (key.expires_at is not None and key.expires_at <= now):
        raise Conflict(f"The key {key.prefix}… is revoked or expired; make a new one instead.")
    return key


def sound(key: Key, now: datetime) -> Key:
    """The key with everything in its one spelling. Raises ValueNotAllowed, naming the parameter."""
    name = key.name.strip()
    if not 1 <= len(name) <= NAME_LENGTH_MAX:
        raise ValueNotAllowed(f"name must have 1 to {NAME_LENGTH_MAX} characters.", parameter="name")
    if not key.scopes:
        raise ValueNotAllowed("scopes is empty; a key without scopes can do nothing.", parameter="scopes")
    if key.expires_at is not None and key.expires_at <= now:
        raise ValueNotAllowed(f"expires_at is {key.expires_at.isoformat()}; that has passed.", parameter="expires_at")
    for parameter, limit in (
        ("requests_per_minute", key.requests_per_minute),
        ("concurrent_tasks", key.concurrent_tasks),
    ):
        if limit is not None and not 1 <= limit <= LIMIT_MAX:
            raise ValueNotAllowed(f"{parameter} is {limit}; it must be between 1 and {LIMIT_MAX}.", parameter=parameter)
    if key.requests_burst is not None and not 1 <= key.requests_burst <= (key.requests_per_minute or 0):
        raise ValueNotAllowed(
            f"requests_burst is {key.requests_burst}; it must be between 1 and requests_per_minute.",
            parameter="requests_burst",
        )
    if key.addresses is not None and not 1 <= len(key.addresses) <= NETWORKS_MAX:
        raise ValueNotAllowed(f"addresses must have 1 to {NETWORKS_MAX} networks.", parameter="addresses")
    return replace(
        key,
        name=name,
        models=None if key.models is None else frozenset(models.chosen(model).id for model in key.models),
        addresses=None if key.addresses is None else tuple(dict.fromkeys(map(_network, key.addresses))),
    )


def ensure_budget(period: Period, limit_microusd: int) -> None:
    """Raises ValueNotAllowed."""
    if not 0 <= limit_microusd <= BUDGET_MICROUSD_MAX:
        raise ValueNotAllowed(f"The budget for {period} is too large or below zero.", parameter="budget")


def _drawn(project: str, name: str, live: bool, now: datetime) -> tuple[Key, Secret]:
    secret = Secret.draw(live)
    key = Key(
        id=new_id(now),
        project=project,
        name=name,
        prefix=secret.prefix,
        digest=secret.digest,
        live=live,
        scopes=USUAL_SCOPES,
        created_at=now,
    )
    return key, secret


def _network(text: str) -> str:
    """An address or a network in its one spelling; IPv4 also where it came as IPv6."""
    try:
        return str(ipaddress.ip_network(text.strip()))
    except ValueError as fault:
        raise ValueNotAllowed(
            f'addresses has "{text[:60]}"; it must be an address or a network, such as 192.0.2.0/24.',
            parameter="addresses",
        ) from fault
