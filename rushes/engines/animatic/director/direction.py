"""Direction: from a shot's words to its plan."""

from __future__ import annotations

import functools
import random
import zlib
from collections.abc import Container
from dataclasses import replace

from rushes.engines.animatic import scenery
from rushes.engines.animatic.plan import ShotPlan, Subject
from rushes.engines.animatic.sound.catalog import names
from rushes.shot import Shot

from . import (
    appearances,
    blocking,
    casting,
    characters,
    choices,
    dining,
    edited,
    encounters,
    far_places,
    gestures,
    growth,
    hearing,
    idioms,
    perches,
    pictographs,
    places,
    riding,
    script,
    signs,
    spelling,
    substances,
    tables,
    verbs,
    views,
)
from .blocking import Wish
from .forms import prose
from .grammar import Grammar
from .mentions import PERSON_RIGS, Figure, Reading, Relation
from .noises import SOUND_FALLBACKS
from .nouns import ART_COLOURS, NOUN_COLOURS
from .quotations import lift
from .removal import remove
from .tokens import plain, tokens

SUBJECTS_MAX = 6
SOUNDS_MAX = 6
FEATURES_MAX = 10

#: Below this share of known words a prompt is not English, and what few words seem known are accidents.
_ENGLISH_LEAST = 0.4

#: Scenery that a setting shows anyway.
_OWN_SCENERY: dict[str, set[str]] = {
    "sea": {"sea", "waves"}, "beach": {"sea"}, "mountains": {"mountains"}, "sky": {"clouds"}, "city": {"skyline"}, "underwater": {"sea"},
    "river": {"river", "lake"}, "market": {"stalls"}, "castle": {"castle"}, "arctic": {"ice"}, "jungle": {"trees", "vines"}, "forest": {"trees"}, "pine_forest": {"trees"}, "village": {"houses"}, "planet": {"planet"},
}  # fmt: skip

#: Places outside that are known by what is built there, and from which height on something is a house.
_SITES = frozenset({"construction_site", "stadium", "suburb", "airfield"})
_HOUSE_METRES = 3.5

#: Scenery of which one piece of the library would be something else: a sheaf for tall grass, a shrine for an arch.
_NOT_ONE_PIECE = frozenset({"wheat", "arch", "rocks"})

_ROLE_ORDER = {"subject": 0, "object": 1, "landmark": 2}


def read(shot: Shot, *, seconds: float | None = None) -> ShotPlan:
    """Read a shot's prompt into a plan. The same shot gives the same plan; another seed another composition.

    `seconds` is what the plan lasts when that is not what the shot makes, as in a whole extended film. A plan that came
    with the shot is taken as it is, but for the seconds and shape of the frame. Never raises for any prompt; raises
    ValueNotAllowed (shotPlan.<field>) for a bad plan that came along.
    """
    lasts = float(shot.new_seconds if seconds is None else seconds)
    if shot.plan is not None:
        return replace(edited.read(shot.plan), seconds=lasts, aspect_ratio=shot.aspect_ratio)
    reading, quotes = _read_words(shot)
    return _plan(shot, reading, quotes, lasts)


def _read_words(shot: Shot) -> tuple[Reading, tuple[str, ...]]:
    text, quotes = lift(encounters.plain(idioms.plain(substances.plain(prose(pictographs.spelled(shot.prompt))))))
    text, slips = spelling.mended(text)
    reading, words = Reading(slips=slips), tokens(plain(text))
    Grammar(words, reading).read()
    if riding.crosses_bridge(words) and any("bridge" in name for name in reading.features):
        reading.features["on_bridge"] = 1.0
    if reading.total and reading.known / reading.total < _ENGLISH_LEAST:
        reading = Reading(spoken=reading.spoken, strange=True)
        for spoken in reading.spoken:
            spoken.speaker = None
    negatives = Reading()
    Grammar(tokens(plain(shot.negative_prompt)), negatives, negative=True).read()
    for word, gone in negatives.removed.items():
        reading.removed.setdefault(word, set()).update(gone)
    return reading, quotes


def _plan(shot: Shot, reading: Reading, quotes: tuple[str, ...], seconds: float) -> ShotPlan:
    removed = remove(reading)
    unwritten = signs.settle(reading, quotes)
    # A prompt that says nothing of the picture still gets its own, not the same as every other such prompt.
    salt = 0 if reading.understood else zlib.crc32(shot.prompt.encode("utf-8", "replace"))
    chance = random.Random((shot.seed + salt) * 2_654_435_761 % 2**32)
    setting = choices.setting(reading, chance)
    if setting == "abstract" and not reading.palette:
        reading.palette += reading.hues
    weather = choices.weather(reading, removed)
    if weather == "dust" and setting in places.INDOORS:
        weather = "clear"  # a dusty attic has no dust storm
    time = choices.hour(reading, setting, chance)
    perches.settle(reading)
    _stand_in(reading, setting, weather)
    far_places.show(reading, setting, weather)
    reading.each_other |= gestures.settle(reading)
    kept, relations, riders = _kept(reading, setting)
    tables.lay(kept, relations, reading, setting)
    if setting == "backdrop" and len(kept) == 1:
        kept[0].side = kept[0].side or "center"
    subjects = [_subject(figure, setting, chance, lead=number == 0) for number, figure in enumerate(kept)]
    subjects = substances.named(shot.prompt, appearances.described(shot.prompt, subjects))
    subjects = idioms.grounded(shot.prompt, growth.grown(shot.prompt, subjects), setting)
    if (
        kept
        and kept[0].action is None
        and subjects[0].action == "drive"
        and any(not one.travels for one in subjects[1:])
    ):
        subjects[0] = replace(subjects[0], action="stand", travels=False)  # parked beside the others
    subjects, opposed = encounters.met(encounters.plain(shot.prompt), subjects, relations)
    if views.is_portrait(shot.prompt) and subjects and subjects[0].rig in PERSON_RIGS:
        reading.vote("size", "close", 1.0)
    elif subjects and gestures.is_whole(subjects[0].traits):
        reading.vote("size", "full", 0.1)
    camera = choices.camera(reading, subjects, setting, shot.aspect_ratio, chance)
    camera = encounters.seen(camera, subjects)
    if "camera moves" in removed:
        camera = replace(camera, move="static")
    placed = blocking.place(
        subjects, [Wish(figure.side, figure.layer) for figure in kept], relations, camera, shot.aspect_ratio, chance,
        setting=setting, each_other=opposed or reading.each_other or (len({spoken.speaker for spoken in reading.spoken}) > 1 and len(kept) > 1),
    )  # fmt: skip
    placed = dining.sat_down(shot.prompt, placed, brings=setting in places.INDOORS and not riders)
    crew = [(_subject(figure, setting, chance, lead=False), mount) for figure, mount in riders]
    placed = riding.seated(placed, crew)
    reading.features.update(dict.fromkeys(growth.lapse(shot.prompt), 1.0))
    # What colours a room says nothing of a landscape.
    idle = _OWN_SCENERY.get(setting, set()) | (set() if setting in places.INDOORS else characters.NAMES)
    features = tuple(name for name in reading.features if name not in idle)[:FEATURES_MAX]
    wanted = choices.sounds(reading, setting, time, weather, features, placed, hearing.happening(shot.prompt))
    sounds, unheard = _heard(wanted, reading.sounds, removed)
    unheard += [] if "sounds" in removed else hearing.unheard(shot.prompt, reading.understood)
    mood = choices.mood(reading, weather, time)
    speakers = {id(figure): index for index, figure in enumerate([*kept, *(figure for figure, _ in riders)])}
    lines, cut = script.lines(reading, quotes, placed, [speakers.get(id(f)) for f in reading.figures], seconds)
    placed = views.turned(shot.prompt, placed, camera, lines)
    unseen = [
        name.replace("_", " ")
        for name in features
        if name not in reading.implied and not scenery.draws(name, setting, weather)
    ]
    unseen += [
        trait
        for subject in placed
        if "rider" in subject.traits and subject.rig not in verbs.WITH_DRIVERS
        for trait in subject.traits[subject.traits.index("rider") + 1 :][:1]
    ]
    cards = [subject.noun for subject in placed if subject.rig == casting.CARD]
    notes = {
        "orbit approximated by parallax": camera.move == "orbit",
        f"no sound yet for: {', '.join(unheard)}"[:400]: bool(unheard),
        "misspelt, and read as: " + ", ".join(f"{word} ({meant})" for word, meant in reading.slips.items()): bool(
            reading.slips
        ),
        "only English is understood; the words of this prompt are not": reading.strange,
        "some lettering is not drawn": unwritten,
        "dialogue shortened to fit": cut and "dialogue" not in removed,
    }
    return ShotPlan(
        prompt=shot.prompt.encode("utf-16", "surrogatepass").decode("utf-16", "replace")[: edited.PROMPT_MAX],
        seed=shot.seed,
        seconds=seconds,
        aspect_ratio=shot.aspect_ratio,
        setting=setting,
        time=time,
        weather=weather,
        season=choices.season(reading, weather),
        mood=mood,
        style=reading.winner("style") or "storybook",
        subjects=placed,
        camera=camera,
        features=features,
        sounds=sounds,
        music=choices.music(reading, removed, mood, setting),
        lines=() if "dialogue" in removed else lines,
        colours=tuple(dict.fromkeys(reading.palette))[:6],
        understood=tuple(dict.fromkeys(reading.understood))[:200],
        not_drawn=tuple(
            dict.fromkeys(word[:80] for word in (*cards, *encounters.without_leash(reading.not_drawn, placed), *unseen))
        )[:100],
        removed=tuple(word[:80] for word in removed)[:100],
        notes=tuple(note for note, holds in notes.items() if holds),
    )


def _stand_in(reading: Reading, setting: str, weather: str) -> None:
    """Let a drawing stand for scenery that was asked for and that the setting does not draw."""
    own = _OWN_SCENERY.get(setting, set())
    for name in [n for n in reading.features if n not in own and not scenery.draws(n, setting, weather)]:
        noun = name.replace("_", " ")
        noun = noun if casting.drawing(noun) else noun.rstrip("s")
        rig = casting.drawing(noun)
        if any(figure.noun == noun for figure in reading.figures):
            del reading.features[name]
            continue
        if name in reading.implied or rig is None or rig == "table" or name in _NOT_ONE_PIECE:
            continue
        lead = not any(figure.role == "subject" for figure in reading.figures)
        back = None if lead or casting.height_metres(rig) < 3 else "back"
        reading.figures.append(Figure(noun, rig, "subject" if lead else "landmark", 0, 0, traits=[noun], layer=back))
        vase = next((n for n, figure in enumerate(reading.figures[:-1]) if figure.rig in casting.CONTAINERS), None)
        if name == "flowers" and vase is not None:
            reading.relations.append(Relation(len(reading.figures) - 1, "in", vase))
        del reading.features[name]


def _kept(reading: Reading, setting: str) -> tuple[list[Figure], list[Relation], list[tuple[Figure, int]]]:
    """The figures that become subjects, the lead first; the relations between them; and who rides which of them.

    A mount takes over the role of its rider. Lamps of a room are part of the room.
    """
    figures = reading.figures
    for figure in figures:
        if (
            figure.rig == "lamp"
            and figure.noun in ("lamp", "table lamp", "desk lamp", "light bulb")
            and setting in places.INDOORS
        ):
            figure.count = 0
            reading.features.setdefault("lights", 1.0)
        if scenery.shows(figure.noun, setting) or _is_the_place(figure, setting):
            figure.count = 0
    aboard = riding.board(reading)
    numbers = [n for n, figure in enumerate(figures) if n not in aboard and figure.count > 0]
    peopled = any(figure.rig in PERSON_RIGS and figure.count for figure in figures)
    numbers.sort(
        key=lambda n: (
            figures[n].layer == "back",
            peopled and casting.is_small(figures[n].rig),
            _ROLE_ORDER[figures[n].role],
            n,
        )
    )
    numbers = numbers[:SUBJECTS_MAX]
    new = {old: index for index, old in enumerate(numbers)}
    relations = [
        Relation(new[r.first], r.kind, new[r.second]) for r in reading.relations if r.first in new and r.second in new
    ]
    riders = [(figures[n], place) for n, place in riding.order(numbers, aboard, SUBJECTS_MAX)]
    return [figures[n] for n in numbers], relations, riders


def _is_the_place(figure: Figure, setting: str) -> bool:
    """Is this house the one in which, or the site on which, we are? It does not stand in itself."""
    within = setting in places.INDOORS or setting in _SITES
    return within and figure.noun in _words_of(setting) and casting.height_metres(figure.rig) >= _HOUSE_METRES


@functools.cache
def _words_of(setting: str) -> frozenset[str]:
    return frozenset(word.strip().partition("+")[0] for word in places.SETTING_WORDS[setting].split(","))


def _subject(figure: Figure, setting: str, chance: random.Random, *, lead: bool) -> Subject:
    rig = casting.rig_for(figure, chance)
    if rig == "turtle" and setting != "underwater" and figure.action not in ("swim", "float", "jump"):
        rig = figure.rig = "tortoise"  # ashore it goes on its feet
    action = choices.action(figure, setting)
    traits = [trait for trait in dict.fromkeys(figure.traits) if trait != rig]
    if figure.heading in ("front", "away"):
        traits.append(f"facing {figure.heading}")
    tints = ART_COLOURS if casting.homes(rig) else NOUN_COLOURS
    return Subject(
        noun=figure.noun[:80],
        rig=rig,
        action=action,
        count=figure.count,
        colour=figure.colour or tints.get(figure.noun) or tints.get(figure.noun.partition(" ")[2]),
        scale=figure.scale,
        facing={"left": -1, "right": 1}.get(figure.heading or "", 0),
        # Who moves only by habit stays with the lead, so that nobody is left behind.
        travels=action in verbs.LOCOMOTION and rig != casting.CARD and (lead or figure.action is not None),
        traits=tuple(trait[:80] for trait in traits[:16]),
    )


def _heard(wanted: list[str], asked: list[str], removed: Container[str]) -> tuple[tuple[str, ...], list[str]]:
    """Names that the sound catalog has, by way of fallbacks; and those asked for that it has not."""
    if "sounds" in removed:
        return (), []
    known, found, unheard = set(names()), [], []
    for name in wanted:
        heard = name
        for _ in range(4):
            if heard in known:
                break
            heard = SOUND_FALLBACKS.get(heard, heard)
        if heard in known and heard not in removed:
            found.append(heard)
        elif name in asked and heard not in known:
            unheard.append(name)
    return tuple(dict.fromkeys(found))[:SOUNDS_MAX], list(dict.fromkeys(unheard))
