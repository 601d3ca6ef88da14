"""The playground: describe a shot, see its price, make it. What it sends is an ordinary request, admitted by intake like
any other; the form is drawn from the model's declaration, also the plain one for those without scripts."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from starlette.responses import JSONResponse, Response

from rushes import models
from rushes.console import fields
from rushes.console.cards import card
from rushes.console.house import Visit
from rushes.console.pages import go, page, part, usd
from rushes.console.tasks import find
from rushes.database import usage
from rushes.database.assets import AssetKind
from rushes.errors import InvalidRequest, MissingParameter, RushesError
from rushes.intake import files
from rushes.intake.begun import begun_with
from rushes.intake.engines import serving
from rushes.intake.quote import Quote, quote
from rushes.intake.request import Request
from rushes.intake.submit import submit
from rushes.key import Scope
from rushes.model import Model
from rushes.shot import Footage
from rushes.task import Status
from rushes.usage import Dimension, percentile

#: Whose times are looked at for how long a shot usually takes.
_USUAL_DAYS = 30
#: Shots to start from; the pictures in static/ were made from these very words.
EXAMPLES: tuple[tuple[str, str, str], ...] = (
    (
        "fox",
        "Fox in snow",
        "A red fox trots through fresh snow in a pine forest at dusk, violet sky, the first stars, soft paw steps",
    ),
    ("rain", "Neon rain", "Two friends walk with umbrellas in a rainy city street at night, neon signs, rain"),
    ("reef", "Reef", "A sea turtle swims over a coral reef, fish around it, shafts of light, muffled bubbles"),
    ("sail", "Under sail", "A sailboat on the open sea at sunset, gulls, waves"),
    ("rabbit", "Spring", "A white rabbit hops across a flower meadow on a bright spring morning, birds sing"),
    ("road", "Long road", "A red car drives along a desert highway at golden hour"),
)


def show(visit: Visit) -> Response:
    if not visit.may(Scope.CREATE):
        return go("/tasks")
    model = _chosen(visit)
    return page(
        visit,
        "playground.html",
        "Playground",
        examples=EXAMPLES,
        models=list(models.ALL.values()),
        plan=_plan(visit),
        **_form(model),
    )


def form(visit: Visit) -> Response:
    """The part of the form that belongs to a model, as HTML."""
    return JSONResponse({"html": part(visit, "form.html", **_form(_chosen(visit)))})


def price(visit: Visit) -> Response:
    """What the request would cost, what it would cost elsewhere, and how a program would send it."""
    request = _request(visit.body, is_draft=True)
    offer = quote(visit.house.desk, visit.key, request)
    parameters = _given(visit.body)
    return JSONResponse(
        {
            **_price_words(offer),
            "usual_seconds": _usual_seconds(visit, offer),
            "elsewhere": _elsewhere(visit, request),
            "code": visit.house.programs(offer.model.id, parameters, request.preview, visit.origin),
        }
    )


def create(visit: Visit) -> Response:
    return JSONResponse(card(visit, submit(visit.house.desk, visit.key, _request(visit.body))), 201)


def make_plainly(visit: Visit) -> Response:
    """The same from a form without scripts: then look at the task's page."""
    model = models.chosen(visit.one("model"))
    given: dict[str, object] = {"prompt": visit.one("prompt")}
    for field in fields.pictured(model):
        if text := visit.one(field.name):
            given[field.name] = next((one.value for one in field.options if str(one.value) == text), text)
    request = Request(model=model.id, parameters=given, preview=visit.one("preview") == "yes")
    return go(f"/tasks/{submit(visit.house.desk, visit.key, request).id}")


def begin_alike(visit: Visit) -> Response:
    """The pictures and the clip that a task began with, for the slots of a new request."""
    desk = visit.house.desk
    made = [
        {
            "parameter": one.parameter,
            "number": one.number,
            "value": one.value,
            "picture": None
            if isinstance(one.medium, Footage)
            else b64encode(b"".join(desk.storage.stream(one.medium.digest))).decode(),
        }
        for one in begun_with(desk, visit.key, find(visit))
    ]
    return JSONResponse({"media": made})


def upload(visit: Visit) -> Response:
    """Keep a picture or clip under an id that a request can name."""
    assert visit.upload is not None, "the route takes a file"
    body = visit.upload
    pieces = iter(lambda: body.read(1 << 18), b"")
    mime = visit.request.headers.get("content-type", "")
    asset = files.store_upload(visit.house.desk, visit.key, pieces, visit.query.get("name", ""), mime)
    words = {"id": asset.id, "name": asset.name, "width": asset.width, "height": asset.height}
    return JSONResponse({**words, "is_clip": asset.kind is AssetKind.FOOTAGE}, 201)


def _chosen(visit: Visit) -> Model:
    """The model that the address names, else the first that somebody makes here."""
    name = visit.query.get("model")
    every = list(models.ALL.values())
    return models.find(name) if name else next((one for one in every if serving(visit.house.desk, one)), every[0])


def _plan(visit: Visit) -> Mapping[str, object] | None:
    """The shot plan of the task that the address names, to be edited; None when none is wanted, or there is none."""
    if visit.query.get("do") != "plan":
        return None
    plan = find(visit, visit.query.get("task", "")).notes.get("shot_plan")
    return plan if isinstance(plan, Mapping) else None


def _form(model: Model) -> dict[str, object]:
    return {
        "model": model,
        "modes": fields.modes(model),
        "slots": fields.slots(model),
        "pictured": fields.pictured(model),
        "drawer": fields.drawer(model),
        "declaration": fields.declaration(model),
        "prompt_max": next((one.length_max for one in model.parameters if one.name == "prompt"), None),
    }


def _given(body: Mapping[str, object]) -> Mapping[str, object]:
    parameters = body.get("parameters")
    if not isinstance(parameters, dict):
        raise InvalidRequest("parameters must be an object.", parameter="parameters")
    return parameters


def _request(body: Mapping[str, object], is_draft: bool = False) -> Request:
    """Of a draft the price is known before its prompt is written and its pictures are there: something stands for them."""
    model = body.get("model")
    if not isinstance(model, str):
        raise MissingParameter("model is missing.", parameter="model")
    parameters = dict(_given(body))
    if is_draft:
        parameters = {**fields.stand_ins(models.chosen(model), str(body.get("mode"))), **parameters}
        if not str(parameters.get("prompt", "")).strip():
            parameters["prompt"] = "…"
    return Request(model=model, parameters=parameters, preview=body.get("preview") is True)


def _price_words(offer: Quote) -> dict[str, object]:
    cost = offer.cost
    sound = "with sound" if offer.parameters.get("generateAudio") is not False else "without sound"
    what = f"{cost.quantity} s × {usd(cost.unit_price_microusd)} USD, {offer.parameters.get('resolution')} {sound}"
    if cost.unit_price_microusd == 0:
        what = f"{cost.quantity} s, drawn on this machine"
    elif cost.discount_microusd:
        what = f"{usd(cost.list_microusd)} USD by list; the {offer.engine} stands in, for nothing"
    return {
        "price": usd(cost.total_microusd) if cost.total_microusd else "",
        "sum": what,
        "engine": offer.engine,
        "mode": str(offer.mode),
    }


def _elsewhere(visit: Visit, request: Request) -> list[dict[str, object]]:
    """The same shot with every other model: its price, or why it is not to be had there."""
    offers: list[dict[str, object]] = []
    for model in models.ALL.values():
        if model.id == models.chosen(request.model).id:
            continue
        try:
            offer = quote(visit.house.desk, visit.key, replace(request, model=model.id, preview=False))
        except RushesError as error:  # it does not take this shot, or nobody here serves it
            offers.append({"model": model.id, "price": None, "why": error.message})
            continue
        amount = offer.cost.total_microusd
        offers.append({"model": model.id, "price": f"{usd(amount)} USD" if amount else "free"})
    return offers


def _usual_seconds(visit: Visit, offer: Quote) -> float | None:
    """How long such shots took to render lately, the middle one; None when there was none."""
    last = visit.now.date()
    where = {Dimension.MODEL: offer.model.id, Dimension.ENGINE: offer.engine, Dimension.STATUS: Status.SUCCEEDED.value}
    with visit.house.desk.database.reading() as connection:
        found = usage.lines(
            connection,
            visit.person.project,
            first=str(last - timedelta(days=_USUAL_DAYS)),
            last=str(last),
            by=(),
            where=where,
        )
    return percentile(found[0].rendering, 0.5) if found else None
