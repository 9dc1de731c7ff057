"""Asks the server of the web page what no browser asks: usage: server.py

Requests that never end, that are too large, that are no HTTP or lead elsewhere; readers that take nothing; more
connections than are taken. None of them gets in, none keeps others out for longer than the server waits, and
nothing that a request says becomes a header.
"""

import contextlib
import json
import os
import select
import socket
import subprocess
import time

from program import PRODUCTS, SAMPLES, Run, folder, main, require

# Seconds that the server waits for a request, and for a reader.
SILENCE = 2
# Seconds after which an honest reader has an answer, on a machine that does something else as well.
PATIENCE = 20


class Server:
    """A server of an index, on a port of its own."""

    def __init__(self, index, log, **options):
        self.log = log
        settings = {
            "index": index, "host": "127.0.0.1", "port": 0, "secondsPerPage": 5, "secondsPerDownload": 600,
            "secondsOfSilence": SILENCE, "simultaneousDownloads": 2, "waitingRequests": 512}
        environment = {
            "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "DUANSOU_SERVER_SETTINGS": json.dumps(settings)}
        self.process = subprocess.Popen(
            [os.path.join(PRODUCTS, "duansou-web")], env=environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=log, text=True, **options)
        address = self.process.stdout.readline().strip()
        require(address.startswith("http://127.0.0.1:"), f"no address: {address!r}")
        self.port = int(address.rstrip("/").rpartition(":")[2])

    def connect(self, receiving=None):
        """A connection; with a small buffer if it is to be full soon."""
        connection = socket.socket()
        if receiving:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receiving)
        connection.settimeout(PATIENCE)
        connection.connect(("127.0.0.1", self.port))
        return connection

    def answer(self, request):
        """All that the server says to some bytes until it closes, or is silent for longer than it waits."""
        with contextlib.closing(self.connect()) as connection:
            connection.settimeout(SILENCE + PATIENCE)
            with contextlib.suppress(ConnectionError):
                connection.sendall(request)
            return self.rest(connection)

    @staticmethod
    def rest(connection):
        """What is yet to come, until the connection is closed."""
        pieces = []
        with contextlib.suppress(ConnectionError):
            while piece := connection.recv(1 << 16):
                pieces.append(piece)
        return b"".join(pieces)

    def get(self, target, *headers):
        """The status, the headers and the body of an answer to a request that may be odd."""
        lines = [f"GET {target} HTTP/1.1", "Host: 127.0.0.1", *headers, "Connection: close", "", ""]
        head, _, body = self.answer("\r\n".join(lines).encode()).partition(b"\r\n\r\n")
        status = int(head.split()[1]) if head else 0
        return status, head.decode("latin-1").lower(), body

    def require_page(self, when):
        """Fails unless an honest reader gets a page soon."""
        start = time.monotonic()
        status, _, body = self.get("/?q=%E5%AD%A6%E7%94%9F")
        require(self.process.poll() is None, f"the server ended: {when}")
        require(status == 200 and body.rstrip().endswith(b"</html>"), f"no page ({status}): {when}")
        taken = time.monotonic() - start
        require(taken < PATIENCE, f"a page took {taken:.1f} s: {when}")


def sizes(server):
    """Heads beyond every limit, and lengths that lie."""
    for name, headers in [
        ("a field of 20 kB", ["X-A: " + "a" * 20_000]),
        ("40 kB of fields", [f"X-{number}: " + "a" * 1000 for number in range(40)]),
        ("400 fields", [f"X-{number}: a" for number in range(400)]),
    ]:
        status, _, _ = server.get("/", *headers)
        require(status in (0, 400, 413, 431), f"{name}: {status}")
    status, _, _ = server.get("/?q=" + "a" * 100_000)
    require(status in (0, 400, 414, 431), f"an address of 100 kB: {status}")
    form = b"POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    large = server.answer(form + b"Content-Length: 50000000\r\n\r\n" + b"a" * 5_000_000)
    require(not large.startswith(b"HTTP/1.1 2"), f"a form of 50 MB: {large[:80]!r}")
    for lengths in (b"Content-Length: 5\r\nContent-Length: 6\r\n",
                    b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", b"Content-Length: -1\r\n"):
        said = server.answer(form + lengths + b"\r\n0\r\n\r\nGET /api/v1/stats HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        require(b"paragraphs" not in said, f"{lengths!r} let a second request in: {said[:200]!r}")
    server.require_page("after heads that are too large")
    return 8


def nonsense(server):
    """What is no request."""
    requests = [
        b"\0" * 1000, b"\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n",
        b"GET  /  HTTP/1.1\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"GET / HTTP/1.1\r\nHost\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: example.com\r\nHost: 127.0.0.1\r\n\r\n", b"\r\n" * 1000,
        b"GET / HTTP/1.1\r\n\r\n", b"GET http://example.com/ HTTP/1.1\r\nHost: example.com\r\n\r\n",
        b"CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n",
        b"DELETE /api/v1/stats HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    ]
    for request in requests:
        said = server.answer(request)
        require(not said.startswith(b"HTTP/1.1 2"), f"{request[:60]!r}: {said[:80]!r}")
    server.require_page("after what is no request")
    return len(requests)


def elsewhere(server):
    """Paths that lead out of what is served, and lines that would become headers."""
    paths = [
        "/assets/../../../../etc/passwd", "/assets/%2e%2e/%2e%2e/etc/passwd", "/assets/..%2f..%2fetc%2fpasswd",
        "//etc/passwd", "/assets//etc/passwd", "/assets/%00", "/report/../../etc/passwd",
        "/source/%2fetc%2fpasswd", "/assets/app.css%00.html",
    ]
    for path in paths:
        status, _, body = server.get(path)
        require(status in (400, 404) and b"root:" not in body, f"{path}: {status}")
    injections = [
        "/?q=%0d%0aSet-Cookie:%20a=b", "/?lang=%0d%0aX-A:%20b&q=a", "/report/%0d%0aX-A:%20b",
        "/api/v1/search?q=a&format=%0d%0aX-A:%20b", "/export?q=%E5%AD%A6&format=csv%0d%0aX-A:%20b",
        "/login?next=%0d%0aX-A:%20b",
    ]
    for path in injections:
        _, head, _ = server.get(path)
        require("x-a:" not in head and "a=b" not in head, f"{path} became a header: {head}")
    server.require_page("after paths that lead elsewhere")
    return len(paths) + len(injections)


def slow_requests(server, count=200):
    """Requests that come byte by byte and never end."""
    with contextlib.ExitStack() as stack:
        waiting = [stack.enter_context(contextlib.closing(server.connect())) for _ in range(count)]
        begin = time.monotonic()
        text = b"GET /?q=" + b"a" * 10_000
        for place in range(len(text)):
            for connection in list(waiting):
                try:
                    connection.send(text[place:place + 1])
                    if select.select([connection], [], [], 0)[0] and not connection.recv(1 << 16):
                        waiting.remove(connection)
                except OSError:
                    waiting.remove(connection)
            if place == 0:
                server.require_page(f"beside {count} requests that never end")
            if not waiting:
                break
            taken = time.monotonic() - begin
            require(taken < SILENCE + PATIENCE, f"{len(waiting)} endless requests live after {taken:.0f} s")
            time.sleep(0.1)
        return time.monotonic() - begin


def slow_readers(server, count=6):
    """Downloads of which nothing is taken: their places are given to others again."""
    request = (
        b"GET /api/v1/export?q=%E8%B7%AF&format=csv&per=match&context=500 HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        b"Connection: close\r\n\r\n")
    with contextlib.ExitStack() as stack:
        for _ in range(count):
            stack.enter_context(contextlib.closing(server.connect(receiving=2048))).sendall(request)
        server.require_page("beside readers that take nothing")
        begin = time.monotonic()
        said = server.answer(request)
        require(
            said.startswith(b"HTTP/1.1 200") and said.endswith(b"0\r\n\r\n") and len(said) > 5_000_000,
            f"no download beside readers that take nothing: {len(said)} bytes, {said[:80]!r} … {said[-80:]!r}")
        return len(said), time.monotonic() - begin


def crowd(server, count=1200):
    """More connections than are taken at once."""
    with contextlib.ExitStack() as stack:
        begin = time.monotonic()
        for _ in range(count):
            with contextlib.suppress(OSError):
                stack.enter_context(contextlib.closing(server.connect()))
        # Those that say nothing are let go, and then it is somebody's turn who says something.
        server.require_page(f"beside {count} connections that say nothing")
        return time.monotonic() - begin


def run():
    with folder() as work, open(os.path.join(work, "log"), "w+", encoding="utf-8") as log:
        index = os.path.join(work, "index.sqlite")
        # A paragraph of which each match is shown with its surroundings: megabytes.
        road = os.path.join(work, "柳溪县2016年校车安全工作总结.txt")
        with open(road, "w", encoding="utf-8") as text:
            text.write("柳溪县2016年校车安全工作总结\n" + "逐路排查行车路线，更换老旧轮胎。" * 400)
        Run("index", SAMPLES, road, index=index).expecting(0)
        server = Server(index, log)
        try:
            server.require_page("at first")
            requests = sizes(server) + nonsense(server) + elsewhere(server)
            ended = slow_requests(server)
            size, wait = slow_readers(server)
            turn = crowd(server)
        finally:
            server.process.terminate()
            status = server.process.wait(PATIENCE)
        require(status == 0, f"the server ended with {status}")
        print(
            f"server: {requests} odd requests let nobody in; 200 that never end were ended after {ended:.1f} s; "
            f"beside six readers that take nothing a download of {size} bytes took {wait:.1f} s; beside 1200 "
            f"silent connections a page came after {turn:.1f} s (the server waits for {SILENCE} s)")


if __name__ == "__main__":
    main(run)
