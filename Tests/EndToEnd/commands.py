#!/usr/bin/env python3
"""What scripts rely on: exit statuses, refusals that name the file and the reason, what a command changes beside a running server,
and clear words when the database or the disk is not what it should be."""
import contextlib
import json
import os
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time

from ground import PROGRAM, ROOT, SQLite, Server, amparo, check, clean_environment, engines, note, open_action, place, wait_until

# An urgent action in our own words, about nobody.
LETTER = """URGENT ACTION

TEACHER HELD WITHOUT CHARGE

On 3 March 2024 the teacher Ilse Brandmark was taken from her school in Tallinn by officers who showed no warrant. Her family has not been told where she is.

TAKE ACTION: WRITE AN APPEAL IN YOUR OWN WORDS OR USING THIS MODEL LETTER

Minister of Justice
Example Street 1
10119 Tallinn, Estonia
Email: minister@example.org

Dear Minister,

I am writing about the teacher Ilse Brandmark, who was taken from her school on 3 March 2024. I urge you to say where she is held, and to release her unless she is charged without delay.

Yours sincerely,

PREFERRED LANGUAGE TO ADDRESS TARGET: English. You can also write in your own language.

PLEASE TAKE ACTION AS SOON AS POSSIBLE UNTIL: 31 December 2068

NAME AND PRONOUN: Ilse Brandmark (she/her)

First UA: 77/24 Index: EUR 51/7777/2024 Estonia Date: 12 March 2024
"""


def complains(ran, status, words, what):
    check.same(ran.status, status, f"{what}: status ({ran.complained.strip()[:300]})")
    for word in [words] if isinstance(words, str) else words:
        check(word in ran.complained, f"{what}: says {word!r}: {ran.complained.strip()[:300]!r}")
    check("Fatal error" not in ran.complained and "swift" not in ran.complained.lower(), f"{what}: no trace of the program's insides")


# Usage and settings

def usage():
    check.same(amparo(None).status, 0, "no command shows the help")
    check("amparo" in amparo(None, "--version").said, "--version")
    check.same(amparo(None, "frobnicate").status, 64, "an unknown command")
    for command in ["serve", "import", "publish", "withdraw", "close", "extend", "migrate", "verify", "doctor", "section", "group", "action", "keys"]:
        shown = amparo(None, command, "--help")
        check(shown.status == 0 and f"amparo {command}" in shown.said.split("USAGE:")[0], f"{command} --help has an example")
    for words in [("import",), ("import", "--by", "Rosa", "x"), ("import", "--dry-run", "--publish", "x"), ("withdraw", "UA 1/21"),
                  ("withdraw", "UA 1/21", "--reason", " "), ("withdraw", "nonsense", "--reason", "x"), ("close", "UA 1/21", "--outcome", "maybe"),
                  ("close", "UA 1/21", "--outcome", "released", "--on", "2021-02-30"), ("publish", "UA 1/21", "--output", "two"),
                  ("extend", "UA 1/21"), ("extend", "UA 1/21", "--until", "tomorrow"), ("extend", "--until", "2069-01-31")]:
        check.same(amparo(None, *words).status, 64, f"wrong usage: {' '.join(words)}")


def settings():
    with place(SQLite) as database:
        file = os.path.join(database.folder, "settings.json")
        with open(file, "w") as out:
            json.dump({"port": 7001, "host": "127.0.0.7", "log": {"level": "debug"}}, out)
        told = amparo(None, "doctor", "--port", "7003", cwd=database.folder, AMPARO_CONFIG=file, AMPARO_PORT=7002, AMPARO_HOST="127.0.0.8").said
        lines = {line.split()[0]: line for line in told.splitlines() if line.startswith("  ") and "(" in line}
        check("7003" in lines["port"] and "--port" in lines["port"], f"a flag comes first: {lines['port']}")
        check("127.0.0.8" in lines["host"] and "AMPARO_HOST" in lines["host"], f"then the environment: {lines['host']}")
        check("debug" in lines["log.level"] and "settings.json" in lines["log.level"], f"then the file: {lines['log.level']}")
        check("default" in lines["sessions"], f"then the default: {lines['sessions']}")
        check(not os.path.exists(os.path.join(database.folder, "data")), "doctor makes nothing")
        bad = amparo(None, "verify", "--config", "missing.json", AMPARO_PORT="http", AMPARO_DATABASE="mysql:geheim", AMPARO_LOG_LEVEL="loud")
        complains(bad, 78, ["AMPARO_PORT", "AMPARO_DATABASE", "AMPARO_LOG_LEVEL", "missing.json"], "all wrong settings at once")
        check("geheim" not in bad.complained, "what is wrong is not repeated: it may be a password")
        hidden = amparo(None, "doctor", AMPARO_DATABASE="postgres://amparo:geheim@127.0.0.1:1/amparo?password=geheim", cwd=database.folder)
        check.same(hidden.status, 1, "doctor with a database that is not there")
        check("geheim" not in hidden.said + hidden.complained and "•••" in hidden.said, "doctor hides the password")
        for mode, wanted in (("", "LACKS database line: sslmode=prefer"), ("?sslmode=verify-full", "ok    database line: by TLS")):
            far = amparo(None, "doctor", AMPARO_DATABASE=f"postgres://amparo:geheim@database.invalid/amparo{mode}", cwd=database.folder).said
            check(wanted in far, f"doctor looks at how the database is reached: {far}")
        check("database line" not in hidden.said, "on this machine nobody is on the way")
        complains(amparo(None, "verify", AMPARO_DATABASE="postgres://amparo:geheim@127.0.0.1:1/amparo"), 69, "cannot be reached", "a database that is not there")
        complains(amparo(database, "verify"), 69, "There is no database", "verify without a database")
        check(not os.path.exists(database.path), "and makes none")


# Bad files

def bad_files(engine):
    with place(engine) as database, tempfile.TemporaryDirectory() as folder:
        def file(name, content):
            path = os.path.join(folder, name)
            with open(path, "wb") as out:
                out.write(content)
            return path

        good = file("good.txt", LETTER.encode())
        bad = [file("empty.txt", b""), file("blank.txt", b" \n\n\t\n"), file("binary.dat", os.urandom(4096)),
               file("huge.txt", (LETTER.encode() * 60_000)[:50_000_000]), file("recipe.txt", b"Beat two eggs.\nAdd flour and milk.\nBake for an hour.\n"),
               os.path.join(folder, "missing.txt")]
        files = [*bad[:3], good, *bad[3:]]
        ran = amparo(database, "import", *files)
        check.same(ran.status, 2, "a batch with bad files")
        for path in bad:
            line = next((line for line in ran.complained.splitlines() if line.startswith(os.path.basename(path) + ": refused: ")), "")
            check(len(line) > len(os.path.basename(path)) + 15, f"{os.path.basename(path)} is refused by name with a reason: {line!r}")
        check("good.txt: UA 77/24, output 1" in ran.said, f"the good one is imported: {ran.said!r}")
        check.same(database.rows("SELECT serial, year FROM action"), [(77, 2024)], "and it alone")
        check.same(amparo(database, "import", good).status, 0, "again: known already, no refusal")
        lines = amparo(None, "import", "--dry-run", "--format", "jsonl", *files)
        check.same(lines.status, 2, "the same as a dry run")
        told = [json.loads(line) for line in lines.said.splitlines()]
        check.same([line["file"] for line in told], [os.path.basename(path) for path in files], "a line for each, in the order given")
        check.same([bool(line["refused"]) for line in told], [path != good for path in files], "refused or not")
        check.same(amparo(None, "import", "--dry-run", "-", given=LETTER).status, 0, "a document on standard input")
        whole = amparo(None, "import", "--dry-run", "--format", "jsonl", folder)
        check.same(len(whole.said.splitlines()), 6, "a folder is all its files")
        complains(amparo(database, "import", "--section", "xx", good), 64, "There is no section 'xx'", "an unknown section")
        memory(files[4], good)


def memory(huge, small):
    """A file that is too big is not read whole: memory stays within what the limit allows."""
    def peak(path):
        process = subprocess.Popen([PROGRAM, "import", "--dry-run", path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=clean_environment())
        return os.wait4(process.pid, 0)[2].ru_maxrss // 1024

    more = peak(huge) - peak(small)
    check(more < 45, f"a file of 50 MB takes less memory than itself: {more} MB more than a small one")


# Schema

def steps_of(shown):
    """The SQL of each step of the schema by its name, as --dry-run shows it on nothing."""
    parts = re.split(r"(?m)^-- (\d{4} .*)$", shown)[1:]
    return dict(zip(parts[::2], parts[1::2]))


def undoing(steps, name):
    """What takes the tables, columns and indexes of one step away again, the last first. A table that it made anew becomes what it was before."""
    anew = dict(re.findall(r"ALTER TABLE (\w+) RENAME TO (\w+)", steps[name]))
    undone = []
    for kind, made, table, column in re.findall(r"CREATE (TABLE|INDEX|UNIQUE INDEX) (\w+)|ALTER TABLE (\w+) ADD COLUMN (\w+)", steps[name]):
        if made in anew:
            undone[:0] = [f"DROP TABLE {anew[made]}", *former(steps, anew[made], name)]
        else:
            undone.insert(0, f"ALTER TABLE {table} DROP COLUMN {column}" if column else f"DROP {kind.split()[-1]} {made}")
    return undone


def former(steps, table, name):
    """How a table was made before a step."""
    made = []
    for step in sorted(earlier for earlier in steps if earlier < name):
        for statement in re.findall(rf"(?ms)^(?:CREATE TABLE {table}(?:_next)? \(|ALTER TABLE {table} ADD ).*?(?=;$)", steps[step]):
            made = [statement.replace(f"{table}_next", table, 1)] if statement.startswith("CREATE") else made + [statement]
    return made


def schema(engine):
    with place(engine) as database:
        before = os.listdir(database.folder)
        shown = amparo(database, "migrate", "--dry-run")
        check.same(shown.status, 0, "migrate --dry-run on nothing")
        check("CREATE TABLE report" in shown.said, "prints the SQL")
        steps = steps_of(shown.said)
        check.same(os.listdir(database.folder), before, "and makes nothing")
        check("done: 0001" in amparo(database, "migrate").said, "migrate makes the schema")
        check("up to date" in amparo(database, "migrate").said, "and has nothing more to do")
        check.same(amparo(database, "doctor").status, 0, "doctor finds nothing wrong")
        check("us.localhost" in amparo(database, "section", "list").said, "section list")
        database.change("INSERT INTO schema_migration (name, applied_at) VALUES ('9999 tomorrow', '2030-01-01T00:00:00.000Z')")
        for command in [("serve", "--port", "0"), ("verify",), ("migrate",), ("import", "--publish", os.devnull)]:
            complains(amparo(database, *command), 69, ["ahead", "9999 tomorrow"], f"{command[0]} on a database that is ahead")
        check.same(amparo(database, "doctor").status, 1, "doctor on a database that is ahead")
        last = database.rows("SELECT max(name) AS name FROM schema_migration WHERE name < '9'")[0][0]
        undone = undoing(steps, last)
        check(undone, "the last step makes something that can be taken back")
        database.change(f"DELETE FROM schema_migration WHERE name >= '{last}'; " + "; ".join(undone))
        for command in [("serve", "--port", "0"), ("verify",)]:
            complains(amparo(database, *command), 69, ["behind", last, "amparo migrate"], f"{command[0]} on a database that is behind")
        shown = amparo(database, "migrate", "--dry-run").said
        check(all(statement.split()[2] in shown for statement in undone), "migrate --dry-run shows what is missing")
        check.same(amparo(database, "migrate").status, 0, "migrate mends it")
        check.same(amparo(database, "verify").status, 0, "and then it can be used")


# Beside a running server

def beside(engine):
    with place(engine) as database, Server(database, "--demo") as server, tempfile.TemporaryDirectory() as folder:
        slug, _ = open_action(database)
        reference = f"UA {slug.replace('-', '/')}"
        routes = [f"/en/actions/{slug}{tail}" for tail in ("", "/1", "/write", "/report", "/thanks")] + [f"/de/actions/{slug}"]
        for route in routes:
            server.get(route)
        publishing(database, server, folder)
        extending(database, server)
        closing(database, server)
        check.same(amparo(database, "withdraw", reference, "--reason", "the family asked", "--by", "Rosa").status, 0, "withdraw")
        holds, seconds = wait_until(lambda: server.get(routes[0]).status == 410, 3)
        check(holds and seconds <= 1, f"{engine.name}: withdrawn within a second ({seconds:.2f} s)")
        for route in routes[1:]:
            check.same(server.get(route).status, 410, f"{route} of a withdrawn action")
        gone = server.get(routes[0])
        check("the family asked" not in gone.words, "the reason is not shown")
        leaves_the_list(server, slug)
        check.same(server.post_form(f"/en/actions/{slug}/reports", {"output": "1"}).status in (410, 422), True, "it takes no report")
        complains(amparo(database, "withdraw", reference, "--reason", "again"), 1, slug.replace("-", "/"), "withdrawing twice")
        for words in [("publish", "UA 1/74"), ("withdraw", "UA 1/74", "--reason", "x"), ("close", "UA 1/74", "--outcome", "released")]:
            complains(amparo(database, *words), 1, "1/74", f"{words[0]} of an unknown action")
        complains(amparo(database, "close", reference, "--outcome", "released"), 1, [], "closing what is withdrawn")
        second = amparo(database, "serve", "--port", server.port, timeout=60)
        complains(second, 69, ["Cannot listen", str(server.port)], "a second server on the same port")
        nowhere = os.path.join(database.folder, "second")
        for command in ["serve", "demo"]:
            second = amparo(None, command, "--port", server.port, "--data", nowhere, timeout=60)
            complains(second, 69, ["Cannot listen", str(server.port), "in use"], f"{command} with other data on the same port")
            check(not os.path.exists(nowhere), f"{command} on a port that is taken has written nothing")
        secret(database, server)


def publishing(database, server, folder):
    path = os.path.join(folder, "case.txt")
    with open(path, "w") as out:
        out.write(LETTER)
    check.same(amparo(database, "import", path).status, 0, "a draft beside the server")
    check.same(server.get("/en/actions/77-24").status, 404, "a draft is not public")
    check.same(amparo(database, "publish", "UA 77/24", "--by", "Rosa").status, 0, "publish")
    holds, seconds = wait_until(lambda: server.get("/en/actions/77-24").status == 200, 3)
    check(holds and seconds <= 1, f"published within a second ({seconds:.2f} s)")
    complains(amparo(database, "publish", "UA 77/24"), 1, "77/24", "publishing twice")
    complains(amparo(database, "publish", "UA 77/24", "--output", "9"), 1, "9", "an unknown output")


def extending(database, server):
    """Beside a running server: the page says since when and until when, within a second; what cannot be extended says why."""
    page, earlier = "/en/actions/77-24", ["--until", "2068-12-31"]
    complains(amparo(database, "extend", "UA 77/24", *earlier), 1, ["77/24", "2068-12-31"], "extending to the day that holds")
    complains(amparo(database, "extend", "UA 77/24", "--until", "2069-01-31", "--section", "xx"), 1, "xx", "extending for nobody's section")
    complains(amparo(database, "extend", "UA 1/74", "--until", "2069-01-31"), 1, "1/74", "extending what is not there")
    ran = amparo(database, "extend", "UA 77/24", "--until", "2069-01-31", "--by", "Rosa")
    check.same((ran.status, ran.said), (0, "UA 77/24: letters until 2069-01-31 (before: 2068-12-31)\n"), "extend")
    holds, seconds = wait_until(lambda: "31 January 2069" in server.get(page).words, 3)
    check(holds and seconds <= 1, f"extended within a second ({seconds:.2f} s)")
    shown = server.get(page).words
    check("Extended on" in shown and "31 December 2068" in shown, "the page says since when, and what the document says")
    drafted, _ = wait_until(lambda: "deadline" in amparo(database, "alert", "list").said, 30)
    check(drafted, f"a draft tells of it: {amparo(database, 'alert', 'list').said.strip()[:200]}")
    links = " ".join(plain for (plain,) in database.rows("SELECT t.plain FROM alert_text t JOIN alert a ON a.id = t.alert_id WHERE a.kind = 'deadline'"))
    check(f"://localhost:{server.port}/" in links and ":0/" not in links, f"its links have the port that was found free: {links[-200:]}")


def closing(database, server):
    page = "/en/actions/77-24"
    before = server.get(page).text
    check("/en/actions/77-24/write" in before, "an open action offers a letter")
    check.same(amparo(database, "close", "UA 77/24", "--outcome", "released", "--on", "2024-05-02").status, 0, "close")
    holds, seconds = wait_until(lambda: "2 May 2024" in server.get(page).words, 3)
    check(holds and seconds <= 1, f"closed within a second ({seconds:.2f} s)")
    check("/en/actions/77-24/write\"" not in server.get(page).text, "a closed action offers no letter")
    complains(amparo(database, "extend", "UA 77/24", "--until", "2070-01-31"), 1, "has ended", "extending what has ended")
    leaves_the_list(server, "77-24")


def leaves_the_list(server, slug):
    holds, seconds = wait_until(lambda: f"/actions/{slug}" not in server.get("/en/").text, 3)
    check(holds and seconds <= 1, f"{slug} leaves the list of those that need letters within a second ({seconds:.2f} s)")


def secret(database, server):
    path = os.path.join(database.folder, "amparo.secret")
    text = open(path).read().strip()
    check.same(os.stat(path).st_mode & 0o777, 0o600, "the secret is for its owner alone")
    check(len(text) == 64 and set(text) <= set("0123456789abcdef"), "32 bytes in hexadecimal digits")
    check(text not in server.words() + amparo(database, "doctor").said, "it is neither logged nor told")
    os.chmod(path, 0o644)
    told = amparo(database, "doctor")
    check(told.status == 1 and "amparo.secret" in told.said, "doctor finds a secret that others may read")
    os.chmod(path, 0o600)


def stopping():
    with place(SQLite) as database:
        for how in (signal.SIGTERM, signal.SIGINT):
            with Server(database) as server:
                text = open(os.path.join(database.folder, "amparo.secret")).read()
                check.same(server.get("/healthz").status, 200, "the server is well")
                check.same(server.stop(how), 0, f"{how.name} ends with status 0: {server.words()[-300:]}")
            check.same(open(os.path.join(database.folder, "amparo.secret")).read(), text, "the secret stays")


def ending():
    """No library clears up at the end: other threads may still use it then, or come to their own end, which has freed memory twice."""
    with tempfile.TemporaryDirectory() as folder:
        source, watcher = os.path.join(folder, "watcher.c"), os.path.join(folder, "watcher.so")
        with open(source, "w") as out:
            out.write('#include <stdlib.h>\n#include <unistd.h>\nstatic void end(void) { (void)!write(2, "cleared up\\n", 11); }\n'
                      '__attribute__((constructor)) static void begin(void) { atexit(end); }\n')
        subprocess.run(["clang", "-shared", "-fPIC", "-o", watcher, source], check=True)
        check("cleared up" in subprocess.run(["true"], env=dict(os.environ, LD_PRELOAD=watcher), capture_output=True, text=True).stderr, "the watcher watches")
        for words, status in [(("--version",), 0), ((), 0), (("import", "--help"), 0), (("doctor",), 0), (("frobnicate",), 64), (("verify", "--data", f"{folder}/none"), 69)]:
            ran = amparo(None, *words, cwd=folder, LD_PRELOAD=watcher)
            check.same(ran.status, status, f"status of {words}: {ran.complained}")
            check("cleared up" not in ran.complained and ran.said + ran.complained, f"{words} ends as it stands, with all it had to say: {ran.complained}")


def log():
    """Each event is one line, and nothing in it or in the database tells who wrote to whom."""
    with place(SQLite) as database:
        for form in ("text", "json"):
            with Server(database, "--demo", AMPARO_LOG_LEVEL="trace", AMPARO_LOG_FORMAT=form) as server:
                slug, ordinal = open_action(database)
                words = {"name": "Zebulon Quux", "place": "Zebuville", "language": "en", "channel": "post", "addressee": "1"}
                server.get("/go?q=Zebulon")
                server.get("/en/nowhere/Zebulon", **{"User-Agent": "Zebubrowser", "Referer": "http://zebu.example/"})
                written = server.post_form(f"/en/actions/{slug}/letters", words)
                check(written.status == 200 and "Zebulon Quux" in written.words, f"the letter is written ({written.status})")
                server.post_form(f"/en/actions/{slug}/reports", {**server.form(slug), "channel": "Zebu", "quantity": "Zebu"})
                server.stop()
                lines = server.words().splitlines()
            check(sum("event=request" in line or '"event":"request"' in line for line in lines) > 3, f"a line a request ({form})")
            if form == "json":
                lines = lines[next(index for index, line in enumerate(lines) if line.startswith("{")):]
                check(all({"time", "level", "event"} <= set(json.loads(line)) for line in lines), "each line is a JSON object")
            else:
                check(all(line.startswith("time=") and " level=" in line and " event=" in line for line in lines), "each line has time, level and event")
            check("zebu" not in "\n".join(lines).lower(), f"nothing that a visitor typed or sent is in the log ({form})")
        kept = b"".join(open(os.path.join(database.folder, name), "rb").read() for name in os.listdir(database.folder) if "sqlite" in name)
        check(b"zebu" not in kept.lower(), "nor in the database")


# Locked and full

def locked():
    with place(SQLite) as database:
        amparo(database, "migrate")
        with contextlib.closing(sqlite3.connect(database.path, isolation_level=None)) as other, tempfile.NamedTemporaryFile("w", suffix=".txt") as case:
            case.write(LETTER)
            case.flush()
            other.execute("BEGIN IMMEDIATE")
            start = time.monotonic()
            complains(amparo(database, "import", "--publish", "--accept", case.name), 75, "locked", "a locked database")
            note(f"locked: given up after {time.monotonic() - start:.1f} s")
            other.execute("ROLLBACK")
        check.same(database.rows("SELECT count(*) AS n FROM action"), [(0,)], "nothing was written")


def full():
    """A disk that takes no more: a small file system when we may mount one, else a limit on the size of files."""
    with place(SQLite) as database:
        amparo(database, "migrate")
        cases = os.path.join(database.folder, "cases")
        os.mkdir(cases)
        for number in range(1, 200):
            with open(os.path.join(cases, f"{number:03}.txt"), "w") as out:
                out.write(LETTER.replace("77/24", f"{number}/24").replace("7777", str(7000 + number)).replace("warrant.", "warrant." + " A long story." * 300))
        room = os.path.getsize(database.path) + 400_000

        def limited():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

        ran = subprocess.run([PROGRAM, "import", "--publish", "--accept", cases], capture_output=True, text=True, preexec_fn=limited, timeout=300,
                             env=clean_environment(AMPARO_DATABASE=database.url, AMPARO_DATA=database.folder))
        check.same(ran.returncode, 74, f"a disk that takes no more ({ran.stderr.strip()[-300:]})")
        check("amparo: " in ran.stderr and "Fatal" not in ran.stderr, "and says so in a sentence")
        whole(database, "after the limit")
        check.same(amparo(database, "import", "--publish", "--accept", cases).status, 0, "with room again the batch goes through")
        whole(database, "in the end")
        check.same(database.rows("SELECT count(*) AS n FROM action"), [(199,)], "all of it")
    if os.geteuid() == 0:
        small_disk()


def small_disk():
    folder = tempfile.mkdtemp(prefix="amparo-e2e-")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2600k", "none", folder], capture_output=True).returncode != 0:
        os.rmdir(folder)
        note("no small file system could be mounted here")
        return
    try:
        database = SQLite(folder)
        database.folder = folder
        status, number, ran = 0, 0, None
        amparo(database, "migrate")
        with tempfile.TemporaryDirectory() as cases:
            while status == 0 and number < 300:
                number += 1
                path = os.path.join(cases, f"{number:03}.txt")
                with open(path, "w") as out:
                    out.write(LETTER.replace("77/24", f"{number}/24").replace("7777", str(7000 + number)).replace("warrant.", "warrant." + " A long story." * 2000))
                ran = amparo(database, "import", "--publish", "--accept", path)
                status = ran.status
        complains(ran, 74, "full", "a full disk")
        check.same(database.rows("SELECT count(*) AS n FROM action"), [(number - 1,)], "what was imported before is there, the rest is not")
        whole(database, "on the full disk")
    finally:
        subprocess.run(["umount", folder], check=False)
        shutil.rmtree(folder, ignore_errors=True)


def whole(database, when):
    """Nothing is half-written: every action has its output, its words and its edition."""
    check.same(database.rows("PRAGMA integrity_check"), [("ok",)], f"the file is sound {when}")
    odd = database.rows("SELECT count(*) AS n FROM action WHERE id NOT IN (SELECT o.action_id FROM output o JOIN text t ON t.output_id = o.id "
                        "JOIN edition e ON e.output_id = o.id JOIN document d ON d.output_id = o.id)")
    check.same(odd, [(0,)], f"no action is half-written {when}")


usage()
settings()
stopping()
ending()
log()
for engine in engines():
    note(engine.name)
    schema(engine)
    if engine is SQLite:  # what a file is, no database has a part in
        bad_files(engine)
    beside(engine)
locked()
full()
check.end()
