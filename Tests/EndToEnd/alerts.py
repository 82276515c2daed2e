#!/usr/bin/env python3
"""Alerts from sign-up to the last mail: the right people, in their language, once, and never against their will.

Supporters sign up over HTTP and confirm by the mailed link; staff work by the command line; the mails go over TLS to a server on loopback
that behaves well or badly as asked (mailserver.py) and are read by Python's email package, their signatures by dkimpy. Figures: the first
mail within 5 s of approval, the last one within 10 s of a stop.
"""
import base64
import os
import re
import socket
import subprocess
import time
import urllib.parse

import dkim
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from actions import WORDS, alerts, printed, publish, take_in
from ground import PROGRAM, Server, amparo, check, clean_environment, engines, note, place, wait_until
from judging import judge_mail, judge_page
from mail import free_port, pem, written
from people import settle
from postoffice import PostOffice
from returns import report

PATIENCE = 30
FIRST_MAIL, STOP = 5, 10  # seconds

# who, what they choose, and at which domain: one a person where a bad server is theirs alone
PEOPLE = {
    "ana": {}, "ben": {"language": "fr"}, "cleo": {"language": "de", "reads": "de"}, "dia": {"country": "PE"},
    "eva": {"pace": "daily", "language": "fr"},
    "fay": {"pace": "daily", "same_day": "1"}, "gus": {"action": "701"}, "hal": {"action": "702"}, "ida": {"pace": "weekly"},
    "uma": {}, "vic": {}, "liv": {"language": "es"},
}
BAD = ["refuse", "full", "later", "grey", "late", "vanish", "doubt", "nonsense", "hang", "busy"]


class Trial:
    """What one engine's trial stands on: the database, the mail server, and the settings that the commands share with the server."""

    def __init__(self, database, office, settings):
        self.database, self.office, self.settings, self.since = database, office, settings, 0

    def run(self, *words, **more):
        return amparo(self.database, *words, **self.settings, **more)

    def must(self, *words, **more):
        ran = self.run(*words, **more)
        check.same(ran.status, 0, f"{' '.join(words[:3])} ({(ran.said + ran.complained).strip()[-300:]})")
        return ran.said

    def mark(self):
        """From here on the mails are counted anew."""
        self.since = len(self.office.taken)

    @property
    def fresh(self):
        return self.office.taken[self.since:]

    @property
    def people(self):
        return sorted(one.to.split("@")[0] for one in self.fresh)

    def told(self, wanted, what):
        """Those and nobody else, each as often as named."""
        wait_until(lambda: len(self.fresh) >= len(wanted), PATIENCE)
        time.sleep(0.3)
        check.same(self.people, sorted(wanted), what)

    def state(self, alert, wanted="done"):
        reached, _ = wait_until(lambda: self.database.rows(f"SELECT state FROM alert WHERE id = '{alert}'") == [(wanted,)], PATIENCE)
        return reached

    def approve(self, alert, *flags):
        """Read, then approved by the one person there is."""
        self.must("alert", "preview", alert)
        self.mark()
        self.must("alert", "approve", "--read", *flags, alert)
        return time.monotonic()


def slug(number):
    return printed(f"UA {number}").split()[1].replace("/", "-")


def sign_up(trial, server, person, fields, domain="example.org"):
    """The form, the mail, the page of its link, its button."""
    fields, path = dict(fields), "/en/alerts"
    if "action" in fields:
        fields = {"action": slug(fields["action"])}
    elif fields:
        fields = {"pace": "at_once", **fields}
    trial.mark()
    asked = server.post_form(path, {"address": f"{person}@{domain}", **fields})
    check.same((asked.status, asked.fields.get("location")), (303, "/en/alerts/sent"), f"{person} signs up")
    if not check(wait_until(lambda: trial.fresh, PATIENCE)[0], f"{person} gets a letter"):
        return
    link = urllib.parse.urlsplit(re.search(r"^(http://localhost:\d+/\S+/alerts/confirm/\S+)$", trial.fresh[0].plain, re.M).group(1))
    check.same(server.get(link.path).status, 200, f"{person} opens the link")
    check.same(server.post_form(link.path, {}).status, 303, f"{person} confirms")


def everybody_signs_up(trial, server):
    for person, fields in PEOPLE.items():
        sign_up(trial, server, person, fields)
    for person in BAD:
        sign_up(trial, server, person, {}, f"{person}.example")
    rows = trial.database.rows("SELECT state, count(*) AS sum FROM supporter GROUP BY state")
    check.same(rows, [("confirmed", len(PEOPLE) + len(BAD))], "everybody has confirmed")


def drafted(trial, number, kind="first"):
    """The id of the draft that the program made by itself."""
    wanted = (printed(f"UA {number}"), "int", kind)

    def found():
        return [one["id"] for one in alerts(trial.database).values() if (one["reference"], one["section"], one["kind"]) == wanted]
    check(wait_until(found, PATIENCE)[0], f"a draft is made for UA {number}")
    return found()[0]


def looked_at(trial, alert):
    """Preview and test."""
    said = trial.must("alert", "preview", alert)
    for language, (headline, _, call) in WORDS.items():
        check(f"[{language}] " in said and headline in said and call in said, f"the preview has {language}")
    page = trial.must("alert", "preview", "--html", "--language", "fr", alert)
    judge_page(page, "fr", "the preview's page")
    trial.mark()
    check("3 sent" in trial.must("alert", "test", "--to", "ivo@example.org", alert), "the test says how many it sent")
    trial.told(["ivo"] * 3, "the test goes to Ivo alone, in three languages")
    check.same({one.mail.get_body(("plain",))["Content-Language"] for one in trial.fresh}, set(WORDS), "languages of the test")
    check.same(alerts(trial.database)[alert]["state"], "draft", "it is a draft still")


def first_alert(trial, key):
    """The right people, soon, in their language."""
    take_in(trial.database, "UA 703", "en", "fr", "de")
    trial.must("publish", printed("UA 703"))
    alert = drafted(trial, 703)
    for flags in ([], ["--read"], ["--emergency"]):
        early = trial.run("alert", "approve", *flags, alert)
        check(early.status != 0 and "Nobody has looked" in early.complained, f"unread, it is not approved: {early.complained.strip()}")
    looked_at(trial, alert)
    trial.mark()
    said = trial.must("alert", "approve", "--same-day", alert)
    at = time.monotonic()
    check("by one person alone" in said, f"who works alone may approve, and is told that it is logged: {said}")
    check.same(trial.database.rows("SELECT detail FROM event WHERE name = 'alert.approved'"), [("alone tested",)], "it is logged")
    check(wait_until(lambda: trial.fresh, PATIENCE)[0], "a mail comes")
    seconds = trial.fresh[0].at - at
    note(f"{trial.database.name}: first mail {seconds:.2f} s after approval (at most {FIRST_MAIL})")
    check(seconds <= FIRST_MAIL, f"the first mail comes {seconds:.2f} s after approval")
    # The alert is said in no Spanish: Liv, who named no other language, gets the section's first; Dia wants Peru, Gus and Hal one action
    # each. Later ones are in English and French alone, which Cleo does not read.
    trial.told(["ana", "ben", "cleo", "fay", "uma", "vic", "liv", *BAD], "the first alert")
    for one in trial.fresh:
        person = one.to.split("@")[0]
        judge_mail(one, PEOPLE.get(person, {}).get("language", "en").replace("es", "en"), key)
    check.same(len({one.mail["Message-ID"] for one in trial.fresh}), len(trial.fresh), "each mail has an id of its own")
    check.same(len({one.mail["List-Unsubscribe"] for one in trial.fresh}), len(trial.fresh), "each mail has a way out of its own")
    check(trial.state(alert), "the alert is done")
    again = trial.run("alert", "approve", alert)
    check(again.status != 0 and "no draft" in again.complained, f"an alert is approved once: {again.complained.strip()}")


def way_out(trial, person):
    return urllib.parse.urlsplit(trial.office.to(person)[-1].mail["List-Unsubscribe"].strip("<> "))


def one_click(server, link):
    """To the letter of RFC 8058 section 8.1, but for the address."""
    body = b"List-Unsubscribe=One-Click"
    with socket.create_connection(("127.0.0.1", server.port), 30) as line:
        line.sendall(b"POST " + link.path.encode() + b" HTTP/1.1\r\nHost: " + link.netloc.encode()
                     + b"\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 26\r\n\r\n" + body)
        return line.recv(65536).split(b"\r\n")[0].decode()


def unsubscribed(trial, server):
    """By one click; a look at the page changes nothing."""
    link = way_out(trial, "uma")
    check.same([server.get(link.path).status for _ in range(2)], [200, 200], "the page of the link opens")
    check.same(trial.database.rows("SELECT count(*) AS sum FROM suppression"), [(0,)], "opening it changes nothing")
    for _ in range(2):
        check.same(one_click(server, link), "HTTP/1.1 200 OK", "one click is answered with 200 and no redirect")
    check.same(trial.database.rows("SELECT reason FROM suppression"), [("unsubscribed",)], "Uma is unsubscribed")


def at_the_last_moment(trial, server):
    """While the mail server is away, Vic leaves and an action is withdrawn: when it is back, neither mail goes."""
    kept, gone = publish(trial.database, "UA 704", "en", **trial.settings), publish(trial.database, "UA 705", "en", **trial.settings)
    trial.office.close()
    trial.approve(kept)
    trial.must("alert", "preview", gone)
    trial.must("alert", "approve", "--read", gone)
    check(wait_until(lambda: waiting(trial, kept) and waiting(trial, gone), PATIENCE)[0], "both alerts wait")
    boundary = "amparo"
    form = f'--{boundary}\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--{boundary}--\r\n'
    answer = server.ask("POST", way_out(trial, "vic").path, form, f"multipart/form-data; boundary={boundary}")
    check.same(answer.status, 200, "one click, in the other form that RFC 8058 allows")
    trial.must("withdraw", printed("UA 705"), "--reason", "the family asks for it")
    shown = trial.run("alert", "preview", gone)
    check(shown.status != 0 and WORDS["en"][0] not in shown.said + shown.complained, f"what it said is gone: {shown.said}")
    check.same(trial.database.rows(f"SELECT count(*) AS sum FROM alert_text WHERE alert_id = '{gone}'"), [(0,)], "in the database as well")
    reasons = alerts(trial.database)[kept]["reasons"]
    check(any(one["state"] == "waiting" and "onnect" in one["reason"] for one in reasons), f"staff see why it waits: {reasons}")

    def listed():  # attempts go on between one look and the next
        found, said = alerts(trial.database)[kept]["reasons"], trial.must("alert", "list")
        return all(f"    {one['count']} {one['state']}: {one['reason']}" in said for one in found)
    check(wait_until(listed, PATIENCE)[0], "also in the list for people")
    trial.office.open("--polite")
    hurry(trial, kept, gone)
    trial.told(["ana", "ben", "liv", *BAD], "after the last moment")
    check.same({one.mail["Subject"].split("(")[1] for one in trial.fresh}, {f"{printed('UA 704')})"}, "nothing of what was withdrawn")
    check(trial.state(kept) and trial.state(gone, "stopped"), "both come to an end")
    told = alerts(trial.database)
    left = {"state": "skipped", "reason": "suppressed", "count": 1}
    check(left in told[kept]["reasons"], f"staff see that somebody left: {told[kept]}")
    why = {one["reason"] for one in told[gone]["reasons"] if one["state"] == "skipped"}
    check("withdrawn" in why and why <= {"withdrawn", "suppressed"}, f"and that the other was withdrawn: {why}")
    check(told[gone]["counts"].get("sent", 0) == 0, f"nobody was told of it: {told[gone]['counts']}")


def waiting(trial, alert):
    return trial.database.rows(f"SELECT 1 AS one FROM delivery WHERE alert_id = '{alert}' AND state = 'waiting'")


def hurry(trial, *alerts):
    """Lets the time pass in which a message waits for its next attempt."""
    now = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime())
    trial.database.change(f"UPDATE delivery SET due_at = '{now}' WHERE claimed_by IS NULL AND state = 'waiting'"
                          f" AND alert_id IN ({', '.join(repr(one) for one in alerts)});")


def bad_servers(trial):
    """Every way in which a server can fail, each for somebody of their own."""
    alert = publish(trial.database, "UA 706", "en", "fr", **trial.settings)
    trial.office.open("--grey", "1")
    trial.approve(alert)
    nice = ["ana", "ben", "liv"]
    settled = ["refuse", "late"]

    def reasons():
        rows = trial.database.rows(f"SELECT state, reason FROM delivery WHERE alert_id = '{alert}' AND reason IS NOT NULL")
        return sorted(f"{state} {reason}" for state, reason in rows)
    # of one that hangs nothing is known for minutes (RFC 5321 section 4.5.3.2)
    noted, _ = wait_until(lambda: len(reasons()) >= len(BAD) - 1 and len(trial.fresh) >= len(nice) + 1, PATIENCE)
    check(noted, f"each trouble is noted: {reasons()}")
    check.same(trial.people, sorted([*nice, "doubt"]), "the others have it meanwhile, though one hangs")
    listed = "\n".join(line for line in trial.must("alert", "list").splitlines() if line.startswith("    "))
    for wanted in ("gave_up: 550 5.1.1 (address) user unknown", "waiting: 452 4.2.2 mailbox full", "waiting: 451 4.3.0 try again later",
                   "waiting: 421 4.7.0 come back later", "waiting: 451 4.7.1 Greylisted", "gave_up: 554 5.7.1 we do not like it", "it may have arrived"):
        check(wanted in listed, f"`alert list` tells “{wanted}”:\n{listed}")
    check("@" not in listed, "and no address")
    trial.office.open("--polite")  # whoever hung is cut off
    # on a line that had carried others before, the message goes out again at once: then its reason was never noted
    check(wait_until(lambda: len(reasons()) >= len(BAD) or "hang" in trial.people, PATIENCE)[0], f"that a line broke is noted: {reasons()}")
    others = [person for person in BAD if person not in settled]

    def late():
        hurry(trial, alert)
        return set(others) <= set(trial.people) and not waiting(trial, alert)
    check(wait_until(late, 2 * PATIENCE)[0], f"in the end nobody waits: {reasons()}")
    trial.told([*nice, *others, "doubt"], "each once; the one of whom nobody could know twice")
    twins = [one.id for one in trial.fresh if one.to.startswith("doubt@")]
    check.same((len(twins), len(set(twins))), (2, 1), "by the same Message-ID")
    check(trial.state(alert), "the alert is done")


def digests(trial, key):
    """What came up since, in one mail: the alerts that are still true."""
    trial.mark()
    rows = trial.database.rows("SELECT DISTINCT due_at FROM delivery WHERE state = 'held' AND due_at > '2026'")
    check(len(rows) in (1, 2), f"digests wait for their mornings: {rows}")
    daily = trial.database.rows("SELECT id FROM supporter WHERE pace = 'daily'")
    now = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime())
    trial.database.change(f"UPDATE delivery SET due_at = '{now}' WHERE state = 'held' AND supporter_id IN ({', '.join(repr(one[0]) for one in daily)});")
    trial.told(["eva", "fay"], "digests go to those who want one a day")
    mails = {one.to.split("@")[0]: one for one in trial.fresh}
    if not check({"eva", "fay"} <= mails.keys(), "both digests came"):
        return
    eva, fay = mails["eva"], mails["fay"]
    # Fay had UA 703 the same day
    check(eva.mail["Subject"].startswith("3 ") and fay.mail["Subject"].startswith("2 "), f"subjects {eva.mail['Subject']!r}, {fay.mail['Subject']!r}")
    for number, people in {703: [eva], 704: [eva, fay], 706: [eva, fay], 705: []}.items():
        held = [one for one in (eva, fay) if f"{printed(f'UA {number}')} " in one.plain]
        check.same([one.to for one in held], [one.to for one in people], f"UA {number} is told to")
    check(WORDS["fr"][0] in eva.plain and "/fr/actions/" in eva.plain, "Eva reads hers in French")
    check.same(eva.plain.count("alerts/stop/"), 1, "with one way out")
    check(dkim.verify(eva.bytes, dnsfunc=lambda name, timeout=5: key), "and a signature")


def outcomes(trial):
    """Those who follow, and nobody else, in words for what happened."""
    for number, outcome, person, subject, text in ((701, "released", "gus", "Good news on", "There is good news."),
                                                   (702, "executed", "hal", "With sorrow: news on", "very sorry")):
        trial.must("close", printed(f"UA {number}"), "--outcome", outcome)
        alert = drafted(trial, number, "outcome")
        trial.approve(alert)
        trial.told([person], f"the outcome of UA {number}")
        if not check(trial.fresh, "it came"):
            continue
        one = trial.fresh[0]
        check(one.mail["Subject"].startswith(subject) and text in one.plain, f"the words of {outcome}: {one.mail['Subject']}")
        check(("good" in (one.mail["Subject"] + one.plain).lower()) == (outcome == "released"), "an execution is never good news")
        check("/write" not in one.plain and "letters are wanted" not in one.plain.lower(), "no letter is asked for")


def last_call(trial):
    """Three days before the end."""
    publish(trial.database, "UA 707", "en", days=3)
    trial.database.change("DELETE FROM schedule_turn WHERE schedule = 'alert.last_call';")  # as if the hour were a new one
    alert = drafted(trial, 707, "last_call")
    trial.approve(alert)
    trial.told(["ana", "ben", "liv", *BAD], "the last call")
    check(all(one.mail["Subject"].startswith("Last days to write: ") for one in trial.fresh), "it says that it is the last one")


def over(trial, server):
    """Its day passes: once, whatever looks, the ending is written down, its alert ends, the page says so; more time takes it back."""
    number = slug(711)
    alert = publish(trial.database, "UA 711", "en", days=3)
    day = lambda days: time.strftime("%Y-%m-%d", time.gmtime(time.time() + days * 86400))  # noqa: E731
    own = f"(SELECT id FROM output WHERE action_id = (SELECT action_id FROM output WHERE id = (SELECT output_id FROM alert WHERE id = '{alert}')))"
    trial.database.change(f"UPDATE output SET act_until = '{day(-3)}', issued_on = '{day(-20)}', published_at = '{day(-20)}T10:00:00.000Z' WHERE id IN {own};"
                          "DELETE FROM schedule_turn WHERE schedule = 'action.close_at_deadline';")
    worker = subprocess.Popen([PROGRAM, "work"], env=clean_environment(AMPARO_DATABASE=trial.database.url, AMPARO_DATA=trial.database.folder, **trial.settings), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def ending():
        return trial.database.rows(f"SELECT ended_on, end_reason FROM output WHERE id IN {own}")
    check(wait_until(lambda: ending() == [(day(-3), "deadline_passed")], PATIENCE)[0], f"the ending is a fact: {ending()}")
    check.same(alerts(trial.database)[alert]["state"], "stopped", "its alert is stopped")
    told = trial.database.rows("SELECT count(*) AS sum FROM event WHERE name = 'action.ended'")
    check.same(told, [(1,)], "once, though two programs keep the schedules")
    turns = trial.database.rows("SELECT count(*) AS sum FROM schedule_turn WHERE schedule = 'action.close_at_deadline'")
    check(turns[0][0] in (1, 2), f"one turn an hour: {turns}")
    worker.terminate()
    worker.wait(30)
    check("/write" not in server.get(f"/en/actions/{number}").text, "the page offers no letter")
    trial.must("extend", printed("UA 711"), "--until", day(10))
    check.same(ending(), [(None, None)], "more time takes it back")
    check(wait_until(lambda: f"/en/actions/{number}/write" in server.get(f"/en/actions/{number}").text, PATIENCE)[0], "and letters are offered again")


def came_back(trial):
    """By the pipe and by a mailbox file; a coordinator clears it."""
    ana, ben = (trial.office.to(person)[-1].sender for person in ("ana", "ben"))
    forged = ana.split(".")[0] + ".aaaaaaaaaaaa@example.org"
    for back, said in ((forged, "1 read, 0 taken"), (ana, "1 read, 1 taken"), (ana, "1 read, 1 taken")):
        check(said in trial.must("bounce", given=report(back, "5.1.1")), f"the pipe says {said}")
    mailbox = os.path.join(trial.database.folder, "mailbox")
    with open(mailbox, "w", newline="") as file:
        for mail in (report(ben, "abuse"), report(ben, "4.2.2"), "Subject: away\r\n\r\nI am away.\r\n"):
            file.write(f"From MAILER-DAEMON Mon Jan  5 10:00:00 2026\n{mail}\n")
    check("2 read, 2 taken" in trial.must("bounce", mailbox), "the mailbox has two that count")
    listed = trial.must("suppression", "list")
    check(len(re.findall("bounced", listed)) == 1 and len(re.findall("complained", listed)) == 1 and "@" not in listed, f"suppressed: {listed}")
    alert = publish(trial.database, "UA 708", "en", **trial.settings)
    trial.approve(alert)
    trial.told(["liv", *BAD], "those who came back get none")
    for person in ("ana", "ben"):
        trial.must("suppression", "clear", "--address", f"{person}@example.org")
    refused = trial.run("suppression", "clear", "--address", "uma@example.org")
    check(refused.status != 0 and "wished" in refused.complained, f"what Uma wished stays: {refused.complained}")
    alert = publish(trial.database, "UA 709", "en", **trial.settings)
    trial.approve(alert)
    trial.told(["ana", "ben", "liv", *BAD], "and those who were cleared do again")


def stopped(trial):
    """In the midst of many: what is not handed over within ten seconds never is."""
    settle(trial.database, 400, pace="at_once", domain="many.example")
    alert = publish(trial.database, "UA 710", "en", **trial.settings)
    trial.office.open("--polite", "--slow", "0.2")
    trial.approve(alert)
    check(wait_until(lambda: len(trial.fresh) >= 20, PATIENCE)[0], "it is on its way")
    trial.must("alert", "stop", alert)
    at = time.monotonic()
    check(wait_until(lambda: not waiting(trial, alert), PATIENCE)[0], "nothing waits any more")
    seconds = max(one.at for one in trial.fresh) - at
    note(f"{trial.database.name}: last mail {seconds:.2f} s after the stop (at most {STOP}); {len(trial.fresh)} had it by then")
    check(seconds <= STOP and len(trial.fresh) < 400, f"the last mail came {seconds:.2f} s after the stop, {len(trial.fresh)} in all")
    told = alerts(trial.database)[alert]
    check.same((told["state"], told["counts"].get("sent")), ("stopped", len(trial.fresh)), "staff see that it was stopped, and how many had it")
    check(told["counts"].get("skipped", 0) > 0, f"and how many never will: {told}")


def tried(engine):
    with place(engine) as database, PostOffice(database.folder, "--polite") as office:
        private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        key_file = written(os.path.join(database.folder, "dkim.pem"), pem(private))
        port = free_port()
        settings = {**office.settings, "AMPARO_MAIL_DKIM_DOMAIN": "example.org", "AMPARO_MAIL_DKIM_SELECTOR": "ua",
                    "AMPARO_MAIL_DKIM_KEY_FILE": key_file, "AMPARO_PORT": str(port)}
        trial = Trial(database, office, settings)
        with Server(database, "--port", str(port), **settings) as server:
            key = published_key(private)
            for number in (701, 702):
                publish(database, f"UA {number}", "en", **settings)
            steps = [(everybody_signs_up, server), (first_alert, key), (unsubscribed, server), (at_the_last_moment, server), (bad_servers,),
                     (digests, key), (outcomes,), (last_call,), (over, server), (came_back,), (stopped,)]
            for step, *more in steps:
                began = time.monotonic()
                step(trial, *more)
                note(f"{database.name}: {step.__name__.replace('_', ' ')}, {time.monotonic() - began:.1f} s")
            dead = trial.must("jobs", "list", "--dead")
            check.same(dead, "", "no job was given up")
            check.same(server.words().count("fault"), 0, "faults in the server's log")


def published_key(private):
    public = private.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return b"v=DKIM1; k=rsa; p=" + base64.b64encode(public)


for engine in engines():
    tried(engine)
check.end()
