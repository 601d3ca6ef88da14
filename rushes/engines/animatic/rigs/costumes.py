"""Costumes: what roles and occupations wear, and what single words of a prompt add."""

from __future__ import annotations

from dataclasses import replace

from rushes.engines.animatic.library.pieces import PREFIX, pieces
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.hue import dim, lightness, rgb, tint
from rushes.engines.animatic.rigs.outfit import Outfit

_Row = dict[str, object]
_BLACK, _WHITE, _GOLD, _LEATHER = rgb("#26232a"), rgb("#f4f2ee"), rgb("#f2c650"), rgb("#6a4226")
_SUIT: _Row = {"garment": "suit", "collar": "tie", "second": _WHITE, "shoes": rgb("#241c1c")}

#: Roles are people in a known dress: what they change of a plain man or woman.
COSTUMES: dict[str, _Row] = {
    "wizard": {"garment": "robe", "sleeve": "wide", "hat": "wizard", "hat_hue": rgb("#3d3f8c"), "beard": "long", "hair_style": "long", "hair": rgb("#e8e6e4"), "top": rgb("#3d3f8c"), "bottom": rgb("#2c2d66"), "accent": rgb("#f0c860"), "belt": rgb("#c8a03c"), "prop": "staff"},
    "witch": {"garment": "gown", "sleeve": "wide", "hat": "witch", "hat_hue": rgb("#2c2238"), "hair_style": "wavy", "hair": rgb("#c0582c"), "top": rgb("#3a2c4a"), "bottom": rgb("#3a2c4a"), "accent": rgb("#8ac05a"), "belt": rgb("#8ac05a"), "boots": True},
    "chef": {"garment": "coat", "hat": "chef", "top": _WHITE, "bottom": rgb("#3a3c46"), "accent": rgb("#c8443c"), "scarf": False, "girth": 1.18, "beard": "moustache", "collar": "shirt"},
    "baker": {"garment": "apron", "hat": "chef", "top": _WHITE, "second": rgb("#d8e0ea"), "bottom": rgb("#5a5c66")},
    "doctor": {"garment": "coat", "collar": "shirt", "top": rgb("#f2f5f7"), "bottom": rgb("#3f6f8c"), "accent": rgb("#4fb0b0"), "glasses": "clear"},
    "surgeon": {"garment": "tunic", "top": rgb("#4fa8a0"), "bottom": rgb("#4fa8a0"), "hat": "beanie", "hat_hue": rgb("#3f9890"), "mask": "surgeon"},
    "nurse": {"garment": "tunic", "sleeve": "short", "hat": "nurse", "top": rgb("#8fc8e0"), "bottom": rgb("#8fc8e0"), "shoes": _WHITE, "badge": True},
    "scientist": {"garment": "coat", "collar": "shirt", "top": rgb("#f2f5f7"), "bottom": rgb("#4a4a58"), "glasses": "clear"},
    "king": {"garment": "robe", "sleeve": "wide", "hat": "crown", "beard": "full", "cape": "long", "cape_hue": rgb("#a8283c"), "collar": "fur", "top": rgb("#8a2a3c"), "bottom": rgb("#7a2230"), "accent": _GOLD, "belt": _GOLD, "trim": _WHITE},
    "queen": {"garment": "gown", "hat": "crown", "hair_style": "bun", "cape": "long", "cape_hue": rgb("#a8283c"), "collar": "fur", "top": rgb("#7a3c8c"), "bottom": rgb("#7a3c8c"), "accent": _GOLD, "belt": _GOLD, "trim": _GOLD, "earrings": True},
    "princess": {"garment": "gown", "sleeve": "short", "hat": "tiara", "hair_style": "wavy", "top": rgb("#e88ab4"), "bottom": rgb("#e88ab4"), "accent": rgb("#f6d878"), "collar": "scoop", "trim": rgb("#f6d878"), "earrings": True},
    "prince": {"garment": "tunic", "hat": "crown", "cape": "long", "cape_hue": rgb("#2f4fa0"), "top": rgb("#e8e4ec"), "bottom": rgb("#3a4a78"), "accent": _GOLD, "boots": True, "belt": _GOLD},
    "fairy": {"garment": "dress", "sleeve": "none", "hat": "flowers", "hair_style": "wavy", "top": rgb("#8fd8a0"), "collar": "scoop", "legs": "bare"},
    "goddess": {"garment": "gown", "sleeve": "none", "hat": "flowers", "hair_style": "wavy", "top": rgb("#f2eee4"), "collar": "scoop", "belt": _GOLD, "trim": _GOLD},
    "ballerina": {"garment": "tutu", "sleeve": "none", "hair_style": "bun", "collar": "scoop", "legs": "tights", "top": rgb("#f0a8bc"), "bottom": rgb("#f6dcdc"), "shoes": rgb("#f0a8bc"), "accent": rgb("#f0a8bc"), "earrings": True},
    "detective": {"garment": "coat", "hat": "fedora", "hat_hue": rgb("#6a5238"), "top": rgb("#b59a6c"), "bottom": rgb("#3a3430"), "accent": rgb("#7a2c34"), "collar": "lapels", "belt": rgb("#8a744c"), "mood": "stern"},
    "cowboy": {"garment": "shirt", "hat": "cowboy", "hat_hue": rgb("#8a5a34"), "top": rgb("#b5543c"), "bottom": rgb("#3f5678"), "shoes": _LEATHER, "accent": rgb("#c8343c"), "scarf": True, "boots": True, "belt": rgb("#5a3a22"), "collar": "shirt", "pattern": "checks"},
    "sheriff": {"garment": "shirt", "hat": "cowboy", "hat_hue": rgb("#6a5238"), "top": rgb("#b59a6c"), "bottom": rgb("#4a3a30"), "shoes": _LEATHER, "boots": True, "belt": rgb("#3a2820"), "collar": "shirt", "badge": True, "beard": "moustache"},
    "pirate": {"garment": "coat", "hat": "pirate", "beard": "full", "mask": "patch", "top": rgb("#7a2c34"), "bottom": rgb("#2c2a30"), "accent": rgb("#26242c"), "belt": _LEATHER, "boots": True, "prop": "sword", "earrings": True},
    "captain": {"garment": "suit", "hat": "peaked", "hat_hue": _WHITE, "beard": "full", "top": rgb("#26345c"), "bottom": rgb("#26345c"), "accent": _BLACK, "collar": "tie", "second": _WHITE},
    "pilot": {"garment": "suit", "hat": "peaked", "hat_hue": rgb("#26345c"), "top": rgb("#26345c"), "bottom": rgb("#26345c"), "accent": _BLACK, "collar": "tie", "second": _WHITE, "badge": True},
    "santa": {"garment": "coat", "hat": "santa", "hat_hue": rgb("#c8302c"), "beard": "long", "hair": rgb("#f6f4f2"), "top": rgb("#c8302c"), "bottom": rgb("#c8302c"), "accent": rgb("#c8302c"), "girth": 1.38, "boots": True, "shoes": _BLACK, "belt": _BLACK, "trim": _WHITE, "collar": "fur", "mood": "happy"},
    "firefighter": {"garment": "coat", "hat": "firehelmet", "hat_hue": rgb("#c8302c"), "top": rgb("#d9a030"), "bottom": rgb("#3a3a40"), "accent": rgb("#c8302c"), "trim": rgb("#e8f080"), "belt": rgb("#e8f080"), "boots": True},
    "police": {"garment": "shirt", "hat": "peaked", "hat_hue": rgb("#26345c"), "top": rgb("#3a5a96"), "bottom": rgb("#26304a"), "collar": "tie", "accent": _BLACK, "belt": _BLACK, "badge": True},
    "soldier": {"garment": "jacket", "hat": "army", "hat_hue": rgb("#5a6a3c"), "top": rgb("#6a7a48"), "bottom": rgb("#5a6a40"), "boots": True, "belt": rgb("#4a3a28"), "collar": "shirt", "pack": True, "mood": "stern"},
    "builder": {"garment": "tunic", "hat": "helmet", "hat_hue": rgb("#f2c028"), "top": rgb("#f08a28"), "second": rgb("#e8f080"), "pattern": "stripes", "bottom": rgb("#3f5678"), "boots": True, "shoes": rgb("#a87a3c")},
    "miner": {"garment": "overalls", "hat": "headlamp", "hat_hue": rgb("#d8b030"), "top": rgb("#7a6a5c"), "bottom": rgb("#3f4a5c"), "boots": True},
    "mechanic": {"garment": "overalls", "hat": "cap", "top": rgb("#d8d4cc"), "bottom": rgb("#3a5a8c"), "hat_hue": rgb("#3a5a8c"), "sleeve": "short"},
    "superhero": {"garment": "leotard", "cape": "long", "top": rgb("#2f5fc0"), "bottom": rgb("#2f5fc0"), "shoes": rgb("#c8302c"), "accent": rgb("#d8342c"), "boots": True, "emblem": True, "belt": rgb("#f4c430"), "girth": 1.12, "mask": "domino", "gloves": rgb("#c8302c"), "hair_style": "quiff"},
    "samurai": {"garment": "kimono", "sleeve": "wide", "hat": "kabuto", "top": rgb("#6a2c34"), "bottom": rgb("#2a2a34"), "accent": rgb("#d8a03c"), "armour": "lamellar", "plate": rgb("#33343f"), "belt": rgb("#c8b48a"), "legs": "wide", "prop": "katana", "mood": "stern", "shoes": rgb("#4a3a2c"), "female": False},
    "ninja": {"garment": "tunic", "hat": "hood", "hat_hue": rgb("#26262e"), "mask": "cloth", "top": rgb("#2c2c36"), "bottom": rgb("#26262e"), "shoes": rgb("#1a1a20"), "accent": rgb("#8a2430"), "belt": rgb("#8a2430"), "back": "katana", "mood": "stern"},
    "thief": {"garment": "tunic", "hat": "beanie", "hat_hue": _BLACK, "mask": "domino", "top": _WHITE, "second": _BLACK, "pattern": "stripes", "bottom": _BLACK, "accent": _BLACK},
    "monk": {"garment": "robe", "sleeve": "wide", "hair_style": "crop", "hair": rgb("#3a2a20"), "top": rgb("#d8782c"), "bottom": rgb("#b85a20"), "accent": rgb("#8a2c24"), "mood": "calm", "sash": True, "beard": "", "shoes": rgb("#7a5434")},
    "nun": {"garment": "robe", "hat": "headscarf", "hat_hue": _BLACK, "top": rgb("#2a2830"), "bottom": _BLACK, "accent": _WHITE},
    "priest": {"garment": "robe", "top": rgb("#2a2830"), "accent": _WHITE, "collar": "crew"},
    "farmer": {"garment": "overalls", "hat": "straw", "top": rgb("#c05a40"), "bottom": rgb("#3f5f8c"), "accent": rgb("#e0c070"), "pattern": "checks", "boots": True, "shoes": _LEATHER},
    "gardener": {"garment": "overalls", "hat": "straw", "top": rgb("#8ab06a"), "bottom": rgb("#4a6a4a"), "boots": True, "shoes": rgb("#3f6a4a")},
    "fisherman": {"garment": "coat", "hat": "sou", "hat_hue": rgb("#e8b830"), "top": rgb("#e8b830"), "bottom": rgb("#3a4a3a"), "accent": rgb("#e8b830"), "beard": "full", "boots": True, "shoes": rgb("#3a4a4a")},
    "sailor": {"garment": "tunic", "hat": "cap", "hat_hue": _WHITE, "top": _WHITE, "second": rgb("#3a5a96"), "pattern": "stripes", "bottom": rgb("#26345c"), "scarf": True, "accent": rgb("#c8343c")},
    "explorer": {"garment": "shirt", "hat": "fedora", "hat_hue": rgb("#7a5a38"), "top": rgb("#c8ab78"), "bottom": rgb("#8a7048"), "shoes": _LEATHER, "boots": True, "belt": _LEATHER, "collar": "shirt", "pack": True, "scarf": True, "accent": rgb("#b5432c")},
    "hiker": {"garment": "puffer", "hat": "beanie", "pack": True, "boots": True, "shoes": _LEATHER},
    "knight": {"kind": "knight", "garment": "tunic", "top": rgb("#b4bcc8"), "bottom": rgb("#9aa3b2"), "shoes": rgb("#7c8594"), "accent": rgb("#c8343c"), "prop": "sword", "girth": 1.15, "cape": "long", "armour": "plate", "plate": rgb("#aab3c0"), "gloves": rgb("#7c8594"), "boots": True, "belt": _LEATHER},
    "viking": {"garment": "tunic", "hat": "viking", "beard": "full", "hair_style": "long", "hair": rgb("#b5703c"), "top": rgb("#7a5434"), "bottom": rgb("#4a4038"), "collar": "fur", "belt": _LEATHER, "boots": True, "girth": 1.2},
    "archer": {"garment": "tunic", "hat": "hood", "hat_hue": rgb("#3f6a4a"), "top": rgb("#4a7a52"), "bottom": rgb("#6a5238"), "back": "quiver", "boots": True, "belt": _LEATHER},
    "astronaut": {"kind": "astronaut", "garment": "puffer", "top": rgb("#eef1f5"), "bottom": rgb("#e4e8ee"), "shoes": rgb("#5a6478"), "accent": rgb("#d8703c"), "girth": 1.32, "head": 0.122, "pack": True, "gloves": rgb("#5a6478"), "boots": True},
    "robot": {"kind": "robot", "top": rgb("#aab6c4"), "bottom": rgb("#7f8c9e"), "shoes": rgb("#5c6878"), "accent": rgb("#4fd8e8"), "girth": 1.2, "head": 0.130},
    "clown": {"garment": "overalls", "sleeve": "long", "hair_style": "afro", "hair": rgb("#e0502c"), "hat": "party", "paint": "clown", "skin": rgb("#f6e6da"), "top": rgb("#f2c030"), "bottom": rgb("#3f7fd0"), "pattern": "dots", "second": rgb("#e0343c"), "accent": rgb("#e0343c"), "collar": "ruff", "shoes": rgb("#e0343c"), "mood": "happy", "legs": "wide", "gloves": _WHITE},
    "jester": {"garment": "tunic", "hat": "jester", "hat_hue": rgb("#3f7fd0"), "accent": rgb("#c8343c"), "top": rgb("#8a3c8c"), "collar": "ruff", "legs": "tights"},
    "mime": {"garment": "overalls", "hat": "beret", "hat_hue": _BLACK, "skin": rgb("#f6f0ea"), "top": _WHITE, "second": _BLACK, "pattern": "stripes", "bottom": _BLACK, "gloves": _WHITE},
    "bride": {"garment": "gown", "sleeve": "none", "hat": "veil", "hair_style": "bun", "top": _WHITE, "bottom": _WHITE, "collar": "scoop", "accent": rgb("#f2b8c8"), "prop": "flower", "trim": rgb("#e8e4e0"), "mood": "happy", "earrings": True},
    "groom": {**_SUIT, "collar": "bow", "top": rgb("#2a2a36"), "bottom": rgb("#2a2a36"), "accent": _BLACK, "mood": "happy"},
    "business": {**_SUIT, "top": rgb("#33405c"), "bottom": rgb("#33405c"), "accent": rgb("#b5303c")},
    "tuxedo": {**_SUIT, "collar": "bow", "top": rgb("#24242c"), "bottom": rgb("#24242c"), "accent": _BLACK},
    "spy": {**_SUIT, "top": rgb("#24242c"), "bottom": rgb("#24242c"), "accent": _BLACK, "glasses": "dark", "mood": "stern"},
    "waiter": {"garment": "suit", "collar": "bow", "second": _WHITE, "sleeves": _WHITE, "top": rgb("#26262e"), "bottom": rgb("#26262e"), "accent": _BLACK},
    "barista": {"garment": "apron", "collar": "shirt", "second": rgb("#4a6a52"), "top": rgb("#e8e2d6"), "sleeve": "short"},
    "merchant": {"garment": "apron", "collar": "shirt", "second": rgb("#c8a064"), "hat": "turban", "hat_hue": rgb("#c8503c"), "top": rgb("#3f7a8c"), "beard": "full", "mood": "happy", "girth": 1.15},
    "smith": {"garment": "apron", "sleeve": "short", "second": rgb("#6a4226"), "top": rgb("#8a8278"), "beard": "full", "girth": 1.2, "boots": True},
    "artist": {"garment": "apron", "collar": "shirt", "hat": "beret", "hat_hue": rgb("#8a2c34"), "second": rgb("#d8cdb8"), "top": rgb("#3a5a7c")},
    "athlete": {"garment": "shirt", "sleeve": "none", "legs": "shorts", "feet": "sneakers", "shoes": rgb("#e8503c"), "socks": _WHITE, "collar": "crew", "hat": "band", "hat_hue": _WHITE},
    "footballer": {"garment": "tunic", "sleeve": "short", "legs": "shorts", "bottom": _WHITE, "socks": rgb("#c8343c"), "top": rgb("#c8343c"), "collar": "crew", "pattern": "stripes", "second": _WHITE, "shoes": _BLACK},
    "boxer": {"garment": "leotard", "sleeve": "none", "legs": "shorts", "bottom": rgb("#c8343c"), "gloves": rgb("#c8302c"), "boots": True, "shoes": _WHITE, "girth": 1.12, "mood": "stern"},
    "swimmer": {"garment": "leotard", "sleeve": "none", "legs": "bare", "collar": "scoop", "hair_style": "crop"},
    "yogi": {"garment": "shirt", "sleeve": "none", "legs": "trousers", "collar": "scoop", "hair_style": "bun", "mood": "calm"},
    "dancer": {"garment": "dress", "sleeve": "none", "collar": "scoop", "legs": "bare", "hair_style": "wavy", "top": rgb("#c8303c"), "heels": True, "trim": rgb("#f0c050"), "mood": "happy"},
    "flamenco": {"garment": "gown", "sleeve": "short", "collar": "scoop", "hat": "flowers", "hair_style": "bun", "top": rgb("#c8283c"), "pattern": "dots", "second": _WHITE, "trim": _BLACK, "heels": True},
    "geisha": {"garment": "kimono", "sleeve": "wide", "hair_style": "bun", "hair": rgb("#1c1a1e"), "hat": "flowers", "skin": rgb("#f8ece2"), "top": rgb("#c8405c"), "accent": rgb("#f0c860"), "belt": rgb("#f0c860"), "female": True},
    "conductor": {**_SUIT, "collar": "bow", "top": rgb("#24242c"), "bottom": rgb("#24242c"), "accent": _WHITE},
    "pianist": {**_SUIT, "collar": "bow", "top": rgb("#24242c"), "bottom": rgb("#24242c"), "accent": _BLACK},
    "judge": {"garment": "robe", "sleeve": "wide", "top": rgb("#26232a"), "accent": _WHITE, "hair_style": "curly", "hair": rgb("#ece8e2"), "mood": "stern"},
    "student": {"garment": "tunic", "collar": "shirt", "pack": True, "feet": "sneakers"},
    "photographer": {"garment": "jacket", "collar": "shirt", "hat": "cap", "hat_hue": rgb("#3a3a42")},
    "punk": {"garment": "jacket", "hair_style": "mohawk", "hair": rgb("#d83c8c"), "top": rgb("#26232a"), "boots": True, "collar": "shirt"},
    "racer": {"garment": "jacket", "hat": "helmet", "hat_hue": rgb("#c8302c"), "top": rgb("#c8302c"), "bottom": rgb("#c8302c"), "second": _WHITE, "boots": True},
    "skier": {"garment": "puffer", "hat": "beanie", "glasses": "dark", "boots": True, "gloves": _BLACK},
    "zombie": {"skin": rgb("#8aa878"), "hair_style": "tuft", "top": rgb("#6a6a5c"), "mood": "tired"},
    "vampire": {**_SUIT, "collar": "bow", "skin": rgb("#e8e0e4"), "cape": "long", "cape_hue": rgb("#6a1c28"), "top": rgb("#24202a"), "bottom": rgb("#24202a"), "hair": _BLACK, "hair_style": "parted", "accent": rgb("#8a1c28")},
    "elf": {"garment": "tunic", "hat": "santa", "hat_hue": rgb("#3f8a4a"), "top": rgb("#3f8a4a"), "bottom": rgb("#c8343c"), "legs": "tights", "belt": _BLACK},
    "vr": {"glasses": "dark"},
}  # fmt: skip

#: What a costume leaves of everyday clothes: nothing.
_BLANK: _Row = {
    "pattern": "",
    "belt": None,
    "legs": "trousers",
    "sleeve": "long",
    "feet": "shoes",
    "socks": None,
    "heels": False,
    "shoes": rgb("#3a2c28"),
    "collar": "",
    "second": None,
}
#: Hats that sit on hair; under all others it is flat.
_LIGHT = frozenset({"", "tiara", "flowers", "crown", "band", "headphones", "veil", "nurse", "party"})
_HIGH = frozenset({"curly", "afro", "mohawk", "bun", "quiff", "topknot", "tuft"})

#: Nouns and traits -> the costume.
_WEARS: dict[str, str] = {
    "sorcerer": "wizard", "mage": "wizard", "magician": "tuxedo", "sorceress": "witch", "cook": "chef", "professor": "scientist", "inventor": "scientist", "alchemist": "scientist",
    "archaeologist": "explorer", "adventurer": "explorer", "traveler": "hiker", "traveller": "hiker", "wanderer": "hiker", "climber": "hiker", "mountaineer": "hiker", "backpacker": "hiker", "nomad": "explorer",
    "investigator": "detective", "agent": "spy", "secret agent": "spy", "bodyguard": "spy", "cowgirl": "cowboy", "rancher": "cowboy", "policeman": "police", "policewoman": "police", "police officer": "police", "officer": "police", "cop": "police", "guard": "police",
    "fireman": "firefighter", "construction worker": "builder", "worker": "builder", "engineer": "builder", "carpenter": "smith", "blacksmith": "smith", "butcher": "smith", "potter": "artist", "sculptor": "artist", "painter": "artist",
    "businessman": "business", "businesswoman": "business", "businesspeople": "business", "business people": "business", "businessperson": "business", "lawyer": "business", "politician": "business", "president": "business", "ceo": "business", "boss": "business", "banker": "business", "news anchor": "business", "presenter": "business", "suit": "business", "lab coat": "scientist", "reporter": "business", "secretary": "business", "groomsman": "groom",
    "swordsman": "samurai", "ronin": "samurai", "assassin": "ninja", "robber": "thief", "burglar": "thief", "empress": "queen", "emperor": "king", "duchess": "queen",
    "vendor": "merchant", "shopkeeper": "merchant", "seller": "merchant", "trader": "merchant", "fishmonger": "merchant", "bartender": "barista", "waitress": "barista", "florist": "gardener", "shepherd": "farmer", "peasant": "farmer", "villager": "farmer",
    "yoga": "yogi", "lifting weights": "athlete", "runner": "athlete", "jogger": "athlete", "gymnast": "athlete", "basketball player": "athlete", "tennis player": "athlete", "player": "athlete", "soccer player": "footballer", "football player": "footballer", "goalkeeper": "footballer", "wrestler": "boxer", "fighter": "boxer", "surfer": "swimmer", "lifeguard": "swimmer", "diver": "swimmer", "freediver": "swimmer",
    "superheroine": "superhero", "hero": "superhero", "ballet dancer": "ballerina", "flamenco dancer": "flamenco", "tango dancer": "dancer", "violinist": "tuxedo", "cellist": "tuxedo", "saxophonist": "spy", "trumpeter": "tuxedo", "butler": "waiter",
    "snowboarder": "skier", "sheikh": "merchant", "rapper": "punk", "rocker": "punk", "santa claus": "santa", "father christmas": "santa", "cosmonaut": "astronaut", "crusader": "knight", "paladin": "knight", "warrior": "knight", "gladiator": "knight", "armor": "knight", "armored": "knight",
}  # fmt: skip
#: Traits of what is worn that are costumes by themselves.
_MEANT = frozenset(COSTUMES)
_CAPPED = {"hat": "fedora", "cap": "cap", "baseball cap": "cap", "beanie": "beanie", "top": "top", "top hat": "top", "straw": "straw", "straw hat": "straw", "sun": "sunhat", "sun hat": "sunhat", "cowboy": "cowboy", "cowboy hat": "cowboy", "fedora": "fedora", "beret": "beret", "bowler": "bowler", "turban": "turban", "headscarf": "headscarf", "hijab": "headscarf", "sombrero": "straw", "party": "party", "party hat": "party", "bonnet": "sunhat", "crown": "crown", "tiara": "tiara", "flower crown": "flowers", "laurel wreath": "flowers", "helmet": "helmet", "hard hat": "helmet", "chef": "chef", "wizard": "wizard", "witch": "witch", "hood": "hood", "hoodie": "hood", "headphones": "headphones"}  # fmt: skip
_MOODS = {"happy": "happy", "smiling": "happy", "laughing": "laugh", "sad": "sad", "crying": "cry", "angry": "angry", "scared": "scared", "surprised": "surprised", "tired": "tired"}  # fmt: skip
_HAIR_WORDS = {
    "long hair": "long", "curly": "curly", "curls": "curly", "afro": "afro", "bun": "bun", "ponytail": "tail", "braids": "braids", "braided": "braids", "braid": "braids",
    "bald": "bald", "mohawk": "mohawk", "bob": "bob", "wavy": "wavy", "short hair": "short",
}  # fmt: skip
_HUES = {"#d9b062": ("blonde", "blond"), "#b04a22": ("redhead", "ginger"), "#1f1a1c": ("brunette",)}
_BEARDS = {"moustache": "moustache", "mustache": "moustache", "goatee": "goatee", "stubble": "stubble", "long beard": "long", "beard": "full", "bearded": "full", "bearded man": "full"}  # fmt: skip
_PROPS = (
    "guitar",
    "ball",
    "lantern",
    "sword",
    "katana",
    "balloon",
    "violin",
    "staff",
    "book",
    "camera",
    "flower",
    "torch",
)
_TOPS = frozenset(
    {"dress", "coat", "raincoat", "jacket", "shirt", "sweater", "robe", "suit", "gown", "trench", "kimono"}
)
_OUTER = frozenset({"coat", "jacket", "leather jacket", "blazer", "cardigan", "raincoat"})
_LEGWEAR = frozenset({"trousers", "pants", "jeans", "shorts", "skirt"})
#: What a word of clothing makes of an outfit.
_GARMENTS: dict[str, _Row] = {
    "dress": {"garment": "dress", "legs": "bare", "collar": "scoop", "sleeve": "short"}, "gown": {"garment": "gown", "collar": "scoop", "sleeve": "none"},
    "evening gown": {"garment": "gown", "collar": "scoop", "sleeve": "none"}, "ball gown": {"garment": "gown", "collar": "scoop", "sleeve": "none"}, "wedding dress": {"garment": "gown", "top": _WHITE, "sleeve": "none", "collar": "scoop"},
    "sundress": {"garment": "dress", "legs": "bare", "sleeve": "none", "collar": "scoop"}, "skirt": {"garment": "skirt", "legs": "bare"}, "kimono": {"garment": "kimono", "sleeve": "wide"}, "sari": {"garment": "gown", "sleeve": "short", "sash": True},
    "coat": {"garment": "coat", "collar": "lapels", "pattern": "", "sleeve": "long", "top": rgb("#a5794e")}, "raincoat": {"garment": "coat", "collar": "shirt", "pattern": "", "sleeve": "long", "top": rgb("#e8b830")}, "trench": {"garment": "coat", "collar": "lapels", "pattern": "", "sleeve": "long", "top": rgb("#c2a673")}, "jacket": {"garment": "jacket", "collar": "shirt"}, "leather jacket": {"garment": "jacket", "collar": "shirt", "top": _BLACK},
    "parka": {"garment": "puffer", "collar": "fur"}, "puffer jacket": {"garment": "puffer"}, "sweater": {"garment": "tunic", "collar": "roll"}, "jumper": {"garment": "tunic", "collar": "roll"}, "cardigan": {"garment": "jacket", "collar": "crew"},
    "lab coat": {"garment": "coat", "top": _WHITE, "collar": "shirt"}, "suit": {**_SUIT}, "tuxedo": {**_SUIT, "collar": "bow", "top": rgb("#24242c"), "bottom": rgb("#24242c")}, "apron": {"garment": "apron"}, "overalls": {"garment": "overalls"}, "robe": {"garment": "robe", "sleeve": "wide"}, "robes": {"garment": "robe", "sleeve": "wide"},
    "t shirt": {"garment": "tunic", "sleeve": "short", "collar": "crew"}, "shorts": {"legs": "shorts"}, "tutu": {"garment": "tutu", "legs": "tights", "sleeve": "none", "collar": "scoop"}, "swimsuit": {"garment": "leotard", "sleeve": "none", "legs": "bare", "collar": "scoop"}, "hoodie": {"garment": "tunic", "collar": "roll"},
}  # fmt: skip


def costume(outfit: Outfit, subject: Subject, traits: set[str]) -> Outfit:
    """Put on what the role wears; a colour that the prompt names stays."""
    role = subject.rig if subject.rig in COSTUMES else ""
    if role in ("", "chef", "knight", "farmer", "doctor", "detective", "fisherman", "pirate"):
        finer = next((word for word in (subject.noun, *sorted(traits)) if word in _WEARS or word in _MEANT), "")
        meant = _WEARS.get(finer, finer)
        role = meant if meant and (role == "" or subject.noun == finer) else role
    if not role:
        return outfit
    row = dict(COSTUMES[role])
    if outfit.female:
        row.pop("beard", None)
        if role in ("business", "doctor", "scientist") and "hair_style" not in row and outfit.hair_style in ("braids",):
            row["hair_style"] = "bun"
        if role == "business":
            row["collar"] = "shirt"
            row["heels"] = True
    if outfit.age in ("child", "baby") or outfit.age == "old":
        row.pop("girth", None)
        row.pop("head", None)
    if outfit.age == "old":
        row.pop("hair", None)
    was = (outfit.top, row.get("bottom") == row.get("top"))
    worn = replace(outfit, **{**_BLANK, **row})  # type: ignore[arg-type]  # rows of fields, as data
    if subject.colour:
        worn = replace(worn, top=was[0], bottom=dim(was[0], 0.9) if was[1] else worn.bottom)
    if "cane" not in row and role not in ("monk",) and outfit.cane and outfit.age != "old":
        worn = replace(worn, cane=False)
    return worn


def worn(outfit: Outfit, traits: set[str]) -> Outfit:
    """What single words add: hats, glasses, hair, what is held."""
    coloured = {trait.partition(":")[0]: trait.partition(":")[2] for trait in traits if ":#" in trait}
    names = traits | set(coloured)
    for word in sorted(names & set(_GARMENTS)):
        if outfit.kind == "human" and not (word == "suit" and outfit.garment == "suit"):
            row = dict(_GARMENTS[word])
            if word in coloured or outfit.garment == row.get("garment"):
                row.pop("top", None)
            if word in coloured:
                row["pattern"] = ""  # what is said to be red is red
            outfit = replace(outfit, **row)  # type: ignore[arg-type]  # rows of fields, as data
    for word in ("hat", "helmet", *sorted(names)):
        if word in names and word in _CAPPED and (word not in ("hat", "crown", "helmet", "top") or not outfit.hat):
            outfit = replace(outfit, hat=_CAPPED[word]) if outfit.kind == "human" else outfit
    for word, hue in sorted(coloured.items()):
        if hue.startswith("#") and len(hue) == 7:
            field = "top" if word in _TOPS else "hair" if word == "hair" else "bottom" if word in _LEGWEAR else "shoes" if word in ("boots", "shoes") else "cape_hue" if word in ("cape", "cloak") else "hat_hue" if word in _CAPPED else "accent"  # fmt: skip
            outfit = replace(outfit, **{field: rgb(hue)})  # type: ignore[arg-type]  # a field of colour, by name
    if names & _OUTER and names & {"dress", "gown"} and outfit.kind == "human":
        # A jacket over a dress: of the dress the skirt is seen.
        over, under = (next((rgb(coloured[word]) for word in sorted(set(coloured) & kinds)), None) for kinds in (_OUTER, {"dress", "gown"}))  # fmt: skip
        outfit = replace(outfit, garment="skirt", legs="bare", sleeve="long", pattern="", top=over or (_BLACK if "leather jacket" in names else outfit.top), bottom=under or outfit.bottom)  # fmt: skip
    for word, style in _HAIR_WORDS.items():
        if word in names and outfit.kind == "human":
            outfit = replace(outfit, hair_style=style)
    for hair, words in _HUES.items():
        if names & set(words):
            outfit = replace(outfit, hair=rgb(hair))
    if not outfit.female or names & {"bearded lady"}:
        for word, beard in _BEARDS.items():
            if word in names and outfit.age not in ("baby", "child"):
                outfit = replace(outfit, beard=beard)
                break
    for prop in _PROPS:
        if prop in names:
            outfit = replace(outfit, prop=prop)
    piece = next((trait for trait in sorted(traits) if trait.startswith(PREFIX) and trait in pieces()), "")
    if piece and "umbrella" not in names:
        outfit = replace(outfit, prop=piece)
    mood = next((mood for word, mood in _MOODS.items() if word in names), outfit.mood)
    tall = {"tall": 1.08, "short": 0.92}.get(next((word for word in ("tall", "short") if word in names), ""), 1.0)
    girth = 1.42 if names & {"fat", "chubby", "plump", "stout", "portly", "burly"} else 1.14 if names & {"muscular", "strong"} else 0.9 if names & {"thin", "slim", "skinny", "slender"} else 1.0  # fmt: skip
    umbrella = outfit.umbrella or "umbrella" in names
    if "freckles" in names:
        outfit = replace(outfit, paint="freckles")
    if outfit.hat not in _LIGHT and outfit.hair_style in _HIGH:
        outfit = replace(
            outfit, hair_style="tail" if outfit.female and outfit.hat not in ("hood", "headscarf") else "short"
        )
    if outfit.hat in ("hood", "headscarf"):
        outfit = replace(outfit, hair_style="crop")
    return replace(
        outfit,
        mood=mood,
        leg=outfit.leg * (1.02 if tall > 1 else 1.0),
        girth=outfit.girth * girth,
        umbrella=umbrella,
        scarf=outfit.scarf or "scarf" in names,
        glasses="dark" if "sunglasses" in names else outfit.glasses or ("clear" if "glasses" in names else ""),
        cape=outfit.cape or ("long" if names & {"cape", "cloak"} else ""),
        pack=outfit.pack or bool(names & {"backpack", "rucksack"}),
        cane=outfit.cane and outfit.prop == "" and not umbrella,
        accent=outfit.accent if not umbrella or lightness(outfit.accent) > 0.2 else rgb("#d8343c"),
        pattern="dots" if "spotted" in names else "stripes" if "striped" in names else outfit.pattern,
        second=outfit.second or tint(outfit.top, 0.55),
    )
