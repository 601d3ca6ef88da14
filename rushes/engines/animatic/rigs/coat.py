"""Coat: the colours of an animal."""

from __future__ import annotations

from dataclasses import dataclass

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.breeds import Breed
from rushes.engines.animatic.rigs.hue import dim, lightness, mix, rgb, tint


@dataclass(frozen=True, slots=True)
class Coat:
    main: Rgb
    belly: Rgb
    dark: Rgb
    leg: Rgb
    tip: Rgb
    cheeks: Rgb
    mane: Rgb
    mark: Rgb  #: of stripes, spots and patches
    nose: Rgb

    @classmethod
    def of(cls, breed: Breed, subject: Subject) -> Coat:
        main, belly, dark, mark = rgb(breed.coat), rgb(breed.belly), rgb(breed.dark), rgb(breed.pattern_colour)
        mane = rgb(breed.mane_colour)
        if subject.colour is not None:
            main = _fur(rgb(subject.colour))
            belly, dark = mix(belly, tint(main, 0.55), 0.55), mix(dark, dim(main, 0.45), 0.6)
            mark, mane = mix(mark, dim(main, 0.55), 0.2), mix(mane, dim(main, 0.5), 0.3)
            if lightness(main) < 0.25:
                mark, mane = dim(main, 0.8), dim(main, 0.8)
        if "old" in subject.traits:
            main, mark = mix(main, (0.78, 0.76, 0.74), 0.3), mix(mark, (0.6, 0.6, 0.6), 0.3)
        cheeks = rgb(breed.cheeks) if breed.cheeks else mix(main, belly, 0.4)
        if subject.colour is not None and breed.cheeks:
            cheeks = mix(cheeks, tint(main, 0.6), 0.5)
        leg = dark if breed.sock >= 1 else main
        return cls(main, belly, dark, leg, rgb(breed.tip) if breed.tip else main, cheeks, mane, mark, rgb(breed.nose))


def _fur(colour: Rgb) -> Rgb:
    """A paint colour as an animal could have it: black keeps some light for the relief, white some grey."""
    light = lightness(colour)
    if light < 0.12:
        return mix(colour, (0.30, 0.28, 0.30), 0.55)
    return dim(colour, 0.95) if light > 0.9 else colour
