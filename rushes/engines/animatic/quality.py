"""Quality: what a film trades between time and beauty; one word of the caller's turned into numbers."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

Size = tuple[int, int]  #: (width, height) in pixels


@dataclass(frozen=True, slots=True)
class Quality:
    drawn: Fraction  #: pixels drawn along a side for each pixel of the film; above 1 edges are smoother
    preset: str  #: of x264
    crf: int  #: of x264; lower is finer
    grain: float  #: times what the style asks for

    def options(self) -> dict[str, str]:
        """The encoder's. Stitchable and with fixed key frames: an extension joins films without encoding them again. A key
        frame draws the grain anew that the frames before it lost, which is seen as a pulse: none falls within eight seconds.

        The same plan gives the same bytes: x264 depends on the number of threads, and its macroblock tree (seen: at
        320x180, one thread) on something that differs from run to run; crf makes up for the tree.
        """
        return {
            "preset": self.preset,
            "crf": str(self.crf),
            "threads": "3",
            "x264-params": "keyint=192:scenecut=0:stitchable=1:mbtree=0",
        }

    def canvas(self, size: Size) -> Size:
        """The size, even, at which a film of `size` is drawn."""
        width, height = (max(2, 2 * round(side * self.drawn / 2)) for side in size)
        return width, height


def of(name: str, size: Size) -> Quality:
    """The quality `name` (see the model's parameter) of a film of `size` (width, height).

    Presets keep the encode in proportion to the drawing (measured: CPU seconds double from superfast to veryfast). What
    is larger than 1080p has more pixels than eyes: drawing more of them would only take memory.
    """
    large = min(size) > 1080
    match name:
        case "draft":
            return Quality(Fraction(1, 2), "ultrafast", 24, 0.0)
        case "fine":
            return Quality(Fraction(1) if large else Fraction(3, 2), "fast" if large else "medium", 17, 1.0)
        case _:
            return Quality(Fraction(1), "superfast" if large else "veryfast", 21 if large else 20, 1.0)
