"""Memory: what a film takes at its peak, whatever its prompt."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

GIBIBYTE = 2**30
FILMED = """if True:
    import sys
    from pathlib import Path
    from rushes.engines.animatic.engine import AnimaticEngine
    from rushes.shot import Mode, Shot
    from rushes.testing.memory import peak_bytes
    from tests.places.engines.animatic.test_engine import Taken
    shot = Shot("animatic", Mode.TEXT, sys.argv[2], resolution=sys.argv[3], seconds=8, seed=3, quality=sys.argv[4])
    AnimaticEngine().render(shot, Taken(Path(sys.argv[1])))
    print(peak_bytes())
"""


def _peak_bytes(folder: Path, prompt: str, resolution: str, quality: str = "standard") -> int:
    asked = [sys.executable, "-c", FILMED, str(folder), prompt, resolution, quality]
    done = subprocess.run(asked, check=True, timeout=1500, capture_output=True, text=True)
    return int(done.stdout.split()[-1])


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    "prompt",
    [
        "A red fox trots through falling snow in a pine forest at dusk, the wind howls, epic orchestral music",
        "Drone shot over a city at golden hour, six pigeons fly past, traffic",
    ],
)
def test_eight_seconds_at_720p_take_less_than_a_gibibyte(prompt: str, tmp_path: Path) -> None:
    assert _peak_bytes(tmp_path, prompt, "720p") < GIBIBYTE


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("quality", ["standard", "fine"])
def test_eight_seconds_at_4k_take_less_than_three_gibibytes(quality: str, tmp_path: Path) -> None:
    prompt = "A market in a castle's yard at dusk, it snows, a knight and a horse walk past a bonfire, a crowd cheers"
    assert _peak_bytes(tmp_path, prompt, "4k", quality) < 3 * GIBIBYTE
