#!/usr/bin/env python3
"""A translation in a real browser with scripts off: by hand beside the source, by XLIFF 1.2 and 2.1 through another program
(translate-toolkit), checked by another person, public in part, stale when the source changes; hostile files refused in words."""
import os
import re
import xml.etree.ElementTree

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright
from translate.storage.xliff import xlifffile
from translate.storage.xliff2 import Xliff2File

from browser import CHROMIUM
from deskdoor import Member, picture
from ground import Server, amparo, check, engines, note, place

AXE = Axe().axe_script
TEXT = """URGENT ACTION
REPORTER HELD OVER A BUDGET QUESTION
UA: 78/21 Index: AFR 32/1278/2021 Kenya Date: 22 November 2021

Wanjiru Otieno has been held in Kisumu since 14 November. Call for her release.

PLEASE SEND APPEALS BEFORE 3 JANUARY 2037 TO:
Minister of the Interior
Harambee House
Nairobi, Kenya
Email: minister@example.org

SAMPLE LETTER
Dear Minister,

I am writing about Wanjiru Otieno, who has been held since 14 November 2021 and who wrote 12 reports.

I urge you to release her.

Sincerely,
"""
PATH = "/desk/actions/78-21/outputs/1/translation/"


def shape_of_one(text):
    """XLIFF 1.2, sections 2.2 to 2.4: what has to be there, and in which order."""
    n = "{urn:oasis:names:tc:xliff:document:1.2}"
    root = xml.etree.ElementTree.fromstring(text)
    check(root.tag == n + "xliff" and root.get("version") == "1.2", "1.2: the root")
    file = root.find(n + "file")
    check(all(file.get(name) for name in ("original", "source-language", "target-language", "datatype")), "1.2: a file says what it is")
    order = ["source", "seg-source", "target", "note", "alt-trans"]
    ids = [unit.get("id") for unit in root.iter(n + "trans-unit")]
    check(ids and len(set(ids)) == len(ids), "1.2: each unit has an id of its own")
    for unit in root.iter(n + "trans-unit"):
        places = [order.index(part.tag.removeprefix(n)) for part in unit]
        check(places == sorted(places) and places[0] == 0, f"1.2: the order within {unit.get('id')}")
        for mark in unit.iter(n + "mrk"):
            check(mark.get("mtype") == "protected", "1.2: a mark has its type")


def shape_of_two(text):
    """XLIFF 2.1, section 4.2.2: languages on the root, notes before segments, ids of marks unique in their unit's source."""
    n = "{urn:oasis:names:tc:xliff:document:2.0}"
    root = xml.etree.ElementTree.fromstring(text)
    check(root.tag == n + "xliff" and root.get("version") == "2.1" and root.get("srcLang") and root.get("trgLang"), "2.1: the root")
    ids = [unit.get("id") for unit in root.iter(n + "unit")]
    check(len(set(ids)) == len(ids) and all(re.fullmatch(r"[\w.:-]+", one) for one in ids), "2.1: ids are name tokens, each once")
    for unit in root.iter(n + "unit"):
        parts = [part.tag.removeprefix(n) for part in unit]
        check(parts == sorted(parts), f"2.1: notes before segments in {unit.get('id')}: {parts}")
        for segment in unit.iter(n + "segment"):
            check([part.tag.removeprefix(n) for part in segment] in (["source"], ["source", "target"]), "2.1: a source, then its target")
            check(segment.get("state") in ("initial", "translated", "reviewed", "final"), "2.1: a state that there is")
            marks = [mark.get("id") for mark in segment.find(n + "source").iter(n + "mrk")]
            check(len(set(marks)) == len(marks), "2.1: marks have ids of their own")


def through_another(text, kind, prefix):
    """Every piece translated by another program, which reads the file, fills it and writes it again."""
    store = kind.parsestring(text.encode())
    check(len(store.units) > 4, f"{kind.__name__} reads {len(store.units)} units")
    for unit in store.units:
        unit.target = f"{prefix} {unit.source}"
    return bytes(store)


def upload(page, bytes, name="back.xlf"):
    page.get_by_label("XLIFF file").set_input_files([{"name": name, "mimeType": "application/xliff+xml", "buffer": bytes}])
    page.get_by_role("button", name="Upload").click()


def box(page, piece):
    return page.locator(f"textarea[name='target.{piece}']")


def hostile(page, path, good):
    for bytes, words in [
        (b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + good.split("?>", 1)[1].replace("Held", "&e;").encode(), "document type or entities"),
        (b"<!DOCTYPE l [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><xliff/>", "document type or entities"),
        (good[:len(good) // 2].encode(), "no well-formed XML"), (b"\x89PNG\xff\xfe", "UTF-8"), (b"<html/>", "no XLIFF"),
        (good.replace('version="2.1"', 'version="9.9"').encode(), "version of XLIFF"), (good.replace('trgLang="de"', 'trgLang="pl"').encode(), "en → pl"),
        (good.replace("ua-78-2021/1", "ua-79-2021/1").encode(), "ua-79-2021/1"), (b" " * 3_500_000, "larger than"),
    ]:
        page.goto(path)
        upload(page, bytes)
        check(words in page.locator("main").inner_text() and "root:" not in page.content(), f"refused in words: {words}")


def translated(engine, browser):
    with place(engine) as database, Server(database) as server:
        address = f"http://localhost:{server.port}"
        rosa, ben = Member(server, database, "rosa", "editor"), Member(server, database, "ben", "approver")
        taken = amparo(database, "import", "--publish", "--accept", "--by", "Rosa", "-", given=TEXT)
        check.same(taken.status, 0, f"the case is there ({taken.complained.strip()[:300]})")
        context = rosa.context(browser, java_script_enabled=False, viewport={"width": 1280, "height": 900})
        page = context.new_page()

        note("by hand")
        page.goto(f"{address}/desk/actions/78-21")
        page.get_by_role("link", name="English → German").click()
        box(page, "headline").fill("Reporterin in Haft")
        box(page, "lead").fill("Wanjiru ist seit dem 15. November in Haft. Fordern Sie ihre Freilassung.")
        page.get_by_role("button", name="Save").click()
        words = page.locator("main").inner_text()
        check("Missing here: Wanjiru Otieno" in words or "The number 14" in words, "what is missing or other is named")
        check("The number 14 of the source is not here" in words and "The number 15 is not in the source" in words, "numbers are compared")
        check("Translated by Rosa" in words and "do not see this language yet" in words, "who translated, and that it is hidden")
        check.same(server.get("/de/actions/78-21").text.count("Reporterin in Haft"), 0, "readers do not see it")
        check.same(page.get_by_role("button", name="I checked this language").count(), 0, "an editor does not check")
        picture(page, "translation")

        note("XLIFF through another program")
        def download(version):
            answer = context.request.get(f"{address}{PATH}de/xliff?version={version}")
            return answer.text()
        one, two = download("1.2"), download("2.1")
        shape_of_one(one)
        shape_of_two(two)
        page.goto(f"{address}{PATH}de")
        upload(page, through_another(one, xlifffile, "eins"))
        check(box(page, "headline").input_value().startswith("eins REPORTER") or box(page, "headline").input_value().startswith("eins Reporter"),
              f"1.2 comes back: {box(page, 'headline').input_value()}")
        check("not translated" not in page.locator("main").inner_text(), "with every piece")
        two = download("2.1")
        page.goto(f"{address}{PATH}de")
        upload(page, through_another(two, Xliff2File, "zwei"))
        check(box(page, "letter.body.1").input_value().startswith("zwei I am writing about Wanjiru Otieno"),
              f"2.1 comes back, names and all: {box(page, 'letter.body.1').input_value()[:80]}")
        check("Missing here" not in page.locator("main").inner_text(), "no name was lost")
        hostile(page, f"{address}{PATH}de", two)

        note("checked by another person")
        context_of_ben = ben.context(browser, java_script_enabled=False)
        other = context_of_ben.new_page()
        other.goto(f"{address}{PATH}de")
        other.get_by_role("button", name="I checked this language").click()
        check("Checked by Ben" in other.content(), "who checked stands there")
        check("zwei" in server.get("/de/actions/78-21").text, "and readers have it")

        note("the source changes")
        database.change("UPDATE text SET headline = 'Reporter charged over a budget question' WHERE language = 'en'")
        page.goto(f"{address}/desk")
        check("78/21" in page.locator(".desk-table", has_text="whose source has changed").inner_text(), "Today says so")
        page.goto(f"{address}{PATH}de")
        row = page.locator("#piece-headline")
        check("the source has changed" in row.inner_text() and row.locator("del").count() > 0 and row.locator("ins").count() > 0,
              f"the piece is stale and shows what changed: {row.inner_text()!r}")
        picture(page, "translation-stale")
        upload(page, through_another(two, Xliff2File, "drei"))
        words = page.locator("main").inner_text()
        check("because their source has changed: headline" in words, "a unit whose source is another is refused by its name")
        check(box(page, "lead").input_value().startswith("drei "), "and the rest is taken")

        note("remembered")
        second = TEXT.replace("78/21", "80/21").replace("1278", "1280").replace("Wanjiru Otieno", "Njeri Otieno")
        check.same(amparo(database, "import", "--publish", "--accept", "--by", "Rosa", "-", given=second).status, 0, "another case")
        page.goto(f"{address}{PATH}de".replace("78-21", "80-21"))
        check("Translated before" in page.content() and "like what was translated before" in page.content(), "phrases are remembered, near ones too")
        page.locator("#piece-letter-closing").get_by_role("button", name="Use this").click()
        check(box(page, "letter.closing").input_value().startswith("drei "), "and taken by one click")
        context_of_axe = rosa.context(browser)
        judged = context_of_axe.new_page()
        judged.goto(f"{address}{PATH}de")
        judged.evaluate(AXE)
        found = judged.evaluate("axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).slice(0, 2).join(' ')))")
        check.same(found, [], "the translation: axe")
        judged.set_viewport_size({"width": 360, "height": 800})
        wide = judged.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        check(not wide, "the translation is not wider than a phone")


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
    for engine in engines():
        note(engine.name)
        translated(engine, browser)
    browser.close()
check.end()
