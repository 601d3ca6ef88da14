"""Places inside: words, people and adjectives lead into the right room, and its light is that of its lamps and windows."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from rushes.engines.animatic import director, stage
from rushes.engines.animatic.paint.layers import Layer
from rushes.engines.animatic.plan import Camera, ShotPlan, Subject
from rushes.engines.animatic.stage import rooms
from rushes.shot import Mode, Shot


def plan_of(prompt: str) -> ShotPlan:
    return director.read(Shot("animatic", Mode.TEXT, prompt, seed=7, seconds=8))


def filmed(plan: ShotPlan) -> NDArray[np.float64]:
    """The first frame, (row, column, bgr)."""
    out = np.zeros((90, 160, 4), np.uint8)
    stage.build(plan, (160, 90)).frame(0.0, out)
    return out[..., :3].astype(np.float64)


def plan_in(setting: str, *features: str) -> ShotPlan:
    return ShotPlan("", 3, 1.0, setting=setting, features=features, camera=Camera("static"))


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("A plumber with a wrench kneels under a sink", "bathroom"),
        ("A mosquito on a white wall", "backdrop"),
        ("A robot on a black background", "backdrop"),
        ("A rocking horse in an attic", "attic"),
        ("A king sits on his throne in the great hall", "castle_hall"),
        ("Bride and groom in a cathedral", "church_interior"),
        ("Bottles on a shelf in an old tavern", "bar"),
        ("A man reads in a train compartment", "train_interior"),
        ("The captain on the bridge of a starship", "starship"),
        ("A ghost in a haunted house", "mansion"),
        ("A prisoner in a prison cell", "dungeon"),
        ("A bear in a cave", "cave"),
        ("A lawyer in court", "courtroom"),
        ("A penguin in an ice cave", "ice_cave"),
        ("A woman runs through an airport terminal", "airport"),
        ("A girl looks at the sharks at the aquarium", "aquarium_hall"),
        ("A fish swims in an aquarium", "underwater"),
    ],
)
def test_a_place_inside_is_not_a_living_room(prompt: str, setting: str) -> None:
    assert plan_of(prompt).setting == setting


@pytest.mark.parametrize(
    ("who", "setting"),
    [("barista", "cafe"), ("bartender", "bar"), ("librarian", "library"), ("teacher", "classroom"), ("nurse", "hospital"),
     ("mechanic", "workshop"), ("priest", "church_interior"), ("baker", "shop"), ("butler", "mansion"), ("plumber", "bathroom")],
)  # fmt: skip
def test_people_stand_where_they_work_when_no_place_is_named(who: str, setting: str) -> None:
    assert plan_of(f"A {who} smiles").setting == setting
    assert plan_of(f"A {who} walks on the beach").setting == "beach"


def test_what_swims_in_an_aquarium_is_behind_the_glass_and_who_looks_is_not() -> None:
    girl, shark = plan_of("A girl looks at the sharks at the aquarium").subjects
    assert girl.y is None
    assert shark.y is not None
    assert shark.depth < girl.depth


@pytest.mark.parametrize("prompt", ["A hospital", "A supermarket", "A construction site"])
def test_no_house_stands_in_itself(prompt: str) -> None:
    assert plan_of(prompt).subjects == ()


@pytest.mark.parametrize(("setting", "size"), [("office", (150, 86)), ("library", (131, 75)), ("kitchen", (86, 150))])
def test_a_wall_begins_again_without_a_seam(
    setting: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Goal: whoever walks on along a wall meets no line in it. Method: at sizes at which a wall is no whole number of pixels,
    what repeats is as wide as its period, and opaque up to both of its ends."""
    walls: list[NDArray[np.uint8]] = []

    def laid(picture: NDArray[np.uint8], depth: float, *, x: float, y: float, scale: float, period: float) -> Layer:
        if abs(picture.shape[1] - period * scale) < 0.01 and (picture[..., 3] == 255).mean() > 0.9:
            walls.append(picture)
        return Layer(picture, depth, x=x, y=y, scale=scale, period=period)

    monkeypatch.setattr(rooms, "Layer", laid)
    walker = Subject("man", "man", "walk", travels=True)
    stage.build(ShotPlan("", 3, 8.0, setting=setting, subjects=(walker,), camera=Camera("track")), size)
    assert walls
    assert all((wall[2:-2, [0, -1], 3] == 255).all() for wall in walls)


def test_adjectives_colour_a_room_but_no_landscape() -> None:
    assert {"dusty", "old"} <= set(plan_of("A clock in a dusty old attic").features)
    assert "dim" in plan_of("A man in a dark bar").features
    assert "dim" not in plan_of("An old man sits in a bar, dark sky outside").features
    assert "old" not in plan_of("A fox in an old forest").features
    assert plan_of("A clock in a dusty old attic").not_drawn == ()


def test_a_dusty_room_has_no_dust_storm() -> None:
    assert plan_of("A cat in a dusty library").weather == "clear"


def test_a_dark_room_is_darker() -> None:
    assert filmed(plan_in("library", "dim")).mean() < 0.8 * filmed(plan_in("library")).mean()


def test_a_studio_is_of_the_colour_that_was_asked_for() -> None:
    plan = plan_of("A robot on a yellow background")
    assert plan.colours[:1] == ("#efc03a",)
    blue, green, red = filmed(plan)[10:40, 10:30].reshape(-1, 3).mean(axis=0)
    assert red > green > 1.5 * blue


def test_a_place_inside_is_heard() -> None:
    heard = {
        prompt: plan_of(prompt).sounds
        for prompt in ("A woman in a cafe", "A nurse in a hospital", "A boy in a library")
    }
    assert heard == {
        "A woman in a cafe": ("cafe",),
        "A nurse in a hospital": ("monitor",),
        "A boy in a library": ("pages", "clock"),
    }
