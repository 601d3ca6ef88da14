"""Signs: what a prompt wants to be read in the picture, and on what it stands."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import State
from .lexicon import lexicon
from .mentions import Figure, Reading

RIG = "lettering"
#: As many letters can be read in a shot.
LETTERS_MAX = 48
_BOARDS = frozenset(
    {
        "sign",
        "signs",
        "signboard",
        "signpost",
        "billboard",
        "banner",
        "poster",
        "placard",
        "signage",
        "marquee",
        "board",
    }
)
_TITLES = frozenset(
    {
        "text",
        "word",
        "words",
        "letters",
        "title",
        "titles",
        "logo",
        "wordmark",
        "headline",
        "caption",
        "slogan",
        "lettering",
        "titled",
    }
)
#: What words stand on and cannot be drawn on: its own drawing stays as it is.
_ELSEWHERE = frozenset(
    ["shirt", "mug", "cup", "cake", "book", "label", "bottle", "sand", "door", "window", "note", "paper", "screen", "car", "truck", "box", "hat", "cap", "letter",
     "page", "wall", "blackboard", "chalkboard", "whiteboard", "phone", "laptop", "monitor", "bag", "can", "jersey", "hoodie", "card"]
)  # fmt: skip


def ground(state: State, at: int) -> str:
    """On what the quotation at a token stands: "board", "neon", "title"; "other" for what cannot be written on."""
    said: list[str] = []
    for token in reversed(state.text[max(0, at - 12) : at]):
        if token.is_mark and token.text in ".;!?":
            break
        said.append(token.text)
    for word in said:
        if word in _ELSEWHERE:
            return "other"
        if word in _BOARDS:
            return "neon" if "neon" in said else "board"
        if word == "neon":
            return "neon"
        if word in _TITLES:
            return "title"
    return "other"


def colour(state: State, at: int) -> str | None:
    """The colour of the quotation at a token: "a pink neon sign"."""
    for number in range(at - 1, max(0, at - 12) - 1, -1):
        if state.text[number].text in _BOARDS | _TITLES | {"neon"} and number:
            match = lexicon().match(state.text, number - 1)
            said = match.first("colour") if match is not None else None
            if said is not None:
                return said.value
    return state.reading.letter_colour


def settle(reading: Reading, quotes: Sequence[str]) -> bool:
    """Put up what is to be read; true when some of it stands where it cannot be drawn."""
    missing = False
    for number, where in reading.lettering:
        text = " ".join(quotes[number].split()) if number < len(quotes) else ""
        if where == "other" or not text or len(text) > LETTERS_MAX:
            missing = True
            continue
        board = next((figure for figure in reading.figures if figure.noun in _BOARDS and figure.rig != RIG and figure.count == 1), None)  # fmt: skip
        if board is None:
            lead = not any(figure.count for figure in reading.figures)
            board = Figure("title" if where == "title" else "sign", RIG, "subject" if lead else "landmark", 0, 0)
            if not lead and where == "title":
                board.action = "float"
            board.side = "center" if lead else None
            board.colour = reading.letter_colour
            reading.figures.append(board)
        board.rig = RIG
        board.traits = [f"text:{text}", *([where] if where != "title" else [])]
    return missing
