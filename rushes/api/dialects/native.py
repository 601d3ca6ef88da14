"""The reference wire: a caller's words to a Request; a Task and a Quote to words. No rules of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal, InvalidOperation

from rushes.api.addresses import Addresses
from rushes.api.answers import dump
from rushes.api.errors import TASK_NUMBERS
from rushes.errors import InvalidRequest, MissingParameter, RuleBroken, UnknownParameter, ValueNotAllowed, WrongType
from rushes.intake.quote import Quote
from rushes.intake.request import Request
from rushes.ledger import MICROUSD_PER_USD, Cost
from rushes.model import Kind, Parameter, describe, listed, usd_text
from rushes.task import Status, Task
from rushes.webhook import Callback, read_secret

MODEL = Parameter(
    "model", Kind.STRING, "The model that makes the clip.", required=True, length_max=100, example="veo_31_fast"
)
METADATA_BYTES_MAX = 16_384
#: Ours, beside the model's own parameters; in the wrapper they may stand beside `input` or inside `params`.
EXTENSIONS: tuple[Parameter, ...] = (
    Parameter("dryRun", Kind.BOOLEAN, "Check and price the request; create nothing.", default=False, example=False),
    Parameter(
        "preview",
        Kind.BOOLEAN,
        "Render this shot's animatic instead, for nothing: the same words and rules, a moving storyboard.",
        default=False,
        example=False,
    ),
    Parameter(
        "maxCost",
        Kind.STRING,
        'Refuse when the price is higher: USD as a plain decimal, such as "0.80"; a number is taken as well.',
        example="0.80",
    ),
    Parameter(
        "deadlineSeconds",
        Kind.INTEGER,
        "Give up, uncharged, when the clip is not there after so many seconds.",
        minimum=5,
        maximum=604_800,
        example=600,
    ),
    Parameter(
        "metadata",
        Kind.OBJECT,
        "Your own JSON object, echoed in metadata.caller; up to 16 kB.",
        example={"scene": "12b"},
    ),
    Parameter(
        "webhookUrl",
        Kind.STRING,
        "Where to post how the task ends, as a signed webhook; a public https address.",
        length_max=4096,
        example="https://example.com/hooks/rushes",
    ),
    Parameter(
        "webhookSecret",
        Kind.STRING,
        "What that webhook is signed with: whsec_ and the base64 of 24 to 64 random bytes. The project's when left out.",
        length_max=100,
    ),
)
_EXTENSIONS: Mapping[str, Parameter] = {parameter.name: parameter for parameter in EXTENSIONS}
_WRAPPER = ("model", "input")
_MAX_COST = re.compile(r"[0-9]{1,9}(\.[0-9]{1,6})?")


def read(body: Mapping[str, object]) -> Request:
    """A Request from either body: `{"model", "input": [{"params": {…}}]}` or flat `{"model", "prompt", …}`.

    Raises the Refused kinds; parameters of the model are left for the model to check.
    """
    given = _unwrapped(body)
    if "model" not in given:
        raise MissingParameter('model is missing; send "model": "veo_31_fast", for example.', parameter="model")
    model = given.pop("model")
    MODEL.check(model, "")
    extensions = {name: given.pop(name) for name in list(given) if name in _EXTENSIONS}
    return extended(Request(str(model), given), extensions)


def extended(request: Request, extensions: Mapping[str, object]) -> Request:
    """The request with our own extensions, which are checked here. Raises WrongType, ValueNotAllowed, RuleBroken."""
    for name, value in extensions.items():
        if name != "maxCost":
            _EXTENSIONS[name].check(value, request.model)
    metadata, deadline = extensions.get("metadata", request.metadata), extensions.get("deadlineSeconds")
    if metadata is not None and len(dump(metadata)) > METADATA_BYTES_MAX:
        raise ValueNotAllowed(f"metadata is longer than {METADATA_BYTES_MAX} bytes.", parameter="metadata")
    return replace(
        request,
        dry_run=extensions.get("dryRun") is True,
        preview=extensions.get("preview", request.preview) is True,
        metadata=metadata if isinstance(metadata, dict) else None,
        deadline_seconds=deadline if isinstance(deadline, int) else None,
        max_cost_microusd=_microusd(extensions["maxCost"]) if "maxCost" in extensions else None,
        callbacks=request.callbacks + _callbacks(extensions.get("webhookUrl"), extensions.get("webhookSecret")),
    )


def _callbacks(url: object, secret: object) -> tuple[Callback, ...]:
    if url is None:
        if secret is not None:
            raise RuleBroken("webhookSecret goes with webhookUrl; send both or neither.", parameter="webhookSecret")
        return ()
    signed = None if secret is None else read_secret(str(secret), "webhookSecret")
    return (Callback(str(url), "webhookUrl", secret=signed),)


def _unwrapped(body: Mapping[str, object]) -> dict[str, object]:
    """Everything given, on one level."""
    if "input" not in body:
        return dict(body)
    for name in body:
        if name not in _WRAPPER and name not in _EXTENSIONS:
            raise UnknownParameter(
                f"{name[:60]} stands beside input; put it inside input[0].params, or send everything flat, without input.",
                parameter=name[:100],
            )
    params = _params(body["input"])
    given = {name: value for name, value in body.items() if name != "input"}
    for name, value in params.items():
        if name in given:
            raise InvalidRequest(f"{name} stands both beside input and inside params; send it once.", parameter=name)
        given[name] = value
    return given


def _params(blocks: object) -> Mapping[str, object]:
    shape = 'input must be an array of one block: [{"params": {…}}]'
    if not isinstance(blocks, list):
        raise WrongType(f"input is {describe(blocks)}; {shape}.", parameter="input")
    if len(blocks) != 1:
        raise ValueNotAllowed(f"input has {len(blocks)} blocks; {shape}.", parameter="input")
    block = blocks[0]
    if not isinstance(block, dict):
        raise WrongType(f"input[0] is {describe(block)}; {shape}.", parameter="input[0]")
    for name in block:
        if name != "params":
            raise UnknownParameter(f"input[0] has {describe(name)}; {shape}.", parameter=f"input[0].{name[:60]}")
    if "params" not in block:
        raise MissingParameter(f"input[0].params is missing; {shape}.", parameter="input[0].params")
    params = block["params"]
    if not isinstance(params, dict):
        raise WrongType(f"input[0].params is {describe(params)}; it must be an object.", parameter="input[0].params")
    return params


def _microusd(value: object) -> int:
    words = f'maxCost is {describe(value)}; it must be USD as a plain decimal, such as "0.80".'
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise WrongType(words, parameter="maxCost")
    try:
        text = value if isinstance(value, str) else f"{Decimal(repr(value)):f}"
    except InvalidOperation as fault:
        raise ValueNotAllowed(words, parameter="maxCost") from fault
    if not _MAX_COST.fullmatch(text):
        raise ValueNotAllowed(words, parameter="maxCost")
    return int(Decimal(text) * MICROUSD_PER_USD)


#: The reference wire knows three states; metadata.phase has ours.
STATUS_WORDS: Mapping[Status, str] = {
    Status.QUEUED: "in_progress",
    Status.RUNNING: "in_progress",
    Status.SUCCEEDED: "completed",
    Status.FAILED: "failed",
    Status.CANCELED: "failed",
}


def created_words(task: Task) -> dict[str, object]:
    """The first answer: only what is needed to poll, and until when."""
    return {
        "id": task.id,
        "status": STATUS_WORDS[task.status],
        "model": task.model,
        "created_at": int(task.created_at.timestamp()),
        "expires_at": int(task.expires_at.timestamp()),
    }


def task_words(task: Task, addresses: Addresses) -> dict[str, object]:
    """A task as it is polled. Types are what the strictest client wants: `duration` a string, `quantity` an integer."""
    words = created_words(task)
    match task.status:
        case Status.QUEUED | Status.RUNNING:
            words["progress"] = round(task.progress, 4)
        case Status.SUCCEEDED:
            words["output"] = [_output(task, addresses)]
            words["usage"] = _usage(task)
        case Status.FAILED | Status.CANCELED:
            words["error"] = _error(task)
    words["metadata"] = _metadata(task, addresses)
    return words


def quote_words(quote: Quote) -> dict[str, object]:
    """What a request would be and cost; media are only said to be there."""
    parameters = {
        name: value
        for name, value in quote.parameters.items()
        if (declared := quote.model.parameter(name)) is None
        or declared.kind not in (Kind.PICTURE, Kind.PICTURES, Kind.FOOTAGE)
    }
    return {
        "dry_run": True,
        "model": quote.model.id,
        "usage": _priced(quote.cost, quote.cost.total_microusd),
        "metadata": {"mode": str(quote.mode), "engine": quote.engine, "parameters": parameters},
    }


def _output(task: Task, addresses: Addresses) -> dict[str, object]:
    assert task.clip is not None, "a task that succeeded has a clip"
    content: dict[str, object] = {
        "type": "video",
        "url": addresses.clip(task),
        "jobId": task.id,
        "duration": f"{float(task.clip.seconds):g}",
    }
    return {"content": [content], "jobId": task.id}


def _usage(task: Task) -> dict[str, object]:
    return _priced(task.cost.delivered(task.shot.new_seconds), task.charged_microusd)


def _priced(cost: Cost, charged_microusd: int) -> dict[str, object]:
    return {
        "cost": usd_text(charged_microusd),
        "discount": cost.discount_microusd / MICROUSD_PER_USD,
        "quantity": cost.quantity,
        "unit_price": usd_text(cost.unit_price_microusd),
        "input_tokens": 0,
        "output_tokens": 0,
        "total_tokens": 0,
        "extra_info": {"currency": "USD", "unit": "second", "price_version": cost.price_version},
    }


def _error(task: Task) -> dict[str, object]:
    if task.status is Status.CANCELED:
        code, message = "canceled", "The task was canceled. Nothing was charged."
    else:
        assert task.failure is not None, "a task that failed says why"
        code, message = task.failure.code, task.failure.message
    number = TASK_NUMBERS.get(code, TASK_NUMBERS["internal"])
    return {"code": number, "error_message": message, "message": message, "type": code}


def _metadata(task: Task, addresses: Addresses) -> dict[str, object]:
    words: dict[str, object] = {
        **task.notes,
        "phase": str(task.status),
        "stage": task.stage,
        "mode": str(task.mode),
        "engine": task.engine,
        "live": task.live,
        "takes": task.takes,
        "circled": task.circled_at is not None,
        "parameters": task.parameters,
        "created_at": _iso(task.created_at),
        "expires_at": _iso(task.expires_at),
    }
    if task.started_at is not None:
        words["started_at"] = _iso(task.started_at)
    if task.ended_at is not None:
        words["ended_at"] = _iso(task.ended_at)
    if task.cancel_asked_at is not None and not task.status.ended:
        words["cancel_asked_at"] = _iso(task.cancel_asked_at)
    if task.clip is not None:
        width, height = task.clip.size
        words["clip"] = {
            "width": width,
            "height": height,
            "frames": task.clip.frames,
            "frames_per_second": f"{task.clip.rate.numerator}/{task.clip.rate.denominator}",
            "sound": task.clip.sound,
            "size_bytes": task.clip.size_bytes,
            "sha256": task.clip.digest,
        }
    if task.poster is not None:
        words["poster_url"] = addresses.poster(task)
    if task.still is not None and not task.status.ended:
        words["still_url"] = addresses.still(task)
    if task.caller_metadata is not None:
        words["caller"] = task.caller_metadata
    return words


def _iso(time: datetime) -> str:
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")


#: What a list may be filtered by: our phases and the wire's own words.
STATUS_FILTERS: Mapping[str, tuple[Status, ...]] = {
    **{str(status): (status,) for status in Status},
    "in_progress": (Status.QUEUED, Status.RUNNING),
    "completed": (Status.SUCCEEDED,),
}


def read_status(word: str) -> tuple[Status, ...]:
    if word not in STATUS_FILTERS:
        raise ValueNotAllowed(
            f"status is {describe(word)}; it may be {listed(list(STATUS_FILTERS))}.", parameter="status"
        )
    return STATUS_FILTERS[word]
