"""The server of the web page with short times."""

import json

from support.web import running

# Seconds that the server waits for a request, and for a reader.
SILENCE = 2


def serve_with_settings(build_dir, index, **options):
    """A server that ends connections after SILENCE, run by itself as `duansou serve` runs it."""
    settings = {
        "index": str(index), "host": "127.0.0.1", "port": 0, "secondsPerPage": 5,
        "secondsPerDownload": 600, "secondsOfSilence": SILENCE, "simultaneousDownloads": 2,
        "waitingRequests": 512}
    environment = {
        "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "DUANSOU_SERVER_SETTINGS": json.dumps(settings)}
    return running([build_dir / "duansou-web"], environment, **options)
