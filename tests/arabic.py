"""A small record whose names and words are all Arabic: what is not Arabic on its pages is ours."""

from __future__ import annotations

from typing import Any

from tests import make
from timeline.actions import events
from timeline.models.vocabulary import ClaimantKind, Kind, Relation, Role

BODY = "قال متحدث إن آخر المقاتلين غادروا المدينة يوم الثلاثاء.\n"
QUOTATION = "آخر المقاتلين غادروا المدينة"


def record() -> dict[str, str]:
    """A city taken, its factions and what withdrew; the kinds of page with their addresses."""
    city = make.city("الرقة", slug="raqqa", country="SY", latitude=35.95, longitude=39.01)
    make.city("الثورة", slug="thawra", spellings=["سد الفرات"])
    make.city("الفرات", slug="furat", spellings=["سد الفرات"])
    alliance = make.faction("قسد", slug="sdf", description="تحالف من جماعات كردية وعربية.")
    group = make.faction("تنظيم الدولة", slug="isis")
    units = make.faction("وحدات الحماية", slug="ypg")
    make.allegiance(units, alliance, since="2015-10-10", source="بيان التأسيس")
    make.allegiance(alliance, group, Relation.OPPOSED_TO, since="2015-10", source="بيان التأسيس")
    outlet = make.outlet("وكالة الفرات", slug="agency")
    article = make.article("نهاية المعركة", body=BODY, outlet=outlet, language="ar")
    taken = make.event(
        "السيطرة على الرقة",
        city=city,
        locality="الملعب",
        summary="توقف القتال في الملعب.",
        language="ar",
        factions=[(units, Role.CAPTOR), (group, Role.FORMER_HOLDER)],
        taken_from=article,
        quotation=QUOTATION,
    )
    told = taken.citations.get()
    told.claimant_words, told.claimant_kind = "قال متحدث", ClaimantKind.PARTY
    told.save()
    make.figure(told, 12, 12)
    events.publish(taken, by=make.editor())
    earlier: dict[str, Any] = {
        "city": city,
        "language": "ar",
        "taken_from": article,
        "quotation": QUOTATION,
    }
    make.event(
        "دخول التنظيم", when="2014-01", factions=[(group, Role.CAPTOR)], published=True, **earlier
    )
    make.event("غارة على الجسر", when="2016", kind=Kind.AIR_STRIKE, published=True, **earlier)
    gone = make.withdrawn("خبر لم يصح", note="لم يحدث.", **earlier)
    return {
        "front": "/",
        "list": "/?order=oldest",
        "lanes": "/?view=lanes",
        "lanes of factions": "/?view=lanes&lanes=faction",
        "map": "/?view=map",
        "table": "/?view=table",
        "narrowed": "/?faction=isis&from=2014&to=2017&certain=1",
        "nothing found": "/?from=1990&to=1991",
        "unreadable": "/?from=2017-13",
        "cities": "/cities/",
        "city": "/cities/raqqa/",
        "choice": "/cities/سد-الفرات/",
        "factions": "/factions/",
        "faction": "/factions/ypg/",
        "family": "/factions/sdf/family/",
        "family on a day": "/factions/sdf/family/?on=2016-01-01",
        "event": taken.get_absolute_url(),
        "withdrawn": gone.get_absolute_url(),
        "article": article.get_absolute_url(),
        "control": "/control/",
        "control on a day": "/control/?on=2016-05-01",
        "changes": "/changes/",
        "method": "/method/",
        "licence": "/licence/",
        "privacy": "/privacy/",
        "not found": "/nowhere/",
    }
