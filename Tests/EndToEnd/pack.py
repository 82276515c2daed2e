#!/usr/bin/env python3
"""A letter evening from the code to the count: the pack's PDF page by page, its QR codes read by another program, and a group's return that
counts once."""
import datetime
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

from ground import SQLite, Server, amparo, check, engines, note, open_action, place, skip

try:
    import weasyprint  # noqa: F401  the program that makes PDFs runs in this same Python
except ImportError:
    skip("WeasyPrint is not in this Python; Scripts/setup puts it into .venv")
for program, package in [("pdftotext", "poppler-utils"), ("pdftoppm", "poppler-utils"), ("zbarimg", "zbar-tools")]:
    if not shutil.which(program):
        skip(f"{program} is missing; on Debian: apt-get install {package}")

MILLIMETRE = 72 / 25.4


def with_pdfs(database):
    return Server(database, "--demo", AMPARO_PYTHON=sys.executable)


def post(server, path, fields, host="127.0.0.1"):
    """A form sent, with the bytes of what comes back."""
    connection = server.connect(timeout=180)
    connection.request("POST", path, urllib.parse.urlencode(fields, doseq=True), {"Content-Type": "application/x-www-form-urlencoded", "Host": host})
    answer = connection.getresponse()
    body, fields = answer.read(), {name.lower(): value for name, value in answer.getheaders()}
    connection.close()
    return answer.status, fields, body


class PDF:
    def __init__(self, content):
        self.file = tempfile.NamedTemporaryFile(suffix=".pdf")
        self.file.write(content)
        self.file.flush()
        text = subprocess.run(["pdftotext", "-layout", self.file.name, "-"], check=True, capture_output=True, text=True).stdout
        self.pages = text.split("\f")[:-1]
        facts = subprocess.run(["pdfinfo", "-f", "1", "-l", "999", self.file.name], check=True, capture_output=True, text=True).stdout
        self.sizes = [tuple(round(float(side) / MILLIMETRE) for side in size) for size in re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", facts)]
        self.tagged = re.search(r"Tagged: +yes", facts) is not None

    def codes(self, number):
        """What a reader of QR codes sees on a page."""
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["pdftoppm", "-r", "110", "-f", str(number), "-l", str(number), "-png", self.file.name, f"{folder}/page"], check=True)
            picture = os.path.join(folder, os.listdir(folder)[0])
            seen = subprocess.run(["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture], capture_output=True, text=True).stdout
            return seen.split()

    def having(self, words):
        return [number for number, page in enumerate(self.pages, 1) if words in re.sub(r"\s+", " ", page)]


def addressees(database, slug):
    """Of the latest output as the international section has it: place in the list, role, name, office, postal address."""
    rows = database.rows(
        "SELECT d.position, d.role, d.name, d.office, c.place FROM addressee d JOIN edition e ON e.id = d.edition_id "
        "JOIN output o ON o.id = e.output_id JOIN action a ON a.id = o.action_id JOIN contact_point c ON c.addressee_id = d.id "
        f"WHERE c.channel = 'post' AND c.place IS NOT NULL AND e.section = 'int' AND a.serial = {slug.split('-')[0]} AND a.series = 'UA' "
        "AND o.ordinal = (SELECT max(n.ordinal) FROM output n WHERE n.action_id = a.id) ORDER BY d.position")
    return rows


def choices(page, slug):
    """The boxes of a case in the chooser: addressees and languages."""
    return (re.findall(rf'name="to\.{slug}" value="(\d+)"', page.text), re.findall(rf'name="in\.{slug}" value="([^"]+)"', page.text),
            re.search(rf'name="n\.{slug}\.(\d+)"', page.text).group(1))


def group(database, name, section="int"):
    added = amparo(database, "group", "add", "--section", section, name)
    check.same(added.status, 0, f"group add ({added.complained.strip()})")
    code, address = added.said.split()
    check(re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}", code) is not None, f"the code is easy to read: {code}")
    check(address.endswith(f"/groups/{code.replace('-', '')}"), f"its report address is told: {address}")
    return code


def groups(database):
    code = group(database, "Letter evening <Basel> & friends")
    check(code in amparo(database, "group", "list").said, "group list shows it")
    check.same(amparo(database, "group", "list", "--section", "us").said, "", "and not to another section")
    for words, what in [(("--section", "xx", "Choir"), "an unknown section"), (("--section", "us", "–"), "a name of no letters"),
                        (("--section", "us", "x" * 200), "a name that fits on no sheet")]:
        check(amparo(database, "group", "add", *words).status in (1, 64), f"{what} is refused")
    return code


def chooser(server, database, slug):
    page = server.get("/en/pack")
    check.same(page.status, 200, "the chooser is there")
    check("no-store" in page.fields["cache-control"], "and kept by nobody")
    check(len(page.text.encode()) < 60_000, f"and small: {len(page.text.encode())} bytes")
    offered = set(re.findall(r'name="n\.([a-z0-9-]+)\.\d+"', page.text))
    check(slug in offered, f"an open action is offered: {offered}")
    today = datetime.datetime.now(datetime.timezone.utc).date()
    closed = database.rows("SELECT a.serial, a.year, o.ordinal FROM action a JOIN output o ON o.action_id = a.id WHERE a.series = 'UA' AND "
                           f"o.published_at IS NOT NULL AND o.ordinal = (SELECT max(n.ordinal) FROM output n WHERE n.action_id = a.id) AND (o.act_until < '{today}' OR a.id IN (SELECT action_id FROM withdrawal))")
    slugs = {f"{serial}-{year % 100:02d}": ordinal for serial, year, ordinal in closed}
    check(len(slugs) > 1, "there are closed and withdrawn examples")
    for old, ordinal in slugs.items():
        if old == slug:
            continue
        check(old not in offered, f"{old} is not offered")
        status = post(server, "/en/pack", {f"n.{old}.{ordinal}": "2", f"to.{old}": "1", f"in.{old}": "en"})[0]
        check(status in (404, 409, 410), f"nor made when it is asked for: {status}")
    return page


def pack(server, database, slug, code, page):
    boxes, languages, ordinal = choices(page, slug)
    copies, whom = 3, addressees(database, slug)
    check(len(boxes) >= 1 and len(languages) >= 1, f"addressees {boxes} and languages {languages} can be chosen")
    fields = {f"n.{slug}.{ordinal}": copies, f"to.{slug}": boxes, f"in.{slug}": languages, "paper": "a4", "window": "swiss-right", "envelopes": "c5",
              "group": code.lower()}
    status, headers, content = post(server, "/en/pack", fields)
    if not check(status == 200 and headers["content-type"] == "application/pdf", f"the pack is a PDF: {status} {headers.get('content-type')}"):
        return
    check("no-store" in headers["cache-control"], "which nobody keeps")
    pdf, letters = PDF(content), copies * len(boxes) * len(languages)
    note(f"{letters} letters: {len(pdf.pages)} pages, {len(content) // 1024} kB")
    check(pdf.tagged, "it is tagged")
    envelopes = [number for number, size in enumerate(pdf.sizes, 1) if size == (229, 162)]
    check.same(len(envelopes), letters, "an envelope for each letter")
    check.same({size for size in pdf.sizes if size != (229, 162)}, {(210, 297)}, "all else is A4")
    letter_pages = [number for number in pdf.having("____") if number not in envelopes]
    sheets = len(pdf.pages) - letters - len(envelopes) - 2
    check(sheets in (1, 2, 3), f"a cover, a case sheet of {sheets} pages, {letters} letters, envelopes, a sign-in sheet")
    for position, role, name, office, address in whom:
        if str(position) not in boxes and str(position + 1) not in boxes:
            continue
        line = re.sub(r"\s+", " ", (name or office))
        pages = pdf.having(line)
        check(len([number for number in pages if number in letter_pages]) >= copies * len(languages), f"{line} has letters: {pages}")
        check.same(len([number for number in pages if number in envelopes]), copies * len(languages), f"{line} has envelopes")
        street = re.sub(r"\s+", " ", address.split("\n")[0])
        check.same(len([number for number in pdf.having(street) if number in envelopes]), copies * len(languages), f"with the address: {street}")
    for language in languages:
        greeting = database.rows("SELECT m.greeting FROM model_letter m JOIN output o ON o.id = m.output_id JOIN action a ON a.id = o.action_id "
                                 f"WHERE a.serial = {slug.split('-')[0]} AND a.series = 'UA' AND o.ordinal = {ordinal} AND m.language = '{language}'")[0][0]
        if greeting and language not in ("ar", "fa"):
            check(len(pdf.having(re.sub(r"\s+", " ", greeting))) in range(copies, letters + 1), f"the printed greeting in {language} stands on its letters")
    report = f"http://localhost:{server.port}/en"
    short = code.replace("-", "")
    check.same(pdf.codes(1), [f"{report}/groups/{short}?actions={slug}"], "the cover's code leads to the group's return")
    check.same(pdf.codes(2), [f"{report}/actions/{slug}/report?group={short}"], "the case sheet's to the report with the group's code")
    check.same(pdf.codes(len(pdf.pages)), [f"{report}/groups/{short}?actions={slug}"], "the sign-in sheet's to the group's return")
    check("Letter evening <Basel> & friends" in pdf.pages[0], "the group's name is text")
    check("destroyed" in pdf.pages[-1] and "First name" in pdf.pages[-1], "the sign-in sheet says what it is for, and that it is destroyed")
    check(not re.search(r"(?i)e-?mail|surname|last name|address\b|phone", pdf.pages[-1].split("http")[0].replace("type the address", "")), "and asks for no more")
    contents = {int(number) for number in re.findall(r" (\d+)$", pdf.pages[0], re.MULTILINE)}
    check(2 in contents and len(pdf.pages) in contents and envelopes[0] in contents, f"the contents name the pages: {sorted(contents)}")
    foreign = post(server, "/en/pack", fields, host="evil.example")[2]
    check.same(PDF(foreign).codes(1), [f"{report}/groups/{short}?actions={slug}"], "on the section's host, whatever the request names")


def numbers(server, page, slug):
    """A pack of a hundred letters, and a crowd that asks for packs at the same moment."""
    boxes, languages, ordinal = choices(page, slug)
    fields = {f"n.{slug}.{ordinal}": 100, f"to.{slug}": boxes[:1], f"in.{slug}": languages[:1], "paper": "a4", "envelopes": "none"}
    begin = time.monotonic()
    status, _, content = post(server, "/en/pack", fields)
    note(f"a pack of 100 letters: {time.monotonic() - begin:.2f} s, {len(content) // 1024} kB")
    check.same(status, 200, "a hundred letters are a pack")
    check(len(PDF(content).pages) >= 103, "of a hundred letters and more pages")
    status, _, content = post(server, "/en/pack", {**fields, f"in.{slug}": languages[:2], f"to.{slug}": boxes[:2]})
    if len(boxes) * len(languages) > 1:
        check.same(status, 422, "more are refused")
        check(b"one pack holds 100" in content, "with the limit")
    answers = []
    crowd = [threading.Thread(target=lambda: answers.append(post(server, "/en/pack", {**fields, f"n.{slug}.{ordinal}": 40}))) for _ in range(10)]
    for thread in crowd:
        thread.start()
    shown = server.get("/en/").status
    for thread in crowd:
        thread.join()
    statuses = sorted(answer[0] for answer in answers)
    check(set(statuses) == {200, 503}, f"of ten at once some are made and the others told to come again: {statuses}")
    check(all(answer[1].get("retry-after") for answer in answers if answer[0] == 503), "with when")
    check.same(shown, 200, "pages are served meanwhile")


def ledger(database):
    return database.rows("SELECT r.channel, r.quantity, r.source, g.name FROM report r JOIN group_report t ON t.report_id = r.id "
                         "JOIN writing_group g ON g.id = t.group_id ORDER BY r.channel, r.quantity")


def returns(server, database, slug, code):
    short = code.replace("-", "")
    scanned = server.get(f"/en/actions/{slug}/report?group={code.lower()}")
    check.same((scanned.status, scanned.fields.get("location")), (303, f"/en/groups/{short}?actions={slug}"), "the scanned address leads to the group's return")
    page = server.get(scanned.fields["location"])
    check("Letter evening <Basel> & friends" in page.words, "which greets the group by its name, as text")
    field = re.search(rf'name="({slug}\.\d+\.post)"', page.text).group(1)
    fields = {**page.hidden, field: "34", field.replace("post", "email"): "2"}
    path, before = f"/en/groups/{short}/reports", json.loads(amparo(database, "verify", "--format", "json").said)["appeals"]
    gate, answers = threading.Barrier(6), []

    def press():
        gate.wait()
        answers.append(server.post_form(path, fields).status)

    threads = [threading.Thread(target=press) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    check.same(answers, [303] * 6, "six presses at once are all answered")
    again = server.post_form(path, {**fields, field: "99"})
    check("again=1" in again.fields.get("location", ""), "a retry is told that it was counted already")
    check.same(ledger(database), [("email", 2, "group", "Letter evening <Basel> & friends"), ("post", 34, "group", "Letter evening <Basel> & friends")],
               "all of them are one return")
    found = amparo(database, "verify", "--format", "json")
    check.same((found.status, json.loads(found.said)["appeals"]), (0, before + 36), "verify agrees")
    check("36 appeals" in amparo(database, "group", "list").said, "the section sees the group's sum")
    thanks = server.get(again.fields["location"])
    check.same(thanks.status, 200, "the thanks are there")
    for value, wanted in [("0", 422), ("5001", 422), ("501", 422), ("-1", 422), ("many", 422)]:
        check.same(server.post_form(path, {**server.get(f"/en/groups/{short}").hidden, field: value}).status, wanted, f"{value} letters")
    sure = server.post_form(path, {**server.get(f"/en/groups/{short}").hidden, field: "501", "sure": "1"})
    check.same(sure.status, 303, "a large number that somebody is sure of is taken")
    for lost in [f"/en/groups/{short[:-1]}0X", "/en/groups/ZZZZZZZZ", f"/en/actions/{slug}/report?group=ZZZZ-ZZZZ"]:
        answer = server.get(lost)
        check(answer.status == 404 and 'name="code"' in answer.text, f"an unknown code is told with a field to type it again: {lost}")
    for public in [f"/en/actions/{slug}", "/en/", "/en/archive"]:
        check("<Basel>" not in server.get(public).words and short not in server.get(public).text, f"{public} tells nothing of the group")


def on(engine):
    with place(engine) as database, with_pdfs(database) as server:
        slug, _ = open_action(database)
        code = groups(database)
        page = chooser(server, database, slug)
        returns(server, database, slug, code)
        if engine is SQLite:
            pack(server, database, slug, code, page)
            numbers(server, page, slug)
        check("fault" not in server.words(), f"no fault in the log: {server.words()[-300:]}")


for engine in engines():
    note(engine.name)
    on(engine)
check.end()
