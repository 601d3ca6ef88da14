"""Snippets: the same request in several languages, filled with this server's own address."""

from __future__ import annotations

import json

from rushes.model import Model


def snippets(model: Model, origin: str) -> dict[str, str]:
    """A program by language that creates a task, waits for it and saves the clip."""
    prompt = model.parameter("prompt")
    words = str(prompt.example) if prompt else ""
    body = json.dumps(
        {"model": model.id, "prompt": words, "durationSeconds": 8, "resolution": "720p"}, indent=2, ensure_ascii=False
    )
    url = f"{origin}/model/v1/generation"
    return {
        "curl": f"""\
curl {url} \\
  -H "Authorization: Bearer $RUSHES_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{_indented(body)}'

# then, with the id of the answer:
curl "{url}/task/$ID?wait=60" \\
  -H "Authorization: Bearer $RUSHES_API_KEY"
""",
        "Python": f"""\
from rushes.client import Client

client = Client("{origin}")  # reads RUSHES_API_KEY
task = client.create(
    "{model.id}",
    "{words}",
    durationSeconds=8,
    resolution="720p",
)
client.save(client.wait(task.id), "clip.mp4")
""",
        "JavaScript": f"""\
const url = "{url}"
const headers = {{
  Authorization: `Bearer ${{process.env.RUSHES_API_KEY}}`,
  "Content-Type": "application/json",
}}
const shot = {body}

let task = await (await fetch(url, {{
  method: "POST", headers, body: JSON.stringify(shot),
}})).json()
while (task.status === "in_progress")
  task = await (await fetch(`${{url}}/task/${{task.id}}?wait=30`,
    {{ headers }})).json()

console.log(task.output?.[0].content[0].url ?? task.error)
""",
        "Wrapper": json.dumps(
            {
                "model": model.id,
                "input": [{"params": {"prompt": words, "durationSeconds": 8, "resolution": "720p"}}],
            },
            indent=2,
            ensure_ascii=False,
        ),
    }


def _indented(body: str) -> str:
    return body.replace("\n", "\n  ")
