"""Sounds and music that a prompt asks for by name are made, or said to be missing; and each is like what it is called."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from rushes.engines.animatic.director import noises
from rushes.engines.animatic.plan import Line, ShotPlan, Subject
from rushes.engines.animatic.sound import catalog, lines, master, mix
from rushes.engines.animatic.sound.filters import high
from rushes.engines.animatic.sound.music import music
from rushes.engines.animatic.sound.span import SAMPLES_PER_SECOND, Span
from rushes.engines.animatic.sound.styles import GENRES, STYLES
from rushes.engines.animatic.sound.voice import spoken
from tests.places.engines.animatic.test_sound_events import levels, plan_of

Sound = NDArray[np.float32]


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


def test_hooves_ring_on_a_street_and_thud_in_a_meadow() -> None:
    horse = Subject("horse", "horse", "run")
    bright = {}
    for place in ("street", "meadow"):
        plan = ShotPlan("", 7, 3.0, setting=place, sounds=("hooves",), subjects=(horse,))
        sound = mix._mixed(plan, 0, 3 * SAMPLES_PER_SECOND, {0: (0.5, 0.9, 1.3, 1.7)})
        loud = levels(sound, 0.05)
        bright[place] = float(brightness(sound)[loud > 0.2 * loud.max()].mean())
    assert bright["street"] > 2.5 * bright["meadow"]


@pytest.mark.parametrize("verb", ["sings", "is singing", "sang", "hums"])
def test_who_sings_a_line_does_not_speak_it(verb: str) -> None:
    assert [line.tone for line in plan_of(f'A woman {verb}, "Oh my love, come home"').lines] == ["sing"]


@pytest.mark.parametrize("name", ["calm", "sad"])
def test_music_is_in_the_key_in_which_somebody_sings(name: str) -> None:
    line = Line(None, "Row, row, row your boat", "sing", "man", 0.5, 3.0)
    sung = lines.sung_pitch(ShotPlan("", 7, 4.0, lines=(line,)))
    assert sung is not None
    sound = music(Span(0, 4 * SAMPLES_PER_SECOND, 9), name, sung=sung)
    power = np.abs(np.fft.rfft(sound.mean(axis=0))) ** 2
    hertz = np.fft.rfftfreq(sound.shape[1], 1 / SAMPLES_PER_SECOND)
    tones = (hertz > 120) & (hertz < 1400)
    weight = np.bincount(np.round(69 + 12 * np.log2(hertz[tones] / 440)).astype(int) % 12, power[tones], 12)
    # Lydian has one note besides those of the major scale.
    assert sum(weight[(sung + step) % 12] for step in (0, 2, 4, 5, 6, 7, 9, 11)) > 0.93 * weight.sum()


@pytest.mark.parametrize("voice", ["man", "child", "robot"])
def test_all_voices_are_as_loud_as_a_womans(voice: str) -> None:
    def loudness(kind: str) -> float:
        line = spoken(Line(None, "The train leaves at seven.", "plain", kind, 0.0, 2.0), 3)
        return master.loudness_lufs(np.stack([line, line]))

    assert abs(loudness(voice) - loudness("woman")) < 1.0


def test_talk_gives_way_to_a_line_more_than_wind_does() -> None:
    line, span = Line(None, "Listen.", starts_seconds=1.0, lasts_seconds=1.0), Span(0, 3 * SAMPLES_PER_SECOND, 7)
    wind, talk = (
        mix._ducking(ShotPlan("", 7, 3.0, sounds=(name,), lines=(line,)), span).min() for name in ("wind", "crowd")
    )
    assert 0.5 * wind < talk < 0.8 * wind


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
