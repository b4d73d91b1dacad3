"""Knows the Acts, regulations and guidance that rules cite, how far each binds, and the day the law was checked to."""

from __future__ import annotations

from datetime import date
from enum import Enum

from attrs import frozen

from carepolicy.logic.definition import InForce

LAW_AS_AT = date(2026, 11, 21)
"""The day to which the rules in this library were checked against the law."""


class Strength(Enum):
    """How far a clause or a rule binds.

    Source: law notes on deadlines, section 0.
    """

    MUST_LAW = "must-law"
    SHOULD_STATUTORY = "should-statutory"
    ADVICE = "advice"
    LOCAL = "local"

    def __repr__(self) -> str:
        return str(self)


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
FAMILY_LAW_REFORM_ACT_1969 = Act("Family Law Reform Act 1969")
CHILDREN_AND_YOUNG_PERSONS_ACT_2008 = Act("Children and Young Persons Act 2008")
ACADEMIES_ACT_2010 = Act("Academies Act 2010")
WELLBEING_AND_SCHOOLS_ACT_2026 = Act("Children's Wellbeing and Schools Act 2026")
LASPO_2012 = Act("Legal Aid, Sentencing and Punishment of Offenders Act 2012")
CARE_PLANNING_REGULATIONS = Regulations("SI 2010/959")
EXCLUSION_PROVISION_REGULATIONS = Regulations("SI 2007/1870")
EXCLUSION_REGULATIONS = Regulations("SI 2012/1033")
ATTENDANCE_REGULATIONS = Regulations("SI 2024/208")
PUPIL_INFORMATION_REGULATIONS = Regulations("SI 2005/1437")
SPECIAL_NEEDS_REGULATIONS = Regulations("SI 2014/1530")
DESIGNATED_TEACHER_REGULATIONS = Regulations("SI 2009/1538")
SCHOOL_STANDARDS_AND_FRAMEWORK_ACT_1998 = Act("School Standards and Framework Act 1998")
EDUCATION_ACT_1997 = Act("Education Act 1997")
EDUCATION_AND_INSPECTIONS_ACT_2006 = Act("Education and Inspections Act 2006")
CHILDREN_AND_FAMILIES_ACT_2014 = Act("Children and Families Act 2014")
EDUCATION_GUIDANCE_2018 = "DfE, Promoting the education of looked-after and previously looked-after children (Feb 2018)"
DESIGNATED_TEACHER_GUIDANCE_2018 = "DfE, The designated teacher for looked-after children (Feb 2018)"
ADMISSIONS_CODE_2021 = "School Admissions Code 2021, para 1.7"
ADMISSIONS_CODE = "School Admissions Code 2021"
APPEALS_CODE = "School Admission Appeals Code 2022"
ATTENDANCE_GUIDANCE_2024 = "DfE, Working together to improve school attendance (Aug 2024)"
KEEPING_CHILDREN_SAFE = "DfE, Keeping children safe in education (editions from 2022), annex on the safeguarding lead"
WORKING_TOGETHER_2023 = "DfE, Working together to safeguard children (2023)"
VIRTUAL_SCHOOL_HEADS_2024 = "DfE, Virtual school head role extension (updated 5 Mar 2024)"
ADMISSIONS_REGULATIONS = Regulations("SI 2012/8")
PUPIL_PREMIUM_CONDITIONS = "DfE, Pupil premium conditions of grant and technical notes"
EARLY_YEARS_PREMIUM = "DfE, Early years pupil premium"
BURSARY_GUIDE = "DfE, 16 to 19 Bursary Fund guide (2024-25)"
SSDA903_GUIDE = "DfE, SSDA903 guide: previous permanence"
CENSUS_CODE_SET = "DfE, Common Basic Data Set, code set CS087"
EXCLUSION_GUIDANCE_2024 = "DfE, Suspension and permanent exclusion guidance (Aug 2024)"
SOCIAL_WORKER_GUIDANCE = "DfE, Promoting the education of children with a social worker (2021, updated Mar 2024)"

SINCE_THE_CHILDREN_ACT: InForce = (date(1991, 10, 14), None)
SINCE_THE_ADOPTION_ACT: InForce = (date(2005, 12, 30), None)
SINCE_LASPO: InForce = (date(2012, 12, 3), None)
SINCE_SEPTEMBER_2018: InForce = (date(2018, 9, 1), None)
"""Children and Social Work Act 2017, s.4: in September 2018, taken as its first day."""
SINCE_JUNE_2021: InForce = (date(2021, 6, 16), None)
"""The guidance on children with a social worker."""
