"""Sound: what a plan sounds like, synthesised; no samples, no speech."""

from .mix import score

__all__ = ["score"]
