"""PostgreSQL servers that follow one another, a line to them that can be cut, and nginx in front of several of ours: all on loopback, all for
one script. The servers run as the user `postgres` when we are root, as PostgreSQL wants it."""
import asyncio
import glob
import os
import pwd
import shutil
import signal
import subprocess
import threading
import time

from ground import skip
from mail import free_port

ATTEMPTS = 300


def programs():
    """The folder of PostgreSQL's own programs, which Debian does not put on the path."""
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[4]) if path.split("/")[4].isdigit() else 0)
    if not found or not os.access(f"{found[-1]}/initdb", os.X_OK):
        skip("no PostgreSQL server is installed; on Debian: apt-get install postgresql")
    return found[-1]


class Node:
    """One PostgreSQL server, listening on a port of loopback. Its settings stand on its command line, so that a copy does not inherit them."""

    def __init__(self, name, folder):
        self.name, self.folder, self.port = name, os.path.join(folder, name), free_port()
        self.bin, self.process, self.settings = programs(), None, {}

    @property
    def as_other(self):
        if os.getuid() != 0:
            return ["setpriv"]
        group = pwd.getpwnam("postgres").pw_gid
        return ["setpriv", "--reuid=postgres", f"--regid={group}", "--clear-groups"]

    def run(self, program, *words):
        done = subprocess.run([*self.as_other, f"{self.bin}/{program}", *words], capture_output=True, text=True, cwd="/")
        assert done.returncode == 0, f"{program}: {done.stderr[-800:]}"

    def make(self):
        self.run("initdb", "-D", self.folder, "-U", "test", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")

    def copy(self, other):
        """Becomes a copy that follows the other server."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.run("pg_basebackup", "-D", self.folder, "-R", "-X", "stream", "--checkpoint=fast", "--no-sync",
                 "-d", f"host=127.0.0.1 port={other.port} user=test application_name={self.name}")

    def start(self, **settings):
        self.settings = settings or self.settings
        told = {"listen_addresses": "127.0.0.1", "port": self.port, "unix_socket_directories": "", "max_connections": 200,
                "wal_keep_size": "256MB", "wal_retrieve_retry_interval": "500ms", **self.settings}
        self.process = subprocess.Popen(
            [*self.as_other, "--pdeathsig", "INT", f"{self.bin}/postgres", "-D", self.folder, *[w for n, v in told.items() for w in ("-c", f"{n}={v}")]],
            stdout=subprocess.DEVNULL, stderr=open(f"{self.folder}.log", "a"), cwd="/")
        for _ in range(ATTEMPTS):
            if self.answers():
                return self
            assert self.process.poll() is None, f"{self.name} ended: {open(f'{self.folder}.log').read()[-800:]}"
            time.sleep(0.1)
        raise AssertionError(f"{self.name} did not become ready")

    def answers(self):
        return subprocess.run([f"{self.bin}/pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)]).returncode == 0

    def stop(self, how=signal.SIGINT):
        """SIGQUIT is PostgreSQL's immediate stop: what a loss of power leaves."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait(60)

    def promote(self):
        self.run("pg_ctl", "promote", "-D", self.folder, "-w")

    def ask(self, sql, database="postgres"):
        done = subprocess.run(["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", str(self.port), "-U", "test",
                               "-d", database, "-c", sql], capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def follows_synchronously(self, name):
        return self.ask(f"SELECT count(*) FROM pg_stat_replication WHERE application_name = '{name}' AND sync_state IN ('sync', 'quorum')") == "1"


class Question:
    """One question, asked again and again over one line, quickly."""

    def __init__(self, url):
        self.process = subprocess.Popen(["psql", "-X", "-q", "-A", "-t", "-d", url], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, sql):
        self.process.stdin.write(sql + ";\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def close(self):
        self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()


class Wire:
    """A line to a PostgreSQL server. Cut, it takes connections and bytes and says nothing, as a network does that swallows everything; deaf, it
    lets everything through but notifications."""

    def __init__(self, port):
        self.target, self.port, self.is_cut, self.is_deaf, self.dropped = port, free_port(), False, False, 0
        self.loop, ready = asyncio.new_event_loop(), threading.Event()
        threading.Thread(target=self.run, args=(ready,), daemon=True).start()
        ready.wait(10)

    def run(self, ready):
        asyncio.set_event_loop(self.loop)
        self.loop.run_until_complete(asyncio.start_server(self.join, "127.0.0.1", self.port))
        ready.set()
        self.loop.run_forever()

    async def join(self, reader, writer):
        while self.is_cut:
            await asyncio.sleep(0.05)
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            writer.close()
            return
        await asyncio.gather(self.carry(reader, far_writer, Whole()), self.carry(far_reader, writer, Messages(self)))

    async def carry(self, source, sink, filtered):
        try:
            while piece := await source.read(65536):
                while self.is_cut:
                    await asyncio.sleep(0.05)
                sink.write(filtered(piece))
                await sink.drain()
        except OSError:
            pass
        finally:
            sink.close()


class Whole:
    def __call__(self, piece):
        return piece


class Messages:
    """What a server says, message by message: a letter, a length, a content. Only the answer to the question for TLS is a letter alone."""

    def __init__(self, wire):
        self.wire, self.rest, self.is_first = wire, b"", True

    def __call__(self, piece):
        if self.is_first and piece[:1] in (b"N", b"S") and len(piece) == 1:
            return piece
        self.is_first = False
        self.rest += piece
        passed = b""
        while len(self.rest) >= 5 and len(self.rest) >= 1 + int.from_bytes(self.rest[1:5], "big"):
            end = 1 + int.from_bytes(self.rest[1:5], "big")
            message, self.rest = self.rest[:end], self.rest[end:]
            if message[:1] == b"A" and self.wire.is_deaf:
                self.wire.dropped += 1
            else:
                passed += message
        return passed


class Balancer:
    """nginx in front of several ports, set as docs/machines.md says."""

    def __init__(self, folder, ports):
        program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
        if not program:
            skip("nginx is not installed; on Debian: apt-get install nginx-light")
        self.port, self.folder = free_port(), os.path.join(folder, "nginx")
        os.makedirs(self.folder, mode=0o755, exist_ok=True)
        path = os.path.join(self.folder, "nginx.conf")
        with open(path, "w") as file:
            file.write(self.configuration(ports))
        self.process = subprocess.Popen([program, "-p", self.folder, "-c", path, "-e", os.path.join(self.folder, "error.log")])
        time.sleep(0.3)
        assert self.process.poll() is None, open(os.path.join(self.folder, "error.log")).read()

    def configuration(self, ports):
        servers = "\n".join(f"        server 127.0.0.1:{port} max_fails=0;" for port in ports)
        temporary = "\n".join(f"    {kind}_temp_path {self.folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        return f"""daemon off;
pid {self.folder}/pid;
error_log {self.folder}/error.log warn;
events {{ worker_connections 1024; }}
http {{
    access_log off;
{temporary}
    upstream amparo {{
{servers}
        keepalive 16;
    }}
    server {{
        listen 127.0.0.1:{self.port};
        proxy_http_version 1.1;
        proxy_set_header Connection "";
        proxy_set_header Host $host;
        proxy_set_header X-Forwarded-For $remote_addr;
        proxy_connect_timeout 500ms;
        proxy_read_timeout 20s;
        proxy_next_upstream error timeout http_503;
        proxy_next_upstream_timeout 30s;
        location / {{ proxy_pass http://amparo; }}
        location ~ /actions/[^/]+/reports$ {{
            proxy_next_upstream error timeout http_503 non_idempotent;
            proxy_pass http://amparo;
        }}
    }}
}}
"""

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)
