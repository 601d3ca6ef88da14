"""Chores and sport: gestures of ironing, washing up, brushing teeth, tennis, archery, push-ups, and of a DJ; and what is in the hands."""

from __future__ import annotations

import math
from dataclasses import replace

from rushes.engines.animatic.rigs.gestures import TURN, Gesture, at, by_face, faced, held, mixed, swell
from rushes.engines.animatic.rigs.grips import Grip
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.outfit import Outfit
from rushes.engines.animatic.rigs.stance import Arm, Foot, Stance

STEEL, INK, WOOD = rgb("#c4ccd6"), rgb("#26232a"), rgb("#9a6a3c")

# --- how it is done -------------------------------------------------------------------------------------------------


def _ironing(base: Stance, outfit: Outfit, phase: float) -> Stance:
    push = math.sin(TURN * phase)
    return replace(base, lean=base.lean + 6 + 2 * push, near_arm=at(0.20 + 0.045 * push, 0.145, 0.03), far_arm=at(0.17, 0.165, -0.07, "open"), nod=12, gaze=(0.3, 0.6), mood=base.mood or "calm")  # fmt: skip


def _washing_up(base: Stance, outfit: Outfit, phase: float) -> Stance:
    angle = 2 * TURN * phase
    return replace(base, lean=base.lean + 5, near_arm=at(0.20 + 0.022 * math.cos(angle), 0.10 + 0.022 * math.sin(angle), 0.02, "open"), far_arm=at(0.18, 0.13, -0.06), nod=11, gaze=(0.2, 0.6), mood=base.mood or "happy")  # fmt: skip


def _brushing(base: Stance, outfit: Outfit, phase: float) -> Stance:
    rub = 0.016 * math.sin(5 * TURN * phase)
    return replace(base, near_arm=by_face(outfit, 0.150 + rub, -0.050, 0.045), far_arm=Arm(12, 40, 10, grip="loose"), mood="laugh", nod=-2, cock=3 * math.sin(TURN * phase))  # fmt: skip


def _tennis(base: Stance, outfit: Outfit, phase: float) -> Stance:
    """A forehand: the racket goes back, and through the ball."""
    back = held(phase / 0.55, 0.2) if phase < 0.55 else 0.0
    hit = held((phase - 0.42) / 0.58, 0.1) if phase >= 0.42 else 0.0
    hand = mixed(mixed((0.13, 0.10, 0.12), (-0.15, 0.03, 0.19), back), (0.25, -0.02, 0.02), hit)
    return replace(
        base, hip=(base.hip[0] + 0.02 * hit - 0.02 * back, base.hip[1] + 0.022), lean=base.lean + 6, near_arm=Arm(0, 0, hand=hand, grip="fist"), far_arm=Arm(40 - 60 * hit, 30, 34, grip="open"),
        twist=22 * back - 22 * hit, near_foot=Foot(-0.11, 0, 14 * hit, 0.06), far_foot=Foot(0.10, 0, 0, 0.06), mood=base.mood or "focus", gaze=(0.7, 0.1), flow=hit - back,
    )  # fmt: skip


def _archery(base: Stance, outfit: Outfit, phase: float) -> Stance:
    """The string is drawn to the chin, held, and let go."""
    draw = _drawn(phase)
    hand = mixed((0.22, -0.025, -0.02), (0.075, -0.055, 0.075), draw)
    return replace(
        base, far_arm=at(0.285, -0.03, -0.05), near_arm=Arm(0, 0, hand=hand, grip="fist"), twist=12 * draw, near_foot=Foot(-0.09, 0, 0, 0.05), far_foot=Foot(0.08, 0, 0, 0.05),
        hip=(base.hip[0], base.hip[1] + 0.012), nod=-2, gaze=(0.9, 0.0), mood="focus", glance=-4,
    )  # fmt: skip


def _drawn(phase: float) -> float:
    """How far the string is drawn: slowly back, held for a while, gone at once."""
    if phase < 0.45:
        return 0.5 - 0.5 * math.cos(math.pi * phase / 0.45)
    return 1.0 if phase < 0.8 else max(0.0, 1.0 - (phase - 0.8) / 0.03)


def _push_ups(base: Stance, outfit: Outfit, phase: float) -> Stance:
    down = swell(2 * phase)
    long = outfit.leg + 0.88 * outfit.torso
    shoulders = 0.285 - 0.15 * down
    slope = math.asin(min(0.9, (shoulders - 0.03) / long))
    hip = (0.02, -0.03 - math.sin(slope) * outfit.leg)
    toes = hip[0] - math.cos(slope) * outfit.leg * 1.12
    reach = shoulders - 0.012
    return replace(
        base, hip=hip, lean=90 - math.degrees(slope), near_foot=Foot(toes, -0.002, 78, 0.035, 0), far_foot=Foot(toes, -0.002, 78, 0.035, 0),
        near_arm=at(0.02, reach, 0.11, "open"), far_arm=at(0.02, reach, -0.11, "open"), nod=-30, mood="stern", gaze=(0.6, 0.2), glance=0.0,
    )  # fmt: skip


def _decks(base: Stance, outfit: Outfit, phase: float) -> Stance:
    scratch = 0.02 * math.sin(4 * TURN * phase)
    beat = abs(math.sin(4 * TURN * phase))
    return replace(base, near_arm=at(0.20 + scratch, 0.150, 0.13, "open"), far_arm=at(0.13, -0.20 - 0.03 * beat, -0.13, "open"), nod=8 * beat - 3, cock=5 * math.sin(2 * TURN * phase), sway=0.01 * math.sin(2 * TURN * phase), mood="happy")  # fmt: skip


def _playing_chess(base: Stance, outfit: Outfit, phase: float) -> Stance:
    """A long thought, then a piece is moved."""
    move = held((phase - 0.55) / 0.45, 0.2) if phase >= 0.55 else 0.0
    near = mixed(faced(outfit, (0.105, -0.02, 0.03)), (0.24, 0.135, 0.03), move)
    return replace(base, near_arm=Arm(0, 0, hand=near, grip="fist"), far_arm=at(0.17, 0.165, -0.07), lean=base.lean + 6, nod=11, gaze=(0.4, 0.5), mood=base.mood or "focus")  # fmt: skip


def _vacuuming(base: Stance, outfit: Outfit, phase: float) -> Stance:
    push = math.sin(TURN * phase)
    return replace(base, lean=base.lean + 9 + 3 * push, near_arm=at(0.15 + 0.04 * push, 0.13, 0.06), far_arm=Arm(-8, 30, 10, grip="loose"), nod=9, near_foot=Foot(-0.06, 0, 0), far_foot=Foot(0.08, 0, 0), gaze=(0.4, 0.6))  # fmt: skip


CHORES: dict[str, Gesture] = {
    "playing chess": Gesture(_playing_chess, poses=120, tool="chess", seat="stool", yaw=28), "vacuuming": Gesture(_vacuuming, poses=48, tool="vacuum", yaw=26),
    "ironing": Gesture(_ironing, poses=60, tool="iron", yaw=34), "washing up": Gesture(_washing_up, poses=60, tool="dish", yaw=46), "brushing teeth": Gesture(_brushing, poses=60, tool="toothbrush", yaw=52),
    "tennis": Gesture(_tennis, poses=40, tool="racket", yaw=34), "archery": Gesture(_archery, poses=84, tool="bow", yaw=22), "push ups": Gesture(_push_ups, poses=60, yaw=14), "mixing records": Gesture(_decks, tool="decks", yaw=72),
}  # fmt: skip

# --- what it is done with -------------------------------------------------------------------------------------------


def ironing_board(grip: Grip) -> None:
    pen = grip.pen
    y = grip.at(0.2, 0.175, 0.0)[1] + 0.014
    left, right = grip.view.point((0.06, 0.0, 0.0))[0], grip.view.point((0.46, 0.0, 0.0))[0] + 0.08
    for a, b in ((0.2, 0.8), (0.8, 0.2)):
        pen.tube([(left + (right - left) * a, y), (left + (right - left) * b, -0.004)], [0.016, 0.016], dim(STEEL, 0.8))
    cloth = tint(grip.outfit.accent, 0.25)
    pen.blob([(left - 0.01, y - 0.014), (right - 0.05, y - 0.016), (right + 0.03, y), (right - 0.05, y + 0.016), (left - 0.01, y + 0.016)], rgb("#e4dccc"), tight=0.3)  # fmt: skip
    middle = (left + right) / 2
    pen.blob([(middle - 0.11, y - 0.022), (middle + 0.09, y - 0.024), (middle + 0.11, y + 0.07), (middle + 0.02, y + 0.085), (middle - 0.10, y + 0.075)], cloth, tight=0.3)  # fmt: skip
    pen.line([(middle - 0.02, y), (middle - 0.025, y + 0.07)], 0.005, dim(cloth, 0.8))


def iron(grip: Grip) -> None:
    pen = grip.pen
    x, y = grip.hand(1)
    foot = grip.at(0.2, 0.175, 0.0)[1] - 0.008
    ahead = 1 if grip.ahead > 0 else -1
    pen.blob([(x - 0.05 * ahead, foot - 0.035), (x + 0.01 * ahead, foot - 0.04), (x + 0.075 * ahead, foot - 0.004), (x + 0.075 * ahead, foot), (x - 0.055 * ahead, foot)], rgb("#3f7fb8"), tight=0.3)  # fmt: skip
    pen.line([(x - 0.052 * ahead, foot), (x + 0.075 * ahead, foot)], 0.010, STEEL)
    pen.line([(x - 0.045 * ahead, foot - 0.03), (x - 0.02 * ahead, y), (x + 0.03 * ahead, foot - 0.03)], 0.015, INK)
    for k in range(3):
        rise = (grip.moment.phase * 2 + k / 3) % 1.0
        pen.oval(x + (0.05 - 0.05 * k) * ahead, foot - 0.05 - 0.09 * rise, 0.012 + 0.012 * rise, 0.018, WHITE, 0.30 * math.sin(math.pi * rise))  # fmt: skip


def chess(grip: Grip) -> None:
    pen = grip.pen
    x, y = grip.at(0.24, 0.168, 0.0)
    pen.box(x - 0.10, y - 0.008, x + 0.10, y + 0.006, rgb("#8a5a36"), round=0.004)
    for k in range(8):
        tall = (0.030, 0.042, 0.034, 0.054, 0.060, 0.034, 0.042, 0.030)[k]
        px, hue = x - 0.088 + 0.025 * k, (rgb("#2e2622") if k % 3 == 0 else rgb("#f0e6d0"))
        pen.poly(
            [(px - 0.010, y - 0.006), (px + 0.010, y - 0.006), (px + 0.004, y - tall), (px - 0.004, y - tall)], hue
        )
        pen.dot(px, y - tall, 0.009, hue)


def vacuum(grip: Grip) -> None:
    pen = grip.pen
    x, y = grip.hand(1)
    ahead = 1 if grip.ahead > 0 else -1
    head = x + 0.26 * ahead
    hue = rgb("#c8433a")
    back = grip.view.point((-0.26, 0.0, 0.0))[0]
    pen.line([(x, y), ((x + back) / 2, y + 0.10), (back, -0.10)], 0.022, rgb("#4a4e57"))
    pen.blob(
        [(back - 0.11, -0.03), (back - 0.10, -0.11), (back, -0.15), (back + 0.10, -0.10), (back + 0.11, -0.03)], hue
    )
    for k in (-0.07, 0.07):
        pen.dot(back + k, -0.024, 0.024, INK)
    pen.line([(x - 0.03 * ahead, y - 0.03), (head, -0.03)], 0.016, STEEL)
    pen.blob([(head - 0.05 * ahead, -0.004), (head + 0.07 * ahead, -0.004), (head + 0.06 * ahead, -0.026), (head - 0.02 * ahead, -0.036)], dim(hue, 0.7), tight=0.4)  # fmt: skip


def dish(grip: Grip) -> None:
    pen = grip.pen
    x, y = grip.hand(-1)
    px = x + 0.045 * grip.ahead
    pen.oval(px, y - 0.02, 0.082, 0.076, rgb("#dfe6ea"))
    pen.oval(px, y - 0.02, 0.056, 0.050, WHITE)


def sponge(grip: Grip) -> None:
    pen = grip.pen
    x, y = grip.hand(1)
    pen.box(x - 0.032, y - 0.022, x + 0.032, y + 0.020, rgb("#f2c33c"), round=0.008)
    for k in range(7):
        turn = TURN * (grip.moment.phase + k / 7)
        pen.dot(x + 0.050 * math.cos(turn), y - 0.01 + 0.036 * math.sin(turn), 0.012 + 0.005 * (k % 3), WHITE, 0.85)


def toothbrush(grip: Grip) -> None:
    x, y = grip.hand(1)
    mouth = grip.face(0.112, -0.052, 0.02)
    grip.pen.line([(x + (x - mouth[0]) * 0.35, y + (y - mouth[1]) * 0.35 + 0.008), mouth], 0.011, rgb("#2fa8c0"))
    grip.pen.line([mouth, (mouth[0] + (x - mouth[0]) * 0.3, mouth[1] + (y - mouth[1]) * 0.3)], 0.020, WHITE)
    for k in range(3):
        grip.pen.dot(mouth[0] + 0.008 * (k - 1), mouth[1] + 0.014 + 0.003 * (k % 2), 0.009, WHITE, 0.9)


def racket(grip: Grip) -> None:
    pen = grip.pen
    x, y = grip.hand(1)
    hit = held((grip.moment.phase - 0.42) / 0.58, 0.1) if grip.moment.phase >= 0.42 else 0.0
    back = held(grip.moment.phase / 0.55, 0.2) if grip.moment.phase < 0.55 else 0.0
    ahead = 1 if grip.ahead > 0 else -1
    with pen.turned(x, y, ahead * (35 - 75 * back + 45 * hit)):
        pen.line([(0, 0.03), (0, -0.085)], 0.015, INK)
        pen.oval(0, -0.165, 0.072, 0.088, rgb("#c8433a"))
        pen.oval(0, -0.165, 0.060, 0.076, rgb("#f4f1e8"))
        for k in range(-3, 4):
            pen.line(
                [(0.016 * k, -0.235 + 0.006 * abs(k)), (0.016 * k, -0.095 - 0.006 * abs(k))], 0.003, rgb("#a9adb4")
            )
            pen.line([(-0.056 + 0.004 * abs(k), -0.165 + 0.019 * k), (0.056 - 0.004 * abs(k), -0.165 + 0.019 * k)], 0.003, rgb("#a9adb4"))  # fmt: skip
    # The ball comes until it is hit, and goes; it is out of the picture when the loop begins again.
    way = abs((grip.moment.phase - 0.70 + 0.5) % 1.0 - 0.5)
    ball = grip.at(0.33, -0.12, 0.0)
    pen.dot(ball[0] + 0.9 * way * ahead, ball[1] - 0.45 * way + 1.1 * way * way, 0.022, rgb("#d6e84a"))


def bow(grip: Grip) -> None:
    pen = grip.pen
    x, y = grip.hand(-1)
    drawn = _drawn(grip.moment.phase)
    ahead = 1 if grip.ahead > 0 else -1
    bend = 0.075 + 0.02 * drawn
    tips = [(x - bend * ahead, y - 0.25), (x - bend * ahead, y + 0.25)]
    pen.line(
        [tips[0], (x - 0.005 * ahead, y - 0.13), (x + 0.016 * ahead, y), (x - 0.005 * ahead, y + 0.13), tips[1]],
        0.016,
        WOOD,
    )
    nock = grip.hand(1) if drawn > 0.02 else (tips[0][0], y)
    pen.line([tips[0], nock, tips[1]], 0.004, rgb("#ece6d8"))
    if drawn > 0.02:
        tip = (x + 0.05 * ahead, y)
        pen.line([nock, tip], 0.008, rgb("#c89a5c"))
        pen.poly([(tip[0] + 0.035 * ahead, tip[1]), (tip[0], tip[1] - 0.012), (tip[0], tip[1] + 0.012)], STEEL)


def decks(grip: Grip) -> None:
    pen = grip.pen
    y = grip.at(0.2, 0.180, 0.0)[1] + 0.012
    pen.box(-0.36, y + 0.02, 0.36, -0.004, pen.ramp((-0.36, 0), (0.36, 0), [INK, rgb("#3a3644"), INK]), round=0.014)
    pen.box(-0.38, y - 0.016, 0.38, y + 0.03, rgb("#4a4656"), round=0.010)
    for k, hue in enumerate(("#e8488a", "#42c8e0", "#f0c23c", "#7ae05a")):
        beat = 0.5 + 0.5 * math.sin(TURN * (4 * grip.moment.phase + k / 4))
        pen.box(-0.30 + 0.16 * k, y + 0.075, -0.20 + 0.16 * k, y + 0.095, tint(rgb(hue), 0.4 * beat), round=0.006)
    for side in (-1, 1):
        cx = 0.23 * side
        pen.oval(cx, y - 0.012, 0.115, 0.028, rgb("#17151c"))
        pen.oval(cx, y - 0.014, 0.040, 0.010, rgb("#e0503c"))
        turn = TURN * (2 * grip.moment.phase * side)
        pen.line([(cx, y - 0.014), (cx + 0.10 * math.cos(turn), y - 0.014 + 0.024 * math.sin(turn))], 0.004, rgb("#5a5666"))  # fmt: skip
    pen.box(-0.07, y - 0.030, 0.07, y - 0.004, rgb("#2a2734"), round=0.006)
