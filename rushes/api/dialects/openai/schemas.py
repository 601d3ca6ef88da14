"""OpenAI's shapes as JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping

from rushes.api.dialects.openai.words import SIZES
from rushes.api.schemas import Schema, many, maybe, named, text, thing, truth, whole

_ID = "01k9w0c3v8f6t2m4n5p7q9r0s1"
_PROMPT = text("The shot in words.", "A red fox trots through falling snow")
_FILM: Schema = {
    "description": "The video: a file of a form, an id, or an object with an id.",
    "anyOf": [
        {"type": "string"},
        {"type": "object", "properties": {"id": text("The id of an earlier video.", _ID)}},
    ],
}
_REFERENCE: Schema = {
    "description": "The first frame: a file of a form, or an object with image_url or file_id.",
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "properties": {
                "image_url": text("An https address or data URI."),
                "file_id": text("An uploaded file's id."),
            },
        },
    ],
}
_OTHERS: Schema = {"description": "The model's own parameters and our extensions, by their names."}
_ERROR = thing(
    "Why there is no video. Nothing was charged.", {"code": text("A word."), "message": text("What happened.")}
)

SCHEMAS: Mapping[str, Schema] = {
    "OpenAICreate": {
        "type": "object",
        "description": "A video to be made.",
        "properties": {
            "prompt": _PROMPT,
            "model": text("veo_31_fast when left out.", "veo_31_fast"),
            "seconds": text("4 when left out.", "8"),
            "size": text("720x1280 when left out.", "1280x720", list(SIZES)),
            "input_reference": _REFERENCE,
            "negative_prompt": text("What should not appear."),
        },
        "required": ["prompt"],
        "additionalProperties": _OTHERS,
    },
    "OpenAIExtend": {
        "type": "object",
        "description": "A video to be gone on with, for 7 seconds more.",
        "properties": {
            "prompt": _PROMPT,
            "video": _FILM,
            "seconds": text("7, or 8, the model's word for it.", "8"),
            "model": text("The model of the earlier video when left out.", "veo_31_fast"),
        },
        "required": ["prompt", "video"],
        "additionalProperties": _OTHERS,
    },
    "OpenAIEdit": {
        "type": "object",
        "description": "A video of ours to be made again in other words.",
        "properties": {"prompt": _PROMPT, "video": _FILM},
        "required": ["prompt", "video"],
        "additionalProperties": False,
    },
    "OpenAIRemix": {
        "type": "object",
        "description": "The other words.",
        "properties": {"prompt": _PROMPT},
        "required": ["prompt"],
        "additionalProperties": False,
    },
    "OpenAIVideo": thing(
        "A video, made or in the making.",
        {
            "id": text("Its id: the task's.", _ID),
            "object": text("video.", "video", ["video"]),
            "model": text("The model that makes it.", "veo_31_fast"),
            "status": text("Where it is.", "in_progress", ["queued", "in_progress", "completed", "failed"]),
            "progress": whole("0 to 100.", 42),
            "created_at": whole("Unix seconds."),
            "completed_at": maybe(whole("Unix seconds; null until then.")),
            "expires_at": maybe(whole("When it is taken away, in unix seconds.")),
            "size": text("Width x height.", "1280x720"),
            "seconds": text("Its length.", "8"),
            "prompt": maybe(text("What was asked for.")),
            "remixed_from_video_id": maybe(text("The video that it is a remix of.")),
            "error": {"anyOf": [_ERROR, {"type": "null"}], "description": "Why it failed; else null."},
        },
    ),
    "OpenAIVideoPage": thing(
        "Videos.",
        {
            "object": text("list.", "list"),
            "data": many(named("OpenAIVideo"), "This page."),
            "first_id": maybe(text("The first one's id.")),
            "last_id": maybe(text("The last one's id; give it as after.")),
            "has_more": truth("Is there another page?"),
        },
    ),
    "OpenAIDeleted": thing(
        "It is gone.",
        {"id": text("Its id."), "object": text("video.deleted.", "video.deleted"), "deleted": truth("Always true.")},
    ),
    "OpenAIModel": thing(
        "A model.",
        {
            "id": text("Its name.", "veo_31_fast"),
            "object": text("model.", "model"),
            "created": whole("When it was released, in unix seconds."),
            "owned_by": text("Whose it is.", "google"),
            "model": text("Its own id, when this is an alias of it.", "veo_31_fast"),
            "name": text("What people call it.", "Veo 3.1 Fast"),
            "description": text("What it does."),
            "capabilities": thing(
                "What it takes: a request is taken when it fits input_schema and keeps all rules.",
                {
                    "modes": many({"type": "object", "description": "mode, given."}, "How shots may begin."),
                    "input_schema": {"type": "object", "description": "The parameters, as JSON Schema."},
                    "input_rules": many(
                        {"type": "object", "description": "kind, fields, required, notes."},
                        "Which parameters go together: requires (any of `required`), mutually_exclusive.",
                    ),
                    "value_rules": many(
                        {"type": "object", "description": "field, allowed, when, notes."},
                        "Which values a parameter may have when any of `given`, `modes` or `values` holds.",
                    ),
                    "prices": {"type": "object", "description": "currency, per_second, version."},
                    "released": text("Since when.", "2025-11-17"),
                    "deprecated_at": maybe(text("Since when its maker advises against it; null: it does not.")),
                    "retires_at": maybe(text("Its maker may retire it from this day on; null: no day is known.")),
                    "replaced_by": maybe(text("The model to use then.")),
                    "aliases": many(text("A name."), "Other names of it."),
                },
            ),
        },
    ),
    "OpenAIModelPage": thing(
        "All models, under every name.", {"object": text("list.", "list"), "data": many(named("OpenAIModel"), "All.")}
    ),
    "OpenAIError": thing(
        "OpenAI's form of an error.",
        {
            "error": thing(
                "What went wrong.",
                {
                    "message": text("What came, what is allowed, what to do."),
                    "type": text("Its kind.", "invalid_request_error"),
                    "param": maybe(text("The field at fault.")),
                    "code": text("A stable word.", "value_not_allowed"),
                },
            )
        },
    ),
}
