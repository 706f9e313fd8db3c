"""Streams that end in a reason instead of filling the memory."""

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from reportedly.errors import UnreadableSource
from reportedly.read.limits import MB

CHUNK = 1 << 16
HEAD = 4096  # bytes that tell a format


def read_all(stream: BinaryIO, limit: int) -> bytes:
    """Everything in the stream. Raises UnreadableSource if that is more than ``limit`` bytes."""
    parts, size = [], 0
    while part := stream.read(CHUNK):
        parts.append(part)
        size += len(part)
        if size > limit:
            raise UnreadableSource(f"is larger than {size_in_words(limit)}")
    return b"".join(parts)


def lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The lines with their line ends; None for a line longer than ``limit``, which is not held."""
    parts: list[bytes] = []
    size = 0
    while part := stream.readline(CHUNK):
        size += len(part)
        if size <= limit:
            parts.append(part)
        else:
            parts.clear()
        if part.endswith(b"\n"):
            yield b"".join(parts) if size <= limit else None
            parts.clear()
            size = 0
    if size:
        yield b"".join(parts) if size <= limit else None


def with_head(stream: BinaryIO, size: int = HEAD) -> tuple[bytes, BinaryIO]:
    """The first bytes, and a stream that still begins with them (pipes cannot be rewound)."""
    head = b""
    try:
        while len(head) < size and (part := stream.read1(size - len(head))):  # type: ignore[attr-defined]
            head += part
    except UnreadableSource:
        if not head:
            raise
        # what came before the damage is read first; then the stream raises again
    return head, cast(BinaryIO, io.BufferedReader(_Rejoined(head, stream), CHUNK))


def unpacked(stream: BinaryIO, limit: int) -> BinaryIO:
    """What a gzip stream holds; reading past ``limit`` bytes of it raises UnreadableSource."""
    return cast(BinaryIO, io.BufferedReader(_Unpacked(stream, limit), CHUNK))


def size_in_words(size: int) -> str:
    return f"{size / MB:g} MB" if size >= MB else f"{size:,} bytes"


class _Rejoined(io.RawIOBase):
    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        part = self._head[: len(buffer)] or self._rest.read1(len(buffer))  # type: ignore[attr-defined]
        self._head = self._head[len(part) :]
        buffer[: len(part)] = part
        return len(part)


class _Unpacked(io.RawIOBase):
    def __init__(self, packed: BinaryIO, limit: int) -> None:
        self._gzip = gzip.GzipFile(fileobj=packed)
        self._left = limit
        self._words = size_in_words(limit)
        self._damage: UnreadableSource | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        if self._damage:
            raise self._damage
        try:
            part = self._gzip.read1(len(buffer))
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            self._damage = UnreadableSource(f"the gzip file is damaged: {error}")
            raise self._damage from None
        self._left -= len(part)
        if self._left < 0:
            self._damage = UnreadableSource(f"unpacks to more than {self._words}")
            raise self._damage
        buffer[: len(part)] = part
        return len(part)
