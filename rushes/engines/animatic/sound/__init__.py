"""Sound: what a plan sounds like, synthesised; no samples, no speech."""

from .mix import score
from .syllables import mouth

__all__ = ["mouth", "score"]
