"""Our numbers and amounts held against the libraries that know them, too: agreement and speed.

    pip install --target /tmp/stdnum python-stdnum
    PYTHONPATH=$PWD:/tmp/stdnum python -m bench.values

python-stdnum has the credit code and the identity card; cn2an has amounts in capital figures. A library that is not
installed is named and left out.
"""

import time
from collections.abc import Callable, Sequence
from decimal import Decimal
from importlib.util import find_spec
from random import Random

from bench import nation
from registries.values.money import parse_number
from registries.values.uscc import ALPHABET, Uscc

NUMBER = 20_000
_READ = str.maketrans("0123456789", "OIZ3A5GTB9")


def codes(chance: Random) -> dict[str, list[str]]:
    """Credit codes as printed, with a wrong character, spaced and in small letters, and with misread digits."""
    right = [firm.uscc for firm in nation.companies(NUMBER)]
    wrong = []
    for code in right:
        place = chance.randrange(2, 18)
        wrong.append(code[:place] + chance.choice(ALPHABET.replace(code[place], "")) + code[place + 1 :])
    return {
        "as printed": right,
        "one wrong character": wrong,
        "spaced, small letters": [f"{code[:6]} {code[6:14]} {code[14:]}".lower() for code in right],
        "a digit read as a letter": [code[:8] + code[8:10].translate(_READ) + code[10:] for code in right],
    }


def compare(
    name: str, texts: Sequence[str], ours: Callable[[str], object], theirs: Callable[[str], object]
) -> None:
    """Prints how often two functions agree and how many texts each of them takes in a second."""
    told, speeds = [], []
    for function in (ours, theirs):
        start = time.process_time()
        told.append([function(text) for text in texts])
        speeds.append(round(len(texts) / max(time.process_time() - start, 1e-9)))
    same = sum(a == b for a, b in zip(*told, strict=True))
    print(f"{name}: agree {100 * same / len(texts):.2f} %, ours {speeds[0]}/s, theirs {speeds[1]}/s")
    apart = [each for each in zip(texts, *told, strict=True) if each[1] != each[2]][:2]
    for text, mine, other in apart:
        print(f"    {text}: ours {mine}, theirs {other}")


def main() -> None:
    """Prints the comparisons."""
    if find_spec("stdnum"):
        from stdnum.cn import uscc

        for name, texts in codes(Random(5)).items():
            compare(f"credit code, {name}, against stdnum", texts, Uscc.is_valid, uscc.is_valid)
    else:
        print("python-stdnum is not installed")
    from cn2an import an2cn, cn2an

    numbers = [Random(7).randrange(1, 10**9) for _ in range(1)] + [n * 7919 for n in range(1, 2_000)]
    capital = [an2cn(number, "up") for number in numbers]
    compare(
        "capital figures, against cn2an", capital, parse_number, lambda text: Decimal(cn2an(text, "smart"))
    )
    if not find_spec("rigour"):
        print("rigour is not installed (it needs ICU); its names know neither 字号 nor 行业")


if __name__ == "__main__":
    main()
