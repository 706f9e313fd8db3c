"""What stands before every route: who may ask, who may write, and what a browser may do with it.

A page in another tab can send requests to a program on this machine. So the name it was asked by
must be one of ours (else a name that suddenly means 127.0.0.1 gets in), a write must come from our
own pages, and it must show a token that only our pages were given.
"""

import hmac
from collections.abc import Collection, Mapping
from hashlib import sha256
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from secrets import token_urlsafe

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "reportedly"  # names this browser; says nothing about who sits at it
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_READING = ("GET", "HEAD", "OPTIONS")
_YEAR = 365 * 24 * 3600
_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """``hosts``: the names that this server answers to, without ports. ``any_address``: it also
    answers to any IP address, which no foreign name can pretend to be.
    """

    def __init__(
        self, app: ASGIApp, hosts: Collection[str] = LOOPBACK, any_address: bool = False
    ) -> None:
        self._app = app
        self._hosts = frozenset(host.casefold() for host in hosts)
        self._any_address = any_address
        self._secret = token_urlsafe().encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        browser = _cookie(headers.get("cookie", ""))
        fresh = token_urlsafe() if browser is None else None
        token = self._token(browser or fresh or "")
        scope.setdefault("state", {})["token"] = token
        wrong = self._refusal(scope["method"], headers, token if browser else None)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                mine = MutableHeaders(scope=message)
                mine.update(_HEADERS)
                still = scope["path"].startswith("/static/")
                mine.setdefault("Cache-Control", "no-cache" if still else "no-store")
                if fresh and not wrong:
                    kept = f"Path=/; Max-Age={_YEAR}; HttpOnly; SameSite=Strict"
                    mine.append("Set-Cookie", f"{COOKIE}={fresh}; {kept}")
            await send(message)

        answer = JSONResponse({"error": wrong}, 403) if wrong else self._app
        await answer(scope, receive, guarded)

    def _token(self, browser: str) -> str:
        return hmac.new(self._secret, browser.encode(), sha256).hexdigest()

    def _refusal(self, method: str, headers: Headers, token: str | None) -> str | None:
        """Why a request is not answered; None where it is."""
        host = headers.get("host", "")
        if not self._ours(_name(host)):
            return f"this server is not {host!r}; open it by the address that it printed"
        if method in _READING:
            return None
        origin = headers.get("origin")
        if origin is not None and origin not in (f"http://{host}", f"https://{host}"):
            return f"a page of {origin!r} may not write here"
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return "a page of another site may not write here"
        shown = headers.get("x-token", "")
        if token is None or not hmac.compare_digest(shown.encode(), token.encode()):
            return "this page is older than the server; load it again, then repeat it"
        return None

    def _ours(self, name: str) -> bool:
        if name.casefold() in self._hosts:
            return True
        try:
            return self._any_address and bool(ip_address(name))
        except ValueError:
            return False


def _name(host: str) -> str:
    """The name of a Host header without its port, an IPv6 address without its brackets."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]


def _cookie(header: str) -> str | None:
    try:
        found = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return None
    return found.value if found and found.value else None
