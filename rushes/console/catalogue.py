"""The models page: what can be asked for here, what it costs, and who makes it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup
from starlette.responses import Response

from rushes import models
from rushes.console import fields
from rushes.console.house import Visit
from rushes.console.pages import page
from rushes.intake.engines import serving
from rushes.model import Model


@dataclass(frozen=True, slots=True)
class Entry:
    """A model as the list shows it."""

    model: Model
    engine: str | None  #: who would render it here now; None: nobody
    modes: tuple[str, ...]
    prices: tuple[tuple[str, int, int | None], ...]  #: resolution, with sound, without


def show(visit: Visit) -> Response:
    return page(visit, "models.html", "Models", entries=[_entry(visit, model) for model in models.ALL.values()])


def show_model(visit: Visit) -> Response:
    """The reference, drawn from the same declaration that requests are judged by. Raises NotFound."""
    model = models.find(visit.path["id"])
    reference = Markup(visit.house.reference(model, visit.origin))  # our own, escaped where it was drawn
    return page(visit, "model.html", "Models", model=model, reference=reference)


def _entry(visit: Visit, model: Model) -> Entry:
    per_second = model.price.per_second
    resolutions = dict.fromkeys(resolution for resolution, _ in per_second)
    return Entry(
        model,
        serving(visit.house.desk, model),
        tuple(words for _, words in fields.modes(model)),
        tuple((one, per_second[one, True], per_second.get((one, False))) for one in resolutions),
    )
