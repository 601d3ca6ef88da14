"""Products: what Google calls our models. How long it promises to keep them is the models' own: `rushes/models/veo.py`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from rushes.models import veo

PRODUCTS: Mapping[str, str] = {
    veo.FAST.id: "veo-3.1-fast-generate-001",
    veo.STANDARD.id: "veo-3.1-generate-001",
    veo.LITE.id: "veo-3.1-lite-generate-001",
}
#: Footage that Vertex AI extends (model page "extend videos", 2026-09-02).
FOOTAGE_SECONDS_MAX = 30.0
_NEAR = timedelta(days=60)


def retirements(ids: Mapping[str, str], today: date) -> str:
    """Which of the ids in use may be retired soon, or already, and what to do; empty when none may."""
    near = [
        f"{PRODUCTS[model.id]} (from {model.retires_at} on)"
        for model in veo.MODELS
        if model.retires_at is not None and ids[model.id] == PRODUCTS[model.id] and model.retires_at - _NEAR <= today
    ]
    if not near:
        return ""
    return f"Google may retire {', '.join(near)}; look for their successors, and name them in RUSHES_VERTEX_MODELS."
