"""Model: one declaration of a public product. Validation, error texts, the published spec, OpenAPI, forms, command-line
options and the quote are all read from it; nothing else knows a rule.

A value that was given is never repaired: it is allowed or it is refused by name.
"""

from __future__ import annotations

import difflib
import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rushes.errors import MissingParameter, RuleBroken, UnknownParameter, ValueNotAllowed, WrongType
from rushes.ledger import MICROUSD_PER_USD
from rushes.long_text import LongText
from rushes.shot import Mode


class Kind(enum.StrEnum):
    STRING = "string"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    OBJECT = "object"
    PICTURE = "image"  #: any media shape, see intake.references
    PICTURES = "images"  #: array of references
    FOOTAGE = "video"


#: What a value of each kind is called in an error, and which JSON types it may be.
_JSON_TYPES: Mapping[Kind, tuple[str, tuple[type, ...]]] = {
    Kind.STRING: ("a string", (str,)),
    Kind.INTEGER: ("an integer", (int,)),
    Kind.BOOLEAN: ("true or false", (bool,)),
    Kind.OBJECT: ("an object", (dict,)),
    Kind.PICTURE: (
        'an object such as {"bytesBase64Encoded": …, "mimeType": …} or {"uri": …}, or a string',
        (dict, str, LongText),
    ),
    Kind.PICTURES: ("an array of reference images", (list,)),
    Kind.FOOTAGE: ('an object such as {"uri": …} or {"taskId": …}, or a string', (dict, str, LongText)),
}

Value = object
Given = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    kind: Kind
    meaning: str  #: one or two sentences for people; markdown-free
    required: bool = False
    options: tuple[str | int, ...] = ()
    default: str | int | bool | None = None  #: None: no default, or decided by the rules
    minimum: int | None = None
    maximum: int | None = None
    length_max: int | None = None  #: characters of a string
    items_max: int | None = None  #: of an array
    example: object = None

    def check(self, value: object, model: str) -> None:
        """Raise WrongType or ValueNotAllowed when `value` cannot be this parameter's."""
        if isinstance(value, LongText) and self.kind is Kind.STRING and self.length_max is not None:
            raise self._too_long(len(value))
        wanted, types = _JSON_TYPES[self.kind]
        if not isinstance(value, types) or (isinstance(value, bool) and self.kind is not Kind.BOOLEAN):
            raise WrongType(f"{self.name} is {describe(value)}; it must be {wanted}.", parameter=self.name)
        if self.options and value not in self.options:
            raise ValueNotAllowed(
                f"{self.name} is {describe(value)}; {model} takes {listed(self.options)}.", parameter=self.name
            )
        if isinstance(value, int) and not isinstance(value, bool):
            low, high = self.minimum, self.maximum
            if (low is not None and value < low) or (high is not None and value > high):
                raise ValueNotAllowed(
                    f"{self.name} is {describe(value)}; it must be between {low} and {high}.", parameter=self.name
                )
        if isinstance(value, str) and self.length_max is not None and len(value) > self.length_max:
            raise self._too_long(len(value))
        if isinstance(value, list):
            if self.items_max is not None and len(value) > self.items_max:
                raise ValueNotAllowed(
                    f"{self.name} has {len(value)} items; at most {self.items_max} are allowed.", parameter=self.name
                )
            if not value:
                raise ValueNotAllowed(
                    f"{self.name} is an empty array; give 1 to {self.items_max} or leave it out.", parameter=self.name
                )

    def _too_long(self, letters: int) -> ValueNotAllowed:
        return ValueNotAllowed(
            f"{self.name} has {letters} characters; at most {self.length_max} are allowed.", parameter=self.name
        )


@dataclass(frozen=True, slots=True)
class When:
    """A condition on a request: any of these parameters given, any of these modes, or a parameter's value."""

    given: tuple[str, ...] = ()
    modes: tuple[Mode, ...] = ()
    values: tuple[tuple[str, tuple[str | int, ...]], ...] = ()  #: (parameter, values), any of them

    def holds(self, given: Given, mode: Mode) -> bool:
        return (
            any(name in given for name in self.given)
            or mode in self.modes
            or any(given.get(name) in values for name, values in self.values if name in given)
        )

    def __str__(self) -> str:
        parts = [f"{name} is given" for name in self.given]
        parts += [MODE_WORDS[mode] for mode in self.modes]
        parts += [f"{name} is {listed(values)}" for name, values in self.values]
        return " or ".join(parts)


#: How a rule speaks of a mode.
MODE_WORDS: Mapping[Mode, str] = {
    Mode.TEXT: "the shot is made from text alone",
    Mode.IMAGE: "the shot begins with an image",
    Mode.FRAMES: "the shot goes from image to lastFrame",
    Mode.REFERENCES: "referenceImages are given",
    Mode.EXTEND: "a video is extended",
}


@dataclass(frozen=True, slots=True)
class Needs:
    """`parameter` may only be given together with one of `others`."""

    parameter: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Excludes:
    """`parameter` may not be given together with any of `others`."""

    parameter: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Only:
    """When a condition holds, `parameter` takes only `values`; the first is its default then."""

    when: When
    parameter: str
    values: tuple[str | int, ...]


Rule = Needs | Excludes | Only


@dataclass(frozen=True, slots=True)
class Price:
    """Micro-dollars per second of new picture, by (resolution, sound); its source and the day it was read."""

    per_second: Mapping[tuple[str, bool], int]
    version: str
    source: str

    def of(self, resolution: str, sound: bool, seconds: int) -> int:
        """Price in micro-dollars. Raises KeyError when the resolution is not priced: a bug in the declaration."""
        return self.per_second[resolution, sound] * seconds


@dataclass(frozen=True, slots=True)
class Model:
    id: str
    name: str
    vendor: str
    description: str
    parameters: tuple[Parameter, ...]
    rules: tuple[Rule, ...]
    price: Price
    modes: frozenset[Mode]
    engines: tuple[str, ...]  #: who may serve it, in order of preference
    released: date
    deprecated_at: date | None = None  #: since when its maker advises against it; None: it does not
    retires_at: date | None = None  #: its maker may retire it from this day on; None: no day is known
    replaced_by: str | None = None
    aliases: tuple[str, ...] = ()

    def parameter(self, name: str) -> Parameter | None:
        return next((parameter for parameter in self.parameters if parameter.name == name), None)

    def unpriced(self) -> list[str]:
        """What it offers and has no price for, in words; empty when all is priced."""
        resolution, sound = self.parameter("resolution"), self.parameter("generateAudio")
        offered = [
            (str(height), heard)
            for height in (resolution.options if resolution else ())
            for heard in ((True, False) if sound else ())
        ]
        missing = [(height, heard) for height, heard in offered if self.price.per_second.get((height, heard), -1) < 0]
        return [f"{height} {'with' if heard else 'without'} sound" for height, heard in missing] or (
            [] if offered else ["anything"]
        )

    def mode(self, given: Given) -> Mode:
        """The mode that the given media mean."""
        if "video" in given:
            return Mode.EXTEND
        if "referenceImages" in given:
            return Mode.REFERENCES
        if "lastFrame" in given:
            return Mode.FRAMES
        return Mode.IMAGE if "image" in given else Mode.TEXT

    def check(self, given: Given) -> dict[str, object]:
        """Return the effective parameters: what was given, and a default for the rest.

        Raises UnknownParameter, MissingParameter, WrongType, ValueNotAllowed or RuleBroken, each naming the parameter,
        what came and what is allowed. Media values are only checked for their JSON type here.
        """
        for name in given:
            if self.parameter(name) is None:
                raise UnknownParameter(
                    f"{self.id} has no parameter {describe(name)}{self._nearest(name)}", parameter=name[:100]
                )
        for parameter in self.parameters:
            if parameter.name in given:
                parameter.check(given[parameter.name], self.id)
        mode = self.mode(given)
        for rule in self.rules:
            self._obey(rule, given, mode)
        for parameter in self.parameters:
            value = given.get(parameter.name)
            empty = isinstance(value, str) and not value.strip()
            if parameter.required and (parameter.name not in given or empty):
                state = "empty" if empty else "missing"
                raise MissingParameter(
                    f"{parameter.name} is {state}; {self.id} needs it: {parameter.meaning}", parameter=parameter.name
                )
        return self._completed(given, mode)

    def _obey(self, rule: Rule, given: Given, mode: Mode) -> None:
        match rule:
            case Needs(parameter, others) if parameter in given and not any(other in given for other in others):
                raise RuleBroken(f"{parameter} needs {listed(others)} as well.", parameter=parameter)
            case Excludes(parameter, others) if parameter in given:
                for other in others:
                    if other in given:
                        raise RuleBroken(
                            f"{parameter} cannot be combined with {other}; send one of them.", parameter=parameter
                        )
            case Only(when, parameter, values) if parameter in given and when.holds(given, mode):
                if given[parameter] not in values:
                    raise RuleBroken(
                        f"{parameter} is {describe(given[parameter])}; when {when}, only {listed(values)} is allowed.",
                        parameter=parameter,
                    )
            case _:
                pass

    def _completed(self, given: Given, mode: Mode) -> dict[str, object]:
        effective: dict[str, object] = dict(given)
        for parameter in self.parameters:
            if parameter.name in effective:
                continue
            forced = self.forced(parameter.name, effective, mode)
            if forced:
                effective[parameter.name] = parameter.default if parameter.default in forced else forced[0]
            elif parameter.default is not None:
                effective[parameter.name] = parameter.default
        return effective

    def forced(self, name: str, given: Given, mode: Mode) -> Sequence[str | int]:
        """The values to which the rules narrow a parameter for this request; empty when they leave it free."""
        narrowed: Sequence[str | int] = ()
        for rule in self.rules:
            if isinstance(rule, Only) and rule.parameter == name and rule.when.holds(given, mode):
                narrowed = [value for value in narrowed if value in rule.values] if narrowed else rule.values
        return narrowed

    def _nearest(self, name: str) -> str:

        # Words people know from other SDKs differ only in case and underscores.
        names = [parameter.name for parameter in self.parameters]
        by_lower = {known.lower(): known for known in names}
        plain = name.lower().replace("_", "").replace("-", "")
        close = [by_lower[plain]] if plain in by_lower else difflib.get_close_matches(name, names, 1)
        return f"; did you mean {close[0]}?" if close else f"; it knows {', '.join(names)}."


def describe(value: object) -> str:
    """A value as an error may show it: JSON-like and short."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return f'"{value}"' if len(value) <= 60 else f'"{value[:57]}…"'
        case LongText():
            return f'"{value[:57]}…"'
        case int() | float():
            return str(value)[:40]
        case list():
            return "an array"
        case _:
            return "an object"


def listed(values: Sequence[str | int]) -> str:
    """`4, 6 or 8`."""
    words = [str(value) for value in values]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def usd_text(microusd: int) -> str:
    """Micro-dollars as a plain decimal string of dollars, without needless zeros: 800000 is "0.8", 0 is "0"."""
    whole, part = divmod(abs(microusd), MICROUSD_PER_USD)
    text = f"{whole}.{part:06d}".rstrip("0").rstrip(".")
    return f"-{text}" if microusd < 0 else text
