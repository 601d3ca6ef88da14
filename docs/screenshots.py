"""Take the pictures of the console that the README shows: `make screenshots`. A server of its own draws some shots first."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import httpx
from playwright.sync_api import Browser, Page, sync_playwright

from rushes.testing.server import running

PICTURES = Path(__file__).parent / "pictures"
CHROMIUM = "/usr/bin/chromium"
EMBEDDED = {
    "RUSHES_DEV": "yes",
    "RUSHES_CHARGE_ANIMATIC": "yes",
    "RUSHES_EXTRA_ENGINES": "",
    "RUSHES_ENGINES": "animatic",
    "RUSHES_ROUTES": "",
}
FOX = "A red fox trots through fresh snow in a pine forest at dusk, violet sky, the first stars, soft paw steps"
SHOTS = (
    ("A sea turtle swims over a coral reef, fish around it, shafts of light, muffled bubbles", "16:9"),
    ("A white rabbit hops across a flower meadow on a bright spring morning, birds sing", "16:9"),
    ("A lighthouse on a cliff at night, waves below, the beam turns", "9:16"),
    ("A red car drives along a desert highway at golden hour", "16:9"),
    ("A jazz trio plays on a stage, warm light", "16:9"),
    ("An astronaut walks on a red planet, two moons, wind", "16:9"),
    ("A sailboat on the open sea at sunset, gulls, waves", "16:9"),
    ("Two friends walk with umbrellas in a rainy city street at night, neon signs, rain", "16:9"),
    (FOX, "16:9"),
)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, running(Path(folder), settings=EMBEDDED) as server:
        with httpx.Client(base_url=server.url, headers={"origin": server.url}, timeout=60.0) as client:
            made = [_made(client, prompt, aspectRatio=ratio, durationSeconds=4, seed=7) for prompt, ratio in SHOTS]
            longer = _made(client, "The fox stops and looks up at the moon", video={"taskId": made[-1]})
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--headless", "--no-sandbox"])
            _take(browser, server.url, f"/?task={made[-1]}", "console", "dark")
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
