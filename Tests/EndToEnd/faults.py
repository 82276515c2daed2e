#!/usr/bin/env python3
"""Faults, injected while reports come in and an alert goes out: kills at random instants, a disk that is full and one that may only be read,
clocks that jump, a database that another program holds, connections that are half closed, a helper without memory. After each of them
everything acknowledged is in the ledger once, `amparo verify` finds nothing, and whoever looks is told what is wrong.

AMPARO_FAULT_ROUNDS says how many kills on each engine (5, so ten in all; 200 in `make check-deep`), AMPARO_FAULT_SEED repeats the moments of a run, AMPARO_FAULT_REPORT names a file for
what was seen. Disks are made and filled as root alone.
"""
import collections
import contextlib
import os
import random
import re
import shlex
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

import ground
from actions import publish
from ground import PROGRAM, ROOT, SQLite, Server, amparo, at_once, check, engines, open_action, place, wait_until
from people import settle
from postoffice import PostOffice
from reporting import Load, digest, hashes, judge

ROUNDS = int(os.environ.get("AMPARO_FAULT_ROUNDS", "5"))
SEED = int(os.environ.get("AMPARO_FAULT_SEED", str(random.randrange(1_000_000))))
REPORT = os.environ.get("AMPARO_FAULT_REPORT")
ONLY = os.environ.get("AMPARO_FAULTS", "").split()
RECIPIENTS, CONNECTIONS = 120 * ROUNDS, 4
FAKETIME = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"
began = time.monotonic()


def note(text):
    ground.note(text)
    if REPORT:
        with open(REPORT, "a") as file:
            file.write(f"{time.monotonic() - began:8.1f} s  {text}\n")


def verified(database, what):
    ran = amparo(database, "verify")
    check.same(ran.status, 0, f"{what}: verify ({(ran.said + ran.complained)[-300:]})")
    rows = database.rows("SELECT token_hash, count(*) AS n FROM report GROUP BY token_hash HAVING count(*) > 1")
    check.same(rows, [], f"{what}: reports that are there twice")


def again(server, database, load, what):
    """Whoever was not thanked sends the same form again, and is counted once, whatever became of the first."""
    connection, repeat = server.connect(), [*load.unanswered, *load.postponed][:60] + list(load.acknowledged)[:10]
    for token in repeat:
        check.same(load.report(connection, token), 303, f"{what}: the same form again")
    connection.close()
    check({digest(token) for token in repeat} <= hashes(database), f"{what}: every repeated report is in the ledger")


# Kills

def kills(engine):
    chance, what = random.Random(f"{SEED} {engine.name}"), f"{engine.name}, kill"
    with place(engine) as database, PostOffice(database.folder, "--polite") as office:
        settings = {**office.settings, "AMPARO_MAIL_CONNECTIONS": str(CONNECTIONS), "AMPARO_LOG_LEVEL": "error"}
        with Server(database, "--demo", **settings):
            slug, ordinal = open_action(database)
            settle(database, RECIPIENTS, pace="at_once", domain="polite.example")
        alert = publish(database, "UA 701", "en")
        amparo(database, "alert", "preview", alert)
        check.same(amparo(database, "alert", "approve", "--read", alert).status, 0, f"{engine.name}: approved")
        acknowledged, unanswered, lost, repeated = 0, 0, 0, []
        for number in range(1, ROUNDS + 1):
            before = hashes(database)
            with Server(database, **settings) as server:
                for token in repeated:
                    server.post_form(f"/en/actions/{slug}/reports", {"channel": "email", "quantity": 1, "output": ordinal, "token": token})
                load = Load(server, slug, ordinal, writers=8).start()
                time.sleep(chance.uniform(0.05, 1.2))
                server.stop(signal.SIGKILL)
                load.join()
            judge(database, load, before, f"{what} {number}", least=-1)
            verified(database, f"{what} {number}")
            repeated = list(load.unanswered)[:5]
            acknowledged, unanswered = acknowledged + len(load.acknowledged), unanswered + len(load.unanswered)
        check(acknowledged > 20 * ROUNDS, f"{engine.name}: the load was one ({acknowledged} acknowledged)")
        with Server(database, **settings) as server:
            again(server, database, load, what)
            everybody, _ = wait_until(lambda: len({one.to for one in office.taken[:]}) == RECIPIENTS, 120 + RECIPIENTS / 20)
        counts = collections.Counter(one.to for one in office.taken)
        doubles = sum(counts.values()) - len(counts)
        check(everybody, f"{engine.name}: {RECIPIENTS - len(counts)} of {RECIPIENTS} recipients have no mail")
        check(doubles <= CONNECTIONS * ROUNDS, f"{engine.name}: {doubles} mails went out twice, more than {CONNECTIONS} for each kill")
        note(f"{engine.name}: {ROUNDS} kills, {acknowledged} reports acknowledged, 0 lost, {unanswered} without answer; "
             f"{RECIPIENTS} mails, {RECIPIENTS - len(counts)} lost, {doubles} a second time")


# Disks

@contextlib.contextmanager
def disk(megabytes):
    """A small disk of its own; nil where nobody may make one."""
    folder = tempfile.mkdtemp(prefix="amparo-disk-")
    made = os.getuid() == 0 and subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder], capture_output=True).returncode == 0
    try:
        yield folder if made else None
    finally:
        if made:
            subprocess.run(["umount", "-l", folder])
        os.rmdir(folder)


def full_disk():
    with disk(48) as folder:
        if folder is None:
            return note("disk full: not tried, that needs root and a disk of its own")
        database = SQLite(folder)
        database.folder = folder
        with Server(database, "--demo") as server:
            slug, ordinal = open_action(database)
            load = Load(server, slug, ordinal, writers=8).start()
            time.sleep(0.7)
            ballast = os.path.join(folder, "ballast")
            with contextlib.suppress(OSError), open(ballast, "wb", buffering=0) as file:
                while True:
                    file.write(b"x" * 65536)
            full, _ = wait_until(lambda: len(load.postponed) > 20, 30)
            check(full, "disk full: reports are put off")
            kept = len(load.acknowledged)
            check.same(server.get("/en/").status, 200, "disk full: pages are read")
            check.same(server.get(f"/en/actions/{slug}").status, 200, "disk full: the action is read")
            told = amparo(database, "withdraw", "UA 901/26", "--reason", "safety")
            check(told.status != 0 and "disk" in told.complained and "full" in told.complained, f"disk full: a command says so: {told.complained[-200:]}")
            os.remove(ballast)
            on, _ = wait_until(lambda: len(load.acknowledged) > kept + 50, 30)
            check(on, "disk full: reports are taken as soon as there is room")
            load.join()
            judge(database, load, set(), "disk full")
            again(server, database, load, "disk full")
            note(f"disk full: {len(load.acknowledged)} acknowledged, 0 lost, {len(load.postponed)} put off; pages went on")
        verified(database, "disk full")


def read_only_disk():
    with disk(64) as folder:
        if folder is None:
            return note("read-only disk: not tried, that needs root and a disk of its own")
        database = SQLite(folder)
        database.folder = folder
        with Server(database, "--demo") as server:
            slug, ordinal = open_action(database)
            load = Load(server, slug, ordinal, writers=4).start()
            time.sleep(0.5)
            load.join()
        subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
        started = subprocess.run([PROGRAM, "serve", "--port", "0"], capture_output=True, text=True, timeout=60, env=ground.clean_environment(
            AMPARO_DATABASE=database.url, AMPARO_DATA=folder))
        check(started.returncode != 0 and re.search("read|written", started.stderr), f"read-only disk: serve says why it does not start: {started.stderr[-300:]}")
        told = amparo(database, "withdraw", "UA 901/26", "--reason", "safety")
        check(told.status != 0 and re.search("read|written", told.complained), f"read-only disk: a command says so: {told.complained[-300:]}")
        subprocess.run(["mount", "-o", "remount,rw", folder], check=True)
        with Server(database) as server:
            again(server, database, load, "read-only disk")
        judge(database, load, set(), "read-only disk", least=0)
        verified(database, "read-only disk")
        note(f"read-only disk: said, nothing lost ({started.stderr.strip().splitlines()[-1][:110]})")


# Clocks

def clock(engine):
    if not os.path.exists(FAKETIME):
        return check(False, "faketime is missing; on Debian: apt-get install faketime")
    what = f"{engine.name}, clock"
    with place(engine) as database, PostOffice(database.folder, "--polite", "--slow", "0.4") as office:
        stamp = os.path.join(database.folder, "clock")
        fake = {"LD_PRELOAD": FAKETIME, "FAKETIME_TIMESTAMP_FILE": stamp, "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}

        def turn(offset):
            with open(stamp + ".new", "w") as file:
                file.write(offset)
            os.rename(stamp + ".new", stamp)

        turn("+0")
        with Server(database, "--demo"):
            slug, ordinal = open_action(database)
            settle(database, 300, pace="at_once", domain="polite.example")
        settings = {**office.settings, "AMPARO_MAIL_CONNECTIONS": "2", "AMPARO_LOG_LEVEL": "error"}
        alert = publish(database, "UA 701", "en")
        amparo(database, "alert", "preview", alert)
        amparo(database, "alert", "approve", "--read", alert)
        # by way of `env`, for what the clock's library does to the environment hides a program's arguments from Swift
        with Server(database, before=["env"], **fake, **settings) as server:
            load = Load(server, slug, ordinal, writers=6).start()
            for offset in ("+0", "+2h", "-2h", "+26h", "+0"):
                turn(offset)
                had = len(load.acknowledged)
                on, _ = wait_until(lambda: len(load.acknowledged) > had + 30, 20)
                check(on, f"{what} {offset}: reports are taken")
                check.same(server.get("/en/").status, 200, f"{what} {offset}: pages are read")
                check.same(server.get(f"/en/actions/{slug}").status, 200, f"{what} {offset}: the action is read")
            load.join()
            check.same(server.get("/readyz").status, 200, f"{what}: ready")
            turn("+26h")
            had = len(office.taken)
            wait_until(lambda: len(office.taken) > had + 4, 60)
            server.stop(signal.SIGKILL)  # with what it had claimed by a clock that was wrong
        had = len(office.taken)
        check(had < 300, f"{what}: the worker was killed while it had something to send ({had})")
        office.open("--polite")
        judge(database, load, set(), what)
        verified(database, what)
        with Server(database, **settings) as server:
            everybody, after = wait_until(lambda: len({one.to for one in office.taken[:]}) == 300, 90)
        check(everybody, f"{what}: everybody has the alert ({len({one.to for one in office.taken})} of 300)")
        note(f"{what}: 2 h and 26 h forth and back under load, {len(load.acknowledged)} acknowledged, 0 lost; the alert, "
             f"at {had} of 300 when a worker died with its clock 26 h ahead, was finished {after:.0f} s after a right clock began")


# Other programs, and clients

def busy():
    with place(SQLite) as database, Server(database, "--demo") as server:
        slug, ordinal = open_action(database)
        load = Load(server, slug, ordinal, writers=8).start()
        time.sleep(0.5)
        other = sqlite3.connect(database.path, timeout=30, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        held = time.monotonic()
        time.sleep(1)
        check.same(server.get(f"/en/actions/{slug}").status, 200, "busy: pages are read")
        put_off, _ = wait_until(lambda: len(load.postponed) > 0, 20)
        check(put_off, "busy: reports are put off rather than waiting for ever")
        told = amparo(database, "withdraw", "UA 901/26", "--reason", "safety")
        check(told.status != 0 and "locked by another program" in told.complained, f"busy: a command says so: {told.complained[-200:]}")
        other.execute("ROLLBACK")
        other.close()
        had = len(load.acknowledged)
        on, _ = wait_until(lambda: len(load.acknowledged) > had + 50, 20)
        check(on, "busy: reports are taken again")
        load.join()
        judge(database, load, set(), "busy")
        again(server, database, load, "busy")
        verified(database, "busy")
        note(f"busy: another program held the database for {time.monotonic() - held:.0f} s; {len(load.acknowledged)} acknowledged, 0 lost, "
             f"{len(load.postponed)} put off; pages went on")


def half_closed(engine):
    """Clients that say all and close their side, that say half and go, that say all and go."""
    with place(engine) as database, Server(database, "--demo") as server:
        slug, ordinal = open_action(database)
        files, thanked, tokens = len(os.listdir(f"/proc/{server.process.pid}/fd")), [], []

        def client(number):
            token = f"half-closed-{engine.name}-{number}-" + "x" * 20
            body = f"channel=post&quantity=1&output={ordinal}&token={token}"
            text = (f"POST /en/actions/{slug}/reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    f"Content-Length: {len(body)}\r\n\r\n{body}").encode()
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", server.port), timeout=20) as wire:
                kind = number % 3
                wire.sendall(text if kind < 2 else text[:len(text) // 2])
                if kind == 0:
                    tokens.append(token)
                    wire.shutdown(socket.SHUT_WR)
                    if wire.recv(65536).startswith(b"HTTP/1.1 303"):
                        thanked.append(token)
                elif kind == 1:
                    tokens.append(token)

        threads = [threading.Thread(target=client, args=(number,)) for number in range(240)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
        settled, _ = wait_until(lambda: len(os.listdir(f"/proc/{server.process.pid}/fd")) < files + 20, 45)
        check(settled, f"{engine.name}, half closed: no connection is left behind")
        entered = hashes(database)
        check.same([token for token in thanked if digest(token) not in entered], [], f"{engine.name}, half closed: whoever was thanked is in the ledger")
        before = len(entered)
        for token in tokens:
            check.same(server.post_form(f"/en/actions/{slug}/reports", {"channel": "post", "quantity": 1, "output": ordinal, "token": token}).status, 303,
                       "half closed: the same form again")
        check.same(len(hashes(database)), len(tokens), f"{engine.name}, half closed: one entry for each, and none for half a form")
        verified(database, f"{engine.name}, half closed")
        note(f"{engine.name}: of 240 clients that closed early {len(thanked)} were thanked, {before} are entered, 0 lost, 0 doubled")


def starved_helper():
    """The program that makes PDFs gets no memory; everything else goes on."""
    with place(SQLite) as database:
        # a copy of the whole environment, since a program that is shut in sees nothing else of ours
        venv = os.path.join(database.folder, "venv")
        shutil.copytree(os.path.join(ROOT, ".venv"), venv, symlinks=True, ignore=shutil.ignore_patterns("playwright*", "pip*"))
        python, wrapper, flag = (os.path.join(venv, *place) for place in (("bin", "python.real"), ("bin", "python"), ("starve",)))
        os.symlink(os.path.realpath(wrapper), python)
        os.remove(wrapper)
        with open(wrapper, "w") as file:
            file.write(f"#!/bin/bash\n[ ! -e {shlex.quote(flag)} ] || ulimit -v 60000\nexec {shlex.quote(python)} \"$@\"\n")
        os.chmod(wrapper, 0o755)
        open(flag, "w").close()
        with Server(database, "--demo", AMPARO_PYTHON=wrapper) as server:
            slug, ordinal = open_action(database)
            load = Load(server, slug, ordinal, writers=4).start()
            paper = f"/documents/{slug}/{ordinal}/en/sheet.pdf?paper=a4"
            answers = collections.Counter(server.ask("GET", paper, connection=server.connect(timeout=150)).status for _ in range(4))
            check(set(answers) <= {501, 503}, f"starved helper: a PDF is put off or said not to be made here ({dict(answers)})")
            check.same(server.get(f"/en/actions/{slug}").status, 200, "starved helper: pages are read")
            check.same(server.get(f"/documents/{slug}/{ordinal}/en/sheet.txt").status, 200, "starved helper: other papers are made")
            had = len(load.acknowledged)
            on, _ = wait_until(lambda: len(load.acknowledged) > had + 30, 20)
            check(on, "starved helper: reports are taken")
            load.join()  # whether PDFs come back is no matter of load, and a start is tried again after half a minute alone
            os.remove(flag)
            back, after = wait_until(lambda: server.ask("GET", paper, connection=server.connect(timeout=150)).status == 200, 90)
            check(back, "starved helper: PDFs are made again once there is memory")
            judge(database, load, set(), "starved helper")
            note(f"starved helper: PDFs {dict(answers)}, made again {after:.0f} s after there was memory; {len(load.acknowledged)} reports acknowledged, 0 lost")
        verified(database, "starved helper")


# clocks wait for leases most of the time, so the engines are tried at once
trials = {"disk": full_disk, "readonly": read_only_disk, "busy": busy, "helper": starved_helper, **{f"half-{engine.name}": (lambda engine=engine: half_closed(engine)) for engine in engines()},
          "clock": lambda: at_once(clock), **{f"kills-{engine.name}": (lambda engine=engine: kills(engine)) for engine in engines()}}
note(f"seed {SEED}, {ROUNDS} kills on each engine")
for name, trial in trials.items():
    if not ONLY or name.split("-")[0] in ONLY:
        start = time.monotonic()
        trial()
        note(f"  {name}: {time.monotonic() - start:.0f} s")
check.end()
