"""Tables and the words for asking them; one noun a file."""

from timeline.models.address import OldAddress
from timeline.models.article import Article, ArticleText, Outlet
from timeline.models.citation import Citation, Figure, Participation
from timeline.models.city import City, CityName
from timeline.models.comparison import Comparison
from timeline.models.control import ControlSpan
from timeline.models.dataset import Dataset
from timeline.models.dismissal import Dismissal
from timeline.models.edition import Edition
from timeline.models.event import Event
from timeline.models.faction import Allegiance, Faction, FactionName
from timeline.models.revision import Revision
from timeline.models.user import User

__all__ = [
    "Allegiance",
    "Article",
    "ArticleText",
    "Citation",
    "City",
    "CityName",
    "Comparison",
    "ControlSpan",
    "Dataset",
    "Dismissal",
    "Edition",
    "Event",
    "Faction",
    "FactionName",
    "Figure",
    "OldAddress",
    "Outlet",
    "Participation",
    "Revision",
    "User",
]
