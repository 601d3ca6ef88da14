"""Goal: a webhook's address is judged as strictly as a picture's, when it is registered and at every post. Method: the
same hostile network that fetching is tried in."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from rushes.errors import ValueNotAllowed
from rushes.outbound.guard import Border
from rushes.outbound.post import Poster, Reply
from rushes.testing.receiver import Receiver, receiving
from tests.places.outbound.far_side import PUBLIC, Network
from tests.places.outbound.test_fetch import FORBIDDEN, NAMES

_TLS = ssl.create_default_context()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as made:
        yield made


def hostile() -> Network:
    return Network({name: [list(answer) for answer in answers] for name, answers in NAMES.items()}, (0, 0))


def poster(network: Network, *, https_only: bool = True, seconds: float = 5.0) -> Poster:
    border = Border(resolve=network.resolve, dial=network.dial)
    return Poster(https_only=https_only, deadline_seconds=seconds, border=border, tls=_TLS)


def open_poster(seconds: float = 5.0) -> Poster:
    return Poster(allow_private=True, https_only=False, deadline_seconds=seconds, tls=_TLS)


@pytest.mark.parametrize("url", FORBIDDEN)
def test_what_is_not_public_is_refused_when_it_is_registered_and_when_it_is_posted_to(url: str) -> None:
    network = hostile()
    with pytest.raises(ValueNotAllowed) as refused:
        poster(network).ensure(url, "url")
    assert refused.value.parameter == "url"
    reply = poster(network).post(url, b"{}", {})
    assert reply.status is None
    assert reply.fault is not None
    assert network.dialed == []


def test_a_name_that_turns_private_after_it_was_registered_is_not_posted_to() -> None:
    network = hostile()
    sender = poster(network)
    sender.ensure("https://rebinding.example/hook", "url")
    assert sender.post("https://rebinding.example/hook", b"{}", {}).status is None
    assert network.dialed == []


def _guarded(receiver: Receiver, *answers: str) -> Poster:
    """As in earnest, but that the receiver's port is an allowed one, `hook.example` is what is told, and a public address
    leads to the receiver, too."""
    port = int(receiver.url.rpartition(":")[2])
    network = Network({"hook.example": [[answer] for answer in answers]}, (port, port))
    border = Border(resolve=network.resolve, dial=network.dial, ports=frozenset({port}))
    return Poster(https_only=False, border=border, tls=_TLS)


@pytest.mark.parametrize("host", ["127.0.0.1", "[::ffff:127.0.0.1]", "localhost", "2130706433", "0x7f000001", "127.1"])
def test_a_receiver_on_this_machine_hears_nothing(receiver: Receiver, host: str) -> None:
    port = receiver.url.rpartition(":")[2]
    assert _guarded(receiver).post(f"http://{host}:{port}/", b"{}", {}).status is None
    assert receiver.heard == []


def test_a_name_is_judged_again_at_every_post(receiver: Receiver) -> None:
    port = receiver.url.rpartition(":")[2]
    sender = _guarded(receiver, PUBLIC, PUBLIC, "127.0.0.1")
    url = f"http://hook.example:{port}/"
    sender.ensure(url, "url")
    assert sender.post(url, b"{}", {}).status == 200
    assert sender.post(url, b"{}", {}).status is None
    assert len(receiver.heard) == 1


def test_plain_http_is_refused_unless_it_is_allowed() -> None:
    network = hostile()
    with pytest.raises(ValueNotAllowed, match="https://"):
        poster(network).ensure("http://good.example/", "url")
    poster(network, https_only=False).ensure("http://good.example/", "url")


def test_a_body_arrives_whole_with_its_headers(receiver: Receiver) -> None:
    reply = open_poster().post(f"{receiver.url}/hook?a=1", b'{"a":"\xc3\xa4"}', {"webhook-id": "1"})
    assert reply == Reply(200, None, "thank you")
    heard = receiver.heard[0]
    assert (heard.path, heard.body, heard.id) == ("/hook?a=1", b'{"a":"\xc3\xa4"}', "1")


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_a_failure_and_is_not_followed(receiver: Receiver, status: int) -> None:
    receiver.answers, receiver.headers = [status], {"location": f"{receiver.url}/elsewhere"}
    reply = open_poster().post(receiver.url, b"{}", {})
    assert reply.status == status
    assert "not followed" in str(reply.fault)
    assert len(receiver.heard) == 1


@pytest.mark.parametrize(("given", "seconds"), [("120", 120.0), ("soon", None), ("", None), ("-1", None)])
def test_retry_after_is_read_in_seconds(receiver: Receiver, given: str, seconds: float | None) -> None:
    receiver.answers, receiver.headers = [429], {"retry-after": given}
    assert open_poster().post(receiver.url, b"{}", {}).retry_seconds == seconds


def test_of_a_long_answer_only_the_beginning_is_read(receiver: Receiver) -> None:
    receiver.body = b"x" * 3_000_000
    began = time.monotonic()
    assert open_poster().post(receiver.url, b"{}", {}).answer == "x" * 1000
    assert time.monotonic() - began < 10


def test_a_receiver_that_does_not_answer_is_left_after_the_deadline(receiver: Receiver) -> None:
    receiver.go_on.clear()
    reply = open_poster(0.3).post(f"{receiver.url}/slow", b"{}", {})
    assert (reply.status, reply.fault) == (None, "no answer within 0.3 s")


class _Dripping(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.send_response(204)
        self.send_header("x", "y" * 10)
        self.end_headers()
        self.wfile.flush()
        time.sleep(2.0)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def test_a_status_counts_although_the_body_never_ends() -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Dripping)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        reply = open_poster(0.5).post(f"http://127.0.0.1:{server.server_port}/", b"{}", {})
    finally:
        server.shutdown()
        server.server_close()
    assert (reply.status, reply.fault) == (204, None)


def test_a_closed_port_and_what_is_no_http_are_told_in_a_sentence() -> None:
    assert "no connection" in str(open_poster().post("http://127.0.0.1:1/", b"{}", {}).fault)
