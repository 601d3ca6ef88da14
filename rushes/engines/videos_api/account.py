"""Account: which server, with which key, and what it can do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rushes.engine import Allowance
from rushes.engines.bounds import allowance, bound
from rushes.engines.calls import Keys, base_url, models_by_name
from rushes.engines.silence import silence_seconds
from rushes.errors import Misconfigured
from rushes.model import listed
from rushes.shot import Mode

URL = "RUSHES_VIDEOS_API_URL"
_MODES = frozenset({Mode.TEXT, Mode.IMAGE, Mode.EXTEND})
#: Fields beyond OpenAI's own that a server may be declared to know: vLLM-Omni, SGLang Diffusion and FastVideo know most.
EXTRAS = ("seed", "negative_prompt", "fps", "num_frames", "generate_audio", "generate_sound")


@dataclass(frozen=True, slots=True)
class Account:
    url: str  #: up to and with /v1
    keys: Keys
    ids: Mapping[str, str]  #: their model ids by ours
    json: bool  #: send JSON where no file goes along; else always multipart, as OpenAI's own client does
    modes: frozenset[Mode]
    extras: frozenset[str]
    size_step: int  #: width and height are multiples of it
    spare_frames: int  #: asked for beyond the clip's own, and cut off: many models make 4n + 1 or 8n + 1
    silence_seconds: float
    allowance: Allowance

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> Account:
        """Raises Misconfigured when it is not there or cannot be meant."""
        if lack := lacking(environment):
            raise Misconfigured(lack)
        encoding = environment.get("RUSHES_VIDEOS_API_ENCODING") or "multipart"
        if encoding not in ("json", "multipart"):
            raise Misconfigured(f"RUSHES_VIDEOS_API_ENCODING is {encoding!r}; it must be json or multipart.")
        return cls(
            url=base_url(environment[URL], URL),
            keys=Keys(environment.get("RUSHES_VIDEOS_API_KEY", "")),
            ids=models_by_name(environment["RUSHES_VIDEOS_API_MODELS"], "RUSHES_VIDEOS_API_MODELS"),
            json=encoding == "json",
            modes=frozenset(Mode(word) for word in _words(environment, "MODES", "text,image", sorted(_MODES))),
            extras=frozenset(_words(environment, "EXTRAS", "", EXTRAS)),
            size_step=bound(environment, "RUSHES_VIDEOS_API_SIZE_STEP", 1) or 1,
            spare_frames=bound(environment, "RUSHES_VIDEOS_API_SPARE_FRAMES", 0, least=0) or 0,
            silence_seconds=silence_seconds(environment),
            allowance=allowance("videos_api", environment[URL], "RUSHES_VIDEOS_API", environment),
        )


def lacking(environment: Mapping[str, str]) -> str:
    """What keeps the engine from serving, and what to do; empty when nothing does."""
    if not environment.get(URL):
        return f"Not configured. To use a server of /v1/videos, set {URL} and RUSHES_VIDEOS_API_MODELS."
    if not environment.get("RUSHES_VIDEOS_API_MODELS"):
        return f"{URL} is set, but not RUSHES_VIDEOS_API_MODELS: veo_31_fast=their-name;…."
    return ""


def _words(environment: Mapping[str, str], name: str, default: str, allowed: list[Mode] | tuple[str, ...]) -> list[str]:
    given = environment.get(f"RUSHES_VIDEOS_API_{name}") or default
    words = [word.strip() for word in given.split(",") if word.strip()]
    for word in words:
        if word not in allowed:
            raise Misconfigured(f"RUSHES_VIDEOS_API_{name} has {word!r}; it may have {listed(list(allowed))}.")
    return words
