"""Products: what Google calls our models, and how long it promises to keep them (Vertex AI's model cards, 2026-09-02)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Product:
    id: str
    kept_until: date | None  #: Google may retire it from this day on; None: a preview, without a promise


PRODUCTS: Mapping[str, Product] = {
    "veo_31_fast": Product("veo-3.1-fast-generate-001", date(2026, 11, 17)),
    "veo_31": Product("veo-3.1-generate-001", date(2026, 11, 17)),
    "veo_31_lite": Product("veo-3.1-lite-generate-001", None),
}
#: Footage that Vertex AI extends (model page "extend videos", 2026-09-02).
FOOTAGE_SECONDS_MAX = 30.0
_NEAR = timedelta(days=60)


def retirements(ids: Mapping[str, str], today: date) -> str:
    """Which of the ids in use may be retired soon, or already, and what to do; empty when none may."""
    near = [
        f"{product.id} (from {product.kept_until} on)"
        for ours, product in PRODUCTS.items()
        if product.kept_until is not None and ids[ours] == product.id and product.kept_until - _NEAR <= today
    ]
    if not near:
        return ""
    return f"Google may retire {', '.join(near)}; look for their successors, and name them in RUSHES_VERTEX_MODELS."
