"""What a report says, drawn for people: wording, and pages that carry everything with them.

Pure functions of documents, claims and explanations that return text; they write no file and know no terminal.
"""
