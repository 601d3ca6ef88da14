"""Probe: let an engine prove that it works. Nobody is charged: a local one draws a little, one on an account only knocks.

`python -m rushes.engines.probe NAME` prints what came of it as a line of JSON: a process of its own, so that an engine's
libraries, and whatever may be wrong with them, stay out of the server.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from rushes.engine import Health
from rushes.engines import catalog
from rushes.errors import RushesError

#: A compiler and a model may have to be loaded first.
_SECONDS_MAX = 90.0


@dataclass(frozen=True, slots=True)
class Probed:
    health: Health
    seconds: float


def probe(name: str) -> Health:
    """Load an engine and ask it. Raises Misconfigured when it cannot be loaded."""
    doctor: Callable[[], Health] | None = getattr(catalog.load(name), "doctor", None)
    return Health(True, "loads; it has no check of its own") if doctor is None else doctor()


def probe_apart(name: str) -> Probed:
    """The same in a process of its own. Never raises for what is wrong with the engine."""
    began = time.monotonic()
    command = [sys.executable, "-m", "rushes.engines.probe", name]
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS_MAX, check=False)
    except subprocess.TimeoutExpired:
        return Probed(Health(False, f"did not answer within {_SECONDS_MAX:.0f} s"), _SECONDS_MAX)
    try:
        told = json.loads(run.stdout.splitlines()[-1])
        health = Health(bool(told["well"]), str(told["line"]))
    except (ValueError, IndexError, KeyError, TypeError):
        last = run.stderr.strip().rpartition("\n")[2]
        health = Health(False, f"broke off: {last[:300] or f'exit code {run.returncode}'}")
    return Probed(health, time.monotonic() - began)


def main(name: str) -> None:
    try:
        health = probe(name)
    except RushesError as fault:
        health = Health(False, fault.message)
    line = "; ".join(filter(None, (health.line, health.warning)))
    print(json.dumps({"well": bool(health.well), "line": line}))


if __name__ == "__main__":
    main(sys.argv[1])
