"""Grammar: one pass over the words of a prompt, from left to right, that notes what they mean.

It is a small grammar of English noun phrases and clauses. A noun phrase is determiner, count and adjectives (held as
`Pending`) and a noun that takes them. A clause has subjects, then a verb; prepositions open phrases whose nouns are
landmarks, never subjects of the verb that follows. Participles belong to the noun before them if that can act, finite
verbs to the clause's subjects. The lexicon gives the senses of a word; where it may be noun or verb ("waves",
"dances"), the word before it decides.
"""

from __future__ import annotations

from collections.abc import Sequence

from . import lenses, verbs
from .clauses import Clause, Pending
from .figures import Cast
from .function_words import PREPS_HERE
from .lexicon import Match, Sense, lexicon
from .mentions import Reading, Spoken
from .noises import HEARD
from .tokens import Token

_NOUNS = (
    "figure",
    "place",
    "time",
    "weather",
    "season",
    "feature",
    "worn",
    "other",
    "ignored",
    "sound",
    "music",
    "size",
    "move",
)
_VOTED = ("time", "weather", "season", "style", "mood", "focus", "angle", "size", "move")
#: Lens words that are also plain English: they count in a sentence about the camera, or as an item of a list.
_LENS_ONLY = frozenset(
    [
        "wide",
        "medium",
        "portrait",
        "pan",
        "crane",
        "dolly",
        "static",
        "orbiting",
        "zoom",
        "tracking",
        "overhead",
        "aerial",
        "tripod",
        "360",
    ]
)
_LIGHT = frozenset(
    [
        "light",
        "lighting",
        "glow",
        "tones",
        "tone",
        "hues",
        "hue",
        "palette",
        "colors",
        "colours",
        "sky",
        "color",
        "colour",
        "background",
    ]
)
#: Words that end "without ..." and "no ...".
_NEGATION_ENDS = frozenset({"prep", "break", "relative", "pron", "det"})


class Grammar:
    """Reads one text into a Reading; `negative` takes every word as something that shall not appear."""

    def __init__(self, text: Sequence[Token], reading: Reading, *, negative: bool = False) -> None:
        self._text = text
        self._reading = reading
        self._negative = negative
        self._lexicon = lexicon()
        self._cast = Cast(reading)
        self._clause = Clause()
        self._pending = Pending()
        self._before = "start"  #: what stood before: start, comma, det, adj, noun, verb, aux, to, pron, prep or conj
        self._sentence = 0
        self._about_camera = self._camera_sentences()
        self._audio = self._lettering = self._negated = False
        self._quotes_here: list[Spoken] = []

    def read(self) -> None:
        at = 0
        while at < len(self._text):
            token = self._text[at]
            match = None
            if token.quote is not None:
                self._settle_unknown()
                self._quote(token.quote, at)
            elif token.is_mark:
                self._settle_unknown()
                self._mark(token.text, at)
            else:
                self._reading.total += 1
                match = self._lexicon.match(self._text, at)
                if match is None:
                    self._unknown(token)
                else:
                    self._reading.known += 1
                    self._known(match, at)
            at += match.length if match else 1
        self._settle_unknown()

    # -- marks, sentences, quotations --

    def _camera_sentences(self) -> set[int]:
        found, number = set(), 0
        for token in self._text:
            if token.text in ".;!?\n":
                number += 1
            elif not lenses.CAMERA_NOUNS.isdisjoint(token.forms):
                found.add(number)
        return found

    def _mark(self, mark: str, at: int) -> None:
        if mark in ".;!?\n":
            self._sentence += 1
            self._audio = self._lettering = self._negated = False
            self._quotes_here = []
            self._clause = Clause()
            self._pending = Pending()
            self._before = "start"
            return
        if mark == "," and self._negated:
            self._negated = self._list_goes_on(at + 1)
        self._clause.joining = mark == ","
        self._clause.prep = None
        self._clause.camera = False
        self._pending = Pending(side=self._pending.side, layer=self._pending.layer)
        self._before = "comma" if mark != ":" or self._before != "noun" else "colon"

    def _list_goes_on(self, at: int) -> bool:
        """Does "without A, B or C" go on after this comma? The "or" must come before the sentence ends."""
        for token in self._text[at : at + 8]:
            if token.text in ("or", "nor", "no"):
                return True
            if token.text in (".", ";", "a", "an", "the", "is", "are"):
                return False
        return False

    def _quote(self, number: int, at: int) -> None:
        if self._lettering and not self._clause.speech:
            self._reading.lettering.append(number)
            return
        speaker, tone = self._cast.speaker(self._clause, self._before), self._clause.tone or "plain"
        if self._clause.speech is None and self._quotes_here and self._before != "colon":
            speaker = self._quotes_here[-1].speaker if speaker is None else speaker
            tone = self._quotes_here[-1].tone
        spoken = Spoken(number, speaker, tone, at, self._clause.voice)
        self._reading.spoken.append(spoken)
        self._quotes_here.append(spoken)
        self._before = "quote"

    # -- words --

    def _unknown(self, token: Token) -> None:
        if token.text.endswith("ly"):
            return
        if token.ending and self._before == "noun":
            self._clause.begin_verb(token.text)
            self._before = "verb"
            return
        self._pending.unknown.append(token.text)

    def _settle_unknown(self) -> None:
        """Take the words that no table knows, up to here, for a noun phrase if a determiner or count says so."""
        words, pending = self._pending.unknown, self._pending
        if not words:
            return
        pending.unknown = []
        if (
            self._negated
            or self._negative
            or self._audio
            or self._before not in ("det", "adj", "start", "comma", "conj", "verb", "prep")
        ):
            return
        if len(words) > 1 and words[-1].endswith("s") and pending.det in ("a", "an"):
            words = words[:-1]
        if pending.det in (None, "'s") and pending.count is None:
            return
        self._cast.unknown(words[-1], self._clause, pending, self._sentence)
        self._pending = Pending()
        self._before = "noun"

    def _known(self, match: Match, at: int) -> None:
        sense = match.senses[0]
        if self._negative:
            self._remove(match, at)
            return
        handler = getattr(self, f"_on_{sense.kind}", None)
        if handler is not None:
            if sense.kind != "det" or self._before != "adj":
                self._settle_unknown()
            handler(sense, match, at)
        elif self._negated:
            self._remove(match, at)
        elif self._audio:
            self._hear(match, at)
        elif self._is_verb(match, at):
            self._settle_unknown()
            self._verb(match, at)
        else:
            self._nominal(match, at)

    def _is_verb(self, match: Match, at: int) -> bool:
        if match.first("act", "holding") is None:
            return False
        token = self._text[at]
        if self._before in ("det", "adj", "prep"):
            return self._before == "prep" and token.ending == "ing"
        if self._before in ("aux", "to", "pron", "quote"):
            return True
        if match.first(*_NOUNS) is None:
            return (
                self._before not in ("start", "comma")
                or token.ending == "ing"
                or self._clause.verb is not None
                or match.plural
            )
        if self._before in ("noun", "conj", "verb"):
            return bool(token.ending) or (self._before == "noun" and (match.plural or self._cast.last_is_plural))
        return token.ending == "ing" and match.first("figure", "place", "weather", "feature") is None

    # -- function words: one method per kind --

    def _on_det(self, sense: Sense, match: Match, at: int) -> None:
        if self._negated and sense.value in ("a", "an", "the", "his", "her", "its", "their"):
            self._negated = False
        self._pending = Pending(det=sense.value, side=self._pending.side, layer=self._pending.layer)
        self._before = "det"

    def _on_conj(self, sense: Sense, match: Match, at: int) -> None:
        self._clause.joining = True
        self._pending = Pending(side=self._pending.side, layer=self._pending.layer)
        self._before = "conj"

    def _on_break(self, sense: Sense, match: Match, at: int) -> None:
        self._negated = self._lettering = False
        if (
            sense.value == "as"
            and self._before == "verb"
            and self._text[at - 1].text in ("dressed", "disguised", "known", "depicted")
        ):
            self._cast.next_is_trait = True
            return
        self._clause = Clause(
            speech=self._clause.speech, tone=self._clause.tone, earlier=self._clause.subjects or self._clause.earlier
        )
        self._pending = Pending()
        self._before = "start"

    def _on_relative(self, sense: Sense, match: Match, at: int) -> None:
        self._clause.relative = True
        self._negated = False
        self._pending = Pending()
        self._before = "pron"

    def _on_aux(self, sense: Sense, match: Match, at: int) -> None:
        self._pending = Pending(side=self._pending.side, layer=self._pending.layer)
        self._before = "aux"

    def _on_to(self, sense: Sense, match: Match, at: int) -> None:
        self._clause.prep = "to"
        self._before = "to"

    def _on_pron(self, sense: Sense, match: Match, at: int) -> None:
        self._negated = False
        if sense.value in ("we", "us"):
            self._clause.camera = sense.value == "we"
        else:
            self._cast.pronoun(sense.value, self._clause)
        self._before = "pron"

    def _on_neg(self, sense: Sense, match: Match, at: int) -> None:
        self._negated = True
        self._before = "neg"

    def _on_prep(self, sense: Sense, match: Match, at: int) -> None:
        if sense.value != "of":
            self._negated = False
        self._cast.relate(sense.value, self._clause)
        if not (sense.value == "of" and self._clause.last_ignored):
            self._clause.prep = sense.value
        self._pending = Pending(side=self._pending.side, layer=self._pending.layer)
        self._before = "prep"

    def _on_side_left(self, sense: Sense, match: Match, at: int) -> None:
        self._place_side("left", at)

    def _on_side_right(self, sense: Sense, match: Match, at: int) -> None:
        self._place_side("right", at)

    def _on_side_center(self, sense: Sense, match: Match, at: int) -> None:
        self._place_side("center", at)

    def _place_side(self, side: str, at: int) -> None:
        self._understand(at, 1)
        if not self._cast.place(self._clause, side=side):
            self._pending.side = side

    def _on_front(self, sense: Sense, match: Match, at: int) -> None:
        if not self._cast.place(self._clause, layer="front"):
            self._pending.layer = "front"

    def _on_back(self, sense: Sense, match: Match, at: int) -> None:
        if self._before in ("det", "adj") or not self._cast.place(self._clause, layer="back"):
            self._pending.layer = "back"

    def _on_head_left(self, sense: Sense, match: Match, at: int) -> None:
        self._head("left", match, at)

    def _on_head_right(self, sense: Sense, match: Match, at: int) -> None:
        self._head("right", match, at)

    def _on_head_front(self, sense: Sense, match: Match, at: int) -> None:
        self._head("front", match, at)

    def _on_head_away(self, sense: Sense, match: Match, at: int) -> None:
        self._head("away", match, at)

    def _head(self, heading: str, match: Match, at: int) -> None:
        self._understand(at, match.length)
        if self._clause.camera or (self._sentence in self._about_camera and not self._cast.any_in(self._clause)):
            if heading in ("left", "right"):
                self._reading.vote("move", f"pan_{heading}", 3)
            return
        self._cast.place(self._clause, heading=heading)

    def _on_each_other(self, sense: Sense, match: Match, at: int) -> None:
        self._reading.each_other = True

    def _on_heard(self, sense: Sense, match: Match, at: int) -> None:
        following = self._text[at + match.length].text if at + match.length < len(self._text) else ""
        if following == ":" or sense.value.endswith(" of") or sense.value.split()[-1] == "hear":
            self._audio = True
            self._reading.audio_asked = True

    def _on_lettering(self, sense: Sense, match: Match, at: int) -> None:
        if sense.value == "reading" and self._before in ("noun", "comma", "aux"):
            following = self._text[at + 1] if at + 1 < len(self._text) else None
            if following is None or following.quote is None:
                self._cast.act("look", self._clause, finite=False, direct=self._before == "noun")
                self._clause.begin_verb("read")
                self._before = "verb"
                return
        self._lettering = True

    # -- what words mean --

    def _verb(self, match: Match, at: int) -> None:
        token, act = self._text[at], match.first("act")
        lemma = (act or match.senses[0]).phrase if act else match.senses[-1].phrase
        if self._clause.camera and self._camera_move(lemma, at):
            return
        if act is None:
            self._clause.begin_verb(lemma)
        else:
            direct = self._before == "noun"
            if act.value == "talk":
                self._cast.speak(self._clause, verbs.TONES.get(lemma), direct=direct)
            if not (match.first("sound") and self._audio):
                self._cast.act(act.value, self._clause, finite=token.ending != "ing", direct=direct)
            self._clause.begin_verb(lemma)
            self._understand(at, match.length)
        self._pending = Pending()
        self._before = "verb"

    def _camera_move(self, lemma: str, at: int) -> bool:
        verb = next((name for name, row in lenses.CAMERA_SYNONYMS.items() if lemma in row.split(", ")), None)
        if verb is None:
            return False
        direction = ""
        for token in self._text[at + 1 : at + 6]:
            if token.is_mark or (token.text in ("as", "while") and direction):
                break
            found = next((name for name, row in lenses.DIRECTIONS.items() if token.text in row.split(", ")), "")
            if found:
                direction = found
                break
        moves = lenses.CAMERA_VERBS[verb]
        move = moves.get(direction) or lenses.DIRECTIONLESS.get(lemma) or moves.get("")
        if not direction and lemma in lenses.DIRECTIONLESS:
            move = lenses.DIRECTIONLESS[lemma]
        if move is None:
            return False
        self._reading.vote("move", move, 3)
        self._understand(at, 1)
        window = [token.text for token in self._text[max(0, at - 2) : at + 4]]
        if any(word in ("slowly", "slow", "gently", "smoothly", "gradually") for word in window):
            self._reading.vote("pace", "0.65", 2)
        elif lemma == "whip" or any(word in ("quickly", "rapidly", "fast", "swiftly", "suddenly") for word in window):
            self._reading.vote("pace", "1.6", 2)
        self._clause.begin_verb(lemma)
        self._clause.prep = None
        self._before = "verb"
        return True

    def _nominal(self, match: Match, at: int) -> None:
        """Take a match as noun or adjective: everything it means but its verb."""
        token = self._text[at]
        if (
            match.first("ignored", "move", "size")
            and not lenses.CAMERA_NOUNS.isdisjoint(token.forms)
            and token.text not in ("shot", "view")
        ):
            self._clause.camera = token.text in ("camera", "cam", "gimbal", "lens", "viewpoint", "steadicam")
        noun = match.first(*_NOUNS)
        act = match.first("act")
        if noun is None and act is not None and self._before in ("det", "adj", "start", "comma", "conj"):
            if token.ending:
                self._pending.action = act.value
                self._before = "adj"
                return
            self._cast.act(act.value, self._clause, finite=True, direct=False)
        understood = False
        for sense in match.senses:
            understood |= self._mean(sense, match, at)
        if understood:
            self._understand(at, match.length)
        if noun is not None and not (noun.kind in ("size", "move") and match.first("plain")):
            self._after_noun(match)
        elif match.first(
            "colour", "scale", "trait", "count", "plain", "mood", "style", "palette"
        ) and self._before not in ("noun", "pron", "aux", "to", "verb"):
            self._before = "adj"

    def _after_noun(self, match: Match) -> None:
        head = match.senses[0].phrase
        if self._pending.colour and match.first("figure", "worn", "other") is None:
            if match.first("place", "time", "weather") or head in _LIGHT or head.split()[-1] in _LIGHT:
                self._reading.palette.append(self._pending.colour)
        self._clause.last_ignored = (
            match.first("figure", "place") is None
            and match.first("ignored", "size", "move", "style", "feature") is not None
        )
        if (
            match.first("figure") is None
            and self._clause.prep is None
            and not self._clause.verb_seen
            and not self._clause.camera
        ):
            self._clause.scenery = True
        self._pending = Pending()
        self._before = "noun"

    def _mean(self, sense: Sense, match: Match, at: int) -> bool:
        """Note one sense; true when it had an effect."""
        reading, pending, kind, value = self._reading, self._pending, sense.kind, sense.value
        weight = 2.0 if sense.strong else 0.6
        if kind == "figure":
            self._cast.figure(
                sense,
                match,
                self._clause,
                pending,
                self._sentence,
                at,
                adjacent=self._before == "noun" and not self._clause.joining,
            )
            return True
        if kind == "place":
            reading.vote("place", value, self._place_weight(sense))
            return True
        if kind in _VOTED:
            if sense.phrase in _LENS_ONLY and kind in ("size", "move", "angle") and not self._may_be_lens(at, match):
                return False
            if kind in ("size", "move") and any(token.text == "slow" for token in self._text[max(0, at - 2) : at]):
                reading.vote("pace", "0.65", 2)
            if (
                kind == "move"
                and self._before == "adj"
                and any(token.text in ("fast", "quick", "rapid") for token in self._text[max(0, at - 2) : at])
            ):
                reading.vote("pace", "1.6", 2)
            reading.vote(kind, value, weight)
            return True
        if kind == "pace":
            reading.vote(kind, value, weight)
        elif kind == "feature":
            far = 1.0 if self._clause.prep is None or self._clause.prep in PREPS_HERE else 0.8
            reading.features[value] = max(far, reading.features.get(value, 0.0))
        elif kind == "sound":
            reading.sounds.append(value)
        elif kind == "music":
            reading.audio_asked = True
            reading.vote("music", value, 2.0 if value else 1.0)
        elif kind == "colour":
            if self._before == "aux" and self._cast.paint(value, self._clause):
                return True
            pending.colour = value
        elif kind == "palette":
            reading.palette += value.split()
        elif kind == "scale":
            pending.scale = float(value)
        elif kind == "trait":
            if not (self._before in ("aux", "verb") and self._cast.describe(value, self._clause)):
                pending.traits.append(value)
        elif kind == "count":
            pending.count = int(value)
        elif kind == "worn":
            return self._cast.wear(value, pending, self._clause)
        elif kind == "tone":
            self._clause.tone = value
        elif kind == "other":
            self._cast.unknown(sense.phrase, self._clause, pending, self._sentence)
            return False
        return kind not in ("plain", "ignored", "holding", "act", "other")

    def _may_be_lens(self, at: int, match: Match) -> bool:
        return self._sentence in self._about_camera or self._before in ("start", "comma")

    def _place_weight(self, sense: Sense) -> float:
        prep = self._clause.prep
        if prep is None or self._before == "start":
            weight = 2.0
        elif prep in PREPS_HERE:
            weight = 3.0
        else:
            weight = 2.2 if prep == "of" else 1.0
        if self._pending.layer == "back":
            weight -= 1
        if sense.value in ("city", "mountains", "sky", "sea"):
            weight -= 0.25
        return weight if sense.strong else weight - 1.5

    # -- sound and negation --

    def _hear(self, match: Match, at: int) -> None:
        """What stands after "the sound of": heard, not seen."""
        for sense in match.senses:
            if sense.kind == "sound":
                self._reading.sounds.append(sense.value)
            elif sense.kind == "music":
                self._reading.vote("music", sense.value, 2.0 if sense.value else 1.0)
            elif sense.kind == "mood":
                self._reading.vote("music", sense.value, 1.5)
            elif sense.kind in ("figure", "weather", "feature", "place") and match.first("sound") is None:
                if sense.value in HEARD:
                    self._reading.sounds.append(HEARD[sense.value])
                elif sense.value in ("piano", "guitar"):
                    self._reading.vote("music", "", 1.0)
            else:
                continue
            self._understand(at, match.length)

    def _remove(self, match: Match, at: int) -> None:
        kinds = (
            "figure",
            "place",
            "time",
            "weather",
            "season",
            "feature",
            "sound",
            "music",
            "move",
            "style",
            "colour",
            "worn",
        )
        gone = {
            (sense.kind, sense.value if sense.kind != "figure" else sense.phrase)
            for sense in match.senses
            if sense.kind in kinds
        }
        figures = {("rig", sense.value) for sense in match.senses if sense.kind == "figure"}
        word = " ".join(token.text for token in self._text[at : at + match.length])
        extra = _NOT_SAID.get(match.senses[0].phrase, set())
        if gone or extra:
            self._reading.removed.setdefault(word, set()).update(gone | figures | extra)
        elif match.first("act") and not self._negative:
            self._negated = False
            self._before = "verb"

    def _understand(self, at: int, length: int) -> None:
        self._reading.understood.append(" ".join(token.text for token in self._text[at : at + length]))


#: Nouns that are never drawn, whose absence still means something.
_NOT_SAID: dict[str, set[tuple[str, str]]] = {
    word: {(kind, value)}
    for kind, value, row in (
        ("lines", "", "dialogue dialog speech conversation voiceover narration talk monologue voice"),
        ("sounds", "", "audio noise"),
        ("move", "", "motion movement"),
        ("group", "people", "crowd"),
        ("group", "animal", "animal creature beast"),
        ("group", "vehicle", "vehicle"),
    )
    for word in row.split()
}
