#!/usr/bin/env python3
"""The rooms of the desk in a real browser: passkeys with a virtual authenticator, a section's settings and look, the register, on both engines.

Passkeys are also tried by python-fido2 over HTTP, with every answer that a bad authenticator or a bad page might give.
"""
import base64
import hashlib
import hmac
import io
import os
import re
import struct
import time

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import sync_playwright

from browser import AXE, violations
from ground import ROOT, Server, amparo, check, engines, is_first, note, place, wait_until

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
PYTHON = os.path.join(ROOT, ".venv", "bin", "python")
SHOTS = os.environ.get("DESKROOMS_SHOTS")
FLAG = AuthenticatorData.FLAG


def shown(key, step=None):
    """The six digits that a phone shows (RFC 6238)."""
    step = int(time.time()) // 30 if step is None else step
    mac = hmac.new(base64.b32decode(key + "=" * (-len(key) % 8)), struct.pack(">Q", step), "sha1").digest()
    start = mac[19] & 15
    return f"{(int.from_bytes(mac[start:start + 4]) & 0x7fffffff) % 1000000:06d}"


class Staff:
    """Somebody with an account: comes in by the invitation, and keeps the codes for paper."""

    def __init__(self, page, site, database, login, role, section="int", host="localhost"):
        self.page, self.login, self.password, self.base = page, login, f"{login} writes by hand", f"http://{host}:{site.port}"
        made = amparo(database, "staff", "add", login, "--name", login.title(), "--role", role, "--section", section)
        path = re.search(r"/desk/enter/[\w-]+", made.said).group(0)
        page.goto(self.base + path)
        key = re.search(r"[A-Z2-7]{32}", page.inner_text("body")).group(0)
        page.fill("[name=password]", self.password)
        page.fill("[name=code]", shown(key))
        page.click("main form button")
        self.codes = re.findall(r"\b[0-9A-Za-z]{5}-[0-9A-Za-z]{5}\b", page.inner_text("main"))

    def sign_in(self):
        self.page.goto(self.base + "/desk/sign-in")
        self.page.fill("[name=login]", self.login)
        self.page.fill("[name=password]", self.password)
        self.page.fill("[name=code]", self.codes.pop())
        self.page.click("form:has([name=password]) button")

    def sign_out(self):
        self.page.goto(self.base + "/desk/me")
        self.page.click("form[action='/desk/sign-out'] button")


def shoot(page, name):
    """Pictures for people to look at: phone and desktop, light and dark."""
    if not SHOTS:
        return
    for width, theme in [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")]:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=theme)
        page.screenshot(path=os.path.join(SHOTS, f"{name}-{width}-{theme}.png"), full_page=True)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme="light")


def fits(page, what):
    page.set_viewport_size({"width": 360, "height": 800})
    check(page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{what} fits a phone")
    if is_first(what):
        page.evaluate(AXE)
        check.same(violations(page), [], f"{what} has no fault that axe knows")
    page.set_viewport_size({"width": 1280, "height": 900})


def with_browser_keys(page, rosa, database):
    """What Chromium does with an authenticator that lies in it."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True}
    key = session.send("WebAuthn.addVirtualAuthenticator", {"options": {**options, "automaticPresenceSimulation": True}})["authenticatorId"]
    page.goto(rosa.base + "/desk/me/passkeys")
    check("You have no passkey yet" in page.inner_text("main"), "a new account has no passkey")
    shoot(page, "passkeys")
    fits(page, "the list of passkeys")
    page.fill("[name=name]", "my phone")
    page.click("form[data-passkey=add] button")
    page.wait_for_selector("td:has-text('my phone')")
    check.same(database.rows("SELECT count(*) FROM passkey"), [(1,)], "a passkey is kept")
    rosa.sign_out()
    shoot(page, "door")
    page.click("form[data-passkey=enter] button")
    page.wait_for_url("**/desk")
    check("Rosa" in page.inner_text("main"), "Rosa signs in with the passkey alone")
    page.goto(rosa.base + "/desk/code?next=/desk/log")
    page.click("form[data-passkey=confirm] button")
    page.wait_for_url(rosa.base + "/desk/log")
    check("passkey.added" in page.inner_text("main"), "the passkey confirms, and the log names it")
    page.goto(rosa.base + "/desk/me/passkeys")
    page.fill("[name=name]", "again")
    page.click("form[data-passkey=add] button")
    page.wait_for_selector("form[data-passkey] [role=status]:not(:empty)")
    check.same(database.rows("SELECT count(*) FROM passkey"), [(1,)], "an authenticator that has one makes no second")
    session.send("WebAuthn.setUserVerified", {"authenticatorId": key, "isUserVerified": False})
    rosa.sign_out()
    page.click("form[data-passkey=enter] button")
    page.wait_for_selector("form[data-passkey] [role=status]:not(:empty)")
    check("/desk/sign-in" in page.url, "an authenticator that knows nobody opens nothing")
    session.send("WebAuthn.setUserVerified", {"authenticatorId": key, "isUserVerified": True})
    credentials = session.send("WebAuthn.getCredentials", {"authenticatorId": key})["credentials"]
    session.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": key})
    # a copy of the key, whose counter stood still
    copy = session.send("WebAuthn.addVirtualAuthenticator", {"options": {**options, "automaticPresenceSimulation": True}})["authenticatorId"]
    session.send("WebAuthn.addCredential", {"authenticatorId": copy, "credential": {**credentials[0], "signCount": 0}})
    page.goto(rosa.base + "/desk/sign-in")
    page.click("form[data-passkey=enter] button")
    page.wait_for_selector(".problems")
    check("there may be a copy" in page.inner_text("main"), "a copied key is noticed by its counter")
    session.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": copy})
    session.send("WebAuthn.disable")
    rosa.sign_in()
    page.goto(rosa.base + "/desk/me/passkeys")
    check("there may be a copy" in page.inner_text("table"), "the list says so")
    page.click("td form button")
    page.wait_for_selector("text=You have no passkey yet")


class Soft:
    """An authenticator of python-fido2's parts, which lies where it is told to."""

    def __init__(self, site, host="localhost"):
        self.site, self.host, self.id, self.counter = site, host, os.urandom(32), 0
        self.origin = f"http://{host}:{site.port}"
        self.key = ec.generate_private_key(ec.SECP256R1())

    def made(self, challenge, **lie):
        cose = ES256.from_cryptography_key(self.key.public_key())
        said = AttestedCredentialData.create(b"\0" * 16, self.id, cose)
        data = AuthenticatorData.create(self.hash(lie), lie.get("flags", FLAG.UP | FLAG.UV) | FLAG.AT, self.counter, said)
        client = CollectedClientData.create(lie.get("type", "webauthn.create"), challenge, lie.get("origin", self.origin))
        attestation = bytes(AttestationObject.create("none", data, {}))
        return {"client": text(client), "attestation": text(lie["bend"](attestation) if "bend" in lie else attestation)}

    def signed(self, challenge, owner, **lie):
        self.counter += lie.get("step", 1)
        data = AuthenticatorData.create(self.hash(lie), lie.get("flags", FLAG.UP | FLAG.UV), self.counter)
        client = CollectedClientData.create(lie.get("type", "webauthn.get"), challenge, lie.get("origin", self.origin))
        key = lie.get("key", self.key)
        signature = key.sign(bytes(data) + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        return {"credential": text(self.id), "client": text(client), "statement": text(data), "signature": text(signature), "owner": text(owner)}

    def hash(self, lie):
        return hashlib.sha256(lie.get("host", self.host).encode()).digest()


def text(value):
    return base64.urlsafe_b64encode(bytes(value)).rstrip(b"=").decode()


def raw(value):
    return base64.urlsafe_b64decode(value + "=" * (-len(value) % 4))


def with_soft_keys(site, database, cookie):
    """Every answer that is not quite right, over HTTP."""
    soft, headers = Soft(site), {"Cookie": cookie}

    def challenge(path, **more):
        answer = site.ask("POST", path, "", "application/x-www-form-urlencoded", **{**headers, **more})
        return answer.json, answer.fields["set-cookie"].split(";")[0]

    def add(**lie):
        options, ticket = challenge("/desk/me/passkeys/challenge")
        fields = {**soft.made(raw(options["challenge"]), **lie), "name": "soft"}
        return options, site.post_form("/desk/me/passkeys", fields, Cookie=f"{cookie}; {ticket}")

    for what, lie in [("another page", {"origin": "https://evil.example"}), ("another host", {"host": "evil.example"}), ("no owner", {"flags": FLAG.UP}),
                      ("another deed", {"type": "webauthn.get"}), ("a byte too many", {"bend": lambda value: value + b"\0"}),
                      ("a byte too few", {"bend": lambda value: value[:-1]})]:
        check.same(add(**lie)[1].status, 422, f"a new passkey of {what}")
    check.same(database.rows("SELECT count(*) FROM passkey"), [(0,)], "none of them is kept")
    options, taken = add()
    check.same(taken.status, 303, "a whole one is")
    owner = options["owner"].encode()

    def enter(use=None, **lie):
        options, ticket = challenge("/desk/sign-in/passkey/challenge", Cookie="")
        fields = soft.signed(raw((use or options)["challenge"]), lie.pop("owner", owner), **lie)
        return options, ticket, fields, site.post_form("/desk/sign-in/passkey", fields, Cookie=ticket)

    for what, lie in [("another page", {"origin": "http://localhost.evil.example"}), ("another host", {"host": "evil.example"}), ("no owner", {"flags": FLAG.UP}),
                      ("no touch", {"flags": FLAG.UV}), ("another deed", {"type": "webauthn.create"}), ("another person", {"owner": b"somebody"}),
                      ("another key", {"key": ec.generate_private_key(ec.SECP256R1())})]:
        answer = enter(**lie)[3]
        check(answer.status == 403 and "amparo-desk=" not in str(answer.fields), f"{what} does not open the desk: {answer.status}")
    old = enter()
    check(old[3].status == 303 and "amparo-desk=" in old[3].fields["set-cookie"], "the owner comes in")
    check.same(site.post_form("/desk/sign-in/passkey", old[2], Cookie=old[1]).status, 403, "the same answer does not open twice")
    check.same(enter(use=old[0])[3].status, 403, "an old challenge does not open")
    check.same(site.post_form("/desk/sign-in/passkey", old[2]).status, 403, "nothing opens without the ticket")
    check.same(enter(step=-1)[3].status, 403, "a counter that falls back opens nothing")
    check.same(enter(step=9)[3].status, 403, "nor does that passkey later")
    check.same(database.rows("SELECT count(*) FROM event WHERE name = 'passkey.fellBack'"), [(2,)], "the log says so")


def picture(kind, words="Position: 47.1, 8.2"):
    image, bytes_ = Image.new("RGB", (900, 300), "#7a0c5b"), io.BytesIO()
    if kind == "PNG":
        extra = PngInfo()
        extra.add_text("Comment", words)
        image.save(bytes_, kind, pnginfo=extra)
    else:
        exif = Image.Exif()
        exif[0x010E] = words
        image.save(bytes_, kind, exif=exif)
    return bytes_.getvalue()


def with_section(page, rosa, site, database):
    """Settings, words and look of a section, seen by its readers."""
    page.goto(rosa.base + "/desk/section")
    check(page.locator("td:has-text('ch.localhost')").count() > 0, "the international admin sees every section")
    shoot(page, "sections")
    page.goto(rosa.base + "/desk/section/ch")
    shoot(page, "section")
    fits(page, "a section's settings")
    page.fill("[name=threshold]", "25")
    page.select_option("[name=letters_address]", "initials")
    page.select_option("[name=letters_words]", "own")
    page.click("main form button")
    page.wait_for_url("**/desk/section/ch")
    check.same(database.rows("SELECT threshold FROM section WHERE code = 'ch'"), [(25,)], "a setting is kept")
    swiss = {"Host": f"ch.localhost:{site.port}"}
    slug = database.rows("SELECT serial, year FROM action WHERE serial = 901 AND series = 'UA'")[0]
    written = lambda: site.get(f"/en/actions/{slug[0]}-{slug[1] % 100:02d}/write", **swiss).text
    held, _ = wait_until(lambda: re.search(r'name="initials" value="1" checked', written()), 5)
    check(held, "the letter begins with initials, as the section set it")
    check("Change the letter into your own words." in written(), "writers read what the section advises")
    page.goto(rosa.base + "/desk/section/ch")
    page.fill("[name=host]", "us.localhost")
    page.click("main form button")
    check("Another section has this host name." in page.inner_text("main"), "a host belongs to one section")
    check.same(page.input_value("[name=host]"), "us.localhost", "what was typed stays")
    page.goto(rosa.base + "/desk/section/ch/words/en")
    page.fill("[name=reporting_words]", "Tell us <b>how many</b> you sent.")
    page.click("main form button")
    page.wait_for_url("**/words/en")
    check.same(database.rows("SELECT reporting_words FROM section_words WHERE section = 'ch' AND language = 'en'"),
               [("Tell us <b>how many</b> you sent.",)], "words are kept as typed")
    with_look(page, rosa, site, database, swiss)


def with_look(page, rosa, site, database, swiss):
    page.goto(rosa.base + "/desk/section/ch/look")
    fits(page, "the colours")
    page.fill("[name='light.quiet']", "#bbbbbb")
    page.click("form[action$='/look'] button")
    check("to 1; text needs 4.5 to 1" in page.inner_text("main"), "a faint colour is refused with its contrast")
    page.fill("[name='light.quiet']", "#55606b")
    page.fill("[name='light.signal']", "#7a0c5b")
    page.click("form[action$='/look'] button")
    page.wait_for_load_state()
    home = site.get("/en/", **swiss).text
    sheet = re.search(r'href="(/look/ch-\w+\.css)"', home)
    check(sheet, "the section's pages have its colours")
    if sheet:
        answer = site.get(sheet.group(1))
        check("--signal:#7a0c5b" in answer.text and "immutable" in answer.fields["cache-control"], "under an address of their own, for ever")
    check("/look/" not in site.get("/en/").text, "other sections' pages have not")
    for name, mime, bytes_ in [("logo.svg", "image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"),
                               ("logo.png", "image/png", b"\x89PNG\r\n\x1a\nrubbish"), ("logo.gif", "image/gif", b"GIF89a")]:
        page.set_input_files("[name=logo]", {"name": name, "mimeType": mime, "buffer": bytes_})
        page.click("form[action$='/logo'] button")
        check("Nothing was changed." in page.inner_text("main"), f"{name} is refused")
    for kind in ["PNG", "JPEG", "WEBP"]:
        page.goto(rosa.base + "/desk/section/ch/look")
        page.set_input_files("[name=logo]", {"name": "x", "mimeType": "image/png", "buffer": picture(kind)})
        page.fill("[name=words]", f"A candle in {kind}")
        page.click("form[action$='/logo'] button")
        page.wait_for_selector(".desk-logo img")
    shoot(page, "look")
    kept = bytes.fromhex(database.rows("SELECT " + ("hex(png)" if database.name == "SQLite" else "encode(png, 'hex')") + " FROM section_logo")[0][0])
    image = Image.open(io.BytesIO(kept))
    check(image.format == "PNG" and image.size == (576, 192) and not image.info and b"Position" not in kept, f"a logo is drawn anew: {image.size} {image.info}")
    page.goto(f"http://ch.localhost:{site.port}/en/")
    check.same(page.get_attribute(".masthead-name img", "alt"), "A candle in WEBP", "readers see it, with its words")
    check(page.evaluate("document.querySelector('.masthead-name img').naturalWidth") == 576, "and its picture comes")
    shoot(page, "home")


TABLE = """kind,key,country,title_en,name,channel,place,checked_on,checked_by
office,zz-minister,PE,Minister of Examples,Ana Example,,,2026-01-05,Rosa
contact,zz-minister,,,,email,minister@example.org,2026-01-05,Rosa
contact,zz-minister,,,,phone,'+51 1 555 0100,,
"""


def hand_in(page, rosa, bytes_, really=False):
    page.goto(rosa.base + "/desk/officials")
    page.set_input_files("[name=table]", {"name": "t.csv", "mimeType": "text/csv", "buffer": bytes_})
    if really:
        page.check("[name=really]")
    page.click("form[action='/desk/register/table'] button")
    return page.inner_text("main")


def with_register(page, rosa, site, database):
    """The register by table and by form, and a minister who changes."""
    check("Line 2 is not UTF-8" in hand_in(page, rosa, TABLE.replace("Examples", "Ejércitos").encode("latin-1")), "another encoding is told by its line")
    wrong = hand_in(page, rosa, (TABLE + "contact,nobody,,,,email,x@example.org,,\noffice,zz-two,XX,Two,,,,,\n").encode())
    check("nobody" in wrong and re.search(r"\b5\b", wrong) and re.search(r"\b6\b", wrong), "each row that is wrong is told by its line")
    known = database.rows("SELECT count(*) FROM official")
    check("Only tried: 1 would be added" in hand_in(page, rosa, TABLE.encode()), "a table is tried first")
    check.same(database.rows("SELECT count(*) FROM official"), known, "and changes nothing then")
    check("1 added" in hand_in(page, rosa, TABLE.encode(), really=True), "it is taken when that is said")
    with page.expect_download() as saved:
        page.click("form[action='/desk/register/table.csv'] button")
    check("\"'+51 1 555 0100\"" in open(saved.value.path()).read(), "what leaves as a table holds no formula")
    page.goto(rosa.base + "/desk/officials?q=examples")
    check("Minister of Examples" in page.inner_text("table") and "Overdue" in page.inner_text("table"), "states stand at a glance")
    shoot(page, "officials")
    fits(page, "the register")
    page.click("td a:has-text('Minister of Examples')")
    row = page.locator("tr:has-text('+51 1 555 0100')").first
    check("Overdue" in row.inner_text(), "a contact that nobody checked is overdue")
    row.locator("button").click()
    page.wait_for_selector("tr:has-text('+51 1 555 0100'):has-text('· Checked')")
    check("Overdue" not in row.inner_text(), "it is checked today by a button")
    # an open example case addresses this office from now on
    row = database.rows("SELECT d.id FROM addressee d JOIN edition e ON e.id = d.edition_id JOIN output o ON o.id = e.output_id JOIN action a ON a.id = o.action_id "
                        "WHERE a.serial = 901 AND a.series = 'UA' AND d.role = 'target' AND e.section = 'int' ORDER BY o.ordinal DESC, d.position LIMIT 1")[0][0]
    database.change(f"UPDATE addressee SET official_id = (SELECT id FROM official WHERE key = 'zz-minister') WHERE id = '{row}'")
    page.fill("form[action$='/holder'] [name=name]", "Bea Example")
    page.fill("form[action$='/holder'] [name=honorific]", "H.E.")
    page.click("form[action$='/holder'] button")
    check("1 open place" in page.inner_text("main"), "a minister who changes becomes a task")
    shoot(page, "office")
    fits(page, "an office")
    page.goto(rosa.base + "/desk")
    check("Bea Example" in page.inner_text("main"), "which stands on Today")
    shoot(page, "today")
    fits(page, "Today")
    page.click("button:has-text('Take the new name')")
    page.wait_for_selector("text=Bea Example", state="detached")
    slug = database.rows("SELECT serial, year FROM action WHERE serial = 901 AND series = 'UA'")[0]
    held, _ = wait_until(lambda: "H.E. Bea Example" in site.get(f"/en/actions/{slug[0]}-{slug[1] % 100:02d}").text, 5)
    check(held, "and is on the public page once it is taken")
    check.same(database.rows("SELECT state FROM office_task"), [("accepted",)], "the task is done")
    page.goto(rosa.base + "/desk/suppressions")
    page.fill("[name=address]", "olga@example.org")
    page.click("form:has([name=address]) button")
    page.wait_for_selector("td:has-text('Kept out by staff')")
    check("olga@" not in page.content(), "the list shows no address")
    shoot(page, "suppressions")
    fits(page, "the list of suppressions")
    page.click("button:has-text('Show the address')")
    page.wait_for_selector("text=Nobody is known by this mark any more")
    page.click("button:has-text('Clear: it was a mistake')")
    page.wait_for_selector("text=Nobody.")
    names = [name for name, in database.rows("SELECT name FROM event ORDER BY at")]
    check({"suppression.added", "address.revealed", "suppression.cleared", "office.changedHands", "addressee.changed", "register.changed"} <= set(names),
          f"all of it is in the log: {names}")


def with_overlay(database):
    """Templates of a section: checked at start, seen on its pages alone."""
    folder = os.path.join(database.folder, "overlay", "ch", "parts")
    os.makedirs(folder)
    file = os.path.join(folder, "foot.mustache")
    with open(file, "w") as overlay:
        overlay.write("</main>\n<p>{{layout.sectionNam}}</p></body></html>\n")
    refused = amparo(database, "serve", "--port", "0", timeout=60)
    check(refused.status == 78 and "overlay/ch/parts/foot.mustache: line 2: the page has nothing by the name of layout.sectionNam" in refused.complained,
          f"an unknown name keeps the server from starting: {refused.status} {refused.complained}")
    with open(file, "w") as overlay:
        overlay.write("</main>\n<p>Ours: {{layout.sectionName}}</p></body></html>\n")
    with Server(database) as site:
        check("Ours: Switzerland" in site.get("/de/", Host=f"ch.localhost:{site.port}").text, "a section's own template is on its pages")
        check("Ours:" not in site.get("/en/").text, "and on no other's")


def run(engine):
    with place(engine) as database, Server(database, "--demo", AMPARO_PYTHON=PYTHON) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = browser.new_context()
        page, faults = context.new_page(), []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda word: faults.append(word.text) if word.type == "error" and "Failed to load resource" not in word.text else None)
        rosa = Staff(page, site, database, "rosa", "admin")
        check.same(len(rosa.codes), 10, "ten codes for paper")
        rosa.sign_in()
        with_browser_keys(page, rosa, database)
        cookie = next(f"{one['name']}={one['value']}" for one in context.cookies() if one["name"] == "amparo-desk")
        with_soft_keys(site, database, cookie)
        with_section(page, rosa, site, database)
        with_register(page, rosa, site, database)
        plain = browser.new_context(java_script_enabled=False).new_page()
        plain.goto(rosa.base + "/desk/sign-in")
        check("Without it, use your password and code" in plain.inner_text("main"), "without script the door says what to do instead")
        check(not plain.is_visible("form[data-passkey]"), "and shows no button that does nothing")
        check.same(faults, [], f"{engine.name}: nothing on the console")
        verified = amparo(database, "verify")
        check.same(verified.status, 0, f"{engine.name}: verify {verified.said}{verified.complained}")
        browser.close()
        site.stop()
        with_overlay(database)
    note(f"{engine.name} done")


if __name__ == "__main__":
    for engine in engines():
        run(engine)
    check.end()
