"""Hearing: what happens in a prompt and is heard, and what it asks to hear that nothing here can sound like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from .noises import HEARD, MUSIC_WORDS, ONLY_HEARD, SOUND_WORDS
from .tokens import plain, tokens

#: Where sounds are told of, up to the end of the sentence; what is said aloud is no sound of these.
_TOLD = re.compile(
    r"\b(?:audio|sfx|sounds?|sound effects?|ambien(?:t (?:noise|sounds?)|ce))\s*:\s*([^.\n\"\u201c]+)", re.IGNORECASE
)
_PARTS = re.compile(r",|;|\band\b|\bwith\b|\bover\b|\bas\b|\bthen\b|\bmixed\b|\bbut\b")
#: How something is heard, or where from, is not what is heard.
_IDLE = frozenset(
    """
    a an the of in on at to from for by his her its their some no any faint faintly soft softly distant gentle gently loud loudly
    quiet quietly low subtle light heavy deep background ambient ambience ambiance atmosphere atmospheric noise noises sound sounds
    effect effects audio sfx music distance nearby far away natural realistic cinematic slow fast warm dark eerie tense dramatic calm
    peaceful immersive only dialogue dialog voice voiceover narration speech none silence clear crisp rhythmic steady constant
    """.split()  # noqa: SIM905
)


#: What somebody does, or what befalls a thing, and its sound.
_HAPPENING: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"(?<!no )(?<!without )\b(?:{words})\b", re.IGNORECASE), name)
    for words, name in (
        (r"shatters|shattering|smashes (?:a|the) (?:window|glass|bottle|vase|mirror)", "glass"),
        (r"chops|chopping|slices|slicing|dices (?:onions|vegetables|carrots)", "chopping"),
        (r"(?:strikes|hits|rings|bangs) (?:a|the) gong", "gong"),
        (r"cowbells?", "cowbells"),
        (r"takes? (?:a |some )?(?:pictures?|photos?|photographs?|selfies?)|photographs|snaps (?:a|some) (?:pictures?|photos?)|photographer|paparazzi", "shutter"),
        (r"hammers (?:a|the|hot|glowing) \w+|at (?:the|his|her|an) anvil|on (?:the|his|her|an) anvil", "anvil"),
        (r"(?:saws|sawing) (?:a |the |through )?\w+", "sawing"),
        (r"sword ?fights?|(?:swords|blades) (?:clash|meet|cross)|swordfighting|fencing duel|fencers", "swords"),
        (r"(?:with|holding|revs|starts) (?:a|his|her|the) chainsaw", "chainsaw"),
        (r"pours|pouring|is poured|being poured", "pouring"),
        (r"(?:writes|writing|signs|signing) (?:a|the|his|her|in) \w+", "writing"),
        (r"(?:bites|biting) into|takes a bite|(?:eats|eating) an? (?:apple|carrot|cracker)", "bite"),
        (r"(?:rings|ringing) (?:a|the) doorbell", "doorbell"),
        (r"explodes|exploding|blows up", "explosion"),
        (r"(?:fires|shoots|firing|shooting) (?:a|his|her|the|their) (?:gun|guns|pistol|rifle|revolver|shotgun|musket)|gunfight|shootout", "gunshot"),
        (r"(?:crashes|crashing|slams|smashes) (?:into|through)|collapses|topples over|comes crashing", "crash"),
        (r"(?:swings|swinging) (?:a|his|her|the) (?:sword|axe|bat|katana|club|staff)", "whoosh"),
        (r"flags? (?:waves?|waving|flutters?|fluttering|flaps?|flapping)|sails (?:billow|flap)\w*", "sails"),
        (r"screeches to a halt|skids|skidding|drifts around|does a burnout", "screech"),
        (r"(?:splashes|splashing|jumps|dives|plunges|cannonballs) (?:in|into|through) (?:a |the )?(?:\w+ )?(?:water|pool|lake|puddles?|pond|river|sea)", "splash"),
        (r"(?:slams|opens|closes) (?:a|the|his|her) (?:\w+ )?door", "door"),
        (r"(?:ship|boat|ferry|liner|steamer|freighter)(?:'s)?\b[^.]{0,40}\bhorn (?:sounds|sounding|blows|blowing|blares|blaring)", "foghorn"),
        (r"whistles? a (?:tune|song|melody)|whistling a", "whistling"),
    )
)  # fmt: skip
_QUOTED = re.compile(r"[\"\u201c][^\"\u201d]*[\"\u201d]")


def happening(prompt: str) -> list[str]:
    """The sounds of what happens in a prompt, in the order of the table; what is said aloud does not happen."""
    seen = _QUOTED.sub(" ", prompt)
    return [name for words, name in _HAPPENING if words.search(seen)]


@cache
def _heard() -> frozenset[str]:
    rows = (*SOUND_WORDS.values(), *MUSIC_WORDS.values())
    words = {" ".join(word.split()) for row in rows for word in row.split(",")}
    return frozenset(words | {*SOUND_WORDS, *ONLY_HEARD} | {name.replace("_", " ") for name in HEARD})


def _phrases(part: str) -> Iterator[str]:
    words = tokens(plain(part))
    for first in range(len(words)):
        for last in range(first + 1, min(len(words), first + 5) + 1):
            head = " ".join(token.text for token in words[first : last - 1])
            for form in words[last - 1].forms:
                yield f"{head} {form}".strip()


def unheard(prompt: str, understood: Iterable[str]) -> list[str]:
    """The things after "Audio:", "SFX:" and their like that no sound and no music stands for, as the prompt says them."""
    known, read, found = _heard(), {word.lower() for word in understood}, []
    for told in _TOLD.finditer(prompt):
        for part in _PARTS.split(told.group(1)):
            words = [word for word in re.findall(r"[\w\u2019'-]+", part) if word.lower() not in _IDLE]
            phrases = set(_phrases(part)) if words else set()
            # A mood of music, or somebody who speaks, has been understood in another way.
            if words and not phrases & known and not ("music" in part.lower() and phrases & read):
                found.append(" ".join(words)[:60])
    return list(dict.fromkeys(found))
