"""What no page may do: break the Content-Security-Policy, complain, or call another host."""

from collections.abc import Collection
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError

# What htmx says of a request that was on its way when the page was left.
LEFT_BEHIND = ("htmx:sendAbort", "htmx:afterRequest")


class Watch:
    """Collects in `faults` what went wrong in the contexts it watches over.

    `expected` are the statuses of 400 and above that the test asks for: Chromium writes each of
    them to the console.
    """

    def __init__(self, home: str, *, expected: Collection[int] = ()) -> None:
        self.home = urlsplit(home).netloc
        self.expected = [f"the server responded with a status of {code} " for code in expected]
        self.faults: list[str] = []

    def over(self, context: BrowserContext) -> None:
        context.on("console", self._console)
        context.on("weberror", self._script_error)
        context.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type not in {"error", "warning"} or message.text.startswith(LEFT_BEHIND):
            return
        if not any(words in message.text for words in self.expected):
            at = message.location["url"]
            self.faults.append(f"console {message.type}: {message.text} ({at})")

    def _script_error(self, error: WebError) -> None:
        self.faults.append(f"script error: {error.error}")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"http", "https", "ws", "wss"} and address.netloc != self.home:
            self.faults.append(f"request to another host: {request.url}")
