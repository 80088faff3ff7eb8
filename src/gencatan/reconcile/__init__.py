"""Reconciliation: pure functions from claims, judgements and reviews to what they tell of together."""

from gencatan.reconcile.blocks import block_keys
from gencatan.reconcile.copies import judge_documents, signature_keys
from gencatan.reconcile.groups import Group, Groups, groups
from gencatan.reconcile.judge import judge
from gencatan.reconcile.sources import independent_sources, originals, source_key

__all__ = [
    "Group",
    "Groups",
    "block_keys",
    "groups",
    "independent_sources",
    "judge",
    "judge_documents",
    "originals",
    "signature_keys",
    "source_key",
]
