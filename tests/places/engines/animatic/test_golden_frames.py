"""Golden frames: what some plans look like, small, on one committed sheet.

A change of any drawing changes some of them; look at the sheet of differences that a failure names, and when they are meant
write them anew:

    python -m tests.places.engines.animatic.test_golden_frames --write
"""

from __future__ import annotations

import sys
import tempfile
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from rushes.engines.animatic import film, stage
from rushes.engines.animatic.plan import Camera, Line, ShotPlan, Subject

SHEET = Path(__file__).parent / "goldens/frames.png"
WIDTH, HEIGHT, COLUMNS = 96, 54, 4
#: What another processor or another build of a library may change: levels on average, and the share of pixels that
#: differ by more than a few levels. Measured across one and two threads: nothing; what a moved eye changes: more.
MEAN_MAX, FAR_LEVELS, FAR_SHARE_MAX = 1.2, 24, 0.012

Bgr = NDArray[np.uint8]


def _plan(setting: str, time: str = "day", weather: str = "clear", *subjects: Subject, **more: object) -> ShotPlan:
    camera = Camera("push_in", "full" if subjects else "wide")
    values: dict[str, object] = {
        "setting": setting,
        "time": time,
        "weather": weather,
        "subjects": subjects,
        "camera": camera,
    }
    return ShotPlan("", 7, 8.0, **{**values, **more})  # type: ignore[arg-type]


PLANS: dict[str, ShotPlan] = {
    "fox in snow": _plan("pine_forest", "dusk", "snow", Subject("red fox", "fox", "trot", travels=True), season="winter"),
    "woman in rain": _plan("street", "night", "rain", Subject("woman", "woman", "walk", travels=True, traits=("umbrella",))),
    "cat at home": _plan("room", "golden", "clear", Subject("cat", "cat", "sit")),
    "knight": _plan("castle", "dawn", "fog", Subject("knight", "knight", "stand")),
    "horse": _plan("beach", "golden", "clear", Subject("horse", "horse", "run", travels=True, facing=-1)),
    "whale": _plan("underwater", "day", "clear", Subject("whale", "whale", "swim", travels=True)),
    "astronaut": _plan("space", "night", "clear", Subject("astronaut", "astronaut", "float")),
    "car": _plan("highway", "dusk", "clear", Subject("car", "car", "drive", travels=True, colour="#c02030")),
    "ship": _plan("sea", "day", "storm", Subject("galleon", "galleon", "sail")),
    "eagle": _plan("mountains", "dawn", "clear", Subject("eagle", "eagle", "fly", travels=True)),
    "camp": _plan("forest", "night", "clear", Subject("campfire", "campfire", "burn"), Subject("man", "man", "sit", x=0.25)),
    "dragon": _plan("ruins", "dusk", "clear", Subject("dragon", "dragon", "fly")),
    "ballerina": _plan("stage_hall", "night", "clear", Subject("ballerina", "ballerina", "dance")),
    "camel": _plan("desert", "day", "wind", Subject("camel", "camel", "walk", travels=True)),
    "balloons": _plan("meadow", "golden", "clear", Subject("hot air balloon", "balloon", "float", count=2)),
    "card": _plan("market", "day", "cloudy", Subject("zorbfloop", "card")),
    "line": _plan("office", "day", "clear", Subject("robot", "robot", "talk"), lines=(Line(0, "I am alive.", starts_seconds=3.5),)),
    "noir": _plan("city", "night", "rain", Subject("detective", "detective", "walk", travels=True), style="noir"),
    "watercolour": _plan("village", "day", "clear", style="watercolour", features=("rainbow",)),
    "pixel": _plan("jungle", "day", "clear", Subject("tiger", "tiger", "walk", travels=True), style="pixel"),
}  # fmt: skip


@cache
def _drawn(name: str) -> Bgr:
    """Drawn at twice the size, so that an edge that moved by a hair changes little, and without grain."""
    scene = stage.build(PLANS[name], (2 * WIDTH, 2 * HEIGHT))
    frame = next(iter(film.rolled(scene, 1, starts=4.0, threads=1, seed=7, grain=0.0)))
    picture = cv2.cvtColor(frame, cv2.COLOR_YUV2BGR_I420)
    return np.asarray(cv2.resize(picture, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA), np.uint8)


def _sheet(cells: dict[str, Bgr]) -> Bgr:
    rows = -(-len(PLANS) // COLUMNS)
    sheet = np.zeros((rows * HEIGHT, COLUMNS * WIDTH, 3), np.uint8)
    for number, name in enumerate(PLANS):
        row, column = divmod(number, COLUMNS)
        sheet[row * HEIGHT : (row + 1) * HEIGHT, column * WIDTH : (column + 1) * WIDTH] = cells[name]
    return sheet


@cache
def _kept() -> dict[str, Bgr]:
    sheet = np.asarray(cv2.imread(str(SHEET)), np.uint8)
    assert sheet.shape == _sheet(dict.fromkeys(PLANS, np.zeros((HEIGHT, WIDTH, 3), np.uint8))).shape, "write the sheet"
    cells = {}
    for number, name in enumerate(PLANS):
        row, column = divmod(number, COLUMNS)
        cells[name] = sheet[row * HEIGHT : (row + 1) * HEIGHT, column * WIDTH : (column + 1) * WIDTH]
    return cells


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_looks_as_it_did(name: str) -> None:
    drawn, golden = _drawn(name), _kept()[name]
    apart = np.abs(drawn.astype(int) - golden.astype(int)).max(axis=2)
    far = float((apart > FAR_LEVELS).mean())
    if apart.mean() <= MEAN_MAX and far <= FAR_SHARE_MAX:
        return
    told = Path(tempfile.gettempdir()) / f"golden-{name.replace(' ', '-')}.png"
    cv2.imwrite(str(told), np.hstack([golden, drawn, cv2.applyColorMap(apart.astype(np.uint8), cv2.COLORMAP_MAGMA)]))
    pytest.fail(
        f"{name!r} looks different (mean {apart.mean():.1f} levels, {far:.1%} of it far): was, is and difference are in {told}; "
        "if that is meant: python -m tests.places.engines.animatic.test_golden_frames --write"
    )


if __name__ == "__main__" and sys.argv[1:] == ["--write"]:
    cv2.imwrite(str(SHEET), _sheet({name: _drawn(name) for name in PLANS}), [cv2.IMWRITE_PNG_COMPRESSION, 9])
