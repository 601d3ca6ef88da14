"""Every rig draws itself, whole, the same each time, from any thread."""

from __future__ import annotations

import math
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest
import skia
from numpy.typing import NDArray

from rushes.engines.animatic import director, stage
from rushes.engines.animatic.light import Light
from rushes.engines.animatic.plan import ACTIONS, Subject
from rushes.engines.animatic.rigs.actor import Actor
from rushes.engines.animatic.rigs.catalog import RIGS, make
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.puppet import Puppet
from rushes.shot import Mode, Shot

DUSK = Light(
    direction=(0.75, -0.45, 0.42), key=(1.06, 0.68, 0.47), ambient=(0.52, 0.46, 0.69), rim=(1.3, 0.75, 0.45),
    haze=(0.85, 0.54, 0.53), shadow=(0.13, 0.12, 0.34),
)  # fmt: skip
SIZE = 200


def subject(rig: str, action: str | None = None, **more: object) -> Subject:
    acted = action or min(RIGS[rig].actions)
    return replace(Subject(noun=rig.replace("_", " "), rig=rig, action=acted), **more)  # type: ignore[arg-type]


def made(of: Subject, seed: int = 3) -> Actor:
    """A puppet that is about 120 pixels at its longest."""
    metre = make(of, DUSK, 1.0, seed)
    puppet = make(of, DUSK, 120 / max(metre.extent), seed)
    assert isinstance(puppet, Actor)
    return puppet


def drawn(puppet: Puppet, t: float, facing: int = 1, speaking: float = 0.0) -> NDArray[np.uint8]:
    pixels = np.zeros((SIZE, SIZE, 4), np.uint8)
    canvas = skia.Canvas(pixels, colorType=skia.kBGRA_8888_ColorType, alphaType=skia.kPremul_AlphaType)
    puppet.shadow(canvas, SIZE / 2, SIZE * 0.7, t, facing)
    puppet.draw(canvas, SIZE / 2, SIZE * 0.7, t, facing, speaking)
    return pixels


@pytest.mark.parametrize("rig", sorted(RIGS))
def test_a_rig_draws_something_at_any_time_in_both_facings(rig: str) -> None:
    for action in sorted(RIGS[rig].actions)[:2]:
        puppet = made(subject(rig, action))
        for t in (0.0, 1.3):
            for facing in (1, -1):
                opaque = (drawn(puppet, t, facing)[..., 3] > 200).sum()
                assert opaque > 60, f"{rig} {action} at {t} facing {facing}"


@pytest.mark.parametrize("rig", sorted(RIGS))
def test_no_pose_is_clipped_by_its_sprite(rig: str) -> None:
    """Goal: nothing reaches the border of what is baked. Method: paint poses on exactly that area and look at its rim."""
    for action in sorted(RIGS[rig].actions):
        figure = made(subject(rig, action)).figure
        left, top, right, bottom = figure.reach
        fine = 90 / max(right - left, bottom - top)
        width, height = math.ceil((right - left) * fine) + 4, math.ceil((bottom - top) * fine) + 4
        for number in range(0, figure.poses, max(1, figure.poses // 4)):
            pen = Pen(width, height, (2 - left * fine, 2 - top * fine), fine, DUSK, mirrored=False)
            figure.paint(pen, Moment(number / figure.poses, mouth=1.0))
            alpha = pen.picture[..., 3]
            rim = np.concatenate([alpha[0], alpha[-1], alpha[:, 0], alpha[:, -1]])
            assert rim.max() == 0, f"{rig} {action} pose {number} of {figure.poses}"


@pytest.mark.parametrize("action", ACTIONS)
def test_any_action_of_the_plan_can_be_asked_of_any_family(action: str) -> None:
    for rig in (
        "fox",
        "woman",
        "eagle",
        "fish",
        "car",
        "bicycle",
        "sailboat",
        "airplane",
        "ball",
        "butterfly",
        "dragon",
        "card",
    ):
        puppet = made(subject(rig, action))
        assert (drawn(puppet, 0.5)[..., 3] > 200).any() or action in ("jump", "launch")
        assert puppet.speed >= 0
        assert puppet.lift >= 0


@pytest.mark.parametrize(
    "rig", ["fox", "woman", "owl", "turtle", "taxi", "galleon", "rocket", "campfire", "dragon", "card"]
)
def test_the_same_moment_gives_the_same_bytes_again_and_from_two_threads(rig: str) -> None:
    asked = subject(rig)
    times = [index / 24 for index in range(0, 30, 3)]
    alone = [drawn(made(asked), t).tobytes() for t in times]
    shared = made(asked)
    with ThreadPoolExecutor(2) as pool:
        together = list(pool.map(lambda t: drawn(shared, t).tobytes(), [*times, *reversed(times)]))
    assert together[: len(times)] == alone
    assert together[len(times) :] == alone[::-1]


def test_facing_left_is_lit_from_the_same_side_as_facing_right() -> None:
    puppet = made(subject("snowman", "stand"))
    pictures = {facing: drawn(puppet, 0.0, facing).astype(int)[..., :3].sum(-1) for facing in (1, -1)}
    for picture in pictures.values():
        lit = picture[: int(SIZE * 0.7)]
        assert lit[:, SIZE // 2 :].sum() > lit[:, : SIZE // 2].sum(), "the light of dusk comes from the right"


def test_speaking_opens_the_mouth() -> None:
    for rig in ("woman", "fox", "robot", "owl"):
        puppet = made(subject(rig, "stand"))
        assert (drawn(puppet, 0.5, speaking=1.0) != drawn(puppet, 0.5)).any()


def test_a_colour_and_a_size_are_honoured() -> None:
    plain, blue = made(subject("car", "stand")), made(subject("car", "stand", colour="#2040ff"))
    cool = [float(drawn(puppet, 0.0)[..., 0].mean()) for puppet in (plain, blue)]
    assert cool[1] > cool[0]
    one = make(subject("fox"), DUSK, 50, 1).extent
    two = make(subject("fox", scale=2.0), DUSK, 50, 1).extent
    assert two[0] == pytest.approx(2 * one[0])


def test_traits_dress_a_person() -> None:
    plain = drawn(made(subject("woman", "stand")), 0.0)
    for trait in (
        "umbrella",
        "hat",
        "scarf",
        "dress",
        "guitar",
        "astronaut",
        "wizard",
        "umbrella:#20c040",
        "playing piano",
    ):
        dressed = drawn(made(subject("woman", "stand", traits=(trait,))), 0.0)
        assert (dressed != plain).any(), trait


def test_an_unknown_rig_is_the_honest_card() -> None:
    unknown = Subject(noun="zorblax", rig="zorblax")
    assert drawn(made_card(unknown), 0.0).tobytes() == drawn(made_card(replace(unknown, rig="card")), 0.0).tobytes()
    other = replace(unknown, noun="zorblay")
    assert drawn(made_card(other), 0.0).tobytes() != drawn(made_card(unknown), 0.0).tobytes(), "the card says its name"


def made_card(of: Subject) -> Puppet:
    return make(of, DUSK, 70, 3)


def test_each_noun_belongs_to_one_rig() -> None:
    nouns = [word for info in RIGS.values() for word in info.words]
    assert len(nouns) == len(set(nouns))
    assert all(word == word.lower() for word in nouns)
    assert len(RIGS) >= 30


def test_a_close_up_looks_the_same_though_only_what_is_seen_is_baked(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = director.read(Shot("animatic", Mode.TEXT, "Close-up of an old woman in an office", seed=7, seconds=8))
    pictures = []
    for crops in (True, False):
        with monkeypatch.context() as patch:
            if not crops:
                patch.setattr(Actor, "see", lambda *_: None)
            scene = stage.build(plan, (320, 180))
            for t in (0.0, 7.9):
                picture = np.zeros((180, 320, 4), np.uint8)
                scene.frame(t, picture)
                pictures.append(picture.astype(int))
    for cropped, whole in zip(pictures[:2], pictures[2:], strict=True):
        assert np.abs(cropped - whole).mean() < 1.5
        assert np.quantile(np.abs(cropped - whole), 0.99) < 24


def test_a_talker_looks_the_same_whichever_mouth_was_drawn_first() -> None:
    talker = subject("woman", "talk")
    wide, shut_first = made(talker), made(talker)
    drawn(shut_first, 0.5, speaking=0.0)
    assert np.array_equal(drawn(wide, 0.5, speaking=1.0), drawn(shut_first, 0.5, speaking=1.0))
    assert not np.array_equal(drawn(shut_first, 0.5, speaking=0.0), drawn(shut_first, 0.5, speaking=1.0))


def test_a_pose_that_many_threads_need_at_once_is_drawn_once() -> None:
    puppet = made(subject("fox", "stand"))
    paint, times = puppet.figure.paint, []

    def counted(pen: Pen, moment: Moment) -> None:
        times.append(moment)
        paint(pen, moment)

    puppet.figure = replace(puppet.figure, paint=counted)
    with ThreadPoolExecutor(4) as pool:
        pictures = list(pool.map(lambda _: drawn(puppet, 0.5), range(8)))
    assert len(times) == 1
    assert all(np.array_equal(pictures[0], picture) for picture in pictures)


def test_what_is_laid_on_the_pixels_is_what_is_drawn_on_the_canvas() -> None:
    puppet = made(subject("fox", "stand"))
    apart = []
    for onto in (False, True):
        pixels = np.full((SIZE, SIZE, 4), 255, np.uint8)
        canvas = skia.Canvas(pixels, colorType=skia.kBGRA_8888_ColorType, alphaType=skia.kPremul_AlphaType)
        canvas.translate(SIZE / 2 + 0.3, SIZE * 0.7)
        canvas.scale(1.1, 1.1)
        puppet.shadow(canvas, 0.0, 0.0, 0.5, 1, pixels if onto else None)
        puppet.draw(canvas, 0.0, 0.0, 0.5, 1, 0.0, pixels if onto else None)
        apart.append(pixels.astype(int))
    differs = np.abs(apart[0] - apart[1])
    assert differs.mean() < 0.5
    assert differs.max() <= 24, "an edge lies elsewhere"
