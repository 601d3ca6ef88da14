"""Place: a stranger's URL taken apart once, so that what was judged is what is asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self
from urllib.parse import quote, urlsplit

import httpcore

_URL_LENGTH_MAX = 4096
_NOT_IN_URLS = re.compile(r"[\x00-\x20\x7f\\]")
_PORTS = {"https": 443, "http": 80}


@dataclass(frozen=True, slots=True)
class Place:
    scheme: str
    host: str
    port: int
    target: str
    written: str  #: to resolve a redirect against

    @classmethod
    def read(cls, url: str, *, https_only: bool) -> Self:
        """Raises ValueError, which says what is wrong in words that follow the parameter's name."""
        if len(url) > _URL_LENGTH_MAX or _NOT_IN_URLS.search(url):
            raise ValueError("is not a URL: it is too long or has spaces in it.")
        try:
            parts = urlsplit(url)
            scheme, port = parts.scheme.lower(), parts.port
            host = parts.hostname or ""
            host = host if ":" in host else host.encode("idna").decode("ascii").lower()
            target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
            if parts.query:
                target += "?" + quote(parts.query, safe="/?%:@!$&'()*+,;=~-._[]")
        except (ValueError, UnicodeError):
            raise ValueError("is not a URL that can be read.") from None
        if scheme not in ({"https"} if https_only else _PORTS):
            raise ValueError(f"must begin with {'https://' if https_only else 'https:// or http://'}.")
        if parts.username is not None or parts.password is not None:
            raise ValueError("may not carry a user name or password.")
        if not host or "%" in host or not host.isprintable():
            raise ValueError("names no host.")
        return cls(scheme, host, port or _PORTS[scheme], target, url)

    @property
    def url(self) -> httpcore.URL:
        return httpcore.URL(
            scheme=self.scheme.encode(), host=self.host.encode(), port=self.port, target=self.target.encode()
        )

    @property
    def host_header(self) -> bytes:
        name = f"[{self.host}]" if ":" in self.host else self.host
        return (name if _PORTS[self.scheme] == self.port else f"{name}:{self.port}").encode()
