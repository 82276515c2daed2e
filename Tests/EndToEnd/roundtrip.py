#!/usr/bin/env python3
"""An archive can be carried away and brought back: export, import into an empty database, export again gives the same bytes, on both engines."""
import glob
import json
import os

from ground import CORPUS, Server, amparo, check, engines, note, place

SEEDS = sorted(glob.glob(os.path.join(CORPUS, "seeds", "*.txt")))


def tree(folder):
    """Every file below a folder, by its place, as bytes."""
    found = {}
    for above, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(above, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = file.read()
    return found


def export(database, name):
    folder = os.path.join(database.folder, name)
    ran = amparo(database, "export", "--all", folder)
    check.same(ran.status, 0, f"{database.name}: exit status of export: {ran.complained}")
    return folder


def fill(database):
    """The examples, the five documents where they are at hand, a draft and a withdrawal."""
    with Server(database, "--demo"):
        pass
    if SEEDS:
        check.same(amparo(database, "import", "--publish", "--accept", "--by", "Rosa", *SEEDS).status, 0, "the documents are taken")
    draft = "URGENT ACTION\n\nUA 9/25 Index: EUR 44/0009/2025 Turkey Date: 3 February 2025\n\nHALIDE KAYA HELD\n\nHalide Kaya has been held since 1 February.\n"
    amparo(database, "import", "-", given=draft)


def same_archive(one, other, what):
    first, second = tree(one), tree(other)
    if check.same(sorted(second), sorted(first), f"{what}: the files"):
        different = [name for name in first if first[name] != second[name]]
        check.same(different, [], f"{what}: files that differ")
    return first


def counts(database):
    tables = ["action", "action_country", "subject", "withdrawal", "output", "text", "model_letter", "social_post", "addressee", "contact_point", "download"]
    return {table: database.rows(f"SELECT COUNT(*) FROM {table}")[0][0] for table in tables}


def around(engine, other):
    """From one engine to another, and once more over what is there already."""
    what = f"{engine.name} to {other.name}"
    with place(engine) as source, place(other) as target:
        fill(source)
        archive = export(source, "archive")
        ran = amparo(target, "import", "--publish", "--by", "Noor", archive)
        check.same(ran.status, 0, f"{what}: exit status of import: {ran.complained}")
        check("look at" not in ran.said, f"{what}: nothing of it is uncertain or in conflict")
        files = same_archive(archive, export(target, "again"), what)
        check(len(files) > 20, f"{what}: an archive worth the name")
        withdrawn = counts(source)["withdrawal"]
        check(withdrawn > 0, f"{what}: something is withdrawn")
        check.same({table: number for table, number in counts(target).items() if number > counts(source)[table]}, {}, f"{what}: rows that nobody exported")
        ran = amparo(target, "import", "--publish", archive)
        check.same(ran.status, 0, f"{what}: exit status of the second import")
        same_archive(archive, export(target, "thrice"), f"{what}, twice")
        check.same(json.loads(amparo(target, "verify", "--format", "json").said)["ok"], True, f"{what}: the counts are those of the ledger")
        tombstones(source, files, what)
    note(f"{what}: {len(files)} files")


def tombstones(source, files, what):
    """Of a withdrawn action nothing is left that tells of anybody."""
    names = source.rows("SELECT a.serial, s.name FROM subject s JOIN action a ON a.id = s.action_id JOIN withdrawal w ON w.action_id = a.id")
    for name, content in files.items():
        if name.endswith("withdrawn.md"):
            words = content.decode()
            check(all(person not in words for _, person in names), f"{what}: {name} names nobody")
            check.same([line.split(":")[0] for line in words.splitlines() if line[:1].isalpha()], ["amparo", "reference", "withdrawn"], f"{what}: {name}")


def one(engine):
    """One action, for people and for programs."""
    with place(engine) as database:
        with Server(database, "--demo"):
            pass
        reference = "UA 119/21"
        ran = amparo(database, "export", reference, "--output", "1", "--format", "json")
        check.same(ran.status, 0, f"{engine.name}: exit status of json: {ran.complained}")
        draft = json.loads(ran.said)
        check.same((draft["series"], draft["case_number"], draft["case_year"], draft["output_ordinal"]), ("UA", 119, 2021, 1), "the reference in json")
        check(draft["targets"] and draft["letters"] and draft["editions"], "the object has whom to write to and what")
        text = amparo(database, "export", reference, "--format", "txt")
        check(text.status == 0 and reference in text.said, f"{engine.name}: a sheet for people")
        native = amparo(database, "export", reference, "--output", "1", "--language", "es", "--format", "md")
        check(native.said.startswith("---\namparo: 1\nreference: UA 119/21\n") and "language: es" in native.said, f"{engine.name}: one file of the archive")
        check.same(amparo(database, "import", "-", "--publish", given=native.said).status, 0, f"{engine.name}: it is taken back")
        for words, status, reason in [
            ((reference, "--format", "exe"), 64, "--format"), ((reference, "--format", "md", "--paper", "a4"), 64, "--paper goes with"),
            ((reference,), 64, "--format"), (("--all", database.folder), 1, "not empty"), ((reference, "--format", "md", "--language", "xx"), 1, "language"),
            (("UA 1/73", "--format", "md"), 1, "UA 1/73"), ((reference, "--format", "md", "--output", "9"), 1, "9"),
        ]:
            ran = amparo(database, "export", *words)
            check.same(ran.status, status, f"{engine.name}: exit status of {' '.join(words)}")
            check(reason in ran.complained, f"{engine.name}: {' '.join(words)} says why: {ran.complained!r}")
        damaged = amparo(database, "import", "-", given="---\namparo: 1\nreference: UA 5/25\noutput: 1\nkind: rumour\n---\n")
        check.same(damaged.status, 2, f"{engine.name}: a damaged file is refused")
        check("kind" in damaged.complained, f"{engine.name}: by the name of its fact")


def main():
    if not SEEDS:
        note("the five documents are not at hand: only the examples are carried")
    available = engines()
    for engine in available:
        for other in available:
            around(engine, other)
        one(engine)
    check.end()


main()
