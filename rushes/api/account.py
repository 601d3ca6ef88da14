"""Whose key this is, and what is left: as the control plane of the reference wire tells them."""

from __future__ import annotations

from starlette.responses import Response

from rushes.api.answers import enveloped
from rushes.api.front import Call
from rushes.database import projects
from rushes.database.projects import Project
from rushes.key import Scope
from rushes.model import usd_text

#: What a project without any limit has left, for clients that want a number.
BOUNDLESS_USD = "1000000000"


def balance(call: Call) -> Response:
    """All amounts are text, in USD."""
    project = _project(call)
    left = project.left_microusd
    held = project.balance_microusd
    limit = project.limit_microusd
    return enveloped(
        {
            "user_id": project.id,
            "balance": usd_text(held if held is not None else max(0, left or 0)) if left is not None else BOUNDLESS_USD,
            "total_recharged": usd_text(project.topped_up_microusd or 0),
            "currency": "USD",
            "billing_mode": "postpaid" if project.topped_up_microusd is None else "prepaid",
            "credit_limit": BOUNDLESS_USD if limit is None else usd_text(limit),
            "arrears": usd_text(max(0, -(left or 0))),
            "available_balance": BOUNDLESS_USD if left is None else usd_text(max(0, left)),
        }
    )


def me(call: Call) -> Response:
    key, project = call.key, _project(call)
    role = "admin" if Scope.KEYS in key.scopes else "member"
    user = {"id": key.id, "email": "", "account": project.id, "name": key.name, "role": role}
    return enveloped({"user": user})


def _project(call: Call) -> Project:
    with call.front.desk.database.reading() as connection:
        project = projects.get(connection, call.key.project)
    assert project is not None, "a key belongs to a project"
    return project
