"""Buildings: towers, houses and shops, with lights in their windows when it is dark."""

from __future__ import annotations

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage.set import Random, Set

NEON = tuple(hexed(code) for code in ("#ff4f8b", "#35e0ff", "#ffb347", "#9d6bff", "#4dffb0", "#ff6b4a"))
WARM = tuple(hexed(code) for code in ("#ffd28a", "#ffe9c0", "#ffc060", "#bfe0ff"))


def tower(
    canvas: Canvas, x: float, foot: float, width: float, height: float, wall: Rgb, random: Random, *, side: int, edge: Rgb,
    lights: float, glass: Rgb, cell: float = 11.0, haze: float = 0.0,
) -> None:  # fmt: skip
    """An office tower: one flank in shade, rows of windows, something on its roof."""
    top = foot - height
    flank = width * random.uniform(0.16, 0.34)
    dark, bright = times(wall, 0.66), mix(wall, edge, 0.16)
    front_left = x if side < 0 else x + flank
    shade_left = x + width - flank if side < 0 else x
    front = skia.Rect.MakeXYWH(front_left, top, width - flank, height + 4)
    back = skia.Rect.MakeXYWH(shade_left, top + cell * 0.4, flank, height + 4)
    canvas.drawRect(back, linear((0, top), (0, foot), [dark, mix(dark, edge, 0.10)]))
    canvas.drawRect(front, linear((0, top), (0, foot), [bright, wall]))
    style = int(random.integers(0, 4))
    if style == 0:
        canvas.drawRect(
            skia.Rect.MakeXYWH(front_left + width * 0.15, top - height * 0.06, width * 0.4, height * 0.07), solid(wall)
        )
        canvas.drawRect(
            skia.Rect.MakeXYWH(front_left + width * 0.33, top - height * 0.16, 2.4, height * 0.12), solid(dark)
        )
    elif style == 1:
        cap = skia.Path()
        cap.moveTo(front_left, top)
        cap.lineTo(front_left + (width - flank) / 2, top - width * random.uniform(0.3, 0.9))
        cap.lineTo(front_left + width - flank, top)
        cap.close()
        canvas.drawPath(cap, solid(mix(wall, edge, 0.08)))
    elif style == 2:
        canvas.drawRect(skia.Rect.MakeXYWH(x + width * 0.1, top - 7, width * 0.3, 8), solid(dark))
    _windows(canvas, front, foot, random, lights, glass, cell, haze)
    _windows(canvas, back, foot, random, lights * 0.8, times(glass, 0.55), cell * 0.9, haze + 0.15)


def _windows(canvas: Canvas, box: skia.Rect, foot: float, random: Random, lights: float, glass: Rgb, cell: float, haze: float) -> None:  # fmt: skip
    strength = max(0.12, 1 - haze)
    wide, tall = cell * random.uniform(0.5, 0.72), cell * random.uniform(0.62, 1.0)
    tint = WARM[int(random.integers(len(WARM)))]
    dark, lit_path, dim_path = skia.Path(), skia.Path(), skia.Path()
    columns = max(1, int((box.width() - cell * 0.5) / cell))
    margin = (box.width() - columns * cell) / 2
    rows = int((foot - box.top() - cell) / (cell * 1.35))
    for row in range(rows):
        y = box.top() + cell * 0.7 + row * cell * 1.35
        for column in range(columns):
            rect = skia.Rect.MakeXYWH(box.left() + margin + column * cell + (cell - wide) / 2, y, wide, tall)
            draw = random.random()
            (lit_path if draw < lights * 0.5 else dim_path if draw < lights * 0.75 else dark).addRect(rect)
    canvas.drawPath(dark, solid(glass, 0.75 * strength))
    canvas.drawPath(dim_path, solid(times(tint, 0.72), 0.8 * strength))
    canvas.drawPath(lit_path, solid(mix(tint, (1, 1, 1), 0.18), strength))


def house(
    canvas: Canvas, x: float, foot: float, width: float, random: Random, *, wall: Rgb, roof: Rgb, edge: Rgb, side: int, lights: float,
    snow: Rgb | None = None, timber: bool = False,
) -> None:  # fmt: skip
    """A cottage: gable roof with eaves, door, windows with shutters, a chimney."""
    height = width * random.uniform(0.42, 0.56)
    peak = foot - height - width * random.uniform(0.42, 0.58)
    left, right = x - width / 2, x + width / 2
    chimney = x + random.choice((-1, 1)) * width * 0.24
    brick = times(mix(roof, (0.55, 0.35, 0.28), 0.5), 0.9)
    canvas.drawRect(skia.Rect.MakeXYWH(chimney - width * 0.05, peak - width * 0.02, width * 0.10, width * 0.32), linear((chimney - side * 6, 0), (chimney + side * 6, 0), [times(brick, 0.6), brick]))  # fmt: skip
    if snow is not None:
        canvas.drawRoundRect(
            skia.Rect.MakeXYWH(chimney - width * 0.06, peak - width * 0.05, width * 0.12, width * 0.05),
            3,
            3,
            solid(snow),
        )
    body = skia.Path()
    body.moveTo(left, foot + 3)
    body.lineTo(left, foot - height)
    body.lineTo(x, peak + width * 0.06)
    body.lineTo(right, foot - height)
    body.lineTo(right, foot + 3)
    body.close()
    tones = [times(wall, 0.66), times(wall, 0.92), mix(wall, edge, 0.22)]
    canvas.drawPath(body, linear((x - side * width / 2, 0), (x + side * width / 2, 0), tones))
    canvas.save()
    canvas.clipPath(body, True)
    canvas.drawRect(skia.Rect.MakeXYWH(left, foot - height - 2, width, width * 0.10), linear((0, foot - height), (0, foot - height + width * 0.1), [times(wall, 0.4), times(wall, 0.4)], None, [0.5, 0]))  # fmt: skip
    if timber:
        beam = stroke(times(mix(roof, (0.25, 0.16, 0.12), 0.7), 0.7), max(1.0, width * 0.028))
        for u in (-0.46, -0.16, 0.16, 0.46):
            canvas.drawLine(x + u * width, foot, x + u * width, peak, beam)
        canvas.drawLine(left, foot - height, right, foot - height, beam)
        canvas.drawLine(left, foot - height * 0.5, x - 0.16 * width, foot - height, beam)
        canvas.drawLine(right, foot - height * 0.5, x + 0.16 * width, foot - height, beam)
    canvas.restore()
    _door(canvas, x + random.uniform(-0.05, 0.05) * width, foot, width, random, lights)
    for u in (-0.30, 0.30):
        _pane(canvas, x + u * width, foot - height * 0.55, width * 0.15, random.random() < lights + 0.1, lights, roof)
    _pane(canvas, x, foot - height - width * 0.12, width * 0.12, random.random() < lights, lights, roof)
    thick = width * 0.07
    for way in (-1, 1):
        slope = skia.Path()
        end = x + way * width * 0.60
        low = foot - height + width * 0.06
        slope.moveTo(x, peak - thick * 0.5)
        slope.lineTo(end, low)
        slope.lineTo(end - way * thick * 0.3, low + thick)
        slope.lineTo(x, peak + thick * 0.9)
        slope.close()
        tone = snow if snow is not None else mix(roof, edge, 0.25 if way == side else 0.0)
        canvas.drawPath(slope, solid(times(tone, 1.0 if way == side else 0.74)))


def _door(canvas: Canvas, x: float, foot: float, width: float, random: Random, lights: float) -> None:
    tone = times(
        (hexed("#6f4630"), hexed("#3f5a62"), hexed("#7a3a34"))[int(random.integers(3))], 0.55 + 0.3 * (1 - lights)
    )
    door = skia.Path()
    door.addRoundRect(
        skia.Rect.MakeXYWH(x - width * 0.065, foot - width * 0.24, width * 0.13, width * 0.25),
        width * 0.05,
        width * 0.05,
    )
    canvas.drawPath(door, solid(tone))
    canvas.drawCircle(x + width * 0.035, foot - width * 0.11, max(0.8, width * 0.008), solid(hexed("#e0b45a")))


def _pane(canvas: Canvas, x: float, y: float, size: float, lit: bool, lights: float, frame: Rgb) -> None:
    box = skia.Rect.MakeXYWH(x - size / 2, y - size * 0.6, size, size * 1.2)
    if lit and lights > 0.15:
        glow = WARM[0]
        canvas.drawRect(
            skia.Rect.MakeXYWH(x - size, y - size * 1.1, size * 2, size * 2.2), solid(glow, 0.30, size * 0.5)
        )
        canvas.drawRect(box, linear((0, y - size * 0.6), (0, y + size * 0.6), [mix(glow, (1, 1, 1), 0.35), glow]))
    else:
        canvas.drawRect(box, linear((0, y - size * 0.6), (0, y + size * 0.6), [hexed("#9fbccb"), hexed("#4a6072")]))
    bar = stroke(times(frame, 0.75), max(0.8, size * 0.09))
    canvas.drawRect(box, bar)
    canvas.drawLine(x, y - size * 0.6, x, y + size * 0.6, bar)
    canvas.drawLine(x - size / 2, y, x + size / 2, y, bar)


def shop(canvas: Canvas, x: float, foot: float, width: float, random: Random, *, lights: float, base: Rgb) -> None:
    """A shop front at street level: a lit window with shapes in it, an awning."""
    height = 108.0
    glow = (hexed("#ffcf8a"), hexed("#ffe2b0"), hexed("#8fe6ff"), hexed("#ffb0c8"))[int(random.integers(4))]
    shine = mix(mix(base, hexed("#6f8494"), 0.5), glow, min(1.0, lights * 1.2))
    canvas.drawRect(
        skia.Rect.MakeXYWH(x, foot - height, width, height),
        linear((0, foot - height), (0, foot), [shine, times(shine, 0.58)]),
    )
    for _ in range(8):
        tall = random.uniform(18, 56)
        goods = skia.Rect.MakeXYWH(x + random.uniform(2, width - 26), foot - tall - 8, random.uniform(8, 22), tall)
        canvas.drawRect(goods, solid(mix(times(shine, 0.3), NEON[int(random.integers(6))], 0.12), 0.55))
    canvas.drawRect(skia.Rect.MakeXYWH(x, foot - 10, width, 10), solid(times(base, 0.5)))
    frame = solid(times(base, 0.36))
    panes = max(2, int(width / 46))
    for index in range(panes + 1):
        canvas.drawRect(skia.Rect.MakeXYWH(x + index * (width - 3) / panes, foot - height, 3, height), frame)
    cloth = times(NEON[int(random.integers(6))], 0.40 + 0.25 * (1 - lights))
    awning = skia.Path()
    awning.moveTo(x - 6, foot - height)
    awning.lineTo(x + width + 6, foot - height)
    awning.lineTo(x + width + 16, foot - height + 24)
    awning.lineTo(x - 16, foot - height + 24)
    awning.close()
    canvas.drawPath(
        awning, linear((0, foot - height), (0, foot - height + 24), [mix(cloth, (1, 1, 1), 0.15), times(cloth, 0.7)])
    )
    canvas.save()
    canvas.clipPath(awning, True)
    for index in range(0, int(width / 16) + 2, 2):
        canvas.drawRect(
            skia.Rect.MakeXYWH(x - 16 + index * 17, foot - height, 17, 26), solid(mix(cloth, (1, 1, 1), 0.7), 0.55)
        )
    canvas.restore()


def sign(canvas: Canvas, x: float, y: float, random: Random, strength: float) -> None:
    """A neon sign with strokes that look like writing."""
    tint = NEON[int(random.integers(len(NEON)))]
    upright = random.random() < 0.55
    wide, tall = (
        (random.uniform(24, 34), random.uniform(90, 160))
        if upright
        else (random.uniform(80, 130), random.uniform(26, 36))
    )
    box = skia.Rect.MakeXYWH(x, y, wide, tall)
    canvas.drawRoundRect(
        skia.Rect.MakeXYWH(x - 10, y - 10, wide + 20, tall + 20), 12, 12, solid(tint, 0.5 * strength, 16)
    )
    canvas.drawRoundRect(box, 5, 5, solid(times(tint, 0.16 + 0.1 * (1 - strength))))
    bright = mix(tint, (1, 1, 1), 0.30) if strength > 0.3 else times(tint, 0.7)
    canvas.drawRoundRect(box, 5, 5, stroke(bright, 2.4))
    count = max(2, int(max(wide, tall) / 24))
    for index in range(count):
        gx, gy = (
            (x + wide / 2, y + 14 + index * (tall - 16) / count)
            if upright
            else (x + 14 + index * (wide - 16) / count, y + tall / 2)
        )
        for _ in range(3):
            a, b = random.uniform(-7, 7), random.uniform(-7, 7)
            canvas.drawLine(
                gx + a,
                gy - 7,
                gx + b,
                gy + 7 if random.random() < 0.5 else gy + b,
                stroke(mix(tint, (1, 1, 1), 0.55), 2.0),
            )


def lamp(canvas: Canvas, x: float, foot: float, height: float, metal: Rgb, strength: float, *, way: int = 1) -> None:
    """A street lamp; its light is drawn when `strength` is above 0."""
    canvas.drawLine(x, foot, x, foot - height, stroke(metal, max(1.6, height * 0.016)))
    canvas.drawRect(
        skia.Rect.MakeXYWH(x - height * 0.018, foot - height * 0.08, height * 0.036, height * 0.08), solid(metal)
    )
    arm = skia.Path()
    arm.moveTo(x, foot - height * 0.93)
    arm.quadTo(x + way * height * 0.03, foot - height * 1.02, x + way * height * 0.15, foot - height)
    canvas.drawPath(arm, stroke(metal, max(1.4, height * 0.012)))
    head = (x + way * height * 0.16, foot - height * 0.985)
    canvas.drawOval(
        skia.Rect.MakeXYWH(head[0] - height * 0.045, head[1] - height * 0.018, height * 0.09, height * 0.036),
        solid(metal),
    )
    if strength > 0.05:
        tint = hexed("#ffe0a0")
        canvas.drawCircle(head[0], head[1], height * 0.26, solid(tint, 0.26 * strength, height * 0.10))
        canvas.drawOval(skia.Rect.MakeXYWH(head[0] - height * 0.036, head[1] - height * 0.006, height * 0.072, height * 0.028), solid(mix(tint, (1, 1, 1), 0.5), strength))  # fmt: skip
        cone = skia.Path()
        cone.moveTo(head[0] - height * 0.03, head[1])
        cone.lineTo(head[0] - height * 0.34, foot)
        cone.lineTo(head[0] + height * 0.34, foot)
        cone.lineTo(head[0] + height * 0.03, head[1])
        cone.close()
        canvas.drawPath(cone, linear((0, head[1]), (0, foot), [tint, tint], None, [0.15 * strength, 0.0]))


def skyline_of(stage: Set, depth: float, foot: float, heights: tuple[float, float], widths: tuple[float, float], wall: Rgb, salt: int, *, cell: float = 11.0) -> None:  # fmt: skip
    """A row of towers at one depth."""
    frame, air = stage.framing, stage.air
    tall = frame.tall * stage.near(depth)
    surface = air.surface(wall, depth, 0.55)
    glass = mix(air.surface(hexed("#41607c"), depth, 0.3), air.sky[len(air.sky) // 2], 0.35)
    veil = air.veil(depth)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(700 + salt)
        x = 0.0
        while x < period - widths[0] * 0.5:
            width = random.uniform(*widths)
            bump = 1.35 if random.random() < 0.14 else 1.0
            tower(canvas, x, foot, width, random.uniform(*heights) * tall * bump, times(surface, random.uniform(0.84, 1.12)), random, side=air.side, edge=mix(air.edge, air.haze, veil), lights=air.windows, glass=glass, cell=cell, haze=veil * 0.7)  # fmt: skip
            x += width + random.uniform(-2, 6 + 20 * (random.random() < 0.2))
        wash = linear((0, foot - heights[1] * tall), (0, foot), [air.haze, air.haze], None, [0.0, 0.30])
        wash.setBlendMode(skia.BlendMode.kSrcATop)
        canvas.drawPaint(wash)

    stage.bake(depth, foot - heights[1] * 1.75 * tall, foot + 6, draw)
