"""rushes webhooks: who is told what happens to tasks, and what was told."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from itertools import islice
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from standardwebhooks import Webhook, WebhookVerificationError

from rushes.cli import connection
from rushes.cli.tasks import connected
from rushes.webhook import HEARD, State

_events = click.option(
    "--event",
    "events",
    multiple=True,
    type=click.Choice([str(kind) for kind in HEARD]),
    help="What to listen to; may be repeated. Default: how tasks end.",
)


@click.group(help="Webhooks of the key's project: who is told what happens to tasks.")
def webhooks() -> None:
    pass


@webhooks.command("list", help="The registered webhooks.")
@connected
def list_webhooks(server: str | None, key: str | None) -> None:
    table = _table("id", "name", "events", "state", "url")
    with connection.opened(server, key) as client:
        for webhook in client.webhooks.all():
            events = " ".join(event.removeprefix("task.") for event in webhook["events"])
            state = "enabled" if webhook["enabled"] else f"disabled: {webhook['disabled_why']}"
            table.add_row(webhook["id"], webhook["name"], events, state, webhook["url"])
    Console().print(table)


@webhooks.command(help="Register URL. Its secret is shown once.")
@click.argument("url")
@click.option("--name", default="", help="What you call it.")
@_events
@connected
def add(url: str, name: str, events: tuple[str, ...], server: str | None, key: str | None) -> None:
    with connection.opened(server, key) as client:
        made = client.webhooks.create(url, name=name, events=events)
    click.echo(made["secret"])
    click.echo(f"id {made['id']}; the secret is shown this once: keep it now.", err=True)


@webhooks.command(help="Take a webhook away, with its log.")
@click.argument("webhook_id")
@connected
def remove(webhook_id: str, server: str | None, key: str | None) -> None:
    with connection.opened(server, key) as client:
        client.webhooks.remove(webhook_id)
    click.echo(f"{webhook_id} is removed.")


@webhooks.command(help="Tell a webhook nothing any more, until `enable`.")
@click.argument("webhook_id")
@connected
def disable(webhook_id: str, server: str | None, key: str | None) -> None:
    with connection.opened(server, key) as client:
        client.webhooks.change(webhook_id, enabled=False)
    click.echo(f"{webhook_id} is disabled.")


@webhooks.command(help="Tell a webhook again what happens, after it was disabled or answered 410.")
@click.argument("webhook_id")
@connected
def enable(webhook_id: str, server: str | None, key: str | None) -> None:
    with connection.opened(server, key) as client:
        client.webhooks.change(webhook_id, enabled=True)
    click.echo(f"{webhook_id} is enabled.")


@webhooks.command(help="Replace a webhook's secret; without an id, the one for webhooks of single tasks.")
@click.argument("webhook_id", required=False)
@click.option(
    "--overlap-minutes",
    type=click.IntRange(0, 10_080),
    default=1440,
    show_default=True,
    help="How long the one before signs as well.",
)
@connected
def rotate(webhook_id: str | None, overlap_minutes: int, server: str | None, key: str | None) -> None:
    with connection.opened(server, key) as client:
        made = client.webhooks.rotate(webhook_id, overlap_seconds=overlap_minutes * 60)
    click.echo(made["secret"])
    click.echo(f"The one before signs until {made['previous_signs_until']}.", err=True)


@webhooks.command(help="Send a webhook.ping.")
@click.argument("webhook_id")
@connected
def ping(webhook_id: str, server: str | None, key: str | None) -> None:
    with connection.opened(server, key) as client:
        click.echo(f"delivery {client.webhooks.ping(webhook_id)['id']}")


@webhooks.command(help="What a webhook was told, and what is on its way; with --delivery, every attempt at one.")
@click.argument("webhook_id", required=False)
@click.option("--delivery", "delivery_id", help="One delivery instead, as JSON.")
@click.option("--state", type=click.Choice([str(state) for state in State]), help="Only those.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@connected
def deliveries(
    webhook_id: str | None,
    delivery_id: str | None,
    state: str | None,
    limit: int,
    server: str | None,
    key: str | None,
) -> None:
    if (webhook_id is None) is (delivery_id is None):
        raise click.UsageError("Give the id of a webhook, or --delivery with that of a delivery.")
    with connection.opened(server, key) as client:
        if webhook_id is None:
            click.echo(json.dumps(client.webhooks.delivery(str(delivery_id)), indent=2, ensure_ascii=False))
            return
        table = _table("delivery", "event", "task", "state", "attempts", "happened", "next attempt")
        for told in islice(client.webhooks.deliveries(webhook_id, state=state), limit):
            row = (told["id"], told["event"], told["task"] or "", told["state"], str(told["attempts"]))
            table.add_row(*row, told["created_at"], told["next_at"] or "")
    Console().print(table)


@webhooks.command(help="Deliver something again, with the same webhook-id.")
@click.argument("delivery_id")
@connected
def replay(delivery_id: str, server: str | None, key: str | None) -> None:
    with connection.opened(server, key) as client:
        client.webhooks.replay(delivery_id)
    click.echo(f"{delivery_id} is delivered again.")


@webhooks.command(
    help="Be a receiver: register here, verify and print what is told, and take the webhook away at the end."
)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Default: a free one.")
@click.option("--at", "public", help="Where that port is reached from the server; default: on this machine.")
@click.option("--count", type=click.IntRange(1), help="End after so many; default: until Ctrl-C.")
@_events
@connected
def listen(
    port: int, public: str | None, count: int | None, events: tuple[str, ...], server: str | None, key: str | None
) -> None:
    with connection.opened(server, key) as client, HTTPServer(("127.0.0.1", port), BaseHTTPRequestHandler) as listener:
        url = public or f"http://127.0.0.1:{listener.server_port}/"
        made = client.webhooks.create(url, name="rushes webhooks listen", events=events)
        listener.RequestHandlerClass = _printing(Webhook(made["secret"]))
        click.echo(f"listening at {url} as {made['id']}", err=True)
        try:
            for _ in range(count) if count else iter(int, 1):
                listener.handle_request()
        except KeyboardInterrupt:
            click.echo("")
        finally:
            client.webhooks.remove(made["id"])


def _printing(signature: Webhook) -> type[BaseHTTPRequestHandler]:
    class Printing(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", "0")))
            try:
                words = signature.verify(body, dict(self.headers))
            except WebhookVerificationError as fault:
                self.send_response(400)
                self.end_headers()
                click.echo(f"not verified: {fault}", err=True)
                return
            self.send_response(204)
            self.end_headers()
            click.echo(json.dumps(words, ensure_ascii=False))

        def log_message(self, format: str, *args: Any) -> None:  # Any: of the method that it replaces
            """Only what was told is printed."""

    return Printing


def _table(*headings: str) -> Table:
    table = Table(box=None)
    for heading in headings:
        table.add_column(heading, no_wrap=True, overflow="ellipsis" if heading == "url" else "ignore")
    return table
