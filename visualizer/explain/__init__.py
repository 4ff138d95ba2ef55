"""Explains steps and references as keys and arguments, which word tables turn into text."""

from visualizer.explain.accounts import Account, accounts
from visualizer.explain.bytecode import EFFECTS, LineInstruction, instructions_of_line
from visualizer.explain.calls import Ending, arguments_of, ending_of
from visualizer.explain.condition_text import Condition, ConditionFault, parse_condition
from visualizer.explain.conditions import Seen, holds
from visualizer.explain.deadlocks import deadlocked
from visualizer.explain.exceptions import ExceptionPath, Passage, exception_path
from visualizer.explain.ledger import Ledger
from visualizer.explain.life_words import Chapter, tell_life
from visualizer.explain.lives import LifeStory, Loss, last_references, life_story
from visualizer.explain.looks import (
    MODULE,
    Look,
    Turn,
    Watched,
    WatchedExpression,
    WatchedName,
    WatchedObject,
    look,
)
from visualizer.explain.naming import describe, describe_by_value, kind_of
from visualizer.explain.parameters import with_defaults
from visualizer.explain.recorded_values import CannotTell
from visualizer.explain.roots import Hop, referred_to, why_alive
from visualizer.explain.search import Hit, search
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.steps import explain_step
from visualizer.explain.traces import TraceCell, Tracer, cell_at, watched_name
from visualizer.explain.variables import HANDED, Scope, Variable, Variables, is_pythons

__all__ = [
    "EFFECTS",
    "HANDED",
    "MODULE",
    "Account",
    "CannotTell",
    "Chapter",
    "Condition",
    "ConditionFault",
    "Ending",
    "ExceptionPath",
    "Hit",
    "Hop",
    "Ledger",
    "LifeStory",
    "LineInstruction",
    "Look",
    "Loss",
    "Passage",
    "Scope",
    "Seen",
    "Sentence",
    "TraceCell",
    "Tracer",
    "Turn",
    "Variable",
    "Variables",
    "Watched",
    "WatchedExpression",
    "WatchedName",
    "WatchedObject",
    "accounts",
    "arguments_of",
    "cell_at",
    "deadlocked",
    "describe",
    "describe_by_value",
    "ending_of",
    "exception_path",
    "explain_step",
    "holds",
    "instructions_of_line",
    "is_pythons",
    "kind_of",
    "last_references",
    "life_story",
    "look",
    "parse_condition",
    "referred_to",
    "search",
    "sentence",
    "tell_life",
    "watched_name",
    "why_alive",
    "with_defaults",
]
