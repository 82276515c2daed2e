#!/usr/bin/env python3
"""Notifications and text messages by the whole program, with a push service and a gateway that share no code with it.

The script runs in a network of its own (network.py), which has a public address with the push service on it, under a name and a certificate that are
trusted there alone. Messages are decrypted by http-ece, tokens are verified by cryptography. Then a real browser: its worker is given what the push
service decrypted.
AMPARO_PICTURES names a folder for pictures of the page.
"""
import base64
import contextlib
import http.server
import json
import os
import re
import ssl
import stat
import tempfile
import threading
import urllib.parse

import http_ece
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from playwright.sync_api import sync_playwright

from browser import CHROMIUM, look
from ground import Server, amparo, check, engines, note, open_action, place, wait_until
from network import certificate, furnish, move_inside

ADDRESS, HOSTS = "93.184.216.34", ("push.example.org", "sms.example.org", "elsewhere.example.org")
PICTURES = os.environ.get("AMPARO_PICTURES")
PATIENCE = 60


# The other side

def web(raw):
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def unweb(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def public(key):
    return key.public_key().public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)


class Browser:
    """What a browser has of its subscription, and what came for it."""

    def __init__(self, number):
        self.key, self.secret, self.number = ec.generate_private_key(ec.SECP256R1()), os.urandom(16), number
        self.path, self.answer, self.taken = f"/send/{number}-{web(os.urandom(9))}", 201, []

    @property
    def endpoint(self):
        return f"https://push.example.org{self.path}"

    @property
    def fields(self):
        return {"endpoint": self.endpoint, "key": web(public(self.key)), "secret": web(self.secret)}

    @property
    def proof(self):
        return {"endpoint": self.endpoint, "secret": web(self.secret)}

    def next(self, what):
        """The next notice, once it has come."""
        check(wait_until(lambda: self.taken, PATIENCE)[0], f"{what}: something came")
        return self.taken.pop(0) if self.taken else {"title": "", "body": "", "url": "", "stop": "", "tag": "", "headers": {}, "claims": {}}


class Outside(http.server.BaseHTTPRequestHandler):
    """Push service (RFC 8030) and gateway in one, told apart by host."""
    protocol_version = "HTTP/1.1"
    browsers, texts, faults = {}, [], []

    def log_message(self, *words):
        pass

    def claims(self):
        """What the token says, once its signature is found good by the key beside it (RFC 8292)."""
        scheme, _, rest = self.headers["Authorization"].partition(" ")
        parts = dict(part.strip().split("=", 1) for part in rest.split(","))
        head, claims, signature = parts["t"].split(".")
        raw = unweb(signature)
        point = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), unweb(parts["k"]))
        point.verify(encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big")), f"{head}.{claims}".encode(),
                     ec.ECDSA(hashes.SHA256()))
        return {"scheme": scheme, "k": parts["k"], **json.loads(unweb(claims))}

    def push(self, body):
        browser = self.browsers.get(self.path)
        if browser is None:
            return 404
        if browser.answer < 300:
            notice = json.loads(http_ece.decrypt(body, private_key=browser.key, auth_secret=browser.secret, version="aes128gcm"))
            headers = {name.lower(): value for name, value in self.headers.items()}
            browser.taken.append({**notice, "headers": headers, "claims": self.claims(), "length": len(body)})
        return browser.answer

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        try:
            if self.headers["Host"] == "sms.example.org":
                self.texts.append((self.headers.get("Authorization"), json.loads(body)))
                status = 202
            else:
                status = self.push(body)
        except Exception as error:  # told at the end, and fails there
            self.faults.append(repr(error))
            status = 500
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()


@contextlib.contextmanager
def outside(folder):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f"{folder}/own.pem", f"{folder}/key.pem")
    server = http.server.ThreadingHTTPServer((ADDRESS, 443), Outside)
    server.daemon_threads = True
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield
    server.shutdown()


def new_browser(answer=201):
    browser = Browser(len(Outside.browsers) + 1)
    browser.answer = answer
    Outside.browsers[browser.path] = browser
    return browser


# Stories

def count(database, table):
    return database.rows(f"SELECT count(*) AS n FROM {table}")[0][0]


def subscribe(server, browser, **more):
    answer = server.post_form("/en/alerts/browser", {**browser.fields, **more})
    check.same((answer.status, answer.fields.get("location")), (303, "/en/alerts/browser?done=on"), "a browser is taken")


def greeted(server, database, browser):
    """The first notice: decrypted and verified by others; nothing of the browser is readable in the database."""
    subscribe(server, browser)
    first = browser.next("the first notice")
    key = server.get("/en/alerts/browser").text.split('data-key="')[1].split('"')[0]
    check.same((first["title"], first["lang"], first["dir"]), ("International: notifications are on", "en", "ltr"), "the first notice")
    claims, headers = first["claims"], first["headers"]
    check.same((claims["scheme"], claims["k"], claims["aud"]), ("vapid", key, "https://push.example.org"), "the token is for this service, by the page's key")
    check(claims["sub"].startswith(("mailto:", "https://")), f"the token names a contact: {claims['sub']}")
    check.same((headers["content-encoding"], headers["ttl"]), ("aes128gcm", "86400"), "the headers of RFC 8030 and RFC 8188")
    check(first["length"] % 1024 == 103 and "user-agent" not in headers, f"a length that tells little: {first['length']}")
    for table in ("supporter", "push_subscription", "job", "event"):
        text = repr(database.rows(f"SELECT * FROM {table}"))
        check(browser.endpoint not in text and browser.path not in text and "push.example.org" not in text, f"{table} names no browser")
    mode = stat.S_IMODE(os.stat(os.path.join(database.folder, "amparo.push")).st_mode)
    check.same(oct(mode), "0o600", "the key is its owner's alone")


def refused(server, database):
    """Places that are not push services, or not public, get nothing, and their rows go."""
    before = count(database, "supporter")
    gone, strange, private = new_browser(410), new_browser(405), Browser(0)
    Outside.browsers.pop(strange.path)
    wanted = [gone.fields, {**strange.fields, "endpoint": "https://elsewhere.example.org/anything"},
              {**private.fields, "endpoint": f"https://127.0.0.1:{server.port}/en/"}, {**private.fields, "endpoint": "https://169.254.169.254/latest/"}]
    for fields in wanted:
        check.same(server.post_form("/en/alerts/browser", fields).status, 303, f"taken as a form: {fields['endpoint'][:40]}")
    check(wait_until(lambda: count(database, "supporter") == before, PATIENCE)[0], "forgotten once the first notice was not taken")
    check.same(count(database, "push_subscription"), before, "with their addresses")


def composed(database, slug):
    """Makes, reads and approves the alert of an example."""
    number, year = slug.split("-")
    made = amparo(database, "alert", "compose", f"UA {number}/{year}")
    check.same(made.status, 0, f"compose: {made.complained}")
    return made.said.strip()


def told(server, database, slug, browser):
    """An alert reaches the browser; one that is gone by then is forgotten; the link in the notice ends it."""
    lost = new_browser()
    subscribe(server, lost)
    lost.next("the second browser's first notice")
    lost.answer = 410
    alert = composed(database, slug)
    check.same(amparo(database, "alert", "preview", alert).status, 0, "read")
    check.same(amparo(database, "alert", "approve", "--read", alert, "--by", "Rosa").status, 0, "approved")
    notice = browser.next("the alert")
    check(notice["title"].startswith("Urgent action: ") and "901" in notice["title"], f"its subject: {notice['title']}")
    check.same(urllib.parse.urlsplit(notice["url"]).path, f"/en/actions/{slug}", "it leads to the case")
    check.same(notice["headers"]["topic"], notice["tag"], "twins take one another's place at the push service and on the screen")
    check(wait_until(lambda: count(database, "push_subscription") == 1, PATIENCE)[0], "a browser that is gone is forgotten")
    check.same(count(database, "supporter"), 1, "with its supporter")
    check(not browser.taken, "it came once")
    return alert, notice


def texted(database, alert):
    """The text message of an alert, by the gateway of the settings; off until they are set."""
    Outside.texts.clear()
    off = amparo(database, "alert", "test", alert, "--sms", "+41791234567")
    check(off.status != 0 and "sms.url" in off.complained, f"without a gateway it is said: {off.complained}")
    settings = {"AMPARO_SMS_URL": "https://sms.example.org/send/secret-path", "AMPARO_SMS_TOKEN": "wörd"}
    check("AMPARO_SMS_TOKEN must be" in amparo(database, "doctor", **settings).complained, "a token that is no word is said")
    settings["AMPARO_SMS_TOKEN"] = "token-of-the-gateway"
    ran = amparo(database, "alert", "test", alert, "--sms", "+41791234567", **settings)
    check.same(ran.status, 0, f"sent: {ran.complained}")
    sent = [body for key, body in Outside.texts if key == "Bearer token-of-the-gateway"]
    check(ran.said.strip() == f"{len(sent)} sent" and sent, f"as many as it says: {ran.said} {len(sent)}")
    for text in sent:
        check(sorted(text) == ["id", "text", "to"] and text["to"] == "+41791234567", f"the documented shape: {sorted(text)}")
        check(len(text["text"]) <= 160 and "/actions/" in text["text"], f"one message with its link: {len(text['text'])}")
    for wrong in ("0791234567", "+41 79 123", "+1"):
        check("international form" in amparo(database, "alert", "test", alert, "--sms", wrong, **settings).complained, f"{wrong} is no number")
    inside = {**settings, "AMPARO_SMS_URL": "https://127.0.0.1:443/"}
    check("not a public address" in amparo(database, "alert", "test", alert, "--sms", "+41791234567", **inside).complained, "no gateway inside")
    said = amparo(database, "doctor", **settings).said
    check("sms.url" in said and "secret-path" not in said and "token-of-the-gateway" not in said and "•••" in said, "doctor hides what is secret")


GATEWAY = {"AMPARO_SMS_URL": "https://sms.example.org/send/secret-path", "AMPARO_SMS_TOKEN": "token-of-the-gateway"}


def phoned(server, database, browser):
    """A number is given in My urgent actions, shown by its code, texted a same-day alert at once, and forgotten by STOP."""
    cookies = {"Cookie": entered(server, browser), "Content-Type": "application/x-www-form-urlencoded"}
    Outside.texts.clear()

    def post(path, fields):
        connection = server.connect()
        connection.request("POST", path, urllib.parse.urlencode(fields), cookies)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer

    check.same(post("/en/my/phone", {"phone": "079 123 45 67"}).status, 422, "a number without its country is asked for again")
    asked = post("/en/my/phone", {"phone": "0041 79 123 45 67"})
    path = asked.getheader("location") or ""
    check(asked.status == 303 and path.startswith("/en/alerts/phone/"), f"a code is asked for: {asked.status} {path}")
    if not check(wait_until(lambda: Outside.texts, PATIENCE)[0], "a text message comes"):
        return
    key, sent = Outside.texts[-1]
    code = re.search(r"\b\d{6}\b", sent["text"])
    check(key == "Bearer token-of-the-gateway" and sent["to"] == "+41791234567" and code and "STOP" in sent["text"], f"with six digits: {sent['text']}")
    check.same(post(path, {"code": "000000" if code[0] != "000000" else "111111"}).status, 422, "other digits are not taken")
    check.same(post(path, {"code": code[0]}).status, 200, "these are")
    check.same(json.loads(server.get("/en/my/data.json", Cookie=cookies["Cookie"]).text)["phone"]["number"], "+41791234567", "it is shown to its owner")
    dump = repr(database.rows("SELECT * FROM phone")) + repr(database.rows("SELECT * FROM phone_code"))
    check("791234567" not in dump, "the database does not tell it")
    alert = amparo(database, "alert", "compose", "--kind", "information", printed_example(database)).said.strip()
    check.same(amparo(database, "alert", "preview", alert).status, 0, "read")
    Outside.texts.clear()
    check.same(amparo(database, "alert", "approve", "--read", "--same-day", alert, "--by", "Rosa").status, 0, "approved for the same day")
    check(wait_until(lambda: Outside.texts, PATIENCE)[0], "the same-day alert is texted")
    check.same([one["to"] for _, one in Outside.texts], ["+41791234567"], "once")
    check(len(Outside.texts[0][1]["text"]) <= 160 and "/actions/" in Outside.texts[0][1]["text"], f"one message with its link: {Outside.texts[0][1]['text']}")
    browser.next("the same alert as a notice")
    stop = json.dumps({"from": "+41791234567", "text": "Stop."})

    def incoming(token):
        return server.ask("POST", "/sms/incoming", stop, "application/json", Authorization=f"Bearer {token}").status
    check.same((incoming("guessed"), count(database, "phone")), (401, 1), "nobody but the gateway brings answers")
    check.same((incoming("token-of-the-gateway"), count(database, "phone")), (204, 0), "STOP forgets the number")


def printed_example(database):
    serial, year = database.rows("SELECT serial, year FROM action WHERE serial = 901")[0]
    return f"UA {serial}/{year % 100:02d}"


def entered(server, browser):
    """The cookies of a browser that showed whose it is."""
    connection = server.connect()
    connection.request("POST", "/en/my/browser", urllib.parse.urlencode(browser.proof), {"Content-Type": "application/x-www-form-urlencoded"})
    answer = connection.getresponse()
    cookies = [value.split(";")[0] for name, value in answer.getheaders() if name.lower() == "set-cookie"]
    connection.close()
    return "; ".join(cookies)


def left(server, database, browser, notice):
    """What is held is shown to the browser itself; the link in a notice ends it."""
    data = json.loads(server.get("/en/my/data.json", Cookie=entered(server, browser)).text)
    check.same(data["browser"]["endpoint"], browser.endpoint, "the browser reads what is held about it")
    path = urllib.parse.urlsplit(notice["stop"]).path
    check("Stop the alerts?" in server.get(path).words, "the link in a notice opens a button")
    check.same(count(database, "supporter"), 1, "and opening it changes nothing")
    check.same(server.post_form(path, {"List-Unsubscribe": "One-Click"}).status, 200, "pressed")
    check.same((count(database, "supporter"), count(database, "push_subscription")), (0, 0), "everything is erased")
    check.same(server.post_form("/en/alerts/browser/state", browser.proof).status, 404, "and the browser is not known any more")


def lost_key(database):
    """Without its key the server does not start and makes no other, while browsers are bound to it."""
    path = os.path.join(database.folder, "amparo.push")
    os.rename(path, path + ".away")
    ran = amparo(database, "serve", "--port", "0", timeout=60)
    check(ran.status == 78 and "amparo.push is missing" in ran.complained, f"serve without the key: {ran.status} {ran.complained}")
    check("WRONG push" in amparo(database, "doctor").said, "doctor says so")
    os.rename(path + ".away", path)
    os.chmod(path, 0o644)
    check("WRONG push" in amparo(database, "doctor").said, "doctor says that others may read it")
    os.chmod(path, 0o600)


# In a real browser

PRETEND = """([endpoint, key, secret]) => {
  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0)).buffer;
  const made = options => ({ endpoint, options, getKey: name => bytes(name === 'auth' ? secret : key),
    unsubscribe: async () => { sessionStorage.removeItem('made'); return true; } });
  const options = () => ({ userVisibleOnly: true, applicationServerKey: bytes(sessionStorage.getItem('made')) });
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '');
  PushManager.prototype.getSubscription = async () => sessionStorage.getItem('made') ? made(options()) : null;
  PushManager.prototype.subscribe = async wanted => {
    sessionStorage.setItem('made', text(wanted.applicationServerKey));
    return made(wanted);
  };
}"""


def pictures(page, name):
    if not PICTURES:
        return
    for width, theme in [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=theme)
        page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = false })")
        page.screenshot(path=os.path.join(PICTURES, f"push-{name}-{width}-{theme}.png"), full_page=True)


def seen(page, part):
    """Waits until a part of the page is shown."""
    page.locator(f"[data-when={part}]").wait_for(state="visible", timeout=PATIENCE * 1000)


def visible(page):
    return page.evaluate("[...document.querySelectorAll('[data-when]')].filter(one => !one.hidden).map(one => one.dataset.when)")


def without_script(chromium, address):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    for language in ("en", "es", "fr", "de"):
        page.goto(f"{address}/{language}/alerts/browser")
        check.same([one.is_visible() for one in page.locator("[data-when]").all()], [True] + [False] * 5, f"{language}: without a script one part is seen")
        if PICTURES:
            page.screenshot(path=os.path.join(PICTURES, f"push-none-{language}-360-light.png"), full_page=True)
    context.close()


def blocked(chromium, address):
    context = chromium.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(f"{address}/en/alerts/browser")
    seen(page, "off")
    page.click("[data-when=off] button.button-main")
    seen(page, "blocked")
    check.same(visible(page), ["blocked", "off"], "who does not allow it is told where to allow it")
    look(page, "blocked")
    pictures(page, "blocked")
    context.close()


def unreachable(chromium, address):
    """The browser itself, which reaches no push service from here: nothing is switched on, and it says so."""
    context = chromium.new_context(viewport={"width": 360, "height": 800}, permissions=["notifications"])
    page = context.new_page()
    page.goto(f"{address}/en/alerts/browser")
    seen(page, "off")
    page.click("[data-when=off] button.button-main")
    seen(page, "failed")
    look(page, "failed")
    pictures(page, "failed")
    context.close()


def switched(chromium, address, database, slug):
    """Everything but the browser's own push service: its part is played by ours, and what it decrypts is given to the real worker."""
    own = new_browser()
    context = chromium.new_context(viewport={"width": 360, "height": 800}, permissions=["notifications"])
    context.add_init_script(f"({PRETEND})({json.dumps([own.endpoint, web(public(own.key)), web(own.secret)])})")
    faults = []
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" and "404" not in message.text else None)
    page.on("request", lambda request: faults.append(f"asks {request.url}") if not request.url.startswith(address) else None)
    page.goto(f"{address}/en/alerts/browser?action={slug}")
    seen(page, "off")
    look(page, "off")
    pictures(page, "off")
    page.click("[data-when=off] button.button-main")
    page.wait_for_url("**/alerts/browser?done=on", timeout=PATIENCE * 1000)
    seen(page, "on")
    look(page, "on")
    pictures(page, "on")
    shown(context, page, address, own.next("the real browser's first notice"))
    page.click("[data-when=on] button[type=submit] >> nth=0")
    page.wait_for_url("**/en/my")
    check(page.locator(f'a[href="/en/actions/{slug}"]').count() > 0, "the case is followed")
    look(page, "my urgent actions by a browser")
    pictures(page, "my")
    page.goto(f"{address}/en/alerts/browser")
    seen(page, "on")
    page.click("[data-end] button")
    page.wait_for_url("**/alerts/browser?done=off")
    seen(page, "off")
    check.same(count(database, "supporter"), 0, "switched off is erased")
    check.same(faults, [], "no error, and no request to anybody else")
    context.close()


def shown(context, page, address, notice):
    """The real worker shows the notice that its push service would bring, and leads where it says."""
    session = context.new_cdp_session(page)
    found = []
    session.on("ServiceWorker.workerRegistrationUpdated", lambda event: found.extend(event["registrations"]))
    session.send("ServiceWorker.enable")
    wait = lambda: (page.wait_for_timeout(50), any(one["scopeURL"] == f"{address}/assets/" for one in found))[1]  # noqa: E731
    check(wait_until(wait, PATIENCE)[0], "the worker is registered, for no page")
    number = next(one["registrationId"] for one in found if one["scopeURL"] == f"{address}/assets/")
    data = json.dumps({name: notice[name] for name in ("title", "body", "url", "stop", "stopLabel", "tag", "lang", "dir")})
    session.send("ServiceWorker.deliverPushMessage", {"origin": address, "registrationId": number, "data": data})
    read = """async () => (await (await navigator.serviceWorker.getRegistration('/assets/')).getNotifications())
        .map(one => ({ title: one.title, body: one.body, lang: one.lang, tag: one.tag, actions: (one.actions || []).length, url: one.data.url }))"""
    found = []
    wait_until(lambda: found.extend(page.evaluate(read)) or page.wait_for_timeout(50) or found, PATIENCE)
    check.same(found[:1], [{"title": notice["title"], "body": notice["body"], "lang": "en", "tag": notice["tag"], "actions": 1, "url": notice["url"]}],
               "the worker shows what was sent")


def main():
    move_inside()
    with tempfile.TemporaryDirectory() as folder:
        furnish(folder, dict.fromkeys(HOSTS, ADDRESS), certificate(folder, HOSTS))
        with outside(folder):
            for engine in engines():
                note(engine.name)
                with place(engine) as database:
                    with Server(database, "--demo", **GATEWAY) as server:
                        slug, _ = open_action(database)
                        browser = new_browser()
                        greeted(server, database, browser)
                        refused(server, database)
                        alert, notice = told(server, database, slug, browser)
                        texted(database, alert)
                        phoned(server, database, browser)
                    lost_key(database)
                    with Server(database) as server:
                        left(server, database, browser, notice)
                        if engine.name == "SQLite":
                            note("in a browser")
                            with sync_playwright() as playwright:
                                chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
                                address = f"http://localhost:{server.port}"
                                without_script(chromium, address)
                                blocked(chromium, address)
                                unreachable(chromium, address)
                                switched(chromium, address, database, slug)
                                chromium.close()
                        check.same(server.words().count("fault"), 0, "faults in the server's log")
            check.same(Outside.faults, [], "nothing that the other side could not read")
    check.end()


if __name__ == "__main__":
    main()
