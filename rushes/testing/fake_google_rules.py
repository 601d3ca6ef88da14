"""What Vertex AI accepts of a Veo request and how it refuses the rest, as far as it is known (API reference, read
2026-11-22; refusals as seen live in 2026)."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Collection, Mapping
from dataclasses import dataclass

#: Models that are served, and the resolutions that each makes.
MODELS: Mapping[str, Collection[str]] = {
    "veo-3.1-generate-001": ("720p", "1080p", "4k"),
    "veo-3.1-fast-generate-001": ("720p", "1080p", "4k"),
    "veo-3.1-lite-generate-001": ("720p", "1080p"),
}
_INSTANCE = frozenset({"prompt", "image", "lastFrame", "referenceImages", "video"})
_PARAMETERS = frozenset(
    [
        "aspectRatio",
        "resolution",
        "durationSeconds",
        "negativePrompt",
        "personGeneration",
        "seed",
        "sampleCount",
        "generateAudio",
        "enhancePrompt",
        "compressionQuality",
        "resizeMode",
        "storageUri",
    ]
)
_PICTURES = ("image/png", "image/jpeg", "image/webp")


class Wrong(Exception):
    """A request that Vertex AI refuses."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Asked:
    prompt: str
    parameters: Mapping[str, object]
    video: bytes | None


def check(model: str, body: Mapping[str, object]) -> Asked:
    """The request taken apart. Raises Wrong."""
    if model not in MODELS:
        raise Wrong(f"Publisher Model `publishers/google/models/{model}` was not found.", 404)
    instance, parameters = _parts(body)
    _need(parameters.get("resolution", "720p") in MODELS[model], "resolution")
    _check_parameters(parameters)
    pictures = [instance[name] for name in ("image", "lastFrame") if name in instance]
    references = instance.get("referenceImages", [])
    _need(isinstance(references, list) and len(references) <= 3, "referenceImages")
    assert isinstance(references, list), "just checked"
    for reference in references:
        _need(
            isinstance(reference, dict) and str(reference.get("referenceType", "")).lower() == "asset", "referenceType"
        )
        pictures.append(reference["image"])
    for picture in pictures:
        _bytes(picture, _PICTURES)
    if "lastFrame" in instance and "image" not in instance:
        raise Wrong("lastFrame is only supported together with image.")
    video = _bytes(instance["video"], ("video/mp4",)) if "video" in instance else None
    long = references or parameters.get("resolution") in ("1080p", "4k")
    seconds = parameters.get("durationSeconds", 8)
    if long and video is None and seconds != 8:
        raise Wrong(f"{parameters.get('resolution')} is not supported for a duration of {seconds} seconds.")
    prompt = instance.get("prompt", "")
    _need(isinstance(prompt, str) and (prompt != "" or bool(pictures) or video is not None), "prompt")
    return Asked(str(prompt), parameters, video)


def _parts(body: Mapping[str, object]) -> tuple[dict[str, object], dict[str, object]]:
    if extra := set(body) - {"instances", "parameters", "labels"}:
        raise Wrong(f'Invalid JSON payload received. Unknown name "{min(extra)}": Cannot find field.')
    instances, parameters = body.get("instances"), body.get("parameters", {})
    if not (isinstance(instances, list) and len(instances) == 1 and isinstance(instances[0], dict)):
        raise Wrong("Exactly one instance is supported.")
    if not isinstance(parameters, dict):
        raise Wrong("parameters must be an object.")
    for name in sorted(set(instances[0]) - _INSTANCE) + sorted(set(parameters) - _PARAMETERS):
        raise Wrong(f"`{name}` isn't supported by this model. Please remove it.")
    return instances[0], parameters


def _check_parameters(parameters: Mapping[str, object]) -> None:
    _need(parameters.get("aspectRatio", "16:9") in ("16:9", "9:16"), "aspectRatio")
    _need(parameters.get("durationSeconds", 8) in (4, 6, 8), "durationSeconds")
    _need(parameters.get("sampleCount", 1) in (1, 2, 3, 4), "sampleCount")
    seed = parameters.get("seed", 0)
    _need(isinstance(seed, int) and 0 <= seed <= 4_294_967_295, "seed")
    _need(isinstance(parameters.get("generateAudio", True), bool), "generateAudio")
    _need(isinstance(parameters.get("negativePrompt", ""), str), "negativePrompt")
    _need(str(parameters.get("storageUri", "gs://")).startswith("gs://"), "storageUri")
    person = parameters.get("personGeneration", "allow_adult")
    if person not in ("allow_adult", "dont_allow"):
        raise Wrong(f"{person} for personGeneration is currently not supported.")


def _bytes(medium: object, mimes: Collection[str]) -> bytes:
    if not isinstance(medium, dict) or "bytesBase64Encoded" not in medium or medium.get("mimeType") not in mimes:
        raise Wrong(f"A medium needs bytesBase64Encoded and a mimeType of {', '.join(mimes)}.")
    try:
        return base64.b64decode(str(medium["bytesBase64Encoded"]), validate=True)
    except binascii.Error as fault:
        raise Wrong("Invalid base64.") from fault


def _need(right: bool, name: str) -> None:
    if not right:
        raise Wrong(f"Unsupported value of `{name}`.")
