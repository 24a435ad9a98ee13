import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from timeline.management.commands import serve

ROOT = Path(__file__).parents[2]


def run_serve(tmp_path: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "DATELINE_DATA": str(tmp_path), "DATELINE_ENV": "local"}
    return subprocess.run(
        [sys.executable, "manage.py", "serve"],
        cwd=ROOT,
        env=environment | variables,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def test_a_taken_port_is_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "PORT_PATIENCE_SECONDS", 0)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit, match=rf"Port {port} cannot be had .* choose another"):
            serve.free_port(str(port))


@pytest.mark.parametrize("named", ["", "eight", "0", "65536", "-1", "80.5"])
def test_a_port_that_is_no_port_is_told_in_one_sentence(named: str) -> None:
    with pytest.raises(SystemExit, match="say a number from 1 to 65535"):
        serve.free_port(named)


def test_a_database_that_does_not_answer_is_told_in_one_sentence(tmp_path: Path) -> None:
    address = f"postgresql://editor:secret@127.0.0.1:{free_port()}/news"
    ended = run_serve(tmp_path, DATABASE_URL=address, PORT=str(free_port()))
    assert ended.returncode == 1
    assert ended.stderr.startswith("The database cannot be reached: ")
    assert len(ended.stderr.splitlines()) == 1
    assert "secret" not in ended.stderr


def test_a_static_file_that_changes_is_noticed(tmp_path: Path, settings: Settings) -> None:
    settings.STATICFILES_DIRS = [tmp_path]
    (tmp_path / "site.css").write_text("p{}")
    before = serve.static_files_state()
    assert serve.static_files_state() == before
    (tmp_path / "site.css").write_text("p{margin:0}")
    assert serve.static_files_state() != before
