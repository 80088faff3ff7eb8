"""Following feeds: which (`watchlist`), how far one has come (`state`), and the rounds (`watcher`)."""

from gencatan.books.watch.state import WatchState
from gencatan.books.watch.watcher import Step, Trouble, Watcher
from gencatan.books.watch.watchlist import FeedSource, Watchlist, load_watchlist

__all__ = ["FeedSource", "Step", "Trouble", "WatchState", "Watcher", "Watchlist", "load_watchlist"]
