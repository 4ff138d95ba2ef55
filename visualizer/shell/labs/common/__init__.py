"""The common parts of the labs' pages: run, controls, cards, history, saving."""
