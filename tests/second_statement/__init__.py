"""The three statuses stated a second time, naively, to check the library against."""
