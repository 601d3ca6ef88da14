"""The audit trail over HTTP: who did what in the key's project, the newest first."""

from __future__ import annotations

from starlette.responses import Response

from rushes import errors
from rushes.api.answers import enveloped
from rushes.api.front import Call
from rushes.api.queries import moment, whole
from rushes.api.route import Group, Query, Route
from rushes.database import audit
from rushes.database.audit import Act
from rushes.key import Scope

LIMIT_MAX = 200
_NUMBER_MAX = 999_999_999


def page(call: Call) -> Response:
    query = call.query
    limit = whole(query, "limit", 50, 1, LIMIT_MAX)
    before = whole(query, "before", 0, 1, _NUMBER_MAX) or None
    since, until = moment(query, "since"), moment(query, "until")
    with call.front.desk.database.reading() as connection:
        found = audit.page(
            connection,
            call.key.project,
            limit=limit + 1,
            before=before,
            by=query.get("by"),
            action=query.get("action"),
            subject=query.get("subject"),
            since=since,
            until=until,
        )
    shown, more = found[:limit], len(found) > limit
    acts = [_words(act) for act in shown]
    return enveloped({"acts": acts, "has_more": more, "next": shown[-1].number if more else None})


def _words(act: Act) -> dict[str, object]:
    return {
        "number": act.number,
        "at": act.at.isoformat(),
        "by": act.by,
        "action": act.action,
        "subject": act.subject,
        "address": act.address,
        "about": act.body,
    }


ROUTE = Route(
    "GET",
    "/api/v1/audit",
    page,
    Scope.ADMIN,
    Group.ACCOUNT,
    "Read the audit trail",
    "Who did what to the project's keys, people and money, when and from where; the newest first. It is only ever added to.",
    "AuditPage",
    query=(
        Query("limit", f"How many, 1 to {LIMIT_MAX}.", between=(1, LIMIT_MAX), default="50", example="50"),
        Query("before", "The number of the last one seen: the page goes on behind it.", between=(1, _NUMBER_MAX)),
        Query("by", "Only what they did.", example="person Maya"),
        Query("action", "Only such acts; a noun alone finds all of its acts.", example="key.revoked"),
        Query("subject", "Only what was done to it.", example="01k9w0c3v8f6t2m4n5p7q9r0s1"),
        Query("since", "From then on: ISO 8601 with a time zone.", example="2026-11-01T00:00:00Z"),
        Query("until", "Before then: ISO 8601 with a time zone.", example="2026-12-01T00:00:00Z"),
    ),
    refusals=(errors.Unauthenticated, errors.Forbidden, errors.ValueNotAllowed),
)
