#!/usr/bin/env python3
"""The public site as files: every link followed from files, pages opened in a browser without a server, and a withdrawal that reaches the mirror.

PDFs, six languages and the folders of all sections, which no database has a part in, are made on SQLite alone.
"""
import contextlib
import json
import os
import pathlib
import re
import subprocess
import tempfile
import threading
import time
import urllib.parse
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser

import feedparser
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from ground import PROGRAM, Server, amparo, check, clean_environment, engines, note, open_action, place

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
LINKS = {"href", "src", "action", "formaction", "data", "poster"}


class Links(HTMLParser):
    """Everything a page leads to or is made of, and the names that stand in it."""

    def __init__(self, text):
        super().__init__()
        self.links, self.names, self.posts = [], set(), 0
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in LINKS and value:
                self.links.append(value)
            if name == "id":
                self.names.add(value)
        self.posts += tag == "form" and (dict(attributes).get("method") or "").lower() == "post"


def crawl(root, origin):
    """Follows every link from the first page, as files; returns the pages, the files and how many links were looked at."""
    pages, files, waiting, looked = {}, set(), [root / "index.html"], 0
    while waiting:
        page = waiting.pop()
        if page in pages:
            continue
        pages[page] = Links(page.read_text(encoding="utf-8"))
        for link in pages[page].links:
            looked += 1
            parts = urllib.parse.urlsplit(link)
            if parts.scheme:
                check(parts.scheme in ("http", "https", "mailto", "tel", "sms"), f"{page}: {link}")
                continue
            target = (page.parent / urllib.parse.unquote(parts.path)).resolve() if parts.path else page
            if not check(target.is_file() and target.is_relative_to(root), f"{page.relative_to(root)}: {link} leads to a file"):
                continue
            files.add(target)
            if target.suffix == ".html":
                waiting.append(target)
    for page, found in pages.items():
        for link in found.links:
            parts = urllib.parse.urlsplit(link)
            target = (page.parent / urllib.parse.unquote(parts.path)).resolve() if parts.path else page
            if not parts.scheme and parts.fragment and target in pages:
                check(parts.fragment in pages[target].names, f"{page.relative_to(root)}: {link} leads to a place on the page")
    return pages, files, looked


def every_page_is_led_to(root, pages, files):
    alone = {path for path in root.rglob("*") if path.is_file()} - set(pages) - files
    names = {str(path.relative_to(root)) for path in alone}
    left = {name for name in names if not re.search(r"(^|/)(robots\.txt|sitemap\.xml|sitemaps/.*\.xml|feed\.(atom|json)|deadlines\.ics|amparo-copy\.json)$", name)}
    left = {name for name in left if not re.fullmatch(r"[\w-]+/index\.html|(\w|-)+/actions/[\w-]+/index\.html", name)}
    check.same(left, set(), "every file is led to, but what programs look for and the notes of withdrawals")


def feeds(root, language):
    read = feedparser.parse((root / language / "feed.atom").read_bytes())
    check(not read.bozo and read.entries, f"the {language} feed is read")
    json.loads((root / language / "feed.json").read_text())
    check((root / language / "deadlines.ics").read_text().startswith("BEGIN:VCALENDAR"), f"the {language} calendar is one")
    ElementTree.parse(root / "sitemap.xml")


def in_browser(root, slug, folder):
    """Pages opened from files: styled, without a word on the console, nothing asked of anybody, no violation that axe knows."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        for language in ["en", "ar", "de"]:
            for name in [f"{language}/index.html", f"{language}/actions/{slug}/index.html", f"{language}/about/index.html", "index.html"]:
                for width, theme in [(390, "light"), (1280, "dark")]:
                    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=theme, java_script_enabled=True)
                    page, said = context.new_page(), []
                    page.on("console", lambda message: said.append(message.text))
                    page.on("request", lambda request: said.append(request.url) if not request.url.startswith("file:") else None)
                    page.goto((root / name).as_uri())
                    where = f"{name} at {width} {theme}"
                    check.same(said, [], f"{where}: nothing asked of a server, nothing on the console")
                    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
                    check(paper not in ("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"), f"{where}: the style is there ({paper})")
                    check(page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{where}: no sideways scroll")
                    if name != "index.html":
                        check.same(page.evaluate("document.dir"), "rtl" if language == "ar" else "ltr", f"{where}: its direction")
                        remark = page.locator(".remark")
                        check(remark.is_visible() and remark.locator("a").get_attribute("href").startswith("http"), f"{where}: says it is a copy")
                    page.evaluate(Axe().axe_script)
                    faults = page.evaluate("axe.run({resultTypes: ['violations']}).then(found => found.violations.map(one => one.id))")
                    check.same(faults, [], f"{where}: axe")
                    if folder:
                        page.screenshot(path=str(folder / f"{name.replace('/', '-')}-{width}-{theme}.png"))
                    context.close()
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto((root / "en/index.html").as_uri())
        page.locator(f"a[href*='actions/{slug}']").first.click()
        page.wait_for_load_state()
        check(page.url.endswith(f"/en/actions/{slug}/index.html"), "one goes from page to page in files")
        page.locator("nav.languages summary").click()
        page.locator("nav.languages a[lang=ar]").click()
        page.wait_for_load_state()
        check(page.url.endswith(f"/ar/actions/{slug}/index.html"), "and from language to language")
        browser.close()


def never_half(database, root):
    """While the copy is replaced again and again, whoever looks finds the first page and the mark of a whole copy."""
    stop, misses, looks = threading.Event(), [], [0]

    def look():
        while not stop.is_set():
            looks[0] += 1
            for name in ["index.html", "amparo-copy.json"]:
                try:
                    (root / name).read_bytes()
                except FileNotFoundError:
                    misses.append(name)
            time.sleep(0.0005)

    thread = threading.Thread(target=look)
    thread.start()
    check.same(amparo(database, "export", "--site", root, "--section", "int", "--no-pdf").status, 0, "the copy is replaced")
    stop.set()
    thread.join()
    check(looks[0] > 20, "somebody looked meanwhile")
    check.same(misses, [], "at every moment there was a whole copy")


def on(engine):
    with place(engine) as database, Server(database, "--demo", AMPARO_MAIL_SMTP="smtp://127.0.0.1:9", AMPARO_MAIL_FROM="post@example.org") as server:
        slug, _ = open_action(database)
        papers = engine.name == "SQLite"
        languages = ["en", "es", "fr", "de", "ar", "zh-Hans"] if papers else ["en", "es", "ar"]
        check.same(amparo(database, "section", "languages", "int", *languages, "--by", "Rosa").status, 0, "its languages")
        root = pathlib.Path(database.folder, "mirror")
        settings = {"AMPARO_PORT": server.port, "AMPARO_MAIL_SMTP": "smtp://127.0.0.1:9", "AMPARO_MAIL_FROM": "post@example.org"}
        secret = "rosa.quispe"
        check.same(amparo(database, "staff", "add", secret, "--name", "Rosa Quispe", "--section", "int", "--role", "editor").status, 0, "a staff member")
        start = time.monotonic()
        ran = amparo(database, "export", "--site", root, "--section", "int", *([] if papers else ["--no-pdf"]), **settings)
        check.same((ran.status, ran.complained), (0, ""), "the site is exported")
        note(f"{engine.name}: {ran.said.splitlines()[0]} in {time.monotonic() - start:.1f} s, {'PDFs too' if papers else 'without PDFs'}")
        pages, files, looked = crawl(root, server)
        note(f"{len(pages)} pages and {len(files)} files led to by {looked} links")
        check(len(pages) > 100, "there are many pages")
        every_page_is_led_to(root, pages, files)
        check(not any(found.posts for found in pages.values()), "no form sends anything from a copy")
        check.same(any(path.suffix == ".pdf" for path in files), papers, "PDFs are there, where they were asked for")
        check(any(path.suffix == ".docx" for path in files), "documents are there")
        live = pages[root / f"en/actions/{slug}/index.html"].links
        for wanted in [f"/en/actions/{slug}/write", f"/en/actions/{slug}/report", "/en/alerts", "/go"]:
            check(f"http://localhost:{server.port}{wanted}" in live, f"{wanted} leads to the server")
            check(server.get(wanted).status < 500, f"{wanted} is there")
        for path in root.rglob("*"):
            if path.is_file():
                check(secret.encode() not in path.read_bytes() and b"Rosa Quispe" not in path.read_bytes(), f"{path}: nobody's address")
        check(all(path.stat().st_mode & 0o044 == 0o044 for path in root.rglob("*")), "a web server may read it all")
        for language in ["en", "ar"]:
            feeds(root, language)
        withdrawn = [path for path in root.glob("en/actions/*/index.html") if "410" in path.read_text() or "withdrawn" in path.read_text().lower()]
        check(withdrawn, "the example that was taken down has its note")

        if engine.name == "SQLite":
            pictures = os.environ.get("AMPARO_PICTURES")
            in_browser(root, slug, pathlib.Path(pictures) if pictures else None)

        headline = re.search(r"<h1[^>]*>(.*?)</h1>", (root / f"en/actions/{slug}/index.html").read_text(), re.S).group(1).strip()
        check(any(headline in path.read_text() for path in root.rglob("*.html")), "the headline is in the copy")
        reference = f"UA {slug.replace('-', '/')}"
        check.same(amparo(database, "withdraw", reference, "--reason", "the family asks", "--by", "Rosa").status, 0, "the action is taken down")
        never_half(database, root)
        left = [path for path in root.rglob("*") if path.is_file() and headline.encode() in path.read_bytes()]
        check.same(left, [], "nothing of it is left in the copy")
        check((root / f"en/actions/{slug}/index.html").is_file() and not (root / f"documents/{slug}").exists(), "but the note")
        crawl(root, server)

        if papers:
            both = pathlib.Path(database.folder, "all")
            check.same(amparo(database, "export", "--site", both, "--no-pdf", **settings).status, 0, "all sections are exported")
            pages, _, _ = crawl(both, server)
            check({"int", "us", "ch"} <= {path.name for path in both.iterdir()} and len(pages) > 100, "each in its folder")
        mine = pathlib.Path(database.folder, "mine")
        mine.mkdir()
        (mine / "letter.txt").write_text("mine")
        refused = amparo(database, "export", "--site", mine)
        check.same((refused.status, (mine / "letter.txt").read_text()), (1, "mine"), "a folder of somebody else's is left alone")
        check.same([path.name for path in pathlib.Path(database.folder).iterdir() if "amparo-new" in path.name], [], "nothing is left beside")


for engine in engines():
    on(engine)
check.end()
