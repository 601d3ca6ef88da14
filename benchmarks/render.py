"""What a whole animatic clip costs, as a ratio of encoding the same frames alone with the same settings, in one run.

    python benchmarks/render.py [--resolution 720p] [--seconds 8] [--prompt "..."] [--threads N] [--runs 1]

Prints a line for people and then one JSON object. A ratio compares machines; seconds do not.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from rushes.engines.animatic import director, film, quality, sound, stage
from rushes.engines.animatic.plan import ShotPlan
from rushes.shot import FRAMES_PER_SECOND, Mode, Shot

PROMPT = "A red fox trots through a snowy pine forest at dusk, snow falling, tracking shot"


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


def measured(shot: Shot, threads: int | None) -> dict[str, float]:
    """One run: the clip from prompt to MP4, then only the encoding of its frames."""
    frames = shot.seconds * FRAMES_PER_SECOND
    planning, building, scoring, filming, encoding = (Clock() for _ in range(5))
    with tempfile.TemporaryDirectory() as folder:
        with planning:
            plan: ShotPlan = director.read(shot)
        with building:
            scene = stage.build(plan, shot.size)
        with scoring:
            track = sound.score(plan, float(shot.seconds), 0.0, scene.contacts)
        with filming:
            film.shoot(scene, frames, Path(folder) / "whole.mp4", sound=track, threads=threads, seed=shot.seed)
        size = (Path(folder) / "whole.mp4").stat().st_size
        # The frames are drawn again, a part at a time, so that a 4k clip does not have to fit into memory.
        with film.Reel(
            Path(folder) / "alone.mp4", shot.size, quality.of(shot.quality, shot.size), sound=False, metadata={}
        ) as reel:
            drawn = film.rolled(scene, frames, threads=threads, seed=shot.seed)
            while part := [frame.copy() for _, frame in zip(range(24), drawn, strict=False)]:
                with encoding:
                    for frame in part:
                        reel.expose(frame)
            with encoding:
                reel.finish()
    whole_cpu = planning.cpu + building.cpu + scoring.cpu + filming.cpu
    whole_wall = planning.wall + building.wall + scoring.wall + filming.wall
    return {
        "cpu_seconds": whole_cpu,
        "wall_seconds": whole_wall,
        "encode_cpu_seconds": encoding.cpu,
        "encode_wall_seconds": encoding.wall,
        "cpu_ratio": whole_cpu / encoding.cpu,
        "wall_ratio": whole_wall / encoding.wall,
        "plan_cpu_seconds": planning.cpu,
        "build_cpu_seconds": building.cpu,
        "sound_cpu_seconds": scoring.cpu,
        "film_cpu_seconds": filming.cpu,
        "megabits_per_second": size * 8 / shot.seconds / 1e6,
        "peak_gibibytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--resolution", default="720p", choices=("720p", "1080p", "4k"))
    parser.add_argument("--seconds", type=int, default=8)
    parser.add_argument("--prompt", default=PROMPT)
    parser.add_argument("--threads", type=int, default=None)
    parser.add_argument("--runs", type=int, default=1)
    given = parser.parse_args()
    shot = Shot(
        model="animatic",
        mode=Mode.TEXT,
        prompt=given.prompt,
        resolution=given.resolution,
        seconds=given.seconds,
        seed=7,
    )
    # Compiled kernels are kept on disk; a small frame loads them, so that no run pays for that.
    warm = stage.build(director.read(shot), (320, 180))
    next(iter(film.rolled(warm, 1)))
    runs = [measured(shot, given.threads) for _ in range(given.runs)]
    result = {name: round(statistics.median(run[name] for run in runs), 3) for name in runs[0]}
    print(
        f"{given.resolution}, {given.seconds} s: {result['wall_seconds']:.1f} s wall, {result['cpu_seconds']:.1f} s CPU; "
        f"{result['cpu_ratio']:.2f} x the CPU and {result['wall_ratio']:.2f} x the wall of encoding alone; "
        f"{result['peak_gibibytes']:.2f} GiB at most"
    )
    print(json.dumps({"resolution": given.resolution, "seconds": given.seconds, "runs": given.runs, **result}))


if __name__ == "__main__":
    main()
