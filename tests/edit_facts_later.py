"""More sets of facts for the edit machine; the form is that of ``edit_facts``.

Each was written when the matcher of its day was done and measured before it was looked at (six
seeds of 250 edits); then its failures were looked at, and what they have in common was mended. Of
wording edits lost, and histories on another claim, in the first run:

- ``LATER`` 0.69 %, 8
- ``MIXED`` 0.80 %, 15: contraries that no list had
- ``VARIED`` 0.79 %, 11: the same, and four that the machine itself misjudged
- ``FOURTH`` 1.24 %, 0
- ``FIFTH`` 0.69 %, 2
- ``UNSEEN`` 1.84 %, 1

None has passed on its first run yet: a new set must be expected to show something.
"""

# ruff: noqa: E501  # lines of a table

from __future__ import annotations

from edit_facts import _set

LATER = _set(
    "later",
    {
        "kitchen": """
        baking soda | release, releases, released | carbon dioxide | in acid dough
        salt | draw, draws, drawn | water out of cucumbers | within 20 minutes
        high heat | brown, browns, browned | the surface of the meat | above 140 degrees
        slow simmering | dissolve, dissolves, dissolved | the collagen of tough cuts | over 3 hours
        gelatine | set, sets, set | the cream | below 15 degrees
        egg yolks | bind, bind, bound | oil and vinegar | while stirring
        kneading | develop, develops, developed | the gluten of the dough | for 10 minutes
        cold butter | separate, separates, separated | the layers of puff pastry | in the oven
        pectin | thicken, thickens, thickened | the jam | at 104 degrees
        sharp knives | damage, damage, damaged | fewer cells of the onion | while cutting
        sugar | delay, delays, delayed | the clotting of the eggs |
        steam | loosen, loosens, loosened | the crumb of the bread | in the first minutes
""",
        "harbour": """
        tugboats | turn, turn, turned | large freighters | in narrow basins
        breakwaters | weaken, weaken, weakened | incoming swell | during storms
        cranes | unload, unload, unloaded | 30 containers | per hour
        the pilot | steer, steers, steered | foreign ships | into the port
        dredgers | deepen, deepen, deepened | the shipping channel | every 2 years
        ballast water | stabilise, stabilises, stabilised | empty tankers | on the way back
        customs officers | inspect, inspect, inspected | suspicious cargo | at the gate
        lighthouses | warn, warn, warned | sailors of shoals | at night
        the spring tide | raise, raises, raised | the water level | by 2 metres
        barnacles | slow, slow, slowed | old hulls | after one season
        zinc blocks | protect, protect, protected | the steel of the rudder |
        fog | close, closes, closed | the eastern entrance | in November
""",
    },
    """
        yeast | release, releases, released | carbon dioxide | in sweet dough
        sugar | draw, draws, drawn | juice out of strawberries | within 40 minutes
        agar | set, sets, set | the cream | below 35 degrees
        mustard | bind, binds, bound | oil and water | while stirring
        starch | thicken, thickens, thickened | the sauce | at 80 degrees
        vinegar | hasten, hastens, hastened | the clotting of the milk |
        towboats | turn, turn, turned | large barges | in narrow locks
        mangroves | weaken, weaken, weakened | incoming waves | during hurricanes
        forklifts | unload, unload, unloaded | 12 pallets | per hour
        the harbour master | steer, steers, steered | the traffic | in the port
        the neap tide | lower, lowers, lowered | the water level | by 1 metre
        ice | close, closes, closed | the western entrance | in February
        fouling algae | slow, slow, slowed | new hulls | after one summer
""",
    """
    release = give off, emit
    draws = pulls, extracts
    browns = colours, roasts
    dissolves = melts, breaks down
    binds = joins, unites
    develops = builds, forms
    separates = parts, divides
    damage = hurt, bruise
    delays = slows, postpones
    loosens = lightens, opens
    turn = rotate, swing
    weaken = dampen, soften
    unload = discharge, empty
    steers = guides, conducts
    inspect = examine, check
    warn = alert, caution
    raises = lifts, elevates
    protect = guard, shield
    swell = waves
    freighters = cargo ships
    surface = outside
    cuts = pieces
    layers = sheets
    large = big, huge
    narrow = tight
    foreign = overseas
    suspicious = doubtful
    old = aged
    tough = chewy
""",
    """
    delays = hastens
    weaken = strengthen
    raises = lowers
    loosens = tightens
    protect = expose
    slow = speed
    cold = warm
    narrow = wide
    fewer = more
    sharp = blunt
    empty = full
    high = low
""",
)

MIXED = _set(
    "mixed",
    {
        "kidney": """
        the renal artery | bring, brings, brought | a fifth of the blood | to both kidneys
        the glomerulus | filter, filters, filtered | 180 litres of fluid | per day
        the loop of Henle | concentrate, concentrates, concentrated | the urine of desert mice | up to 9 times
        aldosterone | retain, retains, retained | sodium | in the far tubule
        vasopressin | open, opens, opened | water channels in the collecting duct | within 15 minutes
        proximal cells | reabsorb, reabsorb, reabsorbed | nearly all glucose | at normal blood sugar
        low blood pressure | trigger, triggers, triggered | the release of renin | in the kidney
        erythropoietin | stimulate, stimulates, stimulated | the marrow of flat bones | for 5 days
        uric acid crystals | irritate, irritate, irritated | the lining of the bladder |
        diabetes | thicken, thickens, thickened | the basement membrane | over 10 years
        a healthy bladder | hold, holds, held | 400 millilitres of urine | between visits
        kidney stones | obstruct, obstruct, obstructed | the narrow ureter | on the way down
        """,
        "court": """
        a written contract | bind, binds, bound | both parties | from the day of signature
        the prosecutor | bring, brings, brought | charges against suspects | on behalf of the state
        the jury | decide, decides, decided | the question of guilt | after the closing speeches
        hostile witnesses | contradict, contradict, contradicted | their earlier statements | under oath
        a fair trial | require, requires, required | an impartial judge |
        the appeal court | review, reviews, reviewed | errors of law | within 6 weeks
        landlords | return, return, returned | the deposit of the tenant | 30 days after departure
        copyright | outlive, outlives, outlived | the author | by 70 years
        the defence | question, questions, questioned | the credibility of the expert | in open court
        minor offences | lapse into, lapse into, lapsed into | oblivion | after 3 years
        gross negligence | void, voids, voided | the cover of the insurer |
        mediators | settle, settle, settled | most neighbour disputes | without a verdict
        """,
        "camera": """
        a wide aperture | blur, blurs, blurred | the background of a portrait | at short distance
        a narrow aperture | sharpen, sharpens, sharpened | the far hills of a landscape | in bright daylight
        slow shutter speeds | smear, smear, smeared | moving cars | below 30 frames per second
        the tripod | steady, steadies, steadied | the heavy camera | in strong wind
        high sensitivity | add, adds, added | visible grain | above 3200 units
        polarising filters | remove, remove, removed | reflections from wet leaves | at midday
        raw files | keep, keep, kept | the full range of the sensor | for later editing
        the flash | freeze, freezes, frozen | the wings of hummingbirds | for a tenth of a millisecond
        long lenses | flatten, flatten, flattened | the depth of a street |
        warm lamps | redden, redden, reddened | pale skin | indoors
        dust on the sensor | leave, leaves, left | dark spots | in every clear sky
        soft boxes | spread, spread, spread | the light of a studio lamp | over 2 metres
        """,
        "weather": """
        a cold front | push, pushes, pushed | warm moist air | upwards within hours
        the jet stream | steer, steers, steered | winter storms | towards western Norway
        sea breezes | cool, cool, cooled | coastal towns | on summer afternoons
        thick clouds | trap, trap, trapped | the heat of the ground | at night
        hailstones | flatten, flatten, flattened | ripe barley | in 5 minutes
        the warm slope wind | melt, melts, melted | deep snow | by 20 centimetres a day
        dry soil | worsen, worsens, worsened | the heat wave | in July
        radiosondes | measure, measure, measured | the humidity of the upper air | twice a day
        morning fog | delay, delays, delayed | the first flights | until 9 o'clock
        mountain ranges | shelter, shelter, sheltered | inner valleys from rain |
        a falling barometer | announce, announces, announced | a nearby storm | about 12 hours ahead
        sulphate particles | reflect, reflect, reflected | incoming sunlight | after large eruptions
        """,
    },
    """
    the renal vein | carry, carries, carried | a fifth of the blood | to the heart
    the pelvic floor | hold, holds, held | 400 millilitres of urine | between visits
    angiotensin | retain, retains, retained | sodium | in the near tubule
    thrombopoietin | stimulate, stimulates, stimulated | the marrow of flat bones | for 8 days
    low blood sugar | trigger, triggers, triggered | the release of glucagon | in the pancreas
    gallstones | obstruct, obstruct, obstructed | the narrow bile duct | on the way down
    a spoken promise | bind, binds, bound | both parties | from the day of the handshake
    the constitutional court | review, reviews, reviewed | errors of the parliament | within 8 months
    patents | outlive, outlive, outlived | the inventor | by 20 years
    tenants | return, return, returned | the keys of the flat | 2 days after departure
    a beanbag | steady, steadies, steadied | the heavy camera | on rough ground
    short lenses | stretch, stretch, stretched | the depth of a street |
    lossless video | keep, keeps, kept | the full range of the sensor | for later grading
    a warm front | push, pushes, pushed | cold dry air | downwards within days
    sea breezes | carry, carry, carried | salt | on summer afternoons
    soot particles | absorb, absorb, absorbed | incoming sunlight | after large fires
    gales | flatten, flatten, flattened | ripe wheat | in 5 minutes
    morning frost | delay, delays, delayed | the first trains | until 8 o'clock
    """,
    """
    brings = carries, delivers
    filters = cleans, sieves
    concentrates = thickens
    retains = holds back, keeps
    opens = widens
    reabsorb = take back, recover
    triggers = sets off, causes
    stimulates = activates, spurs
    irritate = inflame, bother
    thickens = coarsens, swells
    holds = stores, contains
    obstruct = block, clog
    binds = commits, obliges
    decides = settles, answers
    contradict = deny
    requires = needs, demands
    review = check
    reviews = checks, examines
    return = give back, refund
    outlives = survives, outlasts
    questions = challenges, doubts
    voids = cancels, ends
    settle = resolve, end
    blurs = softens
    smear = blur, smudge
    steadies = supports, holds
    adds = brings, introduces
    remove = cut, take away
    keep = preserve, retain
    freezes = stops, halts
    flatten = compress, crush
    redden = tint, colour
    spread = distribute, scatter
    pushes = drives, forces
    steers = guides, directs
    trap = hold, catch
    melts = thaws, eats up
    worsens = aggravates, deepens
    measure = record, gauge
    delays = holds up, postpones
    shelter = shield, protect
    announces = signals, heralds
    reflect = throw back, return
    narrow = tight, slender
    normal = usual, ordinary
    healthy = sound, intact
    lining = wall, inner layer
    visits = trips to the toilet
    parties = sides
    charges = accusations
    errors = mistakes, faults
    verdict = ruling, judgment
    disputes = quarrels, conflicts
    departure = moving out
    background = backdrop
    distance = range
    hills = mountains
    cars = vehicles
    visible = noticeable
    spots = marks, specks
    midday = noon
    storms = gales
    storm = gale
    towns = cities, villages
    heat = warmth
    ripe = mature
    nearby = approaching
    incoming = arriving
    large = big, major
    about = roughly, around
    nearly = almost
    over = across
    towards = to
    """,
    """
    retains = excretes
    opens = closes
    thickens = thins
    stimulates = suppresses
    irritate = soothe
    worsens = eases
    trap = release
    blurs = sharpens
    sharpens = blurs
    adds = removes
    cool = warm
    delays = hastens
    reflect = absorb
    spread = focus
    outlives = predeceases
    narrow = wide
    wide = narrow
    low = high
    high = low
    healthy = sick
    hostile = friendly
    slow = fast
    long = short
    thick = thin
    dry = wet
    cold = hot
    earlier = later
    minor = serious
    written = oral
    """,
)

VARIED = _set(
    "varied",
    {
        "immunity": """
        neutrophils | engulf, engulf, engulfed | invading bacteria | within the first hours
        macrophages | clear, clear, cleared | dead cells | after an infection
        B cells | produce, produce, produced | antibodies against viruses | for about 3 weeks
        killer cells | destroy, destroy, destroyed | infected neighbours | without delay
        fever | slow, slows, slowed | the growth of many germs | above 39 degrees
        histamine | widen, widens, widened | small blood vessels | in inflamed skin
        the thymus | train, trains, trained | young T cells | until puberty
        vaccines | lower, lower, lowered | the risk of severe disease | by 90 percent
        the spleen | store, stores, stored | platelets | for emergencies
        cortisone | suppress, suppresses, suppressed | harmful inflammation | for a few days
        mucus | catch, catches, caught | fine dust | in the nose
        breast milk | pass on, passes on, passed on | protective proteins | to the newborn
        """,
        "violin": """
        the bow | set, sets, set | the string in motion | by sticking and slipping
        rosin | roughen, roughens, roughened | the hair of the bow | for 2 hours of playing
        the sound post | connect, connects, connected | the front plate with the back plate | below the bridge
        thin strings | produce, produce, produced | high notes | at low tension
        a mute | dampen, dampens, dampened | the vibration of the bridge | in quiet passages
        dry air | crack, cracks, cracked | the spruce top | below 30 percent humidity
        spruce | carry, carries, carried | sound along the grain | at 5000 metres a second
        warm varnish | protect, protects, protected | the wood from sweat |
        pegs | tighten, tighten, tightened | the gut strings | by a quarter turn
        vibrato | enrich, enriches, enriched | long notes | since the romantic age
        the left hand | shorten, shortens, shortened | the vibrating length | on the fingerboard
        a heavy bow | strengthen, strengthens, strengthened | the loud passages | near the bridge
        """,
        "database": """
        an index | speed up, speeds up, sped up | frequent queries | on large tables
        transactions | bundle, bundle, bundled | several changes | into one unit
        locks | prevent, prevent, prevented | conflicting writes | during an update
        the write-ahead log | restore, restores, restored | lost pages | after a power failure
        replicas | answer, answer, answered | read requests | with a lag of 2 seconds
        foreign keys | forbid, forbid, forbidden | orphaned rows |
        the query planner | choose, chooses, chosen | the cheapest join order | from cost estimates
        normal forms | avoid, avoid, avoided | redundant data | across related tables
        nightly dumps | copy, copy, copied | the whole catalogue | to a distant server
        stale statistics | mislead, mislead, misled | the planner | after bulk imports
        sharding | divide, divides, divided | huge tables | over 16 machines
        compression | reduce, reduces, reduced | the space on disk | by half
        """,
        "rome": """
        aqueducts | supply, supply, supplied | the city with spring water | over 90 kilometres
        the senate | advise, advises, advised | the consuls | in times of peace
        the legions | guard, guard, guarded | the northern border | along the Rhine
        straight roads | shorten, shorten, shortened | the marches of the army | to a few days
        slaves | work, work, worked | the silver mines of Spain | under harsh conditions
        free grain | calm, calms, calmed | the poor masses | in hungry winters
        Hadrian | build, builds, built | a stone wall | across northern Britain
        heavy taxes | ruin, ruin, ruined | small farmers | in the third century
        debased coins | push up, push up, pushed up | the prices of bread | within 10 years
        concrete | harden, hardens, hardened | the piers of the harbour | under sea water
        Caesar | conquer, conquers, conquered | the tribes of Gaul | in 8 years
        the plague | weaken, weakens, weakened | the eastern provinces | after the year 165
        """,
    },
    """
    eosinophils | attack, attack, attacked | invading worms | within the first days
    plasma cells | produce, produce, produced | antibodies against toxins | for about 6 months
    the bone marrow | train, trains, trained | young B cells | all life long
    the liver | store, stores, stored | iron | for emergencies
    tears | catch, catch, caught | fine dust | in the eye
    adrenaline | narrow, narrows, narrowed | small blood vessels | in pale skin
    maple | carry, carries, carried | sound along the grain | at 4000 metres a second
    damp air | swell, swells, swollen | the spruce top | above 80 percent humidity
    thick strings | produce, produce, produced | low notes | at high tension
    pegs | tighten, tighten, tightened | the steel strings | by a tenth of a turn
    a partition | speed up, speeds up, sped up | frequent deletes | on large tables
    unique keys | forbid, forbid, forbidden | duplicate rows |
    views | hide, hide, hidden | redundant columns | across related tables
    hourly snapshots | copy, copy, copied | the whole log | to a nearby server
    the fleet | guard, guards, guarded | the southern coast | along the Nile
    Pompey | conquer, conquers, conquered | the kings of Syria | in 4 years
    Trajan | build, builds, built | a stone bridge | across the Danube
    free games | calm, calm, calmed | the poor masses | on hot summer days
    """,
    """
    engulf = swallow, devour
    clear = remove, mop up
    produce = make, form
    destroy = kill, eliminate
    slows = curbs, checks
    widens = dilates, expands
    trains = teaches, schools
    lower = reduce, cut
    stores = keeps, holds
    suppresses = subdues, restrains
    catches = traps, captures
    sets = puts
    roughens = coarsens
    connects = links, couples
    dampens = muffles, softens
    cracks = splits, tears
    carries = conducts, transmits
    protects = shields, preserves
    tighten = stretch, tension
    enriches = warms, colours
    shortens = reduces, limits
    strengthens = amplifies, boosts
    bundle = group, combine
    prevent = avert, stop
    restores = recovers, rescues
    answer = serve, handle
    forbid = rule out, disallow
    chooses = picks, selects
    avoid = prevent, spare
    copy = duplicate, transfer
    mislead = deceive, fool
    divides = splits, distributes
    reduces = lowers, cuts
    supply = provide, feed
    advises = counsels, guides
    guard = protect, watch
    shorten = cut, speed
    calms = soothes, quiets
    builds = erects, raises
    ruin = bankrupt, break
    hardens = strengthens, sets
    conquers = defeats, subdues
    weakens = drains, exhausts
    germs = microbes, pathogens
    growth = spread, multiplication
    risk = danger, chance
    severe = serious, grave
    small = little, fine
    harmful = damaging, dangerous
    fine = tiny
    newborn = baby, infant
    motion = movement, vibration
    playing = practice
    quiet = soft, silent
    sound = noise, tones
    notes = tones
    passages = parts, sections
    near = close to
    long = sustained, drawn-out
    frequent = common, repeated
    large = big, wide
    huge = enormous, giant
    changes = modifications, edits
    unit = whole, package
    failure = outage, cut
    requests = queries
    redundant = superfluous, repeated
    distant = remote, faraway
    cheapest = least expensive
    space = room
    border = frontier, boundary
    harsh = cruel, brutal
    masses = crowds, people
    poor = needy, destitute
    wall = barrier, rampart
    tribes = peoples
    harbour = port
    prices = cost
    straight = direct
    whole = entire, complete
    about = roughly, around
    several = many
    across = through
    over = across
    """,
    """
    produce = consume
    slows = hastens
    widens = constricts
    lower = raise
    suppresses = inflames
    dampens = amplifies
    roughens = smooths
    tighten = loosen
    shortens = prolongs
    connects = isolates
    prevent = provoke
    restores = erases
    forbid = tolerate
    reduces = doubles
    divides = unites
    guard = raid
    calms = enrages
    builds = demolishes
    hardens = crumbles
    weakens = fortifies
    conquers = liberates
    young = old
    small = large
    harmful = beneficial
    severe = mild
    thin = thick
    high = low
    low = high
    quiet = loud
    dry = humid
    heavy = light
    left = right
    front = rear
    stale = current
    distant = local
    huge = tiny
    frequent = rare
    straight = winding
    northern = southern
    poor = wealthy
    free = costly
    eastern = western
    """,
)

FOURTH = _set(
    "fourth",
    {
        "cells": """
        mitochondria | generate, generate, generated | most of the energy | in muscle cells
        ribosomes | assemble, assemble, assembled | proteins from amino acids | at 20 units a second
        the cell membrane | exclude, excludes, excluded | large molecules | at all times
        lysosomes | digest, digest, digested | worn parts of the cell | in an acid bath
        helicase | separate, separates, separated | the two strands of DNA | before copying
        tubulin | form, forms, formed | hollow fibres | within 6 minutes
        ultraviolet light | damage, damages, damaged | the genes of skin cells | at high noon
        telomeres | protect, protect, protected | the ends of chromosomes | for about 50 divisions
        glucose | enter, enters, entered | the red blood cell | through a narrow gate
        growth factors | accelerate, accelerate, accelerated | the division of young cells | in healing wounds
        colchicine | block, blocks, blocked | the spindle | in early division
        cold shock | stiffen, stiffens, stiffened | the outer membrane | below 10 degrees
        """,
        "garden": """
        snails | eat, eat, eaten | tender seedlings | on wet nights
        straw | keep, keeps, kept | ripe strawberries | off the damp ground
        hard pruning | rejuvenate, rejuvenates, rejuvenated | old roses | in early March
        coffee grounds | deter, deter, deterred | hungry slugs | for 2 days
        bone meal | feed, feeds, fed | flowering bulbs | in October
        ladybirds | devour, devour, devoured | 60 aphids | per day
        hedges | break, break, broken | the force of the wind | over 15 metres
        late frosts | blacken, blacken, blackened | the blossoms of the pear | in May
        a glass roof | warm, warms, warmed | the winter lettuce | by 8 degrees
        deep watering | encourage, encourages, encouraged | long roots | in sandy beds
        black foil | smother, smothers, smothered | stubborn weeds | within 3 months
        moles | lift, lift, lifted | the smooth lawn | along their tunnels
        """,
        "traffic": """
        wet roads | lengthen, lengthen, lengthened | the braking distance | by 40 percent
        winter tyres | improve, improve, improved | the grip of the car | below 7 degrees
        narrow lanes | calm, calm, calmed | the traffic | near schools
        seat belts | restrain, restrain, restrained | the passengers | in a crash
        a roundabout | replace, replaces, replaced | four traffic lights | at busy crossings
        diesel engines | emit, emit, emitted | fine soot | on cold starts
        trams | carry, carry, carried | 200 commuters | on one trip
        alcohol | blunt, blunts, blunted | the attention of drivers | after two glasses
        noise barriers | absorb, absorb, absorbed | the roar of the motorway | up to the third floor
        low sun | dazzle, dazzles, dazzled | oncoming drivers | on autumn evenings
        speed cameras | reduce, reduce, reduced | serious accidents | on straight stretches
        heavy lorries | wear down, wear down, worn down | the asphalt | in hot summers
        """,
        "paper": """
        beaters | crush, crush, crushed | linen rags | for 12 hours
        chlorine | bleach, bleaches, bleached | brown pulp | in closed towers
        the wire mesh | drain, drains, drained | the wet sheet | within seconds
        felt blankets | press, press, pressed | water from the sheet | under 30 tonnes
        clay | fill, fills, filled | the gaps between fibres | in glossy magazines
        glue from bones | seal, seals, sealed | the surface of writing paper |
        acid size | embrittle, embrittles, embrittled | old books | within 80 years
        bright light | yellow, yellows, yellowed | cheap newsprint | in a few weeks
        short fibres | weaken, weaken, weakened | recycled paper | after 6 rounds
        a watermark | identify, identifies, identified | the honest maker | since the Middle Ages
        steam cylinders | dry, dry, dried | the moving web | at 120 degrees
        spruce wood | yield, yields, yielded | long fibres | for strong bags
        """,
    },
    """
    chloroplasts | generate, generate, generated | most of the sugar | in leaf cells
    proteasomes | digest, digest, digested | marked proteins of the cell | in a narrow barrel
    actin | form, forms, formed | thin fibres | within 2 minutes
    X-rays | damage, damage, damaged | the genes of bone cells | at high doses
    taxol | block, blocks, blocked | the spindle | in late division
    alanine | enter, enters, entered | the red blood cell | through a wide gate
    lacewings | devour, devour, devoured | 40 aphids | per day
    earwigs | eat, eat, eaten | tender petals | on warm nights
    late frosts | blacken, blacken, blackened | the leaves of the walnut | in May
    horn shavings | feed, feed, fed | leafy cabbages | in April
    a brick wall | warm, warms, warmed | the winter spinach | by 3 degrees
    buses | carry, carry, carried | 70 commuters | on one trip
    petrol engines | emit, emit, emitted | little soot | on cold starts
    airbags | restrain, restrain, restrained | the driver | in a crash
    fatigue | blunt, blunts, blunted | the attention of drivers | after three hours
    ozone | bleach, bleaches, bleached | brown pulp | in open vats
    chalk | fill, fills, filled | the gaps between fibres | in school books
    pine wood | yield, yields, yielded | coarse fibres | for brown boxes
    """,
    """
    generate = produce, supply
    assemble = build, put together
    excludes = keeps out, bars
    digest = break down, dissolve
    separates = parts, splits
    forms = builds, makes
    damages = harms, injures
    protect = shield, guard
    accelerate = speed up, hasten
    blocks = stops, inhibits
    stiffens = hardens
    eat = gnaw, chew
    keeps = holds
    rejuvenates = renews, refreshes
    deter = repel, keep away
    feeds = nourishes
    devour = eat, consume
    break = soften, weaken
    blacken = darken, scorch
    warms = heats
    encourages = promotes, favours
    smothers = chokes, suffocates
    lift = raise, heave up
    lengthen = extend, increase
    improve = better, enhance
    calm = slow, quieten
    restrain = hold, secure
    replaces = supplants
    emit = give off, discharge
    carry = transport, move
    blunts = dulls, impairs
    absorb = swallow, soak up
    dazzles = blinds
    reduce = lower, cut
    wear down = erode, grind down
    crush = pound, mash
    bleaches = whitens, lightens
    drains = dewaters
    press = squeeze, wring
    fills = closes, plugs
    seals = coats, closes
    embrittles = weakens
    yellows = discolours
    identifies = names, reveals
    dry = heat
    yields = gives, provides
    worn = used, old
    parts = pieces, components
    large = big, bulky
    narrow = tight, slim
    hollow = tubular
    tender = delicate, soft
    damp = moist, wet
    ripe = mature
    hungry = ravenous
    force = power, strength
    stubborn = persistent, tough
    weeds = wild plants
    lawn = grass
    smooth = even, flat
    distance = path
    grip = hold, traction
    crash = accident, collision
    busy = crowded, hectic
    fine = tiny
    commuters = passengers, travellers
    trip = journey, ride
    attention = alertness, focus
    roar = noise, din
    serious = severe, grave
    accidents = crashes
    stretches = sections
    lorries = trucks
    gaps = spaces, holes
    glue = adhesive, paste
    surface = face
    cheap = inexpensive, poor
    rounds = cycles
    maker = producer, manufacturer
    honest = sincere
    strong = sturdy, tough
    bags = sacks
    hours = working hours
    about = roughly, around
    near = close to
    over = across
    within = in
    most = the bulk
    """,
    """
    generate = consume
    excludes = admits
    separates = joins
    damages = repairs
    protect = expose
    accelerate = retard
    blocks = frees
    stiffens = relaxes
    rejuvenates = exhausts
    deter = attract
    feeds = starves
    warms = chills
    encourages = stunts
    lengthen = shorten
    improve = spoil
    calm = agitate
    blunts = sharpens
    absorb = reflect
    reduce = increase
    weaken = strengthen
    fills = empties
    seals = opens
    identifies = conceals
    large = small
    narrow = broad
    outer = inner
    early = late
    tender = tough
    old = new
    deep = shallow
    long = short
    wet = dry
    low = high
    bright = dim
    cheap = expensive
    young = aged
    smooth = bumpy
    heavy = light
    serious = trivial
    busy = deserted
    hard = light
    straight = curved
    cold = warm
    """,
)

FIFTH = _set(
    "fifth",
    {
        "stars": """
        gravity | squeeze, squeezes, squeezed | cold gas clouds | over a million years
        young stars | heat, heat, heated | the surrounding dust | to 1000 degrees
        hydrogen fusion | power, powers, powered | the core of the sun | for 10 billion years
        magnetic fields | twist, twist, twisted | the plasma of the corona | during flares
        the solar wind | blow, blows, blown | the tail of a comet | away from the sun
        the moon | steady, steadies, steadied | the tilt of the earth | over long ages
        Jupiter | deflect, deflects, deflected | many asteroids | towards the outer system
        dark matter | hold, holds, held | fast galaxies | in large clusters
        neutron stars | send, send, sent | regular pulses | 30 times a second
        dust grains | redden, redden, reddened | the light of distant stars |
        large mirrors | collect, collect, collected | faint light | on dry summits
        spectrographs | reveal, reveal, revealed | the chemical make-up of stars | from dark lines
        """,
        "school": """
        frequent tests | strengthen, strengthen, strengthened | the memory of pupils | for months
        short breaks | restore, restore, restored | tired minds | after 45 minutes
        clear goals | motivate, motivate, motivated | weak pupils | at the start of a lesson
        loud classrooms | hinder, hinder, hindered | quiet reading | in the afternoon
        worked examples | relieve, relieve, relieved | the working memory of beginners |
        harsh criticism | discourage, discourages, discouraged | shy children | before the class
        good feedback | name, names, named | the next step | in plain words
        older siblings | explain, explain, explained | hard homework | twice a week
        mixed exercises | deepen, deepen, deepened | the grasp of fractions | over 6 lessons
        smartphones | distract, distract, distracted | young readers | every few minutes
        small classes | raise, raise, raised | the marks of poor children | in the first 3 years
        field trips | awaken, awaken, awakened | the interest in nature | in spring
        """,
        "bridge": """
        steel cables | carry, carry, carried | the weight of the deck | over 1200 metres
        piers | divide, divide, divided | the wide river | into 5 spans
        arches | press, press, pressed | the load | against firm abutments
        road salt | corrode, corrodes, corroded | the reinforcement of the slab | within 25 years
        rubber bearings | cushion, cushion, cushioned | strong earthquakes | below the deck
        side winds | shake, shake, shaken | slender towers | above 30 metres a second
        expansion joints | take up, take up, taken up | the stretching of the deck | on hot days
        engineers | inspect, inspect, inspected | each rivet | every 6 years
        red lead paint | shield, shields, shielded | old girders | from moist air
        floating ice | scour, scours, scoured | the base of the piers | in early spring
        heavy trucks | tire, tire, tired | the welds of the deck | over 2 million passages
        prestressing | close, closes, closed | fine cracks | in the concrete
        """,
        "tea": """
        withering | soften, softens, softened | the fresh leaves | for 16 hours
        rolling | rupture, ruptures, ruptured | the cells of the leaf | under light pressure
        oxygen | darken, darkens, darkened | the bruised leaves | in a humid room
        hot air | stop, stops, stopped | the work of the enzymes | at 95 degrees
        shade | sweeten, sweetens, sweetened | the early harvest | for 20 days before picking
        hard water | cloud, clouds, clouded | dark infusions | in large pots
        boiling water | ruin, ruins, ruined | delicate green tea | in half a minute
        milk | mask, masks, masked | the bitter taste |
        theanine | calm, calms, calmed | nervous drinkers | for about 3 hours
        tin boxes | guard, guard, guarded | the aroma | against damp and light
        high gardens | yield, yield, yielded | small harvests | above 2000 metres
        nimble pickers | gather, gather, gathered | 25 kilos of leaves | per day
        """,
    },
    """
    radiation pressure | blow, blows, blown | fine dust | away from the sun
    pulsating giants | send, send, sent | slow pulses | 2 times a year
    old stars | heat, heat, heated | the surrounding planets | to 700 degrees
    helium fusion | power, powers, powered | the core of a giant | for 100 million years
    Saturn | deflect, deflects, deflected | many comets | towards the inner system
    large dishes | collect, collect, collected | faint radio waves | in dry valleys
    cool water | restore, restores, restored | tired bodies | after 90 minutes
    open windows | hinder, hinder, hindered | quiet reading | in the morning
    older cousins | explain, explain, explained | hard riddles | once a week
    free lunches | raise, raise, raised | the marks of poor children | in the first 2 years
    hemp ropes | carry, carry, carried | the weight of the footpath | over 40 metres
    divers | inspect, inspect, inspected | each pile | every 3 years
    drifting logs | scour, scour, scoured | the banks of the river | in late autumn
    traffic noise | shake, shakes, shaken | slender railings | above 90 decibels
    lemon | mask, masks, masked | the fishy smell |
    steam | stop, stops, stopped | the work of the enzymes | at 100 degrees
    valley gardens | yield, yield, yielded | large harvests | below 300 metres
    caffeine | excite, excites, excited | nervous drinkers | for about 5 hours
    """,
    """
    squeezes = compresses, presses
    heat = warm
    powers = drives, feeds
    twist = bend, turn
    blows = pushes, drives
    steadies = stabilises, balances
    deflects = diverts, turns
    holds = keeps
    send = emit, transmit
    redden = tint, colour
    collect = gather, catch
    reveal = show, disclose
    strengthen = reinforce, improve
    restore = refresh, renew
    motivate = spur, inspire
    hinder = disturb, impede
    relieve = unburden, ease
    discourages = frightens, dispirits
    names = states, gives
    explain = clarify
    deepen = improve, strengthen
    distract = divert
    raise = lift, increase
    awaken = arouse, stir
    carry = bear, support
    divide = split, cut
    press = push, force
    corrodes = eats away, attacks
    cushion = dampen, absorb
    shake = rock, sway
    take up = absorb
    inspect = examine, check
    shields = protects, guards
    scours = wears away, erodes
    tire = weaken, fatigue
    closes = seals, shuts
    softens = wilts
    ruptures = breaks, bursts
    darkens = browns, blackens
    stops = ends, halts
    clouds = dulls, muddies
    ruins = spoils, destroys
    masks = hides, covers
    calms = soothes, relaxes
    guard = protect, keep
    yield = give, bear
    gather = pick, collect
    surrounding = nearby
    core = heart, centre
    tilt = slant, inclination
    many = numerous
    regular = steady, even
    distant = remote, faraway
    faint = weak, dim
    large = big, huge
    frequent = regular, repeated
    memory = recall
    pupils = students, learners
    tired = weary, exhausted
    goals = aims, targets
    quiet = silent, calm
    harsh = severe, sharp
    shy = timid, bashful
    step = stage
    plain = simple
    hard = difficult, tricky
    grasp = understanding, command
    marks = grades
    interest = curiosity
    weight = load, mass
    wide = broad
    load = burden, thrust
    firm = solid, stable
    slender = slim, thin
    stretching = lengthening
    girders = beams
    moist = damp, humid
    base = foot, bottom
    cracks = fissures, splits
    fresh = green, newly picked
    work = activity, action
    harvest = crop
    delicate = fine, tender
    taste = flavour
    nervous = anxious, restless
    aroma = fragrance, scent
    nimble = quick, skilful
    about = roughly, around
    over = across
    against = from
    towards = to
    during = in
    """,
    """
    squeezes = expands
    heat = cool
    twist = untwist
    steadies = disturbs
    deflects = attracts
    send = receive
    collect = scatter
    reveal = hide
    strengthen = weaken
    restore = exhaust
    motivate = bore
    hinder = further
    relieve = overload
    discourages = encourages
    explain = obscure
    distract = focus
    raise = depress
    awaken = kill
    corrodes = preserves
    closes = opens
    softens = hardens
    darkens = pales
    sweetens = embitters
    clouds = clears
    ruins = improves
    masks = exposes
    calms = agitates
    excites = calms
    guard = squander
    young = old
    cold = hot
    fast = slow
    outer = inner
    distant = near
    faint = bright
    frequent = rare
    short = long
    loud = silent
    weak = strong
    harsh = gentle
    good = bad
    older = younger
    hard = easy
    small = large
    wide = narrow
    firm = shaky
    heavy = light
    hot = cold
    early = late
    fresh = stale
    humid = dry
    high = low
    bitter = sweet
    nimble = clumsy
    """,
)

UNSEEN = _set(
    "unseen",
    {
        "digestion": """
        saliva | moisten, moistens, moistened | dry food | before swallowing
        pepsin | cut, cuts, cut | long protein chains | in the acid stomach
        gastrin | increase, increases, increased | the acid output of the stomach | after a meal
        the pylorus | release, releases, released | small portions | into the gut
        bile salts | disperse, disperse, dispersed | large fat drops | in the upper gut
        trypsin | activate, activates, activated | the other enzymes of the pancreas | within minutes
        the villi | enlarge, enlarge, enlarged | the inner surface of the gut | by about 10 times
        iron tablets | blacken, blacken, blackened | the stool | for several days
        gut bacteria | ferment, ferment, fermented | plant fibres | in the wide colon
        secretin | neutralise, neutralises, neutralised | the stomach acid | in the gut
        ghrelin | awaken, awakens, awakened | a strong appetite | before meals
        leptin | curb, curbs, curbed | the hunger of healthy people | over weeks
        the liver | break down, breaks down, broken down | 8 grams of alcohol | per hour
        """,
        "radio": """
        the aerial | catch, catches, caught | weak signals | from distant stations
        a tuned circuit | select, selects, selected | one frequency | out of many
        the amplifier | boost, boosts, boosted | the tiny voltage | by a factor of 1000
        the ionosphere | reflect, reflects, reflected | short waves | at night
        solar storms | disturb, disturb, disturbed | polar links | for up to 3 days
        a diode | recover, recovers, recovered | the speech from the carrier | in old sets
        tall masts | extend, extend, extended | the range of the sender | over flat land
        concrete walls | swallow, swallow, swallowed | high frequencies | in cellars
        quartz crystals | stabilise, stabilise, stabilised | the pitch of the sender | within 2 hertz
        a metal box | shield, shields, shielded | the receiver from noise |
        thick fog | attenuate, attenuates, attenuated | millimetre waves | by 4 decibels per kilometre
        satellites | relay, relay, relayed | live pictures | across the ocean
        jammers | drown, drown, drowned | enemy broadcasts | in times of war
        """,
        "wool": """
        shepherds | shear, shear, sheared | adult sheep | in late spring
        hot soda | remove, removes, removed | the grease from raw wool | in 3 baths
        carding | straighten, straightens, straightened | tangled fibres | between wire brushes
        a spinning wheel | twist, twists, twisted | loose fibres | into strong yarn
        alum | bind, binds, bound | red dyes | to the fibre
        rough washing | shrink, shrinks, shrunk | knitted jumpers | above 40 degrees
        moth larvae | chew, chew, chewed | old carpets | in dark wardrobes
        lanolin | soften, softens, softened | the hands of shearers |
        power looms | weave, weave, woven | 90 metres of cloth | in one shift
        fullers | pound, pound, pounded | the woven cloth | under wooden hammers
        coarse fleece | yield, yields, yielded | cheap felt | for slippers
        wet wool | hold, holds, held | a third of its weight in water | before it drips
        merino breeders | prefer, prefer, preferred | dry pastures | in the south
        """,
    },
    """
    insulin | curb, curbs, curbed | the hunger of healthy mice | over hours
    elastase | cut, cuts, cut | elastic protein chains | in the upper gut
    antacids | neutralise, neutralise, neutralised | the stomach acid | within minutes
    beetroot | redden, reddens, reddened | the stool | for a day
    the kidney | pass, passes, passed | 2 grams of alcohol | per hour
    chewing | moisten, moistens, moistened | dry bread | before swallowing
    a crystal filter | select, selects, selected | one sideband | out of two
    heavy rain | attenuate, attenuates, attenuated | microwave links | by 7 decibels per kilometre
    submarine cables | relay, relay, relayed | telephone calls | across the ocean
    the troposphere | bend, bends, bent | ultrashort waves | at dawn
    iron salts | bind, bind, bound | black dyes | to the fibre
    hand looms | weave, weave, woven | 6 metres of cloth | in one day
    shepherds | shear, shear, sheared | young goats | in early autumn
    fine fleece | yield, yields, yielded | costly yarn | for suits
    carpet beetles | chew, chew, chewed | stuffed birds | in dark museums
    """,
    """
    moistens = wets, dampens
    cuts = splits, cleaves
    increases = raises, boosts
    releases = lets through, frees
    disperse = scatter, break up
    activates = switches on, triggers
    enlarge = extend, increase
    blacken = darken, colour
    ferment = digest, break down
    neutralises = buffers, balances
    awakens = arouses, causes
    curbs = restrains, limits
    breaks down = degrades, destroys
    catches = picks up, receives
    selects = picks, filters
    boosts = raises, multiplies
    reflects = returns, mirrors
    disturb = disrupt, upset
    recovers = extracts, restores
    extend = widen, increase
    swallow = absorb, dampen
    stabilise = steady, fix
    shields = protects, screens
    attenuates = weakens, dampens
    relay = transmit, pass on
    drown = cover, mask
    shear = clip, shave
    removes = dissolves, washes
    straightens = aligns, combs
    twists = turns, winds
    binds = fixes, fastens
    shrinks = contracts, felts
    chew = eat, gnaw
    softens = smooths
    weave = make, produce
    pound = beat, hammer
    yields = gives, supplies
    holds = retains, takes up
    prefer = favour, choose
    food = meals
    output = production, secretion
    portions = amounts, helpings
    drops = droplets
    within minutes = within a few minutes
    inner = internal
    surface = area
    wide = broad, spacious
    strong = powerful, keen
    appetite = hunger
    healthy = fit, sound
    weak = faint, feeble
    distant = remote, faraway
    tiny = minute, small
    storms = outbursts
    links = connections
    old = vintage, early
    tall = high, lofty
    range = reach, radius
    noise = interference
    thick = dense
    live = current
    broadcasts = programmes, stations
    adult = mature, grown
    grease = fat
    raw = untreated, crude
    tangled = knotted, matted
    loose = single
    rough = harsh, vigorous
    jumpers = sweaters, pullovers
    cloth = fabric
    coarse = rough
    cheap = inexpensive, simple
    weight = mass
    pastures = meadows, grazing
    several = some
    about = roughly, around
    over = across
    before = prior to
    """,
    """
    moistens = dries
    increases = lowers
    releases = retains
    disperse = gather
    activates = blocks
    enlarge = reduce
    blacken = lighten
    awakens = quells
    curbs = fuels
    boosts = weakens
    reflects = absorbs
    disturb = favour
    extend = shrink
    swallow = amplify
    stabilise = upset
    attenuates = amplifies
    straightens = tangles
    binds = releases
    shrinks = stretches
    softens = roughens
    prefer = shun
    hold = lose
    long = short
    small = large
    large = small
    upper = lower
    inner = outer
    wide = narrow
    strong = weak
    weak = strong
    healthy = diabetic
    distant = near
    tiny = huge
    short = long
    high = low
    thick = thin
    tall = low
    old = modern
    adult = young
    late = early
    hot = cold
    loose = tight
    rough = gentle
    dark = bright
    coarse = fine
    cheap = costly
    wet = dry
    dry = wet
    """,
)
