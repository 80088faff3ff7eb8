"""Compiles the gazetteer's index (``src/gencatan/gazetteer/data``) from GeoNames, CLDR and our own lists."""
