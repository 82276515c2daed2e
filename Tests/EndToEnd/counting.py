#!/usr/bin/env python3
"""Two browsers count two, an impatient one counts one; what is not a report is refused, and small counts are not shown."""
import datetime
import os
import re
import shutil
import threading

from ground import Server, amparo, check, engines, note, open_action, place, wait_until

try:
    from playwright.sync_api import sync_playwright
except ImportError:
    sync_playwright = None


def ledger(database, slug):
    serial = slug.split("-")[0]
    return database.rows("SELECT r.channel, r.quantity, r.late, r.source FROM report r JOIN output o ON o.id = r.output_id "
                         f"JOIN action a ON a.id = o.action_id WHERE a.serial = {serial} AND r.source <> 'import' ORDER BY r.id")


def at_once(count, act):
    """Does the same thing in several threads at the same moment; returns what each came back with."""
    gate, answers = threading.Barrier(count), [None] * count

    def run(index):
        gate.wait()
        answers[index] = act()

    threads = [threading.Thread(target=run, args=(index,)) for index in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def forms(server, database, slug):
    path = f"/en/actions/{slug}/reports"
    one, two = server.form(slug), server.form(slug)
    check.same(set(one), {"output", "token"}, "hidden fields of the form")
    check(one["token"] != two["token"], "each showing of the form has a token of its own")
    check("no-store" in server.get(f"/en/actions/{slug}/report").fields.get("cache-control", ""), "the form is not kept by anybody")
    for form in (one, two):
        answer = server.post_form(path, {**form, "channel": "post", "quantity": "1"})
        check.same(answer.status, 303, "a report is answered with 303")
        check(f"/en/actions/{slug}/thanks" in answer.fields.get("location", ""), "and leads to the thanks")
        check.same(server.get(answer.fields["location"]).status, 200, "which are there")
    check.same(ledger(database, slug), [("post", 1, 0, "form")] * 2, "two forms are two reports")


def impatience(server, database, slug):
    path, before = f"/en/actions/{slug}/reports", len(ledger(database, slug))
    form = {**server.form(slug), "channel": "email", "quantity": "2"}
    answers = at_once(5, lambda: server.post_form(path, form).status)
    check.same(answers, [303] * 5, "five presses at once are all answered")
    check.same(server.post_form(path, form).status, 303, "a retry later is answered too")
    check.same(server.post_form(path, {**form, "quantity": "400", "channel": "fax"}).status, 303, "and the same form with other numbers")
    check.same(server.post_json(path, form).status, 201, "and the same token from a program")
    check.same(ledger(database, slug)[before:], [("email", 2, 0, "form")], "all of them are one report, the first")


def thresholds(server, database, slug):
    path, page = f"/en/actions/{slug}/reports", f"/en/actions/{slug}"

    def sum_of_ledger():
        return sum(row[1] for row in ledger(database, slug))

    def report(quantity):
        form = server.form(slug)
        return server.post_json(path, {"channel": "post", "quantity": quantity, "output": int(form["output"]), "token": form["token"]})

    check(sum_of_ledger() < 9, "the count starts below the threshold")
    answer = report(9 - sum_of_ledger())
    check.same(answer.status, 201, "a program's report is answered with 201")
    check.same(answer.json.get("appeals"), None, "a count below the threshold is not in the answer")
    check(not re.search(r"\b9 (letters|appeals|messages)", server.get(page).words), "nor on the page")
    answer = report(1)
    check.same(answer.json.get("appeals"), 10, "at the threshold it is in the answer")
    holds, seconds = wait_until(lambda: re.search(r"\b10\b", server.get(page).words) is not None, 3)
    check(holds and seconds <= 1.2, f"and on the page within a second ({seconds:.2f} s)")


def refusals(server, database, slug):
    path, before = f"/en/actions/{slug}/reports", ledger(database, slug)
    good = {**server.form(slug), "channel": "post", "quantity": "3"}
    for field, values in {"quantity": ["0", "501", "-1", "1.5", "many", "", "99999999999999999999"], "channel": ["", "pigeon"],
                          "token": ["", "short", "x" * 200], "output": ["", "zero", "-1"]}.items():
        for value in values:
            answer = server.post_form(path, {**good, field: value})
            check.same(answer.status, 422, f"{field}={value!r}")
            if field == "quantity":
                check(f'value="{value}"' in answer.text, f"quantity={value!r} is kept in the form")
            check.same(server.post_json(path, {**good, field: value}).status, 422, f"{field}={value!r} as JSON")
    check.same(server.post_form(path, {**good, "output": "99"}).status, 404, "an output that is not there")
    for body, kind, wanted in [("{", "application/json", {400, 422}), ("quantity=%zz", "application/x-www-form-urlencoded", {400, 422}),
                               ("[1]", "application/json", {400, 422}), ("a=1&" * 50_000, "application/x-www-form-urlencoded", {413})]:
        status = server.ask("POST", path, body, kind).status
        check(status in wanted, f"a body like {body[:12]!r} is refused with {wanted}, not {status}")
    check.same(server.get(path).status, 405, "reading where one can only write")
    check.same(server.post_form("/en/actions/1-74/reports", good).status, 404, "an action nobody knows")
    check.same(server.post_form(path, good, **{"Sec-Fetch-Site": "cross-site"}).status, 403, "a form on somebody else's page")
    check.same(ledger(database, slug), before, "nothing of that is in the ledger")
    for quantity in ["1", "500"]:
        check.same(server.post_form(path, {**server.form(slug), "channel": "post", "quantity": quantity}).status, 303, f"quantity {quantity} is a report")


def windows(server, database):
    today = datetime.datetime.now(datetime.timezone.utc).date()
    rows = database.rows("SELECT a.serial, a.year, o.ordinal, o.act_until FROM action a JOIN output o ON o.action_id = a.id "
                         "WHERE a.series = 'UA' AND o.ended_on IS NULL AND o.act_until IS NOT NULL AND o.kind <> 'outcome' AND o.ordinal = "
                         "(SELECT max(ordinal) FROM output WHERE action_id = a.id) AND a.id NOT IN (SELECT action_id FROM withdrawal)")
    ages = [((today - datetime.date.fromisoformat(until)).days, f"{serial}-{year % 100:02d}") for serial, year, _, until in rows]
    late = next((slug for age, slug in ages if 2 <= age <= 28), None)
    if check(late is not None, "an example that ended a few days ago"):
        check.same(server.post_form(f"/en/actions/{late}/reports", {**server.form(late), "channel": "fax", "quantity": "1"}).status, 303, "a late report is taken")
        check.same(ledger(database, late), [("fax", 1, 1, "form")], "and marked as late")
    shut = "119-21"
    form = {"output": "1", "token": "x" * 40, "channel": "post", "quantity": "1"}
    check.same(server.get(f"/en/actions/{shut}/report").status, 409, "there is no form for an action long closed")
    answer = server.post_form(f"/en/actions/{shut}/reports", form)
    check.same(answer.status, 409, "nor is a report taken")
    check("2022" in answer.words, "and the answer says since when")
    check.same(ledger(database, shut), [], "nothing of it is in the ledger")
    down = f"908-{today.year % 100:02d}"
    for status in (server.get(f"/en/actions/{down}/report").status, server.post_form(f"/en/actions/{down}/reports", form).status):
        check.same(status, 410, "a withdrawn action takes no report")


def browsers(server, database, slug):
    """The same with real browsers, without scripts."""
    if sync_playwright is None or not shutil.which("chromium"):
        note("no browser: playwright or chromium is missing")
        return
    with sync_playwright() as driver:
        flags = ["--no-sandbox"] if os.geteuid() == 0 else []
        chromium = driver.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        before = len(ledger(database, slug))

        def filled():
            page = chromium.new_context(java_script_enabled=False).new_page()
            page.goto(f"http://127.0.0.1:{server.port}/en/actions/{slug}/report")
            page.check("input[name=channel][value=instagram]", force=True)
            page.fill("input[name=quantity]", "1")
            return page

        pages = [filled(), filled()]
        for page in pages:
            page.click("form.report button[type=submit]")
            page.wait_for_url("**/thanks*")
        check.same(len(ledger(database, slug)) - before, 2, "two fresh browsers count two")
        page = filled()
        page.dblclick("form.report button[type=submit]")
        page.wait_for_url("**/thanks*")
        page.reload()
        page.go_back()
        page.wait_for_selector("form.report button[type=submit]")
        token = page.get_attribute("input[name=token]", "value")
        page.go_forward()
        page.reload()
        check(bool(token), "going back shows the form")
        check.same(len(ledger(database, slug)) - before, 3, "an impatient one counts one")
        chromium.close()


def on(engine):
    with place(engine) as database, Server(database, "--demo") as server:
        slug, _ = open_action(database)
        forms(server, database, slug)
        impatience(server, database, slug)
        thresholds(server, database, slug)
        refusals(server, database, slug)
        windows(server, database)
        browsers(server, database, slug)
        verified = amparo(database, "verify")
        check.same(verified.status, 0, f"verify beside the server: {verified.complained.strip()}")


for engine in engines():
    note(engine.name)
    on(engine)
check.end()
