"""Intake: files, folders, standard input, web pages and tables of reports, one `Document` each."""

from gencatan.intake.settings import IntakeSettings, parse_published
from gencatan.intake.sources import read_sources
from gencatan.language.detect import detect_language, ensure_language

__all__ = ["IntakeSettings", "detect_language", "ensure_language", "parse_published", "read_sources"]
