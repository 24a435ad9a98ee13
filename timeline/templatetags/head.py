"""What the head of a page says to search engines, and to whoever shows a link to it."""

from __future__ import annotations

import json
from html import unescape
from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, to_locale

from timeline.filters.indexing import is_for_search_engines
from timeline.templatetags.languages import prefix_of, without_prefix

register = template.Library()


@register.simple_block_tag
def one_line(content: str) -> SafeString:
    """What is between the tags, on one line and fit for an attribute; mostly to be used twice."""
    return mark_safe(escape(unescape(" ".join(content.split()))))  # noqa: S308 - escaped anew


@register.inclusion_tag("_head.html", takes_context=True)
def addresses(context: Context, canonical: str) -> dict[str, Any]:
    """The one address of this page, in every language, and whether to keep it.

    `canonical` is its path and query as HTML; "" for a page that has no address of its own.
    """
    request, path = context.get("request"), unescape(canonical)
    if request is None or not path:
        return {"kept": False}
    alternates = {
        code: request.build_absolute_uri(prefix_of(code) + without_prefix(path))
        for code, _name in settings.LANGUAGES
    }
    return {
        "kept": is_for_search_engines(path),
        "address": request.build_absolute_uri(path),
        "site": f"{request.scheme}://{request.get_host()}",
        "alternates": alternates,
        "default": alternates[settings.LANGUAGE_CODE],
        "locales": sorted(map(to_locale, alternates), key=lambda code: code != locale()),
    }


# What would end the block early, or begin one in a page that repeats it.
ENDING = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}


@register.simple_tag
def linked_data(document: dict[str, Any]) -> SafeString:
    """A document of JSON-LD as a block of data: no script, so no policy for scripts forbids it."""
    data = json.dumps(document, ensure_ascii=False, separators=(",", ":")).translate(ENDING)
    return mark_safe(f'<script type="application/ld+json">{data}</script>')  # noqa: S308


def locale() -> str:
    return to_locale(get_language() or settings.LANGUAGE_CODE)
