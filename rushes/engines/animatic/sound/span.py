"""Span: a stretch of the film's timeline, and chance that depends on the timeline alone.

Every random number here is drawn from (seed, name, second of the film). So a span that begins at 4 s holds the very
samples that a longer span holds from its 4th second on: that is how an extension goes on in phase.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy import signal

SAMPLES_PER_SECOND = 48000

#: Samples, float32, shape (channel, sample): 2 channels, left and right.
Stereo = NDArray[np.float32]
#: Samples, float32, shape (sample,).
Mono = NDArray[np.float32]

#: Numbers of seconds before the film are drawn too (filters warm up there), and a generator wants no negative key.
_SECONDS_BEFORE = 1 << 20
#: Slow curves are computed once per this many samples and joined by straight lines.
_CONTROL_STEP = 96


@dataclass(frozen=True)
class Span:
    start: int  #: first sample, counted from the film's beginning; may be negative
    samples: int
    seed: int
    step: int = 1  #: `t`, `turns` and `drift` give one value for so many samples: see `coarse`

    @property
    def end(self) -> int:
        return self.start + self.samples

    @cached_property
    def t(self) -> NDArray[np.float64]:
        """Film time of every sample, in seconds."""
        return np.arange(self.start, self.end, self.step, dtype=np.float64) / SAMPLES_PER_SECOND

    def coarse(self, step: int) -> Span:
        """The stretch at a `step`-th of the rate, for sounds without a top: from a sample that all spans share, and longer."""
        begins = self.start - self.start % step
        return replace(self, start=begins, samples=(self.samples // step + 64) * step, step=step)

    def fine(self, sound: Stereo, step: int) -> Stereo:
        """A sound made for `coarse(step)`, at the full rate."""
        full = signal.resample_poly(sound, step, 1, axis=1)[:, self.start % step :]
        return np.ascontiguousarray(full[:, : self.samples], np.float32)

    def silence(self) -> Stereo:
        return np.zeros((2, self.samples), np.float32)

    def named(self, name: str) -> Span:
        """The same stretch with a chance of its own."""
        return replace(self, seed=zlib.crc32(f"{self.seed}/{name}".encode()))

    def second(self, second: int, name: str) -> np.random.Generator:
        """The chance of one second of the film."""
        return np.random.default_rng((self.seed & 0xFFFFFFFF, zlib.crc32(name.encode()), second + _SECONDS_BEFORE))

    def noise(self, name: str = "noise", channels: int = 2) -> Stereo:
        """White noise, standard deviation 1, shape (channels, samples)."""
        first, last = self.start // SAMPLES_PER_SECOND, -(-self.end // SAMPLES_PER_SECOND)
        seconds = [
            self.second(s, name).standard_normal((channels, SAMPLES_PER_SECOND), np.float32)
            for s in range(first, max(last, first + 1))
        ]
        offset = self.start - first * SAMPLES_PER_SECOND
        return np.ascontiguousarray(np.concatenate(seconds, axis=1)[:, offset : offset + self.samples])

    def sparse(self, name: str, per_second: float, channels: int = 2) -> Stereo:
        """Silence with `per_second` single samples a second in each channel, few of them strong: drops, grains, sparks."""
        first, last = self.start // SAMPLES_PER_SECOND, -(-self.end // SAMPLES_PER_SECOND)
        out = np.zeros((channels, (max(last, first + 1) - first) * SAMPLES_PER_SECOND), np.float32)
        for number, second in enumerate(range(first, max(last, first + 1))):
            chance = self.second(second, name)
            for channel in range(channels):
                at = chance.integers(0, SAMPLES_PER_SECOND, int(chance.poisson(per_second)))
                strong = chance.random(at.size, np.float32)
                out[channel, number * SAMPLES_PER_SECOND + at] = strong**6 * np.where(
                    at % 2, np.float32(1), np.float32(-1)
                )
        offset = self.start - first * SAMPLES_PER_SECOND
        return np.ascontiguousarray(out[:, offset : offset + self.samples])

    def drift(self, name: str, per_second: float) -> Mono:
        """A smooth curve in 0..1 that takes a new value `per_second` times a second."""
        knots_at = (np.arange(self.start, self.end + _CONTROL_STEP, _CONTROL_STEP) / SAMPLES_PER_SECOND) * per_second
        first = math.floor(knots_at[0])
        index = np.floor(knots_at).astype(np.int64) - first
        knots = self._knots(name, first, int(index[-1]) + 2)
        part = knots_at - np.floor(knots_at)
        part = part * part * (3 - 2 * part)
        curve = knots[index] * (1 - part) + knots[index + 1] * part
        at = np.arange(0, self.samples, self.step) / _CONTROL_STEP
        smooth: Mono = np.interp(at, np.arange(curve.size), curve).astype(np.float32)
        return smooth

    def _knots(self, name: str, first: int, count: int) -> NDArray[np.float64]:
        """`count` numbers of an endless row of random numbers in 0..1, from number `first` on."""
        rows = range(first // 64, (first + count) // 64 + 1)
        row = np.concatenate([self.second(r, name).random(64) for r in rows])
        offset = first - rows.start * 64
        return row[offset : offset + count]

    def turns(self, hertz: float, *wobbles: tuple[float, float]) -> NDArray[np.float64]:
        """Full turns made since the film began by a pitch that wobbles; each wobble is (times a second, share)."""
        turns = hertz * self.t
        for number, (per_second, share) in enumerate(wobbles):
            begins = self.second(number, f"wobble {hertz}").random()
            turns = turns + hertz * share / (2 * np.pi * per_second) * np.sin(
                2 * np.pi * (per_second * self.t + begins)
            )
        return turns

    def beats(
        self, every_seconds: float, reach_seconds: float, name: str = "beats"
    ) -> Iterator[tuple[int, np.random.Generator]]:
        """Regular events, as `events` gives them; the first of a film comes well within its first interval."""
        begins = (0.25 + 0.3 * self.second(0, name).random()) * every_seconds
        first = math.floor((self.start / SAMPLES_PER_SECOND - reach_seconds - begins) / every_seconds)
        last = math.ceil((self.end / SAMPLES_PER_SECOND - begins) / every_seconds)
        for number in range(first, last + 1):
            yield round((begins + number * every_seconds) * SAMPLES_PER_SECOND) - self.start, self.second(number, name)

    def events(
        self, name: str, per_second: float, reach_seconds: float, steady: bool = False
    ) -> Iterator[tuple[int, np.random.Generator]]:
        """Chance events: (sample relative to the span's start, generator for its features).

        Also gives those that began up to `reach_seconds` before the span, because they still sound in it. Steady ones
        are as many in every second (one may be more or less). A caller must draw the same numbers for every event.
        """
        first = math.floor(self.start / SAMPLES_PER_SECOND - reach_seconds)
        for second in range(first, -(-self.end // SAMPLES_PER_SECOND)):
            chance = self.second(second, name)
            whole = int(per_second) + int(chance.random() < per_second - int(per_second))
            count = whole if steady else int(chance.poisson(per_second))
            for moment in np.sort(chance.random(count)):
                yield int((second + moment) * SAMPLES_PER_SECOND) - self.start, chance


def add(out: NDArray[np.float32], at: int, sound: NDArray[np.float32]) -> None:
    """Add `sound` to `out` from sample `at` on, last axes aligned; what falls outside is dropped."""
    first, last = max(at, 0), min(at + sound.shape[-1], out.shape[-1])
    if last > first:
        out[..., first:last] += sound[..., first - at : last - at]


def placed(sound: NDArray[np.floating], pan: float) -> Stereo:
    """Put a mono sound between the loudspeakers: pan 0 left .. 1 right, equal power."""
    angle = min(max(pan, 0.0), 1.0) * math.pi / 2
    mono = np.asarray(sound, np.float32)
    return np.stack([mono * np.float32(math.cos(angle)), mono * np.float32(math.sin(angle))])
