"""Where agreements, obligations and scheduled meetings stand. *No report is not compliance.*"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

import pytest

from gencatan.i18n import LANGUAGES
from gencatan.model import Actor, Record, Snapshot, Span, When
from gencatan.reconcile import judge
from gencatan.reconcile.compliance.standing import Compliance, Obligation, compliance
from tests.reconcile.labelled import read_all
from tests.reconcile.made import AZE, GANJA, KARABAKH, RUSSIA, STEPANAKERT, actor, record
from tests.reconcile.test_pairs import judgements

RED_CROSS = actor("icrc", None, "SOC")


def stand(*records: Record, today: str = "2023-10-10") -> Compliance:
    rows = [row for one, other in combinations(records, 2) for row in judge(one, other)]
    return compliance(Snapshot(records, rows), date.fromisoformat(today))


def truce(document: str = "truce") -> Record:
    return record(
        "agreement",
        document=document,
        at=0,
        day="2023-09-20",
        published="2023-09-20",
        place=STEPANAKERT,
        type="ceasefire",
        stage="in_effect",
        parties=[AZE, KARABAKH],
        mediator=[RUSSIA],
    )


def duty(action: str, document: str = "truce", **more: object) -> Record:
    held = {"obligor": [KARABAKH], "basis": "agreement", "status": "called_for", "published": "2023-09-20", "at": 300}
    return record("obligation", document=document, action=action, **{**held, **more})  # type: ignore[arg-type]


def only(found: Compliance) -> Obligation:
    assert len(found.obligations) == 1
    return found.obligations[0]


def test_no_report_is_not_compliance() -> None:
    found = only(stand(truce(), duty("withdraw")))
    assert found.implementation.value == "not_assessable"
    assert found.verification.value == "undetermined"
    assert found.observability.value == "not_reported"


@pytest.mark.parametrize(
    ("today", "value"), [("2023-09-25", "not_due"), ("2023-10-01", "not_due"), ("2023-10-02", "overdue")]
)
def test_a_deadline_makes_a_duty_due(today: str, value: str) -> None:
    found = only(stand(truce(), duty("withdraw", day=(None, "2023-10-01")), today=today))
    assert found.implementation.value == value
    assert found.deadline is not None
    assert found.deadline.end == date(2023, 10, 1)


def test_a_later_report_tells_of_it_done_and_a_third_party_verifies() -> None:
    told = record("event", act="disarmament", actor=[KARABAKH], day="2023-09-22", published="2023-09-23", by=RUSSIA)
    found = only(stand(truce(), duty("disarm"), told))
    assert (found.implementation.value, found.implementation.claims) == ("1", (told.id,))
    assert found.verification.value == "substantiated"
    assert found.observability.value == "observed"


def test_what_was_before_the_agreement_is_no_fulfilment() -> None:
    told = record("event", act="disarmament", actor=[KARABAKH], day="2023-09-10", published="2023-09-12")
    assert only(stand(truce(), duty("disarm"), told)).implementation.value == "not_assessable"


def test_somebody_elses_troops_are_no_fulfilment() -> None:
    told = record("event", act="retreat", actor=[RUSSIA], day="2023-09-22", published="2023-09-23")
    assert only(stand(truce(), duty("withdraw"), told)).implementation.value == "not_assessable"


def test_force_between_the_parties_is_an_alleged_violation() -> None:
    shot = record(
        "event", act="shelling", actor=[AZE], day="2023-09-22", published="2023-09-23", place=STEPANAKERT, by=KARABAKH
    )
    found = stand(truce(), duty("cease_hostilities", obligor=[AZE]), shot)
    violation = found.agreements[0].violations[0]
    assert (violation.type, violation.day) == ("shelling", date(2023, 9, 22))
    assert [party.id for party in violation.accused] == ["AZE"]
    assert violation.by == ("nagorno-karabakh-authorities",)
    assert violation.verification.value == "alleged"
    assert found.agreements[0].lifecycle.value == "in_effect"
    held = only(found)
    assert (held.attribution.value, held.verification.value, held.intent.value) == ("party", "alleged", "unknown")


@pytest.mark.parametrize(
    "changed",
    [{"day": "2023-09-19", "published": "2023-09-20"}, {"day": "2023-09-20"}, {"place": GANJA}, {"actor": [RUSSIA]}],
    ids=["before", "the same day", "outside", "by others"],
)
def test_force_before_outside_or_by_others_is_none(changed: dict[str, object]) -> None:
    told = {"act": "shelling", "actor": [AZE], "day": "2023-09-22", "published": "2023-09-23", "place": STEPANAKERT}
    shot = record("event", **{**told, **changed})  # type: ignore[arg-type]
    assert stand(truce(), shot).agreements[0].violations == ()


def test_an_accusation_is_a_violation_by_whom_and_its_denial_is_kept() -> None:
    accused = {"stage": "violated", "type": "ceasefire", "parties": [AZE], "by": KARABAKH, "day": "2023-09-21"}
    told = record("agreement", document="late", at=0, published="2023-09-22", **accused)  # type: ignore[arg-type]
    denial = record("statement", document="late", at=60, published="2023-09-22", act="deny", speaker=[AZE])
    found = stand(truce(), told, denial).agreements
    assert len(found) == 1
    assert found[0].violations[0].denied == (denial.id,)
    assert f"denied by {AZE.name}" in found[0].violations[0].verification.why("en")


def test_one_duty_in_two_languages_is_one_with_two_claims() -> None:
    second = duty("hand_over_weapons", "berita", language="id", published="2023-09-23", at=100)
    found = only(stand(truce(), duty("disarm"), truce("berita"), second))
    assert len(found.claims) == 2
    assert found.agreement is not None


def test_a_promise_right_behind_an_agreements_duty_is_under_the_agreement() -> None:
    bound = duty("disarm", obligor=[KARABAKH], words="must disarm", at=100)
    promise = {"basis": "pledge", "words": "promised access", "status": "planned"}
    behind = duty("grant_access", obligor=[AZE], at=113, **promise)
    by_another = duty("deliver_aid", obligor=[RUSSIA], at=113, **promise)
    later = duty("protect", obligor=[AZE], at=400, **promise)
    found = {one.action: one.agreement for one in stand(truce(), bound, behind, by_another, later).obligations}
    assert found["grant_access"] == found["disarm"] is not None
    assert found["deliver_aid"] is None
    assert found["protect"] is None


def test_a_states_bodies_are_one_party_but_where_they_agree_with_each_other() -> None:
    signed = {"document": "deal", "type": "peace", "stage": "signed", "day": "2023-09-20"}
    government, army = actor("AZE/GOV", "AZE", "GOV"), actor("AZE/MIL", "AZE", "MIL")
    people, congress = actor("AZE/CVL", "AZE", "CVL"), actor("AZE/LEG", "AZE", "LEG")

    def names(*records: Record) -> set[str]:
        (deal,) = stand(*records).agreements
        return {party.id for party in deal.parties}

    deal = record("agreement", at=0, parties=[government, KARABAKH], **signed)
    voted = record("agreement", at=30, **{**signed, "stage": "rejected"}, parties=[people, government, KARABAKH])
    passed = record("agreement", at=60, **{**signed, "stage": "agreed"}, parties=[congress])
    assert names(deal, voted, passed) == {"AZE/GOV", KARABAKH.id}
    assert names(record("agreement", parties=[government, army], **signed)) == {"AZE/GOV", "AZE/MIL"}


def test_a_breach_of_nobodys_agreement_is_no_agreement_of_its_own() -> None:
    vague = {"type": "ceasefire", "stage": "violated"}
    assert not stand(record("agreement", **vague)).agreements
    for told in ({"parties": [AZE]}, {"day": "2023-09-20"}, {"by": KARABAKH}, {"place": GANJA}, {"stage": "agreed"}):
        assert len(stand(record("agreement", **{**vague, **told})).agreements) == 1


def test_what_both_commit_to_in_what_they_sign_is_under_the_agreement() -> None:
    pact = record(
        "agreement", document="pact", at=0, day="2023-09-20", type="other", stage="signed", parties=[AZE, KARABAKH]
    )
    end = pact.claim.evidence[0].end
    inside = {"obligor": [AZE, KARABAKH], "basis": "pledge", "words": "they committed", "status": "planned"}
    found = stand(pact, duty("protect", document="pact", at=end + 10, **inside))
    assert only(found).agreement is not None
    alone = {**inside, "obligor": [AZE]}
    assert only(stand(pact, duty("protect", document="pact", at=end + 10, **alone))).agreement is not None
    assert only(stand(pact, duty("protect", document="pact", at=end + 90, **alone))).agreement is None


def test_what_all_parties_promise_by_name_goes_on_with_their_agreement() -> None:
    pact = record(
        "agreement", document="pact", at=0, day="2023-09-20", type="other", stage="signed", parties=[AZE, KARABAKH]
    )
    held = {"basis": "pledge", "status": "planned", "document": "pact"}

    def under(obligors: list[Actor], at: int) -> set[bool]:
        found = stand(pact, duty("release", obligor=obligors, at=at, **held)).obligations
        return {one.agreement is not None for one in found}

    assert under([AZE, KARABAKH], 500) == {True}
    assert under([AZE, KARABAKH], 5000) == {False}
    assert under([AZE, RUSSIA], 500) == {False}


def test_a_conditional_pledge_waits_for_its_condition() -> None:
    words = Span(0, 9, "if the armed formations surrender their weapons")
    pledge = duty("cease_hostilities", basis="pledge", status="conditional", condition=words, obligor=[AZE])
    waiting = only(stand(pledge))
    assert waiting.condition_met is not None
    assert (waiting.condition_met.value, waiting.implementation.value) == ("unknown", "not_due")
    told = record(
        "event",
        act="disarmament",
        published="2023-09-25",
        words="armed formations surrender their weapons",
        actor=[KARABAKH],
    )
    met = only(stand(pledge, told)).condition_met
    assert met is not None
    assert (met.value, met.claims) == ("met", (told.id,))


def plan(day: str, published: str, **more: object) -> Record:
    slots = {"format": "talks", "participants": [AZE, KARABAKH], "status": "planned", **more}
    return record("meeting", day=day, published=published, **slots)  # type: ignore[arg-type]


def test_a_scheduled_meeting_is_scheduled_then_no_news() -> None:
    meeting = plan("2023-10-05", "2023-09-26")
    assert stand(meeting, today="2023-09-30").engagements[0].outcome.value == "scheduled"
    assert stand(meeting, today="2023-10-10").engagements[0].outcome.value == "no_news"


def test_a_scheduled_meeting_is_held_cancelled_or_postponed_when_somebody_says_so() -> None:
    meeting = plan("2023-10-05", "2023-09-26")
    held = plan("2023-10-05", "2023-10-06", status="asserted")
    off = plan("2023-10-05", "2023-10-04", status="denied")
    moved = plan("2023-10-15", "2023-10-04")
    assert [one.outcome.value for one in stand(meeting, held).engagements] == ["held"]
    assert [one.outcome.value for one in stand(meeting, off).engagements] == ["cancelled"]
    assert [one.outcome.value for one in stand(meeting, moved).engagements] == ["postponed", "scheduled"]


def test_the_bundled_reports_make_one_agreement_of_20_september() -> None:
    records = tuple(r for r in read_all()[0] if "-karabakh-" in r.head.id)
    found = compliance(Snapshot(records, judgements(records)))
    dated = [one for one in found.agreements if one.declared and one.declared.start == date(2023, 9, 20)]
    assert len(dated) == 1
    deal = dated[0]
    assert {party.id for party in deal.parties} == {"AZE", "nagorno-karabakh-authorities"}
    assert [party.id for party in deal.mediators] == ["RUS"]
    assert (deal.cf_class.value, deal.form.value, deal.lifecycle.value) == ("3", "bilateral", "in_effect")
    duties = {duty.action: duty for duty in found.obligations if duty.agreement == deal.id}
    assert set(duties) == {"cease_hostilities", "demobilise", "disarm", "withdraw"}
    assert len({by_id.head.language for by_id in records if by_id.id in duties["disarm"].claims}) == 2
    assert duties["disarm"].implementation.value == "1"
    assert duties["withdraw"].implementation.value == "not_assessable"
    assert [party.id for violation in deal.violations for party in violation.accused] == ["AZE"]
    talks = next(one for one in found.engagements if one.day == date(2023, 9, 21))
    assert (talks.outcome.value, talks.place) == ("held", "Yevlakh")
    for duty_ in found.obligations:
        for axis in (duty_.implementation, duty_.verification, duty_.attribution, duty_.intent, duty_.observability):
            assert all(axis.why(language) for language in LANGUAGES)
        assert duty_.to_dict()["implementation"]["reason"].keys() == set(LANGUAGES)


def test_an_armed_wing_disbanded_is_demobilised_and_guns_given_up_are_not() -> None:
    wing = actor("karabakh-army", "AZE", "MIL")
    held: dict[str, Any] = {"actor": [KARABAKH], "published": "2023-09-24", "day": "2023-09-23"}
    disbanded = record("event", act="disarmament", target=[wing], **held)
    guns = record("event", act="disarmament", target=["80 guns"], **held)
    assert only(stand(truce(), duty("demobilise"), guns)).implementation.value == "not_assessable"
    assert only(stand(truce(), duty("demobilise"), disbanded)).implementation.value == "1"


def test_deadlines_a_day_apart_are_one_and_what_nothing_shows_is_not_overdue() -> None:
    one = duty("withdraw", day=(None, "2023-11-19"))
    other = duty("withdraw", document="second", published="2023-09-21", day=(None, "2023-11-20"))
    beside = truce("second")
    assert len(stand(truce(), beside, one, other).obligations) == 1
    late = only(stand(truce(), duty("other", day=(None, "2023-10-01"))))
    assert late.implementation.value == "not_assessable"  # no words for it: no report could tell of it done
    told = {"object": Span(0, 9, "a buffer zone"), "words": "KARABAKH must set up a buffer zone"}
    assert only(stand(truce(), duty("other", day=(None, "2023-10-01"), **told))).implementation.value == "overdue"
    assert only(stand(truce(), duty("other", **told))).implementation.value == "not_assessable"


def late(stage: str, day: str | None, published: str, **more: Any) -> Record:
    held: dict[str, Any] = {"type": "ceasefire", "parties": [AZE, KARABAKH], "mediator": [RUSSIA], **more}
    return record("agreement", stage=stage, day=day, published=published, **held)


def stage_of(*records: Record) -> str:
    (found,) = stand(*records).agreements
    return found.lifecycle.value


def test_what_is_known_to_the_month_is_told_to_the_month() -> None:
    agreed = late("agreed", ("2020-11-01", "2020-11-30"), "2023-09-26")
    when = When(Span(0, 3, "day"), "2020-11-01", "2020-11-30", "month")
    agreed = replace(agreed, claim=replace(agreed.claim, date=when))
    (deal,) = stand(agreed).agreements
    assert "2020-11;" in deal.lifecycle.why("en")


def test_the_stage_is_that_of_the_latest_word() -> None:
    assert stage_of(truce(), late("suspended", "2023-09-25", "2023-09-25")) == "suspended"
    kept = late("in_effect", None, "2023-09-26", by=AZE)
    assert stage_of(truce(), late("suspended", "2023-09-25", "2023-09-25"), kept) == "suspended", "a party's own word"
    again = late("in_effect", "2023-09-28", "2023-09-28")
    ended = late("collapsed", "2023-09-25", "2023-09-25")
    assert stage_of(truce(), ended) == "collapsed"
    assert stand(truce(), ended, again).agreements[0].lifecycle.value in ("in_effect", "collapsed")
    assert stage_of(truce(), late("violated", "2023-09-25", "2023-09-26", parties=[AZE])) == "violated"
    assert stage_of(truce(), late("violated", "2023-09-25", "2023-09-26", parties=[AZE], by=KARABAKH)) == "in_effect"
    assert stage_of(truce(), late("rejected", "2023-09-21", "2023-09-22", parties=[KARABAKH])) == "in_effect"


def test_one_accusation_substantiates_nothing() -> None:
    accused = {"stage": "violated", "type": "ceasefire", "day": "2023-09-22", "published": "2023-09-23"}
    france, monitors = actor("FRA/GOV", "FRA", "GOV"), actor("UNO/MIL/peacekeepers")

    def verified(*records: Record) -> str:
        (found,) = stand(truce(), *records).agreements
        return found.violations[0].verification.value

    def told(by: Any, parties: Any = (AZE,), **more: Any) -> Record:
        return record("agreement", parties=list(parties), by=by, **{**accused, **more})

    assert verified(told(france)) == "alleged"
    assert verified(told(monitors)) == "substantiated"
    assert verified(told(france), told(KARABAKH)) == "substantiated"
    assert verified(told(AZE)) == "substantiated", "who owns up"
    assert verified(told(AZE, (AZE, KARABAKH))) == "alleged", "both named is no owning up"


def test_what_one_side_says_that_the_other_refuses_denies_no_breach() -> None:
    accused = {"stage": "violated", "type": "ceasefire", "parties": [AZE], "by": KARABAKH, "day": "2023-09-21"}
    told = record("agreement", document="late", at=0, published="2023-09-22", **accused)  # type: ignore[arg-type]
    counter = record(
        "statement", document="late", at=60, published="2023-09-22", act="reject", speaker=[KARABAKH], by=AZE
    )
    (found,) = stand(truce(), told, counter).agreements
    assert found.violations[0].denied == ()
    assert "denied by" not in found.violations[0].verification.why("en")


def test_who_makes_a_pledge_is_no_third_party_to_it() -> None:
    told = record("event", act="delivery", actor=[AZE], day="2023-09-22", published="2023-09-23", by=AZE)
    found = only(stand(duty("deliver_aid", basis="pledge", status="planned", obligor=[AZE]), told))
    assert (found.implementation.value, found.verification.value) == ("1", "alleged")


def test_duties_of_no_known_action_are_one_only_by_their_words_or_day() -> None:
    said = {"obligor": [AZE], "object": Span(0, 9, "treat residents as equals")}
    second = {"obligor": [AZE], "object": Span(0, 9, "membubarkan lembaga"), "language": "id", "at": 100}
    (equal, dissolve) = (duty("other", **said), duty("other", "berita", day=(None, "2024-01-01"), **second))
    assert len(stand(truce(), truce("berita"), equal, dissolve).obligations) == 2
    due = duty("other", day=(None, "2024-01-01"), **said)
    assert len(stand(truce(), truce("berita"), due, dissolve).obligations) == 1


def test_a_duty_is_of_the_agreement_told_before_it() -> None:
    new = record(
        "agreement",
        document="d",
        at=0,
        day="2023-10-26",
        published="2023-10-26",
        type="peace",
        stage="signed",
        parties=[AZE, KARABAKH],
    )
    old = late("agreed", "2023-07-28", "2023-10-26", document="d", at=760)
    bound = duty("withdraw", "d", obligor=[AZE], at=500, published="2023-10-26")
    found = stand(new, old, bound)
    assert only(found).agreement == new.id


def test_a_truce_that_the_mediator_offered_is_the_one_that_was_made() -> None:
    offered = record(
        "agreement", type="ceasefire", stage="proposed", parties=[RUSSIA], published="2023-09-18", document="offer"
    )
    (found,) = stand(truce(), offered).agreements
    assert {party.id for party in found.parties} == {"AZE", KARABAKH.id}
    assert len(found.claims) == 2


def test_what_is_meant_for_no_day_is_no_agreement() -> None:
    vague = {"type": "ceasefire", "stage": "agreed", "parties": [AZE, KARABAKH], "status": "planned"}
    assert not stand(record("agreement", **vague)).agreements
    assert len(stand(record("agreement", day="2023-09-24", **vague)).agreements) == 1


@pytest.mark.parametrize(("met", "value"), [("2023-09-22", "overdue"), ("2023-09-29", "3"), ("2023-09-30", "3")])
def test_talks_of_another_day_are_not_those_that_were_appointed(met: str, value: str) -> None:
    council = duty("hold_talks", day="2023-09-29", obligor=[actor("joint-council")])
    told = record("meeting", format="talks", participants=[AZE, KARABAKH], day=met, published="2023-10-02")
    assert only(stand(truce(), council, told)).implementation.value == value


def test_talks_before_a_last_day_are_held_in_time() -> None:
    told = record("meeting", format="talks", participants=[AZE, KARABAKH], day="2023-09-22", published="2023-09-23")
    found = only(stand(truce(), duty("hold_talks", day=(None, "2023-09-29"), obligor=[AZE, KARABAKH]), told))
    assert found.implementation.value == "3"


@pytest.mark.parametrize(
    ("day", "published", "value"),
    [(None, "2023-10-02", "3"), (None, "2024-09-02", "overdue"), ("2023-09-22", "2024-09-02", "3")],
)
def test_undated_talks_half_a_year_after_the_last_day_are_others(day: str | None, published: str, value: str) -> None:
    told = record("meeting", format="talks", participants=[AZE, KARABAKH], day=day, published=published)
    owed = duty("hold_talks", day=(None, "2023-09-29"), obligor=[AZE, KARABAKH])
    assert only(stand(truce(), owed, told, today="2024-10-10")).implementation.value == value


@pytest.mark.parametrize(("who", "value"), [([RUSSIA, KARABAKH], "overdue"), ([RUSSIA, AZE, KARABAKH], "3")])
def test_a_mediator_who_meets_one_side_alone_holds_no_talks_of_both(who: list[Actor], value: str) -> None:
    told = record("meeting", format="talks", participants=who, day="2023-09-22", published="2023-10-02")
    found = only(stand(truce(), duty("hold_talks", day=(None, "2023-09-29"), obligor=[AZE, KARABAKH]), told))
    assert found.implementation.value == value


REOPEN = {
    "obligor": [AZE],
    "object": Span(0, 9, "its airspace"),
    "words": "AZE must reopen its airspace by 1 October",
    "day": (None, "2023-10-01"),
}


@pytest.mark.parametrize(
    ("words", "target", "value"),
    [
        ("AZE reopened its airspace to flights on Monday", "its airspace", "3"),
        ("its airspace was reopened by AZE", "its airspace", "3"),
        ("AZE partially reopened its airspace", "its airspace", "1"),
        ("AZE patrolled its airspace", "its airspace", "overdue"),
        ("AZE reopened the bazaar below its airspace", "the bazaar", "overdue"),
    ],
)
def test_a_duty_is_done_where_its_own_verb_and_object_are_told(words: str, target: str, value: str) -> None:
    told = {"act": "other", "target": [target], "day": "2023-09-25", "published": "2023-09-25", "words": words}
    done = record("event", actor=[AZE], **told)  # type: ignore[arg-type]
    found = only(stand(truce(), duty("grant_access", **REOPEN), done))
    assert found.implementation.value == value
    assert (done.id in found.implementation.claims) == (value != "overdue")


def test_what_others_do_or_what_was_before_is_not_the_duty_done() -> None:
    told = {"act": "other", "target": ["its airspace"], "words": "reopened its airspace"}
    for more in ({"actor": [RUSSIA], "day": "2023-09-25"}, {"actor": [AZE], "day": "2023-09-10"}):
        other = record("event", published="2023-09-26", **told, **more)  # type: ignore[arg-type]
        assert only(stand(truce(), duty("grant_access", **REOPEN), other)).implementation.value == "overdue"


def test_a_number_of_its_object_must_be_the_duty_s() -> None:
    given = {**REOPEN, "object": Span(0, 9, "32 airports"), "words": "AZE must reopen 32 airports"}
    for number, value in ((32, "3"), (3, "overdue")):
        words = f"AZE reopened {number} airports"
        told = {"act": "other", "target": [f"{number} airports"], "day": "2023-09-25", "published": "2023-09-25"}
        done = record("event", actor=[AZE], words=words, **told)  # type: ignore[arg-type]
        assert only(stand(truce(), duty("other", **given), done)).implementation.value == value


@pytest.mark.parametrize(
    ("target", "value"),
    [("its crude pumps along the western coast", "3"), ("its crude tankers along the western coast", "overdue")],
)
def test_an_object_may_be_told_by_another_form_of_its_verb(target: str, value: str) -> None:
    given = {
        **REOPEN,
        "object": Span(0, 9, "pumping crude westwards"),
        "words": "AZE must restart pumping crude westwards by 1 October",
    }
    day, words = "2023-09-25", f"AZE restarted {target}"
    done = record("event", act="other", actor=[AZE], target=[target], day=day, published=day, words=words)
    assert only(stand(truce(), duty("other", **given), done)).implementation.value == value


def test_who_only_asks_for_mediators_stays_a_party() -> None:
    asked: dict[str, Any] = {"document": "truce", "at": 0, "published": "2023-09-20", "mediator": [KARABAKH]}
    parties = [p.id for p in stand(truce(), record("mediation", status="called_for", **asked)).agreements[0].parties]
    assert sorted(parties) == sorted([AZE.id, KARABAKH.id])


def test_who_breaks_the_agreement_that_its_report_tells_of_need_not_have_made_it() -> None:
    rebels = actor("northern-front", "AZE", "REB")
    held: dict[str, Any] = {"stage": "violated", "type": "ceasefire", "parties": [rebels], "published": "2023-09-28"}
    kept = record(
        "agreement",
        document="b",
        stage="in_effect",
        type="ceasefire",
        day="2023-09-20",
        parties=[AZE, KARABAKH],
        published="2023-09-28",
        at=0,
    )
    broken = record("agreement", document="b", at=700, **held)
    assert set(stand(truce(), kept, broken).agreements[0].claims) >= {broken.id}
    elsewhere = record("agreement", document="c", at=700, **held)
    assert all(
        elsewhere.id not in one.claims for one in stand(truce(), kept, elsewhere).agreements if kept.id in one.claims
    )


def test_a_truce_in_force_since_a_day_is_not_the_pact_made_a_week_after() -> None:
    told: dict[str, Any] = {"document": "b", "type": "ceasefire", "published": "2023-09-21", "place": STEPANAKERT}
    since = record("agreement", stage="in_effect", day=("2023-09-10", None), **told)
    pact = record("agreement", stage="agreed", day="2023-09-20", at=0, **told)
    assert not any({since.id, pact.id} <= set(one.claims) for one in stand(since, pact).agreements)
    early = record("agreement", stage="in_effect", day=("2023-09-20", None), **told)
    assert any({early.id, pact.id} <= set(one.claims) for one in stand(early, pact).agreements)


def test_what_both_sides_must_do_is_not_what_one_of_them_must() -> None:
    both = duty("withdraw", obligor=["the two sides"])
    named = duty("withdraw", document="b", obligor=[AZE, KARABAKH])
    one = duty("withdraw", document="c", obligor=[KARABAKH], day=(None, "2023-11-20"))
    found = stand(truce(), truce("b"), truce("c"), both, named, one).obligations
    assert {frozenset(duty.claims) for duty in found} == {frozenset({both.id, named.id}), frozenset({one.id})}


def test_a_duty_is_not_of_what_is_yet_to_be_signed() -> None:
    made = truce()
    again = record(
        "agreement", type="peace", stage="signed", day="2023-10-06", status="planned", document="truce", at=400
    )
    owed = duty("release", at=300, words="must free all captives")
    assert only(stand(made, again, owed)).agreement == made.id


def test_both_sides_of_a_nameless_deal_are_those_of_the_other_that_its_report_tells_of() -> None:
    made = truce()
    late = {"document": "late", "published": "2023-12-24"}
    kept = record("agreement", type="ceasefire", stage="in_effect", day="2023-09-20", parties=[AZE, KARABAKH], **late)
    later = record("agreement", type="disengagement", stage="signed", day="2023-12-20", parties=["both sides"], **late)
    alone = record("agreement", type="disengagement", stage="signed", day="2023-12-20", **late)
    parties = {one.id: {p.id for p in one.parties} for one in stand(made, kept, later, today="2024-01-01").agreements}
    assert parties[later.id] == {AZE.id, KARABAKH.id}
    parties = {one.id: {p.id for p in one.parties} for one in stand(made, kept, alone, today="2024-01-01").agreements}
    assert parties[alone.id] == set()


@pytest.mark.parametrize(
    ("words", "value"),
    [("has not withdrawn any troops", "0"), ("has not withdrawn all its troops", "not_assessable")],
)
def test_not_to_have_done_all_of_it_is_not_to_have_done_none(words: str, value: str) -> None:
    said = record("event", act="retreat", actor=[AZE], status="denied", published="2023-10-05", words=words)
    assert only(stand(truce(), duty("withdraw", obligor=[AZE]), said)).implementation.value == value


@pytest.mark.parametrize(("words", "value"), [("held a joint patrol", "1"), ("crossed the river", "not_assessable")])
def test_who_is_to_watch_does_so_by_patrols(words: str, value: str) -> None:
    went = record("event", act="movement", actor=[AZE], day="2023-10-02", published="2023-10-03", words=words)
    assert only(stand(truce(), duty("monitor", obligor=[AZE]), went)).implementation.value == value


def test_sides_without_a_known_name_are_parties_by_their_words() -> None:
    signed: dict[str, Any] = {"type": "ceasefire", "stage": "signed", "day": "2023-09-20"}

    def sides(*parties: object, **more: Any) -> tuple[list[str], str]:
        (deal,) = stand(record("agreement", parties=list(parties), **{**signed, **more})).agreements
        return [party.name for party in deal.parties], str(deal.form.value)

    assert sides(AZE, "Maoist rebels") == (["AZE", "Maoist rebels"], "bilateral")
    assert sides("kelompok Maois", "pemerintah junta") == (["kelompok Maois", "pemerintah junta"], "bilateral")
    assert sides("pemberontak", "pemerintah") == (["pemberontak", "pemerintah"], "bilateral")
    assert sides("several armed groups", "the junta") == (["several armed groups", "the junta"], "bilateral")
    assert sides(AZE, "envoys of the rebels") == (["AZE", "envoys of the rebels"], "bilateral")
    # who only signed for a side, both sides, and one alone, are no two parties
    assert sides(AZE, "John Doe") == (["AZE"], "unilateral")
    assert sides(AZE, "several envoys") == (["AZE"], "unilateral")
    assert sides("kedua pemerintah") == sides("both sides") == ([], "unknown")
    assert sides("Maoist rebels") == ([], "unknown")
    assert sides("Maoist rebels", "the junta", stage="collapsed") == ([], "unknown")


def test_sides_without_a_known_name_are_told_in_the_words_of_one_claim() -> None:
    signed: dict[str, Any] = {"type": "ceasefire", "stage": "signed", "day": "2023-09-20", "place": GANJA}
    english = record("agreement", parties=["the junta", "the rebels"], **signed)
    indonesian = record("agreement", parties=["junta", "pemberontak"], language="id", **signed)
    again = record("agreement", parties=["junta", "pemberontak"], language="id", **signed)
    (deal,) = stand(english, indonesian, again).agreements
    assert sorted(party.name for party in deal.parties) == ["junta", "pemberontak"]


def test_a_countrys_rebels_are_its_one_named_group_among_the_parties() -> None:
    signed: dict[str, Any] = {"type": "ceasefire", "stage": "signed", "day": "2023-09-20"}
    state = actor("AZE/GOV", "AZE", "GOV")
    rebels, front = actor("AZE/REB", "AZE", "REB"), actor("northern-front", "AZE", "REB")

    def names(*claims: list[object]) -> set[str]:
        (deal,) = stand(*(record("agreement", parties=told, **signed) for told in claims)).agreements
        return {party.id for party in deal.parties}

    assert names([state, front], [state, rebels]) == {"AZE/GOV", "northern-front"}
    # two groups, or one beside other rebels in one claim, leave open who they are
    assert names([state, front, KARABAKH], [state, rebels]) == {"AZE/GOV", "northern-front", KARABAKH.id}
    assert names([state, front, rebels]) == {"AZE/GOV", "northern-front", "AZE/REB"}
    assert names([state, rebels]) == {"AZE/GOV", "AZE/REB"}
