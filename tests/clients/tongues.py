"""Five tongues over plain HTTP, each as its own clients write: what the cross-dialect promise is tested with."""

from __future__ import annotations

import base64
import time
from dataclasses import dataclass
from typing import Any

import httpx

Words = dict[str, Any]
MODEL = "veo_31_fast"


@dataclass
class Tongue:
    http: httpx.Client

    name = "native"

    def create(self, prompt: str) -> str:
        return self._id(self._post("/model/v1/generation", {"model": MODEL, "prompt": prompt, "durationSeconds": 4}))

    def extend(self, task_id: str, film: bytes) -> str:
        body = {"model": MODEL, "prompt": "on", "video": {"taskId": task_id}}
        return self._id(self._post("/model/v1/generation", body))

    def state(self, task_id: str) -> str:
        """open, done, failed or canceled."""
        task = self._get(f"/model/v1/generation/task/{task_id}").json()
        assert task["id"] == task_id
        if task["metadata"]["phase"] == "canceled":
            return "canceled"
        return {"in_progress": "open", "completed": "done", "failed": "failed"}[task["status"]]

    def download(self, task_id: str) -> bytes:
        task = self._get(f"/model/v1/generation/task/{task_id}").json()
        return httpx.get(task["output"][0]["content"][0]["url"]).content

    def cancel(self, task_id: str) -> None:
        self._post(f"/model/v1/generation/task/{task_id}/cancel")

    def refusal(self) -> tuple[str, Words]:
        """The message about a wrong parameter, and the whole body."""
        body = self.http.post("/model/v1/generation", json={"model": MODEL, "prompt": "a", "durationSeconds": 7}).json()
        return body["message"], body

    def missing(self, task_id: str) -> httpx.Response:
        return self.http.get(f"/model/v1/generation/task/{task_id}")

    def until(self, task_id: str, state: str) -> None:
        ends_at = time.monotonic() + 60
        while self.state(task_id) != state:
            assert time.monotonic() < ends_at, f"{task_id} is {self.state(task_id)}, not {state}"
            time.sleep(0.1)

    @staticmethod
    def _id(answer: Words) -> str:
        found: str = answer["id"]
        return found

    def _get(self, path: str) -> httpx.Response:
        answer = self.http.get(path)
        assert answer.status_code in (200, 202, 206), answer.text
        return answer

    def _post(self, path: str, body: Words | None = None, **more: Any) -> Words:  # Any: what httpx takes
        answer = self.http.post(path, json=body, **more)
        assert answer.status_code in (200, 202), answer.text
        words: Words = answer.json()
        return words


class Gemini(Tongue):
    name = "gemini"
    place = "/v1beta/models/veo-3.1-fast-generate-preview"

    def create(self, prompt: str) -> str:
        body = {"instances": [{"prompt": prompt}], "parameters": {"durationSeconds": "4"}}
        return self._id(self._post(f"{self.place}:predictLongRunning", body))

    def extend(self, task_id: str, film: bytes) -> str:
        uri = self._operation(task_id)["response"]["generateVideoResponse"]["generatedSamples"][0]["video"]["uri"]
        body = {"instances": [{"prompt": "on", "video": {"uri": uri, "encoding": "video/mp4"}}]}
        return self._id(self._post(f"{self.place}:predictLongRunning", body))

    def state(self, task_id: str) -> str:
        words = self._operation(task_id)
        assert words["name"].endswith(task_id)
        assert not {"error", "response"} <= set(words)
        if not words["done"]:
            return "open"
        if "error" in words:
            return "canceled" if words["error"]["code"] == 1 else "failed"
        return "done"

    def download(self, task_id: str) -> bytes:
        # As a client on plain http asks: the whole address behind files/.
        uri = self._operation(task_id)["response"]["generateVideoResponse"]["generatedSamples"][0]["video"]["uri"]
        return self._get(f"/v1beta/files/{uri}:download?alt=media").content

    def cancel(self, task_id: str) -> None:
        self._post(f"{self.place}/operations/{task_id}:cancel")

    def refusal(self) -> tuple[str, Words]:
        body = {"instances": [{"prompt": "a"}], "parameters": {"durationSeconds": 7}}
        words = self.http.post(f"{self.place}:predictLongRunning", json=body).json()
        return words["error"]["message"], words

    def missing(self, task_id: str) -> httpx.Response:
        return self.http.get(f"{self.place}/operations/{task_id}")

    def _operation(self, task_id: str) -> Words:
        words: Words = self._get(f"{self.place}/operations/{task_id}").json()
        return words

    @staticmethod
    def _id(answer: Words) -> str:
        found: str = answer["name"].rpartition("/")[2]
        return found


class Vertex(Gemini):
    name = "vertex"
    place = "/v1beta1/projects/p/locations/us-central1/publishers/google/models/veo-3.1-fast-generate-001"

    def extend(self, task_id: str, film: bytes) -> str:
        video = {"bytesBase64Encoded": base64.b64encode(film).decode(), "mimeType": "video/mp4"}
        body = {"instances": [{"prompt": "on", "video": video}], "parameters": {"sampleCount": 1}}
        return self._id(self._post(f"{self.place}:predictLongRunning", body))

    def download(self, task_id: str) -> bytes:
        return base64.b64decode(self._operation(task_id)["response"]["videos"][0]["bytesBase64Encoded"])

    def missing(self, task_id: str) -> httpx.Response:
        return self.http.post(f"{self.place}:fetchPredictOperation", json=self._named(task_id))

    def _operation(self, task_id: str) -> Words:
        return self._post(f"{self.place}:fetchPredictOperation", self._named(task_id))

    def _named(self, task_id: str) -> Words:
        return {"operationName": f"{self.place.removeprefix('/v1beta1/')}/operations/{task_id}"}


class OpenAI(Tongue):
    name = "openai"

    def create(self, prompt: str) -> str:
        body = {"model": MODEL, "prompt": prompt, "seconds": "4", "size": "1280x720"}
        return self._id(self._post("/v1/videos", body))

    def extend(self, task_id: str, film: bytes) -> str:
        return self._id(self._post("/v1/videos/extensions", {"prompt": "on", "video": {"id": task_id}, "seconds": "8"}))

    def state(self, task_id: str) -> str:
        video = self._get(f"/v1/videos/{task_id}").json()
        assert video["id"] == task_id
        if video["status"] == "failed" and video["error"]["code"] == "canceled":
            return "canceled"
        return {"queued": "open", "in_progress": "open", "completed": "done", "failed": "failed"}[video["status"]]

    def download(self, task_id: str) -> bytes:
        return self._get(f"/v1/videos/{task_id}/content").content

    def cancel(self, task_id: str) -> None:
        self._post(f"/v1/videos/{task_id}/cancel")

    def refusal(self) -> tuple[str, Words]:
        # As a form without any file, which is how the newest SDK sends it.
        fields = {"model": (None, MODEL), "prompt": (None, "a"), "seconds": (None, "7")}
        words = self.http.post("/v1/videos", files=fields).json()
        return words["error"]["message"], words

    def missing(self, task_id: str) -> httpx.Response:
        return self.http.get(f"/v1/videos/{task_id}")


class Queue(Tongue):
    name = "queue"
    place = f"/model/v1/queue/google/{MODEL}"

    def create(self, prompt: str) -> str:
        return self._id(self._post(self.place, {"prompt": prompt, "durationSeconds": 4}))

    def extend(self, task_id: str, film: bytes) -> str:
        return self._id(self._post(self.place, {"prompt": "on", "video": task_id}))

    def state(self, task_id: str) -> str:
        words = self._get(f"{self.place}/requests/{task_id}/status").json()
        assert words["request_id"] == task_id
        assert isinstance(words["logs"], list)
        if words["status"] != "COMPLETED":
            return "open"
        if "error" in words:
            return "canceled" if words["error_type"] == "CANCELED" else "failed"
        return "done"

    def download(self, task_id: str) -> bytes:
        result = self._get(f"{self.place}/requests/{task_id}").json()
        assert result == self._get(f"{self.place}/requests/{task_id}/response").json()
        return httpx.get(result["outputs"][0]["url"]).content

    def cancel(self, task_id: str) -> None:
        answer = self.http.put(f"{self.place}/requests/{task_id}/cancel", headers={"content-type": "application/json"})
        assert answer.status_code == 202, answer.text

    def refusal(self) -> tuple[str, Words]:
        words = self.http.post(self.place, json={"prompt": "a", "durationSeconds": 7}).json()
        return words["detail"], words

    def missing(self, task_id: str) -> httpx.Response:
        return self.http.get(f"{self.place}/requests/{task_id}/status")

    @staticmethod
    def _id(answer: Words) -> str:
        found: str = answer["request_id"]
        return found


TONGUES: tuple[type[Tongue], ...] = (Tongue, Gemini, Vertex, OpenAI, Queue)
