"""Knows what the Acts make of the records: who is looked after, was, or has or had a social worker, and why."""
