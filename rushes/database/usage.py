"""Usage: one row for each day, key, model, engine and status, and its durations by bucket. Written by `settlement` alone,
in the transaction that ends a task."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.database.columns import storable
from rushes.database.connect import read
from rushes.usage import Dimension, Ended, Line, bucket

_COLUMNS = {
    Dimension.DAY: "day",
    Dimension.MODEL: "model",
    Dimension.KEY: "key_id",
    Dimension.ENGINE: "engine",
    Dimension.STATUS: "status",
}
_KEY = "project, day, key_id, model, engine, status"
_VALUES = ":project, :day, :key_id, :model, :engine, :status"
_ADD = sa.text(
    f"INSERT INTO usage_days ({_KEY}, tasks, seconds, discount_microusd, charged_microusd)"
    f" VALUES ({_VALUES}, 1, :seconds, :discount_microusd, :charged_microusd)"
    f" ON CONFLICT ({_KEY}) DO UPDATE SET tasks = usage_days.tasks + 1,"
    " seconds = usage_days.seconds + excluded.seconds,"
    " discount_microusd = usage_days.discount_microusd + excluded.discount_microusd,"
    " charged_microusd = usage_days.charged_microusd + excluded.charged_microusd"
)
_ADD_TIME = sa.text(
    f"INSERT INTO usage_times ({_KEY}, bucket, waiting, rendering) VALUES ({_VALUES}, :bucket, :waiting, :rendering)"
    f" ON CONFLICT ({_KEY}, bucket) DO UPDATE SET waiting = usage_times.waiting + excluded.waiting,"
    " rendering = usage_times.rendering + excluded.rendering"
)


def add(connection: Connection, ended: Ended) -> None:
    """Count a task that ends in this transaction."""
    key = {
        "project": ended.project,
        "day": ended.day,
        "key_id": ended.key_id,
        "model": ended.model,
        "engine": ended.engine,
        "status": ended.status,
    }
    sums = {
        "seconds": ended.seconds,
        "discount_microusd": ended.discount_microusd,
        "charged_microusd": ended.charged_microusd,
    }
    connection.execute(_ADD, {**key, **sums})
    times: dict[int, dict[str, int]] = {bucket(ended.waiting_seconds): {"waiting": 1, "rendering": 0}}
    if ended.rendering_seconds is not None:
        times.setdefault(bucket(ended.rendering_seconds), {"waiting": 0, "rendering": 0})["rendering"] = 1
    # In one order, so that two who end tasks of one kind never wait for each other.
    for number in sorted(times):
        connection.execute(_ADD_TIME, {**key, "bucket": number, **times[number]})


def charged_by_key(connection: Connection, project: str, first: str, last: str) -> Mapping[str, int]:
    """Micro-dollars that tasks which ended from the day `first` to the day `last` were charged, by their keys' ids."""
    sql = (
        "SELECT key_id, CAST(SUM(charged_microusd) AS BIGINT) FROM usage_days"
        " WHERE project = ? AND day >= ? AND day <= ? GROUP BY key_id"
    )
    return {row[0]: int(row[1]) for row in read(connection, sql, (project, first, last))}


def lines(
    connection: Connection,
    project: str,
    *,
    first: str,
    last: str,
    by: Sequence[Dimension],
    where: Mapping[Dimension, str] | None = None,
) -> list[Line]:
    """The sums of a project's tasks that ended from the day `first` to the day `last`, one line for each combination of
    `by` that occurs, in that order; only of tasks that have what `where` says."""
    conditions = [("project = ?", project), ("day >= ?", first), ("day <= ?", last)]
    conditions += [(f"{_COLUMNS[dimension]} = ?", value) for dimension, value in (where or {}).items()]
    filters = " AND ".join(condition for condition, _ in conditions)
    values = [storable(value) for _, value in conditions]
    columns = ", ".join(_COLUMNS[dimension] for dimension in by)
    head = f"{columns}, " if columns else ""
    group = f" GROUP BY {columns} ORDER BY {columns}" if columns else ""
    # CAST, because PostgreSQL's sum of bigint is numeric.
    sums = ", ".join(
        f"CAST(COALESCE(SUM({name}), 0) AS BIGINT)"
        for name in ("tasks", "seconds", "discount_microusd", "charged_microusd")
    )
    rows = read(connection, f"SELECT {head}{sums} FROM usage_days WHERE {filters}{group}", values)
    within = f" GROUP BY {head}bucket"
    counts = "CAST(SUM(waiting) AS BIGINT), CAST(SUM(rendering) AS BIGINT)"
    waiting: dict[tuple[str, ...], dict[int, int]] = {}
    rendering: dict[tuple[str, ...], dict[int, int]] = {}
    times = read(connection, f"SELECT {head}bucket, {counts} FROM usage_times WHERE {filters}{within}", values)
    for *of, number, waited, rendered in times:
        for counted, kept in ((waited, waiting), (rendered, rendering)):
            if counted:
                kept.setdefault(tuple(of), {})[number] = counted
    found = []
    for row in rows:
        common = row[: len(by)]
        tasks, seconds, discount, charged = row[len(by) :]
        found.append(
            Line(
                dict(zip(by, common, strict=True)),
                tasks,
                seconds,
                discount,
                charged,
                waiting.get(common, {}),
                rendering.get(common, {}),
            )
        )
    return found
