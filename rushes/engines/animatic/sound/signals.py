"""Sounds that carry far and mean something: horns, whistles, pings, blows, shots, engines of saws."""

from __future__ import annotations

import numpy as np

from .filters import band, high, in_room, low, resonances, struck, swell
from .span import SAMPLES_PER_SECOND, Mono, Span, Stereo, add, placed


def _seconds(seconds: float) -> Mono:
    return np.arange(int(seconds * SAMPLES_PER_SECOND), dtype=np.float32) / np.float32(SAMPLES_PER_SECOND)


def _at(at: int, seconds: float) -> int:
    return at + int(seconds * SAMPLES_PER_SECOND)


def _edges(t: Mono, rise: float, fall: float) -> Mono:
    return np.asarray(np.minimum(1, np.minimum(t / rise, (t[-1] - t) / fall)), np.float32)


def _reed(hertz: Mono | float, t: Mono, partials: int, fall: float) -> Mono:
    turns = np.cumsum(np.broadcast_to(hertz, t.shape).astype(np.float64)) / SAMPLES_PER_SECOND
    return np.asarray(sum(np.sin(2 * np.pi * k * turns + k) / k**fall for k in range(1, partials + 1)), np.float32)


def foghorn(span: Span) -> Stereo:
    """Two low tones over the water, and their echo."""
    out = span.silence()
    for at, chance in span.beats(6.5, 4.0):
        t = _seconds(2.4)
        sag = 1 - 0.05 * np.clip((t - 2.0) / 0.4, 0, 1) - 0.03 * np.exp(-t / 0.08)
        horn = _reed(98 * sag, t, 14, 0.7) + 0.7 * _reed(146.5 * sag, t, 10, 0.8)
        breath = band(chance.standard_normal(t.size, np.float32), 150, 900) * np.float32(0.3)
        add(out, at, placed(low((horn + breath) * _edges(t, 0.12, 0.3), 1400) * np.float32(0.2), 0.5))
    return in_room(out, 3.0, 0.4, 2500)


def whistle(span: Span) -> Stereo:
    """A steam whistle: a chord with breath in it, one long call and a short one, and the valley that answers."""
    out = span.silence()
    for at, chance in span.beats(5.5, 4.5):
        for begins, seconds in ((0.0, 1.3), (1.5, 0.5)):
            t = _seconds(seconds)
            scoop = 1 - 0.09 * np.exp(-t / 0.07) - 0.06 * np.clip((t - seconds + 0.15) / 0.15, 0, 1)
            chord = sum(_reed(hertz * scoop, t, 4, 1.3) for hertz in (311.1, 370.0, 440.0, 523.3))
            steam = band(chance.standard_normal(t.size, np.float32), 700, 5000) * np.float32(0.5)
            add(out, _at(at, begins), placed((chord + steam) * _edges(t, 0.06, 0.18) * np.float32(0.12), 0.5))
    return in_room(out, 2.6, 0.4, 3500)


def horn(span: Span) -> Stereo:
    """A car's horn: two tones, a third apart, one beep and a longer one."""
    out = span.silence()
    for at, chance in span.beats(3.6, 2.0):
        for begins, seconds in ((0.0, 0.22), (0.36, chance.uniform(0.4, 0.9))):
            t = _seconds(seconds)
            add(
                out,
                _at(at, begins),
                placed(
                    (_reed(415.0, t, 9, 0.5) + _reed(523.0, t, 9, 0.5)) * _edges(t, 0.015, 0.05) * np.float32(0.1), 0.5
                ),
            )
    return in_room(high(out, 300), 1.2, 0.2)


def referee(span: Span) -> Stereo:
    """A pea whistle: two tones so near that they beat, chopped by the pea."""
    out = span.silence()
    for at, chance in span.beats(4.0, 1.6):
        for begins, seconds in ((0.0, 0.2), (0.32, 0.75)):
            t = _seconds(seconds)
            pea = 0.6 + 0.4 * np.sin(2 * np.pi * 38 * t)
            tone = (
                np.sin(2 * np.pi * 2950 * t) + 0.8 * np.sin(2 * np.pi * 3140 * t) + 0.2 * np.sin(2 * np.pi * 6050 * t)
            )
            air = band(chance.standard_normal(t.size, np.float32), 2000, 6500) * np.float32(0.3)
            add(
                out,
                _at(at, begins),
                placed(((tone + air) * pea * _edges(t, 0.02, 0.04)).astype(np.float32) * np.float32(0.15), 0.5),
            )
    return in_room(out, 1.0, 0.15)


def sonar(span: Span) -> Stereo:
    """Ping; and from far away the ping again."""
    out = span.silence()
    t = _seconds(1.4)
    ping = (np.sin(2 * np.pi * 1150 * t) * np.exp(-t / 0.3) * np.minimum(1, t / 0.006)).astype(np.float32)
    for at, _ in span.beats(3.2, 4.0):
        for begins, loud, pan in ((0.0, 1.0, 0.5), (1.1, 0.22, 0.7)):
            add(out, _at(at, begins), placed(ping * np.float32(loud * 0.3), pan))
    return in_room(out, 3.0, 0.45, 3000)


def gong(span: Span) -> Stereo:
    """A tam-tam: struck low, it takes half a second to shimmer, and rings for long."""
    out = span.silence()
    t = _seconds(6.0)
    for at, chance in span.beats(6.5, 6.2):
        sound = np.zeros(t.size, np.float32)
        for hertz in 62 * 1.19 ** np.arange(22) * chance.uniform(0.97, 1.03, 22):
            rise, fall = 0.003 + 0.5 * min(1.0, hertz / 1500), 2.6 / (1 + hertz / 900)
            sound += (
                np.sin(2 * np.pi * np.float32(hertz) * t + np.float32(hertz))
                * np.minimum(1, t / np.float32(rise))
                * np.exp(-t / np.float32(fall))
                / np.float32(1 + hertz / 500)
            )
        add(out, at, placed(sound * np.minimum(1, (t[-1] - t) / 0.5) * np.float32(0.15), 0.5))
    return in_room(out, 2.4, 0.3)


def swords(span: Span) -> Stereo:
    """Blades that meet, ring and scrape."""
    out = span.silence()
    for at, chance in span.events("blows", 1.25, 1.4, steady=True):
        hertz, pan = chance.uniform(1500, 2600), chance.uniform(0.3, 0.7)
        ring = struck(chance, 1.1, tuple(hertz * r for r in (1.0, 1.58, 2.21, 2.93, 3.87)), (2.5, 4, 7, 12, 30), 0.0008)
        clash = (
            low(high(chance.standard_normal(7000, np.float32), 1800), 7500)
            * swell(7000, 0.0005, 0.014)
            * np.float32(0.5)
        )
        add(out, at, placed(ring * np.float32(70), pan))
        add(out, at, placed(clash, pan))
        if chance.random() < 0.4:
            samples = int(0.35 * SAMPLES_PER_SECOND)
            scrape = resonances(
                chance.standard_normal(samples, np.float32), (hertz * 1.6, hertz * 2.4), (300, 500), (1.0, 0.8)
            )
            add(out, _at(at, 0.1), placed(scrape * np.hanning(samples).astype(np.float32) * np.float32(0.25), pan))
    return in_room(out, 1.0, 0.18)


def gunshot(span: Span) -> Stereo:
    """A shot: the crack, the blast, and its echoes."""
    out = span.silence()
    for at, chance in span.beats(3.4, 3.0):
        noise = chance.standard_normal(24000, np.float32)
        shot = low(high(noise, 700), 7000, 1) * swell(24000, 0.0004, 0.012) * np.float32(2.0)
        shot += low(noise, 500) * swell(24000, 0.001, 0.06) * np.float32(2.2)
        for begins, loud, pan in ((0.0, 1.0, 0.5), (0.31, 0.16, 0.2), (0.52, 0.12, 0.8), (0.83, 0.07, 0.4)):
            echo = shot if begins == 0 else low(shot, 1500)
            add(out, _at(at, begins), placed(echo * np.float32(loud), pan))
    return in_room(out, 1.8, 0.25, 3000)


def anvil(span: Span) -> Stereo:
    """A hammer on an anvil: a full blow, and the hammer's bounce."""
    out = span.silence()
    for at, chance in span.beats(1.15, 2.0):
        for begins, loud in ((0.0, 1.0), (0.27, 0.25)):
            ring = struck(chance, 1.5, (1480.0, 2730.0, 4110.0, 6300.0), (1.6, 2.6, 6, 20), 0.0008) * np.float32(18)
            ring += struck(chance, 1.5, (210.0, 480.0), (60, 120), 0.004)
            add(out, _at(at, begins), placed(ring * np.float32(loud * chance.uniform(0.8, 1.0)), 0.5))
    return in_room(out, 0.9, 0.18)


def sawing(span: Span) -> Stereo:
    """A handsaw: teeth through wood, forward harder than back."""
    out = span.silence()
    for at, chance in span.beats(0.85, 1.0):
        for begins, seconds, loud, rate in ((0.0, 0.36, 1.0, 105), (0.42, 0.32, 0.5, 85)):
            t = _seconds(seconds)
            teeth = (
                0.4 + 0.6 * np.maximum(0, np.sin(2 * np.pi * rate * t * (0.8 + 0.4 * np.sin(np.pi * t / seconds)))) ** 2
            )
            noise = resonances(
                chance.standard_normal(t.size, np.float32), (900.0, 2100.0, 4000.0), (500, 900, 1600), (0.7, 1.0, 0.6)
            )
            add(
                out,
                _at(at, begins),
                placed(
                    (noise * teeth * np.maximum(0, np.sin(np.pi * t / seconds)) ** 0.6 * loud).astype(np.float32), 0.5
                ),
            )
    return in_room(out, 0.6, 0.12)


def chainsaw(span: Span) -> Stereo:
    """A two-stroke that idles, screams when it is pressed, and tears through wood."""
    load = np.clip(2.2 * span.drift("load", 0.55) - 0.5, 0, 1)
    # Speed is summed from a fixed beat of the film, so that it is the same whichever span is asked for.
    turns = span.turns(118.0, (0.21, 0.16), (0.53, 0.06), (9.0, 0.01))
    fires = ((turns % 1.0) ** 3 * 2 - 0.5).astype(np.float32)
    chain = band(span.noise("chain"), 1200, 5500) * (0.15 + 0.35 * load)
    motor = resonances(high(fires, 90), (420.0, 1050.0, 2300.0), (200, 400, 900), (1.0, 1.0, 0.8))
    out: Stereo = placed(motor * (0.5 + 0.7 * load), 0.5) + chain * np.float32(0.5)
    return out


def screech(span: Span) -> Stereo:
    """Tyres that slide: a squeal of rubber that sinks as the car slows."""
    out = span.silence()
    for at, chance in span.beats(4.6, 2.6):
        t = _seconds(chance.uniform(1.2, 1.9))
        sink = np.interp(t / t[-1], [0, 0.15, 1], [0.9, 1.05, 0.75]) * (1 + 0.012 * np.sin(2 * np.pi * 27 * t))
        squeal = _reed(820 * sink, t, 5, 0.9) + 0.7 * _reed(1013 * sink, t, 4, 0.9)
        rub = band(chance.standard_normal(t.size, np.float32), 700, 3500) * np.float32(0.7)
        add(out, at, placed((squeal + rub) * _edges(t, 0.07, 0.35) * np.float32(0.12), 0.5))
    return in_room(out, 1.1, 0.18)


def crash(span: Span) -> Stereo:
    """Something heavy falls or hits: the blow, what breaks, what comes to rest."""
    out = span.silence()
    for at, chance in span.beats(4.8, 2.6):
        noise = chance.standard_normal((2, 60000), np.float32)
        blow = low(noise, 260) * swell(60000, 0.002, 0.16) * np.float32(2.2) + band(noise, 300, 3200) * swell(
            60000, 0.002, 0.07
        )
        add(out, at, blow * np.float32(0.7))
        for late in np.sort(chance.exponential(0.3, 26)):
            hertz = chance.uniform(350, 2600)
            piece = struck(chance, 0.2, (hertz, hertz * 1.9), (hertz * 0.1, hertz * 0.2), 0.003)
            add(
                out,
                _at(at, min(0.06 + late, 1.5)),
                placed(piece * np.float32(2.2 * np.exp(-late / 0.5)), chance.random()),
            )
    return in_room(out, 1.1, 0.2)


def whoosh(span: Span) -> Stereo:
    """Air that is parted: a band of noise that comes, passes and goes."""
    out = span.silence()
    for at, chance in span.beats(2.2, 1.4):
        t = np.linspace(-0.5, 0.5, int(0.9 * SAMPLES_PER_SECOND), dtype=np.float32)
        noise, side = chance.standard_normal(t.size, np.float32), chance.choice([-1, 1])
        near = np.exp(-((t / 0.16) ** 2))
        air = band(noise, 250, 900) * near + band(noise, 900, 3800) * near**2 * np.float32(0.8)
        pan = (0.5 + 0.4 * side * np.tanh(t * 5)).astype(np.float32)
        add(out, at, np.stack([air * np.sqrt(1 - pan), air * np.sqrt(pan)]).astype(np.float32))
    return out


def flapping(span: Span) -> Stereo:
    """Cloth in the wind, a sail or a flag, that snaps when it fills."""
    noise = span.noise()
    flutter = np.clip(2.4 * span.drift("flutter", 9.0) - 0.7, 0, 1) * (0.4 + 0.8 * span.drift("gust", 0.6))
    out: Stereo = band(noise, 160, 1500) * flutter.astype(np.float32)
    for at, chance in span.events("snaps", 1.6, 0.3):
        snap = band(chance.standard_normal(6000, np.float32), 300, 3200) * swell(6000, 0.004, 0.02)
        add(out, at, placed(snap * np.float32(chance.uniform(0.4, 1.3)), chance.uniform(0.3, 0.7)))
    return out


def drumroll(span: Span) -> Stereo:
    """A snare's roll that grows, and the stroke that ends it."""
    out = span.silence()
    for at, chance in span.beats(5.2, 5.0):
        for number in range(76):
            loud = 1.5 if number == 75 else 0.15 + 0.55 * (number / 75) ** 1.5
            begins = 0.045 * number + (0.12 if number == 75 else chance.uniform(0, 0.006))
            wires = low(high(chance.standard_normal(7000, np.float32), 1300), 7000) * swell(
                7000, 0.0008, 0.035 if number == 75 else 0.02
            )
            skin = struck(chance, 0.14, (190.0, 330.0), (60, 90), 0.002) * np.float32(4)
            add(out, _at(at, begins), placed((wires * np.float32(0.5)) * np.float32(loud), 0.5))
            add(out, _at(at, begins), placed(skin * np.float32(loud), 0.5))
    return in_room(out, 0.8, 0.15)
