"""Somebody signed in, by role."""

import pytest
from django.test import Client


def signed_in(role: str) -> Client:
    from tests import make  # pytest reads this file before Django is set up

    client = Client()
    client.force_login(getattr(make, role)())
    return client


@pytest.fixture
def editor(db: None) -> Client:
    return signed_in("editor")


@pytest.fixture
def reporter(db: None) -> Client:
    return signed_in("reporter")


@pytest.fixture
def administrator(db: None) -> Client:
    return signed_in("administrator")
