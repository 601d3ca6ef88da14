"""Numerals and signs: what is written in figures, in words."""

from __future__ import annotations

import re

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_SIGNS = {
    "%": " percent ",
    "&": " and ",
    "+": " plus ",
    "=": " equals ",
    "@": " at ",
    "#": " number ",
    "°": " degrees ",
}
_MONEY = {"$": "dollar", "£": "pound", "€": "euro"}
_SHORT = {
    "mr": "mister", "mrs": "missus", "ms": "miz", "dr": "doctor", "st": "saint", "prof": "professor", "capt": "captain",
    "sgt": "sergeant", "lt": "lieutenant", "vs": "versus", "etc": "et cetera", "jr": "junior", "sr": "senior",
}  # fmt: skip
_NUMBER = re.compile(r"([$£€]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(st|nd|rd|th|s)?\b", re.IGNORECASE)


def in_words(text: str) -> str:
    """The text with numbers, money, signs and short titles spelt out."""
    text = re.sub(r"\b(\d{1,2}):(\d{2})\b", _clock, text)
    text = _NUMBER.sub(_number, text)
    text = re.sub(rf"\b({'|'.join(_SHORT)})\.(?=\s)", lambda found: _SHORT[found[1].lower()], text, flags=re.IGNORECASE)
    return re.sub("[" + re.escape("".join(_SIGNS)) + "]", lambda found: _SIGNS[found[0]], text)


def cardinal(number: int) -> str:
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10] + (f" {_ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{_ONES[number // 100]} hundred" + (f" {cardinal(number % 100)}" if number % 100 else "")
    for size, name in _SCALES:
        if number >= size:
            rest = number % size
            return f"{cardinal(number // size)} {name}" + (f" {cardinal(rest)}" if rest else "")
    raise AssertionError("a number of three figures or fewer was said above")


def ordinal(number: int) -> str:
    head, _, last = cardinal(number).rpartition(" ")
    last = _ORDINALS[last] if last in _ORDINALS else last[:-1] + "ieth" if last.endswith("y") else last + "th"
    return f"{head} {last}".strip()


def _year(number: int) -> str:
    """1984 is nineteen eighty four, 1905 nineteen oh five, 2024 twenty twenty four."""
    hundreds, rest = divmod(number, 100)
    if rest == 0:
        return cardinal(number) if hundreds % 10 == 0 else f"{cardinal(hundreds)} hundred"
    return f"{cardinal(hundreds)} {'oh ' if rest < 10 else ''}{cardinal(rest)}"


def _clock(found: re.Match[str]) -> str:
    hour, minute = int(found[1]), int(found[2])
    if minute == 0:
        return f"{cardinal(hour)} o'clock"
    return f"{cardinal(hour)} {'oh ' if minute < 10 else ''}{cardinal(minute)}"


def _number(found: re.Match[str]) -> str:
    sign, figures, decimals, ending = found.groups()
    whole = figures.replace(",", "")
    if len(whole) > 15:
        said = " ".join(_ONES[int(figure)] for figure in whole)
    elif ending and ending.lower() != "s":
        return ordinal(int(whole))
    elif len(whole) > 1 and whole[0] == "0":
        said = " ".join("oh" if figure == "0" else _ONES[int(figure)] for figure in whole)
    elif not sign and len(figures) == 4 and 1100 <= int(whole) < 2100 and not 2000 <= int(whole) < 2010:
        said = _year(int(whole))
    else:
        said = cardinal(int(whole))
    if sign:
        said += f" {_MONEY[sign]}" + ("" if whole == "1" and not decimals else "s")
        return said + (f" {cardinal(int(decimals[:2].ljust(2, '0')))}" if decimals else "")
    if decimals:
        said += " point " + " ".join(_ONES[int(figure)] for figure in decimals)
    if ending:
        said = said[:-1] + "ies" if said.endswith("y") else said + "s"
    return said
