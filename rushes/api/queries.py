"""Values in a query string: text that must be something else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from rushes.errors import ValueNotAllowed
from rushes.model import describe


def whole(query: Mapping[str, str], name: str, default: int, low: int, high: int) -> int:
    """A whole number, `default` when it is not given. Raises ValueNotAllowed."""
    text = query.get(name)
    if text is None:
        return default
    if not (text.isascii() and text.isdigit() and len(text) <= 9 and low <= int(text) <= high):
        raise ValueNotAllowed(
            f"{name} is {describe(text)}; it must be a whole number between {low} and {high}.", parameter=name
        )
    return int(text)


def moment(query: Mapping[str, str], name: str) -> datetime | None:
    """A time; None when it is not given. Raises ValueNotAllowed."""
    text = query.get(name)
    if text is None:
        return None
    try:
        # A plus sign that came unescaped is a space by now.
        time = datetime.fromisoformat(text.replace(" ", "+"))
    except ValueError:
        time = None
    if time is None or time.tzinfo is None:
        raise ValueNotAllowed(
            f'{name} is {describe(text)}; it must be ISO 8601 with a time zone, such as "2027-01-31T00:00:00Z".',
            parameter=name,
        )
    return time


def preferred_wait(header: str, high: int) -> int | None:
    """The seconds of `Prefer: wait=N` (RFC 7240), at most `high`; None when there is no such wish, or none that is
    understood: preferences are not refused."""
    for preference in header.split(","):
        name, _, value = preference.partition(";")[0].partition("=")
        value = value.strip().strip('"')
        if name.strip().lower() == "wait" and value.isascii() and value.isdigit() and len(value) <= 9:
            return min(int(value), high)
    return None


def truth(query: Mapping[str, str], name: str) -> bool | None:
    """`true` or `false`; None when it is not given. Raises ValueNotAllowed."""
    text = query.get(name)
    if text not in (None, "true", "false"):
        raise ValueNotAllowed(f"{name} is {describe(text)}; it must be true or false.", parameter=name)
    return None if text is None else text == "true"
