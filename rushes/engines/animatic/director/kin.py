"""Kin: words for several at once, for family, for voices, and what pronouns mean."""

from __future__ import annotations

#: Words for several at once -> who they are.
GROUPS: dict[str, tuple[tuple[str, str, int], ...]] = {
    "couple": (("man", "man", 1), ("woman", "woman", 1)),
    "lover": (("man", "man", 1), ("woman", "woman", 1)),
    "parent": (("man", "man", 1), ("woman", "woman", 1)),
    "family": (("man", "man", 1), ("woman", "woman", 1), ("child", "child", 1)),
    "twin": (("child", "child", 2),),
    "crowd": (("person", "human", 8),),
    "camel caravan": (("camel", "horse", 4),),
    "band": (("musician", "human", 4),),
    "orchestra": (("musician", "human", 8),),
    "marching band": (("trumpeter", "human", 4),),
    "brass band": (("trumpeter", "human", 4),),
    "string quartet": (("violinist", "human", 4),),
    "quartet": (("musician", "human", 4),),
    "string trio": (("violinist", "human", 3),),
    "jazz trio": (("musician", "human", 3),),
    "team": (("player", "human", 4),),
}
PRONOUNS: dict[str, tuple[str, ...]] = {
    "he": ("man", "human", "child", "knight", "astronaut"), "she": ("woman", "human", "child", "astronaut", "knight"),
}  # fmt: skip
PRONOUNS |= {"him": PRONOUNS["he"], "himself": PRONOUNS["he"], "her": PRONOUNS["she"], "herself": PRONOUNS["she"]}


#: Voices of which nothing is seen.
VOICES_OFF = frozenset({"narrator", "voiceover", "announcer"})
FAMILY = frozenset(
    {
        "mother",
        "father",
        "mom",
        "mum",
        "dad",
        "parent",
        "mate",
        "sister",
        "brother",
        "friend",
        "baby",
        "child",
        "kid",
        "cub",
        "pup",
        "calf",
        "young",
    }
)


#: Behind an animal these are people: "a dog walker".
KEEPERS = frozenset(
    ["lady", "woman", "man", "owner", "rider", "walker", "watcher", "trainer", "breeder", "lover", "keeper", "whisperer", "girl", "boy", "person", "farmer", "herder",
     "handler", "catcher", "hunter", "tamer", "groomer", "vet", "veterinarian", "thief", "fan", "people", "child", "kid", "baby", "engineer", "inventor", "scientist", "shepherd", "jockey",
     "skier", "surfer", "figure", "designer", "builder", "maker", "racer", "diver", "fisherman", "costume"]
)  # fmt: skip
YOUNG = frozenset({"baby", "child", "kid", "cub", "pup", "calf", "young"})
