"""The wardrobe: what people wear and how they are built, by rig and by the traits that a prompt gives them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from rushes.engines.animatic.library.pieces import PREFIX, pieces
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.hue import dim, lightness, mix, rgb, tint

_SKINS = ("#f2c9a8", "#e6b088", "#c98a5e", "#a0663e", "#74462c", "#f0bf9c")
_HAIRS = ("#2a1c18", "#4a2c1c", "#7a4a26", "#b5803c", "#1c1a1e", "#8c3c1e")
_COATS = ("#c8443c", "#2f6f9e", "#e0a030", "#3f8a5a", "#8a4a8c", "#d96a3c", "#3a5a8c", "#b84a6a")
_TROUSERS = ("#2b3348", "#4a4038", "#3a4a5c", "#38343c", "#5c4a3a")


@dataclass(frozen=True, slots=True)
class Outfit:
    """A person to draw. Lengths are shares of the height, see body.py; `kind` is human, astronaut, robot or knight."""

    tall: float  #: metres
    skin: Rgb
    hair: Rgb
    top: Rgb
    bottom: Rgb
    shoes: Rgb
    accent: Rgb
    kind: str = "human"
    garment: str = "jacket"  #: jacket, coat, dress, robe, tutu, shirt
    hair_style: str = "short"  #: short, long, bob, bun, tail, curly, bald, grey bun
    hat: str = ""  #: see face.py
    beard: bool = False
    glasses: bool = False
    scarf: bool = False
    umbrella: bool = False
    cape: bool = False
    cane: bool = False
    pack: bool = False
    prop: str = ""  #: guitar, ball, lantern, sword, balloon, or a piece of the library: "art:purse"
    head: float = 0.105  #: radius
    leg: float = 0.465
    torso: float = 0.285
    girth: float = 1.0
    stoop: float = 0.0  #: degrees


#: Roles are people in a known dress: what they change of a plain man or woman.
_ROLES: dict[str, dict[str, object]] = {
    "wizard": {"garment": "robe", "hat": "wizard", "beard": True, "hair_style": "long", "hair": rgb("#e8e6e4"), "top": rgb("#3d3f8c"), "bottom": rgb("#2c2d66"), "accent": rgb("#f0c860"), "prop": "staff"},
    "witch": {"garment": "dress", "hat": "witch", "hair_style": "long", "hair": rgb("#c0582c"), "top": rgb("#3a2c4a"), "bottom": rgb("#3a2c4a"), "accent": rgb("#8ac05a")},
    "chef": {"garment": "jacket", "hat": "chef", "top": rgb("#f4f2ee"), "bottom": rgb("#3a3c46"), "accent": rgb("#c8443c"), "girth": 1.15},
    "doctor": {"garment": "coat", "top": rgb("#f2f5f7"), "bottom": rgb("#3f6f8c"), "accent": rgb("#4fb0b0"), "glasses": True},
    "king": {"garment": "robe", "hat": "crown", "beard": True, "cape": True, "top": rgb("#a0303c"), "bottom": rgb("#7a2230"), "accent": rgb("#f2c650")},
    "queen": {"garment": "dress", "hat": "crown", "hair_style": "bun", "cape": True, "top": rgb("#7a3c8c"), "bottom": rgb("#7a3c8c"), "accent": rgb("#f2c650")},
    "princess": {"garment": "dress", "hat": "crown", "hair_style": "long", "top": rgb("#e88ab4"), "bottom": rgb("#e88ab4"), "accent": rgb("#f6d878")},
    "ballerina": {"garment": "tutu", "hair_style": "bun", "top": rgb("#f0a8bc"), "bottom": rgb("#f4d8d8"), "shoes": rgb("#f0a8bc")},
    "detective": {"garment": "coat", "hat": "fedora", "top": rgb("#b59a6c"), "bottom": rgb("#3a3430"), "accent": rgb("#4a3626")},
    "cowboy": {"garment": "shirt", "hat": "cowboy", "top": rgb("#b5543c"), "bottom": rgb("#3f5678"), "shoes": rgb("#6a4226"), "accent": rgb("#7a4e2c"), "scarf": True},
    "pirate": {"garment": "coat", "hat": "pirate", "beard": True, "top": rgb("#7a2c34"), "bottom": rgb("#2c2a30"), "accent": rgb("#26242c"), "prop": "sword"},
    "santa": {"garment": "coat", "hat": "santa", "beard": True, "hair": rgb("#f6f4f2"), "top": rgb("#c8302c"), "bottom": rgb("#c8302c"), "accent": rgb("#c8302c"), "girth": 1.4},
    "firefighter": {"garment": "coat", "hat": "helmet", "top": rgb("#d9a030"), "bottom": rgb("#3a3a40"), "accent": rgb("#c8302c")},
    "superhero": {"garment": "shirt", "cape": True, "top": rgb("#2f5fc0"), "bottom": rgb("#2f5fc0"), "shoes": rgb("#c8302c"), "accent": rgb("#d8342c"), "girth": 1.1},
    "samurai": {"garment": "robe", "hat": "straw", "top": rgb("#3c3f4c"), "bottom": rgb("#2a2a34"), "accent": rgb("#b5302c"), "prop": "sword"},
    "ninja": {"garment": "shirt", "hat": "hood", "top": rgb("#26262e"), "bottom": rgb("#26262e"), "shoes": rgb("#1a1a20"), "accent": rgb("#26262e"), "scarf": True},
    "farmer": {"garment": "shirt", "hat": "straw", "top": rgb("#c05a40"), "bottom": rgb("#3f5f8c"), "accent": rgb("#e0c070")},
    "fisherman": {"garment": "coat", "hat": "sou", "top": rgb("#e8b830"), "bottom": rgb("#3a4a3a"), "accent": rgb("#e8b830"), "beard": True},
    "knight": {"kind": "knight", "top": rgb("#b4bcc8"), "bottom": rgb("#9aa3b2"), "shoes": rgb("#7c8594"), "accent": rgb("#c8343c"), "prop": "sword", "girth": 1.15, "cape": True},
    "astronaut": {"kind": "astronaut", "top": rgb("#eef1f5"), "bottom": rgb("#e4e8ee"), "shoes": rgb("#5a6478"), "accent": rgb("#d8703c"), "girth": 1.35, "head": 0.125, "pack": True},
    "robot": {"kind": "robot", "top": rgb("#aab6c4"), "bottom": rgb("#7f8c9e"), "shoes": rgb("#5c6878"), "accent": rgb("#4fd8e8"), "girth": 1.3, "head": 0.135},
}  # fmt: skip

ROLES = tuple(_ROLES)
_GARMENTS = frozenset({"dress", "coat", "raincoat", "jacket", "shirt", "sweater", "robe", "suit", "gown", "trench"})
_LEGWEAR = frozenset({"trousers", "pants", "jeans", "shorts"})
_WOMEN = {"witch", "queen", "princess", "ballerina"}
_BUILDS: dict[str, dict[str, object]] = {
    "woman": {"tall": 1.66},
    "man": {"tall": 1.78, "girth": 1.12},
    "girl": {"tall": 1.18, "head": 0.158, "leg": 0.385, "torso": 0.262},
    "boy": {"tall": 1.18, "head": 0.158, "leg": 0.385, "torso": 0.262},
    "elder": {"tall": 1.58, "stoop": 12.0, "head": 0.112, "leg": 0.43},
}


def dressed(subject: Subject, seed: int) -> Outfit:
    """Choose a dress: from the rig and traits; what they leave open is drawn from the seed."""
    rng = np.random.default_rng((seed, len(subject.noun)))
    traits = set(subject.traits)
    rig = _rig(subject.rig, traits)
    female = (
        rig in _WOMEN or rig in ("woman", "girl") or bool(traits & {"woman", "female", "girl", "lady", "grandmother"})
    )
    build = rig if rig in _BUILDS else ("woman" if female else "man")
    old = build == "elder" or bool(traits & {"old", "elderly", "elder"})
    skin = rgb(_SKINS[int(rng.integers(len(_SKINS)))])
    hair = rgb(_HAIRS[int(rng.integers(len(_HAIRS)))])
    if lightness(skin) < 0.5:
        hair = dim(hair, 0.6)
    coat = _COATS[int(rng.integers(len(_COATS)))]
    accent = _COATS[int(rng.integers(len(_COATS)))]
    top = rgb(subject.colour) if subject.colour else rgb(coat)
    outfit = Outfit(
        tall=1.7, skin=skin, hair=hair, top=top, bottom=rgb(_TROUSERS[int(rng.integers(len(_TROUSERS)))]),
        shoes=rgb("#2a2428"), accent=rgb("#d8483c") if accent == coat else rgb(accent),
    )  # fmt: skip
    outfit = replace(outfit, **_BUILDS[build])  # type: ignore[arg-type]  # rows of fields, as data
    if female:
        style = ("long", "bob", "tail", "bun", "curly")[int(rng.integers(5))]
        outfit = replace(
            outfit, hair_style=style, garment="dress" if rng.random() < 0.45 or build == "girl" else "coat"
        )
        if outfit.garment == "dress":
            outfit = replace(outfit, bottom=skin)
    elif build == "boy":
        outfit = replace(outfit, garment="shirt", hair_style=("short", "curly")[int(rng.integers(2))])
    else:
        outfit = replace(outfit, garment=("jacket", "shirt", "coat")[int(rng.integers(3))])
    if old:
        grey = mix(outfit.hair, (0.90, 0.89, 0.88), 0.9)
        outfit = replace(
            outfit, hair=grey, hair_style="bun" if female else "bald", glasses=True, beard=not female, cane=build == "elder",
            top=top if subject.colour else mix(top, (0.5, 0.45, 0.42), 0.35),
        )  # fmt: skip
    if rig in _ROLES:
        outfit = replace(outfit, **_ROLES[rig])  # type: ignore[arg-type]  # rows of fields, as data
        if subject.colour:
            outfit = replace(
                outfit, top=top, bottom=dim(top, 0.85) if outfit.bottom == _ROLES[rig].get("top") else outfit.bottom
            )
    return replace(_with_traits(outfit, traits), tall=outfit.tall * subject.scale)


def _rig(rig: str, traits: set[str]) -> str:
    role = next((word for word in sorted(traits) if word in _ROLES), None)
    return role if role is not None and rig in ("woman", "man", "elder", "girl", "boy") else rig


def _with_traits(outfit: Outfit, traits: set[str]) -> Outfit:
    for trait in sorted(traits):
        # "umbrella:#c8402f" is a thing with a colour of its own.
        word, _, hue = trait.partition(":")
        if hue.startswith("#") and len(hue) == 7:
            traits = traits | {word}
            field = (
                "top" if word in _GARMENTS else "hair" if word == "hair" else "bottom" if word in _LEGWEAR else "accent"
            )
            outfit = replace(outfit, **{field: rgb(hue)})  # type: ignore[arg-type]  # a field of colour, by name
    for hat in ("hat", "fedora", "cap", "beanie", "straw", "crown", "cowboy", "top", "helmet"):
        if hat in traits and (hat != "hat" or not outfit.hat):
            outfit = replace(outfit, hat="fedora" if hat == "hat" else hat)
    for prop in ("guitar", "ball", "lantern", "sword", "balloon", "violin", "staff", "book", "camera", "flower"):
        if prop in traits:
            outfit = replace(outfit, prop=prop)
    piece = next((trait for trait in sorted(traits) if trait.startswith(PREFIX) and trait in pieces()), "")
    if piece and not outfit.umbrella:
        outfit = replace(outfit, prop=piece)
    if "umbrella" in traits:
        outfit = replace(
            outfit, umbrella=True, accent=outfit.accent if lightness(outfit.accent) > 0.2 else rgb("#d8343c")
        )
    if "dress" in traits:
        outfit = replace(outfit, garment="dress", bottom=outfit.skin)
    if "coat" in traits or "raincoat" in traits or "trench" in traits:
        outfit = replace(outfit, garment="coat")
    if "tall" in traits:
        outfit = replace(outfit, leg=outfit.leg * 1.06)
    for hue, words in {
        "#c8a05a": ("blonde", "blond"),
        "#a83c1c": ("redhead", "ginger"),
        "#1c1a1e": ("brunette",),
    }.items():
        if traits & set(words):
            outfit = replace(outfit, hair=rgb(hue))
    return replace(
        outfit,
        scarf=outfit.scarf or "scarf" in traits,
        beard=outfit.beard or bool(traits & {"beard", "bearded"}),
        glasses=outfit.glasses or "glasses" in traits,
        cape=outfit.cape or bool(traits & {"cape", "cloak"}),
        pack=outfit.pack or bool(traits & {"backpack", "hiker", "traveler", "traveller"}),
        cane=outfit.cane and outfit.prop == "" and not outfit.umbrella,
        accent=outfit.accent if outfit.kind != "human" else tint(outfit.accent, 0.05),
    )
