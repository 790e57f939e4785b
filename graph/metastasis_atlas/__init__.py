"""Metastasis Atlas: how breast cancer spreads and what is done about it, each statement with its source.

>>> from metastasis_atlas import open_atlas
>>> atlas = open_atlas()
>>> len(atlas.query("SELECT ?i WHERE { ?i atlas:relieves concept:ascites }"))
2

For education, not medical advice.
"""

from metastasis_atlas.atlas import Atlas
from metastasis_atlas.errors import AtlasError
from metastasis_atlas.opening import open_atlas

__all__ = ["Atlas", "AtlasError", "open_atlas"]
