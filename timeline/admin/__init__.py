"""Data entry: what editors type, checked at once and saved through actions."""

from timeline.admin import articles, cities, events, factions, outlets, records, users

__all__ = ["articles", "cities", "events", "factions", "outlets", "records", "users"]
