"""Fake engines: real, exact clips in a fraction of a second, told by words in the prompt to misbehave.

    fake:slow=3     takes 3 seconds           fake:crash     its process dies
    fake:fail       EngineFailed              fake:lie       delivers one frame too few
    fake:flaky=2    EngineFailed, 2 takes     fake:bug       raises something that no engine may raise
    fake:refuse     ShotRefused               fake:hang      goes on for ever and does not listen
    fake:quota      QuotaExceeded             fake:memory    takes memory until somebody stops it

Load them by `RUSHES_EXTRA_ENGINES=fake=rushes.testing.fake_engine:FakeEngine,remote=rushes.testing.fake_engine:FakeRemoteEngine`.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import time
import uuid
from collections.abc import Collection
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from PIL import Image

from rushes.engine import Allowance, CancelOutcome, Declined, Finished, Health, Progress
from rushes.errors import EngineFailed, QuotaExceeded, ShotRefused, ShotUnsupported, Stopped
from rushes.shot import FRAMES_PER_SECOND, Shot
from rushes.take import Take

_SAMPLE_RATE = 48_000
_WORD = re.compile(r"fake:(\w+)(?:=([\d.]+))?")


def words(shot: Shot) -> dict[str, float]:
    """What the prompt tells a fake engine, with numbers where they are given, else 1."""
    return {word: float(number or 1) for word, number in _WORD.findall(shot.prompt)}


class FakeEngine:
    """A local engine: a plain picture whose colour follows the seed, with a quiet tone."""

    name = "fake"
    version = "1"
    serves: Collection[str] = ("veo_31_fast", "animatic")

    def render(self, shot: Shot, take: Take) -> Path:
        told = words(shot)
        take.report(0.0, "rendering", note={"fake_words": sorted(told)})
        if told.get("flaky", 0) >= take.number:
            raise EngineFailed("The fake engine failed for now, as it was told to.")
        for word, fault in (("fail", EngineFailed), ("refuse", ShotRefused), ("quota", QuotaExceeded)):
            if word in told:
                raise fault(f"The fake engine was told to {word}.")
        if "bug" in told:
            raise ZeroDivisionError("told to")
        if "crash" in told:
            os.kill(os.getpid(), signal.SIGKILL)
        while "hang" in told:
            time.sleep(1.0)
        hoard: list[bytearray] = []
        while "memory" in told:
            hoard.append(bytearray(b"x" * (32 << 20)))
            time.sleep(0.02)
        self._take_time(told.get("slow", 0.0), take)
        out = take.folder / "fake.mp4"
        write_clip(out, shot, frames_missing=int("lie" in told))
        take.report(1.0, "rendering")
        return out

    @staticmethod
    def _take_time(seconds: float, take: Take) -> None:
        steps = max(1, round(seconds / 0.05))
        for step in range(steps):
            if take.stopped:
                raise Stopped
            still = None
            if step % 20 == 0:
                still = take.folder / "still.jpg"
                Image.new("RGB", (64, 36), (step % 256, 80, 120)).save(still)
            take.report(step / steps, "rendering", still)
            time.sleep(seconds / steps)

    def doctor(self) -> Health:
        return Health(True, "fake: always well")


def write_clip(out: Path, shot: Shot, frames_missing: int = 0) -> None:
    """Write a clip of exactly the shot's shape: one colour, changing a little each second; a tone when sound is wanted."""
    old = round(shot.footage.seconds * FRAMES_PER_SECOND) if shot.footage else 0
    frames = old + shot.new_seconds * FRAMES_PER_SECOND - frames_missing
    width, height = shot.size
    with av.open(str(out), "w", format="mp4", options={"movflags": "+faststart"}) as container:
        video = container.add_stream("libx264", rate=Fraction(FRAMES_PER_SECOND))
        video.width, video.height, video.pix_fmt = width, height, "yuv420p"
        video.options = {"preset": "ultrafast", "threads": "1"}
        audio = container.add_stream("aac", rate=_SAMPLE_RATE, layout="stereo") if shot.sound else None
        picture = av.VideoFrame(width, height, "yuv420p")
        colours = np.random.default_rng(shot.seed).integers(60, 200, size=(3, frames // FRAMES_PER_SECOND + 1))
        for number in range(frames):
            if number % FRAMES_PER_SECOND == 0:
                for plane, colour in zip(picture.planes, colours[:, number // FRAMES_PER_SECOND], strict=True):
                    plane.update(bytes([int(colour)]) * plane.buffer_size)
            picture.pts = number
            container.mux(video.encode(picture))
        container.mux(video.encode())
        if audio is not None:
            samples = frames * _SAMPLE_RATE // FRAMES_PER_SECOND
            tone = 0.05 * np.sin(np.arange(samples, dtype=np.float32) * (2 * np.pi * 440 / _SAMPLE_RATE))
            stereo = np.stack([tone, tone]).astype(np.float32)
            for start in range(0, samples, 1024):
                frame = av.AudioFrame.from_ndarray(
                    np.ascontiguousarray(stereo[:, start : start + 1024]), format="fltp", layout="stereo"
                )
                frame.sample_rate, frame.pts = _SAMPLE_RATE, start
                container.mux(audio.encode(frame))
            container.mux(audio.encode())


class FakeRemoteEngine:
    """A remote engine whose far side is a folder, RUSHES_FAKE_REMOTE: one JSON file for each paid submit. So a test can
    count what was paid, whatever happened to our own processes.

        fake:lost      accepts, but the reply is lost         fake:slow=3   is ready after 3 seconds
        fake:refuse    declines by its safety filter          fake:quota    has no quota, accepts nothing
        fake:fail      fails after it has accepted            fake:lie      delivers half a second too little
        fake:dawdle=2  takes 2 seconds to accept              fake:shaky=2  cannot be reached for 2 polls
        fake:deaf      cannot be reached for a cancel       fake:away     breaks, accepts nothing
        fake:unfit     cannot make such a shot              fake:blocked  refuses what the shot shows, at once
        fake:unstoppable  goes on, and costs, when it is canceled

    RUSHES_FAKE_AT_ONCE bounds what its account may have in flight.
    """

    name = "remote"
    serves: Collection[str] = ("veo_31_fast",)
    word = _WORD

    def __init__(self) -> None:
        self.folder = Path(os.environ["RUSHES_FAKE_REMOTE"])
        self._polls: dict[str, int] = {}

    @property
    def allowance(self) -> Allowance:
        at_once = os.environ.get("RUSHES_FAKE_AT_ONCE")
        return Allowance(self.name, at_once=int(at_once) if at_once else None)

    async def submit(self, shot: Shot, take: Take) -> str:
        told = self._told(shot.prompt)
        faults = {"quota": QuotaExceeded, "away": EngineFailed, "unfit": ShotUnsupported, "blocked": ShotRefused}
        for word, fault in faults.items():
            if word in told:
                told_so = f"{self.name}: {word}, as told."
                raise QuotaExceeded(told_so, retry_after_seconds=0.05) if fault is QuotaExceeded else fault(told_so)
        operation = f"operations/{uuid.uuid4().hex}"
        facts = {"prompt": shot.prompt, "take": take.number, "at": time.time(), "shot": _shape(shot), "canceled": False}
        self._write(operation, facts)
        await asyncio.sleep(told.get("dawdle", 0.0))
        if "lost" in told:
            raise ConnectionResetError("the reply was lost, as told")
        return operation

    async def poll(self, operation: str) -> Progress | Finished | Declined:
        facts = json.loads(self._file(operation).read_text())
        self._polls[operation] = self._polls.get(operation, 0) + 1
        told = self._told(facts["prompt"])
        if self._polls[operation] <= told.get("shaky", 0):
            raise ConnectionError("cannot be reached, as told")
        if "refuse" in told:
            return Declined("The fake remote engine's filter said no.", filtered=True)
        if "fail" in told:
            return Declined("The fake remote engine failed.", filtered=False)
        gone, wanted = time.time() - facts["at"], told.get("slow", 0.0)
        return Finished(operation) if gone >= wanted else Progress(gone / wanted, "rendering")

    async def fetch(self, finished: Finished, folder: Path) -> Path:
        facts = json.loads(self._file(finished.handle).read_text())
        out = folder / "film.mp4"
        write_clip(out, _shot(facts), frames_missing=12 * int("fake:lie" in facts["prompt"]))
        return out

    async def cancel(self, operation: str) -> CancelOutcome:
        facts = json.loads(self._file(operation).read_text())
        if "fake:deaf" in facts["prompt"]:
            raise ConnectionError("cannot be reached, as told")
        self._write(operation, facts | {"canceled": True})
        goes_on = "fake:unstoppable" in facts["prompt"]
        return CancelOutcome(stopped=not goes_on, still_costs=goes_on)

    def _told(self, prompt: str) -> dict[str, float]:
        return {word: float(number or 1) for word, number in self.word.findall(prompt)}

    def _write(self, operation: str, facts: dict[str, object]) -> None:
        """Write it whole or not at all: tests read while workers write, or are killed."""
        path = self._file(operation)
        path.with_suffix(".part").write_text(json.dumps(facts))
        path.with_suffix(".part").replace(path)

    def _file(self, operation: str) -> Path:
        return self.folder / f"{operation.rpartition('/')[2]}.json"


class FakeSecondEngine(FakeRemoteEngine):
    """Another one, which only words like `second:quota` are for."""

    name = "second"
    word = re.compile(r"second:(\w+)(?:=([\d.]+))?")


def _shape(shot: Shot) -> dict[str, object]:
    return {
        "model": shot.model,
        "mode": str(shot.mode),
        "prompt": shot.prompt,
        "aspect_ratio": shot.aspect_ratio,
        "resolution": shot.resolution,
        "seconds": shot.seconds,
        "seed": shot.seed,
        "sound": shot.sound,
    }


def _shot(facts: dict[str, dict[str, object]]) -> Shot:
    return Shot(**facts["shot"])  # type: ignore[arg-type]  # as `_shape` wrote them
