"""Which engines are installed, and which of them serves a model. Ours and others' enter by the same door: the entry
point group `rushes.engines`. Knowing names loads nothing; an engine's code is loaded only where it renders."""

from __future__ import annotations

import importlib
import os
from collections.abc import Mapping
from functools import cache
from importlib.metadata import entry_points

from rushes.engine import LocalEngine, RemoteEngine
from rushes.errors import Misconfigured, Unavailable
from rushes.model import Model, listed

GROUP = "rushes.engines"
#: Engines that work on somebody's account, and so cost money, name a function here: the environment in, and out what is
#: lacking to use the account, in one line; nothing when it is complete. It must load quickly.
ACCOUNTS_GROUP = "rushes.engines.accounts"
#: "name=module:attribute,…": engines that are not installed as packages (trials, tests). Read here because the render
#: child has no settings of its own, only its environment.
EXTRA_VARIABLE = "RUSHES_EXTRA_ENGINES"
#: Renders test keys' tasks and previews.
REHEARSAL_ENGINE = "animatic"


def _extras() -> dict[str, str]:
    pairs = (item.partition("=") for item in os.environ.get(EXTRA_VARIABLE, "").split(",") if item.strip())
    return {name.strip(): target.strip() for name, _, target in pairs}


@cache
def _installed() -> dict[str, str]:
    return {point.name: point.value for point in entry_points(group=GROUP)}


def names() -> frozenset[str]:
    """Every engine that could be loaded here."""
    return frozenset(_installed()) | frozenset(_extras())


@cache
def _accounts() -> dict[str, str]:
    return {point.name: point.value for point in entry_points(group=ACCOUNTS_GROUP)}


def lacking(name: str) -> str:
    """What an installed engine lacks to be used here: settings, credentials, its library; empty when nothing."""
    if name in _extras() or name not in _accounts():
        return ""
    module, _, attribute = _accounts()[name].partition(":")
    told: str = getattr(importlib.import_module(module), attribute)(os.environ)
    return told


def ready() -> frozenset[str]:
    """The engines that lack nothing: those that serve when the owner names none."""
    return frozenset(name for name in names() if not lacking(name))


def load(name: str) -> LocalEngine | RemoteEngine:
    """Load an engine by name. Raises Misconfigured when there is none, when it lacks something, or its import fails."""
    target = _extras().get(name) or _installed().get(name)
    if target is None:
        raise Misconfigured(f"No engine is named {name}; installed are {listed(sorted(names()) or ['none'])}.")
    if lack := lacking(name):
        raise Misconfigured(lack)
    module, _, attribute = target.partition(":")
    try:
        made: LocalEngine | RemoteEngine = getattr(importlib.import_module(module), attribute)()
    except (ImportError, AttributeError, OSError) as fault:
        raise Misconfigured(f"The engine {name} ({target}) cannot be loaded: {fault}") from fault
    return made


def route(model: Model, *, rehearsal: bool, installed: frozenset[str], routes: Mapping[str, tuple[str, ...]]) -> str:
    """The engine for a task: the first of the owner's route (else of the model's own order) that is installed; a
    rehearsal (a test key's task, or a preview) goes to the animatic when that is installed, and never to an engine that
    works on somebody's account: nobody would pay for it.

    Raises Unavailable when none is.
    """
    order = routes.get(model.id, model.engines)
    if rehearsal:
        order = (REHEARSAL_ENGINE, *(name for name in order if name not in _accounts()))
    for name in order:
        if name in installed:
            return name
    raise Unavailable(f"No engine that serves {model.id} is configured here; it would be one of {listed(list(order))}.")


def after(
    engine: str, model: Model, *, installed: frozenset[str], routes: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Who goes on, in order, when the engine of a task surely cannot. Only where the owner has given the model a route:
    its own order says who may stand in when nothing is configured, not that a caller of Veo should get an animatic."""
    order = list(dict.fromkeys(name for name in routes.get(model.id, ()) if name in installed))
    return tuple(order[order.index(engine) + 1 :]) if engine in order else ()
