"""Fields: a model's declaration as a form. Which choices there are and what forbids them is all read from the model, so
a model that an engine adds has its form for nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rushes.model import Excludes, Kind, Model, Needs, Only, Parameter, listed
from rushes.shot import Mode

#: What people call them; a name that is not here is shown as words.
_LABELS: Mapping[str, str] = {
    "aspectRatio": "Shape",
    "durationSeconds": "Length",
    "resolution": "Resolution",
    "generateAudio": "Sound",
    "negativePrompt": "What to avoid",
    "seed": "Seed",
    "personGeneration": "People",
    "shotPlan": "Shot plan",
}
#: Shown as pictures beside the prompt, in this order; all others wait in the drawer.
_PICTURED = ("aspectRatio", "durationSeconds", "resolution", "generateAudio")
_UNITS: Mapping[str, str] = {"durationSeconds": " s"}
TABS: Mapping[Mode, str] = {
    Mode.TEXT: "Text",
    Mode.IMAGE: "Image",
    Mode.FRAMES: "First + last",
    Mode.REFERENCES: "References",
    Mode.EXTEND: "Extend",
}
#: What each tab asks for: parameter, what its slot is called, and whether it can do without.
_SLOTS: Mapping[Mode, tuple[tuple[str, str, bool], ...]] = {
    Mode.TEXT: (),
    Mode.IMAGE: (("image", "First frame", False),),
    Mode.FRAMES: (("image", "First frame", False), ("lastFrame", "Last frame", False)),
    Mode.REFERENCES: (("referenceImages", "Reference", False),),
    Mode.EXTEND: (("video", "A clip to continue", False),),
}


@dataclass(frozen=True, slots=True)
class Option:
    value: str | int | bool
    words: str


@dataclass(frozen=True, slots=True)
class Field:
    parameter: Parameter
    label: str
    control: str  #: choices, number, words or json
    options: tuple[Option, ...] = ()

    @property
    def name(self) -> str:
        return self.parameter.name

    @property
    def is_pictured(self) -> bool:
        return self.name in _PICTURED


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a picture or a clip."""

    mode: Mode
    parameter: str
    label: str
    number: int  #: 1.. among references; else 0
    is_optional: bool
    is_clip: bool


def pictured(model: Model) -> list[Field]:
    found = {field.name: field for field in _fields(model)}
    return [found[name] for name in _PICTURED if name in found]


def drawer(model: Model) -> list[Field]:
    return [field for field in _fields(model) if not field.is_pictured]


def modes(model: Model) -> list[tuple[Mode, str]]:
    return [(mode, words) for mode, words in TABS.items() if mode in model.modes]


def slots(model: Model) -> list[Slot]:
    made: list[Slot] = []
    for mode, _ in modes(model):
        for name, label, is_optional in _SLOTS[mode]:
            parameter = model.parameter(name)
            if parameter is None:
                continue
            if parameter.kind is Kind.PICTURES:
                most = parameter.items_max or 1
                made += [Slot(mode, name, label, number, number > 1, False) for number in range(1, most + 1)]
            else:
                made.append(Slot(mode, name, label, 0, is_optional, parameter.kind is Kind.FOOTAGE))
    return made


def stand_ins(model: Model, mode: str) -> dict[str, object]:
    """For what a shot of this mode begins with, something of the right form: enough to be priced."""
    medium = {"fileId": "0" * 26}
    return {
        slot.parameter: [{"image": medium}] if slot.number else medium
        for slot in slots(model)
        if slot.mode == mode and not slot.is_optional
    }


def declaration(model: Model) -> dict[str, object]:
    """What the page's script needs to disable choices and say why: names, values, rules, sentences."""
    return {
        "model": model.id,
        "parameters": {
            field.name: {"kind": str(field.parameter.kind), "default": field.parameter.default}
            for field in _fields(model)
        },
        "rules": [_rule(rule) for rule in model.rules],
    }


def label(name: str) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ").lower()
    return _LABELS.get(name, words.capitalize())


def said(name: str, value: object) -> str:
    """A value as the form says it."""
    if isinstance(value, bool):
        return "on" if value else "off"
    return f"{value}{_UNITS.get(name, '')}"


def _fields(model: Model) -> list[Field]:
    return [
        _field(parameter)
        for parameter in model.parameters
        if parameter.name != "prompt" and parameter.kind not in (Kind.PICTURE, Kind.PICTURES, Kind.FOOTAGE)
    ]


def _field(parameter: Parameter) -> Field:
    name = label(parameter.name)
    if parameter.kind is Kind.BOOLEAN:
        return Field(parameter, name, "choices", (Option(True, "On"), Option(False, "Off")))
    if parameter.options:
        options = tuple(Option(value, said(parameter.name, value)) for value in parameter.options)
        return Field(parameter, name, "choices", options)
    controls = {Kind.INTEGER: "number", Kind.OBJECT: "json"}
    return Field(parameter, name, controls.get(parameter.kind, "words"))


def _rule(rule: Needs | Excludes | Only) -> dict[str, object]:
    match rule:
        case Needs(parameter, others):
            return {"kind": "needs", "parameter": parameter, "others": others}
        case Excludes(parameter, others):
            return {"kind": "excludes", "parameter": parameter, "others": others}
        case Only(when, parameter, values):
            return {
                "kind": "only",
                "parameter": parameter,
                "values": values,
                "given": when.given,
                "modes": [str(mode) for mode in when.modes],
                "when": dict(when.values),
                "why": _why(rule),
            }


def _why(rule: Only) -> str:
    """`1080p or 4k: length 8 s only.`"""
    causes = [listed([said(name, value) for value in values]) for name, values in rule.when.values]
    causes += [TABS[mode] for mode in rule.when.modes]
    causes += [f"with {label(name).lower()}" for name in rule.when.given]
    allowed = listed([said(rule.parameter, value) for value in rule.values])
    return f"{_joined(causes)}: {label(rule.parameter).lower()} {allowed} only."


def _joined(words: Sequence[str]) -> str:
    return ", ".join(words)
