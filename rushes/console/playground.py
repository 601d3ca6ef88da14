"""The playground: describe a shot, see its price, make it. What it sends is an ordinary request, admitted by intake like
any other; the form is drawn from the model's declaration."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import JSONResponse, Response

from rushes import models
from rushes.console import fields
from rushes.console.cards import card
from rushes.console.code import programs
from rushes.console.house import Visit
from rushes.console.pages import go, page, part, usd
from rushes.database.assets import AssetKind
from rushes.errors import InvalidRequest, MissingParameter, RushesError
from rushes.intake import files
from rushes.intake.quote import Quote, quote
from rushes.intake.request import Request
from rushes.intake.submit import submit
from rushes.key import Scope
from rushes.model import Model

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
        visit, "playground.html", "Playground", examples=EXAMPLES, models=list(models.ALL.values()), **_form(model)
    )


def form(visit: Visit) -> Response:
    """The part of the form that belongs to a model, as HTML."""
    return JSONResponse({"html": part(visit, "form.html", **_form(_chosen(visit)))})


def price(visit: Visit) -> Response:
    """What the request would cost, what it would cost elsewhere, and how a program would send it."""
    request = _request(visit.body, placeholder="…")
    offer = quote(visit.house.desk, visit.key, request)
    parameters = _given(visit.body)
    return JSONResponse(
        {
            **_price_words(offer),
            "elsewhere": _elsewhere(visit, request),
            "code": programs(offer.model.id, parameters, request.preview, visit.origin),
        }
    )


def create(visit: Visit) -> Response:
    return JSONResponse(card(visit, submit(visit.house.desk, visit.key, _request(visit.body))), 201)


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
    name = visit.query.get("model")
    return models.find(name) if name else next(iter(models.ALL.values()))


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


def _request(body: Mapping[str, object], placeholder: str = "") -> Request:
    """`placeholder` stands for a prompt that is still to be written: the price is known before."""
    model = body.get("model")
    if not isinstance(model, str):
        raise MissingParameter("model is missing.", parameter="model")
    parameters = dict(_given(body))
    if placeholder and not str(parameters.get("prompt", "")).strip():
        parameters["prompt"] = placeholder
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
    """The same shot with other models, where they take it."""
    offers: list[dict[str, object]] = []
    for model in models.ALL.values():
        if model.id == models.chosen(request.model).id:
            continue
        try:
            offer = quote(visit.house.desk, visit.key, Request(model.id, request.parameters))
        except RushesError:  # it does not take this shot, or nobody here serves it
            continue
        amount = offer.cost.total_microusd
        offers.append({"model": model.id, "price": f"{usd(amount)} USD" if amount else "free"})
    return offers
