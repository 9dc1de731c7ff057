"""Servers of the web page."""

import contextlib
import select
import string
import subprocess
import tempfile
import urllib.error
import urllib.parse
import urllib.request


class WebServer:
    """A server of the web page of an index, on a free port of the loopback interface."""

    def __init__(self, command, environment, log, **options):
        self.log = log
        self.process = subprocess.Popen(
            list(map(str, command)), env=environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=log, text=True, **options)
        address = ""
        if select.select([self.process.stdout], [], [], 60)[0]:
            address = self.process.stdout.readline().strip()
        if not address.startswith("http://127.0.0.1:"):
            self.process.kill()
            log.seek(0)
            raise AssertionError(f"the web server does not start: {address!r} {log.read()}")
        self.address = address.rstrip("/")
        self.port = int(self.address.rpartition(":")[2])

    def get(self, path, headers=None, **parameters):
        """Returns the status, the headers and the body of an answer."""
        target = self.address + urllib.parse.quote(path, safe=string.punctuation)
        if parameters:
            target += "?" + urllib.parse.urlencode(parameters, doseq=True)
        request = urllib.request.Request(target, headers=headers or {})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read()

    def stop(self):
        """Ends the server and returns its exit code."""
        self.process.terminate()
        try:
            return self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise AssertionError("the web server does not end") from None
        finally:
            self.process.stdout.close()


@contextlib.contextmanager
def running(command, environment, **options):
    """A web server that is stopped when the block exits."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as log:
        server = WebServer(command, environment, log, **options)
        try:
            yield server
        finally:
            server.stop()


def serve(program, index, *arguments, **options):
    """`duansou serve` on an index."""
    command = [program.path, "serve", "--port", 0, "--index", index, *arguments]
    return running(command, program.environment, **options)
