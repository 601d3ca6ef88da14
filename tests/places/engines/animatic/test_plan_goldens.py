"""Plan goldens: what the director reads out of well-chosen prompts, as committed JSON.

A change of the director that changes them is meant or a mistake; look at the difference, and when it is meant write them anew:

    python -m tests.places.engines.animatic.test_plan_goldens --write
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from rushes.engines.animatic import director
from rushes.engines.animatic.director import edited
from rushes.shot import Mode, Shot

GOLDENS = Path(__file__).parent / "goldens/plans.json"

#: Name -> prompt, or prompt and negative prompt.
PROMPTS: dict[str, tuple[str, str]] = {
    "fox": ("A red fox trots through falling snow in a pine forest at dusk, the wind howls", ""),
    "relations": ("A blue bird on the left of a red car", ""),
    "on top": ("A banana on top of a chair", ""),
    "inside": ("A cat inside a box", ""),
    "behind": ("A giraffe behind a small tree", ""),
    "still life": ("An apple, a book and a clock on a desk", ""),
    "counts": ("Three oranges and two apples in a wooden bowl", ""),
    "colours": ("A green bicycle and a yellow umbrella in front of a white house", ""),
    "held": ("A woman sips coffee in a cafe and a man plays the saxophone", ""),
    "library": ("A raccoon steals a sandwich from a picnic basket", ""),
    "card": ("A tardigrade waddles past a zorbfloop", ""),
    "negation": ("A street without cars at night, no people", ""),
    "negative prompt": ("A park full of people, dogs play", "people, dogs, rain"),
    "camera": ("Low angle tracking shot of a knight on a black horse, golden hour, shot on 35mm film", ""),
    "veo guide": (
        "A medium shot, eye level, slow dolly in: an old sailor in a blue coat, cinematic, shallow depth of field, moody light",
        "",
    ),
    "dialogue": ('A woman whispers, "Don\'t look back." A man shouts, "Run!" Rain, distant thunder.', ""),
    "unquoted": ("The robot says in a monotone voice: I am alive.", ""),
    "narrator": ('"Once upon a time..." says the narrator over a castle at dawn, soft piano music', ""),
    "capitals": ("A CAT WEARING A TOP HAT RIDES A SKATEBOARD DOWN A HILL!!!", ""),
    "list": ("- subject: a grey wolf\n- action: howls\n- setting: snowy mountain at night\n- camera: slow push in", ""),
    "json": ('{"subject": "a red panda", "action": "sleeps", "setting": "forest", "camera": "close-up", "style": "watercolor"}', ""),
    "scene": ("Bamboo forest in thick fog at dawn", ""),
    "style": ("8-bit pixel art of a dragon flying over a volcano", ""),
    "verbs": ("A monk rings a bell while a mermaid combs her hair", ""),
    "long": (
        "Inside a cluttered antique shop at dusk, dozens of clocks tick on the walls. An elderly shopkeeper with round glasses and a "
        "grey beard winds a golden pocket watch behind a wooden counter. A curious girl in a yellow raincoat leans over a glass case. "
        'Rain streaks the window. The shopkeeper leans in and murmurs, "Every clock remembers." The girl whispers, "Even the broken '
        'ones?" Slow dolly in, warm tungsten light, dust motes, melancholy piano.',
        "",
    ),
    "nothing": ("Beauty and silence", ""),
    "not english": ("Ein alter Mann geht mit seinem Hund am Strand spazieren", ""),
}  # fmt: skip


def read(name: str) -> dict[str, Any]:  # Any: JSON
    prompt, negative = PROMPTS[name]
    shot = Shot("animatic", Mode.TEXT, prompt, negative_prompt=negative, seed=7, seconds=8)
    plan: dict[str, Any] = json.loads(json.dumps(director.read(shot).to_json()))
    return plan


def kept() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads(GOLDENS.read_text())
    return found


@pytest.mark.parametrize("name", PROMPTS)
def test_a_prompt_is_read_as_it_was(name: str) -> None:
    plan, golden = read(name), kept()[name]
    assert {field: value for field, value in plan.items() if value != golden.get(field)} == {}, (
        "the plan has changed; if that is meant: python -m tests.places.engines.animatic.test_plan_goldens --write"
    )


def test_every_golden_is_of_a_prompt_and_can_be_sent_back() -> None:
    assert set(kept()) == set(PROMPTS)
    for plan in kept().values():
        assert json.loads(json.dumps(edited.read(plan).to_json())) == plan


if __name__ == "__main__" and sys.argv[1:] == ["--write"]:
    GOLDENS.write_text(json.dumps({name: read(name) for name in PROMPTS}, indent=1, ensure_ascii=False) + "\n")
