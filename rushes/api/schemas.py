"""What goes in and out, as JSON Schema (2020-12) for the OpenAPI document. What depends on the models is read from their
declarations, in `bodies`."""

from __future__ import annotations

from collections.abc import Mapping

from rushes.api.dialects.native import STATUS_WORDS
from rushes.key import Scope
from rushes.task import Status

Schema = dict[str, object]
_EXAMPLE_ID = "01k9w0c3v8f6t2m4n5p7q9r0s1"


def thing(meaning: str, needed: Mapping[str, Schema], optional: Mapping[str, Schema] | None = None) -> Schema:
    """An object with fields that are always there and fields that may be."""
    return {
        "type": "object",
        "description": meaning,
        "properties": {**needed, **(optional or {})},
        "required": list(needed),
    }


def text(meaning: str, example: str | None = None, options: list[str] | None = None) -> Schema:
    schema: Schema = {"type": "string", "description": meaning}
    if options:
        schema["enum"] = options
    if example is not None:
        schema["examples"] = [example]
    return schema


def whole(meaning: str, example: int | None = None) -> Schema:
    return {"type": "integer", "description": meaning, **({"examples": [example]} if example is not None else {})}


def number(meaning: str, example: float | None = None) -> Schema:
    return {"type": "number", "description": meaning, **({"examples": [example]} if example is not None else {})}


def truth(meaning: str) -> Schema:
    return {"type": "boolean", "description": meaning}


def many(of: Schema, meaning: str) -> Schema:
    return {"type": "array", "items": of, "description": meaning}


def maybe(schema: Schema) -> Schema:
    """The same, or null."""
    return {**schema, "type": [schema["type"], "null"]}


def named(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


_WORDS = sorted(set(STATUS_WORDS.values()))
_ID = text("The task's id, the same for its whole life.", _EXAMPLE_ID)
_STATUS = text("Where the task is; metadata.phase says it more finely.", "in_progress", _WORDS)
_MODEL = text("The model that was asked for.", "veo_31_fast")
_CREATED_AT = whole("When the task was created, in unix seconds.", 1795381200)
_EXPIRES_AT = whole("When task and clip are taken away, in unix seconds.", 1797973200)
_FIRST = {"id": _ID, "status": _STATUS, "model": _MODEL, "created_at": _CREATED_AT, "expires_at": _EXPIRES_AT}
_CONTENT = thing(
    "One result.",
    {
        "type": text("What it is.", options=["video"]),
        "url": text("Where the MP4 is: absolute, signed, valid until the task expires. No key needed."),
        "jobId": text("The id of the job that made it: the task's id.", _EXAMPLE_ID),
        "duration": text("Length in seconds.", "8"),
    },
)
_USAGE = thing(
    "What it cost. Only what was delivered is charged.",
    {
        "cost": text("USD charged, after the discount, as a plain decimal.", "0.8"),
        "discount": number("USD deducted.", 0.0),
        "quantity": whole("Seconds of new picture.", 8),
        "unit_price": text("USD per second before the discount.", "0.1"),
        "input_tokens": whole("Always 0 for video.", 0),
        "output_tokens": whole("Always 0 for video.", 0),
        "total_tokens": whole("Always 0 for video.", 0),
        "extra_info": {"type": "object", "description": "Currency, unit and the version of the price list."},
    },
)
_TASK_ERROR = thing(
    "Why there is no clip. Nothing was charged.",
    {
        "code": whole("A stable number, see the errors.", 60001),
        "error_message": text("What happened and what to do.", "Refused by the safety filter. Nothing was charged."),
        "message": text("The same."),
        "type": text("A stable word for the code.", "shot_refused"),
    },
)
_METADATA = thing(
    "More about the task. Engines add their own notes, such as seed or shot_plan.",
    {
        "phase": text("Where the task is, finely.", "running", [str(status) for status in Status]),
        "stage": text("What is being done just now, in a word.", "drawing"),
        "mode": text("How the shot begins.", "text"),
        "engine": text("Who makes the clip.", "animatic"),
        "live": truth("False when it was asked for with a test key."),
        "takes": whole("How many times it was begun.", 1),
        "circled": truth("Somebody marked it as a good take."),
        "parameters": {
            "type": "object",
            "description": "The parameters in effect, defaults filled in; media described.",
        },
        "created_at": text("ISO 8601.", "2026-11-22T18:00:00.000Z"),
        "expires_at": text("When task and clip are taken away.", "2026-12-22T18:00:00.000Z"),
    },
    {
        "started_at": text("When the first take began."),
        "ended_at": text("When it ended."),
        "cancel_asked_at": text("When a cancel was asked for, until it has ended."),
        "clip": {"type": "object", "description": "The clip as measured: width, height, frames, sound, size, SHA-256."},
        "poster_url": text("A frame of the clip as JPEG; a signed link."),
        "still_url": text("The newest preview still, while the clip is being made; a signed link."),
        "caller": {"type": "object", "description": "Your own metadata, as you sent it."},
    },
)
TASK = thing(
    "A task.",
    {**_FIRST, "metadata": _METADATA},
    {
        "progress": number("How far it is, 0 to 1; only while in progress.", 0.42),
        "output": many(
            thing("A group of results.", {"content": many(_CONTENT, "The results."), "jobId": text("As in content.")}),
            "Only when completed.",
        ),
        "usage": {**_USAGE, "description": "What it cost; only when completed."},
        "error": {**_TASK_ERROR, "description": "Only when failed."},
    },
)
ERROR = thing(
    "Every refusal has this body.",
    {
        "message": text(
            "What came, what is allowed, what to do.", "durationSeconds is 7; veo_31_fast takes 4, 6 or 8."
        ),
        "error": text("A stable word.", "value_not_allowed"),
        "status": thing(
            "The same for programs.",
            {
                "code": whole("The HTTP status.", 400),
                "message": text("The same message."),
                "error_code": whole("A stable number.", 40005),
            },
        ),
        "data": {"type": "null", "description": "Always null."},
        "request_id": text("Name it when you ask for help; also in the header X-Request-Id."),
    },
    {"parameter": text("The parameter at fault, spelled as you spelled it.", "durationSeconds")},
)
_FILE = thing(
    "An uploaded file.",
    {
        "id": text("What to name it by.", _EXAMPLE_ID),
        "name": text("What you called it.", "first.png"),
        "kind": text("What it is.", "picture", ["picture", "footage"]),
        "mimeType": text("What it was found to be.", "image/png"),
        "size_bytes": whole("Its size.", 182_044),
        "sha256": text("Its digest."),
        "width": whole("In pixels.", 1280),
        "height": whole("In pixels.", 720),
        "seconds": maybe(number("Its length, for footage.")),
        "created_at": whole("Unix seconds."),
        "expires_at": whole("Until when it is kept, in unix seconds."),
    },
)


def _usd(meaning: str) -> Schema:
    return text(f"{meaning} USD as a plain decimal.", "0.8")


BUDGET = thing(
    "A budget of a project or a key.",
    {
        "of": text("Whose it is.", "key", ["project", "key"]),
        "period": text("In UTC.", "month", ["day", "month", "total"]),
        "limit": _usd("How much."),
        "used": _usd("What tasks admitted in this period hold or were charged."),
        "left": _usd("What is left."),
        "hard": truth("False: it only warns."),
        "resets_at": maybe(text("When the next period begins; null: never.")),
    },
)
_KEY_FIELDS: Mapping[str, Schema] = {
    "id": text("What to name it by.", _EXAMPLE_ID),
    "name": text("What you call it.", "render farm"),
    "prefix": text("How its secret begins.", "rsh_test_4fK2"),
    "live": truth("Live keys render for real and are charged; test keys are free."),
    "scopes": many(text("A right.", options=sorted(Scope)), "What it may do."),
    "models": {"type": ["array", "null"], "items": {"type": "string"}, "description": "What it may use; null is all."},
    "created_at": text("ISO 8601."),
    "expires_at": maybe(text("When it stops working by itself.")),
    "revoked_at": maybe(text("When it was, or will be, revoked.")),
    "last_used_at": maybe(text("To the minute.")),
    "replaced_by": maybe(text("The key that took its place.")),
    "requests_per_minute": maybe(whole("Requests for work that it may make in a minute; null is any number.", 60)),
    "requests_burst": maybe(whole("How many of them may come at once; null is all.", 10)),
    "concurrent_tasks": maybe(whole("Tasks that it may have open at once; null is any number.", 5)),
    "addresses": {
        "type": ["array", "null"],
        "items": {"type": "string"},
        "description": "The networks that it may be used from; null is all.",
    },
    "spent_this_month": text("USD charged this month, with the keys that it replaced.", "12.4"),
    "budgets": many(BUDGET, "How its own budgets stand."),
}
_KEY = thing("A key, without its secret.", _KEY_FIELDS)


def enveloped(schema: Schema) -> Schema:
    status = thing("How it went.", {"code": whole("200.", 200), "message": text("ok.", "ok")})
    return thing("The control plane's envelope.", {"data": schema, "status": status})


def _page(of: Schema) -> Schema:
    return thing(
        "A page, newest first.",
        {
            "data": many(of, "What was found."),
            "has_more": truth("Is there another page?"),
            "next": maybe(text("Give it as `after` for the next page.")),
        },
    )


def _times(meaning: str) -> Schema:
    shares = {name: maybe(number("In seconds; null of no task.")) for name in ("p50", "p90", "p99")}
    return thing(meaning, shares)


_USAGE_SUMS: Mapping[str, Schema] = {
    "tasks": whole("Tasks that ended.", 12),
    "seconds": whole("Seconds of new picture that were delivered.", 96),
    "spend": _usd("What was charged."),
    "discount": _usd("What was deducted."),
    "waiting_seconds": _times("From admission to the first take."),
    "rendering_seconds": _times("From the first take to the end."),
}
_USAGE_LINE = thing(
    "The sum of some tasks.",
    _USAGE_SUMS,
    {
        "day": text("In UTC.", "2026-11-22"),
        "model": _MODEL,
        "key": text("The key's id.", _EXAMPLE_ID),
        "key_name": maybe(text("What it is called; null when a person made the tasks in the console.")),
        "engine": text("Who made the clips.", "animatic"),
        "status": text("How they ended.", "succeeded", [str(status) for status in Status if status.ended]),
    },
)
_USAGE_PAGE = thing(
    "What the project's tasks came to.",
    {
        "from": text("The first day, in UTC.", "2026-11-01"),
        "to": text("The last day.", "2026-11-30"),
        "by": many(text("A dimension."), "What the lines are by."),
        "lines": many(_USAGE_LINE, "One for each combination that occurs."),
        "total": thing("All of them together.", _USAGE_SUMS),
        "money": thing(
            "How the project's money stands now.",
            {
                "balance": maybe(_usd("Top-ups less what was charged; null when it pays later.")),
                "held": _usd("What open tasks hold."),
                "spent": _usd("All that was ever charged."),
                "left": maybe(_usd("What it may still hold; null when nothing bounds it.")),
            },
        ),
        "budgets": many(
            BUDGET,
            "How budgets stand.",
        ),
    },
)
_RECEIPT = thing(
    "The lines of a task's money.",
    {
        "task": _ID,
        "model": _MODEL,
        "key": text("The key that asked for it.", _EXAMPLE_ID),
        "status": text("Where the task is.", "succeeded", [str(status) for status in Status]),
        "currency": text("Always USD.", "USD"),
        "price_version": text("Of the price list, frozen at admission."),
        "unit_price": _usd("Of a second, before the discount."),
        "quantity": whole("Seconds of new picture that were delivered.", 8),
        "discount": _usd("What was deducted."),
        "total": _usd("What was charged."),
        "entries": many(
            thing(
                "One line of the ledger.",
                {
                    "kind": text("What it does.", "capture", ["hold", "capture", "release"]),
                    "amount": _usd("How much."),
                    "take": whole("Which take it settles; 0 for the hold.", 1),
                    "at": text("ISO 8601."),
                },
            ),
            "In order; a hold is always its capture and release together, once the task has ended.",
        ),
    },
)


#: By the names that routes use. Create, CreateKey and RotateKey are added by `bodies`.
SCHEMAS: Mapping[str, Schema] = {
    "Created": thing("The first answer: poll the id.", _FIRST),
    "Task": TASK,
    "TaskPage": _page(named("Task")),
    "Quote": thing(
        "What a request would be and cost.",
        {
            "dry_run": truth("Always true: nothing was created."),
            "model": _MODEL,
            "usage": _USAGE,
            "metadata": {"type": "object", "description": "mode, engine, and the parameters in effect."},
            "remaining": maybe(text("USD that key and project may still ask for; null when nothing bounds it.", "4.2")),
        },
    ),
    "Deleted": thing("It is gone.", {"id": text("Its id."), "deleted": truth("Always true.")}),
    "File": _FILE,
    "FilePage": _page(named("File")),
    "Key": enveloped(_KEY),
    "NewKey": enveloped(
        thing(
            "A key with its secret.", {**_KEY_FIELDS, "secret": text("Send it as Authorization: Bearer …. Shown once.")}
        )
    ),
    "KeyPage": enveloped(
        thing("All keys of the project.", {"keys": many(_KEY, "Newest first."), "total": whole("How many.")})
    ),
    "ModelPage": enveloped(
        thing(
            "Models of this server.",
            {
                "models": many(
                    {"type": "object", "description": "id, name, type, description, modalities."}, "This page."
                ),
                "total": whole("All that were found."),
                "page": whole("Which page this is."),
                "page_size": whole("How many are on a page."),
                "total_pages": whole("How many pages there are."),
            },
        )
    ),
    "Spec": enveloped(
        thing(
            "How to use a model.",
            {
                "model_id": _MODEL,
                "name": text("What people call it.", "Veo 3.1 Fast"),
                "vendor": text("Whose model it is.", "Google"),
                "type": text("What it makes.", "Video"),
                "api": {"type": "object", "description": "endpoint, method, headers."},
                "parameters": many({"type": "object", "description": "name, path, type, required, …"}, "In order."),
                "agent_prompt": text("The same for a language model."),
            },
        )
    ),
    "Usage": _USAGE_PAGE,
    "Receipt": _RECEIPT,
    "Health": thing("It is alive.", {"status": text("ok", "ok"), "version": text("Of this server.")}),
    "Readiness": thing(
        "May traffic come?",
        {
            "status": text("How it is.", "ok", ["ok", "unavailable"]),
            "parts": {"type": "object", "description": "By part."},
        },
    ),
    "Error": ERROR,
}
