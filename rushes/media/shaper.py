"""The process in which films from afar are brought into shape: `python -m rushes.media.shaper`; see `shaping`.

It limits itself before it loads a decoder, reads orders, one a line, and answers each with a line of JSON. It ends with its
input, or without an answer when a film is too much for it.
"""

from __future__ import annotations

import errno
import json
import signal
import sys
from collections.abc import Mapping
from pathlib import Path

from rushes.errors import MediaRefused
from rushes.media.limits import limit_myself
from rushes.media.shaping import WALL_SECONDS
from rushes.shot import Footage, Mode, Shot

#: Decoding and encoding 4k take some 700 MB, with the libraries.
MEMORY_BYTES = 2 << 30
#: More than any film has that we keep.
WRITTEN_BYTES = 2 << 30


def main() -> None:
    limit_myself(MEMORY_BYTES, WRITTEN_BYTES)
    from rushes.media.conform import conform  # Loaded only here, under the limits.

    for line in sys.stdin:
        order = json.loads(line)
        # Nobody may be left to kill us: the default action of SIGALRM ends the process.
        signal.setitimer(signal.ITIMER_REAL, WALL_SECONDS)
        try:
            changes = conform(Path(order["source"]), Path(order["target"]), _shot(order))
            answer: dict[str, object] = {"changes": changes}
        except MediaRefused:
            answer = {"changes": []}
        except OSError as fault:
            if fault.errno != errno.ENOSPC:
                raise
            answer = {"full": True}
        signal.setitimer(signal.ITIMER_REAL, 0)
        print(json.dumps(answer), flush=True)


def _shot(order: Mapping[str, object]) -> Shot:
    """As much of the shot as its film's shape depends on."""
    length = order["footage_seconds"]
    return Shot(
        model="",
        mode=Mode(str(order["mode"])),
        prompt="",
        footage=None if length is None else Footage("", "video/mp4", (0, 0), float(str(length))),
        aspect_ratio=str(order["aspect_ratio"]),
        resolution=str(order["resolution"]),
        seconds=int(str(order["seconds"])),
        sound=order["sound"] is True,
    )


if __name__ == "__main__":
    main()
