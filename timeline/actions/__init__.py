"""Every write that touches more than one row: one transaction, one revision."""
