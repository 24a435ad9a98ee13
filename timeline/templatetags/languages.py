"""The same page in other languages: the address says which."""

from __future__ import annotations

from typing import NamedTuple

from django import template
from django.conf import settings
from django.template import Context
from django.utils.translation import get_language, pgettext

from timeline.wording import quoting

register = template.Library()


class Language(NamedTuple):
    """`prefix` is what the addresses of its pages begin with, "" for the site's own language."""

    code: str
    name: str
    prefix: str
    is_current: bool


@register.simple_tag
def languages() -> list[Language]:
    """Every language that there are pages in, under its own name."""
    current = get_language()
    return [
        Language(code, name, prefix_of(code), code == current) for code, name in settings.LANGUAGES
    ]


@register.simple_tag(takes_context=True)
def address_in_any_language(context: Context) -> str:
    """The address of this page as it follows the prefix of a language; of an error, the front's."""
    request = context.get("request")
    address: str = request.get_full_path() if request else "/"
    return without_prefix(address)


@register.filter
def quoted(words: str, language: str) -> str:
    """Words of an article between the quotation marks of its language."""
    return quoting.quoted(words, language)


@register.simple_tag
def comma() -> str:
    """What stands between two parts of a list that a template marks up one by one."""
    return pgettext("between two parts of a list", ", ")


@register.simple_tag
def semicolon() -> str:
    """As `comma`, between parts that may have commas in them."""
    return pgettext("between two parts of a list", "; ")


def without_prefix(address: str) -> str:
    """The address as it follows the prefix of the language of this page."""
    return address.removeprefix(prefix_of(get_language() or settings.LANGUAGE_CODE))


def prefix_of(code: str) -> str:
    return "" if code == settings.LANGUAGE_CODE else f"/{code}"
