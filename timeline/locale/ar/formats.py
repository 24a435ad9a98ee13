"""How numbers and dates are written in Arabic here: Western digits, grouped as in English."""

DATE_FORMAT = "j F Y"
DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
