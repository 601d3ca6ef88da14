"""Schemathesis reads the OpenAPI document and asks for all that is in it, rightly and wrongly: no answer is a fault of ours, and
none is undocumented."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from rushes.key import ALL_SCOPES
from rushes.testing.server import Server, running

CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
    "unsupported_method",
    "allow_header_conformance",
)
#: They have no end of their own.
ENDLESS = ("/model/v1/generation/events",)


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One of its own: thousands of requests are about to be made of it."""
    with running(tmp_path_factory.mktemp("openapi") / "home") as made:
        yield made


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_every_answer_is_in_the_document(server: Server) -> None:
    _, secret = server.make_key(scopes=ALL_SCOPES)
    command = [sys.executable, "-m", "schemathesis.cli", "run", f"{server.url}/openapi.json"]
    command += ["--header", f"Authorization: Bearer {secret}", "--checks", ",".join(CHECKS)]
    command += ["--phases", "examples,coverage,fuzzing", "--max-examples", "5", "--seed", "7", "--continue-on-failure"]
    command += ["--request-timeout", "20", "--warnings", "off", "--suppress-health-check", "all"]
    for path in ENDLESS:
        command += ["--exclude-path", path]
    done = subprocess.run(command, capture_output=True, text=True, timeout=580, cwd=server.home)
    assert done.returncode == 0, f"{done.stdout[-20_000:]}\n{done.stderr[-2000:]}"
    assert "bug in" not in server.log
