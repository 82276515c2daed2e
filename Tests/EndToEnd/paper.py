#!/usr/bin/env python3
"""What is printed fits what it is put into: the recorded documents (Tests/DocumentsTests/Fixtures/Paper) are made into PDF, and the words of each
address are measured in millimetres against windows, envelopes and labels; then every page is compared with a picture of it that was looked at.

The same bytes must come out with the shorter ways that the program takes through WeasyPrint (Sources/Converters/Resources/shortcuts.py) as without.

A picture counts as the same when at most one in two hundred of its cells of 8 by 8 dots is lighter or darker by a tenth: another version of a
font or of the PDF writer moves the edges of letters, and moves nothing that far. RECORD=1 takes the pictures anew (Tests/EndToEnd/Pictures).
"""
import glob
import html.parser
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

import weasyprint
from PIL import Image, ImageChops

from ground import ROOT, check, note

sys.path.insert(0, os.path.join(ROOT, "Sources", "Converters", "Resources"))
import shortcuts  # noqa: E402

SAMPLES = os.path.join(ROOT, "Tests", "DocumentsTests", "Fixtures", "Paper")
PICTURES = os.path.join(ROOT, "Tests", "EndToEnd", "Pictures")
INCH = 25.4

# What the post and the makers of envelopes say, worked out here once more and apart from the program: where the window's edges can come to lie
# on the folded sheet (left, top, right, bottom in millimetres), however the sheet slides in the envelope.
WINDOWS = {
    # DIN 680: DL is 220 by 110, the window 90 by 45, 20 from the left and 15 from below; the sheet is folded to 210 by 105.
    "din5008": [(20 - x, 110 - 15 - 45 - y, 110 - x, 110 - 15 - y) for x in (0, 10) for y in (0, 5)],
    # The fields of KOMA-Script 3.49, SNleft.lco and SN.lco, measured at those envelopes.
    "swiss-left": [(20, 35.5, 120, 80.5)],
    "swiss-right": [(112, 45, 202, 90)],
    # Number 10: 9 1/2 by 4 1/8 in, window 4 1/2 by 1 1/8 in, 7/8 in from the left, 1/2 in from below; Letter folded in three. On its lower edge.
    "us-10": [((7 / 8 - x) * INCH, (11 / 3 - 1 / 2 - 9 / 8) * INCH, (7 / 8 - x + 9 / 2) * INCH, (11 / 3 - 1 / 2) * INCH) for x in (0, 1)],
}
# Slid up to the envelope's upper edge.
SLID = ((4 + 1 / 8) - 1 / 2 - 9 / 8) * INCH
FOLDS = {"din5008": 105, "swiss-left": 99, "swiss-right": 99, "us-10": 11 / 3 * INCH}
SIZES = {"a4": (210, 297), "letter": (8.5 * INCH, 11 * INCH), "c5": (229, 162), "c6": (162, 114), "dl": (220, 110), "us-10": (241.3, 104.8)}


class Addresses(html.parser.HTMLParser):
    """The words of each address block of a document, in order."""

    def __init__(self, text):
        super().__init__()
        self.found, self.inside = [], False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag == "address" and "address" in dict(attributes)["class"].split():
            self.found.append([])
            self.inside = True

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "address"

    def handle_data(self, text):
        if self.inside:
            self.found[-1] += text.split()


def words(pdf):
    """The words of each page with their boxes in millimetres."""
    listed = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, text=True, errors="replace", check=True).stdout
    pages = []
    for line in listed.splitlines():
        if "<page " in line:
            pages.append([])
        box = re.search(r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', line)
        if box:
            pages[-1].append(([float(side) / 72 * INCH for side in box.groups()[:4]], html.unescape(box[5])))
    return pages


def inside(box, field):
    return box[0] >= field[0] and box[1] >= field[1] and box[2] <= field[2] and box[3] <= field[3]


def letters_of(words):
    """Words so that those of a PDF and those of a page compare: compatible forms made plain, marks of direction gone, letters in any order,
    since an extractor may turn a ligature round."""
    return sorted("".join(sorted(c for c in unicodedata.normalize("NFKC", word) if unicodedata.category(c) != "Cf")) for word in words)


def page_sizes(pdf):
    told = subprocess.run(["pdfinfo", "-l", "99", pdf], capture_output=True, text=True, check=True).stdout
    return [(float(w) / 72 * INCH, float(h) / 72 * INCH) for w, h in re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", told)]


def printed(text, fetched):
    """The PDF of a page, and every address that laying it out asks for."""
    page = weasyprint.HTML(string=text, url_fetcher=lambda url, *_, **__: fetched.append(url) or {"string": b""})
    return page.write_pdf(pdf_variant="pdf/ua-1")


def closings(sample):
    """However long a letter is: its closing stands at the head of no page, parted from what it closes."""
    with open(sample, encoding="utf-8") as file:
        text = file.read()
    paragraph = re.findall(r"(?m)^<p>.*</p>$", text)[1]
    with tempfile.NamedTemporaryFile(suffix=".pdf") as pdf:
        for count in (5, 6, 7, 8, 19, 20):
            longer = re.sub(r"(?m)(^<p>.*</p>\n)+", lambda _: (paragraph + "\n") * count, text, count=1).replace('<article class="close"', "<article")
            pdf.seek(0)
            pdf.truncate()
            pdf.write(printed(longer, []))
            pdf.flush()
            last = sorted((box[1], word) for box, word in words(pdf.name)[-1] if box[1] > 20)
            check(last and last[0][1] != "Atentamente,", f"a letter of {count} paragraphs: its closing stands alone on its page")


def measure_letter(name, form, pages, address):
    for field in WINDOWS[form]:
        shown = [word for box, word in pages[0] if inside(box, field)]
        # The longest words break over two lines, so that there only the letters can be compared.
        read = (lambda found: sorted("".join(letters_of(found)))) if name == "hostile" else letters_of
        check.same(read(shown), read(address), f"{name}: what the window shows at {[round(side, 1) for side in field]}")
    boxes = [box for box, _ in pages[0] if inside(box, WINDOWS[form][0])]
    if not check(boxes, f"{name}: the window shows nothing"):
        return
    check(max(box[3] for box in boxes) < FOLDS[form], f"{name}: the fold runs through the address")
    rest = [box for box, _ in pages[0] if box[1] > max(b[3] for b in boxes)]
    lowest = SLID + 9 / 8 * INCH if form == "us-10" else max(field[3] for field in WINDOWS[form])
    check(rest and min(box[1] for box in rest) > lowest, f"{name}: the letter begins where the window may show it")
    if form == "us-10":
        last = [box for box, word in pages[0] if word in ("LIMA", "15001", "PERU")]
        check(last and all(box[3] <= SLID + 9 / 8 * INCH and box[1] >= SLID for box in last), f"{name}: town and country hidden when the sheet slides up")
    if form.startswith("swiss"):
        first = min(boxes, key=lambda box: (box[1], box[0]))
        check(abs(first[0] - (26 if form == "swiss-left" else 118)) < 1, f"{name}: the address begins at {first[0]:.1f}")
        check(51 < first[1] < 55, f"{name}: the first line begins at {first[1]:.1f}")


def measure_envelopes(name, size, pages, addresses):
    width, height = SIZES[size]
    for page, address in zip(pages, addresses):
        field = (width * 0.4, 40, width - 15, height - 15)
        check.same(letters_of(w for box, w in page if inside(box, field)), letters_of(address), f"{name}: the address in its zone")
        stamps = (width - 74, 0, width, 40)
        check(not [w for box, w in page if box[2] > stamps[0] and box[1] < stamps[3]], f"{name}: something stands where stamps go")
        check(not [w for box, w in page if box[3] > height - 15], f"{name}: something stands where the sorting machine prints")


def measure_labels(name, pages, addresses):
    columns, rows, width, height, left, top, step = (
        (3, 8, 70, 37, 0, 0.5, 70) if name.endswith("a4") else (3, 10, 2.625 * INCH, INCH, 0.1875 * INCH, 0.5 * INCH, 2.75 * INCH))
    for place, address in enumerate(addresses, start=1):
        sheet, place = divmod(place, columns * rows)
        row, column = divmod(place, columns)
        x, y = left + column * step, top + row * height
        shown = [w for box, w in pages[sheet] if inside(box, (x + 2, y + 1, x + width - 2, y + height - 1))]
        check.same(letters_of(shown), letters_of(address), f"{name}: label {row + 1}/{column + 1}")


def compare(name, pdf, folder):
    subprocess.run(["pdftoppm", "-r", "40", "-gray", "-png", pdf, os.path.join(folder, name)], check=True)
    for number, taken in enumerate(sorted(glob.glob(os.path.join(glob.escape(folder), name + "-[0-9]*.png"))), start=1):
        kept = os.path.join(PICTURES, f"{name}.{number}.png")
        picture = Image.open(taken).convert("L")
        if os.environ.get("RECORD"):
            picture.quantize(16).save(kept, optimize=True)
            continue
        if not check(os.path.exists(kept), f"no picture {os.path.basename(kept)}"):
            continue
        known = Image.open(kept).convert("L")
        if not check.same(picture.size, known.size, f"{name}.{number}: size of the picture"):
            continue
        small = tuple(-(-side // 8) for side in picture.size)
        apart = ImageChops.difference(picture.resize(small, Image.BOX), known.resize(small, Image.BOX))
        off = sum(apart.histogram()[26:])
        check(off <= small[0] * small[1] / 200, f"{name}.{number}: {off} of {small[0] * small[1]} cells are another")


def measure(name, text, pdf, sizes):
    pages, addresses = words(pdf), Addresses(text).found
    if name.startswith("letter-") or name == "hostile":
        form = next((form for form in WINDOWS if name.endswith("-" + form)), "din5008")
        measure_letter(name, form, pages, addresses[0])
        check.same(len(pages), 1 if name != "hostile" else len(pages), f"{name}: pages")
    elif name == "two-letters":
        starts = [number for number, page in enumerate(pages) if letters_of(w for b, w in page if inside(b, WINDOWS["swiss-left"][0])) in map(letters_of, addresses)]
        check.same(starts, [0, 2], "two-letters: the pages on which an address shows in the window")
        numbers = ["".join(w for box, w in page if box[1] > 275) for page in pages]
        check.same([n.strip("–\u00a0 ") for n in numbers], ["", "2", ""], "two-letters: page numbers")
    elif name.startswith("envelope-"):
        size = name.removeprefix("envelope-")
        measure_envelopes(name, size, pages, addresses)
        check(all(abs(a - b) < 0.3 for got in sizes for a, b in zip(got, SIZES[size])), f"{name}: pages of {sizes}")
        check.same(len(pages), len(addresses), f"{name}: pages")
    elif name.startswith("labels-"):
        measure_labels(name, pages, addresses)
    elif name == "fax":
        check.same(len(pages), 2, "fax: cover and letter")
        check("2" in [w for _, w in pages[0]], "fax: the cover says how many pages there are")
    elif name in ("card", "cards"):
        check.same([w for _, w in pages[0]].count("TUNESIEN"), 1 if name == "card" else 4, f"{name}: cards on the sheet")
        wanted = (148.5, 105) if name == "card" else (297, 210)
        check(len(sizes) == 1 and all(abs(a - b) < 0.3 for a, b in zip(sizes[0], wanted)), f"{name}: pages of {sizes}")


def fonts_have(language):
    return bool(subprocess.run(["fc-list", f":lang={language}"], capture_output=True, text=True).stdout.strip())


def main():
    os.makedirs(PICTURES, exist_ok=True)
    samples = {}
    for path in sorted(glob.glob(os.path.join(SAMPLES, "*.html"))):
        with open(path, encoding="utf-8") as file:
            samples[os.path.basename(path).removesuffix(".html")] = file.read()
    check(len(samples) >= 20, f"{len(samples)} samples in {SAMPLES}")
    fetched = []
    plain = {name: printed(text, fetched) for name, text in samples.items()}
    check(shortcuts.take(), f"the shorter ways are for WeasyPrint {shortcuts.KNOWN}, and this is {weasyprint.__version__}")
    with tempfile.TemporaryDirectory() as folder:
        for name, text in samples.items():
            pdf = os.path.join(folder, name + ".pdf")
            with open(pdf, "wb") as file:
                file.write(printed(text, fetched))
            with open(pdf, "rb") as file:
                check(file.read() == plain[name], f"{name}: another PDF by the shorter ways")
            check.same(fetched, [], f"{name}: fetches nothing")
            measure(name, text, pdf, page_sizes(pdf))
            if name == "letter-zh" and not fonts_have("zh"):
                note("no Chinese font here: the Chinese letter is not looked at")
            else:
                compare(name, pdf, folder)
    closings(os.path.join(SAMPLES, "letter-close.html"))
    check.end()


if __name__ == "__main__":
    main()
