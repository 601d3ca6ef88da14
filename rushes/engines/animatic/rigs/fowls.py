"""Fowls: the measures and colours that make one drawing of a bird an eagle, a penguin or a toucan, and the nouns of each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fowl:
    """Lengths are shares of the body from breast to rump."""

    body: float  #: metres
    coat: str
    breast: str
    wing: str
    head_colour: str
    beak: str = "#f0a83c"
    legs: str = "#d9903c"
    deep: float = 0.50
    head: float = 0.25  #: radius
    neck: float = 0.10
    neck_forward: float = 0.32  #: how far the head is before the breast
    beak_long: float = 0.26
    beak_hooked: bool = False
    leg: float = 0.30
    wing_long: float = 1.15
    wing_wide: float = 0.42
    tail_long: float = 0.55
    upright: float = 24.0  #: degrees of the body when standing
    beat_frames: int = 12
    speed: float = 3.0  #: metres per second
    wing_tip: str | None = None
    owl: bool = False
    crest: bool = False
    flies: bool = True
    throat: str = ""  #: colour of the throat and breast's upper part
    bill: str = ""  #: colour of the end of a large bill
    face: str = ""  #: bare skin around the eye
    pouch: bool = False
    train: bool = False  #: a peacock's
    ruff: bool = False  #: a turkey's fan and wattles
    tuft: str = ""  #: colour of a dodo's curled tail
    flames: bool = False  #: a phoenix's tail and crest
    sickles: str = ""  #: colour of a cock's long tail feathers


FOWLS: dict[str, Fowl] = {
    "bird": Fowl(0.34, "#3f7fc4", "#f2b06a", "#2f5f9c", "#3f7fc4", beak="#4a4238", legs="#4a4238", beak_long=0.2, head=0.29),
    "eagle": Fowl(
        0.85, "#5a3c26", "#6a482e", "#4a3020", "#f4f0e8", legs="#e8b030", head=0.19, neck=0.06, beak_long=0.24, beak_hooked=True,
        wing_long=1.75, wing_wide=0.55, beat_frames=42, speed=5.0, wing_tip="#2c1c14", tail_long=0.5, upright=48, leg=0.22,
    ),
    "owl": Fowl(
        0.52, "#8a6a48", "#e0c8a0", "#6f5236", "#8a6a48", beak="#c8a050", legs="#c8a050", head=0.40, deep=0.66, neck=-0.02,
        neck_forward=0.10, beak_long=0.12, wing_long=1.3, wing_wide=0.56, beat_frames=18, upright=66, leg=0.16, owl=True, tail_long=0.36,
    ),
    "seagull": Fowl(
        0.52, "#f4f6f8", "#ffffff", "#aab4c0", "#ffffff", head=0.21, wing_long=1.7, wing_wide=0.34, beat_frames=22, speed=3.5,
        wing_tip="#2a2e36", tail_long=0.42, beak_long=0.28,
    ),
    "crow": Fowl(0.48, "#26262e", "#2e2e38", "#1e1e26", "#26262e", beak="#1a1a20", legs="#1a1a20", beak_long=0.32, wing_long=1.35, wing_tip="#14141a", beat_frames=15),
    "parrot": Fowl(
        0.44, "#d8343c", "#e8484c", "#2f6fc8", "#d8343c", beak="#2a2628", legs="#5a5458", beak_hooked=True, tail_long=1.15,
        head=0.27, upright=58, wing_tip="#f0c030", beat_frames=13, beak_long=0.2,
    ),
    "duck": Fowl(
        0.52, "#8a6c50", "#b89c7c", "#6f5a48", "#2c7a50", deep=0.52, head=0.20, neck=0.20, beak="#f0b030", beak_long=0.28, leg=0.18,
        upright=6, wing_long=1.2, beat_frames=11, speed=3.2, tail_long=0.34,
    ),
    "swan": Fowl(
        0.95, "#f7f7f9", "#ffffff", "#eceef2", "#ffffff", deep=0.48, head=0.12, neck=0.62, neck_forward=0.22, beak="#f08030", beak_long=0.2,
        leg=0.18, upright=4, wing_long=1.45, wing_wide=0.5, beat_frames=20, speed=4.0, tail_long=0.34, legs="#3a3638",
    ),
    "chicken": Fowl(
        0.50, "#f1ece2", "#fbf8f2", "#dcd2c2", "#f1ece2", deep=0.62, head=0.18, neck=0.26, neck_forward=0.12, beak_long=0.17, leg=0.34,
        upright=10, tail_long=0.42, crest=True, flies=False,
    ),
    "penguin": Fowl(
        0.68, "#2a3040", "#f7f7f5", "#2a3040", "#2a3040", deep=0.62, head=0.25, neck=0.02, neck_forward=0.05, beak_long=0.2, leg=0.13,
        wing_long=0.62, wing_wide=0.2, upright=84, tail_long=0.16, flies=False, legs="#f0a030",
    ),
    "hummingbird": Fowl(
        0.26, "#2f9a6a", "#f0efe6", "#3f7a8c", "#2f9a6a", beak="#26242a", legs="#4a4238", deep=0.44, head=0.27, beak_long=0.62, leg=0.12, wing_long=0.95,
        wing_wide=0.26, tail_long=0.40, upright=46, beat_frames=3, speed=2.4, throat="#c8285c",
    ),
    "robin": Fowl(0.32, "#7a6448", "#f4efe6", "#6a563e", "#7a6448", beak="#4a4238", legs="#6a4a38", beak_long=0.18, head=0.30, deep=0.56, throat="#e0662c"),
    "pigeon": Fowl(
        0.42, "#8d96a4", "#a4acb8", "#aab2be", "#6a7484", beak="#4a4648", legs="#d8607a", head=0.20, beak_long=0.17, deep=0.54, neck=0.12, upright=18,
        wing_long=1.25, wing_tip="#4c5464", beat_frames=11, throat="#5a8a78", tail_long=0.44,
    ),
    "goose": Fowl(
        0.72, "#a39a8c", "#dcd6ca", "#8c8274", "#a39a8c", deep=0.52, head=0.15, neck=0.46, neck_forward=0.18, beak="#f08c2c", beak_long=0.22, leg=0.24,
        upright=10, wing_long=1.35, beat_frames=16, speed=3.8, tail_long=0.30, legs="#f08c2c",
    ),
    "toucan": Fowl(
        0.46, "#22242c", "#26282f", "#1c1e26", "#22242c", beak="#f2a02c", bill="#1c1a1e", legs="#5a7a9c", head=0.26, beak_long=0.72, upright=56,
        tail_long=0.55, throat="#f6f2e4", face="#f2b03c", beat_frames=13,
    ),
    "ostrich": Fowl(
        0.95, "#2c2a2e", "#3a363a", "#26242a", "#d8b8a4", beak="#c8a07c", legs="#c8a494", deep=0.62, head=0.10, neck=0.92, neck_forward=0.16, beak_long=0.12,
        leg=1.15, upright=6, wing_tip="#f4f0ea", tail_long=0.34, flies=False,
    ),
    "heron": Fowl(
        0.62, "#8d9cac", "#eef0f2", "#6f7f92", "#f2f4f5", beak="#e8a03c", legs="#8a7a5c", deep=0.40, head=0.13, neck=0.70, neck_forward=0.22, beak_long=0.42,
        leg=0.95, upright=22, wing_long=1.5, wing_tip="#2c3440", beat_frames=22, tail_long=0.28,
    ),
    "pelican": Fowl(
        0.80, "#f4f1ea", "#fbf9f4", "#e6e2d8", "#f6f2e8", beak="#f0a84c", legs="#e8923c", deep=0.52, head=0.15, neck=0.36, neck_forward=0.20, beak_long=0.62,
        leg=0.24, upright=14, wing_long=1.6, wing_wide=0.5, wing_tip="#2c2e34", beat_frames=24, pouch=True, tail_long=0.28,
    ),
    "rooster": Fowl(
        0.54, "#b5562a", "#7a2f1c", "#8a3a20", "#d98a34", deep=0.64, head=0.17, neck=0.32, neck_forward=0.12, beak_long=0.16, leg=0.36, legs="#e0b040",
        upright=20, tail_long=0.42, crest=True, flies=False, wing_tip="#2c4a3c", throat="#e0a040", sickles="#1f5a4c",
    ),
    "peacock": Fowl(
        0.62, "#2456c0", "#2f6fd0", "#5a6a4c", "#2050b8", beak="#d8d2c4", legs="#8a8478", deep=0.52, head=0.145, neck=0.62, neck_forward=0.16, beak_long=0.14,
        leg=0.50, upright=20, tail_long=0.34, flies=False, wing_tip="#8a6a40", throat="#2a66d0", train=True, face="#f2f4f6",
    ),
    "turkey": Fowl(
        0.66, "#4a3626", "#6a4a30", "#5c4630", "#6c93b4", deep=0.74, head=0.125, neck=0.40, neck_forward=0.16, beak_long=0.13, beak="#e0c084", leg=0.34,
        legs="#c87a6a", upright=14, tail_long=0.40, wing_wide=0.5, wing_tip="#e0d2b4", flies=False, ruff=True,
    ),
    "dodo": Fowl(
        0.70, "#7f8a96", "#b4bcc2", "#6c7783", "#98a2ab", deep=0.92, head=0.25, neck=0.16, neck_forward=0.24, beak_long=0.42, beak_hooked=True, beak="#d6c08a",
        leg=0.24, legs="#e0b44c", upright=20, tail_long=0.16, wing_wide=0.30, wing_tip="#eef0f0", flies=False, face="#e0d6c0", tuft="#f2f2ee",
    ),
    "phoenix": Fowl(
        0.80, "#e2501c", "#f8b838", "#d8341a", "#f0702a", beak="#f8d060", legs="#f0b030", head=0.18, neck=0.22, beak_long=0.20, beak_hooked=True,
        wing_long=1.75, wing_wide=0.58, beat_frames=36, speed=4.0, wing_tip="#fbd14a", tail_long=0.6, upright=46, leg=0.28, throat="#fbc24a", flames=True,
    ),
    "flamingo": Fowl(
        0.62, "#f08aa0", "#f6a8b8", "#e86f8c", "#f08aa0", deep=0.44, head=0.13, neck=0.78, neck_forward=0.16, beak="#3a3034", beak_long=0.22,
        beak_hooked=True, leg=1.1, upright=8, wing_long=1.3, beat_frames=18, legs="#e8788c", tail_long=0.26,
    ),
}  # fmt: skip

#: Rig -> the nouns that it draws.
NOUNS: dict[str, tuple[str, ...]] = {
    "bird": ("bird", "sparrow", "bluebird", "swallow", "finch", "songbird", "canary", "kingfisher"),
    "hummingbird": ("hummingbird",),
    "robin": ("robin", "robin redbreast"),
    "pigeon": ("pigeon", "dove", "wood pigeon"),
    "goose": ("goose", "gosling", "canada goose"),
    "toucan": ("toucan", "hornbill"),
    "ostrich": ("ostrich", "emu", "rhea"),
    "heron": ("heron", "crane", "stork", "egret", "crane bird", "ibis"),
    "pelican": ("pelican",),
    "eagle": ("eagle", "hawk", "falcon", "condor", "vulture", "bald eagle", "griffin"),
    "owl": ("owl", "barn owl"),
    "seagull": ("seagull", "gull", "albatross", "tern"),
    "crow": ("crow", "raven", "blackbird", "magpie"),
    "parrot": ("parrot", "macaw", "cockatoo", "parakeet"),
    "duck": ("duck", "duckling", "mallard"),
    "swan": ("swan",),
    "chicken": ("chicken", "hen", "chick"),
    "penguin": ("penguin", "puffin"),
    "rooster": ("rooster", "cockerel"),
    "peacock": ("peacock", "peafowl", "white peacock"),
    "turkey": ("turkey", "turkey cock", "wild turkey"),
    "dodo": ("dodo", "dodo bird"),
    "phoenix": ("phoenix", "firebird"),
    "flamingo": ("flamingo",),
}  # fmt: skip
