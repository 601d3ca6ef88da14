"""The extra rushes[speech] is there for its own tests alone: all others mean the same whether it is installed or not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rushes.engines.animatic import speech
from rushes.engines.animatic.speech import delivery


@pytest.fixture(scope="module", autouse=True)
def mumbling(request: pytest.FixtureRequest) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        if request.path.name != "test_speech.py":
            for module in (speech, delivery):
                patch.setattr(module, "is_installed", lambda: False)
        yield
