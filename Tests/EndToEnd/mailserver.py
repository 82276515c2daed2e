"""A mail server that behaves as badly as the recipient's name asks for. Standard library only; it ends with its standard input.

usage: mailserver.py [--greeting KIND] [--limit N] [--port N] [--certificate FILE --key FILE] [--polite] [--slow SECONDS] [--grey SECONDS]
                     [--pipelining [--eager]]
First line of its output: its port. Then one JSON object a line for each message it took or half took: connection, from, to, whole, bytes (base 64).

refuse@ 550 · full@ 452 4.2.2 · later@ 451 · busy@ 421 and closes · grey@ 451 the first time · late@ 554 after the message · hang@ no answer ·
vanish@ closes within the message · doubt@ takes the message and closes without a word · nonsense@ no code · long@ a line of 10 MB.
Greetings: hang, nonsense, refuse (554), close. With a limit it says 421 after so many messages on one connection. With a certificate it
wants STARTTLS before any sender. A polite one takes everything, whatever the name; a slow one thinks that long about each message. With
grey seconds it greylists that long.
With --pipelining it takes several commands at once (RFC 2920); with --eager it then asks for a text even when it has refused the recipient.
"""
import argparse
import base64
import json
import socket
import ssl
import sys
import threading
import time

grey = {}
lock = threading.Lock()


def tell(**event):
    with lock:
        print(json.dumps(event), flush=True)


class Conversation:
    def __init__(self, line, number, options):
        self.line, self.number, self.options = line, number, options
        self.file = line.makefile("rb")
        self.taken, self.encrypted = 0, False
        self.has_sender = self.is_wanted = False
        self.kind = ""

    def say(self, text):
        self.line.sendall(text.encode() + b"\r\n")

    def hold(self):
        """Keeps the line open and says nothing, until the other side has had enough."""
        while self.line.recv(65536):
            pass

    def run(self):
        greeting = self.options.greeting
        if greeting == "hang":
            return self.hold()
        if greeting == "close":
            return
        self.say({"nonsense": "what do you want?", "refuse": "554 no service here"}.get(greeting, "220 bad.example ESMTP"))
        if greeting:
            return self.hold()
        # the file is another one after STARTTLS
        while (command := self.file.readline()):
            if self.answer(command.decode("latin-1").strip()) is False:
                return

    def answer(self, command):
        verb = command.split(" ")[0].split(":")[0].upper()
        if verb in ("EHLO", "HELO"):
            offer = "" if self.options.context is None or self.encrypted else "250-STARTTLS\r\n"
            offer += "250-PIPELINING\r\n" if self.options.pipelining else ""
            self.say(f"250-bad.example\r\n{offer}250 SIZE 100000000" if verb == "EHLO" else "250 bad.example")
        elif verb == "STARTTLS" and self.options.context is not None:
            self.say("220 2.0.0 go on")
            self.line = self.options.context.wrap_socket(self.line, server_side=True)
            self.file, self.encrypted = self.line.makefile("rb"), True
        elif self.options.context is not None and not self.encrypted:
            self.say("530 5.7.0 STARTTLS first")
        elif verb == "MAIL":
            self.has_sender = self.is_wanted = False
            if self.options.limit and self.taken >= self.options.limit:
                self.say("421 4.7.0 too many messages on this line")
                return False
            self.sender = command[command.index("<") + 1:command.rindex(">")]
            if self.sender.startswith("badsender"):
                return self.say("550 5.7.1 sender not allowed")
            self.has_sender = True
            self.say("250 2.1.0 ok")
        elif verb == "RCPT" and not self.has_sender:
            self.say("503 5.5.1 no sender")
        elif verb == "RCPT":
            self.recipient = command[command.index("<") + 1:command.rindex(">")]
            return self.recipe("" if self.options.polite else self.recipient.split("@")[0].split("+")[0])
        elif verb == "DATA":
            if not self.is_wanted and not self.options.eager:
                return self.say("554 5.5.1 no valid recipients")
            return self.data()
        elif verb == "QUIT":
            self.say("221 2.0.0 bye")
            return False
        else:
            self.say("250 2.0.0 ok")

    def recipe(self, kind):
        self.kind = kind
        if kind == "refuse":
            self.say(f"550 5.1.1 <{self.recipient}>: user unknown")
        elif kind == "full":
            self.say("452 4.2.2 mailbox full")
        elif kind == "later":
            self.say("451 4.3.0 try again later")
        elif kind == "busy":
            self.say("421 4.7.0 come back later")
            return False
        elif kind == "grey" and self.is_greylisted():
            self.say("451 4.7.1 Greylisted, come back")
        elif kind == "hang":
            self.hold()
            return False
        elif kind == "nonsense":
            self.say("perhaps")
        elif kind == "long":
            self.line.sendall(b"250-" + b"x" * 10_000_000 + b"\r\n")
            self.say("550 5.1.1 no")
        else:
            self.is_wanted = True
            self.say("250 2.1.5 ok")

    def is_greylisted(self):
        known = self.recipient in grey
        return time.monotonic() - grey.setdefault(self.recipient, time.monotonic()) < self.options.grey or not known

    def data(self):
        self.say("354 go on")
        if self.kind == "vanish":
            self.line.recv(1)
            return False
        lines, whole = [], False
        while (line := self.file.readline()):
            if line == b".\r\n":
                whole = True
                break
            lines.append(line[1:] if line.startswith(b".") else line)
        time.sleep(self.options.slow)
        if not self.is_wanted:
            if lines:
                tell(connection=self.number, problem="a text for nobody", lines=len(lines))
            return self.say("250 2.0.0 queued for nobody")
        event = {"connection": self.number, "from": self.sender, "to": self.recipient, "whole": whole,
                 "bytes": base64.b64encode(b"".join(lines)).decode()}
        if not whole or self.kind == "doubt":
            tell(**event)
            return False
        if self.kind == "late":
            return self.say("554 5.7.1 we do not like it")
        self.taken += 1
        tell(**event)
        self.say(f"250 2.0.0 queued as {self.number}-{self.taken}")


def serve(listener, options):
    number = 0
    while True:
        line, _ = listener.accept()
        number += 1
        threading.Thread(target=converse, args=(line, number, options), daemon=True).start()


def converse(line, number, options):
    conversation = Conversation(line, number, options)
    try:
        conversation.run()
    except OSError:
        pass
    finally:
        line = conversation.line  # with TLS it is another one than at first
        try:
            line.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        line.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--greeting", default="")
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    parser.add_argument("--polite", action="store_true")
    parser.add_argument("--slow", type=float, default=0)
    parser.add_argument("--grey", type=float, default=0)
    parser.add_argument("--pipelining", action="store_true")
    parser.add_argument("--eager", action="store_true")
    options = parser.parse_args()
    options.context = None
    if options.certificate:
        options.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        options.context.load_cert_chain(options.certificate, options.key)
    listener = socket.create_server(("127.0.0.1", options.port), backlog=100)
    print(listener.getsockname()[1], flush=True)
    threading.Thread(target=serve, args=(listener, options), daemon=True).start()
    sys.stdin.read()


if __name__ == "__main__":
    main()
