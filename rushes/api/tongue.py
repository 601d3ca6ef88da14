"""Tongue: the wire that a path belongs to. Errors are told in the tongue of the asker, also where nothing is found."""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping


class Tongue(enum.Enum):
    NATIVE = "native"  #: the reference wire, and all that is our own
    GEMINI = "gemini"
    VERTEX = "vertex"
    OPENAI = "openai"
    QUEUE = "queue"


#: The first part is the version, whatever it says: a wrong one is told as its caller understands.
_VERTEX = re.compile(r"/[^/]+/(projects/.*/)?publishers/")
_GEMINI = re.compile(
    r"/upload/|/v1(beta1?|alpha)/|/[^/]+/(files(/|$)|models/.*(:predictLongRunning|/operations/)|models(/|$))"
)
_MODELS = re.compile(r"/v1/models(/[^/:]*)?")
#: Our own, under prefixes that look like others'.
_OWN = re.compile(r"/(console|api|docs|model|static)/|/v1/usage$")


def of(path: str) -> Tongue:
    """The tongue of a path, whether or not there is anything."""
    if path.startswith("/model/v1/queue/"):
        return Tongue.QUEUE
    if _OWN.match(path):
        return Tongue.NATIVE
    if _MODELS.fullmatch(path):
        return Tongue.OPENAI
    if _VERTEX.match(path):
        return Tongue.VERTEX
    if _GEMINI.match(path):
        return Tongue.GEMINI
    return Tongue.OPENAI if path.startswith("/v1/") else Tongue.NATIVE


class Dress(enum.Enum):
    """How a key may come, beside `Authorization: Bearer` (or `Key`)."""

    BEARER = "bearer"
    GOOGLE = "google"  #: also as the header x-goog-api-key
    GOOGLE_DOWNLOAD = "google download"  #: also as ?key=, which some clients append to the addresses of files


def worn(dress: Dress, headers: Mapping[str, str], query: Mapping[str, str]) -> bytes | None:
    """The key as it came, in the form of an Authorization header; None when there is none."""
    if dress is not Dress.BEARER and headers.get("x-goog-api-key"):
        return b"Bearer " + headers["x-goog-api-key"].strip().encode("latin-1", "replace")
    header = headers.get("authorization")
    if header is None and dress is Dress.GOOGLE_DOWNLOAD and query.get("key"):
        return b"Bearer " + query["key"].encode("utf-8", "surrogatepass")
    return None if header is None else header.encode("latin-1", "replace")
