"""Goal: no URL that a stranger writes makes us connect to anything that is not public. Method: a server stands on
loopback as the secret, names resolve as each case says, and every address that is dialed is recorded."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rushes.errors import MediaRefused, TooManyRequests
from rushes.outbound.fetch import Fetcher
from rushes.outbound.guard import Border
from tests.places.outbound.far_side import PICTURE, PUBLIC, PUBLIC_V6, FarSide, Network, far_side

#: Making one takes long enough to matter where hundreds of fetchers are made.
_TLS = ssl.create_default_context()

NAMES: dict[str, list[list[str]]] = {
    "good.example": [[PUBLIC]],
    "both.example": [[PUBLIC_V6, PUBLIC]],
    "half-dead.example": [["93.184.216.35", PUBLIC]],
    "localhost": [["127.0.0.1", "::1"]],
    "private.example": [["10.0.0.5"]],
    "private-172.example": [["172.16.9.9"]],
    "private-192.example": [["192.168.1.1"]],
    "ula.example": [["fd00:ec2::254"]],
    "nat.example": [["100.100.100.200"]],
    "metadata.example": [["169.254.169.254"]],
    "agent.example": [["168.63.129.16"]],
    "mapped.example": [["::ffff:127.0.0.1"]],
    "nat64.example": [["64:ff9b::7f00:1"]],
    "local-nat64.example": [["64:ff9b:1::7f00:1"]],
    "sixtofour.example": [["2002:7f00:1::"]],
    "teredo.example": [["2001:0:7f00:1::1"]],
    "site-local.example": [["fec0::1"]],
    "zone.example": [["fe80::1%lo"]],
    "multicast.example": [["224.0.0.1"]],
    "broadcast.example": [["255.255.255.255"]],
    "compatible.example": [["::7f00:1"]],
    "mixed-last.example": [[PUBLIC, "127.0.0.1"]],
    "mixed-first.example": [["127.0.0.1", PUBLIC]],
    "mixed-v6.example": [[PUBLIC, "::1"]],
    "empty.example": [[]],
    "rebinding.example": [[PUBLIC], ["127.0.0.1"]],
}

FORBIDDEN = [
    "https://127.0.0.1/secret",
    "https://127.9.9.9/secret",
    "https://[::1]/secret",
    "https://[::]/secret",
    "https://0.0.0.0/secret",
    "https://169.254.169.254/latest/meta-data/",
    "https://2130706433/secret",
    "https://0x7f000001/secret",
    "https://0x7f.1/secret",
    "https://0177.0.0.1/secret",
    "https://127.1/secret",
    "https://127.0.0.1./secret",
    "https://[::ffff:127.0.0.1]/secret",
    "https://[::ffff:7f00:1]/secret",
    "https://[64:ff9b::127.0.0.1]/secret",
    "https://[2002:7f00:1::]/secret",
    "https://①②⑦.⓪.⓪.①/secret",
    "https://127。0。0。1/secret",
    "https://good.example@127.0.0.1/secret",
    "https://127.0.0.1\\@good.example/secret",
    "https://127.0.0.1%00.good.example/secret",
    "https://good.example:22/secret",
    "https://good.example:6379/secret",
    "https:///secret",
    "https://[fe80::1%25lo]/secret",
    "file:///etc/passwd",
    "ftp://good.example/secret",
    "gopher://good.example/_secret",
    "unix:///run/secret.sock",
    "https://good.example /secret",
    "https://good.example/\r\nX-Evil: 1",
    "https://" + "a" * 5000,
    "https://[bad/secret",
    "https://good.example:99999/secret",
    *(
        f"https://{name}/secret"
        for name in NAMES
        if name.split(".")[0] not in ("good", "both", "half-dead", "rebinding")
    ),
]


@pytest.fixture
def ports() -> Iterator[tuple[int, int]]:
    with far_side() as both:
        yield both


@pytest.fixture
def network(ports: tuple[int, int]) -> Network:
    return Network({name: [list(answer) for answer in answers] for name, answers in NAMES.items()}, ports)


def fetcher(network: Network, **options: object) -> Fetcher:
    border = Border(resolve=network.resolve, dial=network.dial)
    return Fetcher(**({"https_only": False, "border": border, "deadline_seconds": 5.0} | options))  # type: ignore[arg-type]


def refusal(made: Fetcher, url: str, out: Path, bytes_max: int = 1_000_000) -> str:
    with pytest.raises(MediaRefused) as caught:
        made.fetch(url, out, bytes_max, parameter="image")
    assert not out.exists()
    assert caught.value.parameter == "image"
    return caught.value.message


def test_a_picture_is_fetched_and_known_by_its_bytes(network: Network, tmp_path: Path) -> None:
    assert fetcher(network).fetch("http://good.example/picture?a=b#c", tmp_path / "out", 100_000) == "image/png"
    assert (tmp_path / "out").read_bytes() == PICTURE
    assert FarSide.seen == [("good.example", "/picture?a=b")]
    assert network.dialed == [PUBLIC]


def test_the_next_address_is_tried_when_the_first_is_dead(network: Network, tmp_path: Path) -> None:
    fetcher(network).fetch("http://half-dead.example/picture", tmp_path / "out", 100_000)
    assert network.dialed == ["93.184.216.35", PUBLIC]


@pytest.mark.parametrize("url", FORBIDDEN)
def test_what_is_not_public_is_never_dialed(network: Network, tmp_path: Path, url: str) -> None:
    refusal(fetcher(network, https_only=True), url, tmp_path / "out")
    refusal(fetcher(network), url.replace("https:", "http:"), tmp_path / "out")
    assert [address for address in network.dialed if address != PUBLIC] == []
    assert FarSide.seen == []


@given(
    scheme=st.sampled_from(["https://", "http://", "//", "https:", ""]),
    host=st.sampled_from(["good.example", "[::1]", "1.2.3.4:80", "", "a@b", "\ud800", "é.example", "a..b"]) | st.text(),
    rest=st.text(),
)
def test_any_text_is_a_url_or_refused(scheme: str, host: str, rest: str) -> None:
    made = Fetcher(https_only=False, border=Border(resolve=lambda host, port: []), tls=_TLS)
    with pytest.raises(MediaRefused):
        made.fetch(f"{scheme}{host}/{rest}", Path("/nowhere"), 1, parameter="image")


def test_plain_http_is_refused_unless_allowed(network: Network, tmp_path: Path) -> None:
    assert "https://" in refusal(fetcher(network, https_only=True), "http://good.example/picture", tmp_path / "out")
    assert network.dialed == []


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/secret",
        "http://[::ffff:127.0.0.1]/secret",
        "http://169.254.169.254/latest/meta-data/",
        "http://localhost/secret",
        "//127.0.0.1/secret",
        "file:///etc/passwd",
        "http://good.example@127.0.0.1/secret",
        "http://127.0.0.1\\@good.example/secret",
    ],
)
def test_a_redirect_is_judged_like_any_url(network: Network, tmp_path: Path, url: str) -> None:
    refusal(fetcher(network), f"http://good.example/to?url={quote(url, safe='')}", tmp_path / "out")
    assert network.dialed == [PUBLIC]


def test_a_redirect_among_public_places_is_followed(network: Network, tmp_path: Path) -> None:
    url = "http://good.example/to?url=http://both.example/to?url=/picture"
    assert fetcher(network).fetch(url, tmp_path / "out", 100_000) == "image/png"
    assert network.dialed == [PUBLIC, PUBLIC_V6, PUBLIC_V6]


def test_a_name_that_changes_its_mind_is_judged_each_time(network: Network, tmp_path: Path) -> None:
    made = fetcher(network)
    made.fetch("http://rebinding.example/picture", tmp_path / "out", 100_000)
    refusal(made, "http://rebinding.example/secret", tmp_path / "out")
    assert network.dialed == [PUBLIC]
    assert network.asked == ["rebinding.example"] * 2


def test_all_that_fails_before_the_file_sounds_the_same(network: Network, tmp_path: Path) -> None:
    urls = [
        "http://good.example/no-such-thing",
        "http://good.example/loop",
        "http://good.example/nowhere",
        "http://unknown.example/",
        "http://93.184.216.99/closed",
        "http://127.0.0.1/secret",
        "http://private.example/secret",
        "http://good.example:22/",
        "http://good.example/cut",
        "http://good.example/to?url=file:///etc/passwd",
        "https://good.example/not-tls",
    ]
    assert len({refusal(fetcher(network), url, tmp_path / "out") for url in urls}) == 1


@pytest.mark.parametrize(("path", "said"), [("gzip", "Content-Encoding"), ("claims", "1 MB"), ("endless", "1 MB")])
def test_too_much_is_stopped_early(network: Network, tmp_path: Path, path: str, said: str) -> None:
    begun = time.monotonic()
    assert said in refusal(fetcher(network), f"http://good.example/{path}", tmp_path / "out")
    assert time.monotonic() - begun < 8


@pytest.mark.parametrize("path", ["drip", "drip-head"])
def test_a_server_that_drips_is_left_at_the_deadline(network: Network, tmp_path: Path, path: str) -> None:
    begun = time.monotonic()
    refusal(fetcher(network, deadline_seconds=0.5), f"http://good.example/{path}", tmp_path / "out")
    assert 0.4 < time.monotonic() - begun < 8


def test_a_resolver_that_hangs_is_left_at_the_deadline(tmp_path: Path) -> None:
    never = threading.Event()

    def resolve(host: str, port: int) -> list[str]:
        never.wait(10)
        return []

    begun = time.monotonic()
    made = Fetcher(border=Border(resolve=resolve), deadline_seconds=0.3)
    refusal(made, "https://good.example/", tmp_path / "out")
    assert time.monotonic() - begun < 8
    never.set()


def test_a_proxy_of_the_environment_is_not_asked(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    fetcher(network).fetch("http://good.example/picture", tmp_path / "out", 100_000)
    assert network.dialed == [PUBLIC]


def test_a_tenant_fetches_only_so_much_at_once(network: Network, tmp_path: Path) -> None:
    made = fetcher(network, at_once_max=1, deadline_seconds=3.0)

    def drip() -> None:
        with pytest.raises(MediaRefused):
            made.fetch("http://good.example/drip", tmp_path / "a", 9, tenant="p")

    first = threading.Thread(target=drip)
    first.start()
    while not FarSide.seen:
        time.sleep(0.01)
    with pytest.raises(TooManyRequests):
        made.fetch("http://good.example/picture", tmp_path / "b", 100_000, tenant="p")
    made.fetch("http://good.example/picture", tmp_path / "b", 100_000, tenant="q")
    FarSide.patience.set()
    first.join(5)
    made.fetch("http://good.example/picture", tmp_path / "b", 100_000, tenant="p")


def test_an_owner_may_allow_the_own_network_but_not_the_metadata_service(
    tmp_path: Path, ports: tuple[int, int]
) -> None:
    made = Fetcher(allow_private=True, https_only=False)
    assert made.fetch(f"http://127.0.0.1:{ports[0]}/picture", tmp_path / "out", 100_000) == "image/png"
    dialed: list[str] = []

    def dial(address: str, port: int, seconds: float) -> socket.socket:
        dialed.append(address)
        raise ConnectionRefusedError

    made = Fetcher(https_only=False, border=Border(allow_private=True, dial=dial))
    for host in ("169.254.169.254", "[fe80::1]", "0.0.0.0", "[::ffff:169.254.169.254]"):
        refusal(made, f"http://{host}/", tmp_path / "out")
    assert dialed == []


def test_a_host_that_the_owner_vouches_for_may_be_private(network: Network, tmp_path: Path) -> None:
    trusted = Border(trusted_hosts=frozenset({"localhost"}), resolve=network.resolve, dial=network.dial)
    made = Fetcher(https_only=False, border=trusted)
    assert made.fetch("http://localhost/picture", tmp_path / "out", 100_000) == "image/png"
    refusal(made, "http://private.example/picture", tmp_path / "out")


def test_the_certificate_must_be_of_the_name_not_of_the_address(tmp_path: Path) -> None:
    authority, chain = _certificates(tmp_path, "good.example")
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(chain)
    listener = socket.create_server(("127.0.0.1", 0))
    names: list[str | None] = []
    server.sni_callback = lambda connection, name, context: names.append(name)

    def serve() -> None:
        for _ in range(2):
            plain, _ = listener.accept()
            try:
                with server.wrap_socket(plain, server_side=True) as connection:
                    connection.recv(4096)
                    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n\x89PNG\r\n\x1a\n")
            except OSError:
                plain.close()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    network = Network({"good.example": [[PUBLIC]], "other.example": [[PUBLIC]]}, (listener.getsockname()[1], 0))
    border = Border(resolve=network.resolve, dial=network.dial)
    made = Fetcher(border=border, tls=ssl.create_default_context(cafile=str(authority)), deadline_seconds=5)
    assert made.fetch("https://good.example/picture", tmp_path / "out", 100) == "image/png"
    refusal(made, "https://other.example/picture", tmp_path / "out2")
    thread.join(5)
    listener.close()
    assert names == ["good.example", "other.example"]


def _certificates(folder: Path, name: str) -> tuple[Path, Path]:
    """(authority, chain with key) for a name, as PEM files."""
    from datetime import UTC, datetime, timedelta

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(subject, subject, key.public_key(), 1, now - timedelta(1), now + timedelta(1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = made.public_bytes(serialization.Encoding.PEM)
    authority, chain = folder / "authority.pem", folder / "chain.pem"
    authority.write_bytes(pem)
    chain.write_bytes(
        pem
        + key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return authority, chain
