"""Tools: what is in the hands during a gesture, and what stands before who makes it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from rushes.engines.animatic.rigs import chores, gear, housework, music
from rushes.engines.animatic.rigs.grips import Grip

#: Where a tool is: right before the trunk, over the hands, or behind the one who uses it.
_BEFORE, _OVER, _BEHIND = "before", "over", "behind"
_Draw = Callable[[Grip], None]


def layers(grip: Grip, tool: str, middle: float) -> list[tuple[float, Callable[[], None]]]:
    """The layers of a tool, by depth."""
    hands = [grip.view.depth(grip.arms[side].end) for side in (-1, 1)]
    away = grip.view.yaw < -20
    depths = {_BEFORE: middle + 0.006, _OVER: max(*hands, middle) + 0.03, _BEHIND: middle - 0.09}
    found: list[tuple[float, Callable[[], None]]] = []
    for number, (where, draw) in enumerate(_TOOLS[tool]):
        depth = middle - 0.09 if away else depths[where]
        found.append((depth + 0.0001 * number, partial(_part, grip, draw)))
    return found


def _part(grip: Grip, draw: _Draw) -> None:
    with grip.pen.part(puff=0.45, shade=0.25):
        draw(grip)


_TOOLS: dict[str, tuple[tuple[str, _Draw], ...]] = {
    "knitting": ((_BEFORE, housework.knitting), (_OVER, housework.needles)), "sewing": ((_BEFORE, housework.knitting), (_OVER, housework.needles)), "bowl": ((_BEFORE, housework.bowl), (_OVER, housework.spoon)),
    "pan": ((_OVER, housework.pan),), "board": ((_BEFORE, housework.table), (_BEFORE, housework.board), (_OVER, housework.knife)), "paper": ((_BEFORE, housework.table), (_BEFORE, housework.paper), (_OVER, housework.pencil)),
    "laptop": ((_BEFORE, housework.table), (_BEFORE, housework.laptop)), "easel": ((_BEHIND, housework.easel), (_OVER, housework.brush)), "book": ((_OVER, gear.book),), "newspaper": ((_OVER, gear.newspaper),),
    "telephone": ((_BEFORE, gear.telephone),), "smartphone": ((_OVER, gear.smartphone),), "photo camera": ((_BEFORE, gear.photo_camera),), "box": ((_BEFORE, gear.box),),
    "shovel": ((_BEFORE, gear.shovel),), "broom": ((_BEFORE, gear.broom),), "hammer": ((_BEFORE, gear.anvil), (_OVER, gear.hammer)), "microphone": ((_OVER, gear.microphone),), "cup": ((_OVER, gear.cup),), "jug": ((_OVER, gear.cup), (_OVER, gear.jug)), "meal": ((_BEFORE, gear.plate), (_OVER, gear.fork)),
    "rod": ((_BEFORE, gear.rod),), "watering can": ((_BEFORE, gear.watering_can),), "baton": ((_OVER, gear.baton),), "bubbles": ((_OVER, gear.bubbles),), "wand": ((_OVER, gear.wand),), "barbell": ((_OVER, gear.barbell),),
    "iron": ((_BEFORE, chores.ironing_board), (_OVER, chores.iron)), "dish": ((_BEFORE, chores.dish), (_OVER, chores.sponge)), "toothbrush": ((_OVER, chores.toothbrush),), "racket": ((_OVER, chores.racket),),
    "chess": ((_BEFORE, housework.table), (_BEFORE, chores.chess)), "vacuum": ((_BEFORE, chores.vacuum),),
    "bow": ((_OVER, chores.bow),), "decks": ((_OVER, chores.decks),),
    "kicked ball": ((_OVER, gear.kicked),), "thrown ball": ((_OVER, gear.thrown),), "juggled balls": ((_OVER, gear.juggled),),
    "guitar": ((_BEFORE, music.draw_held_guitar),), "violin": ((_BEFORE, music.draw_violin), (_OVER, music.draw_bow)), "cello": ((_BEFORE, music.draw_cello), (_OVER, music.draw_cello_bow)), "harp": ((_OVER, music.draw_harp),),
    "drums": ((_OVER, music.draw_drums), (_OVER, music.draw_sticks)), "flute": ((_OVER, music.draw_flute),), "saxophone": ((_BEFORE, music.draw_saxophone),), "trumpet": ((_BEFORE, music.draw_trumpet),), "accordion": ((_BEFORE, music.draw_accordion),),
}  # fmt: skip
