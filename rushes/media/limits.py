"""Limits that a process sets itself before it decodes what strangers sent."""

from __future__ import annotations

import resource
import sys


def limit_myself(memory_bytes: int, written_bytes: int) -> None:
    """Bound this process's address space, each file that it writes, and what it leaves when it crashes: nothing."""
    if sys.platform != "darwin":  # macOS knows this limit and refuses to set it.
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_FSIZE, (written_bytes, written_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
