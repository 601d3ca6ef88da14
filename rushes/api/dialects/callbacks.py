"""Callbacks: what a webhook is told, in the words of the wire that asked for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rushes.api.addresses import Addresses
from rushes.api.answers import dump
from rushes.api.dialects import native
from rushes.api.dialects.google import words as google
from rushes.api.dialects.queue import words as queue
from rushes.storage.links import Links
from rushes.task import Task
from rushes.webhook import Delivery, Form, Webhook


@dataclass(frozen=True, slots=True)
class Callbacks:
    links: Links
    public_url: str | None

    def body(self, webhook: Webhook, delivery: Delivery, task: Task | None) -> bytes:
        """The delivery as JSON: the same for every attempt once the task has ended, because links are signed until the
        task expires. The task is told as it is now, which may be further than the event."""
        if task is None:
            return dump({"type": delivery.event, "timestamp": _iso(delivery.at), "data": {"webhook": webhook.id}})
        addresses = Addresses(self.public_url or webhook.origin, self.links)
        match webhook.form:
            case Form.NATIVE:
                data = native.task_words(task, addresses)
                return dump({"type": delivery.event, "timestamp": _iso(delivery.at), "data": data})
            case Form.QUEUE:
                return dump(queue.told(task, addresses))
            case Form.GEMINI:
                uri = f"{addresses.origin}/v1beta/files/{task.id}:download?alt=media"
                return dump(google.told(task, _iso(delivery.at), uri=uri, echoed=webhook.echoed))


def _iso(time: datetime) -> str:
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")
