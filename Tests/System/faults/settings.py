"""A web server with short timeouts."""

import json

from support.web import running

# Seconds after which the server closes a connection without a request, or whose client does not read.
SILENCE = 2


def serve_with_settings(build_dir, index, **options):
    """Runs duansou-web as `duansou serve` does, but with SILENCE as the timeout of connections."""
    settings = {
        "index": str(index), "conceptsMayBeMissing": True, "host": "127.0.0.1", "port": 0, "secondsPerPage": 5,
        "secondsPerDownload": 600, "secondsOfSilence": SILENCE, "simultaneousDownloads": 2,
        "waitingRequests": 512}
    environment = {
        "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "DUANSOU_SERVER_SETTINGS": json.dumps(settings)}
    return running([build_dir / "duansou-web"], environment, **options)
