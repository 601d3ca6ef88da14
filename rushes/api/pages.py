"""placeholder"""

from __future__ import annotations

from fastapi import FastAPI

from rushes.api.front import Front
from rushes.api.route import Route


def mount(app: FastAPI, front: Front, table: tuple[Route, ...]) -> None: ...
