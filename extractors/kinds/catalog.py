"""Every kind of evidence, listed by hand: the order in which a page is asked what it is."""

from extractors.kinds.business.cloud import CLOUD
from extractors.kinds.business.market import MARKET
from extractors.kinds.business.sales import APPLICATION
from extractors.kinds.company.credit import CREDIT_REPORT
from extractors.kinds.company.hitech import HITECH
from extractors.kinds.company.licence import LICENCE
from extractors.kinds.company.management import MANAGED, QUERIED
from extractors.kinds.company.mlps import MLPS, TESTED
from extractors.kinds.company.name_change import NAME_CHANGE
from extractors.kinds.company.ratings import RATING
from extractors.kinds.honours.awards import HONOUR, PLAQUE, SCIENCE_AWARD
from extractors.kinds.honours.first_sets import FIRST_SET
from extractors.kinds.honours.notices import ANNEX, NOTICE
from extractors.kinds.honours.quality import MADE, QUALITY_AWARD
from extractors.kinds.kind import Kind
from extractors.kinds.money.finance import AUDIT
from extractors.kinds.money.land import LAND
from extractors.kinds.money.per_mu import MU_RESULT
from extractors.kinds.money.research_audits import SPECIAL
from extractors.kinds.money.surveys import SURVEY
from extractors.kinds.money.tax_payments import PAYMENT
from extractors.kinds.money.tax_returns import RETURN
from extractors.kinds.own_words.hearsay import CONSOLE, NEWS, OWN_LIST, SELF_MADE, SITE
from extractors.kinds.own_words.policies import POLICY
from extractors.kinds.own_words.responsibility import CSR
from extractors.kinds.people.degrees import DEGREE
from extractors.kinds.people.insurance import INSURANCE
from extractors.kinds.people.rosters import ROSTER, UNTITLED
from extractors.kinds.platforms.adapted import XINCHUANG
from extractors.kinds.platforms.brain import BRAIN
from extractors.kinds.platforms.open_source import OPEN_SOURCE
from extractors.kinds.platforms.statistics import STATISTICS
from extractors.kinds.projects.appraisals import APPRAISAL
from extractors.kinds.projects.consortia import CONSORTIUM, MEMBERSHIP
from extractors.kinds.projects.tasks import PROJECT
from extractors.kinds.rights.patent_certificates import DESIGN, INVENTION, UTILITY
from extractors.kinds.rights.patent_front_pages import FRONT_PAGE
from extractors.kinds.rights.patent_letters import LETTER
from extractors.kinds.rights.patent_registers import REGISTER
from extractors.kinds.rights.software import CERTIFICATE, CHANGE, WORKS
from extractors.kinds.standards.documents import INDUSTRY, LOCAL, NATIONAL
from extractors.kinds.standards.international import INTERNATIONAL_STANDARD

LISTED: tuple[Kind, ...] = (
    FRONT_PAGE, REGISTER, LETTER, INVENTION, UTILITY, DESIGN,
    CHANGE, WORKS, CERTIFICATE,
    NATIONAL, INDUSTRY, LOCAL,
    LICENCE, NAME_CHANGE, CREDIT_REPORT,
    AUDIT, RETURN, PAYMENT, MU_RESULT, LAND,
    INSURANCE, ROSTER, UNTITLED, DEGREE,
    SURVEY, SPECIAL,
    MARKET,
    QUALITY_AWARD, MADE, SCIENCE_AWARD, HONOUR, PLAQUE,
    TESTED, MLPS, HITECH, QUERIED, MANAGED, RATING,
    FIRST_SET, NOTICE, ANNEX,
    PROJECT, APPRAISAL,
    INTERNATIONAL_STANDARD, CONSORTIUM, MEMBERSHIP,
    CLOUD, APPLICATION,
    BRAIN, XINCHUANG, OPEN_SOURCE, STATISTICS,
    CSR, POLICY,
    SITE, OWN_LIST, SELF_MADE, CONSOLE, NEWS,
)  # fmt: skip

KINDS: tuple[Kind, ...] = tuple(sorted(LISTED, key=lambda kind: -kind.rank))
"""Those of higher rank first; among equals, as they are listed."""
