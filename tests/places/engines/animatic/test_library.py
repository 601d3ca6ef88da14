"""The library: every piece is there, licensed, drawn and the same each time; every noun means what a person would say."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import skia
from numpy.typing import NDArray

from rushes.engines.animatic import director
from rushes.engines.animatic.director.casting import words
from rushes.engines.animatic.director.nouns import RIG_WORDS
from rushes.engines.animatic.library import nouns, puppetry
from rushes.engines.animatic.library.pieces import ART, PREFIX, pieces, svg
from rushes.engines.animatic.light import Light
from rushes.engines.animatic.plan import ACTIONS, Subject
from rushes.engines.animatic.rigs import catalog
from rushes.shot import Mode, Shot

FOLDER = ART.parent
LIGHT = Light(
    (0.6, -0.6, 0.5), (0.95, 0.85, 0.75), (0.5, 0.5, 0.58), (0.9, 0.75, 0.6), (0.8, 0.8, 0.8), (0.1, 0.1, 0.2)
)
SIZE = 230

#: What a person would call right, for nouns that prompts are full of.
MEANT = {
    "telescope": "art:telescope", "pizza": "art:pizza", "raccoon": "raccoon", "accountant": "human", "plumber": "human",
    "suitcase": "art:luggage", "sofa": "art:couch-and-lamp", "banana": "art:banana", "saxophone": "art:saxophone", "cobra": "snake",
    "collie": "dog", "wren": "bird", "oak": "tree", "minnow": "fish", "hamburger": "art:hamburger", "lemonade": "art:tropical-drink",
    "ferris wheel": "art:ferris-wheel", "traffic light": "art:vertical-traffic-light", "teapot": "art:teapot", "gorilla": "gorilla",
    "tarantula": "spider", "umbrella": "art:umbrella", "church": "art:church", "trumpet": "art:trumpet", "crown": "art:crown",
    "scissors": "art:scissors", "hot dog": "art:hot-dog", "ice cream": "art:ice-cream", "rhino": "rhino", "milkman": "man",
}  # fmt: skip
#: Nouns that look as if they meant something that is drawn.
NOT_MEANT = (
    "toaster", "freedom", "music", "happiness", "idea", "river bank", "bank holiday", "software", "morning", "light year", "works", "iron",
    "boxing ring", "drop", "cliff", "hood", "john", "server", "bulletin board", "guava",
)  # fmt: skip
#: Words that no stock picture may illustrate: whatever they were mapped to would be an insult.
_SHUNNED = re.compile(
    r"\b(nigger|negro|negress|kike|chink|gook|spic|wop|faggot|dyke|tranny|whore|slut|hooker|retard|cripple|midget|mongoloid|cretin|moron|"
    r"rapist|pedophile|nazi|klansman|slave|eunuch|gelding|savage|redskin|squaw|half-?breed|mulatto|golliwogg?|terrorist|corpse|"
    r"prostitute|hangman|sex \w+|white man|black man|jew|gypsy)s?\b"
)


def drawn(rig: str, action: str = "stand", *, colour: str | None = None, facing: int = 1, t: float = 0.2) -> NDArray[np.uint8]:  # fmt: skip
    metres = pieces()[rig].metres
    subject = Subject(noun=rig.removeprefix(PREFIX), rig=rig, action=action, colour=colour, travels=action == "walk")
    puppet = catalog.make(subject, LIGHT, 60 / metres, 3)
    pixels = np.zeros((SIZE, SIZE, 4), np.uint8)
    canvas = skia.Canvas(pixels, colorType=skia.kBGRA_8888_ColorType, alphaType=skia.kPremul_AlphaType)
    puppet.draw(canvas, SIZE / 2, SIZE * 0.85, t, facing)
    return pixels


def test_the_committed_art_is_what_the_list_of_pieces_asks_for() -> None:
    with zipfile.ZipFile(ART) as art:
        assert sorted(art.namelist()) == sorted(f"{piece.name}.svg" for piece in pieces().values())
    assert len(pieces()) >= 440
    assert {piece.group for piece in pieces().values()} <= set(puppetry.CLASSES)
    table = nouns.table()
    told = [noun for piece in pieces().values() for noun in piece.nouns]
    assert len(told) == len(set(told)), "a noun has one drawing"
    missing = [noun for piece in pieces().values() for noun in piece.nouns if table.get(noun) != piece.rig]
    assert not missing, "run library.build after a change of pieces.txt"


def test_the_art_comes_with_its_licences() -> None:
    assert "Apache License" in (FOLDER / "LICENSE-noto-emoji.txt").read_text()
    assert "Princeton University" in (FOLDER / "LICENSE-wordnet.txt").read_text()
    notice = (FOLDER / "NOTICE.txt").read_text()
    assert "Noto Emoji" in notice
    assert "WordNet" in notice
    assert sum(path.stat().st_size for path in FOLDER.iterdir() if path.is_file()) < 8_000_000
    third = (Path(__file__).parents[4] / "THIRD_PARTY.md").read_text()
    assert "library/art.zip" in third
    assert "library/nouns.tsv" in third


def test_every_noun_of_the_table_has_a_drawing_that_exists() -> None:
    rigs = {rig for rig in nouns.table().values() if rig not in pieces()}
    assert rigs <= set(catalog.RIGS) | set(RIG_WORDS)
    assert len(nouns.table()) > 15_000
    assert all(noun == noun.lower().strip() and "-" not in noun for noun in nouns.table())


@pytest.mark.parametrize(("noun", "rig"), MEANT.items())
def test_a_common_noun_means_what_a_person_would_say(noun: str, rig: str) -> None:
    coarse = {word: name for name, row in RIG_WORDS.items() for word in (w.strip() for w in row.split(","))}
    found = nouns.table().get(noun) or coarse.get(noun)
    assert found == rig or words().get(noun) == rig


@pytest.mark.parametrize("noun", NOT_MEANT)
def test_a_noun_that_only_might_be_meant_has_no_drawing(noun: str) -> None:
    assert noun not in nouns.table()


def test_no_word_that_hurts_has_a_drawing() -> None:
    assert [noun for noun in nouns.table() if _SHUNNED.search(noun)] == []


def test_a_piece_is_drawn_the_same_each_time_and_turns_but_for_its_letters() -> None:
    assert (drawn("art:cricket") == drawn("art:cricket")).all()
    right, left = drawn("art:cricket"), drawn("art:cricket", facing=-1)
    assert np.abs(right.astype(int) - left).mean() > 1, "an animal looks where it goes"
    shop = "art:convenience-store"
    as_seen, turned = drawn(shop)[..., 3] > 128, drawn(shop, facing=-1)[..., 3] > 128
    assert (as_seen == turned).mean() > 0.99, "a sign is not written backwards"


def test_a_colour_of_the_prompt_dyes_a_piece() -> None:
    plain, dyed = drawn("art:teapot"), drawn("art:teapot", colour="#3a6fc4")
    assert (plain[..., 3] > 0).sum() == (dyed[..., 3] > 0).sum()
    inside = plain[..., 3] > 250
    assert plain[inside][:, 2].mean() > plain[inside][:, 0].mean(), "red"
    assert dyed[inside][:, 0].mean() > dyed[inside][:, 2].mean(), "blue"


@pytest.mark.parametrize(
    "rig",
    ["art:hatching-chick", "art:cricket", "art:tropical-fish", "art:delivery-truck", "art:speedboat", "art:pizza"],
)
def test_pieces_act_out_what_their_class_can(rig: str) -> None:
    info = catalog.info(rig)
    assert info is not None
    assert info.actions <= set(ACTIONS)
    for action in info.actions:
        moments = [drawn(rig, action, t=t) for t in (0.0, 0.21)]
        assert all(picture[..., 3].max() == 255 for picture in moments)
        if action in ("walk", "swim", "fly", "sail"):
            assert (moments[0] != moments[1]).any(), f"{rig} does not move when it may {action}"


@pytest.mark.parametrize(
    ("prompt", "negative", "left"),
    [
        ("A raccoon and a telescope in a park", "animals", ["telescope"]),
        ("An ambulance passes a gorilla", "vehicles", ["gorilla"]),
        ("A pizza and a telescope", "pizza", ["telescope"]),
    ],
)
def test_negatives_take_pieces_away(prompt: str, negative: str, left: list[str]) -> None:
    plan = director.read(Shot("animatic", Mode.TEXT, prompt, negative_prompt=negative, seed=3))
    assert [subject.noun for subject in plan.subjects if subject.rig != "table"] == left


def test_what_is_held_is_drawn_in_the_hand() -> None:
    plain = Subject("woman", "woman", "stand", traits=("woman",))
    holding = replace(plain, traits=("woman", "purse", "art:purse"))
    pictures = []
    for subject in (plain, holding):
        pixels = np.zeros((SIZE, SIZE, 4), np.uint8)
        canvas = skia.Canvas(pixels, colorType=skia.kBGRA_8888_ColorType, alphaType=skia.kPremul_AlphaType)
        catalog.make(subject, LIGHT, 70, 3).draw(canvas, SIZE / 2, SIZE * 0.9, 0.2)
        pictures.append(pixels)
    assert (pictures[0] != pictures[1]).any()


@pytest.mark.slow
@pytest.mark.parametrize("rig", pieces())
def test_every_piece_is_drawn_whole(rig: str) -> None:
    assert svg(pieces()[rig].name).startswith(b"<svg")
    info = catalog.info(rig)
    assert info is not None
    for action in sorted(info.actions & {"stand", "walk", "jump", "drive", "swim"}):
        alpha = drawn(rig, action)[..., 3]
        assert (alpha > 200).sum() > 80, "something is seen"
        rows, columns = np.nonzero(alpha > 40)
        assert rows.min() > 0
        assert rows.max() < SIZE - 1
        assert columns.min() > 0
        assert columns.max() < SIZE - 1
    assert info.natural_height_metres > 0
    assert info.words
