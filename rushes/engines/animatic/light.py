"""Light: what the hour and the weather do to whatever stands in the scene. Colours are linear-ish rgb floats, 0..1
for surfaces, above 1 allowed for light."""

from __future__ import annotations

from dataclasses import dataclass

Rgb = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Light:
    direction: tuple[float, float, float]  #: towards the light: x right, y down, z to the viewer
    key: Rgb  #: colour and strength of the main light
    ambient: Rgb
    rim: Rgb
    haze: Rgb  #: the colour that far things fade to
    shadow: Rgb
    shadow_strength: float = 0.5  #: 0 under heavy cloud .. 0.8 in hard sun
    shadow_length: float = 0.4  #: times the height of what casts it
