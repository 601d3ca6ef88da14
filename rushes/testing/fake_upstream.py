"""A fake server of the reference wire, in each of the envelopes in which it is seen; our own server is the real thing,
but does not misbehave so well. How this one is told to: see `rushes.testing.far_side`, and

    far:wrapped      answers in {"data", "status"}, with in_queue, processing, success and a flat output
    far:inside       answers with the status inside of output: in_queue, processing, done
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from rushes.testing.far_side import Answer, Call, FarSide, Operation, shape

KEYS = ("far-upstream-newest", "far-upstream-oldest")
_TASKS = "/model/v1/generation"
_TASK = re.compile(_TASKS + r"/task/(?P<id>[0-9a-z]+)(?P<cancel>/cancel)?")
_FILM = re.compile(r"/clips/(?P<id>[0-9a-z]+)\.mp4")


class FakeUpstream(FarSide):
    name = "upstream"

    def __init__(self) -> None:
        super().__init__()
        self.keys = set(KEYS)
        self.is_rushes = True  #: and so has more addresses than the wire
        self._by_idempotency_key: dict[str, Operation] = {}

    def environment(self, kind: str = "rushes") -> dict[str, str]:
        return {
            "RUSHES_UPSTREAM_URL": self.url,
            "RUSHES_UPSTREAM_KEY": ",".join(KEYS),
            "RUSHES_UPSTREAM_KIND": kind,
        }

    def answer(self, call: Call) -> Answer:
        if found := _FILM.fullmatch(call.path):
            operation = self.operations.get(found["id"])
            if operation is None or call.query.get("signature") != ["good"]:
                return _fault(403, "This link is not valid.")
            return self.file(operation, lambda status: _fault(status, "As told."))
        if call.headers.get("authorization", "").removeprefix("Bearer ") not in self.keys:
            return _fault(401, "No valid API key.")
        if call.path == _TASKS and call.method == "POST":
            return self._create(call)
        if call.path == f"{_TASKS}/tasks" and self.is_rushes:
            return Answer.of({"data": [], "has_more": False})
        if found := _TASK.fullmatch(call.path):
            operation = self.operations.get(found["id"])
            if operation is None:
                return _fault(404, "There is no such task.")
            if found["cancel"]:
                operation.canceled = True
                return Answer.of(self._words(operation))
            return self.at_poll(
                operation,
                lambda: Answer.of(self._words(operation)),
                lambda status: _fault(status, "As told."),
            )
        return _fault(404, "There is no such address.")

    def _create(self, call: Call) -> Answer:
        body = call.json()
        blocks = body.get("input")
        params = blocks[0]["params"] if isinstance(blocks, list) else body
        assert isinstance(params, dict), "the engine sends an object"
        prompt, seconds = str(params.get("prompt", "")), params.get("durationSeconds", 8)
        if not isinstance(seconds, int) or seconds not in (4, 6, 8):
            return _fault(400, f"durationSeconds is {seconds}; it may be 4, 6 or 8.")
        key = call.headers.get("idempotency-key")
        if key in self._by_idempotency_key:
            return Answer.of(self._words(self._by_idempotency_key[key]))
        if status := self.fault_at_submit(prompt):
            return _fault(status, f"Told to answer {status}.")
        size = (1280, 720) if params.get("aspectRatio", "16:9") == "16:9" else (720, 1280)
        seed = params.get("seed", 1)
        assert isinstance(seed, int), "the engine sends a whole number"
        shot = shape("upstream", seconds, size, seed, params.get("generateAudio", True) is True, None)
        operation = Operation(self.new_id(), str(body.get("model")), prompt, params, shot)
        self.accept(operation)
        if key:
            self._by_idempotency_key[key] = operation
        return self.after_submit(operation, Answer.of(self._words(operation)))

    def _words(self, operation: Operation) -> dict[str, object]:
        """The task, in the envelope that the prompt tells of."""
        told = operation.told
        ended = "failed" if "filter" in told or "error" in told else "completed"
        status = "failed" if operation.canceled else ended if operation.ready else "in_progress"
        task: dict[str, object] = {"id": operation.id, "model": operation.model, "created_at": operation.created_at}
        item = {"type": "video", "url": self._link(operation), "jobId": f"job-{operation.id}", "duration": "4"}
        film = status == "completed" and "neither" not in told
        if status == "in_progress":
            task["progress"] = operation.fraction
        if status == "failed":
            kind = "shot_refused" if "filter" in told else "engine_failed"
            task["error"] = {"code": 60001, "error_message": f"As told: {kind}.", "type": kind}
        if status == "completed":
            task["usage"] = {"cost": "0.4", "discount": 0, "quantity": 4, "unit_price": "0.1"}
        if "wrapped" in told:
            words = {"in_progress": "processing", "completed": "success", "failed": "failed"}
            task |= {"status": words[status], "output": [item] if film else []}
            return {"data": task, "status": {"code": 200, "message": "success"}}
        if "inside" in told:
            words = {"in_progress": "processing", "completed": "done", "failed": "failed"}
            return {**task, "output": {"status": words[status], "content": [item] if film else []}}
        return {**task, "status": status, **({"output": [{"content": [item]}]} if film else {})}

    def _link(self, operation: Operation) -> str:
        return f"{self.url}/clips/{operation.id}.mp4?expires=9999999999&signature=good"


def _fault(status: int, message: str) -> Answer:
    words: Mapping[str, object] = {
        "message": message,
        "status": {"code": status, "message": message, "error_code": status * 100 + 1},
        "data": None,
    }
    return Answer.of(words, status, {"retry-after": "1"} if status == 503 else {})
