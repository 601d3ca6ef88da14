"""Pages: templates, and the words and numbers that they show."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.responses import RedirectResponse, Response

from rushes.console.house import Visit
from rushes.database import members, projects
from rushes.key import Scope
from rushes.model import usd_text

#: The places of the top bar: address, name, and the scope without which it is not shown.
PLACES = (
    ("/", "Playground", Scope.CREATE),
    ("/tasks", "Tasks", Scope.READ),
    ("/keys", "Keys", Scope.KEYS),
    ("/usage", "Usage", Scope.READ),
    ("/models", "Models", Scope.READ),
    ("/engines", "Engines", Scope.ADMIN),
    ("/people", "People", Scope.ADMIN),
)


@cache
def environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"usd": usd, "moment": moment, "clock": clock}
    made.globals |= {"places": PLACES}
    return made


def page(visit: Visit, template: str, here: str = "", status: int = 200, /, **values: object) -> Response:
    """A whole page; `here` is its place in the top bar."""
    shown = {"visit": visit, "here": here, "purse": _purse(visit), "room": _room(visit), **values}
    html = environment().get_template(template).render(**shown)
    return Response(html, status, media_type="text/html")


def part(visit: Visit, template: str, **values: object) -> str:
    """A piece of a page, for a script to put in."""
    return environment().get_template(template).render(visit=visit, **values)


def error_page(visit: Visit, message: str, status: int) -> Response:
    return page(visit, "error.html", "", status, message=message)


def go(address: str) -> Response:
    """After a form: look at that page."""
    return RedirectResponse(address, 303)


def usd(microusd: int) -> str:
    """USD as prices are written: at least two decimals."""
    whole, _, part = usd_text(microusd).partition(".")
    return f"{whole}.{part:0<2}"


def moment(time: datetime | None, form: str = "short") -> Markup:
    """A time as an element that a script turns to the reader's own zone; `form` is short, day or clock."""
    if time is None:
        return Markup("never")
    text = f"{time:%-d %b %Y, %H:%M} UTC"
    return Markup(f'<time datetime="{escape(time.isoformat())}" data-form="{escape(form)}">{escape(text)}</time>')


def clock(seconds: float) -> str:
    """`0.4 s`, `42 s`, `2 min 5 s`."""
    if seconds < 10:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def _purse(visit: Visit) -> tuple[str, str] | None:
    """What the top bar says of money: an amount and what it is."""
    if visit.visitor is None:
        return None
    with visit.house.desk.database.reading() as connection:
        project = projects.get(connection, visit.visitor.project)
    if project is None:
        return None
    if project.left_microusd is not None:
        return usd(max(0, project.left_microusd)), "left"
    return usd(project.spent_microusd), "spent"


def _room(visit: Visit) -> str | None:
    """The project's name, for whoever is in several."""
    if visit.visitor is None:
        return None
    with visit.house.desk.database.reading() as connection:
        if len(members.of_person(connection, visit.visitor.id)) < 2:
            return None
        project = projects.get(connection, visit.visitor.project)
    return project.name if project else None
