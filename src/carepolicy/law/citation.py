"""Knows the Acts and regulations that rules cite, and the day to which the law was checked."""

from __future__ import annotations

from datetime import date

from attrs import frozen

LAW_AS_AT = date(2026, 11, 21)
"""The day to which the rules in this library were checked against the law."""


@frozen
class Act:
    """An Act of Parliament.

    Args:
        name: its short title with its year.

    >>> CHILDREN_ACT_1989.section("22(1)")
    'Children Act 1989, s.22(1)'
    """

    name: str

    def section(self, number: str) -> str:
        """One section, or several separated by commas."""
        return f"{self.name}, {'ss' if ',' in number else 's'}.{number}"


@frozen
class Regulations:
    """A statutory instrument.

    Args:
        number: its year and number, such as "SI 2010/959".
    """

    number: str

    def regulation(self, number: str) -> str:
        """One regulation."""
        return f"{self.number}, reg.{number}"


CHILDREN_ACT_1989 = Act("Children Act 1989")
EDUCATION_ACT_1996 = Act("Education Act 1996")
ADOPTION_AND_CHILDREN_ACT_2002 = Act("Adoption and Children Act 2002")
LASPO_2012 = Act("Legal Aid, Sentencing and Punishment of Offenders Act 2012")
CARE_PLANNING_REGULATIONS = Regulations("SI 2010/959")
EXCLUSION_PROVISION_REGULATIONS = Regulations("SI 2007/1870")
EDUCATION_GUIDANCE_2018 = "DfE, Promoting the education of looked-after and previously looked-after children (Feb 2018)"
EXCLUSION_GUIDANCE_2024 = "DfE, Suspension and permanent exclusion guidance (Aug 2024)"
SOCIAL_WORKER_GUIDANCE = "DfE, Promoting the education of children with a social worker (2021, updated Mar 2024)"
