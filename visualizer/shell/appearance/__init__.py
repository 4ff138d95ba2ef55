"""What the window looks like: theme, style sheet, fonts, sizes of text, icons, language."""
