"""`python -m rushes.server serve [--no-worker]` or `work`: the processes without the command line's comforts."""

from __future__ import annotations

import os
import sys

from rushes.errors import Misconfigured
from rushes.server.processes import serve, work
from rushes.server.settings import Settings


def main(words: list[str]) -> int:
    try:
        match words:
            case ["serve"]:
                serve(Settings.read(os.environ))
            case ["serve", "--no-worker"]:
                serve(Settings.read(os.environ), worker=False)
            case ["work"]:
                work(Settings.read(os.environ))
            case _:
                print("usage: python -m rushes.server serve [--no-worker] | work", file=sys.stderr)
                return 2
    except Misconfigured as fault:
        print(fault.message, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
