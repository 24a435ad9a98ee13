import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.watch import Watch

SIGN_IN = "/admin/login/"


def told(watch: Watch) -> str:
    """What the watch has against the page; forgotten, so that this test does not fail for it."""
    faults = "\n".join(watch.faults)
    watch.faults.clear()
    return faults


def test_a_page_without_faults_is_left_alone(page: Page, watch: Watch) -> None:
    page.set_content("<title>Quiet</title><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>")
    page.evaluate("console.log('said in passing')")
    assert page.title() == "Quiet"
    assert not watch.faults


def test_an_inline_script_breaks_the_policy_and_is_noticed(
    page: Page, live_server: LiveServer, watch: Watch
) -> None:
    page.goto(live_server.url + SIGN_IN)
    with page.context.expect_console_message():
        page.evaluate(
            "document.body.append(Object.assign(document.createElement('script'), {text: 1}))"
        )
    assert "Content Security Policy" in told(watch)


@pytest.mark.parametrize(
    ("script", "event", "fault"),
    [
        ("console.error('broken')", "console", "console error: broken"),
        ("console.warn('doubtful')", "console", "console warning: doubtful"),
        ("setTimeout(() => { throw Error('thrown') })", "weberror", "script error: thrown"),
    ],
)
def test_a_script_that_complains_is_noticed(
    page: Page, live_server: LiveServer, watch: Watch, script: str, event: str, fault: str
) -> None:
    page.goto(live_server.url + SIGN_IN)
    with page.context.expect_event(event):
        page.evaluate(script)
    assert fault in told(watch)


def test_a_request_to_another_host_is_noticed(page: Page, watch: Watch) -> None:
    page.set_content("<img src='http://127.0.0.1:9/pixel.png'>")
    assert "request to another host: http://127.0.0.1:9/pixel.png" in told(watch)


def test_an_unexpected_missing_page_is_noticed(
    page: Page, live_server: LiveServer, watch: Watch
) -> None:
    with page.context.expect_console_message():
        page.goto(live_server.url + "/no-such-page/")
    assert "status of 404" in told(watch)


@pytest.mark.expects_status(404)
def test_an_expected_missing_page_is_left_alone(
    page: Page, live_server: LiveServer, watch: Watch
) -> None:
    page.goto(live_server.url + "/no-such-page/")
    assert not watch.faults
