"""One task's page: the clip, what was asked, how it went, where it comes from, whom it was told; and what can be done
with it next."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection
from starlette.responses import JSONResponse, Response

from rushes.console import lineage, timeline
from rushes.console import origin as origins
from rushes.console.cards import STATUS_WORDS, card, failure_words, price_words
from rushes.console.fields import label, said
from rushes.console.house import Visit
from rushes.console.pages import go, page, part, usd
from rushes.console.plan import plan_words
from rushes.console.tasks import find
from rushes.database import events, keys, ledger, takes, webhooks
from rushes.errors import NotFound, RushesError
from rushes.intake import again
from rushes.intake import webhooks as deliveries
from rushes.intake.quote import quote
from rushes.intake.submit import submit
from rushes.key import Scope
from rushes.ledger import EntryKind
from rushes.shot import Mode
from rushes.task import Status, Task
from rushes.webhook import State

_BEGINNINGS: Mapping[Mode, str] = {
    Mode.TEXT: "words alone",
    Mode.IMAGE: "a first frame",
    Mode.FRAMES: "a first and a last frame",
    Mode.REFERENCES: "reference pictures",
    Mode.EXTEND: "an earlier clip",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One delivery to a webhook, as the page shows it."""

    id: str
    event: str
    host: str
    state: State
    words: str  #: `200 in 84 ms`, `503, tried again later`
    at: datetime


def show(visit: Visit) -> Response:
    task = find(visit)
    with visit.house.desk.database.reading() as connection:
        told = events.after(connection, task.id, 0)
        taken = takes.of_task(connection, task.id)
        entries = ledger.entries(connection, task.id)
        key = keys.get(connection, task.project, task.key_id)
        earlier, later = lineage.before(connection, task), lineage.after(connection, task)
        heard = _told(connection, task)
    amounts = {entry.kind: entry.amount_microusd for entry in entries}
    plan = task.notes.get("shot_plan")
    return page(
        visit,
        "task.html",
        "Tasks",
        task=task,
        card=card(visit, task),
        state=STATUS_WORDS[task.status],
        price=price_words,
        addresses=visit.house.addresses,
        failure=failure_words(task) if task.status in (Status.FAILED, Status.CANCELED) else "",
        facts=_facts(task),
        key=key,
        steps=timeline.steps(task, taken, visit.now),
        lines=timeline.lines(told, taken),
        receipt=[(kind, amounts[kind]) for kind in EntryKind if kind in amounts],
        claimed=task.notes.get("provenance") is not None,
        origin=origins.read(visit, task) if task.clip is not None and "origin" in visit.query else None,
        earlier=earlier,
        later=later,
        this_is=lineage.said(task) if earlier else "",
        may_go_on=lineage.may_go_on(task),
        deliveries=heard,
        plan=plan_words(plan) if isinstance(plan, Mapping) else [],
        may=visit.may(Scope.CREATE),
        may_repeat=visit.may(Scope.WEBHOOKS),
        price_again=_price(task.cost.total_microusd),
        real_price=_real_price(visit, task),
        raw=json.dumps(visit.house.task_words(task, visit.origin), indent=2, ensure_ascii=False),
    )


def origin(visit: Visit) -> Response:
    """The badge, from the file as it is now: for the page's script. Raises NotFound when there is no clip."""
    task = find(visit)
    if task.clip is None:
        raise NotFound("There is no clip of this task.")
    return JSONResponse({"html": part(visit, "origin.html", task=task, origin=origins.read(visit, task))})


def retry(visit: Visit) -> Response:
    """The same shot once more, or with another seed; then look at the new task."""
    desk = visit.house.desk
    seed = desk.draw_seed() if visit.one("seed") == "new" else None
    return go(f"/tasks/{submit(desk, visit.key, again.retry(desk, find(visit), seed)).id}")


def promote(visit: Visit) -> Response:
    desk = visit.house.desk
    return go(f"/tasks/{submit(desk, visit.key, again.promote(desk, visit.key, find(visit))).id}")


def repeat(visit: Visit) -> Response:
    """Deliver to a webhook again."""
    delivery = deliveries.replay(visit.house.desk, visit.person.project, visit.path["id"])
    return go(f"/tasks/{delivery.task_id}#told" if delivery.task_id else "/tasks")


def _facts(task: Task) -> list[tuple[str, str]]:
    """What was asked and what came, for people."""
    width, height = task.clip.size if task.clip is not None else task.shot.size
    length = f"{task.shot.new_seconds} s"
    if task.clip is not None:
        length = f"{float(task.clip.seconds):g} s, {task.clip.frames} frames"
    made = [
        ("Model", task.model),
        ("Begins with", _BEGINNINGS[task.mode]),
        ("Shape", f"{task.shot.aspect_ratio}, {width} × {height}"),
        ("Length", length),
        ("Sound", "on" if task.shot.sound else "off"),
        ("Seed", str(task.shot.seed)),
    ]
    known = {"prompt", "aspectRatio", "resolution", "durationSeconds", "generateAudio", "seed"}
    for name, value in task.parameters.items():
        if name not in known and isinstance(value, str | int):
            made.append((label(name), said(name, value)))
    engine = task.notes.get("engine_version")
    made.append(("Engine", f"{task.engine} {engine}" if engine else task.engine))
    return made


def _real_price(visit: Visit, task: Task) -> str | None:
    """What a rehearsal would cost as the real thing; None when it is none, or nobody here could make it."""
    if task.status is not Status.SUCCEEDED or (task.live and task.notes.get("preview") is not True):
        return None
    try:
        amount = quote(visit.house.desk, visit.key, again.promote(visit.house.desk, visit.key, task)).cost
    except RushesError:
        return None
    return _price(amount.total_microusd)


def _price(microusd: int) -> str:
    return f"{usd(microusd)} USD" if microusd else "free"


def _told(connection: Connection, task: Task) -> list[Told]:
    made: list[Told] = []
    for delivery, attempts in webhooks.deliveries_of(connection, task.project, task.id):
        words = "on its way"
        if attempts:
            last = attempts[-1]
            words = f"{last.status} in {last.milliseconds} ms" if last.status else str(last.fault)
            if last.number > 1:
                words += f", try {last.number}"
        made.append(Told(delivery.id, delivery.event, delivery.host, delivery.state, words, delivery.at))
    return made
