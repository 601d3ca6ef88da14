"""Google's shapes as JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping

from rushes.api.schemas import Schema, many, named, text, thing, truth, whole

_ID = "01k9w0c3v8f6t2m4n5p7q9r0s1"
_INSTANCE: Schema = {
    "type": "object",
    "description": "What the shot is made from. Media may stand among the parameters as well.",
    "properties": {
        "prompt": text("The shot in words.", "A red fox trots through falling snow"),
        "image": {"$ref": "#/components/schemas/Picture"},
        "lastFrame": {"$ref": "#/components/schemas/Picture"},
        "referenceImages": many(named("Reference"), "Up to three."),
        "video": {"$ref": "#/components/schemas/Footage"},
    },
}
_PARAMETERS: Schema = {
    "type": "object",
    "description": "The model's parameters by their names, and the words of Google's that are met anyway.",
    "properties": {
        "aspectRatio": text("Wide or upright.", "16:9", ["16:9", "9:16"]),
        "resolution": text("720p, 1080p or 4k.", "720p"),
        "durationSeconds": {"type": ["integer", "string"], "description": "4, 6 or 8.", "examples": [8]},
        "personGeneration": text("As the model says, in any letters.", "allow_all"),
        "negativePrompt": text("What should not appear."),
        "generateAudio": truth("Whether the clip has sound."),
        "seed": whole("0 to 4294967295.", 7),
        "sampleCount": whole("1.", 1),
        "fps": whole("24.", 24),
        "enhancePrompt": truth("Taken; prompts are read as they are."),
        "compressionQuality": text("optimized.", "optimized"),
        "resizeMode": text("pad.", "pad"),
    },
}
_METADATA = thing(
    "How far it is.",
    {
        "@type": text("The metadata's type."),
        "state": text("queued, running, succeeded, failed or canceled.", "running"),
        "stage": text("What is being done, in a word."),
        "progressPercent": whole("0 to 100.", 42),
    },
)
_STATUS = thing("Why there is no clip.", {"code": whole("google.rpc.Code.", 13), "message": text("What happened.")})
_FILTERED: Mapping[str, Schema] = {
    "raiMediaFilteredCount": whole("How many clips the safety filter kept back."),
    "raiMediaFilteredReasons": many(text("A reason."), "Why."),
}


def _operation(response: Schema) -> Schema:
    return thing(
        "An operation. Done, it has either a response or an error.",
        {"name": text("What to poll."), "metadata": _METADATA, "done": truth("Has it ended?")},
        {"response": response, "error": _STATUS},
    )


SCHEMAS: Mapping[str, Schema] = {
    "GooglePredict": {
        "type": "object",
        "description": "One instance and its parameters.",
        "properties": {
            "instances": {**many(_INSTANCE, "Exactly one."), "minItems": 1, "maxItems": 1},
            "parameters": _PARAMETERS,
            "labels": {"type": "object", "description": "Your own words; kept in the task's metadata."},
        },
        "required": ["instances"],
        "additionalProperties": False,
    },
    "GoogleFetch": thing("Which operation.", {"operationName": text("The name that the first answer gave.")}),
    "GoogleStarted": thing(
        "The first answer.", {"name": text("What to poll.", f"models/veo_31_fast/operations/{_ID}")}
    ),
    "GoogleOperation": _operation(
        thing(
            "The clip, or why it was filtered.",
            {
                "@type": text("The response's type."),
                "generateVideoResponse": thing(
                    "What was made.",
                    {},
                    {
                        "generatedSamples": many(
                            thing(
                                "One.",
                                {"video": thing("A clip.", {"uri": text("Where it is downloaded, with your key.")})},
                            ),
                            "The clips.",
                        ),
                        **_FILTERED,
                    },
                ),
            },
        )
    ),
    "VertexOperation": _operation(
        thing(
            "The clip, or why it was filtered.",
            {"@type": text("The response's type."), "raiMediaFilteredCount": _FILTERED["raiMediaFilteredCount"]},
            {
                "videos": many(
                    thing("One.", {"bytesBase64Encoded": text("The MP4."), "mimeType": text("video/mp4.")}),
                    "The clips.",
                ),
                "raiMediaFilteredReasons": _FILTERED["raiMediaFilteredReasons"],
            },
        )
    ),
    "GoogleEmpty": thing("Done.", {}),
    "GoogleFile": thing(
        "A file: what an operation made, or what was uploaded.",
        {
            "name": text("files/ and its id.", f"files/{_ID}"),
            "mimeType": text("What it is.", "video/mp4"),
            "sizeBytes": text("Its size.", "1832044"),
            "createTime": text("RFC 3339."),
            "expirationTime": text("RFC 3339."),
            "uri": text("What to name it by."),
            "downloadUri": text("Where its bytes are."),
            "state": text("ACTIVE.", "ACTIVE"),
            "source": text("Where it comes from.", "GENERATED", ["GENERATED", "UPLOADED"]),
        },
        {"displayName": text("What you called it.")},
    ),
    "GoogleFilePage": thing(
        "Uploaded files.",
        {"files": many(named("GoogleFile"), "This page.")},
        {"nextPageToken": text("Give it as pageToken for the next page.")},
    ),
    "GoogleUpload": {
        "type": "object",
        "description": "What is known of the file; all of it may be left out.",
        "properties": {
            "file": {
                "type": "object",
                "description": "The file.",
                "properties": {
                    "displayName": text("What you call it.", "first.png"),
                    "mimeType": text("What it is; found out anyway.", "image/png"),
                    "sizeBytes": text("Its size, when no header says it.", "182044"),
                },
            }
        },
    },
    "GoogleUploaded": thing("Until the last piece, nothing; then the file.", {}, {"file": named("GoogleFile")}),
    "GoogleModel": thing(
        "A model.",
        {
            "name": text("models/ and its name.", "models/veo-3.1-fast-generate-001"),
            "baseModelId": text("Our id of it.", "veo_31_fast"),
            "version": text("Since when."),
            "displayName": text("What people call it."),
            "description": text("What it does."),
            "supportedGenerationMethods": many(text("A method."), "How it is called."),
        },
    ),
    "GoogleModelPage": thing("All models, under every name.", {"models": many(named("GoogleModel"), "All.")}),
    "GoogleError": thing(
        "Google's form of an error.",
        {
            "error": thing(
                "What went wrong.",
                {
                    "code": whole("The HTTP status.", 400),
                    "message": text("What came, what is allowed, what to do."),
                    "status": text("The name of the google.rpc.Code.", "INVALID_ARGUMENT"),
                    "details": many({"type": "object", "description": "ErrorInfo, BadRequest."}, "More."),
                },
            )
        },
    ),
}
