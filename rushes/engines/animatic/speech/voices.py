"""Voices: the styles in which the model speaks."""

from __future__ import annotations

import lzma
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

STYLES = Path(__file__).with_name("voices.lzma")
#: A style depends on how long the line is; every so many tokens there is one.
EVERY = 4
_WIDTH = 256

#: Kokoro's names: accent, sex, name. Those with the best marks in its own list (VOICES.md), and a few of another colour.
VOICES = (
    "af_heart", "af_bella", "af_sarah", "af_aoede", "bf_emma", "bf_isabella",
    "am_michael", "am_fenrir", "am_puck", "am_onyx", "bm_george", "bm_fable",
)  # fmt: skip


@lru_cache(maxsize=1)
def _styles() -> NDArray[np.float16]:
    return np.frombuffer(lzma.decompress(STYLES.read_bytes()), "<f2").reshape(len(VOICES), -1, _WIDTH)


def style(voice: str, tokens: int) -> NDArray[np.float32]:
    """The style of a voice for a line of so many tokens: shape (1, 256)."""
    rows = _styles()[VOICES.index(voice)]
    place = min(max(0, tokens - 1) / EVERY, len(rows) - 1.0)
    low = min(int(place), len(rows) - 2)
    share = np.float32(place - low)
    return np.asarray(rows[low] * (1 - share) + rows[low + 1] * share, np.float32)[None]
