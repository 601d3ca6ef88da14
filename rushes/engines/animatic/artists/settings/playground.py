"""A playground in a park: swings that sway, a slide, a climbing frame, a sandpit."""

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.stage import parks, rows, seasons, swells
from rushes.engines.animatic.stage.set import Set


def build(stage: Set) -> None:
    frame, air = stage.framing, stage.air
    season = seasons.of(stage)
    side = 1 if stage.seed(3500) % 2 else -1
    parks.lay_out(stage, season)
    swing = 330 * 0.52 * stage.near(0.52) * frame.tall
    parks.swings(stage, 0.52, -side * frame.width * 0.27, swing)
    slide = 330 * 0.60 * stage.near(0.60)
    rows.one(stage, 0.60, side * frame.width * 0.30, 3501, lambda c, x, f, r: parks.slide(c, x, f, slide, air, 0.60, -side), tall=slide * 1.3)  # fmt: skip
    dome = 230 * 0.42 * stage.near(0.42)
    rows.one(stage, 0.42, side * frame.width * 0.03, 3502, lambda c, x, f, r: parks.climber(c, x, f, dome, air, 0.42), tall=dome * 1.3)  # fmt: skip
    pit = 250 * 0.80 * stage.near(0.80)
    rows.one(stage, 0.80, -side * frame.width * 0.36, 3503, lambda c, x, f, r: parks.sandpit(c, x, f, pit, air, 0.80, r), tall=pit * 0.5, below=pit * 0.25)  # fmt: skip
    swells.tufts(stage, 0.90, season.grass, 3504, count=30, heights=(8, 20))
    swells.tufts(stage, 1.24, season.grass, 3505, count=46, heights=(16, 38), order=1.24)
    parks.bough(stage, season, side, 3506)


SETTING = Setting(
    build=build,
    words="playground, playgrounds, school playground, children's playground, schoolyard, kindergarten yard, swing set, swings, on a swing, jungle gym, sandbox, sandpit",
    by_day="birds crowd",
    by_night="crickets",
    scenery=frozenset({"trees", "path", "skyline", "houses", "swings"}),
)
