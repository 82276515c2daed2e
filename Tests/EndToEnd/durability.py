#!/usr/bin/env python3
"""A report that was acknowledged is kept: through SIGKILL in the middle of a load, through SIGTERM, and, by a trace of the system
calls, because no answer leaves before its report was written and flushed. Doctored traces prove that the trace check can fail.

AMPARO_DURABILITY_ROUNDS says how often it is killed on each engine (2; 20 in `make check-deep`); faults.py kills it too.
"""
import os
import random
import re
import secrets
import shutil
import signal
import socket
import threading
import time

from ground import SQLite, Server, amparo, check, engines, note, open_action, place
from reporting import Load, digest, hashes, judge

ROUNDS = int(os.environ.get("AMPARO_DURABILITY_ROUNDS", "2"))


# Killed, and asked to stop

def killed(engine):
    with place(engine) as database:
        flags, slug = ["--demo"], None
        for number in range(1, ROUNDS + 1):
            with Server(database, *flags) as server:
                if slug is None:
                    slug, ordinal = open_action(database)
                before, load = hashes(database), Load(server, slug, ordinal).start()
                time.sleep(random.Random(number).uniform(0.7, 1.8))
                server.stop(signal.SIGKILL)
                load.join()
            flags = []
            with Server(database) as server:
                new = judge(database, load, before, f"SIGKILL, round {number}")
                answered = {digest(token) for token in load.acknowledged}
                note(f"SIGKILL, round {number}: {len(load.acknowledged)} acknowledged, {len(new - answered)} more entered, "
                     f"{len(load.unanswered)} without answer")
                retry(server, database, slug, ordinal, load)
            check.same(amparo(database, "verify").status, 0, f"SIGKILL, round {number}: verify")


def retry(server, database, slug, ordinal, load):
    """Whoever got no answer sends the same form again: counted once, whether it had been entered or not."""
    again, tokens = Load(server, slug, ordinal), list(load.unanswered)[:50] + list(load.acknowledged)[:20]
    connection = server.connect()
    for token in tokens:
        check.same(again.report(connection, token), 303, "a retry after the kill is answered")
    connection.close()
    rows = database.rows("SELECT token_hash, count(*) AS n FROM report GROUP BY token_hash")
    check(all(count == 1 for _, count in rows), "no report is in the ledger twice")
    check({digest(token) for token in tokens} <= {row[0] for row in rows}, "every retried report is in the ledger")


def stopped(engine):
    with place(engine) as database, Server(database, "--demo") as server:
        slug, ordinal = open_action(database)
        before, load = hashes(database), Load(server, slug, ordinal).start()
        time.sleep(1.5)
        start = time.monotonic()
        check.same(server.stop(signal.SIGTERM), 0, f"{engine.name}: SIGTERM under load ends with status 0 ({server.words()[-300:]})")
        note(f"SIGTERM: {len(load.acknowledged)} acknowledged, stopped after {time.monotonic() - start:.2f} s")
        load.join()
        new = judge(database, load, before, "SIGTERM")
        unanswered = new - {digest(token) for token in load.acknowledged}
        check.same(len(unanswered), 0, "SIGTERM: reports that were entered but never answered")
        check.same(amparo(database, "verify").status, 0, "SIGTERM: verify")


# The trace

CALL = re.compile(r"^(?P<pid>\d+) +(?:\+\+\+|---|(?P<name>\w+)\((?P<rest>.*)|<\.\.\. (?P<resumed>\w+) resumed>(?P<tail>.*))$")
DESCRIPTOR = re.compile(r"^(\d+)<([^>]*)>")


class Call:
    """One system call: the lines at which it began and ended, its descriptor and file, its text and its result."""

    def __init__(self, name, text, begin):
        self.name, self.text, self.begin, self.end, self.result = name, text, begin, None, None
        found = DESCRIPTOR.match(text)
        self.descriptor, self.file = (found.group(1), found.group(2)) if found else (None, "")

    def finish(self, text, line):
        self.text += text
        self.end = line
        found = re.search(r"\) += (-?\d+)[^=]*$", self.text)
        self.result = int(found.group(1)) if found else None
        return self


def calls(lines):
    """The calls of a trace by `strace -f`, whose lines are in the order in which things happened."""
    open_calls, done = {}, []
    for number, line in enumerate(lines):
        found = CALL.match(line.rstrip("\n"))
        if not found:
            continue
        pid = found.group("pid")
        if found.group("name"):
            rest = found.group("rest")
            if rest.endswith(" <unfinished ...>"):
                open_calls[pid] = Call(found.group("name"), rest.removesuffix(" <unfinished ...>"), number)
            else:
                done.append(Call(found.group("name"), rest, number).finish("", number))
        elif found.group("resumed") and pid in open_calls:
            done.append(open_calls.pop(pid).finish(found.group("tail"), number))
    return done


def early_answers(lines, tokens):
    """The reports whose answer began before a flush of their row had returned, and how many answers were found."""
    trace = calls(lines)
    flushes = [call for call in trace if call.name in ("fdatasync", "fsync") and call.result == 0 and call.file.endswith("-wal")]
    rows = [call for call in trace if call.name in ("pwrite64", "write") and call.file.endswith("-wal")]
    reads = [call for call in trace if call.name in ("read", "recvfrom", "readv", "recvmsg") and "/reports HTTP/1.1" in call.text]
    answers = [call for call in trace if call.name in ("write", "writev", "sendto", "sendmsg") and re.search(r"HTTP/1\.1 (201|303)", call.text)]
    early, found = [], 0
    for token in tokens:
        request = next((call for call in reads if token in call.text), None)
        answer = request and next((call for call in answers if call.descriptor == request.descriptor and call.begin > request.end), None)
        if not answer:
            continue
        found += 1
        written = [row for row in rows if digest(token) in row.text and request.end < row.begin and row.end < answer.begin]
        if not any(row.end < flush.begin and flush.end < answer.begin for row in written for flush in flushes if flush.file == row.file):
            early.append(token)
    return early, found


def traced():

    if not shutil.which("strace"):
        check(False, "strace is missing; on Debian: apt-get install strace")
        return
    with place(SQLite) as database:
        path = os.path.join(database.folder, "trace")
        with Server(database, "--demo") as server:
            slug, ordinal = open_action(database)
        tracer = ["strace", "-f", "-qq", "-y", "-s", "9000", "-o", path,
                  "-e", "trace=fdatasync,fsync,pwrite64,write,writev,sendto,sendmsg,read,readv,recvfrom,recvmsg"]
        with Server(database, before=tracer) as server:
            tokens = alone(server, slug, ordinal, 10) + together(server, slug, ordinal, 40)
            child = child_of(server.process.pid)
            os.kill(child, signal.SIGTERM)
            server.process.wait(60)
        with open(path, encoding="utf-8", errors="replace") as trace:
            lines = trace.readlines()
    early, found = early_answers(lines, tokens)
    check.same(found, len(tokens), "answers found in the trace")
    check.same(len(early), 0, "answers that left before their flush returned")
    flushes = sum(1 for line in lines if "fdatasync(" in line and "-wal>" in line)
    note(f"trace: {found} answers, each after a flush of its row ({flushes} flushes)")
    for name, doctored in doctorings(lines).items():
        early, found = early_answers(doctored, tokens)
        check(len(early) > len(tokens) // 2, f"the check finds a trace in which {name} ({len(early)} of {found})")


def alone(server, slug, ordinal, count):
    """Reports one after the other, on a connection each."""
    return [one(server, slug, ordinal) for _ in range(count)]


def together(server, slug, ordinal, count):
    tokens, threads = [], [threading.Thread(target=lambda: tokens.append(one(server, slug, ordinal))) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tokens


def one(server, slug, ordinal):
    """Head and body in one piece, so that one read in the trace shows both."""
    token = secrets.token_urlsafe(32)
    body = f"channel=post&quantity=1&output={ordinal}&token={token}"
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as wire:
        wire.sendall((f"POST /en/actions/{slug}/reports HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                      f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n{body}").encode())
        answer = b""
        while b"\r\n" not in answer:
            piece = wire.recv(65536)
            if not piece:
                break
            answer += piece
        while wire.recv(65536):
            pass
    check(answer.startswith(b"HTTP/1.1 303"), f"a traced report is answered ({answer[:40]!r})")
    return token


def child_of(pid):
    with open(f"/proc/{pid}/task/{pid}/children") as children:
        return int(children.read().split()[0])


def doctorings(lines):
    """What the trace would look like if durability were off."""
    def is_flush(line):
        return re.search(r"(fdatasync|fsync)(\(| resumed)", line)

    def failed(line):
        return re.sub(r"= 0$", "= -1 EIO (Input/output error)", line.rstrip("\n")) + "\n" if is_flush(line) else line

    flushes, others = [line for line in lines if is_flush(line)], [line for line in lines if not is_flush(line)]
    return {
        "nothing is flushed": others,
        "every flush comes after the answers": others + flushes,
        "every flush comes before the rows": flushes + others,
        "every flush fails": [failed(line) for line in lines],
    }


def settings(engine):
    """What the engine itself says."""
    with place(engine) as database:
        with Server(database):
            told = amparo(database, "doctor").said
        wanted = {"SQLite": ["journal_mode=wal, safe", "synchronous=2, safe"],
                  "PostgreSQL": ["fsync=on, safe", "synchronous_commit=on, safe", "full_page_writes=on, safe"]}[engine.name]
        for words in wanted:
            check(words in told, f"doctor says {words!r}: {told}")


for engine in engines():
    note(engine.name)
    settings(engine)
    killed(engine)
    stopped(engine)
note("trace of the system calls, SQLite")
traced()
check.end()
