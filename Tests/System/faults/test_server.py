"""Sends the web server requests that no browser sends.

No unauthorised request succeeds, no client blocks others for longer than the server's timeouts, and no part of a
request is injected into a header.
"""

import contextlib
import select
import socket
import time

import pytest

from faults.settings import SILENCE, serve_with_settings
from support.program import SAMPLES

# Maximum seconds until a regular client has an answer, on a machine under other load.
PATIENCE = 20
FORM = b"POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"


class RawClient:
    """Raw socket connections to the server."""

    def __init__(self, server):
        self.server = server

    def connect(self, receiving=None):
        """Returns a connection. `receiving` is the size of its receive buffer, which fills soon if it is small."""
        connection = socket.socket()
        if receiving:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receiving)
        connection.settimeout(PATIENCE)
        connection.connect(("127.0.0.1", self.server.port))
        return contextlib.closing(connection)

    def answer(self, request):
        """Returns the bytes that the server sends until it closes the connection or is silent past its timeout."""
        with self.connect() as connection:
            connection.settimeout(SILENCE + PATIENCE)
            pieces = []
            with contextlib.suppress(ConnectionError):
                connection.sendall(request)
            with contextlib.suppress(ConnectionError):
                while piece := connection.recv(1 << 16):
                    pieces.append(piece)
            return b"".join(pieces)

    def get(self, target, *headers):
        """Returns the status, the headers and the body of the answer to a request that may be malformed."""
        lines = [f"GET {target} HTTP/1.1", "Host: 127.0.0.1", *headers, "Connection: close", "", ""]
        head, _, body = self.answer("\r\n".join(lines).encode()).partition(b"\r\n\r\n")
        return int(head.split()[1]) if head else 0, head.decode("latin-1").lower(), body

    def require_page(self):
        """Fails unless a regular request gets a page within PATIENCE."""
        start = time.monotonic()
        status, _, body = self.get("/?q=%E5%AD%A6%E7%94%9F")
        assert self.server.process.poll() is None, "the server ended"
        assert status == 200 and body.rstrip().endswith(b"</html>")
        assert time.monotonic() - start < PATIENCE


@pytest.fixture(scope="module")
def client(program, build_dir, shared):
    # Each match of this paragraph is shown with its context, which makes the download several megabytes.
    road = shared / "柳溪县2016年校车安全工作总结.txt"
    road.write_text("柳溪县2016年校车安全工作总结\n" + "逐路排查行车路线，更换老旧轮胎。" * 400)
    program("index", SAMPLES, road, index=shared / "index.sqlite")
    with serve_with_settings(build_dir, shared / "index.sqlite") as server:
        client = RawClient(server)
        client.require_page()
        yield client
    assert server.process.returncode == 0, "the server ends by itself when it is asked to"


@pytest.fixture(autouse=True)
def page_afterwards(client):
    """After each request the server still answers."""
    yield
    client.require_page()


@pytest.mark.parametrize("target, headers, statuses", [
    ("/", ["X-A: " + "a" * 20_000], (0, 400, 413, 431)),
    ("/", [f"X-{number}: " + "a" * 1000 for number in range(40)], (0, 400, 413, 431)),
    ("/", [f"X-{number}: a" for number in range(400)], (0, 400, 413, 431)),
    ("/?q=" + "a" * 100_000, [], (0, 400, 414, 431)),
], ids=["a field of 20 kB", "40 kB of fields", "400 fields", "an address of 100 kB"])
def test_oversized_head_is_refused(client, target, headers, statuses):
    assert client.get(target, *headers)[0] in statuses


def test_oversized_form_is_refused(client):
    answer = client.answer(FORM + b"Content-Length: 50000000\r\n\r\n" + b"a" * 5_000_000)
    assert not answer.startswith(b"HTTP/1.1 2")


@pytest.mark.parametrize("lengths", [
    b"Content-Length: 5\r\nContent-Length: 6\r\n",
    b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", b"Content-Length: -1\r\n",
], ids=["two lengths", "length and chunks", "negative length"])
def test_false_length_does_not_smuggle_a_second_request(client, lengths):
    second = b"\r\n0\r\n\r\nGET /api/v1/stats HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    assert b"paragraphs" not in client.answer(FORM + lengths + second)


@pytest.mark.parametrize("request_bytes", [
    b"\0" * 1000, b"\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03", b"GET\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n", b"GET  /  HTTP/1.1\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: example.com\r\nHost: 127.0.0.1\r\n\r\n", b"\r\n" * 1000,
    b"GET / HTTP/1.1\r\n\r\n",
    b"GET http://example.com/ HTTP/1.1\r\nHost: example.com\r\n\r\n",
    b"CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n",
    b"DELETE /api/v1/stats HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
], ids=lambda request: repr(request[:30])[2:-1].replace("\\", "_").replace("/", "_"))
def test_malformed_or_foreign_request_is_refused(client, request_bytes):
    assert not client.answer(request_bytes).startswith(b"HTTP/1.1 2")


@pytest.mark.parametrize("path", [
    "/assets/../../../../etc/passwd", "/assets/%2e%2e/%2e%2e/etc/passwd",
    "/assets/..%2f..%2fetc%2fpasswd", "//etc/passwd", "/assets//etc/passwd", "/assets/%00",
    "/report/../../etc/passwd", "/source/%2fetc%2fpasswd", "/assets/app.css%00.html",
])
def test_path_does_not_lead_out_of_the_served_files(client, path):
    status, _, body = client.get(path)
    assert status in (400, 404) and b"root:" not in body


@pytest.mark.parametrize("path", [
    "/?q=%0d%0aSet-Cookie:%20a=b", "/?lang=%0d%0aX-A:%20b&q=a", "/report/%0d%0aX-A:%20b",
    "/api/v1/search?q=a&format=%0d%0aX-A:%20b", "/export?q=%E5%AD%A6&format=csv%0d%0aX-A:%20b",
    "/login?next=%0d%0aX-A:%20b",
])
def test_line_of_an_address_does_not_become_a_header(client, path):
    _, head, _ = client.get(path)
    assert "x-a:" not in head and "a=b" not in head


def test_endless_requests_are_ended_and_keep_nobody_out(client, figures, connections=200):
    text = b"GET /?q=" + b"a" * 10_000
    with contextlib.ExitStack() as stack:
        waiting = [stack.enter_context(client.connect()) for _ in range(connections)]
        begin = time.monotonic()
        for place in range(len(text)):
            for connection in list(waiting):
                try:
                    connection.send(text[place:place + 1])
                    if select.select([connection], [], [], 0)[0] and not connection.recv(1 << 16):
                        waiting.remove(connection)
                except OSError:
                    waiting.remove(connection)
            if place == 0:
                client.require_page()
            if not waiting:
                break
            taken = time.monotonic() - begin
            assert taken < SILENCE + PATIENCE, f"{len(waiting)} connections live after {taken:.0f} s"
            time.sleep(0.1)
        figures["seconds until the last one was ended"] += round(time.monotonic() - begin, 1)


def test_downloads_that_nobody_reads_give_their_places_to_others(client, figures, connections=6):
    request = (
        b"GET /api/v1/export?q=%E8%B7%AF&format=csv&per=match&context=500 HTTP/1.1\r\n"
        b"Host: 127.0.0.1\r\nConnection: close\r\n\r\n")
    with contextlib.ExitStack() as stack:
        for _ in range(connections):
            stack.enter_context(client.connect(receiving=2048)).sendall(request)
        client.require_page()
        begin = time.monotonic()
        answer = client.answer(request)
        assert answer.startswith(b"HTTP/1.1 200") and answer.endswith(b"0\r\n\r\n"), answer[-80:]
        assert len(answer) > 5_000_000
        figures["seconds for a download meanwhile"] += round(time.monotonic() - begin, 1)


def test_crowd_of_silent_connections_lets_a_reader_in(client, figures, connections=1200):
    with contextlib.ExitStack() as stack:
        begin = time.monotonic()
        for _ in range(connections):
            with contextlib.suppress(OSError):
                stack.enter_context(client.connect())
        # Silent connections are closed, and then others are accepted.
        client.require_page()
        figures["seconds for a page meanwhile"] += round(time.monotonic() - begin, 1)
