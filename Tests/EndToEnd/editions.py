#!/usr/bin/env python3
"""Editions in a real browser: the international section publishes, the Swiss desk sees it, adapts it with a day and an embassy of its own,
its host shows it and the tally is one; a correction upstream is seen and taken; another action is declined, and leads elsewhere."""
import datetime
import os
import re

from playwright.sync_api import sync_playwright

from ground import Server, amparo, check, engines, open_action, place, wait_until

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
PASSWORD = "a long enough pass phrase"
SECTIONS = {"int": "localhost", "us": "us.localhost", "ch": "ch.localhost"}


def time_code(key, at=None):
    """RFC 6238, from the key that stands on the page."""
    import base64, hashlib, hmac, struct, time
    step = int((at or time.time()) // 30)
    digest = hmac.new(base64.b32decode(key + "=" * (-len(key) % 8)), struct.pack(">Q", step), hashlib.sha1).digest()
    place = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[place:place + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def enter(browser, database, server, login, section, role="approver"):
    """A page of somebody who came by an invitation and signed in with a code of their paper."""
    made = amparo(database, "staff", "add", login, "--name", login.title(), "--role", role, "--section", section, AMPARO_PORT=server.port)
    check.same(made.status, 0, f"staff add {login}: {made.complained}")
    token = re.search(r"/desk/enter/([\w-]+)", made.said).group(1)
    address = f"http://{SECTIONS[section]}:{server.port}"
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"{address}/desk/enter/{token}")
    key = re.search(r"\b([A-Z2-7]{32})\b", page.inner_text("main").replace(" ", "")) or re.search(r"secret=([A-Z2-7]+)", page.content())
    page.fill("[name=password]", PASSWORD)
    page.fill("[name=code]", time_code(key.group(1)))
    page.click("main button[type=submit]")
    paper = re.findall(r"\b[0-9a-z]{4,5}-[0-9a-z]{4,5}\b", page.inner_text("main").lower())
    check(len(paper) >= 10, f"{login} gets ten codes for paper: {page.inner_text('main')[:400]}")
    page.goto(f"{address}/desk/sign-in")
    page.fill("[name=login]", login)
    page.fill("[name=password]", PASSWORD)
    page.fill("[name=code]", paper[0])
    page.click("main button[type=submit]")
    check(page.url.rstrip("/").endswith("/desk"), f"{login} is at the desk: {page.url}")
    return page, address


def report(server, slug, host, quantity):
    fields = server.get(f"/en/actions/{slug}/report", Host=host).hidden
    sent = server.post_form(f"/en/actions/{slug}/reports", {**fields, "channel": "email", "quantity": quantity}, Host=host)
    check(sent.status in (200, 303), f"{host} takes a report: {sent.status}")


def comes(server, path, host, holds):
    ok, _ = wait_until(lambda: holds(server.get(path, Host=host)), 20)
    return ok


def journey(browser, engine):
    with place(engine) as database, Server(database, "--demo") as server:
        slug, ordinal = open_action(database)
        lea, swiss = enter(browser, database, server, "lea", "ch")
        rosa, home = enter(browser, database, server, "rosa", "int")
        own_day = (datetime.date.today() + datetime.timedelta(days=5)).isoformat()

        lea.goto(f"{swiss}/desk/editions")
        check(slug.split("-")[0] in lea.inner_text("main"), f"{database.name}: the Swiss desk sees what the international section published")
        lea.goto(f"{swiss}/desk/editions/{slug}/{ordinal}")
        lea.fill("[name=act_until]", own_day)
        lea.fill("[name=copies]", "office: Embassy in Berne\npost: Example Lane 3 / 3005 Bern")
        lea.locator("form[action$=adaptation] button").click()
        check("Adapted" in lea.inner_text("main") or "Angepasst" in lea.inner_text("main"), f"adapted: {lea.inner_text('main')[:200]}")
        path = f"/en/actions/{slug}"
        check(comes(server, path, "ch.localhost", lambda page: "Example Lane 3" in page.text), "the Swiss host shows the embassy")
        check("Example Lane 3" not in server.get(path).text, "and no other host does")
        check(re.search(r"[45] days left", server.get(path, Host="ch.localhost").words), "with its own day")
        check(not re.search(r"\b[45] days left", server.get(path).words), "which is its own alone")

        report(server, slug, "ch.localhost", 20)
        report(server, slug, "localhost", 14)
        for host in SECTIONS.values():
            check(comes(server, path, host, lambda page: "appeals sent" in page.words), f"{host} shows the tally")
        totals = {host: re.search(r"([\d,.’']+) appeals sent", server.get(path, Host=host).words).group(1) for host in ("localhost", "us.localhost")}
        check(len(set(totals.values())) == 1, f"the tally is one: {totals}")

        first = database.rows(f"SELECT o.id FROM output o JOIN action a ON a.id = o.action_id WHERE a.serial = 901 AND a.series = 'UA' AND o.ordinal = {ordinal}")[0][0]
        database.change(f"UPDATE text SET headline = 'Corrected: her name' WHERE output_id = '{first}' AND language = 'en';"
                        f"UPDATE action SET revision = revision + 1 WHERE id = (SELECT action_id FROM output WHERE id = '{first}');")
        rosa.goto(f"{home}/desk/editions/{slug}/{ordinal}")
        check("not seen yet" in rosa.inner_text("main"), "the international desk sees who has not seen the correction")
        lea.goto(f"{swiss}/desk/editions")
        check(lea.locator(".desk-table").nth(1).locator(f"a[href$='/{slug}/{ordinal}']").count() == 1, "the Swiss desk is told of a change upstream")
        lea.goto(f"{swiss}/desk/editions/{slug}/{ordinal}")
        check("Corrected: her name" in lea.inner_text(".desk-table"), "field by field")
        lea.locator(".desk-table .desk-button button").first.click()
        check("Corrected: her name" not in (lea.inner_text(".desk-table") if lea.locator(".desk-table").count() else ""), "and takes it")
        rosa.reload()
        check("not seen yet" not in rosa.inner_text("main"), "which the international desk sees")

        other = next(s for s in re.findall(r'href="/en/actions/([\w-]+)"', server.get("/en/", Host="ch.localhost").text) if s != slug)
        number = database.rows("SELECT max(o.ordinal) FROM output o JOIN action a ON a.id = o.action_id WHERE o.published_at IS NOT NULL AND a.serial = "
                               + re.search(r"(\d+)-\d\d$", other).group(1) + ("" if other[0] in "emn" else " AND a.series = 'UA'"))[0][0]
        lea.goto(f"{swiss}/desk/editions/{other}/{number}")
        lea.fill("[name=reason]", "no post goes there")
        lea.locator("form[action$=refusal] button").click()
        gone = f"/en/actions/{other}" + ("" if number == 1 else f"/{number}")
        check(comes(server, gone, "ch.localhost", lambda page: page.status == 404), "a declined output is not on the Swiss host")
        page = server.get(gone, Host="ch.localhost")
        check(f"{home}/en/actions/{other}" in page.text and "no post goes there" not in page.text, "which leads to the international page")
        check(server.get(f"/en/actions/{other}").status == 200, "where it is")
        collect(rosa, home, database, server)


def collect(rosa, home, database, server):
    """A collection of the open cases, one pack, and one return of 34 letters over three of them by a school."""
    cases = re.findall(r'href="/en/actions/([\w-]+)"', server.get("/en/").text)[:10]
    today, later = datetime.date.today(), datetime.date.today() + datetime.timedelta(days=40)
    rosa.goto(f"{home}/desk/collections")
    rosa.fill("[name=title]", "Letters of the winter")
    rosa.fill("[name=slug]", "winter")
    rosa.fill("[name=first]", today.isoformat())
    rosa.fill("[name=last]", later.isoformat())
    rosa.locator("main form button").last.click()
    check(rosa.url.endswith("/desk/collections/winter"), f"the desk makes a collection: {rosa.url}")
    rosa.fill("[name='title.en']", "Letters of the winter")
    rosa.fill("[name=cases]", ", ".join(cases))
    rosa.select_option("[name=schools]", "yes")
    rosa.select_option("[name=public]", "yes")
    rosa.locator("main form button").last.click()
    page = server.get("/en/collections/winter")
    check.same(page.status, 200, "the collection is public")
    check.same(page.text.count("<h3>"), len(cases), "with all its cases")
    school = server.get("/en/collections/winter/school")
    check("first name only" in school.words and not re.search(r'name="(name|email|address)"', school.text), "the teacher's page asks for no pupil")
    made = amparo(database, "group", "add", "--section", "int", "--place", "Basel", "--school", "Class 8b")
    check.same(made.status, 0, f"a school gets a code: {made.complained}")
    code = made.said.split()[0].replace("-", "")
    rosa.goto(f"{home}/en/collections/winter/return")
    rosa.fill("[name=code]", code)
    rosa.locator("main form button").first.click()
    boxes = rosa.locator(".group-action")
    check.same(boxes.count(), len(cases), "one form has all cases")
    for place, number in enumerate([20, 10, 4]):
        boxes.nth(place).locator("input").first.fill(str(number))
    before = database.rows("SELECT coalesce(sum(quantity), 0) FROM report WHERE source = 'group'")[0][0]
    rosa.locator("form.group-return button[type=submit]").click()
    check("/thanks" in rosa.url, f"and is taken: {rosa.url}")
    rosa.wait_for_url("**/thanks*")
    rosa.go_back()
    rosa.locator("form.group-return button[type=submit]").click()
    after = database.rows("SELECT coalesce(sum(quantity), 0) FROM report WHERE source = 'group'")[0][0]
    check.same(int(after) - int(before), 34, "34 letters over three cases, once")
    rosa.goto(f"{home}/desk/collections/winter")
    check("Basel" in rosa.inner_text("main") and code in rosa.inner_text("main"), "the desk sees place and code")
    if server.get("/en/pack").text.find("name=\"paper\"") > 0:
        pack = server.post_form("/en/collections/winter/pack", {"copies": 2, "school": "School on the Hill, Basel", "group": code},
                                connection=server.connect(timeout=150))  # a busy machine takes its time over a PDF
        check(pack.status == 200 and pack.fields["content-type"] == "application/pdf", f"the pack is one PDF: {pack.status}")


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=CHROMIUM)
    for engine in engines():
        journey(browser, engine)
    browser.close()
check.end()
