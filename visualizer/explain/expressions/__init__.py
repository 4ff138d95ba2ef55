"""Which expressions of the source have which values between two steps."""
