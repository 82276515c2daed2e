#!/usr/bin/env python3
"""Documents from paste and upload to their review, in a real browser with scripts off: mend a finding, accept, and the draft is there;
many files with their progress; hostile files refused by name; two people at once. AMPARO_CORPUS adds the documents of people."""
import io
import os
import zipfile

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, sync_playwright

from browser import CHROMIUM
from deskdoor import Member, picture
from ground import CORPUS, Server, check, engines, is_first, note, place, wait_until

AXE = Axe().axe_script
TEXT = """URGENT ACTION
REPORTER HELD OVER A BUDGET QUESTION
UA: {number}/21 Index: AFR 32/12{number}/2021 Kenya Date: 22 November 2021

Wanjiru Otieno has been held in Kisumu since 14 November. Call for her release.

Please write immediately in English or your own language:
- urging the authorities to release her.

PLEASE SEND APPEALS BEFORE 1 JANUARY 2021 TO:
Minister of the Interior
Harambee House
Nairobi, Kenya
Email: minister@example.org
Salutation: Dear Minister
"""
PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)


def archive(**members):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name.replace("_", "."), content)
    return held.getvalue()


def judge(page, what):
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    check(not wide, f"{what} is not wider than the screen")


def says(page, words):
    """False as well while the page is on its way to its next state."""
    try:
        return words in page.content()
    except Error:
        return False


def axe(member, browser, address, path, what):
    if not is_first(what):
        return
    context = member.context(browser)
    page = context.new_page()
    page.goto(address + path)
    page.evaluate(AXE)
    found = page.evaluate("axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).slice(0, 2).join(' ')))")
    check.same(found, [], f"{what}: axe")
    context.close()


def paste(page, address, text):
    page.goto(address + "/desk/imports")
    page.get_by_label("The whole text of an urgent action").fill(text)
    page.get_by_role("button", name="Read it").click()


def reviewed(engine, browser):
    with place(engine) as database, Server(database) as server:
        address = f"http://localhost:{server.port}"
        rosa, ben = Member(server, database, "rosa", "editor"), Member(server, database, "ben", "editor")
        context = rosa.context(browser, java_script_enabled=False, viewport={"width": 390, "height": 844})
        page = context.new_page()

        note("paste, mend, accept")
        paste(page, address, TEXT.format(number=78))
        check("/desk/imports/" in page.url, "a pasted text leads straight to its review")
        path = page.url[len(address):]
        judge(page, "the review on a phone")
        check.same(database.rows("SELECT count(*) FROM action WHERE serial = 78")[0][0], 0, "nothing is an action yet")
        check("UA: 78/21" == page.get_by_label("Reference", exact=True).input_value(), "the reference is a field")
        field = page.locator("#expiry_date")
        link = page.locator(".review-field:has(#expiry_date) .review-finding a").first
        link.click()
        line = page.locator(page.url[page.url.index("#"):])
        check("1 JANUARY 2021" in line.inner_text(), "a finding leads to its line")
        line.get_by_role("link", name="Letters until").click()
        check(page.url.endswith("#expiry_date"), "and the line back to its field")
        page.get_by_role("button", name="Accept as a draft").click()
        check("nobody has looked at them yet" in page.content(), "an unsure finding stops the acceptance")
        picture(page, "review")
        field.fill("2022-01-03")
        page.get_by_role("button", name="Save", exact=True).click()
        check.same(page.locator("#expiry_date").input_value(), "2022-01-03", "a mended field is kept")
        other = ben.context(browser, java_script_enabled=False)
        late = other.new_page()
        late.goto(address + path)
        for box in page.locator("input[name=settled]").all():
            box.check()
        page.get_by_role("button", name="Accept as a draft").click()
        check(page.url.startswith(f"{address}/desk/actions/78-21/outputs/1"), f"the draft is there: {page.url}")
        check("Draft" in page.content() and "Reporter held" in page.content(), "with its headline")
        check.same(server.get("/en/actions/78-21").status, 404, "and nobody else sees it")
        late.get_by_role("button", name="Save", exact=True).click()
        check("Rosa has accepted this document" in late.content(), "the second sees that it was decided")
        check.same(database.rows("SELECT count(*) FROM review WHERE content IS NOT NULL OR source IS NOT NULL OR name <> ''")[0][0], 0,
                   "what was decided leaves no word")
        paste(page, address, TEXT.format(number=78))
        check("same file is part of this action already" in page.content(), "the same text again is recognised")

        note("declined")
        paste(page, address, TEXT.format(number=79))
        axe(rosa, browser, address, page.url[len(address):], "the review")
        page.get_by_role("button", name="Decline and erase").click()
        check("Declined by Rosa" in page.content(), "who declined is told")
        uploaded(server, database, rosa, page, address)
        axe(rosa, browser, address, "/desk/imports", "the list")


def uploaded(server, database, rosa, page, address):
    note("many files")
    files = [{"name": f"case-{number}.txt", "mimeType": "text/plain", "buffer": TEXT.format(number=number).encode()} for number in range(100, 112)]
    files += [
        {"name": "drawing.svg", "mimeType": "image/svg+xml", "buffer": b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"},
        {"name": "page.html", "mimeType": "text/html", "buffer": b"<html><script>document.title='taken'</script><body onload=alert(1)>" +
         TEXT.format(number=120).replace("\n", "<br>").encode()},
        {"name": "photo.png", "mimeType": "image/png", "buffer": PNG},
        {"name": "empty.txt", "mimeType": "text/plain", "buffer": b""},
        {"name": "broken.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\nnothing"},
        {"name": "pack.zip", "mimeType": "application/zip", "buffer": archive(one_txt=TEXT.format(number=130), two_txt=TEXT.format(number=131), inner_zip=archive(a_txt="x"))},
        {"name": "<b>bold.txt", "mimeType": "text/plain", "buffer": TEXT.format(number=140).encode()},
    ]
    page.goto(address + "/desk/imports")
    page.get_by_label("One or many documents").set_input_files(files)
    page.get_by_role("button", name="Upload").click()
    check(page.url.endswith("/desk/imports/progress"), "an upload leads to its progress")
    picture(page, "progress")
    done, seconds = wait_until(lambda: says(page, "All are read."), 120)
    check(done, f"all files are read, the page looks again by itself ({seconds:.1f} s)")
    words = page.locator("main").inner_text()
    for name, state in [("case-111.txt", "Read, to be reviewed"), ("page.html", "Read, to be reviewed"), ("drawing.svg", "drawing (SVG)"),
                        ("empty.txt", "no text in it"), ("broken.pdf", "damaged"), ("one.txt", "Read, to be reviewed"),
                        ("inner.zip", "archive within an archive"), ("photo.png", "cannot be read"), ("<b>bold.txt", "Read, to be reviewed")]:
        row = page.locator("tr", has_text=name).first
        check(state in row.inner_text(), f"{name}: {row.inner_text()!r} says {state!r}")
    check("taken" not in page.title() and "alert(1)" not in words, "no script of a document runs or shows")
    check.same(database.rows("SELECT count(*) FROM review WHERE state = 'read'")[0][0], 16, "so many wait for a person")
    page.get_by_role("link", name="page.html").click()
    check("alert(1)" not in page.content() and "REPORTER HELD" in page.content(), "a page's words are shown and its script is not")


def seeds(browser):
    """The documents of people, where they are: each is read without a fault."""
    folder = os.path.join(CORPUS, "seeds")
    if not os.path.isdir(folder):
        return note("no seeds beside the repository")
    with place(engines()[0]) as database, Server(database) as server:
        address = f"http://localhost:{server.port}"
        rosa = Member(server, database, "rosa", "editor")
        page = rosa.context(browser, java_script_enabled=False).new_page()
        for name in sorted(os.listdir(folder)):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                paste(page, address, file.read())
            check("/desk/imports/" in page.url and page.locator("#reference").input_value() != "", f"{name} is read and has its number")
            if name.startswith("000"):
                picture(page, "seed")
                boxes = page.locator("input[name=settled]")
                clicks = 3 + boxes.count()
                for box in boxes.all():
                    box.check()
                page.get_by_role("button", name="Accept as a draft").click()
                check(page.url.startswith(f"{address}/desk/actions/"), f"seed 000 is a draft after {clicks + 1} interactions: {page.url}")
                note(f"seed 000: paste to draft in {clicks + 1} interactions")


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
    for engine in engines():
        note(engine.name)
        reviewed(engine, browser)
    seeds(browser)
    browser.close()
check.end()
