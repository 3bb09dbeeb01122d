"""The fourth wave: a red team's situations, each trap beside its honest twin, written before the judge was mended by them."""

from bench.constellations.fourth import (
    certificates,
    ecology,
    figures,
    honours,
    lists,
    projects,
    rights,
    wording,
)

SITUATIONS = (
    *rights.SITUATIONS,
    *honours.SITUATIONS,
    *projects.SITUATIONS,
    *certificates.SITUATIONS,
    *ecology.SITUATIONS,
    *figures.SITUATIONS,
    *wording.SITUATIONS,
    *lists.SITUATIONS,
)
