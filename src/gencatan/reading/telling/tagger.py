"""Finds reporting clauses that stand beside what they report, between commas or quotation marks.

Such a tag is known by its few words, whatever tree the parser builds around it, so it is found in running words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.language.pack import Pack
from gencatan.parse.morph import has
from gencatan.reading.telling.tags import TAGS, VERBAL, Found, Piece, Tag, detach, pieces_of, scope
from gencatan.reading.tree.mentions import Mentions
from gencatan.reading.tree.relations import SUBJECTS, date_tokens, lowered, preposition
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST: Final = 16  # words before the verb
OPENERS: Final = frozenset({"CCONJ", "SCONJ", "ADP", "ADV", "PART", "AUX", "VERB", "PUNCT"})
NAMING: Final = frozenset({"NOUN", "PROPN", "PRON", "ADJ"})
UNSPEAKING: Final = frozenset({"money", "weapon", "time_noun", "quantity", "abstract", "place_noun"})


class Tagger:
    """Finds tags by a pack's words of reporting."""

    def __init__(self, pack: Pack, mentions: Mentions) -> None:
        """Take the words from the pack's grammar."""
        self._pack = pack
        self._mentions = mentions
        self._reporting = pack.words("verbs_reporting")
        self._telling_whom = pack.words("verbs_telling_whom")
        self._quoting = pack.words("verbs_quoting")
        self._phrases = pack.words("attribution_phrases")
        self._credits = pack.words("attribution_credits")
        self._nouns = pack.words("attribution_nouns")
        self._relatives = pack.words("relative_pronouns")
        self._genitive = pack.words("genitive_markers")
        self._clitics = tuple(pack.inflection.clitics)
        self._marks = pack.words("subordinators")
        self._answering = pack.words("verbs_answering")
        self._countering = pack.words("verbs_countering")
        self._deeds = pack.words("deed_markers")
        self._negation = pack.words("negation")
        self._none = pack.words("negative_determiner")
        keys = ("subordinators", "day_clauses", "after_markers", "before_markers", "condition_markers")
        self._opening = frozenset(word for key in keys for word in pack.words(key))
        self._joining = pack.words("telling_on")
        self._counting = pack.words("verbs_counting")
        self._basis = ("@agreement", "@resolution", "@terms")
        self._law = pack.words("nouns_of_law")

    def mend(self, sentence: Sentence) -> None:
        """Note the tags of a parsed sentence beside its tree, and take them out of the clauses they comment on."""
        doc = sentence.doc
        if doc is None:
            return
        verbs = self._verbs(sentence)
        pieces = pieces_of(sentence.tokens)
        found: list[Tag] = []
        for n in range(len(pieces)):
            one = self._phrase(doc, pieces[n]) or self._tag(doc, pieces, n, verbs)
            if one is None or (found and one.start < found[-1].end):
                continue
            told = verbs | {t.i for t in doc if t.lower_ in self._counting}  # "…, X said, but Y *put* the toll at four"
            tag = scope(doc, one, found, self._answering, self._opening, self._relatives, self._joining, told)
            if tag is not None:
                found.append(tag)
        doc.user_data[TAGS] = tuple(found)
        for tag in found:
            detach(doc, tag)
            self._with_origin(doc, tag)

    def _with_origin(self, doc: Doc, tag: Tag) -> None:
        """Hang on who speaks what tells whose or from where they are ("kata penengah [dari Qatar]")."""
        at = tag.speaker + 1
        if not tag.start <= tag.speaker < tag.end - 2 or doc[at].lower_ not in self._genitive:
            return
        noun = doc[at].head
        if noun.head.i == tag.verb and at < noun.i < tag.end and noun.pos_ in NAMING:
            noun.head, noun.dep_ = doc[tag.speaker], "nmod"

    def _verbs(self, sentence: Sentence) -> frozenset[int]:
        """Tokens that may report: verbs of saying, and words of statements ("warned", "ancam")."""
        assert sentence.doc is not None
        low = lowered(sentence.doc)
        saying = {n for n, word in enumerate(low) if word in self._reporting or word.endswith(self._clitics)}
        said = (t for t in sentence.tokens if t.i in saying)
        found = {
            t.i
            for t in said
            if t.pos_ not in ("PROPN", "ADP") and self._bare(t) in self._reporting and not self.by_deed(t)
        }
        for hit in sentence.hits:
            kinds = {t.kind for t in hit.triggers}
            if hit.part == "verb" and "statement" in kinds and "event" not in kinds:  # "armed men attacked his convoy"
                token = sentence.token_at(hit.head_start)
                if token is not None and token.pos_ == "VERB" and hit.voice != "pass":
                    found.add(token.i)
        return frozenset(found)

    def by_deed(self, verb: Token) -> bool:
        """Whether somebody answers by what they do ("replied with rockets"), and says nothing."""
        if verb.lower_ not in self._countering or verb.i + 1 >= len(verb.doc):
            return False
        if any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children):
            return False  # "replied by phone that …"
        return bool(self._deeds.at([t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]], 0))

    def _bare(self, token: Token) -> str:
        return self._without(token) or token.lower_

    def _without(self, token: Token) -> str:
        """A verb of saying without the pronoun written to it ("katanya"); "" if it carries none."""
        for clitic in self._pack.inflection.clitics:
            stem = token.lower_.removesuffix(clitic)
            if stem != token.lower_ and clitic in self._pack.possessives and stem in self._reporting:
                return stem
        return ""

    def _tag(self, doc: Doc, pieces: list[Piece], n: int, verbs: frozenset[int]) -> Found | None:
        piece = pieces[n]
        first = doc[piece.start]
        if first.i in verbs:
            if self._without(first) and self._tail(doc, piece.start + 1, piece.end):
                return Found(piece.start, piece.end, first.i, -1)
            apart = self._apart(doc, pieces, n)
            if apart is not None and apart.start < pieces[n - 1].start:
                return apart
            found = self._inverted(doc, piece) or apart
            if found is not None:
                return found
        for verb in range(piece.start + 1, min(piece.end, piece.start + LONGEST)):
            quoted = self._quoted(doc, piece, verb, verbs) if verb in verbs else None
            if quoted is not None:
                return quoted
            above = doc[verb].head.i
            if doc[verb].dep_ == "acl:relcl" and piece.start <= above < verb:
                continue  # "a claim the rebels deny"
            if doc[verb].dep_ == "amod" and verb < above < piece.end:
                continue  # "the *ruling* alliance"
            named = self._before_relative(doc, piece.start, verb)
            speaker = self._named(doc, piece.start, named, loose=True) if verb in verbs else None
            if speaker is not None and self._tail(doc, verb + 1, piece.end) and not self._mum(doc, piece, verb):
                return Found(piece.start, piece.end, verb, speaker.i)
        return None

    def _mum(self, doc: Doc, piece: Piece, verb: int) -> bool:
        """Whether it is told that nobody spoke, or somebody of nothing ("the army *has not* replied")."""
        before = (t.lower_ for t in doc[piece.start : verb])
        after = doc[verb + 1].lower_ if verb + 1 < piece.end else ""
        return after in self._none or any(word in self._negation or word in self._none for word in before)

    def _quoted(self, doc: Doc, piece: Piece, verb: int, verbs: frozenset[int]) -> Found | None:
        """Who is quoted, where the tag ends in a verb of saying ("the agency quoted police as saying")."""
        last = piece.end - 1
        if doc[verb].lower_ not in self._quoting or last <= verb or last not in verbs:
            return None
        speaker = self._named(doc, verb + 1, self._noun_end(doc, verb + 1, last))
        return Found(piece.start, piece.end, verb, speaker.i) if speaker is not None else None

    def _before_relative(self, doc: Doc, start: int, verb: int) -> int:
        """Where the words that name the speaker end before a verb: at a relative clause that has a verb of its own."""
        words = lowered(doc)
        for at in range(start + 1, verb):
            if words[at] in self._relatives and self._relative(token := doc[at]):
                own = any(t.pos_ in VERBAL and not _describes(t) for t in doc[token.i + 1 : verb])
                return token.i if own and not has(doc[verb], "VerbForm", "Ger") else verb
        return verb

    def _inverted(self, doc: Doc, piece: Piece) -> Found | None:
        """The verb first and who speaks after it."""
        verb = doc[piece.start]
        end = self._noun_end(doc, verb.i + 1, piece.end)
        speaker = self._named(doc, verb.i + 1, end)
        if speaker is None or self._bare(verb) not in self._reporting or not _finite(verb):
            return None
        if verb.lower_ in self._telling_whom:
            return None  # "…, told *the rebels* to leave"
        if end < piece.end:
            after = doc[end]
            quoted = self._named(doc, end + 1, self._noun_end(doc, end + 1, piece.end))
            if after.lower_ in self._quoting and quoted is not None:
                return Found(piece.start, piece.end, verb.i, quoted.i)  # "kata radio negara mengutip polisi"
            clause = after.lower_ in self._marks and after.pos_ == "SCONJ"
            told = speaker.dep_ in SUBJECTS and speaker.head.pos_ in VERBAL and end <= speaker.head.i < piece.end
            told = told and not any(t.pos_ in VERBAL for t in doc[: verb.i])  # nothing before that could be reported
            act = after.pos_ == "VERB" and (verb.pos_ == "NOUN" or has(after, "VerbForm", "Fin"))
            if clause or told or act or after.pos_ == "AUX":
                return None  # "said protesters had …": what they say, not who says it
        return Found(piece.start, piece.end, verb.i, speaker.i)

    def _apart(self, doc: Doc, pieces: list[Piece], n: int) -> Found | None:
        """The verb after an apposition or aside about who speaks ("a spokeswoman, Anna Berg, said")."""
        verb = doc[pieces[n].start]
        if n == 0 or has(verb, "VerbForm", "Ger") or not self._tail(doc, verb.i + 1, pieces[n].end):
            return None
        k = n - 1
        while k > 0 and (self._relative(doc[pieces[k].start]) or has(doc[pieces[k].start], "VerbForm", "Part")):
            k -= 1
        speaker = self._named(doc, pieces[k].start, pieces[k].end)
        if speaker is None:
            return None
        if k > 0 and doc[pieces[k].start - 1].text == ",":
            before = self._named(doc, pieces[k - 1].start, pieces[k - 1].end)
            if before is not None and (speaker.pos_ == "PROPN") != (before.pos_ == "PROPN"):
                k, speaker = k - 1, before
        if k == n - 1 and not _finite(verb):
            return None  # "the fighters, estimated at 7,000"
        return Found(pieces[k].start, pieces[n].end, verb.i, speaker.i)

    def _phrase(self, doc: Doc, piece: Piece) -> Found | None:
        """A phrase that names a source, then who it is: "according to X", "menurut X", "demikian laporan X"."""
        words = [doc[i].lower_ for i in range(piece.start, min(piece.end, piece.start + 6))]
        length = self._phrases.at(words, 0)
        if not length:
            return None
        start = piece.start + length
        if start < piece.end and self._bare(doc[start]) in self._reporting:
            start += 1
        end = self._noun_end(doc, start, piece.end)
        speaker = self._named(doc, start, end)
        if speaker is None and length > 1 and start <= end and doc[start - 1].lower_ in self._nouns:
            speaker = doc[start - 1]  # "demikian isi pernyataan itu"
        if speaker is None or self._mentions.fits(speaker, self._basis) or self._mentions.deal_text(speaker):
            return None
        if speaker.lower_ in self._law:
            return None  # "menurut konstitusi": how, and nobody's word
        credit = bool(self._credits.at(words, 0))
        kinds = self._mentions.classes(speaker)
        if credit and "agent" not in kinds and speaker.pos_ != "PROPN" and speaker.lower_ not in self._nouns:
            return None  # "citing the virus"
        return Found(piece.start, piece.end, -1, speaker.i, credit)

    def _named(self, doc: Doc, start: int, end: int, *, loose: bool = False) -> Token | None:
        """The head of a stretch of words that names somebody who can speak; None if it is anything else.

        `loose`: what stands before a verb of saying speaks, be it an office or a radio.
        """
        if start >= end or doc[start].pos_ in OPENERS or self._relative(doc[start]) or self._relative(doc[end - 1]):
            return None
        if any(t.pos_ in VERBAL and not _describes(t) for t in doc[start:end]):
            return None
        dates = date_tokens(doc)
        if doc[start].i in dates:
            return None
        head = self._head([t for t in doc[start:end] if t.pos_ in NAMING and t.i not in dates])
        if head is None:
            return None
        usable = self._mentions.can_act(head) or head.lower_ in self._nouns or (loose and not self._never(head))
        return head if usable else None

    def _head(self, inside: list[Token]) -> Token | None:
        """The noun the others belong to, whatever the parser made of them: the last of a stretch, or the first."""
        nouns = [t for t in inside if t.pos_ != "ADJ"] or inside[-1:]
        known = {t.i for t in nouns}
        heads = [t for t in nouns if t.head.i not in known or t.head.i == t.i]
        heads = [t for t in heads if t.dep_ not in ("compound", "flat", "nmod:poss") and not preposition(t)] or heads
        if not heads:
            return None
        if self._pack.noun_head == "first":
            return heads[0]
        # "police spokeswoman Anna Berg": the title, not what stands before it
        stretch = heads[:1]
        for token in heads[1:]:
            if token.i != stretch[-1].i + 1 or token.pos_ == "PROPN":
                break
            stretch.append(token)
        return stretch[-1]

    def _never(self, head: Token) -> bool:
        return self._mentions.is_event(head) or bool(self._mentions.classes(head) & UNSPEAKING)

    def _relative(self, token: Token) -> bool:
        return token.lower_ in self._relatives and token.pos_ in ("PRON", "SCONJ", "DET", "ADV")

    def _noun_end(self, doc: Doc, start: int, end: int) -> int:
        """Where the words that name the speaker end: at a verb, a preposition, a relative clause, a date."""
        dates = date_tokens(doc)
        at = start
        while at < end:
            token = doc[at]
            loose = token.pos_ == "ADP" and token.lower_ not in self._genitive
            if loose or (at > start and self._relative(token)) or token.i in dates or token.pos_ == "SCONJ":
                break
            if token.pos_ in VERBAL and not _describes(token):
                break
            at += 1
        return at

    def _tail(self, doc: Doc, start: int, end: int) -> bool:
        """Whether what follows the verb only says when, how or to whom it was said."""
        rest = list(doc[start:end])
        for n, token in enumerate(rest):
            if n and self._relative(token) and token.pos_ == "PRON":
                rest = rest[:n]
                break
        if not rest:
            return True
        if any(t.lower_ in self._marks and t.pos_ in ("SCONJ", "PRON") for t in rest):
            return False
        if any(t.pos_ in VERBAL and not has(t, "VerbForm", "Ger") and not _describes(t) for t in rest):
            return False
        dates = date_tokens(doc)
        if rest[0].pos_ in ("ADP", "ADV", "SCONJ", "PART") or rest[0].i in dates:
            return True
        hearer = self._named(doc, start, self._noun_end(doc, start, end), loose=True)
        if hearer is None or hearer.ent_type_ == "LOC":
            return False
        known = "agent" in self._mentions.classes(hearer)
        return known or any(t.lower_ in self._nouns for t in doc[start : hearer.i + 1])


def _finite(verb: Token) -> bool:
    return not has(verb, "VerbForm", "Ger") and not has(verb, "VerbForm", "Part")


def _describes(token: Token) -> bool:
    """Whether a verb form stands as an attribute ("briefed on the matter", "bersenjata")."""
    if token.dep_ in ("amod", "compound", "flat"):
        return True
    return token.dep_ == "acl" and not has(token, "VerbForm", "Fin") and not has(token, "VerbForm", "Inf")
