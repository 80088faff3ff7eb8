"""Acts done with words: demands, appeals, condemnations, accusations, promises … (contract, kind `statement`)."""

from __future__ import annotations

from collections.abc import Iterator

from gencatan.reading.discourse import Mention
from gencatan.reading.drafts import Draft, Firing
from gencatan.reading.report import Report
from gencatan.reading.syntax import Sentence, conjuncts, expand, is_clause


def read(firing: Firing, report: Report) -> Iterator[Draft]:
    """A statement with who makes it; one without a speaker is told only if it says to whom or what."""
    if firing.mood.inside:
        return
    if firing.nominal and firing.modifies():
        return
    draft = report.draft(firing)
    tools = report.tools
    tools.frames.fill(firing, draft)
    owners = []
    for mention in draft.fillers.get("speaker", []):
        owner = tools.attributions.owner(mention.token)
        owners.append(Mention(mention.sentence, owner))
    draft.fillers.pop("speaker", None)
    draft.add("speaker", owners)
    if "speaker" not in draft.fillers:
        acting = [t for t in expand(firing.roles.get("subj", [])) if tools.mentions.fits(t, ("@document",))]
        draft.add("speaker", [Mention(firing.sentence, tools.attributions.owner(t)) for t in acting])
    if "speaker" not in draft.fillers and firing.nominal:
        return
    if "speaker" not in draft.fillers and draft.sources and not firing.nominal and not _passive(firing, report):
        # "X said … and denied that …": the parser lost the subject, the sentence has but one speaker
        draft.add("speaker", [draft.sources[-1]])
    if "content" not in draft.texts:
        topic = tools.frames.topic(firing)
        if topic is not None:
            draft.texts["content"] = topic
    if "speaker" not in draft.fillers and not ("content" in draft.texts or "addressee" in draft.fillers):
        return
    if "speaker" not in draft.fillers and not draft.sources:
        return
    speakers = {m.token.i for m in draft.fillers.get("speaker", []) if m.sentence.index == firing.sentence.index}
    draft.sources = [
        s for s in draft.sources if not (s.sentence.index == firing.sentence.index and s.token.i in speakers)
    ]
    yield draft


def _passive(firing: Firing, report: Report) -> bool:
    return report.tools.syntax.passive(firing.token, firing.hit.voice)


def required(sentence: Sentence, report: Report) -> Iterator[Draft]:
    """ "X told Y that Z must …": a demand, though only a plain verb of saying reports it; an appeal if it is milder."""
    tools = report.tools
    assert sentence.doc is not None
    for verb in sentence.doc:
        if not tools.attributions.reports(verb) or not is_clause(verb):
            continue
        roles = tools.syntax.roles_of_verb(verb, dates=sentence.date_tokens)
        speaker = tools.attributions.speaker(verb)
        if speaker is None or not tools.mentions.can_act(speaker):
            continue
        heads = [t for clause in roles.get("clause", []) for t in conjuncts(clause)]
        for head in heads:
            if report.at(sentence, head, "statement") or not tools.moods.requires(head):
                continue
            subjects = tools.syntax.surface_subjects(head)
            if not subjects or any(tools.mentions.pronoun(t) for t in subjects):
                continue
            told = tools.pack.words("addressee_markers")
            spoken = [r for r in roles if r.startswith("prep.") and r[5:].replace("_", " ") in told]
            addressees = [t for role in (*spoken, "iobj", "obj") for t in roles.get(role, [])]
            addressees = [t for t in addressees if tools.mentions.can_act(t)]
            draft = Draft("statement", sentence, head, "statement:required")
            draft.values["act"] = "demand" if addressees or tools.moods.requires(head, "modal_strong") else "appeal"
            draft.trigger_span = (sentence.from_(head), sentence.to(head))
            draft.add("speaker", [Mention(sentence, speaker)])
            draft.add("addressee", [Mention(sentence, t) for t in addressees])
            draft.texts["content"] = tools.frames.text_of(sentence, head, "clause")
            outer = tools.attributions.of(sentence, verb, report.statements.get(sentence.index, {}))
            draft.sources = [Mention(sentence, t) for t in outer if t.i != speaker.i]
            yield draft
