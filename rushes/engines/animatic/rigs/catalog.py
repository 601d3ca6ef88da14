"""The rigs there are: what each draws, how tall it is, what it can do. The director picks from RIGS, the stage calls make."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType

from rushes.engines.animatic import artists
from rushes.engines.animatic.library import puppetry
from rushes.engines.animatic.library.pieces import PREFIX, pieces
from rushes.engines.animatic.light import Light
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs import (
    aircraft,
    bat,
    bird,
    boards,
    boat,
    buildings,
    card,
    crawlers,
    creepers,
    critters,
    dragon,
    fires,
    furniture,
    human,
    insect,
    instruments,
    kangaroo,
    loads,
    plants,
    primates,
    quadruped,
    rider,
    sea,
    seals,
    theropod,
    thing,
    toys,
    vehicle,
)
from rushes.engines.animatic.rigs.actor import Actor
from rushes.engines.animatic.rigs.breeds import BREEDS
from rushes.engines.animatic.rigs.crew import Manned, boarded, centred
from rushes.engines.animatic.rigs.figure import Figure
from rushes.engines.animatic.rigs.fowls import FOWLS
from rushes.engines.animatic.rigs.puppet import Puppet
from rushes.engines.animatic.rigs.substance import made_of


@dataclass(frozen=True, slots=True)
class RigInfo:
    name: str
    natural_height_metres: float  #: for composition: small things are larger than life, so that they read
    actions: frozenset[str]  #: that it acts out; another action is drawn as the nearest of these
    words: tuple[str, ...]  #: nouns that it draws, singular, lower case
    lift_metres: float = 0.0  #: above the ground line at which it lives
    seats: int = 0  #: for those who ride it and are seen


_Maker = Callable[[Subject, int], Figure]

_BREED_WORDS: dict[str, tuple[str, ...]] = {
    "fox": ("fox", "red fox", "vixen", "coyote", "jackal", "arctic fox", "fennec", "fennec fox"),
    "dog": ("dog", "puppy", "pit bull", "pitbull", "golden retriever", "retriever", "labrador", "hound", "beagle", "terrier", "spaniel", "corgi", "poodle", "pug", "bulldog", "shiba", "shiba inu", "akita", "chihuahua", "greyhound", "dalmatian", "dachshund", "collie", "border collie", "rottweiler", "samoyed", "pomeranian"),
    "wolf": ("wolf", "husky", "german shepherd", "werewolf"),
    "cat": ("cat", "kitten", "tabby", "lynx", "bobcat", "siamese cat", "persian cat", "maine coon"),
    "lion": ("lion", "lioness", "lion cub"),
    "tiger": ("tiger", "leopard", "cheetah", "jaguar", "panther", "puma", "cougar", "black panther", "snow leopard", "tiger cub", "ocelot"),
    "horse": ("horse", "pony", "stallion", "mare", "foal", "mustang", "donkey", "mule"),
    "unicorn": ("unicorn", "pegasus"),
    "zebra": ("zebra",),
    "deer": ("deer", "stag", "doe", "fawn", "elk", "moose", "reindeer", "antelope", "gazelle", "caribou", "impala", "buck", "roe", "kudu"),
    "bear": ("bear", "grizzly", "polar bear", "brown bear", "grizzly bear", "black bear", "bear cub", "cub"),
    "panda": ("panda", "giant panda", "panda bear"),
    "elephant": ("elephant", "mammoth", "woolly mammoth"),
    "rabbit": ("rabbit", "bunny", "hare"),
    "squirrel": ("squirrel", "chipmunk"),
    "cow": ("cow", "bull", "ox", "calf", "buffalo", "bison", "cattle", "yak", "highland cow", "water buffalo"),
    "pig": ("pig", "piglet", "hog", "boar", "wild boar", "warthog"),
    "sheep": ("sheep", "lamb", "ram", "ewe"),
    "goat": ("goat", "kid goat", "ibex", "mountain goat"),
    "camel": ("camel", "dromedary"),
    "giraffe": ("giraffe",),
    "llama": ("llama", "alpaca", "vicuna"),
    "rhino": ("rhino", "rhinoceros"),
    "hippo": ("hippo", "hippopotamus"),
    "crocodile": ("crocodile", "alligator", "caiman"),
    "lizard": ("lizard", "gecko", "iguana", "chameleon", "komodo dragon", "salamander", "newt"),
    "stegosaurus": ("stegosaurus", "ankylosaurus"),
    "triceratops": ("triceratops", "styracosaurus"),
    "sauropod": ("sauropod", "brachiosaurus", "diplodocus", "apatosaurus", "brontosaurus"),
}  # fmt: skip


#: rig: height, nouns.
_PEOPLE: dict[str, tuple[float, tuple[str, ...]]] = {
    "woman": (1.66, ("woman", "lady", "mother", "mom", "wife", "girlfriend", "dancer", "singer", "nurse", "bride", "waitress", "actress", "businesswoman", "female", "teacher", "sister", "aunt", "goddess")),
    "man": (1.78, ("man", "guy", "father", "dad", "husband", "boyfriend", "person", "people", "human", "traveler", "traveller", "hiker", "musician", "guitarist", "worker", "soldier", "monk", "gentleman", "businessman", "artist", "painter", "runner", "figure", "stranger", "male", "adult", "brother", "uncle", "scientist", "explorer", "adventurer", "warrior", "boxer", "skater", "surfer", "player", "athlete", "policeman", "officer", "driver", "groom", "barista", "actor", "hero", "villain", "student", "photographer", "shepherd", "blacksmith", "pilgrim", "wanderer")),
    "girl": (1.18, ("girl", "daughter", "schoolgirl", "toddler", "baby")),
    "boy": (1.18, ("boy", "child", "kid", "son", "schoolboy", "children", "teenager")),
    "elder": (1.58, ("elder", "old man", "old woman", "elderly man", "elderly woman", "grandmother", "grandma", "grandfather", "grandpa", "granny", "senior")),
    "astronaut": (1.78, ("astronaut", "cosmonaut", "spaceman", "diver", "scuba diver")),
    "robot": (1.78, ("robot", "android", "cyborg", "automaton", "mech", "humanoid")),
    "knight": (1.78, ("knight", "paladin", "crusader", "armour", "armor", "gladiator")),
    "wizard": (1.78, ("wizard", "sorcerer", "mage", "druid", "merlin", "magician")),
    "witch": (1.66, ("witch", "sorceress")),
    "chef": (1.78, ("chef", "cook", "baker")),
    "doctor": (1.78, ("doctor", "surgeon", "professor")),
    "king": (1.78, ("king", "emperor")),
    "queen": (1.66, ("queen", "empress")),
    "princess": (1.66, ("princess", "fairy")),
    "ballerina": (1.66, ("ballerina", "ballet dancer")),
    "detective": (1.78, ("detective", "spy", "investigator", "private eye", "agent")),
    "cowboy": (1.78, ("cowboy", "cowgirl", "gunslinger", "sheriff", "rancher")),
    "pirate": (1.78, ("pirate", "buccaneer", "captain")),
    "santa": (1.78, ("santa", "santa claus", "father christmas")),
    "firefighter": (1.78, ("firefighter", "fireman")),
    "superhero": (1.78, ("superhero", "superheroine")),
    "samurai": (1.78, ("samurai", "ronin", "swordsman")),
    "ninja": (1.78, ("ninja", "thief", "assassin")),
    "farmer": (1.78, ("farmer", "gardener")),
    "fisherman": (1.78, ("fisherman", "sailor")),
}  # fmt: skip


def _people() -> dict[str, tuple[RigInfo, _Maker]]:
    return {
        name: (RigInfo(name, height, human.ACTIONS, words), human.make) for name, (height, words) in _PEOPLE.items()
    }


def _quadrupeds() -> dict[str, tuple[RigInfo, _Maker]]:
    rows: dict[str, tuple[RigInfo, _Maker]] = {}
    for name, breed in BREEDS.items():
        height = breed.withers * (1 - breed.chest / 2 + breed.neck * 0.9 + 1.3 * breed.head)
        rows[name] = (
            RigInfo(name, round(max(breed.withers, height), 2), quadruped.ACTIONS, _BREED_WORDS[name], seats=2),
            quadruped.make,
        )
    return rows


def _birds() -> dict[str, tuple[RigInfo, _Maker]]:
    rows: dict[str, tuple[RigInfo, _Maker]] = {}
    for name, (height, words) in bird.words().items():
        flies = FOWLS[name].flies
        actions = bird.ACTIONS if flies else bird.ACTIONS - {"fly", "hover"}
        rows[name] = (
            RigInfo(name, height, actions, words, bird.LIFT * height if flies else 0.0, seats=1 if flies else 0),
            bird.make,
        )
    return rows


def _swimmers() -> dict[str, tuple[RigInfo, _Maker]]:
    return {
        name: (
            RigInfo(name, height, sea.ACTIONS, words, sea.lift_of(name), seats=1 if name in sea.RIDDEN else 0),
            sea.make,
        )
        for name, (height, words) in sea.WORDS.items()
    }


def _vehicles() -> dict[str, tuple[RigInfo, _Maker]]:
    rows: dict[str, tuple[RigInfo, _Maker]] = {}
    for words, actions, maker in (
        (vehicle.WORDS, vehicle.ACTIONS, vehicle.make),
        (rider.WORDS, rider.ACTIONS, rider.make),
        (boat.WORDS, boat.ACTIONS, boat.make),
    ):
        rows.update({name: (RigInfo(name, height, actions, nouns), maker) for name, (height, nouns) in words.items()})
    for name, seats in {
        **{name: one.seats for name, one in boat.BOATS.items()},
        **{name: one.seats for name, one in vehicle.VEHICLES.items()},
        **dict.fromkeys(rider.WORDS, 2),
    }.items():
        rows[name] = (replace(rows[name][0], seats=seats), rows[name][1])
    for name, (height, nouns) in aircraft.WORDS.items():
        rows[name] = (RigInfo(name, height, aircraft.ACTIONS, nouns, aircraft.AIRCRAFT[name].lift), aircraft.make)
    return rows


def _things() -> dict[str, tuple[RigInfo, _Maker]]:
    rows: dict[str, tuple[RigInfo, _Maker]] = {}
    for name, item in {
        **fires.THINGS,
        **plants.THINGS,
        **toys.THINGS,
        **instruments.THINGS,
        **buildings.THINGS,
        **furniture.THINGS,
        **artists.subjects(),
    }.items():
        rows[name] = (RigInfo(name, item.height, item.actions, item.words, item.lift), partial(thing.make, item))
    for name, board in boards.BOARDS.items():
        rows[name] = (
            RigInfo(name, board.height, board.actions, board.words, board.lift, seats=board.seats), boards.make
        )  # fmt: skip
    for name, load in loads.LOADS.items():
        rows[name] = (RigInfo(name, load.height, loads.ACTIONS, load.words, seats=load.seats), loads.make)
    for name, (height, nouns) in insect.WORDS.items():
        rows[name] = (RigInfo(name, height, insect.ACTIONS, nouns, insect.LIFT * height), insect.make)
    for name, crawler in crawlers.CRAWLERS.items():
        rows[name] = (RigInfo(name, crawler.height, crawler.actions, crawler.words), crawlers.make)
    for name, creeper in creepers.CREEPERS.items():
        rows[name] = (RigInfo(name, creeper.height, creepers.ACTIONS, creeper.words), creepers.make)
    for name, critter in critters.CRITTERS.items():
        rows[name] = (RigInfo(name, critter.height, critters.ACTIONS, critter.words), critters.make)
    for name, seal in seals.SEALS.items():
        rows[name] = (RigInfo(name, seal.height, seals.ACTIONS, seal.words), seals.make)
    for name, (height, nouns) in kangaroo.WORDS.items():
        rows[name] = (RigInfo(name, height, kangaroo.ACTIONS, nouns), kangaroo.make)
    for name, (height, nouns) in bat.WORDS.items():
        rows[name] = (RigInfo(name, height, bat.ACTIONS, nouns, bat.LIFT * height), bat.make)
    for name, (height, nouns) in primates.WORDS.items():
        rows[name] = (RigInfo(name, height, primates.ACTIONS, nouns), primates.make)
    for name, (height, nouns) in theropod.WORDS.items():
        rows[name] = (RigInfo(name, height, theropod.ACTIONS, nouns), theropod.make)
    for name, (height, nouns) in dragon.WORDS.items():
        rows[name] = (RigInfo(name, height, dragon.ACTIONS, nouns, dragon.LIFT, seats=2), dragon.make)
    return rows


_ROWS: dict[str, tuple[RigInfo, _Maker]] = {
    **_quadrupeds(),
    **_people(),
    **_birds(),
    **_swimmers(),
    **_vehicles(),
    **_things(),
    "card": (RigInfo("card", 1.5, frozenset({"stand"}), ()), card.make),
}

#: Those with a head before or above the body, which a close view is of.
BEASTS = frozenset((*BREEDS, *primates.WORDS, *critters.CRITTERS, *kangaroo.WORDS, *seals.SEALS))

RIGS: Mapping[str, RigInfo] = MappingProxyType({name: info for name, (info, _) in _ROWS.items()})


def info(rig: str) -> RigInfo | None:
    """What is known of a rig, or of a piece of the library by its rig id ("art:telescope"); None when there is none."""
    found = RIGS.get(rig)
    piece = pieces().get(rig)
    if found is not None or piece is None:
        return found
    kind = puppetry.CLASSES[piece.group]
    return RigInfo(rig, piece.metres, kind.actions, piece.nouns, kind.lift)


def is_load(subject: Subject) -> bool:
    """Is it something to push or pull?"""
    return subject.rig in loads.LOADS


def joins(subject: Subject, base: Subject) -> bool:
    """Is a subject drawn as part of what it is on: a rider, an oarsman, a driver, a cart behind its horse?"""
    found = RIGS.get(base.rig)
    if is_load(subject):
        return base.rig in _PEOPLE or base.rig in BREEDS
    return subject.action == "ride" and found is not None and found.seats > 0


def make(subject: Subject, light: Light, pixels_per_metre: float, seed: int) -> Puppet:
    """Make a subject's puppet; poses are baked when first drawn. A rig id that nothing draws becomes the card."""
    return Actor(made_of(_figure(subject, seed), subject, seed), light, pixels_per_metre, seed)


def _figure(subject: Subject, seed: int) -> Figure:
    if isinstance(subject, Manned):
        subject = boarded(subject, seed, _figure, _PEOPLE)
    if subject.rig.startswith(PREFIX) and subject.rig in pieces():
        return puppetry.make(subject, seed)
    figure = _ROWS.get(subject.rig, _ROWS["card"])[1](subject, seed)
    return centred(figure) if loads.loads_of(subject) else figure
