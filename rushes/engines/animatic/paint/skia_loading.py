"""The one door to skia: import it from here, so that it loads on machines without a display's libraries too."""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import os
from pathlib import Path
from typing import Any

from rushes.engines.animatic.paint import stand_ins
from rushes.errors import Misconfigured

#: What skia's wheel is linked against though drawing into memory never calls it, and how its functions' names begin.
_UNUSED = {"libEGL.so.1": ("egl",), "libGL.so.1": ("gl",), "libexpat.so.1": ("XML_",)}
_HELP = "skia cannot be loaded: {fault}. On Debian or Ubuntu run: apt-get install -y libegl1 libgl1 libexpat1"


def _load() -> Any:  # Any: skia has no types
    found = importlib.util.find_spec("skia")
    if found is None or found.origin is None:
        raise Misconfigured("skia is not installed: pip install skia-python")
    if os.name == "posix" and stand_ins.can_be_made():
        missing = [name for name in _UNUSED if not _is_there(name)]
        if missing:
            package = Path(found.origin)
            libraries = [package, *package.parent.glob("skia_python.libs/*.so*")]
            names = sorted({name for library in libraries for name in stand_ins.wanted(library)})
            for soname in missing:
                stand_ins.load(soname, [name for name in names if name.startswith(_UNUSED[soname])])
    try:
        return importlib.import_module("skia")
    except ImportError as fault:
        raise Misconfigured(_HELP.format(fault=fault)) from fault


def _is_there(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


skia = _load()
