"""Google's wire, for the Gemini API and Vertex AI: an instance and its parameters to a Request; a Task to an operation.

The two differ in where a clip is found in the answer, and in a few words of the request.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from rushes.api.answers import dump
from rushes.errors import InvalidRequest, MissingParameter, UnknownParameter, ValueNotAllowed, WrongType
from rushes.intake.request import Request
from rushes.model import describe
from rushes.task import Status, Task
from rushes.webhook import Callback, Form

_GEMINI_RESPONSE = "type.googleapis.com/google.ai.generativelanguage.v1beta.PredictLongRunningResponse"
_VERTEX_RESPONSE = "type.googleapis.com/cloud.ai.large_models.vision.GenerateVideoResponse"
_METADATA = "type.googleapis.com/google.ai.generativelanguage.v1beta.PredictLongRunningMetadata"
_BODY = ("instances", "parameters", "labels", "webhookConfig", "model")
#: Gateways write media among the parameters as well as in the instance.
_MEDIA = ("image", "lastFrame", "referenceImages", "video")
#: Numbers of google.rpc.Code (google/rpc/code.proto) for a task's failure; others are INTERNAL.
_CODES: Mapping[str, int] = {
    "canceled": 1,
    "stopped": 1,
    "shot_unsupported": 3,
    "deadline_passed": 4,
    "quota_exceeded": 8,
    "outcome_unknown": 2,
    "engine_failed": 13,
    "internal": 13,
}
_URIS_MAX = 5
_USER_METADATA_BYTES_MAX = 4096
_WHOLE = re.compile(r"[0-9]{1,10}")
#: Words of Google's that ask for what happens here anyway. Each is taken with these values, and no others.
_GIVEN_ANYWAY: Mapping[str, tuple[tuple[object, ...], str]] = {
    "sampleCount": ((1,), "one clip is made per request; ask again for another"),
    "fps": ((24,), "every clip has 24 frames per second"),
    "enhancePrompt": ((True, False), "it is true or false, and prompts are read as they are"),
    "compressionQuality": (("optimized",), "clips are made optimized"),
    "resizeMode": (("pad",), "pictures are never cropped"),
}


def read_create(model: str, body: Mapping[str, object], *, vertex: bool) -> Request:
    """A Request from the body of `:predictLongRunning`. Raises the Refused kinds."""
    for name in body:
        if name not in _BODY:
            raise UnknownParameter(
                f"The body has no field {describe(name)}; it has instances and parameters.", parameter=name[:100]
            )
    if vertex and "webhookConfig" in body:
        raise ValueNotAllowed("webhookConfig is not taken here; poll the operation.", parameter="webhookConfig")
    instance = _instance(body.get("instances"))
    asked = _object(body.get("parameters", {}), "parameters")
    given: dict[str, object] = dict(instance)
    for name, value in asked.items():
        if name in given:
            raise InvalidRequest(f"{name} stands both in instances[0] and in parameters; send it once.", parameter=name)
        given[name] = value
    for name, (values, why) in _GIVEN_ANYWAY.items():
        if name in given:
            value = given.pop(name)
            plain = value.lower() if isinstance(value, str) else value
            if plain not in values or (isinstance(plain, bool) is not isinstance(values[0], bool)):
                raise ValueNotAllowed(f"{name} is {describe(value)}: {why}.", parameter=name)
    for name in ("storageUri", "pubsubTopic"):
        if name in given:
            raise ValueNotAllowed(
                f"{name} is not taken here: clips come back in the operation and are kept on this server.",
                parameter=name,
            )
    labels = _object(body.get("labels", {}), "labels")
    return Request(
        model=model,
        parameters=_plain(given, vertex=vertex),
        metadata={"labels": dict(labels)} if labels else None,
        callbacks=_callbacks(_object(body["webhookConfig"], "webhookConfig")) if "webhookConfig" in body else (),
    )


def _callbacks(config: Mapping[str, object]) -> tuple[Callback, ...]:
    """Clients spell `user_metadata` so on the wire, among names in the other spelling."""
    for name in config:
        if name not in ("uris", "user_metadata", "userMetadata"):
            raise UnknownParameter(
                f"webhookConfig has {describe(name)}; it may have uris and user_metadata.",
                parameter=f"webhookConfig.{name[:60]}",
            )
    uris = config.get("uris")
    if not isinstance(uris, list) or not all(isinstance(uri, str) for uri in uris) or not 1 <= len(uris) <= _URIS_MAX:
        raise ValueNotAllowed(
            f"webhookConfig.uris must be an array of 1 to {_URIS_MAX} addresses.", parameter="webhookConfig.uris"
        )
    name = "userMetadata" if "userMetadata" in config else "user_metadata"
    echoed = _object(config[name], f"webhookConfig.{name}") if name in config else None
    if echoed is not None and len(dump(echoed)) > _USER_METADATA_BYTES_MAX:
        raise ValueNotAllowed(
            f"webhookConfig.{name} is longer than {_USER_METADATA_BYTES_MAX} bytes.", parameter=f"webhookConfig.{name}"
        )
    return tuple(Callback(str(uri), "webhookConfig.uris", Form.GEMINI, echoed=echoed) for uri in uris)


def _instance(instances: object) -> Mapping[str, object]:
    shape = 'instances must be an array of one object: [{"prompt": "…"}]'
    if instances is None:
        raise MissingParameter(f"instances is missing; {shape}.", parameter="instances")
    if not isinstance(instances, list) or len(instances) != 1:
        found = f"an array of {len(instances)}" if isinstance(instances, list) else describe(instances)
        raise ValueNotAllowed(f"instances is {found}; {shape}.", parameter="instances")
    return _object(instances[0], "instances[0]")


def _object(value: object, name: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise WrongType(f"{name} is {describe(value)}; it must be an object.", parameter=name)
    return value


def _plain(given: dict[str, object], *, vertex: bool) -> dict[str, object]:
    """Google's spelling of values in ours: numbers as text, words in capitals."""
    duration, person = given.get("durationSeconds"), given.get("personGeneration")
    if isinstance(duration, str) and _WHOLE.fullmatch(duration):
        given["durationSeconds"] = int(duration)
    if isinstance(person, str):
        given["personGeneration"] = person.lower()
        if vertex and person.lower() == "allow_adult":
            # Vertex AI's word for its default in every mode, where the Gemini API has one word for each mode.
            del given["personGeneration"]
    resolution = given.get("resolution")
    if isinstance(resolution, str):
        given["resolution"] = resolution.lower()
    return given


def started(name: str) -> dict[str, object]:
    """The first answer."""
    return {"name": name}


def operation(task: Task, name: str, *, uri: str) -> dict[str, object]:
    """The Gemini API's operation. `uri` is where its clip is downloaded from."""
    words = _common(task, name)
    if task.status is Status.SUCCEEDED:
        sample = {"video": {"uri": uri}}
        words["response"] = {
            "@type": _GEMINI_RESPONSE,
            "generateVideoResponse": {"generatedSamples": [sample]},
        }
    elif _filtered(task) is not None:
        words["response"] = {
            "@type": _GEMINI_RESPONSE,
            "generateVideoResponse": {"raiMediaFilteredCount": 1, "raiMediaFilteredReasons": [_filtered(task)]},
        }
    return words


def vertex_operation(task: Task, name: str, clip_base64: str) -> dict[str, object]:
    """Vertex AI's operation; the clip's bytes stand in the answer."""
    words = _common(task, name)
    if task.status is Status.SUCCEEDED:
        assert task.clip is not None, "a task that succeeded has a clip"
        video = {"bytesBase64Encoded": clip_base64, "mimeType": task.clip.mime}
        words["response"] = {"@type": _VERTEX_RESPONSE, "raiMediaFilteredCount": 0, "videos": [video]}
    elif _filtered(task) is not None:
        reasons = [_filtered(task)]
        words["response"] = {
            "@type": _VERTEX_RESPONSE,
            "raiMediaFilteredCount": 1,
            "raiMediaFilteredReasons": reasons,
        }
    return words


def told(task: Task, at: str, *, uri: str, echoed: Mapping[str, object] | None) -> dict[str, object]:
    """What a webhook is told at the end. Google names an event for a film alone; the others follow its usual names."""
    data: dict[str, object] = {"id": f"models/{task.model}/operations/{task.id}"}
    if task.status is Status.SUCCEEDED:
        kind = "video.generated"
        data |= {"output_file_uri": uri, "file_name": f"files/{task.id}"}
    elif task.status is Status.CANCELED:
        kind = "video.cancelled"
    else:
        assert task.failure is not None, "a task that failed says why"
        kind = "video.failed"
        code = _CODES.get(task.failure.code, _CODES["internal"])
        data |= {"error_code": code, "error_message": task.failure.message}
    if echoed is not None:
        data["user_metadata"] = echoed
    return {"type": kind, "version": "v1", "timestamp": at, "data": data}


def _common(task: Task, name: str) -> dict[str, object]:
    """What both say of every task: either a response or an error once it is done, never both."""
    metadata: dict[str, object] = {
        "@type": _METADATA,
        "state": str(task.status),
        "stage": task.stage,
        "progressPercent": 100 if task.status is Status.SUCCEEDED else int(task.progress * 100),
    }
    words: dict[str, object] = {"name": name, "metadata": metadata, "done": task.status.ended}
    if task.status is Status.CANCELED:
        words["error"] = {"code": _CODES["canceled"], "message": "The operation was cancelled. Nothing was charged."}
    elif task.status is Status.FAILED and _filtered(task) is None:
        assert task.failure is not None, "a task that failed says why"
        code = _CODES.get(task.failure.code, _CODES["internal"])
        words["error"] = {"code": code, "message": task.failure.message}
    return words


def _filtered(task: Task) -> str | None:
    """Why the filter kept the clip back: success without a clip, on these wires. None when that is not how it ended."""
    if task.failure is not None and task.failure.code == "shot_refused":
        return task.failure.message
    return None
