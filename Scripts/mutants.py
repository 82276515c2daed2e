"""Documents gone wrong: seeds of four formats, worst cases made on purpose, and changes at random. For Scripts/fuzz-programs."""
import hashlib
import io
import pathlib
import re
import subprocess
import zipfile
import zlib

FORMATS = ("docx", "odt", "rtf", "pdf")
BODY = {"docx": "word/document.xml", "odt": "content.xml"}


# Seeds

def seeds(ending, texts):
    """The texts as documents of a format; PDFs are written by hand, since no converter here writes small ones."""
    if ending == "pdf":
        made = [pdf(text) for text in texts]
        return made + [pdf(texts[0], packed=True), encrypted(texts[0], b""), encrypted(texts[0], b"secret")]
    command = ["pandoc", "-f", "markdown", "-t", ending, "-o", "-"] + ([] if ending != "rtf" else ["--standalone"])
    return [subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout for text in texts]


def pdf(text, packed=False, trailer=b"", change=lambda number, stream: stream, more=()):
    """A PDF of pages of fifty lines. `change` gets each stream, as encryption needs; `more` are further objects."""
    lines = text.split("\n")
    pages = [lines[start:start + 50] for start in range(0, len(lines), 50)]
    kids = " ".join(f"{4 + 2 * page} 0 R" for page in range(len(pages)))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
               b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"]
    for page in pages:
        number = len(objects) + 1
        shown = " ".join("(" + re.sub(r"([()\\])", r"\\\1", line) + ") '" for line in page)
        stream = f"BT /F1 10 Tf 14 TL 72 780 Td {shown} ET".encode("cp1252", "replace")
        stream = change(number + 1, zlib.compress(stream) if packed else stream)
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {number + 1} 0 R"
                       "/Resources<</Font<</F1 3 0 R>>>>>>".encode())
        objects.append(b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(stream), b"/Filter/FlateDecode" if packed else b"", stream))
    return assembled(objects + list(more), trailer)


def assembled(objects, trailer=b""):
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)


def encrypted(text, password):
    """Under the 40-bit cipher of PDF 1.4 (ISO 32000-1, 7.6): no password at all to open it, or one."""
    padding = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    padded, name = (password + padding)[:32], b"0123456789abcdef"
    owner = rc4(hashlib.md5(padded).digest()[:5], padded)
    key = hashlib.md5(padded + owner + (-4).to_bytes(4, "little", signed=True) + name).digest()[:5]

    def change(number, stream):
        return rc4(hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10], stream)
    entry = b"/ID[<%s><%s>]/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>" % (
        name.hex().encode(), name.hex().encode(), owner.hex().encode(), rc4(key, padding).hex().encode())
    return pdf(text, trailer=entry, change=change)


def rc4(key, stream):
    state, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    for byte in stream:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


# Worst cases

def worst(ending, seed, secret):
    """Documents made to harm a reader, by name. One asks for the file `secret`."""
    if ending in BODY:
        return worst_office(ending, seed, secret)
    return worst_rich(seed) if ending == "rtf" else worst_pdf(seed)


def worst_office(ending, seed, secret):
    body, text = BODY[ending], unpacked(seed)[BODY[ending]].decode("utf-8", "replace")
    head, rest = text.split("?>", 1) if text.startswith("<?xml") else ("", text)
    head = head and head + "?>"
    laughs = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    inner = {"docx": "<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "odt": "<text:p>{}</text:p>"}[ending]
    row = {"docx": "<w:tr>" + "<w:tc><w:p/></w:tc>" * 100 + "</w:tr>",
           "odt": "<table:table-row>" + "<table:table-cell/>" * 100 + "</table:table-row>"}[ending]
    table = {"docx": "<w:tbl>{}</w:tbl>", "odt": "<table:table>{}</table:table>"}[ending]
    nested = {"docx": ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
              "odt": ("<table:table><table:table-row><table:table-cell>", "</table:table-cell></table:table-row></table:table>")}[ending]
    end = {"docx": "</w:body>", "odt": "</office:text>"}[ending]

    def with_part(part):
        return changed(seed, {body: text.replace(end, part + end, 1).encode()})

    def with_doctype(doctype, use):
        return changed(seed, {body: (head + doctype + rest.replace(end, inner.format(use) + end, 1)).encode()})
    yield "laughs", with_doctype(f'<!DOCTYPE x [<!ENTITY e0 "ha">{laughs}]>', "&e11;")
    yield "quadratic", with_doctype(f'<!DOCTYPE x [<!ENTITY e "{"a" * 50_000}">]>', "&e;" * 5000)
    yield "recursion", with_doctype('<!DOCTYPE x [<!ENTITY a "&b;"><!ENTITY b "&a;">]>', "&a;")
    yield "file", with_doctype(f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]>', "URGENT ACTION UA 1/21 &e;")
    for count in (200, 20_000, 500_000):
        yield f"deep-{count}", changed(seed, {body: (head + "<a>" * count + "</a>" * count).encode()})
    yield "unclosed", changed(seed, {body: (head + "<a>" * 1_000_000).encode()})
    yield "nested-tables", with_part(nested[0] * 3000 + nested[1] * 3000)
    yield "table", with_part(table.format(row * 3000))
    yield "paragraphs", with_part(inner.format("a b ") * 100_000)
    yield "attributes", with_part("<a " + " ".join(f'b{n}="c"' for n in range(100_000)) + "/>")
    yield "line", with_part(inner.format("word " * 1_000_000))
    yield "empty", changed(seed, {body: b""})
    yield "binary", changed(seed, {body: bytes(range(256)) * 400})
    yield "sixteen", changed(seed, {body: text.encode("utf-16")})
    yield "swells", changed(seed, {body: b"<a>" + b" " * 90_000_000}, swells=True)
    yield "many", changed(seed, {f"x/{n}.xml": b"<a/>" for n in range(20_000)})
    yield "twice", seed + seed
    yield "hidden", b"\0" * 1000 + seed
    yield "empty-zip", changed({}, {})


def worst_rich(seed):
    yield "deep", b"{\\rtf1 " + b"{" * 200_000
    yield "closed", b"{\\rtf1 " + b"{" * 100_000 + b"a" + b"}" * 100_001
    yield "words", b"{\\rtf1 " + b"\\b\\i\\par " * 200_000 + b"}"
    yield "number", b"{\\rtf1 \\bin99999999999999999999 a\\u99999999999 b\\fs-999999999999 c}"
    yield "line", b"{\\rtf1 " + b"word " * 1_000_000 + b"}"
    yield "table", b"{\\rtf1 " + (b"\\trowd" + b"\\cellx1" * 50 + b"a\\cell" * 50 + b"\\row\n") * 2000 + b"}"
    yield "lists", b"{\\rtf1 {\\*\\listtable" + b"{\\list{\\listlevel\\levelnfc23}}" * 20_000 + b"}a\\ls1\\ilvl99999 b}"
    yield "picture", b"{\\rtf1 {\\pict\\pngblip " + b"0" * 5_000_000 + b"}}"
    yield "signs", b"{\\rtf1 " + b"\\'ff\\u-1?\\~\\_\\-" * 100_000 + b"}"
    yield "twice", seed + seed


def worst_pdf(seed):
    bomb = zlib.compress(zlib.compress(b"(a) ' " * 20_000_000, 9), 9)
    flate = b"[" + b"/FlateDecode" * 2 + b"]"
    yield "bomb", page(b"<</Length %d/Filter%s>>\nstream\n%s\nendstream" % (len(bomb), flate, bomb))
    yield "filters", page(b"<</Length 3/Filter[%s]>>\nstream\nabc\nendstream" % (b"/ASCIIHexDecode" * 20_000))
    loop = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 12>>\nstream\n/X Do /X Do \nendstream"
    yield "loop", page(stream(b"/X Do"), [loop], b"/XObject<</X 5 0 R>>")
    forms = [b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>/Length 70>>\nstream\n%s\nendstream"
             % (number + 6, b"/X Do " * 11 + b"    ") for number in range(12)]
    yield "forms", page(stream(b"/X Do"), forms, b"/XObject<</X 5 0 R>>")
    yield "kids", assembled([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9999999>>"])
    yield "deep", page(stream(b"[" * 500_000))
    yield "dictionaries", assembled([b"<</Type/Catalog/Pages 2 0 R" + b"/A<<" * 100_000 + b">>" * 100_000 + b">>"])
    yield "text", page(stream(b"BT /F1 1 Tf " + b"(a b) Tj 1 1 Td " * 200_000 + b"ET"))
    yield "spread", page(stream(b"BT /F1 1 Tf " + b"".join(b"(w%d) Tj %d %d Td " % (n, n % 77, n % 53) for n in range(20_000)) + b"ET"))
    yield "huge", page(stream(b"BT /F1 99999999 Tf (a) Tj 1e38 1e38 Td (b) Tj ET"))
    yield "strings", page(stream(b"BT (" + b"(" * 100_000))
    yield "pages", pdf("\n".join("UA 1/21" for _ in range(50 * 3000)))
    yield "xref", seed.replace(b"startxref", b"startxref\n0\nstartxref")
    yield "previous", pdf("UA 1/21", trailer=b"/Prev 10")
    yield "length", re.sub(rb"/Length \d+", b"/Length 99999999999", seed)
    yield "lengths", re.sub(rb"/Length \d+", b"/Length 4 0 R", seed)
    yield "cipher", pdf("UA 1/21", trailer=b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 5/R 6/Length 256/O<00>/U<00>/OE<00>/UE<00>/P -4>>")
    yield "late", b"x" * 1000 + seed


def stream(body):
    return b"<</Length %d>>\nstream\n%s\nendstream" % (len(body), body)


def page(contents, more=(), resources=b""):
    return assembled([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                      b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<"
                      b"/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>%s>>>>" % resources, contents] + list(more))


def unpacked(document):
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # whatever the library makes of a broken archive
        return {}


def changed(document, parts, swells=False):
    """The archive with other parts. What swells when unpacked is refused before a converter sees it, so large parts are not packed."""
    members = {**(unpacked(document) if document else {}), **parts}
    large = any(len(part) > 900_000 for part in parts.values())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED if large and not swells else zipfile.ZIP_DEFLATED) as archive:
        for name, contents in members.items():
            archive.writestr(name, contents)
    return out.getvalue()


# Changes at random

NUMBERS = [b"0", b"-1", b"1", b"255", b"65536", b"2147483647", b"-2147483648", b"4294967296", b"99999999999999999999", b"1e38", b"0.00001"]


def mutant(ending, pool, chance):
    """One of the pool, changed in one to four ways."""
    document = chance.choice(pool)
    if ending in BODY and chance.random() < 0.75:
        members = unpacked(document)
        if members:
            return remade(members, chance, unpacked(chance.choice(pool)))
    if ending == "pdf" and chance.random() < 0.3:
        return repacked(document, chance)
    for _ in range(chance.randint(1, 4)):
        document = disturbed(document, chance, pool)
    return document[:2_000_000]


def remade(members, chance, others):
    """A zip archive whose parts are changed before they are packed, so that what reads them is reached."""
    names = list(members)
    for _ in range(chance.randint(1, 3)):
        name = chance.choice([each for each in names if each.endswith(".xml")] or names)
        kind = chance.random()
        if kind < 0.08:
            members.pop(name, None)
        elif kind < 0.16 and others:
            members[name] = chance.choice(list(others.values()))
        elif members.get(name):
            members[name] = tangled(members[name], chance) if kind < 0.7 else disturbed(members[name], chance, [members[name]])
    return changed({}, members)


def tangled(xml, chance):
    """Markup that stays markup: elements taken out, doubled, nested, moved; numbers and entities put in."""
    tags = [(found.start(), found.end()) for found in re.finditer(rb"<[^<>]{1,300}>", xml[:400_000])]
    if len(tags) < 4:
        return xml
    (start, end), (first, last) = sorted(chance.sample(tags, 2))
    kind = chance.randrange(8)
    if kind == 0:
        return xml[:start] + xml[last:]
    if kind == 1:
        return xml[:start] + xml[start:last] * chance.choice([2, 5, 50]) + xml[last:] if last - start < 4000 else xml[:start] + xml[end:]
    if kind == 2:
        return xml[:end] + xml[first:last] + xml[end:]
    if kind == 3:
        return xml[:start] + xml[start:end] * chance.choice([10, 300, 3000]) + xml[end:]
    if kind == 4:
        return re.sub(rb'"\d+"', lambda found: b'"' + chance.choice(NUMBERS) + b'"' if chance.random() < 0.2 else found.group(), xml)
    if kind == 5:
        return xml[:end] + chance.choice([b"&#0;", b"&#x10FFFF;", b"&no;", b"&#55296;", b"]]>", b"<![CDATA[", b"<!--", b"<?x", b"\xff", "‏".encode()]) + xml[end:]
    if kind == 6:
        return xml[:start] + xml[first:last] + xml[end:first] + xml[start:end] + xml[last:]
    return re.sub(re.escape(xml[start:end].split(b" ")[0].strip(b"</>")), xml[first:last].split(b" ")[0].strip(b"</>"), xml)


def repacked(document, chance):
    """A PDF with one stream changed inside and packed again, or a reference, number or name replaced by another of the file."""
    streams = list(re.finditer(rb"stream\n(.*?)\nendstream", document, re.S))
    if streams and chance.random() < 0.5:
        found = chance.choice(streams)
        try:
            inner = zlib.compress(disturbed(zlib.decompress(found.group(1)), chance, [document]))
        except zlib.error:
            inner = disturbed(found.group(1), chance, [document])
        return document[:found.start(1)] + inner + document[found.end(1):]
    for pattern in chance.sample([rb"\d+ 0 R", rb"/[A-Za-z]+", rb"-?\d+(\.\d+)?", rb"\([^()]{0,80}\)", rb"[\[\]]|<<|>>"], 2):
        tokens = list(re.finditer(pattern, document))
        if tokens:
            old, new = chance.choice(tokens), chance.choice(tokens).group()
            document = document[:old.start()] + chance.choice([new, chance.choice(NUMBERS), b""]) + document[old.end():]
    return document


def disturbed(document, chance, pool):
    """Bytes changed without knowing what they mean."""
    if not document:
        return b"\0"
    place, kind = chance.randrange(len(document)), chance.randrange(8)
    length = min(chance.choice([1, 4, 30, 500, 5000]), len(document) - place)
    piece = document[place:place + length]
    if kind == 0:
        return document[:place] + bytes([document[place] ^ (1 << chance.randrange(8))]) + document[place + 1:]
    if kind == 1:
        return document[:place] + chance.randbytes(length) + document[place + length:]
    if kind == 2:
        return document[:place]
    if kind == 3:
        return document[:place] + document[place + length:]
    if kind == 4:
        return document[:place] + piece * chance.choice([2, 20, 200]) + document[place + length:]
    if kind == 5:
        other = chance.choice(pool)
        start = chance.randrange(len(other)) if other else 0
        return document[:place] + other[start:start + 2000] + document[place:]
    if kind == 6:
        numbers = list(re.finditer(rb"\d+", document[:200_000]))
        if not numbers:
            return document[::-1][:200_000]
        found = chance.choice(numbers)
        return document[:found.start()] + chance.choice(NUMBERS) + document[found.end():]
    return document[:place] + chance.choice([b"\0", b"\xff" * 4, b"{", b"}", b"<", b"\\", b"\n" * 50, b"%PDF-1.7", b"PK\x05\x06"]) + document[place:]


def texts(fixtures, corpus):
    """What the seeds say: invented documents, and the annotated ones where they are there."""
    paths = sorted(pathlib.Path(fixtures).glob("*.txt"))[:5] + sorted((pathlib.Path(corpus) / "corpus/docs").glob("*.txt"))[:4]
    return [path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").replace("\f", "\n")[:8000] for path in paths]
