"""What the front page finds in the record: who held what, where, when, and what to ask of it.

Nothing here names a place or a time: whatever is read first follows from what is on record.
"""
