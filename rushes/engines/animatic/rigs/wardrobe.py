"""The wardrobe: what people wear and how they are built, by rig and by the traits that a prompt gives them."""

from __future__ import annotations

import zlib
from dataclasses import replace

import numpy as np

from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.costumes import costume, worn
from rushes.engines.animatic.rigs.hue import dim, lightness, mix, rgb
from rushes.engines.animatic.rigs.outfit import Outfit

_SKINS = ("#f4cfae", "#e8b48c", "#cf9468", "#a86c44", "#7a4c30", "#f2c6a6", "#5e3a26")
_HAIRS = ("#2a1c18", "#4a2c1c", "#7a4a26", "#b5803c", "#1c1a1e", "#8c3c1e", "#d8ac5c")
_DARK_HAIRS = ("#1c1a1e", "#2a1c18")
#: Trait -> skins and hairs.
_TONES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "dark skin": (("#7a4c30", "#5e3a26", "#8a5636"), _DARK_HAIRS),
    "brown skin": (("#b97d50", "#a86c44", "#cf9468"), _DARK_HAIRS),
    "fair skin": (("#f6d6ba", "#f4cfae"), _HAIRS),
    "black hair": (("#f0c8a0", "#e8b88c", "#f4d0aa"), _DARK_HAIRS),
}  # fmt: skip
_TOPS = (
    "#c8443c",
    "#2f6f9e",
    "#e0a030",
    "#3f8a5a",
    "#8a4a8c",
    "#d96a3c",
    "#3a5a8c",
    "#b84a6a",
    "#2f8a8a",
    "#d8c8a8",
    "#6a7a3c",
)
_TROUSERS = ("#2b3348", "#4a4038", "#3a4a5c", "#38343c", "#5c4a3a", "#3f5678", "#8a7a5c")
_EYES = ("#5a3a22", "#3f6f8c", "#4a7a4a", "#3a2a20", "#6a4a2a")


_BUILDS: dict[str, dict[str, object]] = {
    "woman": {"tall": 1.66, "head": 0.104},
    "man": {"tall": 1.78, "girth": 1.04},
    "girl": {"tall": 1.18, "head": 0.152, "leg": 0.385, "torso": 0.255, "age": "child"},
    "boy": {"tall": 1.18, "head": 0.152, "leg": 0.385, "torso": 0.255, "age": "child"},
    "baby": {"tall": 0.78, "head": 0.198, "leg": 0.285, "torso": 0.255, "age": "baby", "girth": 1.25, "hair_style": "tuft"},
    "teen": {"tall": 1.56, "head": 0.116, "leg": 0.455, "age": "teen", "girth": 0.92},
    "elder": {"tall": 1.58, "stoop": 9.0, "head": 0.110, "leg": 0.435, "age": "old"},
}  # fmt: skip
_WOMEN = frozenset({"witch", "queen", "princess", "ballerina", "woman", "girl"})
#: Nouns and traits that say that a woman or a girl is meant.
FEMALE = frozenset(
    [
        "woman",
        "female",
        "girl",
        "lady",
        "grandmother",
        "mother",
        "mom",
        "mum",
        "wife",
        "girlfriend",
        "businesswoman",
        "actress",
        "waitress",
        "bride",
        "sister",
        "aunt",
        "daughter",
        "goddess",
        "nun",
        "geisha",
        "queen",
        "princess",
        "empress",
        "duchess",
        "ballerina",
        "witch",
        "sorceress",
        "heroine",
        "superheroine",
        "cowgirl",
        "nurse",
        "granny",
        "grandma",
        "policewoman",
        "hostess",
        "seamstress",
        "mermaid",
        "schoolgirl",
        "niece",
        "granddaughter",
        "policewoman",
        "firewoman",
        "fairy",
        "empress",
        "yogini",
        "grandmothers",
    ]
)
MALE = frozenset(
    [
        "man",
        "male",
        "boy",
        "gentleman",
        "grandfather",
        "father",
        "dad",
        "husband",
        "boyfriend",
        "businessman",
        "actor",
        "waiter",
        "groom",
        "brother",
        "uncle",
        "son",
        "king",
        "prince",
        "emperor",
        "monk",
        "fisherman",
        "cowboy",
        "wizard",
        "fireman",
        "policeman",
        "grandpa",
        "sailor",
        "priest",
        "lumberjack",
        "blacksmith",
        "butler",
        "viking",
    ]
)


def dressed(subject: Subject, seed: int) -> Outfit:
    """Choose a dress: from the rig and traits; what they leave open is drawn from the seed."""
    rng = np.random.default_rng((seed, zlib.crc32(subject.noun.encode("utf-8", "replace"))))
    traits = set(subject.traits) | {subject.noun, *subject.noun.split()}
    female = subject.rig in _WOMEN or (bool(traits & FEMALE) and subject.rig not in ("boy", "king"))
    if subject.rig in ("man", "elder") and traits & MALE:
        female = False
    elif subject.rig not in _BUILDS and not female and not traits & MALE and subject.rig in ("doctor", "superhero", "chef", "firefighter", "farmer", "astronaut"):  # fmt: skip
        female = bool(rng.integers(2))
    elif subject.rig in ("man", "woman") and subject.count > 1 and not traits & (FEMALE | MALE):
        # A group of people is of both sexes, whatever the one is whom they are drawn by.
        female = bool(rng.integers(2))
    build = _build(subject, traits, female)
    old = build == "elder" or bool(traits & {"old", "elderly", "elder"})
    skins, hairs = next((tones for trait, tones in _TONES.items() if trait in traits), (_SKINS, _HAIRS))
    skin = rgb(skins[int(rng.integers(len(skins)))])
    hair = rgb(hairs[int(rng.integers(len(hairs)))])
    if lightness(skin) < 0.5 and lightness(hair) > 0.25:
        hair = rgb(("#1c1714", "#2a1c18")[int(rng.integers(2))])
    top, accent = (rgb(_TOPS[int(n)]) for n in rng.choice(len(_TOPS), 2, replace=False))
    outfit = Outfit(
        tall=1.7, skin=skin, hair=hair, top=rgb(subject.colour) if subject.colour else top, bottom=rgb(_TROUSERS[int(rng.integers(len(_TROUSERS)))]),
        shoes=rgb("#3a2c28"), accent=accent, female=female, eyes=rgb(_EYES[int(rng.integers(len(_EYES)))] if lightness(skin) > 0.5 else _EYES[0]),
    )  # fmt: skip
    outfit = replace(outfit, hat_hue=dim(accent, 0.8), **_BUILDS[build])  # type: ignore[arg-type]  # rows of fields
    outfit = _clothed(outfit, rng)
    if old:
        outfit = replace(
            outfit, age="old", hair=mix(outfit.hair, (0.90, 0.89, 0.88), 0.9), glasses="clear" if rng.random() < 0.7 else "",
            hair_style=("bun", "curly", "bob")[int(rng.integers(3))] if female else ("bald", "bald", "short")[int(rng.integers(3))],
            beard="" if female else ("full", "moustache", "")[int(rng.integers(3))], cane=build == "elder",
            top=outfit.top if subject.colour else mix(outfit.top, (0.5, 0.45, 0.42), 0.3),
        )  # fmt: skip
    outfit = costume(outfit, subject, traits)
    return replace(worn(outfit, traits), tall=outfit.tall * subject.scale)


def _build(subject: Subject, traits: set[str], female: bool) -> str:
    if traits & {"baby", "infant", "newborn", "toddler"}:
        return "baby"
    if traits & {"teenager", "teen", "teenage girl", "teenage boy", "youth"}:
        return "teen"
    if subject.rig in _BUILDS and subject.rig not in ("man", "woman"):
        return subject.rig
    return "woman" if female else "man"


def _clothed(outfit: Outfit, rng: np.random.Generator) -> Outfit:
    """Everyday clothes and hair."""
    pick, chance = int(rng.integers(1000)), rng.random()
    if outfit.age == "baby":
        return replace(outfit, garment="tunic", legs="trousers", bottom=outfit.top, pattern=("dots", "", "stripes")[pick % 3], shoes=mix(outfit.top, (1, 1, 1), 0.4))  # fmt: skip
    child = outfit.age in ("child", "teen")
    if outfit.female:
        style = ("long", "bob", "tail", "bun", "curly", "wavy", "braids" if child else "parted", "afro" if lightness(outfit.skin) < 0.5 else "long")[pick % 8]  # fmt: skip
        outfit = replace(outfit, hair_style=style, earrings=not child and chance < 0.5)
        if chance < 0.42:
            return replace(outfit, garment="dress", sleeve="short" if pick % 2 else "none", collar="scoop", legs="bare", heels=not child and pick % 3 == 0, belt=outfit.accent if pick % 4 else None, pattern=("dots", "", "", "stripes")[pick % 4])  # fmt: skip
        if chance < 0.62:
            return replace(outfit, garment="skirt", sleeve="short", collar="crew", legs="bare", bottom=outfit.accent, pattern=("", "stripes")[pick % 2])  # fmt: skip
        if chance < 0.82:
            return replace(outfit, garment="jacket", collar="shirt")
        return replace(outfit, garment="tunic", collar="roll" if pick % 2 else "crew", feet="sneakers", shoes=rgb("#e8e4de"))  # fmt: skip
    style = ("short", "crop", "quiff", "parted", "curly", "short", "afro" if lightness(outfit.skin) < 0.5 else "quiff")[pick % 7]  # fmt: skip
    outfit = replace(outfit, hair_style=style, beard="" if child or chance < 0.6 else ("full", "stubble", "goatee", "moustache")[pick % 4])  # fmt: skip
    if child and outfit.age == "child":
        return replace(outfit, garment="tunic", sleeve="short", collar="crew", legs="shorts" if pick % 2 else "trousers", pattern=("stripes", "", "checks")[pick % 3], feet="sneakers", shoes=rgb("#d84a3c"), socks=rgb("#f0eeea"))  # fmt: skip
    row = (
        {"garment": "jacket", "collar": "shirt"},
        {"garment": "shirt", "collar": "shirt", "belt": rgb("#4a3020"), "pattern": ("", "checks")[pick % 2]},
        {"garment": "tunic", "collar": "crew", "feet": "sneakers", "shoes": rgb("#e8e4de"), "pattern": ("", "stripes")[pick % 2]},
        {"garment": "tunic", "collar": "roll"},
        {"garment": "coat", "collar": "lapels"},
    )[pick % 5]  # fmt: skip
    return replace(outfit, **row)
