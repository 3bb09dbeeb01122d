"""Five applications of companies of different trades and cities; each file is one of them, with its traps named at its end."""

from bench.dossiers.application import Application
from bench.dossiers.applications.data_trade import DATA_TRADE
from bench.dossiers.applications.microelectronics import MICROELECTRONICS
from bench.dossiers.applications.port_software import PORT_SOFTWARE
from bench.dossiers.applications.textile_internet import TEXTILE_INTERNET
from bench.dossiers.applications.vision import VISION

APPLICATIONS: tuple[Application, ...] = (
    PORT_SOFTWARE,
    VISION,
    MICROELECTRONICS,
    DATA_TRADE,
    TEXTILE_INTERNET,
)
