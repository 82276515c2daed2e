#!/usr/bin/env python3
"""The addresses for other programs: a small client as anybody would write it follows every link, reads all that is described, tells what was sent, once; schemathesis
asks with what it invents out of the description, and finds no fault."""
import csv
import datetime
import hashlib
import json
import os
import re
import subprocess
import sys
import urllib.error
import urllib.request
import uuid

from ground import Server, amparo, check, engines, open_action, place, wait_until
from people import settle

EXAMPLES = os.environ.get("EXAMPLES", "15")
HAL = "application/hal+json"


class Client:
    """What a program needs: read, turn pages, tell."""

    def __init__(self, port, key=None, host="localhost"):
        self.base, self.key, self.host = f"http://127.0.0.1:{port}", key, f"{host}:{port}"

    def ask(self, path, body=None, **fields):
        path = re.sub(r"^https?://[^/]+", "", path)
        headers = {"Host": self.host, **({"Authorization": f"Bearer {self.key}"} if self.key else {}), **fields}
        if body is not None:
            headers["Content-Type"] = "application/json"
        data = None if body is None else json.dumps(body).encode()
        try:
            with urllib.request.urlopen(urllib.request.Request(self.base + path, data=data, headers=headers), timeout=30) as answer:
                return answer.status, json.loads(answer.read()), answer.headers
        except urllib.error.HTTPError as error:
            text = error.read()
            return error.code, json.loads(text) if text else None, error.headers

    def actions(self, **filters):
        cursor = ""
        while True:
            query = "&".join([f"{name}={value}" for name, value in filters.items()] + (["cursor=" + cursor] if cursor else []))
            status, page, _ = self.ask("/api/v1/actions" + ("?" + query if query else ""))
            assert status == 200, page
            yield from page["items"]
            if page["next"] is None:
                return
            cursor = page["next"]

    def report(self, action, quantity, channel="post", output=1, name=None):
        return self.ask(f"/api/v1/actions/{action}/reports", {"channel": channel, "quantity": quantity, "output": output},
                        **{"Idempotency-Key": f'"{name or uuid.uuid4()}"'})


def add_key(database, section="int", scopes="reports addresses"):
    """A key as the desk makes one: the database holds its hash."""
    key = "amparo_" + uuid.uuid4().hex
    digest = hashlib.sha256(f"program key {key}".encode()).hexdigest()
    database.change("INSERT INTO program_key (id, section, name, key_hash, scopes, made_by, made_at) VALUES "
                    f"('{uuid.uuid4()}', '{section}', 'end to end', '{digest}', '{scopes}', 'test', '2021-11-30T10:00:00.000Z')")
    return key


def reads(server, client):
    all_actions = list(client.actions(limit=2))
    names = [action["id"] for action in all_actions]
    check(len(names) > 2 and len(set(names)) == len(names), "pages of two tell every action once")
    check.same(names, [action["id"] for action in client.actions()], "as one page does")
    check({action["id"] for action in client.actions(takes_letters="true")} == {a["id"] for a in all_actions if a["takes_letters"]}, "the filter says the same")
    for entry in all_actions:
        status, action, fields = client.ask(entry["api_url"])
        check.same((status, action["reference"]), (200, entry["reference"]), "each entry leads to its action")
        check.same(client.ask(entry["api_url"], **{"If-None-Match": fields["ETag"]})[0], 304, "which did not change meanwhile")
        for output in action["outputs"]:
            check.same(client.ask(output["api_url"])[1], output, "an output says the same by itself")
            status, officials, _ = client.ask(output["officials_url"])
            check(status == 200 and "@" not in json.dumps([c["place"] for o in officials["items"] for c in o["contacts"] if c["channel"] == "email"]),
                  "no e-mail address is found by following links")
            for url in output["urls"].values():
                check.same(server.get(re.sub(r"^https?://[^/]+", "", url)).status, 200, "each output has its pages")


def tells(database, server, slug, ordinal, key):
    client, name = Client(server.port, key), str(uuid.uuid4())
    before = client.ask(f"/api/v1/actions/{slug}/tally")[1]["appeals"]
    status, receipt, _ = client.report(slug, 25, output=ordinal, name=name)
    check.same((status, receipt["status"]), (201, "counted"), "a report is counted")
    check.same(client.report(slug, 25, output=ordinal, name=name)[:2], (201, receipt), "and told the same again")
    status, problem, _ = client.report(slug, 26, output=ordinal, name=name)
    check(status == 422 and problem["type"].endswith("/problems/name-taken"), "other content under its name is refused")
    check.same(client.ask(problem["type"])[1]["type"], "name-taken", "and the problem's address says what that is")
    check(wait_until(lambda: client.ask(f"/api/v1/actions/{slug}/tally")[1]["appeals"] == (before or 0) + 25, 5)[0] or before is None, "the tally has it once")
    check.same(Client(server.port).report(slug, 1)[0], 401, "without a key nothing is told")
    check.same(client.report(slug, 0)[0], 422, "a report of nothing is none")
    check.same(amparo(database, "verify").status, 0, "the ledger adds up")


def osdi(server, slug, key):
    client = Client(server.port, key)
    status, entry, fields = client.ask("/api/osdi/v1")
    check(status == 200 and fields["Content-Type"] == HAL, "OSDI's entry point")
    found, path = [], entry["_links"]["osdi:advocacy_campaigns"]["href"] + "?per_page=2"
    while path:
        _, page, _ = client.ask(path)
        found += page["_embedded"]["osdi:advocacy_campaigns"]
        check.same([link["href"] for link in page["_links"]["osdi:advocacy_campaigns"]], [c["_links"]["self"]["href"] for c in page["_embedded"]["osdi:advocacy_campaigns"]], "links and what is embedded agree")
        path = page["_links"].get("next", {}).get("href")
    check.same(len(found), page["total_records"], "all campaigns are found by following next")
    campaign = next(c for c in found if c["_links"]["self"]["href"].endswith("/" + slug))
    helper = campaign["_links"]["osdi:record_outreach_helper"]["href"]
    outreach = {"identifiers": ["foreign_system:1"], "type": "email", "person": {"family_name": "Keepsake", "email_addresses": [{"address": "k@example.org"}]}}
    for _ in range(2):
        status, answer, _ = client.ask(helper, outreach)
        check(status == 200 and "Keepsake" not in json.dumps(answer), "an outreach is taken, and nobody is told who wrote")
    return "Keepsake"


def turned(client, path, relation):
    """A whole collection of OSDI, page by page, each resource also asked for by itself."""
    found = []
    while path:
        status, page, fields = client.ask(path)
        check(status == 200 and fields["Content-Type"] == HAL and fields["Cache-Control"] == "no-store", f"{relation}: a page, kept by nobody")
        check(re.search(r'"requests";r=\d+;t=\d+, "letters";r=\d+;t=\d+', fields["RateLimit"]), "which tells what is left of the key's share")
        found += page["_embedded"][relation]
        path = page["_links"].get("next", {}).get("href")
    check.same(len(found), page["total_records"], f"{relation}: as many as there are")
    check.same(len({item["_links"]["self"]["href"] for item in found}), len(found), f"{relation}: none twice")
    for item in found:
        check.same(client.ask(item["_links"]["self"]["href"])[1], item, f"{relation}: each says the same by itself")
    return found


def osdi_people(database, server, slug):
    """Who allowed it is told of, to keys for it; what was reported is told of without whoever did."""
    settle(database, 4)
    people, outreaches = (Client(server.port, add_key(database, scopes=scope)) for scope in ("people", "outreaches"))
    links = people.ask("/api/osdi/v1")[1]["_links"]
    all_people, all_outreaches = links["osdi:people"]["href"], links["osdi:outreaches"]["href"]
    check.same(turned(people, all_people, "osdi:people"), [], "nobody allowed anything yet")
    sessions = []
    for number in range(3):
        sessions.append(f"token-{number}")
        database.change("INSERT INTO supporter_session (token_hash, supporter_id, started_at, expires_at) VALUES "
                        f"('{hashlib.sha256(sessions[-1].encode()).hexdigest()}', 's{number:07}', '2026-01-01T10:00:00.000Z', '2099-01-01T10:00:00.000Z')")

    def switch(session, share):
        return server.post_form("/en/my/sharing", {"share": share}, Cookie=f"amparo-my={session}").fields["location"]
    for session in sessions:
        check.same(switch(session, "1"), "/en/my?done=sharing_on", "somebody lets programs know who they are")
    told = turned(people, all_people + "?per_page=2", "osdi:people")
    check.same(sorted(person["email_addresses"][0]["address"] for person in told), [f"rosa{n}@example.org" for n in range(3)], "those are told of, and no other")
    check(all(set(person) == {"identifiers", "origin_system", "created_date", "email_addresses", "preferred_language", "_links"} for person in told),
          "and nothing of what they follow or wrote")
    for person in told:
        datetime.datetime.strptime(person["created_date"], "%Y-%m-%dT%H:%M:%SZ")
    check.same(switch(sessions[0], "0"), "/en/my?done=sharing_off", "one takes it back")
    gone = next(person for person in told if person["email_addresses"][0]["address"] == "rosa0@example.org")
    check.same(people.ask(gone["_links"]["self"]["href"])[0], 404, "and is told of no more")
    check.same(len(turned(people, all_people, "osdi:people")), 2, "nor in the list")
    logged = database.rows("SELECT detail FROM event WHERE name = 'program.peopleRead'")
    check.same(sorted(detail for detail, in logged), ["int 1"] * 6 + ["int 2"] * 2, "every reading stands in the log, with how many were told of and no name")
    found = turned(outreaches, f"/api/osdi/v1/advocacy_campaigns/{slug}/outreaches?per_page=2", "osdi:outreaches")
    check({"postal mail", "email"} <= {outreach["type"] for outreach in found} and 25 in [outreach["ua:quantity"] for outreach in found], "what was told is an outreach")
    check("person" not in json.dumps(found) and "Keepsake" not in json.dumps(found), "of nobody")
    check(len(turned(outreaches, all_outreaches, "osdi:outreaches")) >= len(found), "as it is among all of them")
    for path, wrong in [(all_people, outreaches), (all_outreaches, people), (gone["_links"]["self"]["href"], outreaches)]:
        check.same(wrong.ask(path)[0], 403, f"another key does not open {path}")
        check.same(Client(server.port).ask(path)[0], 401, f"nor does none {path}")
    check.same(amparo(database, "verify").status, 0, "the log is whole")


READ = {
    "string": str, "integer": int, "boolean": {"true": True, "false": False}.__getitem__, "date": datetime.date.fromisoformat,
    "datetime": lambda text: datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ"),
}


def package(database):
    """A data package as its specification asks: what is described is there, each cell is of its type, keys are unique, and lead somewhere."""
    folder = os.path.join(database.folder, "tables")
    check.same(amparo(database, "export", "--package", folder).status, 0, "a data package is written")
    description = json.load(open(os.path.join(folder, "datapackage.json"), encoding="utf-8"))
    check.same({resource["path"] for resource in description["resources"]} | {"datapackage.json"}, set(os.listdir(folder)), "every file is described")
    check(re.fullmatch(r"[-a-z0-9._/]+", description["name"]) and description["profile"] == "tabular-data-package", "the package has a name and a profile")
    keys = {}
    for resource in description["resources"]:
        schema, path = resource["schema"], os.path.join(folder, resource["path"])
        rows = list(csv.DictReader(open(path, encoding="utf-8", newline="")))
        names = [field["name"] for field in schema["fields"]]
        check(all(list(row) == names and None not in row.values() for row in rows), f"{resource['path']}: the columns are the fields")
        for field in schema["fields"]:
            for row in rows:
                value = row[field["name"]]
                if value in schema["missingValues"]:
                    check(not field.get("constraints", {}).get("required"), f"{resource['path']}: {field['name']} is there")
                else:
                    READ[field["type"]](value)
        keys[resource["name"]] = [tuple(row[name] for name in schema["primaryKey"]) for row in rows]
        check(len(set(keys[resource["name"]])) == len(rows), f"{resource['path']}: no key twice")
        for foreign in schema.get("foreignKeys", []):
            known = {key[0] for key in keys[foreign["reference"]["resource"]]}
            check(all(row[foreign["fields"][0]] in known for row in rows), f"{resource['path']}: every key leads to a row")
    check(len(keys["actions"]) > 2 and len(keys["texts"]) >= len(keys["outputs"]) >= len(keys["actions"]), "the archive is in it")


def webhooks(database):
    made = amparo(database, "webhook", "add", "https://crm.example.org/in", "--by", "Rosa")
    check(made.status == 0 and "whsec_" in made.said, "a webhook is made, and its secret told")
    check(amparo(database, "webhook", "add", "http://127.0.0.1/in", "--by", "Rosa").status != 0, "an address inside is refused")
    inside = amparo(database, "webhook", "add", "https://10.0.0.8/in", "--by", "Rosa")
    check(inside.status != 0 and "10.0.0.8 is not on the public internet" in inside.complained, f"a number inside is refused at once: {inside.complained.strip()}")
    check("https://crm.example.org" in amparo(database, "webhook", "list").said, "and listed")
    return made.said.split()[0]


HOOKS = """
import uuid, schemathesis

@schemathesis.hook
def before_call(context, case, **kwargs):
    # Each report that is right is another one; what is wrong stays as it was invented.
    if case.method == "POST" and case.meta is not None and case.meta.generation.mode.is_positive and case.headers and "Idempotency-Key" in case.headers:
        case.headers["Idempotency-Key"] = f'"{uuid.uuid4()}"'
"""


def invents(server, folder, key, slug, ordinal):
    """schemathesis, bounded, against the description as it is served; once more with an action that is there, so that it comes further."""
    description = json.loads(server.get("/api/v1/openapi.json").text)
    near = os.path.join(folder, "near.json")
    description["components"]["parameters"]["reference"]["schema"] = {"type": "string", "enum": [slug]}
    description["components"]["parameters"]["ordinal"]["schema"] = {"type": "integer", "enum": [int(ordinal)]}
    description["components"]["parameters"]["tag"]["schema"] = {"type": "string", "enum": ["en", "fr"]}
    json.dump(description, open(near, "w"))
    hooks = os.path.join(folder, "hooks.py")
    open(hooks, "w").write(HOOKS)
    program = os.path.join(os.path.dirname(sys.executable), "schemathesis")
    for schema in [f"http://127.0.0.1:{server.port}/api/openapi.json", near]:
        run = subprocess.run(
            [program, "run", schema, "--url", f"http://127.0.0.1:{server.port}", "--header", f"Authorization: Bearer {key}",
             "--max-examples", EXAMPLES, "--phases", "examples,coverage,fuzzing", "--seed", "20211130", "--workers", "1",
             "--request-timeout", "20", "--no-color", "--generation-database", "none", "--warnings", "off"],
            capture_output=True, text=True, timeout=600, cwd=folder, env={**os.environ, "SCHEMATHESIS_HOOKS": hooks})
        check(run.returncode == 0, f"schemathesis finds no fault with {schema}:\n" + run.stdout[-6000:] + run.stderr[-1000:])


for engine in engines():
    with place(engine) as database:
        with Server(database, "--demo") as server:
            slug, ordinal = open_action(database)
            key = add_key(database)
            client = Client(server.port)
            reads(server, client)
            tells(database, server, slug, ordinal, key)
            person = osdi(server, slug, key)
            osdi_people(database, server, slug)
            package(database)
            hook = webhooks(database)
            invents(server, database.folder, key, slug, ordinal)
            check.same(amparo(database, "withdraw", slug, "--reason", "the family asks", "--by", "Rosa").status, 0, "the action is taken down")
            for path in ["", "/outputs", "/tally", f"/outputs/{ordinal}", f"/outputs/{ordinal}/officials", "/addresses"]:
                check(wait_until(lambda: client.ask(f"/api/v1/actions/{slug}{path}")[0] == 410, 5)[0], f"{path} is gone")
            check(wait_until(lambda: slug not in [a["id"] for a in client.actions()], 5)[0], "it is in no list")
            check(slug in [item["id"] for item in client.ask("/api/v1/withdrawals")[1]["items"]], "its number is told to whoever keeps copies")
            check(wait_until(lambda: "action.withdrawn" in amparo(database, "webhook", "list").said, 10)[0], "a message for the webhook is written")
            check.same(amparo(database, "webhook", "end", hook, "--by", "Rosa").status, 0, "a webhook is ended")
            check.same(amparo(database, "verify").status, 0, "the ledger adds up after all that was invented")
            if hasattr(database, "path"):
                check(person.encode() not in open(database.path, "rb").read(), "nobody who wrote is in the database")

check.end()
