"""Choices: what a reading leaves open, decided by what is in the picture and then by the seed."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Container, Sequence

from rushes.engines.animatic import artists, scenery
from rushes.engines.animatic.plan import Camera, Subject
from rushes.engines.animatic.rigs.boards import BOARDS
from rushes.engines.animatic.rigs.boat import ROWED

from . import blocking, casting, noises, places, riding, verbs
from .descriptions import is_alive
from .fitting import fitting, is_winter
from .mentions import PERSON_RIGS, Figure, Reading

#: Hours for a setting when none is said, with their weights.
_HOURS: dict[str, dict[str, int]] = {
    "city": {"day": 3, "golden": 3, "dusk": 2, "night": 2}, "street": {"day": 3, "golden": 3, "dusk": 2, "night": 1},
    "room": {"day": 3, "golden": 2, "dusk": 1}, "stage_hall": {"night": 1}, "space": {"night": 1}, "wall": {"dusk": 1, "night": 1},
    "underwater": {"day": 1}, "kitchen": {"day": 3, "golden": 2, "dusk": 1}, "office": {"day": 4, "golden": 2}, "laboratory": {"day": 2, "night": 2}, "arctic": {"day": 3, "golden": 2, "dusk": 1},
}  # fmt: skip
_HOURS |= {name: Counter(added.hours) for name, added in artists.settings().items() if added.hours}
_OUTDOORS = {"day": 5, "golden": 3, "dawn": 1}

_SETTINGS_ANY = ("meadow", "mountains", "beach", "forest", "sea")
_LANDSCAPE_MOVES = ("push_in", "crane_up", "pan_left", "pan_right")
#: Scenery that one goes to see.
_SIGHTS = frozenset(
    {"waterfall", "rainbow", "aurora", "fireworks", "volcano", "milky_way", "lightning", "pyramids", "bridge"}
)
#: How big what is watched stands in the frame, by its action.
_ACTION_SIZES: dict[str, tuple[str, ...]] = {
    "talk": ("medium",), "look": ("medium", "full"), "eat": ("medium", "full"), "sleep": ("full", "medium"), "play": ("medium", "full"),
    "launch": ("wide",), "sail": ("wide",), "drive": ("wide", "full"),
}  # fmt: skip
_HUGE = frozenset(
    {"ghost_ship", "longship", "whale", "ship", "lighthouse", "rocket", "dragon", "tree", "train", "balloon", "airplane", "sailboat"}
)  # fmt: skip


def setting(reading: Reading, chance: random.Random) -> str:
    """The place that was said; else where those in the picture live; else where its scenery is found."""
    said = reading.votes.get("place")
    for relation in reading.relations:
        if relation.kind == "below" and casting.kind(reading.figures[relation.first].rig) == "swimmer":
            return "underwater"
    best = max(said, key=lambda vote: (vote.weight, -vote.order)) if said else None
    if best is not None and best.weight < 1.0 and best.value == "sky" and "skyline" in reading.features:
        return "city"  # "skyscrapers against a blue sky"
    if "on_bridge" in reading.features and (best is None or best.weight < 1.0):
        if any(figure.rig == "train" for figure in reading.figures):
            return "mountains"
        return next(
            _FEATURE_PLACES[name] for name in reading.features if name.endswith("bridge") and name in _FEATURE_PLACES
        )
    if best is not None and (best.weight >= 1.0 or not reading.figures):
        return fitting(best.value, reading)
    home = _home(reading, chance)
    if (best is None or best.weight < 1.0) and home is not None:
        vase = any(figure.rig in casting.CONTAINERS and figure.count for figure in reading.figures)
        for name in [name for name in reading.features if not (vase and name == "flowers")]:
            place = _FEATURE_PLACES.get(name, "space")
            drawn_there = place != "space" and scenery.draws(name, place, "clear")
            if drawn_there and not scenery.draws(name, home, "clear"):
                return fitting(place, reading)
    if best is not None and best.value == "backdrop" and best.weight >= 0.4:
        return "backdrop"  # an advert shows its thing before paper
    if home is not None and _TELLING_ALL & {figure.rig for figure in reading.figures}:
        return home
    found = next((_FEATURE_PLACES[name] for name in reading.features if name in _FEATURE_PLACES), None)
    at_home = reading.figures and reading.figures[0].rig not in PERSON_RIGS | {"card", "robot", "cat", "dog"}
    if best is not None and best.weight >= 0.5 and not at_home:
        return fitting(best.value, reading)
    if found is not None and not at_home:
        return fitting(found, reading)
    chosen = (
        fitting(home, reading)
        if home == "underwater"
        else home or found or (best.value if best else chance.choice(_SETTINGS_ANY))
    )
    return (
        "pine_forest" if chosen in ("beach", "meadow", "forest", "sea") and is_winter(reading) and not said else chosen
    )


def _home(reading: Reading, chance: random.Random) -> str | None:
    """Where the figures live, the most telling first: a piano stands in a room, whoever plays it."""
    rigs = {figure.rig for figure in reading.figures if figure.count}
    lead = next(
        (figure for figure in reading.figures if figure.role == "subject"),
        reading.figures[0] if reading.figures else None,
    )
    if lead is None:
        return None
    if any(figure.rig in PERSON_RIGS and figure.action == "sleep" and figure.count for figure in reading.figures):
        return "bedroom"
    mount = riding.drawing(reading.figures[lead.inside]) if lead.inside is not None else ""
    if casting.kind(mount) == "wheels" and mount in places.RIG_HABITATS and lead.noun not in places.NOUN_HABITATS:
        return chance.choice(places.RIG_HABITATS[mount])
    if mount and casting.kind(mount) == "swimmer":
        return "underwater"
    if casting.kind(mount) == "aircraft" and mount and mount not in BOARDS:
        return chance.choice(places.RIG_HABITATS.get(mount, ("sky",)))
    if casting.kind(lead.rig) == "wings" and any(casting.kind(rig) == "hull" for rig in rigs):
        return "sea"
    if mount in BOARDS or mount in ROWED:
        return chance.choice(places.RIG_HABITATS[mount])
    if lead.rig == "astronaut":
        return (
            chance.choice(("lunar_surface", "mars"))
            if lead.action in ("walk", "stand", "run", "jump", "sit")
            else chance.choice(("space", "lunar_surface"))
        )
    given = {trait for figure in reading.figures if figure.count for trait in (figure.noun, *figure.traits)}
    if "christmas present" in given:
        return "room"
    for rig, place in _TELLING.items():
        if rig == lead.rig and lead.noun in places.NOUN_HABITATS:
            continue  # a giraffe is drawn like a horse, and lives elsewhere
        at_home = places.NOUN_HABITATS.get(lead.noun, ("",))[0]
        if (rig == "table" and at_home in places.INDOORS) or (rig == "butterfly" and at_home):
            continue  # a cook's table is in the kitchen, and a frog's dragonfly over the water
        if rig == "fish" and ((at_home and at_home != "underwater") or rigs & _VESSELS):
            continue  # it is caught, or kept
        if rig in rigs and (
            rig in _TELLING_ALL
            or casting.kind(lead.rig) in ("still", "ball")
            or lead.rig in PERSON_RIGS | {"robot", "cat", "dog", "card", rig}
        ):
            return place
    for relation in reading.relations:
        if reading.figures[relation.first] is lead and relation.kind in ("in", "on"):
            where = casting.homes(reading.figures[relation.second].rig)
            if where and where[0] in ("room", "kitchen", "street"):
                return where[0]
    if lead.rig in PERSON_RIGS | {"robot", "cat", "dog", "card", "bear"}:
        # Who is with street furniture is in the street; who handles dishes is at home.
        for figure in reading.figures[1:]:
            if casting.homes(figure.rig) == ("street",) or figure.noun in _STREET_LAMPS:
                return "street"
            if casting.homes(figure.rig) == ("room",) and not casting.is_small(figure.rig) and figure.count:
                return "bedroom" if figure.noun in ("bed", "bunk bed", "double bed", "crib") else "room"
            if casting.is_small(figure.rig) and casting.homes(figure.rig) and lead.noun not in places.NOUN_HABITATS:
                return casting.homes(figure.rig)[0]
        held = next((h for trait in lead.traits if (h := casting.homes(trait)) and casting.is_small(trait)), ())
        if held and held[0] == "kitchen" and lead.noun not in places.NOUN_HABITATS:
            return "kitchen" if lead.action == "play" else "room"
    if lead.rig == "rocket" and lead.action == "launch":
        return chance.choice(("desert", "meadow"))
    if lead.action == "swim" and lead.rig in PERSON_RIGS:
        return "underwater"
    trade = next((t for t in lead.traits if t != lead.noun and t in places.NOUN_HABITATS), "") if is_alive(lead) else ""
    habitats = (
        places.NOUN_HABITATS.get(trade)
        or places.NOUN_HABITATS.get(lead.noun)
        or places.RIG_HABITATS.get(lead.rig)
        or casting.homes(lead.rig)
    )
    if not habitats and casting.kind(lead.rig) == "still":
        habitats = ("room",)
    return chance.choice(habitats) if habitats else None


_STREET_LAMPS = frozenset({"street lamp", "streetlight", "street light"})
_VESSELS = frozenset({"bowl", "fishbowl", "plate", "art:fork-and-knife-with-plate", "art:bucket", "basket"})
_TELLING_ALL = frozenset({"piano", "campfire", "cake", "bench", "table"})
#: Things that tell where a scene is when people, robots or pets are with them.
_TELLING = {"table": "room", "fence": "meadow", "piano": "room", "bench": "park", "campfire": "forest", "cake": "room", "snowman": "village", "sailboat": "sea", "ship": "sea", "car": "street", "lighthouse": "beach",
            "train": "mountains", "butterfly": "meadow", "tree": "meadow", "flower": "meadow", "fish": "underwater", "dragon": "mountains", "horse": "meadow"}  # fmt: skip


#: Where scenery is found that was named without a place.
_FEATURE_PLACES = {
    "coral": "underwater", "kelp": "underwater", "neon": "street", "skyline": "city", "galaxy": "space", "nebula": "space", "asteroids": "space",
    "black_hole": "space", "window": "room", "books": "room", "candles": "room", "palms": "beach", "pyramids": "pyramids", "volcano": "volcano",
    "mountains": "mountains", "torches": "wall", "waves": "sea", "houses": "village", "trees": "forest", "mushrooms": "enchanted_forest", "aurora": "mountains",
    "castle": "mountains", "flowers": "meadow", "snowdrift": "pine_forest", "spotlight": "stage_hall", "audience": "stage_hall", "clouds": "sky",
    "fireworks": "city", "bridge": "river", "wooden_bridge": "river", "rope_bridge": "jungle", "suspension_bridge": "river", "waterfall": "river", "river": "river", "lake": "river", "stalls": "market", "ice": "arctic", "vines": "jungle", "sandstorm": "desert", "comet": "space", "rings": "space", "planet": "space", "fireplace": "room", "table": "room", "barn": "farm", "lavender": "meadow", "tulips": "meadow", "poppies": "meadow", "sunflowers": "meadow", "corn": "meadow", "grapevines": "meadow", "fence": "village", "puddles": "street", "graves": "graveyard", "pier": "harbour", "arch": "japanese_garden", "path": "forest", "curtains": "room", "plants": "room",
}  # fmt: skip


def weather(reading: Reading, removed: Container[str]) -> str:
    votes = reading.votes.get("weather", [])
    stands = any(figure.noun in ("umbrella", "parasol") for figure in reading.figures)
    if (stands or "blossoms" in reading.features) and all(vote.weight < 1 for vote in votes):
        return "clear"  # an umbrella that stands there shelters nobody, and one under blossoms shades
    said = reading.winner("weather") or "clear"
    return "clear" if said == "cloudy" and "clouds" in removed else said


def hour(reading: Reading, place: str, chance: random.Random) -> str:
    table = _HOURS.get(place, _OUTDOORS)
    drawn = chance.choices(list(table), list(table.values()))[0]
    if "dim" in reading.features and place in places.INDOORS:
        drawn = "night"  # a dark room has no day before its windows
    if reading.winner("style") == "noir" and all(vote.weight < 1 for vote in reading.votes.get("time", ())):
        return "night"
    return reading.winner("time") or drawn


def season(reading: Reading, weather: str) -> str:
    said = reading.winner("season")
    if said is None and any(riding.drawing(figure) in _ON_SNOW and figure.count for figure in reading.figures):
        return "winter"
    return said or ("winter" if weather == "snow" else "summer")


#: What is only gone about with where snow lies.
_ON_SNOW = frozenset({"skis", "snowboard", "sled", "sleigh"})


def mood(reading: Reading, weather: str, time: str) -> str:
    said = reading.winner("mood")
    if said:
        return said
    if weather == "storm":
        return "tense"
    if any(figure.action in ("run", "launch") for figure in reading.figures):
        return "epic"
    if any(figure.action in ("dance", "jump") for figure in reading.figures):
        return "joyful"
    return "mysterious" if time == "night" and weather == "fog" else "calm"


def camera(
    reading: Reading, subjects: Sequence[Subject], place: str, aspect_ratio: str, chance: random.Random
) -> Camera:
    lead = subjects[0] if subjects else None
    crewed = any(figure.inside is not None and figure.count for figure in reading.figures)
    habit, habit_size = _camera_habit(lead, len(subjects), place, bool(reading.spoken), chance, crewed=crewed)
    if habit == "track" and any(not subject.travels for subject in subjects[1:]):
        habit = "push_in"  # or those who stay would be passed, and gone
    pace = round(chance.uniform(0.8, 1.2), 2)
    said_pace, said_size = reading.winner("pace"), reading.winner("size")
    if (
        lead is not None
        and not any(one.role == "subject" and one.count for one in reading.figures)
        and _SIGHTS & set(reading.features)
    ):
        habit, habit_size = "push_in", "wide"  # "a waterfall with a rainbow and a parrot" is of the waterfall
    move = reading.winner("move") or habit
    if "on_bridge" in reading.features:
        habit_size = "wide"  # or its arches are not seen
    if any(subject.rig in riding.DECKS for subject in subjects[1:]):
        habit_size = "wide"  # the whole ship, with who is on its deck
    if move == "aerial":
        habit_size = "extreme_wide" if lead is None else "wide"
    if said_size in ("close", "extreme_close") and len(subjects) > 3 and any(one.rig == "table" for one in subjects):
        said_size = "full"  # a company at its table, and what is on it
    size = said_size or (blocking.widened(subjects, habit_size, aspect_ratio) if subjects else habit_size)
    shallow = size in ("medium", "close", "extreme_close") and lead is not None
    return Camera(
        move=move,
        size=size,
        angle=reading.winner("angle") or ("high" if move == "aerial" else "eye"),
        pace=float(said_pace) if said_pace else pace,
        focus=reading.winner("focus") or ("shallow" if shallow else "deep"),
    )


def _camera_habit(
    lead: Subject | None, count: int, place: str, speaks: bool, chance: random.Random, *, crewed: bool
) -> tuple[str, str]:
    """(move, size) for a prompt that names neither."""
    if lead is None:
        move = chance.choice(_LANDSCAPE_MOVES)
        return move, chance.choice(("wide", "wide", "extreme_wide"))
    size = chance.choice(_ACTION_SIZES.get(lead.action, ("full", "full", "wide")))
    if crewed and lead.action in ("sail", "drive", "trot", "walk"):
        size = "wide" if casting.kind(lead.rig) == "hull" else "full"
    if (lead.rig in _HUGE and not crewed) or lead.count > 4 or count > 4:
        size = "wide"
    elif lead.count > 2 or count > 2:
        size = "full"
    if speaks:
        return chance.choice(("push_in", "static", "handheld")), "medium"
    if lead.travels and lead.action in ("run", "trot", "drive", "walk", "swim", "sail"):
        return ("track" if lead.action != "walk" or chance.random() < 0.7 else "push_in"), size
    if lead.action in ("fly",):
        return "track", "wide" if lead.count > 1 else size
    if lead.action == "launch":
        return "tilt_up", "wide"
    if lead.action == "dance":
        return chance.choice(("push_in", "handheld", "orbit")), "full"
    if place == "space":
        return chance.choice(("push_in", "pull_out", "orbit")), size
    return chance.choice(("push_in", "push_in", "pull_out", "pan_left", "pan_right")), size


def sounds(
    reading: Reading, place: str, time: str, weather: str, features: Sequence[str], subjects: Sequence[Subject],
    happening: Sequence[str] = (),
) -> list[str]:  # fmt: skip
    """Names by importance: what was asked for, what happens, then what the scene sounds like."""
    found = [*reading.sounds, *happening]
    if any(subject.rig == "train" for subject in subjects):
        found = ["whistle" if name == "referee" else name for name in found]
    day, night = noises.SETTING_SOUNDS[place]
    outdoors = place not in places.INDOORS | {"space", "underwater"} or place == "wall"
    if weather in noises.WEATHER_SOUNDS and (outdoors or weather in ("rain", "storm")):
        found += noises.WEATHER_SOUNDS[weather].split()
    for name in features:
        found += noises.FEATURE_SOUNDS.get(name, "").split()
    done = [noises.DOINGS[words] for words in reading.understood if words in noises.DOINGS]
    found += done
    for subject in subjects:
        gull = subject.rig == "seagull" and subject.noun not in ("seagull", "gull", "seabird")
        found += [] if gull else noises.RIG_SOUNDS.get(subject.rig, "").split()
        found += noises.NOUN_SOUNDS.get(subject.noun.split()[-1], "").split()
        if subject.action == "talk" and subject.rig not in PERSON_RIGS and "purr" not in done:
            found += [noises.HEARD[rig] for rig in (subject.rig,) if rig in noises.HEARD]
        if (
            subject.rig in noises.FOOTED | PERSON_RIGS
            and subject.action in ("walk", "trot", "run", "dance")
            and place not in ("space", "underwater")
        ):
            found.append("footsteps")
        if subject.action == "sail" and subject.rig in ROWED and subject.travels:
            found.append("oars")
        if subject.rig in ("horse", "deer", "unicorn", "zebra", "camel") and subject.action in ("walk", "trot", "run"):
            found.append("hooves")
    quiet = weather in ("snow", "rain", "storm")
    bed = (night if time in ("night", "dusk") else day).split()
    found += [name for name in bed if not (quiet and name in ("birds", "crickets", "seagulls", "owl", "breeze"))]
    if "typewriter" in found:
        found = [name for name in found if name != "typing"]
    return list(dict.fromkeys(found))


_WATERS = frozenset({"underwater", "sea", "swimming_pool", "river", "lakeside", "space", "sky"})
#: Birds that float on water.
_WATERFOWL = frozenset({"swan", "duck", "duckling", "goose", "pelican"})


def action(figure: Figure, place: str) -> str:
    """What a figure does: the verb as its kind can do it, or its habit."""
    rig, said = figure.rig, figure.action
    kind = casting.kind(rig)
    if said == "stand" and kind == "still" and "hanging" in figure.traits:
        said = None  # a lantern that hangs is lit all the same
    if said is None:
        if rig == "astronaut" and place == "space":
            return "float"
        if kind == "wings" and rig not in ("bat", "fly", "mosquito") and place in places.INDOORS:
            return "stand"
        if any(trait.startswith("playing ") for trait in figure.traits):
            return "play"
        if rig in PERSON_RIGS and figure.count > 1 and place in ("street", "city"):
            return "walk"
        if rig == "turtle" and place not in _WATERS:
            return "walk"
        if rig in PERSON_RIGS and place == "underwater":
            return "swim"
        return verbs.NOUN_HABITS.get(figure.noun, verbs.HABITS.get(rig, "stand"))
    if said in ("drive", "run", "trot", "walk") and riding.drawing(figure) in ("bicycle", "motorcycle", "scooter"):
        return "drive"  # a cyclist is drawn with what he rides
    if rig in PERSON_RIGS and place == "space" and said in ("stand", "walk", "fly", "swim", "hover"):
        return "float"
    if kind in ("wings", "dragon") and said in ("walk", "run", "trot") and place == "sky":
        return "fly"
    if figure.noun in _WATERFOWL and said in ("float", "swim", "sail"):
        return "swim"
    if rig == "peacock" and said == "grow":
        return "grow"  # it opens its wheel
    if rig == "kangaroo" and said == "jump":
        return "trot"  # its way of going
    if kind == "aircraft" and said == "launch" and rig != "rocket":
        return "fly"
    if kind == "legs" and said == "dance" and any(trait.startswith("playing ") for trait in figure.traits):
        return "play"
    return casting.able(rig, verbs.GAITS.get(kind, {}).get(said, said))


def music(reading: Reading, removed: Container[str], mood: str, place: str) -> str | None:
    """The mood or kind of music that was asked for, or that somebody plays; else a quiet bed where the place itself makes no sound."""
    if "music" in removed or "sounds" in removed:
        return None
    said = reading.votes.get("music", ())
    played = [
        trait.removeprefix("playing ")
        for figure in reading.figures
        for trait in figure.traits
        if trait.startswith("playing ")
    ]
    # A game is played as well, and chess is silent.
    played = [name for name in played if name in noises.PLAYED or name in verbs.INSTRUMENTS]
    players = [figure.noun.split()[-1] for figure in reading.figures if figure.noun.split()[-1] in noises.PLAYERS]
    kinds = [noises.PLAYED.get(name) for name in played] + [noises.PLAYERS[noun] for noun in players]
    own = next((kind for kind in kinds if kind), mood)
    if said:
        return next((vote.value for vote in sorted(said, key=lambda vote: -vote.weight) if vote.value), own)
    asked = reading.audio_asked or reading.sounds or reading.spoken
    return own if played or players or (not asked and place in _STILL_PLACES) else None


#: Places that have no sound of their own worth hearing.
_STILL_PLACES = places.INDOORS | {"space", "sky"}
