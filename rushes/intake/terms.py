"""Agree on terms: discounts and price overrides, checked before they count."""

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


def agree(database: Database, term: Term, *, by: By = "the server") -> Term:
    """Let a term hold from `begins_at` on; returns it with its id.

    Raises NotFound for an unknown project or key, ValueNotAllowed for the rest that cannot be."""
    if (term.unit_price_microusd is None) == (term.discount is None):
        raise ValueNotAllowed("Terms are either a price per second or a discount.")
    if term.discount is not None and not 1 <= term.discount <= WHOLE:
        raise ValueNotAllowed("A discount is above 0 and at most 100 percent.", parameter="discount")
    if term.unit_price_microusd is not None:
        if not 0 <= term.unit_price_microusd <= PRICE_MICROUSD_MAX:
            raise ValueNotAllowed("A price per second is between 0 and 1000 USD.", parameter="price")
        if term.model is None:
            raise ValueNotAllowed("A price is for one model: name it.", parameter="model")
    if term.ends_at is not None and term.ends_at <= term.begins_at:
        raise ValueNotAllowed("Terms must end after they begin.", parameter="ends_at")
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
        about = {"unit_price_microusd": made.unit_price_microusd, "discount": made.discount, "model": made.model}
        audit.note(connection, by, "terms.agreed", made.project, made.id, made.created_at, root=made.root, **about)
    return made


def end(database: Database, term_id: str, at: datetime, *, by: By = "the server") -> None:
    """Raises NotFound when there is no such term, or it has ended."""
    with database.transaction() as connection:
        if not terms.end(connection, term_id, at):
            raise NotFound(f"There are no terms {term_id[:64]!r} that still hold.")
        audit.note(connection, by, "terms.ended", None, term_id, at)
