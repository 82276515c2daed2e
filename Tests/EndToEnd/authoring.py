#!/usr/bin/env python3
"""A case from its first word to its readers, in a real browser: written in two languages, read and approved by a second person, published.

Then what goes wrong: two who write at once, a session that ends while somebody types, with a script and without, a phone, and a moment that is set.
"""
import base64
import hashlib
import hmac
import os
import re
import struct
import time
import urllib.error
import urllib.request

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from ground import Server, SQLite, amparo, check, engines, is_first, note, place, wait_until

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
PICTURES = os.environ.get("AMPARO_PICTURES")
AXE = Axe().axe_script


class Member:
    """Somebody of the staff, with a password, a phone and ten codes for paper."""

    def __init__(self, server, database, login, role):
        self.server, self.login, self.password = server, login, f"{login} writes by hand"
        made = amparo(database, "staff", "add", login, "--name", login.title(), "--role", role, "--language", "en")
        path = re.search(r"(/desk/enter/\S+)", made.said).group(1)
        key = re.search(r"[A-Z2-7]{4}(?: ?[A-Z2-7]{4}){4,}", server.get(path).words).group(0).replace(" ", "")
        counter = int(time.time()) // 30
        digest = hmac.new(base64.b32decode(key + "=" * (-len(key) % 8)), struct.pack(">Q", counter), hashlib.sha1).digest()
        code = (struct.unpack(">I", digest[digest[-1] & 15:][:4])[0] & 0x7FFFFFFF) % 1_000_000
        done = server.post_form(path, {"password": self.password, "code": f"{code:06}"})
        self.codes = re.findall(r"\b[0-9A-Z]{4,5}(?:-[0-9A-Z]{4,5})+\b", done.words)
        check(len(self.codes) == 10, f"{login} has ten codes: {done.status} {done.words[-300:]}")

    def sign_in(self, page):
        page.fill("#login", self.login)
        page.fill("#password", self.password)
        page.fill("#code", self.codes.pop())
        page.click("main button[type=submit]")
        page.wait_for_load_state()

    def window(self, browser, address, **more):
        page = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 900}, **more).new_page()
        page.goto(f"{address}/desk/sign-in")
        self.sign_in(page)
        return page


def look(page, what):
    """No violation that axe knows, and nothing wider than the screen, on a phone and a desktop; once, whatever the engine."""
    if not is_first(what):
        return
    for width, theme in [(390, "light"), (1280, "dark")]:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        page.evaluate(AXE)
        found = page.evaluate("axe.run({iframes: false, resultTypes: ['violations']}).then(results => results.violations)")
        check(not found, f"{what} at {width} {theme}: " + "; ".join(f"{one['id']} at {one['nodes'][0]['target'][0]}" for one in found))
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        check(wide <= 0, f"{what} is {wide} px wider than {width} px")
        if PICTURES:
            page.screenshot(path=os.path.join(PICTURES, f"{what.replace(' ', '-')}-{width}-{theme}.png"), full_page=True)
    page.set_viewport_size({"width": 1280, "height": 900})


def save(page):
    page.click(".edit-buttons button.button-main")
    page.wait_for_load_state()


def told(page, words, patience=15):
    """Waits until the note under the form says so; the policy of the page allows no other way to look."""
    for _ in range(patience * 10):
        if words in page.locator("[data-edit-note]").inner_text():
            return
        page.wait_for_timeout(100)
    check(False, f"the form says {words!r}: {page.locator('[data-edit-note]').inner_text()!r}")


def begin(page, address, headline):
    page.goto(f"{address}/desk/actions")
    page.click('a[href="/desk/actions/new"]')
    page.fill("#country", "Kenya")
    page.fill("#headline", headline)
    page.click("main form.desk-form button")
    page.wait_for_url("**/outputs/1")
    return page.url


def write(page, editor):
    """Facts, two texts, a letter, an addressee."""
    page.goto(f"{editor}/parts/facts")
    page.fill('[name="name.1"]', "Wanjiru Otieno")
    page.fill('[name="pronouns.1"]', "she/her")
    page.fill('[name="act_until"]', time.strftime("%Y-%m-%d", time.gmtime(time.time() + 40 * 86_400)))
    save(page)
    for language, words in [("en", ("Reporter held", "Held in Kisumu since Sunday.", "Call for her release.")),
                            ("es", ("Periodista detenida", "Detenida en Kisumu desde el domingo.", "Pidan su liberación."))]:
        page.goto(f"{editor}/parts/text-{language}")
        for name, text in zip(("headline", "lead", "call"), words):
            page.fill(f"[name={name}]", text)
        save(page)
    page.goto(f"{editor}/parts/letter-en")
    page.fill("[name=body]", "Wanjiru Otieno has been held since Sunday.\n\nI call on you to release her.")
    save(page)
    page.goto(editor)
    page.fill("#office", "Minister of Justice")
    page.locator("form.desk-form", has=page.locator("#office")).locator("button").click()
    page.wait_for_url("**/parts/to-*")
    page.select_option('[name="channel.1"]', "email")
    page.fill('[name="place.1"]', "minister@example.org")
    save(page)


def journey(browser, address, database, rosa, ben):
    """Rosa begins a case and writes it in two languages; Ben reads and approves it; readers find it, and an alert waits for its approval."""
    page = rosa.window(browser, address)
    editor = begin(page, address, "Reporter held")
    write(page, editor)
    for path, what in [("", "editor"), ("/parts/facts", "facts"), ("/parts/text-en", "text"), ("/history", "history"), ("/preview", "preview")]:
        page.goto(editor + path)
        look(page, what)
    page.goto(f"{editor}/parts/facts")
    check(page.locator("[data-edit-offer]:not([hidden])").count() == 0, "what the button saved is not offered again")
    page.goto(f"{editor}/history/3")
    look(page, "version")
    page.goto(f"{editor}/preview")
    frame = page.frame_locator("iframe").first
    check("Held in Kisumu" in frame.locator("main").inner_text(), "the preview shows the page in its frame")
    page.goto(editor)
    page.click('form[action$="/review"] button')
    page.wait_for_load_state()
    check("Waits for review" in page.inner_text("main"), "the case waits for review")
    slug = editor.split("/actions/")[1].split("/")[0]

    other = ben.window(browser, address)
    other.goto(f"{address}/desk")
    look(other, "today")
    other.goto(editor)
    other.locator('form[action$="/approval"]').first.locator("button").click()
    other.wait_for_load_state()
    check("Approved by Ben" in other.inner_text("main"), f"Ben approved it: {other.inner_text('main')[:200]}")
    other.click('form[action$="/outputs/1/publication"] button')
    other.wait_for_load_state()
    for language, words in [("en", "Held in Kisumu"), ("es", "Detenida en Kisumu")]:
        found, _ = wait_until(lambda: words in fetched(address, f"/{language}/actions/{slug}"), 10)
        check(found, f"the page is there in {language}")
    found, _ = wait_until(lambda: set(database.rows("SELECT state FROM alert")) == {("draft",)}, 30)
    check(found, f"alerts are drafted, and none more: {database.rows('SELECT section, state FROM alert')}")
    return page, other


def fetched(address, path):
    try:
        return urllib.request.urlopen(address + path).read().decode()
    except urllib.error.HTTPError as refusal:
        return str(refusal.code)


def two_at_once(page, other, address):
    """Both open the same text; the second who saves sees both, and chooses."""
    editor = begin(page, address, "Two at once")
    page.goto(f"{editor}/parts/text-en")
    other.goto(f"{editor}/parts/text-en")
    check("has been writing in this since" in other.inner_text("main"), "the second is told who is in it")
    check(other.locator("[name=lead]").is_disabled(), "and cannot type before taking over")
    look(other, "held")
    other.click(".edit-held button")
    other.wait_for_load_state()
    # the two save by their buttons, as somebody without a script does
    for one, words in [(page, "Rosa's lead."), (other, "Ben's lead.")]:
        one.route("**/parts/text-en", lambda route: route.abort() if route.request.resource_type == "fetch" else route.continue_())
        one.fill("[name=lead]", words)
    save(page)
    save(other)
    check("Two of you wrote" in other.inner_text("h1"), "the second sees that two wrote")
    shown = other.inner_text(".edit-sides")
    check("Rosa's lead." in shown and "Ben's lead." in shown, "and both texts")
    look(other, "conflict")
    other.check('input[value="mine"]')
    other.click("main button[type=submit]")
    other.wait_for_load_state()
    check.same(other.input_value("[name=lead]"), "Ben's lead.", "what was chosen")
    other.goto(f"{editor}/history")
    check(other.locator("tbody tr").count() == 3, "Rosa's version is still in the history")
    for one in (page, other):
        one.unroute("**/parts/text-en")


def autosave(page, address, database):
    """What is typed is saved without a button."""
    editor = begin(page, address, "Saved while typing")
    page.goto(f"{editor}/parts/text-en")
    page.fill("[name=lead]", "Typed, and not sent by a button.")
    told(page, "Saved")
    check(database.rows("SELECT lead FROM text WHERE lead LIKE 'Typed, %'") == [("Typed, and not sent by a button.",)], "it is in the database")
    page.type("[name=call]", "More.")
    page.wait_for_timeout(3_500)
    check(database.rows("SELECT call FROM text WHERE lead LIKE 'Typed, %'") == [("More.",)], "a second time as well")
    return editor


def expiry(browser, page, address, database, rosa, editor):
    """The session ends while Rosa types: with a script the tab keeps it, without one the door carries it."""
    page.goto(f"{editor}/parts/text-en")
    database.change("DELETE FROM staff_session")
    page.fill("[name=background]", "Typed after the end.")
    told(page, "signed out")
    page.goto(f"{editor}/parts/text-en")
    rosa.sign_in(page)
    page.wait_for_selector("[data-edit-offer]:not([hidden])")
    page.click("[data-edit-take]")
    check.same(page.input_value("[name=background]"), "Typed after the end.", "what was typed is offered again")
    save(page)
    check(database.rows("SELECT background FROM text WHERE lead LIKE 'Typed, %'") == [("Typed after the end.",)], "and saved")

    bare = rosa.window(browser, address, java_script_enabled=False)
    bare.goto(f"{editor}/parts/text-en")
    database.change("DELETE FROM staff_session")
    bare.fill("[name=background]", "Typed without a script.")
    save(bare)
    check("kept on this page" in bare.inner_text("main"), "the door says that nothing is lost")
    rosa.sign_in(bare)
    bare.click("main button[type=submit]")
    bare.wait_for_load_state()
    check.same(bare.input_value("[name=background]"), "Typed without a script.", "what the door carried is saved")
    bare.context.close()


def moment(browser, address, ben):
    """On a phone: an emergency, and a moment at which it is published by itself."""
    page = ben.window(browser, address)
    page.set_viewport_size({"width": 390, "height": 800})
    editor = begin(page, address, "At a moment")
    write(page, editor)
    page.goto(editor)
    page.check('[name="emergency"]')
    page.locator('form[action$="/approval"]').last.locator("button").click()
    page.wait_for_load_state()
    check("in an emergency by Ben alone" in page.inner_text("main"), "the emergency is marked")
    slug = editor.split("/actions/")[1].split("/")[0]
    soon = time.gmtime(time.time() + 100)
    page.fill("#schedule-moment", time.strftime("%Y-%m-%dT%H:%M", soon))
    page.locator("form.desk-form", has=page.locator("#schedule-moment")).locator("button").click()
    page.wait_for_load_state()
    check("Will be published by itself" in page.inner_text("main"), f"a moment is set: {page.inner_text('main')[:300]}")
    page.context.close()
    begun = time.monotonic()

    def came():  # looked at when the others have arrived
        check(wait_until(lambda: "Held in Kisumu" in fetched(address, f"/en/actions/{slug}"), 120)[0], "it is published by itself")
        note(f"published within {time.monotonic() - begun:.0f} s after it was set for the next full minute")
    check.same(fetched(address, f"/en/actions/{slug}"), "404", "before its moment nobody sees it")
    return came


def main():
    for engine in engines():
        with place(engine) as database, Server(database) as server, sync_playwright() as playwright:
            note(engine.name)
            address = f"http://localhost:{server.port}"
            rosa, ben = Member(server, database, "rosa", "editor"), Member(server, database, "ben", "approver")
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            note(moment.__doc__)
            came = moment(browser, address, ben)
            note(journey.__doc__)
            page, other = journey(browser, address, database, rosa, ben)
            if engine is SQLite:
                note(two_at_once.__doc__)
                two_at_once(page, other, address)
                note(autosave.__doc__)
                editor = autosave(page, address, database)
                note(expiry.__doc__)
                expiry(browser, page, address, database, rosa, editor)
            came()
            browser.close()
            verified = amparo(database, "verify")
            check.same(verified.status, 0, f"amparo verify: {verified.said}{verified.complained}")
            check.same(server.words().count("fault"), 0, "faults in the server's log")
    check.end()


if __name__ == "__main__":
    main()
