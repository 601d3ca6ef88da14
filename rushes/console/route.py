"""Route: one line of the console's table."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import Response

from rushes.console.house import Visit
from rushes.key import Scope


class Takes(enum.Enum):
    """What a request's body is."""

    NOTHING = "nothing"
    FORM = "form"  #: application/x-www-form-urlencoded
    JSON = "json"
    FILE = "file"  #: the bytes themselves


class Who(enum.Enum):
    """For whom a route is that needs no scope."""

    EVERYBODY = "everybody"
    SIGNED_IN = "signed in"


@dataclass(frozen=True, slots=True)
class Route:
    method: str
    path: str
    handler: Callable[[Visit], Response]
    who: Scope | Who  #: what the person's role must have, as the API's routes say it of keys
    takes: Takes = Takes.NOTHING

    @property
    def is_open(self) -> bool:
        """Also for those who are not signed in?"""
        return self.who is Who.EVERYBODY

    @property
    def is_fetched(self) -> bool:
        """Asked for by our scripts, which want errors as JSON."""
        return self.path.startswith("/console/")
