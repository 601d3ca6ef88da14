"""The conformance table: what worked with which client, as the tests that ran have seen it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

HEAD = (
    "# Conformance",
    "",
    "What other platforms' own clients do against a Rushes server, unmodified. Written by the tests that ran, from what they saw:",
    "`RUSHES_CONFORMANCE=1 pytest tests/clients -m slow`. An empty cell: that client has no such call.",
    "",
)


def page(record: Mapping[tuple[str, str], Sequence[str]]) -> str:
    lines = list(HEAD)
    for dialect in dict.fromkeys(dialect for dialect, _ in sorted(record)):
        clients = {client: worked for (of, client), worked in sorted(record.items()) if of == dialect}
        steps = list(dict.fromkeys(step for worked in clients.values() for step in worked))
        lines += [f"## {dialect}", "", f"| | {' | '.join(clients)} |", f"|---|{'---|' * len(clients)}"]
        lines += [
            f"| {step} | {' | '.join('yes' if step in worked else '' for worked in clients.values())} |"
            for step in steps
        ]
        lines.append("")
    return "\n".join(lines)
