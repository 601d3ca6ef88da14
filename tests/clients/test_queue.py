"""fal's own client, unmodified, against a real server behind a TLS proxy: it speaks https only."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from rushes.testing.server import Server
from tests.clients.conftest import Story
from tests.clients.tls import tls_before


@pytest.mark.slow
def test_fal_client(story: Story, server: Server, tmp_path: Path) -> None:
    with tls_before(server.url, tmp_path) as (url, certificate):
        place = f"{urlsplit(url).netloc}/model/v1/queue"
        worked = story(
            "fal_queue",
            dialect="Queue",
            requirement="fal-client==1.0.3",
            url=url,
            settings={"FAL_QUEUE_RUN_HOST": place, "FAL_KEY": server.first_key, "SSL_CERT_FILE": str(certificate)},
        )
    assert "cancel when it has ended" in worked
