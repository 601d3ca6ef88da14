"""Client: a server of the reference wire, from Python.

client = Client("http://localhost:8700", api_key="rsh_test_…")
task = client.create("veo_31_fast", "A red fox trots through falling snow")
clip = client.save(client.wait(task.id), "fox.mp4")
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import httpx

from rushes.client import waiting
from rushes.client.answers import Refusal, TaskAnswer, TaskFailed
from rushes.client.webhooks import Webhooks

DEFAULT_URL = "http://localhost:8700"
_TASKS = "/model/v1/generation/task"


class Client(AbstractContextManager["Client"]):
    def __init__(
        self,
        base_url: str | None = None,
        api_key: str | None = None,
        *,
        timeout_seconds: float = 90.0,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        """Address and key come from RUSHES_URL and RUSHES_API_KEY when not given. Opens no connection yet."""
        key = api_key or os.environ.get("RUSHES_API_KEY", "")
        self._http = httpx.Client(
            base_url=base_url or os.environ.get("RUSHES_URL", DEFAULT_URL),
            headers={"Authorization": f"Bearer {key}"} if key else {},
            timeout=httpx.Timeout(timeout_seconds, connect=10.0),
            transport=transport,
        )

    def create(self, model: str, prompt: str, **parameters: Any) -> TaskAnswer:  # Any: the model declares them
        """Create a task; parameters are named as on the wire (`durationSeconds=8`). Sent with an Idempotency-Key of
        its own, so a lost answer is asked for again without a second task.

        Raises Refusal, with the server's own words.
        """
        body = {"model": model, "prompt": prompt, **parameters}
        headers = {"Idempotency-Key": f'"{uuid.uuid4()}"'}
        return TaskAnswer.read(self._asked("POST", "/model/v1/generation", json=body, headers=headers))

    def get(self, task_id: str, *, wait_seconds: int = 0) -> TaskAnswer:
        """The task now, or as soon as it ends within `wait_seconds` (0..60)."""
        query = {"wait": str(wait_seconds)} if wait_seconds else None
        return TaskAnswer.read(self._asked("GET", f"{_TASKS}/{task_id}", params=query))

    def wait(
        self,
        task_id: str,
        *,
        progress: Callable[[TaskAnswer], None] | None = None,
        timeout_seconds: float = 3600.0,
    ) -> TaskAnswer:
        """Poll until the task ends; `progress` is called with every answer.

        Raises TaskFailed with the reason when it failed, WaitedTooLong when it has not ended by then.
        """
        task = waiting.wait(lambda: self.get(task_id), progress, timeout_seconds)
        if task.status == "failed":
            raise TaskFailed(task.error or "The task failed.", task_id=task.id, error_code=task.error_code)
        return task

    def save(self, task: TaskAnswer, path: str | os.PathLike[str]) -> Path:
        """Download the clip of a completed task to `path`, streamed; an existing file is replaced at the end, in one."""
        if not task.urls:
            raise Refusal("The task has no clip to download yet.", status=404)
        target = Path(path)
        partial = target.with_name(target.name + ".part")
        with self._http.stream("GET", task.urls[0], headers={"Authorization": ""}) as answer:
            if answer.status_code != 200:
                answer.read()
                raise _refusal(answer)
            with partial.open("wb") as file:
                for chunk in answer.iter_bytes(1 << 20):
                    file.write(chunk)
        partial.replace(target)
        return target

    def cancel(self, task_id: str) -> TaskAnswer:
        return TaskAnswer.read(self._asked("POST", f"{_TASKS}/{task_id}/cancel"))

    def delete(self, task_id: str) -> None:
        self._asked("DELETE", f"{_TASKS}/{task_id}")

    def circle(self, task_id: str, circled: bool = True) -> TaskAnswer:
        """Mark a task as one of the good takes, or wipe the mark off."""
        return TaskAnswer.read(self._asked("PATCH", f"{_TASKS}/{task_id}", json={"circled": circled}))

    def tasks(self, *, limit: int = 50, circled: bool | None = None) -> Iterator[TaskAnswer]:
        """Every task of the key's project, or only those that are circled or not; newest first, page by page."""
        after: str | None = None
        while True:
            query = {"limit": str(limit), **({"after": after} if after else {})}
            if circled is not None:
                query["circled"] = str(circled).lower()
            page = self._asked("GET", "/model/v1/generation/tasks", params=query)
            for body in page.get("data", []):
                yield TaskAnswer.read(body)
            after = page.get("next")
            if not after:
                return

    def close(self) -> None:
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def usage(self, **query: str) -> dict[str, Any]:  # Any: JSON, as the server's reference describes it
        """Sums of what ended: `first="2026-11-01", last="2026-11-30", by="day,model"`, and filters such as `model`."""
        names = {"first": "from", "last": "to"}
        return self._asked("GET", "/v1/usage", params={names.get(name, name): value for name, value in query.items()})

    def receipt(self, task_id: str) -> dict[str, Any]:  # Any: JSON
        """Every line of a task's money."""
        return self._asked("GET", f"{_TASKS}/{task_id}/receipt")

    @property
    def webhooks(self) -> Webhooks:
        return Webhooks(self._asked)

    def _asked(self, method: str, path: str, **options: Any) -> dict[str, Any]:  # Any: httpx's options, JSON
        answer = waiting.patiently(lambda: self._http.request(method, path, **options))
        if answer.status_code >= 400:
            raise _refusal(answer)
        body: dict[str, Any] = answer.json() if answer.content else {}
        return body


def _refusal(answer: httpx.Response) -> Refusal:
    try:
        body = answer.json()
    except ValueError:
        body = {}
    if not isinstance(body, dict):
        body = {}
    status = body.get("status")
    code = status.get("error_code") if isinstance(status, dict) else None
    message = body.get("message") or body.get("error") or f"HTTP {answer.status_code} {answer.reason_phrase}"
    return Refusal(str(message), status=answer.status_code, error_code=code, request_id=body.get("request_id"))
