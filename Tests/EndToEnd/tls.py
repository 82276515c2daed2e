#!/usr/bin/env python3
"""TLS and HTTP/2 in the program itself: what is agreed on, what is bounded, a certificate renewed while it runs, and a browser."""
import contextlib
import datetime
import os
import re
import signal
import socket
import ssl
import subprocess
import time

import h2.config
import h2.connection
import h2.errors
import h2.events
import h2.exceptions
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from playwright.sync_api import sync_playwright

import ground
from ground import Server, SQLite, amparo, check, meanwhile, note, open_action, place, wait_until

HOST = "ua.localhost"


class Authority:
    """An authority of our own, and certificates of it."""

    def __init__(self, folder):
        self.folder, self.key = folder, ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Amparo's trial authority")])
        self.own = self.signed(self.name, self.key.public_key(), x509.BasicConstraints(ca=True, path_length=None))
        self.file = os.path.join(folder, "authority.pem")
        with open(self.file, "wb") as file:
            file.write(self.own.public_bytes(serialization.Encoding.PEM))

    def signed(self, name, key, *extensions):
        now = datetime.datetime.now(datetime.timezone.utc)
        made = x509.CertificateBuilder().subject_name(name).issuer_name(self.name).public_key(key).serial_number(x509.random_serial_number())
        made = made.not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=80))
        for extension in extensions:
            made = made.add_extension(extension, critical=False)
        return made.sign(self.key, hashes.SHA256())

    def issue(self):
        """A new certificate in the server's two files, each put in its place at once, as renewals are. Returns its number."""
        key = ec.generate_private_key(ec.SECP256R1())
        names = x509.SubjectAlternativeName([x509.DNSName(HOST), x509.DNSName("localhost"), x509.DNSName("*.localhost")])
        certificate = self.signed(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)]), key.public_key(), names)
        secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        for path, content, mode in ((self.key_file, secret, 0o600), (self.certificate_file, certificate.public_bytes(serialization.Encoding.PEM), 0o644)):
            with open(path + ".new", "wb") as file:
                file.write(content)
            os.chmod(path + ".new", mode)
            os.replace(path + ".new", path)
        return certificate.serial_number

    certificate_file = property(lambda self: os.path.join(self.folder, "fullchain.pem"))
    key_file = property(lambda self: os.path.join(self.folder, "privkey.pem"))

    def trusting(self, *protocols):
        context = ssl.create_default_context(cafile=self.file)
        context.set_alpn_protocols(list(protocols))
        return context


class SecureServer(Server):
    """The same server behind its own certificate."""

    def __init__(self, database, authority, **environment):
        self.authority = authority
        files = {"AMPARO_HTTP_TLS_CERTIFICATE": authority.certificate_file, "AMPARO_HTTP_TLS_KEY": authority.key_file}
        super().__init__(database, "--demo", **files, **environment)

    def line(self, *protocols):
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=60)
        return self.authority.trusting(*protocols).wrap_socket(plain, server_hostname=HOST)

    def curl(self, *words, path="/en/", host=HOST):
        done = subprocess.run(["curl", "--silent", "--show-error", "--cacert", self.authority.file, "--resolve", f"{host}:{self.port}:127.0.0.1",
                               *words, f"https://{host}:{self.port}{path}"], capture_output=True, text=True, timeout=60)
        return done.stdout if done.returncode == 0 else f"curl {done.returncode}: {done.stderr}"

    def shown(self):
        """The number of the certificate that is shown to new connections."""
        with self.line("http/1.1") as line:
            return x509.load_der_x509_certificate(line.getpeercert(binary_form=True)).serial_number


class Two:
    """One connection of HTTP/2, frame by frame."""

    def __init__(self, server):
        self.line = server.line("h2")
        self.state = h2.connection.H2Connection(h2.config.H2Configuration(client_side=True, header_encoding="utf-8"))
        self.state.initiate_connection()
        self.host, self.events = f"{HOST}:{server.port}", []
        self.send()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.line.close()

    def send(self):
        self.line.sendall(self.state.data_to_send())

    def ask(self, path="/en/", method="GET", end=True, fields=()):
        stream = self.state.get_next_available_stream_id()
        head = [(":method", method), (":scheme", "https"), (":authority", self.host), (":path", path), *fields]
        self.state.send_headers(stream, head, end_stream=end)
        self.send()
        return stream

    def read(self, until, patience=30):
        """Reads until an event is there for which `until` holds; None when the connection ends or time is over."""
        self.line.settimeout(patience)
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            for event in self.events:
                if until(event):
                    return event
            try:
                got = self.line.recv(65_536)
            except (TimeoutError, ConnectionError, ssl.SSLError):
                return None
            if not got:
                return None
            fresh = self.state.receive_data(got)
            for event in fresh:
                if isinstance(event, h2.events.DataReceived):
                    self.state.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
            self.events += fresh
            with contextlib.suppress(OSError):
                self.send()
        return None

    def answer(self, stream):
        """Status, fields and body of a stream."""
        self.read(lambda event: isinstance(event, (h2.events.StreamEnded, h2.events.StreamReset)) and event.stream_id == stream)
        own = [event for event in self.events if getattr(event, "stream_id", None) == stream]
        fields = next((dict(event.headers) for event in own if isinstance(event, h2.events.ResponseReceived)), {})
        return fields.get(":status"), fields, b"".join(event.data for event in own if isinstance(event, h2.events.DataReceived))


def agreeing(server):
    for protocols, wanted in ((("h2", "http/1.1"), "h2"), (("http/1.1",), "http/1.1"), ((), None)):
        with contextlib.closing(server.line(*protocols) if protocols else
                                ssl.create_default_context(cafile=server.authority.file).wrap_socket(
                                    socket.create_connection(("127.0.0.1", server.port)), server_hostname=HOST)) as line:
            check.same(line.selected_alpn_protocol(), wanted, f"with {protocols} is agreed on")
            check(line.version() in ("TLSv1.2", "TLSv1.3"), f"by {line.version()}")
    for old in ("-tls1", "-tls1_1"):
        done = subprocess.run(["openssl", "s_client", "-connect", f"127.0.0.1:{server.port}", old, "-cipher", "ALL:@SECLEVEL=0"],
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=30)
        check(done.returncode != 0 and "Cipher is (NONE)" in done.stdout, f"{old} is refused")
    done = subprocess.run(["openssl", "s_client", "-connect", f"127.0.0.1:{server.port}", "-alpn", "h2", "-CAfile", server.authority.file,
                           "-servername", HOST], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=30)
    check("ALPN protocol: h2" in done.stdout and "Verify return code: 0" in done.stdout, "openssl agrees on h2 and trusts the certificate")


def reading(server):
    for way, version in (("--http2", "2"), ("--http1.1", "1.1")):
        check.same(server.curl(way, "--output", "/dev/null", "--write-out", "%{http_version} %{http_code}"), f"{version} 200", f"curl {way}")
    one = server.curl("--http1.1", "--include", "--head")
    check("content-security-policy" in one.lower(), "HTTP/1.1 has all its fields")
    pages = {way: server.curl(way, "--compressed") for way in ("--http2", "--http1.1")}
    check(pages["--http2"] == pages["--http1.1"] and "<main" in pages["--http2"], "both give the same page")
    tag = re.search(r"(?im)^etag: (.*?)\s*$", server.curl("--http2", "--head")).group(1)
    check.same(server.curl("--http2", "--header", f"If-None-Match: {tag}", "--output", "/dev/null", "--write-out", "%{http_code}"), "304", "a known page")
    many = server.curl("--http2", "--parallel", "--output", "/dev/null", "--write-out", "%{http_code} ", path="/en/?n=[1-60]")
    check.same(many.split(), ["200"] * 60, "sixty streams on one connection")
    plain = subprocess.run(["curl", "--silent", "--max-time", "15", f"http://127.0.0.1:{server.port}/en/"], capture_output=True, timeout=30)
    check(plain.returncode != 0 and not plain.stdout, "plain HTTP gets nothing")


def reporting(server, database):
    """A form by HTTP/2 is as good as any."""
    slug, ordinal = open_action(database)
    page = server.curl("--http2", path=f"/en/actions/{slug}/report")
    finder = ground.HiddenFields()
    finder.feed(page)
    words = [word for name, value in {**finder.fields, "channel": "post", "quantity": "2", "output": str(ordinal)}.items() for word in ("--data-urlencode", f"{name}={value}")]
    count = "SELECT coalesce(sum(quantity), 0) FROM report WHERE source = 'form'"
    before = database.rows(count)[0][0]
    status = server.curl("--http2", *words, "--output", "/dev/null", "--write-out", "%{http_code}", path=f"/en/actions/{slug}/reports")
    check(status in ("200", "303"), f"a report is taken: {status}")
    check(wait_until(lambda: database.rows(count)[0][0] == before + 2, 10)[0], "and counted")


def bounds(server):
    with Two(server) as line:
        first = line.ask()
        check.same(line.answer(first)[0], "200", "a page by frames")
        settings = line.state.remote_settings
        check(settings.max_concurrent_streams <= 100, f"at most {settings.max_concurrent_streams} streams at once")
        check((settings.max_header_list_size or 1 << 30) <= 16_384, f"at most {settings.max_header_list_size} bytes of header fields")
        head = line.ask(method="HEAD")
        status, fields, body = line.answer(head)
        check((status, body) == ("200", b"") and int(fields["content-length"]) > 0, "HEAD has a length and no body")
        check.same(line.answer(line.ask(path="/en/actions/nobody"))[0], "404", "a fault ends its stream alone")
    with Two(server) as line:
        line.ask(fields=[("x-long", "a" * 20_000)])
        ended = line.read(lambda event: isinstance(event, (h2.events.ConnectionTerminated, h2.events.StreamReset, h2.events.ResponseReceived)), 15)
        check(not isinstance(ended, h2.events.ResponseReceived), f"too long a header is not answered: {ended}")
    with Two(server) as line:
        ended = None
        for _ in range(40):
            try:
                for _ in range(25):
                    line.state.reset_stream(line.ask(path="/go?q=a"), h2.errors.ErrorCodes.CANCEL)
                    line.send()
                ended = line.read(lambda event: isinstance(event, h2.events.ConnectionTerminated), 0.05)
            except (OSError, h2.exceptions.ProtocolError):
                ended = True
            if ended or line.line.fileno() < 0:
                break
        check(ended is not None, "a thousand streams begun and taken back end the connection")
    check.same(server.curl("--http2", "--output", "/dev/null", "--write-out", "%{http_code}"), "200", "and nobody else's")


def patience(server, database):
    """What says nothing is cut: a handshake that never comes, a connection without a stream, a body that stops."""
    silent = socket.create_connection(("127.0.0.1", server.port))
    idle, stuck = Two(server), Two(server)
    idle.answer(idle.ask())
    slug, _ = open_action(database)
    stream = stuck.ask(path=f"/en/actions/{slug}/reports", method="POST", end=False, fields=[("content-type", "application/x-www-form-urlencoded"), ("content-length", "100")])
    began = time.monotonic()
    silent.settimeout(30)
    check.same(silent.recv(10), b"", "a handshake that never comes ends the connection")
    note(f"after {time.monotonic() - began:.0f} s")
    over = stuck.read(lambda event: isinstance(event, (h2.events.StreamReset, h2.events.StreamEnded)) and event.stream_id == stream
                      or isinstance(event, h2.events.ConnectionTerminated), 60)
    check(over is not None and time.monotonic() - began > 20, "a body that stops ends its stream, in its time")
    note(f"after {time.monotonic() - began:.0f} s")
    gone = idle.read(lambda event: isinstance(event, h2.events.ConnectionTerminated), 60)
    check(gone is not None or idle.line.fileno() < 0, "a connection without a stream is ended")
    note(f"after {time.monotonic() - began:.0f} s")
    for line in (silent, idle.line, stuck.line):
        line.close()


def renewing(server, authority):
    first = server.shown()
    with Two(server) as open_line:
        second = authority.issue()
        server.process.send_signal(signal.SIGHUP)
        check(wait_until(lambda: server.shown() == second, 5)[0] and first != second, "a renewed certificate is shown at once by SIGHUP")
        check.same(open_line.answer(open_line.ask())[0], "200", "and who was connected goes on")
    third = authority.issue()
    came, after = wait_until(lambda: server.shown() == third, 30)
    check(came, "and by itself soon after the files changed")
    note(f"after {after:.0f} s")
    with open(authority.certificate_file, "w") as file:
        file.write("nonsense")
    server.process.send_signal(signal.SIGHUP)
    check(wait_until(lambda: "certificateNotTaken" in server.words(), 5)[0], "what is no certificate is told in the log")
    check.same(server.shown(), third, "and the one before is shown on")
    authority.issue()
    server.process.send_signal(signal.SIGHUP)


def starting(database, authority):
    environment = {"AMPARO_HTTP_TLS_CERTIFICATE": authority.certificate_file, "AMPARO_HTTP_TLS_KEY": authority.key_file}
    os.chmod(authority.key_file, 0o644)
    refused = amparo(database, "serve", "--port", "0", **environment, timeout=60)
    check(refused.status == 78 and "chmod 600" in refused.complained, f"a key that anybody may read is refused: {refused.complained}")
    os.chmod(authority.key_file, 0o600)
    half = amparo(database, "doctor", AMPARO_HTTP_TLS_KEY=authority.key_file)
    check(half.status == 78 and "go together" in half.complained, "a key without its certificate is refused")
    doctor = amparo(database, "doctor", **environment)
    check("TLS: good until" in doctor.said, "doctor tells until when the certificate is good")


def browsing(server, authority):
    profile = os.path.join(authority.folder, "browser")
    with sync_playwright() as play:
        found = subprocess.run(["sh", "-c", "command -v chromium"], capture_output=True, text=True).stdout.strip()
        # Its own store of authorities is not ours to change: it is told the key of this one certificate instead, and of no other.
        with open(authority.certificate_file, "rb") as file:
            key = x509.load_pem_x509_certificate(file.read()).public_key()
        mark = hashes.Hash(hashes.SHA256())
        mark.update(key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo))
        pin = __import__("base64").b64encode(mark.finalize()).decode()
        browser = play.chromium.launch_persistent_context(
            profile, executable_path=found or None, args=["--no-sandbox", f"--ignore-certificate-errors-spki-list={pin}"])
        page = browser.pages[0]
        faults = []
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.on("requestfailed", lambda request: faults.append(request.url))
        answer = page.goto(f"https://localhost:{server.port}/en/")
        check.same(answer.status, 200, "a browser reads the page")
        spoken = page.evaluate("performance.getEntriesByType('navigation')[0].nextHopProtocol")
        check.same(spoken, "h2", "by HTTP/2")
        files = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.nextHopProtocol)")
        check(files and set(files) == {"h2"}, f"and its files: {files}")
        page.locator("main a[href*='/actions/']").first.click()
        check(page.url.startswith("https://"), "links stay")
        check.same(faults, [], "nothing went wrong in it")
        browser.close()


def main():
    with place(SQLite) as database:
        authority = Authority(database.folder)
        authority.issue()
        with SecureServer(database, authority) as server:
            with meanwhile(patience, server, database):  # most of it is waiting until somebody is cut
                agreeing(server)
                reading(server)
                reporting(server, database)
                bounds(server)
                browsing(server, authority)
                renewing(server, authority)
        starting(database, authority)
    check.end()


if __name__ == "__main__":
    main()
