"""Scenery: which features the stage draws, and where; the director lists the rest as not drawn."""

from __future__ import annotations

from rushes.engines.animatic import artists

#: Drawn wherever there is a sky.
_IN_THE_SKY = frozenset(
    {
        "moon",
        "crescent",
        "milky_way",
        "stars",
        "sun",
        "clouds",
        "rainbow",
        "aurora",
        "shooting_star",
        "sun_sets",
        "sun_rises",
        "lightning",
        "fireworks",
    }
)
#: Drawn in the air of any setting.
_ANYWHERE = frozenset(
    {
        "lanterns",
        "fireflies",
        "blossoms",
        "embers",
        "confetti",
        "falling_leaves",
        "bubbles",
        "sparkles",
        "dust_motes",
        "time_lapse",
    }
)
_ROOFED = frozenset({"room", "stage_hall", "wall", "kitchen", "office", "laboratory", "underwater"})
#: Where a fire or a waterfall is added when it is asked for.
_GROUNDLESS = frozenset({"space", "sky", "sea", "underwater"})
_WATERFALLS = frozenset(
    {"mountains", "river", "jungle", "forest", "pine_forest", "planet", "meadow", "village", "canyon"}
)

#: What a setting shows of itself.
OF_SETTINGS: dict[str, frozenset[str]] = {
    "forest": frozenset({"trees", "path", "rocks"}),
    "pine_forest": frozenset({"trees", "mountains"}),
    "meadow": frozenset({"hills", "flowers", "trees", "mountains"}),
    "mountains": frozenset({"mountains", "lake", "rocks", "trees", "reflections", "cliff"}),
    "desert": frozenset({"dunes", "mountains", "rocks", "mesas", "cliff"}),
    "beach": frozenset({"sea", "waves", "palms"}),
    "sea": frozenset({"sea", "waves", "reflections"}),
    "underwater": frozenset({"sea", "coral", "kelp", "bubbles", "sun_rays", "rocks"}),
    "city": frozenset({"skyline", "lights", "reflections"}),
    "street": frozenset({"houses", "neon", "lights", "puddles", "reflections"}),
    "highway": frozenset({"mountains", "hills", "path"}),
    "village": frozenset({"houses", "mountains", "hills", "fence", "trees", "flowers", "path", "smoke"}),
    "room": frozenset({"lights", "window", "books", "plants", "curtains"}),
    "stage_hall": frozenset({"spotlight", "audience", "curtains"}),
    "space": frozenset({"stars", "planet", "nebula", "galaxy", "rings", "moon"}),
    "planet": frozenset({"planet", "rocks", "stars", "mountains"}),
    "sky": frozenset({"clouds"}),
    "wall": frozenset({"torches", "fire", "embers"}),
    "jungle": frozenset({"trees", "vines", "palms", "flowers", "mist"}),
    "arctic": frozenset({"ice", "mountains", "sea", "reflections", "snowdrift"}),
    "river": frozenset({"river", "lake", "mountains", "hills", "trees", "rocks", "flowers", "reflections", "mist"}),
    "market": frozenset({"stalls", "houses", "flags"}),
    "castle": frozenset({"castle", "flags", "mountains", "hills", "trees", "flowers", "path"}),
    "ruins": frozenset({"rocks", "hills", "trees", "mountains", "flowers"}),
    "kitchen": frozenset({"window", "curtains", "smoke"}),
    "office": frozenset({"window", "skyline", "plants", "table", "books"}),
    "laboratory": frozenset({"smoke", "bubbles"}),
}


def of_setting(setting: str) -> frozenset[str]:
    """What a setting shows of itself."""
    added = artists.settings().get(setting)
    return added.scenery if added else OF_SETTINGS.get(setting, frozenset())


#: What towers behind the cast where a setting shows it: no subject of this name stands before it a second time.
LANDMARKS = frozenset(
    {
        "barn", "cabin", "log cabin", "wooden cabin", "log house", "hut", "wooden hut", "lodge", "carousel", "castle", "christmas tree", "eiffel tower", "ferris wheel", "merry go round", "pagoda",
        "pyramid", "roller coaster", "rollercoaster", "sphinx", "torii", "torii gate", "volcano",
    }
)  # fmt: skip


def shows(noun: str, setting: str) -> bool:
    """Is this landmark, or are many of it, part of what a setting shows of itself?"""
    name = noun.replace(" ", "_")
    return noun.rstrip("s") in LANDMARKS and bool({name, f"{name}s"} & of_setting(setting))


def _is_indoors(setting: str) -> bool:
    added = artists.settings().get(setting)
    return added is not None and not added.outdoors


def draws(name: str, setting: str, weather: str) -> bool:
    """Is this feature seen in this setting and weather?"""
    if name in of_setting(setting) or name in _ANYWHERE:
        return True
    if name in _IN_THE_SKY:
        return setting not in _ROOFED and not _is_indoors(setting)
    if name in ("campfire", "fire"):
        return setting not in _GROUNDLESS
    if name == "bridge" or name.endswith("_bridge"):
        return setting not in _GROUNDLESS | {"planet"} and setting not in _ROOFED and not _is_indoors(setting)
    if name == "waterfall":
        return setting in _WATERFALLS
    if name in ("sunflowers", "lavender", "wheat", "tulips", "poppies", "corn", "grapevines"):
        return setting in ("meadow", "village", "highway")
    if name == "fireplace":
        return setting == "room"
    if name == "sun_rays":
        return setting not in ("space", "stage_hall")
    if name == "lights":
        return setting not in _GROUNDLESS
    if name in ("blizzard", "drizzle", "sandstorm"):
        return weather == {"blizzard": "snow", "drizzle": "rain", "sandstorm": "dust"}[name]
    return (name == "snowdrift" and weather == "snow") or (name == "mist" and weather == "fog")
