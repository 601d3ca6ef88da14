"""Bounds: what an owner says that an account of theirs allows."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from rushes.engine import Allowance
from rushes.errors import Misconfigured


def bound(environment: Mapping[str, str], name: str, usual: int | None = None, *, least: int = 1) -> int | None:
    """A whole number; `usual` when nothing is set. Raises Misconfigured."""
    word = environment.get(name)
    if not word:
        return usual
    if not word.isdecimal() or int(word) < least:
        raise Misconfigured(f"{name} is {word!r}; it must be a whole number of at least {least}.")
    return int(word)


def allowance(engine: str, url: str, prefix: str, environment: Mapping[str, str]) -> Allowance:
    """Of an account at a server, which is told apart by the server's address alone. Raises Misconfigured."""
    parts = urlsplit(url)
    where = f"{parts.hostname or ''}{f':{parts.port}' if parts.port else ''}{parts.path}"
    return Allowance(
        f"{engine}:{where}",
        at_once=bound(environment, f"{prefix}_AT_ONCE"),
        per_minute=bound(environment, f"{prefix}_PER_MINUTE"),
    )
