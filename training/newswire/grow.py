"""Grows sentences from a grammar: symbols are rewritten until only words are left, each hung where its rule says."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from training.conllu import Sentence, Word
from training.newswire.grammar import Grammar, Item, Leaf, load
from training.newswire.inflect import FORMS

HERE: Final = Path(__file__).parent
LONGEST: Final = 60  # words
DEEPEST: Final = 14


@dataclass(eq=False)
class Node:
    """A word in the making: what hangs on it, before and after, in order."""

    leaf: Leaf
    relation: str = "root"
    glued: bool = False
    left: list[Node] = field(default_factory=list)
    right: list[Node] = field(default_factory=list)

    def words(self) -> Iterator[Node]:
        """The node and all below it, in the order of the text."""
        for child in self.left:
            yield from child.words()
        yield self
        for child in self.right:
            yield from child.words()

    def first(self) -> Node:
        """The first word of the phrase."""
        return self.left[0].first() if self.left else self


def grow(code: str, number: int, seed: int) -> list[Sentence]:
    """`number` different sentences of a language; the same seed gives the same ones."""
    grammar = load(HERE / f"{code}.grammar", FORMS[code])
    chance = random.Random(seed)
    found: dict[str, Sentence] = {}
    while len(found) < number:
        root = _expand(grammar, "S", chance, 0)
        if root is None:
            continue
        sentence = _sentence(root, f"newswire-{code}-{len(found) + 1}")
        if len(sentence.words) <= LONGEST and ".." not in sentence.text:
            found.setdefault(sentence.text, sentence)
    return list(found.values())


def _expand(grammar: Grammar, symbol: str, chance: random.Random, depth: int) -> Node | None:
    if symbol in grammar.words:
        return _compound(chance.choice(grammar.words[symbol]), head_first=grammar.head_first)
    if depth > DEEPEST:
        return None
    productions = grammar.rules[symbol]
    (production,) = chance.choices(productions, [p.weight for p in productions])
    items = [item for item in production.items if not item.optional or chance.random() < 0.5]
    at = next(n for n, item in enumerate(items) if not item.relation)
    head = _node(grammar, items[at], chance, depth)
    if head is None:
        return None
    before, after = [], []
    previous: Node = head
    for n, item in enumerate(items):
        if n == at:
            previous = head
            continue
        node = _node(grammar, item, chance, depth)
        if node is None:
            return None
        node.relation = item.relation
        if item.on_previous:
            previous.right.append(node)
            continue
        (before if n < at else after).append(node)
        previous = node
    # what a rule adds lies outside of what its head has already
    head.left = before + head.left
    head.right = head.right + after
    if items[0].glued:
        head.first().glued = True
    return head


def _compound(leaf: Leaf, *, head_first: bool) -> Node:
    """A word; of one written with blanks, the others are compounded with the first or last part."""
    parts = leaf.form.split(" ")
    head = parts.pop(0 if head_first else -1)
    node = Node(Leaf(head, leaf.upos, leaf.feats, head.lower() if parts and head_first else leaf.lemma))
    relation = "nmod" if head_first and leaf.upos == "NOUN" else "flat" if head_first else "compound"
    others = [
        Node(Leaf(part, leaf.upos, "Number=Sing" if leaf.upos == "NOUN" else "", part.lower()), relation)
        for part in parts
    ]
    (node.right if head_first else node.left).extend(others)
    return node


def _node(grammar: Grammar, item: Item, chance: random.Random, depth: int) -> Node | None:
    node = Node(item.leaf) if item.leaf is not None else _expand(grammar, item.symbol, chance, depth + 1)
    if node is not None and item.glued:
        node.first().glued = True
    return node


def _sentence(root: Node, ident: str) -> Sentence:
    nodes: list[Node] = []
    heads: list[int] = []
    spread = list(root.words())
    place = {id(node): n for n, node in enumerate(spread)}
    parent = {id(child): node for node in spread for child in (*node.left, *node.right)}
    for node in spread:
        nodes.append(node)
        heads.append(place[id(parent[id(node)])] if id(node) in parent else place[id(node)])
    forms = [node.leaf.form for node in nodes]
    for n, form in enumerate(forms[:-1]):
        if form == "a" and forms[n + 1][:1].lower() in "aeio":
            forms[n] = "an"
    words = []
    for n, (node, head) in enumerate(zip(nodes, heads, strict=True)):
        form = forms[n]
        if all(not any(char.isalnum() for char in earlier) for earlier in forms[:n]):
            form = form[:1].upper() + form[1:]
        space = n + 1 < len(nodes) and not nodes[n + 1].glued
        relation = "root" if head == n else node.relation
        words.append(Word(form, node.leaf.lemma, node.leaf.upos, node.leaf.feats, head, relation, space))
    return Sentence(ident, "", (), True).with_words(words)
