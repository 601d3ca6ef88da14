"""Forms: prompts written as JSON, as fields or as a list, turned into the sentences that the grammar reads."""

from __future__ import annotations

import json
import re

#: How the value of a field is said, by the words that its name may be; "{}" is the value.
_SAID: tuple[tuple[str, str], ...] = (
    ("{}", "subject subjects character characters main who actor object objects description"),
    ("wearing {}", "wardrobe clothing clothes outfit attire costume"),
    ("in the {}.", "setting scene location place environment where background world context"),
    ("{} shot.", "shot framing size angle lens composition"),
    ("Camera: {}.", "camera move movement motion cinematography"),
    ("no {}.", "negative avoid exclude without"),
    ("Sound of {}.", "audio sound sounds sfx ambience ambient"),
    ("{} music.", "music soundtrack score"),
    ("{} style.", "style aesthetic look genre"),
)
_ACTION = frozenset(["action", "actions", "verb", "doing", "activity", "what"])
_SPOKEN = frozenset(["dialogue", "dialog", "line", "speech", "says", "voiceover"])
#: Fields whose value says itself what it is.
_OTHER = frozenset(["mood", "lighting", "light", "time", "weather", "palette", "colors", "colours"])
#: Settings of the clip, not of the picture.
_IGNORED = frozenset(
    ["duration", "seed", "fps", "resolution", "version", "ratio", "aspect", "format", "model", "quality", "id"]
)
#: "key: value" up to a semicolon, a bracket or the end of the line; a list's dash before it.
_FIELD = re.compile(r"(?:^|[\[;\n])[\s\-*•\d.)]*([A-Za-z][A-Za-z _]{1,24}?)\s*[:=]\s*([^\]\[;\n]+)")
_PAIR = re.compile(r'"([^"]{1,40})"\s*:\s*"([^"]*)"')
_FIELDS_MIN = 2
_ARTICLE = re.compile(r"^(?:(?:in|on|at|inside)\s+)?(?:(?:a|an|the)\s+)?", re.I)


def prose(prompt: str) -> str:
    """The prompt as sentences, if it is written as fields; else as it is."""
    fields = _json(prompt) or _fields(prompt)
    if len(fields) < _FIELDS_MIN:
        return prompt
    subjects: list[str] = []
    actions: list[str] = []
    rest: list[str] = []
    for name, value in fields:
        words = set(name.lower().replace("_", " ").split())
        value = value.strip().rstrip(".,")
        if words & _IGNORED or not value:
            continue
        if words & _ACTION:
            actions.append(value)
        elif words & _SPOKEN:
            rest.append(value + "." if '"' in value else f'"{value}"')
        else:
            form = next((form for form, names in _SAID if not words.isdisjoint(names.split())), "{}.")
            said = form.replace("{}", _ARTICLE.sub("", value) if " the " in form else value)
            if form.startswith("wearing") and subjects:
                subjects[-1] += f" {said}"
            else:
                (subjects if form == "{}" else rest).append(said)
    # Where comes right behind who and what, so that it is one sentence.
    places = [sentence for sentence in rest if sentence.startswith("in the ")]
    first = " ".join([" and ".join(subjects), ", ".join(actions), *places]).strip()
    return " ".join([first.rstrip(".") + ".", *(sentence for sentence in rest if sentence not in places)])


def _json(prompt: str) -> list[tuple[str, str]]:
    start, end = prompt.find("{"), prompt.rfind("}")
    if start < 0 or end < start:
        return []
    try:
        found = json.loads(prompt[start : end + 1])
    except (ValueError, RecursionError):
        return _PAIR.findall(prompt[start : end + 1])
    return list(_flat("", found)) if isinstance(found, dict) else []


def _flat(name: str, value: object) -> list[tuple[str, str]]:
    """Fields inside fields under their own names; those of a list under the list's."""
    if isinstance(value, dict):
        return [pair for key, held in value.items() for pair in _flat(str(key), held)]
    if isinstance(value, list):
        if all(isinstance(held, str) for held in value):
            return [(name, " and ".join(value))]
        return [pair for held in value for pair in _flat(name, held)]
    return [(name, str(value))] if value is not None and not isinstance(value, bool) else []


def _fields(prompt: str) -> list[tuple[str, str]]:
    """Fields, if most of the prompt is such; a line of dialogue with its speaker is not."""
    known = {word for _, names in _SAID for word in names.split()} | _ACTION | _SPOKEN | _IGNORED | _OTHER
    found = [
        (name, value) for name, value in _FIELD.findall(prompt) if set(name.lower().replace("_", " ").split()) & known
    ]
    return found if sum(len(name) + len(value) for name, value in found) > 0.6 * len(prompt) else []
