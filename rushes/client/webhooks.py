"""Webhooks of the key's project, from Python. The key needs the scope `webhooks`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

_WEBHOOKS, _DELIVERIES = "/api/v1/webhooks", "/api/v1/deliveries"
Answer = dict[str, Any]  # Any: JSON, as the server's reference describes it


@dataclass(frozen=True, slots=True)
class Webhooks:
    #: Method, path and httpx's options to a body; raises Refusal.
    ask: Callable[..., Answer]

    def create(self, url: str, *, events: Sequence[str] = (), name: str = "", secret: str | None = None) -> Answer:
        """Register one; the answer has its `secret`, which is not to be had again."""
        body = {"url": url, "name": name, "events": list(events), "secret": secret}
        return self._data("POST", _WEBHOOKS, json={key: value for key, value in body.items() if value})

    def all(self) -> list[Answer]:
        found: list[Answer] = self._data("GET", _WEBHOOKS)["webhooks"]
        return found

    def change(self, webhook_id: str, **fields: Any) -> Answer:  # Any: url, name, events, enabled
        return self._data("PATCH", f"{_WEBHOOKS}/{webhook_id}", json=fields)

    def remove(self, webhook_id: str) -> None:
        self._data("DELETE", f"{_WEBHOOKS}/{webhook_id}")

    def rotate(self, webhook_id: str | None, *, overlap_seconds: int) -> Answer:
        """A new secret; with None, for the webhooks of single tasks. The one before signs as well for a while."""
        path = f"{_WEBHOOKS}/secret" if webhook_id is None else f"{_WEBHOOKS}/{webhook_id}/rotate"
        return self._data("POST", path, json={"overlap_seconds": overlap_seconds})

    def ping(self, webhook_id: str) -> Answer:
        """Send a trial; the delivery, to be looked at in a moment."""
        return self._data("POST", f"{_WEBHOOKS}/{webhook_id}/ping")

    def deliveries(self, webhook_id: str, *, state: str | None = None) -> Iterator[Answer]:
        """What it was told, newest first, page by page."""
        query = {"limit": "100", **({"state": state} if state else {})}
        while True:
            page = self._data("GET", f"{_WEBHOOKS}/{webhook_id}/deliveries", params=query)
            yield from page["deliveries"]
            if not page["next"]:
                return
            query["after"] = page["next"]

    def delivery(self, delivery_id: str) -> Answer:
        """One, with every attempt."""
        return self._data("GET", f"{_DELIVERIES}/{delivery_id}")

    def replay(self, delivery_id: str) -> Answer:
        return self._data("POST", f"{_DELIVERIES}/{delivery_id}/replay")

    def _data(self, method: str, path: str, **options: Any) -> Answer:  # Any: httpx's options
        data: Answer = self.ask(method, path, **options)["data"]
        return data
