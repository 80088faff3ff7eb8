"""Sentences in the manner of news agencies with their trees, grown from grammars of our own.

The treebanks hold little newswire: the parsers took "Gunmen" for a name and "shot dead" for a noun. `en.grammar` and
`id.grammar` write what news says over and over, with the tree that the treebanks' guidelines give it, in as many shapes
as their rules combine to.
"""

from training.newswire.grow import grow

__all__ = ["grow"]
