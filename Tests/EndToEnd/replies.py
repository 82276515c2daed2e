#!/usr/bin/env python3
"""What officials answer, in a real browser, on both engines: a supporter photographs a letter on a phone without scripts, Rosa blackens and
publishes it, everybody sees it, and a withdrawal takes all of it away. Served and stored bytes are looked at: no place, no name under the black.
"""
import contextlib
import io
import os
import re

from PIL import Image, ImageDraw
from playwright.sync_api import sync_playwright

from browser import AXE, violations
from deskdoor import Member, picture
from ground import ROOT, Server, amparo, check, engines, is_first, note, open_action, place, wait_until

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
PYTHON = os.path.join(ROOT, ".venv", "bin", "python")
SIZE = (900, 1200)
# where the sender's name stands in the letter, in dots: green on white, so that a single dot of it is found
SENDER = (90, 120, 500, 170)
STAMP = (600, 900, 800, 1050)


def letter(**more):
    """A photograph of a letter: the sender's name in green, a red stamp, and where it was taken."""
    photo = Image.new("RGB", SIZE, "white")
    draw = ImageDraw.Draw(photo)
    draw.rectangle(SENDER, fill=(0, 160, 0))
    draw.rectangle(STAMP, fill=(200, 0, 0))
    for line in range(20):
        draw.line((90, 300 + line * 25, 780, 300 + line * 25), fill=(60, 60, 60), width=4)
    exif = Image.Exif()
    exif[0x010E], exif[0x010F] = "letter to Amina Otieno", "Camera of Amina"
    exif.get_ifd(0x8825).update({1: "N", 2: (46.0, 57.0, 0.0), 3: "E", 4: (7.0, 26.0, 0.0)})
    taken = io.BytesIO()
    photo.save(taken, "JPEG", exif=exif, comment=b"by Amina", quality=92, **more)
    return taken.getvalue()


def is_clean(data, what):
    """A JPEG of dots alone."""
    shown = Image.open(io.BytesIO(data))
    check.same(shown.format, "JPEG", f"{what} is a JPEG")
    check.same(dict(shown.getexif()), {}, f"{what} says nothing of camera and place")
    for trace in [b"Exif", b"Amina", b"GPS", b"http://ns.adobe.com"]:
        check(trace not in data, f"{what} holds no {trace}")
    return shown.convert("RGB")


def greens(photo):
    return sum(1 for red, green, blue in photo.get_flattened_data() if green > red + 40 and green > blue + 40)


def fits(page, what):
    size = page.viewport_size
    page.set_viewport_size({"width": 360, "height": 800})
    check(page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{what} fits a phone")
    if is_first(what):
        page.evaluate(AXE)
        check.same(violations(page), [], f"{what} has no fault that axe knows")
    page.set_viewport_size(size)


@contextlib.contextmanager
def watched(context, faults):
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("console", lambda word: faults.append(word.text) if word.type == "error" and "Failed to load resource" not in word.text else None)
    yield page
    page.close()


def fetched(page, path):
    answer = page.request.get(path)
    check.same(answer.status, 200, f"GET {path}")
    return answer.body()


def hand_in(page, site, slug, database):
    """On a phone, without scripts. What is wrong first is told, and nothing is lost."""
    page.goto(f"http://localhost:{site.port}/en/actions/{slug}")
    page.click("text=Hand in an answer")
    picture(page, "reply-form")
    page.set_input_files("[name=pages]", {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": letter()})
    page.fill("[name=words]", "They say that they know of the case.")
    page.fill("[name=received_on]", "2068-01-01")
    page.click("main form.report button[type=submit]")
    check("not in the future" in page.inner_text("main"), "a day to come is told")
    check.same(page.input_value("[name=words]"), "They say that they know of the case.", "the words are there still")
    check("One page is here already" in page.inner_text("main"), "and so is the picture")
    check.same(database.rows("SELECT count(*) FROM reply"), [(0,)], "nothing is handed in yet")
    picture(page, "reply-form-again")
    page.fill("[name=received_on]", "")
    page.select_option("[name=office]", index=1)
    page.select_option("[name=language]", "es")
    page.click("main form.report button[type=submit]")
    check("/replies/handed/" in page.url, f"it is handed in: {page.url}")
    check("nobody but our desk sees it" in page.inner_text("main"), "who handed it in is told what happens")
    picture(page, "reply-handed")
    return page.url


def refused(page, site, slug, database):
    """What is no picture is told so in words, and no part of it is kept."""
    bomb = io.BytesIO()
    Image.new("1", (9000, 9000)).save(bomb, "PNG")
    polyglot = letter() + b"<script>alert(1)</script>PK\x03\x04"
    for name, data, words in [
        ("x.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "SVG, HTML"),
        ("x.jpg", b"<html><script>alert(1)</script></html>", "SVG, HTML"),
        ("x.png", b"\x89PNG\r\n\x1a\nno picture", "no picture or PDF that can be read"),
        ("bomb.png", bomb.getvalue(), "too large to be taken"),
        ("x.pdf", b"%PDF-1.7 nothing", "no picture or PDF that can be read"),
    ]:
        page.goto(f"http://localhost:{site.port}/en/actions/{slug}/reply")
        page.fill("[name=words]", "mine")
        page.set_input_files("[name=pages]", {"name": name, "mimeType": "image/jpeg", "buffer": data})
        page.click("main form.report button[type=submit]")
        check(words in page.inner_text("main"), f"{name}: {page.inner_text('main')[:300]}")
        check.same(page.input_value("[name=words]"), "mine", f"{name}: what was typed is there still")
    check.same(database.rows("SELECT count(*) FROM reply"), [(0,)], "none of it is kept")
    page.set_input_files("[name=pages]", {"name": "both.jpg", "mimeType": "image/jpeg", "buffer": polyglot})
    page.click("main form.report button[type=submit]")
    stored = bytes(database.rows("SELECT picture FROM reply_page")[0][0]) if database.__class__.__name__ == "SQLite" else None
    if stored:
        check(b"script" not in stored and b"PK\x03\x04" not in stored, "of a picture that is something else too, the picture alone is kept")
    page.click("text=Take it back and erase it")
    check("It is erased" in page.inner_text("main"), "it can be taken back")
    check.same(database.rows("SELECT count(*) FROM reply_page"), [(0,)], "and nothing of it is kept")


def at_the_desk(page, site, handed, slug):
    """Rosa drags over the name, ticks a square by keyboard, types what it says, publishes. Returns where it is seen."""
    base = f"http://localhost:{site.port}"
    page.goto(base + "/desk")
    check("Answers to look at" in page.inner_text("main"), "the desk's first page says that somebody should look")
    page.goto(base + "/desk/replies")
    picture(page, "desk-replies")
    fits(page, "the list of answers")
    page.click("td a[href^='/desk/replies/']")
    page.wait_for_selector(".is-drawn img")
    path = page.url
    before = is_clean(fetched(page, path + "/pages/1"), "the page before anybody decided")
    check(greens(before) > 1000, "the name can be read before")
    page.wait_for_function("document.querySelector('.reply-sheet img').complete")
    page.evaluate("document.querySelector('.reply-sheet').scrollIntoView({ behavior: 'instant' })")
    page.wait_for_timeout(500)
    box = page.locator(".reply-sheet").bounding_box()
    left, top, right, bottom = (box["x"] + SENDER[0] / SIZE[0] * box["width"], box["y"] + SENDER[1] / SIZE[1] * box["height"],
                                box["x"] + SENDER[2] / SIZE[0] * box["width"], box["y"] + SENDER[3] / SIZE[1] * box["height"])
    page.mouse.move(left - 20, top - 20)
    page.mouse.down()
    page.mouse.move((left + right) / 2, (top + bottom) / 2, steps=3)
    page.mouse.move(right + 20, bottom + 20, steps=3)
    page.mouse.up()
    drawn = page.input_value("[name=rectangles]")
    check(re.fullmatch(r"\d+ \d+ \d+ \d+", drawn), f"dragging wrote a rectangle: {drawn!r}")
    x, y, width, height = (int(number) / 1000 for number in drawn.split())
    covers = x * SIZE[0] < SENDER[0] and y * SIZE[1] < SENDER[1] and (x + width) * SIZE[0] > SENDER[2] and (y + height) * SIZE[1] > SENDER[3]
    check(covers, f"the rectangle lies over the name: {drawn} on {box}")
    check.same(page.locator(".reply-sheet rect").count(), 1, "and drew it")
    page.focus("[name=square][value='1-1']")
    for key in ["ArrowRight", "ArrowDown", "Space"]:
        page.keyboard.press(key)
    check(page.is_checked("[name=square][value='2-2']"), "a square is reached by arrows and ticked")
    picture(page, "desk-reply-drawn")
    page.click("text=Save the black parts")
    page.wait_for_selector(".is-drawn img")
    check.same(page.locator(".reply-sheet rect").count(), 2, "both are there when the page comes back")
    check(greens(is_clean(fetched(page, path + "/pages/1"), "the page while it waits")) > 1000, "until somebody decides the page is whole")
    page.fill("[name=text-es]", "")
    page.click("form:has([name=text-es]) button")
    page.wait_for_selector(".is-drawn img")
    page.click("button:has-text('Publish')")
    check("at least in one language" in page.inner_text("main"), "without words it is not published")
    page.fill("[name=received_on]", "2021-11-20")
    page.fill("[name=text-es]", "Estamos al tanto del caso.")
    page.fill("[name=text-en]", "We know of the case.")
    page.click("form:has([name=text-en]) button")
    page.click("button:has-text('Publish')")
    page.wait_for_selector("text=Published")
    picture(page, "desk-reply")
    fits(page, "an answer at the desk")
    return path


def without_script(browser, rosa, site, path):
    """The same page with scripts off: squares and numbers."""
    context = rosa.context(browser, java_script_enabled=False)
    page = context.new_page()
    page.goto(path)
    page.fill("[name=rectangles]", "650 740 250 1")
    page.check("[name=square][value='14-10']")
    page.click("text=Save the black parts")
    after = is_clean(fetched(page, path + "/pages/1"), "the page that was blackened once more")
    check.same(after.getpixel((880, 1180)), (0, 0, 0), "the square is black at once, for it was decided")
    context.close()


def seen(page, site, handed, slug, path):
    """What everybody sees."""
    base, identity = f"http://localhost:{site.port}", path.rsplit("/", 1)[1]
    action = f"{base}/en/actions/{slug}"
    done, _ = wait_until(lambda: "We know of the case." in site.get(f"/en/actions/{slug}").text, 10)
    check(done, "the answer is on the action's page")
    check("Estamos al tanto del caso." in site.get(f"/es/actions/{slug}").text, "and in Spanish on the Spanish one")
    page.goto(action)
    picture(page, "action-with-reply")
    page.click("text=See the letter")
    check.same(page.url, f"{action}/replies/{identity}", "the letter has a page of its own")
    picture(page, "reply-shown")
    fits(page, "the published answer")
    public = is_clean(fetched(page, f"{action}/replies/{identity}/1.jpg"), "the published page")
    check.same(public.size, SIZE, "the letter keeps its size")
    check.same(greens(public), 0, "of the name not a dot is left")
    check.same(public.getpixel((SENDER[0] + 50, SENDER[1] + 20)), (0, 0, 0), "it is black there")
    check(public.getpixel((STAMP[0] + 50, STAMP[1] + 50))[0] > 150, "the stamp is there still")
    page.goto(handed)
    check("See the published answer" in page.inner_text("main"), "who handed it in sees that it is published")
    check("Take it back" not in page.inner_text("main"), "and that it cannot be taken back any more")
    return [f"/en/actions/{slug}/replies/{identity}", f"/en/actions/{slug}/replies/{identity}/1.jpg", f"/en/actions/{slug}/reply"]


def run(engine):
    with place(engine) as database, Server(database, "--demo", AMPARO_PYTHON=PYTHON) as site, sync_playwright() as playwright:
        slug, faults = open_action(database)[0], []
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        phone = browser.new_context(java_script_enabled=False, locale="en", viewport={"width": 360, "height": 640})
        rosa = Member(site, database, "rosa", "admin")
        with watched(phone, faults) as page:
            refused(page, site, slug, database)
            handed = hand_in(page, site, slug, database)
        tally = database.rows("SELECT coalesce(sum(appeals), 0) FROM tally")
        with watched(rosa.context(browser, viewport={"width": 1280, "height": 900}), faults) as page:
            path = at_the_desk(page, site, handed, slug)
        with watched(browser.new_context(locale="en", viewport={"width": 390, "height": 800}), faults) as page:
            fits_before = page.goto(f"http://localhost:{site.port}/en/actions/{slug}/reply")
            check.same(fits_before.status, 200, "the form is there")
            fits(page, "the form to hand in")
            gone = seen(page, site, handed, slug, path)
        without_script(browser, rosa, site, path)
        check.same(database.rows("SELECT coalesce(sum(appeals), 0) FROM tally"), tally, "an answer is no appeal")
        names = {name for name, in database.rows("SELECT name FROM event")}
        check({"reply.handedIn", "reply.takenBack", "reply.opened", "reply.blackened", "reply.changed", "reply.published"} <= names,
              f"all of it is in the log: {names}")
        withdrawn = amparo(database, "withdraw", slug.replace("-", "/"), "--reason", "her family asks")
        check.same(withdrawn.status, 0, f"withdraw: {withdrawn.complained}")
        for address in gone:
            done, seconds = wait_until(lambda: site.get(address).status == 410, 5)
            check(done, f"{address} answers 410")
        check.same(database.rows("SELECT (SELECT count(*) FROM reply) + (SELECT count(*) FROM reply_text) + (SELECT count(*) FROM reply_page)"),
                   [(0,)], "nothing of it is kept")
        check.same(faults, [], f"{engine.__name__}: nothing on the console")
        verified = amparo(database, "verify")
        check.same(verified.status, 0, f"verify: {verified.said}{verified.complained}")
        browser.close()
    note(f"{engine.__name__} done")


if __name__ == "__main__":
    for engine in engines():
        run(engine)
    check.end()
