"""Small widgets and dialogs that several panes use; none knows the program or its recording."""
