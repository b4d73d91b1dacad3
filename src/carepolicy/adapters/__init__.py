"""Knows file formats: each adapter reads or writes one, and says what it could not."""
