"""Lays out pages for Amparo: HTML comes in over a socket, a tagged PDF (PDF/UA-1) goes back. See Press/PressProcess.swift.

Fetches nothing, writes no file, keeps nothing of a document. Ends when its socket ends, when one document takes more than its
share of processor time, and when it would take more than its share of memory.
"""
import functools
import gc
import os
import re
import resource
import signal
import struct
import sys

MEMORY = int(sys.argv[1])
SECONDS = float(sys.argv[2])

os.closerange(3, 1 << 16)
# Pages for readers go before papers.
os.nice(10)
os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))
resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

import logging  # noqa: E402

import weasyprint  # noqa: E402
from weasyprint.text.fonts import FontConfiguration  # noqa: E402
from weasyprint.urls import URLFetcher  # noqa: E402

# The interpreter looks for nothing beside this file of its own accord (-I).
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import shortcuts  # noqa: E402

MADE, FAILED, READY = 0, 1, 2
# What is needed for a letter is loaded before the first one comes: faces, upright and bold, for the scripts that are written most.
STYLE = """
@page { size: A4; @bottom-center { content: counter(page); font: 9pt "Noto Serif", serif } }
html { font-family: "Noto Serif", serif } :lang(ar) { font-family: "Noto Naskh Arabic", "Noto Serif", serif }
address { position: absolute; left: 0; top: 0; overflow: hidden } b { overflow-wrap: anywhere } ul { display: flex } td { border: 1px solid }
"""
FIRST = ("<!doctype html><html lang=en><head><meta charset=utf-8><title>Ready</title><style>" + STYLE + "</style></head>"
         "<body><h1>Ready</h1><address>Ready</address><p>Ready, <b>ready</b> and <i>ready</i> é ñ ß</p>"
         "<p lang=ar dir=rtl>جاهز <b>جاهز</b> <a href='#'>12</a></p><ul><li>Ready</li></ul><table><tr><td>Ready</td></tr></table></body></html>")


class Nowhere(URLFetcher):
    """A letter is made of its own words: nothing is fetched, from no disk and no network."""

    def fetch(self, url, headers=None):
        raise ValueError("nothing is fetched")


def guard(event, arguments):
    """Whatever a document may bring a library to try: no socket, no program, no folder, no file that is written."""
    if event.startswith(("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "tempfile.", "os.mkdir")):
        raise PermissionError(event)
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        raise PermissionError(event)


# A piece whose name ends so is laid out once and printed so many times; in a list of contents such a link is given the page's number.
COPIES = re.compile(r"-x(\d{1,3})$")
# Only our own pages have style elements: what somebody typed is text in them.
RULES = re.compile(r"<style>(.*?)</style>", re.DOTALL)
PAGE_NUMBER = re.compile(r'(<a class="leaf" href="#([^"]+)">)(?=</a>)')


def paper(html, fonts):
    """The PDF of a page; its language and title are those of the page."""
    document = laid_out(html, fonts)
    pages, begins = copied(document.pages)
    if PAGE_NUMBER.search(html):
        document = laid_out(PAGE_NUMBER.sub(lambda link: f"{link[1]}{begins.get(link[2], '')}", html), fonts)
        pages, begins = copied(document.pages)
    return document.copy(pages).write_pdf(pdf_variant="pdf/ua-1")


def laid_out(html, fonts):
    sheets = [sheet(rules, fonts) for rules in RULES.findall(html)]
    page = weasyprint.HTML(string=RULES.sub("", html), base_url=None, url_fetcher=Nowhere())
    return page.render(font_config=fonts, stylesheets=sheets, pdf_variant="pdf/ua-1")


@functools.lru_cache(maxsize=32)
def sheet(rules, fonts):
    """The rules, read once: every letter has those of the letters before it."""
    return weasyprint.CSS(string=rules, font_config=fonts, url_fetcher=Nowhere())


def copied(pages):
    """The pages, those of a piece as often as its name says, and the number of the page on which each piece begins.

    A piece reaches from the page with its name to the next page that bears one.
    """
    all_pages, begins, piece, copies = [], {}, [], 1
    for page in pages:
        # every page that a piece runs onto bears its name
        names = [name for name in page.anchors if name not in begins]
        if names:
            all_pages += piece * copies
            piece, copies = [], 1
            for name in names:
                begins[name] = len(all_pages) + 1
                named = COPIES.search(name)
                copies = int(named[1]) if named else copies
        piece.append(page)
    return all_pages + piece * copies, begins


def exactly(count):
    """The next `count` bytes; none at all once the other side is gone."""
    pieces = []
    while count:
        piece = os.read(0, min(count, 1 << 20))
        if not piece:
            sys.exit(0)
        pieces.append(piece)
        count -= len(piece)
    return b"".join(pieces)


def say(kind, content):
    rest = memoryview(struct.pack(">IBI", 5 + len(content), kind, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) + content)
    while rest:
        rest = rest[os.write(1, rest):]


def main():
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL + 1)
    logging.getLogger("fontTools").setLevel(logging.CRITICAL + 1)
    shortcuts.take()
    fonts = FontConfiguration()
    paper(FIRST, fonts)
    sys.addaudithook(guard)
    # Looking for garbage in the midst of a paper costs a fifth of its time: it is done between papers, and past what is there for good.
    gc.collect()
    gc.freeze()
    gc.disable()
    say(READY, weasyprint.__version__.encode())
    while True:
        html = exactly(struct.unpack(">I", exactly(4))[0]).decode("utf-8", "replace")
        # The signal's usual effect is the end of the process, wherever it is.
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        try:
            made = MADE, paper(html, fonts)
        except MemoryError:
            os._exit(1)  # what is left of the memory may not do for the next
        except Exception:
            made = FAILED, b""
        signal.setitimer(signal.ITIMER_PROF, 0)
        say(*made)
        gc.collect()


if __name__ == "__main__":
    main()
