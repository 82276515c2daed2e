#!/usr/bin/env python3
"""The pages that readers and supporters meet, in languages that are written otherwise and in one with longer words (en-XA): nothing is wider
than a screen of 320 px, no word stays English, right to left runs right to left. AMPARO_LANGUAGES=all takes every language there is."""
import json
import os
import re

from playwright.sync_api import sync_playwright

from browser import AXE, CHROMIUM, IS_DEEP, LANGUAGES as CHOSEN, Site, violations, watched
from ground import ROOT, Server, SQLite, amparo, check, note, open_action, place

LANGUAGES = CHOSEN if IS_DEEP else ["ar", "fa", "ru", "zh-Hans"]
PSEUDO = "en-XA"
RIGHT_TO_LEFT = {"ar", "fa"}
FOLDER = os.path.join(ROOT, "Sources", "Campaign", "Resources", "Languages")


def paths(language, slug):
    action = f"/{language}/actions/{slug}"
    return [f"/{language}/", action, f"{action}/write", f"{action}/report", f"{action}/thanks", f"/{language}/alerts", f"/{language}/my", f"/{language}/archive",
            f"/{language}/pack", f"/{language}/about", f"/{language}/privacy", f"/{language}/groups", f"/{language}/nowhere"]


def wide(page):
    """What sticks out of the screen, the deepest elements first."""
    return page.evaluate("""() => {
        const edge = window.innerWidth, found = [];
        if (document.documentElement.scrollWidth <= edge) return found;
        for (const one of document.body.querySelectorAll('*')) {
            const box = one.getBoundingClientRect();
            if ((box.right > edge + 1 || box.left < -1) && box.width > 0) found.push(`${one.tagName}.${one.className}: ${one.textContent.trim().slice(0, 60)}`);
        }
        return found.slice(-4).concat(`page ${document.documentElement.scrollWidth}`);
    }""")


def cut(page):
    """Controls whose words do not fit in them."""
    return page.evaluate("""() => [...document.querySelectorAll('button, .button, summary, label, legend, nav a')]
        .filter(one => one.offsetParent && one.clientWidth > 1 && (one.scrollWidth > one.clientWidth + 1) && getComputedStyle(one).display !== 'inline')
        .map(one => `${one.tagName}.${one.className}: ${one.textContent.trim().slice(0, 60)}`).slice(0, 5)""")


def english_left(page, language, words, english):
    """Sentences of the English file on a page of another language."""
    text = page.inner_text("body")
    return [value for key, value in english.items() if isinstance(value, str) and len(value) > 24 and "{" not in value and value in text
            and words.get(key) != value][:3]


def look_at(page, site, language, slug, english):
    words = english if language == PSEUDO else json.load(open(os.path.join(FOLDER, f"{language}.json"), encoding="utf-8"))
    for path in paths(language, slug):
        answer = page.goto(site.address + path)
        check(answer.status == (404 if path.endswith("nowhere") else 200), f"{path}: {answer.status}")
        check.same(page.get_attribute("html", "lang"), language, f"{path}: language")
        check.same(page.get_attribute("html", "dir"), "rtl" if language in RIGHT_TO_LEFT else "ltr", f"{path}: direction")
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        for width in [320, 1280]:
            page.set_viewport_size({"width": width, "height": 800})
            sticking = wide(page)
            check(not sticking, f"{path} at {width}: {sticking}")
            check(not cut(page), f"{path} at {width}: cut off: {cut(page)}")
        left = english_left(page, language, words, english) if language not in ("en", PSEUDO) else []
        check(not left, f"{path}: still English: {left}")
        if IS_DEEP:
            page.evaluate(AXE)
            found = violations(page)
            check(not found, f"{path}: {found}")


def sees_what_sticks_out(browser, site):
    """The looks above can fail."""
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(f"{site.address}/en/")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<button class=\"button\">' + 'o'.repeat(200) + '</button>')")
    check(wide(page) or cut(page), "a word of 200 letters is seen")
    check(english_left(page, "it", {}, {"a": page.inner_text("main p >> nth=0")}), "an English sentence is seen")
    page.context.close()


def main():
    english = json.load(open(os.path.join(FOLDER, "en.json"), encoding="utf-8"))
    with place(SQLite) as database:
        with Server(database, "--demo"):
            pass
        check.same(amparo(database, "section", "languages", "int", "en", "xx").status, 1, "a language that there are no words in")
        ran = amparo(database, "section", "languages", "int", *dict.fromkeys(["en", *LANGUAGES, "zh-Hans", PSEUDO]), "--by", "Rosa")
        check(ran.status == 0 and "zh-Hans" in ran.said, f"section languages: {ran.complained}")
        check.same(database.rows("SELECT count(*) FROM event WHERE name = 'section.changed' AND detail LIKE '%languages%'")[0][0], 1, "the log tells of it")
        slug, _ = open_action(database)
        with Server(database, "--demo", AMPARO_MAIL_SMTP="smtp://127.0.0.1:9", AMPARO_MAIL_FROM="actions@example.org") as server, sync_playwright() as playwright:
            site = Site(server, database)
            check.same(server.get("/", **{"Accept-Language": "zh-CN,en;q=0.4"}).fields["location"], "/zh-Hans/", "a reader in China")
            check(re.search(r'hreflang="ar" href="[^"]+/ar/"', server.get("/en/").text), "pages name their other languages")
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            sees_what_sticks_out(browser, site)
            for language in [*LANGUAGES, PSEUDO]:
                context = browser.new_context(viewport={"width": 320, "height": 800}, java_script_enabled=True)
                page = watched(context, site, faults := [])
                look_at(page, site, language, slug, english)
                check(not faults, f"{language}: {faults}")
                context.close()
            browser.close()
        note(f"{len(LANGUAGES) + 1} languages")
    check.end()


if __name__ == "__main__":
    main()
