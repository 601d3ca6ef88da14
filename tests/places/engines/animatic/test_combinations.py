"""All that a caller may combine gives exactly the frames, the rate, the shape and the length that were asked for.

The picture does not matter here, so films are a tenth of their size: everything but the number of pixels is real.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from pathlib import Path

import cv2
import numpy as np
import pytest

from rushes.engines.animatic.engine import AnimaticEngine
from rushes.shot import Mode, Picture, Reference, Shot

from .test_engine import Taken, measured

QUALITIES = ("draft", "standard", "fine")
#: (resolution, seconds): 1080p and 4k are made at 8 seconds only, see models/shared.py.
LENGTHS = (("720p", 4), ("720p", 6), ("720p", 8), ("1080p", 8), ("4k", 8))
GIVEN = {name: Picture(name, "image/png", (96, 80)) for name in ("first", "last")}


@dataclass(frozen=True)
class TenthShot(Shot):
    @property
    def size(self) -> tuple[int, int]:
        width, height = super().size
        return width // 20 * 2, height // 20 * 2


@dataclass(frozen=True)
class Asked:
    mode: Mode
    aspect: str
    resolution: str
    seconds: int
    quality: str
    sound: bool

    def __str__(self) -> str:
        said = (
            self.mode,
            self.aspect,
            self.resolution,
            f"{self.seconds}s",
            self.quality,
            "heard" if self.sound else "silent",
        )
        return "-".join(said)

    @property
    def shot(self) -> Shot:
        pictures: dict[str, object] = {}
        if self.mode in (Mode.IMAGE, Mode.FRAMES):
            pictures["first_frame"] = GIVEN["first"]
        if self.mode is Mode.FRAMES:
            pictures["last_frame"] = GIVEN["last"]
        if self.mode is Mode.REFERENCES:
            pictures["references"] = (Reference(GIVEN["first"]),)
        return TenthShot(
            "animatic", self.mode, "A red ball on a desk, wind", aspect_ratio=self.aspect, resolution=self.resolution,
            seconds=self.seconds, quality=self.quality, sound=self.sound, seed=3, **pictures,  # type: ignore[arg-type]
        )  # fmt: skip


ALL = tuple(
    Asked(mode, aspect, resolution, seconds, quality, sound)
    for mode, aspect, (resolution, seconds), quality, sound in product(
        (Mode.TEXT, Mode.IMAGE, Mode.FRAMES, Mode.REFERENCES), ("16:9", "9:16"), LENGTHS, QUALITIES, (True, False)
    )
    if mode is not Mode.REFERENCES or seconds == 8
)


def _pairs(asked: Asked) -> set[tuple[int, object, int, object]]:
    values = (asked.mode, asked.aspect, (asked.resolution, asked.seconds), asked.quality, asked.sound)
    return {(i, values[i], j, values[j]) for i in range(5) for j in range(i)}


def _covering(every: tuple[Asked, ...]) -> list[Asked]:
    """A few of them in which every two values that may meet do meet."""
    missing = set().union(*(_pairs(asked) for asked in every))
    chosen = []
    while missing:
        best = max(every, key=lambda asked: len(_pairs(asked) & missing))
        chosen.append(best)
        missing -= _pairs(best)
    return chosen


FEW = _covering(ALL)


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("given")
    paths = {}
    for name, tint in (("first", (40, 60, 220)), ("last", (200, 120, 30))):
        pixels = np.full((80, 96, 3), 232, np.uint8)
        cv2.circle(pixels, (48, 44), 24, tint, -1, cv2.LINE_AA)
        paths[name] = folder / f"{name}.png"
        cv2.imwrite(str(paths[name]), pixels)
    return paths


def _exact(asked: Asked, pictures: dict[str, Path], folder: Path) -> None:
    shot = asked.shot
    found = measured(AnimaticEngine().render(shot, Taken(folder, files=pictures)))
    assert (found.size, found.frames, found.rate) == (shot.size, shot.seconds * 24, Fraction(24)), asked
    heard = found.seconds_of_sound
    assert (heard is None) == (not asked.sound), asked
    assert heard is None or heard == pytest.approx(shot.seconds, abs=1024 / 48_000), asked


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("asked", FEW, ids=str)
def test_any_two_wishes_together_are_met_exactly(asked: Asked, pictures: dict[str, Path], tmp_path: Path) -> None:
    _exact(asked, pictures, tmp_path)


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("quality", QUALITIES)
@pytest.mark.parametrize("mode", [Mode.TEXT, Mode.IMAGE, Mode.FRAMES, Mode.REFERENCES])
def test_all_wishes_together_are_met_exactly(
    mode: Mode, quality: str, pictures: dict[str, Path], tmp_path: Path
) -> None:
    for asked in ALL:
        if asked.mode is mode and asked.quality == quality:
            folder = tmp_path / str(asked).replace(":", "x")
            folder.mkdir()
            _exact(asked, pictures, folder)
