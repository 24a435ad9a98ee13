"""The browser of the browser tests: found, or brought by `python -m tests.chromium`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")


def on_this_machine() -> str | None:
    """The browser named by CHROMIUM, else one on PATH. Exits where CHROMIUM names none."""
    if named := os.environ.get("CHROMIUM"):
        return shutil.which(named) or sys.exit(f"CHROMIUM names no program: {named}")
    return next((path for path in map(shutil.which, NAMES) if path), None)


def of_playwright() -> str | None:
    """The browser that Playwright downloaded for itself earlier."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def bring() -> None:
    """Install one: Debian's as root, otherwise the one Playwright downloads."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        run(["apt-get", "-qq", "update"], env=quiet)
        run(["apt-get", "-qq", "install", "-y", "--no-install-recommends", "chromium"], env=quiet)
    else:
        run([sys.executable, "-m", "playwright", "install", "chromium"])


def run(command: list[str], env: dict[str, str] | None = None) -> None:
    try:
        subprocess.run(command, check=True, env=env, stdout=sys.stderr)
    except (OSError, subprocess.CalledProcessError):
        sys.exit(
            "The browser tests need Chromium and none could be installed: "
            "install it, or name one in CHROMIUM."
        )


if __name__ == "__main__":
    if not on_this_machine() and not of_playwright():
        bring()
