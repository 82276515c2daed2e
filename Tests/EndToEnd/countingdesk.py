#!/usr/bin/env python3
"""The counting desk in a real browser: 34 letters raise the total, are taken back after a look and restored; a bad table is told row by row; a
burst from one network is held apart and released; the statistics stand on the screen and in a table;
a letter tells the total and its page confirms it; the command line does the same."""
import base64
import csv
import hashlib
import hmac
import io
import os
import re
import shutil
import struct
import subprocess
import sys
import time
import zipfile

from ground import Server, amparo, check, engines, note, open_action, place

try:
    from playwright.sync_api import sync_playwright
except ImportError:
    sync_playwright = None

PICTURES = os.environ.get("PICTURES")
PASSWORD = "rosa writes by hand"


def code(key):
    secret = base64.b32decode(key + "=" * (-len(key) % 8))
    digest = hmac.new(secret, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start:start + 4])[0] & 0x7fffffff) % 1_000_000:06}"


def come_in(server, database, page, role="coordinator"):
    link = re.search(r"/desk/enter/\S+", amparo(database, "staff", "add", "rosa", "--name", "Rosa Lee", "--role", role).said).group(0)
    page.goto(f"http://localhost:{server.port}{link}")
    key = re.search(r"key: ([A-Z2-7 ]+)", page.inner_text("main")).group(1).replace(" ", "")
    page.fill("input[name=password]", PASSWORD)
    page.fill("input[name=code]", code(key))
    page.click("main button[type=submit]")
    paper = re.search(r"\b[0-9A-Za-z]{4,5}-[0-9A-Za-z]{4,5}\b", page.inner_text("main")).group(0)
    page.goto(f"http://localhost:{server.port}/desk/counting")
    page.fill("input[name=login]", "rosa")
    page.fill("input[name=password]", PASSWORD)
    page.fill("input[name=code]", paper)
    page.click("main button[type=submit]")
    page.wait_for_url("**/desk/counting")


def counted(database, slug):
    rows = database.rows("SELECT COALESCE(SUM(t.appeals), 0) FROM tally t JOIN output o ON o.id = t.output_id JOIN action a ON a.id = o.action_id "
                         f"WHERE a.serial = {slug.split('-')[0]} AND t.source <> 'import'")
    return int(rows[0][0])


def picture(page, name):
    if PICTURES:
        for width, height in ((390, 844), (1200, 900)):
            for scheme in ("light", "dark"):
                page.set_viewport_size({"width": width, "height": height})
                page.emulate_media(color_scheme=scheme)
                page.screenshot(path=os.path.join(PICTURES, f"{name}-{width}-{scheme}.png"), full_page=True)
        page.emulate_media(color_scheme="light")


def returns(server, database, page, slug, number):
    before = counted(database, slug)
    page.fill("input#action", number)
    page.fill("input#quantity", "34")
    page.select_option("select#source", "paper")
    page.fill("input#note", "letter evening")
    page.click("form.desk-form >> nth=0 >> button")
    check("Entered: 34" in page.inner_text("main"), "34 letters are entered and said so")
    check.same(counted(database, slug), before + 34, "the total rises by 34")
    picture(page, "counting")
    row = page.locator("table tr", has_text="letter evening").first
    row.get_by_role("button", name="Take back").click()
    check(f"{before + 34}" in page.inner_text("main") and "Nothing has changed yet" in page.inner_text("main"), "a look says what becomes what")
    check.same(counted(database, slug), before + 34, "and changes nothing")
    picture(page, "correction")
    page.fill("input[name=reason]", "counted twice")
    page.click("main form.desk-form button")
    check.same(counted(database, slug), before, "taken back, the total falls")
    page.locator("table tr", has_text="letter evening").first.get_by_role("button", name="Restore").click()
    page.fill("input[name=reason]", "it was right")
    page.click("main form.desk-form button")
    check.same(counted(database, slug), before + 34, "restored, it is as it was")


def tables(server, database, page, slug, number):
    day, before = time.strftime("%Y-%m-%d"), counted(database, slug)
    header = "action,channel,quantity,date,source,note,key\n"
    bad = header + f"{number},post,4,{day},paper,,a\n{number},pigeon,4,{day},paper,,b\n{number},post,4,{day},paper,=1+1,c\n"
    page.goto(f"http://localhost:{server.port}/desk/counting")
    page.set_input_files("#table-file", {"name": "returns.csv", "mimeType": "text/csv", "buffer": bad.encode()})
    page.get_by_role("button", name="See what it would do").first.click()
    words = page.inner_text("main")
    check("Nothing was entered" in words and "A formula" in words and "channel is one of" in words, "bad rows are told")
    check.same([cell.inner_text() for cell in page.locator("tbody tr td:first-child").all()], ["3", "4"], "by their rows")
    good = header + f"{number},post,4,{day},paper,evening,a\n{number},email,6,{day},paper,,b\n"
    for _ in range(2):
        page.goto(f"http://localhost:{server.port}/desk/counting")
        page.fill("#table-text", good)
        page.get_by_role("button", name="See what it would do").first.click()
        if page.get_by_role("button", name="Enter these rows").count():
            page.get_by_role("button", name="Enter these rows").click()
    check.same(counted(database, slug), before + 10, "a good table counts once, though it was sent twice")


def burst(server, database, page, slug):
    before = counted(database, slug)
    for press in range(66):
        form = {**server.form(slug), "channel": "email", "quantity": "1"}
        answer = server.post_form(f"/en/actions/{slug}/reports", form, **{"x-forwarded-for": f"192.0.2.{press}"})
        if answer.status != 303:
            check(False, f"a report was answered with {answer.status}")
    held = database.rows("SELECT COUNT(*) FROM report_correction WHERE kind = 'held'")[0][0]
    check(int(held) >= 6, f"some of 66 quick reports from one network are held apart: {held}")
    check.same(counted(database, slug), before + 66 - int(held), "and are in no sum")
    page.goto(f"http://localhost:{server.port}/desk/counting")
    picture(page, "held")
    for _ in range(2):
        rows = page.locator("section.desk-table >> nth=0").get_by_role("button", name="Restore")
        if rows.count():
            rows.first.click()
            page.fill("input[name=reason]", "a school")
            page.click("main form.desk-form button")
    check.same(counted(database, slug), before + 66, "released, they count")


def statistics(server, page):
    page.goto(f"http://localhost:{server.port}/desk/statistics")
    check(page.locator("svg[role=img] title").count() >= 3, "pictures with titles")
    check(page.locator("svg[role=img] desc").count() == page.locator("svg[role=img]").count(), "and their words")
    picture(page, "statistics")
    for report in ("action", "title", "case", "country", "topic", "year", "type", "month", "supporter"):
        page.goto(f"http://localhost:{server.port}/desk/statistics/{report}")
        check(page.locator("h1").count() == 1 and "fault" not in page.inner_text("h1").lower(), f"the report by {report} is there")
        answer = page.request.get(f"http://localhost:{server.port}/desk/statistics/{report}?format=csv&mark=1")
        text = answer.body().decode("utf-8")
        check(text.startswith("\ufeff") and "\r\n" in text, f"and as CSV with its mark: {report}")
        check(all(len(row) == 4 for row in csv.reader(io.StringIO(text[1:]))), f"of four columns: {report}")
    page.goto(f"http://localhost:{server.port}/desk/statistics/case")
    picture(page, "by-case")


def letter(page, number, reader, language):
    """Makes a letter at the desk; returns the code in its address."""
    page.goto(page.url.split("/desk/")[0] + "/desk/tallies")
    page.fill("input#action", number)
    page.select_option("select#reader", reader)
    page.select_option("select#language", language)
    page.click("main form.desk-form button")
    page.wait_for_url("**/desk/tallies/*")
    return page.url.rsplit("/", 1)[1]


def papers(page, name, *lines):
    """The words of the letter that is shown, by format."""
    made = {}
    for format, button in (("docx", "As Word file"), ("pdf", "As PDF")):
        page.fill(f"#to-{format}", "Casilla 7, Calle Uno 1, Lima")
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
        path = download.value.path()
        if PICTURES:
            shutil.copy(path, os.path.join(PICTURES, f"{name}.{format}"))
        if format == "docx":
            with zipfile.ZipFile(path) as word:
                text = re.sub(r"<[^>]+>", " ", word.read("word/document.xml").decode())
        else:
            text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
        text = " ".join(text.split())
        for line in ("Casilla 7", *lines):
            check(line in text, f"{name}.{format} says {line!r}: {text[:400]}")


def letters(server, database, page, slug, number):
    home = f"http://localhost:{server.port}"
    page.goto(f"{home}/desk/tallies")
    picture(page, "tallies")
    total, people = counted(database, slug), [row[0] for row in database.rows(
        f"SELECT s.name FROM subject s JOIN action a ON a.id = s.action_id WHERE a.serial = {slug.split('-')[0]}")]
    check(len(people) > 0, "the case is about somebody")
    codes = {}
    for reader, language, words in (("official", "es", "llamamientos"), ("family", "en", "appeals")):
        codes[reader] = code = letter(page, number, reader, language)
        picture(page, f"tally-{reader}")
        papers(page, f"tally-{reader}", f"{total} {words}", f"/tally/{code}", number)
    form = {**server.form(slug), "channel": "post", "quantity": "7"}
    server.post_form(f"/en/actions/{slug}/reports", form)
    check(counted(database, slug) == total + 7, "more is counted later")
    for reader, code in codes.items():
        answer = server.get(f"/en/tally/{code}")
        check.same(answer.status, 200, f"the page of the letter to the {reader} is there")
        check(f"{total} appeals" in answer.words and time.strftime("%Y") in answer.words, f"and confirms figure and date: {answer.words}")
        check(not any(name in answer.text for name in [*people, "Rosa", "Casilla"]), "and names nobody")
    check(server.get(f"/tally/{codes['family']}").status == 302, "the short address leads on")
    page.goto(f"{home}/en/tally/{codes['official']}")
    picture(page, "tally-page")
    return codes, people


def withdrawn(server, database, slug, number, codes, people):
    check.same(amparo(database, "withdraw", number, "--reason", "asked to").status, 0, "the action is withdrawn")
    for path in [f"/en/tally/{code}" for code in codes.values()] + [f"/tally/{code}" for code in codes.values()]:
        answer = server.get(path)
        check.same(answer.status, 410, f"{path} after withdrawal")
        said = [word for word in (*people, slug, number, "Casilla") if word in answer.text]
        check(not said, f"and says nothing of it: {said}")


def commands(database, slug, number):
    before = counted(database, slug)
    dry = amparo(database, "report", "void", "--matching", number, "--source", "paper", "--reason", "a slip", "--dry-run")
    check("nothing was changed" in dry.said and counted(database, slug) == before, f"a dry run of the command: {dry.said!r}")
    done = amparo(database, "report", "void", "--matching", number, "--source", "paper", "--reason", "a slip", "--by", "Ivo")
    check.same(done.status, 0, f"the command takes back: {done.complained}")
    check(counted(database, slug) < before, "and the total falls")
    amparo(database, "report", "restore", "--matching", number, "--source", "paper", "--reason", "it was right", "--by", "Ivo")
    check.same(counted(database, slug), before, "and restores")
    check(amparo(database, "report", "void", "--reason", "all").status != 0, "nothing is taken back without saying what")
    verified = amparo(database, "verify")
    check.same(verified.status, 0, f"verify: {verified.complained.strip()}")


def on(engine):
    with place(engine) as database, Server(database, "--demo", AMPARO_PYTHON=sys.executable) as server, sync_playwright() as playwright:
        slug, _ = open_action(database)
        number = "UA " + slug.replace("-", "/")
        chromium = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
        page = chromium.new_page()
        come_in(server, database, page)
        returns(server, database, page, slug, number)
        tables(server, database, page, slug, number)
        burst(server, database, page, slug)
        statistics(server, page)
        codes, people = letters(server, database, page, slug, number)
        commands(database, slug, number)
        withdrawn(server, database, slug, number, codes, people)
        chromium.close()


if sync_playwright:
    for engine in engines():
        note(engine.name)
        on(engine)
check.end()
