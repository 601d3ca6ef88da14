"""Plans survive JSON, and edited ones are read strictly."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rushes.engines.animatic import director
from rushes.engines.animatic.director import edited
from rushes.engines.animatic.director.lexicon import lexicon
from rushes.engines.animatic.plan import SETTINGS
from rushes.errors import ValueNotAllowed
from rushes.shot import Mode, Shot

WORDS = lexicon().phrases()
MARKS = [",", ".", ":", '"', "'", "\n", ";", "no", "without", "-", "(", "I", "3", "platypus", "übergroß", "狐"]


def read(prompt: str, negative: str = "", seed: int = 0, aspect_ratio: str = "16:9") -> Any:  # Any: JSON
    shot = Shot("animatic", Mode.TEXT, prompt, negative, seed=seed, aspect_ratio=aspect_ratio)
    return director.read(shot)


@given(st.text(max_size=400), st.text(max_size=100), st.integers(0, 2**32 - 1), st.sampled_from(["16:9", "9:16"]))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_a_valid_plan(prompt: str, negative: str, seed: int, aspect_ratio: str) -> None:
    plan = read(prompt, negative, seed, aspect_ratio)
    assert edited.read(json.loads(json.dumps(plan.to_json()))) == plan


@given(
    st.lists(st.sampled_from(WORDS + MARKS * 40), max_size=40),
    st.lists(st.sampled_from(WORDS), max_size=6),
    st.integers(0, 2**32 - 1),
)
@settings(max_examples=250, deadline=None)
def test_any_words_of_ours_give_a_valid_plan(prompt: list[str], negative: list[str], seed: int) -> None:
    plan = read(" ".join(prompt), " ".join(negative), seed)
    assert edited.read(json.loads(json.dumps(plan.to_json()))) == plan
    assert all(0 <= subject.x <= 1 for subject in plan.subjects)
    assert all(line.starts_seconds + line.lasts_seconds <= plan.seconds for line in plan.lines)


@pytest.mark.slow
def test_every_word_alone_gives_a_valid_plan() -> None:
    chance = random.Random(5)
    for word in WORDS:
        plan = read(f"A {word}. The fox {word}", word, chance.randrange(2**32))
        assert edited.read(plan.to_json()) == plan


def test_every_setting_can_be_named() -> None:
    said = {
        read(f"A wide shot of a {setting.replace('_', ' ')}").setting for setting in SETTINGS if setting != "stage_hall"
    }
    assert said >= set(SETTINGS) - {"stage_hall", "planet", "abstract"}
    assert read("An abstract gradient").setting == "abstract"
    assert read("An alien planet").setting == "planet"
    assert read("A concert hall").setting == "stage_hall"


@pytest.mark.parametrize(
    ("change", "parameter"),
    [
        ({"setting": "moonbase"}, "shotPlan.setting"),
        ({"seconds": "8"}, "shotPlan.seconds"),
        ({"seconds": float("nan")}, "shotPlan.seconds"),
        ({"seed": -1}, "shotPlan.seed"),
        ({"seed": True}, "shotPlan.seed"),
        ({"version": 2}, "shotPlan.version"),
        ({"colour": "#fff"}, "shotPlan.colour"),
        ({"colours": ["red"]}, "shotPlan.colours"),
        ({"sounds": ["vuvuzela"]}, "shotPlan.sounds"),
        ({"music": "loud"}, "shotPlan.music"),
        ({"subjects": {}}, "shotPlan.subjects"),
        ({"subjects": [{"noun": "fox", "rig": "ghost"}]}, "shotPlan.subjects[0].rig"),
        ({"subjects": [{"noun": "fox", "rig": "fox", "facing": 0}]}, "shotPlan.subjects[0].facing"),
        ({"subjects": [{"noun": "fox", "rig": "fox", "count": 13}]}, "shotPlan.subjects[0].count"),
        ({"camera": {"move": "barrel_roll"}}, "shotPlan.camera.move"),
        ({"camera": {"pace": 9}}, "shotPlan.camera.pace"),
        ({"lines": [{"speaker": 3, "text": "Hi."}]}, "shotPlan.lines[0].speaker"),
        ({"features": "moon"}, "shotPlan.features"),
    ],
)
def test_a_bad_plan_is_refused_by_its_field(change: dict[str, object], parameter: str) -> None:
    plan = read("A fox in the snow").to_json() | change
    with pytest.raises(ValueNotAllowed) as refused:
        edited.read(plan)
    assert refused.value.parameter == parameter


def test_a_plan_needs_its_prompt_seed_and_seconds() -> None:
    with pytest.raises(ValueNotAllowed) as refused:
        edited.read({"prompt": "A fox", "seed": 1})
    assert refused.value.parameter == "shotPlan.seconds"
    assert edited.read({"prompt": "A fox", "seed": 1, "seconds": 8}).setting == "meadow"


def test_a_plan_that_came_along_is_taken_as_it_is() -> None:
    plan = replace(read("A fox in the snow"), setting="desert")
    shot = Shot("animatic", Mode.TEXT, "ignored", seconds=4, aspect_ratio="9:16", plan=plan.to_json())
    assert director.read(shot) == replace(plan, seconds=4.0, aspect_ratio="9:16")
