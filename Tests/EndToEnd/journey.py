#!/usr/bin/env python3
"""From pasted text to readers in two languages and to a mail, in a real browser with scripts off, every interaction counted: an editor pastes,
reviews, accepts, translates and asks for a review; an approver reads both languages, approves, publishes, and lets the alert go.

An interaction is a click, a field that is filled, a box that is ticked. Signing in is done before. The document is the first of the seeds in
AMPARO_CORPUS; without it there is nothing to paste."""
import glob
import os
import re
import time
import urllib.parse

from playwright.sync_api import sync_playwright

from browser import CHROMIUM
from deskdoor import Member, picture
from ground import CORPUS, Server, check, engines, note, place, skip, wait_until
from mail import free_port
from postoffice import PostOffice

MOST = 40
# What a translator writes for each piece of the document; a piece that is not here gets the words of its kind.
SPANISH = {
    "headline": "Niñez refugiada en riesgo",
    "lead": "Niñas, niños y adolescentes que piden asilo no reciben sus documentos.",
    "call": "Pidan que se les entreguen sus documentos sin demora.",
    "letter.greeting": "Señor Ministro:",
    "letter.closing": "Atentamente,",
}


class Hands:
    """One person's mouse and keyboard: does, and counts."""

    def __init__(self, page, tally):
        self.page, self.tally = page, tally

    def click(self, target):
        self.did(f"click {target}")
        target.click()
        self.page.wait_for_load_state()

    def link(self, name):
        self.click(self.page.get_by_role("link", name=name, exact=True).first)

    def button(self, name):
        self.click(self.page.get_by_role("button", name=name, exact=True).first)

    def fill(self, target, words):
        self.did(f"fill {target}")
        target.fill(words)

    def tick(self, target):
        self.did(f"tick {target}")
        target.check()

    def did(self, what):
        self.tally.append(re.sub(r"<Locator frame=<.*?> selector=(.*)>", r"\1", what))

    def says(self, words, what):
        held = self.page.locator("main").inner_text()
        check(words in held, f"{what}: {held[:600]!r}")


def seed():
    found = sorted(glob.glob(os.path.join(CORPUS, "seeds", "000*.txt")))
    if not found:
        skip("no seeds in AMPARO_CORPUS")
    with open(found[0], encoding="utf-8") as file:
        return file.read()


def reader_signs_up(server, office):
    server.post_form("/en/alerts", {"address": "eva@example.org", "pace": "at_once"})
    check(wait_until(lambda: office.to("eva"), 30)[0], "a reader gets her letter")
    link = urllib.parse.urlsplit(re.search(r"^(http://localhost:\d+/\S+/alerts/confirm/\S+)$", office.to("eva")[0].plain, re.M).group(1))
    check.same(server.post_form(link.path, {}).status, 303, "and confirms")


def from_text_to_draft(hands, text):
    """Pasted, mended, accepted: the editor opens by itself."""
    page = hands.page
    hands.link("Imports")
    hands.fill(page.get_by_label("The whole text of an urgent action"), text)
    hands.button("Read it")
    picture(page, "journey-review")
    # Both days of the document are long past; as it stands it would be no news, and nobody would be alerted.
    for field, ahead in (("issue_date", 0), ("expiry_date", 40)):
        hands.fill(page.locator(f"#{field}"), time.strftime("%Y-%m-%d", time.gmtime(time.time() + ahead * 86_400)))
    for box in page.locator("input[name=settled]").all():
        hands.tick(box)
    hands.button("Accept as a draft")
    check(re.search(r"/desk/actions/[^/]+/outputs/1$", page.url), f"a draft opens where it is written: {page.url}: {page.locator('main').inner_text()[:300]}")
    picture(page, "journey-editor")


def into_spanish(hands):
    """Each piece beside its source."""
    page = hands.page
    hands.link("English → Spanish")
    for area in page.locator("textarea[name^='target.']").all():
        piece = area.get_attribute("name").removeprefix("target.")
        source = page.locator(f"#piece-{piece.replace('.', '-')} .translation-source p").first.inner_text()
        numbers = " ".join(re.findall(r"\d+", source))
        hands.fill(area, SPANISH.get(piece, f"Traducción de {re.sub('[^a-z]+', ' ', piece).strip()}. {numbers}").strip())
    hands.button("Save")
    hands.says("ready to be checked by another person", "every piece is translated")
    picture(page, "journey-translation")
    hands.link("Back to the case")
    hands.button("Ask for a review")
    hands.says("Waits for review", "the case waits for review")


def approved_and_published(hands, server):
    """Found on Today; both languages read; approved; published."""
    page = hands.page
    hands.click(page.locator("main td a[href$='/outputs/1']").first)
    slug = page.url.split("/actions/")[1].split("/")[0]
    hands.link("English → Spanish")
    hands.button("I checked this language")
    hands.says("Checked by Ben", "who checked stands there")
    hands.link("Back to the case")
    hands.button("Approve")
    hands.says("Approved by Ben", "approved")
    hands.button("Publish now")
    for language, words in [("en", "Peru"), ("es", SPANISH["headline"])]:
        found, _ = wait_until(lambda: words in server.get(f"/{language}/actions/{slug}").text, 20)
        check(found, f"the page is there in {language}: {server.get(f'/{language}/actions/{slug}').status}")
    check(SPANISH["headline"] not in server.get(f"/en/actions/{slug}").text, "each language has its own words")


def alert_goes(hands, database, office):
    """Drafted by itself; tested, read, approved; then it goes to whoever asked for it."""
    page = hands.page
    def states():
        return database.rows("SELECT state FROM alert WHERE section = 'int'")
    drafted, _ = wait_until(lambda: states() == [("draft",)], 30)
    check(drafted, f"an alert is drafted: {database.rows('SELECT section, state FROM alert')}")
    hands.link("Alerts")
    picture(page, "journey-alerts")
    hands.click(page.locator("main td a[href^='/desk/alerts/']").first)
    hands.says(SPANISH["headline"], "the alert shows both languages")
    picture(page, "journey-alert")
    hands.fill(page.get_by_label("E-mail address"), "ben@example.org")
    hands.button("Send a test")
    check(wait_until(lambda: len(office.to("ben")) >= 2, 30)[0], f"a test comes in each language: {len(office.to('ben'))}")
    hands.button("Approve")
    check(states()[0][0] in ("approved", "selecting", "sending", "done"), f"it is queued: {states()}")
    check(wait_until(lambda: len(office.to("eva")) > 1, 30)[0], "and whoever asked for it gets it")


def journey(engine, browser, text):
    with place(engine) as database, PostOffice(database.folder) as office:
        port = free_port()
        with Server(database, "--port", str(port), **office.settings, AMPARO_PORT=str(port)) as server:
            address, tally = f"http://localhost:{server.port}", []
            rosa, ben = Member(server, database, "rosa", "editor"), Member(server, database, "ben", "approver")
            reader_signs_up(server, office)
            hands = []
            for one in (rosa, ben):
                page = one.context(browser, java_script_enabled=False, viewport={"width": 1280, "height": 900}).new_page()
                page.goto(f"{address}/desk")
                hands.append(Hands(page, tally))
            began = time.monotonic()
            from_text_to_draft(hands[0], text)
            drafted = len(tally)
            into_spanish(hands[0])
            asked = len(tally)
            hands[1].page.reload()
            approved_and_published(hands[1], server)
            published, seconds = len(tally), time.monotonic() - began
            alert_goes(hands[1], database, office)
            note(f"{engine.name}: {published} interactions from the pasted text to a published action in two languages "
                 f"({drafted} to the draft, {asked - drafted} to translate and ask, {published - asked} to check, approve, publish), "
                 f"{len(tally) - published} more until its alert is queued: {len(tally)} in all; the machine took {seconds:.1f} s of it")
            check(len(tally) < MOST, f"fewer than {MOST} interactions: {len(tally)}: {tally}")
            check.same(server.words().count("fault"), 0, "faults in the server's log")


def main():
    text = seed()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for engine in engines():
            journey(engine, browser, text)
        browser.close()
    check.end()


if __name__ == "__main__":
    main()
