"""Words as people type them: misspelt, as emoji, as names of what is meant by the noun behind them."""

from __future__ import annotations

import pytest

from rushes.engines.animatic import director
from rushes.engines.animatic.director import pictographs, spelling
from rushes.engines.animatic.plan import ShotPlan
from rushes.shot import Mode, Shot


def plan_of(prompt: str) -> ShotPlan:
    return director.read(Shot("animatic", Mode.TEXT, prompt, seed=7, aspect_ratio="16:9", seconds=8))


def drawn(prompt: str) -> list[tuple[str, str]]:
    return [(subject.noun, subject.rig) for subject in plan_of(prompt).subjects]


def test_slips_of_the_fingers_are_put_right_and_told() -> None:
    plan = plan_of("a womna wlaking her dgo in teh prak at sunst")
    assert (plan.subjects[0].rig, plan.subjects[0].action) == ("woman", "walk")
    assert plan.setting == "park"
    assert plan.time == "golden"
    assert any("womna (woman)" in note for note in plan.notes)


@pytest.mark.parametrize(
    "text",
    [
        "Gwen Stacy meets Hermione at Hogwarts",
        "Ein roter Fuchs läuft durch den verschneiten Wald",
        "A quokka nibbles a samosa on the esplanade",
        "x" * 3000,
    ],
)
def test_names_rare_words_and_other_languages_are_left_as_they_are(text: str) -> None:
    assert spelling.mended(text) == (text, {})


def test_emoji_are_read_like_the_words_that_they_stand_for() -> None:
    plan = plan_of("a cute 🐶 on a 🛹 at the 🏖️")
    assert {subject.rig for subject in plan.subjects} == {"dog", "skateboard"}
    assert plan.setting == "beach"
    assert drawn("🦊🦊🦊") == [("fox", "fox")]
    assert plan_of("🦊🦊🦊").subjects[0].count == 3
    assert plan_of("👩‍🚀🌕").subjects[0].rig == "astronaut"


def test_emoji_that_only_adorn_a_sentence_add_nothing() -> None:
    assert pictographs.spelled("A dog runs along the beach 🐶🔥✨😍").rstrip() == "A dog runs along the beach"


@pytest.mark.parametrize(
    ("prompt", "missing"),
    [
        ("Pancakes with maple syrup on a plate", "maple"),
        ("A wet street that creates a mirror effect, a woman walks", "mirror"),
        ("A camel in a salt desert", "salt"),
        ("A vase shatters on a marble floor", "marble"),
        ("A girl behind a white picket fence", "picket"),
        ("Their heads pop out of the snow, puppies at play", "pop"),
    ],
)
def test_what_only_describes_the_noun_behind_it_is_not_drawn(prompt: str, missing: str) -> None:
    assert all(missing not in noun.split() for noun, _ in drawn(prompt))


def test_a_strange_noun_behind_a_known_one_is_reported() -> None:
    assert "maple syrup" in plan_of("Pancakes with maple syrup").not_drawn
    assert "alien gizmo" in plan_of("An alien gizmo hovers over a field").not_drawn


def test_adjectives_between_commas_stay_in_their_phrase() -> None:
    plan = plan_of("An old woman sits in a small, cluttered kitchen; pigeons on the roof")
    assert plan.setting == "kitchen"
    assert plan_of("A red, shiny car").subjects[0].colour is not None


@pytest.mark.parametrize(
    ("prompt", "setting", "gesture"),
    [
        ("a person is ironing", "room", "ironing"),
        ("a person is brushing teeth", "bathroom", "brushing teeth"),
        ("a woman washes the dishes", "kitchen", "washing up"),
        ("a man is doing push ups", "gym", "push ups"),
        ("a person is playing tennis", "park", "tennis"),
        ("A DJ mixes at a beach party", "beach", "mixing records"),
    ],
)
def test_what_people_do_tells_where_they_are_and_what_their_hands_do(prompt: str, setting: str, gesture: str) -> None:
    plan = plan_of(prompt)
    assert plan.setting == setting
    assert plan.subjects[0].action == "play"
    assert gesture in plan.subjects[0].traits


def test_words_to_be_read_stand_in_the_picture() -> None:
    title = plan_of('The words "NORTHWIND" appear in gold letters over a dark background').subjects[0]
    assert (title.rig, title.traits, title.x) == ("lettering", ("text:NORTHWIND",), 0.5)
    assert title.colour is not None
    sign = plan_of('A wooden sign says "BEWARE OF THE CAT" beside a cat')
    assert [s.traits[:2] for s in sign.subjects if s.rig == "lettering"] == [("text:BEWARE OF THE CAT", "board")]
    assert sign.lines == ()


def test_prompts_of_no_place_get_flowing_colours_in_what_they_name() -> None:
    plan = plan_of("Ink in water, purple and gold, slow motion")
    assert plan.setting == "abstract"
    assert len(plan.colours) == 2


@pytest.mark.parametrize(
    ("prompt", "missing"),
    [
        ("Paper airplanes flutter through a jungle as if they were migrating birds", "bird"),
        ("A city made of candy", "candy"),
        ("A boy in a dinosaur costume runs through a room", "dinosaur"),
        ("A girl with cat ears plays the guitar", "cat"),
        ("A woman on the beach watches a dolphin", "watch"),
        ("A chef slices salmon with a knife", "salmon"),
        ("A close-up of a fox. The mood of the painting is one of wonder", "painting"),
        ("A robot wearing blue jeans strolls through Cairo", "jeans"),
    ],
)
def test_what_is_only_compared_worn_cooked_or_done_is_not_drawn(prompt: str, missing: str) -> None:
    assert all(missing not in noun.split() for noun, _ in drawn(prompt))


def test_hands_at_work_are_somebodys() -> None:
    assert plan_of("Close up of hands kneading dough on a floured table").subjects[0].action == "play"


@pytest.mark.parametrize(("years", "old"), [("30 year old", False), ("24-year-old", False), ("80 year old", True)])
def test_only_many_years_are_old(years: str, old: bool) -> None:
    assert ("old" in plan_of(f"A {years} woman walks").subjects[0].traits) is old


def test_a_prompt_in_another_language_says_so() -> None:
    assert any("only English" in note for note in plan_of("Un gato negro duerme en el sofá").notes)


def test_an_animal_with_a_trade_stays_an_animal() -> None:
    chef = plan_of("A penguin chef flips pancakes")
    assert (chef.setting, chef.subjects[0].rig, chef.subjects[0].action) == ("kitchen", "penguin", "play")
    assert plan_of("A robot barista pours a latte").subjects[0].rig == "robot"
    assert plan_of("A dog walker in the park").subjects[0].noun == "walker"


def test_a_truck_in_a_desert_is_no_move_of_the_camera() -> None:
    assert drawn("A rusty old truck in the desert") == [("truck", "truck")]


def test_what_a_crane_shot_does_is_not_done_by_the_hiker() -> None:
    plan = plan_of("Crane shot starting low on a lone hiker and ascending high above, revealing a canyon")
    assert (plan.camera.move, plan.subjects[0].action) == ("crane_up", "stand")


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("Kids build a sandcastle, waves creeping closer", "beach"),
        ("A woman walks into the sea at dawn", "beach"),
        ("A man swims in the sea", "sea"),
        ("A mermaid in the ocean", "underwater"),
        ("A girl in a boat on the sea", "sea"),
    ],
)
def test_nobody_stands_on_the_waves(prompt: str, setting: str) -> None:
    assert plan_of(prompt).setting == setting


def test_an_animal_plays_an_instrument_that_is_seen() -> None:
    plan = plan_of("A cat plays the drums on a stage")
    assert [(subject.rig, subject.count) for subject in plan.subjects] == [("cat", 1), ("drum", 1)]
    boat = plan_of("A raccoon playing guitar in a boat on the ocean")
    raccoon = next(subject for subject in boat.subjects if subject.rig == "raccoon")
    assert raccoon.on is not None
    assert boat.subjects[raccoon.on].noun == "boat"


def test_a_flag_is_planted_and_nothing_grows() -> None:
    assert "flower" not in {subject.rig for subject in plan_of("An astronaut plants a flag on the moon").subjects}


def test_lovers_are_two() -> None:
    assert [subject.count for subject in plan_of("Two lovers kiss in the rain").subjects] == [1, 1]


def test_what_is_used_is_in_the_hand() -> None:
    plan = plan_of("A detective examines a footprint with a magnifying glass")
    assert [subject.rig for subject in plan.subjects] == ["detective"]
    assert "magnifying glass" in plan.subjects[0].traits
    assert plan.not_drawn == ("footprint",)


@pytest.mark.parametrize(
    ("prompt", "rigs", "setting"),
    [
        ("A family has a picnic in a meadow", {"man", "woman", "picnic"}, "meadow"),
        ("A cabin by a lake", {"log_cabin"}, "lakeside"),
        ("A woman in a cafe, soft light, jazz saxophone", {"woman"}, "cafe"),
        ("An archer draws her bow in a forest", {"woman"}, "forest"),
        ("A man is juggling three oranges in a park", {"man"}, "park"),
    ],
)
def test_turns_of_phrase_bring_what_they_mean(prompt: str, rigs: set[str], setting: str) -> None:
    plan = plan_of(prompt)
    assert rigs <= {subject.rig for subject in plan.subjects}
    assert plan.setting == setting
    assert not any(subject.rig.startswith("art:sax") or subject.rig == "orange" for subject in plan.subjects)
    assert "writing" not in plan.subjects[0].traits


def test_a_place_in_sight_that_nothing_draws_is_told() -> None:
    assert "graveyard" in plan_of("A wolf in the forest near a graveyard").not_drawn


@pytest.mark.parametrize(("prompt", "rig"), [("A rooster crows on a farm", "rooster"), ("A train whistles in a station", "train"), ("Seagulls cry over a harbour", "seagull")])  # fmt: skip
def test_who_makes_a_sound_is_seen_as_well(prompt: str, rig: str) -> None:
    plan = plan_of(prompt)
    assert plan.subjects[0].rig == rig
    assert plan.sounds
    assert not plan_of("A meadow in the morning, a rooster crows in the distance").subjects
