"""A form of the desk as a browser without scripts would send it back."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from django.test import Client

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

Attributes = list[tuple[str, str | None]]


class _Fields(HTMLParser):
    """Collects names and values of the fields of all forms but the one that signs out."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self.select = self.textarea = ""

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        given = {name: value or "" for name, value in attrs}
        name = given.get("name", "")
        if tag == "textarea":
            self.textarea = name
            self.values[name] = ""
        elif tag == "select":
            self.select = name
            self.values[name] = ""
        elif tag == "option" and "selected" in given:
            self.values[self.select] = given.get("value", "")
        elif tag == "input" and name and self._is_sent(given):
            self.values[name] = given.get("value", "on" if given["type"] == "checkbox" else "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.textarea = ""

    def handle_data(self, data: str) -> None:
        if self.textarea:
            self.values[self.textarea] += data

    def _is_sent(self, given: dict[str, str]) -> bool:
        if given["type"] in {"checkbox", "radio"}:
            return "checked" in given
        return given["type"] != "submit"


def fields(response: Answer) -> dict[str, str]:
    """Every field of the page with its value, as shown; a textarea's first newline is none."""
    parser = _Fields()
    parser.feed(response.content.decode())
    return {
        name: value.removeprefix("\r\n").removeprefix("\n")
        for name, value in parser.values.items()
        if "__prefix__" not in name
    }


def send(client: Client, address: str, button: str = "_save", **typed: Any) -> Answer:
    """Opens the form at the address, types into it, presses the button; follows no redirect.

    Names of rows are typed with underscores: `citations_0_quotation` is `citations-0-quotation`.
    """
    page = client.get(address)
    assert page.status_code == 200, page.status_code
    filled = fields(page)
    filled |= {sent_name(name, filled): str(value) for name, value in typed.items()}
    return client.post(address, filled | {button: "pressed"})


def sent_name(typed: str, filled: dict[str, str]) -> str:
    matching = [name for name in filled if name.replace("-", "_") == typed]
    return matching[0] if matching else typed


def faults(response: Answer) -> str:
    """All that the page complains of, as one text."""
    assert response.status_code == 200, response.status_code
    return " ".join(str(fault) for faults in response.context["errors"] for fault in faults)
