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
TO_VERBS = {
    "lead": ("to",),
    "result": ("in",),
    "contribute": ("to",),
    "give": ("to",),
    "aid": ("in",),
    "assist": ("in",),
    "help": ("with", "in"),
    "add": ("to",),
    "culminate": ("in",),
    "usher": ("in",),
    "translate": ("into", "to"),
    "allow": ("for",),
    "protect": ("against",),
}
"""Verbs whose effect stands behind a preposition."""
MOTION = frozenset(
    "travel move flow go migrate spread pass drain fall sink run rush rise circulate".split()
)
"""Verbs whose *through* and *to* tell a way, not a means."""
RAISING_WORDS = frozenset(
    """increase raise boost enhance improve promote stimulate strengthen sustain maintain support
    trigger activate accelerate amplify preserve worsen cause produce""".split()
)
"""Verbs that say the same at the end of a chain as in its last link."""
INTO = frozenset(
    """convert turn transform cut break split change cleave develop evolve metabolize
    metabolise engineer re-engineer process ferment refine distill condense""".split()
)
"""Verbs that make one thing *into* another."""
AT_WORK = frozenset(
    """heat warm cool shorten soften thin thicken harden stiffen sharpen widen narrow relax dilate
    constrict elongate unfold ionize oxidize dissolve filter extend expand deepen shrink
    humidify protect conserve safeguard concentrate simplify broaden enlarge""".split()
)
"""Verbs whose object stays as much as it was and becomes another: *warming the air*."""
TURNING = frozenset(
    """firm soften harden thicken widen cool warm dry melt freeze boil condense evaporate expand
    contract dissolve rot die burn break crack burst tighten loosen open close form emerge arise
    occur appear disappear develop fail swell sink float leak escape rupture snap split rust rot
    wilt sprout germinate explode crash clot separate overheat flow""".split()
)
"""Verbs that say of their subject, without object, that it changes or comes about."""
WAYS = frozenset("travel proceed flow pass migrate spread advance progress".split())
"""Verbs of the next station: *proceeds to the Krebs cycle*."""
COLOURING = frozenset(
    """help know able find show believe think tend use serve continue begin start
    likely expect say report prove demonstrate act work project predict anticipate design intend
    need ought""".split()
)
"""Verbs above another that leave it true: *helps to raise*, but not *fails to raise*."""
LETTING = frozenset(
    """enable allow permit cause force lead prompt encourage push drive help stimulate get make
    let induce motivate compel condition trigger""".split()
)
"""Verbs whose object does what stands behind *to*."""
KEEPING_FROM = frozenset(
    """prevent stop keep deter discourage protect block inhibit prohibit hinder save
    preclude""".split()
)
"""Verbs whose object does not do what stands behind *from*."""
CHANGING = {
    "increase": "+",
    "rise": "+",
    "grow": "+",
    "accelerate": "+",
    "improve": "+",
    "expand": "+",
    "climb": "+",
    "intensify": "+",
    "strengthen": "+",
    "jump": "+",
    "soar": "+",
    "accumulate": "+",
    "dwindle": "-",
    "wane": "-",
    "plummet": "-",
    "subside": "-",
    "surge": "+",
    "spike": "+",
    "decrease": "-",
    "decline": "-",
    "fall": "-",
    "drop": "-",
    "shrink": "-",
    "weaken": "-",
    "diminish": "-",
    "slow": "-",
    "collapse": "-",
    "disappear": "-",
    "deteriorate": "-",
}
"""Verbs that say of their subject that there is more or less of it."""
NEEDED = frozenset(
    """essential crucial critical vital necessary important key fundamental indispensable
    beneficial good helpful useful conducive instrumental pivotal imperative central
    integral effective""".split()
)
"""Adjectives *for* or *to* what a thing brings about."""
PRONE = frozenset({"prone", "susceptible"})
SWAYING = frozenset(
    """affect alter change influence impact shape modulate modify regulate govern
    dictate mediate reshape revolutionize revolutionise shift""".split()
)
"""Verbs that act on their object one way or the other."""
BY_AGENT = {"achieve": "+", "attain": "+", "accomplish": "+", "determine": ">"}
"""Verbs that tell a cause in the passive alone: *is achieved by*, but *the firm achieved*."""
IN_CHARGE = frozenset({"responsible", "accountable"})
HARMFUL = frozenset(
    """harmful detrimental damaging toxic bad negative adverse hazardous dangerous unfavorable
    deleterious undesirable""".split()
)
SOURCES = frozenset(
    """cause source driver contributor trigger catalyst key precursor generator stimulus
    producer cofactor""".split()
)
"""Nouns for what brings a thing about."""
THREATS = frozenset(
    """barrier obstacle threat impediment antidote remedy cure inhibitor hindrance treatment
    deterrent safeguard""".split()
)
"""Nouns for what keeps a thing down."""
REMEDIES = frozenset("antidote remedy cure treatment safeguard".split())
"""Of these, what is *for* doing a thing."""
GIVING = frozenset(
    """provide ensure nurture augment advance reinforce facilitate raise
    underlie speed spread form merge synthesize synthesise secrete cultivate stabilize stabilise
    revive unlock offer concentrate spark necessitate aid channel guarantee
    fortify consolidate stoke spawn invigorate pose bolster instill inspire
    unleash replenish hasten propel magnify perpetuate cement incite incentivize double triple
    quadruple revitalize revitalise popularize popularise confer prolong simplify broaden
    enlarge""".split()
)
"""More verbs whose object comes about."""
MOVING = frozenset(
    {"force", "lead", "get", "pull", "push", "move", "let", "trap", "turn", "attract"}
)
"""Verbs that may say only where a thing goes."""
TAKING = frozenset(
    """absorb filter deactivate deter mitigate defeat halt end counter offset combat
    clear oppose address fight ease save conserve negate blunt attenuate impede
    curtail stifle overcome compromise jeopardize jeopardise dull drain remedy exhaust harm hurt
    strain overwhelm ruin spoil injure sabotage burden thwart avert distort dispel calm
    soothe corrode irritate contaminate pollute clog poison infect dilute constrain
    complicate disable inactivate derail cripple shatter bypass withhold obscure""".split()
)
"""More verbs whose object is kept down."""
HURTING = frozenset(
    """harm hurt strain overwhelm ruin spoil injure sabotage burden distort corrode irritate
    contaminate pollute clog poison infect complicate""".split()
)
"""Verbs whose object is kept down but not fewer: *harms the wood*."""
HELPERS = frozenset({"help", "serve", "tend", "begin", "start", "continue", "seem", "appear"})
"""Verbs that only colour the verb behind *to*."""


def sign_of(lemma: str) -> str:
    """``+`` for what brings about, ``-`` for what lowers or prevents, empty for other verbs."""
    if lemma in LOWERING:
        return "-"
    return "+" if lemma in RAISING else ""


def change_of(lemma: str) -> str:
    """``+`` or ``-`` for a verb that says that its subject grows or shrinks, else empty."""
    return CHANGING.get(lemma, "")


def effect_of(lemma: str) -> str:
    """As `sign_of`, for more verbs: those that only a link needs."""
    if lemma in MOVING:
        return ""
    return sign_of(lemma) or ("+" if lemma in GIVING else "-" if lemma in TAKING else "")
