"""A task that two flows have in hand for a moment is still looked out for."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

from rushes.jobs import lookout
from rushes.jobs.lookout import Lookout


def test_the_flow_that_handed_a_task_over_leaves_the_next_one_its_place(monkeypatch: Any) -> None:  # Any: pytest's
    monkeypatch.setattr(lookout, "_SECONDS", 0.01)
    halted = SimpleNamespace(event=SimpleNamespace(is_set=lambda: True))
    bench: Any = SimpleNamespace(halt=halted)  # Any: a part of it

    async def two_flows() -> None:
        looking = Lookout(bench)
        with looking.over("a task"):
            following = looking.over("a task")
            wake = following.__enter__()
        await asyncio.wait_for(wake.wait(), 5.0)
        following.__exit__(None, None, None)

    asyncio.run(two_flows())
