"""Reconciliation over HTTP: for whoever runs the server, because it tells what engines charge."""

from __future__ import annotations

from datetime import timedelta

from starlette.responses import Response

from rushes.api import fields
from rushes.api.answers import enveloped
from rushes.api.front import Call
from rushes.api.projects import ensure_house
from rushes.intake.reconcile import reconcile
from rushes.model import Kind, Parameter, usd_text
from rushes.reconciliation import Compared

DAYS = 30
#: Differences told in one answer; `differences` counts them all.
SHOWN_MAX = 1000
FROM = Parameter(
    "from", Kind.STRING, "Takes that ended from then on; 30 days ago when left out.", example="2026-11-01T00:00:00Z"
)
TO = Parameter("to", Kind.STRING, "And before then; now when left out.", example="2026-12-01T00:00:00Z")
PROJECT = Parameter("project", Kind.STRING, "Only of this project.", length_max=40, example="studio")
RECONCILE = (FROM, TO, PROJECT)


def create(call: Call) -> Response:
    given = fields.read(call.body, RECONCILE, "a reconciliation")
    ensure_house(call, pays=False)
    now, project = call.front.desk.clock(), given.get("project")
    until = fields.time(given.get("to"), "to") or now
    since = fields.time(given.get("from"), "from") or until - timedelta(days=DAYS)
    found = reconcile(
        call.front.desk.database,
        since,
        until,
        project=None if project is None else str(project),
        by=call.by,
        now=now,
    )
    return enveloped(
        {
            "from": fields.iso(found.since),
            "to": fields.iso(found.until),
            "takes": found.takes,
            "reported": found.reported,
            "captured": usd_text(found.captured_microusd),
            "charged": usd_text(found.reported_microusd),
            "differences": len(found.found),
            "lines": [words(one) for one in found.found[:SHOWN_MAX]],
        }
    )


def words(one: Compared) -> dict[str, object]:
    return {
        "task": one.task,
        "take": one.take,
        "project": one.project,
        "model": one.model,
        "engine": one.engine,
        "ended_at": fields.iso(one.ended_at),
        "differences": [str(difference) for difference in one.differences],
        "delivered_seconds": one.delivered_seconds,
        "reported_seconds": one.reported_seconds,
        "captured": usd_text(one.captured_microusd),
        "charged": None if one.reported_microusd is None else usd_text(one.reported_microusd),
    }
