"""Check and price a request; change nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rushes import models
from rushes.database import terms
from rushes.engines import catalog
from rushes.errors import ValueNotAllowed
from rushes.intake import sources, webhooks
from rushes.intake.desk import Desk
from rushes.intake.request import Request
from rushes.key import Key, Scope
from rushes.ledger import Cost
from rushes.model import Model, usd_text
from rushes.shot import EXTENSION_SECONDS, Mode
from rushes.task import Fallback
from rushes.terms import priced

#: Engines that cost nobody anything: what they make is not charged, unless the owner says so.
_FREE_ENGINES = frozenset({"animatic"})


@dataclass(frozen=True, slots=True)
class Quote:
    model: Model
    mode: Mode
    parameters: Mapping[str, object]  #: effective: defaults filled in; media as given
    cost: Cost
    engine: str  #: who would render it now
    fallbacks: tuple[Fallback, ...] = ()  #: and who, in order, when that one surely cannot


def quote(desk: Desk, key: Key, request: Request) -> Quote:
    """What the request would cost and who would serve it.

    Raises ValueNotAllowed for an unknown model, Forbidden when the key may not, the Refused kinds of `Model.check`
    and of `sources.parse`, ValueNotAllowed for a webhook that leads to no public place, ValueNotAllowed when the price is above `max_cost`, Unavailable when no engine serves the model here.
    """
    model = models.chosen(request.model)
    key.ensure_may(Scope.CREATE, model.id)
    parameters = model.check(request.parameters)
    mode = model.mode(request.parameters)
    if request.media is None:
        sources.named(parameters)
    webhooks.check(desk, request.callbacks)
    rehearsal = request.preview or not key.live
    engine = catalog.route(model, rehearsal=rehearsal, installed=desk.engines, routes=desk.routes)
    free = rehearsal or _is_free(desk, engine)
    cost = _cost(model, mode, parameters, free)
    if not free:
        with desk.database.reading() as connection:
            holding = terms.holding(connection, key.project, key.root, model.id, desk.clock())
        cost = priced(cost, holding, str(parameters["resolution"]), bool(parameters["generateAudio"]))
    if request.max_cost_microusd is not None and cost.total_microusd > request.max_cost_microusd:
        raise ValueNotAllowed(
            f"maxCost is {usd_text(request.max_cost_microusd)} USD; this shot costs {usd_text(cost.total_microusd)} USD.",
            parameter="maxCost",
        )
    fallbacks = () if rehearsal else _fallbacks(desk, model, engine, free)
    return Quote(model, mode, parameters, cost, engine, fallbacks)


def _is_free(desk: Desk, engine: str) -> bool:
    return engine in _FREE_ENGINES and not desk.charge_animatic


def _fallbacks(desk: Desk, model: Model, engine: str, free: bool) -> tuple[Fallback, ...]:
    """What was promised for nothing is never given to an engine that costs: nobody would pay for it."""
    names = catalog.after(engine, model, installed=desk.engines, routes=desk.routes)
    return tuple(Fallback(name, _is_free(desk, name)) for name in names if _is_free(desk, name) or not free)


def _cost(model: Model, mode: Mode, parameters: Mapping[str, object], free: bool) -> Cost:
    seconds = EXTENSION_SECONDS if mode is Mode.EXTEND else parameters["durationSeconds"]
    assert isinstance(seconds, int), "durationSeconds is declared as an integer with a default"
    unit = model.price.of(str(parameters["resolution"]), bool(parameters["generateAudio"]), 1)
    return Cost(
        quantity=seconds,
        unit_price_microusd=unit,
        discount_microusd=unit * seconds if free else 0,
        price_version=model.price.version,
    )
