"""The library behind the jobs, where it needs care."""

from __future__ import annotations

import logging

from rushes.jobs.keeper import Condense


def _record(text: str, fault: Exception | None = None) -> logging.LogRecord:
    info = (type(fault), fault, None) if fault else None
    return logging.LogRecord("dbos", logging.WARNING, "", 0, text, (), info)


def test_a_message_is_one_line_and_said_once_in_a_while() -> None:
    now = [0.0]
    condense = Condense(lambda: now[0])
    first = _record("no database\nTraceback …", OSError("gone\nand more"))
    assert condense.filter(first)
    assert first.getMessage() == "no database OSError: gone"
    assert first.exc_info is None
    assert not condense.filter(_record("no database", OSError("gone")))
    assert condense.filter(_record("another"))
    now[0] = 31.0
    assert condense.filter(_record("no database", OSError("gone")))
