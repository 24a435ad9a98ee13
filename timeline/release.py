"""Which state of the program answers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.conf import settings

# All that a page is made of but the record: code, translations, templates, styles and scripts, the
# method, and the versions of what is installed.
MADE_OF = ("timeline", "templates", "static", "docs", "requirements.txt")
PASSED_OVER = {".pyc", ".po"}


@cache
def release() -> str:
    """Another one as soon as any file differs that a page could be made of.

    A number that people count up would stay the same while somebody mends a template, and readers
    would keep the page that was wrong. Contents and not times of change are looked at, so that two
    machines with the same files agree. It is found once: a process goes on with what it has read.
    """
    return digest(settings.BASE_DIR)


def digest(folder: Path) -> str:
    found = hashlib.sha256()
    for path in files(folder):
        found.update(f"{path.relative_to(folder)}\0".encode())
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()[:16]


def files(folder: Path) -> Iterator[Path]:
    for name in MADE_OF:
        top = folder / name
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if path.is_file() and path.suffix not in PASSED_OVER:
                yield path
