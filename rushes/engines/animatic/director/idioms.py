"""Idioms: turns of phrase that say one thing and mean another, said as the grammar knows them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rushes.engines.animatic.plan import Subject

from .mentions import PERSON_RIGS

_HAVE = r"(?:ha(?:s|ve|ving)|enjoy(?:s|ing)?|shar(?:e|es|ing)|on|at|during)"
_SOFT = r"(?:jazz|smooth|solo|lonely|distant|slow|mellow|smoky|muted|bluesy|haunting|ambient|lo-?fi)"
_PLAYED = r"(?:saxophone|sax|piano|trumpet|guitar|violin|cello|flute|harp|accordion|drums|strings)"

#: What is written, and what is read instead; in this order.
_IDIOMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), meant)
    for pattern, meant in (
        # An archer's drawing is not a draughtsman's.
        (r"\bdraw(s|ing)? (?:back )?(?:his|her|their|its|the|a) (?:long|cross)?bow\b", r"do\1 archery"),
        (r"\bdos archery\b", "does archery"),
        (r"\bpour(s|ing)? (?:an? |the |some )?latte art\b", r"pour\1 a latte"),
        # A knight that is moved over a board wears no armour.
        (r"(?<=\bchess\b)(.{0,40}?)\bmov(?:es?|ing) (?:a|the|his|her|their) (?:\w+ )?(?:knight|bishop|queen|king|rook|pawn|castle|piece)\b", r"\1playing chess"),
        # A crowded place has people in it.
        (r"\b((?:crowded|bustling|busy|packed) (?:(?!in|at|on)\w+ ){0,2}?(?:market|bazaar|street|square|station|crossing|plaza|beach|festival|fair|mall|souk|marketplace|terminal)\b)(?! (?:is|with)\b)", r"\1 with five people walking"),
        # Two who hold hands and walk walk.
        (r"\bhold(?:s|ing)? hands,? (?:and|while|as they) (walk|stroll|run|skip)(s|ing)?\b", r"\1\2 holding hands"),
        # A meal on the grass has a cloth of its own.
        (rf"\b{_HAVE} (?:an? |their |the )?(?:\w+ )?picnic\b(?! (?:table|area|bench|basket))", "sitting by a picnic"),
        # An eye that opens is no hand that does.
        (r"\b(?:a |an |the )?(woman|man|girl|boy|child|person)['’]s eyes? (?:slowly )?open(?:s|ing)?\b", r"a \1 looks"),
        (r"\bopen(?:s|ing)? (?:his|her|their|its) eyes\b", "looks"),
        # Who shares an umbrella is under it.
        (r"\bshar(?:e|es|ing) an? ((?:\w+ )?umbrella)\b", r"under a \1"),
        # What is only heard.
        (rf"(?<=[,.;]) *{_SOFT} ({_PLAYED})(?= *(?:[.,;]|$|music|melody|plays|playing|in the background))", r" melancholy \1"),
        (r"\bsizzling (woks?|pans?|grills?)\b", "sizzling sounds"),
        # Light that shines on a scene hangs no lanterns into it, and a beam through a corridor is no lamp on a table.
        (r"\b(bright|blinding|flashing|harsh|strong|warm|soft|cold|dim|flickering|golden) lights\b", r"\1 light"),
        (r"\b(?:an? |the )?(?:flashlight|torch|searchlight)(?:'s)? beams? (?:slowly )?\w+ (?:slowly )?(?:through|across|along|over|down)\b", "inside"),
        (r"\b(divers?|cavers?|spelunkers?|burglars?|police officers?) with (a |)(torch|torches)\b", r"\1 with \2flashlight"),
        # Where the news is read nobody paints.
        (r"(?<=\bnews anchor\b)(.{0,60}?)\b((?:modern |bright |tv |television )*)studio\b", r"\1newsroom"),
        (r"\b(?:news|tv|television|broadcast) studio\b", "newsroom"),
        # Nobody sits in an empty hall.
        (r"\b(?:empty|deserted|abandoned) ((?:old |large |grand )?(?:theat(?:re|er)|concert hall|auditorium|opera house|stage|stadium|arena))\b", r"\1 without audience"),
        # Balloons that are tied to something, or held, carry nobody.
        (r"\b(?:colou?rful |bright )?balloons (?=tied|on strings|floating from|in (?:his|her) hand)", "party balloons "),
    )
)  # fmt: skip

#: Where those who sit, and have nothing to sit on, sit on the ground.
_WILD = frozenset(
    {"meadow", "beach", "forest", "pine_forest", "mountains", "desert", "river", "lakeside", "jungle", "savanna", "garden", "park", "enchanted_forest",
     "bamboo_forest", "canyon", "cliff_coast", "lunar_surface", "mars", "planet", "swamp", "japanese_garden", "cave", "ice_cave", "wasteland"}
)  # fmt: skip
_SAT_DOWN = re.compile(r"\bs(?:it|its|at|itting)(?: \w+ly| down| together| cross-?legged)* (?:on|in) (?:the |a |his |her |their )?(?:\w+ )?(?:ground|floor|grass|sand|snow|rug|carpet|blanket|mat|dock|pier|jetty)\b", re.IGNORECASE)  # fmt: skip
_SEATED = re.compile(r"\b(?:chairs?|stools?|bench(?:es)?|throne|armchair|sofa|couch|swing|hammock|saddle|wheelchair|table|desk)\b", re.IGNORECASE)  # fmt: skip


def grounded(prompt: str, subjects: Sequence[Subject], setting: str) -> list[Subject]:
    """The subjects with those who sit on the ground there, and not on a chair that nobody named."""
    low = (setting in _WILD and not _SEATED.search(prompt)) or _SAT_DOWN.search(prompt)
    return [
        replace(one, traits=(*one.traits, "on the ground"))
        if low and one.rig in PERSON_RIGS and one.action == "sit" and not {"bench", "chair"} & set(one.traits)
        else one
        for one in subjects
    ]


def plain(prompt: str) -> str:
    """The prompt in plain words."""
    for pattern, meant in _IDIOMS:
        prompt = pattern.sub(meant, prompt)
    return prompt
