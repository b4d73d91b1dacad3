"""The policy of Offord Primary, word for word: one made-up child in care, under what the school says in its own way."""

from __future__ import annotations

from datetime import date

from carepolicy.assessment import assess
from carepolicy.facts import (
    CARE,
    PERMANENCE,
    SCHOOLING,
    SETTING,
    AttendanceConcernRaised,
    Attested,
    CareOrder,
    Child,
    EducationProvided,
    GovernorsReport,
    InformationShared,
    Item,
    JoinedSchool,
    PartyConsulted,
    PepCompleted,
    PhaseTransitionDue,
    PostHeld,
    PremiumSpent,
    ProgressAssessed,
    Reinstated,
    ReintegrationPlanned,
    Suspended,
    TrainingAttended,
    VirtualSchoolDiscussionHeld,
)
from carepolicy.line import State
from carepolicy.profiles.cambridgeshire import OFFORD
from carepolicy.report import as_text
from tests.situations.school import HILL_TOP
from tests.words.policies_alone import without_the_floor

FRIDAY = date(2026, 3, 20)

RICH = Child(
    "rich",
    born=date(2014, 5, 9),
    history=[
        CareOrder(start="2025-09-01"),
        JoinedSchool(at="2025-09-03"),
        PepCompleted(at="2025-12-10"),
        PostHeld(role="designated_teacher", start="2025-09-01", qualified_teacher=False),
        PostHeld(role="designated_person_cpic", start="2026-02-02"),
        PostHeld(role="designated_safeguarding_lead", start="2025-11-03"),
        TrainingAttended(role="designated_safeguarding_lead", at="2025-11-20"),
        GovernorsReport(at="2026-01-20", holds=[Item.PEP_COMPLIANCE], lacks=[Item.PP_PLUS_IMPACT]),
        ProgressAssessed(at="2026-02-06", accelerated=False),
        PremiumSpent(at="2026-01-14", for_the_child=True, linked_to_target=True),
        InformationShared(at="2026-03-03"),
        AttendanceConcernRaised(at="2026-03-05"),
        PartyConsulted(at="2026-03-06", role="social_worker"),
        PhaseTransitionDue(at="2026-07-15"),
        VirtualSchoolDiscussionHeld(at="2026-03-05T09:00"),
        Suspended(at="2026-03-05T10:00", days=5, ref="first"),
        Reinstated(at="2026-03-10", about="first"),
        Suspended(at="2026-03-18T10:20", days=3, ref="second", as_sanction=True),
        EducationProvided(at="2026-03-20", about="second"),
        ReintegrationPlanned(at="2026-03-19", about="second"),
        Attested(clause="OFF-2.1w", role="lead_governor", at="2026-01-12"),
    ],
    complete=[CARE, PERMANENCE, SCHOOLING, SETTING],
    as_at=FRIDAY,
)

POLICY = OFFORD.only(
    "OFF-1.0a", "OFF-1.1c", "OFF-2.1a", "OFF-2.1c", "OFF-2.1i", "OFF-2.1j", "OFF-2.1n", "OFF-2.1q", "OFF-2.1v",
    "OFF-2.1w",
    "OFF-2.2a", "OFF-2.2e", "OFF-2.2k", "OFF-2.2o", "OFF-3.1b", "OFF-3.1f", "OFF-3.3d", "OFF-3.3f", "OFF-3.4d",
    "OFF-3.4h", "OFF-3.4i", "OFF-3.4j", "OFF-3.5a", "OFF-3.5d",
)  # fmt: skip

EXPECTED = """\
rich  on Fri 20 Mar 2026

    looked after                  yes, since Mon 1 Sep 2025, to the end of Sat 8 May 2032 as things stand
    previously looked after       no
    social worker within 6 years  yes, since Mon 1 Sep 2025 or earlier, to the end of Sat 8 May 2032 as things stand

Offord Primary (undated)
OPEN         OFF-2.1c    qualified designated teacher in post: owed for 198 calendar days
                         The designated teacher for children in care is a qualified teacher.
                         source: The Head Teacher and Governing Body (lines 66-67) (local)
                         who must act: headteacher, governing body
                         note: the qualification is asked only of the role for children in care
MET          OFF-2.1j    assessment of progress, since Fri 6 Feb 2026: in place
                         All children who have or had a social worker progress faster than usual.
                         source: The Head Teacher and Governing Body (lines 74-75) (local)
                         note: 'accelerated and rapid' has no measure
                         note: the latest assessment decides: where it shows no faster progress, one that does is
                           owed
OPEN         OFF-2.1j    assessment of progress: owed for 42 calendar days
                         All children who have or had a social worker progress faster than usual.
                         source: The Head Teacher and Governing Body (lines 74-75) (local)
                         who must act: headteacher, lead governor
                         again, some time after the assessment of progress (Fri 6 Feb 2026)
                         advised: chase it from the morning of Mon 9 Feb 2026 (our measure; the words set no date)
                         advised: overdue in all but name after the end of Mon 9 Feb 2026 (our measure; the words
                           set no date)
                         note: 'accelerated and rapid' has no measure
                         note: the latest assessment decides: where it shows no faster progress, one that does is
                           owed
MET          OFF-2.1n    report to the governors on Tue 20 Jan 2026: as it must be
                         The update covers whether each PEP is compliant.
                         source: The Head Teacher and Governing Body, content list (lines 78-79,83) (local)
                         note: a short break starts no plan
BREACH       OFF-2.1q    report to the governors on Tue 20 Jan 2026: not as it must be
                         The update covers what PP+ achieves.
                         source: The Head Teacher and Governing Body, content list (lines 78-79,85-86) (local)
                         what it breaks: every report to the governors: holds impact of pupil premium plus
                         who must act: designated teacher, headteacher
                         note: the premium is expressly that for children in care and previously in care
CANNOT TELL  OFF-2.1v    report to the governors on Tue 20 Jan 2026: cannot tell
                         The update compares where children who leave Offord Primary go with where their peers go.
                         source: The Head Teacher and Governing Body, content list (lines 78-79,88,94) (local)
                         who must act: designated teacher, headteacher
                         note: all leavers, or only these children, is not said
                         not known: whether the report to the governors holds: destinations of leavers
MET          OFF-2.1w    statement on Mon 12 Jan 2026, 67 calendar days ago: stated
                         The head and the named governor keep watch on how the safeguarding lead carries out the
                           role.
                         source: The Head Teacher and Governing Body (lines 73-74) (local)
MET          OFF-2.2a    designated teacher in post, since Mon 1 Sep 2025: in place
                         The school has a designated teacher (children in care) and a designated person (previously
                           in care).
                         source: The Designated Teacher and Designated Person (headings) (lines 96-97) (local)
                         note: one post holder or two is not said; one who holds both is recorded in both posts
MET          OFF-2.2a    designated person for children previously in care in post, since Mon 2 Feb 2026: in place
                         The school has a designated teacher (children in care) and a designated person (previously
                           in care).
                         source: The Designated Teacher and Designated Person (headings) (lines 96-97) (local)
                         note: one post holder or two is not said; one who holds both is recorded in both posts
MET          OFF-2.2e    up-to-date PEP, since Wed 10 Dec 2025: in place
                         Every child in care has a good, current PEP.
                         source: The Designated Teacher and Designated Person, bullet 3 (lines 98,106) (local)
                         note: no day is set for the first PEP, so that it is owed from coming into care on
                         note: a short break starts no plan
                         note: up to date is read as made or reviewed in this term or the one before
                         note: left open, since the words give no measure: how good a PEP must be, and how soon the
                           first is owed
CANNOT TELL  OFF-2.2k    sharing of information on Tue 3 Mar 2026: cannot tell
                         Personal details go only to those who need them.
                         source: The Designated Teacher and Designated Person, bullet 8 (lines 98,122) (local)
                         who must act: designated teacher, designated person for children previously in care
                         note: left open, since the words give no measure: who needs to know
                         not known: whether it needed to be known
DUE          OFF-2.2o    plan for the move: to be done
                         The role holder plans for transition with its effect on the child in mind.
                         source: The Designated Teacher and Designated Person, bullet 10 (lines 98,126) (local)
                         who must act: designated teacher, designated person for children previously in care
                         due between Tue 14 Jul 2026 and Wed 15 Jul 2026, before the move, at most 12 months ahead
                           (Wed 15 Jul 2026)
                         act by Tue 14 Jul 2026, the earliest that it may be due
                         "plans for transition" is read as beforehand, at most 12 months ahead: a plan of more than
                           a year before was for another move
                         as beforehand, at most 6 months ahead it would be between Tue 14 Jul 2026 and Wed 15 Jul
                           2026
                         note: left open, since the words give no measure: whether the plan weighs what the move
                           does to the child
                         not known: the time of the event
LATE         OFF-3.1b    training on Thu 20 Nov 2025, 17 calendar days late
                         The safeguarding lead is trained for the role on taking it up.
                         source: Staff Development and Training (lines 162-163) (local)
                         due Mon 3 Nov 2025, on the day of taking up the post, or before it (Mon 3 Nov 2025)
                         "when they come to post" is read as on the day: the words name the coming to post, so that
                           the training is done by its first day
                         as by the end of the term it would be Fri 19 Dec 2025
                         note: for a child who is covered only later, it is asked for by that day of whoever then
                           holds the post
OVERDUE      OFF-3.1f    no training, 46 calendar days overdue
                         The designated person for children previously in care is trained for the role on taking it
                           up.
                         source: Staff Development and Training (lines 162-163) (local)
                         who must act: headteacher, governing body
                         due Mon 2 Feb 2026, on the day of taking up the post, or before it (Mon 2 Feb 2026)
                         "when they come to post" is read as on the day: the words name the coming to post, so that
                           the training is done by its first day
                         as by the end of the term it would be Fri 27 Mar 2026
                         note: for a child who is covered only later, it is asked for by that day of whoever then
                           holds the post
MET          OFF-3.3d    talk about a concern on Fri 6 Mar 2026: in time
                         Offord Primary talks with the social worker when attendance or punctuality is a worry.
                         source: Attendance and Punctuality (lines 193-194) (local)
                         without delay after the concern about attendance (Thu 5 Mar 2026)
                         note: there is no threshold, so that any concern on record counts, and no time limit; a
                           tenth of sessions missed, nationally persistent absence (AT-13), may serve as one
                         note: a social worker of the past is not spoken of, so that only a child with one now is
                           covered
OPEN         OFF-3.3f    talk about a concern: owed for 15 calendar days
                         Offord Primary talks with the virtual school when attendance or punctuality of a child in
                           care is a worry.
                         source: Attendance and Punctuality (lines 193-195) (local)
                         who must act: school
                         without delay after the concern about attendance (Thu 5 Mar 2026)
                         advised: chase it from the morning of Fri 6 Mar 2026 (our measure; the words set no date)
                         advised: overdue in all but name after the end of Fri 6 Mar 2026 (our measure; the words
                           set no date)
                         note: there is no threshold, so that any concern on record counts, and no time limit; a
                           tenth of sessions missed, nationally persistent absence (AT-13), may serve as one
MET          OFF-3.4d    suspension on Thu 5 Mar 2026 10:00: allowed
                         Before Offord Primary excludes a child in care, it talks through the reasons with the
                           child's virtual school.
                         source: Exclusions (lines 207-209) (local)
                         note: a talk is asked for, and no agreement
                         note: there is no exception for an emergency
                         note: the relevant virtual school is read as that of the council that cares for the child
                         note: a talk from before an earlier exclusion was about that one, and counts no more
                         note: before acting is read as before the decision; it may mean before the first day of the
                           exclusion
BREACH       OFF-3.4d    suspension on Wed 18 Mar 2026 10:20: not allowed
                         Before Offord Primary excludes a child in care, it talks through the reasons with the
                           child's virtual school.
                         source: Exclusions (lines 207-209) (local)
                         what it breaks: no suspension, unless after a discussion with the virtual school
                         who must act: headteacher, school
                         note: a talk is asked for, and no agreement
                         note: there is no exception for an emergency
                         note: the relevant virtual school is read as that of the council that cares for the child
                         note: a talk from before an earlier exclusion was about that one, and counts no more
                         note: before acting is read as before the decision; it may mean before the first day of the
                           exclusion
MISSED       OFF-3.4h    no education provided during the exclusion, 2 school days overdue when it ceased to be owed
                           on Tue 10 Mar 2026
                         If exclusion cannot be avoided, education is in place from its first day for a child in
                           care.
                         source: Exclusions (lines 212-214) (local)
                         due Fri 6 Mar 2026, 1 school day after the suspension (Thu 5 Mar 2026 10:00)
                         counted from Fri 6 Mar 2026 to Fri 6 Mar 2026
                         "from day one" is read as 1 school day: the national guidance asks for it from the first
                           school day following
                         as on the first day out it would be Thu 5 Mar 2026; as on the day it would be Thu 5 Mar
                           2026
                         note: 'every attempt to ensure' may make it an effort and no result
                         note: once a child is excluded it is taken that no other option was left
LATE         OFF-3.4h    education provided during the exclusion on Fri 20 Mar 2026, 1 school day late
                         If exclusion cannot be avoided, education is in place from its first day for a child in
                           care.
                         source: Exclusions (lines 212-214) (local)
                         due Thu 19 Mar 2026, 1 school day after the suspension (Wed 18 Mar 2026 10:20)
                         counted from Thu 19 Mar 2026 to Thu 19 Mar 2026
                         "from day one" is read as 1 school day: the national guidance asks for it from the first
                           school day following
                         as on the first day out it would be Wed 18 Mar 2026; as on the day it would be Wed 18 Mar
                           2026
                         note: 'every attempt to ensure' may make it an effort and no result
                         note: once a child is excluded it is taken that no other option was left
CANNOT TELL  OFF-3.4i    suspension on Thu 5 Mar 2026 10:00: cannot tell
                         Exclusion must not be used to punish.
                         source: Exclusions (line 214) (local)
                         who must act: headteacher, school
                         note: in law a suspension is a disciplinary sanction, so that only a stated purpose can be
                           judged
                         not known: whether its stated purpose is to punish
BREACH       OFF-3.4i    suspension on Wed 18 Mar 2026 10:20: not allowed
                         Exclusion must not be used to punish.
                         source: Exclusions (line 214) (local)
                         what it breaks: no suspension, unless not meant to punish
                         who must act: headteacher, school
                         note: in law a suspension is a disciplinary sanction, so that only a stated purpose can be
                           judged
ENDED        OFF-3.4j    plan for the return: ceased to be owed on Tue 10 Mar 2026, before it was done
                         Exclusion is used to plan for access, inclusion and a successful return.
                         source: Exclusions (lines 214-216) (local)
                         without delay after the suspension (Thu 5 Mar 2026 10:00)
MET          OFF-3.4j    plan for the return on Thu 19 Mar 2026: in time
                         Exclusion is used to plan for access, inclusion and a successful return.
                         source: Exclusions (lines 214-216) (local)
                         without delay after the suspension (Wed 18 Mar 2026 10:20)
MET          OFF-3.5a    spending of pupil premium plus on Wed 14 Jan 2026: allowed
                         PP+ given for a care-experienced child is spent on that child's educational needs.
                         source: Pupil Premium Plus (PP+) (lines 220-222) (local)
                         note: left open, since the words give no measure: whether 'their' needs are the one child's
                           or the group's
MET          OFF-3.5d    spending of pupil premium plus on Wed 14 Jan 2026: allowed
                         For a child in care, PP+ is tied to clear outcomes in the PEP.
                         source: Pupil Premium Plus (PP+), bullet 3 (lines 222,230-231) (local)
                         note: a short break starts no plan

Rests on a statement, and none is on record
    by the school or the headteacher: OFF-1.0a, OFF-1.1c
    by the headteacher or the governing body: OFF-2.1a
    by the headteacher or the lead governor: OFF-2.1i, OFF-2.1j
    by the headteacher or the school: OFF-3.4i, OFF-3.4j

What is missing, the most useful first
    whether the report to the governors holds: destinations of leavers (1 answer would be closer)
    whether it needed to be known (1 answer would be closer)
    whether its stated purpose is to punish (1 answer would be closer)

Law as at Sat 21 Nov 2026; calendar Hill Top; bank holidays as announced to 31 Dec 2028. This is not official guidance."""


def rich():
    return without_the_floor(assess(RICH, POLICY, calendar=HILL_TOP, on=FRIDAY))


def test_a_rich_child_of_offord_primary_word_for_word():
    assert as_text(rich()) == EXPECTED


def test_every_state_is_there_but_the_one_that_needs_a_clock_starting_later():
    assert {line.state for line in rich().lines} == set(State) - {State.NOT_YET}
