"""An application of our own making: the company, its form, its papers, the registries, and the truth.

Used by the demo and the tests. Recipe: `write_application(folder, seed=…, traps=…)` writes a whole
application; `write_demo(folder)` the one that `hezheng demo` shows; `write_broken_files(folder)` files
that no reader should fall over.
"""

from api.example.broken import write_broken_files
from api.example.traps import HARMLESS, TRAPS
from api.example.write import write_application, write_demo

__all__ = ["HARMLESS", "TRAPS", "write_application", "write_broken_files", "write_demo"]
