"""What the end-to-end scripts stand on: the program, a database of either engine, a server, forms, and checks that are counted.

The program is AMPARO_PROGRAM (or AMPARO), else the debug build; the documents are in AMPARO_CORPUS, else beside the repository.
PostgreSQL is tested when AMPARO_TEST_POSTGRES holds the address of a server on which databases may be made.
"""
import concurrent.futures
import contextlib
import http.client
import html
import html.parser
import json
import os
import re
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.parse

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
PROGRAM = os.path.abspath(os.environ.get("AMPARO_PROGRAM") or os.environ.get("AMPARO") or os.path.join(ROOT, ".build", "debug", "amparo"))
CORPUS = os.path.abspath(os.path.join(ROOT, os.environ.get("AMPARO_CORPUS", "../shared")))
POSTGRES = os.environ.get("AMPARO_TEST_POSTGRES")


# Checks

class Checks:
    """Counts what was looked at, goes on after a failure, and ends with a line that says how it went."""

    def __init__(self):
        self.count, self.failures = 0, []

    def __call__(self, holds, what):
        self.count += 1
        if not holds:
            self.failures.append(what)
            print(f"  FAILED: {what}", flush=True)
        return holds

    def same(self, got, wanted, what):
        return self(got == wanted, f"{what}: wanted {wanted!r}, got {got!r}")

    def end(self):
        name = os.path.basename(sys.argv[0])
        if self.failures:
            print(f"{name}: {len(self.failures)} of {self.count} checks failed")
            sys.exit(1)
        print(f"{name}: {self.count} checks passed")


check = Checks()


def note(text):
    print(f"  {text}", flush=True)


def skip(reason):
    print(f"{os.path.basename(sys.argv[0])}: skipped, {reason}")
    sys.exit(0)


# Databases

class SQLite:
    name = "SQLite"

    def __init__(self, folder):
        self.path = os.path.join(folder, "amparo.sqlite")
        self.url = f"sqlite:{self.path}"

    def rows(self, sql):
        with contextlib.closing(sqlite3.connect(self.path, timeout=10)) as connection:
            return [tuple(row) for row in connection.execute(sql).fetchall()]

    def change(self, sql):
        with contextlib.closing(sqlite3.connect(self.path, timeout=10)) as connection:
            connection.executescript(sql)

    def remove(self):
        pass


class Postgres:
    name = "PostgreSQL"
    made = 0

    def __init__(self, folder):
        Postgres.made += 1
        database = f"amparo_{os.getpid()}_{Postgres.made}"
        parts = urllib.parse.urlsplit(POSTGRES)
        # urlunsplit drops the empty host of "postgres:///name", so the pieces are put together by hand
        self.url = f"{parts.scheme}://{parts.netloc}/{database}" + (f"?{parts.query}" if parts.query else "")
        self.database = database
        self.administer(f"CREATE DATABASE {database} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'")

    @staticmethod
    def administer(sql):
        subprocess.run(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", POSTGRES, "-c", sql], check=True, stdout=subprocess.DEVNULL)

    def rows(self, sql):
        query = f"SELECT coalesce(json_agg(row), '[]') FROM (SELECT array_to_json(array_agg(value ORDER BY place)) AS row FROM " \
                f"(SELECT number, place, value FROM (SELECT row_number() OVER () AS number, t FROM ({sql}) t) u, " \
                f"LATERAL json_each(row_to_json(u.t)) WITH ORDINALITY AS e (key, value, place)) v GROUP BY number ORDER BY number) w"
        answer = subprocess.run(["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", self.url, "-c", query],
                                check=True, capture_output=True, text=True).stdout
        return [tuple(row) for row in json.loads(answer)]

    def change(self, sql):
        # over standard input, since an argument may not be long
        subprocess.run(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", self.url, "-f", "-"], input=sql, text=True, check=True, stdout=subprocess.DEVNULL)

    def remove(self):
        self.administer(f"DROP DATABASE IF EXISTS {self.database} WITH (FORCE)")


def engines():
    """The engines to test on; says so when PostgreSQL is not among them."""
    if POSTGRES and not shutil.which("psql"):
        sys.exit("psql is missing; on Debian: apt-get install postgresql-client")
    if not POSTGRES:
        note("PostgreSQL is not tested: AMPARO_TEST_POSTGRES is not set")
    return [SQLite, Postgres] if POSTGRES else [SQLite]


def at_once(trial):
    """A trial on every engine at the same time, where most of it is waiting. What one of them throws ends the script."""
    with concurrent.futures.ThreadPoolExecutor() as pool:
        for running in [pool.submit(trial, engine) for engine in engines()]:
            running.result()


@contextlib.contextmanager
def meanwhile(work, *given):
    """Does something beside what the block does. What it throws is thrown where the block ends."""
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        running = pool.submit(work, *given)
        yield
        running.result()


seen, places = {}, 0


def is_first(what):
    """False for what was looked at in an earlier place, where a database has no part in it: whether axe likes a page, for one."""
    return seen.setdefault(what, places) == places


@contextlib.contextmanager
def place(engine):
    """An empty database of an engine, with a folder of its own."""
    global places
    places += 1
    folder = tempfile.mkdtemp(prefix="amparo-e2e-")
    database = None
    try:
        database = engine(folder)
        database.folder = folder
        yield database
    finally:
        if database is not None:
            database.remove()
        shutil.rmtree(folder, ignore_errors=True)


# The program

def clean_environment(**more):
    """The environment without settings that somebody happens to have."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AMPARO_")}
    return {**kept, **{name: str(value) for name, value in more.items()}}


class Ran:
    def __init__(self, completed):
        self.status, self.said, self.complained = completed.returncode, completed.stdout, completed.stderr


def amparo(database, *words, given=None, cwd=None, timeout=300, **environment):
    """Runs a command on a database (None for none) and returns status, standard output and standard error."""
    if database is not None:
        environment = {"AMPARO_DATABASE": database.url, "AMPARO_DATA": database.folder, **environment}
    completed = subprocess.run([PROGRAM, *map(str, words)], input=given, capture_output=True, text=True, cwd=cwd, timeout=timeout,
                               env=clean_environment(**environment))
    return Ran(completed)


class Server:
    """A running `amparo serve` on a free port."""

    def __init__(self, database, *flags, before=(), **environment):
        settings = {"AMPARO_DATABASE": database.url, "AMPARO_DATA": database.folder, "AMPARO_LOG_LEVEL": "warning", **environment}
        self.log = open(os.path.join(database.folder, "server.log"), "a+")
        self.process = subprocess.Popen([*before, PROGRAM, "serve", "--port", "0", *flags], stdout=subprocess.PIPE, stderr=self.log, env=clean_environment(**settings))
        self.port = self.wait_for_port()

    def wait_for_port(self, patience=60):
        deadline, said = time.monotonic() + patience, b""
        while time.monotonic() < deadline and self.process.poll() is None:
            if select.select([self.process.stdout], [], [], 0.1)[0]:
                piece = os.read(self.process.stdout.fileno(), 4096)
                said += piece
                found = re.search(rb"listens on https?://[^ ]*:(\d+)/", said)
                if found:
                    return int(found.group(1))
                if not piece:
                    break
        self.stop(signal.SIGKILL)
        sys.exit(f"the server did not start: {self.words()}")

    def words(self):
        self.log.seek(0)
        return self.log.read()

    def stop(self, how=signal.SIGTERM, patience=60):
        """Sends a signal and returns the status; whoever does not stop is killed and fails the check."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        try:
            return self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            check(False, f"the server stops within {patience} s of {signal.Signals(how).name}")
            return None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop(signal.SIGTERM)
        self.process.stdout.close()
        self.log.close()

    def connect(self, timeout=30):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)

    def ask(self, method, path, body=None, kind=None, connection=None, **fields):
        """One request; returns status, fields and text."""
        own = connection or self.connect()
        try:
            headers = {"Content-Type": kind} if kind else {}
            own.request(method, path, body=body, headers={**headers, **fields})
            answer = own.getresponse()
            return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read().decode("utf-8", "replace"))
        finally:
            if connection is None:
                own.close()

    def get(self, path, **more):
        return self.ask("GET", path, **more)

    def post_form(self, path, fields, **more):
        return self.ask("POST", path, urllib.parse.urlencode(fields), "application/x-www-form-urlencoded", **more)

    def post_json(self, path, fields, **more):
        return self.ask("POST", path, json.dumps(fields), "application/json", Accept="application/json", **more)

    def form(self, slug, language="en"):
        """The hidden fields of a fresh report form, as a browser would send them back."""
        return self.get(f"/{language}/actions/{slug}/report").hidden


class Answer:
    def __init__(self, status, fields, text):
        self.status, self.fields, self.text = status, fields, text

    @property
    def json(self):
        return json.loads(self.text)

    @property
    def hidden(self):
        finder = HiddenFields()
        finder.feed(self.text)
        return finder.fields

    @property
    def words(self):
        """The text of a page without its marks."""
        bare = re.sub(r"(?s)<(script|style).*?</\1>|<[^>]+>", " ", self.text)
        return re.sub(r"\s+", " ", html.unescape(bare))


class HiddenFields(html.parser.HTMLParser):
    """Those of the forms that are sent by POST; a page may hold other forms, such as a search."""

    def __init__(self):
        super().__init__()
        self.fields, self.is_inside = {}, False

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form":
            self.is_inside = attributes.get("method", "get").lower() == "post"
        if tag == "input" and attributes.get("type") == "hidden" and self.is_inside:
            self.fields[attributes["name"]] = attributes.get("value", "")

    def handle_endtag(self, tag):
        if tag == "form":
            self.is_inside = False


def wait_until(holds, patience):
    """Whether something comes true in time, and after how many seconds."""
    start = time.monotonic()
    while True:
        if holds():
            return True, time.monotonic() - start
        if time.monotonic() - start > patience:
            return False, patience
        time.sleep(0.02)


def open_action(database):
    """The slug of an example action that takes letters today, and its latest ordinal."""
    rows = database.rows(
        "SELECT a.series, a.serial, a.year, max(o.ordinal) AS ordinal FROM action a JOIN output o ON o.action_id = a.id "
        "WHERE o.published_at IS NOT NULL AND a.id NOT IN (SELECT action_id FROM withdrawal) AND a.serial = 901 AND a.series = 'UA' "
        "GROUP BY a.series, a.serial, a.year")
    series, serial, year, ordinal = rows[0]
    return f"{serial}-{year % 100:02d}", ordinal


if not os.access(PROGRAM, os.X_OK):
    sys.exit(f"{PROGRAM} is not built; `make build`, or set AMPARO_PROGRAM")
