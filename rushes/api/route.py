"""Route: one line of the API's table, from which the router, the OpenAPI document, the reference page and the
authorization tests are made."""

from __future__ import annotations

import enum
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from starlette.responses import Response

from rushes.api.front import Call
from rushes.api.tongue import Dress, Tongue
from rushes.errors import RushesError
from rushes.key import Scope

Handler = Callable[[Call], Response] | Callable[[Call], Awaitable[Response]]


class Takes(enum.Enum):
    """What a request's body is."""

    NOTHING = "nothing"
    JSON = "json"
    OPTIONAL_JSON = "optional json"
    FILE = "file"  #: left to the handler, which streams it
    BYTES = "bytes"  #: the same, never as a form
    FORM = "form"  #: JSON or multipart/form-data, left to the handler


class Group(enum.StrEnum):
    TASKS = "Tasks"
    FILES = "Files"
    CLIPS = "Clips"
    MODELS = "Models"
    USAGE = "Usage"
    KEYS = "Keys"
    WEBHOOKS = "Webhooks"
    ACCOUNT = "Account"
    PROJECTS = "Projects"
    PEOPLE = "People"
    ENGINES = "Engines"
    HEALTH = "Health"
    GEMINI = "Gemini API"
    VERTEX = "Vertex AI"
    OPENAI = "OpenAI videos"
    QUEUE = "Queue"


@dataclass(frozen=True, slots=True)
class Query:
    name: str
    meaning: str
    between: tuple[int, int] | None = None  #: a whole number of these bounds; None: text
    options: tuple[str, ...] = ()
    default: str | None = None
    pattern: str | None = None
    example: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    method: str
    path: str
    handler: Handler
    scope: Scope | None  #: what the key needs; None: no key is asked for
    group: Group
    title: str
    meaning: str
    answer: str  #: the name of the answer's schema in the OpenAPI document
    takes: Takes = Takes.NOTHING
    body: str = ""  #: the name of the body's schema
    query: tuple[Query, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)  #: request headers that it reads, and what they mean
    refusals: tuple[type[RushesError], ...] = ()  #: the errors worth knowing; every route may also be unavailable
    #: Does it make a task? Then it takes an Idempotency-Key, counts against the key's limits and tells how they stand.
    creates: bool = False
    #: Is it a look at a task, which `Prefer: wait=N` (RFC 7240) may hold back until the task has ended?
    waits: bool = False
    #: May the query hold names that are not declared? So on what other servers' clients call with their own additions.
    tolerant: bool = False
    tongue: Tongue = Tongue.NATIVE  #: in which errors are told
    dress: Dress = Dress.BEARER  #: how the key may come
    error: str = "Error"  #: the name of the error's schema
    status: int = 200  #: of its usual answer
    #: Other answers by status, and the names of their schemas or kinds of bytes.
    also: Mapping[int, str | tuple[str, ...]] = field(default_factory=dict)

    @property
    def shown(self) -> str:
        """The path as papers show it, without the router's convertors."""
        return re.sub(r":[a-z]+}", "}", self.path)
