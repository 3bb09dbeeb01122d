"""An income statement whose sums hold, from what matters in it."""


def lines(revenue: float, rd: float, profit: float, unit: float = 1) -> dict[str, str]:
    """Amounts in yuan; printed in `unit` yuan (1000 for 千元, 10000 for 万元)."""
    taxes, selling, administration, finance = (
        round(revenue * share, 2) for share in (0.0062, 0.071, 0.083, 0.0041)
    )
    outside = round(revenue * 0.0007, 2)
    operating = round(profit - outside, 2)
    cost = round(revenue - taxes - selling - administration - rd - finance - operating, 2)
    tax = round(profit * 0.118, 2)
    amounts = {
        "营业收入": revenue,
        "减：营业成本": cost,
        "税金及附加": taxes,
        "销售费用": selling,
        "管理费用": administration,
        "研发费用": rd,
        "财务费用": finance,
        "营业利润": operating,
        "加：营业外收入": outside,
        "利润总额": profit,
        "减：所得税费用": tax,
        "净利润": round(profit - tax, 2),
    }
    return {name: f"{amount / unit:,.2f}" for name, amount in amounts.items()}
