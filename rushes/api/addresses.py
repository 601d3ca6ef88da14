"""Addresses: absolute URLs of what a task made, on the origin that the caller used, each carrying its own permission."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rushes.storage.links import Links
from rushes.task import Task

_HOST = re.compile(r"[A-Za-z0-9._~-]+(:[0-9]{1,5})?|\[[0-9A-Fa-f:.]+\](:[0-9]{1,5})?")


@dataclass(frozen=True, slots=True)
class Addresses:
    origin: str  #: `https://host`, without a slash at the end
    links: Links

    def clip(self, task: Task) -> str:
        return self._signed(f"/clips/{task.id}.mp4", task)

    def poster(self, task: Task) -> str:
        return self._signed(f"/posters/{task.id}.jpg", task)

    def still(self, task: Task) -> str:
        """The newest preview still; another address for each, so that none is shown from a cache in place of a newer."""
        return f"{self._signed(f'/stills/{task.id}.jpg', task)}&v={(task.still or '')[:8]}"

    def _signed(self, resource: str, task: Task) -> str:
        # Signed until the task itself expires: the same address in every answer, so browsers can keep the clip.
        return f"{self.origin}{resource}?{self.links.sign(resource, task.expires_at)}"


def origin(scheme: str, host: str, public_url: str | None) -> str:
    """The origin to put in answers: the owner's public URL, else the one that the caller used. A Host header that is no
    host is not repeated."""
    if public_url is not None:
        return public_url.rstrip("/")
    return f"{scheme}://{host if _HOST.fullmatch(host) else 'localhost'}"
