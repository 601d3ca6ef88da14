"""Account: whose Vertex AI is used. Read from Google's own variables, so that what works for its SDK works here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec

from rushes.engine import Allowance
from rushes.engines.bounds import bound
from rushes.engines.silence import silence_seconds
from rushes.engines.vertex.products import PRODUCTS
from rushes.errors import Misconfigured
from rushes.key import Secret

_LOCATION = "us-central1"
_STORAGE = "https://storage.googleapis.com"
#: Google's quota for Veo per base model and region, as read 2026-09-02; an account may have another.
_PER_MINUTE = 50
_AT_ONCE = 10
EXTRA = 'The library google-genai is not installed: pip install "rushes[vertex]".'


@dataclass(frozen=True, slots=True)
class Account:
    project: str | None  #: with the location and Application Default Credentials; None in express mode
    location: str
    api_key: Secret | None  #: express mode
    base_url: str | None  #: another server than Google's, as its SDK takes it
    storage_url: str  #: where gs:// objects are read
    storage_uri: str | None  #: gs://bucket/folder for films; without it they come in the answers
    allowance: Allowance
    silence_seconds: float  #: how long Google may say nothing before it is given up
    children: bool  #: the project is on Google's list of those that may show children (personGeneration allow_all)
    ids: Mapping[str, str] = field(default_factory=dict)  #: Google's model id by ours

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> Account:
        """Raises Misconfigured when it is not there or cannot be meant."""
        if lack := lacking(environment):
            raise Misconfigured(lack)
        project = environment.get("GOOGLE_CLOUD_PROJECT") or None
        storage_uri = environment.get("RUSHES_VERTEX_STORAGE_URI") or None
        if storage_uri is not None and not storage_uri.startswith("gs://"):
            raise Misconfigured(f"RUSHES_VERTEX_STORAGE_URI is {storage_uri!r}; it must begin with gs://.")
        location = environment.get("GOOGLE_CLOUD_LOCATION") or _LOCATION
        emulator = environment.get("STORAGE_EMULATOR_HOST") or _STORAGE
        return cls(
            project=project,
            location=location,
            api_key=None if project else Secret(environment["GOOGLE_API_KEY"]),
            base_url=environment.get("GOOGLE_VERTEX_BASE_URL") or None,
            storage_url=emulator if "://" in emulator else f"http://{emulator}",
            storage_uri=storage_uri,
            allowance=_allowance(project, location, environment),
            silence_seconds=silence_seconds(environment),
            children=environment.get("RUSHES_VERTEX_CHILDREN", "").lower() in ("yes", "true", "1"),
            ids=_ids(environment.get("RUSHES_VERTEX_MODELS", "")),
        )


def lacking(environment: Mapping[str, str]) -> str:
    """What keeps the engine from serving, and what to do; empty when nothing does. Loads no library."""
    if not environment.get("GOOGLE_CLOUD_PROJECT"):
        express = environment.get("GOOGLE_GENAI_USE_VERTEXAI", "").lower() in ("true", "1")
        if not (express and environment.get("GOOGLE_API_KEY")):
            return _no_account(environment)
    if find_spec("google") is None or find_spec("google.genai") is None:
        return EXTRA
    return ""


def _no_account(environment: Mapping[str, str]) -> str:
    wanted = "set GOOGLE_CLOUD_PROJECT, and sign in with `gcloud auth application-default login`."
    if environment.get("GEMINI_API_KEY") or environment.get("GOOGLE_API_KEY"):
        return f"Google closed Veo on the Gemini API on 2026-10-22, so an API key of it makes no films; for Vertex AI, {wanted}"
    return f"Not configured. To use Veo on Vertex AI, {wanted}"


def _allowance(project: str | None, location: str, environment: Mapping[str, str]) -> Allowance:
    return Allowance(
        f"vertex:{project}/{location}" if project else "vertex:express",
        at_once=bound(environment, "RUSHES_VERTEX_AT_ONCE", _AT_ONCE),
        per_minute=bound(environment, "RUSHES_VERTEX_PER_MINUTE", _PER_MINUTE),
    )


def _ids(word: str) -> Mapping[str, str]:
    """Google's ids by ours: the owner's over the usual ones."""
    given: dict[str, str] = {}
    for item in filter(None, (part.strip() for part in word.split(";"))):
        model, _, upstream = (part.strip() for part in item.partition("="))
        if model not in PRODUCTS or not upstream:
            raise Misconfigured(
                f"RUSHES_VERTEX_MODELS has {item!r}; it must be like veo_31_fast=veo-3.1-fast-generate-001;…"
            )
        given[model] = upstream
    return {model: given.get(model, theirs) for model, theirs in PRODUCTS.items()}
