"""Long texts of a request: the base64 of pictures and films, left on the disk where the request was spooled.

A body of sixty megabytes is one such text and a few short ones. Held as strings it would be in memory three times over
before anybody has looked at it; so it is read from the file in slices, by those who write it to another.
"""

from __future__ import annotations

import os
import weakref


class Spooled:
    """A file without a name that lives as long as a text in it is wanted."""

    def __init__(self, descriptor: int) -> None:
        """Of an open file; a duplicate is kept, so that the caller may close their own."""
        self.descriptor = os.dup(descriptor)
        weakref.finalize(self, os.close, self.descriptor)


class LongText:
    """`letters` ASCII letters from byte `start` of a file on. It is asked for its length and for slices, as a string is;
    it is no string, so that nobody takes one into memory unawares."""

    __slots__ = ("_file", "_letters", "_start")

    def __init__(self, file: Spooled, start: int, letters: int) -> None:
        self._file = file
        self._start = start
        self._letters = letters

    def __len__(self) -> int:
        return self._letters

    def __getitem__(self, wanted: slice) -> str:
        start, stop, step = wanted.indices(self._letters)
        assert step == 1, "read onwards only"
        return os.pread(self._file.descriptor, max(0, stop - start), self._start + start).decode("ascii")
