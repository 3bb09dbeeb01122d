"""Numbers as the offices give them out: check digits right, counters in step with the dates.

Recipe: draw from the given random source, let `registries.values` compute the check character, write
the number the way the registry keeps it.
"""

from datetime import date, timedelta
from random import Random

from registries.values.patents import patent_check
from registries.values.uscc import ALPHABET, org_check, uscc_check

REGIONS = {
    "宁波": "330201",
    "杭州": "330100",
    "温州": "330300",
    "嘉兴": "330400",
    "湖州": "330500",
    "绍兴": "330600",
    "金华": "330700",
    "台州": "331000",
}


def uscc(chance: Random, city: str) -> str:
    """A 统一社会信用代码 (GB 32100-2015) with both of its check characters right."""
    body = "MA2" + "".join(chance.choice(ALPHABET) for _ in range(5))
    front = "91" + REGIONS.get(city, "330000") + body + org_check(body)
    return front + uscc_check(front)


def patent(chance: Random, year: int, kind: int) -> str:
    """An application number of the kind 1 发明, 2 实用新型 or 3 外观设计: 13 characters, no dot."""
    twelve = f"{year}{kind}{chance.randrange(100_000, 1_999_999):07d}"
    return twelve + patent_check(twelve)


def publication(chance: Random, granted: date, code: str) -> str:
    """A publication number whose counter rises with the date; `code` is A, B, U or S."""
    first = {"A": 1, "B": 1, "U": 2, "S": 3}[code]
    counter = 4_000_000 + (granted.year - 2014) * 1_400_000 + chance.randrange(1_000_000)
    return f"CN{first}{counter:08d}{code}"


def patent_certificate(chance: Random, granted: date) -> str:
    """A certificate number that rises with the date of grant."""
    return str(1_950_000 + (granted - date(2016, 1, 1)).days * 1_300 + chance.randrange(1_000))


def software(chance: Random, day: date, offset: int) -> tuple[str, str]:
    """Registration and certificate number of one software; both counters advance together."""
    serial = int(day.timetuple().tm_yday / 366 * 1_400_000) + chance.randrange(9_000) + 1_000
    if day.year < 2018:
        serial = serial * 2 // 5
        return f"{day.year}SR{serial:06d}", f"软著登字第{offset + serial}号"
    return f"{day.year}SR{serial:07d}", f"软著登字第{offset + serial}号"


def gazette_day(chance: Random, first: date, last: date) -> date:
    """A Tuesday or Friday between two days: patents are granted on these."""
    day = first + timedelta(days=chance.randrange((last - first).days))
    return day + timedelta(days=min((1 - day.weekday()) % 7, (4 - day.weekday()) % 7))


def some_day(chance: Random, first: date, last: date) -> date:
    """Any day between two."""
    return first + timedelta(days=chance.randrange((last - first).days + 1))


def chinese_day(day: date) -> str:
    """2020-05-20 as 2020年05月20日."""
    return f"{day.year}年{day.month:02d}月{day.day:02d}日"


def capital_in_words(wan: int) -> str:
    """5000 as 伍仟万元整: how a business licence writes whole 万元."""
    figures, units = "零壹贰叁肆伍陆柒捌玖", ("", "拾", "佰", "仟", "万")
    digits = str(wan)
    words = "".join(
        figures[int(digit)] + (units[len(digits) - 1 - place] if digit != "0" else "")
        for place, digit in enumerate(digits)
    )
    while "零零" in words:
        words = words.replace("零零", "零")
    # «万万» is written 亿: 12000 万元 is 壹亿贰仟万元整.
    return (words.rstrip("零").replace("万", "亿") + "万元整").replace("亿万元整", "亿元整")
