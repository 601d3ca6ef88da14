"""Account: which server, with which key, and how it likes to be spoken to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rushes.engine import Allowance
from rushes.engines.bounds import allowance
from rushes.engines.calls import Keys, base_url, models_by_name
from rushes.engines.silence import silence_seconds
from rushes.errors import Misconfigured

URL = "RUSHES_UPSTREAM_URL"
KEY = "RUSHES_UPSTREAM_KEY"


@dataclass(frozen=True, slots=True)
class Account:
    url: str  #: its origin, and a path before /model/v1 where there is one
    keys: Keys
    ids: Mapping[str, str]  #: their model ids by ours, where they differ
    rushes: bool  #: it is another Rushes: it knows seed, generateAudio, Idempotency-Key and cancel
    silence_seconds: float
    allowance: Allowance

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> Account:
        """Raises Misconfigured when it is not there or cannot be meant."""
        if lack := lacking(environment):
            raise Misconfigured(lack)
        kind = environment.get("RUSHES_UPSTREAM_KIND") or "rushes"
        if kind not in ("rushes", "reference"):
            raise Misconfigured(f"RUSHES_UPSTREAM_KIND is {kind!r}; it must be rushes or reference.")
        return cls(
            url=base_url(environment[URL], URL),
            keys=Keys(environment[KEY]),
            ids=models_by_name(environment.get("RUSHES_UPSTREAM_MODELS", ""), "RUSHES_UPSTREAM_MODELS"),
            rushes=kind == "rushes",
            silence_seconds=silence_seconds(environment),
            allowance=allowance("upstream", environment[URL], "RUSHES_UPSTREAM", environment),
        )


def lacking(environment: Mapping[str, str]) -> str:
    """What keeps the engine from serving, and what to do; empty when nothing does."""
    if not environment.get(URL):
        return f"Not configured. To hand shots on to another server, set {URL} and {KEY}."
    if not environment.get(KEY):
        return f"{URL} is set, but not {KEY}: a key of that server."
    return ""
