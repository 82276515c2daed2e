#!/usr/bin/env python3
"""Many machines on one database: three web processes and two workers, each with a folder of its own, on a PostgreSQL server that another
follows synchronously, behind nginx. Readers read, supporters report and an alert goes out while processes are killed, the network is cut, the
database restarts and is lost for good, and its follower takes over. Whatever was acknowledged is in the ledger, once.

AMPARO_MACHINES_ROUNDS says how often all that is done (1), AMPARO_MACHINES_RECIPIENTS to how many the alert goes (600), AMPARO_MACHINES_REPORT
names a file for what was seen.
"""
import collections
import contextlib
import glob
import hashlib
import http.client
import os
import re
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request

import ground
from actions import compose, printed, take_in
from clusters import Balancer, Node, Question, Wire
from ground import PROGRAM, Server, amparo, check, clean_environment, open_action, wait_until
from mail import free_port
from people import settle
from postoffice import PostOffice

ROUNDS = int(os.environ.get("AMPARO_MACHINES_ROUNDS", "1"))
RECIPIENTS = int(os.environ.get("AMPARO_MACHINES_RECIPIENTS", "600"))
REPORT = os.environ.get("AMPARO_MACHINES_REPORT")
REPORTERS, READERS, CONNECTIONS, LEASE = 6, 3, 4, 30
QUIET = {"AMPARO_LOG_LEVEL": "error", "AMPARO_SESSIONS": "6"}
began = time.monotonic()


def note(text):
    line = f"{time.monotonic() - began:6.1f} s  {text}"
    ground.note(line)
    if REPORT:
        with open(REPORT, "a") as file:
            file.write(line + "\n")


class Place:
    """A database as the other scripts know it, on the server that takes writes now."""

    name, made = "PostgreSQL", "amparo"

    def __init__(self, folder, nodes):
        self.folder, self.nodes, self.url = folder, nodes, self.through(*[node.port for node in nodes])

    def through(self, *ports):
        """The address by these ports, as PostgreSQL reads several: the one that takes writes is wanted."""
        return f"postgres://test@{','.join(f'127.0.0.1:{port}' for port in ports)}/{self.made}"

    @property
    def direct(self):
        return self.url + "?target_session_attrs=read-write"

    def psql(self, *words, **more):
        return subprocess.run(["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", self.direct, *words],
                              check=True, capture_output=True, text=True, timeout=60, **more).stdout

    rows = ground.Postgres.rows

    def change(self, sql):
        self.psql("-f", "-", input=sql)

    def column(self, sql):
        return self.psql("-c", sql).split()


# What runs on a machine

class Machine:
    """A folder of one's own with a copy of the secrets, and one of our processes."""

    def __init__(self, number, place, secrets_from=None, url=None, **settings):
        self.number, self.url, self.folder = number, url or place.url, os.path.join(place.folder, f"machine{number}")
        self.settings, self.process, self.server = settings, None, None
        os.makedirs(self.folder, exist_ok=True)
        for path in glob.glob(f"{secrets_from}/amparo*") if secrets_from else []:
            shutil.copy2(path, self.folder)

    def serve(self, *flags):
        # its port stays its own, for the balancer knows it
        flags = [*flags, "--port", str(self.server.port)] if self.server else flags
        self.server = Server(self, *flags, **{**QUIET, **self.settings})
        self.process = self.server.process
        return self

    def work(self):
        self.process = subprocess.Popen([PROGRAM, "work"], stdout=subprocess.PIPE, stderr=open(f"{self.folder}/work.log", "a"), env=clean_environment(
            AMPARO_DATABASE=self.url, AMPARO_DATA=self.folder, **{**QUIET, **self.settings}))
        self.process.stdout.readline()
        return self

    def end(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        with contextlib.suppress(subprocess.TimeoutExpired):
            return self.process.wait(45)
        self.process.kill()
        return None


# What the world does

class Load:
    """Supporters who send the same form again until they are thanked, and readers; all of them by the balancer."""

    PAGES = ("/en/", "/en/archive", "/en/actions?q=librarian", "/en/feed.atom", "/api/v1/actions")

    def __init__(self, port, slug, ordinal):
        self.port, self.slug, self.ordinal = port, slug, ordinal
        self.acknowledged, self.repeated, self.strange, self.fault = {}, 0, collections.Counter(), None
        self.read, self.last, self.gap = collections.Counter(), time.monotonic(), 0.0
        self.reporting, self.reading = threading.Event(), threading.Event()
        self.threads = [threading.Thread(target=self.report, daemon=True) for _ in range(REPORTERS)]
        self.threads += [threading.Thread(target=self.look, args=(number,), daemon=True) for number in range(READERS)]
        for thread in self.threads:
            thread.start()

    def ask(self, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=40)
        try:
            connection.request(method, path, body, {"Content-Type": "application/x-www-form-urlencoded"} if body else {})
            answer = connection.getresponse()
            text = answer.read()
            if answer.status == 500 and self.fault is None:
                self.fault = f"{answer.headers.get('Server', 'no server named')}: {text[:600]}"
            return answer.status
        except (OSError, http.client.HTTPException):
            return 0
        finally:
            connection.close()

    def report(self):
        while not self.reporting.is_set():
            token, began = secrets.token_urlsafe(32), time.monotonic()
            form = urllib.parse.urlencode({"channel": "email", "quantity": 1, "output": self.ordinal, "token": token})
            while (status := self.ask("POST", f"/en/actions/{self.slug}/reports", form)) != 303:
                self.repeated += 1
                if status not in (0, 502, 503, 504):
                    self.strange[status] += 1
                if time.monotonic() - began > 120:
                    self.strange["never"] += 1
                    return
                time.sleep(0.2)
            self.acknowledged[hashlib.sha256(token.encode()).hexdigest()] = time.monotonic()
            self.gap, self.last = max(self.gap, time.monotonic() - self.last), time.monotonic()
            time.sleep(0.01)

    def look(self, number):
        pages = (*self.PAGES, f"/en/actions/{self.slug}")
        while not self.reading.is_set():
            number += 1
            self.read[self.ask("GET", pages[number % len(pages)])] += 1
            time.sleep(0.02)

    def longest_gap(self):
        """The longest time without a thanks since this was last asked."""
        gap, self.gap, self.last = max(self.gap, time.monotonic() - self.last), 0.0, time.monotonic()
        return gap

    def answered(self):
        """How reading went since this was last asked."""
        counts, self.read = self.read, collections.Counter()
        return counts

    def end(self):
        self.reporting.set()
        self.reading.set()
        for thread in self.threads:
            thread.join(150)


class Field:
    """All of it, and what is looked at after each blow."""

    def __init__(self, place, office, load, webs, workers):
        self.place, self.office, self.load, self.webs, self.workers = place, office, load, webs, workers
        self.serial = 710

    def judge(self, what):
        """Everything acknowledged before now is in the ledger, nothing twice, and the sums are right. The load goes on meanwhile."""
        acknowledged = set(self.load.acknowledged)
        entered = self.place.column("SELECT token_hash FROM report WHERE source = 'form'")
        missing = acknowledged - set(entered)
        check.same(len(missing), 0, f"{what}: acknowledged reports that are not in the ledger")
        check.same(len(entered), len(set(entered)), f"{what}: reports that are there twice")
        strange = dict(self.load.strange)
        check.same(strange, {}, f"{what}: answers to reports that are neither a thanks nor a delay")
        if strange:
            note(f"  the first fault: {self.load.fault}")
        for web in self.webs if strange else []:
            for line in dict.fromkeys(re.sub(r"^\S+ | request_id=\S+| id=\S+", "", line) for line in web.server.words().splitlines()[-200:]):
                note(f"  web {web.number} wrote: {line[:400]}")
        for node in self.place.nodes if strange else []:
            with open(f"{node.folder}.log") as file:
                for line, times in collections.Counter(re.sub(r"^.*?(ERROR|FATAL)", r"\1", line).strip() for line in file if "ERROR" in line or "FATAL" in line).items():
                    note(f"  {node.name} wrote {times} times: {line[:400]}")
        ran = amparo(self.place, "verify")
        check.same(ran.status, 0, f"{what}: verify ({(ran.said + ran.complained)[-300:]})")
        read = self.load.answered()
        failed = {status: count for status, count in read.items() if status != 200}
        note(f"{what}: {len(acknowledged)} acknowledged, {len(missing)} missing, {len(entered) - len(set(entered))} doubled, "
             f"longest wait for a thanks {self.load.longest_gap():.1f} s, {self.load.repeated} sent again; read {sum(read.values())}"
             f"{f', other answers than 200: {failed}' if failed else ''}; verify {'ok' if ran.status == 0 else 'NOT OK'}")
        return read

    def staleness(self, what, webs, limit=1.0):
        """How long each web process still shows the old page after the commit of a publication and of a withdrawal by another process."""
        self.serial += 1
        reference = f"UA {self.serial}"
        take_in(self.place, reference, "en")
        path, probe = f"/en/actions/{self.serial}-{printed(reference)[-2:]}", Question(self.place.direct)
        kept = "SELECT count(*) FROM {} WHERE action_id IN (SELECT id FROM action WHERE series = 'UA' AND serial = " + str(self.serial) + ")"
        steps = (("publication", ("publish", printed(reference)), kept.format("output") + " AND published_at IS NOT NULL", 200),
                 ("withdrawal", ("withdraw", printed(reference), "--reason", "safety"), kept.format("withdrawal"), 410))
        for name, words, sql, wanted in steps:
            seen = {}
            threads = [threading.Thread(target=self.watch, args=(web, path, wanted, seen), daemon=True) for web in webs]
            for thread in threads:
                thread.start()
            ran = []
            command = threading.Thread(target=lambda: ran.append(amparo(self.place, *words)))
            command.start()
            wait_until(lambda: probe.ask(sql) == "1", 60)
            committed = time.monotonic()
            command.join()
            check.same(ran[0].status, 0, f"{what}: {name} ({ran[0].complained[-200:]})")
            for thread in threads:
                thread.join(60)
            late = {web.number: max(0.0, seen[web.number] - committed) if web.number in seen else None for web in webs}
            check(all(one is not None and one < limit for one in late.values()), f"{what}: {name} is seen within {limit} s: {late}")
            note(f"{what}: a {name} is on the pages of web " + ", ".join(f"{n} after {'—' if s is None else f'{s * 1000:.0f} ms'}" for n, s in late.items()))
        probe.close()

    @staticmethod
    def watch(web, path, wanted, seen):
        """Notes when the page answers as wanted; the list, which is kept as bytes, is asked for on the way."""
        deadline = time.monotonic() + 50
        while time.monotonic() < deadline:
            with contextlib.suppress(OSError, http.client.HTTPException):
                if web.server.get(path).status == wanted:
                    seen[web.number] = time.monotonic()
                    return
            time.sleep(0.01)


# The blows

def kill_web(field, web):
    web.process.kill()
    web.process.wait()
    time.sleep(1.5)
    web.serve()
    read = field.judge(f"web {web.number} killed and started again")
    check(set(read) == {200}, f"web {web.number} killed: no reader saw it ({dict(read)})")


def kill_worker(field, worker):
    had = len(field.office.taken)
    worker.process.kill()
    worker.process.wait()
    time.sleep(0.5)
    worker.work()
    field.judge(f"worker {worker.number} killed at {had} of {RECIPIENTS} mails and started again")


def stop_web(field, web):
    check.same(web.end(), 0, f"web {web.number} ends as asked")
    web.serve()
    read = field.judge(f"web {web.number} stopped and started again")
    check(set(read) == {200}, f"web {web.number} stopped: no reader saw it ({dict(read)})")


def cut(field, web, wires):
    """A machine that hears nothing of the database: it says so, is left out, and stops showing what it cannot look at any more."""
    note(f"web {web.number}: cut off from the database")
    path = f"/en/actions/{field.load.slug}"
    check.same(web.server.get(path).status, 200, "a page before the cut")
    for wire in wires:
        wire.is_cut = True
    begun = time.monotonic()
    unready, after = wait_until(lambda: web.server.get("/readyz").status == 503, 20)
    check(unready, f"web {web.number} says that it is not ready, at latest after 20 s")
    note(f"web {web.number}: not ready {after:.1f} s after the cut; its kept pages are still read: {web.server.get(path).status}")
    dark, _ = wait_until(lambda: web.server.get(path).status == 503, 50)
    after = time.monotonic() - begun
    check(dark and after < 45, f"web {web.number} shows no page any more that it cannot look at: {after:.1f} s")
    note(f"web {web.number}: kept pages are no longer shown {after:.1f} s after the cut")
    for wire in wires:
        wire.is_cut = False
    ready, after = wait_until(lambda: web.server.get("/readyz").status == 200 and web.server.get(path).status == 200, 30)
    check(ready, f"web {web.number} is ready again after the cut")
    note(f"web {web.number}: ready {after:.1f} s after the line was mended")
    field.judge(f"web {web.number} cut off for {time.monotonic() - begun:.0f} s")


def deafen(field, web, wires):
    """Without notifications the look at the version is the net."""
    for wire in wires:
        wire.is_deaf = True
    field.staleness(f"web {web.number} without notifications", [web])
    check(sum(wire.dropped for wire in wires) > 0, "notifications were kept from it")
    for wire in wires:
        wire.is_deaf = False


def replicas(field, web, wire, replica):
    """One that follows is read; behind or cut off it is left out, and nobody is shown what was withdrawn."""
    path = "/en/actions?q=librarian"
    reads, _ = wait_until(lambda: web.server.get(path).status == 200 and told(web, "amparo_replica_reads") > 5, 20)
    check(reads, f"web {web.number} reads from {replica.name}")
    read = told(web, "amparo_replica_reads")
    replica.ask("SELECT pg_wal_replay_pause()")
    field.staleness(f"{replica.name} repeats nothing", [web])
    out, after = wait_until(lambda: told(web, "amparo_replica_in_use") == 0, 30)
    check(out and "replica 1" in web.server.get("/readyz").text, f"a replica that is behind is left out: {web.server.get('/readyz').text!r}")
    note(f"web {web.number}: {read:.0f} reads by {replica.name}; left out when behind: {web.server.get('/readyz').text.strip().splitlines()[-1]}")
    replica.ask("SELECT pg_wal_replay_resume()")
    back, after = wait_until(lambda: told(web, "amparo_replica_in_use") == 1, 20)
    check(back, "a replica that has caught up is read again")
    wire.is_cut = True
    cut = time.monotonic()
    slowest = 0.0
    while time.monotonic() - cut < 8:
        asked = time.monotonic()
        check.same(web.server.get(path).status, 200, "searches go on without the replica")
        slowest = max(slowest, time.monotonic() - asked)
    check(told(web, "amparo_replica_in_use") == 0, "a replica that does not answer is left out")
    wire.is_cut = False
    back, after = wait_until(lambda: told(web, "amparo_replica_in_use") == 1, 30)
    check(back, "a replica that answers again is read again")
    note(f"web {web.number}: its line to {replica.name} cut for 8 s, the slowest search took {slowest:.1f} s; read again {after:.1f} s after it was mended")
    field.judge(f"{replica.name} behind, and cut off from web {web.number}")


def told(web, measure):
    """The first value of a measure."""
    with urllib.request.urlopen(f"http://127.0.0.1:{web.settings['AMPARO_METRICS_PORT']}/metrics", timeout=20) as answer:
        return float(re.search(rf"^{measure}\{{.*\}} (\S+)$", answer.read().decode(), re.M).group(1))


def restart(field, primary):
    primary.stop(signal.SIGQUIT)
    primary.start()
    back = time.monotonic()
    wait_until(lambda: field.load.last > back, 30)
    field.judge("PostgreSQL restarted at once")


def fail_over(field, old, new):
    """The server is gone for good; its follower takes over, and a new one is made to follow it."""
    note(f"{old.name} is lost, {new.name} is promoted")
    old.stop(signal.SIGQUIT)
    time.sleep(1)
    promoted = time.monotonic()
    new.promote()
    resumed, after = wait_until(lambda: field.load.last > promoted, 40)
    check(resumed, f"reports are taken by {new.name}")
    note(f"first thanks {time.monotonic() - promoted:.1f} s after the promotion")
    field.judge(f"failed over to {new.name}")
    old.copy(new)
    old.start(hot_standby_feedback="on")
    follow(new, old)
    field.judge(f"{old.name} follows {new.name}")


def follow(primary, replica):
    primary.ask(f"ALTER SYSTEM SET synchronous_standby_names = '{replica.name}'")
    primary.ask("SELECT pg_reload_conf()")
    follows, _ = wait_until(lambda: primary.follows_synchronously(replica.name), 30)
    check(follows, f"{replica.name} follows {primary.name} synchronously")


def examined(place, primary, replica, url):
    """The doctor says whether what is acknowledged outlives the server, and what it means if not."""
    def said():
        return amparo(place, "doctor", AMPARO_DATABASE_REPLICAS=url).said

    check(re.search("ok +replication: 1 server follows, and a commit waits", said()), f"doctor finds a commit that waits: {said()[-900:]}")
    check(re.search("ok +replica 1: follows", said()), f"doctor finds the replica: {said()[-900:]}")
    primary.ask("ALTER SYSTEM SET synchronous_standby_names = ''")
    primary.ask("SELECT pg_reload_conf()")
    warned, _ = wait_until(lambda: re.search("LACKS +replication: .*acknowledged could be lost", said()), 20)
    check(warned, f"doctor warns when no commit waits: {said()[-900:]}")
    follow(primary, replica)
    alone = amparo(place, "doctor", AMPARO_DATABASE=place.url.replace("@", "@127.0.0.1:1,").replace(f"127.0.0.1:{primary.port},", "") +
                   "?target_session_attrs=any").said
    check("takes no writes" in alone, f"doctor tells a server that follows from one that takes writes: {alone[-900:]}")


# The alert

def begin_alert(place, serial):
    reference = f"UA {serial}"
    take_in(place, reference, "en")
    check.same(amparo(place, "publish", printed(reference)).status, 0, f"{reference} is published")
    alert = compose(place, reference)
    amparo(place, "alert", "preview", alert)
    check.same(amparo(place, "alert", "approve", "--read", alert).status, 0, "the alert is approved")


def judge_alert(place, office, losses):
    everybody, seconds = wait_until(lambda: len({one.to for one in office.taken[:]}) == RECIPIENTS, 3 * LEASE + RECIPIENTS / 5)
    done, _ = wait_until(lambda: "done" in place.column("SELECT state FROM alert"), 2 * LEASE)
    check(done, f"the alert is done in the end: {place.column('SELECT state FROM alert')}")
    counts = collections.Counter(one.to for one in office.taken)
    ids = collections.defaultdict(set)
    for one in office.taken:
        ids[one.to].add(one.id)
    doubles = sum(counts.values()) - len(counts)
    check(everybody, f"{RECIPIENTS - len(counts)} of {RECIPIENTS} recipients have no mail")
    check(all(len(each) == 1 for each in ids.values()), "twins have the same Message-ID")
    check(doubles <= losses, f"{doubles} mails went out twice, more than {losses}")
    check.same(place.rows("SELECT state, count(*) AS sum FROM delivery WHERE state <> 'skipped' GROUP BY state"), 
               [("sent", RECIPIENTS)], "what the rows say")
    note(f"alert: {RECIPIENTS} recipients, {RECIPIENTS - len(counts)} lost, {doubles} mails a second time with the same Message-ID (at most {losses})")


def main():
    folder = tempfile.mkdtemp(prefix="amparo-machines-")
    os.chmod(folder, 0o777)  # the database's user makes its own folders in it
    with contextlib.ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        first, second = Node("ana", folder), Node("berta", folder)
        first.make()
        first.start()
        stack.callback(first.stop)
        second.copy(first)
        second.start(hot_standby_feedback="on")
        stack.callback(second.stop)
        follow(first, second)
        first.ask("CREATE DATABASE amparo TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'")
        place = Place(folder, [first, second])
        note("two databases")
        wires = [Wire(first.port), Wire(second.port)]
        office = stack.enter_context(PostOffice(folder, "--polite", "--slow", "1.5"))
        mail = {**office.settings, "AMPARO_MAIL_CONNECTIONS": str(CONNECTIONS)}

        follower = Wire(second.port)
        reading = {"AMPARO_DATABASE_REPLICAS": f"postgres://test@127.0.0.1:{follower.port}/amparo", "AMPARO_METRICS_PORT": free_port()}

        webs = [Machine(1, place, **mail, **reading).serve("--demo")]
        place.folder = webs[0].folder  # commands run on the first machine
        webs.append(Machine(2, Place(folder, [first, second]), webs[0].folder, **mail).serve())
        webs.append(Machine(3, Place(folder, [first, second]), webs[0].folder, url=place.through(*[wire.port for wire in wires]), **mail).serve())
        workers = [Machine(number, Place(folder, [first, second]), webs[0].folder, **mail).work() for number in (4, 5)]
        for machine in webs + workers:
            stack.callback(lambda machine=machine: machine.process.kill())
        balancer = Balancer(folder, [web.server.port for web in webs])
        stack.callback(balancer.stop)

        note("three webs, two workers")
        slug, ordinal = open_action(place)
        load = Load(balancer.port, slug, ordinal)
        stack.callback(load.end)
        field = Field(place, office, load, webs, workers)
        settle(place, RECIPIENTS, pace="at_once", domain="polite.example")
        time.sleep(2)
        field.judge("three webs, two workers, two databases")
        field.staleness("nothing is wrong", webs)
        examined(place, first, second, reading["AMPARO_DATABASE_REPLICAS"])
        replicas(field, webs[0], follower, second)
        begin_alert(place, 701)
        wait_until(lambda: len(office.taken) > RECIPIENTS / 20, 30)
        for number in range(ROUNDS):
            blows(field, wires, *((first, second) if number % 2 == 0 else (second, first)), number)
        note(f"the alert: {len(office.taken)} of {RECIPIENTS} are out")
        load.end()
        field.judge("in the end")
        check.same(load.strange["never"], 0, "everybody was thanked in the end")
        # on each connection of five processes: one message for a kill or a cut; two when the database is lost, whose notes do not wait
        judge_alert(place, office, ROUNDS * CONNECTIONS * (1 + 1 + 2 + 2 * 5 + 2 * 5))
        for machine in webs + workers:
            check.same(machine.end(), 0, f"machine {machine.number} ends as asked")
    check.end()


def blows(field, wires, primary, replica, number):
    webs, workers = field.webs, field.workers
    kill_worker(field, workers[number % 2])
    kill_web(field, webs[0])
    stop_web(field, webs[1])
    deafen(field, webs[2], wires)
    cut(field, webs[2], wires)
    restart(field, primary)
    fail_over(field, primary, replica)
    field.staleness("after the failover", webs)


main()
