"""The record inside a task's clip, read again from storage whenever somebody looks."""

from __future__ import annotations

import tempfile
from pathlib import Path

from rushes.console.house import Visit
from rushes.media.origin import Origin, origin_of
from rushes.task import Task


def read(visit: Visit, task: Task) -> Origin:
    """The record of a task's clip. Raises NotFound when the clip is no longer kept."""
    assert task.clip is not None, "asked only for tasks that have a clip"
    with tempfile.TemporaryDirectory(dir=visit.house.desk.work_folder, prefix="origin-") as folder:
        path = Path(folder) / "clip.mp4"
        visit.house.desk.storage.get_to(task.clip.digest, path)
        return origin_of(path, visit.house.root_pem)
