"""The report of workshops as a web page."""

from __future__ import annotations

from opengov_local.formats.paper.html_drawing import draw
from opengov_local.formats.paper.writing import PaperWriter
from opengov_local.formats.workshop.paper import compose

write = PaperWriter(compose, draw)
