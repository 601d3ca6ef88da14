"""The calls of OpenAI's Videos API."""

from __future__ import annotations

import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from rushes import models
from rushes.api import clips
from rushes.api.answers import answer
from rushes.api.dialects.openai import form, words
from rushes.api.dialects.openai.form import Form
from rushes.api.front import Call
from rushes.api.poll import TASK_ID, ensure_id, no_task
from rushes.api.queries import whole
from rushes.api.tasks import priced
from rushes.database import idempotency, tasks
from rushes.database.ids import new_id
from rushes.errors import Conflict, MissingParameter, NotFound, ValueNotAllowed
from rushes.intake.again import remix
from rushes.intake.cancel import cancel as ask_cancel
from rushes.intake.cancel import delete as take_away
from rushes.intake.files import store_upload
from rushes.intake.request import Request
from rushes.intake.submit import submit
from rushes.model import describe
from rushes.task import Task

LIMIT_MAX = 100
VARIANTS = ("video", "thumbnail", "spritesheet")
ORDERS = ("desc", "asc")
#: How long after a create its SDK may send it again by itself (openai-python waits 600 s for an answer at most).
_REPEATED_WITHIN = timedelta(minutes=15)
#: When to look again, in milliseconds, as the SDK is told.
_LOOK_AGAIN_MS = 500
_CANCEL_SECONDS = 10.0
_UPLOAD_PIECE_BYTES = 1 << 20


class Videos:
    """The handlers. They know which creates are under way, so that an SDK's retry waits for its first try."""

    def __init__(self) -> None:
        self._under_way: Counter[str] = Counter()
        self._ended = threading.Condition()

    async def create(self, call: Call) -> Response:
        return await self._formed(call, _create_request)

    async def extend(self, call: Call) -> Response:
        return await self._formed(call, _extension_request)

    async def edit(self, call: Call) -> Response:
        """Like a remix: the same shot in other words. A film that is not ours cannot be edited by any model here."""
        return await self._formed(call, _edit_request)

    async def remix(self, call: Call) -> Response:
        return await self._formed(call, _remix_request)

    async def _formed(self, call: Call, read: Callable[[Call, Form], Request]) -> Response:
        with tempfile.TemporaryDirectory(dir=call.front.desk.work_folder, prefix="form-") as folder:
            given = await form.read(call, Path(folder))
            return await run_in_threadpool(self._submit, call, given, read)

    def _submit(self, call: Call, given: Form, read: Callable[[Call, Form], Request]) -> Response:
        fingerprint = f"{given.fingerprint}{call.request.url.path[:200]}"
        with self._one_try(call, f"{call.key.id} {given.fingerprint}"):
            request = read(call, given)
            if request.dry_run:
                return priced(call, request)
            key = _idempotency_key(call, given.fingerprint)
            request = replace(request, idempotency_key=key, fingerprint=fingerprint, origin=call.origin)
            task = call.about(submit(call.front.desk, call.key, request))
        return _video(task)

    @contextmanager
    def _one_try(self, call: Call, name: str) -> Iterator[None]:
        with self._ended:
            if _is_retry(call):
                self._ended.wait_for(lambda: not self._under_way[name], timeout=60.0)
            self._under_way[name] += 1
        try:
            yield
        finally:
            with self._ended:
                self._under_way[name] -= 1
                if not self._under_way[name]:
                    del self._under_way[name]
                self._ended.notify_all()


def _is_retry(call: Call) -> bool:
    return call.request.headers.get("x-stainless-retry-count", "0") not in ("0", "")


def _idempotency_key(call: Call, fingerprint: str) -> str:
    """The caller's, or one that finds this request again when its SDK repeats it: it repeats creates without any key, but
    counts its tries. Two first tries are two wishes, however alike they are."""
    if call.idempotency_key is not None:
        return call.idempotency_key
    prefix = f"sdk {call.key.id} {fingerprint} "
    desk = call.front.desk
    if _is_retry(call):
        with desk.database.reading() as connection:
            first = idempotency.latest(connection, call.key.project, prefix, desk.clock() - _REPEATED_WITHIN)
        if first is not None:
            return first
    return f"{prefix}{new_id(desk.clock())}"


def _create_request(call: Call, given: Form) -> Request:
    return words.read_create(given.values, given.files, texts=given.texts)


def _extension_request(call: Call, given: Form) -> Request:
    if "video" in given.files:
        pieces = _pieces(given.files["video"])
        asset = store_upload(call.front.desk, call.key, pieces, "video")
        ratio = "16:9" if asset.width > asset.height else "9:16"
        model = words.model_of(given.values).id
        return words.read_extension(given.values, {"fileId": asset.id}, ratio, texts=given.texts, model=model)
    video = _named_video(given)
    task = _known(call, video) if isinstance(video, str) else None
    model = words.model_of(given.values).id if "model" in given.values or task is None else task.model
    ratio = "16:9" if task is None else task.shot.aspect_ratio
    return words.read_extension(given.values, video, ratio, texts=given.texts, model=model)


def _edit_request(call: Call, given: Form) -> Request:
    if "video" in given.files:
        raise ValueNotAllowed(
            "video is a file, which no model here edits; name the id of a video that was made here.", parameter="video"
        )
    video = _named_video(given)
    return _again(call, _known(call, str(video)), str(video), given)


def _remix_request(call: Call, given: Form) -> Request:
    video_id = call.path["id"]
    return _again(call, _known(call, video_id), video_id, given)


def _again(call: Call, task: Task | None, video_id: str, given: Form) -> Request:
    """The same shot in other words: its settings, seed, pictures and film stay."""
    if task is None:
        raise no_task(video_id)
    for name in given.values:
        if name not in ("prompt", "video"):
            raise ValueNotAllowed(f"{name[:60]} is not taken here; send prompt alone.", parameter=name[:100])
    prompt = given.values.get("prompt")
    if prompt is None:
        raise MissingParameter("prompt is missing; say what should be different.", parameter="prompt")
    return remix(call.front.desk, task, prompt)


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_UPLOAD_PIECE_BYTES):
            yield piece


def _named_video(given: Form) -> object:
    video = given.values.get("video")
    if video is None:
        raise MissingParameter('video is missing; send a file, or {"id": …} of an earlier video.', parameter="video")
    if isinstance(video, dict) and len(video) == 1 and isinstance(video.get("id"), str):
        return video["id"]
    return video


def retrieve(call: Call) -> Response:
    return _video(_find(call))


def page(call: Call) -> Response:
    limit = whole(call.query, "limit", 20, 1, LIMIT_MAX)
    after, order = call.query.get("after"), call.query.get("order", "desc")
    if after is not None and not TASK_ID.fullmatch(after):
        raise ValueNotAllowed(f"after is {describe(after)}; it must be the id of a video.", parameter="after")
    with call.front.desk.database.reading() as connection:
        found = tasks.page(connection, call.key.project, limit=limit + 1, after=after, oldest_first=order == "asc")
    shown = found[:limit]
    return answer(
        {
            "object": "list",
            "data": [words.video(task) for task in shown],
            "first_id": shown[0].id if shown else None,
            "last_id": shown[-1].id if shown else None,
            "has_more": len(found) > limit,
        }
    )


async def delete(call: Call) -> Response:
    """Take a video away; one that is still being made is canceled first."""
    task = await run_in_threadpool(_find, call)
    if not task.status.ended:
        await _canceled(call, task.id)
    await run_in_threadpool(take_away, call.front.desk, call.key, task.id)
    return answer({"id": task.id, "object": "video.deleted", "deleted": True})


async def _canceled(call: Call, task_id: str) -> None:
    """Return when the task has ended, as its cancel was asked for."""
    with call.front.watch.following(task_id) as follower:
        try:
            task = await run_in_threadpool(ask_cancel, call.front.desk, call.key, task_id)
        except Conflict:
            return  # it has ended by itself meanwhile
        ends_at = time.monotonic() + _CANCEL_SECONDS
        while not task.status.ended:
            if time.monotonic() >= ends_at:
                raise Conflict("The video is being canceled; delete it in a moment.")
            await follower.moved(_CANCEL_SECONDS)
            task = await run_in_threadpool(_find, call)


def cancel(call: Call) -> Response:
    return _video(ask_cancel(call.front.desk, call.key, ensure_id(call.path["id"])))


def content(call: Call) -> Response:
    variant = call.query.get("variant", "video")
    task = _find(call)
    if variant == "video" or task.clip is None:
        return clips.of_task(call, task)
    if variant == "thumbnail":
        if task.poster is None:
            raise NotFound("This video has no thumbnail.")
        return clips.bytes_of(call, task.poster.digest, task.poster.mime, f"{task.id}.jpg")
    from rushes.media.spritesheet import spritesheet  # It brings what decodes films; most servers are never asked.

    with tempfile.TemporaryDirectory(dir=call.front.desk.work_folder, prefix="sheet-") as folder:
        film, sheet = Path(folder) / "film.mp4", Path(folder) / "sheet.jpg"
        call.front.desk.storage.get_to(task.clip.digest, film)
        spritesheet(film, task.clip, sheet)
        # Made from bytes that never change: the asker may keep it.
        return Response(
            sheet.read_bytes(), headers={"cache-control": "private, max-age=86400"}, media_type="image/jpeg"
        )


def model_page(call: Call) -> Response:
    data = [words.model_words(model, name) for model in models.ALL.values() for name in (model.id, *model.aliases)]
    return answer({"object": "list", "data": data})


def model(call: Call) -> Response:
    return answer(words.model_words(models.find(call.path["id"]), call.path["id"]))


def _video(task: Task) -> Response:
    headers = {} if task.status.ended else {"openai-poll-after-ms": str(_LOOK_AGAIN_MS)}
    return answer(words.video(task), headers=headers)


def _find(call: Call) -> Task:
    task = _known(call, ensure_id(call.path["id"]))
    if task is None:
        raise no_task(call.path["id"])
    return call.about(task)


def _known(call: Call, task_id: str) -> Task | None:
    if not TASK_ID.fullmatch(task_id):
        return None
    with call.front.desk.database.reading() as connection:
        return tasks.find(connection, call.key.project, task_id)
