"""Route: one line of the console's table."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import Response

from rushes.console.house import Visit


class Takes(enum.Enum):
    """What a request's body is."""

    NOTHING = "nothing"
    FORM = "form"  #: application/x-www-form-urlencoded
    JSON = "json"
    FILE = "file"  #: the bytes themselves


@dataclass(frozen=True, slots=True)
class Route:
    method: str
    path: str
    handler: Callable[[Visit], Response]
    takes: Takes = Takes.NOTHING
    is_open: bool = False  #: also for those who are not signed in

    @property
    def is_fetched(self) -> bool:
        """Asked for by our scripts, which want errors as JSON."""
        return self.path.startswith("/console/")
