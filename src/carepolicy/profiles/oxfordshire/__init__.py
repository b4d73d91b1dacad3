"""Knows the policies of Oxfordshire, one file a section or a document."""
