"""Outfits: a person to draw, built and dressed."""

from __future__ import annotations

from dataclasses import dataclass

from rushes.engines.animatic.light import Rgb


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
    eyes: Rgb = (0.25, 0.16, 0.1)
    kind: str = "human"
    female: bool = False
    age: str = "adult"  #: baby, child, teen, adult, old
    garment: str = "jacket"  #: a row of garments.py or drapery.py
    sleeve: str = "long"  #: long, short, none, wide
    sleeves: Rgb | None = None  #: when they are not of the top's colour
    collar: str = ""  #: shirt, lapels, tie, bow, crew, roll, fur, ruff, scoop
    legs: str = "trousers"  #: trousers, shorts, bare, tights, wide
    pattern: str = ""  #: stripes, dots, checks
    second: Rgb | None = None  #: of the pattern, the shirt under a suit, the apron
    belt: Rgb | None = None
    trim: Rgb | None = None  #: along the hem
    socks: Rgb | None = None
    gloves: Rgb | None = None
    boots: bool = False
    heels: bool = False
    feet: str = "shoes"  #: shoes, sneakers
    sash: bool = False
    emblem: bool = False
    badge: bool = False
    armour: str = ""  #: plate, lamellar
    plate: Rgb = (0.7, 0.73, 0.78)
    hair_style: str = "short"  #: one of hair.STYLES
    hat: str = ""  #: one of hats.HATS
    hat_hue: Rgb = (0.35, 0.25, 0.2)
    beard: str = ""  #: full, long, goatee, moustache, stubble
    glasses: str = ""  #: clear, dark
    mask: str = ""  #: domino, cloth, surgeon, patch
    paint: str = ""  #: clown, freckles
    mood: str = ""  #: one of face.LOOKS
    earrings: bool = False
    scarf: bool = False
    umbrella: bool = False
    cape: str = ""  #: long, short
    cape_hue: Rgb | None = None
    cane: bool = False
    pack: bool = False
    prop: str = ""  #: guitar, ball, lantern, sword, balloon, or a piece of the library: "art:purse"
    tool: str = ""  #: what a gesture needs, see tools.py
    back: str = ""  #: what is slung over the back: katana, quiver
    head: float = 0.102  #: radius
    leg: float = 0.470
    torso: float = 0.275
    girth: float = 1.0
    stoop: float = 0.0  #: degrees
