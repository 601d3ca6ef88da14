"""Front: what the API needs, handed over once by `server.assembly`; and Call, one request on its way to a handler."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from starlette.requests import Request as HttpRequest

from rushes.api import addresses
from rushes.api.addresses import Addresses
from rushes.api.auth import Keyring
from rushes.api.body import Bodies
from rushes.api.watch import Watch
from rushes.database.audit import Author
from rushes.database.marks import Marks
from rushes.intake.desk import Desk
from rushes.intake.request import Request
from rushes.key import Key
from rushes.storage.links import Links
from rushes.task import Task

#: In a request's scope: the model of the task that the request is about.
MODEL = "rushes.model"


@dataclass(frozen=True, slots=True)
class Front:
    desk: Desk
    links: Links
    keyring: Keyring
    bodies: Bodies
    marks: Marks
    watch: Watch
    version: str
    #: What stands in the way of serving, by part: an empty text is well. Asked by /readyz.
    ailments: Callable[[], Mapping[str, str]]
    public_url: str | None = None

    def origin(self, scheme: str, host: str) -> str:
        return addresses.origin(scheme, host, self.public_url)


@dataclass(frozen=True, slots=True)
class Call:
    front: Front
    request: HttpRequest
    keyed: Key | None  #: None on routes that are open to all
    path: Mapping[str, str]
    query: Mapping[str, str]  #: only names that the route declares
    body: Mapping[str, object] = field(default_factory=dict)
    body_digest: str = ""
    idempotency_key: str | None = None  #: on routes that make a task

    @property
    def fingerprint(self) -> str:
        """The same for the same request: its address and the bytes of its body."""
        path: str = self.request.url.path
        return hashlib.sha256(f"{self.body_digest} {path}".encode("utf-8", "replace")).hexdigest()

    def once(self, request: Request) -> Request:
        """The request with its Idempotency-Key, with what tells it from another one under that key, and with our address."""
        return replace(request, idempotency_key=self.idempotency_key, fingerprint=self.fingerprint, origin=self.origin)

    def about(self, task: Task) -> Task:
        """Let the answer's headers say what is known of the end of the task's model."""
        self.request.scope[MODEL] = task.model
        return task

    @property
    def key(self) -> Key:
        assert self.keyed is not None, "routes with a scope are only reached with a key"
        return self.keyed

    @property
    def by(self) -> Author:
        """How the audit log names who asks."""
        client = self.request.client
        return Author(f"key {self.key.id}", client.host if client else None)

    @property
    def origin(self) -> str:
        return self.front.origin(self.request.url.scheme, self.request.headers.get("host", ""))

    @property
    def addresses(self) -> Addresses:
        return Addresses(self.origin, self.front.links)
