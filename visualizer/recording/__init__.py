"""The recording file: append, keyframes, seek, follow while growing, check."""
