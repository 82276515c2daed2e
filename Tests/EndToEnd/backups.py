#!/usr/bin/env python3
"""Backups end to end: taken under load, opened by their key alone, tried, put back, and refused when anything is missing from them."""
import os
import re
import shutil
import sqlite3
import stat
import subprocess
import threading

from ground import SQLite, Server, amparo, check, engines, open_action, place, wait_until


def key(folder, name):
    path = os.path.join(folder, name)
    made = subprocess.run(["age-keygen", "-o", path], capture_output=True, text=True, check=True)
    return path, re.search(r"age1[a-z0-9]+", made.stderr).group()


def backups(folder):
    """The finished backups and what somebody left half written; the purge list beside them is no backup."""
    return sorted(name for name in os.listdir(folder) if name != "purge.jsonl") if os.path.isdir(folder) else []


def load(server, slug, ordinal, stop, sent):
    while not stop.is_set():
        form = server.form(slug)
        answer = server.post_form(f"/en/actions/{slug}/reports", {**form, "channel": "post", "quantity": "1", "output": str(ordinal)})
        if answer.status == 303:
            sent.append(1)


def verified(database, **environment):
    said = amparo(database, "verify", **environment).said.splitlines()[-1]
    return tuple(map(int, re.search(r"(\d+) reports, (\d+) appeals", said).groups())), said.startswith("ok")


def under_load(database, folder, recipient):
    """A backup that is taken while people report holds all that was answered before it began."""
    with Server(database, "--demo") as server:
        slug, ordinal = open_action(database)
        stop, sent = threading.Event(), []
        people = [threading.Thread(target=load, args=(server, slug, ordinal, stop, sent)) for _ in range(3)]
        for person in people:
            person.start()
        check(wait_until(lambda: len(sent) >= 20, 60)[0], "people report")
        before = len(sent)
        made = amparo(database, "backup", "make", folder, "--to", recipient)
        stop.set()
        for person in people:
            person.join()
        check.same(made.status, 0, f"a backup is made while people report: {made.complained}")
        return before, len(sent)


def opened(database, file, secret, before, after):
    tried = amparo(database, "backup", "check", file, "--identity", secret)
    check.same(tried.status, 0, f"the backup is tried: {tried.complained}")
    found = re.search(r"ok, (\d+) reports", tried.said)
    check(found and before <= int(found.group(1)) <= after + 2, f"it holds what was answered before it began ({before} to {after}): {tried.said}")
    with place(type(database)) as other:
        put = amparo(other, "backup", "restore", file, "--identity", secret)
        check.same(put.status, 0, f"it is put back elsewhere: {put.complained}")
        (reports, _), is_well = verified(other)
        check(is_well and reports == int(found.group(1)), "with the same reports, and verify finds nothing wrong")
        check.same(other.rows("SELECT count(*) AS n FROM action"), database.rows("SELECT count(*) AS n FROM action"), "and all actions")
        again = amparo(other, "backup", "restore", file, "--identity", secret)
        check(again.status != 0, "nothing is put over a database that is there")
        check.same(verified(other), ((reports, _), True), "which is as it was")


def secrecy(database, folder, file, wrong):
    data = open(file, "rb").read()
    check(data.startswith(b"age-encryption.org/v1\n"), "it is an age file")
    check(b"SQLite format 3" not in data and b"PGDMP" not in data, "with nothing of the database to be read in it")
    check.same(stat.S_IMODE(os.stat(file).st_mode), 0o600, "for its owner alone")
    check.same([name for name in os.listdir(database.folder) if ".copy" in name or "unfinished" in name], [], "no plain copy is left behind")
    refused = amparo(database, "backup", "check", file, "--identity", wrong)
    check(refused.status == 1 and "no identity matched" in refused.complained, f"another key does not open it: {refused.complained}")
    check("Fatal" not in refused.complained and "Something went wrong" not in refused.complained, "and it is said in a sentence")


def purged(database, folder, file, secret, recipient):
    """What is withdrawn after a backup does not come back with it."""
    slug, _ = open_action(database)
    reference = slug.replace("-", "/")
    check.same(amparo(database, "withdraw", reference, "--reason", "the family asks").status, 0, "an action is taken down after the backup")
    check.same(amparo(database, "backup", "make", folder, "--to", recipient).status, 0, "the next backup is made")
    with place(type(database)) as other:
        check.same(amparo(other, "backup", "restore", file, "--identity", secret).status, 0, "the older one is put back")
        check.same(other.rows("SELECT count(*) AS n FROM withdrawal")[0][0], database.rows("SELECT count(*) AS n FROM withdrawal")[0][0], "and the action stays down")
        check(verified(other)[1], "verify finds nothing wrong")


def broken(database, file, secret):
    data, folder = open(file, "rb").read(), os.path.join(database.folder, "broken")
    os.makedirs(folder)
    bad = {"cut": data[:len(data) // 2], "cut at the end": data[:-1], "changed": data[:-200] + bytes([data[-200] ^ 1]) + data[-199:], "empty": b""}
    for name, content in bad.items():
        path = os.path.join(folder, os.path.basename(file))
        with open(path, "wb") as out:
            out.write(content)
        with place(type(database)) as other:
            refused = amparo(other, "backup", "restore", path, "--identity", secret)
            check(refused.status not in (0, 70), f"a backup that is {name} is refused ({refused.status}): {refused.complained}")
            if isinstance(other, SQLite):
                check.same([n for n in os.listdir(other.folder) if "sqlite" in n], [], "and leaves nothing behind")
            else:
                check.same(other.rows("SELECT count(*) AS n FROM information_schema.tables WHERE table_schema = 'public'"), [(0,)], "and leaves nothing behind")
    shutil.rmtree(folder)


def keeping(database, folder, recipient):
    with open(os.path.join(folder, "notes.txt"), "w") as file:
        file.write("mine")
    for day in ["20200101T000000Z", "20200102T000000Z"]:
        kind = "sqlite.gz" if isinstance(database, SQLite) else "postgres"
        open(os.path.join(folder, f"amparo-{day}.{kind}.age"), "w").close()
    made = amparo(database, "backup", "make", folder, "--to", recipient, "--keep", "2")
    left = backups(folder)
    check.same(made.status, 0, "another backup is made")
    check.same(len([name for name in left if name.endswith(".age")]), 2, f"two are kept: {left}")
    check(not any("2020" in name for name in left) and "notes.txt" in left, "the oldest went, and nothing that is not ours")


def usage(database, folder, recipient):
    for words, why in [
        ((), "without a recipient"), (("--to", "somebody"), "for no recipient of age"), (("--to", recipient, "--keep", "0"), "that keeps none"),
    ]:
        check(amparo(database, "backup", "make", folder, *words).status == 64, f"a backup {why} is refused")
    check(amparo(database, "backup", "check", os.path.join(folder, "missing.age"), "--identity", "none").status != 0, "a file of another name is refused")


for engine in engines():
    with place(engine) as database:
        folder = os.path.join(database.folder, "backups")
        secret, recipient = key(database.folder, "key.txt")
        wrong, _ = key(database.folder, "other.txt")
        before, after = under_load(database, folder, recipient)
        names = backups(folder)
        if check.same(len(names), 1, f"one file, finished: {names}"):
            file = os.path.join(folder, names[0])
            opened(database, file, secret, before, after)
            secrecy(database, folder, file, wrong)
            purged(database, folder, file, secret, recipient)
            broken(database, file, secret)
            keeping(database, folder, recipient)
            usage(database, folder, recipient)

check.end()
