"""Sign-ins: the servers that this machine has a key for, in one file that only its owner can read."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rushes.errors import Misconfigured

_FILE = "sign-ins.json"


@dataclass(frozen=True, slots=True)
class SignIns:
    last: str | None = None  #: the server that commands speak to when none is named
    keys: Mapping[str, str] = field(default_factory=dict, repr=False)  #: secrets, by their servers' addresses


def read(home: Path) -> SignIns:
    """Raises Misconfigured when the file cannot be read."""
    path = home / _FILE
    try:
        words = json.loads(path.read_text(encoding="utf-8"))
        return SignIns(words["last"], dict(words["keys"]))
    except FileNotFoundError:
        return SignIns()
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise Misconfigured(f"{path} cannot be read ({fault}); remove it and sign in again.") from fault


def write(home: Path, signed: SignIns) -> Path:
    """Appears whole or not at all, for its owner alone."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = home / _FILE
    if not signed.keys:
        path.unlink(missing_ok=True)
        return path
    aside = path.with_name(f"{_FILE}.{os.getpid()}")
    with contextlib.suppress(FileNotFoundError):
        aside.unlink()
    with os.fdopen(os.open(aside, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        json.dump({"last": signed.last, "keys": dict(signed.keys)}, file, indent=2)
    os.replace(aside, path)
    return path
