"""Knows the policies of Oxfordshire, one file a document or a part of one."""
