"""Direction: from a shot's words to its plan."""

from __future__ import annotations

import random
from dataclasses import replace

from rushes.engines.animatic.plan import ShotPlan, Subject
from rushes.shot import Shot

from . import blocking, casting, choices, edited, script, verbs
from .grammar import Grammar
from .mentions import PERSON_RIGS, Figure, Reading, Relation
from .noises import SOUND_FALLBACKS
from .quotations import lift
from .removal import remove
from .tokens import plain, tokens

SUBJECTS_MAX = 6
SOUNDS_MAX = 6
FEATURES_MAX = 10

#: Below this share of known words a prompt is not English, and what few words seem known are accidents.
_ENGLISH_LEAST = 0.4


def read(shot: Shot, *, seconds: float | None = None) -> ShotPlan:
    """Read a shot's prompt into a plan. The same shot gives the same plan; another seed another composition.

    `seconds` is what the plan lasts when that is not what the shot makes, as in a whole extended film. A plan that came with
    the shot is taken as it is, but for the seconds and shape of the frame. Never raises for any prompt; raises
    ValueNotAllowed (shotPlan.<field>) for a bad plan that came along.
    """
    lasts = float(shot.new_seconds if seconds is None else seconds)
    if shot.plan is not None:
        return replace(edited.read(shot.plan), seconds=lasts, aspect_ratio=shot.aspect_ratio)
    reading, quotes = _heard(shot)
    return _plan(shot, reading, quotes, lasts)


def _heard(shot: Shot) -> tuple[Reading, tuple[str, ...]]:
    text, quotes = lift(shot.prompt)
    reading = Reading()
    Grammar(tokens(plain(text)), reading).read()
    if reading.total and reading.known / reading.total < _ENGLISH_LEAST:
        reading = Reading()
    negatives = Reading()
    Grammar(tokens(plain(shot.negative_prompt)), negatives, negative=True).read()
    for word, gone in negatives.removed.items():
        reading.removed.setdefault(word, set()).update(gone)
    return reading, quotes


def _plan(shot: Shot, reading: Reading, quotes: tuple[str, ...], seconds: float) -> ShotPlan:
    chance = random.Random(shot.seed * 2_654_435_761 % 2**32)
    removed = remove(reading)
    notes: list[str] = []
    setting = choices.setting(reading, chance)
    weather = reading.winner("weather") or "clear"
    time = choices.hour(reading, setting, chance)
    season = choices.season(reading, weather)
    kept, relations = _kept(reading, setting)
    subjects = [_subject(figure, setting, chance) for figure in kept]
    for figure, subject in zip(kept, subjects, strict=True):
        if subject.rig == casting.CARD:
            reading.not_drawn.append(figure.noun)
    camera = choices.camera(reading, subjects, setting, chance)
    if "camera moves" in removed:
        camera = replace(camera, move="static")
    if camera.move == "orbit":
        notes.append("orbit approximated by parallax")
    placed = blocking.place(
        subjects, [figure.side for figure in kept], [figure.layer for figure in kept], relations, camera, shot.aspect_ratio, chance,
        each_other=reading.each_other or (len(reading.spoken) > 1 and len(kept) > 1),
    )  # fmt: skip
    features = _features(reading, setting, time, weather)
    silent = "sounds" in removed
    wanted = [] if silent else choices.sounds(reading, setting, time, weather, features, placed)
    sounds, unheard = _available([name for name in wanted if name not in removed], reading.sounds)
    if unheard:
        notes.append(f"no sound yet for: {', '.join(unheard)}")
    if reading.lettering:
        notes.append("lettering is not drawn")
    mood = choices.mood(reading, weather, time)
    figure_index = {id(figure): index for index, figure in enumerate(kept)}
    speakers = [figure_index.get(id(figure)) for figure in reading.figures]
    lines, cut = ((), False) if "dialogue" in removed else script.lines(reading, quotes, placed, speakers, seconds)
    if cut:
        notes.append("dialogue shortened to fit")
    drawn = {subject.noun for subject in placed if subject.rig != casting.CARD}
    return ShotPlan(
        prompt=shot.prompt.encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
        seed=shot.seed,
        seconds=seconds,
        aspect_ratio=shot.aspect_ratio,
        setting=setting,
        time=time,
        weather=weather,
        season=season,
        mood=mood,
        style=reading.winner("style") or "storybook",
        subjects=placed,
        camera=camera,
        features=features,
        sounds=sounds,
        music=_music(reading, removed, mood, setting),
        lines=lines,
        colours=tuple(dict.fromkeys(reading.palette))[:6],
        understood=tuple(dict.fromkeys(reading.understood))[:200],
        not_drawn=tuple(dict.fromkeys(noun for noun in reading.not_drawn if noun not in drawn))[:100],
        removed=tuple(removed)[:100],
        notes=tuple(notes),
    )


def _kept(reading: Reading, setting: str) -> tuple[list[Figure], list[Relation]]:
    """The figures that become subjects, the lead first, and the relations between them."""
    riding = {index for index, figure in enumerate(reading.figures) if figure.inside is not None}
    for index in riding:
        rider, mount = reading.figures[index], reading.figures[reading.figures[index].inside or 0]
        mount.traits += [trait for trait in ("rider", *rider.traits) if trait not in mount.traits]
        mount.role = rider.role
        mount.heading = mount.heading or rider.heading
        if mount.action is None:
            mount.action = rider.action if rider.action not in (None, "sit", "stand", "look", "talk") else "walk"
    order = {"subject": 0, "object": 1, "landmark": 2}
    numbers = [n for n in range(len(reading.figures)) if n not in riding]
    numbers.sort(key=lambda n: (reading.figures[n].layer == "back", order[reading.figures[n].role], n))
    numbers = numbers[:SUBJECTS_MAX]
    new = {old: index for index, old in enumerate(numbers)}
    relations = [
        Relation(new[r.first], r.kind, new[r.second]) for r in reading.relations if r.first in new and r.second in new
    ]
    return [reading.figures[n] for n in numbers], relations


def _subject(figure: Figure, setting: str, chance: random.Random) -> Subject:
    rig = casting.rig_for(figure, chance)
    kind = rig if rig in verbs.KINDS or figure.rig in PERSON_RIGS else figure.rig
    action = choices.action(kind if rig != casting.CARD else rig, figure.action, setting, figure.plural)
    facing = {"left": -1, "right": 1}.get(figure.heading or "", 0)
    traits = [trait for trait in dict.fromkeys(figure.traits) if trait != rig]
    if figure.heading in ("front", "away"):
        traits.append(f"facing {figure.heading}")
    return Subject(
        noun=figure.noun,
        rig=rig,
        action=action,
        count=figure.count,
        colour=figure.colour or verbs_colour(figure.noun),
        scale=figure.scale,
        facing=facing,
        travels=action in verbs.LOCOMOTION and rig != casting.CARD,
        traits=tuple(traits[:16]),
    )


def verbs_colour(noun: str) -> str | None:
    from .nouns import NOUN_COLOURS

    return NOUN_COLOURS.get(noun)


def _features(reading: Reading, setting: str, time: str, weather: str) -> tuple[str, ...]:
    """Scenery in the order it was named, without what the setting itself is."""
    own = {"sea": {"sea", "waves"}, "beach": {"sea"}, "mountains": {"mountains"}, "sky": {"clouds"}, "city": {"skyline"}, "underwater": {"sea"},
           "forest": {"trees"}, "pine_forest": {"trees"}, "village": {"houses"}, "planet": {"planet"}, "wall": set()}.get(setting, set())  # fmt: skip
    return tuple(name for name in reading.features if name not in own)[:FEATURES_MAX]


def _available(wanted: list[str], asked: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """Names that the sound catalog has, by way of fallbacks; and those asked for that it has not."""
    from rushes.engines.animatic.sound.catalog import names

    known, found, unheard = set(names()), [], []
    for name in wanted:
        heard = name
        for _ in range(4):
            if heard in known:
                break
            heard = SOUND_FALLBACKS.get(heard, heard)
        if heard in known:
            found.append(heard)
        elif name in asked:
            unheard.append(name)
    return tuple(dict.fromkeys(found))[:SOUNDS_MAX], list(dict.fromkeys(unheard))


def _music(reading: Reading, removed: dict[str, None], mood: str, setting: str) -> str | None:
    """Music that was asked for; else a quiet bed where the place itself makes no sound."""
    if "music" in removed or "sounds" in removed:
        return None
    said = [vote for vote in reading.votes.get("music", ())]
    if said:
        return next((vote.value for vote in sorted(said, key=lambda vote: -vote.weight) if vote.value), mood)
    if any(trait.startswith("playing ") for figure in reading.figures for trait in figure.traits):
        return mood
    if (
        not reading.audio_asked
        and not reading.sounds
        and not reading.spoken
        and setting in ("space", "stage_hall", "wall", "room", "sky")
    ):
        return mood
    return None
