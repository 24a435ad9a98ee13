"""How two events are compared in words: fields, kinds, roles, numbers, agreement."""

from __future__ import annotations

from django import template

from timeline import wording
from timeline.doubles import Compared, Number
from timeline.models.vocabulary import Kind, Role
from timeline.wording import comparing

register = template.Library()

register.filter("agreement", comparing.agreement)


@register.filter
def compared_field(row: Compared) -> str:
    return comparing.label(row)


@register.filter
def kind_in_words(kind: str) -> str:
    """Family and kind, a dash where none is chosen yet."""
    if kind not in Kind.values:
        return "–"
    return wording.listed([str(Kind(kind).family.label), str(Kind(kind).label)])


@register.filter
def role_in_words(role: str) -> str:
    return str(Role(role).label) if role in Role.values else ""


@register.filter
def number_in_words(number: Number) -> str:
    return comparing.number(number)
