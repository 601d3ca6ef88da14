"""What a whole animatic clip costs, as a ratio of encoding the same frames alone with the same settings, in one run.

    python benchmarks/render.py [--resolution 720p 1080p 4k] [--quality standard] [--seconds 8] [--prompt "..." | --costly]

The whole is what the engine does between request and MP4: reading, sketching, building, drawing, sound, encoding, stills. Each
clip has a process of its own, so that its memory can be told. `--costly` measures the prompts that were the dearest. Prints a line for people and one JSON object for each.
A ratio compares machines; seconds do not.
"""

from __future__ import annotations

import argparse
import itertools
import json
import multiprocessing
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from rushes.engines.animatic import director, film, quality, stage
from rushes.engines.animatic.engine import AnimaticEngine
from rushes.shot import FRAMES_PER_SECOND, Mode, Shot
from rushes.testing.memory import peak_bytes

PROMPT = "A red fox trots through a snowy pine forest at dusk, snow falling, tracking shot"
#: What cost most when it was looked for: faces and lines, crowds, lights, boats, and styles that paint the whole frame.
COSTLY = (
    'Close-up of two friends laughing and talking in a cafe. The woman says, "I can\'t believe you did that." '
    'The man replies, "Neither can I."',
    "Close-up of two friends laughing and talking in a cafe",
    'Close-up of an old sailor laughing. He says, "The sea never forgets a face."',
    "Close-up of a golden retriever panting in a meadow",
    "A crowd of people cheering at a concert at night, fireworks above",
    "Three ballerinas dancing on a stage",
    "A night market in the rain, people walk with umbrellas under neon signs",
    "Oil painting of a sailing ship in a storm",
    "Watercolour of a girl with a red balloon in a village",
    "Claymation of two penguins dancing on ice",
    "Pencil sketch of an old man reading in a library",
)


@dataclass
class Clock:
    """CPU and wall seconds of what runs inside it, all threads counted."""

    cpu: float = 0.0
    wall: float = 0.0
    _began: tuple[float, float] = field(default=(0.0, 0.0), repr=False)

    def __enter__(self) -> Clock:
        self._began = time.process_time(), time.perf_counter()
        return self

    def __exit__(self, *_: object) -> None:
        self.cpu += time.process_time() - self._began[0]
        self.wall += time.perf_counter() - self._began[1]


@dataclass
class Watch:
    """A take that notes when its first still came."""

    folder: Path
    number: int = 1
    stopped: bool = False
    began: float = field(default_factory=time.perf_counter)
    first_still_seconds: float | None = None

    def file(self, digest: str) -> Path:
        raise KeyError(digest)

    def report(
        self, fraction: float, stage: str, still: Path | None = None, note: dict[str, object] | None = None
    ) -> None:
        if still is not None and self.first_still_seconds is None:
            self.first_still_seconds = time.perf_counter() - self.began


def measured(shot: Shot) -> dict[str, object]:
    """One run: the clip from prompt to MP4, then only the encoding of its frames."""
    # Compiled kernels are kept on disk; a small frame loads them, so that no run pays for that.
    next(iter(film.rolled(stage.build(director.read(shot), (320, 180)), 1)))
    frames = shot.seconds * FRAMES_PER_SECOND
    whole, encoding = Clock(), Clock()
    with tempfile.TemporaryDirectory() as folder:
        take = Watch(Path(folder))
        with whole:
            clip = AnimaticEngine().render(shot, take)
        peak = peak_bytes() / 2**30
        size = clip.stat().st_size
        # The frames are drawn again, a part at a time, so that a 4k clip does not have to fit into memory.
        chosen = quality.of(shot.quality, shot.size)
        scene = stage.build(director.read(shot), chosen.canvas(shot.size))
        with film.Reel(Path(folder) / "alone.mp4", shot.size, chosen, sound=None, metadata={}) as reel:
            for first in range(0, frames, FRAMES_PER_SECOND):
                # Rolled to its end: no thread draws the next part while this one is encoded.
                drawn = film.rolled(
                    scene, min(FRAMES_PER_SECOND, frames - first), size=shot.size, starts=first / FRAMES_PER_SECOND,
                    seed=shot.seed, grain=chosen.grain,
                )  # fmt: skip
                part = [frame.copy() for frame in drawn]
                with encoding:
                    for frame in part:
                        reel.expose(frame)
            with encoding:
                reel.finish()
    found = {
        "wall_ratio": whole.wall / encoding.wall,
        "cpu_ratio": whole.cpu / encoding.cpu,
        "wall_seconds": whole.wall,
        "cpu_seconds": whole.cpu,
        "encode_wall_seconds": encoding.wall,
        "encode_cpu_seconds": encoding.cpu,
        "first_still_seconds": take.first_still_seconds or 0.0,
        "megabits_per_second": size * 8 / shot.seconds / 1e6,
        "peak_gibibytes": peak,
    }
    return {name: round(value, 3) for name, value in found.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--resolution", nargs="+", default=["720p", "1080p", "4k"], choices=("720p", "1080p", "4k"))
    parser.add_argument("--quality", default="standard", choices=("draft", "standard", "fine"))
    parser.add_argument("--seconds", type=int, default=8)
    asked = parser.add_mutually_exclusive_group()
    asked.add_argument("--prompt", default=PROMPT)
    asked.add_argument("--costly", action="store_true", help="the dearest prompts instead, named in this file")
    given = parser.parse_args()
    prompts = COSTLY if given.costly else (given.prompt,)
    for prompt, resolution in itertools.product(prompts, given.resolution):
        shot = Shot(
            model="animatic", mode=Mode.TEXT, prompt=prompt, resolution=resolution, seconds=given.seconds, seed=7,
            quality=given.quality,
        )  # fmt: skip
        with multiprocessing.get_context("spawn").Pool(1) as alone:
            result = alone.apply(measured, (shot,))
        print(
            f"{prompt[:60]}\n  {resolution} {given.quality}, {given.seconds} s: {result['wall_seconds']:.1f} s; {result['wall_ratio']:.2f} x the "
            f"wall and {result['cpu_ratio']:.2f} x the CPU of encoding alone; first still after "
            f"{result['first_still_seconds']:.2f} s; {result['peak_gibibytes']:.2f} GiB at most",
            flush=True,
        )
        told = {"prompt": prompt, "resolution": resolution, "quality": given.quality, "seconds": given.seconds}
        print(json.dumps(told | result), flush=True)


if __name__ == "__main__":
    main()
