"""Treebanks and key arcs -> the figures of a parser, as lines of text."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from cards.parse import parse_text, parse_words, windows
from cards.parse.network import Network
from cards.parse.training.arcs import missed, read_arcs
from cards.parse.training.scores import MEASURES, Analysis, Tally, annotated, parsed
from cards.parse.training.treebank import Paragraph, Tree, read_treebank, text_of


def treebank_report(path: Path, network: Network, raw: bool) -> Iterator[str]:
    """Score one treebank.

    Args:
        path: CoNLL-U.
        network: The weights to measure.
        raw: From plain paragraphs, with the parser's own words and sentences; else from the
            annotated words, one sentence at a time.
    """
    tally, words, seconds = Tally(), 0, 0.0
    for paragraph in read_treebank(path):
        began = time.perf_counter()
        pairs = list(_pairs(paragraph, network, raw))
        seconds += time.perf_counter() - began
        for gold, system in pairs:
            words += len(system.nodes)
            tally.add(gold, system)
    yield f"{path.name}, {'raw text' if raw else 'annotated words and sentences'}"
    yield "  " + ", ".join(f"{m} {tally.f(m):.2f}" for m in ("tokens", "sentences", *MEASURES))
    yield "  " + ", ".join(_relations(tally))
    yield f"  {words} words, {words / max(seconds, 1e-9):.0f} a second with scoring"


def _pairs(
    paragraph: Paragraph, network: Network, raw: bool
) -> Iterator[tuple[Analysis, Analysis]]:
    if raw:
        text, _ = text_of(paragraph)
        yield annotated(paragraph), parsed(text, parse_text(text, network=network))
        return
    for tree in paragraph:
        yield annotated([tree]), _given_words(tree, network)


def _given_words(tree: Tree, network: Network) -> Analysis:
    """A sentence parsed with its own words; one too long for the network is cut."""
    text, (places,) = text_of([tree])
    forms = [token.form for token in tree]
    cuts = [(0, len(forms))] if len(forms) <= 250 else list(windows(forms))
    found = (
        sentence
        for first, last in cuts
        for sentence in parse_words(text, places[first:last], network, one_sentence=True)
    )
    return parsed(text, found)


def _relations(tally: Tally) -> Iterator[str]:
    """F of each relation, the commonest first."""
    by_count = sorted(tally.relations, key=lambda dep: (-tally.relations[dep]["gold"], dep))
    for dep in by_count:
        if tally.relations[dep]["gold"]:
            yield f"{dep} {tally.relation_f(dep):.1f}"


def arcs_report(path: Path, network: Network) -> Iterator[str]:
    """Count the key arcs that come out right, and name those that do not."""
    pairs = read_arcs(path)
    wrong = [(text, missed(arcs, parse_text(text, network=network))) for text, arcs in pairs]
    arcs = sum(len(own) for _, own in pairs)
    right = arcs - sum(len(own) for _, own in wrong)
    whole = sum(not own for _, own in wrong)
    yield f"{path.name}, key arcs"
    yield f"  {right} of {arcs} arcs right, {100 * right / max(1, arcs):.1f}%"
    yield f"  {whole} of {len(pairs)} sentences all right, {100 * whole / max(1, len(pairs)):.1f}%"
    for text, own in wrong:
        if own:
            yield f"    {'; '.join(map(str, own))}  in: {text}"


def speed_report(texts: Sequence[str], network: Network) -> Iterator[str]:
    """Words a second over texts, and the peak memory of this program so far."""
    began, worked = time.perf_counter(), time.process_time()
    words = sum(len(s.words) for text in texts for s in parse_text(text, network=network))
    seconds, work = time.perf_counter() - began, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield f"{words} words in {seconds:.1f} s, {words / max(seconds, 1e-9):.0f} a second"
    yield f"  {words / max(work, 1e-9):.0f} a second of the processor's time"
    yield f"  peak memory {peak:.0f} MB"
