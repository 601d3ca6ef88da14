"""Language: whether a line is English, the one language that the voices have dictionaries for."""

from __future__ import annotations

import re
import unicodedata

from .pronunciation import is_known

_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
#: Small words of other languages that English lacks, or hardly has.
_FOREIGN = frozenset(
    """
    der die das und ist nicht ich du wir sie ihr wo wie guten tag morgen ein eine einen dem den mein dein kein ja nein
    bitte danke auf mit von zu für hier sind haben werden schön
    le la les est une un et je tu nous vous où il elle mon ma ton ta ce cette que qui quoi bonjour merci oui non dans avec
    pour pas sur très
    el los las es una y yo hola gracias señor señora por con para muy bien está donde dónde qué como cómo mi
    lo gli che sono ciao buongiorno grazie di del della dove molto bene
    o os uma não sim obrigado olá onde você eu meu
    het een niet ik jij wij zij waar goed dag
    """.split()  # noqa: SIM905  (five languages as words are easier to read)
)
_ENGLISH = frozenset(
    """
    the a an and is not i you he she it we they this that of to in on at for with my your his her our be are was were do
    did does have has had will would can could should what where who when why how no yes me him them us there here all
    from by but if so as go come let get just
    """.split()  # noqa: SIM905
)


def is_english(text: str) -> bool:
    words = [word.lower().replace("’", "'") for word in _WORDS.findall(text)]
    if not words:
        return bool(re.search(r"\d", text))
    if any(not unicodedata.normalize("NFKD", letter)[0].isascii() for word in words for letter in word):
        return False
    foreign = sum(word in _FOREIGN for word in words)
    english = sum(word in _ENGLISH for word in words)
    if foreign > english:
        return False
    known = sum(word in _ENGLISH or is_known(word) for word in words)
    # A line may be a name that nobody knows; of several words, half must be known.
    return len(words) < 3 or known * 2 >= len(words)
