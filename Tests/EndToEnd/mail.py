#!/usr/bin/env python3
"""Mail leaves over TLS and with a password, signed so that another program believes it, and `amparo doctor mail` tells what is wrong.

The server is aiosmtpd with a certificate made here, the signatures are checked by dkimpy, the names are answered by a server made with dnspython.
"""
import datetime
import email
import email.policy
import ipaddress
import logging
import os
import re
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import warnings

import dkim
import dns.flags
import dns.message
import dns.rdatatype
import dns.rrset
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.x509.oid import NameOID

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from ground import PROGRAM, check, note  # noqa: E402

PASSWORD = "p@ss/wörd"


def pem(key):
    return key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())


def written(path, data):
    with open(path, "wb") as file:
        file.write(data)
    os.chmod(path, 0o600)
    return path


def certificate(folder, name, address):
    """A self-signed certificate for the name and the address, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    now = datetime.datetime.now(datetime.timezone.utc)
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = (x509.CertificateBuilder().subject_name(who).issuer_name(who).public_key(key.public_key()).serial_number(x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=1))
            .add_extension(x509.SubjectAlternativeName([x509.DNSName(name), x509.IPAddress(ipaddress.ip_address(address))]), False)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), True).sign(key, hashes.SHA256()))
    return (written(f"{folder}/server.pem", made.public_bytes(serialization.Encoding.PEM)), written(f"{folder}/server.key", pem(key)))


class Letterbox:
    """Keeps what comes, and how it came."""

    def __init__(self):
        self.taken = []

    async def handle_DATA(self, server, session, envelope):
        self.taken.append((session.ssl is not None, session.authenticated, envelope.mail_from, envelope.rcpt_tos, envelope.original_content))
        return "250 2.0.0 taken"


def signs_in(server, session, envelope, mechanism, login):
    return AuthResult(success=(login.login, login.password) == (b"ua", PASSWORD.encode()))


class Server(Controller):
    def __init__(self, box, context, implicit=False):
        self.context, self.implicit = context, implicit
        super().__init__(box, hostname="127.0.0.1", port=free_port(), ssl_context=context if implicit else None)

    def factory(self):
        if self.implicit:
            return SMTP(self.handler, authenticator=signs_in, auth_required=True, auth_require_tls=False)
        return SMTP(self.handler, authenticator=signs_in, auth_required=True, tls_context=self.context, require_starttls=True)


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class Names(threading.Thread):
    """A name server that knows what it is told: (name, kind) → values."""

    def __init__(self, records):
        super().__init__(daemon=True)
        self.records = records
        self.line = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.line.bind(("127.0.0.1", 0))
        self.port = self.line.getsockname()[1]
        self.start()

    def run(self):
        while True:
            data, place = self.line.recvfrom(4096)
            question = dns.message.from_wire(data)
            answer = dns.message.make_response(question)
            asked = question.question[0]
            values = self.records.get((asked.name.to_text(omit_final_dot=True), dns.rdatatype.to_text(asked.rdtype)), [])
            if values:
                answer.answer.append(dns.rrset.from_text_list(asked.name, 60, "IN", dns.rdatatype.to_text(asked.rdtype), values))
            self.line.sendto(answer.to_wire(), place)


def quoted(text):
    """A TXT value, in pieces of 255 letters."""
    return " ".join(f'"{text[start:start + 255]}"' for start in range(0, len(text), 255))


def doctor(folder, settings, *arguments):
    environment = {key: value for key, value in os.environ.items() if not key.startswith("AMPARO_")}
    environment.update({f"AMPARO_MAIL_{key}": value for key, value in settings.items()})
    run = subprocess.run([PROGRAM, "doctor", "mail", "--data", folder, *arguments], env=environment, capture_output=True, text=True, timeout=120)
    return run.returncode, run.stdout + run.stderr


def main():
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    folder = tempfile.mkdtemp(prefix="amparo-mail-")
    chain, key = certificate(folder, "localhost", "127.0.0.1")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, key)
    box = Letterbox()
    opened, closed = Server(box, context), Server(box, context, implicit=True)
    opened.start()
    closed.start()
    keys = {"rsa": rsa.generate_private_key(public_exponent=65537, key_size=2048), "ed": ed25519.Ed25519PrivateKey.generate()}
    names = Names({
        ("example.org", "TXT"): ['"google-site-verification=x"', '"v=spf1 ip4:192.0.2.1 include:relay.example -all"'], ("relay.example", "TXT"): ['"v=spf1 a mx ~all"'],
        ("_dmarc.example.org", "TXT"): ['"v=DMARC1; p=reject; rua=mailto:d@example.org"'], ("example.org", "MX"): ["10 mx.example.org."],
    })
    login = f"ua:{PASSWORD.replace('@', '%40').replace('/', '%2F').replace('ö', '%C3%B6')}"
    base = {"FROM": "ua@example.org", "RETURN_PATH": "bounces@example.org", "CA_FILE": chain, "TLS": "required", "DNS": f"127.0.0.1:{names.port}"}
    ways = {"rsa": f"smtp://{login}@localhost:{opened.port}", "ed": f"smtps://{login}@127.0.0.1:{closed.port}"}

    for selector, private in keys.items():
        path = written(f"{folder}/{selector}.pem", pem(private))
        settings = base | {"SMTP": ways[selector], "DKIM_DOMAIN": "example.org", "DKIM_SELECTOR": selector, "DKIM_KEY_FILE": path}
        # before the key is published: the record to publish is told
        status, said = doctor(folder, settings)
        check(status == 1 and f"{selector}._domainkey.example.org holds no key" in said, f"{selector}: a missing key is told: {said}")
        record = re.search(r'publish TXT "(v=DKIM1[^"]*)"', said)
        if not check(record is not None, f"{selector}: the record to publish is told"):
            continue
        names.records[(f"{selector}._domainkey.example.org", "TXT")] = [quoted(record[1])]
        status, said = doctor(folder, settings, "--to", '"Rosa Lee"+ua@münchen.example' if selector == "ed" else "rosa+ua@example.net")
        if selector == "ed":
            check(status != 0 and "no e-mail address" in said, f"an address that is none is refused: {said}")
            status, said = doctor(folder, settings, "--to", '"Rosa Lee+ua"@münchen.example')
        check.same(status, 0, f"{selector}: all is well: {said}")
        for wanted in ("answers and lets us in", "TLS: with a certificate that is good", "holds our key", "DMARC: example.org asks for reject", "SPF: v=spf1",
                       "bounces: example.org takes mail", "250 2.0.0 taken"):
            check(wanted in said, f"{selector}: {wanted} is in {said}")
        check("p@ss" not in said and "%40" not in said and "•••" in said, f"{selector}: the password is hidden")
        if not check(box.taken, f"{selector}: a message came"):
            continue
        encrypted, authenticated, sender, recipients, content = box.taken[-1]
        # aiosmtpd notes STARTTLS alone; the other port speaks nothing but TLS
        check((encrypted or selector == "ed") and authenticated, f"{selector}: it came by TLS, with the password")
        check.same(sender, "bounces@example.org", f"{selector}: the return path")
        check.same(recipients, ['"Rosa Lee+ua"@xn--mnchen-3ya.example' if selector == "ed" else "rosa+ua@example.net"], f"{selector}: the recipient")
        published = names.records[(f"{selector}._domainkey.example.org", "TXT")][0].replace('" "', "").strip('"').encode()
        check(dkim.verify(content, dnsfunc=lambda name, timeout=5: published), f"{selector}: another program believes the signature")
        for old, new in ((b"Subject: Test", b"Subject: Text"), (b"This message", b"That message"), (b"\r\nSubject:", b"\r\nSubject: more\r\nSubject:")):
            check(old in content and not believed(content.replace(old, new, 1), published), f"{selector}: a change from {old} is noticed")
        check(dkim.verify(content.replace(b"Subject: Test message", b"Subject:   Test  message"), dnsfunc=lambda name, timeout=5: published),
              f"{selector}: other blanks do no harm")
        message = email.message_from_bytes(content, policy=email.policy.default)
        check.same(message["From"], "Amparo <ua@example.org>", "the sender")
        check("SPF, DKIM and DMARC" in message.get_content(), "the text")

    two_domains(folder, base | {"SMTP": ways["rsa"]}, names, box, keys)
    settings = base | {"SMTP": ways["rsa"]}
    del settings["CA_FILE"]
    status, said = doctor(folder, settings, "--to", "rosa@example.net")
    check(status == 1 and "cannot be used" in said and len(box.taken) == 4, f"a certificate that nobody vouches for is refused: {said}")
    status, said = doctor(folder, base | {"SMTP": f"smtp://ua:wrong@localhost:{opened.port}"}, "--to", "rosa@example.net")
    check(status == 1 and len(box.taken) == 4 and "rosa@" not in said, f"a wrong password is told: {said}")
    status, said = doctor(folder, base | {"SMTP": "smtp://ua:x@relay.example.org", "TLS": "opportunistic"})
    check(status == 78 and "mail.tls must be required" in said, f"a password goes to nobody unknown: {said}")
    status, said = doctor(folder, base | {"SMTP": ways["rsa"], "DKIM_DOMAIN": "example.org"})
    check(status == 78 and "go together" in said, f"half a signature is none: {said}")
    status, said = doctor(folder, base | {"SMTP": ways["rsa"], "RATE": "fast", "RETURN_PATH": "a b@c"})
    check(status == 78 and "AMPARO_MAIL_RATE" in said and "AMPARO_MAIL_RETURN_PATH" in said, f"settings that make no sense are told: {said}")
    names.records[("example.org", "TXT")] = ['"v=spf1 +all"']
    del names.records[("_dmarc.example.org", "TXT")]
    del names.records[("example.org", "MX")]
    status, said = doctor(folder, base | {"SMTP": ways["rsa"]})
    check(status == 1 and "lets everybody send" in said and "WRONG DMARC" in said and "WRONG bounces" in said, f"what is wrong with a domain is told: {said}")
    status, said = doctor(folder, {})
    check(status == 0 and "no mail is sent" in said, f"without a server there is no mail, and nothing is wrong: {said}")

    opened.stop()
    closed.stop()
    note(f"{len(box.taken)} messages taken over TLS")
    check.end()


def two_domains(folder, base, names, box, keys):
    """Each section's mail is signed for the domain it comes from, and each domain is looked at."""
    base = base | {"FROM": "ua@example.org, ch=aktion@example.ch", "DKIM_DOMAIN": "example.org, example.ch", "DKIM_SELECTOR": "rsa, ed",
                   "DKIM_KEY_FILE": f"{folder}/rsa.pem,{folder}/ed.pem"}
    del base["RETURN_PATH"]
    status, said = doctor(folder, base)
    check(status == 1 and "ed._domainkey.example.ch holds no key" in said and "WRONG SPF: example.ch" in said and "_dmarc.example.ch" in said,
          f"what the second domain lacks is told: {said}")
    check("rsa._domainkey.example.org holds our key" in said, "the first has all it needs")
    record = names.records[("ed._domainkey.example.org", "TXT")]
    names.records.update({("ed._domainkey.example.ch", "TXT"): record, ("example.ch", "TXT"): ['"v=spf1 mx -all"'], ("example.ch", "MX"): ["10 mx.example.ch."],
                          ("_dmarc.example.ch", "TXT"): ['"v=DMARC1; p=quarantine"']})
    status, said = doctor(folder, base, "--to", "rosa@example.net")
    check(status == 0 and said.count("250 2.0.0 taken") == 2, f"then all is well, and a test goes out from each: {said}")
    for (*_, content), domain, selector in zip(box.taken[-2:], ("example.org", "example.ch"), ("rsa", "ed")):
        message = email.message_from_bytes(content, policy=email.policy.default)
        check(f"@{domain}>" in message["From"] and f"d={domain};" in message["DKIM-Signature"] and f"s={selector};" in message["DKIM-Signature"],
              f"{domain}: signed for the domain it comes from: {message['DKIM-Signature'][:60]}")
        published = names.records[(f"{selector}._domainkey.{domain}", "TXT")][0].replace('" "', "").strip('"').encode()
        check(believed(content, published), f"{domain}: another program believes the signature")
    status, said = doctor(folder, base | {"FROM": "ua@example.org, ch=aktion@example.net"})
    check(status == 1 and "mail.from is at example.net" in said, f"a sender without a key is told: {said}")
    status, said = doctor(folder, base | {"DKIM_DOMAIN": "example.org, example.ch, example.net"})
    check(status == 78 and "one for each" in said, f"lists that do not go together are told: {said}")
    for wrong in ("ua@example.org, us@example.org", "ch=", "=a@example.org", "ch=a@example.org, ch=b@example.org"):
        check(doctor(folder, base | {"FROM": wrong})[0] == 78, f"{wrong} is no list of senders")


def believed(content, published):
    try:
        return dkim.verify(content, dnsfunc=lambda name, timeout=5: published)
    except dkim.DKIMException:
        return False


if __name__ == "__main__":
    main()
