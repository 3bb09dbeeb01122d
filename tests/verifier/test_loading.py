"""A worker has loaded all that its runs need before it has a second thread."""

import subprocess
import sys

LARGE = ("docx", "openpyxl", "spacy", "cn2an")

ASKED = """
import sys
from verifier.jobs.working import Worker
from verifier.jobs.loading import load
load()
before = set(sys.modules)
from extractors.narrative.reading import read_narrative
assert read_narrative("2021年获浙江省科学技术进步奖三等奖。", "innovation_performance")
print(*sorted(name for name in set(sys.modules) - before if name.split(".")[0] in {%r}))
print(*sorted(name for name in {%r} if name not in before))
"""


def test_a_run_loads_no_large_package() -> None:
    asked = ASKED.replace("{%r}", repr(set(LARGE)))
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    assert told.split() == []
