"""Trees and what grows under them: drawn as paths, lit from the side on which the sun stands."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage.set import Random


def pine(
    canvas: Canvas,
    x: float,
    foot: float,
    height: float,
    colour: Rgb,
    random: Random,
    *,
    snow: Rgb | None = None,
    rim: Rgb | None = None,
    side: int = 1,
) -> None:
    """A conifer of drooping tiers; `snow` lies on each, `rim` light catches the edge on `side`."""
    width = height * random.uniform(0.36, 0.46)
    tiers = int(random.integers(6, 9))
    trunk = times(mix(colour, (0.30, 0.18, 0.14), 0.55), 0.8)
    canvas.drawRect(
        skia.Rect.MakeXYWH(x - height * 0.016, foot - height * 0.12, height * 0.032, height * 0.13), solid(trunk)
    )
    top, bottom = foot - height, foot - height * 0.07
    lean = random.uniform(-0.015, 0.015) * height
    for tier in range(tiers, 0, -1):
        begin = (tier - 1) / (tiers + 0.55)
        end = min(1.0, begin + 2.15 / (tiers + 0.5))
        y0 = top + (bottom - top) * begin
        y1 = top + (bottom - top) * end
        half = width * (0.10 + 0.90 * end**0.94) * random.uniform(0.92, 1.05) / 2
        middle = x + lean * (1 - begin)
        path, edge = _tier(middle, y0, y1, half, height, random, 5 + tier // 2)
        shade = 0.74 + 0.26 * (1 - end)
        canvas.drawPath(
            path,
            linear(
                (middle - side * half, 0), (middle + side * half, 0),
                [times(colour, 0.66 * shade), times(colour, 0.86 * shade), mix(times(colour, 1.12), rim or colour, 0.16)],
                [0.0, 0.55, 1.0],
            ),
        )  # fmt: skip
        if snow is None and rim is None:
            continue
        canvas.save()
        canvas.clipPath(path, True)
        if snow is not None:
            _load(canvas, middle, y0, y1, half, height, snow, colour, random, side)
        if rim is not None:
            line = skia.Path()
            line.moveTo(middle, y0)
            line.quadTo(middle + side * half * 0.34, y0 + (y1 - y0) * 0.6, *edge[-1 if side > 0 else 0])
            canvas.drawPath(line, stroke(rim, max(1.1, height * 0.013), 0.55, max(0.5, height * 0.005)))
        canvas.restore()


def _tier(
    x: float, y0: float, y1: float, half: float, height: float, random: Random, teeth: int
) -> tuple[skia.Path, list[tuple[float, float]]]:
    edge: list[tuple[float, float]] = []
    for index in range(teeth * 2 + 1):
        u = -1 + index / teeth
        droop = (1 - abs(u) ** 1.6) * height * 0.020
        tip = height * 0.020 if index % 2 == 0 else -height * 0.013
        edge.append(
            (
                x + u * half * random.uniform(0.97, 1.03),
                y1 - height * 0.024 * (1 - abs(u)) - abs(u) * height * 0.012 + tip + droop,
            )
        )
    path = skia.Path()
    path.moveTo(x, y0)
    path.quadTo(x + half * 0.32, y0 + (y1 - y0) * 0.60, *edge[-1])
    for index in range(len(edge) - 2, -1, -1):
        here, before = edge[index], edge[index + 1]
        path.quadTo((here[0] + before[0]) / 2, (here[1] + before[1]) / 2 - height * 0.004, *here)
    path.quadTo(x - half * 0.32, y0 + (y1 - y0) * 0.60, x, y0)
    path.close()
    return path, edge


def _load(
    canvas: Canvas, x: float, y0: float, y1: float, half: float, height: float, snow: Rgb, colour: Rgb, random: Random, side: int
) -> None:  # fmt: skip
    """Snow on one tier, thick on top, its lower edge broken, darker away from the light."""
    steps = 6
    low = [
        (x + (1.08 - 2.16 * i / steps) * half, y1 - height * (0.010 + (0.052 if i % 2 else 0.024) * random.uniform(0.6, 1.3) * (1 - abs(1 - 2 * i / steps) * 0.5)))
        for i in range(steps + 1)
    ]  # fmt: skip
    path = skia.Path()
    path.moveTo(x, y0 - height * 0.01)
    path.quadTo(x + half * 0.30, y0 + (y1 - y0) * 0.42, *low[0])
    for here, before in zip(low[1:], low, strict=False):
        path.quadTo((here[0] + before[0]) / 2, (here[1] + before[1]) / 2 + height * 0.012, *here)
    path.quadTo(x - half * 0.30, y0 + (y1 - y0) * 0.42, x, y0 - height * 0.01)
    path.close()
    paint = linear(
        (x - side * half, 0),
        (x + side * half, 0),
        [mix(snow, colour, 0.50), snow, mix(snow, (1, 1, 1), 0.22)],
        [0, 0.6, 1],
    )
    paint.setAlphaf(0.92)
    canvas.drawPath(path, paint)


def broadleaf(
    canvas: Canvas,
    x: float,
    foot: float,
    height: float,
    colour: Rgb,
    bark: Rgb,
    random: Random,
    *,
    rim: Rgb | None = None,
    side: int = 1,
    snow: Rgb | None = None,
    bare: bool = False,
) -> None:
    """A leafy tree: forked trunk, a crown of overlapping clumps that are lit from `side`."""
    spread = height * random.uniform(0.30, 0.40)
    lean = random.uniform(-0.06, 0.06) * height
    fork = foot - height * random.uniform(0.30, 0.38)
    trunk = skia.Path()
    base = height * 0.042
    trunk.moveTo(x - base * 1.5, foot + height * 0.01)
    trunk.quadTo(x - base * 0.7, foot - height * 0.10, x - base * 0.55 + lean * 0.6, fork)
    trunk.lineTo(x + base * 0.55 + lean * 0.6, fork)
    trunk.quadTo(x + base * 0.7, foot - height * 0.10, x + base * 1.5, foot + height * 0.01)
    trunk.close()
    canvas.drawPath(
        trunk,
        linear(
            (x - side * base, 0),
            (x + side * base, 0),
            [times(bark, 0.55), bark, mix(bark, rim or bark, 0.35)],
            [0, 0.6, 1],
        ),
    )
    middle = (x + lean, foot - height * 0.66)
    branches = [(-0.72, 0.62), (-0.34, 0.86), (0.06, 0.98), (0.42, 0.84), (0.74, 0.60)]
    for u, v in branches:
        tip = (x + lean + u * spread * random.uniform(0.85, 1.1), foot - height * v * (0.95 if bare else 0.86))
        limb = skia.Path()
        limb.moveTo(x + lean * 0.6, fork + base)
        limb.quadTo(x + lean + u * spread * 0.25, foot - height * (v * 0.7), *tip)
        canvas.drawPath(limb, stroke(times(bark, 0.78), base * 0.62))
        if bare:
            _twigs(
                canvas,
                tip,
                math.atan2(tip[1] - fork, tip[0] - x),
                height * 0.16,
                base * 0.4,
                times(bark, 0.85),
                random,
                3,
                snow,
            )
    if bare:
        return
    clumps = []
    for _ in range(26):
        angle, reach = random.uniform(0, 6.283), random.random() ** 0.6
        clumps.append(
            (middle[0] + math.cos(angle) * reach * spread, middle[1] - height * 0.05 + math.sin(angle) * reach * height * 0.25, height * random.uniform(0.085, 0.135))
        )  # fmt: skip
    for cx, cy, radius in clumps:
        canvas.drawPath(clump(cx, cy + radius * 0.18, radius * 1.12, random), solid(times(colour, 0.52)))
    clumps.sort(key=lambda c: -c[1] + side * (middle[0] - c[0]) * 0.4, reverse=False)
    for cx, cy, radius in clumps:
        up = (middle[1] + height * 0.22 - cy) / (height * 0.5)
        towards = side * (cx - middle[0]) / spread
        light = max(0.0, min(1.0, 0.34 + 0.42 * up + 0.30 * towards))
        tone = mix(times(colour, 0.62), mix(times(colour, 1.22), rim or colour, 0.18), light)
        canvas.drawPath(clump(cx, cy, radius, random), solid(tone))
        bright = mix(
            tone,
            snow if snow is not None else mix((1.0, 1.0, 0.72), rim or colour, 0.5),
            0.85 if snow is not None else 0.20 * light,
        )
        canvas.drawPath(
            clump(cx + side * radius * 0.22, cy - radius * 0.30, radius * 0.62, random),
            solid(bright, 0.9 if snow is not None else 0.75),
        )


def clump(x: float, y: float, radius: float, random: Random) -> skia.Path:
    """A tuft of leaves: a ring of small arcs."""
    path = skia.Path()
    count = 9
    start = random.uniform(0, 6.283)
    points = []
    for i in range(count):
        angle = start + i / count * 6.283
        reach = radius * random.uniform(0.86, 1.10)
        points.append((x + math.cos(angle) * reach, y + math.sin(angle) * reach * 0.86))
    path.moveTo(*points[0])
    for i in range(count):
        a, b = points[i], points[(i + 1) % count]
        mx, my = (a[0] + b[0]) / 2 - x, (a[1] + b[1]) / 2 - y
        path.quadTo(x + mx * 1.26, y + my * 1.26, *b)
    path.close()
    return path


def _twigs(
    canvas: Canvas, at: tuple[float, float], angle: float, length: float, width: float, colour: Rgb, random: Random, depth: int, snow: Rgb | None
) -> None:  # fmt: skip
    for turn in (-0.5, 0.05, 0.48):
        direction = angle + turn + random.uniform(-0.18, 0.18)
        tip = (at[0] + math.cos(direction) * length, at[1] + math.sin(direction) * length)
        canvas.drawLine(*at, *tip, stroke(colour, max(0.7, width)))
        if snow is not None and depth > 1:
            canvas.drawLine(
                at[0], at[1] - width * 0.5, tip[0], tip[1] - width * 0.5, stroke(snow, max(0.6, width * 0.55), 0.85)
            )
        if depth > 1:
            _twigs(canvas, tip, direction, length * 0.62, width * 0.62, colour, random, depth - 1, snow)


def trunk(canvas: Canvas, x: float, foot: float, top: float, width: float, colour: Rgb, random: Random, *, rim: Rgb, side: int, haze: float = 0.0) -> None:  # fmt: skip
    """The stem of a tall tree that leaves the frame at its top."""
    lean = random.uniform(-0.03, 0.03) * (foot - top)
    path = skia.Path()
    path.moveTo(x - width * 1.25, foot)
    path.quadTo(x - width * 0.5, foot - width * 1.6, x - width * 0.46 + lean * 0.5, (foot + top) / 2)
    path.lineTo(x - width * 0.36 + lean, top)
    path.lineTo(x + width * 0.36 + lean, top)
    path.lineTo(x + width * 0.46 + lean * 0.5, (foot + top) / 2)
    path.quadTo(x + width * 0.5, foot - width * 1.6, x + width * 1.25, foot)
    path.quadTo(x + width * 0.7, foot + width * 0.02, x + width * 0.45, foot + width * 0.16)
    path.quadTo(x, foot - width * 0.04, x - width * 0.5, foot + width * 0.14)
    path.quadTo(x - width * 0.8, foot, x - width * 1.25, foot)
    path.close()
    canvas.drawOval(
        skia.Rect.MakeXYWH(x - width * 1.5, foot - width * 0.12, width * 3.0, width * 0.42),
        solid(times(colour, 0.25), 0.5, width * 0.1),
    )
    tones = [times(colour, 0.5), times(colour, 0.8), colour, mix(colour, rim, 0.55 * (1 - haze))]
    canvas.drawPath(path, linear((x - side * width * 0.6, 0), (x + side * width * 0.6, 0), tones, [0, 0.45, 0.8, 1]))
    canvas.save()
    canvas.clipPath(path, True)
    for _ in range(int(10 * (1 - haze))):
        u = random.uniform(-0.45, 0.45) * width
        y0 = random.uniform(top, foot)
        line = skia.Path()
        line.moveTo(x + u, y0)
        line.quadTo(x + u + random.uniform(-3, 3), y0 + 40, x + u + random.uniform(-4, 4), y0 + random.uniform(60, 130))
        canvas.drawPath(line, stroke(times(colour, 0.42), max(0.8, width * 0.035), 0.5))
    canvas.restore()


def canopy(canvas: Canvas, x: float, y: float, width: float, height: float, colour: Rgb, random: Random, *, light: Rgb, side: int, clumps: int = 40) -> None:  # fmt: skip
    """A mass of leaves that hangs into the frame, brighter towards the light."""
    parts = [(random.normal(0, 0.38), random.normal(0, 0.38)) for _ in range(clumps)]
    for u, v in sorted(parts, key=lambda p: p[1] + side * -p[0] * 0.3):
        radius = random.uniform(0.10, 0.19) * min(width, height * 1.6)
        tone = mix(
            times(colour, 0.55),
            mix(colour, light, 0.30),
            max(0.0, min(1.0, 0.42 + 0.5 * side * u - 0.35 * v + random.uniform(-0.12, 0.12))),
        )
        canvas.drawPath(clump(x + u * width / 2, y + v * height / 2, radius, random), solid(tone))


def palm(canvas: Canvas, x: float, foot: float, height: float, colour: Rgb, bark: Rgb, random: Random, *, rim: Rgb, side: int, lean: float = 0.25) -> None:  # fmt: skip
    """A palm: a bent ringed stem and arching fronds."""
    top = (x + lean * height, foot - height)
    bend = (x + lean * height * 0.25, foot - height * 0.55)
    count = 26
    before = None
    for index in range(count + 1):
        s = index / count
        px = (1 - s) ** 2 * x + 2 * (1 - s) * s * bend[0] + s * s * top[0]
        py = (1 - s) ** 2 * foot + 2 * (1 - s) * s * bend[1] + s * s * top[1]
        width = height * (0.036 - 0.018 * s)
        if before is not None:
            tone = mix(times(bark, 0.62 + 0.1 * (index % 2)), rim, 0.12)
            canvas.drawLine(*before, px, py, stroke(tone, width * 1.6))
            canvas.drawLine(
                before[0] + side * width * 0.5,
                before[1],
                px + side * width * 0.5,
                py,
                stroke(mix(bark, rim, 0.5), width * 0.35, 0.8),
            )
        before = (px, py)
    for index in range(11):
        angle = -math.pi / 2 + (index - 5) * 0.42 + random.uniform(-0.1, 0.1)
        length = height * random.uniform(0.34, 0.46)
        tip = (
            top[0] + math.cos(angle) * length,
            top[1] + math.sin(angle) * length * 0.55 + length * 0.34 * abs(math.cos(angle)),
        )
        middle = (top[0] + math.cos(angle) * length * 0.55, top[1] + math.sin(angle) * length * 0.62 - length * 0.12)
        tone = mix(times(colour, 0.62 + 0.06 * (index % 3)), rim, 0.14 if side * math.cos(angle) > 0 else 0.0)
        spine = skia.Path()
        spine.moveTo(*top)
        spine.quadTo(*middle, *tip)
        canvas.drawPath(spine, stroke(tone, max(1.0, height * 0.007)))
        for step in range(3, 15):
            s = step / 14
            px = (1 - s) ** 2 * top[0] + 2 * (1 - s) * s * middle[0] + s * s * tip[0]
            py = (1 - s) ** 2 * top[1] + 2 * (1 - s) * s * middle[1] + s * s * tip[1]
            reach = length * 0.26 * (1 - 0.6 * s)
            for up in (-1, 1):
                leaf = skia.Path()
                lx, ly = px + math.cos(angle) * reach * 0.5, py + reach * (0.78 if up > 0 else 0.42)
                leaf.moveTo(px - 1, py)
                leaf.quadTo((px + lx) / 2 + 3, (py + ly) / 2 - reach * 0.15, lx + up * 2, ly)
                leaf.quadTo((px + lx) / 2 - 2, (py + ly) / 2, px + 1.5, py)
                canvas.drawPath(leaf, solid(times(tone, 1.0 if up < 0 else 0.8)))


def cactus(
    canvas: Canvas, x: float, foot: float, height: float, colour: Rgb, random: Random, *, rim: Rgb, side: int
) -> None:
    """A saguaro with two arms."""
    width = height * 0.13
    paint = linear(
        (x - side * width, 0), (x + side * width, 0), [times(colour, 0.5), colour, mix(colour, rim, 0.45)], [0, 0.55, 1]
    )

    def column(points: list[tuple[float, float]], wide: float) -> None:
        path = skia.Path()
        path.moveTo(*points[0])
        for a, b in zip(points[1:], [*points[2:], points[-1]], strict=True):
            path.quadTo(a[0], a[1], (a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(wide)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        paint.setStrokeJoin(skia.Paint.kRound_Join)
        canvas.drawPath(path, paint)

    for way in (-1, 1):
        low, reach, up = random.uniform(0.34, 0.55), random.uniform(0.20, 0.27), random.uniform(0.22, 0.34)
        column(
            [
                (x, foot - height * low),
                (x + way * height * reach, foot - height * (low + 0.01)),
                (x + way * height * reach, foot - height * (low + up)),
            ],
            width * 0.66,
        )
    column([(x, foot), (x, foot - height * 0.5), (x, foot - height * 0.93)], width)
    for index in range(4):
        u = (index - 1.5) / 4 * width * 0.8
        canvas.drawLine(
            x + u, foot - 2, x + u, foot - height * 0.93, stroke(times(colour, 0.42), max(0.6, width * 0.035), 0.6)
        )
