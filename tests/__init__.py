"""The tests: rooms (one file a module), laws (properties), situations (sentences), words, and public conformance cases."""
