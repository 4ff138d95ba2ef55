"""What the labs' rooms have in common: the run, the controls, cards, history, saving."""
