"""Agree on terms: discounts, price overrides, costs and margins, checked before they count."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from rushes import models
from rushes.database import audit, keys, projects, terms
from rushes.database.audit import By
from rushes.database.connect import Database
from rushes.database.ids import new_id
from rushes.errors import NotFound, ValueNotAllowed
from rushes.model import listed
from rushes.terms import WHOLE, Term

PRICE_MICROUSD_MAX = 10**9
MARGIN_MAX = 10 * WHOLE


def check(term: Term) -> None:
    """Raises ValueNotAllowed for terms that cannot be, whoever they are for."""
    kinds = (term.unit_price_microusd, term.discount, term.unit_cost_microusd, term.margin)
    if sum(kind is not None for kind in kinds) != 1:
        raise ValueNotAllowed(
            "Terms are one of: a price per second, a discount, what a second costs us, or a margin on that."
        )
    if term.margin is not None and not 0 <= term.margin <= MARGIN_MAX:
        raise ValueNotAllowed("A margin is between 0 and 1000 percent.", parameter="margin")
    if term.unit_cost_microusd is not None and (term.project is not None or term.root is not None):
        raise ValueNotAllowed("What a second costs us is the same for whoever asks for it.", parameter="project")
    if term.discount is not None and not 1 <= term.discount <= WHOLE:
        raise ValueNotAllowed("A discount is above 0 and at most 100 percent.", parameter="discount")
    for name, price in (("price", term.unit_price_microusd), ("cost", term.unit_cost_microusd)):
        if price is not None:
            if not 0 <= price <= PRICE_MICROUSD_MAX:
                raise ValueNotAllowed(f"A {name} per second is between 0 and 1000 USD.", parameter=name)
            if term.model is None:
                raise ValueNotAllowed(f"A {name} is for one model: name it.", parameter="model")
    if term.ends_at is not None and term.ends_at <= term.begins_at:
        raise ValueNotAllowed("Terms must end after they begin.", parameter="ends_at")


def agree(database: Database, term: Term, *, by: By = "the server") -> Term:
    """Let a term hold from `begins_at` on; returns it with its id.

    Raises NotFound for an unknown project or key, ValueNotAllowed for the rest that cannot be."""
    check(term)
    model = None if term.model is None else models.chosen(term.model)
    if model is not None and term.resolution is not None:
        known = sorted({resolution for resolution, _ in model.price.per_second})
        if term.resolution not in known:
            raise ValueNotAllowed(f"{model.id} has the resolutions {listed(known)}.", parameter="resolution")
    made = replace(term, id=new_id(term.created_at), model=model.id if model else None)
    with database.transaction() as connection:
        if made.project is not None and projects.get(connection, made.project) is None:
            raise NotFound(f"There is no project {made.project}.")
        if made.root is not None:
            key = keys.get(connection, made.project or projects.DEFAULT, made.root)
            if key is None:
                raise NotFound(f"There is no key {made.root} in the project {made.project or projects.DEFAULT}.")
            made = replace(made, root=key.root, project=key.project)
        terms.insert(connection, made)
        about: dict[str, object] = {
            "model": made.model,
            "unit_price_microusd": made.unit_price_microusd,
            "discount": made.discount,
            "unit_cost_microusd": made.unit_cost_microusd,
            "margin": made.margin,
        }
        told = {name: value for name, value in about.items() if value is not None}
        audit.note(connection, by, "terms.agreed", _where(made), made.id, made.created_at, root=made.root, **told)
    return made


def end(database: Database, term_id: str, at: datetime, *, by: By = "the server") -> None:
    """Raises NotFound when there is no such term, or it has ended."""
    with database.transaction() as connection:
        term = terms.get(connection, term_id)
        if term is None or not terms.end(connection, term_id, at):
            raise NotFound(f"There are no terms {term_id[:64]!r} that still hold.")
        audit.note(connection, by, "terms.ended", _where(term), term_id, at)


def _where(term: Term) -> str | None:
    """In whose audit log it is; what we put on what something costs us is in the whole server's only."""
    return term.project if term.margin is None else None
