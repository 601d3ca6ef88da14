"""Timing: every interval of the jobs side in one place, so that tests can make them short together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timing:
    poll_seconds: float = 0.25  #: how often a worker looks for queued tasks; half of it is the mean wait
    beat_seconds: float = 5.0  #: how often a worker says that it is alive
    fence_seconds: float = 15.0  #: a worker that could not say so for this long drops its work by itself …
    stale_seconds: float = 25.0  #: … before the others, after this long, take it over
    watch_seconds: float = 0.3  #: how often a running take looks for a cancel and its deadline
    kill_seconds: float = 0.5  #: how long an engine may go on after it was asked to stop
    report_seconds: float = 0.5  #: progress reaches the task's row at most this often
    still_seconds: float = 2.0  #: and a preview still this often
    retry_seconds: tuple[float, ...] = (2.0, 10.0)  #: waits before the second take, the third …; so many retries
    quota_seconds: tuple[float, ...] = (5.0, 10.0, 20.0, 40.0, 60.0, 60.0, 60.0, 60.0, 60.0)  #: likewise, out of quota
    storm_seconds: float = 2.0  #: an account out of quota is left alone for so long, then twice as long …
    operation_seconds: float = 5.0  #: how often a remote operation is asked how far it is
    poll_seconds_max: float = 120.0  #: a poll that takes longer has no answer; one may bring a film along
    fetch_seconds_max: float = 900.0  #: likewise for a film
    sweep_seconds: float = 60.0  #: how often flows that went wrong are looked for
    deliver_seconds: float = 0.25  #: how often a worker looks for webhooks to deliver
    clear_seconds: float = 6 * 3600.0  #: how often what has had its time is taken away …
    first_clear_seconds: float = 600.0  #: … and how long after the start for the first time
    young_seconds: float = 86_400.0  #: bytes put within this time stay, needed or not: a row may be about to name them

    def __post_init__(self) -> None:
        assert self.fence_seconds < self.stale_seconds, "a worker must let go before its work is taken over"
