#!/usr/bin/env python3
"""A big invented archive, made small: every page of it comes, the hourly job goes through it, and its numbers and its index add up."""
import re

from ground import Server, amparo, check, engines, note, place, wait_until

ACTIONS = 100


def whole(engine):
    with place(engine) as database:
        made = amparo(database, "bench", "seed", "--actions", ACTIONS)
        check.same(made.status, 0, f"{engine.name}: the archive is made: {made.complained[-300:]}")
        published = database.rows(
            "SELECT DISTINCT a.serial, a.year FROM action a JOIN output o ON o.action_id = a.id WHERE o.published_at IS NOT NULL ORDER BY a.year, a.serial")
        check(len(published) > 90, f"{engine.name}: {len(published)} of them are published")
        decided = database.rows("SELECT output_id, seen FROM adoption")
        check(len(decided) == 6 and all("headline.en\x1f" in seen for _, seen in decided), f"{engine.name}: decisions say what was seen: {decided}")
        with Server(database, AMPARO_LOG_LEVEL="info") as server:
            for serial, year in published:
                slug = f"{serial}-{year % 100:02d}"
                check.same(server.get(f"/en/actions/{slug}").status, 200, f"{engine.name}: the page of {slug} ({year})")
            done, _ = wait_until(lambda: database.rows("SELECT id FROM output WHERE end_reason = 'deadline_passed'"), 60)
            check(done, f"{engine.name}: the hourly job closed what is past its day")
            failed = [line for line in server.words().splitlines() if re.search("a job failed|Unreadable|level=error", line)]
            check.same(failed, [], f"{engine.name}: nothing fails")
        found = amparo(database, "verify")
        check.same(found.status, 0, f"{engine.name}: its numbers and its index add up: {found.complained[-300:]}")
        again = amparo(database, "bench", "seed", "--actions", ACTIONS)
        check.same(again.status, 1, f"{engine.name}: a database with something in it is left alone")
        note(f"{engine.name}: {len(published)} actions, {len(decided)} decisions")


for each in engines():
    whole(each)
measured = amparo(None, "bench", "desk", "--actions", ACTIONS, "--rounds", 1)
check("did not come" not in measured.complained and "median" in measured.said, f"every page of the desk comes: {measured.complained[-300:]}")
check.end()
