"""What the server that workers are forked from does once for all of them: it loads the default reader's models.

A worker forked from it reads at once, and the models lie in memory once, however many workers there are.
An engine that works on one thread has no others that a fork would lose.
"""

from extractors.ocr.catalog import READERS
from extractors.worker import reader_of

reader_of(READERS[0].name).load()
