"""Edited plans: a shot plan read back from JSON, strictly. What is not understood is refused, never repaired."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from rushes.engines.animatic import plan as plans
from rushes.engines.animatic.plan import Camera, Line, ShotPlan, Subject
from rushes.engines.animatic.rigs.catalog import RIGS, info
from rushes.engines.animatic.sound.catalog import names
from rushes.engines.animatic.sound.styles import STYLES
from rushes.errors import ValueNotAllowed

from .looks import MOODS

SEASONS = ("spring", "summer", "autumn", "winter")
ANGLES = ("eye", "low", "high", "overhead")
FOCUSES = ("deep", "shallow")
TONES = ("plain", "whisper", "shout", "sing", "murmur")
VOICES = ("woman", "man", "child", "old", "robot", "neutral")
ASPECT_RATIOS = ("16:9", "9:16")

PROMPT_MAX = 20_000
SUBJECTS_MAX = 12
LINES_MAX = 12
WORDS_MAX = 400
SECONDS_MAX = 600.0
_HEX = re.compile(r"#[0-9a-f]{6}")

_Value = TypeVar("_Value")


def read(plan: Mapping[str, object]) -> ShotPlan:
    """Return the plan that a mapping spells. `prompt`, `seed` and `seconds` must be there; what else is missing has its
    default. Raises ValueNotAllowed with parameter "shotPlan.<field>" for an unknown field, a wrong type, or a value outside
    its options or bounds.
    """
    fields = _Fields(plan, "shotPlan", ShotPlan)
    subjects = fields.rows("subjects", _subject, SUBJECTS_MAX)
    lines = fields.rows("lines", _line, LINES_MAX)
    for number, line in enumerate(lines):
        if line.speaker is not None and not 0 <= line.speaker < len(subjects):
            raise _refused(
                f"shotPlan.lines[{number}].speaker",
                line.speaker,
                f"an index into the {len(subjects)} subjects, or null",
            )
    return ShotPlan(
        prompt=fields.text("prompt", PROMPT_MAX, required=True),
        seed=fields.whole("seed", 0, 2**32 - 1, required=True),
        seconds=fields.number("seconds", 0.04, SECONDS_MAX, required=True),
        aspect_ratio=fields.option("aspect_ratio", ASPECT_RATIOS),
        setting=fields.option("setting", plans.SETTINGS),
        time=fields.option("time", plans.TIMES),
        weather=fields.option("weather", plans.WEATHERS),
        season=fields.option("season", SEASONS),
        mood=fields.option("mood", MOODS),
        style=fields.option("style", plans.STYLES),
        subjects=subjects,
        camera=fields.part("camera", _camera),
        features=fields.words("features", 32),
        sounds=fields.options("sounds", names(), 32),
        music=fields.maybe("music", lambda key: fields.option(key, tuple(STYLES))),
        lines=lines,
        colours=fields.colours("colours", 8),
        understood=fields.words("understood", WORDS_MAX),
        not_drawn=fields.words("not_drawn", WORDS_MAX),
        removed=fields.words("removed", WORDS_MAX),
        notes=fields.words("notes", 32, 400),
        version=fields.whole("version", plans.PLAN_VERSION, plans.PLAN_VERSION),
    )


def _subject(value: object, path: str) -> Subject:
    fields = _Fields(value, path, Subject)
    return Subject(
        noun=fields.text("noun", 80, required=True),
        rig=fields.rig("rig"),
        action=fields.option("action", plans.ACTIONS),
        count=fields.whole("count", 1, 12),
        colour=fields.maybe("colour", fields.colour),
        scale=fields.number("scale", 0.1, 10.0),
        x=fields.number("x", -0.5, 1.5),
        depth=fields.number("depth", 0.1, 4.0),
        facing=fields.option("facing", (1, -1)),
        travels=fields.flag("travels"),
        y=fields.maybe("y", lambda key: fields.number(key, -0.5, 1.5)),
        on=fields.maybe("on", lambda key: fields.whole(key, 0, SUBJECTS_MAX - 1)),
        traits=fields.words("traits", 32),
    )


def _camera(value: object, path: str) -> Camera:
    fields = _Fields(value, path, Camera)
    return Camera(
        move=fields.option("move", plans.MOVES),
        size=fields.option("size", plans.SIZES),
        angle=fields.option("angle", ANGLES),
        pace=fields.number("pace", 0.3, 2.0),
        focus=fields.option("focus", FOCUSES),
    )


def _line(value: object, path: str) -> Line:
    fields = _Fields(value, path, Line)
    return Line(
        speaker=fields.maybe("speaker", lambda key: fields.whole(key, 0, SUBJECTS_MAX - 1), required=True),
        text=fields.text("text", 600, required=True),
        tone=fields.option("tone", TONES),
        voice=fields.option("voice", VOICES),
        starts_seconds=fields.number("starts_seconds", 0.0, SECONDS_MAX),
        lasts_seconds=fields.number("lasts_seconds", 0.05, SECONDS_MAX),
    )


def _refused(path: str, value: object, allowed: str) -> ValueNotAllowed:
    return ValueNotAllowed(f"{path} is {str(value)[:80]!r}; it must be {allowed}.", parameter=path)


class _Fields:
    """The fields of one JSON object; each is taken by name, type and bounds. Reading refuses names that the type lacks."""

    def __init__(self, value: object, path: str, kind: Any) -> None:  # Any: a dataclass type
        if not isinstance(value, Mapping):
            raise _refused(path, value, "an object")
        self._path = path
        self._values: Mapping[str, object] = value
        self._kind = kind
        known = kind.__dataclass_fields__
        for name in value:
            if name not in known:
                raise _refused(f"{path}.{str(name)[:40]}", name, f"one of {', '.join(known)}")

    def _take(self, name: str, required: bool) -> object:
        if name in self._values:
            return self._values[name]
        if required:
            raise _refused(f"{self._path}.{name}", "missing", "given")
        return self._kind.__dataclass_fields__[name].default

    def text(self, name: str, length_max: int, *, required: bool = False) -> str:
        value = self._take(name, required)
        if not isinstance(value, str) or len(value) > length_max:
            raise _refused(f"{self._path}.{name}", value, f"a string of at most {length_max} characters")
        return value

    def whole(self, name: str, least: int, most: int, *, required: bool = False) -> int:
        value = self._take(name, required)
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise _refused(f"{self._path}.{name}", value, f"a whole number from {least} to {most}")
        return value

    def number(self, name: str, least: float, most: float, *, required: bool = False) -> float:
        value = self._take(name, required)
        if (
            isinstance(value, bool)
            or not isinstance(value, int | float)
            or not math.isfinite(value)
            or not least <= value <= most
        ):
            raise _refused(f"{self._path}.{name}", value, f"a number from {least:g} to {most:g}")
        return value

    def flag(self, name: str) -> bool:
        value = self._take(name, False)
        if not isinstance(value, bool):
            raise _refused(f"{self._path}.{name}", value, "true or false")
        return value

    def option(self, name: str, options: tuple[_Value, ...], *, required: bool = False) -> _Value:
        value = self._take(name, required)
        for option in options:
            if value == option and type(value) is type(option):
                return option
        raise _refused(f"{self._path}.{name}", value, f"one of {', '.join(map(str, options))}")

    def options(self, name: str, options: tuple[str, ...], count_max: int) -> tuple[str, ...]:
        found = self.words(name, count_max)
        for value in found:
            if value not in options:
                raise _refused(f"{self._path}.{name}", value, f"some of {', '.join(options)}")
        return found

    def rig(self, name: str) -> str:
        value = self.text(name, 80, required=True)
        if info(value) is None:
            raise _refused(
                f"{self._path}.{name}", value, f"one of {', '.join(RIGS)}, or a piece of the library as art:telescope"
            )
        return value

    def colour(self, name: str) -> str:
        return _colour(self._take(name, False), f"{self._path}.{name}")

    def colours(self, name: str, count_max: int) -> tuple[str, ...]:
        return tuple(_colour(value, f"{self._path}.{name}") for value in self._list(name, count_max))

    def words(self, name: str, count_max: int, length_max: int = 200) -> tuple[str, ...]:
        found = self._list(name, count_max)
        for value in found:
            if not isinstance(value, str) or len(value) > length_max:
                raise _refused(f"{self._path}.{name}", value, f"strings of at most {length_max} characters")
        return tuple(str(value) for value in found)

    def maybe(self, name: str, reader: Callable[[str], _Value], *, required: bool = False) -> _Value | None:
        return None if self._take(name, required) is None else reader(name)

    def rows(self, name: str, reader: Callable[[object, str], _Value], count_max: int) -> tuple[_Value, ...]:
        return tuple(reader(value, f"{self._path}.{name}[{n}]") for n, value in enumerate(self._list(name, count_max)))

    def part(self, name: str, reader: Callable[[object, str], _Value]) -> _Value:
        value = self._take(name, False)
        return reader({}, f"{self._path}.{name}") if name not in self._values else reader(value, f"{self._path}.{name}")

    def _list(self, name: str, count_max: int) -> list[object]:
        value = self._take(name, False)
        if not isinstance(value, list | tuple) or len(value) > count_max:
            raise _refused(f"{self._path}.{name}", value, f"a list of at most {count_max}")
        return list(value)


def _colour(value: object, path: str) -> str:
    if not isinstance(value, str) or not _HEX.fullmatch(value):
        raise _refused(path, value, 'a colour like "#c8402f"')
    return value
