"""What a bird has before its head: beak, bill, the face of an owl, wattles. In radii of the head, its middle at (0, 0)."""

from __future__ import annotations

from rushes.engines.animatic.rigs.fowls import Fowl
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, closed


def draw_beak(pen: Pen, fowl: Fowl, mouth: float) -> None:
    long = fowl.beak_long / fowl.head
    hue = rgb(fowl.beak)
    wide = 0.36 if not fowl.beak_hooked else 0.46
    with pen.turned(0.6, 0.1, 24 * mouth):
        pen.poly([(0, -0.12), (0.3 + long * 0.9, 0.06), (0, wide * 0.85)], dim(hue, 0.8))
    if fowl.tuft:
        # A dodo's: long, deep at its end, and hooked.
        outline = closed([(0.45, -0.50), (0.80 + 0.5 * long, -0.40), (0.95 + long, -0.34), (1.12 + 1.05 * long, 0.22), (0.98 + 1.0 * long, 0.78), (0.84 + 0.92 * long, 0.44), (0.70 + 0.55 * long, 0.26), (0.45, 0.44)], 0.85)  # fmt: skip
        pen.fill(outline, pen.ramp((0.5, 0.0), (1.05 + long, 0.0), [rgb(fowl.face), hue, dim(hue, 0.62)], [0, 0.55, 1]))
        pen.line([(0.5, 0.16), (0.7 + 0.5 * long, 0.12), (0.8 + 0.9 * long, 0.24)], 0.06, dim(hue, 0.55))
        pen.oval(0.95, -0.18, 0.10, 0.05, dim(hue, 0.45))
        return
    if fowl.beak_hooked:
        pen.blob(
            [
                (0.62, -0.42),
                (0.9 + long * 0.7, -0.28),
                (0.95 + long * 0.9, 0.22),
                (0.85 + long * 0.72, 0.42),
                (0.72 + long * 0.5, 0.1),
                (0.6, 0.22),
            ],
            hue,
            tight=0.8,
        )
    else:
        if fowl.bill:
            # A large curved bill with a dark end.
            outline = closed([(0.55, -0.62), (0.9 + 0.5 * long, -0.62), (0.95 + long, -0.10), (0.98 + long, 0.36), (0.7 + 0.6 * long, 0.22), (0.55, 0.42)], 0.8)  # fmt: skip
            pen.fill(
                outline,
                pen.ramp(
                    (0.6, 0.0),
                    (1.0 + long, 0.0),
                    [tint(hue, 0.3), hue, rgb("#d8503c"), rgb(fowl.bill)],
                    [0, 0.4, 0.72, 0.86],
                ),
            )
            return
        pen.poly([(0.6, -wide), (1.0 + long, 0.12), (0.6, 0.30)], hue)


def draw_owl_face(pen: Pen, fowl: Fowl, shut: bool, mouth: float) -> None:
    pale, coat = rgb(fowl.breast), rgb(fowl.coat)
    for x in (-0.72, 0.72):
        pen.poly([(x * 0.55, -0.78), (x * 1.25, -1.45), (x * 1.3, -0.45)], dim(coat, 0.8))
    for x in (-0.40, 0.46):
        pen.dot(x, -0.08, 0.54, pale)
        if shut:
            pen.line([(x - 0.3, -0.08), (x, 0.06), (x + 0.3, -0.08)], 0.08, rgb("#2a2020"))
        else:
            pen.dot(x, -0.08, 0.38, rgb("#f2b62c"))
            pen.dot(x + 0.03, -0.08, 0.23, rgb("#1c1818"))
            pen.dot(x + 0.11, -0.18, 0.09, WHITE)
    pen.poly([(-0.10, 0.12), (0.18, 0.12), (0.04, 0.52 + 0.15 * mouth)], rgb(fowl.beak))


def draw_comb(pen: Pen) -> None:
    """A hen's, with the lobe under her beak."""
    for x, y in ((-0.3, -1.0), (0.15, -1.15), (0.55, -0.95)):
        pen.dot(x, y, 0.34, rgb("#d8343c"))
    pen.oval(0.62, 0.75, 0.2, 0.34, rgb("#d8343c"))


def draw_wattles(pen: Pen, sway: float) -> None:
    """A turkey's: what hangs from its forehead over the beak, and the red folds of its throat."""
    red = rgb("#c8302c")
    pen.blob([(0.20, 0.55), (0.62, 0.45), (0.66 + sway, 1.25), (0.42 + sway, 1.75), (0.16, 1.25)], pen.ramp((0, 0.5), (0, 1.7), [red, dim(red, 0.8)]))  # fmt: skip
    for x, y, radius in ((-0.15, 1.15, 0.26), (0.12, 1.45, 0.28), (-0.38, 1.55, 0.24), (-0.10, 1.85, 0.25)):
        pen.dot(x, y, radius, tint(red, 0.06))
    pen.tube([(0.62, -0.42), (1.05, -0.12), (1.10 + 0.7 * sway, 0.62)], [0.30, 0.24, 0.16], tint(red, 0.08))
