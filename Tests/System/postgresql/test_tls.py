"""Encrypted connections and password files, as libpq supports them."""

import os
import shutil
import subprocess

import pytest

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not shutil.which("openssl"), reason="openssl is not installed")]


@pytest.fixture(scope="module")
def certificates(folder):
    """Self-signed certificates of a server and of another one."""
    for name in ("server", "other"):
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
             f"/CN={name}", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", f"{name}.key",
             "-out", f"{name}.crt"], cwd=folder, check=True, capture_output=True, timeout=60)
    return folder


@pytest.fixture(scope="module")
def encrypted(servers, certificates):
    """A server that refuses connections without encryption, and `guarded` without a password."""
    def prepare(data):
        for name in ("server.key", "server.crt"):
            shutil.copy(certificates / name, data)
            os.chown(data / name, data.stat().st_uid, data.stat().st_gid)
        (data / "server.key").chmod(0o600)
        with open(data / "postgresql.conf", "a") as settings:
            settings.write("ssl = on\n")
        (data / "pg_hba.conf").write_text(
            "hostssl all owner 127.0.0.1/32 trust\nhostssl all guarded 127.0.0.1/32 scram-sha-256\n")

    server = servers.make("tls", prepare=prepare)
    server.sql("CREATE ROLE guarded LOGIN PASSWORD 'geheim'")
    return server


@pytest.fixture(scope="module")
def uri(program, encrypted, samples, certificates):
    """Returns the address of an index for a user who verifies the server with a certificate."""
    def address(user="owner", certificate="server"):
        return encrypted.uri(
            user=user, sslmode="verify-full", sslrootcert=certificates / f"{certificate}.crt")

    program("copy", "--from", samples.index, "--to", address(), "--reader", "guarded")
    return address


def test_verified_server_is_read_and_written(program, samples, uri, require_same_index):
    require_same_index(samples.index, uri())
    program("index", samples.reports, index=uri())


def test_server_with_another_certificate_is_refused(program, uri):
    program.fails(2, "certificate verify failed", "stats", index=uri(certificate="other"))


def test_server_refuses_a_connection_without_encryption(program, encrypted, uri):
    program.fails(2, "no encryption", "stats", index=encrypted.uri(sslmode="disable"))


def test_password_comes_from_a_file_and_is_not_printed(program, uri, work):
    program.fails(2, "no password", "stats", index=uri("guarded"))
    passwords = work / "pgpass"
    passwords.touch(0o600)
    program = program.with_environment(PGPASSFILE=str(passwords))
    passwords.write_text("127.0.0.1:*:*:guarded:geheim\n")
    run = program("stats", index=uri("guarded"))
    passwords.write_text("127.0.0.1:*:*:guarded:falsch\n")
    failed = program.fails(2, "authentication failed", "stats", index=uri("guarded"))
    for printed in (run.text, run.messages, failed.text, failed.messages):
        assert "geheim" not in printed and "falsch" not in printed
