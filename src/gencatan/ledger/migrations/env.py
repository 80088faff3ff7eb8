"""Alembic's entry: runs migrations on the connection, and in the transaction, that the store hands over."""

from __future__ import annotations

from alembic import context

from gencatan.ledger.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
