"""A shot plan in words: what the animatic understood, for people to read before they edit it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def plan_words(plan: Mapping[str, object]) -> list[tuple[str, str]]:
    """What, and how, for each part of a plan that says something. A plan may be of an older version, so nothing in it is
    taken for granted."""
    camera = _mapping(plan.get("camera"))
    told = [
        ("Place", _plain(plan.get(name) for name in ("setting", "time", "weather", "season"))),
        ("With", _plain(_texts(plan.get("features")))),
        ("Cast", "; ".join(_subject(_mapping(one)) for one in _several(plan.get("subjects")))),
        ("Camera", _plain((camera.get("move"), camera.get("size"), _angle(camera.get("angle")), camera.get("focus")))),
        ("Mood", _plain((plan.get("mood"), plan.get("style")))),
        ("Heard", _plain((*_texts(plan.get("sounds")), f"{plan['music']} music" if plan.get("music") else ""))),
        ("Said", " ".join(f"“{_mapping(one).get('text', '')}”" for one in _several(plan.get("lines")))),
        ("Left out", _plain(_texts(plan.get("removed")))),
        ("Not drawn", _plain(_texts(plan.get("not_drawn")))),
        ("Notes", "; ".join(_texts(plan.get("notes")))),
    ]
    return [(name, words) for name, words in told if words]


def _subject(one: Mapping[str, object]) -> str:
    count = one.get("count", 1)
    number = _COUNTS[count] if isinstance(count, int) and 1 < count < len(_COUNTS) else ""
    stands_in = "a card in its place" if one.get("rig") == "card" else ""
    return _plain((f"{number} {one.get('noun', '')}".strip(), one.get("action"), stands_in))


def _angle(value: object) -> str:
    return "" if value in (None, "eye") else f"{value} angle"


def _plain(words: Iterable[object]) -> str:
    return ", ".join(str(word).replace("_", " ") for word in words if word)


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _several(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else ()


def _texts(value: object) -> list[str]:
    return [str(one) for one in _several(value)]
