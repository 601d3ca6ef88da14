"""Views: from which side people are seen, when the prompt or the shot asks for another than theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rushes.engines.animatic.plan import Camera, Line, Subject

from .mentions import PERSON_RIGS

_FRONT = re.compile(
    r"\b(portrait|selfie|headshot|mugshot|passport photo|vlog|vlogger|looks? (straight |directly )?(in)?to (the )?(camera|lens)"
    r"|looks? (straight |directly )?at (us|the (camera|viewer|lens))|addresses? the (camera|audience|viewer)|news anchor|presenter)\b",
    re.IGNORECASE,
)
_PORTRAIT = re.compile(r"\b(portrait of (an? |the |my )?(?!landscape)|headshot|selfie)", re.IGNORECASE)
_AWAY = re.compile(
    r"\b((from|seen from) behind|back view|rear view|viewed from behind|(his|her|their) backs? (turned|to)|back to (us|the camera))\b",
    re.IGNORECASE,
)
#: What one turns to with the back to us, as those in paintings do who stand before a wide land.
_PROSPECT = re.compile(
    r"\b(watch|watches|watching|gaz(e|es|ing)|look(s|ing)? (out )?(at|over|across|up at|toward|towards)|admir(e|es|ing)|star(e|es|ing) (at|out)|overlook(s|ing)?)"
    r"\b[^.,;]{0,28}\b(sunset|sunrise|horizon|fireworks|aurora|northern lights|stars|starry sky|milky way|ocean|sea|skyline|city lights|valley|landscape|mountains|canyon|view|eclipse)\b",
    re.IGNORECASE,
)
_SAID = frozenset({"facing front", "facing away", "in profile"})
_IDLE = frozenset({"stand", "look", "talk"})


def is_portrait(prompt: str) -> bool:
    """Does the prompt ask for a likeness, which is taken from near?"""
    return _PORTRAIT.search(prompt) is not None


def turned(prompt: str, subjects: Sequence[Subject], camera: Camera, lines: Sequence[Line]) -> tuple[Subject, ...]:
    """The subjects, people among them turned to us or away where that shows more of what is said."""
    people = [n for n, subject in enumerate(subjects) if subject.rig in PERSON_RIGS or subject.rig == "robot"]
    heads = sum(subjects[n].count for n in people)
    found = list(subjects)
    talk = any(subjects[n].action == "talk" for n in people)
    opposed = len({subjects[n].facing for n in people}) == 2 or any(subjects[n].count == 2 for n in people)
    for number in people:
        subject = subjects[number]
        if _SAID & set(subject.traits):
            continue
        view = _view(prompt, subject, camera, heads, speaks=any(line.speaker == number for line in lines))
        if not view and heads == 2 and talk and opposed and subject.action in _IDLE:
            # Two who talk look at each other, not at us.
            view = "in profile"
        if view:
            found[number] = replace(subject, traits=(*subject.traits, view))
    return tuple(found)


def _view(prompt: str, subject: Subject, camera: Camera, heads: int, *, speaks: bool) -> str:
    if _AWAY.search(prompt):
        return "facing away"
    if _FRONT.search(prompt) and subject.action in _IDLE:
        return "facing front"
    near = camera.size in ("close", "extreme_close")
    if subject.action == "look" and not near and _PROSPECT.search(prompt):
        return "facing away"
    if subject.action in _IDLE and heads == 1 and (near or (speaks and camera.size == "medium")):
        return "facing front"
    return ""
