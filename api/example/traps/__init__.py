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
from api.example.traps import company, honours, innovation, patents

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

HARMLESS = ("former_name", "soft_versions", "std_local")


def spring(application: Application, name: str, seed: int) -> Application:
    """Build one trap into an application."""
    changed = TRAPS[name](application, Random(f"{seed}/{name}"))
    return replace(changed, traps=[*application.traps, name])
