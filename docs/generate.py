"""Write the generated papers: docs/settings.md and docs/errors.md. With --check, only say whether they are up to date."""

from __future__ import annotations

import sys
from pathlib import Path

from rushes.api import errors
from rushes.server import settings

DOCS = Path(__file__).parent


def settings_page() -> str:
    rows = [
        f"| `{line.variable}` | {line.kind} | {f'`{line.default}`' if line.default else ''} | {line.meaning}{' Secret.' if line.secret else ''} |"
        for line in settings.described()
    ]
    return "\n".join(
        (
            "# Settings",
            "",
            "Read once, at the start, from the environment. Written by `docs/generate.py` from `rushes/server/settings.py`.",
            "",
            "| variable | type | default | meaning |",
            "|---|---|---|---|",
            *rows,
            "",
        )
    )


def errors_page() -> str:
    rows = [
        f"| {standing.status if standing.number < 60000 else 'in a task'} | {standing.number} | `{kind.code}` | {(kind.__doc__ or '').strip()} |"
        for kind, standing in errors.STANDINGS.items()
    ]
    return "\n".join(
        (
            "# Errors",
            "",
            'Every refusal is `{"message", "error", "status": {"code", "message", "error_code"}, "data": null, "request_id"}`; a task that',
            'failed has `error: {"code", "error_message"}` in an answer with status 200. The numbers are stable. Written by `docs/generate.py`.',
            "",
            "| HTTP | error_code | name | meaning |",
            "|---|---|---|---|",
            *rows,
            "",
        )
    )


PAGES = {DOCS / "settings.md": settings_page, DOCS / "errors.md": errors_page}


def main(words: list[str]) -> int:
    stale = [path for path, page in PAGES.items() if not path.exists() or path.read_text() != page()]
    if words == ["--check"]:
        for path in stale:
            print(f"{path.name} is out of date; run docs/generate.py")
        return 1 if stale else 0
    for path in stale:
        path.write_text(PAGES[path]())
        print(f"wrote {path.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
