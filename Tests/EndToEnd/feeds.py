#!/usr/bin/env python3
"""Feeds end to end, read by other programs: feedparser, icalendar, and an XML parser for tombstones and the map of the site."""
import json
import re
import xml.etree.ElementTree as ElementTree

import feedparser
import icalendar

from ground import Server, amparo, check, engines, place, wait_until

ATOM = "{http://www.w3.org/2005/Atom}"
TOMB = "{http://purl.org/atompub/tombstones/1.0}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LANGUAGES = ["en", "es", "fr", "de"]


def page(server, path, status=200):
    answer = server.get(path)
    check.same(answer.status, status, f"{path} answers")
    return answer.text


def events(text):
    calendar = icalendar.Calendar.from_ical(text)
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


def atom(server, language):
    text = page(server, f"/{language}/feed.atom")
    read, tree = feedparser.parse(text), ElementTree.fromstring(text)
    check(not read.bozo, f"feedparser reads the {language} feed without complaint: {read.get('bozo_exception')}")
    check(read.entries, f"the {language} feed has entries")
    identifiers = [entry.id for entry in read.entries]
    check.same(len(set(identifiers)), len(identifiers), "no identifier twice")
    for entry in read.entries:
        check(entry.title and entry.link.startswith("http") and entry.published_parsed and entry.updated_parsed, f"{entry.id} is whole")
        check(entry.updated_parsed >= entry.published_parsed, f"{entry.id} was not changed before it was published")
        check("<p>" in entry.content[0].value, f"{entry.id} has its words")
    for element in [tree] + tree.findall(ATOM + "entry"):
        for name in ["id", "title", "updated"]:
            check.same(len(element.findall(ATOM + name)), 1, f"one {name} (RFC 4287, 4.1)")
    return read


def as_json(server, language, read):
    feed = json.loads(page(server, f"/{language}/feed.json"))
    check.same(feed["version"], "https://jsonfeed.org/version/1.1", "the version of JSON Feed")
    check.same([item["id"] for item in feed["items"]], [entry.id for entry in read.entries], "both feeds tell the same")
    check.same([item["title"] for item in feed["items"]], [entry.title for entry in read.entries], "in the same words")


def deadlines(database, server, reference, slug):
    before = events(page(server, "/en/deadlines.ics"))
    name = next(uid for uid in before if uid.startswith(slug + "-"))
    check.same(str(before[name]["STATUS"]), "CONFIRMED", "a deadline ahead is confirmed")
    until = before[name]["DTSTART"].dt
    later = until.replace(year=until.year + 1)
    check.same(amparo(database, "extend", reference, "--until", later.isoformat(), "--by", "Rosa").status, 0, "the deadline is extended")
    now = lambda: events(server.get("/en/deadlines.ics").text)[name]
    check(wait_until(lambda: now()["DTSTART"].dt == later, 10)[0], "the calendar has the later day")
    check(int(now()["SEQUENCE"]) > int(before[name]["SEQUENCE"]), "under a higher SEQUENCE, so that calendars take it")
    check.same(amparo(database, "close", reference, "--outcome", "released", "--by", "Rosa").status, 0, "the action ends")
    check(wait_until(lambda: str(now()["STATUS"]) == "CANCELLED", 10)[0], "an ended action's day is crossed out")
    return name


def withdrawal(database, server, reference, slug, headline):
    check.same(amparo(database, "withdraw", reference, "--reason", "the family asks", "--by", "Rosa").status, 0, "the action is taken down")
    holds, seconds = wait_until(lambda: "deleted-entry" in server.get("/en/feed.atom").text and server.get(f"/en/actions/{slug}/feed.atom").status == 410, 3)
    check(holds and seconds <= 1, f"its own feed is gone within a second, and the great one says so ({seconds:.2f} s)")
    for language in LANGUAGES:
        text = page(server, f"/{language}/feed.atom")
        gone = [element.get("ref") for element in ElementTree.fromstring(text).findall(TOMB + "deleted-entry")]
        check(any(f":{slug}/" in ref for ref in gone), f"the {language} feed has a tombstone for it")
        check(headline not in text and headline not in page(server, f"/{language}/deadlines.ics"), f"and its words nowhere in {language}")
        check(not any(f":{slug}/" in entry.id for entry in feedparser.parse(text).entries), "and no entry")
    for name in ["feed.json", "deadlines.ics"]:
        page(server, f"/en/actions/{slug}/{name}", 410)
    check(f"actions/{slug}<" not in "".join(sitemap(server)), "no map leads to it")


def sitemap(server):
    index = ElementTree.fromstring(page(server, "/sitemap.xml"))
    urls = []
    for element in index.iter(MAP + "loc"):
        path = re.sub(r"^https?://[^/]+", "", element.text)
        urls += [loc.text for loc in ElementTree.fromstring(page(server, path)).iter(MAP + "loc")]
    check(len(urls) == len(set(urls)) and urls, "every address stands in one map once")
    return [url + "<" for url in urls]


for engine in engines():
    with place(engine) as database:
        with Server(database, "--demo") as server:
            reads = {language: atom(server, language) for language in LANGUAGES}
            for language, read in reads.items():
                as_json(server, language, read)
                for uid, event in events(page(server, f"/{language}/deadlines.ics")).items():
                    check(event["DTEND"].dt > event["DTSTART"].dt and event["SUMMARY"] and event["URL"], f"{uid} is whole")
            for url in sitemap(server)[:40]:
                page(server, re.sub(r"^https?://[^/]+", "", url[:-1]))
            open_uid = next(uid for uid, event in events(page(server, "/en/deadlines.ics")).items() if str(event["STATUS"]) == "CONFIRMED")
            slug = open_uid.rsplit("-", 1)[0]
            reference = slug.replace("-", "/") if slug[0].isdigit() else slug
            headline = next(entry.title for entry in reads["en"].entries if f":{slug}/" in entry.id).split(": ", 1)[1]
            deadlines(database, server, reference, slug)
            withdrawal(database, server, reference, slug, headline)

check.end()
