"""WordNet's nouns as the table's builder reads them: senses, how often each is meant, and what each is a kind of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

#: Lexicographer files, by their numbers (lexnames(5)).
ANIMAL, ARTIFACT, FOOD, PERSON, PLANT = 5, 6, 13, 18, 20
#: What a gloss says of words that no picture may illustrate.
_SHUNNED = re.compile(
    r"slur|offensive|disparag|derogat|obscene|vulgar|contempt|insult|ethnic|racial|sexual|prostitut|genital|pejorat|slang"
    r"|drug addict|weapon of mass|execution|torture|suicide",
    re.I,
)


@dataclass(slots=True)
class Synset:
    words: tuple[str, ...]  #: as spelled: capitals for names
    file: int
    above: tuple[int, ...]  #: what it is a kind of; of instances, nothing
    is_instance: bool
    shunned: bool
    below: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sense:
    synset: int
    uses: int  #: in the tagged texts


class WordNet:
    """The nouns of a `dict` folder of WordNet 3."""

    def __init__(self, folder: Path) -> None:
        self.synsets = dict(_synsets(folder / "data.noun"))
        for number, synset in self.synsets.items():
            for above in synset.above:
                self.synsets[above].below.append(number)
        uses = _uses(folder / "index.sense")
        self.senses: dict[str, list[Sense]] = {}
        for line in _lines(folder / "index.noun"):
            lemma, *rest = line.split()
            offsets = [int(offset) for offset in rest[-int(rest[1]) :]]
            self.senses[lemma.replace("_", " ")] = [
                Sense(offset, uses.get((lemma, "1", offset), 0)) for offset in offsets
            ]
        #: How often a word is used as something else than a noun.
        self.otherwise: dict[str, int] = {}
        for (lemma, part, _), count in uses.items():
            if part != "1":
                word = lemma.replace("_", " ")
                self.otherwise[word] = self.otherwise.get(word, 0) + count


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as text:
        # The licence stands before the data, on lines that begin with two spaces.
        yield from (line for line in text if not line.startswith("  "))


def _synsets(path: Path) -> Iterator[tuple[int, Synset]]:
    for line in _lines(path):
        data, _, gloss = line.partition("|")
        fields = data.split()
        count = int(fields[3], 16)
        words = tuple(fields[4 + 2 * n].replace("_", " ") for n in range(count))
        start = 5 + 2 * count
        pointers = [fields[start + 4 * n : start + 4 * n + 4] for n in range(int(fields[start - 1]))]
        above = tuple(int(pointer[1]) for pointer in pointers if pointer[0] == "@")
        instance = any(pointer[0] == "@i" for pointer in pointers)
        yield int(fields[0]), Synset(words, int(fields[1]), above, instance, bool(_SHUNNED.search(gloss)))


def _uses(path: Path) -> dict[tuple[str, str, int], int]:
    """(lemma, part of speech: 1 noun, 2 verb, 3 and 5 adjective, synset) -> uses."""
    found: dict[tuple[str, str, int], int] = {}
    for line in _lines(path):
        key, offset, _, count = line.split()
        lemma, _, rest = key.partition("%")
        found[lemma, rest[0], int(offset)] = int(count)
    return found
