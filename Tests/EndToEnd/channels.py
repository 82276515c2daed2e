#!/usr/bin/env python3
"""Each way of sending in a real browser, with JavaScript on and off, on a phone and a desktop, in light and dark.

Pages: nothing that axe knows against them, no word on the console, no request to another host, no sideways scroll, at most 60 KB in all.
Ways: the control that each needs is there and holds the letter; what was typed is in no address and in no store of the browser; a copy
button copies; an e-mail file is what Python's mail parser reads it to be.

usage: channels.py [FOLDER for pictures]
"""
import email
import email.policy
import gzip
import json
import os
import re
import subprocess
import sys
import urllib.parse
import urllib.request

from playwright.sync_api import sync_playwright

from browser import AXE, CHROMIUM, IS_DEEP, Site, violations
from ground import Server, SQLite, check, note, place

PICTURES = sys.argv[1] if len(sys.argv) > 1 else None
WAYS = ["email", "post", "fax", "phone", "x", "bluesky", "mastodon", "threads", "instagram", "facebook", "whatsapp", "telegram", "signal",
        "contact_form", "solidarity"]
CONTACTS = [("bluesky", "@justice.example.org"), ("mastodon", "@justice@social.example"), ("instagram", "@example_org_justice"),
            ("facebook", "https://www.facebook.com/example.org.justice"), ("other", "https://www.threads.net/@example_org_justice"),
            ("other", "https://wa.me/21600000901"), ("other", "https://t.me/example_org_justice"), ("other", "Signal: +216 00 000 901"),
            ("contact_form", "https://justice.example.org/contact"), ("solidarity", "Nour Belkhadi\nc/o Example\n0000 Tunis\nTUNISIA")]
SECRET = "Zenobia Quetzal"


def add_contacts(database, serial):
    for position, (channel, where) in enumerate(CONTACTS):
        where = where.replace("'", "''")
        database.change(f"""INSERT INTO contact_point (addressee_id, position, channel, place)
            SELECT d.id, {90 + position}, '{channel}', '{where}' FROM addressee d JOIN edition e ON e.id = d.edition_id JOIN output o ON o.id = e.output_id
            JOIN action a ON a.id = o.action_id WHERE a.serial = {serial} AND a.series = 'UA' AND d.position = 0""")


def watched(context, site, faults):
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("console", lambda message: faults.append(f"{page.url}: {message.text}") if "Failed to load resource" not in message.text else None)
    page.on("request", lambda request: faults.append(f"{page.url} asks {request.url}") if not request.url.startswith(site.address) else None)
    return page


def write(page, site, way, language="en", letter="fr", name=SECRET, **more):
    """Fills in the form as somebody does, and takes the letter."""
    page.goto(f"{site.address}/{language}/actions/{site.open}/write?language={letter}")
    page.check(f"input[name=way][value={way}]")
    page.fill("#name", name)
    page.fill("#place", "Lima")
    for field, value in more.items():
        page.fill(f"#{field}", value)
    page.click("form.write-form button.button-main")
    check(page.url.endswith("/letters"), f"{way}: what was typed is in no address ({page.url})")


def look(page, what, picture):
    """Judges the page at both widths and in both themes, and keeps pictures of two of the four."""
    page.evaluate(AXE)
    for width, theme, whole in [(360, "light", True), (360, "dark", False), (1280, "light", False), (1280, "dark", True)]:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        if whole or IS_DEEP:  # colours are the same at both widths: `make check-deep` looks at the corners between
            found = violations(page)
            check(not found, f"{what} at {width} {theme}: {found}")
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        check(wide <= 0, f"{what} at {width} {theme} is {wide} px wider than the screen")
        if PICTURES and picture and (width, theme) in [(360, "light"), (1280, "light"), (1280, "dark")]:
            page.screenshot(path=os.path.join(PICTURES, f"{what.replace(' ', '-')}-{width}-{theme}.png"), full_page=True)


def weigh(page, site, what, html):
    def packed(body):
        return len(gzip.compress(body))

    total = packed(html.encode())
    for asset in set(re.findall(r'(?:href|src)="(/assets/[^"]+)"', html)):
        request = urllib.request.Request(site.address + asset, headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(request) as answer:
            total += len(answer.read())
    check(total <= 60 * 1024, f"{what}: {total} bytes in all")
    check(len(re.findall(r"<script", html)) == len(re.findall(r'<script src="/assets/', html)), f"{what} has no script of its own")
    check(" style=" not in html and " onclick" not in html, f"{what} has no style or handler of its own")
    return total


def hrefs(page):
    return [one.get_attribute("href") for one in page.locator("main a[href]").all()]


# What each page must hold. `main` is the text of the letter in French.

def has_email(page, site):
    mail = [href for href in hrefs(page) if href.startswith("mailto:")]
    check(mail and all("minister.justice@tn.example.org" in one for one in mail), "email: links with the address")
    check(len(mail[0].encode()) <= 1600, f"email: the first link fits ({len(mail[0])})")
    fields = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(mail[0]).query, keep_blank_values=True))
    check(SECRET in fields["body"] and "\r\n\r\n" in fields["body"], "email: the link holds greeting, words and name")
    check.same(fields["subject"], page.input_value("#mail-subject"), "email: subject of the link and of the field")
    for host in ["mail.google.com", "outlook.live.com", "compose.mail.yahoo.com"]:
        check(any(host in href for href in hrefs(page)), f"email: a link to {host}")
    with page.expect_download() as waiting:
        page.click("button[name=format][value=eml]")
    with open(waiting.value.path(), "rb") as file:
        raw = file.read()
    message = email.message_from_bytes(raw, policy=email.policy.default)
    check.same(message["To"], "minister.justice@tn.example.org", "email: To of the file")
    check.same(message["Subject"], page.input_value("#mail-subject"), "email: Subject of the file")
    check.same(message["X-Unsent"], "1", "email: the file says that it is a draft")
    check.same(message.get_content().replace("\r\n", "\n").rstrip(), page.input_value("#letter-text"), "email: body of the file")
    check(not message.defects and all(len(line) <= 78 for line in raw.decode("ascii").split("\r\n")), "email: the file has no defects and short lines")


def has_post(page, site):
    sheet = page.locator(".sheet-paper")
    check.same(sheet.count(), 1, "post: one sheet")
    check("TUNISIA" in sheet.inner_text() and SECRET in sheet.inner_text(), "post: address and name are on the sheet")
    page.emulate_media(media="print")
    check.same(page.inner_text("body").split(), sheet.inner_text().split(), "post: what is printed is the letter")
    page.emulate_media(media="screen")
    if page.locator("button[name=format][value=pdf]").count():
        for form, name in [("pdf", "letter"), ("envelopes", "envelopes"), ("labels", "labels")]:
            with page.expect_download() as waiting:
                page.click(f"button[name=format][value={form}]")
            with open(waiting.value.path(), "rb") as file:
                check(file.read(5) == b"%PDF-", f"post: {name} come as PDF")
            check(waiting.value.suggested_filename.endswith(f"-{name}.pdf"), f"post: name of the file of {name}")
    else:
        check("PDF" in page.inner_text(".take"), "post: the page says that there are no PDFs")
        note("PDFs are not made on this machine: not looked at")
    with page.expect_download() as waiting:
        page.click("button[name=format][value=docx]")
    check(waiting.value.suggested_filename.endswith(".docx"), "post: name of the Word file")
    text = subprocess.run(["pandoc", "--from=docx", "--to=plain", "--wrap=none", waiting.value.path()], capture_output=True, text=True, check=True).stdout
    check("TUNISIA" in text and SECRET in text, "post: address and name are in the Word file")


def has_fax(page, site):
    check.same(page.locator(".sheet-paper").count(), 2, "fax: cover and letter")
    check("+216 00 000 902" in page.inner_text(".sheet-cover"), "fax: the number is on the cover")


def has_phone(page, site):
    check("tel:+21600000901" in hrefs(page), "phone: a number that dials")
    check(re.search(r"\b\d\d:\d\d\b", page.inner_text(".take")), "phone: the time there")
    check(SECRET in page.inner_text(".script >> nth=0"), "phone: the script has the caller's name")
    check.same(page.locator(".script").count(), 2, "phone: the script in both languages")


def has_posts(network, start):
    def has(page, site):
        shares = [href for href in hrefs(page) if href.startswith(start)]
        check(shares, f"{network}: a link that shares")
        check.same(page.locator(".ready-post").count(), 4, f"{network}: three posts of the case and one of ours")
        check(all("text=" in one for one in shares), f"{network}: the links hold the posts")
    return has


def has_mastodon(page, site):
    check(not any("/share?" in href for href in hrefs(page)), "mastodon: no link before the server is known")
    page.fill("#instance", "@rosa@social.example")
    page.click("form.instance button")
    check(any(href.startswith("https://social.example/share?text=") for href in hrefs(page)), "mastodon: links to the writer's server")


def has_copies(network, start):
    def has(page, site):
        check(any(href.startswith(start) for href in hrefs(page)), f"{network}: the official's page")
        check(page.locator(".ready-post textarea").count() == 4, f"{network}: posts to copy")
    return has


def has_link(start):
    def has(page, site):
        check(any(href.startswith(start) for href in hrefs(page)), f"a link to {start}")
        check(SECRET in page.input_value("#letter-text"), f"{start}: the letter to copy")
    return has


def has_card(page, site):
    check("0000 Tunis" in page.inner_text("main") and SECRET in page.input_value("#letter-text"), "solidarity: where the card goes, and words")


HAS = {
    "email": has_email, "post": has_post, "fax": has_fax, "phone": has_phone, "x": has_posts("x", "https://x.com/intent/tweet?"),
    "bluesky": has_posts("bluesky", "https://bsky.app/intent/compose?"), "threads": has_posts("threads", "https://www.threads.com/intent/post?"),
    "mastodon": has_mastodon, "instagram": has_copies("instagram", "https://www.instagram.com/example_org_justice"),
    "facebook": has_copies("facebook", "https://www.facebook.com/sharer/"), "whatsapp": has_link("https://wa.me/21600000901?text="),
    "telegram": has_link("https://t.me/example_org_justice?text="), "signal": has_link("https://signal.me/#p/+21600000901"),
    "contact_form": has_link("https://justice.example.org/contact"), "solidarity": has_card,
}


def every_way(browser, site, scripts):
    context = browser.new_context(locale="en-GB", java_script_enabled=scripts, accept_downloads=True)
    faults, weights = [], []
    page = watched(context, site, faults)
    for way in WAYS:
        write(page, site, way)
        html = page.content() if not scripts else None
        check.same(page.locator(".copy:visible").count() > 0, scripts and page.locator(".copy").count() > 0, f"{way}: copy buttons with scripts {scripts}")
        if scripts:
            look(page, way, picture=True)
            page.set_viewport_size({"width": 1280, "height": 900})
        else:
            weights.append((weigh(page, site, way, html), way))
        HAS[way](page, site)
        report = next(href for href in hrefs(page) if "/report" in href)
        page.click(f'.sent a[href="{report}"]')
        chosen = page.locator("input[name=channel]:checked")
        check.same(chosen.get_attribute("value"), way if way not in ("threads", "whatsapp", "telegram", "signal") else "other", f"{way}: channel of the report")
    if weights:
        note(f"the heaviest page is {max(weights)[1]} with {max(weights)[0]} bytes in all")
    if scripts:
        kept = page.evaluate("JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie])")
        check.same(json.loads(kept), [[], [], ""], "nothing is kept in the browser")
    for fault in dict.fromkeys(faults):
        check(False, fault)
    context.close()


def copying(browser, site):
    """A copy button copies, and says so."""
    context = browser.new_context(locale="en-GB", permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    write(page, site, "email")
    button = page.locator("button[data-copy=letter-text]")
    button.click()
    # the page lets no text become script, so that a condition in words could not be asked twice
    page.locator("button[data-copy=letter-text]", has_text="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    check.same(copied.replace("\r\n", "\n"), page.input_value("#letter-text"), "what was copied")
    context.close()


def composing(browser, site, scripts):
    """The form: another language, advice, mistakes, and nothing lost on the way."""
    context = browser.new_context(locale="en-GB", java_script_enabled=scripts)
    page = watched(context, site, faults := [])
    page.goto(f"{site.address}/en/actions/{site.open}/write")
    check("minister.justice@tn.example.org" not in page.content(), "no e-mail address before it is asked for")
    check.same(page.get_attribute("#words", "name"), "words", "the words can be changed")
    check.same(page.locator("input[name=language]:checked").get_attribute("value"), "ar", "the official's language comes first")
    check(page.locator(".sheet-quiet").get_attribute("lang") == "en", "the reader's language stands beside it")
    page.check("input[name=language][value=es]")
    page.fill("#name", SECRET)
    page.click("button[value=show]")
    check("Me dirijo a usted" in page.input_value("#words") and page.input_value("#name") == SECRET, "another language, the same name")
    page.fill("#words", "Idiota. Pido sanciones.")
    page.click("button[value=check]")
    check(page.locator("[role=status] li").count() >= 3, "advice is given")
    if scripts:
        look(page, "composer advice", picture=True)
    page.check("input[name=addressee][value='2']")
    page.uncheck("input[name=addressee][value='1']")
    page.check("input[name=way][value=fax]")
    page.press("#name", "Enter")
    check.same(page.locator("#way-problem").count(), 1, "a way that reaches nobody is told; Enter in a field takes the letter")
    check.same(page.input_value("#words"), "Idiota. Pido sanciones.", "nothing typed is lost")
    if scripts:
        look(page, "composer mistakes", picture=True)
        page.goto(f"{site.address}/en/actions/{site.open}/write")
        look(page, "composer", picture=True)
        page.goto(f"{site.address}/de/actions/{site.open}/write?language=ar")
        look(page, "composer de ar", picture=True)
        for way in ["post", "phone", "email"]:
            write(page, site, way, language="de", letter="ar")
            look(page, f"{way} de ar", picture=True)
        write(page, site, "email", words="Nour Belkhadi is held in secret. I write as a nurse.\n\n" + "She tested the wells of the oasis. " * 60
              + "\n\nI ask you to say where she is.", letter="en")
        look(page, "email long", picture=True)
    for fault in dict.fromkeys(faults):
        check(False, fault)
    context.close()


def main():
    if PICTURES:
        os.makedirs(PICTURES, exist_ok=True)
    with place(SQLite) as database, Server(database, "--demo") as server, sync_playwright() as playwright:
        site = Site(server, database)
        add_contacts(database, 901)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for scripts in [False, True]:
            note(f"every way, scripts {'on' if scripts else 'off'}")
            every_way(browser, site, scripts)
            composing(browser, site, scripts)
        copying(browser, site)
        browser.close()
        check.same(server.words().count("fault"), 0, "faults in the server's log")
        check(SECRET not in server.words(), "nothing typed is in the log")
    check.end()


if __name__ == "__main__":
    main()
