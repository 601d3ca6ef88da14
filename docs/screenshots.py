"""Take the pictures of the console that the README shows, and those from which the playground offers to start: `make
screenshots`. A server of its own draws the shots first."""

from __future__ import annotations

import io
import sys
import tempfile
import time
from pathlib import Path

import httpx
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from rushes.console.playground import EXAMPLES
from rushes.testing.server import running

PICTURES = Path(__file__).parent / "pictures"
THUMBS = Path(__file__).parents[1] / "rushes" / "console" / "static" / "shots"
CHROMIUM = "/usr/bin/chromium"
EMBEDDED = {
    "RUSHES_DEV": "yes",
    "RUSHES_CHARGE_ANIMATIC": "yes",
    "RUSHES_EXTRA_ENGINES": "",
    "RUSHES_ENGINES": "animatic",
    "RUSHES_ROUTES": "",
}
MORE = (
    ("A lighthouse on a cliff at night, waves below, the beam turns", "9:16"),
    ("An astronaut walks on a red planet, two moons, wind", "16:9"),
    ("An owl flies over a misty forest at dawn", "16:9"),
)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, running(Path(folder), settings=EMBEDDED) as server:
        with httpx.Client(base_url=server.url, headers={"origin": server.url}, timeout=60.0) as client:
            made = {name: _made(client, prompt, durationSeconds=4, seed=7) for name, _, prompt in EXAMPLES}
            for name, task in made.items():
                _hang(client, task, THUMBS / f"{name}.jpg")
            for prompt, ratio in MORE:
                _made(client, prompt, aspectRatio=ratio, durationSeconds=4, seed=7)
            longer = _made(client, "The fox stops and looks up at the moon", video={"taskId": made["fox"]})
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--headless", "--no-sandbox"])
            _take(browser, server.url, f"/?task={made['reef']}", "console", "dark")
            _take(browser, server.url, "/tasks", "console-tasks", "light")
            _take(browser, server.url, f"/tasks/{longer}", "console-task", "dark", height=1180)
            browser.close()


def _made(client: httpx.Client, prompt: str, **parameters: object) -> str:
    """The id of a shot, when it is there."""
    csrf = client.get("/tasks").text.partition('name="csrf" content="')[2].partition('"')[0]
    words = {"model": "veo_31_fast", "parameters": {"prompt": prompt, **parameters}}
    task = client.post("/console/tasks", json=words, headers={"x-csrf": csrf}).raise_for_status().json()
    while task["status"] in ("queued", "running"):
        time.sleep(0.5)
        task = client.get(f"/console/tasks/{task['id']}").json()
    assert task["status"] == "succeeded", task
    return str(task["id"])


def _hang(client: httpx.Client, task: str, path: Path) -> None:
    """The picture from which the playground offers to start: small, for it is on the first page."""
    poster = client.get(client.get(f"/console/tasks/{task}").json()["poster"]).content
    small = Image.open(io.BytesIO(poster)).convert("RGB").resize((208, 117), Image.Resampling.LANCZOS)
    small.save(path, quality=48, optimize=True, progressive=True)


def _take(browser: Browser, url: str, path: str, name: str, theme: str, height: int = 900) -> None:
    page: Page = browser.new_context(
        viewport={"width": 1440, "height": height}, color_scheme="light" if theme == "light" else "dark"
    ).new_page()
    page.goto(url + path, wait_until="networkidle")
    page.wait_for_timeout(2500)  # for the strip's stills, and the badge
    page.evaluate("document.activeElement.blur()")
    page.screenshot(path=PICTURES / f"{name}.jpg", type="jpeg", quality=78)


if __name__ == "__main__":
    sys.exit(main())
