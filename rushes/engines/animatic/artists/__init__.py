"""Artists: settings and subjects that are one file each. A file in `settings` or `subjects` is found by being there.

A file of a setting declares SETTING, one of a subject declares SUBJECT; its name is that of the setting or the rig. How to
make one: docs/how-to/artists.md.
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Setting:
    """A place that can be filmed."""

    build: Callable[[Any], None]  #: puts its layers on a `stage.set.Set`. Any: that module imports this one
    words: str  #: that mean it in a prompt, between commas
    by_day: str = "birds breeze"  #: what is heard, by name of the sound catalog
    by_night: str = "crickets"
    scenery: frozenset[str] = frozenset()  #: features that it draws by itself, see scenery.py
    outdoors: bool = True
    #: As small as a living room: people are seen near, and what is small stands on a table.
    room: bool = False
    #: Hours to choose from when a prompt names none; one that is there twice is chosen twice as often.
    hours: tuple[str, ...] = ()
    #: Nouns of those who are found here when a prompt names no place, between commas.
    who: str = ""


def names(kind: str) -> tuple[str, ...]:
    """The names of all settings or subjects, without loading one."""
    return tuple(sorted(path.stem for path in (_FOLDER / kind).glob("[a-z]*.py")))


def read(path: Path) -> Any:  # Any: a Setting or a rigs.thing.Thing
    """What a file declares. Raises ValueError when it declares nothing."""
    spec = importlib.util.spec_from_file_location(f"{__name__}.{path.parent.name}.{path.stem}", path)
    assert spec is not None, "a path that ends in .py"
    assert spec.loader is not None, "a path that ends in .py"
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    declared = getattr(module, "SETTING", None) or getattr(module, "SUBJECT", None)
    if declared is None:
        raise ValueError(f"{path.name} declares neither SETTING nor SUBJECT.")
    return declared


_settings: dict[str, Setting] = {}


def settings() -> Mapping[str, Setting]:
    # The stage asks for these settings while it is imported, and they are made of the stage: whoever comes first, it is
    # imported before any of them is read, and each is read once.
    importlib.import_module("rushes.engines.animatic.stage.settings.catalog")
    for name in names("settings"):
        if name not in _settings:
            _settings[name] = read(_FOLDER / "settings" / f"{name}.py")
    return MappingProxyType(_settings)


def rooms() -> frozenset[str]:
    """The settings that are as small as a living room."""
    return frozenset(name for name, added in settings().items() if added.room)


@functools.cache
def subjects() -> Mapping[str, Any]:  # Any: rigs.thing.Thing, which cannot be imported from here
    return MappingProxyType({name: read(_FOLDER / "subjects" / f"{name}.py") for name in names("subjects")})
