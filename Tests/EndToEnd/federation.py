#!/usr/bin/env python3
"""Three whole servers that follow each other, each behind https under a name of its own, with cuts between them and a liar among them.

The script runs in a network of its own (network.py), where loopback has public addresses. Between the servers stands a door that cuts, hangs and keeps
what passes; every message is verified by http-message-signatures, and the liar signs by it. Neither shares code with the program.
"""
import base64
import contextlib
import datetime
import hashlib
import http.client
import http.server
import json
import os
import ssl
import tempfile
import threading
import time

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519
from http_message_signatures import HTTPMessageSigner, HTTPMessageVerifier, algorithms
from http_message_signatures.resolvers import MappingKeyResolver

from ground import Server, amparo, check, engines, note, place, wait_until
from network import AUTHORITIES, certificate, furnish, move_inside

ADDRESSES = {"int.example.org": "93.184.216.34", "ch.example.org": "93.184.216.35", "us.example.org": "93.184.216.36", "liar.example.org": "93.184.216.37"}
PATIENCE = 90


# What passes between servers

class Message:
    """A request or an answer as http-message-signatures wants it."""

    def __init__(self, headers, method=None, url=None, status=None, request=None, body=b""):
        self.headers, self.body = dict(headers), body
        if status is None:
            self.method, self.url = method, url
        else:
            self.status_code, self.request, self.url = status, request, request.url


class Door(http.server.BaseHTTPRequestHandler):
    """https for one server: hands requests on to it, and keeps them with their answers."""
    protocol_version = "HTTP/1.1"

    def log_message(self, *words):
        pass

    def handle_one(self):
        door = self.server.door
        if door.is_cut:  # kept-alive connections too
            self.close_connection = True
            return
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if door.is_hanging:
            time.sleep(door.is_hanging)
            self.close_connection = True
            return
        if door.card is not None:
            status, headers, said = (200, [("Content-Type", "application/json")], door.card()) if self.path == "/.well-known/amparo.json" else (404, [], b"")
        else:
            inner = http.client.HTTPConnection("127.0.0.1", door.port, timeout=60)
            inner.request(self.command, self.path, body or None, dict(self.headers))
            answer = inner.getresponse()
            status, headers, said = answer.status, answer.getheaders(), answer.read()
            inner.close()
        if self.path.startswith("/federation/"):
            request = Message(self.headers.items(), self.command, f"https://{door.host}{self.path}", body=body)
            door.passed.append((request, Message(headers, status=status, request=request, body=said)))
        self.send_response(status)
        for name, value in headers:
            if name.lower() not in ("transfer-encoding", "content-length", "connection", "date", "server"):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    do_GET = do_POST = handle_one


class Doorway:
    """A name in this network, and what stands behind it."""

    def __init__(self, host, folder):
        self.host, self.port, self.card, self.passed, self.is_cut, self.is_hanging = host, None, None, [], False, 0
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(f"{folder}/own.pem", f"{folder}/key.pem")
        doorway = self

        class Listening(http.server.ThreadingHTTPServer):
            daemon_threads, door = True, doorway

            def get_request(self):
                connection, peer = super().get_request()
                if doorway.is_cut:
                    connection.close()
                    raise OSError("cut")
                connection.settimeout(30)
                return context.wrap_socket(connection, server_side=True, do_handshake_on_connect=False), peer

            def handle_error(self, *_):
                pass

        self.listening = Listening((ADDRESSES[host], 443), Door)
        threading.Thread(target=self.listening.serve_forever, daemon=True).start()


# Cases

def document(serial, headline, name="Ingrid Solheim", ordinal=1, kind="first"):
    today = datetime.date.today()
    return f"""---
amparo: 1
reference: UA {serial}/{today.year % 100}
invented: true
countries:
- "NO"
subjects:
- name: {name}
  pronouns: she/her
output: {ordinal}
kind: {kind}
final: false
issued: {today}
act_until: {today + datetime.timedelta(days=30)}
published:
  at: "{today}T00:00:00.000Z"
  by: Rosa Editor
language: en
editions:
- section: int
  addressees:
  - role: target
    name: Odd Berg
    office: Minister of Justice
    contacts:
    - channel: post
      place: "Example Street 1\\n0001 Oslo"
---

# {headline}

## Lead

{name} has been held since last week.

## Letter

### Body

I write to you about {name}.
"""


def slug(serial):
    return f"{serial}-{datetime.date.today().year % 100}"


def reference(serial):
    return f"UA {serial}/{datetime.date.today().year % 100}"


class Place:
    """A server with its database and its door."""

    def __init__(self, stack, engine, host, door, section):
        self.host, self.door, self.section, self.address = host, door, section, f"https://{host}"
        self.database = stack.enter_context(place(engine))
        with Server(self.database):
            pass
        self.database.change(f"UPDATE section SET host = '{host}', name = '{host.split('.')[0].upper()}' WHERE code = 'int'")
        self.server = stack.enter_context(Server(self.database))
        door.port = self.server.port

    def run(self, *words, given=None):
        return amparo(self.database, *words, given=given, AMPARO_PORT=self.server.port)

    def publish(self, *case, **more):
        with tempfile.NamedTemporaryFile("w", suffix=".md") as file:
            file.write(document(*case, **more))
            file.flush()
            ran = self.run("import", "--publish", file.name)
            check.same(ran.status, 0, f"{self.host} publishes: {ran.complained} {ran.said}")

    def page(self, serial, host=None):
        return self.server.get(f"/en/actions/{slug(serial)}", Host=host or self.section)

    def report(self, serial, quantity, channel="post"):
        fields = self.server.get(f"/en/actions/{slug(serial)}/report", Host=self.section).hidden
        sent = self.server.post_form(f"/en/actions/{slug(serial)}/reports", {**fields, "channel": channel, "quantity": quantity}, Host=self.section)
        check(sent.status in (200, 303), f"{self.host} takes a report: {sent.status}")

    def ask_now(self):
        """As when five minutes are over."""
        self.database.change("UPDATE partner SET due_at = '2000-01-01T00:00:00.000Z' WHERE we_follow")

    def has_asked(self):
        return not self.database.rows("SELECT 1 AS one FROM partner WHERE we_follow AND due_at < '2001'")

    def state(self, other):
        """What the list says of another server, its line and those of its tallies."""
        return [line for line in self.run("server", "list").said.splitlines() if line.startswith(other.address if hasattr(other, "address") else other)]

    def total(self, serial):
        """What the API says was counted everywhere."""
        return json.loads(self.server.get(f"/api/v1/actions/{slug(serial)}/tally", Host=self.host).text)["appeals"]

    def fingerprint(self):
        return self.run("server", "key").said.splitlines()[1]


def meet(origin, follower, its="follower", ours="follow"):
    """Both add each other; another fingerprint than the one that is read out is refused."""
    for one, other, role in [(origin, follower, its), (follower, origin, ours)]:
        added = one.run("server", "add", other.address)
        check.same(added.said.splitlines()[1:], [other.fingerprint()], f"{one.host} is shown the key of {other.host}: {added.complained}")
        wrong = one.run("server", "accept", other.address, "--role", role, "--fingerprint", "0" * 32)
        check.same(wrong.status, 1, "another key is not accepted")
        right = one.run("server", "accept", other.address, "--role", role, "--fingerprint", other.fingerprint())
        check.same(right.said, "accepted\n", f"{one.host} accepts {other.host}: {right.complained}")


def comes(holds, what):
    holds, seconds = wait_until(holds, PATIENCE)
    check(holds, what)
    return seconds


# The liar

class Liar:
    """A follower that signs by http-message-signatures and says what it likes; with a key of its own, or one that it stole."""

    def __init__(self, door, victim="int.example.org", stolen=None):
        self.door, self.address, self.victim, self.stolen = door, f"https://{door.host}", victim, stolen
        self.key = ed25519.Ed25519PrivateKey.from_private_bytes(base64.b64decode(stolen["seed"])) if stolen else ed25519.Ed25519PrivateKey.generate()
        self.keys = []
        door.card = self.card

    def follow_up(self):
        """Goes on with a key of its own, for which the stolen one vouches as in a rotation."""
        elder, made = self.key, "2026-01-02T00:00:00.000Z"
        number, fresh = self.number, ed25519.Ed25519PrivateKey.generate()
        self.key = fresh
        public = base64.b64encode(self.public).decode()
        voucher = base64.b64encode(elder.sign(f"amparo server key\n{public}\n{made}".encode())).decode()
        self.keys = [{**self.stolen["keys"][-1], "retired": made}, {"public_key": public, "made": made, "vouched_by": number, "voucher": voucher}]

    @property
    def public(self):
        return self.key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)

    @property
    def number(self):
        return hashlib.sha256(self.public).hexdigest()[:32]

    def card(self):
        return json.dumps({"amparo": 1, "server": self.address, "name": "Liar", "outputs": f"{self.address}/federation/outputs",
                           "tallies": f"{self.address}/federation/tallies",
                           "keys": self.keys or [{"public_key": base64.b64encode(self.public).decode(), "made": "2026-01-01T00:00:00.000Z"}]}).encode()

    def message(self, method, path, body=None, key=None, created=None, url=None, covering=None):
        url = url or f"https://{self.victim}"
        message = Message({"Content-Type": "application/json"} if body else {}, method, url + path, body=body or b"")
        identity, created = f"{self.address}#{self.number}", created or datetime.datetime.now(datetime.timezone.utc)
        signer = HTTPMessageSigner(signature_algorithm=algorithms.ED25519,
                                   key_resolver=MappingKeyResolver(public_keys={}, private_keys={identity: key or self.key}))
        signer.sign(message, key_id=identity, created=created, expires=created + datetime.timedelta(seconds=200), nonce=os.urandom(12).hex(), tag="amparo",
                    label="amparo", covered_component_ids=covering or ("@method", "@authority", "@path", "@query"), body=body)
        return message

    def send(self, message, body=None):
        context = ssl.create_default_context(cafile=AUTHORITIES)
        connection = http.client.HTTPSConnection(self.victim, context=context, timeout=30)
        connection.request(message.method, message.url.split(".org", 1)[1], body if body is not None else message.body or None, message.headers)
        answer = connection.getresponse()
        said = answer.read().decode()
        connection.close()
        return answer.status, said

    def tally(self, serial, appeals, seq, server=None):
        return json.dumps({"server": server or self.address, "reference": reference(serial), "seq": seq,
                           "figures": [{"output": 1, "channel": "post", "appeals": appeals}]}).encode()

    def tell(self, *words, **more):
        return self.send(self.message("POST", "/federation/tallies", self.tally(*words), **more))


def lies(origin, liar, honest):
    added = origin.run("server", "add", liar.address)
    check(liar.number[:4] in added.said, f"the liar is added: {added.complained}")
    status, said = liar.send(liar.message("GET", "/federation/outputs?after=0"))
    check.same(status, 401, f"before its key was compared it gets nothing: {said}")
    origin.run("server", "accept", liar.address, "--role", "follower", "--fingerprint", liar.number)
    # a case that it did not fetch
    check.same(liar.tell(501, 50, 1)[0], 409, "a tally of a case that it never fetched is refused")
    status, said = liar.send(liar.message("GET", "/federation/outputs?after=0"))
    told = [(one["reference"], one["withdrawn"], len(one["documents"])) for one in json.loads(said)["changes"]]
    check.same((status, told), (200, [(reference(501), False, 1), (reference(502), False, 1), (reference(503), True, 0)]), "it fetches")
    check("Rosa Editor" not in said and "missing" not in said, "and reads nobody of the staff, and nothing of what was withdrawn")
    before = origin.total(501)
    check.same(liar.tell(501, 30, 1000), (200, '{"state":"counted"}'), "a signature of the other implementation is taken")
    comes(lambda: origin.total(501) == before + 30, "and counts")
    forged = liar.message("POST", "/federation/tallies", liar.tally(501, 40, 1001), key=ed25519.Ed25519PrivateKey.generate())
    check.same(liar.send(forged)[0], 401, "signed by another key")
    good = liar.message("POST", "/federation/tallies", liar.tally(501, 31, 1002))
    check.same((liar.send(good)[0], liar.send(good)[0]), (200, 401), "the very same message once more")
    check.same(liar.send(liar.message("POST", "/federation/tallies", liar.tally(501, 32, 1003)), liar.tally(501, 99, 1003))[0], 401, "another body")
    check.same(liar.tell(501, 33, 900)[0], 409, "an older number")
    old = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(hours=1)
    check.same(liar.tell(501, 34, 1004, created=old)[0], 401, "signed an hour ago")
    check.same(liar.tell(501, 35, 1005, url="https://us.example.org")[0], 401, "signed for another server")
    body = liar.tally(501, 36, 1006)
    check.same(liar.send(liar.message("POST", "/federation/tallies", body, covering=("@method", "@path", "@query")))[0], 401, "signed without the host")
    check.same(liar.tell(501, 37, 1007, honest.address)[0], 403, "in the name of an honest server")
    check.same(liar.tell(777, 38, 1008)[0], 404, "of no case of this server")
    check.same(liar.tell(501, -5, 1009)[0], 422, "below nothing")
    check.same(liar.tell(501, 900_000, 1010), (200, '{"state":"held"}'), "inflated: held")
    time.sleep(1.5)
    check.same(origin.total(501), before + 31, "nothing of all that was counted")
    check(any("held" in line for line in origin.state(liar)), "the held one is listed")
    check.same(origin.run("server", "tally", liar.address, reference(501), "--no-count").said, "left away\n", "Ada leaves it away")
    check.same(origin.run("server", "stop", liar.address).said, "stopped\n", "and lets the liar go")
    comes(lambda: origin.total(501) == before, "with all that it counted")
    check.same(liar.tell(501, 39, 1011)[0], 401, "it is heard no more")


# The journey

def verify_all(doors, places):
    """Every message that passed, by the other implementation, with the keys that the servers publish."""
    keys = {}
    for one in places:
        for key in json.loads(one.server.get("/.well-known/amparo.json").text)["keys"]:
            raw = base64.b64decode(key["public_key"])
            keys[f"{one.address}#{hashlib.sha256(raw).hexdigest()[:32]}"] = ed25519.Ed25519PublicKey.from_public_bytes(raw)
    verifier = HTTPMessageVerifier(signature_algorithm=algorithms.ED25519, key_resolver=MappingKeyResolver(public_keys=keys, private_keys={}))
    verifier.max_clock_skew = datetime.timedelta(hours=1)
    count = 0
    for door in doors:
        for request, answer in list(door.passed):
            if door.card is not None or not any(name in str(request.headers) for name in keys):
                continue  # the liar's own
            for message in (request, answer):
                try:
                    verifier.verify(message, expect_tag="amparo", body=message.body)
                    count += 1
                except Exception as trouble:  # noqa: BLE001: whatever the other implementation dislikes
                    check(False, f"{door.host}: {type(trouble).__name__} {trouble} of {request.method} {request.url}")
    check(count >= 20, f"many messages passed: {count}")
    note(f"{count} signatures verified by http-message-signatures")


def theft(engine, doors):
    """Two servers that follow each other; the key file of the one is copied, somebody signs with it, and both sides recover."""
    with contextlib.ExitStack() as stack:
        robbed, other = (Place(stack, engine, host, doors[host], section)
                         for host, section in [("int.example.org", "int.example.org"), ("ch.example.org", "ch.localhost")])
        robbed.publish(601, "Miller held")
        other.publish(602, "Baker held", name="Astrid Lund")
        meet(robbed, other, "both", "both")
        comes(lambda: robbed.page(602).status == 200 and other.page(601, other.host).status == 200, "each has the other's case")
        robbed.report(602, 40)
        other.report(601, 25)

        def both_ask():
            for one in (robbed, other):
                one.ask_now()
            comes(lambda: robbed.has_asked() and other.has_asked(), "both ask")

        both_ask()
        comes(lambda: (robbed.total(601), other.total(602)) == (25, 40), "what each counted is told")

        # the theft: who has the key is that server to the other
        file = os.path.join(robbed.database.folder, "amparo.server")
        thief = Liar(robbed.door, "ch.example.org", json.load(open(file)))
        robbed.door.card = None
        check.same(thief.tell(602, 900, 2 ** 62), (200, '{"state":"counted"}'), "the thief is believed")
        comes(lambda: other.total(602) == 900, "until somebody notices")

        # both let each other go by telephone, and the robbed server begins anew with another key
        check.same(other.run("server", "stop", robbed.address).said, "stopped\n", "the other side lets it go")
        comes(lambda: not other.total(602), "with what it told")
        check.same(thief.tell(602, 901, 2 ** 62 + 1)[0], 401, "the thief is heard no more")
        old = robbed.fingerprint()
        robbed.server.stop()
        os.rename(file, file + ".stolen")
        refused = amparo(robbed.database, "serve", "--port", "0", timeout=60)
        check.same((refused.status, "amparo.server is missing" in refused.complained), (78, True), "it makes no other key while a server goes by the old one")
        os.rename(file + ".stolen", file)
        check.same(robbed.run("server", "stop", other.address).said, "stopped\n", "it lets the other go")
        os.remove(file)
        robbed.server = stack.enter_context(Server(robbed.database))
        robbed.door.port = robbed.server.port
        check(robbed.fingerprint() != old, "another key")
        meet(robbed, other, "both", "both")
        comes(lambda: other.total(602) != 900, "the lie does not come back")
        check.same(thief.tell(602, 902, 2 ** 62 + 2)[0], 401, "what the thief signs is refused at once")
        both_ask()
        comes(lambda: (robbed.total(601), other.total(602)) == (25, 40), "what each counted is told anew, and counted once")
        robbed.publish(603, "Smith held", name="Signe Vik")
        comes(lambda: other.page(603, other.host).status == 200, "its true feed goes on")
        robbed.report(602, 11)
        both_ask()
        comes(lambda: other.total(602) == 51, "and its true figures")

        # the thief has the host too, and a key for which the stolen one vouches
        real, true = thief.key, robbed.server.get("/.well-known/amparo.json").text
        thief.follow_up()
        robbed.door.card = thief.card
        other.database.change("UPDATE partner SET looked_at = NULL")
        check.same(thief.tell(602, 903, 2 ** 62 + 3)[0], 401, "a stolen key vouches for none")
        check(any("left out: key" in line for line in other.state(robbed)), f"and the host is doubted: {other.state(robbed)}")
        robbed.door.card = None
        check.same(robbed.server.get("/.well-known/amparo.json").text, true, "the host is its own again")
        again = other.run("server", "accept", robbed.address, "--role", "both", "--fingerprint", robbed.fingerprint())
        check.same(again.said, "accepted\n", f"compared once more: {again.complained}")
        both_ask()
        comes(lambda: (robbed.total(601), other.total(602)) == (25, 51), "the totals are the true ones")
        thief.key = real
        for one in (robbed, other):
            verified = one.run("verify", "--format", "json")
            check.same((verified.status, json.loads(verified.said)["problems"]), (0, []), f"verify proves each part at {one.host}")
            faults = [line for line in one.server.words().splitlines() if "fault" in line]
            check.same(faults, [], f"faults in the log of {one.host}")


def journey(engine, doors, folder):
    with contextlib.ExitStack() as stack:
        origin, swiss, american = (
            Place(stack, engine, host, doors[host], section)
            for host, section in [("int.example.org", "int.example.org"), ("ch.example.org", "ch.localhost"), ("us.example.org", "us.localhost")])
        file = os.path.join(origin.database.folder, "amparo.server")
        check.same(oct(os.stat(file).st_mode & 0o777), "0o600", "the key is its owner's alone")
        origin.publish(501, "Librarian held for a reading list")
        for follower in (swiss, american):
            meet(origin, follower)
        for follower in (swiss, american):
            seconds = comes(lambda one=follower: "reading list" in one.page(501).words, f"{follower.host} shows the case")
            note(f"{follower.host} has what was there {seconds:.1f} s after the last acceptance")
        start = time.monotonic()
        origin.publish(502, "Nurse threatened", name="Astrid Lund")
        comes(lambda: all("Nurse" in one.page(502).words for one in (swiss, american)), "a new case comes")
        note(f"a new case is at both {time.monotonic() - start:.1f} s after the command began")
        swiss.database.change("UPDATE section SET waits_since = '2020-01-01T00:00:00.000Z' WHERE code = 'ch'")
        origin.publish(503, "Teacher missing")
        comes(lambda: american.page(503).status == 200, "a section that waits for nobody shows it")
        rows = lambda: swiss.database.rows("SELECT count(*) AS n FROM action WHERE serial = 503")[0][0]  # noqa: E731
        comes(lambda: rows() == 1, "the other has it")
        check.same(swiss.page(503).status, 404, "and shows it to nobody before somebody decides")
        swiss.database.change("UPDATE section SET waits_since = NULL WHERE code = 'ch'")

        # totals
        origin.report(501, 25)
        swiss.report(501, 40)
        swiss.report(501, 12, "email")
        american.report(501, 31)
        for _ in range(3):  # told again and again, counted once
            for follower in (swiss, american):
                follower.ask_now()
            comes(lambda: swiss.has_asked() and american.has_asked(), "both ask")
        comes(lambda: origin.total(501) == 25 + 52 + 31, f"the total is the sum: {origin.total(501)}")
        check("108" in origin.page(501, origin.host).words, "on the page too")
        check.same([swiss.total(501), american.total(501)], [52, 31], "each server shows what it counted")
        verified = origin.run("verify", "--format", "json")
        check.same((verified.status, json.loads(verified.said)["problems"]), (0, []), "verify proves each part")

        # cuts
        origin.door.is_cut = True
        american.report(501, 10)
        american.database.change("UPDATE partner SET failed_at = NULL, failure = NULL")
        american.ask_now()
        comes(lambda: american.database.rows("SELECT failed_at FROM partner")[0][0], "a server that is down is seen")
        note("down: " + american.database.rows("SELECT failure FROM partner")[0][0])
        check.same(origin.total(501), 108, "the last figures stand meanwhile")
        origin.door.is_cut = False
        if engine.name == "SQLite":  # how long an answer is waited for is no matter of a database
            origin.door.is_hanging = 25
            american.database.change("UPDATE partner SET failure = NULL")
            american.ask_now()
            comes(lambda: american.database.rows("SELECT failure FROM partner")[0][0], "one that does not answer is seen")
            note("hanging: " + american.database.rows("SELECT failure FROM partner")[0][0])
            origin.door.is_hanging = 0
        american.ask_now()
        comes(lambda: origin.total(501) == 118, "mended, the figures follow")
        origin.door.is_cut = True
        origin.database.change("UPDATE partner SET contact_at = '2026-01-01T00:00:00.000Z' WHERE address LIKE '%us.%'")
        comes(lambda: origin.total(501) == 77, "who is silent for days is left out")
        check(any("left out: late" in line for line in origin.state(american)), "with the reason")
        origin.door.is_cut = False
        american.ask_now()
        comes(lambda: origin.total(501) == 118, "and counts again once heard")

        # liar
        liar = Liar(doors["liar.example.org"])
        lies_before = origin.total(501)
        origin.run("withdraw", reference(503), "--reason", "her family asks for it")
        comes(lambda: all(one.page(503).status == 410 for one in (american, swiss)), "a withdrawal before")
        lies(origin, liar, swiss)
        check.same(origin.total(501), lies_before, "the liar changed nothing")

        # keys
        fresh = [one.run("server", "rotate").said for one in (origin, swiss)]
        check(all(len(one.split()) == 8 for one in fresh), f"new keys: {fresh}")
        swiss.report(501, 8)
        swiss.ask_now()
        comes(lambda: origin.total(501) == 126, "figures signed with a new key count, since the old one vouches")
        origin.publish(504, "Farmer freed")
        comes(lambda: swiss.page(504).status == 200, "and outputs signed with a new key are taken")
        verified = origin.run("verify", "--format", "json")
        check.same((verified.status, json.loads(verified.said)["problems"]), (0, []), "verify proves what was signed with the old keys too")

        # another name, and the withdrawal
        renamed = origin.run("rename", reference(502), "--subject", "Astrid Lund", "--to", "a nurse")
        check.same(renamed.status, 0, f"renamed: {renamed.complained} {renamed.said}")
        comes(lambda: all("Astrid" not in one.page(502).text and "a nurse" in one.page(502).text for one in (swiss, american)), "the new name holds at both")
        start = time.monotonic()
        check.same(origin.run("withdraw", reference(501), "--reason", "her family asks for it").status, 0, "withdrawn")
        told = time.monotonic()
        for follower in (swiss, american):
            comes(lambda one=follower: one.page(501).status == 410, f"{follower.host} takes it down")
            note(f"{follower.host} answers 410 {time.monotonic() - told:.1f} s after the withdrawal was written ({time.monotonic() - start:.1f} s after its command began)")
        american.door.is_cut = True
        origin.run("withdraw", reference(502), "--reason", "she asks for it")
        comes(lambda: swiss.page(502).status == 410, "who is reached takes it down")
        comes(lambda: "nudge" in (origin.database.rows("SELECT failure FROM partner WHERE address LIKE '%us.%'")[0][0] or ""), "who is not is seen")
        check.same(american.page(502).status, 200, "and shows it still")
        american.door.is_cut = False
        american.ask_now()
        comes(lambda: american.page(502).status == 410, "until it asks by itself")

        verify_all(doors.values(), (origin, swiss, american))
        os.rename(file, file + ".away")
        lost = origin.run("server", "list"), amparo(origin.database, "serve", "--port", "0", timeout=60)
        check.same((lost[1].status, "amparo.server is missing" in lost[1].complained), (78, True), f"serve without the key: {lost[1].complained}")
        os.rename(file + ".away", file)
        for one in (origin, swiss, american):
            faults = [line for line in one.server.words().splitlines() if "fault" in line]
            check.same(faults, [], f"faults in the log of {one.host}")


def main():
    move_inside()
    with tempfile.TemporaryDirectory() as folder:
        furnish(folder, ADDRESSES, certificate(folder, ADDRESSES))
        doors = {host: Doorway(host, folder) for host in ADDRESSES}
        for engine in engines():
            note(engine.name)
            for door in doors.values():
                door.passed.clear()
                door.is_cut, door.is_hanging, door.card = False, 0, None
            journey(engine, doors, folder)
            theft(engine, doors)
    check.end()


if __name__ == "__main__":
    main()
