"""The README's stills and its short film, drawn by the embedded engine itself: `make pictures`."""

from __future__ import annotations

import shutil
import tempfile
from fractions import Fraction
from functools import partial
from pathlib import Path

import av
import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic import director, film, sound, stage
from rushes.engines.animatic.pictures import extend
from rushes.engines.animatic.plan import ShotPlan
from rushes.engines.animatic.quality import Quality, of
from rushes.shot import FRAMES_PER_SECOND, Mode, Shot

PICTURES = Path(__file__).parent / "pictures"
DEMO = "A red fox trots through falling snow in a pine forest at dusk, the wind howls"
#: The six stills, in rows of three.
PROMPTS = (
    DEMO,
    "A woman with a red umbrella walks down a rainy neon street at night",
    "An astronaut floats in front of a ringed planet, slow orbit shot",
    "A sea turtle swims over a coral reef, rays of sunlight",
    "Three hot air balloons float up over a village at dawn",
    "An old robot sits next to a campfire under the stars",
)
#: The shots of the film, four seconds each.
FILMED = (
    DEMO,
    "Aerial drone shot over a coastal city at golden hour",
    PROMPTS[1],
    PROMPTS[3],
    "An eagle soars over snowy mountains, aerial shot",
    PROMPTS[5],
)
SECONDS = 4
SEED = 11
MOMENT = 1.5  #: of a still, seconds
SIZE = (640, 360)
#: Small enough for a repository: edges are drawn finely instead of encoded finely.
SMALL = Quality(Fraction(3, 2), "slow", 27, 0.4)


def planned(prompt: str, seed: int) -> ShotPlan:
    return director.read(Shot(model="animatic", mode=Mode.TEXT, prompt=prompt, seconds=SECONDS, seed=seed))


def still(prompt: str, size: tuple[int, int], seed: int = SEED) -> NDArray[np.uint8]:
    """A frame of a prompt, (row, column, bgr)."""
    plan, fine = planned(prompt, seed), of("fine", size)
    scene = stage.build(plan, fine.canvas(size))
    frame = next(iter(film.rolled(scene, 1, size=size, starts=MOMENT, seed=seed)))
    drawn = av.VideoFrame.from_ndarray(frame, format="yuv420p")
    return np.asarray(drawn.reformat(format="bgr24", src_colorspace="ITU709").to_ndarray(), np.uint8)


def short_film(out: Path, seed: int = SEED) -> None:
    """All shots, one after the other, with their sound."""
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.mp4"
        for number, prompt in enumerate(FILMED):
            plan, shot = planned(prompt, seed + number), Path(folder) / f"{number}.mp4"
            scene = stage.build(plan, SMALL.canvas(SIZE))
            score = partial(sound.score, plan, float(SECONDS), 0.0, scene.contacts)
            film.shoot(
                scene, SECONDS * FRAMES_PER_SECOND, shot, size=SIZE, quality=SMALL, sound=score, seed=seed,
                metadata=film.tags("animatic", None),
            )  # fmt: skip
            if number == 0:
                shutil.copy(shot, whole)
                continue
            joined = Path(folder) / "joined.mp4"
            extend.join(whole, shot, joined)
            joined.replace(whole)
        shutil.copy(whole, out)


def main() -> None:
    cv2.imwrite(str(PICTURES / "demo.jpg"), still(DEMO, (1280, 720)), [cv2.IMWRITE_JPEG_QUALITY, 86])
    frames = [still(prompt, (640, 360)) for prompt in PROMPTS]
    sheet = np.vstack([np.hstack(frames[row : row + 3]) for row in (0, 3)])
    cv2.imwrite(str(PICTURES / "prompts.jpg"), sheet, [cv2.IMWRITE_JPEG_QUALITY, 82])
    short_film(PICTURES / "film.mp4")
    cv2.imwrite(str(PICTURES / "film.jpg"), still(FILMED[1], SIZE, 8), [cv2.IMWRITE_JPEG_QUALITY, 84])


if __name__ == "__main__":
    main()
