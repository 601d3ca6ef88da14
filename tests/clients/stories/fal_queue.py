# mypy: ignore-errors
# (written for SDKs of several generations)
"""fal-client against a Rushes server; its settings FAL_QUEUE_RUN_HOST and FAL_KEY say which."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import fal_client
import fal_client.client
import httpx
from telling import client, is_film, listening, refused, until, worked

client("fal-client", version("fal-client"))
APP = "veo_31_fast"


def film(result: dict) -> bool:
    return is_film(httpx.get(result["outputs"][0]["url"]).content)


handle = fal_client.submit(APP, {"prompt": "a fox", "durationSeconds": 4})
worked("submit")
events = list(handle.iter_events(with_logs=True, interval=0.2))
worked("status with logs", isinstance(events[-1], fal_client.Completed) and events[-1].logs and not events[-1].error)
worked("result", film(handle.get()))
seen = []
result = fal_client.subscribe(
    APP, {"prompt": "a fox", "durationSeconds": 4}, with_logs=True, on_queue_update=seen.append, interval=0.2
)
worked("subscribe", film(result) and result["status"] == "COMPLETED" and seen)
worked(
    "an app with its owner",
    film(fal_client.subscribe(f"google/{APP}", {"prompt": "a", "durationSeconds": 4}, interval=0.2)),
)
worked("request by id", film(fal_client.result(f"google/{APP}", handle.request_id)))
longer = fal_client.subscribe(APP, {"prompt": "it stops", "video": {"url": result["outputs"][0]["url"]}}, interval=0.2)
worked("extension of its own result", longer["outputs"][0]["duration"] == 11)
failing = fal_client.submit(APP, {"prompt": "fake:refuse [test:filtered]"})
until(lambda: isinstance(failing.status(), fal_client.Completed))
worked("filtered", failing.status().error_type == "CONTENT_BLOCKED")
error = refused(failing.get, fal_client.client.FalClientHTTPError)
worked("no result", error.status_code == 422)
long = fal_client.submit(APP, {"prompt": "fake:slow=60"})
long.cancel()
until(lambda: isinstance(long.status(), fal_client.Completed))
worked("cancel", long.status().error_type == "CANCELED")
error = refused(lambda: handle.cancel(), fal_client.client.FalClientHTTPError)
worked("cancel when it has ended", error.status_code == 400)
error = refused(
    lambda: fal_client.submit(APP, {"prompt": "a", "durationSeconds": 7}), fal_client.client.FalClientHTTPError
)
worked("refused by name", error.status_code == 400 and "durationSeconds" in str(error))
error = refused(lambda: fal_client.submit("nobody", {"prompt": "a"}), fal_client.client.FalClientHTTPError)
worked("unknown app", error.status_code == 404)
address, told = listening()
handle = fal_client.submit(APP, {"prompt": "a fox", "durationSeconds": 4}, webhook_url=address)
until(lambda: told)
worked(
    "webhook",
    told[0]["request_id"] == handle.request_id and told[0]["status"] == "OK" and film(told[0]["payload"]),
)
error = refused(
    lambda: fal_client.submit(APP, {"prompt": "a"}, webhook_url="https://169.254.169.254/"),
    fal_client.client.FalClientHTTPError,
)
worked("a webhook that is not public is refused by name", error.status_code == 400 and "fal_webhook" in str(error))
