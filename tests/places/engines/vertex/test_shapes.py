"""The fake speaks as Google does: each answer is held against a shape that was written down from Google's reference."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import httpx

from rushes.testing.fake_google import EXPRESS_KEY, FakeGoogle

_MODEL = "publishers/google/models/veo-3.1-fast-generate-001"
_TYPE = "type.googleapis.com/cloud.ai.large_models.vision.GenerateVideoResponse"


def shape(value: Any) -> Any:  # Any: JSON
    """A value without its particulars."""
    match value:
        case dict():
            return {name: shape(inner) for name, inner in value.items()}
        case list():
            return [shape(inner) for inner in value[:1]]
        case _:
            return type(value).__name__


def test_every_answer_has_the_written_shape() -> None:
    with FakeGoogle() as google, httpx.Client(headers={"x-goog-api-key": EXPRESS_KEY}, timeout=60) as http:

        def submit(prompt: str, **parameters: object) -> dict[str, Any]:
            body = {"instances": [{"prompt": prompt}], "parameters": {"durationSeconds": 4, **parameters}}
            made: dict[str, Any] = http.post(f"{google.url}/v1/{_MODEL}:predictLongRunning", json=body).json()
            return made

        def poll(name: str) -> Any:
            answer = http.post(f"{google.url}/v1beta1/{_MODEL}:fetchPredictOperation", json={"operationName": name})
            assert answer.status_code == 200, "the SDK takes anything else for an error"
            return answer.json()

        made = submit("a fox")
        assert shape(made) == {"name": "str"}
        assert made["name"].startswith(f"{_MODEL}/operations/")
        assert shape(poll(submit("far:slow=60")["name"])) == {"name": "str"}
        done = poll(made["name"])
        videos = [{"bytesBase64Encoded": "str", "mimeType": "str"}]
        response = {"@type": "str", "raiMediaFilteredCount": "int", "videos": videos}
        assert shape(done) == {"name": "str", "done": "bool", "response": response}
        assert done["response"]["@type"] == _TYPE
        assert base64.b64decode(done["response"]["videos"][0]["bytesBase64Encoded"])[4:8] == b"ftyp"
        stored = poll(submit("a fox", storageUri="gs://b/f")["name"])["response"]["videos"][0]
        assert shape(stored) == {"gcsUri": "str", "mimeType": "str"}
        filtered = poll(submit("far:filter")["name"])["response"]
        assert shape(filtered) == {"@type": "str", "raiMediaFilteredCount": "int", "raiMediaFilteredReasons": ["str"]}
        failed = poll(submit("far:error=14")["name"])
        assert shape(failed) == {"name": "str", "done": "bool", "error": {"code": "int", "message": "str"}}
        refused = submit("a fox", durationSeconds=5)
        assert shape(refused) == {"error": {"code": "int", "message": "str", "status": "str"}}
        assert refused["error"]["status"] == "INVALID_ARGUMENT"
        assert submit("a fox", fps=24)["error"]["message"].startswith("`fps` isn't supported by this model.")


def test_a_service_account_is_what_the_console_hands_out(tmp_path: Path) -> None:
    with FakeGoogle() as google:
        words = json.loads(google.write_account(tmp_path / "account.json").read_text())
    assert {"type", "project_id", "private_key", "client_email", "token_uri"} <= set(words)
