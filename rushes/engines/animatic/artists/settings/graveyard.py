"""A graveyard: leaning stones in deep grass, bare trees, mist between the rows."""

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.paint.colours import hexed, linear, mix, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import ground, hills, mist, sky, swells
from rushes.engines.animatic.stage.set import Set
from rushes.engines.animatic.stage.settings import meadow

GRASS, STONE = hexed("#66774e"), hexed("#8d9096")


def build(stage: Set) -> None:
    white = hexed("#e9eefb") if stage.plan.weather == "snow" else None
    grass = white or GRASS
    sky.hang(stage)
    hills.ridge(stage, 0.09, 80, hexed("#66738a"), waves=4, salt=100)
    meadow.hill(stage, 0.2, 70, mix(grass, hexed("#4a5a4a"), 0.4), 50, hexed("#5a5548"), white)
    mist.band(stage, 0.3, -44, 30, strength=0.5, salt=131)
    ground.lay(stage, grass, mix(grass, hexed("#7d6f58"), 0.5), contrast=0.8, cell=170, patches=0.4)
    meadow.trees(stage, 0.42, 3, hexed("#5d5446"), white, 61)
    for row, depth in enumerate((0.4, 0.52, 0.68, 0.86)):
        stones(stage, depth, (14, 11, 9, 7)[row], 900 + row)
        swells.tufts(stage, depth + 0.01, grass, 70 + row, count=60, heights=(10, 26))
    mist.band(stage, 0.72, -26, 34, strength=0.35, salt=132)
    swells.tufts(stage, 1.24, grass, 79, count=60, heights=(20, 46), order=1.24)


def stones(stage: Set, depth: float, count: int, salt: int) -> None:
    """A row of headstones and crosses that lean a little, none before the middle where the cast stands."""
    foot, size = stage.ground_y(depth), stage.near(depth) * depth
    lit, dark = (stage.air.surface(STONE, depth, share) for share in (0.9, 0.4))

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        for number in range(count):
            x = (number + random.uniform(0.2, 0.8)) / count * period
            wide, high = random.uniform(58, 84) * size, random.uniform(100, 165) * size
            paint = linear((x - wide / 2, 0), (x + wide / 2, 0), [lit, mix(lit, dark, 0.5), dark])
            canvas.save()
            canvas.rotate(float(random.uniform(-7, 7)), x, foot)
            if random.random() < 0.28:
                canvas.drawRect(
                    skia.Rect.MakeLTRB(x - wide * 0.13, foot - high * 1.2, x + wide * 0.13, foot + 4), paint
                )
                bar = foot - high * 0.92
                canvas.drawRect(skia.Rect.MakeLTRB(x - wide * 0.5, bar, x + wide * 0.5, bar + wide * 0.26), paint)
            else:
                stone = skia.RRect()
                round_top, square = (wide / 2, wide / 2), (2.0, 2.0)
                corners = [skia.Point(*radius) for radius in (round_top, round_top, square, square)]
                stone.setRectRadii(skia.Rect.MakeLTRB(x - wide / 2, foot - high, x + wide / 2, foot + 5), corners)
                canvas.drawRRect(stone, paint)
                for line in range(3):
                    y = foot - high * (0.72 - 0.13 * line)
                    canvas.drawRect(
                        skia.Rect.MakeLTRB(x - wide * 0.26, y, x + wide * 0.26, y + 2.2 * size),
                        skia.Paint(Color=skia.ColorSetARGB(90, *(int(255 * c) for c in times(dark, 0.5)))),
                    )
            canvas.restore()

    stage.bake(depth, foot - 240 * size, foot + 8, draw)


SETTING = Setting(
    build=build,
    words="graveyard, cemetery, churchyard, burial ground, among the graves, among tombstones",
    by_day="wind birds",
    by_night="wind owl",
    scenery=frozenset({"graves", "trees", "hills", "mist"}),
)
