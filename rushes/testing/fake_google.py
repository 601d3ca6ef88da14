"""A fake Google: Veo on Vertex AI as the official SDK speaks to it, on a port of our own.

    with FakeGoogle() as google:
        environment = google.environment(folder)     # points the SDK and the engine `vertex` at it
        ...
        assert google.accepted == 1

Shapes and rules: Vertex AI's API reference for Veo and google-genai 3.4, both as read on 2026-11-22. It checks the
credentials, the model, every parameter and the rules between them, and refuses as Google does. How it is told to
misbehave: see `rushes.testing.far_side`.
"""

from __future__ import annotations

import base64
import json
import re
import time
from collections.abc import Mapping
from pathlib import Path

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from rushes.shot import Footage, Shot
from rushes.testing.fake_google_rules import Wrong, check
from rushes.testing.far_side import Answer, Call, FarSide, Operation, footage_of, shape

PROJECT = "far-project"
LOCATION = "us-central1"
EXPRESS_KEY = "express-key-of-the-fake"
EMAIL = f"rushes@{PROJECT}.iam.gserviceaccount.com"
_TYPE = "type.googleapis.com/cloud.ai.large_models.vision.GenerateVideoResponse"
_METHOD = re.compile(
    r"/v1(?:beta1?)?/(?P<resource>(?:projects/(?P<project>[^/]+)/locations/(?P<location>[^/]+)/)?"
    r"publishers/google/models/(?P<model>[^/:]+)):(?P<verb>predictLongRunning|fetchPredictOperation)"
)
_OBJECT = re.compile(r"/storage/v1/b/(?P<bucket>[^/]+)/o/(?P<object>.+)")
_BUCKET = re.compile(r"/storage/v1/b/(?P<bucket>[^/]+)/o")
#: google.rpc.Code by HTTP status, as Google's front ends pair them.
_STATUS_WORDS = {
    400: "INVALID_ARGUMENT",
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    503: "UNAVAILABLE",
}
FILTER_REASON = (
    "Veo could not generate 1 videos based on the prompt provided. You will not be charged for this attempt. "
    "Try rephrasing the prompt. If you think this was an error, send feedback. Support codes: {code}"
)


class FakeGoogle(FarSide):
    """Vertex AI, its token endpoint and its object storage in one server."""

    name = "vertex"

    def __init__(self) -> None:
        super().__init__()
        self._private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self._token = f"ya29.{self.new_id()}"
        self.support_code = "42237218"  #: what a film that is filtered is said to have shown

    def environment(self, folder: Path, *, express: bool = False, bucket: str | None = None) -> dict[str, str]:
        """What to set so that the SDK and the engine speak to this server; with a service account in `folder`."""
        common = {"GOOGLE_VERTEX_BASE_URL": self.url, "STORAGE_EMULATOR_HOST": self.url}
        if bucket is not None:
            common["RUSHES_VERTEX_STORAGE_URI"] = f"gs://{bucket}/films/"
        if express:
            return {**common, "GOOGLE_GENAI_USE_VERTEXAI": "true", "GOOGLE_API_KEY": EXPRESS_KEY}
        return {
            **common,
            "GOOGLE_CLOUD_PROJECT": PROJECT,
            "GOOGLE_CLOUD_LOCATION": LOCATION,
            "GOOGLE_APPLICATION_CREDENTIALS": str(self.write_account(folder / "service-account.json")),
        }

    def write_account(self, path: Path) -> Path:
        """Write a service account's key file, as the cloud console hands it out."""
        key = self._private.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        words = {
            "type": "service_account",
            "project_id": PROJECT,
            "private_key_id": "1",
            "private_key": key.decode(),
            "client_email": EMAIL,
            "client_id": "1",
            "token_uri": f"{self.url}/token",
        }
        path.write_text(json.dumps(words))
        path.chmod(0o600)
        return path

    def rotate_key(self) -> None:
        """Replace the service account's key: files that were written before are good for nothing."""
        with self.lock:
            self._private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
            self._token = f"ya29.{self.new_id()}"

    def rotate(self) -> None:
        """Let every token lapse at once."""
        with self.lock:
            self._token = f"ya29.{self.new_id()}"

    def answer(self, call: Call) -> Answer:
        if call.path == "/token":
            return self._grant(call)
        if not self._known(call):
            return _fault(401, "Request had invalid authentication credentials.")
        if found := _METHOD.fullmatch(call.path):
            verb = {"predictLongRunning": self._submit, "fetchPredictOperation": self._poll}[found["verb"]]
            try:
                return verb(found["resource"], found["model"], call.json())
            except ValueError:
                return _fault(400, "Invalid JSON payload received.")
        if found := _OBJECT.fullmatch(call.path):
            return self._object(found["object"])
        if found := _BUCKET.fullmatch(call.path):
            return _fault(404, "The specified bucket does not exist.") if found["bucket"] == "none" else Answer.of({})
        return Answer(404, b"<html><title>Error 404 (Not Found)!!1</title></html>", {"Content-Type": "text/html"})

    def _grant(self, call: Call) -> Answer:
        """An access token for a signed assertion (RFC 7523), as oauth2.googleapis.com gives it."""
        fields = dict(pair.split("=", 1) for pair in call.body.decode().split("&"))
        head, claims, signature = fields["assertion"].split(".")
        try:
            self._private.public_key().verify(
                _unbase64(signature), f"{head}.{claims}".encode(), padding.PKCS1v15(), hashes.SHA256()
            )
        except Exception:  # the library's one error for a bad signature has no narrower public base
            return Answer.of({"error": "invalid_grant", "error_description": "Invalid JWT Signature."}, 400)
        if json.loads(_unbase64(claims))["iss"] != EMAIL:
            return Answer.of({"error": "invalid_grant", "error_description": "Invalid grant: account not found"}, 400)
        return Answer.of({"access_token": self._token, "expires_in": 3599, "token_type": "Bearer"})

    def _known(self, call: Call) -> bool:
        if call.headers.get("x-goog-api-key") == EXPRESS_KEY:
            return "/projects/" not in call.path
        return call.headers.get("authorization") == f"Bearer {self._token}"

    def _submit(self, resource: str, model: str, body: Mapping[str, object]) -> Answer:
        try:
            asked = check(model, body)
        except Wrong as wrong:
            return _fault(wrong.status, str(wrong))
        if status := self.fault_at_submit(asked.prompt):
            return _fault(status, f"Told to answer {status}.")
        operation = Operation(self.new_id(), resource, asked.prompt, body, _shot(model, asked.parameters, asked.video))
        self.accept(operation)
        return self.after_submit(operation, Answer.of({"name": f"{resource}/operations/{operation.id}"}))

    def _poll(self, resource: str, _model: str, body: Mapping[str, object]) -> Answer:
        name = str(body.get("operationName", ""))
        operation = self.operations.get(name.rpartition("/")[2])
        if operation is None or not name.startswith(f"{resource}/operations/"):
            return _fault(404, f"Operation {name} not found.")
        return self.at_poll(operation, lambda: self._state(name, operation), lambda status: _fault(status, "As told."))

    def _state(self, name: str, operation: Operation) -> Answer:
        if not operation.ready:
            return Answer.of({"name": name})
        if "error" in operation.told:
            code = int(min(operation.told["error"], 16)) if operation.told["error"] != float("inf") else 13
            return Answer.of({"name": name, "done": True, "error": {"code": code, "message": f"As told: {code}."}})
        if "neither" in operation.told:
            return Answer.of({"name": name, "done": True})
        response: dict[str, object] = {"@type": _TYPE, "raiMediaFilteredCount": 0}
        if "filter" in operation.told:
            reason = FILTER_REASON.format(code=self.support_code)
            response |= {"raiMediaFilteredCount": 1, "raiMediaFilteredReasons": [reason]}
            return Answer.of({"name": name, "done": True, "response": response})
        response["videos"] = [self._video(operation)]
        return Answer.of({"name": name, "done": True, "response": response})

    def _video(self, operation: Operation) -> dict[str, str]:
        parameters = operation.request.get("parameters")
        assert isinstance(parameters, dict), "checked when it was accepted"
        if "storageUri" in parameters:
            folder = str(parameters["storageUri"]).rstrip("/")
            return {"gcsUri": f"{folder}/{operation.id}/sample_0.mp4", "mimeType": "video/mp4"}
        data = self.film_of(operation)
        if operation.due("mime"):
            data = b"<html>Please sign in.</html>"
        return {"bytesBase64Encoded": base64.b64encode(data).decode(), "mimeType": "video/mp4"}

    def _object(self, name: str) -> Answer:
        operation = self.operations.get(name.split("/")[-2]) if name.count("/") else None
        if operation is None:
            return _fault(404, f"No such object: {name}")
        return self.file(operation, lambda status: _fault(status, "No such object, as told."))


def _shot(model: str, parameters: Mapping[str, object], video: bytes | None) -> Shot:
    short = {"720p": 720, "1080p": 1080, "4k": 2160}[str(parameters.get("resolution", "720p"))]
    wide = (short * 16 // 9, short)
    size = wide if parameters.get("aspectRatio", "16:9") == "16:9" else (wide[1], wide[0])
    footage: Footage | None = footage_of(video, size) if video else None
    seconds, seed = parameters.get("durationSeconds", 8), parameters.get("seed", int(time.time()))
    assert isinstance(seconds, int), "checked before"
    assert isinstance(seed, int), "checked before"
    return shape(model, seconds, size, seed, parameters.get("generateAudio", True) is True, footage)


def _fault(status: int, message: str) -> Answer:
    words = {"code": status, "message": message, "status": _STATUS_WORDS.get(status, "UNKNOWN")}
    return Answer.of({"error": words}, status)


def _unbase64(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


__all__ = ["EXPRESS_KEY", "FILTER_REASON", "LOCATION", "PROJECT", "FakeGoogle"]
