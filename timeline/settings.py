"""Settings from the environment; docs/operations.md lists every variable.

Two profiles: `local` (plain http on loopback, embedded PostgreSQL, a key made on first start) and
`production`, which refuses to start without what it needs.
"""

import os
import secrets
from pathlib import Path
from typing import Any

import django_stubs_ext
from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import to_language
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(os.environ.get("DATELINE_DATA", BASE_DIR / ".data")).resolve()
DATABASE_URL = os.environ.get("DATABASE_URL", "")
PROFILE = os.environ.get("DATELINE_ENV", "production" if DATABASE_URL else "local")
if PROFILE not in {"local", "production"}:
    raise ImproperlyConfigured(f"DATELINE_ENV is {PROFILE!r}: say 'local' or 'production'.")
LOCAL = PROFILE == "local"

DEBUG = False


def required(name: str, what: str) -> str:
    """The variable's value; production does not start without it."""
    value = os.environ.get(name, "")
    if not value:
        raise ImproperlyConfigured(f"Set {name}, {what}, or DATELINE_ENV=local to try things out.")
    return value


def kept_secret() -> str:
    """The local profile's key: made once, kept where only its owner can read it."""
    path = DATA_DIR / "secret-key"
    try:
        if not path.exists():
            DATA_DIR.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(50))
        return path.read_text()
    except OSError as fault:
        raise ImproperlyConfigured(
            f"{path} cannot be read or made ({fault.strerror}): let this account own {DATA_DIR}."
        ) from fault


SECRET_KEY = os.environ.get("SECRET_KEY", "") or (
    kept_secret() if LOCAL else required("SECRET_KEY", "a long random string")
)
ALLOWED_HOSTS = (
    ["localhost", "127.0.0.1", "[::1]"]
    if LOCAL
    else required("ALLOWED_HOSTS", "the names the site is reached by, with commas")
    .replace(" ", "")
    .split(",")
)
CSRF_TRUSTED_ORIGINS = [] if LOCAL else [f"https://{host}" for host in ALLOWED_HOSTS]

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django_countries",
    "django_htmx",
    "csp",
    "timeline",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "timeline.languages.language_by_address",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "timeline.urls"
WSGI_APPLICATION = "timeline.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "timeline.User"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]


def database(url: str) -> dict[str, Any]:
    """Django's settings for a libpq address; without one, for the embedded server.

    Raises ImproperlyConfigured for an address that libpq cannot read, without repeating it: it
    may hold a password.
    """
    if not url:
        return {
            "ENGINE": "timeline.embedded",
            "NAME": "dateline",
            "CONN_MAX_AGE": 600,
            "CONN_HEALTH_CHECKS": True,
            # "off" gives up what survives a power cut: for tests, which are made anew each time.
            "DURABLE": os.environ.get("DATELINE_DURABLE", "") != "off",
        }
    try:
        # Compiling a query takes longer than any of ours runs.
        parts = {"connect_timeout": "5", "options": "-c jit=off", **conninfo_to_dict(url)}
    except ProgrammingError as fault:
        raise ImproperlyConfigured(
            "DATABASE_URL cannot be read: say postgresql://user:password@host:5432/name."
        ) from fault
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", "dateline"),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": parts,
    }


DATABASES = {"default": database(DATABASE_URL)}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LOCALE = BASE_DIR / "timeline" / "locale"
LOCALE_PATHS = [LOCALE]
FORMAT_MODULE_PATH = ["timeline.locale"]
LANGUAGE_CODE = "en"
TRANSLATED = sorted(to_language(path.parts[-3]) for path in LOCALE.glob("*/LC_MESSAGES/django.mo"))
# What the code speaks and whatever has a compiled catalogue, each under its own name.
LANGUAGES = [(code, LANG_INFO[code]["name_local"]) for code in (LANGUAGE_CODE, *TRANSLATED)]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "timeline.joined.JoinedStorage"},
}

# No `unsafe-` anywhere, the admin included; nothing from another host.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
CSRF_FAILURE_VIEW = "timeline.views.errors.forbidden"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not LOCAL
SECURE_SSL_REDIRECT = not LOCAL
SECURE_HSTS_SECONDS = 0 if LOCAL else 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not LOCAL
SECURE_PROXY_SSL_HEADER = None if LOCAL else ("HTTP_X_FORWARDED_PROTO", "https")

# Faults go to stderr, where whatever runs the site collects them; nothing says who read what.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"told": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "told"}},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "ERROR"},
        # A stranger's guess at the site's name is no fault of the site.
        "django.security.DisallowedHost": {"handlers": [], "level": "CRITICAL"},
    },
}

# What may be done with the record's own facts and words: a name, and where its terms are.
LICENCE = os.environ.get("DATELINE_LICENCE", "CC BY 4.0")
LICENCE_URL = os.environ.get("DATELINE_LICENCE_URL", "https://creativecommons.org/licenses/by/4.0/")
# "on": the publisher of an event must be somebody other than its author.
TWO_PERSON_RULE = os.environ.get("DATELINE_TWO_PERSON_RULE", "") == "on"
# Summer in June is a northern habit; "on" turns the seasons round.
SOUTHERN_SEASONS = os.environ.get("DATELINE_SOUTHERN_SEASONS", "") == "on"
