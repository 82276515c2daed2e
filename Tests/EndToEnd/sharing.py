#!/usr/bin/env python3
"""What other pages show of an action, as other programs see it: the card as a picture, a frame in a foreign page, oEmbed, schema.org."""
import http.client
import http.server
import io
import json
import os
import re
import threading

from PIL import Image
from playwright.sync_api import sync_playwright

from ground import Server, SQLite, amparo, check, place, wait_until


CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


def fetched(server, path):
    """The bytes and the fields of an answer."""
    connection = http.client.HTTPConnection("localhost", server.port, timeout=60)
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, answer.headers, answer.read()


def meta(page, name):
    found = re.search(f'<meta (?:property|name)="{name}" content="([^"]*)">', page)
    return found and found.group(1)


def path_of(url):
    return re.sub(r"^https?://[^/]+", "", url.replace("&amp;", "&"))


def card(server, page):
    url = meta(page, "og:image")
    if not check(url, "the page names a picture"):
        return
    status, fields, png = fetched(server, path_of(url))
    check.same((status, fields["content-type"]), (200, "image/png"), "the card is a PNG")
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    wanted = (int(meta(page, "og:image:width")), int(meta(page, "og:image:height")))
    check.same(picture.size, wanted, "as large as the page says")
    check(len(picture.getcolors(1 << 20)) > 20, "there are letters on it")
    band = picture.getpixel((600, wanted[1] - 8))
    check(band[0] > 150 and band[1] < 80, f"an open case has the band that says until when: {band}")
    check(fields["cross-origin-resource-policy"] == "cross-origin", "others may show it")
    check(len(png) < 150_000, f"it is light: {len(png)} bytes")


def article(page):
    text = re.search(r'<script type="application/ld\+json">(.*?)</script>', page).group(1)
    read = json.loads(text)
    check.same((read["@context"], read["@type"]), ("https://schema.org", "Article"), "an article of schema.org")
    for name in ("headline", "url", "identifier", "inLanguage", "publisher", "datePublished"):
        check(read.get(name), f"it has {name}")


def embedding(server, page):
    link = re.search(r'<link rel="alternate" type="application/json\+oembed" href="([^"]+)">', page).group(1)
    status, _, body = fetched(server, path_of(link))
    read = json.loads(body)
    check.same((status, read["version"], read["type"]), (200, "1.0", "rich"), "oEmbed answers")
    for name, kind in (("html", str), ("width", int), ("height", int), ("title", str)):
        check(isinstance(read[name], kind), f"{name} is there, as the specification wants it for rich content")
    return read["html"]


class Foreign(http.server.BaseHTTPRequestHandler):
    """Somebody else's page with our piece in it."""
    page = ""

    def do_GET(self):
        body = f"<!doctype html><title>Foreign</title><meta name=viewport content='width=device-width'>{self.page}".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def framed(server, html):
    """In a real browser, from another origin."""
    Foreign.page = html
    foreign = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Foreign)
    threading.Thread(target=foreign.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for width in (320, 1000):
            context = browser.new_context(viewport={"width": width, "height": 700})
            tab, complaints = context.new_page(), []
            tab.on("console", lambda message: complaints.append(message.text))
            tab.goto(f"http://127.0.0.1:{foreign.server_port}/")
            frame = next(one for one in tab.frames if one is not tab.main_frame)
            frame.wait_for_selector("a.button")
            wide = frame.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            check(wide <= 0, f"at {width} px nothing is cut off sideways ({wide} px)")
            check(frame.locator("a.button").is_visible(), "the way to write is in view")
            check.same(context.cookies(), [], "no cookie is set")
            check.same([text for text in complaints if "favicon" not in text], [], "the browser has nothing to complain of")
            with context.expect_page() as opened:
                frame.click("a.button")
            check("/write" in opened.value.url, "it opens beside the page")
            context.close()
        browser.close()
    foreign.shutdown()


with place(SQLite) as database, Server(database, "--demo") as server:
    items = json.loads(server.get("/en/feed.json").text)["items"]
    slug = next(match.group(1) for item in items if "letters wanted until" in item["content_html"] and (match := re.search(r"/actions/([^/]+)", item["url"])))
    page = server.get(f"/en/actions/{slug}").text
    card(server, page)
    article(page)
    framed(server, embedding(server, page))
    for language in ("es", "fr", "de"):
        status, _, png = fetched(server, f"/{language}/actions/{slug}/card.png")
        check(status == 200 and Image.open(io.BytesIO(png)).width == 1200, f"a card in {language}")
    reference = slug.replace("-", "/") if slug[0].isdigit() else slug
    check.same(amparo(database, "withdraw", reference, "--reason", "the family asks", "--by", "Rosa").status, 0, "withdrawn")
    holds, seconds = wait_until(lambda: server.get(f"/en/actions/{slug}/embed").status == 410, 3)
    check(holds and seconds <= 1, f"its frame is gone within a second ({seconds:.2f} s)")
    check.same(fetched(server, f"/en/actions/{slug}/card.png")[0], 410, "its picture is gone")
    check.same(server.get(f"/oembed?url=http://localhost:{server.port}/en/actions/{slug}").status, 410, "oEmbed says so")

check.end()
