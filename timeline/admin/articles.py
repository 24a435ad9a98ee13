"""Articles: pasted with their text, read, and events taken from them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.forms.models import BaseModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from timeline.actions import articles, permits
from timeline.admin import desk
from timeline.admin.desk.addresses import desk_of
from timeline.admin.entry import EntryForm, who
from timeline.admin.queue import QueueAdmin
from timeline.admin.site import ListedAutocomplete, site
from timeline.differences import Snapshot
from timeline.models import Article, Event
from timeline.models.url import normal_url
from timeline.models.vocabulary import Reading

SHOWN_TO_READERS = (
    *("title", "url", "outlet", "published_on"),
    *("byline", "dateline", "language", "retells", "archive_url"),
)


class ArticleForm(EntryForm[Article]):
    body = forms.CharField(
        label=_("Text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 24, "class": "article-text"}),
        help_text=_(
            "The words of the article, as printed; never shown to readers. When you change it, the"
            " changed text joins the series and the earlier one is kept: quotations follow where it"
            " has their words, and say so where it has them no more."
        ),
    )

    class Meta:
        model = Article
        fields: tuple[str, ...] = ()  # the admin names them

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        newest = self.instance.current_text if self.instance.pk else None
        self.initial.setdefault("body", newest.body if newest else "")

    def seen_body(self, state: Snapshot) -> str:
        """The text that was the newest in this state of the article."""
        text = self.instance.texts.filter(number=state.get("text") or 0).first()
        return text.body if text else ""

    def clean_url(self) -> str:
        url = normal_url(self.cleaned_data["url"])
        entered = Article.objects.at_url(url).exclude(pk=self.instance.pk).first()
        if entered:
            raise ValidationError(
                format_html(
                    gettext("This address was entered already: {article}"),
                    article=link_to(entered),
                )
            )
        return url


def link_to(article: Article) -> str:
    address = reverse("admin:timeline_article_change", args=[article.pk])
    return format_html('<a href="{}">{}</a>', address, article)


@admin.register(Article, site=site)
class ArticleAdmin(QueueAdmin):
    form = ArticleForm
    change_form_template = "admin/timeline/article/change_form.html"
    autocomplete_fields = ("outlet", "retells")
    readonly_fields = ("reader",)
    fieldsets = (
        (None, {"fields": ("title", "url", ("outlet", "published_on"), "body")}),
        (
            _("More about it"),
            {
                "fields": (
                    ("byline", "dateline"),
                    ("language", "retells"),
                    "archive_url",
                    ("reading", "reader"),
                )
            },
        ),
    )

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.name == "outlet":
            kwargs["widget"] = ListedAutocomplete(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_readonly_fields(self, request: HttpRequest, obj: Article | None = None) -> Any:
        """What readers see of an article that events rest on is an editor's to change."""
        if obj is None or permits.may_change_what_is_shown(who(request), obj):
            return self.readonly_fields
        return (*SHOWN_TO_READERS, *self.readonly_fields)

    def get_urls(self) -> list[URLPattern]:
        shown = self.admin_site.admin_view(self.text)
        return [
            path("<int:number>/text/", shown, name="timeline_article_text"),
            *desk.urls(self.admin_site),
            *super().get_urls(),
        ]

    def text(self, request: HttpRequest, number: int) -> HttpResponse:
        """The newest text of the article, plain, for those who quote from it."""
        article = get_object_or_404(Article, pk=number)
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        newest = article.current_text
        return HttpResponse(newest.body if newest else "", content_type="text/plain; charset=utf-8")

    def save_model(
        self, request: HttpRequest, obj: Article, form: Any, *args: Any, **kwargs: Any
    ) -> None:
        """Whoever says that an article is being read, or read, is its reader."""
        if "reading" in form.changed_data:
            waits = obj.reading == Reading.UNREAD
            obj.reader = None if waits else who(request)
            obj.reading_since = None if waits else timezone.now()
        super().save_model(request, obj, form, *args, **kwargs)

    def response_post_save_add(self, request: HttpRequest, obj: Article) -> HttpResponseRedirect:
        """On to the desk, where it is read."""
        return HttpResponseRedirect(desk_of(obj))

    def settle(self, request: HttpRequest, form: BaseModelForm[Article], *, change: bool) -> None:
        body = form.cleaned_data["body"]
        if change:
            articles.changed(form.instance, by=who(request), body=body)
        else:
            articles.entered(form.instance, by=who(request), body=body)

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        if obj is not None and obj.citations.exists():
            return False
        return super().has_delete_permission(request, obj)

    def get_view_on_site_url(self, obj: Article | None = None) -> str | None:
        if obj is None or not Article.objects.public().filter(pk=obj.pk).exists():
            return None
        return super().get_view_on_site_url(obj)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        article = context.get("original")
        if article:
            context["events"] = Event.objects.taken_from([article.pk]).select_related("city")
            context["may_add_event"] = permits.may(who(request), "add_event")
        return super().render_change_form(request, context, *args, **kwargs)
