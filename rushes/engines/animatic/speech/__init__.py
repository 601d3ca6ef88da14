"""Speech: lines of dialogue in real words, with the extra `rushes[speech]`; without it nothing here is loaded."""

from .delivery import Delivery, deliveries, room_of, sung_pitches
from .kokoro import EXTRA, NAME, is_installed
from .language import is_english

__all__ = ["EXTRA", "NAME", "Delivery", "deliveries", "is_english", "is_installed", "room_of", "sung_pitches"]
