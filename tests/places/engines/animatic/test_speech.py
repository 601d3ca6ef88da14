"""Lines of dialogue in words: how they are read, who speaks them, and, where the extra is installed, how they sound."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from rushes.engines.animatic import sound, speech
from rushes.engines.animatic.plan import Line, ShotPlan, Subject
from rushes.engines.animatic.sound import lines, master, mix, voice
from rushes.engines.animatic.sound.span import Span
from rushes.engines.animatic.speech import casting, convolutions, delivery, kokoro, throat, voices
from rushes.engines.animatic.speech.language import is_english
from rushes.engines.animatic.speech.numerals import in_words
from rushes.engines.animatic.speech.pronunciation import sounds

spoken = pytest.mark.skipif(not speech.is_installed(), reason="needs the extra rushes[speech]")

WOMAN, MAN, GIRL = Subject("woman", "woman"), Subject("old man", "elder"), Subject("girl", "girl")


def plan(
    *said: Line, prompt: str = "", seconds: float = 8.0, subjects: tuple[Subject, ...] = (WOMAN, MAN, GIRL)
) -> ShotPlan:
    return ShotPlan(prompt=prompt, seed=3, seconds=seconds, subjects=subjects, lines=said)


def line(text: str, voice: str = "woman", tone: str = "plain", speaker: int | None = 0, lasts: float = 3.0) -> Line:
    return Line(speaker, text, tone, voice, 1.0, lasts)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("It is 10:05.", "It is ten oh five."),
        ("In 1984 and 2024", "In nineteen eighty four and twenty twenty four"),
        ("my 21st, his 3rd", "my twenty first, his third"),
        ("$3.50 or 1,200 m", "three dollars fifty or one thousand two hundred m"),
        ("100% of 3.14", "one hundred percent  of three point one four"),
        ("the 1980s", "the nineteen eighties"),
        ("Dr. Who & Mrs. Brown", "doctor Who  and  missus Brown"),
        ("007", "oh oh seven"),
    ],
)
def test_figures_and_signs_are_read_as_words(written: str, said: str) -> None:
    assert in_words(written) == said


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("The apple, the fox.", "ði ˈæpᵊl, ðə fˈɑks."),
        ("Don't close it!", "dˈOnt klˈOz ɪt!"),
        ("The foxes' tails walked.", "ðə fˈɑksᵻz tˈAlz wˈɔkt."),
        ("Noooo!", "nˈO!"),
        ("FBI", "ˌɛfbˌiˈI"),
    ],
)
def test_a_line_is_heard_as_english_is_spoken(text: str, heard: str) -> None:
    assert sounds(text) == heard


def test_the_british_say_it_otherwise() -> None:
    assert sounds("The car is hot.", "gb") == "ðə kˈɑː ɪz hˈɒt."
    assert "ɹ" not in sounds("moonlanterner", "gb")[-2:]


@pytest.mark.parametrize("accent", ["us", "gb"])
def test_every_sound_of_any_word_is_one_that_the_model_knows(accent: str) -> None:
    text = "Zorblax of Quindaria's moonlantern café, née Xanthe: “Ahoy!” — 42 UFOs… (TLC) pfft, hmm; Mike'll've seen Bjørn."
    heard = sounds(text, accent)
    assert set(heard) <= set(kokoro._NUMBERS), set(heard) - set(kokoro._NUMBERS)
    assert len(heard.split()) >= 14


def test_without_letters_there_is_nothing_to_say() -> None:
    assert sounds("… !?") == sounds("") == ""


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Where did everybody go?", True),
        ("Zorblax!", True),
        ("Look, a café!", True),
        ("42!", True),
        ("Wo ist der Hund?", False),
        ("Où est la bibliothèque, mon ami?", False),
        ("¿Dónde está el gato?", False),
        ("Привет, мир", False),
        ("こんにちは", False),
    ],
)
def test_it_is_told_whether_a_line_is_english(text: str, english: bool) -> None:
    assert is_english(text) == english


def test_each_speaker_has_a_voice_and_keeps_it() -> None:
    two = (WOMAN, replace(WOMAN, noun="queen", rig="queen"))
    first, second, again = casting.parts(
        plan(line("One."), line("Two.", speaker=1), line("Three.", speaker=0), subjects=two)
    )
    assert first == again
    assert first.voice != second.voice
    old, child = casting.parts(plan(line("Hm.", "old", speaker=1), line("Oh!", "child", speaker=2)))
    assert old.voice.startswith("am_")
    assert old.throat < 1 < child.throat


@pytest.mark.parametrize(
    ("prompt", "accent"),
    [
        ('A Scottish old man says "Aye."', "gb"),
        ('An old man says "Aye." with a British accent', "gb"),
        ('An English garden. An old man says "Aye."', "us"),
        ('A British flag. An old man says "Aye."', "us"),
    ],
)
def test_an_accent_that_is_asked_for_is_spoken(prompt: str, accent: str) -> None:
    (part,) = casting.parts(plan(line("Aye.", "old", speaker=1), prompt=prompt))
    assert part.accent == accent


def test_two_women_who_are_one_subject_take_turns() -> None:
    first, second, third = casting.parts(plan(*(line("Well.") for _ in range(3)), subjects=(replace(WOMAN, count=2),)))
    assert first == third
    assert first.voice != second.voice


def test_a_mouse_speaks_higher_than_a_dragon_and_a_narrator_as_is() -> None:
    beasts = (Subject("mouse", "mouse"), Subject("dragon", "dragon"))
    mouse, dragon, narrator = casting.parts(
        plan(*(line("I see.", "neutral", speaker=number) for number in (0, 1, None)), subjects=beasts)
    )
    assert mouse.throat > narrator.throat == 1.0 > dragon.throat


def test_every_voice_has_its_styles() -> None:
    for name in voices.VOICES:
        style = voices.style(name, 40)
        assert style.shape == (1, 256)
        assert 0.2 < np.abs(style).max() < 10
    assert {name for row in casting._CAST.values() for name in row} | set(casting._NARRATOR.values()) <= set(
        voices.VOICES
    )


def test_a_long_text_is_spoken_in_parts_that_end_between_words() -> None:
    text = sounds("We were there, all of us. " * 20)
    parts = kokoro.split(text)
    assert all(len(part) <= kokoro.TOKENS_MAX for part in parts)
    assert "".join(parts).replace(" ", "") == text.replace(" ", "")


def test_a_line_may_last_until_the_next_or_the_end() -> None:
    shot = plan(Line(0, "One.", starts_seconds=1.0), Line(1, "Two.", starts_seconds=4.0), seconds=6.0)
    assert speech.room_of(shot, 0) == pytest.approx(2.85)
    assert speech.room_of(shot, 1) == pytest.approx(1.85)


def vowel(hertz: float, seconds: float = 1.0) -> NDArray[np.float32]:
    t = np.arange(int(kokoro.HERTZ * seconds)) / kokoro.HERTZ
    return np.asarray(sum(np.sin(2 * np.pi * hertz * n * t) / n for n in range(1, 20)) * 0.1, np.float32)


def pitch(voice: NDArray[np.float32], rate: int = kokoro.HERTZ) -> tuple[float, float]:
    """(strength, hertz) of the strongest period between 70 and 400 Hz: medians over where it is loud."""
    found = []
    size = rate // 12
    for first in range(0, voice.size - size, size // 2):
        window = voice[first : first + size] * np.hanning(size)
        if (window**2).mean() < 0.1 * (voice**2).mean():
            continue
        alike = np.fft.irfft(np.abs(np.fft.rfft(window, 2 * size)) ** 2)
        periods = alike[rate // 400 : rate // 70] / alike[0]
        if periods.max() > 0.4:
            found.append((periods.max(), rate / (rate // 400 + periods.argmax())))
        else:
            found.append((periods.max(), 0.0))
    strength, hertz = np.median(found, axis=0)
    return float(strength), float(hertz)


def test_a_throat_sets_the_pitch_and_a_whisper_has_none() -> None:
    chance = np.random.default_rng(1)
    assert pitch(throat.resized(vowel(120), 1.25))[1] == pytest.approx(150, abs=3)
    assert pitch(throat.mechanical(vowel(120), 98.0))[1] == pytest.approx(98, abs=2)
    assert pitch(throat.sung(vowel(120), 131.0, [0.0], chance))[1] > 128
    assert pitch(throat.whispered(vowel(120), chance))[0] < 0.35


def test_without_the_extra_lines_are_mumbled_and_the_metadata_says_how_to_change_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module in (speech, delivery):
        monkeypatch.setattr(module, "is_installed", lambda: False)
    shot = plan(line("Where did everybody go?"))
    assert speech.deliveries(shot) == (None,)
    assert np.array_equal(lines.heard(shot)[0].sound, voice.spoken(shot.lines[0], shot.seed))
    assert "pip install 'rushes[speech]'" in sound.told(shot)
    assert sound.told(plan()) == ""


def told_words(heard: Callable[[NDArray[np.float32]], str], shot: ShotPlan) -> list[str]:
    return [heard(said.sound) for said in lines.heard(shot)]


@spoken
def test_a_convolution_written_as_a_product_gives_the_same_numbers() -> None:
    """A model of one convolution, once as it is and once rewritten."""
    import onnxruntime

    weights = (np.arange(3 * 4 * 5) * 7 % 251).astype(np.uint8)
    tensors = [_unsigned("w", weights, [3, 4, 5]), _unsigned("wz", np.array([120], np.uint8), [])]
    node = convolutions._node("ConvInteger", ["x", "w", "z", "wz"], "y", dilations=[2], pads=[4, 4], kernel_shape=[5])
    ends = [_shaped(11, "x", 2, [1, 4, 9]), _shaped(11, "z", 2, []), _shaped(12, "y", 6, [1, 3, 9])]
    graph = b"".join([node, convolutions._field(2, "g"), *tensors, *ends])
    model = b"".join([convolutions._field(1, 9), convolutions._field(7, graph), convolutions._field(8, convolutions._field(2, 20))])  # fmt: skip
    given = {"x": (np.arange(36).reshape(1, 4, 9) * 11 % 256).astype(np.uint8), "z": np.array(99, np.uint8)}
    rewritten = convolutions.as_products(model)
    assert b"MatMulInteger" in rewritten
    assert b"ConvInteger" not in rewritten
    plain, product = (onnxruntime.InferenceSession(each).run(None, given)[0] for each in (model, rewritten))
    assert np.array_equal(plain, product)


def _unsigned(name: str, values: NDArray[np.uint8], shape: list[int]) -> bytes:
    parts = [*(convolutions._field(1, size) for size in shape), convolutions._field(2, 2), convolutions._field(8, name)]
    return convolutions._field(5, b"".join([*parts, convolutions._field(9, values.tobytes())]))


def _shaped(number: int, name: str, kind: int, shape: list[int]) -> bytes:
    """An input (11) or output (12) of a graph; see ValueInfoProto."""
    sizes = b"".join(convolutions._field(1, convolutions._field(1, size)) for size in shape)
    tensor = convolutions._field(1, kind) + convolutions._field(2, sizes)
    return convolutions._field(number, convolutions._field(1, name) + convolutions._field(2, convolutions._field(1, tensor)))  # fmt: skip


@spoken
@pytest.mark.slow
def test_what_is_spoken_is_recognised() -> None:
    pocketsphinx = pytest.importorskip("pocketsphinx")
    decoder = pocketsphinx.Decoder(pocketsphinx.Config(samprate=16000, loglevel="FATAL"))

    def heard(voice: NDArray[np.float32]) -> str:
        pcm = (voice[::3] / np.abs(voice).max() * 20000).astype(np.int16)
        quiet = np.zeros(4000, np.int16)
        decoder.start_utt()
        decoder.process_raw(np.concatenate([quiet, pcm, quiet]).tobytes(), full_utt=True)
        decoder.end_utt()
        return str(decoder.hyp().hypstr) if decoder.hyp() else ""

    said = {
        "The old captain waited for the morning light.": ("woman", "plain"),
        "Nobody knows what happened in the winter.": ("man", "plain"),
        "We are going home before the evening.": ("woman", "whisper"),
    }
    for text, (kind, tone) in said.items():
        words = text.lower().rstrip(".").split()
        (found,) = told_words(heard, plan(line(text, kind, tone)))
        missed = [word for word in words if word not in found.split()]
        assert len(missed) <= 3, (text, found)


@spoken
@pytest.mark.slow
def test_speakers_differ_in_pitch_and_all_are_as_loud() -> None:
    shot = plan(line("Mother made a lovely meal.", "woman"), line("Mother made a lovely meal.", "man", speaker=1), line("Mother made a lovely meal.", "child", speaker=2))  # fmt: skip
    woman, man, child = (pitch(said.sound, 48000)[1] for said in lines.heard(shot))
    assert 80 < man < 150 < woman < child < 320
    levels = [master.loudness_lufs(np.stack([each.sound, each.sound])) for each in lines.heard(shot)]
    assert max(levels) - min(levels) < 1.0, levels


@spoken
def test_a_film_with_a_spoken_line_is_as_loud_as_any_and_the_mouth_moves_with_it() -> None:
    shot = plan(line("Where did everybody go?", lasts=2.0), seconds=4.0)
    heard = sound.score(shot, 4.0)
    assert abs(master.loudness_lufs(heard.T) - master.LOUDNESS_LUFS) <= 1.0
    open_at = sound.mouths(shot, 0)
    wide = np.array([open_at(t / 50) for t in range(200)])
    energy = np.array([(heard[t * 960 : (t + 1) * 960] ** 2).mean() for t in range(200)])
    assert wide[:50].max() == 0.0
    assert wide.max() > 0.9
    assert np.corrcoef(wide, np.sqrt(energy))[0, 1] > 0.6
    assert sound.mouths(shot, 1)(1.5) == 0.0
    assert sound.told(shot) == "Kokoro-82M v1.0 int8"


@spoken
@pytest.mark.slow
@pytest.mark.parametrize("tone", ["plain", "whisper"])
def test_words_stand_out_of_rain_and_music(tone: str) -> None:
    shot = replace(
        plan(line("Follow me to the river.", tone=tone), seconds=4.0), sounds=("rain", "wind"), music="joyful"
    )
    span = Span(0, 4 * 48000, shot.seed)
    voices_alone = mix._voices(shot, span)
    others = mix._mixed(shot, 0, 4 * 48000, {}) - voices_alone
    now = slice(48000, 2 * 48000)
    assert master.loudness_lufs(voices_alone[:, now]) > master.loudness_lufs(others[:, now]) + (
        10 if tone == "plain" else 6
    )


@spoken
@pytest.mark.slow
def test_a_line_fits_where_it_is_and_other_languages_are_mumbled() -> None:
    shot = plan(
        Line(0, "We have so very much to say and so little time to say it in.", "plain", "woman", 0.5, 1.5),
        Line(1, "Wo ist der Hund?", "plain", "old", 3.0, 1.5),
        seconds=5.0,
    )
    first, second = speech.deliveries(shot)
    assert first is not None
    assert first.seconds <= 2.36
    assert second is None
    assert sound.told(shot).endswith("not English and mumbled: line 2")


_SAY = """
import hashlib
from rushes.engines.animatic import speech
from rushes.engines.animatic.plan import Line, ShotPlan
line = Line(None, "Listen, the sea.", "sing", "woman", 0.5, 2.0)
(said,) = speech.deliveries(ShotPlan(prompt="", seed=3, seconds=4, lines=(line,)))
print(hashlib.sha256(said.samples.tobytes()).hexdigest())
"""


@spoken
@pytest.mark.slow
def test_two_processes_speak_the_same_samples() -> None:
    digests = {
        subprocess.run([sys.executable, "-c", _SAY], capture_output=True, check=True, text=True).stdout
        for _ in range(2)
    }
    assert len(digests) == 1
    assert len(next(iter(digests)).strip()) == len(hashlib.sha256().hexdigest())
