"""Words that turn a claim into another one: opposites, denials, doubts, amounts, numbers."""

from __future__ import annotations

UP = frozenset(
    """increase raise boost elevate enhance amplify heighten accelerate quicken hasten strengthen
    intensify enlarge expand widen grow rise multiply augment lengthen extend deepen thicken
    stimulate activate promote encourage improve gain swell spur speed broaden climb double
    triple escalate sharpen enable""".split()
)
DOWN = frozenset(
    """decrease lower reduce diminish lessen dampen slow delay weaken attenuate shrink contract
    narrow drop fall inhibit suppress deactivate discourage hinder hamper shorten thin curb decline
    restrict limit impair worsen lose halve dwindle dilute retard prevent block blunt depress
    cut minimise minimize degrade""".split()
)
"""A claim in which a word of the one kind has taken the place of one of the other says the
contrary."""

OPPOSITES = """
typical atypical|symmetric asymmetric|symmetrical asymmetrical|sexual asexual|biotic abiotic
left right|high low|upper lower|upward downward|upwards downwards|up down|inner outer
inside outside|internal external|interior exterior|front back|anterior posterior|dorsal ventral
medial lateral|proximal distal|superior inferior|above below|over under|before after|early late
earlier later|previous next|first last|first second|first final|begin end|beginning end|start end
start stop|start finish|open close|opening closing|on off|in out|into from|to from|toward from
more less|more fewer|most least|many few|much little|major minor|maximum minimum|maximal minimal
large small|big small|great small|long short|tall short|wide narrow|broad narrow|thick thin
deep shallow|heavy light|strong weak|hard soft|harden soften|hot cold|warm cool|warm cold
heat cool|melt freeze|dry wet|moist dry|fast slow|quick slow|rapid slow|bright dark|light dark
young old|new old|rich poor|full empty|fill empty|dense sparse|rough smooth|sharp blunt
sweet bitter|clean dirty|fresh stale|good bad|better worse|best worst|positive negative|true false
right wrong|correct incorrect|same different|similar different|equal unequal|safe dangerous
harmful harmless|useful useless|benefit harm|help harm|protect harm|protect destroy|protect damage
protect expose|shield expose|guard expose
preserve destroy|build destroy|create destroy|construct demolish|attract repel|pull push
absorb emit|absorb release|absorb reflect|store release|bind release|hold release|take give
give receive|send receive|import export|buy sell|lend borrow|earn spend|save spend|win lose
gain lose|accept reject|allow forbid|allow prevent|permit forbid|permit prevent|enable prevent
cause prevent|cause cure|attack defend|join separate|join split|combine separate
connect disconnect|link separate|unite divide|mix separate|attach detach|tighten loosen
tighten relax|contract relax|contract expand|contract dilate|constrict dilate|compress expand
compress stretch|stretch compress|loosen compact|loosen compress|lengthen shorten
concentrate dilute|thicken thin|stiffen soften|sharpen dull|inflate deflate|inhale exhale
ascend descend|rise fall|rise sink|float sink|advance delay|advance retreat|enter leave
arrive leave|appear disappear|show hide|reveal hide|remember forget|learn forget|wake sleep
live die|alive dead|birth death|parent child|male female|man woman|day night|morning evening
summer winter|spring autumn|north south|east west|northern southern|eastern western|land sea
heaven earth|acid base|acid alkaline|acidic basic|acidic alkaline|acidify neutralise|sour sweeten
oxidise reduce|oxidize reduce|charge discharge|load unload|lock unlock|bend straighten|freeze thaw
solid liquid|liquid gas|anode cathode|cation anion|proton electron|artery vein|arterial venous
atrium ventricle|systole diastole|systolic diastolic|afferent efferent|abduct adduct
abduction adduction|flexion extension|flex extend|sympathetic parasympathetic|agonist antagonist
host guest|predator prey|producer consumer|supply demand|profit loss|asset liability|credit debit
public private|domestic foreign|domestic imported|import export|local global|rural urban
ancient modern|primary secondary|direct indirect|active passive|voluntary involuntary
conscious unconscious|simple complex|easy difficult|easy hard|common rare|often rarely
frequent rare|general specific|abstract concrete|theory practice|permanent temporary|acute chronic
benign malignant|dominant recessive|soluble insoluble|stable unstable|fertile sterile
native foreign|vertebrate invertebrate|organic inorganic|saturated unsaturated|aerobic anaerobic
include exclude|inclusive exclusive|odd even|plus minus|add subtract|multiply divide
integrate differentiate|input output|sender receiver|source sink|cheap expensive|cheapen raise
appreciate depreciate|inflation deflation|boom bust|surplus deficit|growth decline|war peace
friend enemy|majority minority|present absent|presence absence|lack have|exceed lack|keep lose
keep change|remain change|clear blur|clear cloud|steady disturb|stabilise destabilise
stabilize destabilize|calm excite|excite inhibit|stimulate inhibit|stimulate suppress
activate inhibit|activate suppress|depolarise repolarise|depolarize repolarize
depolarise hyperpolarise|polarise depolarise|synthesise break|synthesize break|synthesis breakdown
form dissolve|dissolve precipitate|evaporate condense|evaporation condensation|absorption emission
reflection absorption|feed starve|nourish starve|moisten dry|soak drain|flood drain|erode deposit
bleach darken|whiten darken|lighten darken|pale darken|insulate conduct|hasten delay|promote hinder
boost hamper|encourage discourage|support oppose|agree disagree|praise blame|love hate|trust doubt
success failure|succeed fail|warm-blooded cold-blooded|smaller larger|smaller bigger
shorter longer|lower higher|weaker stronger|slower faster|thinner thicker|colder warmer
cooler warmer|older younger|poorer richer
worsen ease|weld cut|carry drop|cross avoid|drain irrigate|guide mislead|catch throw|plant harvest
dig bury|lend repay|raise sink|hold drop|store use|bundle spread|combine split|merge divide
fuse split|fasten loosen|shade expose|purify contaminate|wash stain|chill warm|solidify melt
solidify liquefy|harden melt|toughen soften|stabilise disturb|fix loosen|fix move|halt continue
interrupt continue|stop drive|load discharge|feed drain|urge dissuade|stir settle|start halt
release capture|secrete retain|pass block|admit reflect|bend align|form break|make break
restore damage|save waste|thicken liquefy|clot dissolve|crystallise dissolve|bring remove
bring take|fetch return|send fetch|teach learn|refute confirm|overtake trail|lead trail
command obey|pass repeal|sign cancel|concentrate thin|flatten steepen|flatten raise|polish scratch
sharpen flatten|bloom wither|ripen rot|inform mislead|clarify obscure|sort mix|chase flee
settle abandon|survive die|thrive die|prosper decline|recover relapse|hit miss|float drown
rise set|narrow roomy|stiff soft|brittle flexible|fresh salty|curved flat|sharp rounded
steady sudden|ancient recent|original copied|tolerant sensitive|elastic plastic|heavy faint
high shallow|high deep|digital manual|novice expert|rational emotional
"""

PREFIXES = (
    *("un", "in", "im", "ir", "il", "non", "dis", "de", "anti", "mis"),
    *("hyper", "hypo", "over", "under", "pre", "post", "intra", "inter", "extra", "endo", "exo"),
    *("macro", "micro", "mono", "poly", "sub", "super", "iso"),
)
"""What is the same word but for one of these says something else."""

NEGATORS = frozenset(
    """not no never none neither nor nothing nobody nowhere without cannot unable hardly scarcely
    barely fail lack""".split()
)
DOUBTS = frozenset("may might could can possibly perhaps potentially maybe".split())
CHANCES = frozenset(
    "probably likely presumably supposedly apparently seemingly seem appear".split()
)
RARELY = frozenset("rarely seldom infrequently".split())
SOMETIMES = frozenset("sometimes occasionally".split())
OFTEN = frozenset(
    "often usually frequently generally typically mostly commonly normally regularly".split()
)
ALWAYS = frozenset("always constantly invariably ever".split())
ALL = frozenset("all every each entire whole any both".split())
MOST = frozenset("most majority".split())
SOME = frozenset("some several certain".split())
FEW = frozenset("few".split())
ONLY = frozenset("only solely exclusively merely alone".split())
QUALIFIERS = (DOUBTS, CHANCES, RARELY, SOMETIMES, OFTEN, ALWAYS, ALL, MOST, SOME, FEW, ONLY)
"""Words of one class may take each other's place; a word of another class says something else."""

NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen twenty""".split()
    )
    # "one" is a pronoun more often than a number.
    if word != "one"
} | {
    **{
        word: str(10 * number)
        for number, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)
    },
    "hundred": "100",
    "thousand": "1000",
    "million": "1000000",
    "billion": "1000000000",
    "half": "1/2",
    "third": "1/3",
    "quarter": "1/4",
    "twice": "2",
    "thrice": "3",
    "dozen": "12",
}
UNITS = {
    **dict.fromkeys("mg milligram milligrams".split(), "mg"),
    **dict.fromkeys("g gram grams".split(), "g"),
    **dict.fromkeys("kg kilogram kilograms kilo kilos".split(), "kg"),
    **dict.fromkeys("µg μg mcg microgram micrograms".split(), "µg"),
    **dict.fromkeys("ml milliliter milliliters millilitre millilitres".split(), "ml"),
    **dict.fromkeys("l liter liters litre litres".split(), "l"),
    **dict.fromkeys("nm nanometer nanometers nanometre nanometres".split(), "nm"),
    **dict.fromkeys("µm μm micrometer micrometers micrometre micrometres micron".split(), "µm"),
    **dict.fromkeys("mm millimeter millimeters millimetre millimetres".split(), "mm"),
    **dict.fromkeys("cm centimeter centimeters centimetre centimetres".split(), "cm"),
    **dict.fromkeys("m meter meters metre metres".split(), "m"),
    **dict.fromkeys("km kilometer kilometers kilometre kilometres".split(), "km"),
    **dict.fromkeys("ms millisecond milliseconds".split(), "ms"),
    **dict.fromkeys("s sec second seconds".split(), "s"),
    **dict.fromkeys("min minute minutes".split(), "min"),
    **dict.fromkeys("h hr hrs hour hours".split(), "h"),
    **dict.fromkeys("day days".split(), "d"),
    **dict.fromkeys("week weeks".split(), "wk"),
    **dict.fromkeys("month months".split(), "mo"),
    **dict.fromkeys("year years".split(), "yr"),
    **dict.fromkeys("% percent".split(), "%"),
    **dict.fromkeys("mv millivolt millivolts".split(), "mV"),
    **dict.fromkeys("v volt volts".split(), "V"),
    **dict.fromkeys("w watt watts".split(), "W"),
    **dict.fromkeys("kw kilowatt kilowatts".split(), "kW"),
}
"""Units behind a number, each by one name."""
EMPTY = frozenset(
    """a an the of in on at to for from by with and or but as is are was were be been being am
    do does did done which who whom whose that this these those it its they their them he she his
    her we our you your there here than then so such also thus hence too very quite about into
    onto upon within during through throughout per via because since when while where if whether
    has have had will would shall should must what how why between among against around""".split()
)
"""Words that say little about which claim it is."""
