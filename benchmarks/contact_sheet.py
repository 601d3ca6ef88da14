"""The contact sheet: one frame of every prompt of contact_sheet.txt, to be looked at, and how much of them was understood.

    python benchmarks/contact_sheet.py [--only WORD] [--prompt PROMPT ...] [--plans] [--out FOLDER]

Writes FOLDER/index.html, FOLDER/sheet.png and a JPEG of each prompt; prints the coverage.
"""

from __future__ import annotations

import argparse
import html
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic import director, film, stage
from rushes.engines.animatic.director import casting
from rushes.engines.animatic.plan import ShotPlan
from rushes.shot import Mode, Shot

LIST = Path(__file__).with_suffix(".txt")
SEED = 7
LONG, SHORT = 480, 270
COLUMNS = 4
CAPTION = 30

Picture = NDArray[np.uint8]


@dataclass(frozen=True)
class Entry:
    """A prompt and what it must be understood to say."""

    prompt: str
    nouns: tuple[str, ...]
    actions: tuple[str, ...]
    setting: str
    camera: tuple[str, ...]
    shape: str

    @property
    def size(self) -> tuple[int, int]:
        return (LONG, SHORT) if self.shape == "16:9" else (SHORT, LONG)


@dataclass(frozen=True)
class Mark:
    """One thing that a prompt says: what was made of it."""

    kind: str  #: noun, action, setting or camera
    word: str
    understood: bool
    own: bool = False  #: a noun that is drawn by its own art


def entries() -> list[Entry]:
    """The committed list."""
    found = []
    for line in LIST.read_text().splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        prompt, *fields = (field.strip() for field in line.split("|"))
        nouns, actions, setting, camera, shape = (*fields, *("",) * 5)[:5]
        found.append(Entry(prompt, _items(nouns), _items(actions), setting, _items(camera), shape or "16:9"))
    return found


def plan_of(entry: Entry) -> ShotPlan:
    return director.read(Shot("animatic", Mode.TEXT, entry.prompt, seed=SEED, aspect_ratio=entry.shape, seconds=8))


def marks(entry: Entry, plan: ShotPlan) -> Iterator[Mark]:
    """What was understood of each thing that the prompt says."""
    words = {word.rstrip("s") for phrase in plan.understood for word in (phrase, *phrase.split())}
    missing = {word.rstrip("s") for noun in plan.not_drawn for word in (noun, *noun.split())}
    nouns = {subject.noun: subject for subject in plan.subjects}
    traits = {word for subject in plan.subjects for trait in subject.traits for word in (trait, *trait.split())}
    for noun in entry.nouns:
        last = noun.split()[-1]
        subject = nouns.get(noun) or next((s for n, s in nouns.items() if last in n.split()), None)
        own = subject is not None and subject.rig in (casting.words().get(subject.noun), casting.found(subject.noun))
        known = subject is not None or noun.rstrip("s") in words or last.rstrip("s") in words or noun in traits
        scenery = subject is None and known and last.rstrip("s") not in missing
        yield Mark("noun", noun, known, own or scenery)
    for action in entry.actions:
        yield Mark("action", action, action in {subject.action for subject in plan.subjects})
    if entry.setting:
        yield Mark("setting", entry.setting, plan.setting == entry.setting)
    for term in entry.camera:
        yield Mark("camera", term, term in (plan.camera.move, plan.camera.size, plan.camera.angle))


def photograph(plan: ShotPlan, size: tuple[int, int], path: Path) -> Picture:
    """The finished frame in the middle of a plan's shot, saved at `path`: (height, width, bgr)."""
    scene = stage.build(plan, size)
    frame = next(iter(film.rolled(scene, 1, starts=plan.seconds / 2, threads=1, seed=plan.seed)))
    return np.asarray(cv2.imread(str(film.still(frame, path))), np.uint8)


def _items(field: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in field.split(",") if item.strip())


def _sheet(pictures: list[Picture], titles: list[str]) -> Picture:
    """All pictures on one: rows of COLUMNS, portraits fitted into the same cells."""
    rows = []
    for start in range(0, len(pictures), COLUMNS):
        cells = []
        for number in range(start, start + COLUMNS):
            cell = np.full((SHORT + CAPTION, LONG, 3), 24, np.uint8)
            if number < len(pictures):
                shot = pictures[number]
                share = min(SHORT / shot.shape[0], LONG / shot.shape[1])
                small = cv2.resize(shot, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
                left = (LONG - small.shape[1]) // 2
                cell[: small.shape[0], left : left + small.shape[1]] = small
                text = titles[number] if len(titles[number]) < 66 else titles[number][:64] + ".."
                cv2.putText(
                    cell, text, (6, SHORT + 20), cv2.FONT_HERSHEY_SIMPLEX, 0.42, (220, 220, 220), 1, cv2.LINE_AA
                )
            cells.append(cell)
        rows.append(np.hstack(cells))
    return np.asarray(np.vstack(rows), np.uint8)


def _page(rows: list[tuple[Entry, ShotPlan, list[Mark], str]]) -> str:
    cells = []
    for entry, plan, found, name in rows:
        missed = ", ".join(f"{mark.kind} {mark.word}" for mark in found if not mark.understood)
        said = (
            f"{plan.setting}, {plan.time}, {plan.weather}; {plan.camera.move}, {plan.camera.size}, {plan.camera.angle}"
        )
        lines = [said, "; ".join(f"{s.count} {s.noun} ({s.rig}) {s.action}" for s in plan.subjects)]
        lines += [f"missed: {missed}"] if missed else []
        lines += [f"not drawn: {', '.join(plan.not_drawn)}"] if plan.not_drawn else []
        small = "<br>".join(html.escape(line) for line in lines)
        cells.append(
            f'<figure><img src="{name}" alt=""><figcaption><b>{html.escape(entry.prompt)}</b><br>{small}</figcaption></figure>'
        )
    style = (
        "body{background:#18181a;color:#ddd;font:13px/1.4 sans-serif;display:flex;flex-wrap:wrap;gap:16px;margin:16px}"
        "figure{margin:0;width:480px}img{max-width:480px;max-height:480px}figcaption{color:#aaa}b{color:#eee}"
    )
    return f'<!doctype html><meta charset="utf-8"><title>Contact sheet</title><style>{style}</style>{"".join(cells)}'


def _coverage(rows: list[tuple[Entry, ShotPlan, list[Mark], str]]) -> None:
    total, known, own = Counter[str](), Counter[str](), Counter[str]()
    for entry, _, found, _ in rows:
        for mark in found:
            total[mark.kind] += 1
            known[mark.kind] += mark.understood
            own[mark.kind] += mark.own
            if not mark.understood:
                print(f"  missed {mark.kind} {mark.word!r}: {entry.prompt}")
    for kind in ("noun", "action", "setting", "camera"):
        drawn = f", {own[kind]} drawn by their own art" if kind == "noun" else ""
        print(f"{kind + 's':9} {known[kind]:3} of {total[kind]:3} understood{drawn}")


def main(argv: list[str]) -> None:
    parser = argparse.ArgumentParser(description="Render the contact sheet of the animatic engine.")
    parser.add_argument("--only", default="", help="only prompts with this in them")
    parser.add_argument("--prompt", action="append", default=[], help="draw this one instead of the list")
    parser.add_argument("--out", type=Path, default=Path("out/contact-sheet"))
    parser.add_argument("--plans", action="store_true", help="print the coverage, draw nothing")
    asked = parser.parse_args(argv)
    own = [Entry(prompt, (), (), "", (), "16:9") for prompt in asked.prompt]
    chosen = own or [entry for entry in entries() if asked.only.lower() in entry.prompt.lower()]
    plans = [plan_of(entry) for entry in chosen]
    names = [f"{number:02}.jpg" for number in range(len(chosen))]
    rows = [(e, p, list(marks(e, p)), name) for e, p, name in zip(chosen, plans, names, strict=True)]
    if not asked.plans:
        asked.out.mkdir(parents=True, exist_ok=True)
        with ThreadPoolExecutor(2) as pool:
            paths = [asked.out / name for name in names]
            pictures = list(pool.map(photograph, plans, [entry.size for entry in chosen], paths))
        cv2.imwrite(str(asked.out / "sheet.png"), _sheet(pictures, [entry.prompt for entry in chosen]))
        (asked.out / "index.html").write_text(_page(rows))
        print(f"{asked.out}/index.html and sheet.png: {len(chosen)} prompts")
    _coverage(rows)


if __name__ == "__main__":
    main(sys.argv[1:])
