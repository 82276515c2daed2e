#!/usr/bin/env python3
"""A public demonstration: begun, used by a visitor, begun anew at its hour, marked on every page, and never where something else is."""
import datetime
import http.cookies
import os
import pathlib
import re
import select
import subprocess

from playwright.sync_api import sync_playwright

from ground import PROGRAM, Server, amparo, at_once, check, clean_environment, place, wait_until

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
LINE = {"en": "This is a demonstration", "ar": "هذا موقع للعرض التجريبي", "de": "Dies ist eine Vorführung", "zh-Hans": "这是演示网站"}


class Demo(Server):
    """A running `amparo demo`, which speaks like `amparo serve`."""

    def __init__(self, database, *flags, **environment):
        settings = {"AMPARO_DATABASE": database.url, "AMPARO_DATA": database.folder, "AMPARO_LOG_LEVEL": "warning", **environment}
        self.log = open(os.path.join(database.folder, "server.log"), "a+")
        self.process = subprocess.Popen([PROGRAM, "demo", "--port", "0", *flags], stdout=subprocess.PIPE, stderr=self.log, env=clean_environment(**settings))
        self.port = self.wait_for_port()


def enter(server, role):
    """The session's cookie of a visitor who comes in as one of the staff."""
    answer = server.post_form("/desk/sign-in/demo", {"role": role})
    check.same((answer.status, answer.fields.get("location")), (303, "/desk"), f"a visitor comes in as {role}")
    found = http.cookies.SimpleCookie(answer.fields.get("set-cookie", ""))
    return "; ".join(f"{name}={morsel.value}" for name, morsel in found.items())


def marked(server):
    for language, line in LINE.items():
        if server.get(f"/{language}/").status == 404:
            continue  # the examples' section publishes in four languages until somebody adds more
        for path in [f"/{language}/", f"/{language}/archive", f"/{language}/about", f"/{language}/nowhere"]:
            answer = server.get(path)
            check(line in answer.words, f"{path} says that it is a demonstration")
            check('name="robots" content="noindex"' in answer.text, f"{path} asks search engines to keep nothing")
    door = server.get("/desk/sign-in", **{"Accept-Language": "en"})
    check(LINE["en"] in door.words and door.text.count("/desk/sign-in/demo") == 3, "the door says so, and shows whom one can be")


def at_night(database, server):
    """A visitor takes a case down; at the hour it is there again, and the visitor's session is over."""
    cookie = enter(server, "approver")
    slug = re.search(r'href="/en/actions/([\w-]+)"', server.get("/en/").text).group(1)
    desk = server.get("/desk", Cookie=cookie)
    check(desk.status == 200 and LINE["en"] in desk.words, "the desk opens, and says that it is a demonstration")
    form = server.get(f"/desk/actions/{slug}/withdrawal", Cookie=cookie)
    check.same(form.status, 200, "an approver may take a case down")
    sent = server.post_form(f"/desk/actions/{slug}/withdrawal", {**form.hidden, "reason": "somebody plays"}, Cookie=cookie)
    check(sent.status in (200, 303), f"and does ({sent.status})")
    check(wait_until(lambda: server.get(f"/en/actions/{slug}").status == 410, 10)[0], "it is gone")
    return cookie, slug


def on(engine):
    with place(engine) as database:
        mail = {"AMPARO_MAIL_SMTP": "smtp://127.0.0.1:9", "AMPARO_MAIL_FROM": "post@example.org"}
        # a full minute, far enough ahead that there is time to look around
        hour = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=105)
        server = Demo(database, "--at", f"{hour:%H:%M}", **mail)
        try:
            marked(server)
            check('name="address"' not in server.get("/en/alerts").text, "nobody can sign up for mail")
            check.same(server.post_form("/desk/sign-in/demo", {"role": "admin"}).status, 404, "nobody comes in as admin")
            cookie, slug = at_night(database, server)
            begun = database.rows("SELECT begun_at FROM demo")[0][0]
            elsewhere(engine)
            came, seconds = wait_until(lambda: server.process.stdout and select.select([server.process.stdout], [], [], 0)[0], 240)
            check(came, "it begins anew at its hour")
            said = os.read(server.process.stdout.fileno(), 4096).decode()
            server.port = int(re.search(r"listens on http://[^ ]*:(\d+)/", said).group(1))
            check(server.get(f"/en/actions/{slug}").status == 200, "what was taken down is there again")
            check.same(server.get("/desk", Cookie=cookie).status, 303, "sessions are over")
            check(database.rows("SELECT begun_at FROM demo")[0][0] > begun, "the mark says when")
            check.same(database.rows("SELECT count(*) FROM event WHERE detail LIKE '%plays%'")[0][0], 0, "nothing is left of what a visitor typed")
        finally:
            check.same(server.stop(), 0, "it stops when asked")
        # begun anew by hand; then served by the usual command, which keeps the mark
        check.same(amparo(database, "demo", "--reset").status, 0, "it is begun anew by hand")
        check.same(amparo(database, "section", "languages", "int", *LINE, "--by", "Rosa").status, 0, "more languages")
        with Server(database, **mail) as server:
            check(all(server.get(f"/{language}/").status == 200 for language in LINE), "they are there")
            marked(server)
            look(server) if engine.name == "SQLite" else None
            enter(server, "editor")


def elsewhere(engine):
    """Looked at while the hour is waited for: what is no demonstration is left alone, and says nothing of one."""
    with place(engine) as database:
        with Server(database, "--demo"):
            pass
        count = database.rows("SELECT count(*) FROM output")[0][0]
        refused = amparo(database, "demo", "--reset")
        check.same((refused.status, refused.complained.strip()), (1, "amparo: This is no demonstration. Nothing was touched."), "a database without the mark is refused")
        check.same(database.rows("SELECT count(*) FROM output")[0][0], count, "and left as it is")
        with Server(database) as server:
            check(LINE["en"] not in server.get("/en/").words, "a usual server says nothing of a demonstration")
            check.same(server.post_form("/desk/sign-in/demo", {"role": "editor"}).status, 404, "and has no such door")


def look(server):
    pictures = os.environ.get("AMPARO_PICTURES")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        for width, theme in [(390, "light"), (1280, "dark")]:
            context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=theme, locale="en")
            page = context.new_page()
            for name, path in [("door", "/desk/sign-in"), ("list", "/ar/")]:
                page.goto(f"http://localhost:{server.port}{path}")
                check(page.locator(".remark").is_visible(), f"{path} at {width} {theme}: the line is seen")
                check(page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} at {width} {theme}: no sideways scroll")
                if pictures:
                    page.screenshot(path=str(pathlib.Path(pictures) / f"demo-{name}-{width}-{theme}.png"))
            page.goto(f"http://localhost:{server.port}/desk/sign-in")
            page.get_by_role("button", name="Come in: Editor").click()
            check(page.url.endswith("/desk"), "a button opens the desk")
            context.close()
        browser.close()


# most of the time is waiting for the hour, so the engines are tried at once
at_once(on)
check.end()
