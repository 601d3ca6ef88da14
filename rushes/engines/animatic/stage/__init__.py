"""Stage: settings, weather, light and camera; a plan becomes a scene, and a scene gives any frame."""

from __future__ import annotations

from rushes.engines.animatic.stage.aloft import noted
from rushes.engines.animatic.stage.build import Stage, build, weather_over
from rushes.engines.animatic.stage.scene import Scene

__all__ = ["Scene", "Stage", "build", "noted", "weather_over"]
