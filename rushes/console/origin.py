"""Origin: what the record inside a clip says, read from the file itself each time somebody asks."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rushes.console.house import Visit
from rushes.media import provenance
from rushes.task import Task

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
    state: str  #: as `media.provenance.read` tells it
    title: str
    words: str
    facts: tuple[tuple[str, str], ...] = ()


def read(visit: Visit, task: Task) -> Origin:
    """The record of a task's clip. Raises NotFound when the clip is no longer kept."""
    assert task.clip is not None, "asked only for tasks that have a clip"
    with tempfile.TemporaryDirectory(dir=visit.house.desk.work_folder, prefix="origin-") as folder:
        path = Path(folder) / "clip.mp4"
        visit.house.desk.storage.get_to(task.clip.digest, path)
        found = provenance.read(path, visit.house.root_pem)
    state = str(found["state"])
    title, words = _STATES[state]
    return Origin(state, title, words, tuple(_facts(found)))


def _facts(found: Mapping[str, object]) -> list[tuple[str, str]]:
    """What the record says, in the order of interest."""
    made = found.get("generation")
    said = made if isinstance(made, Mapping) else {}
    kind = str(found.get("digital_source_type") or "")
    earlier = found.get("earlier")
    told = [
        ("Made with", " ".join(str(said[name]) for name in ("model", "engine", "engine_version") if name in said)),
        ("Kind", _KINDS.get(kind, kind)),
        ("Seed", str(said.get("seed", ""))),
        ("Signer", str(found.get("signer") or "")),
        ("Signed at", str(found.get("signed_at") or "")),
        ("Earlier clips inside", str(earlier) if earlier else ""),
    ]
    return [(name, words) for name, words in told if words]
