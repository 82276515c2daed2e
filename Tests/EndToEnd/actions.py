"""Actions made for a test: written as files of the archive, taken in as drafts, published by the program."""
import datetime
import json
import os

from ground import amparo, check

WORDS = {
    "en": ("Librarian held for a reading list", "Ingrid Solheim has been held since August.", "Ask for her release."),
    "fr": ("Bibliothécaire détenue pour une liste de livres", "Ingrid Solheim est détenue depuis le mois d'août.", "Demandez sa libération."),
    "de": ("Bibliothekarin wegen einer Bücherliste in Haft", "Ingrid Solheim ist seit August in Haft.", "Verlangen Sie ihre Freilassung."),
}


def written(reference, country, language, days):
    headline, lead, call = WORDS[language]
    today = datetime.datetime.now(datetime.timezone.utc).date()
    return f"""---
amparo: 1
reference: {reference}
countries:
- "{country}"
subjects:
- name: Ingrid Solheim
  pronouns: she/her
output: 1
kind: first
issued: {today}
act_until: {today + datetime.timedelta(days=days)}
language: {language}
editions:
- section: int
  addressees:
  - role: target
    name: Odd Berg
    office: Minister of Justice
    salutation: "Dear Minister,"
    contacts:
    - channel: post
      place: "Example Street 1\\n0001 Oslo"
    - channel: email
      place: minister@example.org
---

# {headline}

## Lead

{lead} {call}

## Call

{call}
"""


def printed(reference):
    """With this year: "UA 701/26"."""
    return f"{reference}/{datetime.datetime.now(datetime.timezone.utc).year % 100:02d}"


def take_in(database, reference, *languages, country="NO", days=20):
    """A draft of an action, in these languages."""
    folder = os.path.join(database.folder, reference.replace(" ", "-"))
    os.makedirs(folder)
    for language in languages:
        with open(os.path.join(folder, f"1.{language}.md"), "w") as file:
            file.write(written(printed(reference), country, language, days))
    ran = amparo(database, "import", "--section", "int", folder)
    check.same(ran.status, 0, f"{reference} is taken in ({(ran.said + ran.complained).strip()[-300:]})")


def publish(database, reference, *languages, kind=None, days=20, **environment):
    """Takes an action in, publishes it and composes its alert; returns the alert's id."""
    take_in(database, reference, *languages, days=days)
    ran = amparo(database, "publish", printed(reference))
    check.same(ran.status, 0, f"{reference} is published ({ran.complained.strip()})")
    return compose(database, reference, kind, **environment)


def compose(database, reference, kind=None, **environment):
    ran = amparo(database, "alert", "compose", *(["--kind", kind] if kind else []), printed(reference), **environment)
    check.same(ran.status, 0, f"{reference} has an alert ({ran.complained.strip()})")
    return ran.said.strip()


def alerts(database):
    """What `alert list` tells, by id."""
    told = [json.loads(line) for line in amparo(database, "alert", "list", "--format", "json").said.splitlines()]
    return {one["id"]: one for one in told}
