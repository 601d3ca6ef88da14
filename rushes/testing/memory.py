"""How much memory a process has taken at its peak."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

__all__ = ["peak_bytes"]


def peak_bytes() -> int:
    """Return the most bytes that this process ever held at once, since its program began.

    Linux's `ru_maxrss` begins with what the parent held when it started this process (see getrusage(2): it is kept
    across execve); `VmHWM` belongs to the program's own memory.
    """
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) * 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
