"""Those with many legs on the ground: spider, crab, lobster, scorpion, insects. In shares of their height."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.bugs import draw_ant, draw_beetle, draw_ladybird
from rushes.engines.animatic.rigs.crustaceans import draw_crab, draw_lobster, draw_scorpion
from rushes.engines.animatic.rigs.figure import Drift, Figure, Moment
from rushes.engines.animatic.rigs.gait import Gait, step
from rushes.engines.animatic.rigs.hoppers import LEAP, LEAP_FRAMES, draw_cricket, draw_grasshopper
from rushes.engines.animatic.rigs.hue import rgb
from rushes.engines.animatic.rigs.leafage import ON_LEAF, draw_leaf
from rushes.engines.animatic.rigs.leafage import REACH as LEAF
from rushes.engines.animatic.rigs.pen import Pen, Point
from rushes.engines.animatic.rigs.spider import draw_spider, draw_thread, draw_web

ACTIONS = frozenset({"stand", "sit", "walk", "run", "trot", "look", "talk", "eat", "sleep", "play", "dance"})
#: Those that leap do that as well.
LEAPS = ACTIONS | {"jump"}
#: One set of legs goes while the other stands.
_STEPS = Gait(16, 0.58, (0.0, 0.5), 0.34, 0.16)
#: How high a thread or a web holds its spider, in heights.
_ALOFT = 1.9


#: Where a leg's foot is, off its place on the ground.
Legs = Callable[[int], Point]


@dataclass(frozen=True, slots=True)
class Crawler:
    height: float  #: metres, larger than life
    colours: tuple[str, ...]
    draw: Callable[[Pen, Rgb, Moment, Legs, str], None]
    reach: tuple[float, float, float, float]  #: in heights
    words: tuple[str, ...]
    sweep: float = 0.34  #: of a planted foot, in heights
    leaps: bool = False

    @property
    def actions(self) -> frozenset[str]:
        return LEAPS if self.leaps else ACTIONS


def make(subject: Subject, seed: int) -> Figure:
    crawler = CRAWLERS[subject.rig]
    size = crawler.height * subject.scale
    colour = subject.colour or _NOUN_COLOURS.get(subject.noun) or crawler.colours[seed % len(crawler.colours)]
    hue = rgb(colour)
    gait = replace(_STEPS, sweep=crawler.sweep, frames=12 if subject.action in ("run", "trot") else 16)
    leaf = ON_LEAF in subject.traits
    goes = subject.action in ("walk", "run", "trot") and not leaf
    leaps = crawler.leaps and subject.action == "jump" and not leaf
    web = any(word in trait for trait in subject.traits for word in ("web", "cobweb"))
    thread = subject.rig == "spider" and "hanging" in subject.traits and not web
    web = web and subject.rig == "spider"
    aloft = _ALOFT * size if web or thread else 0.0

    def paint(pen: Pen, moment: Moment) -> None:
        def legs(index: int) -> Point:
            if not goes or aloft:
                return (0.0, 0.0)
            own = step(gait, moment.phase, index % 2)
            return (own.x, own.y)

        with pen.turned(0, -aloft, 0, size):
            if leaf:
                draw_leaf(pen)
            if web:
                draw_web(pen, moment)
            if thread:
                draw_thread(pen)
            act = "web" if web else "thread" if thread else "walk" if goes else "stand" if leaf else subject.action
            crawler.draw(pen, hue, moment, legs, act)

    start = seed % 6

    def swaying(t: float) -> Drift:
        return Drift(0.05 * size * math.sin(1.1 * t + start), 0.30 * size * math.sin(0.7 * t + start))

    left, top, right, bottom = crawler.reach
    if leaf:
        left, top, right, bottom = min(left, LEAF[0]), top, max(right, LEAF[2]), LEAF[3]
    if leaps:
        left, top = left - 0.4, top - LEAP
    if web or thread:
        left, top, right, bottom = -2.6, -2.6 - _ALOFT, 2.6, 0.1
    return Figure(
        paint=paint,
        reach=(left * size, top * size, right * size, bottom * size),
        poses=LEAP_FRAMES if leaps else gait.frames if goes and not aloft else 48,
        poses_per_second=24.0 if leaps or (goes and not aloft) else 12.0,
        speed=gait.speed(size) if goes and not aloft else 0.0,
        talks=True,
        blinks=subject.action != "sleep",
        drift=swaying if thread else None,
        casts=not aloft,
    )


CRAWLERS: dict[str, Crawler] = {
    "spider": Crawler(0.42, ("#5a4238", "#4a4652", "#3a3036"), draw_spider, (-1.5, -1.35, 1.6, 0.2), ("spider", "tarantula", "black widow", "wolf spider", "jumping spider")),
    "crab": Crawler(0.46, ("#d8502c", "#e0702c"), draw_crab, (-1.7, -1.7, 1.7, 0.2), ("crab", "king crab", "fiddler crab")),
    "lobster": Crawler(0.52, ("#c8382a",), draw_lobster, (-2.0, -1.6, 2.3, 0.2), ("lobster", "crayfish", "crawfish")),
    "scorpion": Crawler(0.48, ("#8a5a2c", "#4a3a34"), draw_scorpion, (-1.6, -1.6, 2.0, 0.2), ("scorpion",)),
    "ant": Crawler(0.34, ("#6a3424", "#3a2a28"), draw_ant, (-1.6, -1.4, 1.6, 0.2), ("ant", "termite")),
    "beetle": Crawler(0.32, ("#2f6a5c", "#4a3a6a", "#3a3230"), draw_beetle, (-1.6, -1.3, 1.6, 0.2), ("beetle", "scarab", "cockroach", "stag beetle")),
    "ladybird": Crawler(0.30, ("#d8302a",), draw_ladybird, (-1.4, -1.3, 1.5, 0.2), ("ladybug", "ladybird")),
    "grasshopper": Crawler(0.40, ("#6f9a36", "#84a83c"), draw_grasshopper, (-1.75, -1.5, 1.5, 0.2), ("grasshopper", "locust", "katydid"), leaps=True),
    "cricket": Crawler(0.36, ("#5a3c28", "#4a3426"), draw_cricket, (-1.75, -1.7, 2.0, 0.2), ("cricket", "cricket insect"), leaps=True),
}  # fmt: skip
#: Nouns with a colour of their own.
_NOUN_COLOURS = {
    "black widow": "#2a2428",
    "scarab": "#2f7a6a",
    "cockroach": "#6a3c20",
    "termite": "#c89a5c",
    "locust": "#b09a54",
}
