#!/usr/bin/env python3
"""Webhooks delivered to a real TLS server, by the whole program, and the two rooms of the desk that look after programs.

The script runs in a network of its own (network.py), which has a public address with receivers on it, under names that are known there alone and a
certificate of an authority that is trusted there alone. Signatures are checked by hmac of another library. The half minute until the next attempt is
waited for on SQLite; on the other engine it is over at once. AMPARO_PICTURES names a folder for pictures of the desk.
"""
import base64
import contextlib
import hashlib
import hmac
import http.server
import json
import re
import ssl
import subprocess
import tempfile
import threading
import time

from playwright.sync_api import sync_playwright

from authoring import CHROMIUM, Member, look
from ground import Server, amparo, check, engines, note, open_action, place, wait_until
from network import furnish, move_inside

ADDRESS, HOSTS = "93.184.216.34", ("crm.example.org", "other.example.org", "strange.example.org")
WITHIN = "inside.example.org"
PATIENCE = 90


def openssl(*words):
    subprocess.run(["openssl", *words], check=True, capture_output=True)


def certificates(folder):
    """An authority, a certificate by it for two names, and one that nobody vouches for; returns the authority's text."""
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    openssl("req", "-x509", *key, "-days", "2", "-subj", "/CN=An authority", "-addext", "basicConstraints=critical,CA:TRUE",
            "-keyout", f"{folder}/ca.key", "-out", f"{folder}/ca.pem")
    openssl("req", *key, "-subj", "/CN=receiver", "-keyout", f"{folder}/own.key", "-out", f"{folder}/own.csr")
    with open(f"{folder}/own.ext", "w") as file:
        file.write("subjectAltName=" + ",".join(f"DNS:{host}" for host in HOSTS[:2]))
    openssl("x509", "-req", "-in", f"{folder}/own.csr", "-CA", f"{folder}/ca.pem", "-CAkey", f"{folder}/ca.key", "-CAcreateserial", "-days", "2",
            "-extfile", f"{folder}/own.ext", "-out", f"{folder}/own.pem")
    openssl("req", "-x509", *key, "-days", "2", "-subj", "/CN=nobody", "-addext", f"subjectAltName=DNS:{HOSTS[2]}",
            "-keyout", f"{folder}/strange.key", "-out", f"{folder}/strange.pem")
    with open(f"{folder}/ca.pem") as file:
        return file.read()


class Receiver(http.server.BaseHTTPRequestHandler):
    """Takes what comes, and answers what the test has ready; 204 else."""
    protocol_version = "HTTP/1.1"
    taken, answers = [], []

    def log_message(self, *words):
        pass

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        answer = self.answers.pop(0) if self.answers else 204
        self.taken.append({"host": self.headers["Host"], "path": self.path, "body": body, "status": answer, "at": time.time(),
                           **{name.lower(): value for name, value in self.headers.items() if name.lower().startswith(("webhook", "content-type", "user-agent"))}})
        self.send_response(answer)
        if answer == 302:
            self.send_header("Location", "https://other.example.org/led-on")
        self.send_header("Content-Length", "0")
        self.end_headers()


@contextlib.contextmanager
def receivers(folder):
    known, strange = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    known.load_cert_chain(f"{folder}/own.pem", f"{folder}/own.key")
    strange.load_cert_chain(f"{folder}/strange.pem", f"{folder}/strange.key")
    known.sni_callback = lambda connection, name, _: setattr(connection, "context", strange if name == HOSTS[2] else known)
    server = http.server.ThreadingHTTPServer((ADDRESS, 443), Receiver)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # whoever does not trust the certificate hangs up
    server.socket = known.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield
    server.shutdown()


def genuine(message, secret):
    """Standard Webhooks 1.0: HMAC-SHA256 of id, timestamp and body."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{message['webhook-id']}.{message['webhook-timestamp']}.".encode() + message["body"]
    wanted = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    return hmac.compare_digest(wanted, message["webhook-signature"]) and abs(int(message["webhook-timestamp"]) - message["at"]) < 300


def next_message(what):
    check(wait_until(lambda: Receiver.taken, PATIENCE)[0], f"{what}: a message comes")
    return Receiver.taken.pop(0) if Receiver.taken else {"host": "", "path": "", "body": b"{}", "webhook-id": "", "webhook-timestamp": "0", "webhook-signature": "", "at": 0}


def added(database, url, section="int"):
    ran = amparo(database, "webhook", "add", "--section", section, url, "--by", "Rosa")
    check.same(ran.status, 0, f"{url} is added: {ran.complained}")
    return ran.said.split()


def states(database):
    return sorted(database.rows("SELECT state, failure FROM webhook_message"), key=str)


def told(database, server, reference, slug):
    """Signed, by TLS to the end that the name says, and with nobody's name in it; taken once."""
    number, secret = added(database, "https://crm.example.org/amparo")
    check.same(amparo(database, "extend", reference, "--until", "2031-05-01", "--by", "Rosa").status, 0, "a later day is set")
    message = next_message("a later day")
    body = json.loads(message["body"])
    check.same((message["host"], message["path"], message["content-type"]), ("crm.example.org", "/amparo", "application/json"), "to its address")
    check(genuine(message, secret), "the signature is that of Standard Webhooks")
    check(not genuine({**message, "body": message["body"] + b" "}, secret), "another body would not have it")
    check.same((body["type"], body["data"]["reference"], body["data"]["id"]), ("action.updated", reference, slug), "which action, and what happened")
    check.same(set(body["data"]), {"reference", "id", "section", "url"}, "and nobody")
    check(wait_until(lambda: states(database) == [("taken", None)], 10)[0], f"it is noted as taken: {states(database)}")
    time.sleep(1.5)
    check.same(Receiver.taken, [], "it came once")
    return number, secret


def later(database, reference, secret):
    """What is not taken comes again under the same id; an answer that leads elsewhere is followed nowhere."""
    Receiver.answers[:] = [500, 302]
    check.same(amparo(database, "extend", reference, "--until", "2031-06-01", "--by", "Rosa").status, 0, "again a later day")
    first = next_message("the first attempt")
    check.same(first["status"], 500, "which is not taken")
    check(wait_until(lambda: any(state == ("waiting", "status 500") for state in states(database)), 10)[0], f"why stands beside it: {states(database)}")
    if database.name != "SQLite":
        database.change("UPDATE job SET due_at = '2000-01-01T00:00:00.000Z' WHERE state = 'waiting' AND attempts > 0")
    second = next_message("half a minute later")
    check(second["at"] - first["at"] > 20 or database.name != "SQLite", f"after {second['at'] - first['at']:.0f} s")
    check(first["webhook-id"] == second["webhook-id"] and genuine(second, secret), "the same message, signed anew")
    check.same(second["status"], 302, "which leads elsewhere")
    time.sleep(1)
    check(not any(one["host"] == "other.example.org" for one in Receiver.taken), "and is not followed")
    ran = amparo(database, "webhook", "replay", database.rows("SELECT id FROM webhook")[0][0], "--since", "2020-01-01", "--by", "Rosa")
    check.same(ran.status, 0, f"told once more: {ran.complained}")
    check(wait_until(lambda: len({one["webhook-id"] for one in Receiver.taken}) == 2, PATIENCE)[0], "both come once more, by their ids")
    check(wait_until(lambda: all(state == "taken" for state, _ in states(database)), PATIENCE)[0], f"and are taken: {states(database)}")
    Receiver.taken.clear()


def unfit(database, reference):
    """A certificate that nobody vouches for, a name for another end, an address inside: nothing is handed over."""
    number, _ = added(database, "https://strange.example.org/hook")
    check.same(amparo(database, "extend", reference, "--until", "2031-07-01", "--by", "Rosa").status, 0, "a later day")
    message = next_message("the address that is known")
    check.same(message["host"], "crm.example.org", "is told")
    check(wait_until(lambda: any(state == "waiting" and failure for state, failure in states(database)), 20)[0], f"the other waits: {states(database)}")
    check(not any(one["host"] == "strange.example.org" for one in Receiver.taken), "nothing is said to whom nobody vouches for")
    note(f"why: {[failure for state, failure in states(database) if failure]}")
    check.same(amparo(database, "webhook", "end", number, "--by", "Rosa").status, 0, "it is ended")
    for url in ["http://crm.example.org/", "https://crm.example.org:8443/"]:
        check(amparo(database, "webhook", "add", url).status != 0, f"{url} is not taken")
    for url in ["https://127.0.0.1/inside", "https://10.0.0.8/", "https://[::1]/"]:
        ran = amparo(database, "webhook", "add", url)
        check(ran.status != 0 and "is not on the public internet" in ran.complained, f"{url} is not taken: {ran.complained.strip()}")
    inside, _ = added(database, f"https://{WITHIN}/inside")
    check.same(amparo(database, "extend", reference, "--until", "2031-08-01", "--by", "Rosa").status, 0, "a later day")
    next_message("the address that is known")
    told = lambda: database.rows(f"SELECT state, failure FROM webhook_message WHERE webhook_id = '{inside}' AND failure IS NOT NULL")  # noqa: E731
    check(wait_until(told, 20)[0], "a name that leads inside is asked for nothing, and why stands there")
    note(f"why: {told()}")
    check(not any(one["path"] == "/inside" for one in Receiver.taken), "nothing came there")
    check.same(amparo(database, "webhook", "end", inside, "--by", "Rosa").status, 0, "it is ended")


def ended(database, reference, slug, server):
    """After a withdrawal the url answers 410; an address that answers 410 is ended."""
    Receiver.answers[:] = [410]
    check.same(amparo(database, "withdraw", reference, "--reason", "the family asks", "--by", "Rosa").status, 0, "taken down")
    message = next_message("the withdrawal")
    body = json.loads(message["body"])
    check.same(body["type"], "action.withdrawn", "it is told")
    check(b"family" not in message["body"], "and not why")
    check(wait_until(lambda: server.get(f"/api/v1/actions/{slug}").status == 410, 10)[0], "what it leads to is gone")
    gone = lambda: database.rows("SELECT count(*) FROM webhook WHERE ended_at IS NULL")[0][0] == 0  # noqa: E731
    check(wait_until(gone, 10)[0], "an address that is gone is told nothing more")


def rooms(database, server):
    """The desk: a key is made, an address is added, both pages are looked at."""
    rosa = Member(server, database, "rosa", "admin")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        address = f"http://localhost:{server.port}"
        page = rosa.window(chromium, address)
        for name in ["programs", "webhooks"]:
            page.goto(f"{address}/desk/{name}")
            look(page, f"{name} empty" if name == "programs" else name)
        page.goto(f"{address}/desk/programs")
        page.fill("[name=name]", "The members' database of the Swiss section")
        for box in page.locator("input[type=checkbox]").all():
            box.check()
        page.locator("form[action='/desk/programs'] button[type=submit]").click()
        page.wait_for_load_state()
        check(re.search(r"amparo_[\w-]{20,}", page.input_value("#secret")), "a key is made and shown once")
        look(page, "programs made")
        page.goto(f"{address}/desk/programs")
        look(page, "programs")
        page.goto(f"{address}/desk/webhooks")
        page.fill("[name=url]", "https://crm.example.org/a/rather/long/address/of/a/programme/that/listens?tenant=ch")
        page.locator("form[action='/desk/webhooks'] button[type=submit]").click()
        page.wait_for_load_state()
        check("whsec_" in page.input_value("#secret"), "an address is added and its secret shown once")
        look(page, "webhooks made")
        chromium.close()


def main():
    move_inside()
    with tempfile.TemporaryDirectory() as folder:
        furnish(folder, {**dict.fromkeys(HOSTS, ADDRESS), WITHIN: "127.0.0.1"}, certificates(folder))
        with receivers(folder):
            for engine in engines():
                note(engine.name)
                Receiver.taken.clear()
                Receiver.answers.clear()
                with place(engine) as database, Server(database, "--demo") as server:
                    slug, _ = open_action(database)
                    reference = f"UA {slug.replace('-', '/')}"
                    _, secret = told(database, server, reference, slug)
                    later(database, reference, secret)
                    unfit(database, reference)
                    ended(database, reference, slug, server)
                    if engine.name == "SQLite":
                        rooms(database, server)
                    check.same(server.words().count("fault"), 0, "faults in the server's log")
    check.end()


if __name__ == "__main__":
    main()
