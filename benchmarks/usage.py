"""How long the usage of a month takes to read: a million synthetic tasks on PostgreSQL.

Rows are made as `settlement` makes them: tasks, their entries, and the day's sums. Usage is then asked for as the API
does, by day, by model and key, and with a filter; the slowest of the medians is what counts (the bar: 300 ms).

    python -m benchmarks.usage postgresql://user@host/name    (an empty database)
    python benchmarks/usage.py                                (a server of its own, for as long as it takes)
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import sqlalchemy as sa

sys.path.insert(0, str(Path(__file__).parent.parent))

from rushes.database import tables, usage
from rushes.database.connect import Database, open_database
from rushes.database.migrate import migrate
from rushes.usage import Dimension, bucket

TASKS = 1_000_000
DAYS = 30
FIRST = date(2026, 11, 1)
MODELS = ("veo_31_fast", "veo_31", "animatic")
ENGINES = {"veo_31_fast": "vertex", "veo_31": "vertex", "animatic": "animatic"}
KEYS = tuple(f"key{number:023d}" for number in range(40))
STATUSES = ("succeeded",) * 18 + ("failed", "canceled")
ROUNDS = 15

_TASKS = """
INSERT INTO tasks (id, project, key_id, live, model, engine, mode, shot, parameters, status, created_at, quantity,
  unit_price_microusd, discount_microusd, price_version, expires_at, deadline_at, hold_microusd, stage, progress, takes,
  started_at, ended_at, charged_microusd, notes)
SELECT 'task' || lpad(n::text, 22, '0'), 'default', 'key' || lpad((n % 40)::text, 23, '0'), true, 'veo_31_fast',
  'vertex', 'text', '{}', '{}', 'succeeded', timestamptz '2026-11-01' + n * interval '2.5 seconds', 8, 100000, 0, '1',
  timestamptz '2027-01-01', timestamptz '2027-01-01', 800000, 'succeeded', 1, 1,
  timestamptz '2026-11-01' + n * interval '2.5 seconds', timestamptz '2026-11-01' + n * interval '2.6 seconds',
  800000, '{}' FROM generate_series(1, :tasks) AS n
"""


def fill(database: Database) -> None:
    """A million tasks, and the sums of a million as varied as a busy month's."""
    draw = random.Random(7)
    sums: Counter[tuple[str, ...]] = Counter()
    waiting: Counter[tuple[str | int, ...]] = Counter()
    rendering: Counter[tuple[str | int, ...]] = Counter()
    for _ in range(TASKS):
        model = draw.choice(MODELS)
        day = (FIRST + timedelta(days=draw.randrange(DAYS))).isoformat()
        of = ("default", day, draw.choice(KEYS), model, ENGINES[model], draw.choice(STATUSES))
        sums[of] += 1
        waiting[(*of, bucket(draw.lognormvariate(0, 1.5)))] += 1
        rendering[(*of, bucket(draw.lognormvariate(3, 1)))] += 1
    names = ("project", "day", "key_id", "model", "engine", "status")
    days = [
        {**dict(zip(names, of, strict=True)), "tasks": count, "seconds": 8 * count}
        | {"discount_microusd": 0, "charged_microusd": 800_000 * count}
        for of, count in sums.items()
    ]
    times = [
        dict(zip((*names, "bucket"), of, strict=True)) | {"waiting": waiting[of], "rendering": rendering[of]}
        for of in waiting.keys() | rendering.keys()
    ]
    with database.transaction() as connection:
        connection.exec_driver_sql(
            "INSERT INTO projects (id, name, held_microusd, spent_microusd, created_at)"
            " VALUES ('default', 'Default', 0, 0, now())"
        )
        connection.execute(sa.text(_TASKS), {"tasks": TASKS})
        for table, rows in ((tables.usage_days, days), (tables.usage_times, times)):
            connection.execute(sa.insert(table), rows)
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("ANALYZE")
    print(f"{TASKS:,} tasks; {len(days):,} rows of sums, {len(times):,} of times")


def measure(database: Database) -> float:
    """The slowest question's median in seconds."""
    questions: dict[str, tuple[tuple[Dimension, ...], dict[Dimension, str]]] = {
        "by day": ((Dimension.DAY,), {}),
        "by model and key": ((Dimension.MODEL, Dimension.KEY), {}),
        "by all five": (tuple(Dimension), {}),
        "by day, of one key": ((Dimension.DAY,), {Dimension.KEY: KEYS[3]}),
    }
    slowest = 0.0
    for name, (by, where) in questions.items():
        took = []
        for _ in range(ROUNDS):
            began = time.perf_counter()
            with database.reading() as connection:
                found = usage.lines(connection, "default", first="2026-11-01", last="2026-11-30", by=by, where=where)
            took.append(time.perf_counter() - began)
        median = statistics.median(took)
        slowest = max(slowest, median) if len(by) < len(Dimension) else slowest
        print(f"{name:20} {len(found):6} lines  {sum(line.tasks for line in found):9,} tasks  {median * 1000:7.1f} ms")
    return slowest


def main(words: list[str]) -> int:
    if words:
        return run(words[0])
    from tests.databases import Postgres  # a development server, which installations do not have

    server = Postgres()
    try:
        return run(server.create("usage"))
    finally:
        server.close()


def run(url: str) -> int:
    database = open_database(url)
    try:
        migrate(database)
        fill(database)
        slowest = measure(database)
    finally:
        database.close()
    print(f"slowest {slowest * 1000:.0f} ms (bar: 300 ms)")
    return 0 if slowest < 0.3 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
