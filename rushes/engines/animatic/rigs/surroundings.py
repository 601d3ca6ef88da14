"""Surroundings: what a figure feels of its scene, as traits that the stage gives it: the season and the wind."""

from __future__ import annotations

from collections.abc import Sequence

SEASON, WIND = "season ", "wind "
#: Of a plant that opens or grows; with the seconds that it takes, once the stage has said them.
GROWING = "growing"


def season_of(traits: Sequence[str]) -> str:
    """spring, summer, autumn or winter; empty when nothing is known of it."""
    return next((trait.removeprefix(SEASON) for trait in traits if trait.startswith(SEASON)), "")


def wind_of(traits: Sequence[str]) -> float:
    """-1..1: how hard the wind blows, forwards as the figure looks or, below 0, into its face."""
    found = next((trait.removeprefix(WIND) for trait in traits if trait.startswith(WIND)), "0")
    try:
        return max(-1.0, min(1.0, float(found)))
    except ValueError:
        return 0.0


def growth_seconds(traits: Sequence[str]) -> float:
    """How long a plant takes to grow; 0 when it is grown."""
    found = next((trait.split() for trait in traits if trait.startswith(f"{GROWING} ")), [])
    return float(found[1]) if len(found) == 2 and found[1].replace(".", "", 1).isdigit() else 0.0
