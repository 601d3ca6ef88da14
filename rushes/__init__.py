"""Rushes: ask for a shot, get your rushes.

What Python users import: the client, the ideas and the errors. Importing this does nothing; each name is loaded when it
is first asked for, so that a program that only wants the errors does not load an HTTP client.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rushes.client import Client as Client
    from rushes.client import TaskAnswer as TaskAnswer
    from rushes.client.answers import Refusal as Refusal
    from rushes.client.answers import TaskFailed as TaskFailed
    from rushes.client.answers import WaitedTooLong as WaitedTooLong
    from rushes.clip import Clip as Clip
    from rushes.errors import RushesError as RushesError
    from rushes.shot import Shot as Shot
    from rushes.task import Task as Task

__version__ = "0.1.0"

_PLACES = {
    "Client": "rushes.client",
    "TaskAnswer": "rushes.client",
    "Refusal": "rushes.client.answers",
    "TaskFailed": "rushes.client.answers",
    "WaitedTooLong": "rushes.client.answers",
    "Clip": "rushes.clip",
    "RushesError": "rushes.errors",
    "Shot": "rushes.shot",
    "Task": "rushes.task",
}
__all__ = ["Client", "Clip", "Refusal", "RushesError", "Shot", "Task", "TaskAnswer", "TaskFailed", "WaitedTooLong"]


def __getattr__(name: str) -> object:
    if name not in _PLACES:
        raise AttributeError(f"module 'rushes' has no attribute {name!r}")
    return getattr(import_module(_PLACES[name]), name)
