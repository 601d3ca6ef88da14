"""Styles: how a plan's style develops its pictures; what it does to the drawing itself is in `manners`."""

from __future__ import annotations

from dataclasses import replace

from rushes.engines.animatic.paint.finish import Grade
from rushes.engines.animatic.plan import ShotPlan

STORYBOOK = Grade(
    contrast=1.14,
    saturation=1.10,
    lift=(0.010, 0.006, 0.022),
    gain=(1.01, 0.995, 0.985),
    vignette=0.40,
    grain=1.3,
    bloom=0.34,
)


def grade(plan: ShotPlan) -> Grade:
    """The grade of a plan: its style, then its mood."""
    base = {
        "noir": replace(STORYBOOK, contrast=1.42, saturation=0.0, lift=(0.012, 0.012, 0.014), vignette=0.62, grain=3.2),
        "film": replace(
            STORYBOOK, contrast=1.10, saturation=0.98, lift=(0.030, 0.024, 0.030), gain=(1.0, 0.975, 0.93), grain=2.6
        ),
        "anime": replace(STORYBOOK, contrast=1.10, saturation=1.24, grain=0.5, vignette=0.22, bloom=0.5),
        "watercolour": replace(
            STORYBOOK, contrast=0.92, saturation=0.94, lift=(0.05, 0.05, 0.055), vignette=0.0, grain=1.2, bloom=0.2
        ),
        "paper": replace(STORYBOOK, contrast=1.0, saturation=0.95, vignette=0.25, grain=1.6, bloom=0.0),
        "blueprint": replace(STORYBOOK, contrast=1.0, saturation=1.0, vignette=0.3, grain=1.0, bloom=0.0),
        "claymation": replace(
            STORYBOOK, contrast=1.08, saturation=1.06, gain=(1.02, 0.99, 0.95), grain=1.0, vignette=0.46, bloom=0.2
        ),
        "oil": replace(
            STORYBOOK, contrast=1.10, saturation=1.16, lift=(0.02, 0.016, 0.012), vignette=0.30, grain=0.6, bloom=0.12
        ),
        "sketch": replace(
            STORYBOOK, contrast=1.0, saturation=0.55, lift=(0.03, 0.03, 0.03), vignette=0.18, grain=0.8, bloom=0.0
        ),
        "pixel": replace(STORYBOOK, contrast=1.15, saturation=1.18, vignette=0.1, grain=0.4, bloom=0.1),
    }.get(plan.style, STORYBOOK)
    if plan.weather in ("snow", "fog", "cloudy") and base.bloom > 0:
        # A white sky that spills over is only a white frame.
        base = replace(base, bloom=base.bloom * 0.45, bloom_from=0.80)
    if plan.time in ("golden", "dusk") and plan.weather == "clear" and base.saturation > 0:
        base = replace(base, bloom=base.bloom * 1.2)
    if plan.mood in ("tense", "mysterious"):
        base = replace(base, contrast=base.contrast + 0.08, vignette=min(0.7, base.vignette + 0.1))
    if plan.mood == "sad":
        base = replace(base, saturation=base.saturation * 0.86)
    if plan.mood in ("joyful", "playful"):
        base = replace(base, saturation=base.saturation * 1.06)
    return base
