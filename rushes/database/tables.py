"""Tables: the whole schema as it is today. `migrations/` leads there step by step; a test keeps the two equal.

Money is whole micro-dollars. References are checked at commit, so that one transaction may write in any order.
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import BigInteger, Boolean, Column, Float, Index, Integer, Table, UniqueConstraint

from rushes.database.columns import DOCUMENT, Time, Word

metadata = sa.MetaData(
    naming_convention={
        "ix": "%(table_name)s_%(column_0_N_name)s_index",
        "uq": "%(table_name)s_%(column_0_N_name)s_unique",
        "fk": "%(table_name)s_%(column_0_name)s_reference",
        "pk": "%(table_name)s_pkey",
    }
)


def _of(column: str) -> sa.ForeignKey:
    return sa.ForeignKey(column, deferrable=True, initially="DEFERRED")


projects = Table(
    "projects",
    metadata,
    Column("id", Word, primary_key=True),
    Column("name", Word, nullable=False),
    Column("limit_microusd", BigInteger),  # NULL: no limit
    Column("held_microusd", BigInteger, nullable=False),
    Column("spent_microusd", BigInteger, nullable=False),
    Column("created_at", Time, nullable=False),
    Column("topped_up_microusd", BigInteger),  # NULL: pays later; else the sum of its top-ups
    Column("task_days", Integer),  # NULL: as the server keeps them
    Column("kept_since", Time),  # a legal hold; NULL: none
    Column("file_days", Integer),  # as task_days, for uploads
)

top_ups = Table(
    "top_ups",
    metadata,
    Column("id", Word, primary_key=True),
    Column("project", Word, _of("projects.id"), nullable=False),
    Column("amount_microusd", BigInteger, nullable=False),
    Column("reference", Word),  # the payment's own number: the same one never counts twice
    Column("at", Time, nullable=False),
    UniqueConstraint("project", "reference"),
)

budgets = Table(
    "budgets",
    metadata,
    Column("owner", Word, primary_key=True),
    Column("period", Word, primary_key=True),
    Column("project", Word, _of("projects.id"), nullable=False),
    Column("limit_microusd", BigInteger, nullable=False),
    Column("hard", Boolean, nullable=False),
    Column("created_at", Time, nullable=False),
)

budget_spans = Table(
    "budget_spans",
    metadata,
    Column("owner", Word, primary_key=True),
    Column("span", Word, primary_key=True),
    Column("used_microusd", BigInteger, nullable=False),
)

#: What is counted for a key's limits, on the root of its rotations.
tallies = Table(
    "tallies",
    metadata,
    Column("root", Word, primary_key=True),
    Column("minute", BigInteger, nullable=False),  # since 1970
    Column("requests", Integer, nullable=False),  # in that minute
    Column("due_at", BigInteger),  # of requests that are spread: when the last one is due, in microseconds since 1970
)

keys = Table(
    "keys",
    metadata,
    Column("id", Word, primary_key=True),
    Column("project", Word, _of("projects.id"), nullable=False),
    Column("name", Word, nullable=False),
    Column("prefix", Word, nullable=False),
    Column("digest", Word, nullable=False, unique=True),
    Column("live", Boolean, nullable=False),
    Column("scopes", DOCUMENT, nullable=False),
    Column("models", DOCUMENT),  # NULL: all
    Column("created_at", Time, nullable=False),
    Column("expires_at", Time),
    Column("revoked_at", Time),
    Column("last_used_at", Time),
    Column("replaced_by", Word),
    Column("root_id", Word),  # NULL: its own id
    Column("requests_per_minute", Integer),
    Column("concurrent_tasks", Integer),
    Column("addresses", DOCUMENT),  # NULL: all
    Column("requests_burst", Integer),  # NULL: requests are counted by the minute
    Index(None, "project", "id"),
)

tasks = Table(
    "tasks",
    metadata,
    Column("id", Word, primary_key=True),
    Column("project", Word, _of("projects.id"), nullable=False),
    Column("key_id", Word, nullable=False),
    Column("live", Boolean, nullable=False),
    Column("model", Word, nullable=False),
    Column("engine", Word, nullable=False),
    Column("mode", Word, nullable=False),
    Column("shot", DOCUMENT, nullable=False),
    Column("parameters", DOCUMENT, nullable=False),
    Column("status", Word, nullable=False),
    Column("created_at", Time, nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("unit_price_microusd", BigInteger, nullable=False),
    Column("discount_microusd", BigInteger, nullable=False),
    Column("price_version", Word, nullable=False),
    Column("expires_at", Time, nullable=False),
    Column("deadline_at", Time, nullable=False),
    Column("hold_microusd", BigInteger, nullable=False),
    Column("stage", Word, nullable=False),
    Column("progress", Float(53), nullable=False),
    Column("takes", Integer, nullable=False),
    Column("started_at", Time),
    Column("ended_at", Time),
    Column("cancel_asked_at", Time),
    Column("clip", DOCUMENT),
    Column("poster", DOCUMENT),
    Column("still", Word),
    Column("failure", DOCUMENT),
    Column("charged_microusd", BigInteger, nullable=False),
    Column("notes", DOCUMENT, nullable=False),
    Column("caller_metadata", DOCUMENT),
    Column("deleted_at", Time),
    Column("fallbacks", DOCUMENT),  # NULL: no other engine takes it over
    Column("circled_at", Time),  # NULL: nobody has marked it as a good take
    Index(None, "project", "id"),
    Index(None, "project", "status", "id"),
)

#: Holds open tasks only, so it stays small however many have ended.
_OPEN = sa.text("status IN ('queued', 'running')")
Index("tasks_open_index", tasks.c.id, sqlite_where=_OPEN, postgresql_where=_OPEN)
_CIRCLED = sa.text("circled_at IS NOT NULL")
Index("tasks_circled_index", tasks.c.project, tasks.c.id, sqlite_where=_CIRCLED, postgresql_where=_CIRCLED)

takes = Table(
    "takes",
    metadata,
    Column("task_id", Word, _of("tasks.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("engine", Word, nullable=False),
    Column("state", Word, nullable=False),
    Column("operation", Word),
    Column("worker", Word, nullable=False),
    Column("digest", Word),
    Column("started_at", Time, nullable=False),
    Column("ended_at", Time),
    Column("fault", Word),
    Column("reported_seconds", Float(53)),  # what the engine says it made, and charges for it; NULL: it does not say
    Column("reported_microusd", BigInteger),
    Column("account", Word),  # whose limits it counts against; NULL: nobody's
    Column("claimed_at", Time),  # by the database's clock
    Column("next_poll_at", Time),  # NULL: not yet polled
    Index(None, "account", "claimed_at"),
)

#: Takes that are out at a far side: few, however many have ended.
_SUBMITTED = sa.text("state = 'submitted'")
Index("takes_next_poll_at_index", takes.c.next_poll_at, sqlite_where=_SUBMITTED, postgresql_where=_SUBMITTED)
_OUT = sa.text("state IN ('submitting', 'submitted')")
Index("takes_out_index", takes.c.account, sqlite_where=_OUT, postgresql_where=_OUT)

#: The far sides' accounts: a row is the lock of whoever claims a turn, and what the account itself last said.
accounts = Table(
    "accounts",
    metadata,
    Column("name", Word, primary_key=True),
    Column("closed_until", Time),  # out of quota until then; NULL: open
    Column("storms", Integer, nullable=False),  # refusals in a row for want of quota
)

ledger = Table(
    "ledger",
    metadata,
    Column("task_id", Word, _of("tasks.id"), primary_key=True),
    Column("take", Integer, primary_key=True, autoincrement=False),
    Column("kind", Word, primary_key=True),
    Column("project", Word, _of("projects.id"), nullable=False),
    Column("amount_microusd", BigInteger, nullable=False),
    Column("at", Time, nullable=False),
    # Stricter than the primary key: a second take must not capture what a first one has.
    UniqueConstraint("task_id", "kind"),
    Index(None, "project", "at"),
)

events = Table(
    "events",
    metadata,
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("task_id", Word, _of("tasks.id"), nullable=False),
    Column("project", Word, nullable=False),
    Column("kind", Word, nullable=False),
    Column("at", Time, nullable=False),
    Column("body", DOCUMENT, nullable=False),
    Index(None, "task_id", "number"),
    Index(None, "project", "number"),
    sqlite_autoincrement=True,  # A number is never given twice, also when the newest rows were removed.
)

assets = Table(
    "assets",
    metadata,
    Column("id", Word, primary_key=True),
    Column("project", Word, _of("projects.id"), nullable=False),
    Column("key_id", Word, nullable=False),
    Column("name", Word, nullable=False),
    Column("kind", Word, nullable=False),
    Column("digest", Word, nullable=False),
    Column("mime", Word, nullable=False),
    Column("size_bytes", BigInteger, nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("seconds", Float(53)),
    Column("created_at", Time, nullable=False),
    Column("expires_at", Time, nullable=False),
    Index(None, "project", "id"),
    Index(None, "expires_at"),
    Index(None, "digest"),
)

idempotency = Table(
    "idempotency",
    metadata,
    Column("project", Word, primary_key=True),
    Column("key", Word, primary_key=True),
    Column("fingerprint", Word, nullable=False),
    Column("task_id", Word, nullable=False),
    Column("created_at", Time, nullable=False),
    Index(None, "created_at"),
)

workers = Table(
    "workers",
    metadata,
    Column("id", Word, primary_key=True),
    Column("host", Word, nullable=False),
    Column("pid", Integer, nullable=False),
    Column("started_at", Time, nullable=False),
    Column("beat_at", Time, nullable=False),
    Column("queues", DOCUMENT, nullable=False),
)

#: Who may sign in to the console. No password yet: the one-time link sets it.
people = Table(
    "people",
    metadata,
    Column("id", Word, primary_key=True),
    Column("project", Word, _of("projects.id"), nullable=False),
    Column("name", Word, nullable=False, unique=True),
    Column("password", Word),  # Argon2id, with its salt and costs (PHC string)
    Column("link_digest", Word, unique=True),  # of the one-time link that may set the password; NULL: none is open
    Column("created_at", Time, nullable=False),
    Column("issuer", Word),  # who vouches for them elsewhere (OpenID Connect), and as whom
    Column("subject", Word),
    Index("people_identity_unique", "issuer", "subject", unique=True),
)

#: Who may do what in which project.
members = Table(
    "members",
    metadata,
    Column("person", Word, _of("people.id"), primary_key=True),
    Column("project", Word, _of("projects.id"), primary_key=True),
    Column("role", Word, nullable=False),
    Column("created_at", Time, nullable=False),
    Index(None, "project"),
)

#: One-time links that let somebody into a project. The link's token itself is never here, only its digest.
invitations = Table(
    "invitations",
    metadata,
    Column("digest", Word, primary_key=True),
    Column("project", Word, _of("projects.id"), nullable=False),
    Column("name", Word, nullable=False),
    Column("role", Word, nullable=False),
    Column("by", Word, nullable=False),
    Column("created_at", Time, nullable=False),
    Column("expires_at", Time, nullable=False),
    Index(None, "project"),
)

sessions = Table(
    "sessions",
    metadata,
    Column("digest", Word, primary_key=True),  # of the cookie's secret
    Column("person", Word, _of("people.id"), nullable=False),
    Column("created_at", Time, nullable=False),
    Column("expires_at", Time, nullable=False),
    Column("address", Word),  # where it began, and in which browser; NULL: not known
    Column("agent", Word),
    Column("project", Word),  # that they are in; NULL: their first
    Index(None, "person"),
    Index(None, "expires_at"),
)


def _usage_key() -> list[Column[str]]:
    """What tasks are summed by; a new set of columns for each table."""
    return [Column(name, Word, primary_key=True) for name in ("project", "day", "key_id", "model", "engine", "status")]


terms = Table(
    "terms",
    metadata,
    Column("id", Word, primary_key=True),
    Column("created_at", Time, nullable=False),
    Column("begins_at", Time, nullable=False),
    Column("ends_at", Time),
    Column("project", Word, _of("projects.id")),  # NULL: everybody's; so below
    Column("root", Word),
    Column("model", Word),
    Column("resolution", Word),
    Column("sound", Boolean),
    Column("unit_price_microusd", BigInteger),
    Column("discount", Integer),  # hundredths of a percent
    Column("unit_cost_microusd", BigInteger),  # what a second costs us
    Column("margin", Integer),  # on that, in hundredths of a percent
)

#: Triggers, which the migration makes, refuse to change or remove a row.
audit = Table(
    "audit",
    metadata,
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("by", Word, nullable=False),
    Column("action", Word, nullable=False),
    Column("project", Word),
    Column("subject", Word, nullable=False),
    Column("at", Time, nullable=False),
    Column("body", DOCUMENT, nullable=False),
    Column("address", Word),  # from where; NULL: on the machine itself, or not known
    Index(None, "project", "number"),
)

usage_days = Table(
    "usage_days",
    metadata,
    *_usage_key(),
    Column("tasks", BigInteger, nullable=False),
    Column("seconds", BigInteger, nullable=False),
    Column("discount_microusd", BigInteger, nullable=False),
    Column("charged_microusd", BigInteger, nullable=False),
)

usage_times = Table(
    "usage_times",
    metadata,
    *_usage_key(),
    Column("bucket", Integer, primary_key=True, autoincrement=False),
    Column("waiting", BigInteger, nullable=False),  # tasks that waited as long as the bucket says
    Column("rendering", BigInteger, nullable=False),
)

#: Programs that ask to be let in (device sign-in). The device code itself is never here, only its digest.
devices = Table(
    "devices",
    metadata,
    Column("digest", Word, primary_key=True),
    Column("user_code", Word, nullable=False, unique=True),
    Column("client", Word, nullable=False),
    Column("public_key", Word, nullable=False),  # Ed25519, hex
    Column("address", Word, nullable=False),  # that asked
    Column("created_at", Time, nullable=False),
    Column("expires_at", Time, nullable=False),
    Column("project", Word, _of("projects.id")),  # NULL: nobody has approved it
    Column("approved_by", Word),  # a key's id, or a person's
    Column("taken_at", Time),  # NULL: its key has not been handed over
    Column("granted", DOCUMENT),  # what its key may do; NULL: what its approver's may
    Column("denied_at", Time),  # NULL: nobody has turned it away
    Index(None, "address", "created_at"),
    Index(None, "expires_at"),
)

#: Nonces of its proofs, each good once.
device_nonces = Table(
    "device_nonces",
    metadata,
    Column("device", Word, _of("devices.digest"), primary_key=True),
    Column("nonce", Word, primary_key=True),
)
