#!/usr/bin/env python3
"""Supporters in a real browser, with the mails they get: sign up, confirm, sign in, follow, change, report, read one's data, be erased.

Each journey is taken with scripts and without, in two languages; every page on the way is judged as in browser.py: no accessibility
violation that axe knows, nothing wider than the screen. Mails go to an SMTP server on loopback in this process. AMPARO_PICTURES names a
folder for a picture of each page, narrow and wide, light and dark.
"""
import email
import email.policy
import os
import queue
import re
import socketserver
import sys
import threading

from playwright.sync_api import sync_playwright

from browser import CHROMIUM, look
from ground import Server, SQLite, check, note, place

PICTURES = os.environ.get("AMPARO_PICTURES")
PATIENCE = 60


class Letters:
    """An SMTP server on loopback (RFC 5321, as little of it as a client needs), and the letters it took."""

    def __init__(self):
        self.taken = queue.Queue()
        taken = self.taken

        class Conversation(socketserver.StreamRequestHandler):
            def say(self, words):
                self.wfile.write(words.encode() + b"\r\n")

            def handle(self):
                self.say("220 loopback")
                for line in iter(self.rfile.readline, b""):
                    word = line[:4].upper().strip()
                    if word in (b"EHLO", b"HELO"):
                        self.say("250 loopback")
                    elif word == b"DATA":
                        self.say("354 go on")
                        lines = []
                        for line in iter(self.rfile.readline, b".\r\n"):
                            lines.append(line[1:] if line.startswith(b".") else line)
                        taken.put(email.message_from_bytes(b"".join(lines), policy=email.policy.default))
                        self.say("250 taken")
                    elif word == b"QUIT":
                        return self.say("221 bye")
                    else:
                        self.say("250 ok")

        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Conversation)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def link(self):
        """The link of the next letter that has one: alone on its line, in the text that comes first."""
        while True:
            text = self.taken.get(timeout=PATIENCE).get_body(("plain",)).get_content().replace("\r\n", "\n")
            found = re.search(r"^(https?://\S+)$", text, re.M)
            if found:
                return found.group(1)


class Journey:
    """One browser of one person."""

    def __init__(self, browser, address, letters, language, scripts, **more):
        self.browser, self.address, self.letters, self.language, self.scripts = browser, address, letters, language, scripts
        self.context = browser.new_context(java_script_enabled=scripts, locale=language, viewport={"width": 360, "height": 800}, **more)
        self.page = self.context.new_page()
        self.name = f"{language}, scripts {'on' if scripts else 'off'}"

    def go(self, path):
        return self.page.goto(self.address + path)

    def press(self, selector):
        """Goes where it leads; a click alone comes back before the next page is there."""
        with self.page.expect_navigation(wait_until="load", timeout=PATIENCE * 1000):
            self.page.click(selector)

    def seen(self, what, status=None):
        """Judges the page, and takes its pictures."""
        if self.scripts:  # what judges a page is a script itself
            look(self.page, f"{self.name}: {what}", thoroughly=self.language == "en", briefly=self.language != "en")
        if PICTURES:
            for width, theme in [(360, "light"), (1280, "dark")]:
                self.page.set_viewport_size({"width": width, "height": 800})
                self.page.emulate_media(color_scheme=theme)
                self.page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = false })")
                self.page.screenshot(path=os.path.join(PICTURES, f"{what}-{self.language}-{width}-{theme}.png".replace(" ", "-")), full_page=True)
        self.page.set_viewport_size({"width": 360, "height": 800})

    def done(self):
        self.context.close()


def joining(journey, person):
    """From the foot of the list to the last button, with a slip of the finger on the way."""
    lang, page = journey.language, journey.page
    journey.go(f"/{lang}/")
    journey.press(f'.foot a[href="/{lang}/alerts"]')
    journey.seen("sign-up")
    page.fill("#address", f"{person}@gmial.com")
    journey.press("form.alerts-form > p > button.button-main")
    check.same(page.get_attribute("button[name=use]", "value"), f"{person}@gmail.com", f"{journey.name}: suggestion")
    journey.seen("suggestion")
    journey.press("button[name=use]")
    check(page.url.endswith(f"/{lang}/alerts/sent"), f"{journey.name}: after signing up at {page.url}")
    journey.seen("sent")
    link = journey.letters.link()
    check(link.startswith(f"{journey.address}/{lang}/alerts/confirm/"), f"{journey.name}: link {link}")
    for _ in range(2):  # a mail scanner, and the person
        page.goto(link)
    journey.seen("confirm")
    journey.press("form.report button")
    check(page.url.endswith(f"/{lang}/alerts/welcome"), f"{journey.name}: after confirming at {page.url}")
    journey.seen("welcome")
    check.same(journey.context.cookies(), [], f"{journey.name}: cookies after signing up")
    return f"{person}@gmail.com"


def entering(journey, address, open_slug):
    """Signs in, and uses everything on the page."""
    lang, page = journey.language, journey.page
    journey.go(f"/{lang}/my")
    journey.seen("sign-in")
    page.fill("#address", address)
    journey.press("form.report button.button-main")
    code = page.inner_text(".code")
    check(re.fullmatch(r"\w{3}-\w{3}", code), f"{journey.name}: code {code}")
    journey.seen("code")
    link = journey.letters.link()
    elsewhere = Journey(journey.browser, journey.address, journey.letters, lang, journey.scripts)
    elsewhere.page.goto(link)
    elsewhere.seen("enter elsewhere")
    elsewhere.page.fill("#code", "AAA-AAA")
    elsewhere.press("form.report button")
    check(elsewhere.page.locator("#code-problem").count() == 1, f"{journey.name}: a wrong code is told")
    elsewhere.seen("wrong code")
    elsewhere.done()
    page.goto(link)
    journey.seen("enter")
    journey.press("form.report button")
    check(page.url.endswith(f"/{lang}/my"), f"{journey.name}: signed in at {page.url}")
    journey.seen("my page")

    journey.go(f"/{lang}/actions/{open_slug}")
    journey.press(f'form[action$="/{open_slug}/follow"] button')
    check("done=follow" in page.url and page.locator(".followed").count() == 1, f"{journey.name}: followed")
    page.locator("#choices > summary").click()
    page.check("input[name=pace][value=weekly]")
    journey.press(f'form[action="/{lang}/my/preferences"] > p > button')
    check("done=preferences" in page.url and page.locator(".chosen dd").count() >= 1, f"{journey.name}: preferences")
    journey.press(f'form[action="/{lang}/my/history"] button')
    journey.go(f"/{lang}/actions/{open_slug}/report")
    page.check("input[name=channel][value=post]")
    page.fill("#quantity", "3")
    journey.press("form.report button[type=submit]")
    journey.go(f"/{lang}/my")
    check.same(page.locator("[aria-labelledby=reported-heading] dd").count(), 1, f"{journey.name}: remembered reports")
    for wish, value in (("sharing_on", "1"), ("sharing_off", "0"), ("sharing_on", "1")):
        check(page.locator(f'form[action="/{lang}/my/sharing"] button[value="{value}"]').count() == 1, f"{journey.name}: before {wish}")
        journey.press(f'form[action="/{lang}/my/sharing"] button')
        check(f"done={wish}" in page.url, f"{journey.name}: {wish}")
    journey.seen("my page in use")
    journey.go(f"/{lang}/my/data")
    check(address in page.inner_text("main"), f"{journey.name}: data")
    journey.seen("data")


def leaving(journey):
    """Erases everything."""
    lang, page = journey.language, journey.page
    journey.go(f"/{lang}/my")
    journey.press(f'a[href="/{lang}/my/erase"]')
    journey.seen("erase")
    journey.press(f'form[action="/{lang}/my/erase"] button')
    journey.seen("erased")
    check.same(journey.context.cookies(), [], f"{journey.name}: cookies after erasing")
    journey.go(f"/{lang}/my")
    check(page.locator("#address").count() == 1, f"{journey.name}: nobody is signed in")


def held_back(browser, address, letters):
    """Twenty forms of one network, then a browser: it calculates by itself, or is told to wait."""
    header = {"X-Forwarded-For": "192.0.2.1"}
    flood = Journey(browser, address, letters, "en", False, extra_http_headers=header)
    for number in range(20):
        flood.context.request.post(f"{address}/en/alerts", form={"address": f"flood{number}@example.org"}, max_redirects=0)
        letters.link()
    flood.go("/de/alerts")
    flood.page.fill("#address", "rosa@example.org")
    flood.press("form.alerts-form > p > button.button-main")
    check.same(flood.page.locator("#wait").count(), 1, "without scripts: a page to wait on")
    flood.seen("wait")
    flood.press("#wait button")
    check.same(flood.page.locator("[role=alert]").count(), 1, "without scripts: too early is said")
    flood.done()
    clever = Journey(browser, address, letters, "en", True, extra_http_headers=header)
    clever.go("/en/alerts")
    clever.page.fill("#address", "ana@example.org")
    clever.page.click("form.alerts-form > p > button.button-main")
    clever.page.wait_for_url("**/alerts/sent", timeout=PATIENCE * 1000)
    check(letters.link().startswith(address), "with scripts: the form went on by itself")
    clever.done()


def journeys(browser, address, letters, open_slug):
    for number, (language, scripts) in enumerate([("en", True), ("en", False), ("de", True), ("de", False)]):
        journey = Journey(browser, address, letters, language, scripts)
        note(f"Rosa, {journey.name}")
        signed_up = joining(journey, f"rosa{number}")
        entering(journey, signed_up, open_slug)
        leaving(journey)
        journey.done()
    note("a flood")
    held_back(browser, address, letters)


def main():
    letters = Letters()
    with place(SQLite) as database, Server(database, "--demo", AMPARO_MAIL_SMTP=f"smtp://127.0.0.1:{letters.port}",
                                           AMPARO_MAIL_FROM="actions@example.org") as server, sync_playwright() as playwright:
        if "not set up" in server.get("/en/alerts").text:
            sys.exit("supporters.py: this program cannot write mails; it needs mail.smtp to be wired to the site")
        found = database.rows("SELECT serial, year FROM action WHERE serial = 901")[0]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        journeys(browser, f"http://localhost:{server.port}", letters, f"{found[0]}-{found[1] % 100:02d}")
        browser.close()
        check.same(server.words().count("fault"), 0, "faults in the server's log")
    check.end()


if __name__ == "__main__":
    main()
