"""The window's appearance: theme, style sheet, fonts, text sizes, icons, language."""
