"""What is seen is heard, where and when it is seen; and nothing that is heard clicks, drowns or stands still."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from rushes.engines.animatic import director, stage
from rushes.engines.animatic.director import noises
from rushes.engines.animatic.plan import Line, ShotPlan, Subject
from rushes.engines.animatic.sound import bursts, catalog, master, mix, score, strikes
from rushes.engines.animatic.sound.filters import high
from rushes.engines.animatic.sound.music import music, tempo
from rushes.engines.animatic.sound.span import SAMPLES_PER_SECOND, Span
from rushes.engines.animatic.sound.styles import GENRES, MOODS, STYLES
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


def brightness(sound: Sound) -> NDArray[np.float64]:
    """The spectral centroid of each twentieth of a second, hertz."""
    rows = sound.mean(axis=0)[: sound.shape[1] // 2400 * 2400].reshape(-1, 2400) * np.hanning(2400)
    power = np.abs(np.fft.rfft(rows, axis=1)) ** 2
    return np.asarray((power * np.fft.rfftfreq(2400, 1 / SAMPLES_PER_SECOND)).sum(axis=1) / power.sum(axis=1))


def test_single_drops_are_heard_in_the_rain() -> None:
    sound = catalog.BEDS["rain"].make(Span(0, 3 * SAMPLES_PER_SECOND, 5))
    assert np.abs(sound).max() > 8 * sound.std(), "noise alone has peaks of five times its deviation"


def test_a_breaker_comes_dull_falls_loud_and_hisses_after() -> None:
    sound = catalog.BEDS["waves"].make(Span(0, 14 * SAMPLES_PER_SECOND, 5))
    level, bright = levels(sound, 0.05), brightness(sound)
    falls = 60 + int(level[60:-60].argmax())
    assert bright[falls + 10 : falls + 50].mean() > 1.3 * bright[falls - 50 : falls - 25].mean()
    assert np.quantile(level, 0.95) > 6 * np.quantile(level, 0.05)


def test_no_car_stops_hissing_at_once() -> None:
    """Goal: no edge in a passing car. Method: above 2 kHz its level moves by little from one hundredth to the next."""
    sound = catalog.BEDS["traffic"].make(Span(0, 8 * SAMPLES_PER_SECOND, 11))
    level = 10 * np.log10(levels(high(sound, 2000), 0.03) + 1e-9)
    assert np.abs(np.diff(level)).max() < 4


def test_thunder_rolls_from_all_along_the_stroke() -> None:
    sound = catalog.EFFECTS["thunder"].make(Span(0, 12 * SAMPLES_PER_SECOND, 5))
    assert np.corrcoef(sound[0], sound[1]).ravel()[1] < 0.8


def test_people_roll_from_heel_to_toe_and_a_fox_does_not() -> None:
    man, fox = Subject("man", "man", "walk"), Subject("fox", "fox", "walk")
    heard = []
    for walker in (man, fox):
        plan = ShotPlan("", 7, 3.0, setting="street", sounds=("footsteps",), subjects=(walker,))
        level = levels(mix._mixed(plan, 0, 3 * SAMPLES_PER_SECOND, {0: (0.5, 1.2, 1.9)}), 0.01)
        heard.append([level[at + 7 : at + 12].max() / level[at : at + 5].max() for at in (50, 120, 190)])
    assert np.median(heard[0]) > 5 * np.median(heard[1])


def test_laughter_has_the_rhythm_of_laughter() -> None:
    """Goal: told from talk. Method: five notes in a second (Provine and Yong, 1991) lead its envelope."""
    sound = catalog.EFFECTS["laughter"].make(Span(0, 10 * SAMPLES_PER_SECOND, 5))
    level = np.sqrt(levels(sound, 0.01))
    power = np.abs(np.fft.rfft((level - level.mean()) * np.hanning(level.size))) ** 2
    hertz = np.fft.rfftfreq(level.size, 0.01)
    spoken_of = (hertz > 2) & (hertz < 12)
    assert 4.2 < hertz[spoken_of][power[spoken_of].argmax()] < 5.8


@pytest.mark.parametrize(
    ("prompt", "heard"),
    [
        ("An empty office. SFX: a phone ringing", "telephone"),
        ("A lighthouse. Audio: a foghorn in the distance", "foghorn"),
        ("A kitchen. SFX: a kettle", "kettle"),
        ("A referee on a field. SFX: a whistle blows", "referee"),
        ("A baby in a crib. Audio: a baby crying", "baby"),
        ("The sound of breaking glass, an old house", "glass"),
        ("A rooster crows on a fence", "rooster"),
        ("A train in a snowy valley, the whistle blows", "whistle"),
        ("A chef chops vegetables in a kitchen", "chopping"),
        ("A blacksmith at the anvil", "anvil"),
    ],
)
def test_a_sound_that_is_asked_for_by_name_leads(prompt: str, heard: str) -> None:
    assert plan_of(prompt).sounds[0] == heard


@pytest.mark.parametrize(
    ("prompt", "unheard"),
    [
        ("A monk on a hill. Audio: a hurdy-gurdy, birds chirping", "hurdy-gurdy"),
        ("SFX: the pop of a champagne cork. A party", "pop champagne cork"),
        ("A monk on a hill. Audio: birds chirping, a gentle breeze", None),
        ("A quiet street. Audio: no music, distant traffic", None),
    ],
)
def test_a_sound_that_cannot_be_made_is_named_in_the_notes(prompt: str, unheard: str | None) -> None:
    notes = [note for note in plan_of(prompt).notes if note.startswith("no sound yet")]
    assert notes == ([f"no sound yet for: {unheard}"] if unheard else [])


def test_things_are_only_seen_where_no_sound_is_spoken_of() -> None:
    assert not {"horn", "door", "keys", "static", "kettle"} & {
        *plan_of("A unicorn with a golden horn").sounds,
        *plan_of("A kettle and a bunch of keys by a door, static camera").sounds,
    }


def test_every_word_for_a_sound_has_one() -> None:
    known = {*catalog.names(), *noises.SOUND_FALLBACKS}
    assert {*noises.SOUND_WORDS, *noises.ONLY_HEARD.values(), *noises.HEARD.values(), *noises.DOINGS.values()} <= known


@pytest.mark.parametrize(
    "name", ["romantic", *(pytest.param(name, marks=pytest.mark.slow) for name in ("tense", "jazz", "waltz", "folk"))]
)
def test_music_comes_home_and_is_not_cut_off(name: str) -> None:
    """Goal: an end, not a stop. Method: nothing is struck in the last second, it dies away, and it is the home chord."""
    span = Span(0, 8 * SAMPLES_PER_SECOND, 9)
    ended, cut = music(span, name, (8.0,)), music(span, name)
    assert np.abs(ended - cut)[:, : 2 * SAMPLES_PER_SECOND].max() < 0.001
    level = np.sqrt(levels(ended, 0.05))
    assert np.diff(level[-18:]).max() < 0.35 * level.max(), "nothing begins"
    assert level[-4:].mean() < 0.7 * level[-26:-16].mean(), "it dies away"
    last = ended[:, -int(1.1 * SAMPLES_PER_SECOND) :].mean(axis=0)
    power = np.abs(np.fft.rfft(last * np.hanning(last.size))) ** 2
    hertz = np.fft.rfftfreq(last.size, 1 / SAMPLES_PER_SECOND)
    tones = (hertz > 60) & (hertz < 1400)
    classes = (
        np.bincount(np.round(12 * np.log2(hertz[tones] / 440)).astype(int) % 12, power[tones], 12) / power[tones].sum()
    )
    assert np.sort(classes)[-3:].sum() > 0.7, "a chord of three"


def test_a_film_that_goes_on_after_its_last_chord_is_in_time() -> None:
    first = music(Span(0, 12 * SAMPLES_PER_SECOND, 9), "joyful", (6.0, 12.0))[:, 6 * SAMPLES_PER_SECOND :]
    later = music(Span(3 * SAMPLES_PER_SECOND, 9 * SAMPLES_PER_SECOND, 9), "joyful", (6.0, 12.0))[
        :, 3 * SAMPLES_PER_SECOND :
    ]
    assert np.abs(first - later).max() < 0.002


def test_kinds_of_music_are_told_apart() -> None:
    """Goal: a waltz is not rock. Method: brightness and bass differ by far between kinds."""
    bright, bass = {}, {}
    for name in ("rock", "musicbox", "choir"):
        sound = music(Span(0, 4 * SAMPLES_PER_SECOND, 9), name)
        bright[name] = float(np.median(brightness(sound)))
        bass[name] = float(levels(sound - high(sound, 130)).mean() / levels(sound).mean())
    assert bright["musicbox"] > 1.3 * bright["choir"]
    assert bass["rock"] > 3 * bass["musicbox"]


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("A bar at night. Audio: smooth jazz with saxophone", "jazz"),
        ("A student at a desk, lo-fi beats", "lofi"),
        ("A neon city, synthwave music", "synthwave"),
        ("Hikers on a ridge. Music: gentle folk guitar", "folk"),
        ("A couple dances. Audio: a waltz", "waltz"),
        ("A cathedral. Audio: pipe organ", "organ"),
        ("A woman plays the piano", "piano"),
        ("A storm at sea, epic orchestral music", "epic"),
        ("A violinist plays on a balcony", "quartet"),
        ("A jazz musician plays the saxophone on a street", "jazz"),
        ("A child on a swing in a garden", None),
        ("A girl plays chess in a park", None),
    ],
)
def test_music_is_of_the_kind_that_was_asked_for(prompt: str, name: str | None) -> None:
    assert plan_of(prompt).music == name


def test_every_kind_of_music_has_words_and_every_word_has_a_kind() -> None:
    assert {*noises.MUSIC_WORDS, *noises.PLAYED.values()} - {""} <= {*STYLES}
    assert {*GENRES} <= {*noises.MUSIC_WORDS}


def test_no_sound_means_none() -> None:
    plan = plan_of("No sound. A dog runs through a park, music plays")
    assert plan.sounds == ()
    assert plan.music is None
