"""One cell of the matrix engine x fault x moment of kill, in this process.

The flow, the engine, its client, the database, the storage and the far side are real. Only the kill is not: the flow
dies by an exception that nothing catches, at one named point, and another begins from what is on disk. (That a real
`kill -9` leaves no more than this behind is shown elsewhere, with processes.) So a cell takes a second, and there are
hundreds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import TypeVar

import pytest
from sqlalchemy import Connection

from rushes.database import workers
from rushes.database.connect import Database
from rushes.engine import RemoteEngine
from rushes.engines import catalog
from rushes.jobs import kill_points
from rushes.jobs.bench import Bench, Halt, Hands
from rushes.jobs.lookout import Lookout
from rushes.jobs.operations import RemoteFlow
from rushes.take import TakeState
from rushes.task import Fallback, Status, Task
from rushes.testing.far_side import FarSide
from rushes.testing.faults import QUICK, Site, now

T = TypeVar("T")

TIMING = replace(
    QUICK, storm_seconds=0.02, operation_seconds=0.03, retry_seconds=(0.02, 0.03), quota_seconds=(0.02, 0.03, 0.05)
)
#: How long a far side may be silent in these tests.
SILENCE_SECONDS = 1.0
#: Moments at which a worker dies, in the order of a task's life; "" is never.
EARLY = ("", "submitting", "submitted", "operation_written")
EVERY = (*EARLY, "fetched", "digest_written", "clip_stored", "settling", "settled")


@dataclass(frozen=True, slots=True)
class Fault:
    """What the far side is told, and how the task ends when nobody dies."""

    words: str
    code: str = ""  #: of the failure; empty: the film is delivered
    #: Of the failure at engines that know more about it.
    codes: Mapping[str, str] = field(default_factory=dict)

    @property
    def moments(self) -> tuple[str, ...]:
        return EARLY if self.code else EVERY


FAULTS = (
    Fault(""),
    Fault("far:slow=0.2"),
    Fault("far:429=2"),
    Fault("far:429", "quota_exceeded"),
    Fault("far:503=1"),
    # This wire tells a filter from what the server cannot make; the two others' refusals may mean either.
    Fault("far:400", "shot_refused", {"videos_api": "shot_unsupported"}),
    Fault("far:403", "engine_failed"),
    Fault("far:500", "outcome_unknown"),
    Fault("far:lost", "outcome_unknown"),
    Fault("far:mute", "outcome_unknown"),
    Fault("far:poll429=2"),
    Fault("far:poll500=3"),
    Fault("far:pollhang=1"),
    Fault("far:pollcut=2"),
    Fault("far:filter", "shot_refused"),
    Fault("far:error=13", "engine_failed"),
    Fault("far:neither", "engine_failed"),
    Fault("far:expired", "engine_failed"),
    Fault("far:gone", "engine_failed"),
    Fault("far:filecut=1"),
    Fault("far:truncated=1"),
    Fault("far:truncated", "engine_failed"),
    Fault("far:mime", "engine_failed"),
    Fault("far:drip"),
    Fault("far:skew"),
)


class Killed(BaseException):
    """Nobody catches this: what is not on disk is gone."""


@dataclass(frozen=True, slots=True)
class Cell:
    task: Task
    accepted: int  #: submits that the far side took, and would be paid for
    died: bool  #: the moment was reached


class PlainSteps:
    """Transactions without the job engine's note: here nobody but this flow works on the task."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def transact(self, name: str, work: Callable[[Connection], T]) -> T:
        with self._database.transaction() as connection:
            return work(connection)


def run(
    site: Site,
    far: FarSide,
    engine: str,
    fault: Fault,
    moment: str,
    monkeypatch: pytest.MonkeyPatch,
    folder: Path,
    away: timedelta = timedelta(),
    deadline_seconds: float = 30.0,
) -> Cell:
    """Bring one task to its end through one fault and one death, after which nobody works for a while (`away`)."""
    before = far.accepted
    # The words are counted per prompt, so each cell has a prompt of its own.
    prompt = f"{fault.words} at {moment or 'peace'}"
    task_id = site.submit(prompt, engine=engine, deadline_seconds=deadline_seconds)
    died = _live(site, engine, task_id, moment, monkeypatch, folder)
    if died:
        _live(site, engine, task_id, "", monkeypatch, folder, away)
    return Cell(site.task(task_id), far.accepted - before, died)


def run_both(
    site: Site,
    fars: tuple[FarSide, FarSide],
    words: str,
    moment: str,
    monkeypatch: pytest.MonkeyPatch,
    folder: Path,
) -> tuple[Task, tuple[int, int]]:
    """Bring a task of the first far side's engine, which the second's may take over, to its end through a fault of the
    first and one death; the task, and what each far side has accepted."""
    names = tuple(far.name for far in fars)
    before = tuple(far.accepted for far in fars)
    with site.database.transaction() as connection:
        workers.beat(connection, "somebody", "elsewhere", 1, names, now() + timedelta(hours=1))
    fallbacks = (Fallback(names[1], False),)
    prompt = f"{words}@{names[0]} then {names[1]} at {moment or 'peace'}"
    task_id = site.submit(prompt, engine=names[0], deadline_seconds=30, fallbacks=fallbacks)
    for _ in range(3):  # Two engines and one death.
        task = site.task(task_id)
        if not task.status.ended:
            died = _live(site, task.engine, task_id, moment, monkeypatch, folder)
            moment = "" if died else moment
    return site.task(task_id), (fars[0].accepted - before[0], fars[1].accepted - before[1])


def _live(
    site: Site,
    engine: str,
    task_id: str,
    moment: str,
    monkeypatch: pytest.MonkeyPatch,
    folder: Path,
    ahead: timedelta = timedelta(),
) -> bool:
    """A worker's life with this task: until the task ends, or the worker dies; did it die?"""

    def die(_pid: int, _signal: int) -> None:
        raise Killed

    environment = {"RUSHES_DIE_AT": moment, "RUSHES_TESTING": "1"}
    stub = SimpleNamespace(environ=environment, kill=die, getpid=lambda: 0)
    monkeypatch.setattr(kill_points, "os", stub)
    bench = bench_of(site, folder, f"worker-{moment}", ahead)
    loaded = catalog.load(engine)
    assert not hasattr(loaded, "render")
    remote: RemoteEngine = loaded
    with ThreadPoolExecutor(2) as threads, ThreadPoolExecutor(1) as film_threads:
        flow = RemoteFlow(bench, remote, PlainSteps(site.database), threads, film_threads, Lookout(bench))
        try:
            asyncio.run(flow.run(task_id))
        except Killed:
            return True
    return False


def bench_of(site: Site, folder: Path, worker: str, ahead: timedelta = timedelta()) -> Bench:
    return Bench(
        site.database,
        site.storage,
        None,
        lambda: now() + ahead,
        folder,
        worker,
        0,
        TIMING,
        Halt(),
        Hands(),
        site.queue.hand_over,
    )


def judge(site: Site, fault: Fault, moment: str, cell: Cell) -> None:
    """What must be true of every cell."""
    task = cell.task
    assert task.status.ended
    assert cell.accepted <= 1, "never two paid submits"
    assert (task.charged_microusd > 0) == (task.status is Status.SUCCEEDED), "never a charge without a clip"
    assert task.status is not Status.SUCCEEDED or task.clip is not None
    code = task.failure.code if task.failure else ""
    (last,) = site.takes(task.id)[-1:]
    if cell.died and moment in ("submitting", "submitted"):
        # The only two points after which nobody can know; the second is the only one at which a film may be lost.
        assert code == "outcome_unknown", f"{fault.words} killed at {moment}: {code}"
        assert last.state is TakeState.UNKNOWN
    else:
        assert code == fault.codes.get(task.engine, fault.code), (
            f"{fault.words} killed at {moment or 'no point'}: {task.failure}"
        )
