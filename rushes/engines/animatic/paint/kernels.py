"""Kernels: small loops over pixels, compiled by numba, with their cache in a folder that may be written.

Numba reads NUMBA_CACHE_DIR once, when it is imported, so the folder is chosen here, before the import; every module
that needs numba imports this one. No fastmath: the same plan gives the same bytes on one machine.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar, cast

_cache_home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
os.environ.setdefault("NUMBA_CACHE_DIR", str(_cache_home / "rushes" / "kernels"))

import numba  # noqa: E402

Kernel = TypeVar("Kernel", bound=Callable[..., Any])  # Any: kernels take arrays and numbers of every kind


def kernel(function: Kernel) -> Kernel:
    """Compile a loop over pixels; it runs without the GIL."""
    return cast(Kernel, numba.njit(cache=True, nogil=True, error_model="numpy")(function))


def in_bands(rows: int, work: Callable[[int, int], None]) -> None:
    """Have kernels `work` on bands of rows, (first, last + 1), on all cores at once; what they fill is the same."""
    bands = max(1, min(4, len(os.sched_getaffinity(0)), rows // 32))
    if bands == 1:
        work(0, rows)
        return
    edges = [rows * band // bands for band in range(bands + 1)]
    with ThreadPoolExecutor(bands) as pool:
        list(pool.map(work, edges[:-1], edges[1:]))


def inlined(function: Kernel) -> Kernel:
    """Compile a function that is called by kernels for each pixel."""
    return cast(Kernel, numba.njit(cache=True, nogil=True, inline="never", error_model="numpy")(function))
