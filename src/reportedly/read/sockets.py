"""A socket that obeys one deadline over all its reads, so that a server cannot drip for ever."""

import io
import socket
import time


class Deadline:
    """A moment, some seconds from now."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds to go. Raises TimeoutError when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError("the time is over")
        return left


class TimedSocket:
    """What http.client needs of a socket, each wait no longer than the deadline leaves."""

    def __init__(self, inner: socket.socket, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline
        self._reading = False

    def sendall(self, data: bytes) -> None:
        self._inner.settimeout(self._deadline.left())
        self._inner.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        self._reading = True
        return io.BufferedReader(_TimedReads(self._inner, self._deadline))

    def close(self) -> None:
        """Close, unless a response is still being read: then its end closes."""
        if not self._reading:
            self._inner.close()


class _TimedReads(io.RawIOBase):
    def __init__(self, inner: socket.socket, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        self._inner.settimeout(self._deadline.left())
        return self._inner.recv_into(buffer)

    def close(self) -> None:
        self._inner.close()
        super().close()
