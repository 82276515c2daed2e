#!/usr/bin/env python3
"""The program's words as translators get them: gettext .po files that msgfmt and polib accept, XLIFF that translate-toolkit reads, each back
without a loss; what does not fit is named and left; plural rules give the categories of CLDR's samples."""
import gettext
import json
import os
import shutil
import subprocess
import tempfile

import polib
from translate.storage.xliff import xlifffile
from translate.storage.xliff2 import Xliff2File

from ground import ROOT, amparo, check, note

FOLDER = os.path.join(ROOT, "Sources", "Campaign", "Resources", "Languages")
# Whole numbers that CLDR gives as samples, with the place of their category in its order (common/supplemental/plurals.xml).
SAMPLES = {
    "nl": [(1, 0), (0, 1), (2, 1), (1000000, 1)], "fa": [(0, 0), (1, 0), (2, 1)], "tr": [(1, 0), (0, 1)], "zh-Hans": [(0, 0), (1, 0), (15, 0)],
    "es": [(1, 0), (1000000, 1), (0, 2), (16, 2), (3000, 2)], "fr": [(0, 0), (1, 0), (2000000, 1), (2, 2), (100000, 2)],
    "ru": [(1, 0), (21, 0), (101, 0), (2, 1), (24, 1), (102, 1), (0, 2), (11, 2), (12, 2), (19, 2), (111, 2), (1000000, 2)],
    "ar": [(0, 0), (1, 1), (2, 2), (3, 3), (103, 3), (11, 4), (26, 4), (111, 4), (100, 5), (102, 5), (1000000, 5)],
}
SAMPLES |= {"it": SAMPLES["es"], "pt": SAMPLES["fr"], "uk": SAMPLES["ru"], "de": SAMPLES["nl"]}


def shipped(language):
    with open(os.path.join(FOLDER, f"{language}.json"), encoding="utf-8") as file:
        return json.load(file)


def exported(language, form, *more):
    ran = amparo(None, "words", "export", "--language", language, "--format", form, *more)
    check.same(ran.status, 0, f"export of {language} as {form}: {ran.complained}")
    return ran.said


def taken(language, text, wanted=0, *more):
    ran = amparo(None, "words", "import", "-", *more, given=text)
    check.same(ran.status, wanted, f"import of {language}: {ran.complained}")
    return ran


def round_trips(folder, language):
    words = shipped(language)
    with open(os.path.join(FOLDER, f"{language}.json"), encoding="utf-8", newline="") as file:
        bytes_there = file.read()
    for form in ["po", "xliff", "xliff2"]:
        check(taken(language, exported(language, form)).said == bytes_there, f"{language} as {form} comes back as it was, byte for byte")
    path = os.path.join(folder, f"{language}.po")
    with open(path, "w", encoding="utf-8") as file:
        file.write(exported(language, "po"))
    looked = subprocess.run(["msgfmt", "-c", "-v", "-o", os.path.join(folder, f"{language}.mo"), path], capture_output=True, text=True)
    check(looked.returncode == 0 and "warning" not in looked.stderr, f"msgfmt -c of {language}: {looked.stderr[:600]}")
    file = polib.pofile(path)
    check.same((len(file), file.percent_translated()), (len(words), 100), f"entries that polib finds in {language}")
    rule = file.metadata["Plural-Forms"]
    choose = gettext.c2py(rule.split("plural=", 1)[1].rstrip(";"))
    for number, place in SAMPLES.get(language, []):
        check.same(choose(number), place, f"{language}: the form for {number}")
    with open(os.path.join(folder, f"{language}.mo"), "rb") as compiled:
        said = gettext.GNUTranslations(compiled)
    for number, place in SAMPLES.get(language, []):
        form = list(words["list.count"].values())[place]
        check.same(said.npgettext("list.count", "{count} action", "{count} actions", number), form, f"{language}: {number} by gettext")
    for version, reader in [("xliff", xlifffile), ("xliff2", Xliff2File)]:
        units = reader.parsestring(exported(language, version).encode()).units
        forms = sum(len(value) if isinstance(value, dict) else 1 for value in words.values())
        check.same(len(units), forms, f"units that translate-toolkit finds in {language} as {version}")
        check(all(str(unit.target or "") for unit in units), f"each has a translation in {language} as {version}")


def a_translator(folder):
    """Somebody works with polib; one text is new, one is unsure, one has a wrong place, one was made for older English."""
    path = os.path.join(folder, "it.po")
    file = polib.pofile(path)
    by_key = {entry.msgctxt: entry for entry in file}
    by_key["nav.skip"].msgstr = "Al contenuto"
    by_key["nav.menu"].msgstr, by_key["nav.menu"].fuzzy = "Forse", True
    by_key["list.write_until"].msgstr = "Scriva entro il {data}"
    by_key["nav.actions"].msgid = "What was here once"
    by_key["list.count"].msgstr_plural[0] = "un’azione"
    file.save(path)
    with open(path, encoding="utf-8") as text:
        ran = taken("it", text.read(), 2)
    words, before = json.loads(ran.said), shipped("it")
    check.same({key for key in words if words[key] != before[key]}, {"nav.skip", "list.count"}, "what has changed")
    check.same((words["nav.skip"], words["list.count"]["one"]), ("Al contenuto", "un’azione"), "the new words")
    check("list.write_until: other places" in ran.complained and "nav.actions: English changed" in ran.complained, f"what is named: {ran.complained}")
    own = os.path.join(folder, "own")
    shutil.copytree(FOLDER, own)
    with open(path, encoding="utf-8") as text:
        taken("it", text.read(), 2, "--folder", own, "--write")
    with open(os.path.join(own, "it.json"), encoding="utf-8") as written:
        check.same(written.read(), ran.said, "what is written into a folder")
    with open(os.path.join(own, "it.json"), "w") as empty:
        empty.write("{}")
    begun = amparo(None, "words", "export", "--language", "it", "--folder", own)
    check.same(polib.pofile(begun.said).percent_translated(), 0, "a language that begins")


def strange_files():
    for text, what in [("", "nothing"), ("hello", "a letter"), ("<html/>", "a page"), ('msgid ""\nmsgstr ""\n"Language: it\\n"\n\nmsgid "a', "half a file"),
                       ("<!DOCTYPE x [<!ENTITY a 'b'>]><xliff/>", "entities"), ('msgid ""\nmsgstr ""\n"Language: ../en\\n"\n', "a path as language")]:
        ran = taken(what, text, 1)
        check(ran.said == "" and ran.complained.count("\n") == 1, f"{what} is refused in a sentence: {ran.complained}")
    check.same(amparo(None, "words", "export", "--language", "sv").status, 1, "a language that is not there")


def main():
    folder = tempfile.mkdtemp(prefix="amparo-words-")
    try:
        listed = [line.split() for line in amparo(None, "words", "list").said.splitlines()]
        check.same(len(listed), 13, "languages")
        check(all(line[2] == "0" for line in listed), f"none lacks a word: {listed}")
        check.same([line[0] for line in listed if "desk" in line], ["de", "en", "es", "fr"], "languages of the desk")
        for language in [line[0] for line in listed if line[0] != "en"]:
            round_trips(folder, language)
        a_translator(folder)
        strange_files()
        withDesk = polib.pofile(exported("it", "po", "--desk"))
        check(any(entry.msgctxt.startswith("desk.") for entry in withDesk), "words for staff are there when asked for")
        note(f"{len(listed)} languages in three formats")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    check.end()


if __name__ == "__main__":
    main()
