"""What can be told about an event before somebody decides whether readers may see it."""

from timeline.checks.check import Check
from timeline.checks.everything import checks

__all__ = ["Check", "checks"]
