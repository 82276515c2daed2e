#!/usr/bin/env python3
"""A letter that was begun stays in the browser that began it, for whoever asks for that, and comes to the server by nobody's hand but theirs.

Two real browsers: in one a letter is begun, found again after the browser was closed, listed in My urgent actions, and forgotten; the other
never sees it. Everything the first sends meanwhile is read: no request holds a word of the letter. Then the server's database and log.
AMPARO_PICTURES names a folder for pictures.
"""
import os
import tempfile

from playwright.sync_api import sync_playwright

from browser import CHROMIUM, look
from ground import Server, SQLite, check, note, place

PICTURES = os.environ.get("AMPARO_PICTURES")
WORDS = "Zebrafink writes to the minister in her own words."


class Person:
    """One browser with a folder of its own, which it has again when it is opened again."""

    def __init__(self, playwright, folder, address, language="en"):
        self.playwright, self.folder, self.address, self.language, self.sent = playwright, folder, address, language, []
        self.open()

    def open(self):
        self.context = self.playwright.chromium.launch_persistent_context(
            self.folder, executable_path=CHROMIUM, args=["--no-sandbox"], locale=self.language, viewport={"width": 390, "height": 844})
        self.page = self.context.pages[0]
        self.page.on("request", lambda request: self.sent.append(request.url + (request.post_data or "")))

    def again(self):
        """Closes the browser and opens it anew."""
        self.context.close()
        self.open()

    def write(self, slug, more=""):
        self.page.goto(f"{self.address}/{self.language}/actions/{slug}/write{more}")
        return self.page.input_value("#words")

    @property
    def kept(self):
        return self.page.evaluate("Object.keys(localStorage).sort()")

    def picture(self, name):
        if PICTURES:
            for width, theme in [(390, "light"), (1280, "dark")]:
                self.page.set_viewport_size({"width": width, "height": 844})
                self.page.emulate_media(color_scheme=theme)
                self.page.screenshot(path=os.path.join(PICTURES, f"{name}-{width}-{theme}.png"), full_page=True)
            self.page.set_viewport_size({"width": 390, "height": 844})


def begun(rosa, slug):
    """Nothing is kept unasked; what is asked for is found again."""
    page, model = rosa.page, rosa.write(slug)
    check(page.is_visible("[data-draft-keep]") and not page.is_checked("[data-draft-keep]"), "the box is there, and off")
    page.fill("#words", "thrown away")
    check.same(rosa.kept, [], "nothing is kept before the box is ticked")
    check.same(rosa.write(slug), model, "and nothing is found again")
    page.check("[data-draft-keep]")
    page.fill("#words", WORDS)
    look(page, "write page with a draft")
    rosa.picture("draft-write")
    rosa.again()
    check.same(rosa.write(slug), WORDS, "after the browser was closed the letter is there")
    page = rosa.page
    check(page.is_checked("[data-draft-keep]") and page.is_visible("[data-draft-found]"), "the page says so")
    check.same(rosa.write(slug, "?language=fr") == WORDS, False, "the letter in another language is another letter")
    check.same(page.locator("[data-draft-others] a").count(), 1, "from there a link leads back")
    page.click("[data-draft-others] a")
    page.wait_for_load_state()
    check.same(page.input_value("#words"), WORDS, "to the letter that was begun")
    return model


def listed(rosa, slug):
    """In My urgent actions, signed in or not, there is the way back."""
    page = rosa.page
    page.goto(f"{rosa.address}/{rosa.language}/my")
    check.same(page.locator("[data-draft-list] a").count(), 1, "My urgent actions lists the letter")
    look(page, "My urgent actions with a draft")
    rosa.picture("draft-my")
    page.click("[data-draft-list] a")
    page.wait_for_load_state()
    check.same(page.input_value("#words"), WORDS, "and leads to it")


def nobody_else(other, server, rosa, database, slug):
    """Neither another browser nor the server knows of it."""
    check(WORDS not in other.write(slug), "another browser sees the model letter")
    check.same(other.kept, [], "and keeps nothing")
    held = [sent for sent in rosa.sent if "Zebrafink" in sent or "Zebrafink" in sent.replace("+", " ")]
    check.same(held, [], f"of {len(rosa.sent)} requests none holds a word of it")
    words = b"Zebrafink"
    for name in os.listdir(database.folder):
        path = os.path.join(database.folder, name)
        if os.path.isfile(path):
            with open(path, "rb") as file:
                check(words not in file.read(), f"{name} does not hold it")
    check("Zebrafink" not in server.words(), "the server's log does not")


def forgotten(rosa, slug, model):
    """By the button, by the box, all at once, and by age."""
    page = rosa.page
    page.click("[data-draft-clear]")
    check.same((page.input_value("#words"), rosa.kept), (model, []), "forgotten: the model letter is back, nothing is kept")
    page.check("[data-draft-keep]")
    page.fill("#words", WORDS)
    page.uncheck("[data-draft-keep]")
    check.same(rosa.kept, [], "without the tick nothing is kept")
    page.check("[data-draft-keep]")
    page.goto(f"{rosa.address}/{rosa.language}/my")
    page.click("[data-draft-clear-all]")
    check.same((rosa.kept, page.is_visible("[data-drafts]")), ([], False), "all are forgotten at once")
    page.evaluate(f"localStorage.setItem('amparo-draft {slug} en', JSON.stringify({{words: 'old', title: 'x', at: Date.now() - 61 * 86400000}}))")
    check(rosa.write(slug) == model and rosa.kept == [], "what is sixty days old is gone")
    page.evaluate("localStorage.setItem('amparo-draft \"><img> en', '{')")
    page.goto(f"{rosa.address}/{rosa.language}/my")
    check(rosa.kept == [] and not page.is_visible("[data-drafts]"), "what is no draft is no draft")


def checked(rosa, slug):
    """Asking for advice sends the letter, as its button says; what comes back is kept as it was sent."""
    page = rosa.page
    rosa.write(slug)
    page.check("[data-draft-keep]")
    page.fill("#words", "Dear Minister, I ask you to release her.")
    with page.expect_navigation():
        page.click("button[name=again][value=check]")
    check(page.input_value("#words").startswith("Dear Minister") and page.is_checked("[data-draft-keep]"), "what comes back is the letter")
    page.fill("#words", "Dear Minister, please release her.")
    check.same(rosa.write(slug), "Dear Minister, please release her.", "and goes on being kept")


def without_storage(playwright, address, slug):
    """A browser that keeps nothing offers nothing; without scripts neither."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
    for scripts in (True, False):
        page = browser.new_context(java_script_enabled=scripts).new_page()
        errors = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        if scripts:
            page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })")
        page.goto(f"{address}/en/actions/{slug}/write")
        check(not page.is_visible("[data-draft-keep]") and page.is_visible("#words"), f"scripts {scripts}: nothing is offered, the letter can be written")
        check.same(errors, [], f"scripts {scripts}: and nothing fails")
    browser.close()


def main():
    with place(SQLite) as database, Server(database, "--demo", AMPARO_MAIL_SMTP="smtp://127.0.0.1:9", AMPARO_MAIL_FROM="ua@example.org") as server, \
            sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        found = database.rows("SELECT serial, year FROM action WHERE serial = 901")[0]
        slug, address = f"{found[0]}-{found[1] % 100:02d}", f"http://localhost:{server.port}"
        rosa = Person(playwright, os.path.join(folder, "rosa"), address)
        other = Person(playwright, os.path.join(folder, "other"), address)
        model = begun(rosa, slug)
        listed(rosa, slug)
        nobody_else(other, server, rosa, database, slug)
        forgotten(rosa, slug, model)
        checked(rosa, slug)
        without_storage(playwright, address, slug)
        rosa.context.close()
        other.context.close()
        check.same(server.words().count("fault"), 0, "faults in the server's log")
        note("a letter begun is found again in its browser alone")
    check.end()


if __name__ == "__main__":
    main()
