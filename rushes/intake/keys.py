"""Make, rotate and revoke keys: the same for the API, the console and the command line."""

from __future__ import annotations

import ipaddress
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from rushes import models
from rushes.budget import Budget, Period
from rushes.database import audit, budgets, keys, projects
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
    concurrent_tasks: int | None = None
    addresses: tuple[str, ...] | None = None  #: addresses or networks

    def check(self) -> None:
        """Raises ValueNotAllowed, naming the parameter."""
        for name, limit in (
            ("requests_per_minute", self.requests_per_minute),
            ("concurrent_tasks", self.concurrent_tasks),
        ):
            if limit is not None and not 1 <= limit <= LIMIT_MAX:
                raise ValueNotAllowed(f"{name} is {limit}; it must be between 1 and {LIMIT_MAX}.", parameter=name)
        for period, limit in self.budgets:
            if not 0 <= limit <= BUDGET_MICROUSD_MAX:
                raise ValueNotAllowed(f"The budget for {period} is too large or below zero.", parameter="budget")
        if self.addresses is not None and not 1 <= len(self.addresses) <= NETWORKS_MAX:
            raise ValueNotAllowed(f"addresses must have 1 to {NETWORKS_MAX} networks.", parameter="addresses")


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
    by: str = "the server",
) -> tuple[Key, Secret]:
    """A new key and its secret, which is not kept: show it once.

    Raises NotFound for an unknown project, ValueNotAllowed for a name of wrong length, no scopes, an unknown model, an expiry that has passed, or a limit
    that is none.
    """
    limits.check()
    key, secret = _drawn(project, name, live, now, scopes, allowed_models, expires_at)
    key = replace(
        key,
        requests_per_minute=limits.requests_per_minute,
        concurrent_tasks=limits.concurrent_tasks,
        addresses=None if limits.addresses is None else tuple(_network(text) for text in limits.addresses),
    )
    with database.transaction() as connection:
        if projects.get(connection, project) is None:
            raise NotFound(f"There is no project {project[:64]!r}.")
        keys.insert(connection, key)
        audit.note(connection, by, "key.created", project, key.id, now, name=key.name, live=live, scopes=sorted(scopes))
        for period, limit in limits.budgets:
            budgets.put(connection, Budget(project, key.root, period, limit, limits.hard, now))
    return key, secret


def rotate(
    database: Database, *, project: str, key_id: str, overlap_seconds: int, now: datetime, by: str = "the server"
) -> tuple[Key, Secret]:
    """A new key with the same name, scopes and limits, and what is left of its budgets; the old one works for
    `overlap_seconds` more.

    Raises NotFound; Conflict when the old key is revoked or expired already; ValueNotAllowed for the overlap.
    """
    if not 0 <= overlap_seconds <= OVERLAP_SECONDS_MAX:
        raise ValueNotAllowed(
            f"overlap_seconds is {overlap_seconds}; it must be between 0 and {OVERLAP_SECONDS_MAX}.",
            parameter="overlap_seconds",
        )
    with database.transaction() as connection:
        old = keys.get(connection, project, key_id)
        if old is None:
            raise NotFound(f"There is no key {key_id[:64]!r} in this project.")
        if old.revoked_at is not None or (old.expires_at is not None and old.expires_at <= now):
            raise Conflict(f"The key {old.prefix}… is revoked or expired; make a new one instead.")
        drawn, secret = _drawn(project, old.name, old.live, now, old.scopes, old.models, old.expires_at)
        new = replace(
            drawn,
            root_id=old.root,
            requests_per_minute=old.requests_per_minute,
            concurrent_tasks=old.concurrent_tasks,
            addresses=old.addresses,
        )
        keys.insert(connection, new)
        keys.replace(connection, project, old.id, new.id, now + timedelta(seconds=overlap_seconds))
        audit.note(connection, by, "key.rotated", project, old.id, now, new=new.id, overlap_seconds=overlap_seconds)
    return new, secret


def revoke(database: Database, *, project: str, key_id: str, now: datetime, by: str = "the server") -> Key:
    """End a key now. Revoking a revoked key changes nothing. Raises NotFound."""
    with database.transaction() as connection:
        if keys.get(connection, project, key_id) is None:
            raise NotFound(f"There is no key {key_id[:64]!r} in this project.")
        keys.revoke(connection, project, key_id, now)
        audit.note(connection, by, "key.revoked", project, key_id, now)
        revoked = keys.get(connection, project, key_id)
    assert revoked is not None, "keys are never deleted"
    return revoked


def _drawn(
    project: str,
    name: str,
    live: bool,
    now: datetime,
    scopes: Collection[Scope],
    allowed_models: Collection[str] | None,
    expires_at: datetime | None,
) -> tuple[Key, Secret]:
    if not 1 <= len(name.strip()) <= NAME_LENGTH_MAX:
        raise ValueNotAllowed(f"name must have 1 to {NAME_LENGTH_MAX} characters.", parameter="name")
    if not scopes:
        raise ValueNotAllowed("scopes is empty; a key without scopes can do nothing.", parameter="scopes")
    if expires_at is not None and expires_at <= now:
        raise ValueNotAllowed(f"expires_at is {expires_at.isoformat()}; that has passed.", parameter="expires_at")
    allowed = None if allowed_models is None else frozenset(models.chosen(model).id for model in allowed_models)
    secret = Secret.draw(live)
    key = Key(
        id=new_id(now),
        project=project,
        name=name.strip(),
        prefix=secret.prefix,
        digest=secret.digest,
        live=live,
        scopes=frozenset(scopes),
        created_at=now,
        models=allowed,
        expires_at=expires_at,
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
