"""An httpx transport that connects only to addresses it has checked, and never beyond its deadline."""

from __future__ import annotations

import queue
import socket
import ssl
import threading
import time
import typing
from collections.abc import Iterable, Iterator
from typing import Any, Self

import httpcore
import httpx

from gencatan.errors import FetchError
from gencatan.intake.address import refusal

_SocketOptions = Iterable[httpcore.SOCKET_OPTION]
_SocketAddress = tuple[Any, ...]


class Deadline:
    """When all of a fetch must be over: per-read timeouts alone let a slow sender go on forever."""

    def __init__(self, seconds: float) -> None:
        """`seconds` from now."""
        self._end = time.monotonic() + seconds

    def remaining(self) -> float:
        """Seconds left. Raises httpcore.ReadTimeout when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("deadline passed")
        return left


class _DeadlineStream(httpcore.NetworkStream):
    """A connection whose every operation ends by the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.remaining())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.remaining())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._deadline.remaining())
        return _DeadlineStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class GuardedBackend(httpcore.NetworkBackend):
    """Resolves a name once, refuses it if any of its addresses is not public, connects to one of those."""

    def __init__(self, deadline: Deadline, *, allow_private: bool) -> None:
        """`allow_private` lets every address through."""
        self._deadline = deadline
        self._allow_private = allow_private
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: _SocketOptions | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to `host`. TLS later names and verifies `host`, not the address.

        Raises FetchError for an address that must not be fetched from and a name without address.
        """
        addresses = resolve(host, port, self._deadline.remaining())
        for address in addresses:
            reason = refusal(address)
            if reason and not self._allow_private:
                resolved = f" ({address})" if address != host else ""
                words = f"{host} is {reason} address{resolved}, which is not fetched"
                raise FetchError(words, cause=FetchError.OURS)
        failure: Exception | None = None
        for address in addresses:
            try:
                stream = self._backend.connect_tcp(
                    address, port, self._deadline.remaining(), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _DeadlineStream(stream, self._deadline)
        raise failure or httpcore.ConnectError("the name has no address")

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: _SocketOptions | None = None
    ) -> httpcore.NetworkStream:
        """Never: a URL has no business with local sockets. Raises FetchError."""
        raise FetchError("local sockets are not fetched from", cause=FetchError.OURS)


def resolve(host: str, port: int, timeout: float) -> list[str]:
    """The addresses of `host` as text, in the resolver's order.

    The resolver has no timeout of its own, so it runs in a thread that may be left behind.
    Raises FetchError, and httpcore.ConnectTimeout when it takes longer than `timeout` seconds.
    """
    answers: queue.SimpleQueue[list[_SocketAddress] | Exception] = queue.SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError, ValueError) as error:
            answers.put(error)
        else:
            answers.put([sockaddr for *_, sockaddr in found])

    threading.Thread(target=ask, daemon=True, name="gencatan-resolve").start()
    try:
        answer = answers.get(timeout=timeout)
    except queue.Empty as error:
        raise httpcore.ConnectTimeout(f"{host} did not resolve in time") from error
    if isinstance(answer, Exception):
        raise FetchError(f"the name {host} does not resolve ({answer})", cause=FetchError.UNRESOLVED) from answer
    return list(dict.fromkeys(str(sockaddr[0]) for sockaddr in answer))


class GuardedTransport(httpx.BaseTransport):
    """HTTP/1.1 over guarded connections; lives for one fetch."""

    def __init__(self, timeout_s: float, *, allow_private: bool) -> None:
        """All requests together end within `timeout_s` seconds."""
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            max_keepalive_connections=0,
            network_backend=GuardedBackend(Deadline(timeout_s), allow_private=allow_private),
        )

    def __enter__(self) -> Self:
        """Nothing to open: connections are made per request."""
        return self

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """One request. Raises httpcore's errors and FetchError."""
        response = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=typing.cast(Iterable[bytes], request.stream),
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            status_code=response.status,
            headers=response.headers,
            stream=_Body(typing.cast(Iterable[bytes], response.stream)),
            extensions=response.extensions,
        )

    def close(self) -> None:
        """Close what is still open."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Iterable[bytes]) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        close = getattr(self._stream, "close", None)
        if close is not None:
            close()
