#!/usr/bin/env python3
"""Writes texts in other formats, as other programs would: formats.py FROM_FOLDER TO_FOLDER.

Ways of keeping lines, since programs differ: every line a paragraph with empty paragraphs between ("lines") or without ("tight"),
paragraphs with breaks in them ("breaks"), a page of a site around the latter ("page"), a mail with both kinds of text ("mail").
"""
import email.message
import email.policy
import html
import pathlib
import re
import subprocess
import sys

HEAD = '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>'
SITE_TOP = ('<header><a href="/">Network</a></header><nav><ul><li><a href="/a">Home</a></li><li><a href="/b">News</a></li>'
            '<li><a href="/c">About us</a></li><li><a href="/d">Contact</a></li></ul></nav><main><article>')
SITE_END = ('</article></main><aside><h2>Latest</h2><p>Sign our newsletter, call 020 555 0100</p></aside>'
            '<footer><p>Registered charity, London. info@example.org</p></footer>')


def paragraphs(text):
    return [part.split("\n") for part in re.split(r"\n\s*\n", text.strip("\n")) if part.strip()]


def lines(text):
    body = "".join(f"<p>{html.escape(line)}</p>\n" if line.strip() else "<p><br></p>\n" for line in text.split("\n"))
    return HEAD + body + "</body></html>"


def tight(text):
    return HEAD + "".join(f"<p>{html.escape(line)}</p>\n" for line in text.split("\n") if line.strip()) + "</body></html>"


def mail(text):
    message = email.message.EmailMessage(policy=email.policy.SMTP)
    message["From"], message["To"] = "Network <network@example.org>", "members@example.org"
    message["Subject"] = "Urgent Action: für alle Mitglieder"
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(HEAD + breaks(text) + "</body></html>", subtype="html", cte="base64")
    return message.as_bytes()


def breaks(text):
    return "".join("<p>" + "<br>\n".join(html.escape(line) for line in part) + "</p>\n" for part in paragraphs(text))


def chromium(source, target):
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                    f"--print-to-pdf={target}", source.as_uri()], check=True, stderr=subprocess.DEVNULL)


def pandoc(source, target, reader="html"):
    subprocess.run(["pandoc", "-f", reader, "-o", str(target), str(source)], check=True, stderr=subprocess.DEVNULL)


def main(source, target):
    for path in sorted(source.glob("*.txt")):
        text = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").replace("\f", "\n")
        folder = target / "mail.eml"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / path.name).write_bytes(mail(text))
        made = {"lines.html": lines(text), "tight.html": tight(text), "breaks.html": HEAD + breaks(text) + "</body></html>",
                "page.html": HEAD + SITE_TOP + breaks(text) + SITE_END + "</body></html>"}
        for name, page in made.items():
            folder = target / name
            folder.mkdir(parents=True, exist_ok=True)
            (folder / path.name).write_text(page, encoding="utf-8")
        for kind in ("lines", "breaks"):
            page = (target / f"{kind}.html" / path.name)
            copy = target / f"{path.stem}.html"
            copy.write_text(page.read_text("utf-8"), "utf-8")
            for ending in ("docx", "odt", "pdf"):
                folder = target / f"{kind}.{ending}"
                folder.mkdir(exist_ok=True)
                made_file = target / f"{path.stem}.{ending}"
                if ending == "pdf":
                    chromium(copy, made_file)
                else:
                    pandoc(copy, made_file, "html+empty_paragraphs")
                made_file.rename(folder / path.name)
            copy.unlink()


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve())
