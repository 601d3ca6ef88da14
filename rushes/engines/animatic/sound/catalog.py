"""The catalog of sounds: every name that a plan may use, and the words of a prompt that mean it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from . import (
    air,
    beasts,
    creatures,
    fireworks,
    household,
    interiors,
    machines,
    objects,
    people,
    signals,
    sites,
    streets,
    water,
)
from .span import Span, Stereo


@dataclass(frozen=True, slots=True)
class Sound:
    name: str
    words: tuple[str, ...]  #: what a prompt may call it, lower case; the name itself is one of them
    gain: float  #: brings it to LEVEL_LUFS, the loudness with which it enters the mix
    make: Callable[[Span], Stereo]
    of: tuple[str, ...] = ()  #: rigs and nouns from which it comes: it is heard where they are seen


#: Integrated loudness of each sound by itself, over several seeds, as it enters the mix.
LEVEL_LUFS = -24.0


def _by_name(*sounds: Sound) -> Mapping[str, Sound]:
    return {sound.name: sound for sound in sounds}


# fmt: off
#: What sounds all the time.
BEDS: Mapping[str, Sound] = _by_name(
    Sound("wind", ("wind", "windy", "gust", "gusts", "gale"), 0.167, air.wind),
    Sound("breeze", ("breeze", "rustle", "rustling", "leaves", "whispering"), 0.212, air.breeze),
    Sound("rain", ("rain", "raining", "rainfall", "raindrops", "drizzle", "downpour"), 0.248, air.rain),
    Sound("storm", ("storm", "stormy", "tempest", "hurricane", "thunderstorm"), 0.126, air.storm),
    Sound("snow", ("snow", "snowfall", "hush", "blizzard"), 0.217, air.snow),
    Sound("room", ("room", "silence", "quiet", "indoors"), 0.361, air.room),
    Sound("drone", ("drone", "space", "cosmos", "void", "ambient"), 0.123, air.drone),
    Sound("fire", ("fire", "campfire", "torch", "torches", "flame", "flames", "crackle", "crackling", "fireplace", "bonfire"), 0.387, air.fire, ("campfire", "torch")),
    Sound("waves", ("waves", "wave", "surf", "shore", "breakers"), 0.39, water.waves),
    Sound("sea", ("sea", "ocean", "swell"), 0.169, water.sea),
    Sound("underwater", ("underwater", "bubbles", "bubbling", "submerged"), 0.39, water.underwater),
    Sound("water", ("water", "stream", "brook", "creek", "trickle", "fountain"), 0.347, water.stream),
    Sound("river", ("river", "rapids", "rushing"), 0.249, water.river),
    Sound("waterfall", ("waterfall", "cascade"), 0.0765, water.waterfall),
    Sound("birds", ("birds", "bird", "birdsong", "chirp", "chirping", "songbird"), 0.462, creatures.birds),
    Sound("seagulls", ("seagulls", "seagull", "gulls", "gull"), 0.353, creatures.seagulls),
    Sound("crickets", ("crickets", "cricket", "cicada", "cicadas"), 1.51, creatures.crickets),
    Sound("frogs", ("frogs", "frog", "croak", "toad"), 1.86, creatures.frogs),
    Sound("bees", ("bees", "bee", "insects", "buzzing"), 0.532, creatures.bees, ("bee",)),
    Sound("whale", ("whale", "whalesong"), 0.0889, creatures.whale, ("whale",)),
    Sound("city", ("city", "town", "urban"), 0.206, streets.city),
    Sound("traffic", ("traffic", "cars", "highway", "honking"), 0.189, streets.traffic),
    Sound("crowd", ("crowd", "chatter", "murmur", "market", "audience"), 0.19, streets.crowd),
    Sound("engine", ("engine", "motor", "car", "truck", "revving"), 0.142, machines.engine, ("car", "truck", "bus", "motorcycle", "airplane", "tractor", "boat")),
    Sound("helicopter", ("helicopter", "chopper", "rotor", "rotors"), 0.2, machines.helicopter, ("helicopter",)),
    Sound("train", ("train", "railway", "locomotive"), 0.205, machines.train, ("train",)),
    Sound("rocket", ("rocket", "thrusters", "launch", "liftoff"), 0.0861, machines.rocket, ("rocket", "spaceship")),
    Sound("cafe", ("cafe", "cups"), 0.215, interiors.cafe),
    Sound("drips", ("drips", "dripping"), 1.01, interiors.drips),
    Sound("creaks", ("creaks", "creaking", "floorboards"), 0.331, interiors.creaks),
    Sound("monitor", ("monitor", "monitors"), 0.629, interiors.monitor),
    Sound("carriage", ("carriage", "compartment"), 0.167, interiors.carriage),
    Sound("hall", ("hall", "echoes"), 0.231, interiors.hall),
    Sound("pages", ("pages", "library"), 0.649, interiors.pages),
    Sound("ship", ("ship", "starship"), 0.268, interiors.ship),
    Sound("workshop", ("workshop", "hammering", "tools"), 0.814, interiors.workshop),
    Sound("shop", ("shop", "store"), 0.574, interiors.shop),
    Sound("station", ("station", "terminal"), 0.134, interiors.station),
    Sound("factory", ("factory", "machinery"), 0.155, interiors.factory),
    Sound("gym", ("gym", "weights"), 0.399, interiors.gym),
    Sound("works", ("works", "drilling", "jackhammer"), 0.555, sites.works),
    Sound("jets", ("jets", "jet", "turbines"), 0.29, sites.jets),
    Sound("airport", ("airport",), 0.752, sites.airport),
    Sound("simmering", ("simmering", "sizzling"), 0.975, sites.simmering),
    Sound("desks", ("desks", "office"), 1.58, sites.desks),
    Sound("club", ("club", "nightclub", "techno"), 0.49, sites.club),
    Sound("hum", ("hum", "neon", "electric", "machine", "whirring"), 0.4, machines.hum, ("drone",)),
)

#: What sounds now and then.
EFFECTS: Mapping[str, Sound] = _by_name(
    Sound("thunder", ("thunder", "lightning", "thunderclap"), 0.78, air.thunder),
    Sound("splash", ("splash", "splashing"), 0.422, water.splash),
    Sound("owl", ("owl", "hoot", "hooting"), 0.162, creatures.owl, ("owl",)),
    Sound("howl", ("howl", "howling", "wolf", "wolves"), 0.0889, creatures.howl, ("wolf",)),
    Sound("bark", ("bark", "barking", "woof"), 0.746, creatures.bark, ("dog", "puppy")),
    Sound("meow", ("meow", "meowing"), 1.02, creatures.meow, ("cat", "kitten")),
    Sound("purr", ("purr", "purring"), 0.382, creatures.purr, ("cat", "kitten")),
    Sound("roar", ("roar", "roaring", "growl", "growling", "snarl"), 1.25, creatures.roar, ("lion", "tiger", "bear", "dragon", "dinosaur")),
    Sound("neigh", ("neigh", "whinny"), 0.358, creatures.neigh, ("horse", "pony")),
    Sound("wings", ("wings", "flapping", "fluttering", "wingbeats"), 0.618, creatures.wings, ("bird", "eagle", "owl", "dragon", "butterfly")),
    Sound("siren", ("siren", "sirens"), 0.234, streets.siren),
    Sound("applause", ("applause", "clapping", "cheering", "ovation"), 0.45, streets.applause),
    Sound("robot", ("robot", "servo", "servos"), 1.33, machines.robot, ("robot",)),
    Sound("explosion", ("explosion", "explosions", "blast", "boom"), 0.483, machines.explosion),
    Sound("fireworks", ("fireworks", "firework"), 0.582, fireworks.fireworks),
    Sound("bell", ("bell", "bells", "toll", "tolling"), 0.407, objects.bell),
    Sound("chimes", ("chimes", "chime"), 0.359, objects.chimes),
    Sound("clock", ("clock", "ticking", "tick"), 4.0, objects.clock),
    Sound("typing", ("typing", "keyboard"), 1.36, objects.typing),
    Sound("heartbeat", ("heartbeat", "heart", "pulse"), 0.503, objects.heartbeat),
    Sound("rooster", ("rooster", "cockcrow", "crowing"), 0.422, beasts.rooster, ("rooster",)),
    Sound("moo", ("moo", "mooing", "lowing"), 0.518, beasts.cow, ("cow", "bull", "calf")),
    Sound("bleat", ("bleat", "bleating", "baa"), 0.682, beasts.sheep, ("sheep", "goat", "lamb")),
    Sound("oink", ("oink", "oinking", "grunting"), 1.06, beasts.pig, ("pig", "boar")),
    Sound("quack", ("quack", "quacking"), 1.32, beasts.duck, ("duck", "duckling")),
    Sound("caw", ("caw", "cawing"), 0.595, beasts.crow, ("crow", "raven")),
    Sound("trumpeting", ("trumpeting",), 0.373, beasts.elephant, ("elephant",)),
    Sound("monkeys", ("monkeys", "monkey"), 0.442, beasts.monkey, ("monkey", "chimpanzee", "gorilla")),
    Sound("clucking", ("clucking", "cluck", "hens"), 0.903, beasts.hens, ("chicken", "hen")),
    Sound("hiss", ("hiss", "hissing", "rattle"), 0.402, beasts.snake, ("snake",)),
    Sound("cowbells", ("cowbells", "cowbell"), 44.0, beasts.cowbells),
    Sound("laughter", ("laughter", "laughing", "giggling", "chuckling"), 1.55, people.laughter),
    Sound("baby", ("baby", "wailing"), 0.517, people.baby, ("baby",)),
    Sound("scream", ("scream", "screaming", "shriek"), 0.313, people.scream),
    Sound("snoring", ("snoring", "snore"), 0.859, people.snoring),
    Sound("breathing", ("breathing", "panting", "gasping"), 0.31, people.breathing),
    Sound("bite", ("bite", "chewing", "munching"), 0.922, people.bite),
    Sound("whistling", ("whistling",), 0.281, people.whistling),
    Sound("telephone", ("telephone", "phone", "ringtone"), 0.409, household.telephone),
    Sound("alarm", ("alarm", "beeps", "beeping"), 0.365, household.alarm),
    Sound("doorbell", ("doorbell",), 0.43, household.doorbell),
    Sound("ding", ("ding",), 0.574, household.ding),
    Sound("knocking", ("knocking", "knock", "knocks"), 8.41, household.knocking),
    Sound("door", ("door", "hinges"), 0.824, household.door),
    Sound("kettle", ("kettle",), 0.39, household.kettle),
    Sound("glass", ("glass", "shattering"), 0.459, household.glass),
    Sound("keys", ("keys", "jingling"), 21.0, household.keys),
    Sound("shutter", ("shutter",), 3.77, household.shutter),
    Sound("pouring", ("pouring",), 0.616, household.pouring),
    Sound("clinking", ("clinking", "toast", "ice"), 28.7, household.clinking),
    Sound("chopping", ("chopping",), 3.93, household.chopping),
    Sound("gavel", ("gavel",), 4.93, household.gavel),
    Sound("till", ("till",), 0.424, household.till),
    Sound("typewriter", ("typewriter", "clacking"), 4.0, household.typewriter),
    Sound("writing", ("writing", "scribbling"), 0.249, household.writing),
    Sound("static", ("static",), 0.246, household.static),
    Sound("vinyl", ("vinyl",), 0.164, household.vinyl),
    Sound("foghorn", ("foghorn",), 0.285, signals.foghorn),
    Sound("whistle", ("whistle",), 0.32, signals.whistle, ("train",)),
    Sound("horn", ("horn", "honk"), 0.447, signals.horn, ("car", "truck", "bus", "taxi")),
    Sound("referee", ("referee",), 0.669, signals.referee),
    Sound("sonar", ("sonar", "ping"), 0.664, signals.sonar, ("submarine",)),
    Sound("gong", ("gong",), 0.567, signals.gong),
    Sound("swords", ("swords", "clashing", "clanging"), 1.02, signals.swords),
    Sound("gunshot", ("gunshot", "gunshots", "gunfire"), 0.49, signals.gunshot),
    Sound("anvil", ("anvil",), 7.95, signals.anvil),
    Sound("sawing", ("sawing", "saw"), 0.392, signals.sawing),
    Sound("chainsaw", ("chainsaw",), 0.263, signals.chainsaw),
    Sound("screech", ("screech", "screeching", "skidding"), 0.492, signals.screech, ("car",)),
    Sound("crash", ("crash", "thud", "crashing"), 0.525, signals.crash),
    Sound("whoosh", ("whoosh", "swoosh"), 0.232, signals.whoosh),
    Sound("sails", ("sails", "flag"), 0.266, signals.flapping),
    Sound("drumroll", ("drumroll",), 0.907, signals.drumroll),
    Sound("magic", ("magic", "sparkle", "sparkles", "spell", "fairy", "shimmer"), 0.554, objects.magic),
)

#: What is timed to feet, or to the blades of oars, and its words.
FOLEY: Mapping[str, tuple[str, ...]] = {
    "footsteps": ("footsteps", "footstep", "steps", "footfalls", "walking", "crunching"),
    "hooves": ("hooves", "hoofbeats", "galloping", "gallop"),
    "oars": ("oars", "oar", "rowing", "paddling"),
}
# fmt: on


def names() -> tuple[str, ...]:
    """Every name that `ShotPlan.sounds` may hold."""
    return (*BEDS, *EFFECTS, *FOLEY)


def named(word: str) -> str | None:
    """The name of the sound that a word of a prompt means, or None."""
    word = word.lower()
    if word in names():
        return word
    for sound in (*BEDS.values(), *EFFECTS.values()):
        if word in sound.words:
            return sound.name
    return next((name for name, words in FOLEY.items() if word in words), None)
