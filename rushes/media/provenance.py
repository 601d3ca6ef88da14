"""The record of origin in a clip: a signed C2PA manifest that says what made it, and of what kind it is.

Signing is the last thing that happens to a clip: any remux drops the manifest, and the clip's digest is that of the
signed bytes. Marks that are there already, an upstream vendor's, are kept: ours is signed on top, with theirs as parent.
Nothing here needs a network; without a time-stamp authority a signature is as old as its leaf certificate says.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from rushes.errors import Misconfigured
from rushes.media.certificates import open_credentials
from rushes.media.kinds import mime_of_file

if TYPE_CHECKING:
    import c2pa

#: The code list of IPTC: https://cv.iptc.org/newscodes/digitalsourcetype, read 2026-11-22.
_SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
#: Engines that draw by rules and know no trained model. Any other is taken for a trained one: the wary way round.
_DRAWING_ENGINES = frozenset({"animatic"})
_GENERATION = "dev.rushes.generation"
#: What of the facts goes into the manifest, for anyone to read.
_TOLD = ("model", "engine", "engine_version", "seed", "frames", "task", "inputs")

_Json = dict[str, Any]  #: a C2PA manifest as JSON: another's document, read with care


class Signer:
    """Signs clips with this server's own certificate. Safe to use from many threads."""

    def __init__(self, folder: Path, clock: Callable[[], datetime], required: bool) -> None:
        self._folder = folder
        self._clock = clock
        self._required = required
        self._credentials = open_credentials(folder, clock())

    @classmethod
    def open(
        cls, folder: Path, clock: Callable[[], datetime] = lambda: datetime.now(UTC), *, required: bool = False
    ) -> Self:
        """Use the certificates in `folder`; make them when there are none. With `required`, a clip that cannot be
        signed is an error; else it is delivered unsigned, and said to be. Raises Misconfigured."""
        try:
            return cls(folder, clock, required)
        except (OSError, ValueError) as fault:
            raise Misconfigured(f"The signing certificates in {folder} cannot be used: {fault}") from fault

    @property
    def root_pem(self) -> str:
        """The certificate to publish, so that viewers know the signer."""
        return self._credentials.root_pem

    def sign(self, source: Path, target: Path, facts: Mapping[str, object]) -> dict[str, object]:
        """Write `source` with its record to `target`; return what to tell the caller and keep with the task.

        facts: `model`, `engine`, `pictures` (does it show what the caller sent?); and, when known, `engine_version`,
        `seed`, `frames`, `task`, `inputs` (digests), `prompt`, and `footage` (the path of the film that was continued).
        The prompt itself is not written: only a salted hash, with which its owner can prove it, and which nobody else
        can guess at with a dictionary. The salt is in what is returned.

        Raises Misconfigured when signing is required and fails.
        """
        import c2pa  # A native library of 20 MB, loaded where clips are signed and nowhere else.

        told: dict[str, object] = {"signed": True, "standard": "C2PA", "digital_source_type": _source_type(facts)}
        record = {name: facts[name] for name in _TOLD if name in facts}
        if isinstance(prompt := facts.get("prompt"), str):
            salt = secrets.token_hex(16)
            record["prompt_sha256"] = prompt_sha256(salt, prompt)
            told |= {"prompt_salt": salt, "prompt_sha256": record["prompt_sha256"]}
        try:
            self._write(source, target, record, facts)
        except (c2pa.C2paError, OSError, ValueError) as fault:
            target.unlink(missing_ok=True)
            if self._required:
                raise Misconfigured(f"The clip cannot be signed: {fault}") from fault
            shutil.copyfile(source, target)
            return {"signed": False, "reason": "signing failed on this server"}
        return told

    def _write(self, source: Path, target: Path, record: Mapping[str, object], facts: Mapping[str, object]) -> None:
        import c2pa  # See `sign`.

        # Renewed here, not only at start: a server may run longer than a leaf lasts. Cheap while there is time left.
        if (now := self._clock()) >= self._credentials.renew_at:
            self._credentials = open_credentials(self._folder, now)
        credentials = self._credentials
        agent = {"name": f"Rushes {facts.get('engine', 'engine')}", "version": str(facts.get("engine_version", "1"))}
        made = {
            "action": "c2pa.created",
            "digitalSourceType": _SOURCE_TYPES + _source_type(facts),
            "softwareAgent": agent,
        }
        marked = read(source)["state"] != "none"
        assertions: list[dict[str, object]] = [{"label": _GENERATION, "data": dict(record)}]
        if not marked:
            assertions.insert(0, {"label": "c2pa.actions.v2", "data": {"actions": [made]}})
        manifest = {
            "claim_generator_info": [{"name": "Rushes", "version": "1"}],
            "title": "clip.mp4",
            "format": "video/mp4",
            "assertions": assertions,
        }
        info = c2pa.C2paSignerInfo("es256", credentials.chain_pem.encode(), credentials.key_pem.encode(), None)
        with c2pa.Signer.from_info(info) as signer, c2pa.Builder(json.dumps(manifest)) as builder:
            if marked:
                # Adds what is there as the parent, with the action "opened"; "created" is the vendor's to say.
                builder.set_intent(c2pa.C2paBuilderIntent.EDIT)
            _add_footage(builder, facts.get("footage"))
            with source.open("rb") as film, target.open("w+b") as signed:
                builder.sign(signer, "video/mp4", film, signed)


def read(path: Path, root_pem: str | None = None) -> dict[str, object]:
    """What the record in a clip says, and whether to believe it.

    `state` is none (no record), tampered (the clip or its record was changed), unknown_signer (intact, signed by
    somebody) or known_signer (intact, and signed under `root_pem`). Beside it, where there is a record: `signer`,
    `signed_at`, `digital_source_type`, `generation` (what `Signer.sign` wrote) and `earlier`, how many records of
    earlier clips are inside. Raises OSError.
    """
    import c2pa  # See `Signer.sign`.

    context = None
    if root_pem is not None:
        context = c2pa.Context(c2pa.Settings.from_dict({"trust": {"trust_anchors": root_pem}}))
    try:
        with path.open("rb") as film, c2pa.Reader("video/mp4", film, context=context) as reader:
            store = json.loads(reader.json())
            state = str(reader.get_validation_state())
    except c2pa.C2paError as fault:
        if str(fault).startswith("ManifestNotFound"):
            return {"state": "none"}
        return {"state": "tampered", "reason": "the record cannot be read"}
    active = store["manifests"][store["active_manifest"]]
    others = [manifest for name, manifest in store["manifests"].items() if name != store["active_manifest"]]
    kinds = [kind for manifest in (active, *others) for kind in _kinds(manifest)]
    signature = active.get("signature_info", {})
    return {
        "state": {"Valid": "unknown_signer", "Trusted": "known_signer"}.get(state, "tampered"),
        "signer": signature.get("common_name") or signature.get("issuer"),
        "signed_at": signature.get("time"),
        "digital_source_type": kinds[0] if kinds else None,
        "generation": next(_assertions(active, _GENERATION), None),
        "earlier": len(store["manifests"]) - 1,
    }


def _assertions(manifest: _Json, label: str) -> Iterator[_Json]:
    return (said["data"] for said in manifest.get("assertions", []) if said["label"].startswith(label))


def _kinds(manifest: _Json) -> Iterator[str]:
    """The digital source types of a manifest's actions, without the code list's address."""
    for data in _assertions(manifest, "c2pa.actions"):
        for action in data.get("actions", []):
            if "digitalSourceType" in action:
                yield action["digitalSourceType"].rsplit("/", 1)[-1]


def prompt_sha256(salt: str, prompt: str) -> str:
    """The commitment to a prompt: SHA-256 of the salt (as written, ASCII) followed by the prompt in UTF-8."""
    return hashlib.sha256(salt.encode("ascii") + prompt.encode("utf-8", "replace")).hexdigest()


def _source_type(facts: Mapping[str, object]) -> str:
    if facts.get("engine") in _DRAWING_ENGINES:
        return "compositeSynthetic" if facts.get("pictures") else "digitalCreation"
    return "compositeWithTrainedAlgorithmicMedia" if facts.get("pictures") else "trainedAlgorithmicMedia"


def _add_footage(builder: c2pa.Builder, footage: object) -> None:
    """Carry the record of the film that was continued inside that of the new one."""
    if not isinstance(footage, str | Path):
        return
    mime = mime_of_file(Path(footage))
    if mime not in ("video/mp4", "video/quicktime"):
        return  # WebM has no place for a record; its digest is among the inputs.
    with Path(footage).open("rb") as film:
        builder.add_ingredient({"title": "continued clip", "relationship": "inputTo"}, mime, film)
