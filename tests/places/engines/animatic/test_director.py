"""The director reads prompts: what each of them must at least be understood to say."""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass, field

import pytest

from rushes.engines.animatic import director
from rushes.engines.animatic.plan import ShotPlan, Subject
from rushes.shot import Mode, Shot


def plan_of(
    prompt: str, *, negative: str = "", seed: int = 7, aspect_ratio: str = "16:9", seconds: int = 8
) -> ShotPlan:
    shot = Shot("animatic", Mode.TEXT, prompt, negative, seed=seed, aspect_ratio=aspect_ratio, seconds=seconds)
    return director.read(shot)


def the(plan: ShotPlan, noun: str) -> Subject:
    return next(subject for subject in plan.subjects if noun in (subject.noun, subject.rig, *subject.noun.split()))


@dataclass(frozen=True)
class Facts:
    """What must hold for a prompt whatever the seed; None and () say nothing."""

    prompt: str
    setting: str | None = None
    time: str | None = None
    weather: str | None = None
    season: str | None = None
    style: str | None = None
    mood: str | None = None
    move: str | None = None
    size: str | None = None
    angle: str | None = None
    subjects: dict[str, str | None] = field(default_factory=dict)  #: noun or rig -> action
    counts: dict[str, int] = field(default_factory=dict)
    features: tuple[str, ...] = ()
    sounds: tuple[str, ...] = ()
    music: str | None = None
    not_drawn: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()  #: nouns or rigs that may not be subjects


PROMPTS = (
    Facts("A red fox trots through fresh snow in a pine forest at dusk, the wind howls", "pine_forest", "dusk", "snow", "winter", move="track", subjects={"fox": "trot"}, counts={"fox": 1}, sounds=("wind",)),
    Facts("A cat playing the piano in a cozy room, warm lamp light, gentle piano melody", "room", subjects={"cat": "play", "piano": "stand"}, music="piano", absent=("lamp",)),
    Facts("An astronaut floats in front of a ringed planet, stars in the background, slow orbit shot", "space", move="orbit", subjects={"astronaut": "float"}, features=("rings", "stars")),
    Facts("A woman with a red umbrella walks down a rainy neon street at night, tracking shot", "street", "night", "rain", move="track", subjects={"woman": "walk"}, features=("neon",), sounds=("rain",)),
    Facts("A man looks at the camera and waves, portrait", "park", size="close", subjects={"man": "play"}),
    Facts("A sea turtle swims over a coral reef, rays of sunlight", "underwater", subjects={"turtle": "swim"}, features=("coral", "sun_rays")),
    Facts("Drone shot flying over a coastal city at golden hour", "city", "golden", move="aerial", absent=("drone",)),
    Facts("A man and a woman walk hand in hand along the beach at sunset", "beach", "golden", subjects={"man": "walk", "woman": "walk"}, sounds=("waves",)),
    Facts("A majestic lion stands on a rock in the savanna at sunrise", "savanna", "dawn", mood="epic", subjects={"lion": "stand", "rock": None}),
    Facts("Three horses gallop across a desert, dust behind them, low angle", "desert", weather="dust", angle="low", subjects={"horse": "run"}, counts={"horse": 3}),
    Facts("Two dogs play with a ball in a park, no people", "park", subjects={"dog": "play"}, counts={"dog": 2}),
    Facts("A paper boat sails down a stream in a storybook forest, watercolour style", "forest", style="watercolour", subjects={"boat": "sail"}, features=("river",)),
    Facts("A rocket lifts off at dawn, crane up, epic orchestral music", time="dawn", move="crane_up", subjects={"rocket": "launch"}, music="epic"),
    Facts("A black sports car speeds along a mountain highway in the rain, handheld", "highway", weather="rain", move="handheld", subjects={"sports car": "drive"}, features=("mountains",)),
    Facts("A flock of birds flies over a lake with mountains behind", "river", subjects={"bird": "fly"}, counts={"bird": 7}, features=("mountains",)),
    Facts("An old robot sits next to a campfire under the stars, crickets", "forest", "night", subjects={"robot": "sit", "campfire": "burn"}, features=("stars",), sounds=("crickets", "fire")),
    Facts("A whale breaches", subjects={"whale": "swim"}),
    Facts("A golden retriever puppy runs toward the camera in a meadow with fireflies at night", "meadow", "night", subjects={"puppy": "run"}, features=("fireflies",), counts={"puppy": 1}),
    Facts("a lighthouse on a cliff during a storm, lightning, waves crash", "cliff_coast", weather="storm", mood="tense", subjects={"lighthouse": None}, features=("lightning",), sounds=("waves",)),
    Facts("A snowman in a village, children dance around it", "village", season="winter", subjects={"snowman": "stand", "child": "dance"}),
    Facts("The camera slowly pans right across a quiet Japanese village in cherry blossom season", "japanese_garden", season="spring", move="pan_right", features=("blossoms",)),
    Facts("The camera glides over the dunes, then tilts up to reveal the stars", "desert"),
    Facts("Film noir, a detective in an alley, rain", "old_town_alley", weather="rain", style="noir", subjects={"detective": None}),
    Facts("A hot air balloon drifts over rolling hills, pastel colors", "meadow", subjects={"balloon": None}, features=("hills",)),
    Facts("A sailboat on the open ocean under a rainbow", "sea", subjects={"sailboat": "sail"}, features=("rainbow",)),
    Facts("A tiny blue robot waters a giant red flower", subjects={"robot": None, "flower": None}, absent=("woman", "man")),
    Facts("Pixel art dragon flying over a volcano", "volcano", style="pixel", subjects={"dragon": "fly"}, features=("volcano",)),
    Facts("A tardigrade waddles through a muddy swamp", "swamp", subjects={"tardigrade": "walk"}, not_drawn=("tardigrade",)),
    Facts("Beauty and silence"),
    Facts("A person is playing guitar", subjects={"person": "play"}, absent=("guitar",)),
    Facts("a bicycle on the left of a car, front view", subjects={"bicycle": None, "car": None}),
    Facts("a shark is swimming in the ocean, in super slow motion", subjects={"shark": "swim"}),
    Facts("A panda bear and a pit bull in a meadow", "meadow", subjects={"panda": "stand", "dog": "stand"}),
    Facts("A panda drinking coffee in a cafe in Paris, in cyberpunk style", "cafe", subjects={"panda": "eat"}),
    Facts("Cherry blossoms fall over a temple in spring, a woman with an umbrella walks", "ruins", weather="clear", season="spring", subjects={"woman": "walk"}, features=("blossoms",)),
    Facts("A couple in formal evening wear going home get caught in a heavy downpour with umbrellas", weather="rain", subjects={"man": "walk", "woman": "walk"}),
    Facts("An astronaut riding a horse on the moon", "lunar_surface", subjects={"horse": "trot", "astronaut": "ride"}),
    Facts("A stylish woman walks down a Tokyo street filled with warm glowing neon and animated city signage. She wears a black leather jacket, a long red dress, and black boots, and carries a black purse.", "street", "night", subjects={"woman": "walk"}, counts={"woman": 1}),
    Facts("Several giant wooly mammoths approach treading through a snowy meadow, their long wooly fur lightly blows in the wind as they walk, snow covered trees and dramatic snow capped mountains in the distance", "meadow", weather="snow", season="winter", subjects={"mammoth": "walk"}, counts={"mammoth": 4}),
    Facts("A litter of golden retriever puppies playing in the snow.", weather="snow", subjects={"puppy": "play"}, counts={"puppy": 5}),
    Facts("Photorealistic closeup video of two pirate ships battling each other as they sail.", "sea", style="film", size="close", subjects={"pirate ship": "sail"}, counts={"pirate ship": 2}),
    Facts("A wide shot of a calm ghost ship gliding through fog. SFX: distant thunder. Ambient noise: waves lapping.", "sea", weather="fog", size="wide", subjects={"ghost ship": "sail"}, sounds=("thunder", "waves")),
    Facts("Aerial view of a winding river through an autumn forest", "forest", season="autumn", move="aerial", features=("river",)),
    Facts("four teddy bears sitting around a campfire, anime style", "forest", "night", style="anime", subjects={"teddy bear": "sit", "campfire": "burn"}, counts={"teddy bear": 4}),
    Facts("Extreme close-up of a woman's eye", size="extreme_close", subjects={"woman": None}),
    Facts("A boy flying a kite with his grandfather on a windy hill, dolly in", "meadow", weather="wind", move="push_in", subjects={"boy": "play", "grandfather": None}),
    Facts("snow leopard, mountain, blizzard, dramatic lighting, 8k", "mountains", weather="snow", subjects={"snow leopard": None}),
    Facts("A dancer in a white dress spins on stage under a spotlight", "stage_hall", subjects={"dancer": "spin"}, features=("spotlight",)),
    Facts("Wolves howl at the full moon from a cliff", "mountains", "night", subjects={"wolf": "talk"}, counts={"wolf": 3}, features=("moon",)),
    Facts("An elderly woman feeds pigeons in a park, she smiles softly", "park", subjects={"woman": "play", "pigeon": None}),
    Facts("the ship sails away into the sunset as seagulls circle above", "sea", "golden", subjects={"ship": "sail", "seagull": "fly"}),
    Facts("A penguin colony on an iceberg", "arctic", season="winter", subjects={"penguin": "stand"}, counts={"penguin": 5}),
    Facts("A train crosses a bridge above a misty valley at dawn", "meadow", "dawn", "fog", subjects={"train": "drive"}, features=("bridge",)),
    Facts("The airplane takes off from the runway", "airfield", subjects={"airplane": "fly"}),
    Facts("Camera zooms out from a lone tree on a hill at night with the aurora", "meadow", "night", move="zoom_out", subjects={"tree": None}, features=("aurora",), counts={"tree": 1}),
    Facts("POV walking through a torch lit cave, the sound of dripping water", "cave", move="handheld", features=("torches",)),
    Facts("Running through a wheat field, a child laughs", "meadow", subjects={"child": "run"}),
    Facts("We follow a cyclist along a coastal road", "highway", move="track", subjects={"cyclist": None}),
    Facts("Blueprint drawing of a windmill, overhead shot", angle="overhead", style="blueprint", subjects={"windmill": None}),
    Facts("A brown bear fishes in a river", "river", subjects={"brown bear": "sit"}, counts={"brown bear": 1}, absent=("fish",)),
    Facts("A drone flies over a city at night", "city", "night", subjects={"drone": "fly"}),
    Facts("A superhero flies over the skyline, aerial view", "city", move="aerial", subjects={"superhero": "fly"}),
    Facts("A chef stirs soup in a busy kitchen", "kitchen", subjects={"chef": "play"}, absent=("cowboy",)),
    Facts("Two businesswomen talk at a desk in a bright office", "office", subjects={"businesswoman": "talk"}, counts={"businesswoman": 2}),
    Facts("A scientist mixes glowing potions in a laboratory", "laboratory", subjects={"scientist": "play"}),
    Facts("A parrot sits on a branch in the jungle", "jungle", subjects={"parrot": "sit"}),
    Facts("A polar bear walks across arctic ice under the aurora", "arctic", season="winter", subjects={"polar bear": "walk"}, features=("aurora",)),
    Facts("A crowded spice market at noon, a merchant waves", "market", "day", subjects={"merchant": "play"}),
    Facts("A knight stands before the gates of a castle", "castle", subjects={"knight": "stand"}, absent=("castle",)),
    Facts("An explorer with a torch walks through ancient ruins", "ruins", subjects={"explorer": "walk"}, features=("torches",)),
    Facts("A waterfall in a green canyon, camera tilts up", "canyon", move="tilt_up", features=("waterfall",)),
    Facts("A camel caravan crosses the dunes at sunset", "desert", "golden", subjects={"camel": "walk"}, counts={"camel": 4}, absent=("truck",)),
    Facts("A campfire burns by a tent under the milky way", "forest", "night", subjects={"campfire": "burn", "tent": None}),
    Facts("A whale swims beneath a small boat", "underwater", subjects={"whale": "swim", "boat": None}),
    Facts("Four red balloons drift into the sky", "sky", subjects={"red balloon": "float"}, counts={"red balloon": 4}),
    Facts("A boy flies a kite on a windy hill", "meadow", weather="wind", subjects={"boy": "play", "kite": "fly"}, counts={"kite": 1}),
    Facts("A man with a lantern walks into the fog", weather="fog", subjects={"man": "walk"}),
    Facts("Paper cut-out owl in a tree, a crescent moon", time="night", style="paper", subjects={"owl": None}, features=("moon",)),
)  # fmt: skip


@pytest.mark.parametrize("facts", PROMPTS, ids=lambda facts: facts.prompt[:48])
@pytest.mark.parametrize("seed", [0, 1, 4_294_967_295])
def test_a_prompt_is_understood(facts: Facts, seed: int) -> None:
    plan = plan_of(facts.prompt, seed=seed)
    for name in ("setting", "time", "weather", "season", "style", "mood", "music"):
        wanted = getattr(facts, name)
        assert wanted is None or getattr(plan, name) == wanted, name
    for name in ("move", "size", "angle"):
        wanted = getattr(facts, name)
        assert wanted is None or getattr(plan.camera, name) == wanted, name
    for noun, action in facts.subjects.items():
        assert action is None or the(plan, noun).action == action
        assert the(plan, noun)
    for noun, count in facts.counts.items():
        assert the(plan, noun).count == count
    assert set(facts.features) <= set(plan.features)
    assert set(facts.sounds) <= set(plan.sounds)
    assert set(facts.not_drawn) <= set(plan.not_drawn)
    for noun in facts.absent:
        assert noun not in {word for subject in plan.subjects for word in (subject.noun, subject.rig)}


@pytest.mark.parametrize(
    ("noun", "colour"),
    [
        ("red fox", None), ("brown bear", None), ("polar bear", "#f2efe6"), ("golden retriever", "#d9a860"), ("black bear", "#2b2829"),
        ("grey wolf", "#8d9298"), ("black cat", "#1e1f24"), ("blue robot", "#3a6fc4"), ("red balloon", "#d8342c"), ("white horse", "#f4f1ea"),
    ],
)  # fmt: skip
def test_the_colour_of_a_species_is_its_coat(noun: str, colour: str | None) -> None:
    assert plan_of(f"A {noun} in a meadow").subjects[0].colour == colour


def test_a_place_that_is_green_does_not_turn_the_sky_green() -> None:
    assert plan_of("A waterfall in a green canyon").colours == ()
    assert plan_of("A street in blue light").colours == ("#3a6fc4",)


def test_the_same_shot_gives_the_same_plan() -> None:
    prompt = "Two foxes and a bear dance in a meadow while birds fly above"
    assert plan_of(prompt, seed=11) == plan_of(prompt, seed=11)


def test_another_seed_composes_differently() -> None:
    plans = {
        (p.subjects[0].x, p.subjects[0].facing, p.camera.pace)
        for p in (plan_of("A fox stands in a forest", seed=n) for n in range(12))
    }
    assert len(plans) == 12
    assert {plan_of("A fox stands in a forest", seed=n).subjects[0].facing for n in range(12)} == {1, -1}


def test_dialogue_has_speakers_tones_and_voices() -> None:
    plan = plan_of(
        'Close-up of two people staring at a cryptic drawing on a wall. A man murmurs, "This must be it. That\'s the secret code." '
        'The woman looks at him and whispers excitedly, "What did you find?"'
    )
    assert [subject.noun for subject in plan.subjects] == ["man", "woman"]
    first, second = plan.lines
    assert (first.speaker, first.tone, first.voice) == (0, "murmur", "man")
    assert (second.speaker, second.tone, second.voice) == (1, "whisper", "woman")
    assert first.text == "This must be it. That's the secret code."
    assert first.starts_seconds + first.lasts_seconds <= second.starts_seconds
    assert plan.subjects[0].facing == -plan.subjects[1].facing


@pytest.mark.parametrize(
    ("prompt", "speaker", "voice", "text"),
    [
        ("An old sailor says: 'The sea remembers.'", 0, "old", "The sea remembers."),
        ("A robot on a street says: We are not alone.", 0, "robot", "We are not alone."),
        ('"Good morning!" shouts a girl in a garden', 0, "child", "Good morning!"),
        ("A woman on a beach. “Look at the waves,” she whispers.", 0, "woman", "Look at the waves."),
        ('An empty road. A voice says "Go on."', None, "neutral", "Go on."),
    ],
)
def test_a_quotation_finds_its_speaker(prompt: str, speaker: int | None, voice: str, text: str) -> None:
    (line,) = plan_of(prompt).lines
    assert (line.speaker, line.voice, line.text) == (speaker, voice, text)


def test_dialogue_fits_the_shot_even_when_it_must_be_cut() -> None:
    plan = plan_of('A man says "' + "word " * 100 + '" and a woman replies "' + "other " * 60 + '"', seconds=4)
    assert len(plan.lines) == 2
    assert all(line.starts_seconds + line.lasts_seconds <= 4 for line in plan.lines)
    assert "dialogue shortened to fit" in plan.notes


def test_lettering_is_not_dialogue() -> None:
    plan = plan_of('A neon sign that reads "OPEN" in a street at night')
    assert plan.lines == ()
    assert [subject.traits for subject in plan.subjects] == [("text:OPEN", "neon")]
    assert "some lettering is not drawn" in plan_of('A man in a shirt that reads "BOSS"').notes


@pytest.mark.parametrize("say", ["negative", "prompt"])
def test_negatives_take_things_away(say: str) -> None:
    prompt = "A street in the rain with a man, a dog and a car, stars"
    if say == "negative":
        plan = plan_of(prompt, negative="people, cars, rain, stars, blurry, low quality, text")
    else:
        plan = plan_of("A street with a dog, no people, no cars, no rain and no stars")
    assert [subject.noun for subject in plan.subjects] == ["dog"]
    assert plan.weather == "clear"
    assert "stars" not in plan.features
    assert {"people", "stars", "rain"} <= set(plan.removed)
    assert "blurry" not in plan.removed


def test_what_is_not_negated_stays() -> None:
    plan = plan_of("A meadow without clouds, a fox runs. No music.")
    assert [subject.noun for subject in plan.subjects] == ["fox"]
    assert {"clouds", "music"} <= set(plan.removed)
    assert plan.music is None


def test_relations_place_subjects() -> None:
    left = plan_of("A cat to the left of a dog in a meadow")
    assert the(left, "cat").x < the(left, "dog").x
    behind = plan_of("A bear behind a rabbit in a forest")
    assert the(behind, "bear").depth < the(behind, "rabbit").depth
    sides = plan_of("On the left, a knight stands. On the right, a dragon sleeps.")
    assert the(sides, "knight").x < 0.5 < the(sides, "dragon").x
    far = plan_of("A girl in a field, a castle in the background")
    assert the(far, "castle").depth < 0.7
    heading = plan_of("A wolf runs from right to left across the snow")
    assert the(heading, "wolf").facing == -1


def test_adjectives_belong_to_their_noun() -> None:
    plan = plan_of("A small blue bird and a huge old green dragon in a meadow")
    bird, dragon = the(plan, "bird"), the(plan, "dragon")
    assert bird.colour is not None
    assert dragon.colour is not None
    assert bird.scale < 1 < dragon.scale
    assert "old" in dragon.traits
    assert "old" not in bird.traits


def test_what_one_wears_becomes_a_trait() -> None:
    woman = the(plan_of("A woman in a red coat and a straw hat, holding a lantern, walks in a forest"), "woman")
    assert {"coat", "hat", "straw", "lantern"} <= set(woman.traits)
    assert woman.colour is not None


@pytest.mark.parametrize(
    "prompt",
    [
        "",
        "   \n",
        "狐狸在雪地里奔跑",
        "Ein Fuchs läuft durch den Schnee",
        "лиса бежит",
        "\ud800",
        '"',
        "no",
        "a",
        "'''",
    ],
)
def test_what_cannot_be_read_gives_a_pleasing_plan(prompt: str) -> None:
    plan = plan_of(prompt)
    assert plan.subjects == ()
    assert plan.not_drawn == ()
    assert plan.sounds
    plan.prompt.encode()


def test_subjects_do_not_overlap() -> None:
    for aspect_ratio in ("16:9", "9:16"):
        for seed in range(10):
            xs = sorted(
                s.x
                for s in plan_of(
                    "A man, a dog and a robot stand in a meadow", seed=seed, aspect_ratio=aspect_ratio
                ).subjects
            )
            assert len(xs) == 3
            assert all(after - before > 0.1 for before, after in itertools.pairwise(xs))
            assert xs[0] > 0.05
            assert xs[-1] < 0.95


def test_a_long_prompt_is_read_quickly() -> None:
    prompts = ["A red fox trots through the snow, " * 300, "a " * 5000, '"a" ' * 2500, "without clouds, " * 600, "," * 10_000, "x" * 10_000, "' " * 5000, "says: A" * 1400]  # fmt: skip
    plan_of("warm the lexicon")
    for prompt in prompts:
        began = time.process_time()
        plan_of(prompt[:10_000])
        assert time.process_time() - began < 0.5


def test_who_rides_is_drawn_with_the_mount() -> None:
    plan = plan_of("A lone rider on a camel crosses the desert")
    assert [(subject.noun, subject.action, subject.on) for subject in plan.subjects] == [
        ("camel", "walk", None),
        ("rider", "ride", 0),
    ]


def test_what_is_owned_does_what_the_verb_says() -> None:
    plan = plan_of("A child's red balloon floats away over the city")
    assert plan.subjects[0].noun == "red balloon"


def test_a_landmark_stands_behind_the_cast_or_before_it_but_not_twice() -> None:
    at_home = plan_of("A ferris wheel turns above a carnival at dusk")
    away = plan_of("A ferris wheel turns on a beach at sunset")
    assert at_home.setting == "carnival"
    assert "ferris wheel" not in {subject.noun for subject in at_home.subjects}
    assert "ferris wheel" not in at_home.not_drawn
    assert (away.setting, "ferris wheel" in {subject.noun for subject in away.subjects}) == ("beach", True)
