from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from gencatan.errors import EncodingError, FetchError, FormatError, InputError, TooLargeError
from gencatan.intake import IntakeSettings, read_sources
from gencatan.intake.address import refusal
from gencatan.model import Document

STORY = (
    "<p>Kedua pihak menyetujui gencatan senjata pada hari Rabu, kata seorang pejabat.</p>"
    "<p>Pertempuran berhenti di kota itu, “untuk sementara”, menurut penduduk setempat.</p>"
)
HTML = (
    "<html lang='id'><head><meta property='og:site_name' content='Kabar Contoh'>"
    "<meta property='article:published_time' content='2023-09-20T23:30:00-04:00'><title>Gencatan</title></head>"
    f"<body><article><h1>Gencatan</h1>{STORY}</article></body></html>"
)


def fetch(url: str, **settings: Any) -> Document:
    options = {"allow_private": True, "timeout_s": 5.0, **settings}
    (document,) = read_sources([url], IntakeSettings(**options))
    return document


def refused(url: str, kind: type[InputError] = FetchError, **settings: Any) -> str:
    with pytest.raises(kind) as caught:
        fetch(url, **settings)
    return str(caught.value)


def test_a_page_becomes_a_document(site: Any) -> None:
    url = site.page("/a", HTML.encode(), "text/html; charset=utf-8")
    document = fetch(url + "#part")
    assert document.source_uri == url
    assert document.published == date(2023, 9, 20)
    assert (document.title, document.outlet, document.language) == ("Gencatan", "Kabar Contoh", "id")
    assert document.text.split("\n") == [
        "Kedua pihak menyetujui gencatan senjata pada hari Rabu, kata seorang pejabat.",
        "Pertempuran berhenti di kota itu, “untuk sementara”, menurut penduduk setempat.",
    ]
    assert document.retrieved_at is not None
    assert document.retrieved_at.endswith("+00:00")
    assert fetch(url).id == document.id


@pytest.mark.parametrize(
    ("content_type", "codec", "meta"),
    [
        ("text/html; charset=windows-1252", "cp1252", ""),
        ("text/html; charset=ISO-8859-1", "cp1252", "<meta charset=utf-8>"),
        ("text/html", "cp1252", "<meta charset='iso-8859-1'>"),
        ("text/html", "cp1252", ""),
        ("text/html", "utf-8-sig", "<meta charset='iso-8859-1'>"),
        ("text/html", "utf-16", ""),
        ("application/xhtml+xml", "utf-8", ""),
    ],
)
def test_charset_of_header_meta_and_bom(site: Any, content_type: str, codec: str, meta: str) -> None:
    url = site.page("/a", HTML.replace("<head>", "<head>" + meta).encode(codec), content_type)
    assert "“untuk sementara”" in fetch(url).text


def test_unsupported_charset_is_named(site: Any) -> None:
    url = site.page("/a", HTML.encode("ascii", "ignore"), "text/html; charset=koi8-r")
    assert "koi8-r" in refused(url, EncodingError)


def test_plain_text_and_unlabelled_pages(site: Any) -> None:
    text = "Kedua pihak menyetujui gencatan senjata.\nItu berlaku sekarang."
    assert fetch(site.page("/t", text.encode(), "text/plain")).text == text
    assert fetch(site.page("/u", text.encode(), None)).text == text
    assert fetch(site.page("/h", HTML.encode(), None)).title == "Gencatan"


def test_other_content_is_refused(site: Any) -> None:
    url = site.page("/a", b"%PDF-1.7", "application/pdf")
    assert "application/pdf" in refused(url, FormatError)
    assert "404" in refused(site.url("/nowhere"))
    assert "without an article" in refused(site.page("/n", b"<a href=/>Home</a>"), FormatError)
    assert "empty" in refused(site.page("/e", b""), FormatError)


def test_redirects_are_followed_and_counted(site: Any) -> None:
    site.page("/end", HTML.encode())
    site.redirect("/1", "end", 301)
    assert fetch(site.redirect("/0", site.url("/1"), 307)).title == "Gencatan"
    site.redirect("/loop2", "/loop")
    assert "loop" in refused(site.redirect("/loop", "/loop2"))
    for step in range(9):
        site.redirect(f"/r{step}", f"/r{step + 1}")
    assert "more than 3 times" in refused(site.url("/r0"), max_redirects=3)
    assert "scheme 'ftp'" in refused(site.redirect("/f", "ftp://127.0.0.1/x"))
    assert "scheme 'file'" in refused(site.redirect("/f", "file:///etc/hosts"))


def test_large_bodies_are_cut_off(site: Any) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        while not site.stop.is_set():
            handler.wfile.write(b"x" * 65536)

    site.answers["/endless"] = endless
    assert "1,000,000 bytes" in refused(site.url("/endless"), TooLargeError, max_bytes=1_000_000)
    url = site.page("/announced", b"x" * 2000)
    assert "1,000 bytes" in refused(url, TooLargeError, max_bytes=1000)


def test_gzip_is_undone_and_bombs_are_not(site: Any) -> None:
    url = site.page("/z", gzip.compress(HTML.encode()), Content_Encoding="gzip")
    assert fetch(url).title == "Gencatan"
    bomb = gzip.compress(b"a" * 60_000_000)
    assert "limit" in refused(site.page("/bomb", bomb, Content_Encoding="gzip"), TooLargeError)
    twice = site.page("/twice", gzip.compress(bomb), Content_Encoding="gzip, gzip")
    assert "gzip, gzip" in refused(twice)
    refused(site.page("/cut", gzip.compress(HTML.encode())[:-20], Content_Encoding="gzip"))
    refused(site.page("/no", b"no gzip", Content_Encoding="gzip"))
    refused(site.page("/br", b"x", Content_Encoding="br"))


@pytest.mark.parametrize("part", ["headers", "body"])
def test_slow_senders_meet_the_deadline(site: Any, part: str) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n")
        if part == "body":
            handler.wfile.write(b"\r\n")
        while not site.stop.wait(0.05):
            handler.wfile.write(b"X-A: b\r\n" if part == "headers" else b"x")
            handler.wfile.flush()

    site.answers["/slow"] = drip
    start = time.monotonic()
    assert "within 0.5 seconds" in refused(site.url("/slow"), timeout_s=0.5)
    assert time.monotonic() - start < 3


def test_unreachable_and_broken_servers(site: Any) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "refused" in refused(f"http://127.0.0.1:{port}/")

    def garbage(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"\x00\xff not http\r\n\r\n")

    site.answers["/garbage"] = garbage
    refused(site.url("/garbage"))


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "0.0.0.0",
        "0",
        "2130706433",
        "0x7f.1",
        "0177.0.0.1",
        "127.1",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "①②⑦.0.0.1",
        "127.0.0.1.",
    ],
)
def test_private_addresses_are_refused_in_every_spelling(site: Any, host: str) -> None:
    site.page("/a", HTML.encode())
    refused(site.url("/a", host), allow_private=False)
    assert site.seen == []


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/",
        "file:///etc/hosts",
        "gopher://x/",
        "http://",
        "http:///x",
        "https:example.org",
        "http://u:p@example.org/",
        "http://[::1/",
        "http://x:99999/",
        "http://a\x00b/",
        "HTTP://[x]/",
        "http://.../",
    ],
)
def test_urls_that_are_none(url: str) -> None:
    assert refused(url, allow_private=False)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("::ffff:8.8.8.8", True),
        ("64:ff9b::808:808", True),
        ("64:ff9b::a00:1", False),
        ("10.1.2.3", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("172.31.0.1", False),
        ("192.168.1.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::127.0.0.1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("fec0::1", False),
        ("ff02::1", False),
        ("2002:7f00:1::", False),
        ("2001:0:4136:e378:8000:63bf:3fff:fdd2", False),
        ("2001:db8::1", False),
        ("nonsense", False),
    ],
)
def test_addresses(address: str, public: bool) -> None:
    assert (refusal(address) is None) is public


class Resolver:
    """Stands for DNS: answers in turn, the last one for good; everything else resolves as usual."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, **names: list[list[str]]) -> None:
        self.asked: list[str] = []
        real = socket.getaddrinfo

        def answer(host: str, port: int, *args: Any, **kwargs: Any) -> Any:
            key = str(host).replace(".", "_")
            if key not in names:
                return real(host, port, *args, **kwargs)
            self.asked.append(host)
            turns = names[key]
            found = turns.pop(0) if len(turns) > 1 else turns[0]
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in found]

        monkeypatch.setattr(socket, "getaddrinfo", answer)


def test_names_are_refused_by_any_of_their_addresses(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    Resolver(monkeypatch, inner_example=[["127.0.0.1"]], mixed_example=[["8.8.8.8", "10.0.0.1"]])
    assert "loopback" in refused(site.url("/", "inner.example"), allow_private=False)
    assert "private" in refused(site.url("/", "mixed.example"), allow_private=False)


def test_the_connection_goes_to_the_address_that_was_checked(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is public when checked and private a moment later reaches nothing private."""
    resolver = Resolver(monkeypatch, rebind_example=[["8.8.8.8"], ["127.0.0.1"]])
    connected: list[Any] = []

    def connect(address: Any, *args: Any, **kwargs: Any) -> Any:
        connected.append(address)
        raise ConnectionRefusedError(111, "refused by the test")

    monkeypatch.setattr(socket, "create_connection", connect)
    refused(site.url("/", "rebind.example"), allow_private=False)
    assert connected == [("8.8.8.8", site.port)]
    assert resolver.asked == ["rebind.example"]


def test_redirects_to_private_addresses_are_refused(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first hop counts as public here, the second does not."""
    Resolver(monkeypatch, public_example=[["127.0.0.1"]])
    monkeypatch.setattr("gencatan.intake.network.refusal", lambda ip: None if ip == "127.0.0.1" else refusal(ip))
    for target in ("http://10.0.0.1/", "http://[::1]:1/", "//169.254.169.254/latest/meta-data"):
        site.redirect("/out", target)
        assert " address, which is not fetched" in refused(site.url("/out", "public.example"), allow_private=False)
    assert {path for path, _ in site.seen} == {"/out"}


def test_the_host_header_names_the_host(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    Resolver(monkeypatch, news_example=[["127.0.0.1"]])
    site.page("/a", HTML.encode())
    fetch(site.url("/a", "news.example"))
    assert site.seen == [("/a", f"news.example:{site.port}")]


@pytest.mark.skipif(shutil.which("openssl") is None, reason="makes a certificate with openssl")
def test_tls_names_and_verifies_the_host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Resolver(monkeypatch, news_example=[["127.0.0.1"]], other_example=[["127.0.0.1"]])
    subprocess.run(
        [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=news.example",
            "-addext",
            "subjectAltName=DNS:news.example",
            "-keyout",
            "key.pem",
            "-out",
            "cert.pem",
        ],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    names: list[str | None] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(HTML.encode())

        def log_message(self, *args: object) -> None:
            pass

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    context.sni_callback = lambda _socket, name, _context: names.append(name)
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        port = server.server_address[1]
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
        assert fetch(f"https://news.example:{port}/").title == "Gencatan"
        assert names == ["news.example"]
        assert "certificate" in refused(f"https://other.example:{port}/")
        server.shutdown()
