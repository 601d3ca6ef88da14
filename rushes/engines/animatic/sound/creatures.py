"""Sounds of animals: glides of pitch, given a throat."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .filters import band, high, in_room, low, pink, resonances, sine, swell
from .span import SAMPLES_PER_SECOND, Mono, Span, Stereo, add, placed
from .throats import buzz, calls, cry, phrase, saw


def birds(span: Span) -> Stereo:
    """Songs of a few notes each: three near singers with a song of their own, and others far off among the trees."""
    out, far = span.silence(), span.silence()
    singers = [_singer(span.second(number, "singers")) for number in range(3)]
    first = int(span.second(0, "kinds").integers(len(_SONGS)))
    # No two of them are of one kind.
    singers = [replace(singer, kind=(first + 2 * number) % len(_SONGS)) for number, singer in enumerate(singers)]
    for at, chance in span.events("songs", 1.0, 2.5, steady=True):
        singer, loud = singers[int(chance.integers(3))], chance.uniform(0.45, 1.0)
        add(out, at, placed(singer.song(chance) * np.float32(0.28 * loud), singer.pan))
    for at, chance in span.events("far songs", 0.9, 2.5):
        stranger, pan = _singer(chance), chance.random()
        add(far, at, placed(stranger.song(chance) * np.float32(0.12), pan))
    return in_room(out, 0.7, 0.1) + in_room(low(far, 5000), 1.6, 0.6)


#: What each kind sings: notes as (seconds, silence after, pitch at the start, middle and end, flutter a second, its depth),
#: pitches as shares of the singer's own; and how often the row is sung, fewest and most.
_Row = tuple[tuple[float, float, float, float, float, float, float], ...]
_SONGS: tuple[tuple[_Row, int, int], ...] = (
    # The two whistles of a titmouse.
    (((0.16, 0.05, 1.18, 1.2, 1.16, 0, 0), (0.13, 0.07, 0.9, 0.92, 0.9, 0, 0)), 2, 5),
    # A sparrow's chirps: up and sharply down.
    (((0.055, 0.12, 0.8, 1.45, 0.7, 0, 0), (0.05, 0.22, 0.85, 1.3, 0.75, 0, 0)), 1, 4),
    # A wren's trill.
    (((0.034, 0.018, 1.25, 1.05, 0.85, 0, 0),), 9, 22),
    # A chaffinch, that falls and ends in a flourish.
    (
        (
            (0.06, 0.04, 1.4, 1.2, 1.3, 0, 0), (0.06, 0.03, 1.3, 1.1, 1.2, 0, 0), (0.07, 0.03, 1.15, 0.95, 1.05, 0, 0),
            (0.07, 0.03, 1.0, 0.8, 0.95, 0, 0), (0.22, 0.3, 0.8, 1.2, 0.75, 24, 0.12),
        ), 1, 1,
    ),
    # A blackbird: slow, rounded, each phrase of other notes.
    (((0.2, 0.04, 0.55, 0.62, 0.58, 5, 0.02), (0.12, 0.03, 0.7, 0.58, 0.75, 0, 0), (0.26, 0.35, 0.62, 0.5, 0.52, 9, 0.03)), 1, 2),
    # A cricket-like buzz, as a warbler ends.
    (((0.07, 0.03, 1.0, 1.1, 1.0, 0, 0), (0.07, 0.03, 1.1, 1.2, 1.1, 0, 0), (0.3, 0.3, 1.2, 1.35, 1.1, 55, 0.09)), 1, 2),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Singer:
    hertz: float
    pan: float
    kind: int  #: of _SONGS

    def song(self, chance: np.random.Generator) -> Mono:
        """A phrase, never twice quite the same."""
        row, fewest, most = _SONGS[self.kind]
        parts: list[tuple[float, Mono]] = []
        begins, pitch = 0.0, self.hertz * chance.uniform(0.97, 1.03)
        for again in range(int(chance.integers(fewest, most + 1))):
            for lasts, rest, first, middle, last, flutter, depth in row:
                lasts *= chance.uniform(0.9, 1.1)
                samples = int(lasts * SAMPLES_PER_SECOND)
                u = np.linspace(0, 1, samples, dtype=np.float32)
                # Through three points, without a corner.
                curve = first * (1 - u) ** 2 + 2 * (2 * middle - (first + last) / 2) * u * (1 - u) + last * u * u
                curve = curve * (1 + depth * np.sin(2 * np.pi * flutter * lasts * u)) * (1 - 0.004 * again)
                voice = sine((pitch * chance.uniform(0.985, 1.015) * curve).astype(np.float32), samples)
                shape = np.sin(np.pi / 2 * np.minimum(1, np.minimum(u / 0.2, (1 - u) / 0.4))) ** 2
                parts.append((begins, (voice * shape * chance.uniform(0.65, 1.0)).astype(np.float32)))
                begins += lasts + rest * chance.uniform(0.85, 1.2)
        return phrase(parts)


def _singer(chance: np.random.Generator) -> _Singer:
    return _Singer(chance.uniform(2900, 4600), chance.uniform(0.1, 0.9), int(chance.integers(len(_SONGS))))


def crickets(span: Span) -> Stereo:
    """Crickets near and far in mild night air, each with a pitch and a beat of its own, and pauses."""
    coarse = span.coarse(2)
    out = np.zeros((2, coarse.t.size), np.float32)
    for cricket in range(6):
        chance = span.second(cricket, "crickets")
        hertz, beat, pan = chance.uniform(3500, 4700), chance.uniform(1.1, 2.1), chance.random()
        near, per_chirp, pulse = chance.uniform(0.15, 1.0) ** 1.5, int(chance.integers(2, 5)), chance.uniform(28, 38)
        # A chirp is some strokes of the wing: each swells and dies, or it is a telephone.
        within = ((coarse.turns(beat, (0.17, 0.07), (0.61, 0.04)) + chance.random()) % 1.0) / beat
        stroke = within * pulse
        shape = np.where(stroke < per_chirp, np.sin(np.pi * (stroke % 1.0)) ** 2, 0.0)
        sings = np.clip(4 * coarse.drift(f"sings {cricket}", 0.35) - 0.6, 0, 1)
        voice = np.sin(2 * np.pi * coarse.turns(hertz, (0.23, 0.003), (3.7, 0.0006))) * shape * sings
        out += placed((voice * (0.16 * near)).astype(np.float32), pan)
    night = high(low(pink(span.noise("night")), 900), 140) * (0.035 + 0.03 * span.drift("night air", 0.3))
    return in_room(low(span.fine(out, 2), 6000), 0.8, 0.25) + night


def bees(span: Span) -> Stereo:
    """Insects that hum past."""
    out = span.silence()
    for number in range(4):
        pan = span.drift(f"way {number}", 0.5)
        near = span.drift(f"near {number}", 0.4) ** 3
        turns = span.turns(170.0 + 33 * number, (0.7, 0.03), (5.3, 0.01))
        buzz = ((turns % 1.0) * 2 - 1).astype(np.float32) * near
        out += np.stack([buzz * np.sqrt(1 - pan), buzz * np.sqrt(pan)])
    return high(low(out, 1800), 150) * np.float32(0.4)


def frogs(span: Span) -> Stereo:
    out = span.silence()
    for at, chance in span.events("croaks", 1.8, 0.6):
        seconds, hertz, pan = chance.uniform(0.2, 0.4), chance.uniform(80, 130), chance.random()
        loud = chance.uniform(0.15, 1.0)
        samples = int(seconds * SAMPLES_PER_SECOND)
        pulses = 0.3 + np.maximum(0, sine(float(chance.uniform(26, 40)), samples))
        croak = resonances(buzz(hertz, hertz * 1.15, samples), (500, 1100), (120, 200), (1.0, 0.5)) * pulses
        add(out, at, placed(croak * np.hanning(samples).astype(np.float32) * np.float32(loud), pan))
    return in_room(high(out, 150), 1.2, 0.25)


def owl(span: Span) -> Stereo:
    """Two hoots and a long one, far off in the trees."""

    def call(chance: np.random.Generator) -> Mono:
        hertz = chance.uniform(330, 400)
        parts = [(0.0, 0.28, 1.0), (0.42, 0.2, 0.97), (0.72, 0.75, 1.0)]
        return phrase([(begins, _hoot(hertz * pitch, seconds)) for begins, seconds, pitch in parts])

    return in_room(calls(span, 4.6, 1.8, call), 1.5, 0.28)


def _hoot(hertz: float, seconds: float) -> Mono:
    samples = int(seconds * SAMPLES_PER_SECOND)
    t = np.linspace(0, 1, samples, dtype=np.float32)
    pitch = hertz * (0.94 + 0.08 * np.sin(np.pi * t))
    return np.asarray(
        (sine(pitch, samples) + 0.12 * sine(pitch * 2, samples)) * np.maximum(0, np.sin(np.pi * t)) ** 0.7, np.float32
    )


def seagulls(span: Span) -> Stereo:
    """Gulls: cries that fall, in rows."""

    def call(chance: np.random.Generator) -> Mono:
        cries, base = int(chance.integers(2, 5)), chance.uniform(1000, 1400)
        return phrase(
            [(n * 0.34, cry(base * 0.95, base * 1.35, base * 0.8, 0.3, (1500, 2900), chance)) for n in range(cries)]
        )

    return in_room(calls(span, 2.3, 1.8, call), 1.2, 0.3)


def howl(span: Span) -> Stereo:
    """A wolf: up, held, and slowly down."""

    def call(chance: np.random.Generator) -> Mono:
        samples = int(2.9 * SAMPLES_PER_SECOND)
        t = np.linspace(0, 1, samples, dtype=np.float32)
        top = chance.uniform(460, 560)
        pitch = np.interp(t, [0, 0.18, 0.6, 1.0], [top * 0.55, top, top * 0.97, top * 0.6]).astype(np.float32)
        pitch *= 1 + 0.008 * np.sin(2 * np.pi * 5 * t * 2.9)
        voice = sine(pitch, samples) + 0.35 * sine(pitch * 2, samples) + 0.12 * sine(pitch * 3, samples)
        return np.asarray(voice * np.minimum(1, np.minimum(t / 0.08, (1 - t) / 0.3)), np.float32)

    return in_room(calls(span, 5.0, 3.2, call), 3.0, 0.5)


def bark(span: Span) -> Stereo:
    def call(chance: np.random.Generator) -> Mono:
        base = chance.uniform(300, 420)
        count, gap = int(chance.integers(1, 4)), chance.uniform(0.26, 0.42)
        return phrase(
            [
                (
                    n * gap,
                    cry(base * chance.uniform(0.93, 1.07), base * 1.5, base * 0.6, 0.17, (700, 1500), chance, 0.5),
                )
                for n in range(count)
            ]
        )

    return in_room(calls(span, 2.2, 1.2, call), 0.7, 0.15)


def meow(span: Span) -> Stereo:
    def call(chance: np.random.Generator) -> Mono:
        """Mouth closed, open, closed: that is what the word says too."""
        base, seconds = chance.uniform(480, 620), chance.uniform(0.55, 0.85)
        samples = int(seconds * SAMPLES_PER_SECOND)
        u = np.linspace(0, 1, samples, dtype=np.float32)
        pitch = base * np.interp(u, [0, 0.15, 0.4, 0.75, 1], [0.92, 1.15, 1.3, 1.12, 0.8])
        pitch *= 1 + 0.012 * np.sin(2 * np.pi * 6.5 * u * seconds)
        source = low(saw(pitch.astype(np.float32)), 3500) + chance.standard_normal(samples, np.float32) * np.float32(
            0.04
        )
        closed = resonances(source, (480, 1300), (120, 300), (1.0, 0.2))
        opened = resonances(source, (1050, 2200), (220, 380), (1.0, 0.5))
        wide = np.interp(u, [0, 0.2, 0.45, 0.8, 1], [0, 0.6, 1, 0.5, 0]).astype(np.float32)
        shape = np.interp(u, [0, 0.1, 0.45, 0.8, 1], [0, 0.55, 1, 0.45, 0]).astype(np.float32)
        return (closed * (1 - wide) + opened * wide) * shape

    return in_room(calls(span, 3.0, 1.0, call), 0.6, 0.15)


def purr(span: Span) -> Stereo:
    """A cat content: rumble that comes and goes with its breath."""
    breath = 0.35 + 0.65 * np.abs(np.sin(np.pi * 0.8 * span.t))
    flutter = np.maximum(0, np.sin(2 * np.pi * span.turns(25.0, (0.4, 0.04)))) ** 2
    noise = low(pink(span.noise()), 400)
    return np.asarray(noise * (breath * flutter).astype(np.float32), np.float32)


def roar(span: Span) -> Stereo:
    """A big cat, or worse: a moan that opens into the roar and sinks, and the grunts that follow it."""

    def call(chance: np.random.Generator) -> Mono:
        base, seconds = chance.uniform(80, 110), chance.uniform(1.3, 1.9)
        parts = [(0.0, _growl(base, seconds, chance))]
        parts += [
            (seconds * 0.92 + 0.42 * number, _growl(base * 0.85, 0.34, chance) * np.float32(0.5 - 0.1 * number))
            for number in range(2)
        ]
        return phrase(parts)

    return in_room(calls(span, 4.4, 3.2, call), 1.6, 0.28)


def _growl(base: float, seconds: float, chance: np.random.Generator) -> Mono:
    """Folds so slack that they shut at every second or third swing only: a roar is rough (Titze, 2010, on lions)."""
    samples = int(seconds * SAMPLES_PER_SECOND)
    u = np.linspace(0, 1, samples, dtype=np.float32)
    pitch = (
        base
        * np.interp(u, [0, 0.3, 0.6, 1], [0.85, 1.5, 1.35, 0.6])
        * (1 + 0.05 * np.sin(2 * np.pi * 31 * u * seconds))
    )
    turns = np.cumsum(pitch) / SAMPLES_PER_SECOND
    rough = 0.55 + 0.45 * np.sign(np.sin(np.pi * turns)) * np.sin(2 * np.pi * turns * 0.34)
    breath = chance.standard_normal(samples, np.float32) * np.float32(0.45)
    source = (((turns % 1.0) * 2 - 1).astype(np.float32) + breath) * rough.astype(np.float32)
    shut = resonances(source, (260, 620), (90, 160), (1.0, 0.3))
    opened = resonances(source, (480, 950, 2300), (130, 220, 500), (1.0, 0.7, 0.25))
    wide = np.interp(u, [0, 0.3, 0.65, 1], [0, 1, 0.8, 0]).astype(np.float32)
    shape = np.interp(u, [0, 0.18, 0.4, 0.7, 1], [0, 0.6, 1, 0.6, 0]).astype(np.float32)
    return np.asarray((shut * (1 - wide) + opened * wide) * shape, np.float32)


def neigh(span: Span) -> Stereo:
    """A whinny: a squeal that falls and shakes ever more slowly, and the snort after it."""

    def call(chance: np.random.Generator) -> Mono:
        seconds = chance.uniform(1.1, 1.5)
        samples = int(seconds * SAMPLES_PER_SECOND)
        u = np.linspace(0, 1, samples, dtype=np.float32)
        base = chance.uniform(720, 880)
        shakes = np.cumsum(np.interp(u, [0, 0.25, 1], [15, 13, 8])) / SAMPLES_PER_SECOND
        depth = np.interp(u, [0, 0.12, 0.35, 0.9, 1], [0, 0.02, 0.14, 0.12, 0.03])
        pitch = (
            base * np.interp(u, [0, 0.1, 0.25, 1], [0.85, 1.25, 1.2, 0.55]) * (1 + depth * np.sin(2 * np.pi * shakes))
        )
        source = low(saw(pitch.astype(np.float32)), 5200, 1) + chance.standard_normal(samples, np.float32) * np.float32(
            0.18
        )
        voice = resonances(source, (950, 1900, 3300), (260, 400, 600), (1.0, 0.7, 0.35))
        voice *= (0.72 + 0.28 * np.cos(2 * np.pi * shakes)) * np.minimum(1, np.minimum(u / 0.06, (1 - u) / 0.35))
        length = int(0.42 * SAMPLES_PER_SECOND)
        v = np.linspace(0, 1, length, dtype=np.float32)
        flutter = 0.5 + 0.5 * np.sin(2 * np.pi * 23 * v * 0.42)
        snort = (
            band(chance.standard_normal(length, np.float32), 250, 1900) * flutter * np.minimum(1, v / 0.08) * (1 - v)
        )
        return phrase([(0.0, voice.astype(np.float32)), (seconds + 0.12, (snort * np.float32(0.2)).astype(np.float32))])

    return in_room(calls(span, 4.4, 2.4, call), 0.9, 0.15)


def whale(span: Span) -> Stereo:
    """Whale song: slow glides that answer each other through a great deal of water."""

    def call(chance: np.random.Generator) -> Mono:
        samples = int(2.6 * SAMPLES_PER_SECOND)
        t = np.linspace(0, 1, samples, dtype=np.float32)
        base = chance.uniform(140, 320)
        goals = base * chance.uniform(0.7, 1.9, 4)
        pitch = np.interp(t, np.linspace(0, 1, 4), goals).astype(np.float32)
        voice = sine(pitch, samples) + 0.25 * sine(pitch * 2.01, samples)
        return np.asarray(voice * np.maximum(0, np.sin(np.pi * t)) ** 1.2, np.float32)

    return in_room(calls(span, 3.1, 2.8, call), 3.5, 0.6, 2500)


def wings(span: Span) -> Stereo:
    """Wing beats: a few strokes, a glide, a few more; each a soft burst of air and the rustle of feathers."""
    out = span.silence()
    for at, chance in span.beats(2.1, 2.4, "strokes"):
        pan, pace, strokes = chance.uniform(0.35, 0.65), chance.uniform(0.17, 0.24), int(chance.integers(4, 9))
        for number in range(strokes):
            samples = int(pace * 0.85 * SAMPLES_PER_SECOND)
            noise = chance.standard_normal((2, samples), np.float32)
            down = band(noise, 160, 1100) * np.hanning(samples).astype(np.float32)
            rustle = low(high(noise, 2500), 9000, 1) * swell(samples, 0.03, 0.03) * np.float32(0.12)
            loud = np.float32(chance.uniform(0.7, 1.0) * (1 - 0.4 * number / strokes))
            side = np.array([[1 - pan], [pan]], np.float32) * np.float32(1.4)
            add(
                out,
                at + int(number * pace * chance.uniform(0.97, 1.03) * SAMPLES_PER_SECOND),
                (down + rustle) * side * loud,
            )
    return out
