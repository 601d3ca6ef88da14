"""Activities: what people do that tells where they are, when no place is named."""

from __future__ import annotations

from .mentions import Reading

#: Less than a place that is named, more than one that only shows.
_WEIGHT = 0.7

#: Setting -> verbs, as in verbs.ACTION_WORDS.
_WORDS: dict[str, str] = {
    "bathroom": "brush teeth, brush his teeth, brush her teeth, brush their teeth, take a shower, take a bath, wash hair, wash hands, apply makeup, put on makeup, put on lipstick",
    "kitchen": "wash dishes, wash the dishes, do the dishes, bake, fry, whisk, knead, roast, chop, slice, peel, cut, cook",
    "room": "sweep the floor, sweep floor, mop the floor, mop floor, iron, iron clothes, do laundry, do the laundry, vacuum, play chess, play cards, play video games, play a video game, watch tv, watch television",
    "bedroom": "fold clothes, fold laundry, make the bed, wake up, fall asleep, wake",
    "gym": "do push ups, do pushups, do squats, do sit ups, lift weights, work out, arm wrestle, do pull ups, exercise",
    "train_station": "wait for the train, wait for a train, wait for his train, wait for her train, board the train",
    "street": "wait for the bus, wait for a bus",
    "sky": "skydive, parachute",
    "stadium": "play football, play soccer, play baseball, play rugby, play american football, score a goal, play basketball, high jump, long jump",
    "meadow": "play golf, fly a kite, hang glide",
    "lakeside": "go fishing, fish, fishing, angle",
    "workshop": "weld, repair, solder, hammer, forge, saw",
    "classroom": "give a lecture, teach a class",
    "stage_hall": "perform magic, do stand up, give a speech",
}  # fmt: skip
_PLACES = {" ".join(verb.split()): place for place, row in _WORDS.items() for verb in row.split(",")}


#: Where animals and toys are that do what people do at home; what they do elsewhere they may do anywhere.
_HOME = frozenset({"kitchen", "bathroom"})


def told(reading: Reading, verb: str, *, at_home: bool = False) -> None:
    """Note where somebody most likely is who does this; `at_home`: somebody who is no human."""
    place = _PLACES.get(verb)
    if place is not None and (not at_home or place in _HOME):
        reading.vote("place", place, 1.0 if at_home else _WEIGHT)
