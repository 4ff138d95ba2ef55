"""The selected object: what it is, who refers to it, why it is alive, how its count went."""
