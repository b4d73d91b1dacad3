"""Knows the national rules on passing on and keeping a child's school records: deadlines, section 2.8."""

from __future__ import annotations

from datetime import date

from carepolicy.facts import (
    CurricularRecordUpdated,
    JoinedSchool,
    LeaversReportSent,
    LeftSchool,
    ProtectionFileSent,
    RecordRequestedByParent,
    RecordShown,
    RecordsRequested,
    RecordsSent,
    RegisteredElsewhere,
    ReportSent,
    ResultsArrived,
    ResultsSent,
)
from carepolicy.law.citation import KEEPING_CHILDREN_SAFE, PUPIL_INFORMATION_REGULATIONS
from carepolicy.law.provision import not_verified, verified
from carepolicy.logic.beside import on_its_day
from carepolicy.logic.counting import by_the_next, once_each_school_year
from carepolicy.logic.deadline import again, reading, within
from carepolicy.policy import Clause, Kind, Strength, clause, duty
from carepolicy.profiles.england.terms import (
    DUAL,
    LEFT_IN_YEAR,
    NEW_SCHOOL_KNOWN,
    PROTECTION_FILE,
    past_school_age,
    these_children,
)
from carepolicy.time.spans import CALENDAR_DAYS, SCHOOL_DAYS, WORKING_DAYS

MAINTAINED = "it binds maintained schools; academies do the same by agreement"

FIVE_DAYS = reading(
    "within 5 days",
    within(5, CALENDAR_DAYS),
    instead=(within(5, SCHOOL_DAYS), within(5, WORKING_DAYS)),
    because="the words do not say which days, and a child's safety should not wait for the school to open",
)

RECORD_CLAUSES: tuple[Clause, ...] = (
    clause(
        "RE-1",
        "The old school sends its transfer file and record, with any PEP and EHC plan, within 15 school days.",
        duty(
            RecordsSent,
            within(15, SCHOOL_DAYS).of(LeftSchool),
            when=NEW_SCHOOL_KNOWN,
            scope=these_children,
        ),
        locator=PUPIL_INFORMATION_REGULATIONS.regulation("9(3)"),
        actor="school",
        matter="transfer_records",
        strength=Strength.MUST_LAW,
        kind=Kind.DISCLOSURE,
        notes=[MAINTAINED, "a school that had the child for under four weeks passes on what it was sent"],
        marks=[verified("dl:S27"), not_verified("academies")],
    ),
    clause(
        "RE-2",
        "A parent who asks in writing sees the record, or has the copy asked for, within 15 school days.",
        duty(RecordShown, within(15, SCHOOL_DAYS).of(RecordRequestedByParent), scope=these_children),
        locator=f"{PUPIL_INFORMATION_REGULATIONS.regulation('5(2)')}-(3)",
        actor="governing_body",
        matter="make_records_available",
        strength=Strength.MUST_LAW,
        kind=Kind.DISCLOSURE,
        notes="it binds maintained schools",
        marks=[verified("dl:S27")],
    ),
    clause(
        "RE-3",
        "A school that the present school asks for the records sends them within 15 school days of the request.",
        duty(RecordsSent, within(15, SCHOOL_DAYS).of(RecordsRequested), scope=these_children),
        locator=PUPIL_INFORMATION_REGULATIONS.regulation("9(10)"),
        actor="school",
        matter="transfer_records",
        strength=Strength.MUST_LAW,
        kind=Kind.DISCLOSURE,
        notes="it binds maintained schools",
        marks=[verified("dl:S27")],
    ),
    clause(
        "RE-4",
        "A head who learns of a second registration sees that the second school has a copy within 15 school days.",
        duty(
            RecordsSent,
            within(15, SCHOOL_DAYS).of(RegisteredElsewhere),
            when=DUAL,
            scope=these_children,
        ),
        locator=PUPIL_INFORMATION_REGULATIONS.regulation("9(3B)"),
        actor="headteacher",
        matter="transfer_records",
        strength=Strength.MUST_LAW,
        kind=Kind.DISCLOSURE,
        notes="it binds maintained schools",
        marks=[verified("dl:S27")],
    ),
    clause(
        "RE-5",
        "The curricular record is brought up to date once in every school year.",
        duty(
            CurricularRecordUpdated,
            again(once_each_school_year).of(JoinedSchool, CurricularRecordUpdated),
            scope=these_children,
        ),
        locator=PUPIL_INFORMATION_REGULATIONS.regulation("4"),
        actor="governing_body",
        matter="keep_records",
        strength=Strength.MUST_LAW,
        kind=Kind.RECORD_KEEPING,
        notes="it binds maintained schools",
        marks=[verified("dl:S27")],
    ),
    clause(
        "RE-6",
        "Parents have a report each year before the summer term is over.",
        duty(ReportSent, again(once_each_school_year).of(JoinedSchool, ReportSent), scope=these_children),
        locator=PUPIL_INFORMATION_REGULATIONS.regulation("6(2)"),
        actor="headteacher",
        matter="report_to_parents",
        strength=Strength.MUST_LAW,
        kind=Kind.RECURRING_DUTY,
        notes="it binds maintained schools",
        marks=[verified("dl:S27")],
    ),
    clause(
        "RE-7",
        "Somebody past school age who leaves has a leaver's report by the 30 September that follows.",
        duty(
            LeaversReportSent,
            by_the_next(30, 9).of(LeftSchool),
            when=on_its_day(past_school_age),
            scope=these_children,
        ),
        locator=PUPIL_INFORMATION_REGULATIONS.regulation("8(2)"),
        actor="headteacher",
        matter="report_to_parents",
        strength=Strength.MUST_LAW,
        kind=Kind.DEADLINE_DUTY,
        notes="it binds maintained schools",
        marks=[verified("dl:S27")],
    ),
    clause(
        "RE-8",
        "Results that come after the summer term are sent on within 15 school days.",
        duty(ResultsSent, within(15, SCHOOL_DAYS).of(ResultsArrived), scope=these_children),
        locator=PUPIL_INFORMATION_REGULATIONS.regulation("7(1)"),
        actor="headteacher",
        matter="report_to_parents",
        strength=Strength.MUST_LAW,
        kind=Kind.DISCLOSURE,
        notes="it binds maintained schools",
        marks=[verified("dl:S27")],
    ),
    clause(
        "RE-9",
        "The child protection file follows a child within 5 days, or into the first 5 days of the new term.",
        duty(
            ProtectionFileSent,
            FIVE_DAYS.of(LeftSchool),
            when=PROTECTION_FILE & LEFT_IN_YEAR,
            scope=these_children,
        ),
        duty(
            ProtectionFileSent,
            within(5, SCHOOL_DAYS).of(LeftSchool),
            when=PROTECTION_FILE & ~LEFT_IN_YEAR,
            scope=these_children,
        ),
        locator=KEEPING_CHILDREN_SAFE,
        actor="safeguarding_lead",
        matter="transfer_records",
        strength=Strength.SHOULD_STATUTORY,
        in_force=(date(2022, 9, 1), None),
        kind=Kind.DISCLOSURE,
        notes="as soon as possible all the same; a new term's first 5 days are read as its first 5 school days",
        marks=[verified("dl:S35"), not_verified("the editions of 2025 and 2026, and the day the first took effect")],
    ),
)
