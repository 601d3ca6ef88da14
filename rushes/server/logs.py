"""Logs: one line per event on standard error, plain or JSON, with every secret masked."""

from __future__ import annotations

import json
import logging
import re
import sys
import traceback
from datetime import UTC, datetime

_SECRETS = re.compile(
    r"(?P<key>rsh_(?:live|test)_[A-Za-z0-9]{4})[A-Za-z0-9]+"
    r"|(?P<link>signature=)[0-9a-f]+"
    r"|(?P<password>://[^:/@\s]+:)[^@\s]+(?=@)"
    r"|(?P<bearer>[Bb]earer\s+)(?!rsh_)[^\s'\"]{8,}"
)
#: Facts about an event that a line may carry beside its message.
FACTS = ("request_id", "task_id", "worker", "engine", "take", "url", "path")


def masked(text: str) -> str:
    return _SECRETS.sub(lambda match: f"{next(group for group in match.groups() if group)}***", text)


class Lines(logging.Formatter):
    def __init__(self, *, as_json: bool) -> None:
        super().__init__()
        self._as_json = as_json

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        level, message = record.levelname.lower(), masked(record.getMessage())
        facts = {name: masked(str(getattr(record, name))) for name in FACTS if hasattr(record, name)}
        trace = masked("".join(traceback.format_exception(*record.exc_info))) if record.exc_info else ""
        if self._as_json:
            words = {"at": at, "level": level, "logger": record.name, "message": message, **facts}
            return json.dumps({**words, "trace": trace} if trace else words, ensure_ascii=False)
        line = " ".join([at, f"{level:7}", message, *(f"{name}={value}" for name, value in facts.items())])
        return f"{line}\n{trace.rstrip()}" if trace else line


def set_up(log_format: str, log_level: str) -> None:
    """Let every logger of the process write our lines."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines(as_json=log_format == "json"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(log_level.upper())
    # Their info lines tell of their own insides.
    for name in ("uvicorn", "uvicorn.error", "dbos", "httpx", "httpx2", "httpcore", "alembic", "asyncio"):
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    logging.captureWarnings(True)
