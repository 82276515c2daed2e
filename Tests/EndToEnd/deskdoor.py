"""Coming in at the desk, over plain HTTP: an invitation, a password, the codes of a phone (RFC 6238), a session for a browser."""
import base64
import hashlib
import hmac
import http.cookies
import os
import re
import struct
import time

from ground import amparo, check


def time_code(key, at=None):
    counter = struct.pack(">Q", int((time.time() if at is None else at) // 30))
    digest = hmac.new(base64.b32decode(key + "=" * (-len(key) % 8)), counter, hashlib.sha1).digest()
    place = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[place:place + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


class Member:
    """Somebody of the staff with a session that is open."""

    def __init__(self, server, database, login, role, section="int"):
        self.server, self.login = server, login
        ran = amparo(database, "staff", "add", login, "--name", login.capitalize(), "--role", role, "--section", section)
        check.same(ran.status, 0, f"{login} is invited ({ran.complained.strip()[:200]})")
        path = re.search(r"(/desk/enter/\S+)", ran.said).group(1)
        page = server.get(path)
        key = re.search(r"key: ([A-Z2-7 ]+)", page.words).group(1).replace(" ", "")[:32]
        password = f"{login} writes by hand"
        codes = server.post_form(path, {"password": password, "code": time_code(key)})
        paper = re.findall(r"\b[A-Za-z0-9]{4,6}-[A-Za-z0-9]{4,6}\b", codes.words) or re.findall(r"\b[a-z0-9]{8,12}\b", codes.words)
        answer = server.post_form("/desk/sign-in", {"login": login, "password": password, "code": paper[0]})
        check.same(answer.status, 303, f"{login} signs in")
        jar = http.cookies.SimpleCookie(answer.fields.get("set-cookie", ""))
        self.cookies = [{"name": name, "value": one.value, "url": f"http://localhost:{server.port}"} for name, one in jar.items()]

    def context(self, browser, **more):
        context = browser.new_context(locale="en", **more)
        context.add_cookies(self.cookies)
        return context


PICTURES = os.environ.get("AMPARO_PICTURES")


def picture(page, name):
    """The page as it is, wide and narrow, light and dark, when somebody wants to look."""
    if not PICTURES:
        return
    os.makedirs(PICTURES, exist_ok=True)
    size = page.viewport_size
    for width in (1280, 390):
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=os.path.join(PICTURES, f"{name}-{width}-{scheme}.png"), full_page=True)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(size)
