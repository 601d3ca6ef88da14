"""What is seen is heard, where and when it is seen; and nothing that is heard clicks, drowns or stands still."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from rushes.engines.animatic import director, stage
from rushes.engines.animatic.plan import Line, ShotPlan, Subject
from rushes.engines.animatic.sound import bursts, catalog, master, mix, score, strikes
from rushes.engines.animatic.sound.music import music, tempo
from rushes.engines.animatic.sound.span import SAMPLES_PER_SECOND, Span
from rushes.engines.animatic.sound.styles import MOODS, STYLES
from rushes.engines.animatic.sound.syllables import mouth
from rushes.engines.animatic.sound.voice import spoken
from rushes.shot import Mode, Shot

Sound = NDArray[np.float32]

PROMPTS = (
    "A red fox trots through falling snow in a pine forest at dusk, the wind howls",
    "A lighthouse on a cliff in a thunderstorm at night, lightning",
    "A clock ticks in an empty office",
    "A bell tolls once in a village at night",
    "An astronaut floats in space, silence",
    "A snowman in a silent snowfall",
    "A man sits on a chair in a quiet room",
    'A woman whispers, "Do not look back." A man shouts, "Run for your lives!"',
    "Fireworks over a city, a crowd cheers",
    "A rocket launches, epic orchestral music",
    "A cat purrs on a sofa",
    "A dog barks at a mailman",
    "A heart beats in the dark",
    "A horse gallops along a beach, waves crash",
)


def plan_of(prompt: str) -> ShotPlan:
    return director.read(Shot("animatic", Mode.TEXT, prompt, seed=7, seconds=8))


def levels(sound: Sound, seconds: float = 0.02) -> NDArray[np.float64]:
    """Mean square of each stretch, both channels; sound is (channel, sample)."""
    size = int(seconds * SAMPLES_PER_SECOND)
    whole = sound[:, : sound.shape[1] // size * size]
    return np.asarray((whole.astype(np.float64) ** 2).sum(axis=0).reshape(-1, size).mean(axis=1))


def onsets(sound: Sound, over: float) -> list[float]:
    """Seconds at which it gets louder than `over` times its own median."""
    level = levels(sound, 0.01)
    loud = level > over * np.median(level)
    return [
        number / 100 for number in range(1, loud.size) if loud[number] and not loud[max(0, number - 12) : number].any()
    ]


@pytest.mark.slow
@pytest.mark.parametrize("prompt", PROMPTS)
def test_any_prompt_is_as_loud_as_any_other_and_clean(prompt: str) -> None:
    plan = plan_of(prompt)
    sound = score(plan, 8.0, contacts=stage.build(plan, (96, 54)).contacts).T
    assert abs(master.loudness_lufs(sound) - master.LOUDNESS_LUFS) <= 1.0
    assert master.true_peak_dbtp(sound) <= master.TRUE_PEAK_DBTP
    assert np.abs(sound.mean(axis=1)).max() < 0.001, "no direct current"
    assert np.abs(sound[:, :24]).max() < 0.02, "it fades in"
    assert np.abs(sound[:, -24:]).max() < 0.02, "and out"
    level = levels(sound, 0.1)[1:-1]
    assert level.min() > 1e-7, "nowhere is there nothing"
    # Below 100 Hz small loudspeakers only rattle, and large ones hide the music.
    power = np.abs(np.fft.rfft(sound.mean(axis=0))) ** 2
    assert power[: 100 * 8].sum() / power.sum() < 0.6


def test_a_plan_that_names_no_sound_is_silent_and_one_that_does_is_nowhere() -> None:
    assert not score(ShotPlan("", 1, 4.0), 2.0).any()
    sparse = mix._mixed(ShotPlan("", 1, 4.0, sounds=("bell",)), 0, 4 * SAMPLES_PER_SECOND, {})
    assert levels(sparse, 0.1).min() > 0


@pytest.mark.parametrize(
    ("rig", "action", "setting"),
    [
        ("fox", "trot", "wall"),
        pytest.param("woman", "walk", "street", marks=pytest.mark.slow),
        pytest.param("horse", "run", "desert", marks=pytest.mark.slow),
    ],
)
def test_each_footfall_of_the_rig_is_heard_when_it_is_seen(rig: str, action: str, setting: str) -> None:
    name = "hooves" if rig == "horse" else "footsteps"
    plan = ShotPlan("", 7, 4.0, setting=setting, sounds=(name,), subjects=(Subject(rig, rig, action, travels=True),))
    contacts = stage.build(plan, (96, 54)).contacts
    sound = mix._mixed(plan, 0, 4 * SAMPLES_PER_SECOND, contacts)
    level = levels(sound, 0.01)
    quiet = np.median(level)
    falls = [fall for fall in contacts[0] if 0.05 < fall < 3.8]
    assert len(falls) > 4
    for fall in falls:
        at = round(fall * 100)
        assert level[at : at + 9].max() > 2 * quiet, fall
    heard = [onset for onset in onsets(sound, 40) if 0.05 < onset < 3.8]
    assert all(min(abs(onset - fall) for fall in contacts[0]) < 0.06 for onset in heard)


def test_thunder_follows_its_lightning() -> None:
    sound = mix._mixed(ShotPlan("", 7, 18.0, sounds=("thunder",)), 0, 18 * SAMPLES_PER_SECOND, {})
    level = levels(sound, 0.05)
    seen = list(strikes(7, 16.0))
    assert len(seen) >= 2
    for strike in seen:
        flash = round(strike.seconds * 20)
        after = level[flash : flash + 50]
        assert after.max() > 3 * level[max(0, flash - 4) : flash + 1].max() or after.argmax() > 4, strike
        assert 0.2 < np.flatnonzero(after > 0.25 * after.max())[0] / 20 < 2.2


def test_a_shell_is_heard_just_after_it_bursts() -> None:
    sound = mix._mixed(ShotPlan("", 5, 8.0, sounds=("fireworks",)), 0, 8 * SAMPLES_PER_SECOND, {})
    level = levels(sound, 0.02)
    heard = [level[round((burst.seconds + 0.3) * 50) :][:5].max() for burst in bursts(5, 7.0)]
    seen = [level[round(burst.seconds * 50) :][:5].max() for burst in bursts(5, 7.0)]
    assert len(heard) > 10
    assert np.median(heard) > 4 * np.median(seen)
    assert np.median(heard) > 4 * np.median(level)


def test_what_passes_comes_near_and_goes_from_one_side_to_the_other() -> None:
    car = Subject("car", "car", "drive", travels=True)
    sound = mix._mixed(ShotPlan("", 7, 8.0, sounds=("engine",), subjects=(car,)), 0, 8 * SAMPLES_PER_SECOND, {})
    thirds = np.split(sound[:, : sound.shape[1] // 3 * 3], 3, axis=1)
    left, right = zip(*((third**2).sum(axis=1) for third in thirds), strict=True)
    assert left[0] > 1.15 * right[0]
    assert right[2] > 1.15 * left[2]
    assert left[1] + right[1] > 1.2 * max(left[0] + right[0], left[2] + right[2])


@pytest.mark.slow
@pytest.mark.parametrize("name", ["waves", "wind", "fire", "birds", "crickets", "crowd", "rain", "train", "traffic"])
def test_a_bed_lives_and_does_not_repeat_itself(name: str) -> None:
    """Goal: no loop, no machine. Method: its envelope moves, and is unlike itself at any later time."""
    sound = catalog.BEDS[name].make(Span(0, 10 * SAMPLES_PER_SECOND, 11))
    level = 10 * np.log10(levels(sound, 0.05) + 1e-9)
    assert np.quantile(level, 0.95) - np.quantile(level, 0.05) > 0.8
    mono = sound.mean(axis=0)[::4]
    spectrum = np.fft.rfft(mono, 2 * mono.size)
    alike = np.fft.irfft(np.abs(spectrum) ** 2)[: mono.size]
    assert np.abs(alike[6_000 : 8 * 12_000]).max() < 0.5 * alike[0]


@pytest.mark.slow
@pytest.mark.parametrize("name", [*catalog.BEDS, *catalog.EFFECTS])
def test_no_sound_leans_to_one_side_or_is_not_a_number(name: str) -> None:
    sound = {**catalog.BEDS, **catalog.EFFECTS}[name].make(Span(0, 4 * SAMPLES_PER_SECOND, 3))
    assert np.isfinite(sound).all()
    assert np.abs(sound.mean(axis=1)).max() < 0.02 * max(np.abs(sound).max(), 1e-6)


@pytest.mark.parametrize(
    "mood",
    ["calm", "epic", *(pytest.param(mood, marks=pytest.mark.slow) for mood in MOODS if mood not in ("calm", "epic"))],
)
def test_music_keeps_its_key_and_its_tempo(mood: str) -> None:
    """Goal: music and not notes. Method: most of its energy is on the seven pitch classes of one scale, and its loudness
    has the period of a beat."""
    span = Span(0, 12 * SAMPLES_PER_SECOND, 9)
    sound = music(span, mood)
    power = np.abs(np.fft.rfft(sound.mean(axis=0))) ** 2
    hertz = np.fft.rfftfreq(sound.shape[1], 1 / SAMPLES_PER_SECOND)
    tones = (hertz > 120) & (hertz < 1400)
    classes = np.round(12 * np.log2(hertz[tones] / 440)).astype(int) % 12
    weight = np.bincount(classes, power[tones], 12)
    scale = STYLES[mood].scale
    best = max(sum(weight[(key + step) % 12] for step in scale) for key in range(12)) / weight.sum()
    assert best > 0.93
    beat = tempo(STYLES[mood], span.seed)
    rises = np.maximum(0, np.diff(np.sqrt(levels(sound, 0.02))))
    folded = np.bincount((np.arange(rises.size) * 0.02 % (beat / 2) / (beat / 2) * 8).astype(int), rises, 8)
    assert folded.max() > 1.6 * folded.mean(), "notes begin together"


def test_voices_are_told_apart_by_pitch() -> None:
    centres = {}
    for voice in ("man", "woman", "child"):
        sound = spoken(Line(None, "Mama mama mama", "plain", voice, 0.0, 2.0), 3)
        power = np.abs(np.fft.rfft(sound)) ** 2
        hertz = np.fft.rfftfreq(sound.size, 1 / SAMPLES_PER_SECOND)
        low = (hertz > 60) & (hertz < 500)
        centres[voice] = float((hertz[low] * power[low]).sum() / power[low].sum())
    assert centres["man"] < centres["woman"] < centres["child"]


def test_the_mouth_is_open_when_the_voice_is_loud() -> None:
    line = Line(0, "Where have all the little foxes gone?", starts_seconds=0.5, lasts_seconds=3.0)
    sound = spoken(line, 3)
    level = np.sqrt(levels(np.stack([sound, sound]), 0.04))
    opened = np.array([mouth(line, 0.5 + (number + 0.5) * 0.04) for number in range(level.size)])
    assert level[opened > 0.3].mean() > 1.6 * level[opened < 0.1].mean()


@pytest.mark.slow
def test_everything_else_makes_room_while_somebody_speaks() -> None:
    line = Line(None, "Listen.", starts_seconds=2.0, lasts_seconds=1.0)
    plan = ShotPlan("", 7, 5.0, sounds=("waterfall",), music="epic")
    alone = mix._mixed(plan, 0, 5 * SAMPLES_PER_SECOND, {})
    duck = mix._ducking(replace(plan, lines=(line,)), Span(0, 5 * SAMPLES_PER_SECOND, 7))
    assert np.abs(np.diff(duck)).max() < 0.001, "softly"
    assert levels(alone * duck, 0.1)[22] < 0.25 * levels(alone, 0.1)[22]
    assert levels(alone * duck, 0.1)[45] == pytest.approx(levels(alone, 0.1)[45])


def test_music_that_was_asked_for_is_heard_above_the_wind() -> None:
    plan = ShotPlan("", 7, 3.0, setting="mountains", sounds=("wind",))
    wind = mix._mixed(plan, 0, 3 * SAMPLES_PER_SECOND, {})
    both = mix._mixed(replace(plan, music="epic"), 0, 3 * SAMPLES_PER_SECOND, {})
    assert master.loudness_lufs(both - 0.5 * wind) > master.loudness_lufs(0.5 * wind)


@pytest.mark.parametrize(("x", "side"), [(0.15, 0), pytest.param(0.85, 1, marks=pytest.mark.slow)])
def test_an_animal_calls_from_where_it_is_seen(x: float, side: int) -> None:
    dog = Subject("dog", "dog", "talk", x=x)
    sound = mix._mixed(ShotPlan("", 7, 6.0, sounds=("bark",), subjects=(dog,)), 0, 6 * SAMPLES_PER_SECOND, {})
    power = (sound**2).sum(axis=1)
    assert power[side] > 2 * power[1 - side]


def test_steps_are_not_those_of_a_machine() -> None:
    walker = Subject("man", "man", "walk")
    plan = ShotPlan("", 7, 6.0, setting="room", sounds=("footsteps",), subjects=(walker,))
    times = tuple(0.3 + 0.5 * number for number in range(11))
    level = levels(mix._mixed(plan, 0, 6 * SAMPLES_PER_SECOND, {0: times}), 0.01)
    peaks = [level[round(time * 100) : round(time * 100) + 8].max() for time in times]
    assert max(peaks) > 1.8 * min(peaks)
    assert all(abs(one - other) > 1e-6 for one, other in pairwise(peaks))
