"""Spelling: how a word sounds that no dictionary has, mostly a name: read letter by letter by a small network.

The network is g2p-en's (Park and Kim, Apache-2): a GRU (Cho et al. 2014) reads the letters, another says the sounds.
"""

from __future__ import annotations

import lzma
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

WEIGHTS = Path(__file__).with_name("spelling.lzma")
_WIDTH = 256
#: In the file's order; biases are columns, so that each number of theirs has its own scale.
MATRICES = {
    "enc_emb": (29, _WIDTH), "enc_w_ih": (3 * _WIDTH, _WIDTH), "enc_w_hh": (3 * _WIDTH, _WIDTH),
    "enc_b_ih": (3 * _WIDTH, 1), "enc_b_hh": (3 * _WIDTH, 1),
    "dec_emb": (74, _WIDTH), "dec_w_ih": (3 * _WIDTH, _WIDTH), "dec_w_hh": (3 * _WIDTH, _WIDTH),
    "dec_b_ih": (3 * _WIDTH, 1), "dec_b_hh": (3 * _WIDTH, 1), "fc_w": (74, _WIDTH), "fc_b": (74, 1),
}  # fmt: skip
#: The network's sounds after its four marks (padding, unknown, begin, end). A vowel is there without stress, with the
#: first and with the second one; UW is also there without saying.
_VOWELS = {
    "AA": "ɑ", "AE": "æ", "AH": "ʌ", "AO": "ɔ", "AW": "W", "AY": "I", "EH": "ɛ", "ER": "ɜɹ", "EY": "A", "IH": "ɪ",
    "IY": "i", "OW": "O", "OY": "Y", "UH": "ʊ", "UW": "u",
}  # fmt: skip
_CONSONANTS = {
    "B": "b", "CH": "ʧ", "D": "d", "DH": "ð", "F": "f", "G": "ɡ", "HH": "h", "JH": "ʤ", "K": "k", "L": "l", "M": "m",
    "N": "n", "NG": "ŋ", "P": "p", "R": "ɹ", "S": "s", "SH": "ʃ", "T": "t", "TH": "θ", "V": "v", "W": "w", "Y": "j",
    "Z": "z", "ZH": "ʒ",
}  # fmt: skip
#: Vowels are weaker without stress.
_WEAK = {"AH": "ə", "ER": "əɹ"}
_BEGIN, _END, _FIRST = 2, 3, 4
_SOUNDS_MAX = 24

_Floats = NDArray[np.float32]


@lru_cache(maxsize=256)
def spelled(word: str) -> str:
    """The sounds of a word of plain letters, in the voices' alphabet; empty when it has no letters."""
    letters = [ord(letter) - ord("a") + 3 for letter in word.lower() if "a" <= letter <= "z"][:32]
    if not letters:
        return ""
    of = _weights()
    state = np.zeros(_WIDTH, np.float32)
    for letter in (*letters, 2):
        state = _step(of, "enc", of["enc_emb"][letter], state)
    said, heard = _BEGIN, ""
    for _ in range(_SOUNDS_MAX):
        state = _step(of, "dec", of["dec_emb"][said], state)
        said = int(np.argmax(of["fc_w"] @ state + of["fc_b"][:, 0]))
        if said == _END:
            break
        heard += _sounds()[said - _FIRST] if said >= _FIRST else ""
    return heard


def _step(of: dict[str, _Floats], part: str, seen: _Floats, state: _Floats) -> _Floats:
    """One step of a gated recurrent unit: reset, update and new, in this order of rows."""
    into = of[f"{part}_w_ih"] @ seen + of[f"{part}_b_ih"][:, 0]
    back = of[f"{part}_w_hh"] @ state + of[f"{part}_b_hh"][:, 0]
    reset, update = np.split(1 / (1 + np.exp(-(into[: 2 * _WIDTH] + back[: 2 * _WIDTH]))), 2)
    new = np.tanh(into[2 * _WIDTH :] + reset * back[2 * _WIDTH :])
    return np.asarray((1 - update) * new + update * state, np.float32)


@lru_cache(maxsize=1)
def _sounds() -> tuple[str, ...]:
    named = {name: (sound,) for name, sound in _CONSONANTS.items()}
    for name, sound in _VOWELS.items():
        plain = _WEAK.get(name, sound)
        named[name] = (*((sound,) if name == "UW" else ()), plain, "ˈ" + sound, "ˌ" + sound)
    return tuple(sound for name in sorted(named) for sound in named[name])


@lru_cache(maxsize=1)
def _weights() -> dict[str, _Floats]:
    packed = lzma.decompress(WEIGHTS.read_bytes())
    of: dict[str, _Floats] = {}
    at = 0
    for name, (rows, columns) in MATRICES.items():
        scale = np.frombuffer(packed, "<f4", rows, at)
        small = np.frombuffer(packed, np.int8, rows * columns, at + 4 * rows).reshape(rows, columns)
        of[name] = (small * scale[:, None]).astype(np.float32)
        at += rows * (4 + columns)
    return of
