"""The loopback site that pages are fetched from."""

from tests.site import site

__all__ = ["site"]
