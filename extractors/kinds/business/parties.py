"""What all contracts print: number, parties, sum, the day on which they were signed.

甲方 buys, 乙方 sells.
"""

import re

from extractors.exhibit import Fact
from extractors.kinds.fields.days import dated
from extractors.kinds.fields.phrases import ORGANISED, amount, amount_in_wan, party
from extractors.kinds.fields.standing import last_date
from extractors.kinds.fields.texts import text_of
from extractors.kinds.kind import FieldSpec, Found
from extractors.layout import Script

NUMBER = FieldSpec(
    "number",
    text_of,
    (
        "合同编号",
        "招标编号",
        "采购编号",
        "合同号",
        "协议编号",
        "订单编号",
        "订单号",
        "账单编号",
        "账单号",
        "报告编号",
        "发票号码",
        "编号",
    ),
)

SIGNED = FieldSpec(
    "date",
    dated,
    (
        "合同签订日期",
        "签订日期",
        "签约日期",
        "签署日期",
        "签订时间",
        "签约时间",
        "验收日期",
        "验收时间",
        "开票日期",
        "出账日期",
        "账单日期",
        "生效日期",
    ),
    flows=(r"于(?P<v>20\d\d年\d{1,2}月\d{1,2}日)(?:在[^,。]{2,12})?签[订署]",),
)

SUM = FieldSpec(
    "amount",
    amount,
    (
        "合同总金额",
        "合同金额",
        "合同总价",
        "合同价款",
        "合同总价款",
        "合同价格",
        "总价",
        "总金额",
        "价税合计",
        "应付金额",
        "消费总额",
        "合计金额",
        "费用总计",
        "账单金额",
        "合同额",
        "价税合计(大写)",
    ),
    wraps=True,
    flows=(
        r"(?:合同总?(?:金额|价款|价)|总价|总金额|服务费(?:用)?(?:总计|合计)?|价税合计)[^\d。;]{0,40}(?P<v>[\d,]+(?:\.\d+)?(?:万元|元|亿元))",
        r"(?:合同总?(?:金额|价款|价)|总价款?|总金额|价税合计|(?:开发|服务)费(?:用)?(?:总额|总计|合计)?)[^\d。;]{0,48}[¥￥](?P<v>\d[\d,]*(?:\.\d+)?)",
        r"(?:中标|成交)(?:总?金额|总?价)[^\d。;]{0,40}(?P<v>\d[\d,]*(?:\.\d+)?(?:万元|元|亿元))",
        r"(?:中标|成交)(?:总?金额|总?价)[^\d。;]{0,48}[¥￥](?P<v>\d[\d,]*(?:\.\d+)?)",
        r"(?:经费和报酬|经费及报酬|报酬|价款)总额为?[:;]?(?:人民币)?(?P<v>[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{2,}[元圆]整?|\d[\d,]*(?:\.\d+)?万?元)",
        r"(?:年|总)(?:服务)?费用?(?:合计|总计|总额|共计)(?:为)?(?:人民币)?[¥￥]?(?P<v>\d[\d,]*(?:\.\d+)?万?元)",
        r"(?:小写)\)?:?[¥￥]?(?P<v>[\d,]+\.\d\d)",
    ),
)

SUM_IN_WAN = FieldSpec(
    "amount", amount_in_wan, ("合同金额(万元)", "合同总金额(万元)", "合同额(万元)", "金额(万元)")
)

BUYERS = (
    "委托方(甲方)",
    "甲方(委托方)",
    "买方(甲方)",
    "需方(甲方)",
    "采购方(甲方)",
    "甲方(客户)",
    "甲方",
    "委托方",
    "委托人",
    "买方",
    "需方",
    "采购人",
    "采购方",
    "发包人",
    "发包方",
    "建设单位",
    "用户单位",
    "应用单位",
    "使用单位",
    "客户名称",
    "购买方名称",
    "购买方",
    "客户单位",
    "定作方",
    "服务对象",
    "用户名称",
)

SELLERS = (
    "受托方(乙方)",
    "乙方(受托方)",
    "卖方(乙方)",
    "供方(乙方)",
    "供应方(乙方)",
    "乙方(服务商)",
    "乙方",
    "受托方",
    "受托人",
    "卖方",
    "供方",
    "供应商",
    "承包人",
    "承建单位",
    "承建方",
    "开发单位",
    "实施单位",
    "销售方名称",
    "销售方",
    "服务方",
    "供货单位",
    "承接方",
    "研发单位",
)


def side(name: str, labels: tuple[str, ...], letter: str) -> FieldSpec:
    """A party under its labels, or behind its letter (甲方, 乙方) in running text."""
    return FieldSpec(
        name,
        party,
        labels,
        wraps=True,
        flows=(rf"{letter}方?(?:\([^)]{{1,10}}\))?[:;](?P<v>[^,。:;]{{4,40}}?(?:{ORGANISED}))",),
    )


def signed(script: Script) -> Found:
    """A paper that does not label its day is signed on the last one that it prints."""
    date = last_date(script, "date")
    labelled_day = re.search(
        r"(?:签[订约署](?:日期|时间)|验收(?:日期|时间)|开票日期|出账日期|账单日期)\t*:", script.text
    )
    facts: tuple[Fact, ...] = (date,) if date is not None and not labelled_day else ()
    return Found(facts)
