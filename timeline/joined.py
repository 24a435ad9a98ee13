"""Static files joined: whoever reads the site waits for one file where an editor of it sees many.

A stylesheet may import others beside it, a module may run others: browsers understand that without
us, and so does whoever works on them. What the site serves has their words in place of the line
that imports them, which spares a reader on a slow line a second round of waiting.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage, Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

# Only files of the same folder: what a sheet says of `url(…)` then means the same where it lands.
IMPORTS = {
    ".css": re.compile(r'^@import url\("([\w.-]+)"\);\n', re.MULTILINE),
    ".js": re.compile(r'^import "\./([\w.-]+)";\n', re.MULTILINE),
}
# Two modules may give the same name to different things, each in its own block.
FRAMES = {".css": "{}", ".js": "{{\n{}}}\n"}


def joined(name: str, text_of: Callable[[str], str]) -> str:
    """The text of this file, with that of the files beside it that it imports in their places.

    `text_of` gives the text of a file by its name, and raises what it likes for one that is
    missing. Modules that import names from each other stay as they are.
    """
    path = PurePosixPath(name)
    if path.suffix not in IMPORTS:
        return text_of(name)

    def of_another(line: re.Match[str]) -> str:
        return FRAMES[path.suffix].format(joined(str(path.with_name(line[1])), text_of))

    return IMPORTS[path.suffix].sub(of_another, text_of(name))


Found = dict[str, tuple[Storage, str]]  # by name: where `collectstatic` found it, its name there


class JoinedStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # untyped
    """WhiteNoise's, which gives names with a hash and compresses, for files joined before that."""

    def post_process(
        self, paths: Found, *args: Any, **options: Any
    ) -> Iterator[tuple[str, str, bool]]:
        yield from super().post_process(paths | importing(paths), *args, **options)


def importing(paths: Found) -> Found:
    """Of these files those that import others, joined."""

    def text_of(name: str) -> str:
        storage, path = paths[name]
        with storage.open(path) as file:
            return str(file.read().decode())

    whole = InMemoryStorage()
    found: Found = {}
    for name in paths:
        imports = IMPORTS.get(PurePosixPath(name).suffix)
        if imports and imports.search(text_of(name)):
            found[name] = (whole, whole.save(name, ContentFile(joined(name, text_of).encode())))
    return found
