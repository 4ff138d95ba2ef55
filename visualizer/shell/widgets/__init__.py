"""Small widgets and dialogs for several panes; none depends on the program or its recording."""
