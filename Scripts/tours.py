"""Goes the ways that the pages in docs/coordinators, docs/translators and docs/administrators tell of, at a desk with the examples, and takes their
pictures on the way. A step that a page tells and the program does not have ends here with a fault. Called by Scripts/screenshots.
"""
import datetime
import io
import os
import pathlib
import re
import sys
import traceback

from PIL import Image, ImageDraw, ImageFont

HERE = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE / "Tests/EndToEnd"))

from deskdoor import Member, time_code  # noqa: E402
from ground import Server, SQLite, amparo, open_action, place, wait_until  # noqa: E402
from mail import free_port  # noqa: E402
from postoffice import PostOffice  # noqa: E402

FOLDER = HERE / "docs/pictures"
TODAY = datetime.datetime.now(datetime.timezone.utc).date()
DESK, PHONE = {"width": 1080, "height": 800}, {"width": 390, "height": 780}

# An invented document, with a slip in it: the last day for letters lies before the day of issue.
DOCUMENT = f"""URGENT ACTION
TEACHER HELD AFTER A SCHOOL PLAY
UA: 612/{TODAY:%y} Index: EUR 36/0612/{TODAY:%Y} Norway Date: {TODAY:%-d %B %Y}

Sigrid Dahl, who teaches in a small town, was taken from her home on Monday after her class had put on a play. Call for her release.

Please write immediately in Norwegian, English or your own language:
- urging the authorities to release Sigrid Dahl at once,
- asking that she may see a lawyer of her choice.

PLEASE SEND APPEALS BEFORE 9 JANUARY {TODAY.year - 1} TO:
Minister of Justice
Odd Berg
Example Street 1
0001 Oslo, Norway
Email: minister@example.org
Salutation: Dear Minister

SAMPLE LETTER
Dear Minister,

I am writing about Sigrid Dahl, who was taken from her home after a school play.

I ask you to release her at once.

Yours sincerely,
"""


def day(ahead):
    return (TODAY + datetime.timedelta(days=ahead)).isoformat()


def save(picture, path):
    """Writes a picture in 128 colours: a page of text needs no more, and a quarter of the bytes."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.quantize(128, dither=Image.Dither.NONE).save(path, optimize=True)


def shoot(name, page, top=None, height=None):
    """What the page shows from an element on, light and dark; the name is that of the picture."""
    size = page.viewport_size
    page.set_viewport_size({"width": size["width"], "height": height or size["height"]})
    for theme, end in (("light", ""), ("dark", "-dark")):
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        page.evaluate("document.activeElement && document.activeElement.blur()")
        if top:
            page.locator(top).first.evaluate("one => window.scrollTo(0, one.getBoundingClientRect().top + window.scrollY - 16)")
        else:
            page.evaluate("window.scrollTo(0, 0)")
        page.wait_for_timeout(120)
        save(page.screenshot(), FOLDER / f"{name}{end}.png")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(size)


class Tour:
    """A server with the examples and a mail server beside it, and the people of its desks."""

    def __init__(self, server, database, office, browser, faults):
        self.server, self.database, self.office, self.browser, self.faults = server, database, office, browser, faults
        self.address = f"http://localhost:{server.port}"
        self.people = {}

    def join(self, login, role, section="int"):
        self.people[login] = Member(self.server, self.database, login, role, section)

    def page(self, login=None, phone=False):
        size = PHONE if phone else DESK
        more = {"viewport": size, "reduced_motion": "reduce"}
        context = self.browser.new_context(locale="en-GB", **more)
        if login:
            context.add_cookies(self.people[login].cookies)
        page = context.new_page()
        page.on("pageerror", lambda error: self.faults.append(f"{page.url}: {error}"))
        return page

    def elsewhere(self, login, role, section):
        """A page of somebody at the desk of another section, which has a host and a session of its own."""
        address, password = f"http://{section}.localhost:{self.server.port}", f"{login} writes by hand"
        made = amparo(self.database, "staff", "add", login, "--name", login.title(), "--role", role, "--section", section, "--language", "en")
        page = self.page()
        self.at(page, "/desk/enter/" + made.said.split("/desk/enter/")[1].split()[0], address)
        page.fill("#password", password)
        page.fill("#code", time_code(re.search(r"\b[A-Z2-7]{32}\b", page.inner_text("main").replace(" ", "").replace("key:", "key: ")).group(0)))
        page.click("main button[type=submit]")
        paper = page.locator("tbody td").all_inner_texts()[0].split()[-1]
        self.at(page, "/desk/sign-in", address)
        for field, text in (("#login", login), ("#password", password), ("#code", paper)):
            page.fill(field, text)
        page.locator("form:has(#password) button").click()
        page.wait_for_url("**/desk")
        return page, address

    def at(self, page, path, address=None):
        answer = page.goto((address or self.address) + path)
        assert answer.ok, f"{path} answered {answer.status}"
        return page

    def says(self, page, words):
        held = page.inner_text("main")
        assert words in held, f"{page.url} does not say {words!r}: {held[:300]!r}"


def press(page, name, within="main"):
    page.locator(within).get_by_role("button", name=name, exact=True).first.click()
    page.wait_for_load_state()


def follow(page, name):
    page.get_by_role("link", name=name, exact=True).first.click()
    page.wait_for_load_state()


# Coming in

def door(tour):
    made = amparo(tour.database, "staff", "add", "eva", "--name", "Eva Moe", "--role", "editor")
    page = tour.page()
    tour.at(page, "/desk/enter/" + made.said.strip().split("/desk/enter/")[1].split()[0])
    shoot("desk-invitation", page, height=900)
    key = page.inner_text("figcaption").split("key:")[1].replace(" ", "").strip()[:32]
    page.fill("#password", "a cup of tea at eleven")
    page.fill("#code", time_code(key))
    press(page, "Come in")
    tour.says(page, "Ten codes for paper")
    tour.at(page, "/desk/sign-in")
    shoot("desk-door", page, height=700)


def today(tour):
    page = tour.at(tour.page("rosa"), "/desk/me")
    follow(page, "Passkeys")
    shoot("desk-today", tour.at(tour.page("rosa"), "/desk"), height=980)
    shoot("desk-today-phone", tour.at(tour.page("rosa", phone=True), "/desk"))
    shoot("desk-passkeys", page, height=620)


# A case

def writing(tour):
    page = tour.page("rosa")
    tour.at(page, "/desk/actions")
    follow(page, "New case")
    page.fill("#country", "Norway")
    page.fill("#headline", "Librarian held for a reading list")
    shoot("desk-new-case", page, height=860)
    press(page, "Begin")
    page.wait_for_url("**/outputs/1")
    editor = page.url
    page.goto(f"{editor}/parts/facts")
    page.fill('[name="name.1"]', "Ingrid Solheim")
    page.fill('[name="pronouns.1"]', "she/her")
    page.fill('[name="act_until"]', day(40))
    page.click(".edit-buttons button.button-main")
    page.goto(f"{editor}/parts/text-en")
    for name, text in {"lead": "Ingrid Solheim, who lends books in a small town, has been held since Monday because of a list of ten titles.",
                       "call": "Ask for her release.", "demands": "Release Ingrid Solheim at once\nLet her see a lawyer of her choice",
                       "background": "She has run the library of the town for twelve years."}.items():
        page.fill(f"[name={name}]", text)
    page.click(".edit-buttons button.button-main")
    shoot("desk-text", page, height=960)
    page.goto(f"{editor}/parts/letter-en")
    page.fill("[name=greeting]", "Dear Minister,")
    page.fill("[name=body]", "I write to you about Ingrid Solheim, who has been held since Monday.\n\nPlease release her at once.")
    page.fill("[name=closing]", "Yours sincerely,")
    page.click(".edit-buttons button.button-main")
    page.goto(editor)
    page.fill("#office", "Minister of Justice")
    page.locator("form.desk-form", has=page.locator("#office")).locator("button").click()
    page.wait_for_url("**/parts/to-*")
    page.fill('[name="name"]', "Odd Berg")
    page.select_option('[name="channel.1"]', "post")
    page.fill('[name="place.1"]', "Example Street 1\n0001 Oslo\nNorway")
    page.fill('[name="checked.1"]', day(0))
    page.select_option('[name="channel.2"]', "email")
    page.fill('[name="place.2"]', "minister@example.org")
    page.fill('[name="checked.2"]', day(0))
    shoot("desk-addressee", page, height=960)
    page.click(".edit-buttons button.button-main")
    page.goto(editor)
    shoot("desk-editor", page, height=1100)
    page.goto(f"{editor}/preview")
    page.wait_for_timeout(500)
    shoot("desk-preview", page, height=960)
    page.goto(f"{editor}/history")
    shoot("desk-history", page, height=560)
    return editor


def translation(tour, editor):
    """Spanish, piece by piece, with one number wrong; then checked by somebody else."""
    page = tour.page("rosa")
    page.goto(editor + "/translation/es")
    words = {"headline": "Bibliotecaria detenida por una lista de lectura",
             "lead": "Ingrid Solheim, que presta libros en una ciudad pequeña, está detenida desde el lunes por una lista de 12 títulos.",
             "call": "Pidan su libertad.", "letter.greeting": "Señor Ministro:", "letter.closing": "Atentamente,"}
    body = iter(["Le escribo acerca de Ingrid Solheim, detenida desde el lunes.", "Le pido que la ponga en libertad de inmediato."])
    demands = iter(["Que Ingrid Solheim quede en libertad de inmediato", "Que pueda ver a una abogada de su elección"])
    for area in page.locator("textarea[name^='target.']").all():
        piece = area.get_attribute("name").removeprefix("target.")
        area.fill(words.get(piece) or (next(body) if ".body" in piece else next(demands) if "demand" in piece else "Dirige la biblioteca de la ciudad desde hace doce años."))
    press(page, "Save")
    shoot("desk-translation", page, height=1100)
    page.set_viewport_size(PHONE)
    shoot("desk-translation-phone", page, top="#piece-headline")
    page.set_viewport_size(DESK)
    page.locator("textarea[name='target.lead']").fill(words["lead"].replace("12 títulos", "diez títulos"))
    press(page, "Save")
    shoot("desk-xliff", page, top="h2:has-text('With another program')", height=520)


def publishing(tour, editor):
    page = tour.page("rosa")
    page.goto(editor)
    press(page, "Ask for a review")
    tour.says(page, "Waits for review")
    other = tour.page("ben")
    other.goto(editor + "/translation/es")
    press(other, "I checked this language")
    tour.says(other, "Checked by Ben")
    other.goto(editor)
    shoot("desk-review", other, height=1000)
    other.get_by_role("button", name="Back to draft", exact=True).wait_for()
    press(other, "Approve")
    tour.says(other, "Approved by Ben")
    shoot("desk-approved", other, top="form[action$='/publication']", height=900)
    press(other, "Publish now")
    slug = editor.split("/actions/")[1].split("/")[0]
    found, _ = wait_until(lambda: tour.server.get(f"/es/actions/{slug}").status == 200, 20)
    assert found, "the case is public"
    return slug


def importing(tour):
    page = tour.page("rosa")
    tour.at(page, "/desk/imports")
    shoot("desk-imports", page, height=860)
    page.get_by_label("The whole text of an urgent action").fill(DOCUMENT)
    press(page, "Read it")
    shoot("desk-import-review", page, height=1000)
    shoot("desk-import-finding", page, top=".review-field:has(#expiry_date)", height=520)
    page.set_viewport_size(PHONE)
    shoot("desk-import-phone", page, top=".review-field:has(#expiry_date)")
    page.set_viewport_size(DESK)
    page.locator("#expiry_date").fill(day(40))
    press(page, "Save")
    for box in page.locator("input[name=settled]").all():
        box.check()
    press(page, "Accept as a draft")
    assert "/outputs/1" in page.url, f"a draft opens: {page.url}: {page.inner_text('main')[:300]}"


# Telling

def alerting(tour):
    def drafted():
        return tour.database.rows("SELECT id FROM alert WHERE section = 'int' AND state = 'draft'")
    assert wait_until(lambda: bool(drafted()), 30)[0], "an alert is drafted"
    page = tour.page("ann")
    tour.at(page, "/desk/alerts")
    shoot("desk-alerts", page, height=380)
    page.locator("main td a[href^='/desk/alerts/']").first.click()
    page.wait_for_load_state()
    shoot("desk-alert", page, height=1000)
    page.get_by_label("E-mail address").fill("coordinator@example.org")
    press(page, "Send a test")
    tour.says(page, "A test went out")
    shoot("desk-alert-approve", page, top="form[action$='/test']", height=900)
    press(page, "Approve")


# Afterwards

def following_up(tour, slug):
    page = tour.page("ben")
    tour.at(page, f"/desk/actions/{slug}")
    shoot("desk-steps", page, top="h2:has-text('What comes next')", height=960)
    follow(page, "Update")
    shoot("desk-update", page, height=760)
    tour.at(page, f"/desk/actions/{slug}")
    follow(page, "Extend the deadline")
    page.locator("[name=until]").fill(day(60))
    shoot("desk-extension", page, height=620)
    press(page, "Extend")
    tour.at(page, f"/desk/actions/{slug}")
    follow(page, "Say how it ended")
    page.select_option("[name=outcome]", "released")
    shoot("desk-outcome", page, height=860)


def renaming(tour, slug):
    page = tour.page("ben")
    tour.at(page, f"/desk/actions/{slug}")
    follow(page, "Change or remove a name")
    page.fill("[name=to]", "I. S.")
    page.fill("[name=also]", "Ingrid = I.\nSolheim = S.")
    shoot("desk-name", page, height=820)
    press(page, "Show every place")
    shoot("desk-name-places", page, height=960)


def withdrawing(tour, slug):
    page = tour.page("rosa", phone=True)
    tour.at(page, f"/desk/actions/{slug}")
    page.locator("main a:text-is('Withdraw')").scroll_into_view_if_needed()
    shoot("desk-withdraw-step-phone", page, top="h2:has-text('What comes next')")
    page.click("main a:text-is('Withdraw')")
    page.fill("main [name=reason]", "the family asks for it")
    shoot("desk-withdraw-phone", page)
    page.click("main form[action$='/withdrawal'] button")
    assert wait_until(lambda: tour.server.get(f"/en/actions/{slug}").status == 410, 10)[0], "it is withdrawn"
    reader = tour.page(phone=True)
    reader.goto(f"{tour.address}/en/actions/{slug}")
    shoot("withdrawn-phone", reader)


# Counting

def reported(tour, slug, numbers):
    for channel, quantity in numbers:
        form = {**tour.server.form(slug), "channel": channel, "quantity": quantity}
        tour.server.post_form(f"/en/actions/{slug}/reports", form)


def counting(tour, slug, number):
    reported(tour, slug, [("post", 24), ("email", 61), ("fax", 3), ("x", 12)])
    page = tour.page("tom")
    tour.at(page, "/desk/counting")
    page.fill("input#action", number)
    page.fill("input#quantity", "34")
    page.select_option("select#source", "paper")
    page.fill("input#note", "letter evening in Basel")
    shoot("desk-count-enter", page, height=1000)
    press(page, "Enter")
    tour.says(page, "Entered: 34")
    page.locator("table tr", has_text="letter evening").first.get_by_role("button", name="Take back").click()
    page.wait_for_load_state()
    shoot("desk-count-back", page, height=720)
    tour.at(page, "/desk/counting")
    page.fill("#table-text", f"action,channel,quantity,date,source,note,key\n{number},post,12,{day(0)},paper,evening in Lima,{day(0)}/1\n"
                             f"{number},pigeon,4,{day(0)},paper,,{day(0)}/2\n")
    page.get_by_role("button", name="See what it would do").first.click()
    page.wait_for_load_state()
    shoot("desk-count-table", page, height=440)
    tour.at(page, "/desk/statistics")
    shoot("desk-statistics", page, height=1100)


def tallying(tour, number):
    page = tour.page("tom")
    tour.at(page, "/desk/tallies")
    page.fill("input#action", number)
    page.select_option("select#reader", "official")
    shoot("desk-tally-make", page, height=820)
    press(page, "Keep the figures")
    page.wait_for_url("**/desk/tallies/*")
    shoot("desk-tally", page, height=960)
    code = page.url.rsplit("/", 1)[1]
    shoot("tally-phone", tour.at(tour.page(phone=True), f"/en/tally/{code}"))


# Answers, editions, collections

def answer():
    image = Image.new("RGB", (1200, 1600), (250, 250, 246))
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(34)
    for top, line in [(140, "Office of the Minister of Justice"), (190, "Oslo"), (430, "Ms Rosa Example"), (480, "Example Lane 3"), (530, "3005 Bern"),
                      (760, "Dear Madam,"), (860, "Thank you for your letter. The case is with the court,"), (910, "which has asked for a report by the prison doctor."),
                      (1060, "For the Minister")]:
        draw.text((130, top), line, fill=(30, 40, 60), font=font)
    held = io.BytesIO()
    image.save(held, "JPEG")
    return held.getvalue()


def answers(tour, slug):
    reader = tour.page(phone=True)
    tour.at(reader, f"/en/actions/{slug}/reply")
    reader.set_input_files("[name=pages]", {"name": "letter.jpg", "mimeType": "image/jpeg", "buffer": answer()})
    reader.fill("[name=words]", "The case is with the court.")
    reader.select_option("[name=language]", "en")
    shoot("reply-phone", reader, height=1200)
    reader.click("main form.report button[type=submit]")
    reader.wait_for_load_state()
    assert "/replies/handed/" in reader.url, f"an answer is handed in: {reader.inner_text('main')[:300]}"
    page = tour.page("ben")
    tour.at(page, "/desk/replies")
    page.click("td a[href^='/desk/replies/']")
    page.wait_for_selector(".is-drawn img")
    page.wait_for_function("document.querySelector('.reply-sheet img').complete")
    page.locator(".reply-sheet").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('.reply-sheet').scrollIntoView({ behavior: 'instant' })")
    page.wait_for_timeout(300)
    box = page.locator(".reply-sheet").bounding_box()
    x, y, w, h = box["x"], box["y"], box["width"], box["height"]
    page.mouse.move(x + .08 * w, y + .25 * h)
    page.mouse.down()
    page.mouse.move(x + .3 * w, y + .3 * h, steps=3)
    page.mouse.move(x + .5 * w, y + .36 * h, steps=3)
    page.mouse.up()
    shoot("desk-reply", page, top=".reply-sheet", height=1000)


def editions(tour, slug, ordinal):
    page, address = tour.elsewhere("lea", "approver", "ch")
    tour.at(page, "/desk/editions", address)
    shoot("desk-editions", page, height=900)
    tour.at(page, f"/desk/editions/{slug}/{ordinal}", address)
    page.fill("[name=act_until]", day(20))
    page.fill("[name=copies]", "office: Embassy in Berne\npost: Example Lane 3 / 3005 Bern")
    shoot("desk-edition", page, top="form[action$=adaptation]", height=1000)
    page.locator("form[action$=adaptation] button").click()
    page.wait_for_load_state()


def collecting(tour, cases):
    page = tour.page("tom")
    tour.at(page, "/desk/collections")
    page.fill("[name=title]", "Letters of the winter")
    page.fill("[name=slug]", "winter")
    page.fill("[name=first]", day(0))
    page.fill("[name=last]", day(40))
    page.locator("main form button").last.click()
    page.wait_for_url("**/desk/collections/winter")
    page.fill("[name='title.en']", "Letters of the winter")
    page.fill("[name='words.en']", "Five people, five letters, one evening.") if page.locator("[name='words.en']").count() else None
    page.fill("[name=cases]", ", ".join(cases))
    page.select_option("[name=public]", "yes")
    page.locator("main form button").last.click()
    page.wait_for_load_state()
    shoot("desk-collection", page, height=1100)
    shoot("collection-phone", tour.at(tour.page(phone=True), "/en/collections/winter"))
    shoot("pack", tour.at(tour.page(), "/en/pack"), height=900)
    amparo(tour.database, "group", "add", "--section", "int", "Letter evening Basel")


# Around it

def registers(tour):
    page = tour.page("ada")
    shoot("desk-officials", tour.at(page, "/desk/officials"), height=860)


def administering(tour):
    page = tour.page("ada")
    shoot("desk-staff", tour.at(page, "/desk/staff"), height=900)
    shoot("desk-status", tour.at(page, "/desk/status"), height=1000)
    shoot("desk-log", tour.at(page, "/desk/log"), height=820)
    shoot("desk-section", tour.at(page, "/desk/section"), height=900)


def take(browser, folder, faults):
    """All of them, into a folder."""
    global FOLDER
    FOLDER = folder
    with place(SQLite) as database, PostOffice(database.folder) as office:
        port = free_port()
        with Server(database, "--demo", "--port", str(port), **office.settings, AMPARO_PORT=str(port),
                    AMPARO_PYTHON=os.environ.get("AMPARO_PYTHON", sys.executable)) as server:
            tour = Tour(server, database, office, browser, faults)
            for login, role, section in [("rosa", "editor", "int"), ("ben", "approver", "int"), ("tom", "coordinator", "int"), ("ada", "admin", "int"),
                                         ("ann", "coordinator", "int")]:
                tour.join(login, role, section)
            open_slug, ordinal = open_action(database)
            number = f"UA {open_slug.replace('-', '/')}"
            ways(tour, number, open_slug, ordinal)


def ways(tour, number, slug, ordinal):
    """One after the other; one that fails is told and must not hide the others."""
    made = {}

    def go(way, *words):
        try:
            return way(tour, *words)
        except Exception as error:
            tour.faults.append(f"{way.__name__}: {str(error).splitlines()[0][:300]} (line {traceback.extract_tb(error.__traceback__)[1].lineno})")

    go(door)
    made["editor"] = go(writing)
    go(translation, made["editor"])
    go(importing)
    made["slug"] = go(publishing, made["editor"])
    go(today)
    go(alerting)
    go(counting, slug, number)
    go(tallying, number)
    go(following_up, made["slug"])
    go(renaming, made["slug"])
    go(answers, slug)
    go(editions, slug, ordinal)
    go(collecting, [number])
    go(registers)
    go(administering)
    go(withdrawing, made["slug"])
