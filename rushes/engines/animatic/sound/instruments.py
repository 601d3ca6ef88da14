"""Instruments by name: (pitch, seconds that the note is held) to samples; notes ring on after that."""

from __future__ import annotations

from collections.abc import Callable

from . import bands, notes
from .span import Mono

Instrument = Callable[[int, float], Mono]

INSTRUMENTS: dict[str, Instrument] = {
    "piano": notes.piano,
    "celesta": notes.celesta,
    "pizzicato": notes.pizzicato,
    "strings": notes.strings,
    "staccato": notes.staccato,
    "pad": notes.pad,
    "drum": notes.drum,
    "guitar": bands.guitar,
    "rhodes": bands.rhodes,
    "upright": bands.upright,
    "synth": bands.synth,
    "saws": bands.saws,
    "lead": bands.lead,
    "overdrive": bands.overdrive,
    "saxophone": bands.saxophone,
    "harmonica": bands.harmonica,
    "brass": bands.brass,
    "organ": bands.organ,
    "choir": bands.choir,
    "kick": bands.kick,
    "snare": bands.snare,
    "hat": bands.hat,
    "ride": bands.ride,
    "tom": bands.tom,
}
