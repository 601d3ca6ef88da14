"""The wire of OpenAI's Videos API: fields to a Request; a Task to a video object."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from pathlib import Path

from rushes import models
from rushes.api.body import parse
from rushes.api.capabilities import capabilities
from rushes.api.dialects import native
from rushes.errors import InvalidRequest, TooLarge, UnknownParameter, ValueNotAllowed, WrongType
from rushes.intake.again import REMIXED_FROM
from rushes.intake.request import Request
from rushes.media.decoding import PICTURE_BYTES_MAX
from rushes.model import Kind, Model, describe, listed
from rushes.shot import Mode
from rushes.task import Status, Task

#: What is made when no model is named.
DEFAULT_MODEL = "veo_31_fast"
#: The wire's own defaults: a short upright clip (OpenAI API reference, Videos).
DEFAULT_SECONDS = 4
DEFAULT_SIZE = "720x1280"
#: width x height: aspectRatio and resolution.
SIZES: Mapping[str, tuple[str, str]] = {
    "1280x720": ("16:9", "720p"),
    "720x1280": ("9:16", "720p"),
    "1920x1080": ("16:9", "1080p"),
    "1080x1920": ("9:16", "1080p"),
    "3840x2160": ("16:9", "4k"),
    "2160x3840": ("9:16", "4k"),
}
_WHOLE = re.compile(r"[0-9]{1,10}")
_STATUSES: Mapping[Status, str] = {
    Status.QUEUED: "queued",
    Status.RUNNING: "in_progress",
    Status.SUCCEEDED: "completed",
    Status.FAILED: "failed",
    Status.CANCELED: "failed",
}


def model_of(values: Mapping[str, object]) -> Model:
    name = values.get("model", DEFAULT_MODEL)
    if not isinstance(name, str):
        raise WrongType(f"model is {describe(name)}; it must be a string.", parameter="model")
    return models.chosen(name)


def read_create(values: Mapping[str, object], files: Mapping[str, Path], *, texts: bool) -> Request:
    """A Request from the fields of a create. Names of the model's own parameters and our extensions are taken as well.

    Raises the Refused kinds."""
    model = model_of(values)
    given = {name: value for name, value in values.items() if name not in ("model", "seconds", "size")}
    if "negative_prompt" in given:
        given["negativePrompt"] = given.pop("negative_prompt")
    if texts:
        given = {name: _typed(model, name, value) for name, value in given.items()}
    for name in files:
        if name != "input_reference":
            raise UnknownParameter(f"The form has no file {describe(name)}; it has input_reference.", parameter=name)
    if "input_reference" in files:
        given["image"] = _inline(files["input_reference"])
    elif "input_reference" in given:
        given["image"] = _picture(given.pop("input_reference"))
    if "seconds" in values:
        given["durationSeconds"] = _seconds(values["seconds"])
    if "size" in values:
        given["aspectRatio"], given["resolution"] = _size(values["size"])
    elif "aspectRatio" not in given and "resolution" not in given:
        given["aspectRatio"], given["resolution"] = SIZES[DEFAULT_SIZE]
    if "durationSeconds" not in given and not model.forced("durationSeconds", given, model.mode(given)):
        given["durationSeconds"] = DEFAULT_SECONDS
    return native.read({**given, "model": model.id})


def read_extension(
    values: Mapping[str, object], video: object, aspect_ratio: str, *, texts: bool, model: str
) -> Request:
    """A Request that extends `video`, whose shape it keeps."""
    given = {name: value for name, value in values.items() if name not in ("model", "seconds", "video")}
    if texts:
        given = {name: _typed(models.chosen(model), name, value) for name, value in given.items()}
    seconds = _seconds(values["seconds"]) if "seconds" in values else None
    # 7 is what an extension adds, and the model's word for it is 8.
    if seconds is not None and seconds != 7:
        given["durationSeconds"] = seconds
    return native.read({"aspectRatio": aspect_ratio, **given, "video": video, "model": model})


def _typed(model: Model, name: str, value: object) -> object:
    """A form's text as the JSON that the parameter is declared to be; what cannot be is left for the model to refuse."""
    declared = model.parameter(name) or next((one for one in native.EXTENSIONS if one.name == name), None)
    if declared is None or not isinstance(value, str):
        return value
    match declared.kind:
        case Kind.INTEGER if _WHOLE.fullmatch(value):
            return int(value)
        case Kind.BOOLEAN if value.lower() in ("true", "false"):
            return value.lower() == "true"
        case Kind.OBJECT | Kind.PICTURE | Kind.PICTURES | Kind.FOOTAGE if value.lstrip()[:1] in ("{", "["):
            return _json(name, value)
        case _:
            return value


def _seconds(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and _WHOLE.fullmatch(value):
        return int(value)
    raise ValueNotAllowed(f'seconds is {describe(value)}; it must be whole seconds, such as "8".', parameter="seconds")


def _size(value: object) -> tuple[str, str]:
    size = SIZES.get(value) if isinstance(value, str) else None
    if size is None:
        raise ValueNotAllowed(f"size is {describe(value)}; it may be {listed(list(SIZES))}.", parameter="size")
    return size


def _picture(value: object) -> object:
    """A reference that is no file: an object with image_url or file_id, or whatever intake reads."""
    if isinstance(value, str) and value.lstrip().startswith("{"):
        value = _json("input_reference", value)
    if isinstance(value, dict) and len(value) == 1:
        if "image_url" in value:
            return value["image_url"]
        if "file_id" in value:
            return {"fileId": value["file_id"]}
    return value


def _json(name: str, text: str) -> object:
    """A form's text that is JSON, read as strictly as a body."""
    try:
        found = parse(f'{{"it": {text}}}'.encode())
    except InvalidRequest as fault:
        raise ValueNotAllowed(f"{name[:60]} is not JSON that can be read.", parameter=name[:100]) from fault
    if len(found) > 1:
        raise ValueNotAllowed(f"{name[:60]} is more than one JSON value.", parameter=name[:100])
    return found["it"]


def _inline(path: Path) -> dict[str, object]:
    if path.stat().st_size > PICTURE_BYTES_MAX:
        raise TooLarge(f"input_reference has more than {PICTURE_BYTES_MAX // 1_000_000} MB, the most that is taken.")
    return {"bytesBase64Encoded": base64.b64encode(path.read_bytes()).decode("ascii")}


def video(task: Task) -> dict[str, object]:
    """The video object. `seconds` is text, `progress` whole percents."""
    width, height = task.clip.size if task.clip else task.shot.size
    return {
        "id": task.id,
        "object": "video",
        "model": task.model,
        "status": _STATUSES[task.status],
        "progress": 100 if task.status is Status.SUCCEEDED else min(99, int(task.progress * 100)),
        "created_at": int(task.created_at.timestamp()),
        "completed_at": int(task.ended_at.timestamp()) if task.ended_at and task.clip else None,
        "expires_at": int(task.expires_at.timestamp()),
        "size": f"{width}x{height}",
        "seconds": _length(task),
        "prompt": task.shot.prompt,
        "remixed_from_video_id": task.notes.get(REMIXED_FROM),
        "error": _error(task),
    }


def _length(task: Task) -> str:
    if task.clip is not None:
        return f"{round(float(task.clip.seconds), 2):g}"
    before = task.shot.footage.seconds if task.shot.mode is Mode.EXTEND and task.shot.footage else 0.0
    return f"{round(before + task.shot.new_seconds, 2):g}"


def _error(task: Task) -> dict[str, object] | None:
    if task.status is Status.CANCELED:
        return {"code": "canceled", "message": "The video was canceled. Nothing was charged."}
    if task.failure is None:
        return None
    code = "content_policy_violation" if task.failure.code == "shot_refused" else task.failure.code
    return {"code": code, "message": task.failure.message}


def model_words(model: Model, name: str) -> dict[str, object]:
    """A model under one of its names, with all that it can do."""
    return {
        "id": name,
        "object": "model",
        "created": _unix(model),
        "owned_by": model.vendor.lower(),
        "model": model.id,
        "name": model.name,
        "description": model.description,
        "capabilities": capabilities(model),
    }


def _unix(model: Model) -> int:
    return (model.released.toordinal() - 719_163) * 86_400  # 719163 is 1970-01-01, proleptic Gregorian
