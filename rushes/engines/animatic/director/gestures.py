"""Gestures: the verbs that say what people do with their hands, as traits that the drawings of people act out."""

from __future__ import annotations

from collections.abc import Sequence

from rushes.engines.animatic.rigs.breeds import BREEDS

from .clauses import Clause
from .handling import HOLDING
from .mentions import PERSON_RIGS, Figure, Reading

#: Gesture -> verbs, as in verbs.ACTION_WORDS.
_WORDS: dict[str, str] = {
    "waving": "wave, greet, wave goodbye, wave hello", "pointing": "point", "clapping": "clap, applaud", "cheering": "cheer, celebrate, rejoice",
    "saluting": "salute", "bowing": "bow", "thinking": "think, ponder, contemplate, wonder, reflect", "shrugging": "shrug", "pushing": "push, push through",
    "hugging": "hug, embrace, cuddle", "kissing": "kiss", "holding hands": "hold hands", "shaking hands": "shake hands", "waltzing": "waltz, tango, slow dance",
    "laughing": "laugh, giggle, chuckle", "crying": "cry, weep, sob", "praying": "pray", "kneeling": "kneel, crouch, squat, propose",
    "meditating": "meditate", "yoga": "do yoga, practice yoga, practise yoga", "boxing": "box, spar, fight, punch, wrestle", "duelling": "duel, fence, battle, sword fight", "lifting weights": "lift weights, work out",
    "climbing": "climb, scale", "kicking": "kick, dribble", "throwing": "throw, toss, catch, play catch", "juggling": "juggle", "ballet": "pirouette, dance ballet, do ballet", "flamenco": "dance flamenco",
    "knitting": "knit, crochet", "sewing": "sew, embroider", "stirring": "stir, mix, whisk, knead, brew", "cooking": "cook, fry, bake, saute, grill", "chopping": "chop, slice, cut, peel, carve",
    "writing": "write, draw, sketch, compose", "typing": "type, code, program", "painting": "paint", "reading": "read, study",
    "phoning": "talk on the phone, make a phone call, answer the phone", "texting": "text, scroll", "photographing": "photograph, take a photo, take photos, take a picture, take pictures",
    "digging": "dig, plant, shovel", "sweeping": "sweep, mop, rake, sweep the floor, sweep floor, mop the floor, mop floor", "hammering": "hammer, forge", "singing": "sing, croon, rap",
    "drinking": "drink, sip, slurp, gulp", "eating": "eat, munch, chew, devour, taste, bite, dine, snack", "fishing": "fish, fishing, angle", "playing chess": "play chess", "vacuuming": "vacuum", "washing up": "wash dishes, wash the dishes, do the dishes", "ironing": "iron, iron clothes", "brushing teeth": "brush teeth, brush his teeth, brush her teeth, brush their teeth", "push ups": "do push ups, do pushups", "tennis": "play tennis, play badminton, play table tennis", "archery": "archery, do archery, shoot an arrow, shoot arrows", "watering": "water, watering, waters",
    "conducting": "conduct", "pouring": "pour", "blowing bubbles": "blow bubbles, blow soap bubbles", "casting a spell": "cast a spell, cast, conjure, summon",
}  # fmt: skip
VERBS: dict[str, str] = {word.strip(): name for name, words in _WORDS.items() for word in words.split(",")}
#: What two do together.
PAIRED = frozenset({"hugging", "kissing", "holding hands", "shaking hands", "waltzing", "duelling"})
TELEPHONES = frozenset({"phone", "smartphone", "telephone", "cellphone", "mobile phone", "cell phone", "mobile"})
#: Who is known by what he does.
_HABITS: dict[str, str] = {
    "dj": "mixing records", "disc jockey": "mixing records", "archer": "archery", "tennis player": "tennis", "conductor": "conducting", "juggler": "juggling", "singer": "singing", "boxer": "boxing", "yogi": "yoga", "ballerina": "ballet", "ballet dancer": "ballet", "flamenco dancer": "flamenco",
}  # fmt: skip
#: Verbs that go with a telephone at the ear, and with one in the hand.
_CALLING = frozenset({"talk", "speak", "chat", "call", "answer", "whisper", "shout", "laugh", "argue"})
_SCROLLING = frozenset({"look", "scroll", "text", "check", "use", "stare", "read", "type", "play"})
_SHEETS = frozenset({"newspaper", "magazine", "map", "letter"})
#: Gesture -> verbs, and the things that are drawn with it.
_TOGETHER_DRAWN: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "typing": (frozenset({"type", "work", "code", "write", "program", "study"}), frozenset({"laptop", "computer", "keyboard", "typewriter", "laptop computer"})),
    "writing": (frozenset({"write", "draw", "sketch"}), frozenset({"notebook", "letter", "diary", "paper", "journal", "postcard", "essay"})),
    "pouring": (frozenset({"pour"}), frozenset({"coffee", "tea", "latte", "milk", "water", "juice", "wine", "cup", "mug", "glass", "drink", "cream", "jug", "cappuccino", "espresso"})),
    "juggling": (frozenset({"juggle"}), frozenset({"ball", "orange", "apple", "lemon", "egg", "club", "pin", "torch", "flaming torch", "beanbag"})),
    "carrying": (frozenset({"carry", "lift", "move", "deliver", "bring", "hold"}), frozenset({"box", "crate", "parcel", "package", "cardboard box"})),
}  # fmt: skip
#: What is painted and chopped otherwise than at an easel or a board.
_LARGE = frozenset(
    {"wall", "house", "fence", "ceiling", "room", "nail", "face", "wood", "tree", "log", "firewood", "hair"}
)

#: Who fights with a blade.
_ARMED = frozenset({"samurai", "knight", "pirate", "ninja"})
_GUNMEN = frozenset({"cowboy", "gunslinger", "sheriff", "outlaw", "gunman"})
_BEDS = frozenset({"bed", "hospital bed", "double bed", "bunk bed"})
_SEATS = frozenset({"chair", "stool", "wooden chair", "bench", "park bench", "throne", "bar stool"})
#: What shows only when the whole figure is seen.
_WHOLE = frozenset(
    {
        "petting",
        "bed",
        "holding hands",
        "kicking",
        "tennis",
        "archery",
        "push ups",
        "ironing",
        "mixing records",
        "vacuuming",
        "throwing",
        "climbing",
        "meditating",
        "yoga",
        "ballet",
        "boxing",
        "kneeling",
        "lifting weights",
        "digging",
        "sweeping",
        "juggling",
        "flamenco",
        "waltzing",
        "duelling",
        "hammering",
        "fishing",
    }
)
_WHOLE_MUSIC = frozenset({"harp", "cello", "drums", "drum kit", "double bass"})
#: What is drawn with a gesture.
_TOOLS: dict[str, tuple[str, ...]] = {
    "painting": ("easel", "canvas", "palette", "brush", "paintbrush"), "knitting": ("needle", "knitting needle", "yarn", "wool"), "conducting": ("baton",),
    "playing chess": ("chess", "chessboard"), "vacuuming": ("vacuum cleaner",), "washing up": ("dish", "plate", "sponge"), "ironing": ("iron", "ironing board", "shirt"), "tennis": ("tennis racket", "racket", "tennis ball"), "archery": ("bow", "arrow"), "brushing teeth": ("toothbrush",), "mixing records": ("turntable", "deck", "headphones"), "singing": ("microphone",), "chopping": ("knife", "kitchen knife", "cutting board"), "stirring": ("spoon", "wooden spoon", "whisk"), "sweeping": ("broom", "mop", "rake"), "digging": ("shovel", "spade"), "hammering": ("hammer", "anvil"), "fishing": ("fishing rod", "rod"), "watering": ("watering can",),
}  # fmt: skip


def give(figure: Figure, verb: str) -> None:
    """Note what a verb has a person do."""
    gesture = "mixing records" if verb in ("mix", "play") and figure.noun in ("dj", "disc jockey") else VERBS.get(verb)
    if figure.rig not in PERSON_RIGS | {"robot"}:
        return
    if verb in ("walk away", "run away"):
        figure.heading = figure.heading or "away"
    if gesture is not None and gesture not in figure.traits:
        figure.traits.append(gesture)


def handled(figures: Sequence[Figure], clause: Clause, noun: str) -> bool:
    """Note what a thing says of a gesture; true when it is drawn with it, as a telephone at an ear."""
    doers = [figures[index] for index in clause.subjects if figures[index].rig in PERSON_RIGS]
    if noun in TELEPHONES and clause.verb is not None:
        name = "phoning" if clause.verb in _CALLING else "texting" if clause.verb in _SCROLLING else ""
        for figure in doers if name else ():
            figure.traits += [noun, name]
        return bool(name and doers)
    for name, (verbs, things) in _TOGETHER_DRAWN.items():
        if doers and clause.verb in verbs and noun in things:
            for figure in doers:
                figure.traits += [trait for trait in (noun, name) if trait not in figure.traits]
            return True
    if (
        doers
        and clause.prep == "with"
        and any(noun in _TOOLS.get(trait, ()) for figure in doers for trait in figure.traits)
    ):
        return True
    for figure in doers:
        if noun in _LARGE:
            figure.traits = [trait for trait in figure.traits if trait not in ("painting", "chopping", "writing")]
        elif noun in _SHEETS and "reading" in figure.traits:
            figure.traits[figure.traits.index("reading")] = "reading news"
    return False


def carried(figures: Sequence[Figure], clause: Clause, thing: str) -> bool:
    """Give somebody a thing that is scenery otherwise: "an explorer with a torch"; false when nobody holds it."""
    near = clause.group[-1:] if clause.prep == "with" else clause.subjects if clause.prep is None and clause.verb in HOLDING else ()  # fmt: skip
    holders = [figures[index] for index in near if figures[index].rig in PERSON_RIGS]
    for figure in holders:
        figure.traits.append(thing)
    return bool(holders)


def settle(reading: Reading) -> bool:
    """Give pairs what they do together, and habits to those who have nothing else to do; true when two face each other."""
    figures = reading.figures
    for relation in reading.relations:
        player, played = figures[relation.first], figures[relation.second]
        if relation.kind == "plays" and player.inside is not None and played.count:
            played.count = 0  # nothing stands on the water beside the boat
            reading.not_drawn.append(played.noun)
    people = [figure for figure in figures if figure.rig in PERSON_RIGS and figure.count]
    together = False
    for trait in {trait for figure in people for trait in figure.traits}:
        reading.not_drawn[:] = [word for word in reading.not_drawn if word not in _TOOLS.get(trait, ())]
    for figure in people:
        bed = next((other for other in figures if other.noun in _BEDS and other.count), None)
        abed = bed is not None or any("bed" in phrase.split() or "bedroom" in phrase for phrase in reading.understood)
        if figure.action == "sleep" and abed and figure.count == 1:
            # A bed is drawn with who is in it, so that it is long enough.
            figure.traits.append("bed")
            if bed is not None:
                bed.count = 0
        chair = next((other for other in figures if other.noun in _SEATS and other.count == 1), None)
        if figure.action in ("sit", "eat") and figure.count == 1 and chair is not None:
            # So is a seat, so that nobody hangs over it.
            chair.count = 0
            figure.traits.append("bench" if "bench" in chair.noun else "chair")
        elif figure.action in ("sit", "look", "eat", "play", "talk") and any(
            "bench" in phrase.split() for phrase in reading.understood
        ):
            figure.traits.append("bench")
        if "boxing" in figure.traits and ({figure.rig, figure.noun} & _ARMED or "sword" in figure.traits):
            figure.traits[figure.traits.index("boxing")] = "duelling"
        if "duelling" in figure.traits and {figure.rig, figure.noun} & _GUNMEN:
            # They stand and wait who draws first.
            figure.traits.remove("duelling")
            figure.action = "stand"
        habit = _HABITS.get(figure.noun)
        if habit and not any(trait in VERBS.values() for trait in figure.traits) and figure.action in (None, "stand", "dance", "play", "talk"):  # fmt: skip
            figure.traits.append(habit)
        paired = next((trait for trait in figure.traits if trait in PAIRED), None)
        if paired is None or figure.count == 2:
            continue
        partner = next((other for other in people if other is not figure and other.count == 1), None)
        if partner is None or figure.count != 1:
            figure.traits.remove(paired)
            beast = next((other for other in figures if other.count == 1 and _is_low(other)), None)
            if paired in ("hugging", "kissing") and beast is not None and figure.count == 1:
                for one in (figure, beast):
                    one.traits.append("petting")
                beast.action = "stand"
                together = True
            continue
        together = together or paired != "holding hands" or figure.action not in ("walk", "run", "trot")
        if paired not in partner.traits:
            partner.traits.append(paired)
            partner.action, partner.rank = figure.action, figure.rank
    return together


def _is_low(figure: Figure) -> bool:
    """Can one kneel down to it?"""
    return figure.rig in BREEDS and BREEDS[figure.rig].withers < 0.9


def is_whole(traits: Sequence[str]) -> bool:
    """Must the whole figure be in the frame, so that one sees what it does?"""
    return bool(
        _WHOLE & set(traits) or (_WHOLE_MUSIC & set(traits) and any(trait.startswith("playing ") for trait in traits))
    )
