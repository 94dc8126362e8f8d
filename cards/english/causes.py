"""Verbs that say what brings something about, and what keeps it down."""

from __future__ import annotations

RAISING = frozenset(
    """cause increase raise boost enhance improve promote stimulate trigger activate produce create
    generate drive facilitate enable allow support strengthen induce elevate release form
    help accelerate amplify augment encourage prompt initiate fuel foster provoke yield
    maximize maximise spur ensure evoke elicit sustain maintain preserve restore extend
    expand deepen multiply speed heat warm build develop deliver supply convert transform
    turn power ignite kindle attract intensify heighten optimize make let force push pull
    move permit speed exacerbate worsen relax dilate constrict unfold ionize oxidize
    elongate aggravate thicken harden stiffen sharpen widen deposit contribute lead result
    give bring""".split()
)
LOWERING = frozenset(
    """reduce decrease lower inhibit prevent block suppress eliminate limit weaken impair slow stop
    minimize minimise hinder diminish disrupt undermine deter counteract mitigate avoid
    damage destroy kill lessen dampen restrict remove delay hamper cut curb degrade deplete
    relieve alleviate deactivate protect discourage forbid erode absorb dissolve cool shrink
    narrow threaten reverse neutralize quench trap lose shorten soften thin interrupt""".split()
)
TO_VERBS = {"lead": ("to",), "result": ("in",), "contribute": ("to",), "give": ("to",)}
"""Verbs whose effect stands behind a preposition."""
MOTION = frozenset(
    "travel move flow go migrate spread pass drain fall sink run rush rise circulate".split()
)
"""Verbs whose *through* and *to* tell a way, not a means."""
HELPERS = frozenset({"help", "serve", "tend", "begin", "start", "continue", "seem", "appear"})
"""Verbs that only colour the verb behind *to*."""


def sign_of(lemma: str) -> str:
    """``+`` for what brings about, ``-`` for what lowers or prevents, empty for other verbs."""
    if lemma in LOWERING:
        return "-"
    return "+" if lemma in RAISING else ""
