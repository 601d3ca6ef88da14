"""Shot: what a caller asks for. Immutable, complete (defaults filled in), free of bytes: pictures and
footage are named by the digest under which `storage` keeps them."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field


class Mode(enum.StrEnum):
    """How a shot begins; decided by which pictures or footage came along."""

    TEXT = "text"  #: prompt only
    IMAGE = "image"  #: begins at `first_frame`
    FRAMES = "frames"  #: goes from `first_frame` to `last_frame`
    REFERENCES = "references"  #: shows what is in `references`
    EXTEND = "extend"  #: goes on where `footage` ends


@dataclass(frozen=True, slots=True)
class Picture:
    """A still that came with the request, decoded once within limits and stored as PNG or JPEG."""

    digest: str  #: SHA-256 of the stored bytes, hex
    mime: str  #: image/png or image/jpeg
    size: tuple[int, int]  #: (width, height) in pixels, after EXIF rotation


@dataclass(frozen=True, slots=True)
class Reference:
    """A picture of a thing to show (`asset`) or of a look to take over (`style`)."""

    picture: Picture
    kind: str = "asset"


@dataclass(frozen=True, slots=True)
class Footage:
    """A clip that came with the request, to be continued."""

    digest: str
    mime: str
    size: tuple[int, int]
    seconds: float  #: measured, not claimed
    task_id: str | None = None  #: the task that made it, when it is one of ours


@dataclass(frozen=True, slots=True)
class Shot:
    model: str
    mode: Mode
    prompt: str
    negative_prompt: str = ""
    first_frame: Picture | None = None
    last_frame: Picture | None = None
    references: tuple[Reference, ...] = ()
    footage: Footage | None = None
    aspect_ratio: str = "16:9"
    resolution: str = "720p"
    seconds: int = 8  #: asked for; an extension adds `added_seconds` instead. The clip's own length is in Clip.
    person_generation: str | None = None
    seed: int = 0  #: 0..4294967295; drawn at admission when the caller gave none
    sound: bool = True
    quality: str = "standard"  #: draft, standard or fine (model `animatic`)
    plan: Mapping[str, object] | None = field(default=None, hash=False)  #: an edited shot plan (model `animatic`)
    own: Mapping[str, object] = field(default_factory=dict, hash=False)  #: what only this model has, by parameter

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) of the clip in pixels."""
        short = {"720p": 720, "1080p": 1080, "4k": 2160}[self.resolution]
        long = short * 16 // 9
        return (long, short) if self.aspect_ratio == "16:9" else (short, long)

    @property
    def new_seconds(self) -> int:
        """Seconds to be made: what is asked, or what an extension adds (7; Gemini API guide, Veo, 2025-11-05)."""
        return EXTENSION_SECONDS if self.mode is Mode.EXTEND else self.seconds


#: An extension adds this many seconds, and the whole clip may last this long at most (same guide).
EXTENSION_SECONDS = 7
EXTENDED_SECONDS_MAX = 148
EXTENSION_SOURCE_SECONDS_MAX = EXTENDED_SECONDS_MAX - EXTENSION_SECONDS

#: Every clip runs at this rate, exactly.
FRAMES_PER_SECOND = 24
