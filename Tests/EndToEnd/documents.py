#!/usr/bin/env python3
"""The documents of a running server: PDFs whose text is the document's, tagged and titled; Word files that another program reads alike."""
import io
import json
import os
import re
import shutil
import subprocess
import tempfile
import unicodedata
import urllib.parse
import zipfile

import ground
from ground import check, note

PYTHON = os.environ.get("AMPARO_PYTHON") or os.path.join(ground.ROOT, ".venv", "bin", "python")
# The foot of a page begins 22 mm above its end; poppler counts in points.
SHEETS = {"a4": 595, "letter": 612}
RIGHT_TO_LEFT = ("ar", "fa")

# Letters in scripts that the examples have none of.
LETTERS = {
    "fa": ("جناب وزیر دادگستری،", "دربارهٔ مریم می‌نویسم که ۱۲ روز است بدون حکم بازداشت شده. از شما می‌خواهم او را فوراً آزاد کنید.", "با احترام،"),
    "zh": ("尊敬的司法部长：", "我写信是为了表达对被拘留12天的玛丽的严重关切。我敦促您立即无条件释放她，并保证她的人身安全。", "此致敬礼"),
    "am": ("ክቡር የፍትሕ ሚኒስትር፣", "ለ12 ቀናት ያለ ፍርድ ቤት ትዕዛዝ ስለታሰረችው ማርያም እጽፋለሁ። በአስቸኳይ እንድትለቀቅ አሳስባለሁ።", "ከአክብሮት ጋር፣"),
}


def fetch(server, path):
    """Status, fields and bytes: these answers are no text."""
    connection = server.connect()
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


def run(*words, given=None):
    return subprocess.run(words, input=given, capture_output=True, check=True).stdout


def pdf_text(pdf, is_right_to_left):
    """The text of the tagged structure, line by line, without the feet of pages, which stand in no structure."""
    lines = re.findall(r'^ *"(.*)"$', run("pdfinfo", "-struct-text", "-", given=pdf).decode(), re.MULTILINE)
    return "".join(logical(line) if is_right_to_left else line for line in lines)


def logical(line):
    """poppler gives a line with letters from right to left as it stands on the page; what runs from left to right in it stays."""
    if not any(unicodedata.bidirectional(c) in ("R", "AL") for c in line):
        return line
    return re.sub(r"[0-9A-Za-z۰-۹٠-٩](?:[0-9A-Za-z۰-۹٠-٩./:@_-]*[0-9A-Za-z۰-۹٠-٩])?", lambda run: run.group()[::-1], line[::-1])


def plain(text):
    """As two extractions are compared: compatibility forms resolved, without marks of direction, blanks and bullets."""
    text = unicodedata.normalize("NFKC", text).replace("•", "")
    text = "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Zs", "Zl", "Zp", "Cc"))
    # lam and alef are one sign and come out in either order (PLATFORM, trap 17)
    return re.sub("[لاأإآ]{2,}", lambda run: "".join(sorted(run.group())), text)


def words(block):
    return block.get("items") or [block["text"]]


def difference(got, wanted):
    place = next((n for n, (one, other) in enumerate(zip(got, wanted)) if one != other), min(len(got), len(wanted)))
    return f"{got[place - 10:place + 25]!r} for {wanted[place - 10:place + 25]!r}, {len(got)} letters for {len(wanted)}"


STRUCTURE = """
import io, json, sys, pikepdf
pdf = pikepdf.open(io.BytesIO(sys.stdin.buffer.read()))
kinds, untold, root = [], 0, pdf.Root
def walk(element, parent):
    global untold
    if isinstance(element, pikepdf.Array):
        for child in element: walk(child, parent)
    elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
        kinds.append(str(element["/S"])[1:])
        untold += element.get("/P") is None or element["/P"].objgen != parent.objgen
        if "/K" in element: walk(element["/K"], element)
walk(root.StructTreeRoot["/K"], root.StructTreeRoot)
fonts = {font.objgen: "/ToUnicode" in font for page in pdf.pages for font in page.get("/Resources", {}).get("/Font", {}).values()}
with pdf.open_metadata() as about:
    told = {"language": str(root.get("/Lang")), "marked": bool(root.MarkInfo.get("/Marked")), "shows title": bool(root.ViewerPreferences.get("/DisplayDocTitle")),
            "title": str(about.get("dc:title")), "part": str(about.get("pdfuaid:part"))}
told |= {"kinds": kinds, "parentless": untold, "ordered": all(str(page.get("/Tabs")) == "/S" for page in pdf.pages),
         "unicode": bool(fonts) and all(fonts.values()), "parents": "/ParentTree" in root.StructTreeRoot}
print(json.dumps(told))
"""


def structure(pdf):
    """What another library finds of what PDF/UA-1 asks for: language, title, tags that form a tree, letters with their Unicode values."""
    return json.loads(run(PYTHON, "-c", STRUCTURE, given=pdf))


def check_pdf(server, base, paper):
    status, _, told = fetch(server, f"{base}.json")
    if not check.same(status, 200, f"{base}.json"):
        return
    document = json.loads(told)
    status, fields, pdf = fetch(server, f"{base}.pdf?paper={paper}")
    if not check.same(status, 200, f"{base}.pdf"):
        return
    got = plain(pdf_text(pdf, document["language"] in RIGHT_TO_LEFT or any(b["language"] in RIGHT_TO_LEFT for b in document["blocks"])))
    wanted = plain("".join(line for block in document["blocks"] for line in words(block)))
    check(got == wanted, f"{base} {paper}: the text of the PDF is another: {difference(got, wanted)}")
    facts = run("pdfinfo", "-", given=pdf).decode()
    check(re.search(r"Tagged: +yes", facts) and re.search(r"Title: +\S", facts), f"{base}: tagged and titled")
    found = structure(pdf)
    check.same(found["language"], document["language"], f"{base}: language")
    check(found["title"] not in ("", "None") and found["shows title"], f"{base}: a title, which readers show: {found['title']}")
    check.same((found["part"], found["marked"], found["parents"], found["ordered"], found["unicode"]), ("1", True, True, True, True), f"{base}: PDF/UA-1 by its facts")
    check(found["kinds"][0] == "Document" and "P" in found["kinds"] and not found["parentless"], f"{base}: a tree of tags: {sorted(set(found['kinds']))}")
    if any(block["kind"] == "list" for block in document["blocks"]):
        check({"L", "LI"} <= set(found["kinds"]), f"{base}: lists are lists: {sorted(set(found['kinds']))}")
    headings = [block for block in document["blocks"] if block["kind"] in ("title", "heading")]
    check.same(len([kind for kind in found["kinds"] if kind in ("H1", "H2", "H3")]), len(headings), f"{base}: headings are headings")
    size = re.search(r"Page size: +([\d.]+) x ([\d.]+)", facts)
    check.same(round(float(size.group(1))), SHEETS[paper], f"{base}: sheet")
    check.same(fields["content-type"], "application/pdf", base)
    return facts


def check_office(server, base):
    document = json.loads(fetch(server, f"{base}.json")[2])
    wanted = [plain(line) for block in document["blocks"] for line in words(block)]
    for ending in ("docx", "odt"):
        status, fields, file = fetch(server, f"{base}.{ending}")
        check.same(status, 200, f"{base}.{ending}")
        check(len(file) <= 60_000, f"{base}.{ending}: {len(file)} bytes")
        check(zipfile.ZipFile(io.BytesIO(file)).testzip() is None, f"{base}.{ending}: a whole archive")
        text = plain(run("pandoc", "-f", ending, "-t", "plain", "-s", "--wrap=none", given=file).decode())
        check(all(line in text for line in wanted), f"{base}.{ending}: pandoc reads {[l for l in wanted if l not in text][:2]!r} not")
        if shutil.which("soffice"):
            check_through_office(base, ending, file, wanted)
    again = fetch(server, f"{base}.docx")
    check.same(again[2], fetch(server, f"{base}.docx")[2], f"{base}: the same bytes")


# LibreOffice's own settings, made when it is first started.
OFFICE = tempfile.TemporaryDirectory()


def check_through_office(base, ending, file, wanted):
    """Opened by LibreOffice, saved as Word, read again: the same words."""
    with tempfile.TemporaryDirectory() as folder:
        path, out = os.path.join(folder, f"document.{ending}"), os.path.join(folder, "out")
        with open(path, "wb") as copy:
            copy.write(file)
        run("soffice", f"-env:UserInstallation=file://{OFFICE.name}", "--headless", "--convert-to", "docx", "--outdir", out, path)
        text = plain(run("pandoc", "-f", "docx", "-t", "plain", "-s", "--wrap=none", os.path.join(out, "document.docx")).decode())
        check(all(line in text for line in wanted), f"{base}.{ending}: through LibreOffice {[l for l in wanted if l not in text][:2]!r} is missing")


def check_own_letter(server):
    """A letter as somebody takes it: the Word file has what the plain text has, also when it has been through LibreOffice."""
    def taken(form):
        connection = server.connect()
        fields = {"way": "post", "language": "fr", "name": "Zoë O'Brien-Nuñez", "place": "Zürich", "format": form}
        connection.request("POST", "/en/actions/901-26/letters", urllib.parse.urlencode(fields), {"Content-Type": "application/x-www-form-urlencoded"})
        answer = connection.getresponse()
        return answer.status, answer.read()

    (status, text), (_, file) = taken("txt"), taken("docx")
    wanted = [plain(line) for line in text.decode().splitlines() if line.strip()]
    check(status == 200 and len(wanted) > 8 and file[:2] == b"PK" and len(file) <= 60_000, f"a letter to take away: {status}, {len(file)} bytes")
    read = plain(run("pandoc", "-f", "docx", "-t", "plain", "-s", "--wrap=none", given=file).decode())
    check(all(line in read for line in wanted), f"the letter as Word: {[line for line in wanted if line not in read]!r} is missing")
    if shutil.which("soffice"):
        check_through_office("the letter taken away", "docx", file, wanted)


def documents(server):
    """Of the documents that the pages list: a sheet and a letter in every language, and all letters of one case."""
    found = {}
    for page in sorted(set(re.findall(r'href="(/en/actions/[\w-]+)"', server.get("/en/").text))):
        for path in re.findall(r'href="(/documents/[^"]+)\.json"', server.get(page).text):
            found.setdefault(tuple(path.split("/")[-2:]), path)
    return sorted(found.values())


def letters(database):
    """A case like an example, with letters in further languages."""
    model = ground.amparo(database, "export", "UA 901/26", "--format", "md", "--language", "ar").said
    head = model[:model.index("## Letter")].replace("UA 901/26", "UA 990/26")
    folder = os.path.join(database.folder, "letters")
    os.mkdir(folder)
    for tag, (greeting, body, closing) in LETTERS.items():
        text = re.sub(r"^language: ar$", f"language: {tag}", head, flags=re.MULTILINE)
        with open(os.path.join(folder, f"{tag}.md"), "w", encoding="utf-8") as file:
            file.write(f"{text}## Letter\n\n### Greeting\n\n{greeting}\n\n### Body\n\n{body}\n\n### Closing\n\n{closing}\n")
    check.same(ground.amparo(database, "import", "--publish", folder).status, 0, "letters in further languages are taken")


def main():
    if not shutil.which("pdftotext") or not shutil.which("pandoc"):
        ground.skip("pdftotext or pandoc is not installed")
    if not shutil.which("soffice"):
        check(not os.environ.get("AMPARO_OFFICE"), "soffice is not installed, and Word files were to go through it")
        note("soffice is not installed: Word files are read with pandoc alone")
    with tempfile.TemporaryDirectory() as folder:
        database = ground.SQLite(folder)
        database.folder = folder
        with ground.Server(database, "--demo", AMPARO_PYTHON=PYTHON) as server:
            letters(database)
            bases = documents(server)
            languages = {base.split("/")[-2] for base in bases}
            check({"en", "es", "de", "ar", "fa", "zh", "am"} <= languages, f"documents in {sorted(languages)}")
            for number, base in enumerate(bases):
                check_pdf(server, base, "a4" if number % 2 else "letter")
                check_office(server, base)
            check_own_letter(server)
        with ground.Server(database, AMPARO_PYTHON="/no/such/python") as server:
            check.same(fetch(server, f"{bases[0]}.pdf")[0], 501, "no PDF without WeasyPrint")
            check.same(fetch(server, f"{bases[0]}.docx")[0], 200, "Word files all the same")
            check.same(fetch(server, "/en/")[0], 200, "and pages")
    check.end()


main()
