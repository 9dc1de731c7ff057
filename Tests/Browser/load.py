"""Asks a server for pages as many readers at once do: python3 load.py ADDRESS QUERIES [CLIENTS [SECONDS]]

QUERIES is a file with a query a line. Each client asks for the page of a drawn query, reads it whole, and
asks again at once. Prints what the times were; fails if an answer is not a page.
"""
import asyncio
import random
import sys
import time
import urllib.parse

address, queries = sys.argv[1].rstrip("/"), open(sys.argv[2], encoding="utf-8").read().split("\n")
clients, seconds = int((sys.argv[3:] or ["100"])[0]), float((sys.argv[4:] or ["60"])[0])
queries = [query for query in queries if query.strip()]
host, port = urllib.parse.urlsplit(address).hostname, urllib.parse.urlsplit(address).port
first, whole, failures = [], [], []


async def client(number, end):
    draw = random.Random(number)
    while time.perf_counter() < end:
        path = "/?q=" + urllib.parse.quote(draw.choice(queries))
        start = time.perf_counter()
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
        status = await reader.readline()
        first.append((time.perf_counter() - start) * 1000)
        body = await reader.read()
        whole.append((time.perf_counter() - start) * 1000)
        writer.close()
        if b" 200 " not in status or b"</html>" not in body[-20:]:
            failures.append((path, status))


async def main():
    end = time.perf_counter() + seconds
    await asyncio.gather(*(client(number, end) for number in range(clients)))


asyncio.run(main())
for name, times in (("first byte", first), ("whole page", whole)):
    times.sort()
    at = lambda share: times[min(int(len(times) * share), len(times) - 1)]
    print(f"{name}: median {at(.5):.0f} ms, 95 % {at(.95):.0f}, 99 % {at(.99):.0f}, most {times[-1]:.0f}")
print(f"{len(whole)} pages in {seconds:.0f} s to {clients} clients, {len(failures)} failures")
sys.exit(bool(failures))
