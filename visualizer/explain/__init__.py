"""What a step did and who refers to what, as keys and arguments: words come later."""

from visualizer.explain.naming import describe
from visualizer.explain.referrers import Referrer, referrers
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.steps import explain_step

__all__ = ["Referrer", "Sentence", "describe", "explain_step", "referrers", "sentence"]
