"""Silence: how long a remote engine's far side may say nothing before it is given up and, for what may be repeated, asked
again."""

from __future__ import annotations

from collections.abc import Mapping

from rushes.errors import Misconfigured

VARIABLE = "RUSHES_SILENCE_SECONDS"
USUAL_SECONDS = 60.0


def silence_seconds(environment: Mapping[str, str]) -> float:
    """Raises Misconfigured."""
    word = environment.get(VARIABLE) or str(USUAL_SECONDS)
    try:
        seconds = float(word)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 3600:
        raise Misconfigured(f"{VARIABLE} is {word!r}; it must be seconds, more than 0.")
    return seconds
