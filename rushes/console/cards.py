"""Cards: a task as the console's scripts and pages show it."""

from __future__ import annotations

from datetime import datetime

from rushes.console.house import Visit
from rushes.console.pages import usd
from rushes.shot import FRAMES_PER_SECOND
from rushes.task import Status, Task

#: What people read instead of a status.
STATUS_WORDS = {
    Status.QUEUED: "waiting",
    Status.RUNNING: "running",
    Status.SUCCEEDED: "finished",
    Status.FAILED: "failed",
    Status.CANCELED: "stopped",
}


def card(visit: Visit, task: Task) -> dict[str, object]:
    """JSON for a script."""
    addresses = visit.house.addresses
    words: dict[str, object] = {
        "id": task.id,
        "status": str(task.status),
        "stage": task.stage,
        "progress": round(task.progress, 4),
        "take": task.takes,
        "model": task.model,
        "engine": task.engine,
        "mode": str(task.mode),
        "prompt": task.shot.prompt,
        "parameters": dict(task.parameters),
        "preview": task.notes.get("preview") is True,
        "seed": task.shot.seed,
        "circled": task.circled_at is not None,
        "seconds": task.shot.new_seconds,
        "upright": is_upright(task),
        "elapsed": elapsed_seconds(task, visit.now),
        "price": price_words(task),
        "frames_per_second": FRAMES_PER_SECOND,
        "clip": None,
        "poster": None if task.poster is None else addresses.poster(task),
        "still": None if task.still is None or task.status.ended else addresses.still(task),
        "failure": failure_words(task) if task.status in (Status.FAILED, Status.CANCELED) else None,
    }
    if task.clip is not None:
        words["clip"] = {
            "address": addresses.clip(task),
            "seconds": float(task.clip.seconds),
            "frames": task.clip.frames,
            "width": task.clip.size[0],
            "height": task.clip.size[1],
            "size_bytes": task.clip.size_bytes,
        }
    return words


def is_upright(task: Task) -> bool:
    return task.shot.aspect_ratio == "9:16"


def elapsed_seconds(task: Task, now: datetime) -> float:
    return round(((task.ended_at or now) - task.created_at).total_seconds(), 1)


def price_words(task: Task) -> str:
    """What it cost, or may cost."""
    amount = task.charged_microusd if task.status.ended else task.cost.total_microusd
    return f"{usd(amount)} USD" if amount else "free"


def failure_words(task: Task) -> str:
    if task.status is Status.CANCELED:
        return "Stopped. Nothing was charged."
    return task.failure.message if task.failure is not None else "The task failed."
