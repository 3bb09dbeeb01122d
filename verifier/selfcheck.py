"""The form against itself: what its own figures contradict, said before any evidence is read.

* growth, margins and shares that do not follow from the amounts beside them
* an amount that lies a power of ten beside its neighbours: a slipped unit
* a share that no whole number of people can give
* numbers in a narrative that differ from the form's own cells; parts that are more than their whole
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor

from extractors.narrative.mention import Mention
from verifier.claims import Claim
from verifier.precision import last_digit
from verifier.rules import Rules
from verifier.verdict import Flag, Verdict

POWERS = (-4, -3, -2, -1, 1, 2, 3, 4)
MANY = ("gt", "ge")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Figures of the form that cannot all be right; `keys` are the claims, the suspects first."""

    code: str
    keys: tuple[str, ...]
    message: str


def check_form(
    claims: Sequence[Claim], rules: Rules, mentions: Mapping[str, tuple[Mention, ...]]
) -> tuple[Contradiction, ...]:
    """Everything in which a form contradicts itself.

    Args:
        claims: all claims of the form.
        rules: the edition of the rules.
        mentions: for each narrative box's key, what was read in it.
    """
    form = {c.key: c for c in claims if not c.blank}
    years = sorted({c.year for c in claims if c.year is not None})
    found = [*_slips(form, years), *_growth(form, years), *_shares(form, years), *_people(form)]
    found += [*_limits(form), *_told(form, rules, mentions), *_sums(mentions)]
    return tuple(found)


def with_form_checks(
    verdicts: Sequence[Verdict], found: Sequence[Contradiction], rules: Rules
) -> tuple[Verdict, ...]:
    """The verdicts, those with a remark whose figures the form itself contradicts."""
    said: dict[str, list[Contradiction]] = {}
    for contradiction in found:
        for key in contradiction.keys:
            said.setdefault(key, []).append(contradiction)
    return tuple(_remarked(v, said[v.key]) if v.key in said else v for v in verdicts)


def _remarked(verdict: Verdict, found: Sequence[Contradiction]) -> Verdict:
    if verdict.flag is Flag.NOT_CLAIMED:
        return verdict
    codes = () if verdict.flag is Flag.SUPPORTED else tuple(c.code for c in found)
    text = "；".join(dict.fromkeys(c.message for c in found))
    return replace(
        verdict,
        reasons=tuple(dict.fromkeys((*verdict.reasons, *codes))),
        flags=tuple(dict.fromkeys((*verdict.flags, "FORM_INCONSISTENT"))),
        explanation=f"{verdict.explanation.rstrip('。')}。申报表自查：{text}。".lstrip("。"),
    )


Form = Mapping[str, Claim]


def _number(form: Form, key: str) -> float | None:
    claim = form.get(key)
    return claim.number if claim is not None else None


def _ends(form: Form, key: str) -> tuple[float, float] | None:
    """Between which numbers a printed one lies, whether it was rounded or cut off."""
    claim = form.get(key)
    if claim is None or claim.number is None:
        return None
    unit = last_digit(claim.text)
    return claim.number - unit, claim.number + unit


def _slips(form: Form, years: Sequence[int]) -> Iterator[Contradiction]:
    """An amount that fits its neighbours once it is moved by a power of ten."""
    for name in ("revenue", "rd_expense"):
        for year in years:
            key = f"{name}.{year}"
            others = [_number(form, f"{name}.{y}") for y in years if y != year]
            value, near = _number(form, key), [o for o in others if o]
            if not value or len(near) < 2 or max(near) > 5 * min(near):
                continue
            middle = sum(near) / len(near)
            power = next((k for k in POWERS if 0.4 < value / middle / 10.0**k < 2.5), 0)
            if power and not 0.15 < value / middle < 7:
                text = f"{form[key].label}{year}年{form[key].text.strip()}与其他年度相差约10的{abs(power)}次方倍，疑为单位误用"
                yield Contradiction("UNIT_ERROR", (key,), text)


def _growth(form: Form, years: Sequence[int]) -> Iterator[Contradiction]:
    for before, year in zip(years, years[1:], strict=False):
        earlier, later = _ends(form, f"revenue.{before}"), _ends(form, f"revenue.{year}")
        key = f"revenue_growth.{year}"
        if earlier is None or later is None or earlier[0] <= 0:
            continue
        low, high = (later[0] / earlier[1] - 1) * 100, (later[1] / earlier[0] - 1) * 100
        yield from _against(
            form, key, low, high, (f"revenue.{year}", f"revenue.{before}"), f"{year}年营业收入增速"
        )


def _shares(form: Form, years: Sequence[int]) -> Iterator[Contradiction]:
    for year in years:
        part, whole = _ends(form, f"rd_expense.{year}"), _ends(form, f"revenue.{year}")
        if part is None or whole is None or whole[0] <= 0:
            continue
        low, high = part[0] / whole[1] * 100, part[1] / whole[0] * 100
        keys = (f"rd_expense.{year}", f"revenue.{year}")
        yield from _against(form, f"rd_ratio.{year}", low, high, keys, f"{year}年研发费用占营收比重")


def _against(
    form: Form, key: str, low: float, high: float, others: tuple[str, ...], name: str
) -> Iterator[Contradiction]:
    """A printed figure against the span that follows from the figures beside it."""
    claimed = _ends(form, key)
    if claimed is None or (claimed[0] <= high + 1e-9 and low - 1e-9 <= claimed[1]):
        return
    value, printed = (low + high) / 2, form[key].text.strip()
    if value and abs((_number(form, key) or 0) * 100 / value - 1) < 0.02:
        yield Contradiction(
            "UNIT_ERROR", (key,), f"{name}{printed}，按表内数据应为{value:.2f}%，疑把百分数写成小数"
        )
        return
    text = f"{name}填报{printed}，按表内数据计算为{value:.2f}"
    yield Contradiction("ARITHMETIC", (key, *others), text)


def _people(form: Form) -> Iterator[Contradiction]:
    """A share of people must come from a whole number of them."""
    total = _number(form, "employees_total")
    for name in ("rd_staff_ratio", "edu_title_staff_ratio"):
        for key in (k for k in form if k.partition(".")[0] == name):
            ends = _ends(form, key)
            if not total or ends is None or total > 5000:
                continue
            low, high = ceil(ends[0] * total / 100 - 1e-9), floor(ends[1] * total / 100 + 1e-9)
            if low > high:
                text = f"{form[key].label}{form[key].text.strip()}按员工人数{total:.0f}折算不出整数人数"
                yield Contradiction("ARITHMETIC", (key, "employees_total"), text)


def _limits(form: Form) -> Iterator[Contradiction]:
    for key, claim in form.items():
        share = claim.name in ("rd_ratio", "rd_staff_ratio", "edu_title_staff_ratio", "profit_margin")
        if share and claim.number is not None and claim.number > 100:
            yield Contradiction("ARITHMETIC", (key,), f"{claim.label}{claim.text.strip()}超过100%")
        if claim.name == "rd_expense" and claim.number is not None:
            revenue = _number(form, f"revenue.{claim.year}")
            if revenue and claim.number > revenue:
                keys = (key, f"revenue.{claim.year}")
                yield Contradiction("UNIT_ERROR", keys, f"{claim.year}年研发费用大于营业收入，疑为单位误用")


def _told(form: Form, rules: Rules, mentions: Mapping[str, tuple[Mention, ...]]) -> Iterator[Contradiction]:
    """A number told in a narrative against the form's own cell."""
    for box, told in mentions.items():
        for mention in told:
            cell = _cell(mention, rules)
            claimed, number = _number(form, cell) if cell else None, mention.quantity
            whole = not mention.years and not mention.negated and not mention.part
            if claimed is None or number is None or not whole or mention.status != "granted":
                continue
            if not _fits(claimed, number, mention.bound):
                text = f"“{mention.text}”与表内{form[cell].label}{form[cell].text.strip()}不一致"
                yield Contradiction("SUM_MISMATCH", (box, cell), text)


def _cell(mention: Mention, rules: Rules) -> str:
    name = rules.mentioned.get(mention.kind, "")
    if name == "standards":
        return ""  # one sentence rarely names all of them
    if mention.kind == "staff":
        return "employees_total" if mention.name in ("员工", "职工", "员工总数") else ""
    if mention.kind == "platform_metric" and mention.name == "开发者":
        return "developers_count"
    return name


def _fits(claimed: float, number: float, bound: str) -> bool:
    if bound in MANY:
        return number <= claimed <= 2 * number
    if bound == "approx":
        return abs(claimed / number - 1) <= 0.1 if number else claimed == 0
    if bound in ("lt", "le"):
        return claimed <= number
    return claimed == number


def _sums(mentions: Mapping[str, tuple[Mention, ...]]) -> Iterator[Contradiction]:
    """«共5项，其中一等奖1项、二等奖5项»: the parts of a kind are more than the whole before them."""
    for box, told in mentions.items():
        whole: Mention | None = None
        parts = 0.0
        for mention in told:
            if mention.quantity is None:
                continue
            if not mention.part:
                whole, parts = mention, 0.0
            elif whole is not None and mention.kind == whole.kind and mention.unit == whole.unit:
                parts += mention.quantity if mention.grade or mention.status != "granted" else 0.0
                if parts > (whole.quantity or 0) and whole.bound == "eq":
                    text = f"“{whole.text}”的分项之和{parts:g}大于合计{whole.quantity:g}"
                    yield Contradiction("SUM_MISMATCH", (box,), text)
                    whole = None
