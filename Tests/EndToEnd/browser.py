#!/usr/bin/env python3
"""The site in a real browser: every page in four languages, light and dark, narrow and wide; then the journeys of those who write.

AMPARO_LANGUAGES=all (`make check-deep`) takes all languages, or those that it names, and judges each page by all rules at both widths in both themes.
Without it a page is judged narrow in the light theme and wide in the dark one: in English by all rules both times, in the other languages the second
time by those that a stylesheet can break.

Pages: no accessibility violation that axe knows, no word on the console, no request to another host, no sideways scroll, at most
60 KB in all and 14 KB for the first answer. Journeys: scripts off, one of them by keyboard alone.
"""
import contextlib
import gzip
import os
import re
import urllib.parse
import urllib.request

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, sync_playwright

from ground import Server, SQLite, amparo, check, is_first, note, place

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ALL_LANGUAGES = ["en", "es", "fr", "de", "it", "pt", "nl", "ar", "fa", "tr", "ru", "uk", "zh-Hans"]
# Four take long enough; `make check-deep` looks at all of them.
WANTED = os.environ.get("AMPARO_LANGUAGES", "").split()
IS_DEEP = bool(WANTED)
LANGUAGES = ALL_LANGUAGES if WANTED == ["all"] else WANTED or ["en", "es", "fr", "de"]
GUIDES = ["about", "counting", "writing", "privacy", "contact"]
AXE = Axe().axe_script
# What words and their direction cannot break, and takes half of the time.
OF_COLOUR = ["color-contrast"]
# What a theme or a width can break; everything else is in the page, which is the same at both.
OF_STYLE = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]


class Site:
    """A server with the examples, and what a test needs to know of them."""

    def __init__(self, server, database):
        self.server, self.database = server, database
        self.address = f"http://localhost:{server.port}"
        rows = database.rows("SELECT a.series, a.serial, a.year, o.ordinal FROM action a JOIN output o ON o.action_id = a.id ORDER BY 3, 2, 4")
        self.outputs = [(f"{'' if series == 'UA' else series.lower() + '-'}{serial}-{year % 100:02d}", ordinal) for series, serial, year, ordinal in rows]
        self.open = next(slug for slug, _ in self.outputs if slug.startswith("901-"))
        self.withdrawn = next(slug for slug, _ in self.outputs if server.get(f"/en/actions/{slug}").status == 410)

    def paths(self, language):
        """Every page that a reader can open, with the status it ought to have."""
        home = f"/{language}/"
        found = self.server.get(f"{home}archive").text
        years = re.findall(rf'href="({home}archive/\d+)"', found)[:1]
        months = years + re.findall(rf'href="({home}archive/\d+/\d+)"', self.server.get(years[0]).text)[:1]
        seen = {home: 200, f"{home}?country=pe": 200, f"{home}archive": 200, f"/go?q=UA+555%2F21&language={language}": 404, f"{home}nowhere": 404}
        seen |= {path: 200 for path in dict.fromkeys(months)}
        seen |= {f"{home}{guide}": 200 for guide in GUIDES}
        seen |= {f"{home}actions/{slug}/{ordinal}": 410 if slug == self.withdrawn else 200 for slug, ordinal in self.outputs}
        action = f"{home}actions/{self.open}"
        seen |= {f"{action}/write": 200, f"{action}/write?language=ar": 200, f"{action}/report": 200, f"{action}/thanks": 200}
        return seen

    def reports(self):
        return self.database.rows("SELECT count(*), coalesce(sum(quantity), 0) FROM report WHERE source = 'form'")[0]


def watched(context, site, faults):
    """A new page whose every word on the console and every request to others is a fault."""
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("console", lambda message: faults.append(f"{page.url}: {message.text}") if "Failed to load resource" not in message.text else None)
    page.on("request", lambda request: faults.append(f"{page.url} asks {request.url}") if not request.url.startswith(site.address) else None)
    page.on("response", lambda answer: faults.append(f"{answer.url}: {answer.status}") if answer.status >= 400 and "/assets/" in answer.url else None)
    return page


def violations(page, rules=None, but=()):
    """By the rules named, else by all but some."""
    chosen = {"target-size": {"enabled": True}, **{rule: {"enabled": False} for rule in but}}
    options = {"resultTypes": ["violations"]} | ({"runOnly": rules} if rules else {"rules": chosen})
    found = page.evaluate("options => axe.run(options).then(results => results.violations)", options)
    return [f"{one['id']} at {one['nodes'][0]['target'][0]} ({len(one['nodes'])}): {one['nodes'][0].get('failureSummary', '')[:160]}" for one in found]


def look(page, what, thoroughly=True, briefly=False, in_words=False):
    """Judges the page that is open, with everything unfolded, in two opposite corners of width and theme (in all four where everything is looked at):
    thoroughly by all rules in both, else in the second by those of style, or, briefly, in the first alone. In words: a page that was judged in another
    language, by all rules but that of colours, in the first corner, and its width. Once, whatever the engine."""
    in_words = in_words and not IS_DEEP
    if not is_first(what):
        return
    page.evaluate(AXE)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    for width, theme in [(360, "light"), (1280, "light")] if in_words else [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        where = f"{what} at {width} {theme}"
        is_first_corner, is_second_corner = (width, theme) == (360, "light"), (width, theme) == (1280, "dark") and (thoroughly or not briefly)
        if IS_DEEP or is_first_corner or is_second_corner:
            found = violations(page, None if IS_DEEP or thoroughly or is_first_corner else OF_STYLE, OF_COLOUR if in_words else ())
            check(not found, f"{where}: {found}")
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        check(wide <= 0, f"{where} is {wide} px wider than the screen")


def weigh(site, path, weights):
    """The bytes of a page as they travel, with all that it loads."""
    def travel(address):
        request = urllib.request.Request(site.address + address, headers={"Accept-Encoding": "gzip"})
        try:
            answer = urllib.request.urlopen(request)
        except urllib.error.HTTPError as refusal:
            answer = refusal
        with answer:
            body = answer.read()
            return len(body), (gzip.decompress(body) if answer.headers["Content-Encoding"] == "gzip" else body).decode("utf-8", "replace")

    first, html = travel(path)
    assets = set(re.findall(r'(?:href|src)="(/assets/[^"]+)"', html))
    total = first + sum(travel(asset)[0] for asset in assets)
    weights.append((first, total, path))
    check(first <= 14 * 1024, f"{path}: the first answer has {first} bytes")
    check(total <= 60 * 1024, f"{path}: {total} bytes in all")
    # What search engines read is no program: a browser runs nothing of that type.
    own = re.search(r'<script(?! src="/assets/[^"]+" defer></script>| type="application/ld\+json">)| style=', html)
    check(not own, f"{path} has a script or a style written into it")


def every_page(browser, site):
    faults, weights = [], []
    for language in LANGUAGES:
        context = browser.new_context(locale=language, viewport={"width": 360, "height": 800})
        page = watched(context, site, faults)
        for path, status in site.paths(language).items():
            answer = page.goto(site.address + path)
            check.same(answer.status, status, path)
            check.same(page.get_attribute("html", "lang"), language, f"{path}: language")
            look(page, path, thoroughly=language == "en")
            weigh(site, path, weights)
        forms(page, site, language)
        context.close()
    for fault in dict.fromkeys(faults):
        check(False, fault)
    first, total, path = max(weights)
    note(f"{len(weights)} pages; the heaviest first answer is {first} bytes ({path}), the heaviest page {max(weight[1] for weight in weights)} bytes")


def forms(page, site, language):
    """The pages that only a form leads to: letters, and forms with mistakes in them."""
    action = f"{site.address}/{language}/actions/{site.open}"
    for letter in ["ar", "en"]:
        page.goto(f"{action}/write?language={letter}")
        page.fill("#name", "Rosa Ejemplo")
        page.click("form.write-form button.button-main")
        look(page, f"{language}: letter in {letter}", thoroughly=language == "en")
    page.goto(f"{action}/write")
    page.fill("#name", "x" * 150)
    page.fill("#words", "word " * 4500)
    page.click("form.write-form button.button-main")
    check.same(page.locator(".problem").count(), 2, f"{language}: problems of the letter")
    look(page, f"{language}: letter with mistakes", thoroughly=language == "en")
    page.goto(f"{action}/report")
    page.fill("#quantity", "many")
    page.click("form.report button[type=submit]")
    check.same(page.locator(".problem").count(), 2, f"{language}: problems of the report")
    look(page, f"{language}: report with mistakes", thoroughly=language == "en")


# Journeys, with scripts off

def fresh(browser, **more):
    return browser.new_context(java_script_enabled=False, locale="en-GB", viewport={"width": 1280, "height": 900}, **more)


def tab_to(page, selector, patience=120):
    """Presses Tab until the element has the focus, and looks at whether it shows."""
    for _ in range(patience):
        page.keyboard.press("Tab")
        focused = page.locator(f"{selector}:focus")
        if focused.count():
            outline = focused.evaluate("one => { const box = one.matches('input[type=radio]') ? one.closest('label') : one; "
                                       "return [one, box].some(e => getComputedStyle(e).outlineStyle !== 'none') }")
            check(outline, f"{selector} shows that it has the focus")
            return
    check(False, f"Tab reaches {selector} on {page.url}")
    raise SystemExit(1)


def keyboard(browser, site):
    """Rosa has no mouse: list, action, write, letter, report, thanks."""
    context = fresh(browser)
    page = watched(context, site, faults := [])
    page.goto(f"{site.address}/en/")
    page.keyboard.press("Tab")
    check(page.locator(".skip:focus").count() == 1, "the first Tab offers to skip to the content")
    page.keyboard.press("Enter")
    tab_to(page, f'a[href="/en/actions/{site.open}"]')
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/en/actions/{site.open}")
    tab_to(page, f'.write-side a[href="/en/actions/{site.open}/write"]')
    page.keyboard.press("Enter")
    page.wait_for_url("**/write")
    tab_to(page, "input[name=language]")
    for _ in range(8):
        if page.locator('input[name=language][value=en]:checked').count():
            break
        page.keyboard.press("ArrowDown")
    tab_to(page, ".choose button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/letters")
    check.same(page.get_attribute("input[name=shown]", "value"), "en", "the letter chosen by keyboard")
    page.evaluate("scrollTo(0, 0)")
    tab_to(page, "#name")
    page.keyboard.type("Rosa Ejemplo")
    tab_to(page, "#place")
    page.keyboard.type("Lima")
    tab_to(page, "form.write-form button.button-main")
    page.keyboard.press("Enter")
    page.wait_for_selector(".sent")
    check("Rosa Ejemplo" in page.input_value("#letter-text"), "the letter is signed")
    tab_to(page, '.sent a[href*="/report"]')
    page.keyboard.press("Enter")
    page.wait_for_url("**/report?channel=email")
    tab_to(page, "input[name=channel]")
    page.keyboard.press("Space")
    for _ in range(1):
        page.keyboard.press("ArrowDown")
    tab_to(page, "#quantity")
    page.keyboard.press("Control+a")
    page.keyboard.type("3")
    page.keyboard.press("Enter")
    page.wait_for_url("**/thanks?counted=1")
    check("Thank you" in page.inner_text("h1"), "the report is thanked for")
    check.same(site.reports(), (1, 3), "reports and appeals after the keyboard's journey")
    check(not faults, f"faults of the journey: {faults}")
    context.close()


def letters(browser, site):
    """The letter runs the way of its language, fits its link, and prints alone."""
    context = fresh(browser)
    page = context.new_page()
    action = f"{site.address}/en/actions/{site.open}"
    page.goto(f"{action}/write?language=ar&way=post")
    page.fill("#name", "Rosa Ejemplo")
    page.click("form.write-form button.button-main")
    sheet = page.locator(".sheet-paper")
    check.same((sheet.get_attribute("dir"), sheet.get_attribute("lang")), ("rtl", "ar"), "direction of the Arabic letter")
    check.same(sheet.evaluate("one => getComputedStyle(one).direction"), "rtl", "its direction on the screen")
    boxes = [sheet.locator("p").nth(number).evaluate("one => { const r = document.createRange(); r.selectNodeContents(one); const b = r.getBoundingClientRect(), o = "
             "one.getBoundingClientRect(); return [b.left - o.left, o.right - b.right] }") for number in range(sheet.locator("p").count())]
    check(all(right <= left + 1 for left, right in boxes), f"its lines begin on the right: {boxes}")
    check(page.evaluate("document.documentElement.dir") == "ltr", "the page around it runs from left to right")

    page.goto(f"{action}/write?language=en")
    page.fill("#name", "Rosa & Söhne")
    page.fill("#words", "She is a nurse: 100% sure?\n\nPlease help her & her family.")
    page.click("form.write-form button.button-main")
    href = page.get_attribute('main a[href^="mailto:"]', "href")
    link = urllib.parse.urlsplit(href)
    fields = {name: urllib.parse.unquote(value) for name, value in (pair.split("=", 1) for pair in link.query.split("&"))}
    check.same(fields["body"].replace("\r\n", "\n"), page.input_value("#letter-text"), "the body of the mail link")
    check("\r\n\r\nPlease help her & her family." in fields["body"], "line ends of the mail link are those of mail")
    check.same(fields["subject"], page.input_value("#mail-subject"), "the subject of the mail link")
    check("@" in urllib.parse.unquote(link.path) and len(href.encode()) <= 1600, "the mail link has an address and fits")

    page.click("button[name=way][value=post]")
    page.emulate_media(media="print")
    printed, letter = page.inner_text("body").split(), sheet.inner_text().split()
    check.same(printed, letter, "what is printed is the letter")
    check(page.pdf()[:4] == b"%PDF", "the letter prints")
    context.close()


def report(page, quantity):
    page.check("input[name=channel][value=post]")
    page.fill("#quantity", str(quantity))


def reporting(browser, site):
    """Two fresh browsers are two reports; one that is impatient is one."""
    before = site.reports()
    action = f"{site.address}/en/actions/{site.open}"
    form = f"{action}/report"
    first, second = fresh(browser), fresh(browser)
    pages = [first.new_page(), second.new_page()]
    for page in pages:
        page.goto(form)
        report(page, 4)
    for page in pages:
        page.click("form.report button[type=submit]")
        page.wait_for_url("**/thanks?counted=1")
    check.same(site.reports(), (before[0] + 2, before[1] + 8), "two browsers")

    page = fresh(browser).new_page()
    page.goto(form)
    report(page, 5)
    page.locator("form.report button[type=submit]").dblclick()
    page.wait_for_url("**/thanks*")
    page.reload()
    page.reload()
    page.go_back()
    check(page.locator("input[name=channel]:checked").count() == 0, "a form that is gone back to is empty")
    page.click("form.report button[type=submit]")
    page.wait_for_load_state()
    check.same(page.locator("#channel-problem").count(), 1, "an empty form is told")
    check.same(site.reports(), (before[0] + 3, before[1] + 13), "one impatient browser")

    page.goto(form)
    report(page, "5x")
    page.click("form.report button[type=submit]")
    check.same(page.input_value("#quantity"), "5x", "what was typed")
    report(page, 1)
    page.click("form.report button[type=submit]")
    page.wait_for_url("**/thanks?counted=1")
    with contextlib.suppress(Error):  # the answer to a form is not kept, so a browser asks before it sends that form again
        page.go_back()
    page = page.context.new_page()
    page.goto(f"{action}/thanks")
    check.same(site.reports(), (before[0] + 4, before[1] + 14), "a mended report, gone back to and loaded again")
    page.goto(action)
    check(f"{before[1] + 14} appeals sent" in page.inner_text("main"), "the public page shows the sum")


def begun(database):
    """A server with the examples, whose section publishes in all the languages that are looked at."""
    if IS_DEEP:
        with Server(database, "--demo"):
            pass
        check.same(amparo(database, "section", "languages", "int", *dict.fromkeys(["en", *LANGUAGES]), "--by", "Rosa").status, 0, "section languages")
    return Server(database, "--demo")


def main():
    with place(SQLite) as database, begun(database) as server, sync_playwright() as playwright:
        site = Site(server, database)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for journey in [keyboard, letters, reporting, every_page]:
            note(journey.__doc__ or "Every page in every language, light and dark, narrow and wide")
            journey(browser, site)
        browser.close()
        check.same(server.words().count("fault"), 0, "faults in the server's log")
    check.end()


if __name__ == "__main__":
    main()
