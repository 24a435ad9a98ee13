"""What stands around a field of the form at hand: why, what else, what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.forms import BoundField, Form
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from timeline.suggestions import Sureness

register = template.Library()


@register.filter
def field(form: Form, name: str) -> BoundField:
    return form[name]


@register.filter
def shown(bound: BoundField) -> str:
    """What the field was shown with, from which a change is told."""
    if bound.form.is_bound:
        return str(bound.form.data.get(bound.html_initial_name, ""))
    return str(bound.value() or "")


@register.simple_tag
def marked_input(hand: Any, name: str, placeholder: str = "") -> SafeString:
    """The field's input, dotted while what it holds is inferred."""
    bound = hand.form[name]
    given = bound.field.widget.attrs
    attrs = {
        "class": f"{given.get('class', '')} {'inf' if name in hand.inferred else ''}".strip(),
        **({"placeholder": placeholder} if placeholder else {}),
        **({"aria-invalid": "true"} if bound.form.is_bound and bound.errors else {}),
    }
    return SafeString(bound.as_widget(attrs=attrs))


@register.simple_tag
def faults(hand: Any, name: str) -> SafeString:
    """Why the field's value was refused; nothing of a form that was not sent."""
    if not hand.form.is_bound:
        return SafeString()
    lines = ((fault,) for fault in hand.form.errors.get(name, []))
    told = format_html_join("", '<p class="fault" role="alert">{}</p>', lines)
    # The id that Django's fields name as what describes them when they are refused.
    return format_html('<div id="{}_error">{}</div>', hand.form[name].auto_id, told)


@register.simple_tag
def reasons(hand: Any, name: str) -> SafeString:
    return told(hand.provenance.whys.get(name, []) if hand.event is None else [])


@register.simple_tag
def figure_reasons(hand: Any, row: Form) -> SafeString:
    """Where a number came from; how its words are counted stands beside it anyway."""
    printed = str(row["printed"].value() or "")
    return told(hand.provenance.figures.get(printed, []) if hand.event is None else [])


@register.simple_tag
def told(whys: Iterable[Any]) -> SafeString:
    """The reasons one after the other; one from another sentence leads there."""
    return format_html_join(
        "", '<span title="{}">{}</span> ', ((why.rule, why_told(why)) for why in whys)
    )


def why_told(why: Any) -> SafeString:
    inferred = format_html("<b>{}</b> ", _("Inferred:")) if why.inferred else SafeString()
    if not why.words:
        return format_html("{}{}", inferred, why.rule)
    if not why.sentence:
        return format_html("{}{}", inferred, _("“%(words)s”, here") % {"words": why.words})
    link = format_html(
        '<a href="#s{}">{}</a>', why.sentence, _("sentence %(number)s") % {"number": why.sentence}
    )
    return format_html("{}“{}”, {}", inferred, why.words, link)


@register.simple_tag
def others(hand: Any, name: str) -> SafeString:
    """Other values that the text offers, each taken by its button."""
    offers = hand.provenance.others.get(name, []) if hand.may_save else []
    buttons = format_html_join(
        ", ",
        '<button type="submit" class="lnk" name="_take" value="{}={}" data-sets="{}">{}</button>',
        ((offer.field, offer.value, offer.field, offer.label) for offer in offers),
    )
    return format_html("<span>{} {}</span>", _("or"), buttons) if offers else SafeString()


@register.simple_tag
def theirs(hand: Any, name: str) -> SafeString:
    """What somebody else gave the field meanwhile, to take instead."""
    if name not in hand.theirs:
        return SafeString()
    words, value = hand.theirs[name]
    take = format_html(
        ' <button type="submit" class="lnk" name="_take" value="{}={}">{}</button>',
        *(name, value, _("Take theirs")),
    )
    told = format_html("<b>{}</b> {}", _("Theirs:"), words or _("empty"))
    return format_html('<span class="theirs">{}{}</span>', told, take if value else "")


@register.filter
def labels(names: Iterable[str], form: Form) -> str:
    """Fields by the words that stand before them."""
    rows = {"parties": _("Factions"), "figures": _("Figures"), "date_printed": _("Date")}
    return ", ".join(rows.get(name) or str(capfirst(form[name].label or name)) for name in names)


@register.filter
def sureness_word(value: Sureness) -> str:
    words = {
        Sureness.SURE: _("sure"),
        Sureness.LIKELY: _("likely"),
        Sureness.UNSURE: _("unsure"),
    }
    return words[value]
