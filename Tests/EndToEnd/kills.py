#!/usr/bin/env python3
"""A worker is killed at random moments while one alert goes to many: everybody gets it, and nearly nobody twice.

Each connection may have one message that the mail server took and no row knows of; a kill doubles it. No fewer is possible: taking a
message and noting it are done by two programs that share no transaction, so one of the two is first. Noting it first would lose a message
where this doubles one, and the twin has the same Message-ID, by which receivers drop it.

AMPARO_KILL_RECIPIENTS says how many recipients (3,000), AMPARO_KILLS how many kills (4), AMPARO_KILL_SEED repeats the moments of a run.
"""
import collections
import os
import random
import signal
import subprocess
import threading
import time

from actions import publish
from ground import PROGRAM, Server, amparo, check, clean_environment, engines, note, place, wait_until
from people import settle
from postoffice import PostOffice

RECIPIENTS = int(os.environ.get("AMPARO_KILL_RECIPIENTS", "3000"))
KILLS = int(os.environ.get("AMPARO_KILLS", "4"))
SEED = int(os.environ.get("AMPARO_KILL_SEED", str(random.randrange(1_000_000))))
CONNECTIONS = 4
LEASE = 30  # seconds after which another takes what a worker that is gone had claimed


class Worker:
    """A running `amparo work`."""

    def __init__(self, database, settings):
        self.process = subprocess.Popen([PROGRAM, "work"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=clean_environment(
            AMPARO_DATABASE=database.url, AMPARO_DATA=database.folder, AMPARO_LOG_LEVEL="error", **settings))
        self.process.stdout.readline()

    def end(self, how):
        self.process.send_signal(how)
        self.process.wait(60)
        self.process.stdout.close()


def killed(engine):
    """An alert to everybody, and as many kills as asked for: the first within a second, the others somewhere in what is left."""
    chance = random.Random(f"{SEED} {engine.name}")
    with place(engine) as database:
        with Server(database):
            pass
        with PostOffice(database.folder) as office:
            settings = {**office.settings, "AMPARO_MAIL_CONNECTIONS": str(CONNECTIONS)}
            settle(database, RECIPIENTS, pace="at_once", domain="polite.example")
            alert = publish(database, "UA 701", "en")
            amparo(database, "alert", "preview", alert)
            check.same(amparo(database, "alert", "approve", "--read", alert).status, 0, f"{engine.name}: approved")
            began = time.monotonic()
            for number in range(KILLS):
                worker, had = Worker(database, settings), len(office.taken)
                if number == 0:
                    time.sleep(chance.uniform(0, 1))
                else:
                    until = had + chance.uniform(0, 1) * (RECIPIENTS - had) / (KILLS - number + 1)
                    wait_until(lambda: len(office.taken) >= until, 2 * LEASE)
                    time.sleep(chance.uniform(0, 0.05))
                worker.end(signal.SIGKILL)
                note(f"{engine.name}: killed at {len(office.taken)} of {RECIPIENTS}")
            last = Worker(database, settings)
            patience = 3 * LEASE + RECIPIENTS / 20
            everybody, _ = wait_until(lambda: len(office.taken) >= RECIPIENTS and len({one.to for one in office.taken[:]}) == RECIPIENTS, patience)
            seconds = time.monotonic() - began
            settled, _ = wait_until(lambda: states(database) == [("done",)], LEASE)
            last.end(signal.SIGTERM)
        judge(engine, database, office, everybody, settled, seconds)


def states(database):
    return database.rows("SELECT state FROM alert WHERE state <> 'draft'")


def judge(engine, database, office, everybody, settled, seconds):
    counts = collections.Counter(one.to for one in office.taken)
    missing, doubles = RECIPIENTS - len(counts), sum(counts.values()) - len(counts)
    check(everybody and missing == 0, f"{engine.name}: {missing} of {RECIPIENTS} recipients have no mail")
    check(doubles <= CONNECTIONS * KILLS, f"{engine.name}: {doubles} doubles, more than {CONNECTIONS} connections times {KILLS} kills")
    ids = {}
    for one in office.taken:
        ids.setdefault(one.to, set()).add(one.id)
    check(all(len(each) == 1 for each in ids.values()), f"{engine.name}: twins have the same Message-ID")
    check(len(set().union(*ids.values())) == len(ids), f"{engine.name}: nobody shares a Message-ID with somebody else")
    check(settled, f"{engine.name}: the alert is done in the end: {states(database)}")
    rows = database.rows("SELECT state, count(*) AS sum FROM delivery GROUP BY state")
    check.same(rows, [("sent", RECIPIENTS)], f"{engine.name}: what the rows say")
    note(f"{engine.name}: {RECIPIENTS} recipients, {KILLS} kills, {missing} lost, {doubles} doubled (at most {CONNECTIONS * KILLS}), {seconds:.0f} s")


note(f"seed {SEED}")
# most of the time is waiting for leases, so the engines are tried at once
trials = [threading.Thread(target=killed, args=(engine,)) for engine in engines()]
for trial in trials:
    trial.start()
for trial in trials:
    trial.join()
check.same(check.count, 10 * len(trials), "every trial came to its end")
check.end()
