"""Explains steps and references as keys and arguments, which word tables turn into text."""

from visualizer.explain.calls import CallEnd, arguments_of, call_end
from visualizer.explain.conditions import (
    Condition,
    ConditionFault,
    OfState,
    Seen,
    holds,
    is_true,
    parse_condition,
)
from visualizer.explain.lives.lives import LostReference, life_story
from visualizer.explain.lives.words import LifeEvent, describe_life
from visualizer.explain.naming import describe, describe_by_value, kind_of
from visualizer.explain.recorded_values import Undecidable
from visualizer.explain.references.accounts import Account, accounts
from visualizer.explain.references.ledger import Ledger
from visualizer.explain.references.roots import Hop, why_alive
from visualizer.explain.search import Hit, search
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.source.signatures import with_defaults
from visualizer.explain.steps.bytecode import (
    EFFECTS,
    LineInstruction,
    instructions_of_line,
    lines_with_code,
)
from visualizer.explain.steps.context import Context, context_of
from visualizer.explain.steps.lines import place_of_step
from visualizer.explain.steps.step import explain_step
from visualizer.explain.threads.deadlocks import deadlocked
from visualizer.explain.watched.looks import (
    MODULE,
    ValueChange,
    Watched,
    WatchedExpression,
    WatchedName,
    WatchedObject,
)
from visualizer.explain.watched.traces import TraceCell, Tracer, cell_at, watched_name
from visualizer.explain.watched.variables import (
    RESULT_KEYWORDS,
    Scope,
    Variable,
    Variables,
)

__all__ = [
    "EFFECTS",
    "MODULE",
    "RESULT_KEYWORDS",
    "Account",
    "CallEnd",
    "Condition",
    "ConditionFault",
    "Context",
    "Hit",
    "Hop",
    "Ledger",
    "LifeEvent",
    "LineInstruction",
    "LostReference",
    "OfState",
    "Scope",
    "Seen",
    "Sentence",
    "TraceCell",
    "Tracer",
    "Undecidable",
    "ValueChange",
    "Variable",
    "Variables",
    "Watched",
    "WatchedExpression",
    "WatchedName",
    "WatchedObject",
    "accounts",
    "arguments_of",
    "call_end",
    "cell_at",
    "context_of",
    "deadlocked",
    "describe",
    "describe_by_value",
    "describe_life",
    "explain_step",
    "holds",
    "instructions_of_line",
    "is_true",
    "kind_of",
    "life_story",
    "lines_with_code",
    "parse_condition",
    "place_of_step",
    "search",
    "sentence",
    "watched_name",
    "why_alive",
    "with_defaults",
]
