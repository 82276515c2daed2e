#!/usr/bin/env python3
"""Encodes letters as mail links with another program, for the tests to compare ours with.

usage: Scripts/mailto-fixture.py

Writes Tests/DocumentsTests/Fixtures/Mailto/elsewhere.json: for each invented letter the link that Python's urllib.parse makes of it by
RFC 6068, and which programs take it whole by the limits of the handbook, section 6.
"""
import json
import pathlib
from urllib.parse import quote

LIMITS = {"outlook_windows": 2000, "apple_mail": 2083, "gmail_web": 1620, "gmail_android": 1620, "thunderbird": 2008}
ASK = "I respectfully ask you to let Amina Kiprop see a doctor of her choice and to tell her family where she is held. "
LETTERS = [
    ("short", ["justice@tt.example.org"], [], "UA 77/21 – Amina Kiprop", "Dear Minister,\n\n" + ASK + "\n\nYours faithfully,\nRosa & Söhne"),
    ("spanish", ["ministra@ni.example.org", "secretaria@ni.example.org"], ["embajada@example.org"], "UA 78/21 – Íñigo Peñalba",
     "Señora Ministra:\n\n" + "Le escribo por Íñigo Peñalba, detenido en Bluefields desde el 3 de mayo. ¿Dónde está? " * 10 + "\n\nAtentamente,\nÖzge Müller"),
    ("arabic", ["wazir@ye.example.org"], [], "UA 79/21", "معالي الوزير،\n\n" + "أكتب إليكم بشأن سلمى الحداد. " * 6 + "\n\nوتفضلوا بقبول فائق الاحترام"),
    ("chinese", ["shengzhang@cn.example.org"], [], "UA 80/21 – 李安", "尊敬的省长：\n\n" + "我写信询问李安的下落。" * 20 + "\n\n此致敬礼"),
    ("marks", ["a+b@example.org"], ["c&d@example.org"], "100% = 1/1? #1 [x] {y}", "A & B = C?\n+1 100% 'quoted' \"double\" <tag> `tick` 50;60\ttab"),
    ("gmail", ["m@example.org"], [], "UA 81/21", "Dear Minister,\n\n" + "a" * 1530),
    ("outlook", ["m@example.org"], [], "UA 82/21", "Dear Minister,\n\n" + "b" * 1900),
    ("thunderbird", ["m@example.org"], [], "UA 83/21", "Dear Minister,\n\n" + "c" * 1927),
    ("apple", ["m@example.org"], [], "UA 84/21", "Dear Minister,\n\n" + "d" * 1990),
    ("nobody", ["m@example.org"], [], "UA 85/21", "Dear Minister,\n\n" + "e" * 2300),
]


def link(to, cc, subject, body):
    def encoded(text, kept=""):
        return quote(text, safe="-._~" + kept)

    fields = [f"cc={','.join(encoded(one, '@') for one in cc)}"] if cc else []
    fields += [f"subject={encoded(subject)}", f"body={encoded(body.replace(chr(10), chr(13) + chr(10)))}"]
    return f"mailto:{','.join(encoded(one, '@') for one in to)}?{'&'.join(fields)}"


def main():
    rows = []
    for name, to, cc, subject, body in LETTERS:
        made = link(to, cc, subject, body)
        rows.append({"name": name, "to": to, "cc": cc, "subject": subject, "body": body, "link": made,
                     "whole": sorted(program for program, limit in LIMITS.items() if len(made.encode()) <= limit)})
    path = pathlib.Path(__file__).parent.parent / "Tests/DocumentsTests/Fixtures/Mailto/elsewhere.json"
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
    for row in rows:
        print(row["name"], len(row["link"]), row["whole"])


if __name__ == "__main__":
    main()
