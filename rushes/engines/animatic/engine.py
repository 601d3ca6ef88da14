"""The animatic engine: a shot is read into a plan, the plan is built into a scene, the scene is filmed with sound."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from rushes.engine import Health
from rushes.engines.animatic import director, film, sound, speech, stage
from rushes.engines.animatic.director import edited
from rushes.engines.animatic.light import Light
from rushes.engines.animatic.pictures import alive, between, cutout, extend, palette, scenes
from rushes.engines.animatic.plan import Camera, ShotPlan, Subject
from rushes.engines.animatic.quality import Quality, Size, of
from rushes.engines.animatic.rigs import catalog
from rushes.engines.animatic.rigs.puppet import Puppet
from rushes.engines.animatic.stage.cast import Maker
from rushes.engines.animatic.stage.scene import Scene
from rushes.errors import EngineFailed, Misconfigured, Stopped
from rushes.shot import FRAMES_PER_SECOND, Mode, Picture, Shot
from rushes.take import Take

#: How often a still and a fraction are reported, in seconds.
REPORT_EVERY = 0.3
#: A subject that no rig draws is as tall as this when a reference shows it.
REFERENCE_METRES = 1.4


@dataclass(frozen=True, slots=True)
class _Set:
    """What is filmed."""

    scene: Scene
    plan: ShotPlan
    contacts: Mapping[int, Sequence[float]] | None = None  #: footfalls by subject, for the sound


class AnimaticEngine:
    """Draws what a prompt describes, on the CPU, offline, with sound; honest about being an animatic."""

    name = "animatic"
    #: With the extra, lines are other sounds and other mouths.
    version = "2+speech" if speech.is_installed() else "2"
    serves: Collection[str] = ("animatic", "veo_31_fast", "veo_31", "veo_31_lite")

    def render(self, shot: Shot, take: Take) -> Path:
        """Make the clip; see `rushes.engine.LocalEngine.render`. Raises Stopped when the take was asked to stop, and
        EngineFailed when a picture or footage cannot be used."""
        plan = self._plan(shot, take)
        note: dict[str, object] = {"shot_plan": plan.to_json(), "engine": self.name, "engine_version": self.version}
        if plan.lines and shot.sound:
            note["speech"] = sound.told(plan)
        take.report(0.01, "planning", note=note)
        if shot.mode is Mode.EXTEND:
            return _extension(shot, take, plan)
        rehearsal = _Rehearsal(plan, take)
        _sketch(shot, take, plan)
        quality = of(shot.quality, shot.size)
        built = _built(shot, take, plan, shot.size, quality)
        rehearsal.wait()
        frames = shot.seconds * FRAMES_PER_SECOND
        path = take.folder / "clip.mp4"
        with ThreadPoolExecutor(1, thread_name_prefix="score") as beside:
            seconds = float(shot.seconds)
            heard = beside.submit(sound.score, built.plan, seconds, 0.0, built.contacts) if shot.sound else None
            film.shoot(
                built.scene,
                frames,
                path,
                size=shot.size,
                quality=quality,
                sound=heard.result if heard else None,
                metadata=film.tags(shot.model, plan if shot.mode is Mode.TEXT else None),
                on_frame=_Reporter(take, frames),
                seed=shot.seed,
            )
        return path

    def doctor(self) -> Health:
        """Draw and finish a small frame, or say what is missing."""
        started = time.perf_counter()
        try:
            plan = ShotPlan(prompt="", seed=1, seconds=1.0, setting="pine_forest", time="dusk", weather="snow")
            scene = stage.build(replace(plan, camera=Camera("static")), (320, 180))
            frame = next(iter(film.rolled(scene, 1)))
        except Misconfigured as fault:
            return Health(well=False, line=fault.message)
        seconds = time.perf_counter() - started
        voices = f"speaks with {speech.NAME}" if speech.is_installed() else f"mumbles lines, {speech.EXTRA} for words"
        line = f"draws offline; a first small frame took {seconds:.1f} s; {voices}"
        return Health(well=bool(np.ptp(frame) > 0), line=line)

    def _plan(self, shot: Shot, take: Take) -> ShotPlan:
        plan = stage.noted(director.read(shot))
        styles = [reference for reference in shot.references if reference.kind == "style"]
        if styles:
            plan = replace(plan, colours=palette.of(take.file(styles[0].picture.digest), 3))
        assets = [reference for reference in shot.references if reference.kind != "style"]
        for number in range(len(plan.subjects), len(assets)):
            place = (number + 1) / (len(assets) + 1)
            plan = replace(plan, subjects=(*plan.subjects, Subject(noun="reference", rig="card", x=place)))
        return plan


def _built(shot: Shot, take: Take, plan: ShotPlan, size: Size, quality: Quality | None = None) -> _Set:
    """The scene of any shot but an extension. What is a photograph keeps its own pixels in any quality."""
    if shot.mode is Mode.IMAGE:
        over = stage.weather_over(plan, size)
        return _Set(alive.build(_file(take, shot.first_frame, "image"), plan, size, over), plan)
    if shot.mode is Mode.FRAMES:
        ends = _file(take, shot.first_frame, "image"), _file(take, shot.last_frame, "lastFrame")
        return _Set(between.build(*ends, plan, size, shot.seconds * FRAMES_PER_SECOND), plan)
    canvas = quality.canvas(size) if quality else size
    make: Maker | None = None
    if shot.mode is Mode.REFERENCES:
        make = _Referenced(plan, [take.file(r.picture.digest) for r in shot.references if r.kind != "style"])
    scene = stage.build(plan, canvas, make, lambda: _go_on(take))
    return _Set(scene, plan, contacts=scene.contacts)


def _go_on(take: Take) -> None:
    """Raise Stopped when the take is to stop."""
    if take.stopped:
        raise Stopped


def _file(take: Take, picture: Picture | None, parameter: str) -> Path:
    if picture is None:
        raise EngineFailed(f"{parameter} is missing from a shot that begins with it.")
    return take.file(picture.digest)


class _Referenced:
    """Makes the puppets of a shot with references: those that a reference shows are cut out of it."""

    def __init__(self, plan: ShotPlan, assets: list[Path]) -> None:
        self._shown = dict(zip(plan.subjects, assets, strict=False))

    def __call__(self, subject: Subject, light: Light, pixels_per_metre: float, seed: int) -> Puppet:
        asset = self._shown.get(subject)
        if asset is not None:
            known = catalog.RIGS.get(subject.rig) if subject.rig != "card" else None
            height = known.natural_height_metres if known else REFERENCE_METRES
            puppet = cutout.subject(asset, subject, light, pixels_per_metre, seed, height)
            if puppet is not None:
                return puppet
        return catalog.make(subject, light, pixels_per_metre, seed)


class _Rehearsal:
    """The lines of a plan being spoken beside other work; nothing when there are none, or no voices."""

    def __init__(self, plan: ShotPlan, take: Take) -> None:
        self._take = take
        self._spoken: Future[object] | None = None
        if plan.lines and speech.is_installed():
            beside = ThreadPoolExecutor(1, thread_name_prefix="rehearsal")
            self._spoken = beside.submit(speech.deliveries, plan, lambda: _go_on(take))
            beside.shutdown(wait=False)

    def wait(self) -> None:
        """Return when the lines are there; raises Stopped as soon as the take is to stop."""
        while self._spoken is not None and not wait([self._spoken], timeout=0.1).done:
            _go_on(self._take)
        if self._spoken is not None:
            self._spoken.result()


def _sketch(shot: Shot, take: Take, plan: ShotPlan) -> None:
    """Show a first small still long before the scene is baked in full size; nobody waits for its voices."""
    if shot.mode is Mode.REFERENCES:
        return  # cutting out twice would take longer than it saves
    width, height = shot.size
    size = (384, 216) if width > height else (216, 384)
    mute = replace(plan, lines=tuple(replace(line, speaker=None) for line in plan.lines))
    scene = _built(shot, take, mute, size).scene
    middle = film.rolled(scene, 1, starts=shot.seconds / 2, threads=1)
    take.report(0.02, "sketching", film.still(next(iter(middle)), take.folder / "sketch.jpg"))
    _go_on(take)


def _extension(shot: Shot, take: Take, asked: ShotPlan) -> Path:
    """The whole film: what is there, and seven seconds more."""
    if shot.footage is None:
        raise EngineFailed("The footage is missing from an extension.")
    old = take.file(shot.footage.digest)
    frames = shot.new_seconds * FRAMES_PER_SECOND
    quality = of(shot.quality, shot.size)

    def build(plan: ShotPlan, size: Size) -> stage.Stage:
        return stage.build(plan, quality.canvas(size), check=lambda: _go_on(take))

    follows = scenes.continuation(shot, asked, take.file, edited.read, build)
    _Rehearsal(follows.plan, take).wait()
    new, path = take.folder / "new.mp4", take.folder / "clip.mp4"
    tags = film.tags(shot.model, follows.plan if follows.ours else None)
    film.shoot(
        follows.scene,
        frames,
        new,
        size=shot.size,
        quality=quality,
        starts=follows.starts,
        metadata=tags,
        on_frame=_Reporter(take, frames),
        seed=follows.plan.seed,
    )
    contacts = follows.scene.contacts if isinstance(follows.scene, stage.Stage) else None
    tail = sound.score(follows.plan, follows.heard_seconds, follows.heard_from, contacts) if shot.sound else None
    extend.join(old, new, path, tail=tail, stopped=lambda: take.stopped)
    new.unlink()
    return path


class _Reporter:
    """Tells the take how far the filming is, a few times a second, and asks it after every frame whether to stop."""

    def __init__(self, take: Take, frames: int) -> None:
        self._take, self._frames = take, frames
        self._last = float("-inf")
        self._stills = 0

    def __call__(self, index: int, frame: film.Bytes) -> None:
        _go_on(self._take)
        now = time.monotonic()
        if now - self._last < REPORT_EVERY and index + 1 < self._frames:
            return
        self._last = now
        # A few names in turn: whoever shows a still has read it long before its name comes round again.
        self._stills = (self._stills + 1) % 8
        still = film.still(frame, self._take.folder / f"still-{self._stills}.jpg")
        self._take.report(0.03 + 0.95 * (index + 1) / self._frames, "drawing", still)
