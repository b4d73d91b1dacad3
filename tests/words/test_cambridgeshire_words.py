"""The Cambridgeshire template as Hill Top adopts it, word for word: one made-up child who left care this month."""

from __future__ import annotations

from datetime import date

from carepolicy.assessment import assess
from carepolicy.facts import (
    CARE,
    PERMANENCE,
    SCHOOLING,
    SETTING,
    ApplicationRanked,
    ApplicationReceived,
    AttendanceConcernRaised,
    Attested,
    BriefingHeld,
    CareOrder,
    Child,
    Ended,
    GovernorsReport,
    Item,
    PartyConsulted,
    PepQualityRated,
    PhaseTransitionDue,
    PostHeld,
    PremiumSpent,
    Suspended,
    TrainingAttended,
    VirtualSchoolContacted,
    VirtualSchoolDiscussionHeld,
)
from carepolicy.line import State
from carepolicy.profiles.cambridgeshire import adopted_by
from carepolicy.report import as_text
from tests.situations.school import HILL_TOP
from tests.words.policies_alone import without_the_floor

FRIDAY = date(2026, 3, 20)

RICH = Child(
    "rich",
    born=date(2014, 5, 9),
    history=[
        CareOrder(start="2025-09-01", end="2026-03-16", ended_by=Ended.SPECIAL_GUARDIANSHIP),
        ApplicationReceived(at="2025-09-08"),
        ApplicationRanked(at="2025-09-10", first=True),
        PostHeld(role="designated_teacher", start="2021-09-01"),
        PostHeld(role="designated_safeguarding_lead", start="2025-11-03"),
        TrainingAttended(role="designated_safeguarding_lead", at="2025-11-20"),
        BriefingHeld(role="governing_body", at="2025-09-17", on_national_guidance=True, everyone=True),
        GovernorsReport(
            at="2026-01-20", holds=[Item.COUNT_ON_ROLL, Item.ATTENDANCE_COMPARISON], lacks=[Item.PP_PLUS_USE]
        ),
        PremiumSpent(at="2026-01-14", for_the_child=True, linked_to_target=False),
        PepQualityRated(at="2026-02-20", good=False),
        AttendanceConcernRaised(at="2026-03-05"),
        PartyConsulted(at="2026-03-06", role="child"),
        PhaseTransitionDue(at="2026-03-04"),
        PhaseTransitionDue(at="2026-07-15"),
        Suspended(at="2026-03-12T10:20", days=3, as_sanction=True),
        VirtualSchoolDiscussionHeld(at="2026-03-12T14:00"),
        VirtualSchoolContacted(at="2026-03-18", with_consent=False),
        Attested(clause="CAM-2.1b", role="headteacher", at="2026-01-12"),
    ],
    complete=[CARE, PERMANENCE, SCHOOLING, SETTING],
    as_at=FRIDAY,
)

TEMPLATE = adopted_by("Hill Top").only(
    "CAM-1.0a", "CAM-2.1a", "CAM-2.1b", "CAM-2.1f", "CAM-2.1g", "CAM-2.1h", "CAM-2.1m", "CAM-2.1p", "CAM-2.1r",
    "CAM-2.1v", "CAM-2.2a", "CAM-2.2e", "CAM-2.2o", "CAM-3.1b", "CAM-3.2a", "CAM-3.3b", "CAM-3.3c", "CAM-3.3d",
    "CAM-3.3f", "CAM-3.4a", "CAM-3.4d", "CAM-3.4f", "CAM-3.4h", "CAM-3.4i", "CAM-3.4j", "CAM-3.5a", "CAM-3.5d",
)  # fmt: skip

EXPECTED = """\
rich  on Fri 20 Mar 2026

    looked after                  no; from Sat 21 Mar 2026 on it cannot be told
    previously looked after       yes, since Mon 16 Mar 2026; from Sat 21 Mar 2026 on it cannot be told
    social worker within 6 years  yes, since Mon 1 Sep 2025 or earlier; from Wed 17 Mar 2032 on it cannot be told

Cambridgeshire template, adopted by Hill Top (undated)
MET          CAM-2.1b    statement on Mon 12 Jan 2026, 67 calendar days ago: stated
                         The designated person holds a senior enough post.
                         source: 2.1 The Head Teacher / Manager and Governing Body / Committee (line 39) (local)
                         note: no rank is given
OPEN         CAM-2.1f    named governor in post: owed for 200 calendar days
                         A named governor or committee member links with the designated person.
                         source: 2.1 The Head Teacher / Manager and Governing Body / Committee (line 40) (local)
                         who must act: governing body
MET          CAM-2.1g    briefing of governors on children in or from care, since Wed 17 Sep 2025: in place
                         Every governor fully knows the statutory guidance on CiC and CPiC.
                         source: 2.1 The Head Teacher / Manager and Governing Body / Committee (line 40) (local)
                         note: a briefing that has reached every governor does not show that each knows it
CANNOT TELL  CAM-2.1h    briefing of governors on children with a social worker on Wed 17 Sep 2025: cannot tell
                         Every governor fully knows the non-statutory guidance on children with a social worker.
                         source: 2.1 The Head Teacher / Manager and Governing Body / Committee (line 40) (local)
                         who must act: governing body
                         note: a briefing that has reached every governor does not show that each knows it
                         not known: whether it was on the guidance for children with a social worker
MET          CAM-2.1m    report to the governors on Tue 20 Jan 2026: as it must be
                         The update gives the number of CiC, CPiC and CWSW on the roll.
                         source: 2.1 The Head Teacher / Manager and Governing Body / Committee, content list (lines
                           42,43) (local)
BREACH       CAM-2.1p    report to the governors on Tue 20 Jan 2026: not as it must be
                         The update covers how PP+ is used.
                         source: 2.1 The Head Teacher / Manager and Governing Body / Committee, content list (lines
                           42,45) (local)
                         what it breaks: every report to the governors: holds use of pupil premium plus
                         who must act: designated teacher, headteacher
                         note: the template does not limit the premium by group; only children in or from care bring
                           it
MET          CAM-2.1r    report to the governors on Tue 20 Jan 2026: as it must be
                         The update compares attendance with that of peers.
                         source: 2.1 The Head Teacher / Manager and Governing Body / Committee, content list (lines
                           42,46-47) (local)
                         note: who counts as a peer is not said
CANNOT TELL  CAM-2.1v    report to the governors on Tue 20 Jan 2026: cannot tell
                         The update compares where children who leave Hill Top go with where their peers go.
                         source: 2.1 The Head Teacher / Manager and Governing Body / Committee, content list (lines
                           42,46,49) (local)
                         who must act: designated teacher, headteacher
                         note: all leavers, or only these children, is not said
                         not known: whether the report to the governors holds: destinations of leavers
MET          CAM-2.2a    designated teacher in post, since Wed 1 Sep 2021: in place
                         There is a designated person for children in care and one for children previously in care.
                         source: 2.2 The Designated Person (headings) (lines 50-51) (local)
                         note: one post holder or two is not said; one who holds both is recorded in both posts
                         note: the designated person for children in care is recorded as the designated teacher
OPEN         CAM-2.2a    designated person for children previously in care in post: owed for 200 calendar days
                         There is a designated person for children in care and one for children previously in care.
                         source: 2.2 The Designated Person (headings) (lines 50-51) (local)
                         who must act: governing body
                         note: one post holder or two is not said; one who holds both is recorded in both posts
                         note: the designated person for children in care is recorded as the designated teacher
BREACH       CAM-2.2e    judgement of the PEP's quality on Fri 20 Feb 2026: not as it must be
                         Every child in care has a good, current PEP.
                         source: 2.2 The Designated Person, bullet 3 (lines 53,56) (local)
                         what it breaks: every judgement of the PEP's quality: accurate and good
                         who must act: designated teacher, designated person for children previously in care
                         note: no day is set for the first PEP, so that it is owed from coming into care on
                         note: a short break starts no plan
                         note: up to date is read as made or reviewed in this term or the one before
                         note: left open, since the words give no measure: how good a PEP must be, and how soon the
                           first is owed
OVERDUE      CAM-2.2o    no plan for the move, 16 calendar days overdue
                         The role holder plans for transition with its effect on the child in mind.
                         source: 2.2 The Designated Person, bullet 10 (lines 53,63) (local)
                         who must act: designated teacher, designated person for children previously in care
                         due between Tue 3 Mar 2026 and Wed 4 Mar 2026, before the move, at most 12 months ahead
                           (Wed 4 Mar 2026)
                         act by Tue 3 Mar 2026, the earliest that it may be due
                         "plans for transition" is read as beforehand, at most 12 months ahead: a plan of more than
                           a year before was for another move
                         as beforehand, at most 6 months ahead it would be between Tue 3 Mar 2026 and Wed 4 Mar 2026
                         note: left open, since the words give no measure: whether the plan weighs what the move
                           does to the child
                         not known: the time of the event
DUE          CAM-2.2o    plan for the move: to be done
                         The role holder plans for transition with its effect on the child in mind.
                         source: 2.2 The Designated Person, bullet 10 (lines 53,63) (local)
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
LATE         CAM-3.1b    training on Thu 20 Nov 2025, 17 calendar days late
                         The safeguarding lead is trained for the role on taking it up.
                         source: 3.1 Staff Development and Training (line 84) (local)
                         due Mon 3 Nov 2025, on the day of taking up the post, or before it (Mon 3 Nov 2025)
                         "when they come to post" is read as on the day: the words name the coming to post, so that
                           the training is done by its first day
                         as by the end of the term it would be Fri 19 Dec 2025
                         note: for a child who is covered only later, it is asked for by that day of whoever then
                           holds the post
MET          CAM-3.2a    ranking of the application on Wed 10 Sep 2025: in time
                         Care-experienced children come first in admissions to Hill Top, following national
                           guidance.
                         source: 3.2 Admissions (line 90) (local)
                         with priority after the application (Mon 8 Sep 2025)
                         note: it gives priority, and bars no refusal
                         note: left open, since the words give no measure: what the setting does where another body
                           is the admission authority
MET          CAM-3.3b    talk about a concern on Fri 6 Mar 2026: in time
                         Hill Top talks with the child when attendance or punctuality is a worry.
                         source: 3.3 Attendance and Punctuality (line 102) (local)
                         without delay after the concern about attendance (Thu 5 Mar 2026)
                         note: there is no threshold, so that any concern on record counts, and no time limit; a
                           tenth of sessions missed, nationally persistent absence (AT-13), may serve as one
OPEN         CAM-3.3c    talk about a concern: owed for 15 calendar days
                         Hill Top talks with the carer or parent when attendance or punctuality is a worry.
                         source: 3.3 Attendance and Punctuality (line 102) (local)
                         who must act: school
                         without delay after the concern about attendance (Thu 5 Mar 2026)
                         advised: chase it from the morning of Fri 6 Mar 2026 (our measure; the words set no date)
                         advised: overdue in all but name after the end of Fri 6 Mar 2026 (our measure; the words
                           set no date)
                         note: there is no threshold, so that any concern on record counts, and no time limit; a
                           tenth of sessions missed, nationally persistent absence (AT-13), may serve as one
CANNOT TELL  CAM-3.3d    talk about a concern: cannot tell
                         Hill Top talks with the social worker when attendance or punctuality is a worry.
                         source: 3.3 Attendance and Punctuality (line 102) (local)
                         who must act: school
                         without delay after the concern about attendance (Thu 5 Mar 2026)
                         advised: chase it from the morning of Fri 6 Mar 2026 (our measure; the words set no date)
                         advised: overdue in all but name after the end of Fri 6 Mar 2026 (our measure; the words
                           set no date)
                         note: there is no threshold, so that any concern on record counts, and no time limit; a
                           tenth of sessions missed, nationally persistent absence (AT-13), may serve as one
                         note: a social worker of the past is not spoken of, so that only a child with one now is
                           covered
                         not known: a complete list of the child's social workers and plans
ENDED        CAM-3.3f    talk about a concern: ceased to be owed on Mon 16 Mar 2026, before it was done
                         Hill Top talks with the virtual school when attendance or punctuality of a child in care is
                           a worry.
                         source: 3.3 Attendance and Punctuality (line 102) (local)
                         without delay after the concern about attendance (Thu 5 Mar 2026)
                         note: there is no threshold, so that any concern on record counts, and no time limit; a
                           tenth of sessions missed, nationally persistent absence (AT-13), may serve as one
CANNOT TELL  CAM-3.4a    suspension on Thu 12 Mar 2026 10:20: cannot tell
                         Hill Top makes every effort not to exclude a child who has or had a social worker.
                         source: 3.4 Exclusions (line 104) (local)
                         who must act: school
                         note: an effort, and no ban; it reaches suspension and permanent exclusion alike
                         not known: whether other ways were tried first
BREACH       CAM-3.4d    suspension on Thu 12 Mar 2026 10:20: not allowed
                         Before Hill Top excludes a child in care, it talks through the reasons with the child's
                           virtual school.
                         source: 3.4 Exclusions (line 105) (local)
                         what it breaks: no suspension, unless after a discussion with the virtual school
                         who must act: headteacher, school
                         note: a talk is asked for, and no agreement
                         note: there is no exception for an emergency
                         note: the relevant virtual school is read as that of the council that cares for the child
                         note: a talk from before an earlier exclusion was about that one, and counts no more
                         note: before acting is read as before the decision; it may mean before the first day of the
                           exclusion
BREACH       CAM-3.4f    request to the virtual school for advice on Wed 18 Mar 2026: not allowed
                         Asking the virtual school about a child previously in care needs the consent of the carers
                           or parents.
                         source: 3.4 Exclusions (line 105) (local)
                         what it breaks: no request to the virtual school for advice, unless with consent of the
                           carers or parents
                         who must act: school
                         note: the form of consent is not said
MISSED       CAM-3.4h    no education provided during the exclusion, 1 school day overdue when it ceased to be owed
                           on Mon 16 Mar 2026
                         If exclusion cannot be avoided, education is in place from its first day for a child in
                           care.
                         source: 3.4 Exclusions (line 105) (local)
                         due Fri 13 Mar 2026, 1 school day after the suspension (Thu 12 Mar 2026 10:20)
                         counted from Fri 13 Mar 2026 to Fri 13 Mar 2026
                         "from day one" is read as 1 school day: the national guidance asks for it from the first
                           school day following
                         as on the first day out it would be Thu 12 Mar 2026; as on the day it would be Thu 12 Mar
                           2026
                         note: 'every attempt to ensure' may make it an effort and no result
                         note: once a child is excluded it is taken that no other option was left
BREACH       CAM-3.4i    suspension on Thu 12 Mar 2026 10:20: not allowed
                         Exclusion must not be used to punish.
                         source: 3.4 Exclusions (line 105) (local)
                         what it breaks: no suspension, unless not meant to punish
                         who must act: headteacher, school
                         note: in law a suspension is a disciplinary sanction, so that only a stated purpose can be
                           judged
OPEN         CAM-3.4j    plan for the return: owed for 8 calendar days
                         Exclusion is used to plan for access, inclusion and a successful return.
                         source: 3.4 Exclusions (line 105) (local)
                         who must act: headteacher, school
                         without delay after the suspension (Thu 12 Mar 2026 10:20)
                         advised: chase it from the morning of Fri 13 Mar 2026 (our measure; the words set no date)
                         advised: overdue in all but name after the end of Fri 13 Mar 2026 (our measure; the words
                           set no date)
MET          CAM-3.5a    spending of pupil premium plus on Wed 14 Jan 2026: allowed
                         PP+ given for a care-experienced child is spent on that child's educational needs.
                         source: 3.5 Pupil Premium Plus (PP+) (line 107) (local)
                         note: left open, since the words give no measure: whether 'their' needs are the one child's
                           or the group's
BREACH       CAM-3.5d    spending of pupil premium plus on Wed 14 Jan 2026: not allowed
                         For a child in care, PP+ is tied to clear outcomes in the PEP.
                         source: 3.5 Pupil Premium Plus (PP+), bullet 3 (lines 107,110) (local)
                         what it breaks: no spending of pupil premium plus, unless linked to a target
                         who must act: school
                         note: a short break starts no plan

Rests on a statement, and none is on record
    by the school or the headteacher: CAM-1.0a, CAM-3.4a
    by the headteacher or the governing body: CAM-2.1a
    by the governing body: CAM-2.1g, CAM-2.1h
    by the headteacher or the school: CAM-3.4i, CAM-3.4j

What is missing, the most useful first
    whether it was on the guidance for children with a social worker (1 answer would be closer)
    whether the report to the governors holds: destinations of leavers (1 answer would be closer)
    a complete list of the child's social workers and plans (1 answer would be closer)
    whether other ways were tried first (1 answer would be closer)

Law as at Sat 21 Nov 2026; calendar Hill Top; bank holidays as announced to 31 Dec 2028. This is not official guidance."""


def rich():
    return without_the_floor(assess(RICH, TEMPLATE, calendar=HILL_TOP, on=FRIDAY))


def test_a_rich_child_of_the_template_word_for_word():
    assert as_text(rich()) == EXPECTED


def test_every_state_is_there_but_the_one_that_needs_a_clock_starting_later():
    assert {line.state for line in rich().lines} == set(State) - {State.NOT_YET}
