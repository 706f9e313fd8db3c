"""One http(s) address to bytes, within a size, a time and a number of redirects.

Every host on the way is looked up once, checked, and connected to at the very address that was
checked, so that a second answer of the name server cannot lead elsewhere.
"""

import socket
import ssl
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import cast
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from reportedly import __version__
from reportedly.errors import RefusedAddress, UnreadableSource
from reportedly.read.addresses import why_refused
from reportedly.read.limits import Limits
from reportedly.read.sockets import Deadline, TimedSocket
from reportedly.read.streams import CHUNK, size_in_words

AGENT = f"reportedly/{__version__}"
ACCEPT = "text/html,application/xhtml+xml,application/pdf,application/rss+xml,text/*,*/*;q=0.5"
REDIRECTS = (301, 302, 303, 307, 308)

Resolve = Callable[[str, int], Sequence[str]]
Refuse = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Fetched:
    url: str  # where the bytes came from, after redirects
    data: bytes  # unpacked
    media_type: str | None
    charset: str | None


def look_up(host: str, port: int) -> list[str]:
    """The IP addresses of a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def fetch(
    url: str, limits: Limits, *, resolve: Resolve = look_up, refuse: Refuse = why_refused
) -> Fetched:
    """Get an address. Raises RefusedAddress, or UnreadableSource with the reason."""
    deadline = Deadline(limits.fetch_seconds)
    for _ in range(limits.redirects + 1):
        try:
            answer = _ask(url, limits, deadline, resolve, refuse)
        except TimeoutError:
            raise UnreadableSource(f"took longer than {limits.fetch_seconds:g} seconds") from None
        except ssl.SSLError as error:
            raise UnreadableSource(f"has no valid certificate: {error}") from None
        except (OSError, HTTPException) as error:
            raise UnreadableSource(
                f"could not be fetched: {error or type(error).__name__}"
            ) from None
        if isinstance(answer, Fetched):
            return answer
        url = answer
    raise UnreadableSource(f"redirects more than {limits.redirects} times")


def _ask(
    url: str, limits: Limits, deadline: Deadline, resolve: Resolve, refuse: Refuse
) -> Fetched | str:
    """What the address answers: its bytes, or the next address."""
    scheme, host, port, target = _parts(url)
    addresses = _checked(host, port, resolve, (lambda _: None) if limits.allow_private else refuse)
    connection = HTTPConnection(host, port)
    # with a socket of ours in place, http.client looks nothing up and connects to nothing
    connection.sock = cast(socket.socket, _connect(addresses, host, port, scheme, deadline))
    try:
        shown = f"[{host}]" if ":" in host else host
        usual = port == (443 if scheme == "https" else 80)
        connection.request(
            "GET",
            target,
            headers={
                "Host": shown if usual else f"{shown}:{port}",
                "User-Agent": AGENT,
                "Accept": ACCEPT,
                "Accept-Encoding": "gzip",
                "Connection": "close",
            },
        )
        response = connection.getresponse()
    finally:
        connection.close()
    with response:
        location = response.getheader("Location")
        if response.status in REDIRECTS and location:
            return _next(url, location)
        if response.status != 200:
            raise UnreadableSource(f"answered {response.status} {response.reason}".rstrip())
        data = _body(response, limits.fetched, deadline)
        kind, charset = _content_type(response.getheader("Content-Type"))
        return Fetched(url, data, kind, charset)


def _next(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError:
        raise RefusedAddress(f"redirects to {location[:200]!r}, which is no address") from None


def _parts(url: str) -> tuple[str, str, int, str]:
    """Scheme, host, port and request target. Raises RefusedAddress."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise RefusedAddress(f"is not an address: {error}") from None
    if parts.scheme not in ("http", "https"):
        raise RefusedAddress(f"only http and https addresses are read, not {parts.scheme or url}")
    if parts.username is not None or parts.password is not None:
        raise RefusedAddress("has a name or password in it; save the page and read the file")
    try:
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except UnicodeError:
        host = ""
    if not host or any(c.isspace() or c < "!" for c in host):
        raise RefusedAddress("names no host")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]|")
    target = urlunsplit(("", "", path, query, ""))
    if target.startswith("//"):
        target = "/" + target.lstrip("/")
    return parts.scheme, host, port or (443 if parts.scheme == "https" else 80), target


def _checked(host: str, port: int, resolve: Resolve, refuse: Refuse) -> Sequence[str]:
    try:
        addresses = resolve(host, port)
    except (OSError, UnicodeError):
        raise UnreadableSource(f"no host named {host} was found") from None
    for address in addresses:
        if kind := refuse(address):
            raise RefusedAddress(
                f"{host} is {kind} ({address}); allow private addresses to read it"
            )
    return addresses


def _connect(
    addresses: Sequence[str], host: str, port: int, scheme: str, deadline: Deadline
) -> TimedSocket:
    failed: OSError = OSError(f"{host} has no address")
    for address in addresses:
        try:
            plain = socket.create_connection((address, port), timeout=deadline.left())
        except TimeoutError:
            raise
        except OSError as error:
            failed = error
            continue
        if scheme == "http":
            return TimedSocket(plain, deadline)
        try:
            plain.settimeout(deadline.left())
            secure = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        except BaseException:
            plain.close()
            raise
        return TimedSocket(secure, deadline)
    raise failed


def _body(response: HTTPResponse, limit: int, deadline: Deadline) -> bytes:
    """The body, unpacked if it is gzip; both what comes in and what it unpacks to are counted."""
    coding = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if coding not in ("identity", "gzip", "x-gzip"):
        raise UnreadableSource(f"is packed in a way that was not asked for ({coding[:40]})")
    too_large = UnreadableSource(f"is larger than {size_in_words(limit)}")
    if response.length is not None and response.length > limit:
        raise too_large
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 16) if coding != "identity" else None
    parts, received, size = [], 0, 0
    while part := response.read1(CHUNK):
        deadline.left()
        received += len(part)
        if unpack:
            try:
                part = unpack.decompress(part, limit - size + 1)
            except zlib.error as error:
                raise UnreadableSource(f"is damaged gzip: {error}") from None
        size += len(part)
        parts.append(part)
        if max(size, received) > limit:
            raise too_large
    if response.length or (unpack and not unpack.eof):
        raise UnreadableSource("ended before all of it had come")
    return b"".join(parts)


def _content_type(header: str | None) -> tuple[str | None, str | None]:
    if not header:
        return None, None
    message = Message()
    message["Content-Type"] = header
    charset = message.get_param("charset")
    return message.get_content_type(), charset if isinstance(charset, str) else None
