"""People, and those built like them: who they are, from where they are seen, and what they do."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs import bearing
from rushes.engines.animatic.rigs import gait as gaits
from rushes.engines.animatic.rigs.body import draw_person, reach_of
from rushes.engines.animatic.rigs.chores import CHORES
from rushes.engines.animatic.rigs.crew import Member, holding
from rushes.engines.animatic.rigs.encounters import clasp_of
from rushes.engines.animatic.rigs.figure import Drift, Figure, Glow, Moment
from rushes.engines.animatic.rigs.gait import Gait
from rushes.engines.animatic.rigs.garments import shoulder_width
from rushes.engines.animatic.rigs.gestures import GESTURES, Gesture, clasping
from rushes.engines.animatic.rigs.hue import dim, rgb, tint
from rushes.engines.animatic.rigs.loads import LOADS, loads_of, rolled
from rushes.engines.animatic.rigs.music import MUSIC, PLAYED
from rushes.engines.animatic.rigs.outfit import Outfit
from rushes.engines.animatic.rigs.pastimes import PASTIMES
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.stance import Stance, View, arm_of, frame_of
from rushes.engines.animatic.rigs.surroundings import wind_of
from rushes.engines.animatic.rigs.wardrobe import dressed

ACTIONS = frozenset(
    {
        "stand",
        "sit",
        "lie",
        "walk",
        "run",
        "dance",
        "talk",
        "look",
        "play",
        "jump",
        "sleep",
        "eat",
        "float",
        "hover",
        "fly",
        "swim",
    }
)
#: Metres per second of those who are not on their feet.
_PACES = {"fly": 3.0, "swim": 0.9}
_AT_KEYS = frozenset({"playing piano", "piano", "pianist"})
#: From where people are seen who do not look at us: nearly from the side while they go somewhere.
_TURNED = {
    "walk": 22.0,
    "trot": 22.0,
    "run": 16.0,
    "fly": 6.0,
    "swim": 6.0,
    "dance": 52.0,
    "jump": 40.0,
    "sit": 36.0,
    "eat": 36.0,
}
_STANDING = 42.0
#: A gesture whose loop has so many poses is not quick.
LEISURE = 48
_Acting = Callable[[float], Stance]
ALL = {**GESTURES, **PASTIMES, **CHORES}


def make(subject: Subject, seed: int) -> Figure:
    action, outfit = subject.action, dressed(subject, seed)
    gesture = gesture_of(subject, outfit)
    if gesture is not None and gesture.both:
        outfit = replace(outfit, tool=gesture.tool, prop="", cane=False, umbrella=False)
    elif "duelling" in subject.traits:
        outfit = replace(outfit, prop="sword")
    elif action == "play" and gesture is None and not outfit.prop and subject.rig in ("girl", "boy"):
        outfit = replace(outfit, prop="ball")
    if _AT_KEYS & set(subject.traits) and action in ("play", "sit", "stand"):
        action, gesture = "keys", None
    hand = clasp_of(subject.traits)
    if gesture is not None and hand is not None and gesture in (ALL["holding hands"], ALL["hugging"]):
        place, aside, up = hand
        gesture = replace(gesture, act=lambda base, own, phase: clasping(base, own, phase, place, aside, up))
    if gesture is not None and gesture.seat != "ground" and action == "sit" and "on the ground" in subject.traits:
        hands, floor = gesture.act, ALL["on the ground"].act
        gesture = replace(
            gesture, act=lambda base, own, phase: hands(floor(base, own, phase), own, phase), seat="ground"
        )
    gait = _gait(outfit, action) if gesture is None or gesture.strides else None
    stances, poses, rate = _acting(outfit, action, gait)
    if gesture is not None:
        stances, poses, rate = _gesturing(outfit, action, gesture, gait, stances, poses)
    view = _view(subject, gesture, action)
    wind = wind_of(subject.traits)
    if wind and action not in ("sleep", "lie", "fly", "swim", "float", "hover"):
        still, seconds = stances, poses / rate
        stances = lambda phase: bearing.blown(still(phase), wind, phase, seconds)  # noqa: E731

    seat = "throne" if subject.rig in ("king", "queen") else "bench" if "bench" in subject.traits else "chair"
    lies = action in ("sleep", "lie")
    if lies:
        garment = "dress" if outfit.garment == "tutu" else outfit.garment
        outfit = replace(outfit, garment=garment, cape="", pack=False, prop="", back="", cane=False, umbrella=False)
    loads = loads_of(subject)[:1]
    metres = gait.speed(outfit.leg * outfit.tall) * gait.frames / 24 if gait is not None else 0.0

    def paint(pen: Pen, moment: Moment) -> None:
        pose = stances(moment.phase)
        for load in loads:
            pose = _push(pen, outfit, pose, view, load, moment, metres)
        with pen.turned(0, 0, 0, outfit.tall):
            if lies:
                _lay(pen, outfit, pose, moment, covered="bed" in subject.traits)
                return
            if pose.seated and (gesture is None or gesture.seat != "ground"):
                _seat(pen, outfit, pose, view, seat)
            draw_person(pen, outfit, pose, moment, view)

    across = abs(math.cos(math.radians(view.yaw)))
    pace = gait.speed(outfit.leg * outfit.tall) if gait is not None else _PACES.get(action, 0.0) * subject.scale
    return Figure(
        paint=paint,
        reach=_reach(outfit, loads)
        if not lies
        else (-0.72 * outfit.tall, -0.75 * outfit.tall, 0.72 * outfit.tall, 0.22 * outfit.tall),
        poses=poses,
        poses_per_second=rate,
        # Who comes towards us or goes away is followed by the camera.
        speed=pace * across if across > 0.5 else 0.0,
        lift=0.9 * subject.scale if action in ("float", "hover", "fly", "swim") else 0.0,
        touches=gait.touches if gait is not None else (0.70,) if action == "jump" else (),
        talks=True,
        blinks=action != "sleep",
        faced=not loads and outfit.kind in ("human", "astronaut"),
        drift=_drift(action, outfit.tall, seed),
        glows=_glows(outfit, stances, view),
    )


def gesture_of(subject: Subject, outfit: Outfit) -> Gesture | None:
    """What the subject's traits say of the hands; those who run, ride or fly have no hand for it."""
    traits = (*subject.traits, subject.noun)
    if subject.action in ("play", "sit", "stand", "look", "talk", "dance"):
        played = next((PLAYED[trait] for trait in traits if trait in PLAYED), "")
        if played and (subject.action == "play" or "playing" in " ".join(traits)):
            return MUSIC[played]
    named = next((trait for trait in traits if trait in ALL), "")
    if named == "reading" and {"newspaper", "magazine", "map"} & set(traits):
        named = "reading news"
    gesture = ALL.get(named)
    if gesture is None:
        heroic = subject.rig == "superhero" and subject.action == "stand"
        return ALL["posing"] if heroic else ALL["laughing"] if outfit.mood == "laugh" and subject.action in ("talk", "stand") else None  # fmt: skip
    if subject.action in ("run", "fly", "swim", "float", "hover", "jump", "sleep") or (subject.action in ("walk", "trot") and not gesture.strides):  # fmt: skip
        return None
    return gesture


def _gesturing(
    outfit: Outfit, action: str, gesture: Gesture, gait: Gait | None, stances: _Acting, poses: int
) -> tuple[_Acting, int, float]:
    """The gesture on a stance at rest, or on the way."""
    if gait is not None:
        return (lambda phase: gesture.act(stances(phase), outfit, phase)), poses, 24.0
    if gesture.seat == "stool" or (action in ("sit", "eat") and gesture.seat != "ground"):
        return (lambda phase: gesture.act(bearing.sitting(outfit, phase), outfit, phase)), *_paced(gesture)
    return (lambda phase: gesture.act(bearing.standing(outfit, phase), outfit, phase)), *_paced(gesture)


def _paced(gesture: Gesture) -> tuple[int, float]:
    """Poses, and how many a second. What is done at leisure is drawn on twos, as films are that are drawn by hand: half
    the poses; only what is quick has one for each frame."""
    return (gesture.poses // 2, 12.0) if gesture.poses >= LEISURE else (gesture.poses, 24.0)


def _view(subject: Subject, gesture: Gesture | None, action: str) -> View:
    if "facing front" in subject.traits:
        return View(82.0)
    if "facing away" in subject.traits:
        return View(-82.0)
    if "in profile" in subject.traits:
        return View(20.0)
    if gesture is not None and gesture.yaw is not None and not (gesture.strides and action in ("walk", "trot")):
        return View(gesture.yaw)
    return View(_TURNED.get(action, _STANDING))


def _glows(outfit: Outfit, stances: _Acting, view: View) -> tuple[Glow, ...]:
    """The light of a torch or a lantern in the hand."""
    if outfit.prop not in ("torch", "lantern") or outfit.tool:
        return ()
    pose = stances(0.0)
    x, y = view.point(arm_of(pose, frame_of(pose, outfit.torso), -1, shoulder_width(outfit)).end)
    up = -0.22 if outfit.prop == "torch" else 0.10
    return (Glow(x * outfit.tall, (y + up) * outfit.tall, 1.5, (1.0, 0.66, 0.28), lambda t: 0.86 + 0.10 * math.sin(9.1 * t) * math.sin(5.3 * t)),)  # fmt: skip


def _push(pen: Pen, outfit: Outfit, pose: Stance, view: View, load: Member, moment: Moment, metres: float) -> Stance:
    """Draw what is pushed before the person; return the stance with both hands on its handle."""
    row, tall = LOADS[load.subject.rig], outfit.tall
    pulled = "pulled" in load.subject.traits
    # Before the body at arm's length, or behind it on a rope.
    hand = (-0.20, -0.46) if pulled else (0.24, row.handle[1] * load.subject.scale / tall)
    across = -0.55 * tall - row.hitch[0] if pulled else 0.24 * tall - row.handle[0] * load.subject.scale
    if load.figure is not None:
        with pen.turned(across, 0.0):
            load.figure.paint(pen, rolled(moment, load, metres))
    if pulled:
        with pen.part(puff=0.9, shade=0.2):
            pen.line([(hand[0] * tall, hand[1] * tall), (across + row.hitch[0], row.hitch[1])], 0.03, rgb("#5a3a24"))
    lean = pose.lean + 5.0
    near, far = (holding(outfit.torso, pose.hip, lean, hand, side, view) for side in (1, -1))
    return replace(pose, lean=lean, near_arm=near, far_arm=pose.far_arm if pulled else far)


def _reach(outfit: Outfit, loads: tuple[Member, ...]) -> tuple[float, float, float, float]:
    left, top, right, bottom = reach_of(outfit)
    for load in loads:
        own = load.figure.reach if load.figure else (0.0, 0.0, 0.0, 0.0)
        row = LOADS[load.subject.rig]
        right = max(right, own[2] + 0.24 * outfit.tall - row.handle[0] * load.subject.scale)
        left = min(left, own[0] - 0.55 * outfit.tall - row.hitch[0]) if "pulled" in load.subject.traits else left
        top = min(top, own[1])
    return (left, top, right, bottom)


def _gait(outfit: Outfit, action: str) -> Gait | None:
    if action in ("walk", "trot"):
        slow = 1.25 if outfit.stoop or outfit.kind in ("astronaut", "robot") else (0.85 if outfit.tall < 1.35 else 1.0)
        sweep = 0.46 if outfit.stoop else 0.58
        return replace(gaits.STROLL, frames=round(gaits.STROLL.frames * slow), sweep=sweep)
    if action == "run":
        return gaits.JOG
    return None


def _drift(action: str, tall: float, seed: int) -> Callable[[float], Drift] | None:
    start = (seed % 5) / 5
    if action == "jump":

        def jumping(t: float) -> Drift:
            u = (t / 0.9) % 1
            rise = min(1.0, u / 0.7)
            return Drift(0.0, -0.30 * tall * 4 * rise * (1 - rise))

        return jumping
    if action in ("float", "hover", "fly", "swim"):
        return lambda t: Drift(0.06 * tall * math.sin(0.5 * t + start), 0.07 * tall * math.sin(0.9 * t + start * 6))
    return None


def _acting(outfit: Outfit, action: str, gait: Gait | None) -> tuple[_Acting, int, float]:
    """How the phase becomes a stance; poses in the loop, and their rate."""
    if gait is not None:
        return (lambda phase: bearing.going(outfit, gait, phase)), gait.frames, 24.0
    if action == "dance":
        return (lambda phase: bearing.dancing(outfit, phase)), 44, 24.0
    if action == "jump":
        return (lambda phase: bearing.jumping(outfit, phase)), 22, 24.4444
    if action == "play":
        return (lambda phase: bearing.playing(outfit, phase)), 36, 24.0
    if action == "keys":
        return (lambda phase: bearing.at_keys(outfit, phase)), 48, 24.0
    if action in ("sleep", "lie"):
        return (lambda phase: bearing.lying(outfit, phase, action == "sleep")), 48, 12.0
    if action in ("sit", "eat"):
        return (lambda phase: bearing.sitting(outfit, phase, action)), 48, 12.0
    if action in ("fly", "swim"):
        return (lambda phase: bearing.soaring(outfit, phase, action == "swim")), 36, 24.0
    if action in ("float", "hover"):
        return (lambda phase: bearing.floating(outfit, phase)), 60, 12.0
    lively = {"talk": 1.0, "look": 0.2}.get(action, 0.0)
    return (lambda phase: bearing.standing(outfit, phase, lively, 9.0 if action == "look" else 3.0)), 48, 12.0


def _lay(pen: Pen, outfit: Outfit, pose: Stance, moment: Moment, *, covered: bool) -> None:
    """On the back, the head to the left; in a bed with pillow and blanket."""
    mattress = 0.235 if covered else 0.0
    pen.canvas.translate(0.5, -mattress - 0.085 * outfit.girth)
    if covered:
        wood = rgb("#8a5a34")
        with pen.part(puff=0.4, shade=0.0):
            pen.box(
                -1.17,
                -0.22,
                -1.10,
                0.085 + mattress,
                pen.ramp((0, -0.2), (0, 0.3), [tint(wood, 0.1), dim(wood, 0.8)]),
                round=0.02,
            )
            pen.box(0.10, -0.06, 0.16, 0.085 + mattress, dim(wood, 0.9), round=0.02)
            pen.box(-1.13, 0.165, 0.13, 0.225, wood, round=0.01)
        with pen.part(puff=0.5, shade=0.2):
            pen.box(-1.11, 0.072, 0.11, 0.18, rgb("#ece6da"), round=0.03)
        with pen.part(puff=0.7, shade=0.2):
            pen.blob([(-1.09, 0.06), (-1.04, -0.05), (-0.84, -0.06), (-0.74, 0.05), (-0.80, 0.09), (-1.05, 0.09)], rgb("#f8f5f0"))  # fmt: skip
    with pen.turned(0.0, 0.0, -90.0):
        draw_person(pen, outfit, pose, moment, View(28.0))
    if covered:
        rise = 0.008 * math.sin(2 * math.pi * moment.phase)
        with pen.part(puff=0.7, shade=0.3):
            pen.blob([(-0.70, -0.095 - rise), (-0.45, -0.125 - rise), (-0.10, -0.10), (0.04, -0.13), (0.09, -0.02), (0.08, 0.085), (-0.72, 0.085)], pen.ramp((0, -0.12), (0, 0.09), [tint(outfit.accent, 0.12), dim(outfit.accent, 0.85)]), tight=0.7)  # fmt: skip
            pen.tube(
                [(-0.70, -0.085 - rise), (-0.715, 0.0), (-0.71, 0.075)], [0.05, 0.055, 0.05], tint(outfit.accent, 0.5)
            )


def _seat(pen: Pen, outfit: Outfit, pose: Stance, view: View, kind: str) -> None:
    """A chair with a back, a bench, or a throne, under and behind who sits."""
    wood = {"throne": rgb("#b8862c"), "bench": rgb("#8a6a48")}.get(kind, rgb("#8a5a34"))
    seat = pose.hip[1] + 0.058
    middle, back = view.point((pose.hip[0] + 0.02, 0.0, 0.0))[0], view.point((pose.hip[0] - 0.105, 0.0, 0.0))[0]
    half = 0.36 if kind == "bench" else 0.105 + 0.03 * abs(math.sin(math.radians(view.yaw)))
    tall = {"throne": 0.56, "bench": 0.20}.get(kind, 0.30)
    wide = half if kind == "bench" else 0.045 + 0.085 * abs(math.sin(math.radians(view.yaw)))
    with pen.part(puff=0.4, shade=0.0):
        for side, tone in ((-1, 0.9), (1, 0.9), (-0.62, 0.66), (0.62, 0.66)):
            pen.tube([(middle + side * half * 0.86, seat), (middle + side * half * 0.95, -0.004)], [0.024, 0.02], dim(wood, tone))  # fmt: skip
        for side in (-1, 1):
            pen.tube(
                [(back + side * wide * 0.9, seat), (back + side * wide, seat - tall)], [0.024, 0.020], dim(wood, 0.85)
            )
        if kind == "throne":
            pen.box(back - wide, seat - tall, back + wide, seat, rgb("#8a2434"), round=0.02)
            for side in (-1, 0, 1):
                pen.dot(back + side * wide, seat - tall - 0.012, 0.024, tint(wood, 0.3))
        for k in range(2 if kind == "chair" else 3 if kind == "bench" else 0):
            pen.box(back - wide, seat - tall + 0.055 * k, back + wide, seat - tall + 0.036 + 0.055 * k, dim(wood, 0.95 - 0.06 * k), round=0.01)  # fmt: skip
        pen.box(middle - half, seat - 0.006, middle + half, seat + 0.026, pen.ramp((middle - half, 0), (middle + half, 0), [wood, tint(wood, 0.12), dim(wood, 0.9)]), round=0.012)  # fmt: skip
