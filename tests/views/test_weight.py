"""What a first view weighs: a page and every file that it names, compressed as they are served."""

import gzip
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client

from timeline.filters import LIST, VIEWS
from timeline.joined import joined

pytestmark = pytest.mark.usefixtures("demonstrated")

BUDGET = 60 * 1024
# Whoever asks for a table of every column, a hundred events at a time, asks for much at once: its
# rows alone weigh up to 30 KB. A faction's page tells of its family and its cities above the view.
OF_TABLES = 80 * 1024
OF_A_FACTIONS_LANES = 68 * 1024


class Named(HTMLParser):
    """Collects the addresses that a browser asks for with the page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag == "link" and given.get("rel") in {"stylesheet", "icon", "preload", "modulepreload"}:
            self.addresses.append(given["href"] or "")
        elif tag in {"script", "img", "source", "iframe"} and given.get("src"):
            self.addresses.append(given["src"] or "")


def weights(client: Client, address: str) -> dict[str, int]:
    """Bytes of the page and of what it names, by address."""
    answer = client.get(address, headers={"accept-encoding": "gzip"})
    assert answer.status_code == 200, address
    html = gzip.decompress(answer.content).decode()
    files = {name: weight(client, name) for name in Named(html).addresses}
    return {address: len(answer.content)} | files


def weight(client: Client, address: str) -> int:
    if address.startswith(settings.STATIC_URL):
        name = address.removeprefix(settings.STATIC_URL)
        return len(gzip.compress(joined(name, text_of).encode()))
    answer = client.get(address, headers={"accept-encoding": "gzip"})
    assert answer.status_code == 200, address
    return len(answer.content)


def text_of(name: str) -> str:
    path = finders.find(name)
    assert path, name
    return Path(path).read_text()


def told(parts: dict[str, int], budget: int) -> str:
    """The heaviest first."""
    lines = [f"{sum(parts.values()):6} in all, {budget} allowed"]
    lines += [f"{size:6} {name}" for name, size in sorted(parts.items(), key=lambda it: -it[1])]
    return "\n".join(lines)


PATHS = {
    "/": BUDGET,
    "/?view=lanes": BUDGET,
    "/?view=map": BUDGET,
    "/?view=table": OF_TABLES,
    "/cities/mosul/": BUDGET,
    "/cities/mosul/?view=lanes": BUDGET,
    "/cities/mosul/?view=map": BUDGET,
    "/cities/mosul/?view=table": BUDGET,
    "/factions/isis/": BUDGET,
    "/factions/isis/?view=lanes": OF_A_FACTIONS_LANES,
    "/factions/isis/?view=map": BUDGET,
    "/factions/isis/?view=table": OF_TABLES,
    "/control/": BUDGET,
}


@pytest.mark.parametrize("language", ["", "/ar"])
@pytest.mark.parametrize(("path", "budget"), PATHS.items())
def test_a_first_view_with_its_styles_and_scripts_keeps_to_its_budget(
    client: Client, language: str, path: str, budget: int
) -> None:
    parts = weights(client, language + path)
    assert sum(parts.values()) <= budget, told(parts, budget)


def test_every_view_is_weighed() -> None:
    assert {f"?view={view}" for view in VIEWS if view != LIST} <= {
        path.removeprefix("/") for path in PATHS
    }


def test_what_is_weighed_is_all_that_the_page_names(client: Client) -> None:
    parts = weights(client, "/cities/mosul/")
    endings = {Path(name).suffix for name in parts}
    assert {".css", ".js", ".svg"} <= endings
    assert not endings & {".woff2", ".png", ".jpg", ".webp"}
