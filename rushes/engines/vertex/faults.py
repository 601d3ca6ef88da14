"""Google's refusals and faults as ours, by their codes; the words of a message decide nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from rushes.engine import Declined
from rushes.errors import EngineError, EngineFailed, QuotaExceeded, ShotRefused

#: What the eight-digit support codes stand for ("Responsible AI and usage guidelines" of Vertex AI, read 2026-09-02).
_TOPICS: Mapping[str, tuple[str, ...]] = {
    "children": ("58061214", "17301594"),
    "a well-known person": ("29310472", "15236754"),
    "the safety of the video as a whole": ("64151117", "42237218"),
    "dangerous content": ("62263041",),
    "hate": ("57734940", "22137204"),
    "prohibited content": ("89371032", "49114662", "63429089", "72817394", "60599140"),
    "content of third parties": ("35561574", "35561575"),
    "sexual content": ("90789179", "43188360"),
    "toxic language": ("78610348",),
    "violence": ("61493863", "56562880"),
    "vulgar language": ("32635315",),
    "another reason that Google does not name": ("74803281", "29578790", "42876398"),
}
_TOPIC_BY_CODE = {code: topic for topic, codes in _TOPICS.items() for code in codes}
_SUPPORT_CODE = re.compile(r"(?<!\d)\d{8}(?!\d)")
_LENGTH_MAX = 500

#: google.rpc.Code (code.proto) of an operation that failed; what its caller is told.
_OPERATION_FAULTS: Mapping[int, str] = {
    1: "Google canceled it",
    3: "Google does not take the request",
    4: "Google did not finish it in time",
    5: "Google has lost something that it needs",
    7: "Google does not let this server's account do that",
    8: "Google's quota was used up meanwhile",
    9: "Google's account of this server is not ready for that",
    14: "Google's service went away",
    16: "Google did not accept this server's credentials",
}


SIGN_IN = (
    "run `gcloud auth application-default login`, or set GOOGLE_APPLICATION_CREDENTIALS to a service account's file."
)


def at_the_door(status: int, message: str | None, details: object) -> str:
    """Why Google does not let this server's account in, and what its owner can do."""
    match status:
        case 400 if "API_KEY_INVALID" in repr(details):
            return "Google does not know GOOGLE_API_KEY; make one for Vertex AI's express mode."
        case 401:
            return f"Google does not accept the credentials; {SIGN_IN}"
        case 403:
            return (
                "this account may not use Vertex AI there; enable aiplatform.googleapis.com in the project and give the"
                f" account the role roles/aiplatform.user. Google says: {_short(message or '')}"
            )
        case 429:
            return "Google's quota is used up; ask for more, or lower RUSHES_VERTEX_PER_MINUTE."
    return f"Google answers {status}: {_short(message or '')}"


def filtered(reasons: Iterable[str]) -> Declined:
    """A film, or a prompt, that Google's safety filter stopped."""
    text = " ".join(reasons)
    codes = _SUPPORT_CODE.findall(text)
    topics = list(dict.fromkeys(_TOPIC_BY_CODE[code] for code in codes if code in _TOPIC_BY_CODE))
    why = f" It is about {' and '.join(topics)}." if topics else f" It says: {_short(text)}" if text else ""
    numbers = f" Support code{'s' * (len(codes) > 1)}: {', '.join(codes)}." if codes else ""
    return Declined(f"Google's safety filter stopped this shot.{why}{numbers} Nothing was charged.", filtered=True)


def operation_fault(error: Mapping[str, object]) -> Declined:
    """An operation that ended with an error: that is definite, also when it was for want of quota."""
    message, code = str(error.get("message", "")), error.get("code")
    if _SUPPORT_CODE.search(message):
        return filtered([message])
    what = _OPERATION_FAULTS.get(code if isinstance(code, int) else 0, "Google could not make this film")
    return Declined(f"{what}: {_short(message)} Nothing was charged.", filtered=False)


def submit_fault(status: int, word: str | None, message: str | None, details: object) -> EngineError | None:
    """What a refused submit means, by its HTTP status; None when nobody can say whether it was accepted."""
    told = _short(message or "")
    owner = "the owner of this server must act. Nothing was charged."
    match status:
        case 400 if "API_KEY_INVALID" in repr(details):
            return EngineFailed(f"Google does not know this server's API key; {owner}")
        case 400 if _SUPPORT_CODE.search(message or ""):
            return ShotRefused(filtered([message or ""]).reason)
        case 400 if word != "FAILED_PRECONDITION":
            return ShotRefused(f"Google does not take this shot: {told} Nothing was charged.")
        case 400 | 402:
            return EngineFailed(f"Google's account of this server is not ready for that: {told} So {owner}")
        case 401 | 403:
            return EngineFailed(f"Google does not let this server's account do that ({status}); {owner}")
        case 404:
            return EngineFailed(
                f"Google has no such model (any more): {told} RUSHES_VERTEX_MODELS names others; {owner}"
            )
        case 429:
            return QuotaExceeded(
                f"Google's quota is used up: {told} Nothing was charged; try again later.",
                retry_after_seconds=retry_after_seconds(details),
            )
        case 503 if word == "UNAVAILABLE":
            # The one code after which a call that is not idempotent may be sent again (Google's AIP-194).
            return EngineFailed("Google's service is not available just now. Nothing was charged; try again.")
        case _ if 400 <= status < 500 and status != 408:
            return EngineFailed(f"Google does not take the request ({status}): {told} Nothing was charged.")
    return None


def retry_after_seconds(details: object) -> float | None:
    """How long a 429 wants us to wait: google.rpc.RetryInfo in the error's details."""
    error = details.get("error", details) if isinstance(details, Mapping) else {}
    infos = error.get("details", []) if isinstance(error, Mapping) else []
    for info in infos if isinstance(infos, list) else []:
        delay = info.get("retryDelay") if isinstance(info, Mapping) else None
        if isinstance(delay, str) and re.fullmatch(r"\d+(\.\d+)?s", delay):
            return float(delay[:-1])
    return None


def _short(text: str) -> str:
    text = " ".join(text.split())[:_LENGTH_MAX]
    return text if text.endswith((".", "!", "?")) else f"{text}."
