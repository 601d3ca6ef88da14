"""Sound: what a plan sounds like, synthesised; no samples. Lines are mumbled, or spoken by the extra `rushes[speech]`."""

from .air import Strike, strikes
from .fireworks import Burst, bursts
from .lines import mouths, told
from .mix import score

__all__ = ["Burst", "Strike", "bursts", "mouths", "score", "strikes", "told"]
