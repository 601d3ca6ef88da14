"""Products: what Google calls our models, and how long it promises to keep them (Vertex AI's model cards, 2026-09-02)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


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
