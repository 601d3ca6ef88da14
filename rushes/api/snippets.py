"""Snippets: one request as a program in several languages, SDKs and dialects, for this server. Where an SDK has no word for
something in the request, that is said instead."""

from __future__ import annotations

import json
from collections.abc import Mapping

from rushes.model import Model

#: What google-genai calls our parameters, in its Vertex AI mode: from 3.0 on the only one that makes videos.
_GOOGLE: Mapping[str, str] = {
    "durationSeconds": "duration_seconds",
    "aspectRatio": "aspect_ratio",
    "resolution": "resolution",
    "negativePrompt": "negative_prompt",
    "personGeneration": "person_generation",
    "generateAudio": "generate_audio",
    "seed": "seed",
}
#: width of the short side; what openai calls a size is both sides.
_SHORT: Mapping[str, int] = {"720p": 720, "1080p": 1080, "4k": 2160}


def programs(model: str, parameters: Mapping[str, object], preview: bool, origin: str) -> dict[str, str]:
    body: dict[str, object] = {"model": model, **parameters}
    if preview:
        body["preview"] = True
    url = f"{origin}/model/v1/generation"
    return {
        "curl": _curl(body, url),
        "Python": _python(body, origin),
        "JavaScript": _javascript(body, url),
        "google-genai": _google(body, origin),
        "openai": _openai(body, origin),
        "fal queue": _queue(body, origin),
    }


def snippets(model: Model, origin: str) -> dict[str, str]:
    """An example of the model as such programs, and in the body that wraps its parameters."""
    prompt = model.parameter("prompt")
    given = {"prompt": str(prompt.example) if prompt else "", "durationSeconds": 8, "resolution": "720p"}
    wrapped = {"model": model.id, "input": [{"params": given}]}
    return {
        **programs(model.id, given, False, origin),
        "Wrapper": json.dumps(wrapped, indent=2, ensure_ascii=False),
    }


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


def _google(body: Mapping[str, object], origin: str) -> str:
    strange = [name for name in body if name not in ("model", "prompt", *_GOOGLE)]
    if strange:
        return f"# For {', '.join(strange)} take another tab: google-genai has other words for it, or none."
    config = "".join(f"        {_GOOGLE[name]}={value!r},\n" for name, value in body.items() if name in _GOOGLE)
    return (
        "import os, time\n"
        "from google import genai\n"
        "from google.genai import types\n\n"
        "client = genai.Client(\n"
        "    vertexai=True,\n"
        '    api_key=os.environ["RUSHES_API_KEY"],\n'
        f'    http_options=types.HttpOptions(base_url="{origin}"),\n'
        ")\n"
        "operation = client.models.generate_videos(\n"
        f"    model={body['model']!r},\n"
        f"    source=types.GenerateVideosSource(prompt={body.get('prompt', '')!r}),\n"
        f"    config=types.GenerateVideosConfig(\n{config}    ),\n"
        ")\n"
        "while not operation.done:\n"
        "    time.sleep(2)\n"
        "    operation = client.operations.get(operation)\n"
        'operation.response.generated_videos[0].video.save("clip.mp4")'
    )


def _openai(body: Mapping[str, object], origin: str) -> str:
    short = _SHORT.get(str(body.get("resolution")), 720)
    long = short * 16 // 9
    size = f"{short}x{long}" if body.get("aspectRatio") == "9:16" else f"{long}x{short}"
    own = ("model", "prompt", "durationSeconds", "aspectRatio", "resolution")
    more = {name: value for name, value in body.items() if name not in own and (name, value) != ("generateAudio", True)}
    return (
        "import os\n"
        "from openai import OpenAI\n\n"
        f'client = OpenAI(api_key=os.environ["RUSHES_API_KEY"], base_url="{origin}/v1")\n'
        "video = client.videos.create_and_poll(\n"
        f"    model={body['model']!r},\n"
        f"    prompt={body.get('prompt', '')!r},\n"
        f'    seconds="{body.get("durationSeconds", 8)}",\n'
        f'    size="{size}",\n'
        f"{f'    extra_body={more!r},' + chr(10) if more else ''}"
        ")\n"
        'client.videos.download_content(video.id).write_to_file("clip.mp4")'
    )


def _queue(body: Mapping[str, object], origin: str) -> str:
    given = {name: value for name, value in body.items() if name != "model"}
    return (
        "import os, time\n"
        "import httpx\n\n"
        'headers = {"Authorization": f"Key {os.environ[\'RUSHES_API_KEY\']}"}\n'
        f'url = "{origin}/model/v1/queue/{body["model"]}"\n'
        f"task = httpx.post(url, headers=headers, json={given!r}).json()\n"
        'while httpx.get(task["status_url"], headers=headers).json()["status"] != "COMPLETED":\n'
        "    time.sleep(2)\n"
        'result = httpx.get(task["response_url"], headers=headers).json()\n'
        'print(result["outputs"][0]["url"])'
    )
