"""The form of the event at hand: the event, one citation of this article, factions and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BaseFormSet, formset_factory
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from timeline import dates, quotes, wording
from timeline.actions import taking
from timeline.admin import dating
from timeline.admin.days import DayField
from timeline.admin.desk import marks
from timeline.admin.desk.filled import MOST_ROWS, Filled
from timeline.admin.desk.named import CityField, FactionField
from timeline.admin.event_form import EventForm
from timeline.admin.figures import FigureForm
from timeline.models import Article, Citation, Event, Figure
from timeline.models.vocabulary import Basis, ClaimantKind, Precision, Role, Stance
from timeline.wording.headlines import headline

if TYPE_CHECKING:
    from timeline.models import Faction

# A date that was shown is changed by any of these.
DATED = {"date_printed", "precision", "mark", "day", *dating.BOUNDS}
LONGEST_HEADLINE = 80  # signs that a list shows whole


def hidden_day() -> DayField:
    return DayField(required=False, widget=forms.HiddenInput)


def shown_day() -> DayField:
    """A bound: whether it was set by hand is told from what was shown."""
    return DayField(required=False, show_hidden_initial=True)


class AtHandForm(EventForm):
    """Of a new event, or of one that exists, as far as this article tells it."""

    quotation = forms.CharField(
        label=_("Quotation"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 2, "class": "sf"}),
    )
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    date_printed = forms.CharField(
        label=_("Date"),
        required=False,
        max_length=200,
        show_hidden_initial=True,
        widget=forms.TextInput(attrs={"class": "sf", "autocomplete": "off"}),
    )
    read_on = hidden_day()
    earliest, latest = shown_day(), shown_day()
    start_latest, end_earliest = shown_day(), shown_day()
    precision = forms.ChoiceField(
        choices=Precision.choices, required=False, show_hidden_initial=True
    )
    lasted = forms.BooleanField(required=False, widget=forms.HiddenInput)
    circa = forms.BooleanField(required=False, widget=forms.HiddenInput)
    mark = forms.ChoiceField(choices=marks.MARKS, required=False, show_hidden_initial=True)
    day = DayField(required=False, show_hidden_initial=True)
    date_rule = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    city = CityField(label=_("City"), required=False)
    headline = forms.CharField(
        label=_("Headline"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"class": "sf gr", "data-counts-to": LONGEST_HEADLINE}),
    )
    headline_made = forms.CharField(required=False, widget=forms.HiddenInput)
    claimant_words = forms.CharField(
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"list": "desk-claimants", "autocomplete": "off"}),
    )
    claimant_kind = forms.ChoiceField(choices=ClaimantKind.choices, required=False)
    claimant_faction = FactionField(required=False)
    stance = forms.ChoiceField(choices=Stance.choices, required=False, widget=forms.RadioSelect)
    entry_key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    looked_at = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta(EventForm.Meta):
        fields = (
            *("date_printed", "read_on", *dating.READ),
            *("city", "locality", "kind", "headline", "summary", "graphic"),
        )
        widgets = {"summary": forms.Textarea(attrs={"rows": 2, "class": "sf"})}

    nearest: quotes.Passage | None = None

    def __init__(self, *args: Any, citation: Citation, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.citation = citation
        self.fields["precision"].required = False

    # What was typed, made whole

    def clean_claimant_kind(self) -> str:
        return self.cleaned_data["claimant_kind"] or ClaimantKind.MEDIA

    def clean_stance(self) -> str:
        return self.cleaned_data["stance"] or Stance.ASSERTS

    def clean_precision(self) -> str:
        return self.cleaned_data["precision"] or Precision.UNKNOWN

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.place_quotation(cleaned)
        return cleaned

    def settle_date(self, cleaned: dict[str, Any]) -> None:
        """Chosen by hand, or read from the words; what the days then are is in `cleaned`."""
        cleaned["read_on"] = cleaned.get("read_on") or self.citation.article.published_on
        chosen = marks.choose(cleaned, set(self.changed_data))
        # The day to count from is not asked for here: of a new event it always differs.
        changed = {*self.changed_data, *chosen} - {"read_on"}
        try:
            rule = dating.settle(cleaned, changed=changed, by_hand=bool(chosen))
        except dates.UnreadableDate as unreadable:
            self.add_error("date_printed", wording.unreadable(unreadable.reason))
        else:
            self.instance.date_rule = self.rule_shown(cleaned) or rule

    def rule_shown(self, cleaned: dict[str, Any]) -> str:
        """The rule that the date came with, while nobody changed it; "" for any other."""
        dated = any(cleaned.get(bound) for bound in dating.BOUNDS)
        shown: str = cleaned.get("date_rule", "")
        stands = dated and wording.rule(shown) and not DATED & set(self.changed_data)
        return shown if stands else ""

    def place_quotation(self, cleaned: dict[str, Any]) -> None:
        """Has the citation hold the words, where they stand nearest to where they were selected."""
        citation = self.citation
        citation.quotation = quotes.normalise(cleaned.get("quotation", "")).strip()
        if not citation.quotation and citation.article.current_text:
            self.add_error("quotation", gettext("Quote the words that the event rests on."))
            return
        try:
            taking.place(citation, near=cleaned.get("start"))
        except ValidationError as refusal:
            text = citation.article.current_text
            self.nearest = quotes.nearest(citation.quotation, text.body) if text else None
            self.add_error("quotation", refusal.messages[0])

    def headline_for(self, parties: list[tuple[str, str]]) -> str:
        """The headline that what is known so far makes, by role and faction; "" for too little."""
        known = self.cleaned_data
        city = known.get("city")
        return headline(
            known.get("kind", ""), parties, city.name if city else "", known.get("locality", "")
        )

    def name_it(self, made: str) -> bool:
        """Takes the headline that was made unless somebody typed one; whether there is one."""
        cleaned = self.cleaned_data
        if made and cleaned.get("headline", "") in {"", cleaned.get("headline_made")}:
            self.instance.headline = cleaned["headline"] = made
        if not cleaned.get("headline"):
            self.add_error("headline", gettext("Say in a few words what happened."))
        return not self.errors

    def hidden_initials(self) -> SafeString:
        """What the two groups of buttons stood on, for fields that the template draws itself."""
        return format_html_join(
            "",
            '<input type="hidden" name="{}" value="{}">',
            ((self.add_initial_prefix(name), self.stood_on(name)) for name in ("mark", "day")),
        )

    def stood_on(self, name: str) -> str:
        sent = self.add_initial_prefix(name)
        return str(self.data.get(sent, "") if self.is_bound else self.initial.get(name, ""))


class AtHandCorrection(AtHandForm):
    """Of what is published, which changes with its reason only."""

    note = forms.CharField(label=_("Why"), max_length=1000)
    public = forms.BooleanField(label=_("Show to readers"), required=False, initial=True)


class PartyForm(forms.Form):
    faction = FactionField(required=False)
    role = forms.ChoiceField(choices=Role.choices, initial=Role.PARTICIPANT)
    basis = forms.ChoiceField(choices=Basis.choices, initial=Basis.STATED)


class Parties(BaseFormSet[PartyForm]):
    def clean(self) -> None:
        """Refuses the same role of the same faction twice."""
        if any(self.errors):
            return
        seen = set()
        for form in self.filled_in:
            row = form.cleaned_data["faction"], form.cleaned_data["role"]
            if row in seen:
                form.add_error("faction", gettext("This faction has that role here already."))
            seen.add(row)

    @property
    def filled_in(self) -> list[PartyForm]:
        return [form for form in self.forms if form.cleaned_data.get("faction")]

    def rows(self) -> list[tuple[Faction, str, str]]:
        cleaned = (form.cleaned_data for form in self.filled_in)
        return [(row["faction"], row.get("role", ""), row.get("basis", "")) for row in cleaned]


PartyRows: type[Parties] = formset_factory(  # type: ignore[assignment]
    PartyForm, formset=Parties, extra=1, max_num=MOST_ROWS, absolute_max=2 * MOST_ROWS
)
FigureRows = formset_factory(FigureForm, extra=1, max_num=MOST_ROWS, absolute_max=2 * MOST_ROWS)


class Forms:
    """The form and its rows, shown as filled in or bound to what was sent."""

    def __init__(
        self, filled: Filled, *, event: Event, citation: Citation, bound: bool = False
    ) -> None:
        sort = AtHandCorrection if event.is_published else AtHandForm
        sent = filled.as_sent() if bound else None
        initial: dict[str, Any] = {} if bound else dict(filled.values)
        self.form = sort(sent, instance=event, citation=citation, initial=initial)
        self.parties = PartyRows(
            sent, prefix="parties", initial=None if bound else list(filled.parties)
        )
        self.figures = FigureRows(
            sent, prefix="figures", initial=None if bound else list(filled.figures)
        )

    def is_valid(self) -> bool:
        """Also gives the event a headline, if it can."""
        rows = self.parties.is_valid() and self.figures.is_valid()
        if not self.form.is_valid() or not rows:
            # Without its city or kind nothing can be said of a headline yet.
            return False
        return self.form.name_it(self.headline())

    def headline(self) -> str:
        """The one that is made of what could be read; "" where that is too little."""
        named = [(role, faction.name) for faction, role, _basis in self.parties.rows()]
        return self.form.headline_for(named)

    def figure_rows(self) -> list[Figure]:
        """The numbers that were given, not saved."""
        return [form.instance for form in self.figures if form.has_changed()]

    @property
    def article(self) -> Article:
        return self.form.citation.article
