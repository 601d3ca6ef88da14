"""Origin: what the record inside a clip says, in words for people; read from the file itself each time somebody asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rushes.media import provenance

#: The code list's words in ours: https://cv.iptc.org/newscodes/digitalsourcetype, read 2026-11-22.
_KINDS: Mapping[str, str] = {
    "digitalCreation": "drawn by rules, with no trained model",
    "trainedAlgorithmicMedia": "made by a trained model",
    "compositeSynthetic": "drawn by rules, around pictures that were given",
    "compositeWithTrainedAlgorithmicMedia": "made by a trained model, around pictures that were given",
}
_STATES: Mapping[str, tuple[str, str]] = {
    "known_signer": ("Signed and verified", "Signed by this server; not a byte has changed since."),
    "unknown_signer": ("Signed by somebody else", "The record is whole, but its signer is not this server."),
    "tampered": ("Changed after it was signed", "The record does not fit the file any more."),
    "none": ("Not signed", "This clip carries no record of its origin."),
}


@dataclass(frozen=True, slots=True)
class Origin:
    state: str  #: as `provenance.read` tells it
    title: str
    words: str
    facts: tuple[tuple[str, str], ...] = ()  #: (name, value), in the order of interest


def origin_of(path: Path, root_pem: str | None = None) -> Origin:
    """What the record in this file says; its signer is known when it signed under `root_pem`. Raises OSError."""
    found = provenance.read(path, root_pem)
    state = str(found["state"])
    title, words = _STATES[state]
    return Origin(state, title, words, tuple((name, text) for name, text in _facts(found) if text))


def _facts(found: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    made = found.get("generation")
    said = made if isinstance(made, Mapping) else {}
    kind = str(found.get("digital_source_type") or "")
    yield "Made with", " ".join(str(said[name]) for name in ("model", "engine", "engine_version") if name in said)
    yield "Kind", _KINDS.get(kind, kind)
    yield "Seed", str(said.get("seed", ""))
    yield "Signer", str(found.get("signer") or "")
    yield "Signed at", str(found.get("signed_at") or "")
    yield "Earlier clips inside", str(found.get("earlier") or "")
