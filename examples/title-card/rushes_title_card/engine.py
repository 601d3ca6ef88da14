"""The engine: a shot in, an MP4 out, of exactly the size, rate and length that was asked for."""

from __future__ import annotations

import textwrap
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from rushes.engine import Health
from rushes.errors import Stopped
from rushes.shot import FRAMES_PER_SECOND, Mode, Shot
from rushes.take import Take

_GROUNDS = {
    "night": ((16, 16, 22), (243, 241, 235)),
    "paper": ((240, 234, 220), (30, 28, 26)),
    "sea": ((14, 62, 84), (236, 246, 240)),
}
_SAMPLES_PER_SECOND = 48_000
_SAMPLES_PER_FRAME = _SAMPLES_PER_SECOND // FRAMES_PER_SECOND


class TitleCardEngine:
    name = "title_card"
    version = "1"
    serves = ("title_card",)

    def render(self, shot: Shot, take: Take) -> Path:
        out = take.folder / "title.mp4"
        words = shot.prompt.split() or [" "]
        frames = shot.seconds * FRAMES_PER_SECOND
        pace = int(str(shot.own["wordsPerSecond"]))
        with av.open(str(out), "w", options={"movflags": "+faststart"}) as film:
            picture = film.add_stream("libx264", rate=Fraction(FRAMES_PER_SECOND))
            picture.width, picture.height = shot.size
            picture.pix_fmt = "yuv420p"
            sound = film.add_stream("aac", rate=_SAMPLES_PER_SECOND, layout="stereo") if shot.sound else None
            shown, card = 0, _card(shot, words[:0])
            for number in range(frames):
                if take.stopped:
                    raise Stopped
                wanted = min(len(words), number * pace // FRAMES_PER_SECOND + 1)
                still = None
                if wanted != shown:
                    shown, card = wanted, _card(shot, words[:wanted])
                    still = take.folder / "still.jpg"
                    card.resize((card.width // 4, card.height // 4)).save(still)
                take.report(number / frames, "lettering", still)
                film.mux(picture.encode(av.VideoFrame.from_ndarray(np.asarray(card), format="rgb24")))
                if sound is not None:
                    film.mux(sound.encode(_tap(number, pace, len(words))))
            film.mux(picture.encode())
            if sound is not None:
                film.mux(sound.encode())
        return out

    def doctor(self) -> Health:
        return Health(
            bool(np.ptp(np.asarray(_card(Shot("title_card", Mode.TEXT, "Ready"), ["Ready"])))), "letters a card"
        )


def _card(shot: Shot, words: list[str]) -> Image.Image:
    """Words in the middle of their ground, in lines that fit."""
    ground, ink = _GROUNDS[str(shot.own.get("ground", "night"))]
    card = Image.new("RGB", shot.size, ground)
    size = min(shot.size) // 9
    lines = textwrap.fill(" ".join(words), max(8, int(shot.size[0] / size * 1.6)))
    ImageDraw.Draw(card).multiline_text(
        (shot.size[0] / 2, shot.size[1] / 2), lines, ink, ImageFont.load_default(size), "mm", align="center"
    )
    return card


def _tap(number: int, pace: int, words: int) -> av.AudioFrame:
    """One frame's sound: a soft tap as a word comes, else silence."""
    at = np.arange(_SAMPLES_PER_FRAME) / _SAMPLES_PER_SECOND
    is_due = number * pace % FRAMES_PER_SECOND < pace and number * pace // FRAMES_PER_SECOND < words
    wave = 0.2 * np.sin(2 * np.pi * 330 * at) * np.exp(-at * 120) if is_due else np.zeros_like(at)
    frame = av.AudioFrame.from_ndarray(np.stack([wave, wave]).astype(np.float32), format="fltp", layout="stereo")
    frame.sample_rate, frame.pts = _SAMPLES_PER_SECOND, number * _SAMPLES_PER_FRAME
    return frame
