"""What the site serves of its own styles and scripts: few files, each of them whole."""

import re
from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage

from timeline.joined import Found, JoinedStorage, joined

FILES = {
    "css/page.css": '/* Page. */\n@import url("marks.css");\n\n.page {\n  margin: 0;\n}\n',
    "css/marks.css": '@import url("tokens.css");\n.mark {\n  background: url("dot.svg");\n}\n',
    "css/tokens.css": ":root {\n  --ink: #000;\n}\n",
    "css/dot.svg": "<svg/>",
    "js/page.js": 'import "./copy.js";\nconst here = 1;\n',
    "js/copy.js": "const here = 2;\n",
}


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def storage(tmp_path: Path) -> JoinedStorage:
    return JoinedStorage(location=tmp_path / "served", base_url="/static/")


def collect(sources: Path, storage: JoinedStorage) -> None:
    """As `collectstatic` does it: copies what is newer, then hands all of it over."""
    paths: Found = {}
    for path in sources.rglob("*.*"):
        name = str(path.relative_to(sources))
        paths[name] = (FileSystemStorage(sources), name)
        if not storage.exists(name):
            storage.save(name, path.open("rb"))
    for _name, _stored, done in storage.post_process(paths):
        assert not isinstance(done, Exception), done


def served(storage: JoinedStorage, name: str) -> str:
    return str(storage.open(storage.stored_name(name)).read().decode())


def test_a_sheet_stands_whole_in_one_file_in_the_order_of_its_imports() -> None:
    sheet = joined("css/page.css", FILES.__getitem__)
    assert "@import" not in sheet
    assert re.findall(r"^[.:]\w+", sheet, re.MULTILINE) == [":root", ".mark", ".page"]


def test_what_a_module_runs_keeps_its_names_to_itself() -> None:
    assert joined("js/page.js", FILES.__getitem__) == "{\nconst here = 2;\n}\nconst here = 1;\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("js/a.js", 'import { words } from "./words.js";\n'),
        ("js/a.js", "const said = 'import \"./words.js\";';\n"),
        ("css/a.css", '@import url("print.css") print;\n'),
        ("css/a.css", '@import url("../other/a.css");\n'),
        ("a.txt", '@import url("a.css");\n'),
    ],
)
def test_what_cannot_be_put_in_a_place_stays_an_import(name: str, text: str) -> None:
    assert joined(name, {name: text}.__getitem__) == text


def test_the_site_serves_joined_files_whose_addresses_lead_somewhere(
    sources: Path, storage: JoinedStorage
) -> None:
    collect(sources, storage)
    sheet = served(storage, "css/page.css")
    assert "@import" not in sheet
    (dot,) = re.findall(r'url\("([^"]+)"\)', sheet)
    assert storage.exists(f"css/{dot}")
    assert dot != "dot.svg"
    assert "{\nconst here = 2;\n}" in served(storage, "js/page.js")


def test_a_joined_file_is_served_compressed(sources: Path, storage: JoinedStorage) -> None:
    marks = sources / "css/marks.css"
    marks.write_text(marks.read_text() + ".mark {\n  margin: 0;\n}\n" * 100)
    collect(sources, storage)
    assert storage.exists(storage.stored_name("css/page.css") + ".gz")


def test_a_changed_part_gives_the_whole_another_name(sources: Path, storage: JoinedStorage) -> None:
    collect(sources, storage)
    before = storage.stored_name("css/page.css")
    (sources / "css/tokens.css").write_text(":root {\n  --ink: #111;\n}\n")
    collect(sources, storage)
    assert storage.stored_name("css/page.css") != before
    assert "#111" in served(storage, "css/page.css")
