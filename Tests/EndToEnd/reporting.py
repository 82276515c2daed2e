"""A load of reports that remembers what was acknowledged, and the ledger it is compared with."""
import hashlib
import http.client
import secrets
import threading
import time

from ground import check

WRITERS = 16


def digest(token):
    return hashlib.sha256(token.encode()).hexdigest()


class Load:
    """Writers that report as fast as they are answered, and remember what was acknowledged."""

    def __init__(self, server, slug, ordinal, writers=WRITERS):
        self.server, self.path, self.ordinal = server, f"/en/actions/{slug}/reports", ordinal
        self.acknowledged, self.unanswered, self.strange, self.postponed = set(), set(), [], set()
        self.stopping = threading.Event()
        self.threads = [threading.Thread(target=self.write, daemon=True) for _ in range(writers)]

    def start(self):
        for thread in self.threads:
            thread.start()
        return self

    def write(self):
        connection = self.server.connect(timeout=20)
        while not self.stopping.is_set():
            token = secrets.token_urlsafe(32)
            try:
                status = self.report(connection, token)
            except (OSError, http.client.HTTPException):
                self.unanswered.add(token)
                connection.close()
                if self.server.process.poll() is not None or self.stopping.is_set():
                    return
                time.sleep(0.01)
                continue
            if status == 303:
                self.acknowledged.add(token)
            elif status == 503:
                self.postponed.add(token)
                time.sleep(0.02)
            else:
                self.strange.append(status)
        connection.close()

    def report(self, connection, token):
        form = {"channel": "email", "quantity": 1, "output": self.ordinal, "token": token}
        return self.server.post_form(self.path, form, connection=connection).status

    def join(self):
        self.stopping.set()
        for thread in self.threads:
            thread.join(30)
        return self


def hashes(database):
    return {row[0] for row in database.rows("SELECT token_hash FROM report WHERE source = 'form'")}


def judge(database, load, before, what, least=20):
    """Every acknowledged report is there, once."""
    entered = hashes(database)
    missing = [token for token in load.acknowledged if digest(token) not in entered]
    check(len(load.acknowledged) > least, f"{what}: the load was one ({len(load.acknowledged)} acknowledged)")
    check.same(len(missing), 0, f"{what}: acknowledged reports that are not in the ledger")
    check.same(load.strange, [], f"{what}: other answers than a receipt")
    return entered - before
