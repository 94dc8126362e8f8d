"""Facts for the edit machine: what is said, in parts, and how a person might say it otherwise.

Three sets. The matcher was adjusted on ``DESK``; ``HELD_OUT`` was written before any adjusting,
and its failures were looked at once, to mend what they have in common; ``FRESH`` was written after
that and is only ever measured. Each line: subject | verb: base, finite form, participle | object |
circumstance (may be empty). Rivals are other facts that look alike; they come into a note in the
place of a fact that is deleted.
"""

# ruff: noqa: E501  # lines of a table

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Fact:
    """One thing that is so."""

    id: str
    subject: str
    base: str
    finite: str
    participle: str
    object: str
    circumstance: str
    turned: frozenset[str] = frozenset()
    """Parts that say the contrary of what they said at first."""
    aux: str = ""
    """``not`` where it is denied, ``may`` where it is doubted."""

    @property
    def said(self) -> tuple[str, str]:
        """Which fact it is and what it says: the same again when a change is taken back."""
        numbers = re.findall(r"\d+", f"{self.object} {self.circumstance}")
        return self.id, " ".join([self.aux, *sorted(self.turned), *numbers])


@dataclass(frozen=True)
class FactSet:
    notes: Mapping[str, tuple[Fact, ...]]
    rivals: tuple[Fact, ...]
    synonyms: Mapping[str, tuple[str, ...]]
    opposites: Mapping[str, str]


def _facts(name: str, text: str) -> tuple[Fact, ...]:
    found = []
    for number, line in enumerate(filter(None, map(str.strip, text.splitlines()))):
        subject, verb, thing, when = (part.strip() for part in line.split("|"))
        base, finite, participle = verb.split(", ")
        found.append(Fact(f"{name}-{number}", subject, base, finite, participle, thing, when))
    return tuple(found)


def _words(text: str) -> dict[str, tuple[str, ...]]:
    pairs = (line.split("=") for line in filter(None, map(str.strip, text.splitlines())))
    return {old.strip(): tuple(w.strip() for w in new.split(",")) for old, new in pairs}


def _set(
    name: str, notes: Mapping[str, str], rivals: str, synonyms: str, opposites: str
) -> FactSet:
    return FactSet(
        {note: _facts(f"{name}-{note}", text) for note, text in notes.items()},
        _facts(f"{name}-rival", rivals),
        _words(synonyms),
        {old: new[0] for old, new in _words(opposites).items()},
    )


DESK = _set(
    "desk",
    {
        "heart": """
        the left atrium | receive, receives, received | oxygen-rich blood from the lungs |
        the right atrium | receive, receives, received | oxygen-poor blood from the body |
        the left ventricle | pump, pumps, pumped | blood into the aorta | at high pressure
        the right ventricle | pump, pumps, pumped | blood into the lungs | at low pressure
        the sinus node | start, starts, started | each heartbeat | about 70 times a minute
        the mitral valve | stop, stops, stopped | the backflow of blood into the left atrium | during contraction
        adrenaline | increase, increases, increased | the heart rate | within seconds
        the vagus nerve | slow, slows, slowed | the heart rate | at rest
        regular training | enlarge, enlarges, enlarged | the chambers of the heart | over 6 months
        high blood pressure | damage, damages, damaged | the inner wall of the arteries | over many years
        coronary arteries | supply, supply, supplied | the heart muscle with oxygen |
        a blood clot | block, blocks, blocked | the flow in a coronary artery | during a heart attack
        """,
        "soil": """
        earthworms | loosen, loosen, loosened | compacted soil | in damp weather
        clover roots | host, host, hosted | bacteria that bind nitrogen | in small nodules
        vitamin A | protect, protects, protected | the retina of grazing animals | in winter
        vitamin D | harden, hardens, hardened | the bones of grazing animals | in summer
        heavy machines | compress, compress, compressed | the upper layer of the soil | after rain
        fungal threads | carry, carry, carried | phosphorus to the roots of trees | over several metres
        mulch | reduce, reduces, reduced | the evaporation of water | by about 30 percent
        lime | raise, raises, raised | the pH of acid soil | within 2 years
        wind | erode, erodes, eroded | bare fields | in dry spring months
        compost | feed, feeds, fed | the small animals of the soil | all year
        magnesium | relax, relaxes, relaxed | the muscles of cattle |
        deep ploughing | destroy, destroys, destroyed | the burrows of earthworms | every autumn
        """,
        "metal": """
        carbon | harden, hardens, hardened | iron | at a share of 2 percent
        slow cooling | soften, softens, softened | hardened steel | in the furnace
        chromium | prevent, prevents, prevented | the rusting of steel | above 11 percent
        the blast furnace | melt, melts, melted | iron ore | at 1500 degrees
        salt water | speed up, speeds up, sped up | the corrosion of iron |
        zinc | shield, shields, shielded | steel sheets from rust | for decades
        rolling | stretch, stretches, stretched | the grains of the metal | in one direction
        sulfur | make, makes, made | steel brittle | at red heat
        an electric current | separate, separates, separated | aluminium from its oxide | in molten salt
        copper wires | conduct, conduct, conducted | electricity | with little loss
        smiths | quench, quench, quenched | glowing blades | in oil or water
        tin | lower, lowers, lowered | the melting point of copper | by 200 degrees
        """,
        "sleep": """
        deep sleep | strengthen, strengthens, strengthened | memories of facts | in the first half of the night
        dream sleep | strengthen, strengthens, strengthened | memories of movements | in the second half of the night
        blue light | suppress, suppresses, suppressed | the release of melatonin | in the evening
        caffeine | block, blocks, blocked | the receptors of adenosine | for about 5 hours
        melatonin | signal, signals, signalled | the beginning of the night | to all organs
        a cool bedroom | shorten, shortens, shortened | the time until sleep | by 10 minutes
        alcohol | disturb, disturbs, disturbed | the second half of the night |
        a fixed bedtime | steady, steadies, steadied | the inner clock | within 2 weeks
        the brain | clear, clears, cleared | waste from its tissue | during deep sleep
        short naps | restore, restore, restored | attention | after lunch
        sleep loss | weaken, weakens, weakened | the immune defence | after 3 nights
        morning light | advance, advances, advanced | the inner clock | by about an hour
        """,
    },
    """
    calcium | tighten, tightens, tightened | the muscles of cattle |
    vitamin K | clot, clots, clotted | the blood of grazing animals | in winter
    the right atrium | hold, holds, held | the sinus node | in its upper wall
    acetylcholine | open, opens, opened | the channels of potassium | at rest
    nickel | toughen, toughens, toughened | iron | at a share of 3 percent
    lead | lower, lowers, lowered | the melting point of tin | by 50 degrees
    light sleep | sort, sorts, sorted | impressions of the day | in the first half of the night
    nicotine | block, blocks, blocked | the feeling of tiredness | for about 2 hours
    beetles | loosen, loosen, loosened | rotting wood | in damp weather
    gypsum | lower, lowers, lowered | the salt content of clay soil | within 4 years
    the pulmonary valve | stop, stops, stopped | the backflow of blood into the right ventricle | between beats
    memories of facts | strengthen, strengthen, strengthened | deep sleep | in the first half of the night
    """,
    """
    receives = takes in, collects
    pumps = pushes, drives
    starts = triggers, sets off
    increases = raises, speeds up
    slows = calms, reduces
    enlarges = widens, expands
    damages = harms, injures
    supply = provide
    blocks = obstructs, stops
    loosen = break up
    host = shelter, house
    protects = guards, preserves
    compress = press together, squeeze
    carry = transport, bring
    reduces = lowers, cuts
    raises = increases, lifts
    destroy = wreck, ruin
    hardens = strengthens
    softens = makes soft
    prevents = stops, hinders
    melts = liquefies
    shield = protect, guard
    stretches = lengthens, draws out
    separates = splits, parts
    conduct = carry, transmit
    lowers = reduces, cuts
    strengthens = consolidates, reinforces
    suppresses = inhibits, restrains
    disturbs = disrupts, spoils
    steadies = stabilises, regulates
    clears = removes, washes
    restore = renew, bring back
    weakens = impairs, undermines
    about = roughly, around
    over = across
    within = in
    regular = steady, frequent
    heavy = large, weighty
    small = tiny, little
    damp = moist, wet
    wall = lining
    layer = zone
    share = proportion, content
    beginning = start, onset
    release = secretion
    movements = motions
    defence = system
    attention = focus, concentration
    """,
    """
    increases = decreases
    raises = lowers
    slows = quickens
    enlarges = shrinks
    loosen = compact
    hardens = softens
    softens = hardens
    speeds up = slows down
    strengthens = weakens
    weakens = strengthens
    lowers = raises
    reduces = increases
    shortens = lengthens
    destroys = protects
    left = right
    high = low
    upper = lower
    inner = outer
    first = second
    """,
)

HELD_OUT = _set(
    "held",
    {
        "ocean": """
        the warm surface current | carry, carries, carried | heat to northern Europe | throughout the year
        the cold deep current | carry, carries, carried | oxygen to the sea floor | over 1000 years
        plankton | absorb, absorbs, absorbed | carbon dioxide | near the surface
        coral polyps | build, build, built | reefs of limestone | in shallow water
        rising temperatures | bleach, bleach, bleached | tropical corals | within 4 weeks
        the moon | raise, raises, raised | the water of the oceans | twice a day
        sea otters | limit, limit, limited | the number of sea urchins | in kelp forests
        kelp forests | dampen, dampen, dampened | the force of waves | along the coast
        melting glaciers | dilute, dilute, diluted | the salt water of the fjord | in June
        dissolved carbon dioxide | acidify, acidifies, acidified | sea water | by 0.1 pH units
        whales | fertilise, fertilise, fertilised | the upper water | with iron-rich dung
        overfishing | empty, empties, emptied | the food web of large hunters | over 50 years
        """,
        "bread": """
        yeast | convert, converts, converted | sugar into carbon dioxide and alcohol | at 28 degrees
        lactic bacteria | sour, sour, soured | the dough | overnight
        acetic bacteria | sharpen, sharpen, sharpened | the taste of the dough | in cool rooms
        kneading | link, links, linked | the proteins of the flour | to an elastic net
        salt | tighten, tightens, tightened | the gluten net | at 2 percent
        steam | delay, delays, delayed | the forming of the crust | in the first 10 minutes
        the hot oven | expand, expands, expanded | the gas bubbles | within minutes
        enzymes | break down, break down, broken down | starch into sugar | during the rest
        rye flour | bind, binds, bound | more water than wheat flour |
        whole grain flour | contain, contains, contained | the bran of the kernel |
        a long rest | deepen, deepens, deepened | the flavour of the bread | up to 48 hours
        browning | create, creates, created | the aroma of the crust | above 140 degrees
        """,
        "money": """
        the central bank | set, sets, set | the base interest rate | every 6 weeks
        commercial banks | create, create, created | new money by lending | to firms and households
        higher interest rates | curb, curb, curbed | the demand for credit | within a year
        lower interest rates | stimulate, stimulate, stimulated | the building of houses | after some months
        inflation | erode, erodes, eroded | the value of savings | year after year
        a weak currency | boost, boosts, boosted | the exports of a country | for a time
        a strong currency | cheapen, cheapens, cheapened | the imports of a country |
        tariffs | protect, protect, protected | domestic producers | against foreign rivals
        unexpected shortages | push up, push up, pushed up | the price of grain | in bad harvest years
        insurers | pool, pool, pooled | the risks of many households | in one fund
        progressive taxes | narrow, narrow, narrowed | the gap between incomes |
        banks runs | drain, drain, drained | the reserves of a bank | within 2 days
        """,
        "nerve": """
        the myelin sheath | insulate, insulates, insulated | long nerve fibres | in vertebrates
        sodium ions | depolarise, depolarise, depolarised | the membrane | within 1 millisecond
        potassium ions | repolarise, repolarise, repolarised | the membrane | right afterwards
        dopamine | motivate, motivates, motivated | the search for rewards |
        serotonin | steady, steadies, steadied | the mood | over the day
        the cerebellum | coordinate, coordinates, coordinated | fine movements | without our notice
        the hippocampus | file, files, filed | new memories | before they reach the cortex
        afferent fibres | report, report, reported | touch to the spinal cord |
        efferent fibres | bring, bring, brought | commands to the muscles |
        local anaesthetics | silence, silence, silenced | pain fibres | for about 2 hours
        glial cells | nourish, nourish, nourished | the neurons | with lactate
        repeated use | thicken, thickens, thickened | the links between neurons | over 3 weeks
        """,
    },
    """
    the warm surface current | melt, melts, melted | drifting ice | throughout the year
    diatoms | absorb, absorbs, absorbed | silica | near the surface
    sea stars | limit, limit, limited | the number of mussels | on rocky shores
    baking soda | convert, converts, converted | acid into carbon dioxide and water | at once
    sugar | soften, softens, softened | the gluten net | at 10 percent
    oat flour | bind, binds, bound | more fat than wheat flour |
    the finance ministry | set, sets, set | the rate of income tax | every year
    a strong currency | curb, curbs, curbed | the exports of a country | for a time
    calcium ions | open, open, opened | the vesicles | within 1 millisecond
    noradrenaline | sharpen, sharpens, sharpened | the search for dangers |
    the amygdala | file, files, filed | fearful memories | before they reach the cortex
    savings | feed, feed, fed | inflation | year after year
    """,
    """
    carries = brings, transports
    absorb = take up, soak up
    absorbs = takes up, soaks up
    build = construct, form
    raises = lifts, pulls up
    limit = restrict, hold down
    dampen = weaken, soften
    dilute = thin, water down
    empties = depletes
    converts = turns, transforms
    links = joins, connects
    tightens = firms, toughens
    delays = postpones, holds back
    expands = enlarges, swells
    break down = split, cut
    binds = holds, takes up
    contains = holds, includes
    deepens = enriches, improves
    creates = produces, gives
    create = make, produce
    sets = fixes, determines
    curb = restrain, dampen
    stimulate = encourage, spur
    erodes = eats away, diminishes
    boosts = promotes, furthers
    protect = shield, guard
    pool = combine, gather
    narrow = reduce, shrink
    drain = exhaust, use up
    insulates = wraps, isolates
    motivates = drives, spurs
    coordinates = tunes, directs
    files = stores, records
    report = transmit, convey
    silence = numb, block
    nourish = feed, sustain
    thickens = strengthens, reinforces
    near = close to
    along = beside
    large = big
    fine = delicate
    elastic = stretchy
    force = power, strength
    number = population
    forming = formation
    flavour = taste
    commands = orders, instructions
    rewards = prizes
    gap = difference, distance
    demand = appetite
    about = around, some
    during = in
    """,
    """
    raises = lowers
    limit = multiply
    dampen = amplify
    dilute = concentrate
    tightens = loosens
    delays = hastens
    expands = contracts
    stimulate = discourage
    boosts = hampers
    narrow = widen
    thickens = thins
    warm = cold
    shallow = deep
    weak = strong
    higher = lower
    more = less
    domestic = foreign
    rising = falling
    """,
)

FRESH = _set(
    "fresh",
    {
        "plants": """
        root hairs | absorb, absorb, absorbed | water and minerals | from the upper soil
        the xylem | carry, carries, carried | water from the roots to the leaves | all day
        the phloem | carry, carries, carried | sugar from the leaves to the roots | day and night
        stomata | release, release, released | water vapour | in the warm hours
        chlorophyll | capture, captures, captured | red and blue light | in the leaf cells
        auxin | lengthen, lengthens, lengthened | the cells on the dark side | within 30 minutes
        ethylene | ripen, ripens, ripened | stored apples | in 4 days
        drought | close, closes, closed | the pores of the leaf | at noon
        bees | pollinate, pollinate, pollinated | the early blossoms of the orchard | in April
        frost | destroy, destroys, destroyed | young shoots | below 3 degrees
        potassium | regulate, regulates, regulated | the pressure in guard cells |
        lignin | stiffen, stiffens, stiffened | the walls of wood cells |
        """,
        "networks": """
        routers | forward, forward, forwarded | packets between networks | by the target address
        switches | forward, forward, forwarded | frames within one network | by the hardware address
        a firewall | reject, rejects, rejected | unknown connections | at the edge of the network
        the resolver | translate, translates, translated | names into addresses | within 50 milliseconds
        a cache | shorten, shortens, shortened | the waiting time | for repeated requests
        encryption | hide, hides, hidden | the content of a message | on its way
        checksums | reveal, reveal, revealed | damaged packets | after each hop
        long cables | weaken, weaken, weakened | the signal | beyond 100 metres
        load balancers | spread, spread, spread | requests over several servers | at busy times
        type 1 errors | trigger, trigger, triggered | false alarms | about 5 times a day
        type 2 errors | miss, miss, missed | real attacks |
        backups | protect, protect, protected | stored files | against failing disks
        """,
        "rocks": """
        magma | melt, melts, melted | the surrounding rock | at great depth
        rapid cooling | create, creates, created | small crystals | at the surface
        slow cooling | create, creates, created | large crystals | deep below the ground
        pressure | squeeze, squeezes, squeezed | clay into slate | over millions of years
        rivers | carry, carry, carried | sand to the sea | in every flood
        glaciers | grind, grind, ground | broad valleys | in cold ages
        acid rain | dissolve, dissolves, dissolved | limestone | over 200 years
        convection | move, moves, moved | the plates of the crust | by 4 centimetres a year
        quartz | scratch, scratches, scratched | window glass |
        tree roots | widen, widen, widened | cracks in the rock | year after year
        volcanic ash | enrich, enriches, enriched | the soil of the plain | for centuries
        earthquakes | loosen, loosen, loosened | unstable slopes | within seconds
        """,
    },
    """
    calcium | regulate, regulates, regulated | the pressure in guard cells |
    cytokinin | lengthen, lengthens, lengthened | the cells on the dark side | within 30 minutes
    gibberellin | ripen, ripens, ripened | stored apples | in 4 days
    cellulose | stiffen, stiffens, stiffened | the walls of wood cells |
    wasps | pollinate, pollinate, pollinated | the late blossoms of the orchard | in August
    a proxy | shorten, shortens, shortened | the waiting time | for repeated requests
    a gateway | reject, rejects, rejected | forged connections | at the edge of the network
    compression | shrink, shrinks, shrunk | the content of a message | on its way
    feldspar | scratch, scratches, scratched | soft chalk |
    basalt | melt, melts, melted | the surrounding ice | at great depth
    damaged packets | reveal, reveal, revealed | checksums | after each hop
    landslides | carry, carry, carried | boulders to the valley | in every flood
    """,
    """
    absorb = take up, draw in
    carries = transports, conveys
    release = give off, let out
    captures = catches, traps
    lengthens = stretches, extends
    destroy = kill
    destroys = kills, ruins
    regulates = controls, governs
    stiffens = hardens, reinforces
    forward = pass on, relay
    rejects = blocks, refuses
    translates = turns, converts
    hides = conceals, masks
    reveal = expose, show
    weaken = dampen
    spread = distribute, share
    trigger = cause, set off
    protect = guard, shield
    melts = liquefies
    creates = produces, makes
    squeezes = presses, compresses
    grind = carve, scour
    dissolves = eats away
    moves = shifts, drags
    widen = enlarge, expand
    enriches = improves
    loosen = shake, dislodge
    young = tender
    great = considerable
    small = tiny, little
    large = big
    broad = wide
    repeated = recurring
    damaged = corrupted, broken
    several = a number of
    unknown = unfamiliar
    hours = part of the day
    pores = openings
    walls = sides
    waiting time = delay
    way = path
    ground = surface
    slopes = hillsides
    cracks = gaps
    plain = lowland
    about = around, roughly
    against = from
    beyond = past
    """,
    """
    absorb = release
    close = opens
    closes = opens
    lengthens = shortens
    stiffens = softens
    hides = reveals
    weaken = strengthen
    widen = narrow
    upper = lower
    dark = bright
    early = late
    young = old
    warm = cool
    small = large
    rapid = slow
    cold = warm
    """,
)
