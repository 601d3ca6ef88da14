"""Begun: what a task began with, kept as files once more, so that a new request can begin alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from rushes.database import assets
from rushes.database.assets import Asset, AssetKind
from rushes.database.ids import new_id
from rushes.errors import MediaRefused
from rushes.intake.desk import Desk
from rushes.key import Key, Scope
from rushes.shot import Footage, Picture
from rushes.task import Task


@dataclass(frozen=True, slots=True)
class Begun:
    parameter: str
    number: int  #: 1.. among references, else 0
    medium: Picture | Footage
    value: dict[str, object]  #: what names it in a request


def begun_with(desk: Desk, key: Key, task: Task) -> list[Begun]:
    """Raises Forbidden, and MediaRefused when something is no longer kept."""
    key.ensure_may(Scope.FILES)
    shot = task.shot
    media: list[tuple[str, int, Picture | Footage | None]] = [
        ("image", 0, shot.first_frame),
        ("lastFrame", 0, shot.last_frame),
        ("video", 0, shot.footage),
        *(("referenceImages", number, one.picture) for number, one in enumerate(shot.references, 1)),
    ]
    return [
        Begun(name, number, medium, _named(desk, key, task, name, medium))
        for name, number, medium in media
        if medium is not None
    ]


def _named(desk: Desk, key: Key, task: Task, name: str, medium: Picture | Footage) -> dict[str, object]:
    if isinstance(medium, Footage) and medium.task_id is not None:
        return {"taskId": medium.task_id}
    size_bytes, now = desk.storage.size(medium.digest), desk.clock()
    if size_bytes is None:
        raise MediaRefused(f"{name} of task {task.id} is no longer kept here.", parameter=name)
    asset = Asset(
        id=new_id(now),
        project=key.project,
        key_id=key.id,
        kind=AssetKind.FOOTAGE if isinstance(medium, Footage) else AssetKind.PICTURE,
        digest=medium.digest,
        mime=medium.mime,
        size_bytes=size_bytes,
        width=medium.size[0],
        height=medium.size[1],
        seconds=medium.seconds if isinstance(medium, Footage) else None,
        created_at=now,
        expires_at=now + timedelta(days=desk.file_days),
        name=f"{name} of {task.id}",
    )
    with desk.database.transaction() as connection:
        assets.insert(connection, asset)
    return {"fileId": asset.id}
