"""What it earns and spends: audited figures by year, computed shares and growth, taxes per 亩."""
