"""Names to places: a memory-mapped index of GeoNames and our own contested regions, and a resolver.

`Gazetteer.open()` maps the packaged index; `candidates` says what a name may mean, `resolve` what the names
of one document do mean. Sources and licences: SOURCES.md beside this file.
"""

from gencatan.gazetteer.entry import Entry, Hit, Kind, Mention
from gencatan.gazetteer.gazetteer import Gazetteer
from gencatan.gazetteer.keys import key

__all__ = ["Entry", "Gazetteer", "Hit", "Kind", "Mention", "key"]
