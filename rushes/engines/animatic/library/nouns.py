"""Nouns: which drawing a noun gets that the director's own tables do not have."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from rushes.engines.animatic.library.pieces import pieces

TABLE = Path(__file__).with_name("nouns.tsv")
#: Words of the longest noun that is looked up.
WORDS_MAX = 4


@functools.cache
def table() -> Mapping[str, str]:
    """Noun, as tokens spell it -> rig, or the rig id of a piece."""
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines())
    return MappingProxyType({noun: rig for noun, rig, _ in rows})


@functools.cache
def taken() -> Mapping[str, str]:
    """The nouns that a piece draws more truly than the rig that has them -> the piece's rig id."""
    return MappingProxyType({noun: piece.rig for piece in pieces().values() for noun in piece.takes})


@functools.cache
def compounds() -> frozenset[str]:
    """The first words of nouns of several words."""
    return frozenset(noun.partition(" ")[0] for noun in table() if " " in noun)
