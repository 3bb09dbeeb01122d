"""补正通知: what the company must add or correct, as a letter to it.

It asks for pages to be scanned again, for papers where there are none or too few, for figures to be
explained. Of the registries it tells a reason at most (截至核验日已失效), never a record; nothing is called false.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from verifier.advice import Advice
from verifier.exports.letter import Letter
from verifier.exports.opinion import chinese_day, short
from verifier.precheck import advise
from verifier.report.report import Report
from verifier.reviewing.reviewed import Decisions, proved
from verifier.reviewing.standing import Stand
from verifier.rules import Rules
from verifier.verdict import Flag, Outcome, Verdict
from verifier.words import plain

NONE: Decisions = MappingProxyType({})

HEADINGS: Mapping[str, str] = {
    "REVIEWER": "审核人员请补充或者说明的事项",
    "FILE_TROUBLE": "不能打开的文件，请重新提供",
    "UNREADABLE_PAGE": "不能识读的页面，请重新扫描",
    "NO_EVIDENCE": "未见证明材料或者证明材料不足的申报事项，请补充",
    "ADD": "未提供任何证明材料的类别，请补充",
    "PAPER_WILL_NOT_DO": "不能证明所申报事项的材料，请更换或者说明",
    "PAPER_FLAWED": "缺页、未见印章或者电子签名有问题的材料，请补齐或者更换",
    "DIFFERS": "与证明材料所载不一致的申报数据，请核对更正或者说明",
    "FORM_INCONSISTENT": "申报表中前后不一致的数据，请核对更正或者说明",
}
"""Codes of advice, in the order of the letter."""

OFFICE_ONLY = frozenset({"REGISTRY_NOT_ASKED", "QUALITATIVE", "NOT_JUDGED", "NEEDS_JUDGEMENT"})
"""What waits for the office or for a reviewer's judgement is no trouble of the company's."""

WORKING_DAYS = 5


def notice(
    report: Report,
    rules: Rules,
    *,
    office: str = "",
    day: date | None = None,
    days: int = WORKING_DAYS,
    decisions: Decisions = NONE,
) -> bytes:
    """The 补正通知 as a .docx file.

    Args:
        report: any report, fresh or recalled.
        rules: for what would do as proof.
        office: who signs; blank leaves a line to fill in.
        day: the letter's date; None leaves it to be filled in.
        days: working days within which the company is to answer.
        decisions: what reviewers decided: what they ask for is in the letter in their own words.
    """
    wanted = missing(report, rules, decisions)
    letter = Letter("关于补正数字工厂申报材料的通知", report.company or "（申报企业）")
    if not any(wanted.values()):
        letter.text("你单位提交的数字工厂申报材料已经核对，目前没有需要补正的材料。")
    else:
        letter.text(
            "你单位提交的数字工厂申报材料已经核对，下列材料需要补正。"
            f"请在收到本通知之日起{days}个工作日内补正；认为无需补正的，请书面说明理由。"
        )
    for code, lines in wanted.items():
        if lines:
            letter.heading(HEADINGS.get(code, "需要说明的申报事项"))
            for line in lines:
                letter.point(line)
    letter.text("补正材料请按附件2的类别和顺序编排，扫描件应当清晰、完整、方向正确。")
    letter.signature(office or "（审核单位名称）", chinese_day(day))
    return letter.as_bytes()


def missing(report: Report, rules: Rules, decisions: Decisions = NONE) -> Mapping[str, tuple[str, ...]]:
    """What the company is asked for, by code of advice; «ASK» are claims that it should explain.

    Args:
        report: any report, fresh or recalled.
        rules: for what would do as proof.
        decisions: what reviewers decided.
    """
    asked = {key: d for key, d in decisions.items() if d.stand is Stand.ASKED}
    done = {*asked, *(key for key in decisions if proved(decisions, key))}
    differing = {
        v.key: v
        for v in report.verdicts
        if v.outcome is Outcome.CONTRADICTED and not v.items and v.key not in done
    }
    # Where a figure is contradicted the paper is right for all we know: the claim is asked about, not the paper.
    advice = [
        a
        for a in advise(report, rules)
        if not (a.code == "PAPER_WILL_NOT_DO" and a.claim in differing) and a.claim not in done
    ]
    found = {
        code: tuple(_ended(a.message) for a in advice if a.code == code)
        for code in HEADINGS
        if code != "REVIEWER"
    }
    found["DIFFERS"] = tuple(_ended(f"{v.label}：{v.explanation}") for v in differing.values())
    own = tuple(_ended(asked[v.key].reason) for v in report.verdicts if v.key in asked)
    return {
        "REVIEWER": own,
        **found,
        "ASK": tuple(q for key, q in _questions(report, rules, advice) if key not in done),
    }


def _questions(report: Report, rules: Rules, advice: Sequence[Advice]) -> Iterator[tuple[str, str]]:
    """Claims that stay open for what only the company can show: the key and what to ask."""
    said = {a.claim for a in advice}
    for verdict in report.verdicts:
        if verdict.flag is not Flag.NEEDS_REVIEW or verdict.key in said:
            continue
        if not set(verdict.reasons) - OFFICE_ONLY:
            continue
        yield verdict.key, _question(verdict, rules)


def _question(verdict: Verdict, rules: Rules) -> str:
    topic = rules.topic(verdict.key.partition(".")[0])
    do = f"可提供：{topic[1].do}" if topic else "请提供能够证明的材料"
    claimed = short(plain(verdict.claimed) or verdict.text, 40)
    return _ended(f"{verdict.label}（申报：{claimed}）尚不能由现有材料核实。{do}")


def _ended(text: str) -> str:
    return text if text.endswith(("。", "！", "？")) else text + "。"
