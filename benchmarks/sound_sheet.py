"""The sound sheet: what prompts sound like, to be looked at and listened to.

    python benchmarks/sound_sheet.py [--prompt PROMPT ...] [--out FOLDER]

Writes, for each prompt, FOLDER/NN.wav and FOLDER/NN.png: the envelope of both channels (left up, right down) over a spectrogram
from 20 Hz to 20 kHz, with what its plan says at the top; prints loudness, peak and what stands out.
"""

from __future__ import annotations

import argparse
import wave
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy import signal

from rushes.engines.animatic import director, sound, stage
from rushes.engines.animatic.plan import ShotPlan
from rushes.engines.animatic.sound import master
from rushes.shot import Mode, Shot

SEED = 7
RATE = 48_000
WIDTH, ENVELOPE, SPECTRUM, TITLE = 960, 120, 300, 24
#: Of the spectrogram, from black to white.
QUIETEST_DB, LOUDEST_DB = -100.0, -30.0
PROMPTS = (
    "A red fox trots through falling snow in a pine forest at dusk, the wind howls",
    "A horse gallops along a beach at dawn, waves crash",
    "A lighthouse on a cliff in a thunderstorm at night, lightning",
    "A red car drives down a desert highway",
    "A bird sings in a forest at dawn",
    "A campfire burns in a clearing at night, crickets chirp",
    "A busy market, people talk",
    "A city street in the rain at night, a man walks with an umbrella",
    "A waterfall in the jungle",
    "A whale swims under water",
    "A rocket launches into space",
    "A steam train crosses a bridge, whistle blows",
    "An astronaut floats in space",
    "A cat purrs on a sofa in a cozy room",
    "A wolf howls on a mountain at night",
    "A robot walks through a laboratory, servos whirring",
    "A clock ticks in an empty office",
    "A church bell rings over a village at dusk",
    "A frog on a lily pad, frogs croak, night",
    "An owl in a tree at night",
    "A dragon roars over a burning castle",
    "Seagulls over a harbour, a sailboat on the sea",
    "Fireworks over a city at night, a crowd cheers",
    "A dog barks at the left of a house, a cat meows on the right",
    'A woman whispers, "Do not look back." A man shouts, "Run for your lives!" Rain falls on the roof.',
    "A river in a meadow, bees buzz, wind chimes",
    "A ballerina dances on a stage, gentle piano music",
    "A knight rides into battle, epic orchestral music",
    "A clown juggles, playful circus music",
    "A woman at a window in the rain, sad piano",
    "A dark corridor, tense music",
    "A couple dances under the stars, romantic music",
    "A wizard casts a spell in a ruin, mysterious music",
    "Children play in a meadow, joyful music",
    "A quiet room",
    "A snowman in a silent snowfall",
)


def plan_of(prompt: str) -> ShotPlan:
    return director.read(Shot("animatic", Mode.TEXT, prompt, seed=SEED, seconds=8))


def heard(plan: ShotPlan) -> NDArray[np.float32]:
    """(sample, channel), with the footfalls of its cast."""
    return sound.score(plan, plan.seconds, 0.0, stage.build(plan, (160, 90)).contacts)


def drawn(samples: NDArray[np.float32], title: str) -> NDArray[np.uint8]:
    """(height, width, bgr)"""
    height = TITLE + ENVELOPE + SPECTRUM
    picture = np.full((height, WIDTH, 3), 18, np.uint8)
    edges = np.linspace(0, len(samples), WIDTH + 1).astype(int)
    middle = TITLE + ENVELOPE // 2
    for column in range(WIDTH):
        tops = np.abs(samples[edges[column] : edges[column + 1]]).max(axis=0) * (ENVELOPE / 2 - 2)
        picture[middle - int(tops[0]) : middle, column] = (210, 190, 120)
        picture[middle : middle + int(tops[1]), column] = (120, 190, 210)
    _, _, power = signal.stft(samples.mean(axis=1), RATE, nperseg=2048, noverlap=2048 - 512)
    decibels = 20 * np.log10(np.abs(power) + 1e-9)
    rows = np.geomspace(20_000, 20, SPECTRUM) / (RATE / 2) * (decibels.shape[0] - 1)
    columns = np.linspace(0, decibels.shape[1] - 1, WIDTH)
    image = decibels[rows.astype(int)][:, columns.astype(int)]
    shade = np.clip((image - QUIETEST_DB) / (LOUDEST_DB - QUIETEST_DB), 0, 1)
    picture[TITLE + ENVELOPE :] = cv2.applyColorMap((shade * 255).astype(np.uint8), cv2.COLORMAP_INFERNO)
    for hertz in (100, 1000, 10_000):
        row = TITLE + ENVELOPE + int(np.log(20_000 / hertz) / np.log(1000) * SPECTRUM)
        cv2.putText(picture, str(hertz), (2, row), cv2.FONT_HERSHEY_SIMPLEX, 0.35, (230, 230, 230), 1, cv2.LINE_AA)
    cv2.putText(picture, title[:150], (4, 16), cv2.FONT_HERSHEY_SIMPLEX, 0.4, (230, 230, 230), 1, cv2.LINE_AA)
    return picture


def measured(samples: NDArray[np.float32]) -> str:
    """Loudness, peak, level between events, weight of the highs, steepest step: in one line."""
    level = 10 * np.log10(
        (samples**2).sum(axis=1)[: len(samples) // 4800 * 4800].reshape(-1, 4800).mean(axis=1) + 1e-12
    )
    spectrum = (np.abs(np.fft.rfft(samples.mean(axis=1))) ** 2).astype(np.float64)
    hertz = np.fft.rfftfreq(len(samples), 1 / RATE)
    bands = [
        spectrum[(hertz >= low) & (hertz < high)].sum() / spectrum.sum()
        for low, high in ((0, 120), (120, 500), (500, 2000), (2000, 6000), (6000, 24000))
    ]
    return (
        f"{master.loudness_lufs(samples.T):6.1f} LUFS {master.true_peak_dbtp(samples.T):5.1f} dBTP  quiet/median/loud "
        f"{np.quantile(level, 0.05):5.0f} {np.median(level):5.0f} {level.max():5.0f} dB  bands % "
        + " ".join(f"{100 * share:3.0f}" for share in bands)
        + f"  step {np.abs(np.diff(samples, axis=0)).max():.2f}  dc {np.abs(samples.mean(axis=0)).max():.4f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--prompt", action="append", help="instead of the list")
    parser.add_argument("--out", type=Path, default=Path("out/sound-sheet"))
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    for number, prompt in enumerate(given.prompt or PROMPTS, 1):
        plan = plan_of(prompt)
        samples = heard(plan)
        title = f"{prompt}  [{', '.join(plan.sounds) or 'no sounds'}; {plan.music or 'no music'}]"
        cv2.imwrite(str(given.out / f"{number:02}.png"), drawn(samples, title))
        with wave.open(str(given.out / f"{number:02}.wav"), "wb") as out:
            out.setnchannels(2)
            out.setsampwidth(2)
            out.setframerate(RATE)
            out.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
        print(f"{number:02} {measured(samples)}  {title}", flush=True)


if __name__ == "__main__":
    main()
