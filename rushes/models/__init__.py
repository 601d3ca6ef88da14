"""The models that this server knows: data and typed rules, nothing else. Ours, and those that installed packages add by
the entry point group `rushes.models`: a tuple of `Model`s."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import entry_points
from typing import Final

from rushes.errors import Misconfigured, NotFound, ValueNotAllowed
from rushes.model import Kind, Model, describe, listed
from rushes.models import animatic, shared, veo

GROUP = "rushes.models"
_MEDIA = (Kind.PICTURE, Kind.PICTURES, Kind.FOOTAGE)
#: What a shot has to say, and the words in which it can; any where none are named.
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "prompt": (),
    "aspectRatio": ("16:9", "9:16"),
    "resolution": ("720p", "1080p", "4k"),
    "durationSeconds": (),
    "generateAudio": (),
}


def enabled(*models: Model) -> Mapping[str, Model]:
    """The models by id. Raises Misconfigured for one of which no shot can be made: it is declared twice, lacks a
    parameter that every shot needs, begins with media that no shot begins with, or has no price for something it offers,
    so that nobody could be told what that costs."""
    found: dict[str, Model] = {}
    for model in models:
        fault = "it is declared twice" if model.id in found else _fault(model)
        if fault:
            raise Misconfigured(f"{model.id} cannot be enabled: {fault}.")
        found[model.id] = model
    return found


def _fault(model: Model) -> str:
    for name, words in _NEEDED.items():
        parameter = model.parameter(name)
        if parameter is None:
            return f"it has no parameter {name}"
        if words and not (parameter.options and set(parameter.options) <= set(words)):
            return f"its {name} must offer nothing but {listed(words)}"
    for parameter in model.parameters:
        if parameter.kind in _MEDIA and parameter.name not in shared.OF_EVERY_SHOT:
            return f"no shot begins with {parameter.name}"
    unpriced = model.unpriced()
    return f"it has no price for {listed(unpriced)}" if unpriced else ""


class _All(Mapping[str, Model]):
    """Packages are asked when the first model is looked for, not before: importing this module runs nobody's code."""

    def __getitem__(self, id: str) -> Model:
        return _known()[id]

    def __iter__(self) -> Iterator[str]:
        return iter(_known())

    def __len__(self) -> int:
        return len(_known())


@cache
def _known() -> Mapping[str, Model]:
    return enabled(*veo.MODELS, *animatic.MODELS, *_added())


def _added() -> Iterator[Model]:
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        try:
            yield from point.load()
        except (ImportError, AttributeError, TypeError) as fault:
            raise Misconfigured(f"The models of {point.name} ({point.value}) cannot be loaded: {fault}") from fault


@cache
def _by_name() -> Mapping[str, Model]:
    return {**{alias: model for model in ALL.values() for alias in model.aliases}, **ALL}


ALL: Final[Mapping[str, Model]] = _All()


def find(name: str) -> Model:
    """The model at an address, by id or alias. Raises NotFound, naming the models that there are."""
    model = _by_name().get(name)
    if model is None:
        raise NotFound(f"There is no model {describe(name)}; this server has {listed(list(ALL))}.")
    return model


def chosen(name: str) -> Model:
    """The model that a request names. Raises ValueNotAllowed for the parameter `model`."""
    model = _by_name().get(name)
    if model is None:
        raise ValueNotAllowed(f"model is {describe(name)}; this server has {listed(list(ALL))}.", parameter="model")
    return model
