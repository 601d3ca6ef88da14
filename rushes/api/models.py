"""The models over HTTP, as the control plane of the reference wire tells them: open to all, so that a client can be
configured before it has a key."""

from __future__ import annotations

from starlette.responses import Response

from rushes import models
from rushes.api.answers import enveloped
from rushes.api.dialects.native import EXTENSIONS
from rushes.api.front import Call
from rushes.api.queries import whole
from rushes.api.rules import rule_lines
from rushes.model import Kind, Model, Parameter, usd_text
from rushes.shot import Mode

CREATE_PATH = "/model/v1/generation"
PAGE_MAX = 1_000_000
PAGE_SIZE_MAX = 1000
#: What clients coerce text to; an object without children would be sent as a string, so media are given children.
_TYPES = {
    Kind.STRING: "string",
    Kind.INTEGER: "integer",
    Kind.BOOLEAN: "boolean",
    Kind.OBJECT: "object",
    Kind.PICTURE: "object",
    Kind.PICTURES: "array",
    Kind.FOOTAGE: "object",
}
_PICTURE_CHILDREN = (
    ("uri", "An https address, a data URI, or an uploaded file's id."),
    ("bytesBase64Encoded", "The bytes in base64."),
    ("mimeType", "image/png, image/jpeg or image/webp."),
)
_FOOTAGE_CHILDREN = (
    ("taskId", "The id of an earlier task whose clip is to be extended."),
    ("uri", "The clip's address, an https address, or an uploaded file's id."),
    ("bytesBase64Encoded", "The bytes in base64."),
    ("mimeType", "video/mp4."),
)


def page(call: Call) -> Response:
    number = whole(call.query, "page", 1, 1, PAGE_MAX)
    size = whole(call.query, "page_size", 20, 1, PAGE_SIZE_MAX)
    kind, words = call.query.get("type", "").lower(), call.query.get("keywords", "").lower()
    found = [
        model
        for model in models.ALL.values()
        if kind in ("", "video") and words in f"{model.id} {model.name} {model.vendor} {model.description}".lower()
    ]
    shown = found[(number - 1) * size : number * size]
    return enveloped(
        {
            "models": [_model_words(model) for model in shown],
            "total": len(found),
            "page": number,
            "page_size": size,
            "total_pages": -(-len(found) // size),
        }
    )


def spec(call: Call) -> Response:
    return enveloped(spec_words(models.find(call.path["id"]), call.origin))


def _model_words(model: Model) -> dict[str, object]:
    inputs = [
        "Text",
        *(["Image"] if Mode.IMAGE in model.modes else []),
        *(["Video"] if Mode.EXTEND in model.modes else []),
    ]
    return {
        "id": model.id,
        "model_id": model.id,
        "name": model.name,
        "type": "Video",
        "description": model.description,
        "provider": model.vendor,
        "input_modalities": inputs,
        "output_modalities": ["Video", "Audio"],
        "has_spec": True,
        "spec_protocol": "generation",
    }


def spec_words(model: Model, origin: str) -> dict[str, object]:
    endpoint = f"{origin}{CREATE_PATH}"
    return {
        "model_id": model.id,
        "name": model.name,
        "vendor": model.vendor,
        "type": "Video",
        "api": {"endpoint": endpoint, "method": "POST", "headers": {"Authorization": "Bearer {{API_KEY}}"}},
        "parameters": [_parameter_words(parameter) for parameter in (*model.parameters, *EXTENSIONS)],
        "agent_prompt": agent_prompt(model, endpoint),
    }


def _parameter_words(parameter: Parameter) -> dict[str, object]:
    words: dict[str, object] = {
        "name": parameter.name,
        "path": f"input[0].params.{parameter.name}",
        "type": _TYPES[parameter.kind],
        "required": parameter.required,
        "description": parameter.meaning,
        "constraints": _constraints(parameter),
        "example": parameter.example,
    }
    children = {Kind.PICTURE: _PICTURE_CHILDREN, Kind.FOOTAGE: _FOOTAGE_CHILDREN}.get(parameter.kind, ())
    if children:
        words["children"] = [
            {
                "name": name,
                "path": f"{words['path']}.{name}",
                "type": "string",
                "required": False,
                "description": meaning,
            }
            for name, meaning in children
        ]
    return words


def _constraints(parameter: Parameter) -> dict[str, object]:
    """Options as text even for integers: clients compare before they coerce. Lengths there are bytes, ours characters,
    so none is stated that could refuse what we take."""
    constraints: dict[str, object] = {}
    if parameter.options:
        constraints["enum"] = [str(option) for option in parameter.options]
    if parameter.default is not None:
        constraints["default"] = parameter.default
    if parameter.minimum is not None:
        constraints["min"] = parameter.minimum
    if parameter.maximum is not None:
        constraints["max"] = parameter.maximum
    if parameter.items_max is not None:
        constraints["max_items"] = parameter.items_max
    return constraints


def agent_prompt(model: Model, endpoint: str) -> str:
    """How to use the model, in one page for a language model."""
    lines = [
        f"{model.name} ({model.id}) by {model.vendor}: {model.description}",
        "",
        f'Create: POST {endpoint} with header "Authorization: Bearer <API_KEY>" and the JSON body',
        f'  {{"model": "{model.id}", "input": [{{"params": {{"prompt": "…"}}}}]}}',
        f'or flat: {{"model": "{model.id}", "prompt": "…"}}. The answer has "id" and "status": "in_progress".',
        f'Poll: GET {endpoint}/task/<id> every 5 seconds, or with ?wait=30, until "status" is "completed" or "failed".',
        "Completed: output[0].content[0].url is the MP4, a signed link that expires. Failed: error.error_message says why.",
        "",
        "Parameters:",
        *(
            f"- {parameter.name} ({_TYPES[parameter.kind]}{_limits(parameter)}): {parameter.meaning}"
            for parameter in model.parameters
        ),
        "",
        "Rules:",
        *(f"- {line}" for line in rule_lines(model)),
        "",
        "Prices in USD per second: "
        + ", ".join(
            f"{resolution}{'' if sound else ' without sound'} {usd_text(price)}"
            for (resolution, sound), price in model.price.per_second.items()
        )
        + ".",
    ]
    return "\n".join(lines)


def _limits(parameter: Parameter) -> str:
    words = [", required"] if parameter.required else []
    if parameter.options:
        words.append(f", one of {', '.join(str(option) for option in parameter.options)}")
    if parameter.default is not None:
        words.append(
            f", default {str(parameter.default).lower() if isinstance(parameter.default, bool) else parameter.default}"
        )
    return "".join(words)
