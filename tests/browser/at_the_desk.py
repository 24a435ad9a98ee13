"""What an editor does on the desk's pages."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Error, Locator, Page, Request, Route, expect

from tests import make
from timeline.models import Article, Event
from timeline.models.vocabulary import Reading, Role, Status

GONE = 410

RUINS = "Soldiers are back among the ruins of Palmyra"
RUINS_DAY = "4 March 2017"  # a Saturday
RUINS_TEXT = """HOMS, 4 March - The Syrian army recaptured Palmyra from ISIS on Thursday, for the \
second time in less than a year. Warplanes of Russia's forces struck the hills west of the city on \
Tuesday, the army said.

On Wednesday soldiers took the citadel above the ruins. ISIS withdrew from the eastern districts \
of Palmyra overnight and left mines in the streets, according to a monitoring group. Trucks with \
supplies reached the city from Al-Qaryatayn on Friday.

ISIS had captured Palmyra on 11 December 2016, while the army was fighting in Aleppo. In January \
the group blew up the tetrapylon and a part of the Roman theatre. It killed 12 people in the city \
in the middle of that month, residents said.

Farther north, the Manbij Military Council announced on Thursday that it would hand villages west \
of Manbij to the Syrian army. Turkish-backed fighters of the Free Syrian Army captured Al-Bab from \
Daesh late last month, after three months of fighting.

The Tiger Brigade led the advance on the ruins. Archaeologists say that they hope to see them \
soon."""

# What a round takes from it, what it makes of that, and what becomes of it.
RECAPTURED, WITHDREW = "recaptured Palmyra", "ISIS withdrew from the eastern"
BLEW_UP = "In January the group blew up the tetrapylon"
PART = "ISIS blows up the tetrapylon of Palmyra"
WHOLE = "ISIS blows up the tetrapylon and a part of the theatre of Palmyra"
WAS_WRONG = "The theatre was hit too."
WHY_WITHDRAWN = "The outlet has taken its article back."


def sign_in(page: Page, home: str, name: str = "editor") -> None:
    """As the editor or the reporter, made on first asking."""
    made = make.reporter if name == "reporter" else make.editor
    made(name)
    page.goto(f"{home}/admin/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(name)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("button", name="Log out")).to_be_visible()


def sign_out(page: Page) -> None:
    press(page, "Log out")
    expect(page.locator("main")).to_contain_text("Thanks for spending")


def choose(page: Page, field: str, term: str, offered: str) -> None:
    """Opens the autocomplete, types, and takes what is offered for that."""
    page.locator(f"#id_{field} + .select2 .select2-selection").click()
    with page.expect_response(lambda answer: asks_for(term, answer.url)):
        page.locator(".select2-search__field").fill(term)
    expect(page.locator(".loading-results")).to_have_count(0)
    page.locator(".select2-results__option", has_text=re.compile(f"^{offered}")).click()


def asks_for(term: str, address: str) -> bool:
    return parse_qs(urlsplit(address).query).get("term") == [term]


def press(page: Page, button: str) -> None:
    page.get_by_role("button", name=button, exact=True).click()


@contextmanager
def answer_held(page: Page, address: str, asked: str) -> Iterator[None]:
    """Questions that have `asked` in them get their answers at the end of the block.

    What makes the page ask belongs into the block. A question that took the place of another is
    answered in its stead.
    """
    held: list[Route] = []
    ended = False

    def meant(request: Request) -> bool:
        return asked in request.url + (request.post_data or "")

    def hold(route: Route) -> None:
        if meant(route.request) and not ended:
            held.append(route)
        else:
            route.continue_()

    page.route(address, hold)
    with page.expect_request(meant):
        yield
    while not held:
        page.wait_for_timeout(10)
    ended = True
    with page.expect_response(lambda response: meant(response.request)):
        for route in held:
            with suppress(Error):  # the page no longer waits for those that were replaced
                route.continue_()
    page.unroute(address, hold)


def enter_article(page: Page, *, title: str, day: str, body: str, then: str = "Save") -> None:
    """Enters an article of The Gazette."""
    make.outlet("The Gazette")
    page.get_by_role("link", name="Articles").first.click()
    page.get_by_role("link", name="Enter an article").click()
    page.wait_for_load_state()
    page.get_by_label("Title").fill(title)
    choose(page, "outlet", "gaz", "The Gazette")
    page.get_by_label("Published on").fill(day)
    page.locator("#id_body").fill(body)
    press(page, then)


def paste_article(page: Page, *, title: str, day: str, body: str) -> None:
    """Enters an article of The Gazette and goes on to the form of its first event."""
    enter_article(page, title=title, day=day, body=body, then="Save and continue editing")
    page.get_by_role("link", name="Add an event from this article").click()
    page.wait_for_load_state()  # what is typed before the scripts are there asks for nothing


# The reading desk


def record() -> Event:
    """Names that the article on Palmyra has, and one of its events: a draft of the reporter."""
    palmyra = make.city("Palmyra", spellings=["Tadmur"], country="SY")
    for name in ("Al-Bab", "Aleppo", "Manbij"):
        make.city(name, country="SY")
    army, isis = make.faction("Syrian army"), make.faction("ISIS", spellings=["Daesh"])
    for name in ("Free Syrian Army", "Manbij Military Council", "Russia's forces"):
        make.faction(name)
    return make.event(
        "The Syrian army retakes Palmyra",
        when="2017-03-02",
        city=palmyra,
        factions=[(army, Role.CAPTOR), (isis, Role.FORMER_HOLDER)],
        by=make.reporter(),
    )


def sentence(page: Page, words: str) -> Locator:
    """The line of the article that has these words."""
    return page.locator("#reading .s").filter(has_text=words)


def select_words(page: Page, words: str) -> None:
    """Draws the mouse over words that stand in one sentence."""
    line = sentence(page, words)
    line.scroll_into_view_if_needed()
    ends = line.locator("> p").evaluate(
        """(line, words) => {
            const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
            const at = line.textContent.indexOf(words);
            const range = document.createRange();
            for (let passed = 0; texts.nextNode(); passed += texts.currentNode.length) {
                const { currentNode: text } = texts, { length } = text;
                const within = (place) => place >= passed && place <= passed + length;
                if (within(at) && at < passed + length) range.setStart(text, at - passed);
                const end = at + words.length;
                if (within(end) && end > passed) range.setEnd(text, end - passed);
            }
            const boxes = [...range.getClientRects()];
            const middle = (box) => box.top + box.height / 2;
            const first = boxes[0], last = boxes.at(-1);
            return [first.left, middle(first), last.right, middle(last)];
        }""",
        words,
    )
    page.mouse.move(ends[0] + 1, ends[1])
    page.mouse.down()
    page.mouse.move(ends[2] - 1, ends[3], steps=4)
    page.mouse.up()


def at_hand(page: Page, words: str) -> None:
    """Waits until the form at hand quotes these words."""
    expect(page.get_by_label("Quotation")).to_have_value(re.compile(re.escape(words)))


def accept(page: Page, words: str) -> None:
    """Takes the proposal made from the sentence with these words to the form."""
    line = sentence(page, words)
    line.hover()
    line.get_by_role("link", name="Accept").click()
    at_hand(page, words)


def describe_the_ruins(page: Page) -> None:
    """Says of the words at hand what they tell, and submits them."""
    page.get_by_label("Kind", exact=True).select_option("looting_destruction")
    page.get_by_label("City").fill("Palmyra, Syria")
    page.get_by_label("Headline").fill(PART)
    press(page, "Submit")
    told(page, f"Submitted for review: {PART}")


def publish_what_waits(page: Page, decide: str) -> None:
    """As an editor: both events that a round submits, one after the other."""
    page.get_by_role("link", name="For review").click()
    page.locator("table").get_by_role("link").first.click()
    for left in ("1 of 2", "1 of 1"):
        expect(page.locator(".who")).to_contain_text(left)
        headline = page.get_by_role("heading", level=1).inner_text()
        page.get_by_role("radio", name="Publish").check()
        page.get_by_role("button", name=decide).click()
        told(page, f"Published: {headline}")


def correct(page: Page) -> None:
    """In the form of the event with all its fields; the list of events is what follows."""
    page.get_by_label("Headline").fill(WHOLE)
    page.get_by_label("Why:", exact=True).fill(WAS_WRONG)
    press(page, "Correct")
    told(page, "was changed successfully")


def is_gone(page: Page, address: str) -> None:
    """Readers are told there, and among the changes, that the event was withdrawn and why."""
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == GONE
    expect(page.locator("main")).to_contain_text(WHY_WITHDRAWN)
    changes_tell(page, WHY_WITHDRAWN)


def is_done(headline: str) -> None:
    """What the round leaves: the article is read, and the event of this headline withdrawn."""
    assert Event.objects.get(headline=headline).status == Status.WITHDRAWN
    assert Article.objects.get(title=RUINS).reading == Reading.READ


def dated(page: Page, words: str) -> None:
    """Waits until the date at hand means this."""
    expect(page.locator("#date-words b")).to_have_text(words)


def told(page: Page, words: str) -> None:
    expect(page.locator(".messagelist").first).to_contain_text(words)


def changes_tell(page: Page, words: str) -> None:
    """The public list of changes has these words; the page stays there."""
    home = page.url.split("/", 3)
    page.goto("/".join([*home[:3], "changes/"]))
    expect(page.locator("main")).to_contain_text(words)


def open_event(page: Page, home: str, headline: str) -> None:
    """The form of the event with all its fields, from the list of events."""
    page.goto(f"{home}/admin/")
    page.get_by_role("link", name="Events").first.click()
    page.get_by_role("link", name=headline, exact=True).click()
