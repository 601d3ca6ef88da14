"""Films that came from afar, brought into shape in a process of its own that is limited in memory, time and output.

It is the first to open them: what makes a decoder crash, loop or eat memory does so there, and is the film's fault. Who
opens the film afterwards decodes nothing that was not decoded there.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

import rushes
from rushes.errors import EngineFailed, Misconfigured
from rushes.shot import Shot

#: Eight seconds of 4k, scaled and encoded anew on a slow machine.
WALL_SECONDS = 1800.0
#: So many films, and the process is replaced: what a decoder leaks does not add up.
_FILMS_MAX = 50
_lock = threading.Lock()
_idle: list[_Shaper] = []


def shape(source: Path, target: Path, shot: Shot) -> list[str]:
    """As `conform.conform`, apart. Raises EngineFailed for a film that cannot be read within the limits,
    Misconfigured when the disk is full."""
    order: dict[str, object] = {
        "source": str(source.absolute()),
        "target": str(target.absolute()),
        "mode": str(shot.mode),
        "aspect_ratio": shot.aspect_ratio,
        "resolution": shot.resolution,
        "seconds": shot.seconds,
        "sound": shot.sound,
        "footage_seconds": None if shot.footage is None else shot.footage.seconds,
    }
    with _lock:
        shaper = _idle.pop() if _idle else None
    if shaper is None or not shaper.alive:
        shaper = _Shaper()
    changes = shaper.ask(order)
    if changes is None:
        raise EngineFailed("The film cannot be used: reading it takes too much time or memory, or fails.")
    with _lock:
        if not _idle and shaper.films < _FILMS_MAX:
            _idle.append(shaper)
            return changes
    shaper.close()
    return changes


class _Shaper:
    """One such process, used for one film at a time."""

    def __init__(self) -> None:
        self.films = 0
        # The owner's credentials are in our environment; a decoder has no business with them.
        environment = {"PYTHONPATH": str(Path(rushes.__file__).parents[1]), "LC_ALL": "C.UTF-8", "OMP_NUM_THREADS": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "rushes.media.shaper"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, order: Mapping[str, object]) -> list[str] | None:
        """The changes made; None when there is no answer, and no process any more."""
        self.films += 1
        assert self._process.stdin is not None, "opened as a pipe"
        assert self._process.stdout is not None, "opened as a pipe"
        patience = threading.Timer(WALL_SECONDS, self._process.kill)
        patience.start()
        try:
            self._process.stdin.write(json.dumps(order).encode() + b"\n")
            self._process.stdin.flush()
            answer = json.loads(self._process.stdout.readline())
            if "full" in answer:
                self.close()
                raise Misconfigured("The film does not fit on the disk on which this worker works.")
            return [str(change) for change in answer["changes"]]
        except (OSError, ValueError, KeyError):
            self._process.kill()
            self.close()
            return None
        finally:
            patience.cancel()

    def close(self) -> None:
        """It ends when it is asked nothing more."""
        with contextlib.suppress(OSError):
            self._process.communicate()


@atexit.register
def _close() -> None:
    for shaper in _idle:
        shaper.close()


# Whoever is forked from us must not speak to what is ours.
os.register_at_fork(after_in_child=_idle.clear)
