"""Code: one request as a program in several languages, for this server. Only what works here is shown."""

from __future__ import annotations

import json
from collections.abc import Mapping


def programs(model: str, parameters: Mapping[str, object], preview: bool, origin: str) -> dict[str, str]:
    body: dict[str, object] = {"model": model, **parameters}
    if preview:
        body["preview"] = True
    url = f"{origin}/model/v1/generation"
    return {"curl": _curl(body, url), "Python": _python(body, origin), "JavaScript": _javascript(body, url)}


def _curl(body: Mapping[str, object], url: str) -> str:
    words = json.dumps(body, indent=2, ensure_ascii=False).replace("'", "'\\''").replace("\n", "\n  ")
    return (
        f"curl {url} \\\n"
        '  -H "Authorization: Bearer $RUSHES_API_KEY" \\\n'
        '  -H "Content-Type: application/json" \\\n'
        f"  -d '{words}'\n\n"
        "# then, with the id of the answer:\n"
        f'curl "{url}/task/$ID?wait=60" \\\n'
        '  -H "Authorization: Bearer $RUSHES_API_KEY"'
    )


def _python(body: Mapping[str, object], origin: str) -> str:
    given = "".join(
        f"    {name}={value!r},\n" if name.isidentifier() else ""
        for name, value in body.items()
        if name not in ("model", "prompt")
    )
    return (
        "from rushes.client import Client\n\n"
        f'client = Client("{origin}")  # reads RUSHES_API_KEY\n'
        "task = client.create(\n"
        f"    {body['model']!r},\n"
        f"    {body.get('prompt', '')!r},\n"
        f"{given})\n"
        'client.save(client.wait(task.id), "clip.mp4")'
    )


def _javascript(body: Mapping[str, object], url: str) -> str:
    return (
        f'const url = "{url}"\n'
        "const headers = {\n"
        "  Authorization: `Bearer ${process.env.RUSHES_API_KEY}`,\n"
        '  "Content-Type": "application/json",\n'
        "}\n"
        f"const shot = {json.dumps(body, indent=2, ensure_ascii=False)}\n\n"
        'let task = await (await fetch(url, { method: "POST", headers, body: JSON.stringify(shot) })).json()\n'
        'while (task.status === "in_progress")\n'
        "  task = await (await fetch(`${url}/task/${task.id}?wait=30`, { headers })).json()\n\n"
        "console.log(task.output?.[0].content[0].url ?? task.error)"
    )
