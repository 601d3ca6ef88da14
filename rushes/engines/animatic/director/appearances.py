"""Looks: hair, skin, build and mood of the one person of a prompt, wherever its words stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rushes.engines.animatic.plan import Subject

from .mentions import PERSON_RIGS

#: Trait -> what says it. Traits are those of the rigs' wardrobe.
_WORDS: dict[str, str] = {
    "curly": r"curly|curls(?! up)|curly[- ]haired", "afro": r"afro", "ponytail": r"pony ?tail|pig ?tails", "braids": r"braids?|braided|plaits|dreadlocks", "bun": r"hair in a bun|hair bun|top bun",
    "mohawk": r"mohawk", "bald": r"bald|shaved head|balding", "bob": r"bob cut|bob haircut|short bob", "wavy": r"wavy[- ]haired|wavy hair", "long hair": r"long[- ]haired|long (\w+ )?hair|flowing hair",
    "short hair": r"short[- ]haired|short (\w+ )?hair|buzz cut|crew cut", "moustache": r"moustache|mustache|mustachioed", "goatee": r"goatee", "stubble": r"stubble", "long beard": r"long (\w+ )?beard", "beard": r"beard|bearded",
    "blonde": r"blonde?|fair[- ]haired", "redhead": r"red[- ]?haired|redhead(ed)?|ginger|red hair", "brunette": r"brunette|dark[- ]haired|black[- ]haired|black hair|dark hair|brown hair",
    "hair:#c8c6c4": r"gr[ae]y[- ]haired|gr[ae]y hair|silver hair|silver[- ]haired|gr[ae]y beard|white beard|white hair|white[- ]haired", "hair:#e86aa8": r"pink hair|pink[- ]haired", "hair:#4a7ad8": r"blue hair|blue[- ]haired", "hair:#5aa85a": r"green hair|green[- ]haired", "hair:#8a5ac8": r"purple hair|purple[- ]haired",
    "freckles": r"freckles|freckled|freckly", "dark skin": r"dark[- ]skinned|black (wo)?man|black (girl|boy|person|lady|guy|couple)|african|african[- ]american|nigerian|kenyan", "fair skin": r"pale[- ]skinned|fair[- ]skinned|light[- ]skinned|caucasian|scandinavian|irish",
    "brown skin": r"brown[- ]skinned|indian|latin[oax]|hispanic|mexican|brazilian|arab|middle[- ]eastern", "black hair": r"asian|chinese|japanese|korean|vietnamese|thai",
    "happy": r"smil(e|es|ing)|grin(s|ning)?|happy|happily|joyful|joyfully|cheerful|cheerfully|beaming|delighted|excited|excitedly", "sad": r"sad|sadly|frown(s|ing)?|heartbroken|melanchol(y|ic)|sorrowful|gloomy",
    "angry": r"angry|angrily|furious|furiously|enraged|glar(e|es|ing)|scowl(s|ing)?|argu(e|es|ing)|rage|yell(s|ing)?", "scared": r"scared|afraid|frightened|terrified|fearful|trembl(e|es|ing)|nervous|nervously|horrified",
    "surprised": r"surprised?|astonished|amazed|shocked|gasp(s|ing)?|stunned|wide[- ]eyed", "tired": r"tired|exhausted|sleepy|weary|yawn(s|ing)?",
    "fat": r"fat|chubby|plump|stout|portly|overweight|pot[- ]bellied", "muscular": r"muscular|burly|bodybuilder|beefy|brawny", "slim": r"slim|skinny|thin (wo)?man|slender|lanky",
    "sunglasses": r"sunglasses|shades", "glasses": r"(eye)?glasses|spectacles|bespectacled",
}  # fmt: skip
_READ = {trait: re.compile(rf"(?<!no )(?<!not )(?<!without )(?<!without a )\b({words})\b", re.IGNORECASE) for trait, words in _WORDS.items()}  # fmt: skip
_MOODS = ("angry", "scared", "surprised", "sad", "tired", "happy")
#: Words of size that mean the girth of a person.
_GIRTH = frozenset({"fat", "muscular"})


def described(prompt: str, subjects: Sequence[Subject]) -> list[Subject]:
    """The subjects; when one of them alone is a person, with what the prompt says of looks anywhere."""
    people = [number for number, subject in enumerate(subjects) if subject.rig in PERSON_RIGS]
    found = list(subjects)
    moods = [trait for trait in _MOODS if _READ[trait].search(prompt)]
    for number in people:
        subject = found[number]
        told = (
            [trait for trait in _READ if trait not in _MOODS and _READ[trait].search(prompt)]
            if len(people) == 1
            else []
        )
        if not set(_MOODS) & set(subject.traits):
            told += moods[:1]
        traits = (*subject.traits, *(trait for trait in told if trait not in subject.traits))
        stout = bool(_GIRTH & set(traits)) and subject.scale == 1.4
        found[number] = replace(subject, traits=traits[:24], scale=1.0 if stout else subject.scale)
    return found
