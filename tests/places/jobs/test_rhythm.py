"""How often a far side is asked."""

from __future__ import annotations

from rushes.jobs.rhythm import Rhythm


def test_old_operations_are_asked_more_seldom_but_never_hardly() -> None:
    rhythm = Rhythm(5.0)
    assert 0.0 <= rhythm.first() <= 5.0
    young, old = rhythm.after_answer(0.0), [rhythm.after_answer(age) for age in range(120, 140)]
    assert 4.0 <= young <= 6.0
    assert all(12.0 <= wait <= 18.0 for wait in old)
    assert len(set(old)) == 20, "chance keeps them out of step"


def test_whoever_takes_an_operation_over_keeps_its_rhythm() -> None:
    rhythm = Rhythm(5.0)
    assert rhythm.first(11.5) == 11.5, "as another worker has planned it"
    late = {rhythm.first(-3600.0) for _ in range(20)}
    assert all(0.0 <= wait <= 5.0 for wait in late)
    assert len(late) == 20, "what is overdue is spread"
    assert Rhythm(5.0).after_answer(3600.0) >= 12.0, "an old operation is old to its new worker, too"


def test_a_far_side_that_does_not_answer_is_given_time() -> None:
    rhythm = Rhythm(5.0)
    waits = [rhythm.after_fault() for _ in range(12)]
    assert waits[0] <= 10.0
    assert all(30.0 <= wait <= 60.0 for wait in waits[-6:])
    rhythm.after_answer(0.0)
    assert rhythm.after_fault() <= 10.0


def test_a_hint_is_taken_within_reason() -> None:
    rhythm = Rhythm(5.0)
    assert 1.0 <= rhythm.after_answer(0.0, 1.0) <= 1.1
    assert rhythm.after_answer(0.0, 0.0) >= 0.1
    assert rhythm.after_answer(0.0, 86_400.0) <= 66.0
