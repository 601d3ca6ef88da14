"""Pelts and tails of small round animals: spines, bands, scales, patches; paddle, whip, bob."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs import fur
from rushes.engines.animatic.rigs.hue import dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point, closed, spline
from rushes.engines.animatic.rigs.snouts import Critter


def draw_pelt(pen: Pen, c: Critter, main: Rgb, at: Point, half: Point, *, brow: Point | None = None) -> None:
    {"spines": _spines, "bands": _bands, "scales": _scales, "patches": _patches, "stripe": _stripe, "shell": _shell}[
        c.pelt
    ](pen, c, main, at, half, brow)


def _spines(pen: Pen, c: Critter, main: Rgb, at: Point, half: Point, brow: Point | None) -> None:
    """A dome of spines that point back and out, pale at their tips, down to the brow."""
    (x, y), (wide, deep) = at, half
    dark = rgb(c.pelt_colour)
    pen.blob([(x - 1.0 * wide, y + 0.45 * deep), (x - 0.92 * wide, y - 0.5 * deep), (x - 0.4 * wide, y - 1.0 * deep), (x + 0.25 * wide, y - 1.02 * deep), (x + 0.80 * wide, y - 0.66 * deep), (x + 0.92 * wide, y - 0.12 * deep), (x + 0.5 * wide, y + 0.10 * deep), (x - 0.2 * wide, y + 0.52 * deep), (x - 0.7 * wide, y + 0.66 * deep)], dark)  # fmt: skip
    for row in range(8):
        share = row / 7
        for k in range(17):
            u = (k + 0.5 * (row % 2)) / 16.5
            # From the flank at the bottom of the dome up over its edge, later rows nearer to us.
            angle = math.pi * (1.06 - 1.02 * u)
            radius = 1.02 - 0.92 * share
            rx, ry = (
                x + radius * wide * 0.96 * math.cos(angle),
                y + 0.12 * deep - radius * deep * 1.08 * math.sin(angle),
            )
            if rx > x + 0.34 * wide and ry > y - 0.05 * deep:
                continue
            lean = 0.62 + 0.25 * math.sin(5.1 * k + 2.3 * row)
            out = (math.cos(angle) * radius - lean, -math.sin(angle) * radius * 0.9 - 0.12)
            far = math.hypot(*out) or 1.0
            long = 0.17 + 0.04 * math.sin(2.7 * k + row)
            tip = (rx + long * out[0] / far, ry + long * out[1] / far)
            near = (rx + 0.62 * long * out[0] / far, ry + 0.62 * long * out[1] / far)
            tone = mix(dark, tint(dark, 0.2), (k * 0.618 + row * 0.3) % 1)
            side = (-0.022 * out[1] / far, 0.022 * out[0] / far)
            pen.poly([(rx - side[0], ry - side[1]), (rx + side[0], ry + side[1]), tip], tone)
            pen.poly([(near[0] - 0.42 * side[0], near[1] - 0.42 * side[1]), (near[0] + 0.42 * side[0], near[1] + 0.42 * side[1]), tip], tint(rgb("#e6d4b4"), 0.1 * (k % 2)))  # fmt: skip


def _bands(pen: Pen, c: Critter, main: Rgb, at: Point, half: Point, brow: Point | None) -> None:
    """Plates over shoulder and rump, bands between them."""
    (x, y), (wide, deep) = at, half
    pen.blob([(x - 1.1 * wide, y + 0.35 * deep), (x - 0.9 * wide, y - 1.2 * deep), (x + 0.9 * wide, y - 1.2 * deep), (x + 0.95 * wide, y + 0.30 * deep), (x, y + 0.62 * deep)], dim(main, 0.96))  # fmt: skip
    for k in range(10):
        u = x + (-0.48 + 0.098 * k) * wide
        lean = 0.10 * (k - 4.5) / 4.5 * wide
        pen.line([(u + 0.3 * lean, y - 1.1 * deep), (u + 0.02 * wide, y - 0.3 * deep), (u - 0.2 * lean, y + 0.58 * deep)], 0.022, dim(main, 0.62), 0.9)  # fmt: skip
        pen.line([(u + 0.3 * lean + 0.022, y - 1.1 * deep), (u + 0.04 * wide, y - 0.3 * deep), (u - 0.2 * lean + 0.02, y + 0.56 * deep)], 0.012, tint(main, 0.35), 0.6)  # fmt: skip
    for side in (-1, 1):
        for k in range(24):
            px = x + side * wide * (0.56 + 0.38 * ((k * 0.618) % 1))
            py = y + deep * (-0.85 + 1.15 * ((k * 0.755) % 1))
            pen.oval(px, py, 0.030, 0.024, dim(main, 0.76), 0.7)
    pen.line(
        [(x - wide, y + 0.42 * deep), (x, y + 0.62 * deep), (x + 0.9 * wide, y + 0.36 * deep)],
        0.03,
        dim(main, 0.7),
        0.8,
    )


def _scales(pen: Pen, c: Critter, main: Rgb, at: Point, half: Point, brow: Point | None) -> None:
    """Rows of broad scales, each over the next behind it."""
    (x, y), (wide, deep) = at, half
    for row in range(7):
        v = 0.45 - 0.27 * row
        for k in range(12, -1, -1):
            u = 0.98 - 0.165 * (12 - k + 0.5 * (row % 2))
            px, py = x + u * wide, y + v * deep * (1 - 0.25 * u * u)
            tone = tint(main, 0.16) if (k + row) % 3 == 0 else main if (k + row) % 3 == 1 else dim(main, 0.86)
            pen.blob([(px + 0.10, py - 0.055), (px + 0.02, py - 0.09), (px - 0.13, py - 0.005), (px + 0.02, py + 0.085), (px + 0.10, py + 0.05)], tone)  # fmt: skip
            pen.line(
                [(px + 0.02, py - 0.085), (px - 0.125, py - 0.003), (px + 0.02, py + 0.08)], 0.010, dim(main, 0.55), 0.8
            )


def _patches(pen: Pen, c: Critter, main: Rgb, at: Point, half: Point, brow: Point | None) -> None:
    (x, y), (wide, deep) = at, half
    light = rgb(c.pelt_colour)
    pen.blob([(x - 0.02 * wide, y - 1.2 * deep), (x + 0.42 * wide, y - 1.1 * deep), (x + 0.34 * wide, y + 0.2 * deep), (x + 0.42 * wide, y + 1.2 * deep), (x - 0.1 * wide, y + 1.2 * deep), (x - 0.06 * wide, y)], light)  # fmt: skip
    pen.blob([(x - 1.1 * wide, y - 0.2 * deep), (x - 0.78 * wide, y - 0.1 * deep), (x - 0.7 * wide, y + 0.6 * deep), (x - 1.0 * wide, y + 1.1 * deep)], dim(rgb("#3a2a22"), 1.1))  # fmt: skip


def _stripe(pen: Pen, c: Critter, main: Rgb, at: Point, half: Point, brow: Point | None) -> None:
    """A skunk's: white along the back."""
    (x, y), (wide, deep) = at, half
    pen.tube([(x - 1.0 * wide, y - 0.1 * deep), (x - 0.4 * wide, y - 0.66 * deep), (x + 0.3 * wide, y - 0.66 * deep), (x + 0.9 * wide, y - 0.4 * deep)], [0.14, 0.20, 0.18, 0.10], rgb(c.belly))  # fmt: skip


def _shell(pen: Pen, c: Critter, main: Rgb, at: Point, half: Point, brow: Point | None) -> None:
    """A high dome of plates with a rim."""
    (x, y), (wide, deep) = at, half
    hue = rgb(c.pelt_colour)
    dome = closed([(x - 1.16 * wide, y + 0.42 * deep), (x - 1.02 * wide, y - 0.50 * deep), (x - 0.55 * wide, y - 1.22 * deep), (x, y - 1.44 * deep), (x + 0.55 * wide, y - 1.20 * deep), (x + 0.98 * wide, y - 0.46 * deep), (x + 1.08 * wide, y + 0.36 * deep), (x, y + 0.62 * deep)])  # fmt: skip
    pen.fill(dome, pen.ramp((x, y - 1.4 * deep), (x, y + 0.6 * deep), [tint(hue, 0.16), hue, dim(hue, 0.72)]))
    with pen.within(dome):
        for row, (v, count, size) in enumerate(((-0.98, 3, 0.30), (-0.32, 4, 0.30))):
            for k in range(count):
                cx = x + (k - (count - 1) / 2) * 0.52 * wide
                cy = y + v * deep
                for share, tone in (
                    (1.0, dim(hue, 0.66)),
                    (0.86, tint(hue, 0.10 + 0.05 * row)),
                    (0.56, tint(hue, 0.26)),
                    (0.28, mix(hue, rgb("#e6d488"), 0.5)),
                ):
                    w, h = 0.27 * wide * share, size * deep * share * 1.1
                    pen.blob([(cx - w, cy), (cx - 0.55 * w, cy - h), (cx + 0.55 * w, cy - h), (cx + w, cy), (cx + 0.55 * w, cy + h), (cx - 0.55 * w, cy + h)], tone, tight=0.35)  # fmt: skip
        pen.line([(x - 1.2 * wide, y + 0.34 * deep), (x - 0.4 * wide, y + 0.46 * deep), (x + 0.4 * wide, y + 0.46 * deep), (x + 1.1 * wide, y + 0.30 * deep)], 0.11, tint(hue, 0.2))  # fmt: skip
        for k in range(12):
            px = x + (-1.05 + 0.19 * k) * wide
            pen.line([(px, y + 0.28 * deep), (px, y + 0.56 * deep)], 0.016, dim(hue, 0.6), 0.8)


def draw_tail(pen: Pen, c: Critter, root: Point, main: Rgb, swing: float) -> None:
    """Drawn from its root to the left, its underside on the ground."""
    x, y = root
    if c.tail == "bob":
        pen.dot(x - 0.05, y - 0.02, 0.09, tint(main, 0.12))
    elif c.tail == "paddle":
        hue = rgb("#463830") if c.snout != "bill" else dim(main, 0.82)
        low = -0.06
        points: list[Point] = [
            (x + 0.08, y),
            (x - 0.10, (y + low) / 2),
            (x - 0.34, low - 0.03 + 0.02 * swing),
            (x - 0.62, low - 0.04 + 0.04 * swing),
        ]
        pen.tube(points, [0.20, 0.17, 0.25, 0.13], hue)
        if c.snout != "bill":
            for k in range(9):
                px = x - 0.16 - 0.055 * k
                pen.line([(px, low - 0.12), (px - 0.07, low + 0.03)], 0.010, dim(hue, 0.6), 0.7)
                pen.line([(px - 0.07, low - 0.12), (px, low + 0.03)], 0.010, dim(hue, 0.6), 0.7)
    elif c.tail == "string":
        pen.tube([(x + 0.06, y + 0.02), (x - 0.30, -0.10), (x - 0.75, -0.05 + 0.02 * swing), (x - 1.10, -0.16 - 0.05 * swing)], [0.08, 0.06, 0.05, 0.02], rgb("#dba49c"))  # fmt: skip
    elif c.tail in ("ring", "thick", "plume"):
        _long_tail(pen, c, root, main, swing)
    elif c.tail == "whip":
        pen.tube([(x + 0.06, y), (x - 0.25, -0.12), (x - 0.50, -0.05 + 0.02 * swing), (x - 0.76, -0.05 + 0.05 * min(0.0, swing))], [0.16, 0.11, 0.07, 0.02], dim(main, 0.9))  # fmt: skip
    elif c.tail == "scaled":
        points = [
            (x + 0.10, y - 0.02),
            (x - 0.24, -0.22),
            (x - 0.60, -0.12 + 0.02 * swing),
            (x - 1.0, -0.07 + 0.04 * min(0.0, swing)),
        ]
        pen.tube(points, [0.42, 0.32, 0.22, 0.05], main)
        line = spline(points, 6)
        for k in range(1, len(line) - 2, 2):
            px, py = float(line[k][0]), float(line[k][1])
            half = 0.20 * (1 - k / len(line))
            for v in (-0.6, 0.1):
                pen.blob([(px + 0.07, py + v * half - 0.045), (px - 0.09, py + v * half), (px + 0.07, py + v * half + 0.06)], dim(main, 0.86) if k % 4 == 1 else tint(main, 0.12))  # fmt: skip


def _long_tail(pen: Pen, c: Critter, root: Point, main: Rgb, swing: float) -> None:
    """Ringed and bushy, thick and tapering, or a plume held up."""
    x, y = root
    dark = rgb(c.mark_colour)
    if c.tail == "thick":
        pen.tube(
            [(x + 0.14, y - 0.04), (x - 0.22, -0.22), (x - 0.60, -0.09 + 0.02 * swing), (x - 0.96, -0.05)],
            [0.40, 0.26, 0.15, 0.03],
            main,
        )
        return
    if c.tail == "plume":
        points: list[Point] = [
            (x + 0.10, y),
            (x - 0.22, y - 0.16),
            (x - 0.34 + 0.04 * swing, y - 0.62),
            (x - 0.60 + 0.10 * swing, y - 0.98),
            (x - 0.86 + 0.14 * swing, y - 0.86),
        ]
        hues = (main, mix(main, rgb(c.belly), 0.5))
        fur.feathered(pen, points, [0.16, 0.34, 0.42, 0.36, 0.10], hues, 0.12, (1, -1))
        pen.tube(points, [0.16, 0.34, 0.42, 0.36, 0.10], main)
        pen.tube(points[1:], [0.08, 0.18, 0.20, 0.06], rgb(c.belly))
        return
    points = [
        (x + 0.10, y - 0.02),
        (x - 0.26, y - 0.10),
        (x - 0.62, y + 0.02 + 0.06 * swing),
        (x - 0.98, y - 0.06 + 0.12 * swing),
    ]
    fur.feathered(pen, points, [0.20, 0.30, 0.32, 0.14], (main, dim(main, 0.9)), 0.07, (1, -1))
    pen.tube(points, [0.20, 0.30, 0.32, 0.14], main)
    line = spline(points, 8)
    for k in range(4, len(line) - 2, 5):
        (ax, ay), (bx, by) = line[k - 1], line[k + 1]
        dx, dy = float(bx - ax), float(by - ay)
        far = math.hypot(dx, dy) or 1.0
        share = k / len(line)
        half = 0.135 + 0.03 * math.sin(3 * share) - 0.07 * max(0.0, share - 0.6)
        px, py = float(line[k][0]), float(line[k][1])
        pen.line([(px - dy / far * half, py + dx / far * half), (px + dy / far * half, py - dx / far * half)], 0.085, dark, 0.92)  # fmt: skip
    pen.dot(float(line[-1][0]), float(line[-1][1]), 0.08, dark)
