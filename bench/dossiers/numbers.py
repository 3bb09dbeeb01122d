"""Numbers whose check characters hold (ZC 0006-2003, GB 32100-2015), and the running number of a software certificate."""

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
RUNNING_AHEAD = {2017: 1585284, 2019: 3420757, 2020: 4878696, 2021: 6722626, 2022: 8954199}
"""By how much a certificate's running number is ahead of the year's own, as owners published them."""


def patent(body: str) -> str:
    """`201810288982` becomes `201810288982.7`."""
    total = sum(
        int(digit) * weight for digit, weight in zip(body, (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5), strict=True)
    )
    return f"{body}.{'X' if total % 11 == 10 else total % 11}"


def credit_code(body: str) -> str:
    """Sixteen characters (a seventeenth is made anew), the check of the organisation's code and that of the whole."""
    letters = [int(sign, 36) for sign in body[8:16]]
    rest = (
        11
        - sum(value * weight for value, weight in zip(letters, (3, 7, 9, 10, 5, 8, 4, 2), strict=True)) % 11
    )
    body = body[:16] + {10: "X", 11: "0"}.get(rest, str(rest))
    total = sum(ALPHABET.index(sign) * pow(3, place, 31) for place, sign in enumerate(body))
    return body + ALPHABET[(31 - total % 31) % 31]


def software_certificate(registration: str) -> str:
    """`2021SR1456845` has the certificate `软著登字第8179471号`."""
    year, serial = int(registration[:4]), int(registration[6:])
    return f"软著登字第{RUNNING_AHEAD[year] + serial}号"


def chinese_date(iso: str) -> str:
    """`2020-03-05` as certificates print it."""
    year, month, day = iso.split("-")
    return f"{year}年{month}月{day}日"
