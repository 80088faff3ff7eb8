"""Questions asked of the books: pure functions of a snapshot and a conflict, each with a typed answer.

Every figure of an answer carries the ids of the claims it rests on, and so leads back to the words.
"""
