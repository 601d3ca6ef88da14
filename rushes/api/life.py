"""Life: what an answer about a task says of its model's end, as headers: Deprecation (RFC 9745) and Sunset (RFC 8594)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from functools import lru_cache

from rushes import models


@lru_cache(maxsize=256)
def headers(model_id: str) -> Mapping[str, str]:
    """None for a model whose end nobody knows. A day that is past says that it may end at any time (RFC 8594, 3)."""
    model = models.ALL.get(model_id)
    found: dict[str, str] = {}
    if model is not None and model.deprecated_at is not None:
        found["deprecation"] = f"@{_midnight(model.deprecated_at).timestamp():.0f}"
    if model is not None and model.retires_at is not None:
        found["sunset"] = format_datetime(_midnight(model.retires_at), usegmt=True)
    return found


@lru_cache(maxsize=256)
def raw_headers(model_id: str) -> tuple[tuple[bytes, bytes], ...]:
    return tuple((name.encode(), value.encode()) for name, value in headers(model_id).items())


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
