"""Far places: what is seen of a place that is named and is not where we are: the cabin by the lake, the castle beyond."""

from __future__ import annotations

from rushes.engines.animatic import scenery

from . import casting, places
from .mentions import Figure, Reading

#: Setting -> the scenery by which it is seen from another.
_SEEN_AS: dict[str, str] = {
    "forest": "trees", "pine_forest": "trees", "mountains": "mountains", "sea": "sea", "beach": "sea", "cliff_coast": "sea", "harbour": "sea",
    "river": "river", "lakeside": "lake", "city": "skyline", "desert": "dunes", "canyon": "cliff", "village": "houses", "graveyard": "graves",
}  # fmt: skip
#: Houses that stand for a place: setting -> the noun of one, and how many of them are seen.
_HOUSES: dict[str, tuple[str, int]] = {
    "cabin": ("cabin", 1), "farm": ("barn", 1), "village": ("house", 3), "winter_town": ("house", 3), "suburb": ("house", 3),
    "castle": ("castle", 1), "mansion": ("mansion", 1),
}  # fmt: skip
#: Words of such a place that say that it is one house, or the ground around it.
_ONE = frozenset({"cottage", "house", "home", "hut", "church", "monastery", "mill", "windmill", "farmhouse", "barn"})
_GROUND = frozenset({"village path", "field", "fields", "farmland", "courtyard", "clearing"})
#: Of a town, another part is not far away: the street of a city shows it.
_TOWNS = frozenset({"city", "street", "market", "old_town_alley", "cyberpunk_city", "suburb", "rooftop", "park", "playground", "shop", "harbour", "paris"})  # fmt: skip
#: From which weight on a place was said to be in sight, and not only hinted at.
_IN_SIGHT = 0.7
#: Wild places of one kind: another word for the same.
_ALIKE = (
    frozenset({"forest", "pine_forest", "jungle", "bamboo_forest", "enchanted_forest", "swamp"}),
    frozenset({"sea", "beach", "harbour", "cliff_coast", "underwater"}),
    frozenset({"river", "lakeside", "harbour", "swamp", "japanese_garden"}),
    frozenset({"mountains", "canyon", "volcano", "highway"}),
    frozenset({"village", "winter_town", "suburb", "farm", "market", "old_town_alley"}),
    frozenset({"desert", "canyon", "pyramids", "savanna"}),
)


def show(reading: Reading, setting: str, weather: str) -> None:
    """Put the houses of places that are only in sight into the picture, and list what else of them nothing draws."""
    if setting in places.INDOORS or setting in ("space", "sky", "underwater", "planet", "backdrop", "abstract"):
        return
    for vote in reading.votes.get("place", ()):
        if not vote.phrase or vote.value == setting or vote.value in places.INDOORS or _are_alike(vote.value, setting):
            continue
        noun, count = _HOUSES.get(vote.value, ("", 0))
        seen = _SEEN_AS.get(vote.value, "")
        named = {word for figure in reading.figures for word in (figure.noun, *figure.traits)}
        if noun and vote.phrase not in _GROUND:
            _build(reading, vote.phrase, noun, count, setting, named)
        elif seen and vote.weight >= _IN_SIGHT and not scenery.draws(seen, setting, weather):
            told = {*named, *reading.not_drawn, *(name.replace("_", " ") for name in reading.features)}
            reading.not_drawn += [] if {vote.phrase, seen} & told else [vote.phrase]


def _build(reading: Reading, phrase: str, noun: str, count: int, setting: str, named: set[str]) -> None:
    own = casting.found(phrase)
    if own is None and phrase.split()[-1] in _ONE:
        count, own = 1, casting.drawing(phrase.split()[-1])
    rig = own or casting.drawing(noun)
    shown = scenery.shows(noun, setting) or "houses" in scenery.of_setting(setting)
    if rig is None or shown or {phrase, noun, phrase.rstrip("s")} & named:
        return
    lead = not any(figure.role == "subject" for figure in reading.figures)
    role = "subject" if lead else "landmark"
    reading.figures.append(
        Figure(phrase, rig, role, 0, 0, count=count, plural=count > 1, traits=[phrase], layer=None if lead else "back")
    )


def _are_alike(one: str, other: str) -> bool:
    return {one, other} <= _TOWNS or any({one, other} <= kind for kind in _ALIKE)
