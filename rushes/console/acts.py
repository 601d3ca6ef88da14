"""Acts: lines of the audit log as sentences for people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from rushes.console.key_form import OVERLAPS
from rushes.console.pages import usd
from rushes.database.audit import Act

#: What was done, and before whose name the sentence goes on.
VERBS: Mapping[str, str] = {
    "device.approved": "let in the program",
    "device.denied": "turned away the program",
    "invitation.withdrawn": "withdrew an invitation",
    "key.changed": "changed the key",
    "key.created": "made the key",
    "key.revoked": "revoked the key",
    "key.rotated": "rotated the key",
    "person.invited": "invited",
    "person.joined": "joined as",
    "person.password_set": "set a password with a one-time link",
    "person.password_changed": "changed their password",
    "person.removed": "removed",
    "person.role_changed": "gave another role to",
    "person.signed_in": "signed in",
    "person.signed_out": "ended a session",
    "project.budgeted": "set a budget of the project",
    "project.created": "made the project",
    "project.erased": "erased the data of the project",
    "project.kept": "put a legal hold on the project",
    "project.limited": "set the limit of the project",
    "project.released": "lifted the legal hold on the project",
    "project.retention_set": "set how long things are kept in the project",
    "project.topped_up": "topped up the project",
    "terms.agreed": "agreed on prices",
    "terms.ended": "ended agreed prices",
    "usage.reconciled": "looked at what engines charged",
    "webhook.changed": "changed the webhook",
    "webhook.created": "made the webhook",
    "webhook.removed": "removed the webhook",
    "webhook.rotated": "rotated the secret of the webhook",
}
#: Where the subject says no more than the sentence does.
_ALONE = frozenset(
    {"person.password_changed", "person.password_set", "person.signed_in", "person.signed_out", "invitation.withdrawn"}
)
_FIELDS: Mapping[str, str] = {
    "concurrent_tasks": "tasks at once",
    "expires_at": "end",
    "requests_burst": "requests at once",
    "scopes": "rights",
}
#: What a field without a value means, where it is not plainly none.
_NOTHING: Mapping[str, str] = {
    "addresses": "anywhere",
    "concurrent_tasks": "any number",
    "expires_at": "never",
    "models": "all",
    "requests_burst": "all",
    "requests_per_minute": "any number",
}
#: Nouns by which the trail can be filtered.
NOUNS: Mapping[str, str] = {
    "key": "keys",
    "device": "programs let in",
    "person": "people",
    "project": "the project",
    "terms": "prices",
    "usage": "what engines charged",
    "webhook": "webhooks",
}


@dataclass(frozen=True, slots=True)
class Told:
    number: int
    at: datetime
    who: str
    verb: str
    whom: str  #: empty where the verb says it all
    detail: str
    address: str | None
    key_id: str | None  #: of the key that it was done to


def told(act: Act, key_names: Mapping[str, str]) -> Told:
    """`key_names`: what the project's keys are called, by their ids."""
    body = dict(act.body)
    names = [said for field in ("name", "client", "host") if (said := body.pop(field, None))]
    name = names[0] if names else key_names.get(act.subject, act.subject)
    return Told(
        act.number,
        act.at,
        who(act.by, key_names),
        VERBS.get(act.action, act.action.replace(".", " ")),
        "" if act.action in _ALONE else str(name),
        "; ".join(_lines(body)),
        act.address,
        act.subject if act.action.startswith("key.") else None,
    )


def who(by: str, key_names: Mapping[str, str]) -> str:
    """`person Maya` is Maya, `key 01k9…` the key's name."""
    kind, _, name = by.partition(" ")
    if kind == "person":
        return name
    if kind == "key" and name:
        return f"Key {key_names.get(name, name)}"
    return f"The {by.removeprefix('the ')}"


def _lines(body: Mapping[str, object]) -> list[str]:
    lines = []
    for name, value in body.items():
        match name, value:
            case _, None:
                pass
            case "new", _:
                pass  # an id that nobody reads; the key's own page leads there
            case "live", _:
                lines.append("live" if value else "test")
            case _, int() if name.endswith("_microusd"):
                lines.append(f"{_plain(name.removesuffix('_microusd'))} {usd(value)} USD")
            case "overlap_seconds", int():
                more = OVERLAPS.get(value, f"for {value // 60} min") if value else "no longer"
                lines.append(f"the old one works {more}")
            case "changes", Mapping():
                lines += [
                    f"{_plain(field)} from {_said(old, field)} to {_said(new, field)}"
                    for field, (old, new) in value.items()
                ]
            case _:
                lines.append(f"{_plain(name)} {_said(value)}")
    return lines


def _plain(name: str) -> str:
    return _FIELDS.get(name) or name.replace("_", " ").replace(".", " a ").replace(" a total", " in all")


def _said(value: object, field: str = "") -> str:
    match value:
        case None:
            return _NOTHING.get(field, "none")
        case str() if field == "expires_at":
            return f"{datetime.fromisoformat(value):%-d %b %Y, %H:%M} UTC"
        case bool():
            return "yes" if value else "no"
        case list():
            return ", ".join(map(str, value))
        case _:
            return str(value)
