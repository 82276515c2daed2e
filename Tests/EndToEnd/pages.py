#!/usr/bin/env python3
"""Every page that a link leads to, found by following links and not from a list: of the public site, and of the desk, whose every room an admin sees.
On each: no violation that axe knows, nothing wider than the screen, in both themes. Of pages that differ by a name or a number alone, one is looked at.

The site in four languages of three scripts and both directions, the desk in two. What was judged in English is judged in the others by all that words and
their direction can break; a kind of page that English has not, in full. With AMPARO_LANGUAGES=all (`make check-deep`) the site in every language and the
desk in its four, by all rules at both widths and in both themes.
"""
import re
import urllib.parse

from playwright.sync_api import sync_playwright

from browser import ALL_LANGUAGES, CHROMIUM, IS_DEEP, LANGUAGES, look
from deskdoor import Member
from ground import Server, SQLite, amparo, check, note, place

SITE = LANGUAGES if IS_DEEP else ["en", "ar", "ru", "zh-Hans"]
DESK = [language for language in ["en", "es", "fr", "de"] if language in LANGUAGES] if IS_DEEP else ["en", "de"]


def pattern(address):
    """What pages of one kind have in common: their path without language, names and numbers."""
    parts = urllib.parse.urlsplit(address)
    path = re.sub(r"^/[a-z]{2}(-[A-Za-z]+)?/", "/*/", parts.path)
    path = re.sub(r"/[0-9a-f]{8}-?[0-9a-f-]{20,}|/[A-Za-z0-9_-]{22,}|/(\w+-)*\d[\w.-]*", "/*", path)
    return path, tuple(sorted(name for name, _ in urllib.parse.parse_qsl(parts.query)))


def followed(page, root, begin, is_inside, what, judged=frozenset()):
    """Looks at each page from those to begin with on; returns the kinds of pages that were seen. Of those that were judged before, at the words alone."""
    waiting, kinds = list(begin), set()
    while waiting:
        address = waiting.pop(0)
        kind = pattern(address)
        if kind in kinds:
            continue
        kinds.add(kind)
        seen = page.context.request.get(root + address, max_redirects=0)
        if seen.status in (301, 302, 303):
            waiting.append(urllib.parse.urljoin(address, seen.headers["location"]).removeprefix(root))
            continue
        check(seen.status in (200, 410), f"{what}: {address} answers {seen.status}")
        if not seen.headers.get("content-type", "").startswith("text/html"):
            continue
        page.goto(root + address)
        for link in page.eval_on_selector_all("a[href]", "all => all.map(one => one.getAttribute('href'))"):
            target = urllib.parse.urljoin(root + address, link).split("#")[0].removeprefix(root)
            if is_inside(target):
                waiting.append(target)
        look(page, f"{what}: {address}", thoroughly=False, in_words=kind in judged)
    return kinds


def main():
    with place(SQLite) as database:
        with Server(database, "--demo"):
            pass
        check.same(amparo(database, "section", "languages", "int", *ALL_LANGUAGES, "--by", "Rosa").status, 0, "section languages")
        with Server(database, "--demo", AMPARO_MAIL_SMTP="smtp://127.0.0.1:9", AMPARO_MAIL_FROM="actions@example.org") as server, sync_playwright() as playwright:
            root, browser = f"http://localhost:{server.port}", playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            judged = set()
            for language in SITE:
                page = browser.new_context(locale=language).new_page()
                kinds = followed(page, root, [f"/{language}/"], lambda target, home=f"/{language}/": target.startswith(home), f"site in {language}", judged)
                judged = judged or kinds
                check(len(kinds) > 20, f"the site in {language} has its pages: {len(kinds)}")
                note(f"the site in {language}: {len(kinds)} kinds of pages")
                page.context.close()
            rosa = Member(server, database, "rosa", "admin")
            judged = set()
            for language in DESK:
                database.change(f"UPDATE staff SET language = '{language}'")
                page = rosa.context(browser).new_page()
                kinds = followed(page, root, ["/desk"], lambda target: re.match(r"/desk(/|$|\?)", target), f"desk in {language}", judged)
                judged = judged or kinds
                check.same(page.get_attribute("html", "lang"), language, "the desk's language")
                check(len(kinds) > 30, f"the desk in {language} has its rooms: {len(kinds)}")
                note(f"the desk in {language}: {len(kinds)} kinds of pages")
                page.context.close()
            browser.close()
            check.same(server.words().count("fault"), 0, "faults in the server's log")
    check.end()


if __name__ == "__main__":
    main()
