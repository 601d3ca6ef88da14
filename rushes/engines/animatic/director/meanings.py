"""Meanings: what nouns and adjectives add to a reading, sense by sense."""

from __future__ import annotations

from dataclasses import replace

from . import casting, characters, gestures, perches, places, verbs
from .camera_moves import vote_pace
from .clauses import State
from .figures import Cast
from .function_words import PREPS_HERE, RELATIONS
from .handling import BROOMS, RIDING
from .lexicon import Match, Sense, lexicon

NOUNS = (
    "figure",
    "place",
    "time",
    "weather",
    "season",
    "feature",
    "worn",
    "other",
    "ignored",
    "sound",
    "music",
    "size",
    "move",
)

ADJECTIVES = ("colour", "scale", "trait", "count", "plain", "mood", "style", "palette")
_VOTED = frozenset({"time", "weather", "season", "style", "mood", "focus", "angle", "size", "move"})
_SILENT = frozenset({"plain", "ignored", "holding", "act", "other"})
#: Lens words that are also plain English: they count in a sentence about the camera, or as an item of a list.
_LENS_ONLY = frozenset(
    [
        "wide",
        "medium",
        "portrait",
        "pan",
        "crane",
        "dolly",
        "static",
        "orbiting",
        "zoom",
        "tracking",
        "overhead",
        "aerial",
        "tripod",
        "360",
    ]
)
_LIGHT = frozenset(
    [
        "light",
        "lighting",
        "glow",
        "tones",
        "tone",
        "hues",
        "hue",
        "palette",
        "colors",
        "colours",
        "sky",
        "color",
        "colour",
        "background",
    ]
)
#: "watercolour style" says more of the look than "a storybook forest".
_STYLE_NOUNS = frozenset(
    {"style", "animation", "art", "painting", "illustration", "look", "aesthetic", "film", "drawing"}
)
#: Settings so wide that a narrower one in the same sentence says more.
_WIDE = frozenset({"city", "mountains", "sky", "sea"})
#: What is said of music more than of things.
_MOODY = frozenset(
    [
        "melancholy",
        "soft",
        "gentle",
        "sad",
        "slow",
        "quiet",
        "haunting",
        "upbeat",
        "cheerful",
        "mellow",
        "ambient",
        "solo",
        "distant",
        "jazzy",
        "tender",
    ]
)
#: Green and brown as the tables of adjectives spell them.
_EARTHEN = frozenset({"#5f9e4a", "#2f5d45", "#7a5136"})
#: Nouns of what things are like: the noun before them is not there itself.
_QUALITIES = frozenset({"effect", "effects", "pattern", "patterns", "texture", "textures", "floor", "floors", "ceiling", "surface", "finish", "flavor", "flavour",
                        "shape", "theme", "motif", "print", "tone", "tones", "sky", "top", "countertop", "tiles"})  # fmt: skip
#: What is put on to look like the noun before: "a dinosaur costume", "cat ears".
_GUISES = frozenset({"costume", "costumes", "mask", "masks", "onesie", "makeup", "print", "tattoo", "tattoos"})
_PARTS = frozenset({"ears", "tail", "wings", "horns", "antlers", "whiskers", "eyes", "legs", "head"})
_VOICED = frozenset({"narrated", "voiced", "spoken", "sung", "commentary", "narration"})
_OVERHEAD = frozenset({"space", "sky"})
#: After these a thing is worn or carried, not merely there.
_WEARING = frozenset({None, "with", "in", "under", "inside"})


def mean(state: State, cast: Cast, match: Match, at: int) -> None:
    """Take a match as noun or adjective: note everything it means but its verb."""
    token = state.text[at]
    if match.first("ignored", "move", "size") and token.text in (
        "camera",
        "cam",
        "gimbal",
        "lens",
        "viewpoint",
        "steadicam",
    ):
        state.clause.camera = True
    noun, act = match.first(*NOUNS), match.first("act")
    if noun is None and act is not None:
        if token.ending:
            state.pending.action = act.value
            state.before = "adj"
            return
        cast.act(act.value, state.clause, finite=True, direct=False, verb=act.phrase)
    elif noun is not None and noun.kind == "sound" and act is not None and state.clause.last_figure:
        # "A lion roars on a rock": what is heard is also what it does.
        cast.act(act.value, state.clause, finite=True, direct=state.before == "noun", verb=act.phrase)
        state.reading.sounds.append(noun.value)
        state.understand(at, match.length)
        state.clause.begin_verb(act.phrase)
        state.begin_phrase()
        state.before = "verb"
        return
    before = len(state.reading.figures)
    understood = [_one(state, cast, sense, match, at) for sense in match.senses]
    if any(understood):
        state.understand(at, match.length)
    if noun is not None and not (noun.kind in ("size", "move") and match.first("plain")):
        _after_noun(state, match, drawn=len(state.reading.figures) > before)
    elif match.first(*ADJECTIVES) and state.before not in ("noun", "pron", "aux", "to", "verb"):
        state.before = "adj"


def _after_noun(state: State, match: Match, *, drawn: bool) -> None:
    head, clause = match.senses[0].phrase, state.clause
    figure = match.first("figure") is not None or (drawn and match.first("worn", "other") is not None)
    lit = match.first("place", "time", "weather") is not None or head in _LIGHT or head.split()[-1] in _LIGHT
    # A green canyon or a brown hill says nothing of the light.
    natural = match.first("place") is not None and state.pending.colour in _EARTHEN
    if state.pending.colour and lit and not natural and match.first("figure", "worn", "other") is None:
        state.reading.palette.append(state.pending.colour)
    scenic = (
        match.first("feature", "weather", "sound", "place", "time") is not None
        and match.first("figure", "worn", "ignored") is None
    )
    clause.scenery_acts = scenic and clause.prep in (None, "with")
    if not figure:
        clause.anchor = None
    clause.last_figure = figure or (match.first("worn", "other", "ignored") is not None and clause.last_figure)
    clause.last_ignored = (
        not figure
        and match.first("place") is None
        and match.first("ignored", "size", "move", "style", "feature") is not None
    )
    if not figure and clause.prep is None and not clause.verb_seen and not clause.camera and not clause.subjects:
        clause.scenery = match.first("place", "weather", "feature", "time") is not None
    state.begin_phrase()
    state.before = "noun"


def _one(state: State, cast: Cast, sense: Sense, match: Match, at: int) -> bool:
    """Note one sense; true when it had an effect."""
    reading, pending, clause = state.reading, state.pending, state.clause
    kind, value = sense.kind, sense.value
    base = perches.perch(sense.phrase, match, clause, reading) if kind in ("feature", "place", "other") else None
    if base is not None:
        told = Sense("figure", base, True, sense.phrase)
        cast.figure(told, match, clause, pending, state.sentence, at, adjacent=False)
        if kind != "place":
            return True
    if kind == "figure" and sense.phrase in verbs.INSTRUMENTS and _is_music(state, at):
        reading.audio_asked = True
        reading.vote("music", "", 1.0)
    elif kind == "figure" and _is_narrator(state, at):
        clause.speech = -1
    elif kind == "figure" and _describes(state, sense, match, at):
        state.reading.features.update({"flowers": 0.8} if casting.homes(value)[:1] == ("meadow",) else {})
    elif kind == "figure":
        adjacent = state.before == "noun" and not clause.joining
        cast.figure(sense, match, clause, pending, state.sentence, at, adjacent=adjacent)
    elif kind == "place":
        _head_noun(state, at)
        if state.before == "noun" and state.text[at].text not in (*PREPS_HERE, "by", "near") and cast.retract(at):
            reading.features.setdefault("flowers", 0.8)
        building = casting.found(sense.phrase)
        if building and casting.homes(building) and clause.prep not in PREPS_HERE and match.first("figure") is None:
            told = Sense("figure", building, True, sense.phrase)
            cast.figure(told, match, clause, pending, state.sentence, at, adjacent=False)
        state.place_ends = at + match.length
        for name in characters.before(state.text, at) if value in places.INDOORS else ():
            reading.features.setdefault(name, 0.5)
            reading.implied.add(name)
        reading.vote("place", value, _place_weight(state, sense), sense.phrase)
    elif kind in _VOTED:
        return _vote(state, sense, at, match.length)
    elif kind == "pace":
        reading.vote(kind, value, 2.0)
    elif kind == "feature" and value == "ice" and clause.prep == "with":
        return False  # "a cola with ice"
    elif kind == "feature":
        if value == "torches" and not match.plural:
            gestures.carried(reading.figures, clause, "torch")
        here = clause.prep is None or clause.prep in PREPS_HERE
        if match.first("place") and value not in (sense.phrase, f"{sense.phrase}s", sense.phrase.rstrip("s")):
            reading.implied.add(value)
        else:
            reading.implied.discard(value)
        reading.features[value] = max(1.0 if here else 0.8, reading.features.get(value, 0.0))
    elif kind == "sound":
        reading.sounds.append(value)
    elif kind == "music":
        reading.audio_asked = True
        reading.vote("music", value, 2.0 if value else 1.0)
    elif kind == "colour":
        reading.hues.append(value)
        if not (state.before == "aux" and cast.paint(value, clause)):
            pending.colour = value
    elif kind == "palette":
        reading.palette += value.split()
    elif kind == "scale":
        pending.scale = float(value)
    elif kind == "trait":
        if not (state.before in ("aux", "verb") and cast.describe(value, clause)):
            pending.traits.append(value)
    elif kind == "count":
        pending.count = int(value)
    elif kind == "worn":
        return _worn(state, cast, sense)
    elif kind == "tone":
        clause.tone = clause.tone or value
    elif kind == "other":
        cast.unknown(sense.phrase, clause, pending, state.sentence)
        return casting.found(sense.phrase) is not None
    return kind not in _SILENT


def _describes(state: State, sense: Sense, match: Match, at: int) -> bool:
    """Is it only what the next noun is made or full of: "salt desert", "marble floor", "a mirror effect"?"""
    after = at + match.length
    if after < len(state.text) and (
        state.text[after].text in _GUISES or (state.clause.prep == "with" and state.text[after].text in _PARTS and bool(state.clause.subjects))
    ):  # fmt: skip
        return True
    if match.plural or after >= len(state.text) or casting.kind(sense.value) not in ("still", "ball"):
        return False
    if state.text[after].text in _QUALITIES:
        return True
    if not casting.homes(sense.value):
        return False
    following = (
        None if state.text[after].is_mark or state.text[after].text in RELATIONS else lexicon().match(state.text, after)
    )
    place = following.first("place") if following else None
    return place is not None and place.strong and following is not None and following.first("figure", "act") is None


def _is_narrator(state: State, at: int) -> bool:
    """ "Narrated by a British man": who speaks is not seen."""
    return state.clause.prep == "by" and not _VOICED.isdisjoint(state.window(at - 5, at))


def _is_music(state: State, at: int) -> bool:
    """ "dust motes, melancholy piano": an instrument that is heard, with a mood and without an article."""
    pending, before = state.pending, state.window(at - 1, at)
    return pending.det is None and pending.count is None and bool(before & _MOODY)


def _vote(state: State, sense: Sense, at: int, length: int) -> bool:
    lens = sense.kind in ("size", "move", "angle")
    if (
        lens
        and sense.phrase in _LENS_ONLY
        and state.sentence not in state.about_camera
        and state.before not in ("start", "comma")
    ):
        return False
    if sense.kind in ("size", "move"):
        vote_pace(state, state.window(at - 2, at))
    weight = 2.0 if sense.strong else 0.6
    if sense.kind == "style" and state.window(at + length, at + length + 1) & _STYLE_NOUNS:
        weight += 1.0
    state.reading.vote(sense.kind, sense.value, weight)
    return True


def _worn(state: State, cast: Cast, sense: Sense) -> bool:
    """Give a thing to the one named before, if the words say that it is worn, held or carried."""
    clause = state.clause
    held = (clause.prep in _WEARING or (clause.prep == "on" and sense.value in ("staff", "skateboard"))) and (
        clause.verb_seen or clause.prep is not None or state.before in ("comma", "conj")
    )
    on_figure = state.before == "noun" and clause.last_figure and not clause.joining
    if sense.phrase in BROOMS and (clause.prep in ("on", "atop") or clause.verb in RIDING):
        held = on_figure = False
    if (held or on_figure or state.pending.det in ("his", "her", "its", "their", "'s")) and cast.wear(
        sense.value, sense.phrase, state.pending, clause
    ):
        return True
    cast.unknown(sense.phrase, clause, state.pending, state.sentence)
    return False


def _head_noun(state: State, at: int) -> None:
    """ "coast highway", "mountain village": the place right before this one only describes it."""
    held = state.reading.votes.get("place")
    if held and state.place_ends == at and state.text[at].text not in PREPS_HERE:
        held[-1] = replace(held[-1], weight=min(1.0, held[-1].weight))


def _place_weight(state: State, sense: Sense) -> float:
    """3 for where we are, 2 for what is said, 1 for what is only in sight; hints count little."""
    prep = state.clause.prep
    if prep is None:
        weight = 2.0
    elif prep in PREPS_HERE:
        weight = 3.0
    else:
        weight = 2.2 if prep == "of" else 1.0
    if state.pending.layer == "back":
        weight -= 1.0
    if sense.value in _OVERHEAD and prep in ("under", "beneath", "below", "underneath", "against"):
        # "a tent under the milky way" does not stand in it.
        weight = 0.4
    if sense.value in _WIDE:
        weight -= 0.25
    return weight if sense.strong else weight - 1.5
