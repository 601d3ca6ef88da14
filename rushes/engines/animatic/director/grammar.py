"""Grammar: one pass over the words of a prompt, from left to right, that notes what they mean.

It is a small grammar of English noun phrases and clauses. A noun phrase is determiner, count and adjectives (held as
`Pending`) and a noun that takes them. A clause has subjects, then a verb; prepositions open phrases whose nouns are
landmarks, never subjects of the verb that follows. Participles belong to the noun before them if that can act, finite
verbs to the clause's subjects. The lexicon gives the senses of a word; where it may be noun or verb ("waves",
"dances"), the word before it decides.
"""

from __future__ import annotations

from collections.abc import Sequence

from . import lenses, signs
from .camera_moves import camera_move
from .clauses import State
from .figures import Cast
from .function_words import PREPS_HERE
from .handling import SIMILES
from .lexicon import Match, Sense, lexicon
from .markers import MARKERS
from .meanings import ADJECTIVES, NOUNS, mean
from .mentions import Reading, Spoken
from .negation import hear, list_goes_on, negate, only_heard
from .spelling import is_noun
from .tokens import Token
from .verbs import TONES

_ENDS = frozenset(".;!?\n")
#: A prompt of so few words only names a thing.
_NAMED_MAX = 3
#: What a shot does, whoever was named before: "starting low on a hiker and ascending high above".
_CAMERA_ONLY = frozenset({"ascend", "descend", "tilt", "pan", "zoom", "rise", "dolly", "crane", "pull back", "push in"})
_OBJECTS = frozenset(
    {"a", "an", "the", "his", "her", "its", "their", "at", "to", "over", "him", "them", "us", "how", "as"}
)
_HANDS = frozenset({"hands", "hand", "fingers"})
#: What is heard from there is not seen.
_AFAR = frozenset({"distant", "distance", "faraway", "afar", "offscreen", "somewhere", "background", "sound", "sounds"})
#: Where a run of unknown words may be a noun phrase.
_PHRASE_PLACES = frozenset({"det", "adj", "start", "comma", "conj", "verb", "prep"})


class Grammar:
    """Reads one text into a Reading; `negative` takes every word as something that shall not appear."""

    def __init__(self, text: Sequence[Token], reading: Reading, *, negative: bool = False) -> None:
        self._state = State(text, reading, _camera_sentences(text))
        self._negative = negative
        self._lexicon = lexicon()
        self._cast = Cast(reading)

    def read(self) -> None:
        state, at = self._state, 0
        while at < len(state.text):
            token = state.text[at]
            match = None
            if token.quote is not None:
                self._settle_unknown()
                self._quote(token.quote, at)
            elif token.is_mark:
                self._settle_unknown()
                self._mark(token.text, at)
            else:
                state.reading.total += 1
                match = self._seen_too(self._lexicon.match(state.text, at), at)
                if match is None:
                    self._unknown(token, at)
                else:
                    state.reading.known += match.length
                    state.reading.total += match.length - 1
                    self._known(match, at)
            at += match.length if match else 1
        self._settle_unknown()

    def _seen_too(self, match: Match | None, at: int) -> Match | None:
        """ "A rooster crows" is heard, and is a rooster: the one who makes a sound is there, unless it is far away."""
        state, text = self._state, self._state.text
        if match is None or match.length < 2 or state.audio or state.negated or self._negative:
            return match
        told = state.pending.det in ("a", "an", "the") or state.pending.count is not None or state.before == "start"
        away = not _AFAR.isdisjoint(state.window(at - 3, at + match.length + 4))
        if not told or away or any(sense.kind != "sound" for sense in match.senses):
            return match
        doer = self._lexicon.match(text[: at + 1], at)
        if doer is None or doer.first("figure") is None:
            return match
        state.reading.sounds.append(match.senses[0].value)
        return doer

    def _mark(self, mark: str, at: int) -> None:
        state = self._state
        if mark in _ENDS:
            state.begin_sentence()
            return
        if mark == ")":
            state.negated = False
        if mark == "," and state.before == "adj" and self._is_adjective(at + 1):
            return  # "a small, cluttered kitchen" is one phrase
        if mark == "," and state.negated:
            state.negated = list_goes_on(state.text, at + 1)
        state.clause.joining = mark == ","
        if state.clause.action is not None and not state.clause.subjects:
            state.clause.verb_seen = False
        state.clause.prep = state.clause.anchor = None
        state.clause.camera = state.clause.copula = False
        state.begin_phrase()
        state.before = "colon" if mark == ":" and state.before == "noun" else "comma"

    def _is_adjective(self, at: int) -> bool:
        """Does nothing but an adjective stand here, with more of the phrase behind it?"""
        text = self._state.text
        if at + 1 >= len(text) or text[at].is_mark or text[at].quote is not None or text[at + 1].is_mark:
            return False
        match = self._lexicon.match(text, at)
        if match is None:
            return text[at].ending != ""
        return match.first(*ADJECTIVES) is not None and match.first(*NOUNS) is None

    def _quote(self, number: int, at: int) -> None:
        state, clause = self._state, self._state.clause
        if state.lettering and clause.speech is None:
            state.reading.lettering.append((number, signs.ground(state, at)))
            state.reading.letter_colour = state.pending.colour or signs.colour(state, at)
            return
        speaker, tone = self._cast.speaker(clause), clause.tone or "plain"
        if clause.speech is None and state.quotes_here and state.before != "colon":
            speaker, tone = state.quotes_here[-1].speaker, state.quotes_here[-1].tone
        settled = clause.speech is not None or state.before == "colon"
        spoken = Spoken(number, speaker, tone, at, settled)
        state.reading.spoken.append(spoken)
        state.quotes_here.append(spoken)
        state.before = "quote"

    def _unknown(self, token: Token, at: int) -> None:
        state = self._state
        if token.text.endswith("ly") or token.text[0].isdigit():
            return
        if state.audio and only_heard(state, token.text, at, 1):
            return
        if state.before == "noun" and state.clause.last_figure and not (token.ending or token.plural):
            self._cast.head(token.text, state.clause, at)
        if token.ending:
            if state.before == "noun":
                state.clause.begin_verb(token.text)
                state.before = "verb"
            elif state.before == "det":
                state.before = "adj"
            return
        state.pending.unknown.append(token.text)

    def _settle_unknown(self) -> None:
        """Take the unknown words up to here for a noun phrase, if a determiner or a count says that they are one."""
        state, pending = self._state, self._state.pending
        words, pending.unknown = pending.unknown, []
        if not words or state.negated or self._negative or state.audio or state.before not in _PHRASE_PLACES:
            return
        if len(words) > 1 and words[-1].endswith("s") and pending.det in ("a", "an"):
            words = words[:-1]
        if pending.det is None and pending.count is None and not self._is_all(words[-1]):
            return
        self._cast.unknown(words[-1], state.clause, pending, state.sentence)
        state.begin_phrase()
        state.before = "noun"

    def _is_all(self, word: str) -> bool:
        """Is a strange noun all that the prompt says: "campus"?"""
        reading = self._state.reading
        alone = len(self._state.text) <= _NAMED_MAX and not reading.figures and not reading.votes and is_noun(word)
        reading.known += alone
        return alone

    def _known(self, match: Match, at: int) -> None:
        state = self._state
        if self._negative:
            negate(state, match, at, negative=True)
            return
        marker = MARKERS.get(match.senses[0].kind)
        if marker is not None:
            self._settle_unknown()
            if match.senses[0].kind == "conj" and self._sentence_follows(at + match.length):
                marker = MARKERS["break"]
            marker(state, self._cast, match, at)
        elif state.negated and not (match.length > 1 and state.text[at].text in PREPS_HERE):
            negate(state, match, at, negative=False)
        elif state.audio:
            hear(state, match, at)
        elif self._is_strange_verb(match, at):
            self._settle_unknown()
            state.clause.begin_verb(state.text[at].forms[-1])
            state.before = "verb"
        elif self._is_verb(match, at):
            self._settle_unknown()
            self._verb(match, at)
        else:
            mean(state, self._cast, match, at)

    def _sentence_follows(self, at: int) -> bool:
        """Does a noun with a verb of its own begin here? "... in a cafe and a man plays the saxophone" """
        text = self._state.text
        if (
            not self._state.clause.verb_seen
            or at >= len(text)
            or text[at].text not in ("a", "an", "the", "two", "three")
        ):
            return False
        end = min(len(text), at + 6)
        while (at := at + 1) < end and not text[at].is_mark:
            match = self._lexicon.match(text, at)
            if match is not None and match.first("figure"):
                at += match.length
                verb = self._lexicon.match(text, at) if at < len(text) and not text[at].is_mark else None
                return verb is not None and verb.first("act") is not None and text[at].ending != "ing"
        return False

    def _is_strange_verb(self, match: Match, at: int) -> bool:
        """A verb that the tables only know as a thing: "rings a bell", "and combs her hair"."""
        following = self._state.text[at + 1].text if at + 1 < len(self._state.text) else ""
        return (
            match.length == 1
            and match.plural
            and {sense.kind for sense in match.senses} <= {"figure", "weather", "sound"}
            and self._state.before in ("noun", "conj", "comma")
            and bool(self._state.clause.subjects)
            and following in ("a", "an", "the", "his", "her", "its", "their")
        )

    def _is_verb(self, match: Match, at: int) -> bool:
        if match.first("act", "holding") is None:
            return False
        state, token = self._state, self._state.text[at]
        if state.before in ("det", "adj"):
            inflected = bool(state.pending.unknown) and (match.plural or token.ending == "ing")
            # "a platypus watches": one of them has no plural.
            return inflected and (match.first(*NOUNS) is None or state.pending.det in ("a", "an"))
        if state.before == "prep":
            compared = state.clause.prep in SIMILES
            return token.ending == "ing" and match.first(*NOUNS) is None and not compared
        if state.before in ("aux", "to", "pron", "quote"):
            return True
        if match.first(*NOUNS) is None:
            return (
                state.before not in ("start", "comma") or bool(token.ending) or state.clause.verb_seen or match.plural
            )
        if state.before == "noun":
            several = self._cast.last_is_plural or len(state.clause.subjects) > 1
            return bool(token.ending) or (match.plural and (state.clause.last_figure or self._goes_on(at))) or several
        if state.before == "conj" and match.plural and state.clause.verb_seen and state.clause.subjects:
            # "looks at the camera and waves"; "rocks and waves" is a list.
            return at < 2 or not state.text[at - 2].text.endswith("s")
        return bool(token.ending) and state.before in ("conj", "comma", "verb") and token.ending == "ing"

    def _goes_on(self, at: int) -> bool:
        """ "A woman on the beach watches a dolphin": the subject still waits for its verb, and an object follows."""
        clause, text = self._state.clause, self._state.text
        following = text[at + 1].text if at + 1 < len(text) else ""
        return bool(clause.subjects) and clause.prep is not None and not clause.verb_seen and following in _OBJECTS

    def _verb(self, match: Match, at: int) -> None:
        state, token = self._state, self._state.text[at]
        act = match.first("act")
        lemma = act.phrase if act else match.senses[-1].phrase
        if state.clause.camera and camera_move(state, lemma, at):
            return
        of_camera = state.sentence in state.about_camera and token.ending == "ing" and state.before in ("conj", "comma")
        if of_camera and lemma in _CAMERA_ONLY and camera_move(state, lemma, at):
            state.clause.camera = True
            return
        if not self._cast.any_in(state.clause) and not _HANDS.isdisjoint(state.window(at - 2, at)):
            # "Hands kneading dough" belong to somebody.
            told = Match(1, (Sense("figure", "human", True, "person"),), False)
            self._cast.figure(told.senses[0], told, state.clause, state.pending, state.sentence, at, adjacent=False)
            state.clause.last_figure, state.before = True, "noun"
        direct = state.before == "noun" and state.clause.last_figure
        for sense in match.senses:
            if sense.kind in ("season", "weather", "time", "mood") or (
                sense.kind == "move" and sense.phrase == token.text
            ):
                state.reading.vote(sense.kind, sense.value, 2.0 if sense.strong else 0.6)
        # "A man with a torch walks": a finite verb behind "with" is the subject's.
        own = state.clause.prep == "with" and bool(state.clause.subjects) and token.ending != "ing"
        if act is not None and state.before == "noun" and state.clause.scenery_acts and not own:
            state.clause.begin_verb(lemma)
            state.clause.verb_seen = bool(state.clause.subjects)
            state.before = "verb"
            return
        if act is not None:
            if act.value == "talk":
                self._cast.speak(state.clause, TONES.get(lemma), direct=direct)
            elif lemma in (
                "face",
                "fight",
                "duel",
                "battle",
                "wrestle",
                "meet",
                "embrace",
                "kiss",
                "hug",
                "spar",
                "confront",
            ):
                state.reading.each_other = True
            following = state.text[at + match.length].text if at + match.length < len(state.text) else ""
            # People fly kites and planes; what they do is play.
            flown = lemma == "fly" and following in ("a", "an", "the", "his", "her", "their")
            flown |= lemma == "flip" and following[:1].isalpha() and following not in PREPS_HERE  # pancakes
            self._cast.act(
                "play" if flown else act.value, state.clause, finite=token.ending != "ing", direct=direct, verb=lemma
            )
            state.understand(at, match.length)
        if act is not None and act.value == "talk":
            self._speech_follows(TONES.get(lemma))
        state.clause.begin_verb(lemma)
        state.begin_phrase()
        state.before = "verb"

    def _speech_follows(self, tone: str | None) -> None:
        """ "Hello," says the man: a verb of speech after its line gives it tone and speaker."""
        state = self._state
        line = state.quotes_here[-1] if state.quotes_here else None
        if line is None or line.settled:
            return
        line.settled = True
        line.tone = state.clause.tone or tone or line.tone
        if state.before == "quote":
            self._cast.speaker_comes = line
        else:
            line.speaker = self._cast.speaker(state.clause)


def _camera_sentences(text: Sequence[Token]) -> frozenset[int]:
    found, number = set(), 0
    for token in text:
        if token.text in _ENDS:
            number += 1
        elif not lenses.CAMERA_NOUNS.isdisjoint(token.forms):
            found.add(number)
    return frozenset(found)
