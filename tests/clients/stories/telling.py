"""What the stories share: they run as programs of their own, with the SDK under test and nothing of ours but this file,
and print one JSON line for each thing that worked."""

# mypy: ignore-errors
# (written for SDKs of several generations)
from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

URL, KEY, FOLDER = sys.argv[1], sys.argv[2], Path(sys.argv[3])
PICTURE = Path(__file__).resolve().parents[2] / "promises" / "fox.png"


def worked(what: str, condition: object = True) -> None:
    """Say that it worked. The program ends here when it did not."""
    if not condition:
        raise SystemExit(f"did not work: {what}")
    print(json.dumps({"worked": what}), flush=True)


def client(name: str, version: str) -> None:
    print(json.dumps({"client": f"{name} {version}"}), flush=True)


def is_film(data: bytes) -> bool:
    return len(data) > 1000 and data[4:8] == b"ftyp"


def until(look: Callable[[], bool], seconds: float = 60.0) -> None:
    ends_at = time.monotonic() + seconds
    while not look():
        assert time.monotonic() < ends_at, "waited too long"
        time.sleep(0.2)


def refused(ask: Callable[[], object], kind: type[Exception]) -> Exception:
    try:
        ask()
    except kind as error:
        return error
    raise SystemExit("was not refused")


def listening() -> tuple[str, list[dict]]:
    """Where a webhook is, and what it will have been told."""
    told = []

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told.append(json.loads(self.rfile.read(int(self.headers["content-length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *words: object) -> None:
            pass

    hook = HTTPServer(("127.0.0.1", 0), Hook)
    threading.Thread(target=hook.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{hook.server_port}/", told
