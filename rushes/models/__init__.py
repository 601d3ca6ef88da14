"""The models that this server knows: data and typed rules, nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from rushes.errors import Misconfigured, NotFound, ValueNotAllowed
from rushes.model import Model, describe, listed
from rushes.models import animatic, veo


def enabled(*models: Model) -> Mapping[str, Model]:
    """The models by id. Raises Misconfigured for one that lacks a price for something it offers: nobody could be told
    what that costs."""
    for model in models:
        unpriced = model.unpriced()
        if unpriced:
            raise Misconfigured(f"{model.id} cannot be enabled: it has no price for {listed(unpriced)}.")
    return {model.id: model for model in models}


ALL: Final[Mapping[str, Model]] = enabled(*veo.MODELS, *animatic.MODELS)
_BY_NAME: Final[Mapping[str, Model]] = {
    **{alias: model for model in ALL.values() for alias in model.aliases},
    **ALL,
}


def find(name: str) -> Model:
    """The model at an address, by id or alias. Raises NotFound, naming the models that there are."""
    model = _BY_NAME.get(name)
    if model is None:
        raise NotFound(f"There is no model {describe(name)}; this server has {listed(list(ALL))}.")
    return model


def chosen(name: str) -> Model:
    """The model that a request names. Raises ValueNotAllowed for the parameter `model`."""
    model = _BY_NAME.get(name)
    if model is None:
        raise ValueNotAllowed(f"model is {describe(name)}; this server has {listed(list(ALL))}.", parameter="model")
    return model
