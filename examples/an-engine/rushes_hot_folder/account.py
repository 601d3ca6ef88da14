"""Account: where the render farm watches. Loaded wherever Rushes asks which engines are ready, so it imports little."""

from __future__ import annotations

from collections.abc import Mapping

FOLDER = "HOT_FOLDER"


def lacking(environment: Mapping[str, str]) -> str:
    """What keeps the engine from serving, and what to do; empty when nothing does."""
    if not environment.get(FOLDER):
        return f"Not configured. To hand shots to a render farm, set {FOLDER} to the folder that it watches."
    return ""
