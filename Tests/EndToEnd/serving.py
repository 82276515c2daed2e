#!/usr/bin/env python3
"""How pages are served: many at once on one connection, packed, known already, to clients that are slow, and while things change.

On the second engine only what a database has a part in.
"""
import gzip
import re
import socket
import threading
import time
import urllib.request

from ground import SQLite, Server, amparo, check, engines, meanwhile, note, open_action, place, wait_until

PAGE = "/en/"


class Line:
    """One connection, and its answers in their order."""

    def __init__(self, server, buffer=None):
        self.socket = socket.socket()
        if buffer:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
        self.socket.settimeout(30)
        self.socket.connect(("127.0.0.1", server.port))
        self.file = self.socket.makefile("rb")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()
        self.socket.close()

    def say(self, *requests):
        self.socket.sendall(b"".join(requests))

    def answer(self, head_only=False):
        """Status, fields, body; None when the connection has ended."""
        start = self.file.readline()
        if not start:
            return None
        fields = {}
        while (line := self.file.readline()) not in (b"\r\n", b""):
            name, _, value = line.decode().partition(":")
            fields[name.lower()] = value.strip()
        status = int(start.split()[1])
        length = 0 if head_only or status == 304 else int(fields.get("content-length", 0))
        return status, fields, self.file.read(length)


def request(path=PAGE, method="GET", **fields):
    lines = [f"{method} {path} HTTP/1.1", "Host: localhost", *(f"{name.replace('_', '-')}: {value}" for name, value in fields.items())]
    return "\r\n".join(lines).encode() + b"\r\n\r\n"


def codings(server):
    with Line(server) as line:
        line.say(request())
        status, fields, plain = line.answer()
        check.same(status, 200, "the list")
        check.same(fields["vary"], "Accept-Encoding", "it varies by coding")
        tags = {fields["etag"]}
        for asked, coding in [("gzip", "gzip"), ("br", "br"), ("gzip, deflate, br, zstd", "br"), ("br;q=0.1, gzip;q=0.2", "gzip"), ("br;q=0, gzip;q=0", None),
                              ("*", "br"), ("identity", None), ("gzip;q=0.5, identity", None), ("deflate", None)]:
            for _ in range(2):
                line.say(request(Accept_Encoding=asked))
                status, fields, body = line.answer()
                check.same((status, fields.get("content-encoding"), fields["vary"]), (200, coding, "Accept-Encoding"), f"Accept-Encoding: {asked}")
                if coding == "gzip":
                    check.same(gzip.decompress(body), plain, "what gzip unpacks is the page")
                elif coding is None:
                    check.same(body, plain, "the page itself")
                else:
                    check(len(body) < len(plain) / 3, "Brotli is small")
            tags.add(fields["etag"])
        check.same(len(tags), 3, "each coding has its own tag")


def known(server):
    with Line(server) as line:
        line.say(request())
        _, fields, body = line.answer()
        tag = fields["etag"]
        line.say(request(method="HEAD"))
        status, head, _ = line.answer(head_only=True)
        check.same((status, head["content-length"], head["etag"]), (200, str(len(body)), tag), "HEAD tells the length and the tag")
        for condition in [tag, f"W/{tag}", f'"other", {tag}', "*"]:
            line.say(request(If_None_Match=condition), request())
            status, again, _ = line.answer()
            check.same((status, again["etag"]), (304, tag), f"If-None-Match: {condition}")
            check.same(line.answer()[2], body, "the answer after a 304")
        line.say(request(If_None_Match='"other"'))
        check.same(line.answer()[0], 200, "another tag")
        line.say(request(If_Modified_Since="Fri, 31 Dec 2066 10:00:00 GMT"))
        check.same(line.answer()[0], 200, "a date decides nothing: pages bear none")


def pipelining(server):
    """Answers keep the order of their questions, wherever they come from."""
    paths = [PAGE, "/go?q=nothing", PAGE, PAGE, "/healthz", PAGE, "/nowhere", PAGE, "/en/archive", PAGE]
    with Line(server) as line:
        line.say(request())
        page = line.answer()[2]
        line.say(*(request(path) for path in paths * 20))
        for path in paths * 20:
            status, _, body = line.answer()
            wanted = {PAGE: 200, "/go?q=nothing": 404, "/healthz": 200, "/nowhere": 404, "/en/archive": 200}[path]
            if status != wanted or (path == PAGE) != (body == page):
                check(False, f"{path} was answered {status}, in its order")
                break
        line.say(*[request()] * 50, request(Connection="close"), request())
        answers = [line.answer() for _ in range(52)]
        check.same([answer and answer[0] for answer in answers], [200] * 51 + [None], "nothing after the last")


def byte_by_byte(server):
    with Line(server) as line:
        for byte in request(Accept_Encoding="gzip"):
            line.say(bytes([byte]))
        check.same(line.answer()[0], 200, "a request in single bytes")
        line.say(b"GET /en/ HTTP/1.0\r\n\r\n")
        status, fields, _ = line.answer()
        check.same((status, fields.get("connection"), line.answer()), (200, "close", None), "an old client's connection ends")


def half_closed(server):
    """Whoever says that no more comes gets all that was asked for, however late it is read."""
    with Line(server, buffer=4096) as line:
        line.say(*[request()] * 400)
        line.socket.shutdown(socket.SHUT_WR)
        time.sleep(1)
        answers = 0
        while (answer := line.answer()) is not None and answer[0] == 200:
            answers += 1
        check.same(answers, 400, "answers after the client's last word")


def resident(server, line="VmRSS"):
    with open(f"/proc/{server.process.pid}/status") as status:
        return int(re.search(rf"{line}:\s+(\d+)", status.read()).group(1)) / 1024


def not_taken(server):
    """A client that asks and does not read is not read from either, and costs no memory; once it reads, it gets everything."""
    before, sent = resident(server), 0
    with Line(server, buffer=4096) as line:
        line.socket.setblocking(False)
        block, idle, rest = request() * 500, 0, b""
        while idle < 20 and sent < 200_000_000:
            try:
                rest = rest or block
                count = line.socket.send(rest)
                rest, sent, idle = rest[count:], sent + count, 0
            except BlockingIOError:
                idle += 1
                time.sleep(0.05)
        check(sent < 100_000_000, f"the server stops reading: {sent / 1e6:.1f} MB were sent")
        check(resident(server) - before < 60, f"memory grew by {resident(server) - before:.0f} MB")
        line.socket.settimeout(30)
        whole = sent // len(request())
        count = 0
        while count < whole and (answer := line.answer()) and answer[0] == 200:
            count += 1
        check.same(count, whole, "all of it is answered in the end")


def changes(server, database):
    """What another process publishes, or withdraws, is on kept pages within a second."""
    action, _ = open_action(database)
    path = f"/en/actions/{action}"
    link = f'"{path}"'.encode()
    with Line(server) as line:
        for _ in range(3):
            line.say(request(path))
            check.same(line.answer()[0], 200, "the action")
        line.say(request())
        check(link in line.answer()[2], "it is on the list")
        reference = "UA " + action.replace("-", "/")
        check.same(amparo(database, "withdraw", reference, "--reason", "other").status, 0, "it is withdrawn by a command")

        def is_gone():
            line.say(request(path), request())
            return (line.answer()[0] == 410) & (link not in line.answer()[2])

        gone, took = wait_until(is_gone, 5)
        check(gone, "it is gone")
        check(took < 1.5, f"within about a second: {took:.2f} s")
        for _ in range(5):
            line.say(request(path))
            check.same(line.answer()[0], 410, "and stays gone")


def cookies(server):
    """Pages of everybody's are the same for whoever is somebody, and nobody's own page is kept."""
    with Line(server) as line:
        line.say(request())
        page = line.answer()[2]
        line.say(request(Cookie="my=1; amparo-desk=x"), request("/en/my"), request("/desk"))
        check.same(line.answer()[2], page, "a cookie makes no other page")
        for path in ["/en/my", "/desk"]:
            status, fields, _ = line.answer()
            check.same(fields.get("cache-control"), "no-store", f"{path} is not kept ({status})")


def free_port():
    with socket.socket() as any_port:
        any_port.bind(("127.0.0.1", 0))
        return any_port.getsockname()[1]


def told(port):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=30) as answer:
        return answer.read().decode()


def value(text, measure):
    found = re.search(rf"^{re.escape(measure)} (\S+)$", text, re.M)
    return float(found.group(1)) if found else None


# What somebody might be known by, and what is asked about.
PERSONAL = ["rosa", "example.org", "198.51.100.7", "Rosas browser", "secret-cookie", "insulin"]


def measures(server, port, database):
    """Numbers and kinds are told, on a listener of their own, and nothing of anybody; nor does the log say it."""
    with Line(server) as line:
        asked = 0

        def is_at_door():
            nonlocal asked
            line.say(request("/en/archive", User_Agent="Rosas browser", X_Forwarded_For="198.51.100.7"))
            check.same(line.answer()[0], 200, "the archive")
            asked += 1
            return (value(told(port), 'amparo_pages_total{from="door"}') or 0) >= 2

        check(wait_until(is_at_door, 10)[0], "the archive is answered at the door")
        line.say(request("/go?q=rosa%20insulin", Cookie="my=secret-cookie", Referer="https://example.org/rosa"))
        check.same(line.answer()[0], 404, "no such action")
        line.say(request("/en/rosa@example.org", traceparent="00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"))
        check.same(line.answer()[0], 404, "no such page")
        text = told(port)
        check.same(value(text, 'amparo_request_seconds_count{route="/{language}/archive",method="GET",status="200"}'), asked, "each answer is counted, wherever it came from")
        check.same(value(text, "amparo_database_up"), 1, "the database is up")
        check(value(text, "amparo_connections") >= 1, "a connection is open")
        form = server.form(open_action(database)[0])
        sent = server.post_form(f"/en/actions/{open_action(database)[0]}/reports", {**form, "channel": "post", "quantity": "2"})
        check.same(sent.status, 303, "a report is taken")
        check.same(value(told(port), "amparo_report_commit_size_count"), 1, "in one transaction")
        line.say(request("/metrics"))
        check.same(line.answer()[0], 404, "the public listener knows no measures")
    for word in PERSONAL:
        check(word.lower() not in text.lower(), f"the measures do not say {word!r}")
        check(word.lower() not in server.words().lower(), f"the log does not say {word!r}")
    check("trace=4bf92f3577b34da6a3ce929d0e0e4736" in server.words(), "the log says which trace a request is of")
    check("route=/{language}/archive" in server.words(), "and the pattern of its route")


def share(server, port, number):
    """One network has its share of searches; what is left is told, and pages and reports know no such thing."""
    with Line(server) as line:
        mine, found = {"X_Forwarded_For": "198.51.100.7"}, f"/go?q=UA%20{number.replace('-', '/')}"
        line.say(request(found, **mine))
        _, fields, _ = line.answer()
        policy = re.fullmatch(r'"searches";q=(\d+);w=600', fields.get("ratelimit-policy", ""))
        left = re.fullmatch(r'"searches";r=(\d+);t=\d+', fields.get("ratelimit", ""))
        check(policy and left, f"the share is told: {fields.get('ratelimit-policy')}, {fields.get('ratelimit')}")
        for _ in range(int(left.group(1))):
            line.say(request(found, **mine))
            if line.answer()[0] == 429:
                check(False, "the share is as large as was told")
                break
        line.say(request(found, **mine))
        status, fields, _ = line.answer()
        check.same(status, 429, "beyond the share")
        check(0 < int(fields["retry-after"]) <= 600, f"when to come again: {fields['retry-after']}")
        line.say(request(found, X_Forwarded_For="203.0.113.9"), request(PAGE, **mine), request("/en/archive", Cookie="a=b", **mine))
        check.same([line.answer()[0] for _ in range(3)], [302, 200, 200], "another network, and pages, are not held up")
    check.same(value(told(port), 'amparo_refused_total{reason="network_search"}'), 1, "the refusal is counted")


def slow(server):
    """A client that is silent or trickles is cut; one that says too much is refused."""
    def cut(first, more):
        began = time.monotonic()
        with Line(server) as line:
            line.socket.settimeout(1)
            try:
                line.say(first)
                while time.monotonic() - began < 25:
                    line.say(more)
                    try:
                        if line.socket.recv(4096) == b"":
                            break
                    except TimeoutError:
                        pass
            except (BrokenPipeError, ConnectionResetError):
                pass
        took[first] = time.monotonic() - began

    took = {}
    threads = [threading.Thread(target=cut, args=words) for words in [(b"", b""), (b"GET /en/ HTTP/1.1\r\nHost: lo", b"x")]]
    for thread in threads:
        thread.start()
    for large in [b"X-Long: " + b"a" * 20_000 + b"\r\n", b"".join(b"X-%d: a\r\n" % number for number in range(150))]:
        with Line(server) as line:
            line.say(request()[:-2] + large + b"\r\n")
            check.same(line.answer()[0], 400, "a header that is too large")
    for thread in threads:
        thread.join()
    for first, seconds in took.items():
        check(8 < seconds < 20, f"cut after {seconds:.0f} s: {first!r}")


def gives_back(server):
    """Code that the start ran through does not stay in memory."""
    check(wait_until(lambda: resident(server) < 0.9 * resident(server, "VmHWM"), 20)[0],
          f"{resident(server):.0f} MB of at most {resident(server, 'VmHWM'):.0f} are held after the start")


for engine in engines():
    note(engine.name)
    with place(engine) as database:
        port = free_port()
        with Server(database, "--demo", AMPARO_METRICS_PORT=str(port), AMPARO_LOG_LEVEL="info") as server:
            if engine is SQLite:
                gives_back(server)
            measures(server, port, database)
            share(server, port, open_action(database)[0])
            known(server)
            cookies(server)
            if engine is SQLite:
                with meanwhile(slow, server):  # most of it is waiting until somebody is cut
                    codings(server)
                    pipelining(server)
                    byte_by_byte(server)
                    half_closed(server)
                not_taken(server)
            changes(server, database)
            check("fault" not in server.words(), "no fault in the log")
check.end()
