"""Ten applications of companies of different trades and cities, in two waves; each names its traps at its end."""

from bench.dossiers.application import Application
from bench.dossiers.applications.appliances import APPLIANCES
from bench.dossiers.applications.car_parts import CAR_PARTS
from bench.dossiers.applications.chain_software import CHAIN_SOFTWARE
from bench.dossiers.applications.data_trade import DATA_TRADE
from bench.dossiers.applications.microelectronics import MICROELECTRONICS
from bench.dossiers.applications.pharma import PHARMA
from bench.dossiers.applications.port_software import PORT_SOFTWARE
from bench.dossiers.applications.pump_works import PUMP_WORKS
from bench.dossiers.applications.textile_internet import TEXTILE_INTERNET
from bench.dossiers.applications.vision import VISION

FIRST_WAVE = (PORT_SOFTWARE, VISION, MICROELECTRONICS, DATA_TRADE, TEXTILE_INTERNET)
SECOND_WAVE = (PUMP_WORKS, PHARMA, APPLIANCES, CAR_PARTS, CHAIN_SOFTWARE)
APPLICATIONS: tuple[Application, ...] = (*FIRST_WAVE, *SECOND_WAVE)
