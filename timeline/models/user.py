"""Whoever signs in; readers never do."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Ours from the first migration, so that it can grow."""

    class Meta(AbstractUser.Meta):
        swappable = "AUTH_USER_MODEL"

    def __str__(self) -> str:
        return self.get_full_name() or self.get_username()
