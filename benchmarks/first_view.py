"""`python -m benchmarks.first_view`: what a phone on a slow line waits for, page by page.

The real site, on a database of its own that holds the demonstration, is opened by Chromium with an
empty cache; line and processor are slowed down as Lighthouse does it for phones.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import signal
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import django
from django.conf import settings
from django.core.management import call_command
from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from benchmarks import database
from tests import chromium

NAME = "dateline_first_view"
PATIENCE_SECONDS = 60
SETTLED_MS = 1500  # without a request or a long task, before a page counts as done

# Lighthouse's slow 4G (1.6 Mbit/s, 150 ms) as it has DevTools apply it: to each request as a whole.
LINE = {
    "offline": False,
    "latency": 562.5,
    "downloadThroughput": 1.6 * 1024 * 1024 / 8 * 0.9,
    "uploadThroughput": 750 * 1024 / 8 * 0.9,
}
SLOWER_PROCESSOR = 4
PHONE: dict[str, Any] = {
    "viewport": {"width": 412, "height": 823},
    "device_scale_factor": 1.75,
    "is_mobile": True,
    "has_touch": True,
}

PAGES = {
    "front": "/",
    "front, Arabic": "/ar/",
    "city": "/cities/mosul/",
    "city, Arabic": "/ar/cities/mosul/",
    "faction": "/factions/isis/",
    "lanes": "/?view=lanes",
    "map": "/?view=map",
    "table": "/?view=table",
    "control": "/control/",
    "method": "/method/",
}

OBSERVE = """() => {
  window.seen = { largest: 0, shift: 0, busy: 0, blocked: 0 };
  const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take))
    .observe({ type, buffered: true });
  watch('largest-contentful-paint', (it) => { window.seen.largest = it.startTime; });
  watch('layout-shift', (it) => { if (!it.hadRecentInput) window.seen.shift += it.value; });
  watch('longtask', (it) => {
    window.seen.busy = it.startTime + it.duration;
    window.seen.blocked += it.duration - 50;
  });
}"""
TIMES = """() => {
  const [page] = performance.getEntriesByType('navigation');
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  const { largest, shift, busy, blocked } = window.seen;
  return {
    paint: paint.startTime, largest, shift, blocked,
    usable: Math.max(paint.startTime, page.domContentLoadedEventEnd, busy),
  };
}"""


@dataclass(slots=True)
class View:
    """One first view: bytes that came over the line, milliseconds since the page was asked for.

    `shift` is the sum of layout shifts (CLS); `blocked` what long tasks held up beyond 50 ms each;
    `usable` is when all of it is there, run, and the processor is free.
    """

    requests: float
    html: float
    styles: float
    scripts: float
    other: float
    paint: float
    largest: float
    shift: float
    blocked: float
    usable: float

    @property
    def bytes(self) -> float:
        return self.html + self.styles + self.scripts + self.other


COLUMNS = ("", "requests", "html", "styles", "scripts", "other", "bytes")
TIMED = ("paint", "largest", "usable", "blocked", "shift")


def main() -> int:
    wanted = arguments()
    with TemporaryDirectory() as folder:
        prepare(Path(folder))
        with served() as home, sync_playwright() as playwright:
            browser = launched(playwright)
            say(f"Chromium {browser.version}, {wanted.runs} runs each; bytes, ms, medians")
            say(line([*COLUMNS, *TIMED]))
            for name, path in {**PAGES, **of_the_record()}.items():
                opened(browser, home + path)  # what the server keeps is kept from now on
                views = [opened(browser, home + path) for _ in range(wanted.runs)]
                say(line([name, *figures(views)]))
            browser.close()
    return 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.first_view", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="how often each page is opened")
    return parser.parse_args()


def prepare(folder: Path) -> None:
    """The database with the demonstration, and the files compressed as the site serves them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
    os.environ.setdefault("DATELINE_ENV", "local")
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright runs a loop in this thread
    settings.DATABASES["default"]["NAME"] = NAME
    settings.STATIC_ROOT = folder
    django.setup()
    database.make(NAME)
    call_command("migrate", verbosity=0)
    call_command("load_demo", stdout=StringIO())
    call_command("collectstatic", interactive=False, verbosity=0)


@contextmanager
def served() -> Iterator[str]:
    """The address of the site while the block lasts, served as `make run` does it."""
    from django.db import connections

    connections.close_all()
    port = free_port()
    site = multiprocessing.get_context("fork").Process(target=serve, args=[port])
    site.start()
    try:
        wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        if site.pid:
            os.kill(site.pid, signal.SIGTERM)
        site.join()


def serve(port: int) -> None:
    from timeline.management.commands.serve import Site

    Site(port, say=lambda _sentence: None).run()


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def wait_for(port: int) -> None:
    patience = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < patience:
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("The site did not start.")


def launched(playwright: Any) -> Browser:
    rootless = ["--no-sandbox"] if os.geteuid() == 0 else []
    found: Browser = playwright.chromium.launch(
        executable_path=chromium.on_this_machine() or None, args=rootless
    )
    return found


def of_the_record() -> dict[str, str]:
    """The event with most accounts, and the article from which most was taken."""
    from django.db.models import Count

    from timeline.models import Article, Event

    event = Event.objects.published().annotate(of=Count("citations")).order_by("-of", "pk")[0]
    article = Article.objects.annotate(of=Count("citations")).order_by("-of", "pk")[0]
    return {"event": event.get_absolute_url(), "article": article.get_absolute_url()}


def opened(browser: Browser, address: str) -> View:
    context = browser.new_context(**PHONE)
    page = context.new_page()
    line_to_page = context.new_cdp_session(page)
    received = listen(line_to_page)
    slow_down(line_to_page)
    page.add_init_script(f"({OBSERVE})()")
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(SETTLED_MS)
    view = View(*sizes(received), **times(page))
    context.close()
    return view


def slow_down(session: CDPSession) -> None:
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_PROCESSOR})


def listen(session: CDPSession) -> dict[str, tuple[str, int]]:
    """Fills with the kind of each answer and the bytes of it that came over the line."""
    received: dict[str, tuple[str, int]] = {}

    def begun(told: dict[str, Any]) -> None:
        received[told["requestId"]] = (told["type"], 0)

    def ended(told: dict[str, Any]) -> None:
        kind, _none = received.get(told["requestId"], ("Other", 0))
        received[told["requestId"]] = (kind, int(told["encodedDataLength"]))

    session.on("Network.responseReceived", begun)
    session.on("Network.loadingFinished", ended)
    session.send("Network.enable")
    return received


def sizes(received: dict[str, tuple[str, int]]) -> list[int]:
    """The number of requests, and the bytes of pages, styles, scripts and all else."""
    kinds = ["Document", "Stylesheet", "Script"]
    of = [sum(size for each, size in received.values() if each == kind) for kind in kinds]
    return [len(received), *of, sum(size for _kind, size in received.values()) - sum(of)]


def times(page: Page) -> dict[str, float]:
    found: dict[str, float] = page.evaluate(TIMES)
    return found


def figures(views: list[View]) -> list[str]:
    of = {name: median(getattr(view, name) for view in views) for name in (*COLUMNS[1:], *TIMED)}
    whole = [f"{of[name]:.0f}" for name in (*COLUMNS[1:], *TIMED[:-1])]
    return [*whole, f"{of['shift']:.3f}"]


def line(cells: list[str]) -> str:
    return cells[0].ljust(16) + "".join(cell.rjust(9) for cell in cells[1:])


def say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
