"""What can go wrong in the registries, from the widest to the narrowest.

* RegistryError            base; `code` is stable, the message says what to do next
  + TableError             a table could not be taken in; nothing of it was
    - UnknownKind          the name is none of the nine kinds
    - UnreadableTable      no table could be read from the file
    - EmptyTable           heads stand there and nothing below them
    - MissingColumns       a column without which a record cannot be found is missing
    - MappingError         the file that says which header is which column is wrong
  + SnapshotError          the registry file cannot be used
    - SnapshotMissing      there is no such file
    - SnapshotBroken       the file is damaged or is no snapshot of ours
    - SnapshotPublished    a published version was to be changed
"""

from typing import ClassVar


class RegistryError(Exception):
    """Something about the registries that the caller must know, with a stable code."""

    code: ClassVar[str] = "REGISTRY_ERROR"


class TableError(RegistryError):
    """A table could not be imported; the snapshot is as it was."""

    code: ClassVar[str] = "TABLE_ERROR"


class UnknownKind(TableError):
    """The kind of registry is none of those that we keep."""

    code: ClassVar[str] = "UNKNOWN_KIND"


class UnreadableTable(TableError):
    """The file holds no table that we can read."""

    code: ClassVar[str] = "UNREADABLE_TABLE"


class EmptyTable(TableError):
    """Nothing stands below the heads: a registry without entries would answer «not registered» to everything."""

    code: ClassVar[str] = "EMPTY_TABLE"


class MissingColumns(TableError):
    """A column is missing without which its records could never be found."""

    code: ClassVar[str] = "MISSING_COLUMNS"


class MappingError(TableError):
    """The file that says which header is which column cannot be used."""

    code: ClassVar[str] = "MAPPING_ERROR"


class SnapshotError(RegistryError):
    """The registry file cannot be used at all."""

    code: ClassVar[str] = "SNAPSHOT_ERROR"


class SnapshotMissing(SnapshotError):
    """There is no registry file at the given path."""

    code: ClassVar[str] = "SNAPSHOT_MISSING"


class SnapshotBroken(SnapshotError):
    """The registry file is damaged, cut off, or of another version."""

    code: ClassVar[str] = "SNAPSHOT_BROKEN"


class SnapshotPublished(SnapshotError):
    """A published version is never changed; imports go into the working file."""

    code: ClassVar[str] = "SNAPSHOT_PUBLISHED"
