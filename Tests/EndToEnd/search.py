#!/usr/bin/env python3
"""Searching, as somebody on an old phone does it: no script, links and one form; and as somebody does who means harm."""
import os
import re
import urllib.parse

from ground import Server, amparo, check, engines, note, open_action, place, wait_until

try:
    from playwright.sync_api import sync_playwright
    from browser import CHROMIUM, look
except ImportError:
    sync_playwright = None

PICTURES = os.environ.get("PICTURES")


def path(**fields):
    return "/en/actions?" + urllib.parse.urlencode(fields)


def slugs(text):
    return list(dict.fromkeys(re.findall(r'class="entry-headline"[^>]*><a href="/en/actions/([a-z0-9-]+)"', text)))


def someone(database):
    """A name of an action that is there, and its slug."""
    slug, _ = open_action(database)
    name = database.rows(f"SELECT s.name FROM subject s JOIN action a ON a.id = s.action_id WHERE a.serial = {slug.split('-')[0]} AND a.series = 'UA' ORDER BY s.position")
    return slug, name[0][0]


def finding(server, database):
    slug, name = someone(database)
    family = max(re.findall(r"\w+", name), key=len)
    check(slug in slugs(server.get(path(q=name)).text), f"{name} is found")
    wrong = family[:2] + family[3] + family[2] + family[4:]
    answer = server.get(path(q=wrong))
    check(slug in slugs(answer.text) and wrong in answer.text, f"and as {wrong}, which is said")
    check.same(server.get(path(q=slug.replace("-", "/"))).status, 302, "a number leads to its action")
    check.same(server.get("/en/search?q=" + urllib.parse.quote(name)).fields["location"], path(q=name).replace("+", "%20"), "the other address leads here")
    nothing = server.get(path(q="xylophone marmalade"))
    check(nothing.status == 200 and "xylophone marmalade" in nothing.text and "Try fewer words" in nothing.text, "nothing found is an answer with help")
    everything = server.get("/en/actions")
    check(len(slugs(everything.text)) > 3, "without words everything is there")
    for facet in ["countries", "years", "states"]:
        part = everything.text.split(f'id="{facet}"')[1].split("</section>")[0]
        for link, count in re.findall(r'href="([^"]+)"[^>]*><span>[^<]*</span> <span class="count">(\d+)', part)[:3]:
            narrowed = server.get(link.replace("&amp;", "&").replace("&#x3D;", "="))
            check.same(narrowed.text.split('id="list-heading"')[1].split(">")[1].split(" ")[0], count, f"{link} has as many as it says")


def harm(server):
    for words in ["", "\0", "%", "\"", "'; DROP TABLE action; --", "NEAR(a b, 3) OR head : *", "&|!<->():*", "a" * 10_000, "😀" * 50, "\u202e\ufffd", "<script>alert(1)</script>"]:
        answer = server.get(path(q=words))
        check.same(answer.status, 200, f"{words[:20]!r} gets an answer")
        check("<script>alert" not in answer.text, "in which nothing runs")
    for raw in ["q=%FF%FE%80", "q=%", "q=%zz", "q=a&q=b", "country=zz&year=abc&topic=x&state=y&after=z", "after=0.2021-01-01.1-21", "year=99999999999999999999", "year=-1"]:
        check.same(server.get("/en/actions?" + raw).status, 200, f"{raw} too")
    check("fault" not in server.words(), "and no fault is logged")


def withdrawal(server, database):
    slug, name = someone(database)
    check.same(amparo(database, "verify").status, 0, "verify finds the index right")
    reference = "UA " + slug.replace("-", "/")
    check.same(amparo(database, "withdraw", reference, "--reason", "asked").status, 0, f"{reference} is withdrawn")
    wait_until(lambda: slug not in server.get(path(q=name)).text, 5)
    family = max(re.findall(r"\w+", name), key=len)
    for words in [name, family, family[:2] + family[3] + family[2] + family[4:], ""]:
        answer = server.get(path(q=words))
        check(slug not in slugs(answer.text), f"and {words!r} does not find it")
        check(family.lower() not in answer.text.split("</form>")[1].lower() or family.lower() in words.lower(), "nor is the name told")
    check("outputs" in amparo(database, "search", "rebuild").said, "the index is made anew")
    check.same(amparo(database, "verify").status, 0, "and is right")


def eyes(server, database, browser):
    _, name = someone(database)
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"http://localhost:{server.port}/en/archive")
    page.get_by_role("link", name="Search all actions by words, country and topic").click()
    page.get_by_label("Words, a name or a number").fill(name)
    page.get_by_role("search", name="Search the actions").get_by_role("button", name="Search").click()
    check(page.locator(".entry").count() >= 1, "without a script the form finds")
    context.close()
    context = browser.new_context()
    page = context.new_page()
    shown = {"found": path(q="prison"), "all": "/en/actions", "nothing": path(q="xylophone marmalade"), "german": "/de/actions?q=Haft",
             "near": path(q=name.split(" ")[-1][:-1] + "xa")}
    for what, address in shown.items():
        page.goto(f"http://localhost:{server.port}{address}")
        look(page, f"search, {what}", briefly=what != "found")
        for width, theme in [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")] if PICTURES else []:
            page.goto(f"http://localhost:{server.port}{address}")
            page.set_viewport_size({"width": width, "height": 844})
            page.emulate_media(color_scheme=theme)
            page.screenshot(path=f"{PICTURES}/search-{what}-{width}-{theme}.png", full_page=True)
    context.close()


def on(engine):
    with place(engine) as database, Server(database, "--demo") as server:
        finding(server, database)
        harm(server)
        if sync_playwright and engine.name == "SQLite":
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
                eyes(server, database, browser)
                browser.close()
        withdrawal(server, database)


for engine in engines():
    note(engine.name)
    on(engine)
check.end()
