"""What every mail of an alert promises, and the page in it."""
import re

import dkim

from actions import WORDS
from ground import check


def judge_page(page, language, what):
    check(f'lang="{language}"' in page and f"<h1" in page and WORDS[language][0] in page, f"{what} is a page in {language}")
    check(not re.search(r"<(img|script|link|iframe)|src=|url\(", page), f"{what} loads nothing")
    links = re.findall(r'href="([^"]*)"', page)
    shown = re.findall(r">(https?://[^<]*)<", page)
    check(links and all(re.match(r"http://localhost:\d+/[a-z]{2}/(actions/\d+-\d\d(/write)?|my|alerts/stop/[^/?]+)$", link) for link in links),
          f"{what} links to our own pages and through nobody: {links}")
    check(set(shown) <= set(links), f"{what}: an address that is shown is the one it leads to: {shown}")


def judge_mail(one, language, key):
    """Everything that a mail of ours promises."""
    mail, who = one.mail, one.to
    check.same(mail.get_content_type(), "multipart/alternative", f"{who}: its form")
    parts = [part.get_content_type() for part in mail.iter_parts()]
    check.same(parts, ["text/plain", "text/html"], f"{who}: text first")
    headline, lead, call = WORDS[language]
    check(headline in mail["Subject"] and headline in one.plain and lead in one.plain and call in one.plain, f"{who}: is told in {language}: {mail['Subject']}")
    judge_page(mail.get_body(("html",)).get_content(), language, f"{who}'s mail")
    stop = re.fullmatch(r"<(http://localhost:\d+/\w\w/alerts/stop/([^/>]+))>", mail["List-Unsubscribe"].strip())
    check(stop is not None and stop[1] in one.plain, f"{who}: the way out stands in the header and in the text")
    check.same(mail["List-Unsubscribe-Post"], "List-Unsubscribe=One-Click", f"{who}: by one click")
    check.same((mail["List-Id"], mail["Auto-Submitted"], mail["To"]), ("<alerts.localhost>", "auto-generated", who), f"{who}: header")
    check(re.fullmatch(r"<[\w-]+@localhost>", mail["Message-ID"]) is not None, f"{who}: {mail['Message-ID']}")
    check(re.fullmatch(r"bounces\+[\w.-]+@example\.org", one.sender) is not None, f"{who}: return path {one.sender}")
    check("localhost" in mail["From"] or "ua@example.org" in mail["From"], f"{who}: from {mail['From']}")
    check(dkim.verify(one.bytes, dnsfunc=lambda name, timeout=5: key), f"{who}: another program believes the signature")
