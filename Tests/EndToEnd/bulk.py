#!/usr/bin/env python3
"""An archive of hundreds of documents, in files or zipped: interrupted, gone on with, reported on; in a bounded memory, whatever order its documents
lie in. And what a terminal shows of it.

AMPARO_BULK_DOCUMENTS says how many (200; 1,000 in `make check-deep`), and three times as many lie in the largest zip.
"""
import collections
import contextlib
import fcntl
import io
import json
import os
import pty
import re
import signal
import struct
import subprocess
import termios
import warnings
import zipfile

from ground import PROGRAM, SQLite, amparo, check, clean_environment, engines, note, place, wait_until

DOCUMENTS = int(os.environ.get("AMPARO_BULK_DOCUMENTS", "200"))
MEMBERS = 3 * DOCUMENTS
MOST_MEGABYTES = 300


def started(database, *words):
    environment = clean_environment(AMPARO_DATABASE=database.url, AMPARO_DATA=database.folder)
    return subprocess.Popen([PROGRAM, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)


def imported(database):
    return database.rows("SELECT count(*) AS n FROM document")[0][0]


def report_of(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def archive(folder, documents=DOCUMENTS):
    ran = amparo(None, "bench", "import", "--documents", documents, "--only-make", folder)
    check.same(ran.status, 0, f"an invented archive is made ({ran.complained.strip()[:300]})")
    files = sorted(os.path.join(where, name) for where, _, names in os.walk(folder) for name in names)
    check.same(len(files), documents, "as many files as were asked for")
    return files


def interrupted_and_resumed(engine):
    with place(engine) as database:
        folder, report = os.path.join(database.folder, "archive"), os.path.join(database.folder, "report.jsonl")
        files = archive(folder)
        amparo(database, "migrate")
        process = started(database, "import", "--publish", "--accept", "--report", report, folder)
        begun, _ = wait_until(lambda: imported(database) >= 64 or process.poll() is not None, 120)
        process.send_signal(signal.SIGINT)
        said, complained = process.communicate(timeout=60)
        check(begun and process.returncode == 130, f"Ctrl-C ends it with 130: {process.returncode} {complained[-300:]!r}")
        kept = imported(database)
        check(64 <= kept < DOCUMENTS, f"some are kept, not all: {kept}")
        check(f"stopped after {len(report_of(report))} of {DOCUMENTS}" in complained and "the same command again" in complained,
              f"and it says how to go on: {complained[-300:]!r}")
        check("\r" not in complained, "no line of progress where there is no terminal")

        again = amparo(database, "import", "--publish", "--accept", "--report", report, folder)
        check.same(again.status, 0, f"the same command goes on: {again.complained[-300:]!r}")
        lines = report_of(report)
        check.same(imported(database), DOCUMENTS, "all documents are there in the end")
        check.same(sum(line["known"] for line in lines), kept, "those of the first run are known, and no others")
        check(f"{DOCUMENTS} documents, {DOCUMENTS - kept} read, {kept} known already, 0 refused" in again.said, f"the summary: {again.said[-600:]!r}")
        reported(lines, files, database)
        chains(database)


def reported(lines, files, database):
    check.same(sorted(line["file"] for line in lines), files, "the report has a line for each file")
    keys = {"file", "sha256", "reference", "ordinal", "section", "published", "known", "refused", "findings"}
    check(all(set(line) == keys for line in lines), "each with the same keys")
    check(all(line["published"] and line["refused"] is None and len(line["sha256"]) == 64 for line in lines), "all published, none refused")
    check(all(set(finding) == {"field", "value", "line", "confidence", "note"} for line in lines for finding in line["findings"]), "findings are whole")
    known = database.rows("SELECT sha256 FROM document")
    check.same({line["sha256"] for line in lines}, {row[0] for row in known}, "and the fingerprints of the database")


def chains(database):
    wanted = -(-DOCUMENTS // 3)
    check.same(database.rows("SELECT count(*) AS n FROM action"), [(wanted,)], "three documents a case")
    sizes = collections.Counter(row[0] for row in database.rows("SELECT count(*) AS n FROM output GROUP BY action_id"))
    check(sizes[3] >= wanted - 1, f"each a chain of three outputs: {dict(sizes)}")


def refused_among_many():
    with place(SQLite) as database:
        folder, report = os.path.join(database.folder, "archive"), os.path.join(database.folder, "report.jsonl")
        files = archive(folder)
        odd = files[5::7]
        for path in odd:
            with open(path, "w") as out:
                out.write("Beat two eggs.\nAdd flour and milk.\n")
        bad = len(odd)
        ran = amparo(database, "import", "--report", report, folder)
        check.same(ran.status, 2, "some are refused")
        check(f"{bad} refused" in ran.said and f"{bad} ×" in ran.said, f"counted, and by reason: {ran.said[-600:]!r}")
        check("findings: " in ran.said, "findings are counted by field")
        check.same(sum(line["refused"] is not None for line in report_of(report)), bad, "and in the report")
        check.same(imported(database), DOCUMENTS - bad, "the others are taken")
        check.same(amparo(database, "import", "--report", "/nowhere/report.jsonl", folder).status, 74, "a report that cannot be written")


def memory():
    """However many documents: what a run holds at once is a few of them."""
    with place(SQLite) as database:
        folder = os.path.join(database.folder, "archive")
        archive(folder)
        process = started(database, "import", "--dry-run", "--format", "jsonl", folder)
        process.stdout.read()
        dry = os.wait4(process.pid, 0)[2].ru_maxrss // 1024
        process = started(database, "import", folder)
        process.stdout.read()
        wet = os.wait4(process.pid, 0)[2].ru_maxrss // 1024
        note(f"most memory: {dry} MB for drafts, {wet} MB with the database")
        check(max(dry, wet) < MOST_MEGABYTES, f"less than {MOST_MEGABYTES} MB: {dry}, {wet}")


def bench():
    ran = amparo(None, "bench", "import", "--documents", 60, "--format", "json")
    check.same(ran.status, 0, f"the benchmark runs: {ran.complained[-300:]!r}")
    rows = json.loads(ran.said or "{}").get("rows", [])
    check(len(rows) >= 2 and all(set(row) == {"name", "value", "unit", "peer", "peer_value", "ratio", "goal", "met"} for row in rows),
          f"and prints its rows: {ran.said[:300]!r}")
    check.same(sum("60 of 60" in row["name"] for row in rows), 2, "every invented document is read")


def zipped(path, members):
    """A zip archive of named bytes; a name may come twice."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of names that come twice
        for name, content in members:
            out.writestr(name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo(name), content, getattr(name, "compress_type", zipfile.ZIP_DEFLATED))
    return path


def contents(files):
    return [open(path, "rb").read() for path in files]


def packed():
    """A zip stands for the documents in it: given by name, in a folder, on standard input; a second run knows them all."""
    with place(SQLite) as database:
        documents = contents(archive(os.path.join(database.folder, "made"), 40))
        folder, report = os.path.join(database.folder, "in"), os.path.join(database.folder, "report.jsonl")
        os.makedirs(os.path.join(folder, "deeper"))
        names = [f"{'a/b/' if number % 2 else ''}{number:02}.txt" for number in range(40)]
        inner = zipped(os.path.join(folder, "deeper", "cases.dat"), [("a/", b""), ("__MACOSX/._x", b"x"), *zip(names[:30], documents[:30])])
        for name, document in zip(names[30:], documents[30:]):
            with open(os.path.join(folder, os.path.basename(name)), "wb") as out:
                out.write(document)
        ran = amparo(database, "import", "--report", report, folder)
        check.same(ran.status, 0, f"a folder with a zip in it is taken: {ran.complained[-300:]!r}")
        check("40 documents, 40 read, 0 refused" in ran.said, f"each document counts: {ran.said[-300:]!r}")
        check.same(imported(database), 40, "and is there")
        lines = report_of(report)
        check(f"{inner}/a/b/01.txt" in [line["file"] for line in lines], f"the report names archive and member: {[line['file'] for line in lines][:3]}")
        check.same(sorted(row[0] for row in database.rows("SELECT name FROM document")), sorted(map(os.path.basename, names)), "kept by their base names")
        with open(inner, "rb") as given:
            environment = clean_environment(AMPARO_DATABASE=database.url, AMPARO_DATA=database.folder)
            again = subprocess.run([PROGRAM, "import", "-"], stdin=given, capture_output=True, text=True, env=environment, timeout=300)
        check("30 documents, 0 read, 30 known already, 0 refused" in again.stdout, f"a zip on standard input, of documents that are known: {again.stdout[-300:]!r}")
        shown = amparo(None, "import", "--dry-run", "--format", "jsonl", inner)
        check.same([json.loads(line)["file"] for line in shown.said.splitlines()], [os.path.basename(name) for name in names[:30]], "base names in JSON, in order")
        check("UA" in amparo(None, "import", "--explain", inner).said, "--explain opens it too")


def word_file():
    """The least that is a Word file."""
    body = "<w:p><w:r><w:t>UA 77/21 Index: EUR 51/0077/2021 Estonia Date: 3 March 2021</w:t></w:r></w:p>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
                      'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
        made.writestr("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Target="word/document.xml" '
                      'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>')
        made.writestr("word/document.xml", f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>')
    return out.getvalue()


def marked(data, name, place, value):
    """The archive with two bytes of one member's entry changed, in its head and in the list; `place` counts from the method."""
    for mark, length, at in ((b"PK\x01\x02", 46, 10), (b"PK\x03\x04", 30, 8)):
        found = data.index(name.encode(), data.index(mark)) if mark == b"PK\x03\x04" else data.rindex(name.encode())
        start = found - length + at + place
        data = data[:start] + struct.pack("<H", value) + data[start + 2:]
    return data


def bad_members():
    """Whatever lies in an archive: what cannot be read is refused by name and reason, and everything else is taken."""
    with place(SQLite) as database:
        documents = contents(archive(os.path.join(database.folder, "made"), 6))
        path = os.path.join(database.folder, "bad.zip")
        strange = zipfile.ZipInfo("strange.txt")
        strange.compress_type = zipfile.ZIP_BZIP2
        nested = zipped(os.path.join(database.folder, "nested"), [("x.txt", documents[0])])
        zipped(path, [
            ("good.txt", documents[0]), ("../../../out.txt", documents[1]), ("same.txt", documents[2]), ("same.txt", documents[3]),
            ("locked.txt", documents[4]), ("bomb.txt", b"a" * 15_000_000), ("large.txt", os.urandom(20_000_001)), (strange, documents[4]),
            ("inner.zip", open(nested, "rb").read()), ("broken.txt", documents[4]), ("case.bin", word_file()), ("last.txt", documents[5])])
        with open(path, "rb") as made:
            data = marked(made.read(), "locked.txt", -2, 1)
        start = data.index(b"broken.txt") + len("broken.txt")
        with open(path, "wb") as out:
            out.write(data[:start + 40] + b"\0\0\0\0" + data[start + 44:])
        ran = amparo(None, "import", "--dry-run", "--format", "jsonl", path)
        lines = [json.loads(line) for line in ran.said.splitlines()]
        refused = {line["file"]: line["refused"] for line in lines if line["refused"] and line["file"] != "case.bin"}
        check.same(ran.status, 2, "some are refused")
        check.same([line["file"] for line in lines if not line["refused"] and line["file"] != "case.bin"],
                   ["good.txt", "out.txt", "same.txt", "same.txt", "last.txt"], "the others are read")
        check.same(sum(line["file"] == "case.bin" for line in lines), 1, "a Word file is one document, not an archive")
        for name, reason in (("locked.txt", "password"), ("bomb.txt", "unpack to far more"), ("large.txt", "larger than 20 MB"), ("strange.txt", "not known"),
                             ("inner.zip", "inside a zip archive"), ("broken.txt", "damaged")):
            check(reason in refused.get(name, ""), f"{name} is refused with its reason: {refused.get(name)!r}")
            check(f"bad.zip/{name}: refused: " in ran.complained, f"by archive and name: {ran.complained[:600]!r}")
        check.same(len(refused), 6, f"and nothing else: {refused}")
        check("bad.zip/out.txt" not in ran.complained and not os.path.exists(os.path.join(database.folder, "..", "out.txt")), "a name that leads out leads nowhere")
        for content, reason in ((data[:2000], "damaged"), (zipfile_of_nothing(), "without a document")):
            with open(path, "wb") as out:
                out.write(content)
            ran = amparo(None, "import", "--dry-run", path)
            check(ran.status == 2 and reason in ran.complained, f"an archive that is no use is refused as a whole: {ran.status} {ran.complained!r}")


def zipfile_of_nothing():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w"):
        pass
    return out.getvalue()


def many_members():
    """The memory that an archive takes is that of its list and of one member."""
    with place(SQLite) as database:
        path = os.path.join(database.folder, "many.zip")
        document = contents(archive(os.path.join(database.folder, "made"), 1))[0]
        zipped(path, ((f"{number}.txt", document + os.urandom(9).hex().encode()) for number in range(MEMBERS)))
        most, said = peak_of("import", "--dry-run", path)
        check(f"{MEMBERS} documents, {MEMBERS} read".encode() in said, f"all are read: {said[-200:]!r}")
        zipped(path, ((f"{number}.txt", b"x") for number in range(100_001)))
        refusing, said = peak_of("import", "--dry-run", path)
        check(b"more than 100000 files" in said, f"more than a hundred thousand are refused together: {said[-200:]!r}")
        note(f"most memory: {most} MB for an archive of {MEMBERS}, {refusing} MB for the refusal of one of 100001")
        check(max(most, refusing) < MOST_MEGABYTES, "in a bounded memory")


def peak_of(*words):
    process = subprocess.Popen([PROGRAM, *words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=clean_environment())
    said = process.stdout.read()
    return os.wait4(process.pid, 0)[2].ru_maxrss // 1024, said


def on_a_terminal(columns, *words):
    """What a command writes to a terminal of so many columns: the terminal's bytes, the status."""
    controller, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen([PROGRAM, *words], stdout=subprocess.DEVNULL, stderr=terminal, stdin=subprocess.DEVNULL, env=clean_environment())
    os.close(terminal)
    seen = b""
    with contextlib.suppress(OSError):
        while piece := os.read(controller, 65_536):
            seen += piece
    os.close(controller)
    return seen.decode(), process.wait(60)


def progress():
    """A line that is drawn over and over, never wider than the terminal, and gone in the end."""
    with place(SQLite) as database:
        folder = os.path.join(database.folder, "archive")
        files = archive(folder, 100)
        for path in files[5::9]:
            with open(path, "w") as out:
                out.write("Beat two eggs.\nAdd flour and milk.\n")
        bad = len(files[5::9])
        for columns, marks in ((100, r"\[=* *\] \d+ of 100, [\d.]+/s, \d+ (s|min) left, \d+ refused"), (40, r"\d+ of 100, ([\d.]+/s, )?\d+ (s|min) left, \d+ refused"), (12, r"\d+ of 100")):
            seen, status = on_a_terminal(columns, "import", "--dry-run", folder)
            drawn = [piece.split("\r")[0].rstrip("\n") for piece in seen.split("\r\x1b[K")[1:]]
            lines = [line for line in drawn if " of 100" in line]
            check.same(status, 2, f"status on a terminal of {columns} columns")
            check(lines and all(re.fullmatch(marks, line) for line in lines), f"progress at {columns} columns: {lines[:2]!r}")
            check(all(len(line) < columns for line in lines), f"never wider than the terminal: {max(map(len, lines), default=0)} of {columns}")
            check(columns < 20 or lines[-1:] and f"{bad} refused" in lines[-1], f"refusals are counted: {lines[-1:]!r}")
            check(seen.endswith("\r\x1b[K"), f"and the line is gone in the end: {seen[-40:]!r}")
            check.same(seen.count(": refused: "), bad, "every refusal is told besides")


def explained():
    with place(SQLite) as database:
        path = archive(os.path.join(database.folder, "archive"), 3)[0]
        shown = amparo(None, "import", "--explain", path)
        check.same(shown.status, 0, f"--explain ({shown.complained[-300:]!r})")
        check("\x1b" not in shown.said, "no colours where there is no terminal")
        check("^ reference = UA: 1/90" in shown.said and "[UA: 1/90]" in shown.said, f"the number is marked in its line: {shown.said[:400]!r}")
        check("^ expiry_date = " in shown.said, "and the deadline")


for engine in engines():
    note(engine.__name__)
    interrupted_and_resumed(engine)
refused_among_many()
packed()
bad_members()
many_members()
progress()
memory()
bench()
explained()
check.end()
