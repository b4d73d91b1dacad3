"""Knows how days, times, spans of time and school calendars are counted, and nothing about children."""
