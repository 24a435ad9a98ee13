import json
from pathlib import Path

from django.core.management import call_command
from pytest_django.fixtures import Settings

PRODUCTION = "whitenoise.storage.CompressedManifestStaticFilesStorage"


def test_every_static_file_finds_what_it_names_under_a_name_that_may_be_kept_for_ever(
    settings: Settings, tmp_path: Path
) -> None:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": PRODUCTION}}
    call_command("collectstatic", interactive=False, verbosity=0)
    named = json.loads((tmp_path / "staticfiles.json").read_text())["paths"]
    style = named["admin/css/base.css"]
    assert style != "admin/css/base.css"
    assert (tmp_path / style).exists()
    assert (tmp_path / f"{style}.gz").exists()
