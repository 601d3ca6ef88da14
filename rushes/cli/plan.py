"""rushes generate --plan: how a prompt is read, without making anything; the plan itself goes to standard output."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping

from rich.console import Console
from rich.table import Table

from rushes import models
from rushes.shot import Mode, Shot

#: Parameters that say what a clip begins with or how it is made; they change nothing in how its words are read.
_MEDIA = frozenset({"image", "lastFrame", "video", "referenceImages"})


def tell(prompt: str, given: Mapping[str, object]) -> None:
    """Print the shot plan that the director reads out of a prompt: as JSON for `--shot-plan`, and on standard error in
    words. Raises what the model `animatic` refuses."""
    from rushes.engines.animatic import director  # numpy and the drawing libraries: not for every command

    said = {name: value for name, value in given.items() if name not in _MEDIA}
    values = models.ALL["animatic"].check({**said, "prompt": prompt})
    seed, plan = values.get("seed"), values.get("shotPlan")
    seconds = values["durationSeconds"]
    assert isinstance(seconds, int), "declared as an integer with a default"
    read = director.read(
        Shot(
            "animatic",
            Mode.TEXT,
            prompt,
            negative_prompt=str(values.get("negativePrompt", "")),
            aspect_ratio=str(values["aspectRatio"]),
            seconds=seconds,
            seed=seed if isinstance(seed, int) else secrets.randbelow(2**32),
            plan=plan if isinstance(plan, Mapping) else None,
        )
    ).to_json()
    print(json.dumps(read, indent=2, ensure_ascii=False))
    _digest(Console(stderr=True), read)


def _digest(console: Console, plan: Mapping[str, object]) -> None:
    rows = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    camera, subjects, spoken = plan["camera"], plan["subjects"], plan["lines"]
    assert isinstance(camera, dict), "a plan as data"
    assert isinstance(subjects, tuple | list), "a plan as data"
    assert isinstance(spoken, tuple | list), "a plan as data"
    rows.add_row("[dim]scene[/]", f"{plan['setting']}, {plan['time']}, {plan['weather']}, {plan['season']}")
    rows.add_row("[dim]look[/]", f"{plan['style']}, {plan['mood']}")
    rows.add_row("[dim]camera[/]", f"{camera['move']}, {camera['size']}, {camera['angle']}")
    for subject in subjects:
        times = f"{subject['count']} × " if subject["count"] > 1 else ""
        rows.add_row(
            "[dim]subject[/]", f"{times}{subject['noun']}, {subject['action']}  [dim]drawn by {subject['rig']}[/]"
        )
    for line in spoken:
        speaker = "a voice" if line["speaker"] is None else subjects[line["speaker"]]["noun"]
        rows.add_row("[dim]line[/]", f"{speaker} ({line['tone']}): {line['text']}")
    for name in ("features", "sounds", "removed", "notes"):
        if plan[name]:
            rows.add_row(f"[dim]{name}[/]", _listed(plan[name]))
    rows.add_row("[bold]not drawn[/]", _listed(plan["not_drawn"]) or "[dim]nothing is missing[/]")
    console.print(rows, highlight=False)


def _listed(words: object) -> str:
    assert isinstance(words, tuple | list), "a plan as data"
    return ", ".join(map(str, words))
