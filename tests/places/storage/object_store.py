"""An object store of this test's own, as much of S3's wire as storage uses; kept in memory, on loopback."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit


class ObjectStore(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    kept: dict[str, bytes] = {}  # noqa: RUF012 - shared by all requests on purpose
    parts: dict[tuple[str, int], bytes] = {}  # noqa: RUF012
    forbidden = False

    def _place(self) -> tuple[str, dict[str, list[str]]]:
        """(key inside the bucket, query)."""
        parts = urlsplit(self.path)
        return unquote(parts.path).removeprefix("/bucket/"), parse_qs(parts.query, keep_blank_values=True)

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        key, query = self._place()
        if self.forbidden:
            return self._answer(403, b"<Error><Code>AccessDenied</Code></Error>")
        if "list-type" in query:
            return self._list(query.get("prefix", [""])[0])
        if key not in self.kept:
            return self._answer(404, b"<Error><Code>NoSuchKey</Code></Error>")
        data, headers = self.kept[key], {"Last-Modified": formatdate(usegmt=True), "ETag": '"e"'}
        wanted = re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("Range", ""))
        if wanted is None:
            return self._answer(200, data, headers)
        start, end = int(wanted[1]), min(int(wanted[2]), len(data) - 1)
        headers["Content-Range"] = f"bytes {start}-{end}/{len(data)}"
        return self._answer(206, data[start : end + 1], headers)

    def do_PUT(self) -> None:
        key, query = self._place()
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if "partNumber" in query:
            self.parts[query["uploadId"][0], int(query["partNumber"][0])] = body
        else:
            self.kept[key] = body
        self._answer(200, b"", {"ETag": '"e"'})

    def do_POST(self) -> None:
        key, query = self._place()
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if "delete" in query:
            names = re.findall(r"<Key>(.*?)</Key>", body.decode())
            for name in names:
                self.kept.pop(name, None)
            gone = "".join(f"<Deleted><Key>{name}</Key></Deleted>" for name in names)
            return self._answer(200, f"<DeleteResult>{gone}</DeleteResult>".encode())
        if "uploads" in query:
            text = f"<InitiateMultipartUploadResult><UploadId>{key}</UploadId></InitiateMultipartUploadResult>"
            return self._answer(200, text.encode())
        upload = query["uploadId"][0]
        numbers = sorted(number for name, number in self.parts if name == upload)
        self.kept[key] = b"".join(self.parts.pop((upload, number)) for number in numbers)
        return self._answer(
            200, b"<CompleteMultipartUploadResult><ETag>e</ETag></CompleteMultipartUploadResult>", {"ETag": '"e"'}
        )

    def _list(self, prefix: str) -> None:
        now = datetime.now(UTC).isoformat()
        entries = "".join(
            f"<Contents><Key>{key}</Key><LastModified>{now}</LastModified><ETag>e</ETag>"
            f"<Size>{len(data)}</Size></Contents>"
            for key, data in self.kept.items()
            if key.startswith(prefix)
        )
        text = f"<ListBucketResult><IsTruncated>false</IsTruncated>{entries}</ListBucketResult>"
        self._answer(200, text.encode())

    def _answer(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def object_store() -> Iterator[int]:
    """Run it; its port."""
    ObjectStore.kept.clear()
    ObjectStore.forbidden = False
    server = ThreadingHTTPServer(("127.0.0.1", 0), ObjectStore)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
