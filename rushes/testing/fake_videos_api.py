"""A fake server of OpenAI's `/v1/videos`, as openai-python 3.54 speaks to it, on a port of our own.

    with FakeVideosApi() as videos:
        environment = videos.environment()     # points the engine `videos_api` at it
        client = openai.OpenAI(base_url=f"{videos.url}/v1", api_key=KEYS[0])

How it is told to misbehave: see `rushes.testing.far_side`.
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Mapping

from rushes.testing.far_side import Answer, Call, FarSide, Operation, footage_of, shape

#: It knows two, so that one can take over from the other.
KEYS = ("sk-far-newest", "sk-far-oldest")
MODEL = "far-video-1"
_VIDEO = re.compile(r"/v1/videos/(?P<id>video_[0-9a-f]+)(?P<content>/content)?")
_SIZES = {"1280x720": (1280, 720), "720x1280": (720, 1280), "1920x1080": (1920, 1080), "1080x1920": (1080, 1920)}
_ERROR_TYPES = {401: "authentication_error", 404: "not_found_error", 429: "rate_limit_error", 500: "server_error"}


class FakeVideosApi(FarSide):
    """Videos are made without sound: clients have to cope."""

    name = "videos_api"

    def __init__(self, poll_after_ms: int = 200) -> None:
        super().__init__()
        self.poll_after_ms = poll_after_ms
        self.keys = set(KEYS)

    def environment(self) -> dict[str, str]:
        return {
            "RUSHES_VIDEOS_API_URL": f"{self.url}/v1",
            "RUSHES_VIDEOS_API_KEY": ",".join(KEYS),
            "RUSHES_VIDEOS_API_MODELS": f"veo_31_fast={MODEL}",
            "RUSHES_VIDEOS_API_MODES": "text,image,extend",
            "RUSHES_VIDEOS_API_EXTRAS": "seed",
        }

    def answer(self, call: Call) -> Answer:
        if call.headers.get("authorization", "").removeprefix("Bearer ") not in self.keys:
            return _fault(401, "Incorrect API key provided.")
        if call.path in ("/v1/videos", "/v1/videos/extensions") and call.method == "POST":
            return self._create(call)
        if call.path == "/v1/videos":
            return self._list(call)
        if found := _VIDEO.fullmatch(call.path):
            operation = self.operations.get(found["id"])
            if operation is None or (operation.canceled and call.method == "GET"):
                return _fault(404, f"Video with id '{found['id']}' not found.")
            return self._one(call, operation, content=bool(found["content"]))
        if call.path == "/v1/models":
            return Answer.of({"object": "list", "data": [{"id": MODEL, "object": "model"}]})
        return _fault(404, f"Unknown request URL: {call.method} {call.path}.")

    def _create(self, call: Call) -> Answer:
        fields, files = _body(call)
        prompt = fields.get("prompt", "")
        seconds, size = fields.get("seconds", "4"), fields.get("size", "720x1280")
        if not prompt:
            return _fault(400, "Missing required parameter: 'prompt'.")
        if fields.get("model", MODEL) != MODEL:
            return _fault(400, f"Invalid value: '{fields['model']}'.")
        if size not in _SIZES or not seconds.isdecimal():
            return _fault(400, f"Invalid value: '{size}' or '{seconds}'.")
        if status := self.fault_at_submit(prompt):
            return _fault(status, f"Told to answer {status}.")
        extends = call.path.endswith("/extensions")
        if extends and "video" not in files:
            return _fault(400, "Missing required parameter: 'video'.")
        footage = footage_of(files["video"], _SIZES[size]) if extends else None
        shot = shape(MODEL, int(seconds), _SIZES[size], int(fields.get("seed", "1")), False, footage)
        operation = Operation(f"video_{self.new_id()}", MODEL, prompt, {**fields, "files": sorted(files)}, shot)
        self.accept(operation)
        return self.after_submit(operation, Answer.of(self._words(operation)))

    def _one(self, call: Call, operation: Operation, *, content: bool) -> Answer:
        if call.method == "DELETE":
            operation.canceled = True
            return Answer.of({"id": operation.id, "object": "video.deleted", "deleted": True})
        if content:
            if not operation.ready:
                return _fault(404, "Video is not ready yet.")
            return self.file(operation, lambda status: _fault(status, "As told."))
        hint = {"openai-poll-after-ms": str(self.poll_after_ms)}
        return self.at_poll(
            operation,
            lambda: Answer.of(self._words(operation), headers=hint),
            lambda status: _fault(status, "As told."),
        )

    def _list(self, call: Call) -> Answer:
        limit = int(call.query.get("limit", ["20"])[0])
        known = [operation for operation in self.operations.values() if not operation.canceled]
        after = call.query.get("after", [""])[0]
        ids = [operation.id for operation in known]
        start = ids.index(after) + 1 if after in ids else 0
        page = [self._words(operation) for operation in known[start : start + limit]]
        edges = {"first_id": page[0]["id"], "last_id": page[-1]["id"]} if page else {"first_id": None, "last_id": None}
        return Answer.of({"object": "list", "data": page, **edges, "has_more": start + limit < len(known)})

    def _words(self, operation: Operation) -> dict[str, object]:
        status, error = "queued" if operation.fraction == 0 else "in_progress", None
        if operation.ready:
            status = "completed"
            if "filter" in operation.told:
                status = "failed"
                error = {"code": "moderation_blocked", "message": "Your request was blocked by our moderation system."}
            elif "error" in operation.told:
                status, error = "failed", {"code": "internal_error", "message": "As told."}
            elif "neither" in operation.told:
                status, error = "failed", None
        return {
            "id": operation.id,
            "object": "video",
            "model": operation.model,
            "status": status,
            "progress": int(operation.fraction * 100),
            "created_at": operation.created_at,
            "completed_at": operation.created_at if status == "completed" else None,
            "expires_at": operation.created_at + 3600,
            "size": operation.request.get("size", "720x1280"),
            "seconds": operation.request.get("seconds", "4"),
            "prompt": operation.prompt,
            "remixed_from_video_id": None,
            "error": error,
        }


def _body(call: Call) -> tuple[dict[str, str], dict[str, bytes]]:
    """Fields and files of either encoding."""
    kind = call.headers.get("content-type", "")
    if not kind.startswith("multipart/"):
        return {name: str(value) for name, value in call.json().items()}, {}
    message = email.message_from_bytes(
        b"Content-Type: " + kind.encode() + b"\r\n\r\n" + call.body, policy=email.policy.HTTP
    )
    fields: dict[str, str] = {}
    files: dict[str, bytes] = {}
    for part in message.walk():
        name = part.get_param("name", header="content-disposition")
        if not isinstance(name, str):
            continue
        data = part.get_payload(decode=True)
        assert isinstance(data, bytes), "a part that is not a multipart itself"
        if part.get_filename() is None:
            fields[name] = data.decode()
        else:
            files[name] = data
    return fields, files


def _fault(status: int, message: str) -> Answer:
    words: Mapping[str, object] = {
        "message": message,
        "type": _ERROR_TYPES.get(status, "invalid_request_error"),
        "param": None,
        "code": None,
    }
    return Answer.of({"error": words}, status, {"retry-after": "1"} if status == 503 else {})
