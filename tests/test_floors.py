"""A module imports only from floors below its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_every_import_goes_down():
    """One contract in pyproject.toml; stages on one floor are strangers."""
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", program, "--no-cache"],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
