"""Values in a query string: text that must be something else."""

from __future__ import annotations

from collections.abc import Mapping

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
