"""Usage: what was made and spent, by day, model and key. Every figure leads to the tasks behind it."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection
from starlette.responses import Response

from rushes.budget import Standing
from rushes.console.house import Visit
from rushes.console.pages import page, usd
from rushes.database import budgets, keys, projects, usage
from rushes.key import Key
from rushes.ledger import MICROUSD_PER_USD
from rushes.task import Status
from rushes.usage import Dimension, Line, percentile

PERIODS: Mapping[int, str] = {7: "7 days", 30: "30 days", 90: "90 days"}
_BY = (Dimension.DAY, Dimension.MODEL, Dimension.KEY, Dimension.STATUS)
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
class Share:
    """A key's or model's share."""

    name: str
    id: str
    clips: int
    seconds: int
    charged_microusd: int


@dataclass(frozen=True, slots=True)
class Gauge:
    """A budget at a glance."""

    name: str
    key_id: str  #: empty for the project's own
    standing: Standing


def show(visit: Visit) -> Response:
    days = _days(visit)
    first, last = _span(visit, days)
    project_id = visit.person.project
    with visit.house.desk.database.reading() as connection:
        found = usage.lines(connection, project_id, first=str(first), last=str(last), by=_BY)
        finished = usage.lines(
            connection, project_id, first=str(first), last=str(last), by=(), where={Dimension.STATUS: Status.SUCCEEDED}
        )
        all_keys = keys.page(connection, project_id)
        project = projects.get(connection, project_id)
        gauges = _gauges(connection, project_id, all_keys, visit.now)
    names = {key.id: key.name for key in all_keys}
    spent = sum(one.charged_microusd for one in found)
    measure = visit.query.get("of") if visit.query.get("of") in ("usd", "seconds") else ("usd" if spent else "seconds")
    series = _series(found)
    top, bars = _bars(found, series, measure == "usd", first, days)
    tried = sum(one.tasks for one in found if one.of[Dimension.STATUS] != Status.CANCELED)
    came_back = _clips(found)
    return page(
        visit,
        "usage.html",
        "Usage",
        days=days,
        ended=f"{first}..{last}",
        gauges=gauges,
        periods=PERIODS,
        measure=measure,
        project=project,
        spent=spent,
        clips=came_back,
        seconds=sum(one.seconds for one in found),
        failed=tried - came_back,
        tried=tried,
        back=round(100 * came_back / tried, 1) if tried else None,
        median=percentile(finished[0].rendering, 0.5) if finished else None,
        slow=percentile(finished[0].rendering, 0.95) if finished else None,
        wait=percentile(finished[0].waiting, 0.5) if finished else None,
        series_sums=[
            (name, _amount([one for one in found if one.of[Dimension.MODEL] == name], measure == "usd"))
            for name in series
        ],
        bars=bars,
        grid=[(_HEIGHT - _HEIGHT * part / 4, f"{top * part / 4:g}") for part in range(5)],
        by_key=_shares(found, Dimension.KEY, names, "Console"),
        by_model=_shares(found, Dimension.MODEL, {}, ""),
        is_empty=not found,
    )


def table(visit: Visit) -> Response:
    """The same sums as CSV."""
    first, last = _span(visit, _days(visit))
    with visit.house.desk.database.reading() as connection:
        found = usage.lines(connection, visit.person.project, first=str(first), last=str(last), by=_BY)
        names = {key.id: key.name for key in keys.page(connection, visit.person.project)}
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["day", "model", "key", "key_id", "status", "tasks", "seconds", "charged_usd"])
    for one in found:
        day, model, key_id, status = (one.of[dimension] for dimension in _BY)
        name = names.get(key_id, "Console")
        shown = f"'{name}" if name.startswith(_FORMULA) else name
        writer.writerow([day, model, shown, key_id, status, one.tasks, one.seconds, usd(one.charged_microusd)])
    headers = {"content-disposition": 'attachment; filename="rushes-usage.csv"'}
    return Response(out.getvalue(), headers=headers, media_type="text/csv")


def _gauges(connection: Connection, project: str, found: Sequence[Key], now: datetime) -> list[Gauge]:
    """The project's budgets, then those of its keys, each as it stands now."""
    made = [Gauge("The project", "", one) for one in budgets.standings(connection, project, project, now)]
    # A key that took another's place goes on with its budgets; the newest is the one that works.
    newest = {key.root: key for key in reversed(found)}
    for root, standings in budgets.of_keys(connection, project, now).items():
        if root in newest:
            key = newest[root]
            made += [Gauge(key.name, key.id, one) for one in standings]
    return made


def _days(visit: Visit) -> int:
    asked = visit.query.get("days", "")
    return int(asked) if asked in {str(days) for days in PERIODS} else 30


def _span(visit: Visit, days: int) -> tuple[date, date]:
    today = visit.now.date()
    return today - timedelta(days=days - 1), today


def _clips(found: Sequence[Line]) -> int:
    return sum(one.tasks for one in found if one.of[Dimension.STATUS] == Status.SUCCEEDED)


def _amount(found: Sequence[Line], is_money: bool) -> str:
    return usd(sum(one.charged_microusd for one in found)) if is_money else f"{sum(one.seconds for one in found)} s"


def _series(found: Sequence[Line]) -> list[str]:
    """Models in the order of what they made, the largest first."""
    made: defaultdict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for one in found:
        spent, seconds = made[one.of[Dimension.MODEL]]
        made[one.of[Dimension.MODEL]] = (spent + one.charged_microusd, seconds + one.seconds)
    return sorted(made, key=lambda model: made[model], reverse=True)


def _bars(
    found: Sequence[Line], series: Sequence[str], is_money: bool, first: date, days: int
) -> tuple[float, list[Bar]]:
    """The top of the scale and one bar for each day."""
    heights: defaultdict[date, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for one in found:
        made = one.charged_microusd / MICROUSD_PER_USD if is_money else one.seconds
        heights[date.fromisoformat(one.of[Dimension.DAY])][one.of[Dimension.MODEL]] += made
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


def _shares(found: Sequence[Line], by: Dimension, names: Mapping[str, str], nameless: str) -> list[Share]:
    """The largest first; `nameless` is what one is called that `names` does not know, else its id."""
    groups: defaultdict[str, list[Line]] = defaultdict(list)
    for one in found:
        groups[one.of[by]].append(one)
    made = [
        Share(
            names.get(id, nameless or id),
            id,
            _clips(some),
            sum(one.seconds for one in some),
            sum(one.charged_microusd for one in some),
        )
        for id, some in groups.items()
    ]
    return sorted(made, key=lambda share: (-share.charged_microusd, -share.seconds, share.name))
