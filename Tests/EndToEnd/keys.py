#!/usr/bin/env python3
"""The keys to who supporters are: made once, for their owner alone; missed when they are missing; changed while a server runs, in one
command that can be broken off. Rows are sealed and opened by Python, too (people.py).

AMPARO_KEYS_SUPPORTERS says how many rows are sealed anew (1,000; 5,000 in `make check-deep`).
"""
import os
import shutil
import signal
import subprocess
import tempfile
import time

from ground import PROGRAM, SQLite, Server, amparo, check, clean_environment, engines, note, place
from people import identities, keys, opened, path, settle


def all_open(database, count, what):
    known = {key["id"]: bytes.fromhex(key["key"]) for key in keys(database)}
    told = [opened(bytes.fromhex(sealed), known.get(key, b""), supporter) if key in known else None
            for supporter, key, sealed in identities(database)]
    check.same(told, [f"rosa{number}@example.org" for number in range(count)], what)


def made_once():
    with place(SQLite) as database:
        note("two programs that start at once")
        starts = [subprocess.Popen([PROGRAM, "serve", "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=clean_environment(
            AMPARO_DATABASE=f"sqlite:{database.folder}/{name}.sqlite", AMPARO_DATA=database.folder)) for name in ("one", "two")]
        for start in starts:
            start.stdout.readline()
        first = keys(database)
        check.same(os.stat(path(database)).st_mode & 0o777, 0o600, "the keys are for their owner alone")
        check.same(len(first), 1, "one key to begin with")
        for start in starts:
            start.send_signal(signal.SIGTERM)
            start.wait(60)
            start.stdout.close()
        check.same([name for name in os.listdir(database.folder) if name.startswith("amparo.keys")], ["amparo.keys"], "nothing half-made stays")
        with Server(database):
            check.same(keys(database), first, "a later start leaves them as they are")
        os.chmod(path(database), 0o644)
        check("amparo.keys" in amparo(database, "doctor").said, "doctor finds keys that others may read")


def missing(engine):
    with place(engine) as database:
        with Server(database):
            pass
        settle(database, 3)
        aside = os.path.join(database.folder, "aside")
        os.rename(path(database), aside)
        told = amparo(database, "doctor")
        check(told.status == 1 and "amparo.keys is missing" in told.said, "doctor misses the keys")
        for command in (["serve", "--port", "0"], ["keys", "rotate"]):
            ran = amparo(database, *command, timeout=60)
            check(ran.status == 78 and "amparo.keys" in ran.complained, f"{command[0]} makes no others: {ran.complained.strip()[:200]}")
        check(not os.path.exists(path(database)), "and there are none")
        os.rename(aside, path(database))
        check("addresses" not in amparo(database, "doctor").said, "doctor is content again")


def rotated(engine, count):
    with place(engine) as database, Server(database) as server:
        settle(database, count)
        first = keys(database)[0]["id"]
        ran = amparo(database, "keys", "rotate")
        check.same(ran.status, 0, f"keys rotate ({ran.complained.strip()[:200]})")
        check(f"sealed anew: {count}" in ran.said, f"all are sealed anew: {ran.said.strip()}")
        check(first not in {key for _, key, _ in identities(database)}, "nothing needs the old key")
        check.same([key["id"] for key in keys(database)][1:], [first], "the old key stays for a day")
        all_open(database, count, "every address opens")
        check.same(os.stat(path(database)).st_mode & 0o777, 0o600, "the file is its owner's alone still")
        secrets = [key["key"] for key in keys(database)]
        check(not any(secret in server.words() + ran.said + amparo(database, "doctor").said for secret in secrets), "no key is told")

        note("broken off")
        running = subprocess.Popen([PROGRAM, "keys", "rotate"], stdout=subprocess.DEVNULL, env=clean_environment(
            AMPARO_DATABASE=database.url, AMPARO_DATA=database.folder))
        deadline = time.monotonic() + 60
        while len(keys(database)) < 3 and running.poll() is None and time.monotonic() < deadline:
            time.sleep(0.001)
        running.kill()
        running.wait()
        all_open(database, count, "every address opens after a kill")
        check.same(amparo(database, "keys", "rotate").status, 0, "and again")
        all_open(database, count, "every address opens in the end")
        check.same(len({key for _, key, _ in identities(database)}), 1, "with one key")


def shared(engine):
    """Machines that share a database share the keys; one that has others says so, and does nothing."""
    with place(engine) as database, tempfile.TemporaryDirectory(prefix="amparo-e2e-") as other:
        note("another machine")
        with Server(database) as server:
            mark = database.rows("SELECT mark FROM keyring_mark")
            check.same(len(mark), 1, "the database knows its keys by a mark")
            secrets = [key["key"] for key in keys(database)]
            check(not any(secret in mark[0][0] for secret in secrets), "that tells none of them")
            for command in (["serve", "--port", "0"], ["work"], ["keys", "rotate"]):
                ran = amparo(database, *command, timeout=60, AMPARO_DATA=other)
                check(ran.status == 78 and "holds other keys" in ran.complained and "amparo.keys" in ran.complained,
                      f"{command[0]} with other keys: {ran.status} {ran.complained.strip()[:200]}")
            check("holds other keys" in amparo(database, "doctor", AMPARO_DATA=other).said, "doctor finds it")
            check.same(database.rows("SELECT mark FROM keyring_mark"), mark, "and the mark is as it was")
            check.same(server.get("/healthz").status, 200, "the first machine goes on")
            shutil.copy(path(database), other)
            working = subprocess.Popen([PROGRAM, "work"], stdout=subprocess.PIPE, env=clean_environment(
                AMPARO_DATABASE=database.url, AMPARO_DATA=other))
            check("works" in working.stdout.readline().decode(), "with the same file it works")
            working.kill()
            working.wait()
            working.stdout.close()
        settle(database, 1)
        os.rename(path(database), path(database) + ".lost")
        check.same(amparo(database, "keys", "adopt").status, 1, "keys that an address needs do not give way")
        database.change("DELETE FROM identity; DELETE FROM supporter;")
        check.same(amparo(database, "keys", "adopt").status, 0, "lost keys that nothing needs do")
        with Server(database) as server:
            check.same(server.get("/healthz").status, 200, "and it serves again")


def purged(engine):
    """After a purge nothing on the machine opens an older copy, and nobody can speak to other servers in its name."""
    with place(engine) as database:
        note("a purge with the keys")
        with Server(database):
            settle(database, 2)
        files = [os.path.join(database.folder, name) for name in ("amparo.keys", "amparo.server")]
        check(all(os.path.exists(file) for file in files), "the keys are there")
        database.change("INSERT INTO partner (id, address, name, we_follow, follows_us, taken_seq, given_seq, told_seq, made_by, made_at) VALUES "
                        "('p1', 'https://int.example.org', 'int', TRUE, FALSE, 0, 0, 0, 'Ada', '2026-01-01T10:00:00.000Z')")
        with open(files[1]) as file:
            first = file.read()
        check.same(amparo(database, "purge", "--supporters", "--keys", "--yes", "--by", "Rosa").status, 0, "a purge")
        check(not any(os.path.exists(file) for file in files), "takes the keys, and the key of the server")
        check("stopped" in amparo(database, "server", "list").said, "and lets the other servers go")
        with Server(database) as server:
            check.same(server.get("/healthz").status, 200, "it serves again")
            with open(files[1]) as file:
                check(file.read() != first, "under another key")
        check.same(amparo(database, "verify").status, 0, "and the log is whole")


made_once()
for engine in engines():
    note(engine.name)
    shared(engine)
    missing(engine)
    rotated(engine, int(os.environ.get("AMPARO_KEYS_SUPPORTERS", "1000")))
    purged(engine)
check.end()
