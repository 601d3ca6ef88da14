"""A park: lawns and old trees, a path with benches and lamps, a pond with its fountain, the city beyond."""

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.stage import parks, rows, seasons, swells
from rushes.engines.animatic.stage.set import Set
from rushes.engines.animatic.stage.settings import meadow


def build(stage: Set) -> None:
    frame, air = stage.framing, stage.air
    season = seasons.of(stage)
    side = 1 if stage.seed(3400) % 2 else -1
    parks.lay_out(stage, season)
    pond_x = -side * frame.width * (0.20 if not frame.portrait else 0.12)
    parks.pond(stage, 0.52, pond_x, season, 3401)
    bench = 230 * 0.74 * stage.near(0.74)
    rows.one(stage, 0.74, side * frame.width * 0.28, 3402, lambda c, x, f, r: parks.bench(c, x, f, bench, air, 0.74, snow=season.white), tall=bench)  # fmt: skip
    parks.lamp(stage, 0.70, side * frame.width * 0.43, -side, 3403)
    parks.lamp(stage, 0.70, -side * frame.width * 0.40, side, 3404)
    parks.flowerbed(stage, 0.86, side * frame.width * 0.42, season, 3405)
    parks.flowerbed(stage, 0.60, side * frame.width * 0.10, season, 3406)
    swells.tufts(stage, 0.90, season.grass, 3407, count=40, heights=(8, 20))
    swells.tufts(stage, 1.24, season.grass, 3408, count=46, heights=(16, 38), flowers=meadow.FLOWERS if season.blooms else (), order=1.24)  # fmt: skip
    parks.bough(stage, season, -side, 3409)


SETTING = Setting(
    build=build,
    words="""campus, university campus, college campus, school campus, park, city park, central park, public garden, town park, park bench, hyde park, autumn park, park path, urban park, dog park,
        picnic area, fountain, botanical garden+flowers, promenade""",
    by_day="birds water",
    by_night="crickets",
    scenery=frozenset({"trees", "path", "flowers", "lake", "fountain", "skyline", "lights", "houses"}),
)
