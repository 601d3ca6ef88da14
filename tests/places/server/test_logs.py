from __future__ import annotations

import json
import logging
import sys

import pytest

from rushes.key import Secret
from rushes.server.logs import Lines, masked


@pytest.mark.parametrize("text", ["{}", "Authorization: Bearer {}", "key={}&x=1", "'{}'"])
def test_no_key_reaches_a_log(text: str) -> None:
    secret = Secret.draw(live=True).reveal()
    shown = masked(text.format(secret))
    assert secret[14:] not in shown
    assert "***" in shown


def test_signatures_and_passwords_are_masked() -> None:
    shown = masked("/clips/a.mp4?expires=1&signature=0a1b2c postgresql://me:hunter2@host/x")
    assert "0a1b2c" not in shown
    assert "hunter2" not in shown
    assert "host/x" in shown


def record(message: str, **facts: object) -> logging.LogRecord:
    made = logging.LogRecord("rushes.api", logging.ERROR, "x.py", 1, message, (), None)
    for name, value in facts.items():
        setattr(made, name, value)
    return made


def test_a_json_line_is_one_line_of_json() -> None:
    try:
        raise ValueError("rsh_test_" + "a" * 43)
    except ValueError:
        made = record("it broke\nbadly", request_id="r1")
        made.exc_info = sys.exc_info()
    line = Lines(as_json=True).format(made)
    assert "\n" not in line
    words = json.loads(line)
    assert (words["level"], words["message"], words["request_id"]) == ("error", "it broke\nbadly", "r1")
    assert "ValueError" in words["trace"]
    assert "a" * 43 not in line


def test_a_plain_line_carries_its_facts() -> None:
    assert Lines(as_json=False).format(record("done", task_id="t1")).endswith("error   done task_id=t1")
