#!/usr/bin/env python3
"""The register of officials end to end: tables in and out, vCards, what fails is offered no more, embassies, postage, and no address in any page source."""
import csv
import io
import os
import random
import re

from ground import Server, amparo, check, engines, place, wait_until

EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@(?!localhost)[A-Za-z0-9-]+\.[A-Za-z0-9.-]+")
HEADER = "kind,key,country,title_en,receiving,mission_kind,accredited_from,channel,place,state,state_on,checked_on,note\n"


def slug(database, serial):
    rows = database.rows(f"SELECT year FROM action WHERE serial = {serial} AND series = 'UA'")
    return f"{serial}-{rows[0][0] % 100:02d}"


def write(database, name, text):
    path = os.path.join(database.folder, name)
    with open(path, "w", newline="", encoding="utf-8") as file:
        file.write(text)
    return path


# Tables

def table(database):
    """A table of a register, with all that a spreadsheet may put into a cell."""
    nasty = ['=HYPERLINK("http://evil.example","x")', "+1", "-1+1", "@SUM(A1)", "'quoted", "''", 'say "yes", now', "two\nlines", "Łódź – 總監 – العدل"]
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(["kind", "key", "country", "title_en", "title_es", "name", "honorific", "salutation_es", "held_from", "channel", "place", "preferred", "note"])
    for number, cell in enumerate(nasty):
        key = f"xx-office-{number}"
        rows.writerow(["office", key, "PE", "Office " + cell.replace("\n", " "), "", "", "", "", "", "", "", "", "'" + cell if cell[0] in "=+-@'" else cell])
        rows.writerow(["holder", key, "", "", "", f"Ana Pérez {number}", "Dra.", "Estimada Señora:", "2024-01-01", "", "", "", ""])
        rows.writerow(["contact", key, "", "", "", "", "", "", "", "email", f"office{number}@example.org", "yes", ""])
        rows.writerow(["contact", key, "", "", "", "", "", "", "", "phone", "'+51 1 555 010%d" % number, "", ""])
    return write(database, "officials.csv", out.getvalue())


def tables(database):
    path = table(database)
    check("would add 9" in amparo(database, "official", "import", path, "--dry-run").said, "a dry run tells what would be added")
    check.same(amparo(database, "official", "list").said, "", "and adds nothing")
    first = amparo(database, "official", "import", path, "--by", "Rosa")
    check(first.status == 0 and "added 9" in first.said, f"nine offices are taken: {first.said}{first.complained}")
    second = amparo(database, "official", "import", path)
    check("added 0, changed 0" in second.said, f"the same table again changes nothing: {second.said}")
    out = amparo(database, "official", "export").said
    check(not any(cell[:1] in "=+-@\t\r" and cell for row in csv.reader(io.StringIO(out)) for cell in row), "no cell of the export is a formula")
    with place(type(database)) as other:
        back = write(database, "back.csv", out)
        check.same(amparo(other, "official", "import", back).status, 0, "the export is taken elsewhere")
        check.same(amparo(other, "official", "export").said, out, "and written out the same")
    check.same(len(amparo(database, "official", "list", "--country", "PE").said.splitlines()), 9, "the list has a line for each office")
    check.same(amparo(database, "verify").status, 0, "verify finds nothing wrong")


def refusals(database):
    """What is wrong is told with its line, and nothing of it is taken."""
    before = amparo(database, "official", "export").said
    wrong = write(database, "wrong.csv", HEADER + "office,good-one,PE,Minister,,,,,,,,,\noffice,bad-one,Peru,Minister,,,,,,,,,\ncontact,good-one,,,,,,phone,999,,,,\n")
    told = amparo(database, "official", "import", wrong)
    check(told.status == 2 and "line 3:" in told.complained and "line 4:" in told.complained, f"wrong rows are told by line: {told.complained}")
    hostile = {"latin1.csv": "kind,key\noffice,caf\u00e9".encode("latin-1"), "utf16.csv": "kind,key\n".encode("utf-16"), "zero.csv": b"kind,key\n\0,x\n",
               "quote.csv": b'kind,key\n"office,x\n', "empty.csv": b"", "big.csv": b"a" * (21 << 20), "wide.csv": b"," * 5000}
    for name, content in hostile.items():
        path = os.path.join(database.folder, name)
        with open(path, "wb") as file:
            file.write(content)
        refused = amparo(database, "official", "import", path)
        check(refused.status in (1, 74) and "Traceback" not in refused.complained and refused.complained, f"{name} is refused with a reason: {refused.complained}")
    random.seed(4)
    for round_ in range(20):
        path = os.path.join(database.folder, "noise.csv")
        with open(path, "wb") as file:
            file.write((HEADER + table_noise()).encode("utf-8", "surrogatepass"))
        check(amparo(database, "official", "import", path, "--dry-run").status in (0, 1, 2), f"noise {round_} is read or refused")
    check.same(amparo(database, "official", "export").said, before, "after all of it the register is as before")


def table_noise():
    pieces = ["office", "contact", ",", ",,", '"', "\n", "\r\n", "PE", "key", "email", "a@b.c", "=1", "\u202e", "é", "mission", "'", ";", " "]
    return "".join(random.choice(pieces) for _ in range(300))


def cards(database):
    said = amparo(database, "official", "export", "--format", "vcard").said
    raw = said.encode()
    check(all(len(line) <= 75 for line in raw.replace(b"\r\n", b"\n").split(b"\n")), "vCard lines have at most 75 octets")
    unfolded = re.sub(r"\r?\n ", "", said)
    check.same(unfolded.count("BEGIN:VCARD"), 9, "one vCard for each office")
    check("TEL;VALUE=uri;TYPE=voice:tel:+5115550100" in unfolded and "FN:Dra. Ana Pérez 0" in unfolded, "with name and number")


# Pages

def pages(database, server):
    georgia, honduras, tunisia = slug(database, 903), slug(database, 902), slug(database, 901)
    for path in [f"/{language}/actions/{action}" for action in (georgia, honduras, tunisia) for language in ("en", "fr")]:
        check.same(EMAIL.findall(server.get(path).text), [], f"no e-mail address in the source of {path}")
    check.same(EMAIL.findall(server.get("/en/").text), [], "nor in the list")
    answer = server.post_form(f"/en/actions/{tunisia}/addresses", {"addressee": "1"})
    check(answer.status == 200 and "mailto:minister.justice@tn.example.org" in answer.text, "the answer to the form has the mailto link")
    check("no-store" in answer.fields.get("cache-control", ""), "and is kept by nobody")
    for wrong in ["0", "99", "-1", "x", ""]:
        check.same(server.post_form(f"/en/actions/{tunisia}/addresses", {"addressee": wrong}).status, 404, f"addressee {wrong!r} is not there")

    page = server.get(f"/en/actions/{georgia}")
    check("This bounced on" in page.words and "Use the one from the register" in page.words, "a bounced address is said to have bounced")
    told = server.post_form(f"/en/actions/{georgia}/addresses", {"addressee": "2"}).text
    check("mailto:prosecution.office@ge.example.org" in told and "mailto:prosecutor.general@" not in told, "and the one of the register is offered instead")

    swiss = server.get(f"/de/actions/{honduras}", Host="ch.localhost")
    check("Botschaft von Honduras (Beispiel)" in swiss.words and "anderen Land (Deutschland)" in swiss.words, "readers in Switzerland copy the embassy accredited from Berlin")
    american = server.get(f"/en/actions/{honduras}", Host="us.localhost")
    check("Embassy of Honduras in Washington" in american.words and "(example)" not in american.words, "the embassy a section prints wins")
    cameroon = server.get(f"/en/actions/{slug(database, 904)}", Host="us.localhost")
    check("Embassy of Cameroon (example)" in cameroon.words and "more than a year ago" in cameroon.words, "an embassy that was not checked for a year is marked")

    marked = amparo(database, "official", "mark", "MINISTER.JUSTICE@tn.example.org", "--state", "bounced")
    check.same(marked.status, 1, "what the register does not have cannot be marked")
    new = write(database, "new.csv", HEADER + "office,tn-justice,TN,Minister of Justice,,,,,,,,,\ncontact,tn-justice,,,,,,email,minister.justice@tn.example.org,,,,\n")
    check("printed contacts found: 3" in amparo(database, "official", "import", new).said, "the printed address is found in every edition")
    check.same(amparo(database, "official", "mark", "MINISTER.JUSTICE@tn.example.org", "--state", "bounced", "--on", "2026-11-01").status, 0, "it is marked")
    history = amparo(database, "official", "history", "minister.justice@tn.example.org")
    check("bounced since 2026-11-01" in history.said, "its history says so")
    check.same(amparo(database, "official", "history", "nobody@example.org").status, 1, "what the register does not have has no history")
    seen, seconds = wait_until(lambda: "bounced on 1 November 2026" in server.get(f"/en/actions/{tunisia}").words, 10)
    check(seen, f"a running server says so ({seconds:.1f} s)")
    none = server.post_form(f"/en/actions/{tunisia}/addresses", {"addressee": "1"})
    check("mailto:" not in none.text and "No e-mail address that works" in none.words, "and offers it no more")


# Postage

def postage(database):
    out = amparo(database, "section", "postage", "us").said
    check("suspended" in out and "about.usps.com" in out, "the American section knows which routes are closed, and from where")
    path = write(database, "postage.csv", "kind,zone,destinations,valid_from,currency,price,days_min,days_max,status,checked_on,trust,source\n"
                 "rate,world,*,2026-07-01,USD,1.75,7,21,,2026-07-01,verified,post office\nroute,,PE,2026-11-01,,,,,suspended,2026-11-01,,post office\n")
    check.same(amparo(database, "section", "postage", "us", path).status, 0, "new rates are taken")
    after = amparo(database, "section", "postage", "us").said
    check("1.75" in after and "1.70" in after and ",PE," in after, "beside the old ones")
    check.same(amparo(database, "section", "postage", "us", write(database, "same.csv", after)).status, 0, "what is written out is taken back")
    check.same(amparo(database, "section", "postage", "us").said, after, "and is the same")
    check.same(amparo(database, "section", "postage", "xx").status, 1, "a section that is not there")


def main():
    for engine in engines():
        with place(engine) as database:
            tables(database)
            refusals(database)
            cards(database)
        with place(engine) as database:
            with Server(database, "--demo") as server:
                pages(database, server)
            postage(database)
            check.same(amparo(database, "verify").status, 0, "verify finds nothing wrong at the end")
    check.end()


if __name__ == "__main__":
    main()
