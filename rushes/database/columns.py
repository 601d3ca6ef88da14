"""Columns: the three types that SQLite and PostgreSQL keep differently, and that rows rely on to be equal in both."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

#: A document: a JSON object, NULL for None. Not JSONB, which would reorder what a caller sees echoed and refuses "\u0000".
DOCUMENT = sa.JSON(none_as_null=True)


def dump(value: object) -> str:
    """JSON as it is kept: one line of ASCII, which both databases store whatever a caller typed.

    Raises ValueError for NaN and infinity, which are not JSON."""
    return json.dumps(value, allow_nan=False, separators=(",", ":"))


def load(value: Any) -> Any:  # Any: a JSON document, whose shape the caller knows
    """A document as the raw driver returns it: text on SQLite, already read on PostgreSQL."""
    return json.loads(value) if isinstance(value, str) else value


def time_of(value: str | datetime) -> datetime:
    """A time as the raw driver returns it: text on SQLite, in the session's zone on PostgreSQL."""
    return datetime.fromisoformat(value) if isinstance(value, str) else value.astimezone(UTC)


def storable(text: str) -> str:
    """The text with what PostgreSQL or UTF-8 cannot hold (NUL, lone surrogates) replaced by U+FFFD."""
    if text.isascii() and "\0" not in text:
        return text
    return text.replace("\0", "\ufffd").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class Time(TypeDecorator[datetime]):
    """An aware UTC time. SQLite keeps ISO 8601 text of one length, whose order is the order of time."""

    impl = sa.String(32)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:  # Any: as TypeDecorator declares it
        return dialect.type_descriptor(sa.String(32) if dialect.name == "sqlite" else sa.TIMESTAMP(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:  # Any: text or time, by dialect
        if value is None:
            return None
        assert value.tzinfo is not None, "times are aware"
        value = value.astimezone(UTC)
        return value.isoformat(timespec="microseconds") if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # Any: text or time, by dialect
        return None if value is None else time_of(value)


class Word(TypeDecorator[str]):
    """Text that may have come from a stranger: an id out of a URL, the message of a fault.

    Compared byte by byte in both databases: ids must sort by time whatever the locale is."""

    impl = sa.String
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:  # Any: as TypeDecorator declares it
        return dialect.type_descriptor(sa.String() if dialect.name == "sqlite" else sa.String(collation="C"))

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else storable(value)
