"""The built program, and its runs."""

import contextlib
import dataclasses
import json
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = ROOT / "Tests/Samples/reports"
# Text collections outside the project. Tests on them are skipped if the folder does not exist.
CORPORA = ROOT.parent / "shared/corpora"

# Exit codes after a trap, an abort or an invalid memory access.
CRASHES = {-4, -5, -6, -7, -8, -11, 132, 133, 134, 135, 136, 139}


@dataclasses.dataclass(frozen=True)
class Run:
    """A finished run of the program."""

    arguments: tuple
    status: int
    output: bytes
    messages: str

    @property
    def text(self):
        return self.output.decode()

    @property
    def json(self):
        return json.loads(self.output)

    def __str__(self):
        output = self.output.decode("utf-8", "replace")
        return f"{' '.join(self.arguments)}\n{output[-2000:]}\n{self.messages[-2000:]}"


class RunningProgram:
    """A run that may not have finished yet."""

    def __init__(self, command, environment, folder, **options):
        self.arguments = tuple(map(str, command[1:]))
        # Files rather than pipes: the program never waits for a reader.
        self.files = tempfile.TemporaryFile(), tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            list(map(str, command)), cwd=folder, env=environment, stdin=subprocess.DEVNULL,
            stdout=self.files[0], stderr=self.files[1], **options)

    @property
    def is_running(self):
        return self.process.poll() is None

    def kill(self):
        self.process.kill()
        self.process.wait(10)

    def finish(self, expecting=(0,), seconds=120):
        """Waits until the run exits, and fails unless the exit code is an expected one."""
        try:
            status = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"no end within {seconds} s: {self.arguments}") from None
        contents = []
        for file in self.files:
            file.seek(0)
            contents.append(file.read())
            file.close()
        run = Run(self.arguments, status, contents[0], contents[1].decode("utf-8", "replace"))
        assert status not in CRASHES, f"crash ({status}): {run}"
        assert expecting is None or status in expecting, f"status {status}, not {expecting}: {run}"
        return run


class Program:
    """A program with the environment in which it runs."""

    def __init__(self, path, **environment):
        self.path = path
        self.environment = {
            "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no", **environment}

    def with_environment(self, **variables):
        return Program(self.path, **(self.environment | variables))

    def start(self, *arguments, index=None, folder=None, **options):
        """Starts a run and does not wait for it."""
        arguments += ("--index", index) if index else ()
        return RunningProgram((self.path, *arguments), self.environment, folder, **options)

    def __call__(self, *arguments, expecting=(0,), seconds=120, **options):
        """Runs the program until it exits, and fails unless the exit code is an expected one."""
        return self.start(*arguments, **options).finish(expecting, seconds)

    def fails(self, status, words, *arguments, **options):
        """Runs the program, which must exit with `status` and a message that contains `words`."""
        run = self(*arguments, expecting=(status,), **options)
        assert words in run.messages, f"{words!r} is not in the message: {run}"
        return run


def wait_until(condition, what, seconds=30):
    """Waits for a condition to return a true value, and returns the value."""
    end = time.monotonic() + seconds
    while not (value := condition()):
        assert time.monotonic() < end, f"{what}: not within {seconds} s"
        time.sleep(0.02)
    return value


@contextlib.contextmanager
def time_limit(seconds, what):
    """Fails if the block takes longer than a number of seconds."""
    begin = time.monotonic()
    yield
    taken = time.monotonic() - begin
    assert taken <= seconds, f"{what} took {taken:.1f} s"


@contextlib.contextmanager
def temporary_folder():
    """A temporary folder that other users can read."""
    with tempfile.TemporaryDirectory(prefix="duansou-") as name:
        folder = Path(name).resolve()
        folder.chmod(0o755)
        yield folder
