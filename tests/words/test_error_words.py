"""Every error says what was wrong and what to do next; the words that no other test quotes in full are here."""

from __future__ import annotations

import ast
import re
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

import carepolicy
import carepolicy.errors as errors
from carepolicy import clause, duty, never, profiles, reading, within
from carepolicy.adapters.declarations import flagged_in_care, post_looked_after_arrangements
from carepolicy.adapters.records import child_to_json
from carepolicy.assessment import assess
from carepolicy.errors import (
    BadInput,
    BadPolicy,
    BadRecord,
    NotADate,
    NotAskable,
    NotInForce,
    NotTwoValued,
    Problem,
    Unfinished,
    UnknownName,
)
from carepolicy.facts import (
    CARE,
    Accommodation,
    CareOrder,
    CareUnderOtherLaw,
    Child,
    JoinedSchool,
    PepCompleted,
    Remand,
    Suspended,
)
from carepolicy.law.looked_after import looked_after, power
from carepolicy.law.rules import rule_named
from carepolicy.law.social_worker import cwsa_2026
from carepolicy.law.uses import use_named
from carepolicy.logic.counting import beginning_with, by_date, by_the_end_of, clear, nth
from carepolicy.logic.vocabulary import restricted, under_age
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from carepolicy.report import as_text
from carepolicy.time.attendance import Attendance
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.delivery import deemed_given
from carepolicy.time.instants import Instant
from carepolicy.time.spans import HOURS, SCHOOL_DAYS
from carepolicy.time.terms import HalfTerm, Term
from carepolicy.verdict import Verdict
from tests.situations.school import HILL_TOP

HOUSE = Path(carepolicy.__file__).parent


@pytest.mark.parametrize(
    ("cause", "error", "says"),
    [
        (lambda: bool(Verdict.UNKNOWN), NotTwoValued,
         "An answer of 'cannot tell' can be true, false or not known, so it has no yes-or-no value. Ask .holds, .fails or .unknown."),
        (lambda: CareOrder(start="2026-03-02", end="2026-03-01"), BadRecord,
         "This record of care order ends before it begins. Correct one of the two."),
        (lambda: Accommodation(start="2026-03-02T12:00", end="2026-03-02T11:00"), BadRecord,
         "This record of accommodation by the council ends before it begins. Correct one of the two."),
        (lambda: Suspended(at="2026-03-02", days=0), BadRecord,
         "A suspension lasts a whole number of school days, at least 1. Correct its days, or leave them out if not known."),
        (lambda: Suspended(at="2026-03-02", days="2"), BadRecord,
         "A suspension lasts a whole number of school days, at least 1. Correct its days, or leave them out if not known."),
        (lambda: Remand(start="2026-03-02", to="custody"), BadRecord,
         "This is not a RemandedTo. Give one of RemandedTo.LOCAL_AUTHORITY_ACCOMMODATION, RemandedTo.YOUTH_DETENTION; or None where it is not recorded."),
        (lambda: CareOrder(start="2026-03-02", accommodated="no"), BadRecord,
         "This takes True, False, or None where it is not recorded."),
        (lambda: Accommodation(start="2026-03-02", short_break="no"), BadRecord, "This takes True or False."),
        (lambda: CareUnderOtherLaw(start="2026-03-02"), BadRecord,
         "Care under another country's law names the country: jurisdiction=Jurisdiction.SCOTLAND, or None where it is not recorded. For an English council's care give its legal basis, such as CareOrder."),
        (lambda: CareOrder(start="2026-03-02", weight=None), BadRecord,
         "A weight is always one of Weight's; leave it out for what is on record."),
        (lambda: cwsa_2026.timeline(Child("x")), NotInForce,
         "given services as a child in need is not the law on 2026-11-21, the day whose law is applied. Ask it as the law will stand, or stood, on another day: .under_the_law_of(day), or with its limbs commenced: commenced(definition)."),
        (lambda: looked_after.ever(date(2026, 3, 2), date(2026, 3, 2), Child("x")), NotAskable,
         "ever(first, until, child) takes two dates, the first before the second, and a Child."),
        (lambda: restricted(under_age(18), power.one_of("s.20")), Unfinished,
         "Only conditions over records can be restricted to some of them; living and under 18 is not one."),
        (lambda: looked_after.variant("x", "", replacing=dict.fromkeys(rule.id for rule in looked_after.limbs)), BadPolicy,
         "This variant would leave nothing of the definition. Keep one limb, and one part of the gate."),
        (lambda: use_named("admission"), UnknownName,
         "There is no use 'admission' of these statuses. Did you mean admissions priority, or Cambridgeshire?"),
        (lambda: rule_named("CIC-44"), UnknownName, "There is no rule 'CIC-44'. Did you mean CIC-4, CIC-4/s.43, CIC-6?"),
        (lambda: post_looked_after_arrangements("Z", on=date(2026, 10, 1)), BadInput,
         "1 problem in the input:\n  declaration, column post looked-after arrangements: this is no code of the set. It takes N (not declared, which says nothing), A (adopted from care in England or Wales), G (left care in England or Wales under a special guardianship order), R (left care in England or Wales under a residence order), C (left care in England or Wales under a child arrangements order), O (adopted from state care outside England and Wales)."),
        (lambda: post_looked_after_arrangements("O", on=date(2021, 10, 1)), BadInput,
         "1 problem in the input:\n  declaration, column post looked-after arrangements: 'O' can be used from 2022-10-01. Check the code, or the day."),
        (lambda: flagged_in_care(1, on=date(2026, 10, 1)), NotAskable,
         "A flag is True, False, or None where it is empty. Turn 1 and 0 into them where they are read."),
        (lambda: by_date("2026-12-31"), Unfinished,
         "by_date(...) takes a date, and or_the_next= WORKING_DAYS or SCHOOL_DAYS where the words say so."),
        (lambda: by_the_end_of(2025, 13), Unfinished,
         "by_the_end_of(year, month) takes a year and a month, such as by_the_end_of(2025, 8)."),
        (lambda: beginning_with(48, HOURS), BadPolicy,
         "Hours do not begin with a day. Write within(48, HOURS)."),
        (lambda: clear(48, HOURS), BadPolicy, "Clear days are whole days; hours and terms are not counted so."),
        (lambda: nth(2, HOURS), BadPolicy,
         "Days of a state are counted in SCHOOL_DAYS, WORKING_DAYS or CALENDAR_DAYS."),
        (lambda: Attendance(301, 300), BadRecord,
         "Attendance takes whole numbers of sessions, at least one possible and no more attended than possible."),
        (lambda: deemed_given(date(2026, 3, 2), "post", SchoolCalendar().working_days), NotAskable,
         "deemed_given(day, sent, working_days) takes one of Sent.FIRST_CLASS_POST, Sent.BY_HAND, Sent.BY_EMAIL."),
        (lambda: Child("x", complete=["scholing"]), UnknownName,
         "There is no family of records of that name. There are: care, permanence, social_work, schooling, care_reviews, care_planning, council_education, special_needs, social_work_acts, setting."),
        (lambda: Child("x", complete="care"), BadRecord,
         "complete takes a list of families of records. Write complete=[CARE]."),
        (lambda: Child("x", history=["care"]), BadRecord,
         "A child's history holds records such as CareOrder(...); this one is a str."),
        (lambda: Instant.of("31/03/2026"), NotADate,
         "This text is not a date. Write a year, month, day or time as 2026, 2026-03, 2026-03-31 or 2026-03-31T09:15."),
        (lambda: Instant.of(7), NotADate,
         "A int is not a date. Give a date, a datetime, or text such as '2026-03' or '2026-03-31'."),
        (lambda: Instant.between("2026-03-02", "2026-03-01"), NotADate,
         "The earliest possible day is later than the latest. Swap the two bounds."),
        (lambda: Instant.of("2026-03-29T01:30"), errors.NoSuchTime,
         "This time never occurred in the United Kingdom: the clocks went forward over it. Correct the hour, or give the date alone."),
        (lambda: HILL_TOP.add(date(2026, 7, 20), 9), errors.NoTermDates,
         "Counting school days from 20 Jul 2026 runs past 21 Jul 2026, the last day we know. Add the next term to SchoolCalendar(terms=...)."),
        (lambda: HILL_TOP.is_school_day(date(2027, 1, 1)), errors.NoTermDates,
         "No school days are published for 1 Jan 2027. Add the next term to SchoolCalendar(terms=...)."),
        (lambda: Instant.of("2026-02-30"), NotADate,
         "This text is a date or a time that does not exist. Check the day, month and time."),
        (lambda: Term("Spring", "2026-01-05", 7), errors.BadCalendar,
         "A term begins and ends on a date, and this is a int. Write date(2026, 3, 31)."),
        (lambda: Term("Spring", "5 January", "2026-03-27"), errors.BadCalendar,
         "This text is not a date. Write it as 2026-03-31."),
        (lambda: looked_after.on(Child("x"), date(2026, 3, 2)), errors.NotAskable,
         "on(day, child) takes a date and a Child, in that order; it was given a Child and a date."),
        (lambda: assess(Child("x"), "stoke-on-trent", calendar=HILL_TOP, on=date(2026, 3, 2)), errors.NotAskable,
         ('A question about a child takes (child, profile, calendar=..., on=...), and was given a str for a Profile, such as STOKE_ON_TRENT; '
          'profiles.find("stoke-on-trent") finds one by name.')),
        (lambda: assess(Child("x"), STOKE_ON_TRENT, calendar=[], on=date(2026, 3, 2)), errors.NotAskable,
         "A question about a child takes (child, profile, calendar=..., on=...), and was given a list for a SchoolCalendar."),
        (lambda: assess(STOKE_ON_TRENT, Child("x"), calendar=HILL_TOP, on=date(2026, 3, 2)), errors.NotAskable,
         "A question about a child takes (child, profile, calendar=..., on=...), and was given a Profile for a Child."),
        (lambda: assess(Child("x"), STOKE_ON_TRENT, calendar=HILL_TOP, on=date(9999, 12, 31)), errors.NotAskable,
         "on takes one day from 1900 to 2199, such as date(2026, 3, 31)."),
        (lambda: assess(Child("x"), STOKE_ON_TRENT, calendar=HILL_TOP, on=date(2026, 3, 2), known_at="2026"), errors.NotAskable,
         "known_at takes a day, such as date(2026, 3, 31). Give one, or leave it out."),
        (lambda: as_text(Child("x")), errors.NotAskable,
         "as_text(assessment, detail=...) takes what assess(...) gives, and Detail.FLAG, GROUP or FULL."),
        (lambda: looked_after.timeline(None), errors.NotAskable, "timeline(child) takes a Child; it was given a NoneType."),
        (lambda: within(3, SCHOOL_DAYS).counted_from(date(2026, 3, 2), calendar=None), errors.NotAskable,
         "counted_from(day, calendar=...) takes a SchoolCalendar; it was given a NoneType."),
        (lambda: child_to_json("x"), errors.NotAskable, "This writes a Child, and was given a str."),
        (lambda: Child(None), BadRecord,
         "A child has an identifier, which is a text of its own and never a name. Write Child('1001', ...)."),
        (lambda: Child("x", history=CareOrder(start="2026")), BadRecord,
         "history takes a list of records. Write history=[CareOrder(start='2025-03-03')]."),
        (lambda: Child("x", complete={CARE: ("2024-09-01", None)}), BadRecord,
         "The days of a completeness are a pair of days, half-open. Write {CARE: (date(2024, 9, 1), None)}."),
        (lambda: Child("x", warnings="odd"), BadRecord,
         "warnings takes a list of data warnings: [DataWarning('what was odd, and how it is taken')]."),
        (lambda: CareOrder(start="2026", entered="2026-01-01"), BadRecord,
         "A day of entry is a date, such as date(2026, 3, 31). Give one, or leave it out."),
        (lambda: SchoolCalendar([HalfTerm("Half-term", date(2025, 10, 27), date(2025, 10, 31))]), errors.BadCalendar,
         'terms is a list of terms. Write [Term("Autumn", date(2025, 9, 3), date(2025, 12, 19))].'),
        (lambda: SchoolCalendar(half_terms=[date(2025, 10, 27)]), errors.BadCalendar,
         'half_terms is a list of breaks. Write [HalfTerm("Half-term", date(2025, 10, 27), date(2025, 10, 31))].'),
        (lambda: SchoolCalendar(inset=["2025-11-28"]), errors.BadCalendar,
         "Days are given as a list of dates. Write [date(2025, 11, 28)]."),
        (lambda: SchoolCalendar(covers=(date(2025, 9, 1), date(2026, 7, 31))), errors.BadCalendar,
         "covers is a list of pairs of days. Write [(date(2025, 9, 1), date(2026, 7, 31))]."),
        (lambda: SchoolCalendar(closes="15:10"), errors.BadCalendar,
         "A time of day is a pair of hour and minute. Write (15, 10) for ten past three."),
        (lambda: SchoolCalendar(closures=[(date(2025, 11, 24), date(2025, 11, 26))]), errors.BadCalendar,
         "closures takes days, or pairs of a day and a reason. For several days list each of them."),
        (lambda: reading("two weeks", 10, because="so"), errors.Unfinished,
         ("A reading takes the deadline that the words are taken to mean, and a list of others instead: "
          'reading("20 days", within(20, SCHOOL_DAYS), instead=[within(20, WORKING_DAYS)], because="...").')),
        (lambda: duty(PepCompleted, within(3, SCHOOL_DAYS).of(JoinedSchool), scope="looked after"), errors.Unfinished,
         "scope takes a condition, such as looked_after. Give one, or leave it out."),
        (lambda: duty(PepCompleted, within(3, SCHOOL_DAYS).of(JoinedSchool), until=[looked_after]), errors.Unfinished,
         "until takes a list of kinds of record. Write until=[LeftSchool]."),
        (lambda: never(Suspended, unless_after="agreement"), errors.Unfinished,
         "unless_after and since take kinds of record, such as NewPlacementStarted."),
        (lambda: never(Suspended, since=JoinedSchool), errors.Unfinished,
         "since= says since when unless_after= counts. Give both, or neither."),
        (lambda: clause("X", "Says.", strength="advice"), errors.Unfinished,
         "X: strength takes one of Strength.MUST_LAW, Strength.SHOULD_STATUTORY, Strength.ADVICE, Strength.LOCAL."),
        (lambda: profiles.find(None), UnknownName, "A profile is found by its name. There are: cambridgeshire, england, offord-primary, oxfordshire, oxfordshire-non-negotiables, stoke-on-trent."),
        (lambda: Instant.of(datetime(9999, 12, 31, 23, 59, tzinfo=timezone(timedelta(hours=-12)))), NotADate,
         "This time lies outside the years that can be told. Give one from year 1 to 9999."),
        (lambda: carepolicy.something, AttributeError, "module 'carepolicy' has no attribute 'something'"),
    ],
)  # fmt: skip
def test_an_error_says_what_was_wrong_and_what_to_do(cause, error, says):
    with pytest.raises(error) as raised:
        cause()
    assert str(raised.value) == says


def test_one_problem_and_several():
    one, other = Problem("a.csv", None, None, "is empty."), Problem("a.csv", 2, "DEC", "is wrong.")
    assert str(BadInput([one])) == "1 problem in the input:\n  a.csv: is empty."
    assert (
        str(BadInput([one, other]))
        == "2 problems in the input:\n  a.csv: is empty.\n  a.csv, row 2, column DEC: is wrong."
    )
    assert eval(repr(other), {"Problem": Problem}) == other
    assert hash(one) != hash(other)


def test_a_clause_nobody_is_near_to_gets_no_suggestion():
    with pytest.raises(UnknownName, match=r"^\"?Stoke-on-Trent has no clause 'zzzzzz'\.\"?$"):
        STOKE_ON_TRENT.clause("zzzzzz")


def test_every_error_of_ours_is_a_carepolicy_error_and_a_standard_one():
    ours = [value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, Exception)]
    for error in ours:
        assert issubclass(error, errors.CarePolicyError)
        assert error is errors.CarePolicyError or len(error.__mro__) > 4


def test_no_error_is_raised_with_a_value_that_could_be_a_childs():
    """What is put into a message is a code, a name of ours, a number, or a day of a calendar; never a record's own date."""
    for path in HOUSE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Raise) and node.exc is not None:
                text = ast.unparse(node.exc)
                assert not re.search(
                    r"\{(born|died|child\.(?!id)|record\.(start|end|at)|self\.(start|end|at|born|died)|value!?r?\})",
                    text,
                ), text


def test_an_unreadable_record_says_nothing_of_its_dates():
    with pytest.raises(BadRecord) as raised:
        CareOrder(start="2014-05-09", end="2013-01-01")
    assert "2014" not in str(raised.value)
    assert "2013" not in str(raised.value)


def test_a_leaf_that_is_not_about_records_prints_as_it_is_written():
    assert repr(under_age(18)) == "under_age(18)"
