"""Where the terms of a deal were just told, what follows goes on with them, whatever word binds."""

from __future__ import annotations

from tests.reading.told import fillers, only, told

DEAL = (
    "The government and the rebels signed an accord on Wednesday. Under the accord, rebel fighters are to be disarmed. "
)


def test_what_is_undertaken_in_return_is_a_duty_of_the_deal() -> None:
    text = DEAL + "In return the government undertakes to stop military operations against the rebels."
    duty = only(told("en", text), "obligation", action="cease_hostilities")
    assert (duty.slots["basis"], fillers(duty, "obligor")) == ("agreement", ["government"])


def test_what_is_undertaken_in_return_for_no_deal_is_a_pledge() -> None:
    text = "The rebels freed ten soldiers on Monday. In return the government undertakes to stop military operations."
    assert only(told("en", text), "obligation", action="cease_hostilities").slots["basis"] == "pledge"


def test_shall_goes_on_with_terms_as_must_does() -> None:
    text = (
        DEAL + "Heavy guns have to be given up within ten days. The rest was left to a committee. "
        "Roads have to be opened at once. Nobody else was named. The African Union shall monitor compliance."
    )
    duty = only(told("en", text), "obligation", action="monitor")
    assert (duty.slots["basis"], fillers(duty, "obligor")) == ("agreement", ["African Union"])


def test_a_word_of_duty_is_nobody_who_has_it() -> None:
    text = (
        "Pemerintah dan pemberontak menandatangani perjanjian damai pada Rabu. Pemerintah, sebaliknya, berkewajiban "
        "memulihkan listrik di wilayah itu."
    )
    assert fillers(only(told("id", text), "obligation"), "obligor") == ["Pemerintah"]
