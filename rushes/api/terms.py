"""Prices over HTTP: discounts, overrides, costs and margins. A key of the server's own project sees and makes them all;
another sees those that hold for its project, without what they cost us."""

from __future__ import annotations

import re
from decimal import Decimal

from starlette.responses import Response

from rushes.api import fields
from rushes.api.answers import enveloped
from rushes.api.front import Call
from rushes.api.projects import ensure_house, is_house
from rushes.database import terms
from rushes.errors import NotFound, ValueNotAllowed, WrongType
from rushes.intake import terms as intake
from rushes.model import Kind, Parameter, describe, usd_text
from rushes.terms import Term

PROJECT = Parameter("project", Kind.STRING, "Only for this project.", length_max=40, example="studio")
KEY = Parameter("key", Kind.STRING, "Only for this key of it, by its id.", length_max=40)
MODEL = Parameter("model", Kind.STRING, "Only for this model.", length_max=100, example="veo_31_fast")
RESOLUTION = Parameter("resolution", Kind.STRING, "Only at this resolution.", length_max=20, example="720p")
SOUND = Parameter("sound", Kind.BOOLEAN, "Only with, or only without sound.", example=True)
PRICE = Parameter("price", Kind.STRING, "USD for a second, instead of the list's.", example="0.09")
DISCOUNT = Parameter("discount", Kind.STRING, "Or percent to take off.", example="12.5")
COST = Parameter(
    "cost", Kind.STRING, "Or USD that a second costs us; the list price, when nothing says.", example="0.07"
)
MARGIN = Parameter("margin", Kind.STRING, "Or percent to put on what a second costs us.", example="20")
BEGINS_AT = Parameter("begins_at", Kind.STRING, "From when; now when left out.", example="2026-12-01T00:00:00Z")
ENDS_AT = Parameter("ends_at", Kind.STRING, "Until when; for good when left out.", example="2027-01-01T00:00:00Z")
_PERCENT = re.compile(r"[0-9]{1,4}(\.[0-9]{1,2})?")
AGREE = (PROJECT, KEY, MODEL, RESOLUTION, SOUND, PRICE, DISCOUNT, COST, MARGIN, BEGINS_AT, ENDS_AT)


def page(call: Call) -> Response:
    with call.front.desk.database.reading() as connection:
        found = [term for term in terms.page(connection) if _is_shown(call, term)]
    return enveloped({"terms": [_words(call, term) for term in found], "total": len(found)})


def agree(call: Call) -> Response:
    given = fields.read(call.body, AGREE, "a price")
    now = call.front.desk.clock()
    sound, price, cost = given.get("sound"), given.get("price"), given.get("cost")
    term = Term(
        id="",
        created_at=now,
        begins_at=fields.time(given.get("begins_at"), "begins_at") or now,
        ends_at=fields.time(given.get("ends_at"), "ends_at"),
        project=_text(given.get("project")),
        root=_text(given.get("key")),
        model=_text(given.get("model")),
        resolution=_text(given.get("resolution")),
        sound=sound if isinstance(sound, bool) else None,
        unit_price_microusd=None if price is None else fields.microusd(price, "price", "price"),
        discount=_share(given, "discount"),
        unit_cost_microusd=None if cost is None else fields.microusd(cost, "cost", "cost"),
        margin=_share(given, "margin"),
    )
    intake.check(term)
    ensure_house(call, pays=True)
    return enveloped(_words(call, intake.agree(call.front.desk.database, term, by=call.by)))


def end(call: Call) -> Response:
    with call.front.desk.database.reading() as connection:
        term = terms.get(connection, call.path["id"])
    if term is None or not _is_shown(call, term):
        raise NotFound(f"There are no terms {call.path['id'][:64]!r} for this key.")
    ensure_house(call, pays=True)
    intake.end(call.front.desk.database, term.id, call.front.desk.clock(), by=call.by)
    return enveloped({"id": term.id, "deleted": True})


def _is_shown(call: Call, term: Term) -> bool:
    """Costs and margins are ours to know; what is for another project is that one's."""
    is_ours = term.unit_cost_microusd is not None or term.margin is not None
    return is_house(call) or (not is_ours and term.project in (None, call.key.project))


def _share(given: dict[str, object], name: str) -> int | None:
    """A percentage in hundredths of a percent."""
    value = given.get(name)
    if value is None:
        return None
    told = f'{name} is {describe(value)}; it must be percent as text with at most two decimals, such as "12.5".'
    if not isinstance(value, str):
        raise WrongType(told, parameter=name)
    if not _PERCENT.fullmatch(value):
        raise ValueNotAllowed(told, parameter=name)
    return int(Decimal(value) * 100)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _words(call: Call, term: Term) -> dict[str, object]:
    words: dict[str, object] = {
        "id": term.id,
        "project": term.project,
        "key": term.root,
        "model": term.model,
        "resolution": term.resolution,
        "sound": term.sound,
        "price": None if term.unit_price_microusd is None else usd_text(term.unit_price_microusd),
        "discount": _percent(term.discount),
        "begins_at": fields.iso(term.begins_at),
        "ends_at": fields.iso(term.ends_at),
    }
    if is_house(call):
        words["cost"] = None if term.unit_cost_microusd is None else usd_text(term.unit_cost_microusd)
        words["margin"] = _percent(term.margin)
    return words


def _percent(share: int | None) -> str | None:
    return None if share is None else f"{Decimal(share) / 100:f}"
