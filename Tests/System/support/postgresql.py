"""PostgreSQL servers in a temporary folder, on free ports of the loopback interface."""

import contextlib
import os
import pwd
import signal
import socket
import subprocess
import urllib.parse
from pathlib import Path

from support.program import wait_until

# initdb and the server refuse to run as root.
AS_SERVER = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []


def find_binaries():
    """Returns the folder of PostgreSQL's programs, or None."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return folders[-1].parent if folders else None


def is_alive(process):
    """True if a process exists and is not a zombie."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


class Servers:
    """All servers of a test session. Their superuser is `owner`."""

    def __init__(self, folder):
        self.binaries = find_binaries()
        self.folder = folder / "servers"
        self.folder.mkdir()
        self.started = []
        if os.geteuid() == 0:
            user = pwd.getpwnam("postgres")
            os.chown(self.folder, user.pw_uid, user.pw_gid)
        self.run("initdb", "-D", self.folder / "empty", "-U", "owner", "--auth=trust",
                 "--locale=C.UTF-8", "-E", "UTF8", "-N")

    def run(self, program, *arguments):
        subprocess.run(
            [*AS_SERVER, self.binaries / program, *arguments], check=True, timeout=120,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)

    def make(self, name, prepare=lambda data: None):
        """Starts a server with a copy of an empty data folder, or with an existing data folder."""
        data = self.folder / name
        if not data.exists():
            subprocess.run([*AS_SERVER, "cp", "-r", self.folder / "empty", data], check=True, timeout=60)
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            port = listener.getsockname()[1]
        with open(data / "postgresql.conf", "a") as settings:
            settings.write(
                f"port = {port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\nfsync = off\n")
        prepare(data)
        server = Server(self, data, port)
        self.started.append(server)
        server.start()
        return server

    def stop(self):
        for server in self.started:
            server.stop()


class Server:
    """A PostgreSQL server."""

    def __init__(self, servers, data, port):
        self.servers = servers
        self.data = data
        self.port = port
        self.place = f"127.0.0.1:{port}"
        self.process = None
        self.databases = 0

    def uri(self, database="postgres", user="owner", **parameters):
        query = urllib.parse.urlencode(parameters, quote_via=urllib.parse.quote)
        return f"postgresql://{user}@{self.place}/{database}" + ("?" + query if query else "")

    def start(self):
        with open(f"{self.data}.log", "a") as log:
            self.process = subprocess.Popen(
                [*AS_SERVER, self.servers.binaries / "postgres", "-D", self.data],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log)

        def is_ready():
            assert self.process.poll() is None, Path(f"{self.data}.log").read_text()[-2000:]
            check = [self.servers.binaries / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)]
            return subprocess.run(check, timeout=30).returncode == 0

        wait_until(is_ready, "a server that is ready", 60)

    def ensure_running(self):
        if self.process.poll() is not None:
            self.start()

    def processes(self):
        """Returns the process ids of this server; the first is the postmaster, the parent of the others."""
        listed = subprocess.run(
            ["ps", "--ppid", str(self.process.pid), "-o", "pid="], capture_output=True, text=True,
            timeout=30)
        return [self.process.pid, *map(int, listed.stdout.split())]

    def kill(self):
        """Kills all processes at once, as a power failure does."""
        processes = self.processes()
        for process in processes:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self.process.wait(10)
        wait_until(lambda: not any(map(is_alive, processes)), "the end of a killed server")
        # A zombie may have the process id of the file.
        (self.data / "postmaster.pid").unlink(missing_ok=True)

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait(30)

    def command(self, statements, database="postgres", user="owner"):
        return [
            self.servers.binaries / "psql", "-qAtX", "-v", "ON_ERROR_STOP=1",
            self.uri(database, user), "-c", "SET client_min_messages = error", "-c", statements]

    def sql(self, statements, database="postgres", user="owner", options=""):
        """Runs SQL statements and returns their rows as text."""
        done = subprocess.run(
            self.command(statements, database, user), capture_output=True, text=True, timeout=120,
            stdin=subprocess.DEVNULL, env={**os.environ, "PGOPTIONS": options})
        assert done.returncode == 0, f"{statements}: {done.stderr}"
        return done.stdout.strip()

    @contextlib.contextmanager
    def holding(self, statements, database):
        """Runs SQL statements in the background and ends them when the block exits."""
        holder = subprocess.Popen(
            self.command(statements, database), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        try:
            yield holder
        finally:
            holder.kill()
            holder.wait(10)

    def make_database(self):
        """Makes an empty database and returns its name."""
        self.ensure_running()
        self.databases += 1
        name = f"database_{self.databases}"
        self.sql(f"CREATE DATABASE {name}")
        return name

    def backend(self, database):
        """Waits until the program runs a query in a transaction, and returns the id of its server process."""
        statement = (
            "SELECT pid FROM pg_stat_activity WHERE application_name = 'duansou' "
            f"AND xact_start IS NOT NULL AND datname = '{database}'")
        return int(wait_until(lambda: self.sql(statement), "a query of the program").split()[0])


@contextlib.contextmanager
def frozen(*processes):
    """Suspends processes, and resumes them when the block exits."""
    try:
        for process in processes:
            os.kill(process, signal.SIGSTOP)
        yield
    finally:
        for process in processes:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGCONT)
