"""The director: reads a prompt into a ShotPlan, deterministically, by grammar and tables.

prompt -> quotations lifted -> tokens -> grammar (lexicon) -> Reading -> choices, casting, blocking, script -> ShotPlan
"""

from .direction import read

__all__ = ["read"]
