"""The rigs there are: what each draws, how tall it is, what it can do. The director picks from RIGS, the stage calls make."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rushes.engines.animatic.light import Light
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs import card, quadruped
from rushes.engines.animatic.rigs.actor import Actor
from rushes.engines.animatic.rigs.breeds import BREEDS
from rushes.engines.animatic.rigs.figure import Figure
from rushes.engines.animatic.rigs.puppet import Puppet


@dataclass(frozen=True, slots=True)
class RigInfo:
    name: str
    natural_height_metres: float  #: for composition: small things are larger than life, so that they read
    actions: frozenset[str]  #: that it acts out; another action is drawn as the nearest of these
    words: tuple[str, ...]  #: nouns that it draws, singular, lower case
    lift_metres: float = 0.0  #: above the ground line at which it lives


_Maker = Callable[[Subject, int], Figure]

_BREED_WORDS: dict[str, tuple[str, ...]] = {
    "fox": ("fox", "red fox", "vixen", "coyote", "jackal", "arctic fox"),
    "dog": ("dog", "puppy", "golden retriever", "retriever", "labrador", "hound", "beagle", "terrier", "spaniel", "corgi", "poodle"),
    "wolf": ("wolf", "husky", "german shepherd", "werewolf"),
    "cat": ("cat", "kitten", "tabby", "lynx", "bobcat"),
    "lion": ("lion", "lioness"),
    "tiger": ("tiger", "leopard", "cheetah", "jaguar", "panther", "puma", "cougar"),
    "horse": ("horse", "pony", "stallion", "mare", "foal", "mustang", "donkey", "mule"),
    "unicorn": ("unicorn", "pegasus"),
    "zebra": ("zebra",),
    "deer": ("deer", "stag", "doe", "fawn", "elk", "moose", "reindeer", "antelope", "gazelle", "caribou"),
    "bear": ("bear", "grizzly", "polar bear", "brown bear"),
    "panda": ("panda", "giant panda"),
    "elephant": ("elephant", "mammoth"),
    "rabbit": ("rabbit", "bunny", "hare"),
    "squirrel": ("squirrel", "chipmunk"),
    "mouse": ("mouse", "rat", "hamster"),
    "cow": ("cow", "bull", "ox", "calf", "buffalo", "bison", "cattle"),
    "pig": ("pig", "piglet", "hog", "boar"),
    "sheep": ("sheep", "lamb", "ram", "ewe"),
    "goat": ("goat", "kid goat", "ibex"),
    "camel": ("camel", "dromedary", "llama", "alpaca"),
    "giraffe": ("giraffe",),
}  # fmt: skip


def _quadrupeds() -> dict[str, tuple[RigInfo, _Maker]]:
    rows: dict[str, tuple[RigInfo, _Maker]] = {}
    for name, breed in BREEDS.items():
        height = breed.withers * (1 - breed.chest / 2 + breed.neck * 0.9 + 1.3 * breed.head)
        rows[name] = (
            RigInfo(name, round(max(breed.withers, height), 2), quadruped.ACTIONS, _BREED_WORDS[name]),
            quadruped.make,
        )
    return rows


_ROWS: dict[str, tuple[RigInfo, _Maker]] = {
    **_quadrupeds(),
    "card": (RigInfo("card", 1.5, frozenset({"stand"}), ()), card.make),
}

RIGS: Mapping[str, RigInfo] = MappingProxyType({name: info for name, (info, _) in _ROWS.items()})


def make(subject: Subject, light: Light, pixels_per_metre: float, seed: int) -> Puppet:
    """Make a subject's puppet; poses are baked when first drawn. A rig id that is not in RIGS becomes the card."""
    _, maker = _ROWS.get(subject.rig, _ROWS["card"])
    return Actor(maker(subject, seed), light, pixels_per_metre, seed)
