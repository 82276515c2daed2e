#!/usr/bin/env python3
"""The five example documents become exactly two actions: on both engines, in any order of files, and twice is as good as once."""
import glob
import itertools
import json
import os
import random
import subprocess
import sys
import tempfile

from ground import CORPUS, Server, amparo, check, engines, note, place, skip

SEEDS = sorted(glob.glob(os.path.join(CORPUS, "seeds", "*.txt")))
PERFECT = ["series", "case_number", "case_year", "index_code", "country", "issue_date", "expiry_date", "ended_date",
           "targets.phones", "targets.faxes", "targets.emails", "targets.twitter", "targets.instagram", "targets.facebook",
           "targets.contact_forms"]

# What the documents say, fact by fact.
OUTPUTS = {
    ("UA", 119, 2021, 1): dict(kind="first", is_final=0, index_code="AMR 46/5033/2021", issued_on="2021-11-23", act_until="2022-01-03",
                               ended_on=None, end_reason=None, outcome=None, event_on=None, preferred_languages="es", own_language_welcome=1,
                               previous_link=None, public=1),
    ("UA", 119, 2021, 2): dict(kind="outcome", is_final=1, index_code=None, issued_on=None, act_until=None, ended_on=None,
                               event_on="2021-12-17", preferred_languages="", own_language_welcome=None,
                               previous_link="https://www.amnesty.org/en/documents/amr46/5033/2021/en/", public=1),
    ("UA", 106, 2023, 2): dict(kind="update", is_final=0, index_code=None, issued_on=None, act_until="2024-01-09", ended_on="2023-11-29",
                               outcome=None, event_on=None, preferred_languages="es", own_language_welcome=1,
                               previous_link="https://www.amnesty.org/en/documents/amr46/7377/2023/en/", public=1),
}
EDITIONS = {("UA", 106, 2023, 2, "us"), ("UA", 119, 2021, 1, "ch"), ("UA", 119, 2021, 1, "us"), ("UA", 119, 2021, 2, "int")}
# Reference, output, section: role, name, and what one can reach them by.
ADDRESSEES = {
    (119, 1, "us"): [("target", "Oscar Maúrtua De Romaña", set()),
                     ("target", "Oswaldo de Rivero", {"2028339860", "2026598124", "@PeruInTheUSA", "@peruintheusa", "https://bit.ly/2IoKk6P"})],
    (119, 1, "ch"): [("target", "Oscar Maúrtua De Romaña", {"@MaurtuaDe"}), ("copy", "Ambassade du Pérou", {"0313518570"})],
    (106, 2, "us"): [("target", "Alberto Otárola Peñaranda", {"lotarola@pcm.gob.pe", "@AlbertoOtarolaP"}),
                     ("target", "Gustavo Adolfo Meza-Cuadra Velásquez", {"2028339860", "webadmin@embassyofperu.us"})],
}
LETTERS = {(119, 1, "en"), (119, 1, "es"), (106, 2, "en")}
CASE = "JOIN output o ON o.id = {} JOIN action a ON a.id = o.action_id"


def number(text):
    digits = "".join(letter for letter in text if letter.isdigit())
    return digits if len(digits) > 6 and not text.startswith(("http", "@")) else text


def facts(database):
    """What a person would call the content of the database: no identifiers, no times of import."""
    columns = sorted({column for output in OUTPUTS.values() for column in output} - {"public"})
    outputs = database.rows(f"SELECT a.series, a.serial, a.year, o.ordinal, o.published_at, {', '.join('o.' + c for c in columns)} "
                            "FROM output o JOIN action a ON a.id = o.action_id ORDER BY a.serial, o.ordinal")
    contacts = {}
    for addressee, channel, value in database.rows("SELECT addressee_id, channel, place FROM contact_point WHERE place IS NOT NULL"):
        if channel != "post":
            contacts.setdefault(addressee, set()).add(number(value))
    addressees = {}
    for serial, ordinal, section, identity, role, name in database.rows(
            "SELECT a.serial, o.ordinal, e.section, d.id, d.role, d.name FROM addressee d JOIN edition e ON e.id = d.edition_id "
            + CASE.format("e.output_id") + " ORDER BY a.serial, o.ordinal, e.section, d.position"):
        addressees.setdefault((serial, ordinal, section), []).append((role, name, contacts.get(identity, set())))
    return {
        "actions": database.rows("SELECT series, serial, year FROM action ORDER BY serial"),
        "countries": database.rows("SELECT a.serial, c.country FROM action_country c JOIN action a ON a.id = c.action_id ORDER BY a.serial, c.country"),
        "outputs": {row[:4]: {**dict(zip(columns, row[5:])), "public": int(row[4] is not None)} for row in outputs},
        "editions": set(database.rows("SELECT a.series, a.serial, a.year, o.ordinal, e.section FROM edition e " + CASE.format("e.output_id"))),
        "addressees": addressees,
        "letters": set(database.rows("SELECT a.serial, o.ordinal, m.language FROM model_letter m " + CASE.format("m.output_id"))),
        "ledger": database.rows("SELECT a.serial, o.ordinal, r.section, r.quantity, r.source FROM report r " + CASE.format("r.output_id")),
        "downloads": sorted(database.rows("SELECT a.serial, o.ordinal, e.section, d.language, d.format FROM download d "
                                          "JOIN edition e ON e.id = d.edition_id " + CASE.format("e.output_id"))),
        "posts": database.rows("SELECT a.serial, o.ordinal, count(*) AS n FROM social_post p " + CASE.format("p.output_id") + " GROUP BY a.serial, o.ordinal"),
        "documents": database.rows("SELECT count(*) AS n FROM document"),
    }


def everything(database):
    """Every row there is, to see that nothing changes."""
    tables = ["action", "action_country", "subject", "output", "text", "model_letter", "social_post", "edition", "edition_words", "download",
              "addressee", "contact_point", "report", "tally", "document", "event"]
    return {table: sorted(map(repr, database.rows(f"SELECT * FROM {table}"))) for table in tables}


def published(database, files):
    done = amparo(database, "import", "--publish", "--by", "Rosa", *files)
    check.same(done.status, 0, f"import --publish of {len(files)} files ({done.complained.strip()})")
    return done


def exactly_the_facts(database, found):
    check.same(found["actions"], [("UA", 106, 2023), ("UA", 119, 2021)], "two actions")
    check.same(found["countries"], [(106, "PE"), (119, "PE")], "their countries")
    check.same(set(found["outputs"]), set(OUTPUTS), "the outputs")
    for key, wanted in OUTPUTS.items():
        for field, value in wanted.items():
            check.same(found["outputs"].get(key, {}).get(field, "nothing"), value, f"{key} {field}")
    check.same(found["editions"], EDITIONS, "the editions")
    check.same(set(found["addressees"]), set(ADDRESSEES), "the editions with addressees")
    for key, wanted in ADDRESSEES.items():
        check.same(found["addressees"].get(key), wanted, f"addressees of {key}")
    check.same(found["letters"], LETTERS, "model letters")
    check.same(found["ledger"], [(119, 1, "ch", 10, "import")], "the printed count as a ledger entry")
    check.same(sorted(language for _, _, _, language, _ in found["downloads"]), ["de", "en", "es", "fr"], "languages of the downloads")
    check.same(found["posts"], [(119, 1, 2)], "social posts")
    check.same(found["documents"], [(5,)], "documents")
    pronouns = dict(database.rows("SELECT a.serial, s.pronouns FROM subject s JOIN action a ON a.id = s.action_id"))
    check.same(pronouns, {106: "they/them", 119: "they/them/their"}, "pronouns")


def tallies(database):
    found = amparo(database, "verify", "--format", "json")
    check.same(found.status, 0, "verify")
    check.same(json.loads(found.said), {"ok": True, "reports": 1, "appeals": 10, "problems": [],
                                        "outputs": [{"reference": "UA 119/21", "ordinal": 1, "appeals": 10}]}, "verify's answer")


def pages(database):
    with Server(database) as server:
        late = server.get("/en/actions/106-23").words
        for words in ["9 January 2024", "29 November 2023", "UA 106/23", "they/them", "Alberto Otárola Peñaranda"]:
            check(words in late, f"the page of UA 106/23 shows {words!r}")
        check("https://www.amnesty.org/en/documents/amr46/7377/2023/en/" in server.get("/en/actions/106-23").text, "it links to output 1, which is not here")
        first = server.get("/en/actions/119-21/1").words
        for words in ["AMR 46/5033/2021", "23 November 2021", "3 January 2022", "Oscar Maúrtua De Romaña"]:
            check(words in first, f"the page of UA 119/21 output 1 shows {words!r}")
        check.same(server.get("/en/actions/119-21").status, 200, "UA 119/21 at its latest output")
        check("17 December 2021" in server.get("/en/actions/119-21").words, "it shows the day of the event")
        ours, berne = (server.get("/en/actions/119-21/1", Host=host).words for host in ("us.localhost", "ch.localhost"))
        check("Oswaldo de Rivero" in ours and "Berne" not in ours, "the US edition shows Washington and not Berne")
        check("Berne" in berne and "Oswaldo de Rivero" not in berne, "the Swiss edition shows Berne and not Washington")
        for form in ["UA%20119.21", "AU%20119/21", "UA-119/2021", "AMR%2046/5033/2021"]:
            check("/actions/119-21" in server.get(f"/go?q={form}").fields.get("location", ""), f"/go finds {form}")


def score():
    documents = sorted(glob.glob(os.path.join(CORPUS, "corpus", "docs", "seed-*.txt")))
    read = amparo(None, "import", "--dry-run", "--format", "jsonl", *documents)
    check.same(read.status, 0, "import --dry-run of the annotated seeds")
    lines = [json.loads(line) for line in read.said.splitlines()]
    check.same([line["file"] for line in lines], [os.path.basename(path) for path in documents], "a line for each file, in the order given")
    check(all(set(line) == {"file", "refused", "draft", "findings"} for line in lines), "every line has its four keys")
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as drafts:
        drafts.write(read.said)
        drafts.flush()
        found = json.loads(subprocess.run([sys.executable, os.path.join(CORPUS, "import", "score.py"), os.path.join(CORPUS, "corpus", "gold"),
                                           drafts.name, "--json"], check=True, capture_output=True, text=True).stdout)
    note(f"score: F1 {found['overall']['f1']:.3f}")
    check(found["overall"]["f1"] >= 0.92, f"F1 in all is at least 0.92: {found['overall']['f1']:.3f}")
    for field in PERFECT:
        f1 = found["fields"].get(field, {"f1": 1.0})["f1"]
        check(f1 == 1.0, f"F1 of {field} is 1.00: {f1:.3f}")


def orders():
    """As given, backwards, each file first once, and some by lot (the same ones every time)."""
    turned = [SEEDS[i:] + SEEDS[:i] for i in range(1, 5)]
    lot = random.Random(2).sample(list(itertools.permutations(SEEDS)), 6)
    return [SEEDS[::-1], *turned, *map(list, lot)]


def on(engine):
    with place(engine) as database:
        published(database, SEEDS)
        found, before = facts(database), everything(database)
        exactly_the_facts(database, found)
        tallies(database)
        again = published(database, SEEDS)
        check("known already" in again.said, "the second import says that the files are known")
        check(everything(database) == before, "importing the same files again changes nothing")
        tallies(database)
        pages(database)
    for order in orders() if engine.name == "SQLite" else orders()[:2]:
        with place(engine) as other:
            published(other, order)
            got = facts(other)
            for part in found:
                check.same(got[part], found[part], f"{part} in the order {[os.path.basename(path)[:3] for path in order]}")
    with place(engine) as alone:
        for path in SEEDS:
            if os.path.basename(path).startswith("002"):
                continue
            published(alone, [path])
        published(alone, [path for path in SEEDS if os.path.basename(path).startswith("002")])
        check.same(facts(alone), found, "one command a file gives the same")


if not SEEDS:
    skip(f"there are no documents in {os.path.join(CORPUS, 'seeds')}; set AMPARO_CORPUS")
score()
for engine in engines():
    note(engine.name)
    on(engine)
check.end()
