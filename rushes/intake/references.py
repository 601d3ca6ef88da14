"""A caller's pictures and footage: found, fetched or decoded within limits, measured, and kept under their digest."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rushes.database import assets, tasks
from rushes.database.assets import AssetKind
from rushes.errors import MediaRefused, Misconfigured, RuleBroken
from rushes.intake.desk import Desk
from rushes.intake.inline import write_inline
from rushes.intake.sources import Inline, Ours, Remote, Source, named
from rushes.key import Key
from rushes.media.decoding import FOOTAGE_BYTES_MAX, PICTURE_BYTES_MAX, read_footage, read_picture
from rushes.shot import (
    EXTENDED_SECONDS_MAX,
    EXTENSION_SECONDS,
    EXTENSION_SOURCE_SECONDS_MAX,
    Footage,
    Picture,
    Reference,
)
from rushes.storage.bytes import digest_of
from rushes.task import Status, Task

#: Footage is continued at this size only (Gemini API guide, Veo, 2025-11-05: extension is 720p).
_FOOTAGE_SIZES = {(1280, 720): "16:9", (720, 1280): "9:16"}
#: The last second is what an extension goes on from (same guide).
_FOOTAGE_SECONDS_MIN = 1.0


@dataclass(frozen=True, slots=True)
class Gathered:
    first_frame: Picture | None = None
    last_frame: Picture | None = None
    references: tuple[Reference, ...] = ()
    footage: Footage | None = None


def gather(desk: Desk, key: Key, parameters: Mapping[str, object]) -> Gathered:
    """Bring in all media that the effective parameters name. When it returns, their bytes are in storage.

    Raises MediaRefused and the errors of `sources.parse`, naming the parameter with its path; RuleBroken when footage
    and aspectRatio disagree; TooManyRequests or Unavailable when too much is being brought in at once.
    """
    # Everything is read before anything is fetched: a slip in the third reference costs no download of the first.
    singles, several = named(parameters)
    if not singles and not several:
        return Gathered()
    try:
        with tempfile.TemporaryDirectory(dir=desk.work_folder, prefix="gather-") as folder:
            porter = _Porter(desk, key, Path(folder))
            footage = None
            if "video" in singles:
                footage = porter.footage(singles["video"], "video")
                _check_footage(footage, parameters.get("aspectRatio"))
            gathered = Gathered(
                first_frame=porter.picture(singles["image"], "image") if "image" in singles else None,
                last_frame=porter.picture(singles["lastFrame"], "lastFrame") if "lastFrame" in singles else None,
                references=tuple(Reference(porter.picture(source, name), kind) for name, source, kind in several),
                footage=footage,
            )
            porter.keep()
            return gathered
    except OSError as fault:
        raise Misconfigured(f"Media cannot be written to the work folder: {fault.strerror}.") from fault


def _check_footage(footage: Footage, aspect_ratio: object) -> None:
    """Raises MediaRefused or RuleBroken when this footage cannot be extended."""
    width, height = footage.size
    if footage.size not in _FOOTAGE_SIZES:
        raise MediaRefused(
            f"video is {width}x{height}; only 720p clips, 1280x720 or 720x1280, can be extended.", parameter="video"
        )
    if footage.seconds > EXTENSION_SOURCE_SECONDS_MAX + 0.05:
        raise MediaRefused(
            f"video lasts {footage.seconds:.1f} s; at most {EXTENSION_SOURCE_SECONDS_MAX} s can be extended, because "
            f"{EXTENSION_SECONDS} s are added and the whole may last {EXTENDED_SECONDS_MAX} s.",
            parameter="video",
        )
    if footage.seconds < _FOOTAGE_SECONDS_MIN:
        raise MediaRefused(
            f"video lasts {footage.seconds:.2f} s; at least 1 s is needed to go on from.", parameter="video"
        )
    if aspect_ratio != _FOOTAGE_SIZES[footage.size]:
        raise RuleBroken(
            f"aspectRatio is {aspect_ratio}, but the video is {_FOOTAGE_SIZES[footage.size]}; an extension keeps the "
            f"shape of its video: send aspectRatio {_FOOTAGE_SIZES[footage.size]}.",
            parameter="aspectRatio",
        )


class _Porter:
    """Carries media of one request from their sources into storage, where they are put when all have been found good."""

    def __init__(self, desk: Desk, key: Key, folder: Path) -> None:
        self._desk = desk
        self._key = key
        self._folder = folder
        self._count = 0
        self._good: dict[str, Path] = {}  #: by digest

    def keep(self) -> None:
        for digest, path in self._good.items():
            self._desk.storage.put(path, digest)

    def picture(self, source: Source, parameter: str) -> Picture:
        if isinstance(source, Ours):
            found = self._our_picture(source, parameter)
            if found is not None:
                return found
        given, out = self._path(), self._path()
        self._bring(source, given, PICTURE_BYTES_MAX, parameter)
        mime, size = read_picture(given, out, parameter=parameter)
        return Picture(self._named(out), mime, size)

    def footage(self, source: Source, parameter: str) -> Footage:
        if isinstance(source, Ours):
            found = self._our_footage(source, parameter)
            if found is not None:
                return found
        given = self._path()
        self._bring(source, given, FOOTAGE_BYTES_MAX, parameter)
        facts = read_footage(given, parameter=parameter)
        return Footage(self._named(given), facts.mime, facts.size, facts.seconds)

    def _named(self, path: Path) -> str:
        digest = digest_of(path)
        self._good[digest] = path
        return digest

    def _path(self) -> Path:
        self._count += 1
        return self._folder / str(self._count)

    def _bring(self, source: Source, out: Path, bytes_max: int, parameter: str) -> None:
        match source:
            case Inline():
                write_inline(source, out, bytes_max, parameter)
            case Remote(url) | Ours(url=str(url)) if not self._is_own(url):
                self._desk.fetcher.fetch(url, out, bytes_max, parameter=parameter, tenant=self._key.project)
            case Remote(name) | Ours(name):
                raise MediaRefused(
                    f"{parameter} names {name[:200]}, which is neither a file nor a task of this key's project; files expire "
                    f"after {self._desk.file_days} days.",
                    parameter=parameter,
                )

    def _is_own(self, url: str) -> bool:
        """Is this an address on our own origin? Ours are read inside or not at all, never over HTTP."""
        own = self._desk.public_url
        return own is not None and url.lower().startswith(own.rstrip("/").lower() + "/")

    def _our_picture(self, source: Ours, parameter: str) -> Picture | None:
        """An uploaded picture, or the poster of a task; None when the id is nobody's here."""
        if source.kind == "poster":
            task = self._task(source, parameter)
            return None if task is None or task.poster is None else self._poster(task)
        if source.kind in ("file", "any"):
            with self._desk.database.reading() as connection:
                asset = assets.find(connection, self._key.project, source.id)
            if asset is not None and asset.expires_at > self._desk.clock():
                if asset.kind is not AssetKind.PICTURE:
                    raise MediaRefused(
                        f"{parameter} names the file {asset.id}, a video; send a picture.", parameter=parameter
                    )
                self._ensure_kept(asset.digest, parameter)
                return Picture(asset.digest, asset.mime, (asset.width, asset.height))
        if source.kind in ("task", "any") and self._task(source, parameter) is not None:
            raise MediaRefused(
                f"{parameter} names the task {source.id}, which made a video; send a picture.", parameter=parameter
            )
        return None

    @staticmethod
    def _poster(task: Task) -> Picture:
        assert task.poster is not None, "asked before"
        return Picture(task.poster.digest, task.poster.mime, task.poster.size)

    def _our_footage(self, source: Ours, parameter: str) -> Footage | None:
        """What an earlier task made, or an uploaded film; None when the id is nobody's here."""
        task = self._task(source, parameter) if source.kind in ("task", "any") else None
        if task is not None:
            assert task.clip is not None, "a task that succeeded has a clip"
            self._ensure_kept(task.clip.digest, parameter)
            return Footage(task.clip.digest, task.clip.mime, task.clip.size, float(task.clip.seconds), task.id)
        if source.kind in ("file", "any"):
            with self._desk.database.reading() as connection:
                asset = assets.find(connection, self._key.project, source.id)
            if asset is not None and asset.expires_at > self._desk.clock():
                if asset.kind is not AssetKind.FOOTAGE or asset.seconds is None:
                    raise MediaRefused(
                        f"{parameter} names the file {asset.id}, a picture; send a video.", parameter=parameter
                    )
                self._ensure_kept(asset.digest, parameter)
                return Footage(asset.digest, asset.mime, (asset.width, asset.height), asset.seconds)
        return None

    def _task(self, source: Ours, parameter: str) -> Task | None:
        """A task of this project that has succeeded. Raises MediaRefused when it has not, or its clip has expired."""
        with self._desk.database.reading() as connection:
            task = tasks.find(connection, self._key.project, source.id)
        if task is None:
            return None
        if task.status is not Status.SUCCEEDED:
            raise MediaRefused(
                f"{parameter} names the task {task.id}, which is {task.status}; only a succeeded task has a clip.",
                parameter=parameter,
            )
        if task.expires_at <= self._desk.clock():
            raise MediaRefused(f"{parameter} names the task {task.id}, whose clip has expired.", parameter=parameter)
        return task

    def _ensure_kept(self, digest: str, parameter: str) -> None:
        if self._desk.storage.size(digest) is None:
            raise MediaRefused(f"{parameter} names something that is no longer kept here.", parameter=parameter)
