"""A TLS proxy before a server, as people put one there: for clients that insist on https."""

from __future__ import annotations

import datetime
import ipaddress
import socket
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import uvicorn
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

#: Of the connection, not of what is forwarded.
_HOP = {"connection", "keep-alive", "transfer-encoding"}


@contextmanager
def tls_before(url: str, folder: Path) -> Iterator[tuple[str, Path]]:
    """The https address of a proxy before `url`, and the certificate to trust."""
    certificate, key = _certificate(folder)
    listener = socket.create_server(("127.0.0.1", 0))
    proxy = uvicorn.Server(
        uvicorn.Config(
            _Proxy(url), ssl_keyfile=str(key), ssl_certfile=str(certificate), lifespan="off", log_config=None, ws="none"
        )
    )
    thread = threading.Thread(target=proxy.run, args=([listener],), daemon=True)
    thread.start()
    try:
        yield f"https://localhost:{listener.getsockname()[1]}", certificate
    finally:
        proxy.should_exit = proxy.force_exit = True
        thread.join(10.0)


class _Proxy:
    def __init__(self, url: str) -> None:
        self._url = url

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        headers = [(name, value) for name, value in request.headers.raw if name.decode() not in _HOP]
        query = scope["query_string"].decode()
        url = f"{self._url}{scope['raw_path'].decode()}{'?' if query else ''}{query}"
        async with httpx.AsyncClient(timeout=60.0) as http:
            asked = http.build_request(
                request.method,
                url,
                headers=[*headers, (b"x-forwarded-proto", b"https")],
                content=await request.body(),
            )
            answer = await http.send(asked, stream=True)
            await _forwarded(answer)(scope, receive, send)


def _forwarded(answer: httpx.Response) -> Response:
    async def pieces() -> AsyncIterator[bytes]:
        async for piece in answer.aiter_raw():
            yield piece

    response = StreamingResponse(pieces(), answer.status_code)
    response.raw_headers = [
        (name.lower(), value) for name, value in answer.headers.raw if name.lower().decode() not in _HOP
    ]
    return response


def _certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for this machine that signs itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    certificate, secret = folder / "proxy.pem", folder / "proxy.key"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return certificate, secret
