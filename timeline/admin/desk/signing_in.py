"""A form sent after the session has ended: sign in on the spot, and it goes on as it was typed."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import login
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters

View = Callable[..., HttpResponse]
# Fields of the sign-in form, which the form at hand must never see; the rest travels along.
OWN = ("csrfmiddlewaretoken", "username", "password", "next")


def kept_through_sign_in(site: AdminSite, view: View) -> View:
    """The view, open as `site.admin_view` has it; what a form brings waits for the sign-in.

    The sign-in form is sent to the same address, so that it can lead nowhere else, and is checked
    for its token like any other. Parts that a script asks for are refused.
    """
    inside = site.admin_view(view)

    @sensitive_post_parameters("password")
    @wraps(view)
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST" or site.has_permission(request):
            return inside(request, *args, **kwargs)
        if request.htmx:  # type: ignore[attr-defined]
            return HttpResponse(status=403)
        form = sign_in_form(site, request)
        if not form.is_valid():
            return asked_to_sign_in(request, site, form)
        login(request, form.get_user())
        request.POST = without_sign_in(request)
        return inside(request, *args, **kwargs)

    return kept


def sign_in_form(site: AdminSite, request: HttpRequest) -> AuthenticationForm:
    form = site.login_form or AdminAuthenticationForm
    return form(request, data=request.POST if "username" in request.POST else None)


def asked_to_sign_in(
    request: HttpRequest, site: AdminSite, form: AuthenticationForm
) -> TemplateResponse:
    carried = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in OWN
        for value in values
    ]
    context = {
        **site.each_context(request),
        "form": form,
        "title": _("Sign in to go on"),
        "app_path": request.get_full_path(),
        "carried": carried,
        "login_template": site.login_template or "admin/login.html",
    }
    return TemplateResponse(request, "admin/timeline/desk/sign_in.html", context)


def without_sign_in(request: HttpRequest) -> Any:
    typed = request.POST.copy()
    for name in OWN:
        typed.pop(name, None)
    return typed
