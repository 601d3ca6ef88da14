"""Kill points: named places at which a fault test makes this process die as by `kill -9`.

Read from the environment at the moment, and not from settings: a test starts a real server or worker and can reach it by
nothing else. Does nothing unless RUSHES_TESTING is 1.
"""

from __future__ import annotations

import os
import signal

#: Every place that `passed` is called with, in the order of a task's life.
LOCAL = (
    "task_started",
    "take_begun",
    "render_begun",
    "rendered",
    "signed",
    "digest_written",
    "clip_stored",
    "poster_stored",
    "settling",
    "settled",
)
REMOTE = ("submitting", "submitted", "operation_written", "fetched")
#: Around the post of a webhook's delivery.
DELIVERY = ("delivering", "posted")
#: Only tasks that one engine gives to another pass these.
BETWEEN = ("handing_over", "handed_over")


def passed(point: str) -> None:
    """Die here if a fault test wants that."""
    assert point in LOCAL + REMOTE + BETWEEN + DELIVERY, "a kill point is in the list, so that every one is tested"
    if os.environ.get("RUSHES_DIE_AT") == point and os.environ.get("RUSHES_TESTING") == "1":
        os.kill(os.getpid(), signal.SIGKILL)
