"""Choices: what a reading leaves open, decided by what is in the picture and then by the seed."""

from __future__ import annotations

import random
from collections.abc import Sequence

from rushes.engines.animatic.plan import Camera, Subject

from . import noises, places, verbs
from .mentions import PERSON_RIGS, Reading

#: Hours for a setting when none is said, with their weights.
_HOURS: dict[str, dict[str, int]] = {
    "city": {"day": 3, "golden": 3, "dusk": 2, "night": 2}, "street": {"day": 3, "golden": 3, "dusk": 2, "night": 1},
    "room": {"day": 3, "golden": 2, "dusk": 1}, "stage_hall": {"night": 1}, "space": {"night": 1}, "wall": {"dusk": 1, "night": 1},
    "underwater": {"day": 1},
}  # fmt: skip
_OUTDOORS = {"day": 5, "golden": 3, "dawn": 1}

_SETTINGS_ANY = ("meadow", "mountains", "beach", "forest", "sea")
_LANDSCAPE_MOVES = ("push_in", "crane_up", "pan_left", "pan_right")
#: How big what is watched stands in the frame, by its action.
_ACTION_SIZES: dict[str, tuple[str, ...]] = {
    "talk": ("medium",), "look": ("medium", "full"), "eat": ("medium", "full"), "sleep": ("full", "medium"), "play": ("medium", "full"),
    "launch": ("wide",), "sail": ("wide",), "drive": ("wide", "full"),
}  # fmt: skip
_HUGE = frozenset(
    {"whale", "ship", "lighthouse", "rocket", "dragon", "tree", "train", "balloon", "airplane", "sailboat"}
)


def setting(reading: Reading, chance: random.Random) -> str:
    said = reading.votes.get("place")
    if said:
        best = max(said, key=lambda vote: (vote.weight, -vote.order))
        if best.weight >= 1.0 or not reading.figures:
            return _fitting(best.value, reading)
    for figure in sorted(reading.figures, key=lambda figure: figure.role != "subject"):
        if "piano" in figure.traits or any(trait.startswith("playing piano") for trait in figure.traits):
            return "room"
        habitat = places.NOUN_HABITATS.get(figure.noun) or places.RIG_HABITATS.get(figure.rig)
        if any(other.rig == "piano" for other in reading.figures):
            habitat = ("room",)
        if figure.action in ("swim",) and figure.rig in PERSON_RIGS:
            habitat = ("underwater", "sea")
        if figure.rig == "astronaut" and figure.action in ("float", "hover", "fly"):
            habitat = ("space",)
        if figure.rig == "astronaut" and figure.action in ("walk", "stand", "run", "jump"):
            habitat = ("planet",)
        if habitat and (figure.rig not in PERSON_RIGS | {"card"} or not said):
            return chance.choice(habitat)
    if said:
        return max(said, key=lambda vote: (vote.weight, -vote.order)).value
    for name, place in _FEATURE_PLACES.items():
        if name in reading.features:
            return place
    return chance.choice(_SETTINGS_ANY)


#: Where scenery is found that was named without a place.
_FEATURE_PLACES = {
    "coral": "underwater", "kelp": "underwater", "neon": "street", "skyline": "city", "galaxy": "space", "nebula": "space", "asteroids": "space",
    "black_hole": "space", "window": "room", "books": "room", "candles": "room", "palms": "beach", "pyramids": "desert", "volcano": "mountains",
    "mountains": "mountains", "torches": "wall", "waves": "sea", "houses": "village", "trees": "forest", "mushrooms": "forest", "aurora": "mountains",
    "castle": "mountains", "flowers": "meadow", "snowdrift": "pine_forest", "spotlight": "stage_hall", "audience": "stage_hall", "clouds": "sky",
    "fireworks": "city", "bridge": "city", "lightning": "sea", "comet": "space", "rings": "space", "planet": "space", "fireplace": "room",
}  # fmt: skip


def _fitting(place: str, reading: Reading) -> str:
    """Correct a place that those in it contradict: fish in the sea are under water."""
    if place in ("sea", "beach") and reading.figures:
        swimmers = [
            figure for figure in reading.figures if figure.rig in ("fish", "jellyfish", "turtle", "whale", "dolphin")
        ]
        if (
            swimmers
            and swimmers[0] is reading.figures[0]
            and swimmers[0].action in (None, "swim", "float")
            and place == "sea"
            and swimmers[0].rig in ("fish", "jellyfish", "turtle")
        ):
            return "underwater"
    if place == "forest" and _winter(reading):
        return "pine_forest"
    return place


def _winter(reading: Reading) -> bool:
    return any(vote.value == "winter" for vote in reading.votes.get("season", ()))


def hour(reading: Reading, place: str, chance: random.Random) -> str:
    said = reading.winner("time")
    table = _HOURS.get(place, _OUTDOORS)
    drawn = chance.choices(list(table), list(table.values()))[0]
    return said or drawn


def season(reading: Reading, weather: str) -> str:
    said = reading.winner("season")
    if said:
        return said
    return "winter" if weather == "snow" else "summer"


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


def camera(reading: Reading, subjects: Sequence[Subject], place: str, chance: random.Random) -> Camera:
    lead = subjects[0] if subjects else None
    habit, drawn_size = _camera_habit(lead, len(subjects), place, bool(reading.spoken), chance)
    pace = round(chance.uniform(0.8, 1.15), 2)
    said_pace = reading.winner("pace")
    size = reading.winner("size") or drawn_size
    move = reading.winner("move") or habit
    if move == "aerial" and reading.winner("size") is None:
        size = "extreme_wide" if lead is None else "wide"
    said_focus = reading.winner("focus")
    focus = said_focus or ("shallow" if size in ("medium", "close", "extreme_close") and lead is not None else "deep")
    angle = reading.winner("angle") or ("high" if move == "aerial" else "eye")
    return Camera(move, size, angle, float(said_pace) if said_pace else pace, focus)


def _camera_habit(lead: Subject | None, count: int, place: str, speaks: bool, chance: random.Random) -> tuple[str, str]:
    """(move, size) for a prompt that names neither."""
    if lead is None:
        move = chance.choice(_LANDSCAPE_MOVES)
        return move, chance.choice(("wide", "wide", "extreme_wide"))
    size = chance.choice(_ACTION_SIZES.get(lead.action, ("full", "wide")))
    if lead.rig in _HUGE or lead.count > 2 or count > 2:
        size = "wide"
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
    reading: Reading, place: str, time: str, weather: str, features: Sequence[str], subjects: Sequence[Subject]
) -> list[str]:
    """Names by importance: what was asked for, then what the scene sounds like."""
    found = list(reading.sounds)
    day, night = noises.SETTING_SOUNDS[place]
    outdoors = place not in ("room", "stage_hall", "space", "underwater")
    if weather in noises.WEATHER_SOUNDS and (outdoors or weather in ("rain", "storm")):
        found += noises.WEATHER_SOUNDS[weather].split()
    for name in features:
        found += noises.FEATURE_SOUNDS.get(name, "").split()
    for subject in subjects:
        found += noises.RIG_SOUNDS.get(subject.rig, "").split()
        if (
            subject.rig in noises.FOOTED | PERSON_RIGS
            and subject.action in ("walk", "trot", "run", "dance")
            and place not in ("space", "underwater")
        ):
            found.append("footsteps")
        if subject.rig in ("horse", "deer", "unicorn", "zebra") and subject.action in ("walk", "trot", "run"):
            found.append("hooves")
    quiet = weather in ("snow", "rain", "storm")
    bed = (night if time in ("night", "dusk") else day).split()
    found += [name for name in bed if not (quiet and name in ("birds", "crickets", "seagulls", "owl", "breeze"))]
    return list(dict.fromkeys(found))


def action(rig: str, said: str | None, place: str, plural: bool) -> str:
    """What a drawing does: the verb as its kind can do it, or its habit."""
    kind = verbs.KINDS.get(rig, "legs")
    if said is None:
        if rig == "astronaut" and place == "space":
            return "float"
        if rig in ("bird", "seagull", "eagle") and place in ("room", "stage_hall", "wall"):
            return "stand"
        if rig in PERSON_RIGS and plural and place in ("street", "city"):
            return "walk"
        if rig in PERSON_RIGS and place == "underwater":
            return "swim"
        return verbs.HABITS.get(rig, "stand")
    if rig in PERSON_RIGS | {"astronaut"} and place == "space" and said in ("stand", "walk", "fly", "swim", "hover"):
        return "float"
    if kind in ("wings", "dragon") and said in ("walk", "run", "trot") and place == "sky":
        return "fly"
    return verbs.GAITS.get(kind, {}).get(said, said)
