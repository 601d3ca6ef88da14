"""Usage: what was made and spent, by day, model and key. Every figure leads to the tasks behind it."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from starlette.responses import Response

from rushes.console.house import Visit
from rushes.console.pages import page, usd
from rushes.database import keys, projects, sums
from rushes.database.sums import Sum
from rushes.ledger import MICROUSD_PER_USD
from rushes.task import Status

PERIODS: Mapping[int, str] = {7: "7 days", 30: "30 days", 90: "90 days"}
_HEIGHT = 250.0
_WIDTH = 916.0
#: Spreadsheets take a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Bar:
    """One day of the chart, in its own units."""

    day: date
    x: float
    width: float
    pieces: tuple[tuple[str, float, float], ...]  #: (series, y, height), from the ground up
    words: str
    is_marked: bool  #: does the axis name it?


@dataclass(frozen=True, slots=True)
class Line:
    """A key's or model's share."""

    name: str
    id: str
    clips: int
    seconds: int
    charged_microusd: int


def show(visit: Visit) -> Response:
    days = _days(visit)
    since = _since(visit, days)
    with visit.house.desk.database.reading() as connection:
        found = sums.by_day(connection, visit.person.project, since)
        waited = sums.waits(connection, visit.person.project, since)
        names = {key.id: key.name for key in keys.page(connection, visit.person.project)}
        project = projects.get(connection, visit.person.project)
    spent = sum(one.charged_microusd for one in found)
    measure = visit.query.get("of") if visit.query.get("of") in ("usd", "seconds") else ("usd" if spent else "seconds")
    series = _series(found)
    top, bars = _bars(found, series, measure == "usd", since.date(), days)
    ended = [one for one in found if one.status in (Status.SUCCEEDED, Status.FAILED)]
    tried = sum(one.tasks for one in ended)
    return page(
        visit,
        "usage.html",
        "Usage",
        days=days,
        periods=PERIODS,
        measure=measure,
        project=project,
        spent=spent,
        clips=_clips(found),
        seconds=_made_seconds(found),
        failed=sum(one.tasks for one in ended if one.status is Status.FAILED),
        tried=tried,
        back=round(100 * sum(one.tasks for one in ended if one.status is Status.SUCCEEDED) / tried, 1)
        if tried
        else None,
        median=_percentile(waited, 0.5),
        slow=_percentile(waited, 0.95),
        series=series,
        series_sums=[(name, _amount([one for one in found if one.model == name], measure == "usd")) for name in series],
        bars=bars,
        grid=[(_HEIGHT - _HEIGHT * part / 4, f"{top * part / 4:g}") for part in range(5)],
        height=_HEIGHT,
        width=_WIDTH,
        by_key=_lines(found, lambda one: one.key_id, names),
        by_model=_lines(found, lambda one: one.model, {}),
        is_empty=not found,
    )


def table(visit: Visit) -> Response:
    """The same sums as CSV."""
    since = _since(visit, _days(visit))
    with visit.house.desk.database.reading() as connection:
        found = sums.by_day(connection, visit.person.project, since)
        names = {key.id: key.name for key in keys.page(connection, visit.person.project)}
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["day", "model", "key", "key_id", "status", "tasks", "seconds", "charged_usd"])
    for one in found:
        name = names.get(one.key_id, "console")
        shown = f"'{name}" if name.startswith(_FORMULA) else name
        charged = usd(one.charged_microusd)
        writer.writerow([one.day, one.model, shown, one.key_id, one.status, one.tasks, one.seconds, charged])
    headers = {"content-disposition": 'attachment; filename="rushes-usage.csv"'}
    return Response(out.getvalue(), headers=headers, media_type="text/csv")


def _days(visit: Visit) -> int:
    asked = visit.query.get("days", "")
    return int(asked) if asked in {str(days) for days in PERIODS} else 30


def _since(visit: Visit, days: int) -> datetime:
    return visit.now.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=days - 1)


def _clips(found: Sequence[Sum]) -> int:
    return sum(one.tasks for one in found if one.status is Status.SUCCEEDED)


def _made_seconds(found: Sequence[Sum]) -> int:
    return sum(one.seconds for one in found if one.status is Status.SUCCEEDED)


def _amount(found: Sequence[Sum], is_money: bool) -> str:
    return usd(sum(one.charged_microusd for one in found)) if is_money else f"{_made_seconds(found)} s"


def _series(found: Sequence[Sum]) -> list[str]:
    """Models in the order of what they made, the largest first."""
    made: defaultdict[str, int] = defaultdict(int)
    for one in found:
        made[one.model] += one.charged_microusd + one.seconds
    return sorted(made, key=lambda model: -made[model])


def _bars(
    found: Sequence[Sum], series: Sequence[str], is_money: bool, first: date, days: int
) -> tuple[float, list[Bar]]:
    """The top of the scale and one bar for each day."""
    heights: defaultdict[date, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for one in found:
        made = one.seconds if one.status is Status.SUCCEEDED else 0
        heights[one.day][one.model] += one.charged_microusd / MICROUSD_PER_USD if is_money else made
    top = _round_top(max((sum(of.values()) for of in heights.values()), default=0.0))
    step = _WIDTH / days
    bars: list[Bar] = []
    for number in range(days):
        day = first + timedelta(days=number)
        ground, pieces = _HEIGHT, []
        for index, model in enumerate(series):
            height = _HEIGHT * heights[day][model] / top
            if height > 0:
                pieces.append((f"s{min(index, 2) + 1}", round(ground - height, 1), round(max(height - 1, 0.5), 1)))
                ground -= height
        total = sum(heights[day].values())
        words = f"{day:%-d %B}: {total:.2f} USD" if is_money else f"{day:%-d %B}: {total:g} s"
        is_marked = number == days - 1 or number % max(1, days // 6) == 0
        bars.append(
            Bar(day, round(44 + number * step + step * 0.1, 1), round(step * 0.8, 1), tuple(pieces), words, is_marked)
        )
    return top, bars


def _round_top(most: float) -> float:
    """The least of 1, 2, 4, 10, 20, 40 … that is not less, so that quarters are round."""
    top = 1.0
    while top < most:
        top *= 2.5 if f"{top:e}"[0] == "4" else 2.0
    return top


def _lines(found: Sequence[Sum], by: Callable[[Sum], str], names: Mapping[str, str]) -> list[Line]:
    groups: defaultdict[str, list[Sum]] = defaultdict(list)
    for one in found:
        groups[by(one)].append(one)
    made = [
        Line(
            names.get(name, name if not names else "Console"),
            name,
            _clips(some),
            _made_seconds(some),
            sum(one.charged_microusd for one in some),
        )
        for name, some in groups.items()
    ]
    return sorted(made, key=lambda line: (-line.charged_microusd, -line.seconds, line.name))


def _percentile(waited: Sequence[float], part: float) -> float | None:
    return waited[min(len(waited) - 1, int(part * len(waited)))] if waited else None
