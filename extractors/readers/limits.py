"""Bounds within which a file is read; beyond them it gets a named state, never silence."""

MAX_PAGES = 2000
"""A bundle of more pages is no application of one company."""

MAX_BYTES = 512 * 1024 * 1024
"""Largest evidence file, in bytes."""

MAX_PIXELS = 4_600_000
"""A page is rendered to at most this many pixels (A4 at 214 dpi), whatever its size in points:
e-certificates are drawn on sheets of 2480 × 3508 points."""

MAX_CONTENT_BYTES = 128 * 1024 * 1024
"""Drawing commands of one PDF page, unpacked; the most detailed drawings have a tenth of that."""

MAX_SOURCE_PIXELS = 120_000_000
"""A picture file of more pixels is not decoded."""

LEAST_SIDE = 40
"""A picture whose shorter side has fewer pixels holds no text."""

PAGE_SECONDS = 60
"""Most seconds of a core that one page may take before its worker is stopped."""

PAGE_CLOCK_SECONDS = 900
"""Longest that one page may take on the clock, for a worker that waits and computes nothing: long, because on a
busy machine a page gets little of a core and is none the worse for it."""

WORKER_BYTES = 6 * 1024**3
"""Address space of one worker (ONNX Runtime and MuPDF map more than they use)."""

MAX_MEMBERS = 2000
"""An archive of more files is no application of one company."""

MAX_ARCHIVE_BYTES = 1024 * 1024 * 1024
"""Largest sum of an archive's unpacked files, in bytes."""

MAX_RATIO, RATIO_FROM = 200, 10 * 1024 * 1024
"""A member that unpacks to more than this many times its size is a bomb, from this many bytes on."""

MAX_DEPTH = 2
"""Archives within archives that are opened: one in another, no further."""

MAX_OFFICE_BYTES = 256 * 1024 * 1024
"""Largest sum of the unpacked parts of a .docx, .xlsx or .ofd, in bytes."""

MAX_PICTURES = 500
"""Pictures of a Word file or workbook beyond which none is read."""

MAX_ROWS, MAX_COLUMNS = 5000, 120
"""Rows and columns of a table beyond which nothing is read."""
