"""A mail server for the scripts: mailserver.py in a process of its own, behind TLS, and the mails it took."""
import base64
import email
import email.policy
import json
import os
import subprocess
import sys
import threading
import time

from mail import certificate, free_port

HERE = os.path.dirname(os.path.abspath(__file__))


class Taken:
    """One mail as it came: when, to whom, from where, and what it says."""

    def __init__(self, event):
        self.at, self.to, self.sender, self.connection = time.monotonic(), event["to"], event["from"], event["connection"]
        self.bytes = base64.b64decode(event["bytes"])

    @property
    def mail(self):
        return email.message_from_bytes(self.bytes, policy=email.policy.default)

    @property
    def id(self):
        """The Message-ID, without reading the whole."""
        return next(line for line in self.bytes.split(b"\r\n") if line.lower().startswith(b"message-id:")).split(b":", 1)[1].strip().decode()

    @property
    def plain(self):
        return self.mail.get_body(("plain",)).get_content().replace("\r\n", "\n")


class PostOffice:
    """Keeps its port and its certificate when the server behind them changes its manners."""

    def __init__(self, folder, *manners):
        self.port = free_port()
        self.chain, self.key = certificate(folder, "localhost", "127.0.0.1")
        self.taken, self.process, self.reader = [], None, None
        self.open(*manners)

    @property
    def settings(self):
        return {"AMPARO_MAIL_SMTP": f"smtp://localhost:{self.port}", "AMPARO_MAIL_TLS": "required", "AMPARO_MAIL_CA_FILE": self.chain,
                "AMPARO_MAIL_FROM": "ua@example.org", "AMPARO_MAIL_RETURN_PATH": "bounces@example.org"}

    def open(self, *manners):
        self.close()
        self.process = subprocess.Popen(
            [sys.executable, os.path.join(HERE, "mailserver.py"), "--port", str(self.port), "--certificate", self.chain, "--key", self.key, *manners],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        if not self.process.stdout.readline():
            sys.exit("the mail server did not start")
        self.reader = threading.Thread(target=self.read, args=(self.process.stdout,), daemon=True)
        self.reader.start()

    def close(self):
        if self.process is None:
            return
        self.process.stdin.close()
        self.process.wait(30)
        self.reader.join(30)
        self.process.stdout.close()
        self.process = None

    def read(self, lines):
        for line in lines:
            event = json.loads(line)
            if event["whole"]:
                self.taken.append(Taken(event))

    def to(self, person, since=0):
        return [one for one in self.taken[since:] if one.to.split("@")[0] == person]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
