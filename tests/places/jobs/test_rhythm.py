"""How often a far side is asked."""

from __future__ import annotations

from rushes.jobs.rhythm import Rhythm


def test_old_operations_are_asked_more_seldom_but_never_hardly() -> None:
    rhythm = Rhythm(5.0)
    assert 0.0 <= rhythm.first() <= 5.0
    waits = [rhythm.after_answer() for _ in range(50)]
    assert 4.0 <= waits[0] <= 6.0
    assert all(12.0 <= wait <= 18.0 for wait in waits[-20:])
    assert len(set(waits[-20:])) == 20, "chance keeps them out of step"


def test_a_far_side_that_does_not_answer_is_given_time() -> None:
    rhythm = Rhythm(5.0)
    waits = [rhythm.after_fault() for _ in range(12)]
    assert waits[0] <= 10.0
    assert all(30.0 <= wait <= 60.0 for wait in waits[-6:])
    rhythm.after_answer()
    assert rhythm.after_fault() <= 10.0


def test_a_hint_is_taken_within_reason() -> None:
    rhythm = Rhythm(5.0)
    assert 1.0 <= rhythm.after_answer(1.0) <= 1.1
    assert rhythm.after_answer(0.0) >= 0.1
    assert rhythm.after_answer(86_400.0) <= 66.0
