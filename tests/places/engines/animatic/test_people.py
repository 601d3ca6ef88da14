"""People: seen from any side, with moods and gestures that a prompt asks for."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from rushes.engines.animatic import director
from rushes.engines.animatic.director import gestures as said
from rushes.engines.animatic.director import verbs
from rushes.engines.animatic.light import Light
from rushes.engines.animatic.paint.layers import canvas_of
from rushes.engines.animatic.plan import ShotPlan, Subject
from rushes.engines.animatic.rigs import bearing, hair, human
from rushes.engines.animatic.rigs.actor import Actor
from rushes.engines.animatic.rigs.catalog import RIGS, make
from rushes.engines.animatic.rigs.costumes import COSTUMES
from rushes.engines.animatic.rigs.face import LOOKS
from rushes.engines.animatic.rigs.figure import Figure, Moment
from rushes.engines.animatic.rigs.gestures import TOGETHER
from rushes.engines.animatic.rigs.hats import HATS
from rushes.engines.animatic.rigs.music import MUSIC
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.stance import Arm, Foot, Stance, View, arm_of, frame_of, jointed
from rushes.engines.animatic.rigs.wardrobe import dressed
from rushes.shot import Mode, Shot

DAY = Light(
    direction=(-0.5, -0.7, 0.5), key=(0.95, 0.92, 0.86), ambient=(0.5, 0.54, 0.6), rim=(0.5, 0.5, 0.45),
    haze=(0.8, 0.9, 0.95), shadow=(0.1, 0.18, 0.16),
)  # fmt: skip
PIXELS = 46.0


def drawn(one: Subject, phase: float = 0.0, *, blink: bool = False) -> NDArray[np.uint8]:
    """One pose on its sprite, uint8 array (row, column, bgra)."""
    figure = human.make(one, 5)
    left, top, right, bottom = figure.reach
    width, height = math.ceil((right - left) * PIXELS) + 4, math.ceil((bottom - top) * PIXELS) + 4
    pen = Pen(width, height, (2 - left * PIXELS, 2 - top * PIXELS), PIXELS, DAY, mirrored=False)
    figure.paint(pen, Moment(phase, blink=blink))
    return pen.picture


def plan(prompt: str) -> ShotPlan:
    return director.read(Shot("animatic", Mode.TEXT, prompt, seed=7, aspect_ratio="16:9", seconds=8))


@pytest.mark.parametrize("gesture", [*human.ALL, *MUSIC])
def test_no_gesture_is_clipped_by_its_sprite(gesture: str) -> None:
    traits = (gesture, f"playing {gesture}") if gesture in MUSIC else (gesture,)
    for phase in (0.0, 0.27, 0.55, 0.8):
        alpha = drawn(Subject("person", "man", "play", traits=traits), phase)[..., 3]
        rim = np.concatenate([alpha[0], alpha[-1], alpha[:, 0], alpha[:, -1]])
        assert alpha.max() > 200
        assert rim.max() == 0, f"{gesture} at {phase}"


def test_from_the_front_the_side_and_behind_are_three_pictures() -> None:
    side, front, back = (
        drawn(Subject("woman", "woman", "stand", traits=view)) for view in ((), ("facing front",), ("facing away",))
    )
    assert (side != front).any()
    assert (front != back).any()


def test_who_looks_away_shows_no_eyes() -> None:
    away, front = (Subject("woman", "woman", "stand", traits=(view,)) for view in ("facing away", "facing front"))
    assert (drawn(front, blink=True) != drawn(front)).any()
    assert (drawn(away, blink=True) == drawn(away)).all()


@pytest.mark.parametrize("mood", ["happy", "sad", "angry", "scared", "surprised", "tired", "crying", "laughing"])
def test_a_mood_shows_in_the_face(mood: str) -> None:
    plain, moved = (drawn(Subject("woman", "woman", "stand", traits=("facing front", *more))) for more in ((), (mood,)))
    assert (plain != moved).any()


def test_costumes_name_hats_moods_and_hair_that_exist() -> None:
    for role, row in COSTUMES.items():
        assert row.get("hat", "band") in HATS, role
        assert row.get("hair_style", "short") in hair.STYLES, role
        assert row.get("mood", "") in LOOKS, role


def test_hair_of_every_style_is_drawn_from_every_side() -> None:
    for word in (
        "afro",
        "curly",
        "bun",
        "ponytail",
        "braids",
        "bald",
        "mohawk",
        "bob",
        "wavy",
        "long hair",
        "short hair",
    ):
        for view in ("facing front", "facing away", "in profile"):
            assert drawn(Subject("woman", "woman", "stand", traits=(word, view)))[..., 3].any()


def test_two_who_shake_hands_meet_halfway() -> None:
    for rig in ("man", "woman"):
        outfit = dressed(Subject(rig, rig), 5)
        gesture = human.ALL["shaking hands"]
        stance = gesture.act(bearing.standing(outfit, 0.0), outfit, 0.0)
        hand = arm_of(stance, frame_of(stance, outfit.torso), 1, 0.09).end
        reach = View(gesture.yaw or 0.0).point(hand)[0] * outfit.tall
        assert reach == pytest.approx(TOGETHER["shaking hands"] / 2, abs=0.07)


def test_a_hand_is_where_it_was_put_when_the_arm_reaches() -> None:
    stance = Stance((0.0, -0.47), 0.0, Foot(0, 0, 0), Foot(0, 0, 0), Arm(0, 0, hand=(0.15, 0.05, 0.05)), Arm(0, 0))
    frame = frame_of(stance, 0.275)
    hand, middle = arm_of(stance, frame, 1, 0.09).end, frame.at(0.90)
    assert [a - b for a, b in zip(hand, middle, strict=True)] == pytest.approx([0.15, 0.05, 0.05], abs=1e-6)


def test_a_joint_keeps_the_length_of_both_bones() -> None:
    start, end = (0.0, 0.0, 0.0), (0.1, 0.2, 0.05)
    joint, foot = jointed(start, end, 0.15, 0.13, (1.0, 0.0, 0.0))
    assert math.dist(start, joint) == pytest.approx(0.15)
    assert math.dist(joint, foot) == pytest.approx(0.13)
    assert foot == pytest.approx(end)


def test_every_gesture_that_is_read_can_be_drawn() -> None:
    assert set(said.VERBS.values()) <= set(human.ALL)
    words = {word.strip(" ?\n") for row in verbs.ACTION_WORDS.values() for word in row.split(",")}
    assert {"wave", "knit", "hug", "shake hands", "point", "pray", "take a photo"} <= words & set(said.VERBS)


@pytest.mark.parametrize(
    ("prompt", "trait"),
    [
        ("An old woman knits by the fire", "knitting"),
        ("A merchant waves from his stall", "waving"),
        ("A boy kicks a ball", "kicking"),
        ("A woman talks on the phone", "phoning"),
        ("A man reads a newspaper on a bench", "reading"),
        ("An explorer with a torch walks in a cave", "torch"),
        ("Portrait of an old fisherman", "facing front"),
        ("A girl waves at the camera", "facing front"),
        ("A woman seen from behind on a beach", "facing away"),
        ("A couple watching the sunset over the sea", "facing away"),
        ("A man walks away down the road", "facing away"),
    ],
)
def test_a_prompt_says_what_people_do_and_from_where_they_are_seen(prompt: str, trait: str) -> None:
    assert trait in plan(prompt).subjects[0].traits


def test_two_who_hug_do_it_together_and_nobody_hugs_alone() -> None:
    couple = plan("A man hugs a woman at the station").subjects
    assert all("hugging" in one.traits for one in couple[:2])
    assert couple[0].facing == -couple[1].facing
    assert "hugging" not in plan("A woman hugs a tree").subjects[0].traits


def test_people_do_all_that_the_catalog_says() -> None:
    for action in sorted(RIGS["woman"].actions):
        assert make(Subject("woman", "woman", action), DAY, PIXELS, 3).extent[0] > 0


@pytest.mark.parametrize(
    ("prompt", "traits"),
    [
        ("Close-up of a smiling woman with curly red hair and freckles", {"happy", "curly", "redhead", "freckles"}),
        ("A boy, surprised, in a park", {"surprised"}),
        ("A man with a long grey beard", {"long beard", "hair:#c8c6c4"}),
    ],
)
def test_looks_are_read_wherever_they_stand(prompt: str, traits: set[str]) -> None:
    assert traits <= set(plan(prompt).subjects[0].traits)


def test_what_somebody_is_without_is_not_worn() -> None:
    assert "beard" not in plan("A man without a beard").subjects[0].traits


@pytest.mark.parametrize("facing", [1, -1])
@pytest.mark.parametrize(("mouth", "blink"), [(1.0, False), (0.0, True)])
def test_a_mouth_or_lids_drawn_over_a_pose_look_as_if_the_whole_were_drawn(
    facing: int, mouth: float, blink: bool
) -> None:
    figure = human.make(Subject("woman", "woman", "talk", traits=("facing front",)), 3)

    def seen(of: Figure, mouth: float, blink: bool) -> NDArray[np.int16]:
        actor, frame = Actor(of, DAY, 120.0, 0), np.zeros((260, 300, 4), np.uint8)
        canvas, surface = canvas_of(frame)
        t = next(t / 24 for t in range(96) if actor._blinking(t / 24))
        sprite = actor._sprite("picture", actor._pose(t), facing, actor._mouth(mouth), blink)
        sprite.draw(canvas, 150.0, 240.0, 1.0, frame)
        del canvas, surface
        return frame.astype(np.int16)

    whole, patched, plain = seen(replace(figure, faced=False), mouth, blink), seen(figure, mouth, blink), seen(figure, 0.0, False)  # fmt: skip
    assert np.abs(patched - plain).max() > 60
    assert np.abs(patched - whole).mean() < 0.02
    assert np.abs(patched - whole).max() < 60
