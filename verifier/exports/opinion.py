"""审核意见: what was checked, what does not agree, what a person still has to look at, as a draft letter.

The program flags, people conclude: the letter says what papers and registries say, leaves the conclusion
blank, and never calls anything false.
"""

from collections.abc import Sequence
from datetime import date
from types import MappingProxyType

from verifier.exports.letter import Letter
from verifier.report.report import Report
from verifier.reviewing.reviewed import Decisions, Reviewed
from verifier.reviewing.standing import Stand
from verifier.rules import Rules
from verifier.verdict import Evidence, Flag, Verdict
from verifier.words import plain, words

NONE: Decisions = MappingProxyType({})

LONG = 60
"""A box of prose is quoted by its beginning."""

MOST_PLACES = 3


def opinion(
    report: Report,
    rules: Rules,
    *,
    office: str = "",
    day: date | None = None,
    decisions: Decisions = NONE,
) -> bytes:
    """The draft of a 审核意见 as a .docx file.

    Args:
        report: any report, fresh or recalled.
        rules: for the words of reasons.
        office: who signs; blank leaves a line to fill in.
        day: the letter's date; None leaves it to be filled in.
        decisions: what reviewers decided; it stands beside the verdicts.
    """
    letter = Letter(f"关于{report.company}\n数字工厂申报材料的审核意见", "")
    letter.text(_opening(report))
    _overview(letter, report)
    _disagreeing(letter, report, rules)
    _open(letter, report, rules)
    _decided(letter, report, decisions)
    _form(letter, report)
    _reused(letter, report)
    _indicators(letter, report)
    _grounds(letter, report)
    letter.heading("审核结论")
    letter.text("（由审核人员填写）")
    letter.attachment(["申报项核验一览表"])
    letter.signature(office or "（审核单位名称）", chinese_day(day))
    rows = [_row(v, rules, decisions) for v in report.verdicts if v.flag is not Flag.NOT_CLAIMED]
    head = ("申报项", "申报", "核实", "核验标注", "说明")
    letter.annex("申报项核验一览表", head, rows, (36, 30, 22, 22, 46))
    return letter.as_bytes()


def chinese_day(day: date | None) -> str:
    """A date as official letters write it, or the place for it."""
    return f"{day.year}年{day.month}月{day.day}日" if day else "    年  月  日"


def short(text: str, most: int = LONG) -> str:
    """A text, cut with an ellipsis where it is long; line breaks become spaces."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"


def _opening(report: Report) -> str:
    code = f"（统一社会信用代码{report.uscc}）" if report.uscc else ""
    pages = sum(len(file.ledger) for file in report.files)
    return (
        f"{report.company}{code}申报数字工厂的申报表和证明材料已经核对。证明材料共{len(report.files)}个文件、"
        f"{pages}页，识别出证明文件{len(report.exhibits)}份。核验以{chinese_day(report.as_of)}为基准日，"
        "情况如下。"
    )


def _overview(letter: Letter, report: Report) -> None:
    counts = report.counts()
    judged = sum(counts.values()) - counts["not_claimed"]
    letter.heading("总体情况")
    letter.text(
        f"申报表所填事项共{judged}项，其中材料与登记信息支持的{counts['supported']}项，不支持或者仅部分支持的"
        f"{counts['unsupported']}项，需人工核对的{counts['needs_review']}项；未填报的{counts['not_claimed']}项。"
    )


def _disagreeing(letter: Letter, report: Report, rules: Rules) -> None:
    found = [v for v in report.verdicts if v.flag is Flag.UNSUPPORTED]
    letter.heading("材料或者登记信息不支持的事项")
    if not found:
        letter.text("无。")
    for verdict in found:
        letter.subheading(verdict.label)
        letter.text(_sentence(verdict, rules))
        for item in verdict.items:
            if item.flag is Flag.UNSUPPORTED and item.explanation not in verdict.explanation:
                letter.point(
                    f"{item.name}：{(item.explanation or _said(item.reasons, rules)).rstrip('。')}。"
                )
        rejected = [e for e in verdict.evidence if not e.counted]
        for evidence in rejected:
            letter.point(_rejected(evidence, report, rules))


def _sentence(verdict: Verdict, rules: Rules) -> str:
    why = verdict.explanation or _said(verdict.reasons, rules) + "。"
    if verdict.items:
        return why
    claimed = short(plain(verdict.claimed) or verdict.text)
    verified = f"，核实{short(plain(verdict.verified))}" if plain(verdict.verified) else ""
    return why if why.startswith("申报") else f"申报{claimed}{verified}。{why}"


def _rejected(evidence: Evidence, report: Report, rules: Rules) -> str:
    exhibit = report.exhibit(evidence.exhibit)
    kind = words().types.get(exhibit.type, exhibit.type) if exhibit else "登记记录"
    name = exhibit.text("title") or exhibit.text("award") or exhibit.text("number") if exhibit else ""
    page = evidence.place.page if evidence.place else 0
    where = f"（{exhibit.file}第{page}页）" if exhibit and page else ""
    why = rules.say(evidence.reason) if evidence.reason else "不计入"
    return f"{kind}{f'“{short(name, 40)}”' if name else ''}{where}：{why}。"


def _open(letter: Letter, report: Report, rules: Rules) -> None:
    found = [v for v in report.verdicts if v.flag is Flag.NEEDS_REVIEW]
    letter.heading("需人工核对的事项")
    if not found:
        letter.text("无。")
    for verdict in found:
        why = verdict.question or verdict.explanation or _said(verdict.reasons, rules)
        letter.point(f"{verdict.label}：{short(why, 120)}")


def _form(letter: Letter, report: Report) -> None:
    if report.form_checks:
        letter.heading("申报表自身不一致之处")
        for check in report.form_checks:
            letter.point(check.message.rstrip("。") + "。")


def _reused(letter: Letter, report: Report) -> None:
    """Papers without an innocent reason that anything tells; the others are in the workbook."""
    open_ = [r for r in report.reuse if not r.innocent]
    if open_:
        letter.heading("在其他申报中出现、需核对的材料")
        for reuse in open_:
            letter.point(reuse.message)


def _indicators(letter: Letter, report: Report) -> None:
    """Only what the claims would meet and the verified figures do not: the rest is in the workbook."""
    if not report.indicators:
        return
    said = {True: "达到", False: "未达到", None: "不能判断"}
    apart = [i for i in report.indicators if i.met_as_claimed is True and i.met is not True]
    met = sum(i.met is True for i in report.indicators)
    letter.heading("指标参考")
    letter.text(
        f"参考指标{len(report.indicators)}项，按核实数据达到{met}项；"
        f"按申报数据达到而按核实数据未达到或者不能判断的{len(apart)}项。指标仅供参考，不作为是否通过的结论。"
    )
    for indicator in apart:
        letter.point(f"{indicator.text}：按核实数据{said[indicator.met]}。{indicator.explanation}")


def _grounds(letter: Letter, report: Report) -> None:
    told = report.provenance
    letter.heading("核验依据")
    names = words().registries
    loaded = [
        f"{names.get(kind, kind)}（{v.get('records', 0)}条，版本{str(v.get('version', ''))[:8]}{_until(v)}）"
        for kind, v in told.registries.items()
    ]
    letter.text(
        f"核验程序{told.program}，规则{told.rules}。登记信息：{'、'.join(loaded) or '未载入任何登记库'}。"
    )
    if report.undecidable:
        missing = "、".join(names.get(kind, kind) for kind in report.undecidable)
        letter.text(f"未载入{missing}，相关事项未与登记信息核对。")
    letter.text("以上由核验程序标注，供审核人员参考；程序不作结论。")


def _until(version: object) -> str:
    day = version.get("as_of") if isinstance(version, dict) else None
    return f"，截至{day}" if day else ""


def _decided(letter: Letter, report: Report, decisions: Decisions) -> None:
    """How people decided: how many accepted, and each that they overruled or asked about."""
    if not decisions:
        return
    stands = [d.stand for d in decisions.values()]
    told = {stand: stands.count(stand) for stand in Stand}
    waiting = f"，另有{told[Stand.PROPOSED]}项改判待第二人复核" if told[Stand.PROPOSED] else ""
    letter.heading("人工复核情况")
    letter.text(
        f"审核人员已复核{len(decisions)}项：采纳程序标注{told[Stand.ACCEPTED]}项，改判{told[Stand.OVERRULED]}项，"
        f"请企业补正{told[Stand.ASKED]}项{waiting}。"
    )
    for verdict in report.verdicts:
        decision = decisions.get(verdict.key)
        if decision is None or decision.stand is Stand.ACCEPTED:
            continue
        letter.point(f"{verdict.label}：{_stand(decision)}。理由：{decision.reason.rstrip('。')}。")


def _stand(decision: Reviewed) -> str:
    word = words().flags[decision.flag.value].name if decision.flag else ""
    return {
        Stand.OVERRULED: f"复核改判为“{word}”",
        Stand.PROPOSED: f"拟改判为“{word}”，待第二人复核",
        Stand.ASKED: "已请企业补正",
    }.get(decision.stand, "已采纳")


def _row(verdict: Verdict, rules: Rules, decisions: Decisions) -> tuple[str, ...]:
    word = words().flags[verdict.flag.value]
    decision = decisions.get(verdict.key)
    why = verdict.explanation or verdict.question or _said(verdict.reasons, rules)
    claimed = plain(verdict.claimed) or verdict.text
    return (
        verdict.label,
        short(claimed, 40),
        short(plain(verdict.verified), 40),
        f"{word.sign} {word.name}" + (f"（{_stand(decision)}）" if decision else ""),
        short(why, 80),
    )


def _said(reasons: Sequence[str], rules: Rules) -> str:
    return "；".join(rules.say(code) for code in reasons)
