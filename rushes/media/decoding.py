"""Strangers' pictures and films, decoded in a process of their own that is limited in memory, time and output."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import rushes
from rushes.errors import MediaRefused, Unavailable
from rushes.media.child import WALL_SECONDS
from rushes.media.kinds import FOOTAGE_MIMES, PICTURE_MIMES, mime_of_file

#: Vertex AI model card for Veo, read 2026-11-22: images up to 20 MB.
PICTURE_BYTES_MAX = 20_000_000
#: 148 s of 720p at 25 Mbit/s.
FOOTAGE_BYTES_MAX = 512_000_000

#: Each child may take a gigabyte; more of them than processors only wait for each other.
_PLACES = threading.BoundedSemaphore(max(2, os.cpu_count() or 2))
_PLACE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class FootageFacts:
    mime: str  #: by what is inside
    codec: str
    size: tuple[int, int]  #: (width, height) as shown
    rate: Fraction
    frames: int
    seconds: float
    sound: bool


def read_picture(source: Path, out: Path, *, parameter: str | None = None) -> tuple[str, tuple[int, int]]:
    """Decode a picture and write it anew: upright, sRGB, 8 bits, without metadata; return (mime, (width, height)).

    PNG, JPEG and WebP are read, of at most 20 MB and 40 megapixels; JPEG stays JPEG, the others become PNG. Raises
    MediaRefused saying why and naming `parameter`; Unavailable when too many are being decoded already.
    """
    _check_kind(source, PICTURE_MIMES, "a PNG, JPEG or WebP picture", PICTURE_BYTES_MAX, parameter)
    answer = _ask("picture", source, out, parameter)
    width, height = _pair(answer["size"])
    return str(answer["mime"]), (width, height)


def read_footage(source: Path, *, parameter: str | None = None) -> FootageFacts:
    """Measure a film (MP4, MOV or WebM, at most 512 MB). Raises as `read_picture` does."""
    _check_kind(source, FOOTAGE_MIMES, "an MP4, MOV or WebM video", FOOTAGE_BYTES_MAX, parameter)
    answer = _ask("footage", source, source, parameter)
    return FootageFacts(
        mime=str(answer["mime"]),
        codec=str(answer["codec"]),
        size=_pair(answer["size"]),
        rate=Fraction(str(answer["rate"])),
        frames=int(str(answer["frames"])),
        seconds=float(str(answer["seconds"])),
        sound=answer["sound"] is True,
    )


def _check_kind(source: Path, mimes: frozenset[str], wanted: str, bytes_max: int, parameter: str | None) -> None:
    what = parameter or "the file"
    size = source.stat().st_size
    if size > bytes_max:
        raise MediaRefused(
            f"{what} has {size:,} bytes; at most {bytes_max // 1_000_000} MB are taken.", parameter=parameter
        )
    mime = mime_of_file(source)
    if mime not in mimes:
        found = "empty" if size == 0 else mime or "of no kind known here"
        raise MediaRefused(f"{what} is {found}; it must be {wanted}.", parameter=parameter)


def _ask(what: str, source: Path, out: Path, parameter: str | None) -> dict[str, object]:
    """Run the child and return its answer."""
    if not _PLACES.acquire(timeout=_PLACE_SECONDS):
        raise Unavailable("Too many pictures and videos are being read just now; try again in a moment.")
    try:
        line = _run(what, source, out)
    finally:
        _PLACES.release()
    name = parameter or "the file"
    try:
        answer = json.loads(line)
    except ValueError:
        # Killed by a limit or crashed in a decoder: either way the file is not one that we can use.
        raise MediaRefused(
            f"{name} cannot be used: decoding it takes too much time or memory, or fails.", parameter=parameter
        ) from None
    if "refused" in answer:
        raise MediaRefused(f"{name} cannot be used: {str(answer['refused']).rstrip('.')}.", parameter=parameter)
    return dict(answer)


def _run(what: str, source: Path, out: Path) -> bytes:
    command = [sys.executable, "-P", "-m", "rushes.media.child", what, str(source.absolute()), str(out.absolute())]
    # The owner's credentials are in our environment; a decoder has no business with them.
    environment = {"PYTHONPATH": str(Path(rushes.__file__).parents[1]), "LC_ALL": "C.UTF-8", "OMP_NUM_THREADS": "1"}
    with tempfile.TemporaryFile() as answer:
        with subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        ) as child:
            try:
                child.wait(WALL_SECONDS)
            except subprocess.TimeoutExpired:
                child.kill()
        answer.seek(0)
        return answer.read(65_536)


def _pair(value: object) -> tuple[int, int]:
    assert isinstance(value, list), "the child says a size as [width, height]"
    return int(value[0]), int(value[1])
