"""The window: editor, transport, output, and what connects them."""
