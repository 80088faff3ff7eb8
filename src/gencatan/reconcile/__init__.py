"""Reconciliation: pure functions from claims, judgements and reviews to what they tell of together."""

from gencatan.reconcile.grouping.groups import Group, Groups, groups
from gencatan.reconcile.grouping.sources import independent_sources, originals, source_key
from gencatan.reconcile.judging.blocks import block_keys
from gencatan.reconcile.judging.copies import judge_documents, signature_keys
from gencatan.reconcile.judging.judge import judge

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
