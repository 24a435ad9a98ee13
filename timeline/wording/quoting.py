"""Quotation marks as the language of the quoted words has them, not that of the page."""

# Left out: languages that quote as English does, and those whose papers do not agree.
ANGLED = ("«", "»")
MARKS = {
    "ar": ANGLED,
    "de": ("„", "“"),
    "el": ANGLED,
    "fa": ANGLED,
    "fr": ("«\u202f", "\u202f»"),
    "it": ANGLED,
    "ru": ANGLED,
    "uk": ANGLED,
}
ENGLISH = ("“", "”")


def quoted(words: str, language: str) -> str:
    """The words between the marks of their language, a code such as "ar" or "ar-SY".

    French keeps a narrow space inside its marks (Lexique des règles typographiques de
    l’Imprimerie nationale); the others are those of Unicode's CLDR or, where it leaves two ways
    open, those that newspapers of the language print.
    """
    base = language.partition("-")[0]
    opening, closing = MARKS.get(base, ENGLISH)
    return f"{opening}{words}{closing}"
