#!/usr/bin/env python3
"""A push service and a gateway on loopback with TLS, which misbehaves by path. Push messages are decrypted with http-ece and their tokens checked
with cryptography: neither shares code with what is tested. The first line of standard output tells where it listens; ends with standard input."""
import base64
import datetime
import http.server
import ipaddress
import json
import ssl
import sys
import tempfile
import threading
import time
import urllib.parse

import http_ece
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

seen = []
browser = ec.generate_private_key(ec.SECP256R1())
auth = bytes(range(16))


def web(raw):
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def unweb(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def token(header):
    """The claims of a VAPID header, once its signature is found good by the key beside it."""
    scheme, _, rest = header.partition(" ")
    assert scheme == "vapid", scheme
    parts = dict(part.strip().split("=", 1) for part in rest.split(","))
    head, claims, signature = parts["t"].split(".")
    raw = unweb(signature)
    assert len(raw) == 64, len(raw)
    public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), unweb(parts["k"]))
    encoded = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
    public.verify(encoded, f"{head}.{claims}".encode(), ec.ECDSA(hashes.SHA256()))
    return {"head": json.loads(unweb(head)), "claims": json.loads(unweb(claims)), "k": parts["k"]}


class Peer(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *words):
        pass

    def body(self):
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def say(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        path = urllib.parse.urlsplit(self.path).path
        if path == "/seen":
            return self.say(200, json.dumps(seen).encode())
        seen.append({"path": self.path, "method": "GET"})
        if path == "/redirect":
            return self.say(307, Location=f"https://127.0.0.1:{port}/secret")
        if path == "/long":
            return self.say(200, b"x" * 1_000_000)
        if path == "/forever":
            return self.forever()
        if path == "/headers":
            return self.endless_headers()
        if path == "/silent":
            return time.sleep(60)
        if path == "/nonsense":
            self.wfile.write(b"\x00\x01 what is HTTP\r\n\r\n")
            self.close_connection = True
            return None
        if path == "/broken":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbut")
            self.close_connection = True
            return None
        return self.say(200, b"hello")

    def forever(self):
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b"y" * 4096)

    def endless_headers(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while True:
            self.wfile.write(b"X-More: " + b"z" * 1000 + b"\r\n")

    def do_POST(self):
        body, path = self.body(), urllib.parse.urlsplit(self.path).path
        note = {"path": self.path, "method": "POST", "length": len(body), "headers": {name.lower(): value for name, value in self.headers.items()}}
        try:
            if path.startswith("/push"):
                note["message"] = http_ece.decrypt(body, private_key=browser, auth_secret=auth, version="aes128gcm").decode()
                note["token"] = token(self.headers["Authorization"])
            elif path.startswith("/sms"):
                note["message"] = json.loads(body)
        except Exception as error:  # told to the test, which then fails
            note["error"] = f"{type(error).__name__}: {error}"
        seen.append(note)
        last = path.rsplit("/", 1)[-1]
        status = int(last) if last.isdigit() and len(last) == 3 else 201
        self.say(status, **({"Retry_After": "120"} if status in (429, 503) else {}))


def certificate(folder):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Loopback")])
    now = datetime.datetime.now(datetime.timezone.utc)
    names = [x509.IPAddress(ipaddress.ip_address("127.0.0.1")), x509.DNSName("push.example.org")]
    made = (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
            .not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=2))
            .add_extension(x509.SubjectAlternativeName(names), False).add_extension(x509.BasicConstraints(True, None), True).sign(key, hashes.SHA256()))
    with open(f"{folder}/key.pem", "wb") as out:
        out.write(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    with open(f"{folder}/certificate.pem", "wb") as out:
        out.write(made.public_bytes(serialization.Encoding.PEM))


with tempfile.TemporaryDirectory() as folder:
    certificate(folder)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f"{folder}/certificate.pem", f"{folder}/key.pem")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Peer)
    server.daemon_threads = True
    server.handle_error = lambda *_: None
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    port = server.server_address[1]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    public = browser.public_key().public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)
    print(json.dumps({"port": port, "authorities": f"{folder}/certificate.pem", "key": web(public), "secret": web(auth)}), flush=True)
    sys.stdin.read()
