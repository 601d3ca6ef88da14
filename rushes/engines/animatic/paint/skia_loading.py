"""The one door to skia."""

from __future__ import annotations

from typing import Any

import skia as _skia

skia: Any = _skia  # Any: skia has no types
