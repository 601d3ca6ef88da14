"""Clip: a verified film file, as measured by `media.probe` (never as claimed)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Clip:
    digest: str  #: SHA-256 of the file, hex; also its name in storage
    size_bytes: int
    size: tuple[int, int]  #: (width, height) in pixels
    rate: Fraction  #: frames per second, exact
    frames: int
    sound: bool  #: has an audio stream
    mime: str = "video/mp4"

    @property
    def seconds(self) -> Fraction:
        """Length of the picture, exactly."""
        return Fraction(self.frames) / self.rate


@dataclass(frozen=True, slots=True)
class Poster:
    """A still of a clip."""

    digest: str
    size: tuple[int, int]
    mime: str = "image/jpeg"
