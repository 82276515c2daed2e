#!/usr/bin/env python3
"""A case kept for offline in a real browser: by a click alone, read with the net cut, without a cookie in it, and gone when the case is."""
import contextlib
import json
import os
import pathlib
import re
from datetime import datetime, timezone

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, sync_playwright

from ground import Server, SQLite, amparo, check, note, open_action, place, wait_until

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
PICTURES = os.environ.get("AMPARO_PICTURES")

KEPT = """async () => {
  const found = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    found[name] = [];
    for (const request of await cache.keys()) {
      const answer = await cache.match(request);
      found[name].push([new URL(request.url).pathname + new URL(request.url).search, (await answer.clone().arrayBuffer()).byteLength,
        [...answer.headers.keys()].join(" ")]);
    }
  }
  return found;
}"""
SCOPES = "navigator.serviceWorker.getRegistrations().then(all => all.map(one => new URL(one.scope).pathname + ' ' + new URL((one.active || one.installing || one.waiting).scriptURL).pathname))"


def kept(page):
    return page.evaluate(KEPT)


def picture(page, name):
    if PICTURES:
        page.screenshot(path=str(pathlib.Path(PICTURES) / f"offline-{name}.png"), full_page=False)


def keep(page):
    page.locator("[data-offline-keep]").click()
    page.locator("[data-offline-forget]").wait_for(state="visible", timeout=30_000)


def journey(browser, server, database, slug):
    base = f"http://localhost:{server.port}"
    path = f"/en/actions/{slug}"
    context = browser.new_context(viewport={"width": 390, "height": 800}, locale="en")
    context.add_cookies([{"name": "secret", "value": "rosa", "url": base}])
    page, said = context.new_page(), []
    page.on("console", lambda message: said.append(message.text) if "ERR_INTERNET_DISCONNECTED" not in message.text else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(base + path)
    page.locator("[data-offline-keep]").wait_for(state="visible")
    check.same((kept(page), page.evaluate(SCOPES)), ({}, []), "nothing is kept and no worker stands there before a click")
    page.evaluate(Axe().axe_script)
    check.same(page.evaluate("axe.run('.offline').then(found => found.violations.map(one => one.id))"), [], "axe on the offer")
    page.locator(".offline").scroll_into_view_if_needed()
    picture(page, "offer")
    asked = []
    page.on("request", lambda request: asked.append((request.url, request.headers.get("cookie"))))
    keep(page)
    check(page.locator("[data-offline-forget]").evaluate("one => one === document.activeElement"), "the focus goes on to what undoes it")
    picture(page, "kept")
    found = kept(page)
    check.same(list(found), [f"amparo-offline {path}"], "one small cache of its own")
    files = {name: (size, fields) for name, size, fields in found.get(f"amparo-offline {path}", [])}
    note(f"{len(files)} answers, {sum(size for size, _ in files.values())} bytes")
    for wanted in [r"^" + path + "$", path + "/write$", r"^/assets/site-.*\.css$", r"^/documents/.*letter\.docx$", r"^/documents/.*sheet\.txt$", r"^/assets/draft-.*\.js$"]:
        check(any(re.search(wanted, name) for name in files), f"{wanted} is in it")
    check(not any(re.search(r"/(report|my|alerts|desk|search)", name) for name in files), "nothing of one person is in it")
    check.same({fields for _, fields in files.values()}, {"content-type"}, "no field of an answer but its type is kept")
    check(sum(size for size, _ in files.values()) < 12e6, "it is bounded")
    check.same(page.evaluate(SCOPES), [f"{path} /assets/worker.js"], "the one worker stands before this case alone")

    page.goto(base + path)
    check(not page.locator("[data-offline-note]").is_visible(), "with a connection nothing speaks of a copy")
    context.set_offline(True)
    for name in ["", "/write"]:
        page.goto(base + path + name)
        line = page.locator("[data-offline-note]")
        check(line.is_visible() and re.search(r"the copy of \d+ \w+ 20\d\d|the copy of \w+ \d+, 20\d\d", line.inner_text()), f"{name or 'the case'}: of which day the copy is ({line.inner_text()})")
        check(page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgba(0, 0, 0, 0)", f"{name or 'the case'} has its style")
        picture(page, f"cut{name.replace('/', '-')}")
    words = page.locator("#words")
    check(len(words.input_value()) > 50, "the letter is there to read and write")
    letter = next(name for name in files if name.endswith("letter.txt") or name.endswith("sheet.txt"))
    check(page.evaluate("address => fetch(address).then(answer => answer.status)", letter) == 200, "a document of it opens")
    with contextlib.suppress(Error):
        page.goto(base + "/en/archive", timeout=5_000)
        check(False, "what was not kept is not there without a connection")
    context.set_offline(False)
    page.goto(base + path)
    page.locator("[data-offline-forget]").click()
    page.locator("[data-offline-keep]").wait_for(state="visible")
    check.same((kept(page), page.evaluate(SCOPES)), ({}, []), "a click throws all of it away")

    # its last day passes: the copy goes at the next contact, and is handed out no more without one
    last_day = """async ([path, until]) => {
      const cache = await caches.open("amparo-offline " + path);
      await cache.put("/offline", new Response(JSON.stringify({ at: Date.now() - 9e8, until })));
    }"""
    keep(page)
    page.evaluate(last_day, [path, "2020-01-01"])
    page.goto(base + path)
    check(wait_until(lambda: kept(page) == {} and page.evaluate(SCOPES) == [], 10)[0], "after its last day the copy goes at the next contact")
    page.goto(base + path)
    keep(page)
    page.evaluate(last_day, [path, datetime.now(timezone.utc).date().isoformat()])
    context.set_offline(True)
    page.goto(base + path)
    check(page.locator("[data-offline-note]").is_visible(), "on its last day it is there without a connection")
    page.evaluate(last_day, [path, "2020-01-01"])
    with contextlib.suppress(Error):
        page.goto(base + path, timeout=5_000)
        check(False, "after its last day nobody gets it without a connection either")
    context.set_offline(False)
    page.goto(base + path)
    check(wait_until(lambda: kept(page) == {} and page.evaluate(SCOPES) == [], 10)[0], "and it is gone")

    # taken down: gone at the next contact, from the page itself and from the page of another case
    page.goto(base + path)
    keep(page)
    check.same(amparo(database, "withdraw", f"UA {slug.replace('-', '/')}", "--reason", "the family asks", "--by", "Rosa").status, 0, "the case is taken down")
    wait_until(lambda: server.get(path).status == 410, 10)
    page.goto(base + path)
    check(wait_until(lambda: kept(page) == {} and page.evaluate(SCOPES) == [], 10)[0], "the copy is gone at the next contact")
    context.set_offline(True)
    with contextlib.suppress(Error):
        page.goto(base + path, timeout=5_000)
        check(False, "and does not come back without a connection")
    context.set_offline(False)
    check.same([one for one in said if "410" not in one], [], "nothing on the console, the policy of the pages holds")
    context.close()


def another_page(browser, server, database, slug, other):
    """Whoever opens another case lets go of what was taken down meanwhile."""
    base = f"http://localhost:{server.port}"
    context = browser.new_context(locale="ar")
    page = context.new_page()
    page.goto(f"{base}/ar/actions/{slug}")
    keep(page)
    context.set_offline(True)
    page.goto(f"{base}/ar/actions/{slug}")
    check.same(page.evaluate("document.dir"), "rtl", "a copy from right to left")
    check("هذه نسخة بتاريخ" in page.locator("[data-offline-note]").inner_text(), "with its line in Arabic")
    picture(page, "cut-ar")
    context.set_offline(False)
    amparo(database, "withdraw", f"UA {slug.replace('-', '/')}", "--reason", "the family asks", "--by", "Rosa")
    wait_until(lambda: server.get(f"/ar/actions/{slug}").status == 410, 10)
    page.goto(f"{base}/en/actions/{other}")
    check(wait_until(lambda: kept(page) == {} and page.evaluate(SCOPES) == [], 10)[0], "another case's page lets go of it")
    context.close()


def without_script(browser, server, slug):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for name in ["", "/write"]:
        page.goto(f"http://localhost:{server.port}/en/actions/{slug}{name}")
        check(not page.locator(".offline").is_visible() and not page.locator("[data-offline-note]").is_visible(), f"without script nothing is offered {name}")
    context.close()


with place(SQLite) as database, Server(database, "--demo") as server, sync_playwright() as playwright:
    check.same(amparo(database, "section", "languages", "int", "en", "es", "fr", "de", "ar", "--by", "Rosa").status, 0, "Arabic too")
    wait_until(lambda: server.get("/ar/").status == 200, 5)
    browser = playwright.chromium.launch(executable_path=CHROMIUM)
    slugs = list(dict.fromkeys(re.findall(r'href="/en/actions/([\w-]+)"', server.get("/en/").text)))
    first, _ = open_action(database)
    others = [slug for slug in slugs if slug != first and "data-offline=" in server.get(f"/en/actions/{slug}").text and re.fullmatch(r"\d+-\d\d", slug)]
    check(len(others) >= 2, "several cases take letters")
    without_script(browser, server, first)
    worker = server.get("/assets/worker.js")
    check.same(worker.fields.get("service-worker-allowed"), "/", "the worker may stand before a case")
    journey(browser, server, database, first)
    another_page(browser, server, database, others[0], others[1])
    browser.close()
check.end()
