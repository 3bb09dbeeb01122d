"""What can be wrong with an application, each as one function with the verdict that it deserves.

Recipe: a trap takes an application and returns a changed one: papers, records and claims bent in one
way, the expected verdict with them. Traps that add to or take from a count combine freely; of those
that bend the same single claim (two about the revenue, two about the credit grade) take one.
The names stand in `TRAPS`; those in `HARMLESS` look wrong and are right.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random

from api.example.application import Application
from api.example.traps import claims, company, figures, honours, innovation, patents

Trap = Callable[[Application, Random], Application]

TRAPS: Mapping[str, Trap] = {
    "pat_utility": patents.utility_as_invention,
    "pat_design": patents.design_as_invention,
    "pat_application": patents.application_as_grant,
    "pat_notice": patents.acceptance_as_grant,
    "pat_lapsed": patents.lapsed,
    "pat_parent": patents.owned_by_parent,
    "pat_transferred": patents.transferred,
    "near_name": patents.near_name,
    "pat_duplicate": patents.duplicate,
    "pat_forged": patents.not_registered,
    "pat_check_digit": patents.wrong_check_digit,
    "pat_no_paper": patents.without_paper,
    "soft_owner": innovation.software_of_another,
    "soft_works": innovation.works_as_software,
    "soft_forged": innovation.software_not_registered,
    "std_joined_as_led": innovation.joined_as_led,
    "std_absent": innovation.standard_without_applicant,
    "std_forged": innovation.standard_not_registered,
    "award_old": innovation.award_before_window,
    "award_grade": innovation.award_grade_inflated,
    "award_forged": innovation.award_not_registered,
    "award_not_winner": innovation.award_of_others,
    "award_association": innovation.association_award,
    "first_level": innovation.first_set_level_inflated,
    "first_city": innovation.first_set_of_city,
    "honour_absent": honours.not_on_registered_list,
    "honour_unlisted": honours.not_on_printed_list,
    "honour_city": honours.city_list_as_provincial,
    "honour_publicity": honours.publicity_only,
    "honour_call": honours.call_only,
    "honour_no_paper": honours.registered_without_paper,
    "mlps_level": honours.filing_level_inflated,
    "mlps_other": honours.filing_of_another,
    "fin_unit": company.unit_error,
    "fin_growth": company.growth_wrong,
    "fin_margin": company.margin_wrong,
    "legal_wrong": company.legal_wrong,
    "capital_wrong": company.capital_wrong,
    "uscc_wrong": company.code_mistyped,
    "credit_lower": company.credit_lower,
    "credit_aaa": company.commercial_rating,
    "former_name": company.former_name,
    "soft_versions": innovation.versions_of_one_software,
    "std_local": innovation.local_standard,
}

FACT_TRAPS: Mapping[str, Trap] = {
    "year_shifted": figures.year_shifted,
    "consolidated": figures.consolidated,
    "fraction": figures.fraction,
    "wrong_base": figures.wrong_base,
    "net_margin": figures.net_margin,
    "other_companys_report": figures.other_companys_report,
    "restated": figures.restated,
    "other_definition": figures.other_definition,
    "mixed_definitions": figures.mixed_definitions,
    "people_overstated": figures.people_overstated,
    "people_counted_twice": figures.people_counted_twice,
    "headcount_unit": figures.headcount_unit,
    "roster_only": figures.roster_only,
    "tax_inflated": figures.tax_inflated,
    "tax_of_next_year": figures.tax_of_next_year,
    "developers_inflated": figures.developers_inflated,
    "applications_inflated": figures.applications_inflated,
    "told_otherwise": figures.told_otherwise,
    "granted_later": claims.granted_later,
    "term_over": claims.term_over,
    "bought": claims.bought,
    "page_copied_over": claims.page_copied_over,
    "change_counted": claims.change_counted,
    "software_sold": claims.software_sold,
    "standard_withdrawn": claims.standard_withdrawn,
    "standard_planned": claims.standard_planned,
    "led_counted_twice": claims.led_counted_twice,
    "award_year_wrong": claims.award_year_wrong,
    "award_nominated": claims.award_nominated,
    "award_rank_inflated": claims.award_rank_inflated,
    "honour_bred": claims.honour_bred,
    "honour_old": claims.honour_old,
    "credit_stale": claims.credit_stale,
    "credit_of_another": claims.credit_of_another,
    "hitech_expired": claims.hitech_expired,
    "certificate_expired": claims.certificate_expired,
    "certificate_of_another": claims.certificate_of_another,
    "rules_overstated": claims.rules_overstated,
    "project_of_participant": claims.project_of_participant,
    "project_before_window": claims.project_before_window,
    "appraisal_inflated": claims.appraisal_inflated,
    "compatibility_as_directory": claims.compatibility_as_directory,
    "share_self_made": claims.share_self_made,
    "share_of_the_world": claims.share_of_the_world,
    "share_inflated": claims.share_inflated,
    "alliance_joined": claims.alliance_joined,
    "source_of_another": claims.source_of_another,
    "orders_as_cases": claims.orders_as_cases,
    "cases_too_old": claims.cases_too_old,
    "report_missing": claims.report_missing,
    "cloud_not_bought": claims.cloud_not_bought,
    "cloud_of_another": claims.cloud_of_another,
    "user_without_contract": claims.user_without_contract,
    "user_with_contract": claims.user_with_contract,
    "former_name_undocumented": claims.former_name_undocumented,
    "page_unreadable": claims.page_unreadable,
    "page_unreadable_elsewhere": claims.page_unreadable_elsewhere,
    "platform_withdrawn": claims.platform_withdrawn,
}
"""Traps on facts only: nobody draws their papers yet."""

HARMLESS = ("former_name", "soft_versions", "std_local")


def spring(application: Application, name: str, seed: int) -> Application:
    """Build one trap into an application."""
    changed = TRAPS[name](application, Random(f"{seed}/{name}"))
    return replace(changed, traps=[*application.traps, name])
