"""The sound of a plan: loudness, peaks, lengths, sameness, and extensions that go on in phase."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from rushes.engines.animatic.plan import Line, ShotPlan, Subject
from rushes.engines.animatic.sound import catalog, master, mix, places, score
from rushes.engines.animatic.sound.span import Span
from rushes.engines.animatic.sound.styles import STYLES
from rushes.engines.animatic.sound.syllables import mouth
from rushes.engines.animatic.sound.voice import spoken
from rushes.errors import ValueNotAllowed


def plan(*sounds: str, seed: int = 7, seconds: float = 4, subjects: tuple[Subject, ...] = ()) -> ShotPlan:
    return ShotPlan(prompt="", seed=seed, seconds=seconds, sounds=sounds, subjects=subjects)


def correlation(a: NDArray[np.float32], b: NDArray[np.float32]) -> float:
    return float(np.corrcoef(a.ravel(), b.ravel())[0, 1])


#: All are measured in the long run, a few of each kind in the quick one.
_SOME = catalog.names()[::9]


@pytest.mark.parametrize(
    "name", [name if name in _SOME else pytest.param(name, marks=pytest.mark.slow) for name in catalog.names()]
)
def test_every_sound_of_the_catalog_is_mastered_to_the_same_loudness(name: str) -> None:
    walker, horse = Subject("man", "human", action="walk"), Subject("horse", "horse", action="run")
    sound = score(plan(name, subjects=(walker, horse, Subject("boat", "rowboat", action="sail"))), 4)
    assert sound.dtype == np.float32
    assert sound.shape == (4 * 48000, 2)
    assert abs(master.loudness_lufs(sound.T) - master.LOUDNESS_LUFS) <= 1.0
    assert master.true_peak_dbtp(sound.T) <= master.TRUE_PEAK_DBTP


@pytest.mark.parametrize("seconds", [0.1, 1.0, 2.5, 1.00001])
def test_the_number_of_samples_is_exact(seconds: float) -> None:
    assert len(score(plan("wind"), seconds)) == round(seconds * 48000)


def test_a_plan_without_sounds_is_silent() -> None:
    assert not score(plan(), 2).any()


def test_the_same_seed_sounds_the_same_and_another_one_does_not() -> None:
    first, second, other = (score(plan("fire", "birds", seed=seed), 2) for seed in (3, 3, 4))
    assert np.array_equal(first, second)
    assert abs(correlation(first, other)) < 0.2


@pytest.mark.parametrize(
    "name",
    [
        name if name in _SOME else pytest.param(name, marks=pytest.mark.slow)
        for name in (*catalog.BEDS, *catalog.EFFECTS)
    ],
)
def test_an_extension_goes_on_in_phase(name: str) -> None:
    sound, second = {**catalog.BEDS, **catalog.EFFECTS}[name], 48000
    whole = sound.make(Span(-3 * second, 9 * second, 7))[:, 7 * second :] * sound.gain
    after = sound.make(Span(second, 5 * second, 7))[:, 3 * second :] * sound.gain
    assert np.abs(whole - after).max() < 0.002


@pytest.mark.parametrize("name", ["wind", "thunder", "whale", "applause"])
def test_an_extension_begins_as_loud_as_its_film_ended(name: str) -> None:
    whole = score(plan(name, seconds=6), 6)[4 * 48000 :]
    after = score(plan(name, seconds=6), 2, starts=4.0)
    assert np.abs(whole[:480] - after[:480]).max() < 0.02


def test_steps_are_heard_when_the_feet_touch_down() -> None:
    walker = Subject("man", "human", action="walk")
    sound = score(plan("footsteps", subjects=(walker,)), 4, contacts={0: (1.0, 2.5)})
    energy = (sound**2).sum(axis=1).reshape(-1, 4800).mean(axis=1)
    loud = set(np.flatnonzero(energy > energy.max() * 0.1).tolist())
    assert {10, 25} <= loud <= {10, 11, 12, 25, 26, 27}


def test_a_subject_on_the_left_is_heard_on_the_left() -> None:
    sound = score(plan("footsteps", subjects=(Subject("man", "human", action="walk", x=0.1),)), 2)
    left, right = (sound**2).sum(axis=0)
    assert left > 2 * right


def test_an_unknown_sound_is_refused_by_name() -> None:
    with pytest.raises(ValueNotAllowed, match="vuvuzela"):
        score(plan("vuvuzela"), 1)


@pytest.mark.parametrize(
    "mood",
    [name if name in ("calm", "epic", "jazz") else pytest.param(name, marks=pytest.mark.slow) for name in STYLES],
)
def test_every_mood_has_music_that_plays_on_in_an_extension(mood: str) -> None:
    scored = ShotPlan(prompt="", seed=3, seconds=6, music=mood)
    assert abs(master.loudness_lufs(score(scored, 6).T) - master.LOUDNESS_LUFS) <= 1.0
    # As mixed: a part in which the last chord dies away may be mastered louder.
    whole, after = mix._mixed(scored, 0, 6 * 48000, {})[:, 4 * 48000 :], mix._mixed(scored, 4 * 48000, 2 * 48000, {})
    assert np.abs(whole - after).max() < 0.002


def test_a_mood_without_music_is_refused() -> None:
    with pytest.raises(ValueNotAllowed, match="hungry"):
        score(ShotPlan(prompt="", seed=1, seconds=2, music="hungry"), 1)


@pytest.mark.parametrize("voice", ["woman", "man", "child", "old", "robot", "neutral"])
def test_a_line_is_heard_while_it_is_spoken_and_nowhere_else(voice: str) -> None:
    line = Line(None, "Where did it go?", voice=voice, starts_seconds=1.0, lasts_seconds=1.5)
    sound = score(ShotPlan(prompt="", seed=3, seconds=4, lines=(line,)), 4)
    energy = (sound**2).sum(axis=1).reshape(-1, 4800).mean(axis=1)
    assert energy[10:23].mean() > 100 * max(energy[:9].mean(), energy[32:].mean())


def test_voices_differ_in_pitch_and_a_whisper_has_none() -> None:
    def pitched(voice: str, tone: str = "plain") -> tuple[float, float]:
        """(strength, hertz) of the strongest period between 70 and 400 Hz: medians over the line."""
        sound = spoken(Line(None, "Mama mama mama mama", tone, voice, 0.0, 2.0), 1)
        found = []
        for first in range(4800, sound.size - 6000, 2400):
            window = sound[first : first + 3600] * np.hanning(3600)
            alike = np.fft.irfft(np.abs(np.fft.rfft(window, 16384)) ** 2)[:700]
            periods = alike[120:686] / alike[0]
            found.append((periods.max(), 48000 / (120 + periods.argmax())))
        strength, hertz = np.median(found, axis=0)
        return float(strength), float(hertz)

    (voiced, man), (_, woman), (_, child) = pitched("man"), pitched("woman"), pitched("child")
    assert 90 < man < 140 < woman < 250 < child
    assert pitched("man", "whisper")[0] < 0.6 * voiced


def test_beds_make_room_for_a_line() -> None:
    line = Line(None, "Listen.", starts_seconds=2.0, lasts_seconds=1.0)
    alone = mix._mixed(plan("wind"), 0, 4 * 48000, {})
    ducked = mix._ducking(replace(plan("wind"), lines=(line,)), Span(0, 4 * 48000, 7))
    assert alone.shape[1] == ducked.size
    assert ducked[: 48000 + 24000].min() == 1.0
    assert ducked[2 * 48000 + 4800] < 0.5


def test_the_mouth_moves_only_while_the_line_is_heard() -> None:
    line = Line(0, "This must be it.", starts_seconds=1.0, lasts_seconds=1.2)
    open_at = [t / 100 for t in range(300) if mouth(line, t / 100) > 0.05]
    assert 1.0 <= open_at[0] < 1.1
    assert 1.5 < open_at[-1] <= 2.2
    assert all(0.0 <= mouth(line, t / 100) <= 1.0 for t in range(300))


def test_every_word_of_the_catalog_means_one_sound() -> None:
    words = [word for sound in (*catalog.BEDS.values(), *catalog.EFFECTS.values()) for word in sound.words]
    words += [word for spoken_of in catalog.FOLEY.values() for word in spoken_of]
    assert len(words) == len(set(words))
    assert catalog.named("Surf") == "waves"
    assert catalog.named("kazoo") is None


@pytest.mark.parametrize(
    ("setting", "weather", "ground"),
    [
        ("room", "clear", "wood"),
        ("street", "rain", "puddles"),
        ("street", "clear", "stone"),
        ("meadow", "snow", "snow"),
    ],
)
def test_feet_sound_of_what_they_walk_on(setting: str, weather: str, ground: str) -> None:
    assert places.ground_of(replace(plan(), setting=setting, weather=weather)) == ground


def test_nothing_clicks_where_the_film_begins_and_ends() -> None:
    sound = score(plan("waterfall"), 2)
    assert np.abs(sound[:8]).max() < 0.01
    assert np.abs(sound[-8:]).max() < 0.01
    assert np.abs(np.diff(sound, axis=0)).max() < 0.9
