"""Noises: the words of what is heard, and what each scene sounds like when the prompt says nothing.

Names are those of `sound.catalog`; each may be followed by names to fall back on. A name that the catalog lacks is not
put into the plan (the plan's notes say so), so the tables may be richer than the catalog.
"""

from __future__ import annotations

from rushes.engines.animatic import artists

SOUND_WORDS: dict[str, str] = {
    "wind": "wind howls, wind howling, howling wind, wind blows, wind blowing, sound of wind, wind whistling, whistling wind, wind, gust, gale, whooshing wind",
    "breeze": "breeze, rustling leaves, leaves rustle, leaves rustling, rustle, rustling, grass rustling, rustling grass, whispering trees",
    "rain": "rain, rainfall, raindrops, rain patters, patter of rain, pattering rain, downpour, drizzle, rain pattering, rain falling",
    "thunder": "thunder, thunderclap, rumbling thunder, thunder rumbles, thunder cracks, thunder rolls, distant thunder, thunder rumbling, lightning cracks",
    "waves": "waves crash, waves crashing, crashing waves, wave, waves, surf, lapping water, waves lapping, ocean waves, sea sounds, water laps, lapping waves",
    "water": "babbling brook, flowing water, trickling water, running water, gurgling, rushing water, stream sounds, dripping water, drips, trickle, dripping",
    "underwater": "bubbles rising, underwater ambience, muffled underwater, bubbling, underwater sounds, muffled",
    "birds": "birdsong, birds chirp, birds chirping, bird song, birds sing, birds singing, chirping, tweeting, bird calls, bird call, chirping birds, singing birds, chirp, cooing, dawn chorus",
    "seagulls": "seagulls cry, seagulls crying, gulls cry, gull cries, seagull cries, gulls, seagulls calling, seagulls squawk",
    "crickets": "crickets, cricket, crickets chirp, crickets chirping, cicadas, cicada, night insects",
    "fire": "crackling fire, fire crackles, crackling, crackle, fire crackling, flames crackle, crackling flames, crackling campfire, crackling torches, torches crackle, crackling torch",
    "footsteps": "footsteps, footstep, steps, crunching snow, crunch of snow, snow crunching, snow crunches, boots crunch, footfalls, crunching footsteps, clicking heels, heels clicking, crunch, footsteps echo, paws, crunch underfoot",
    "hooves": "hooves, hoofbeats, galloping hooves, clip clop, thundering hooves, hoof beats",
    "engine": "engine, engine roars, roaring engine, engine revs, revving, motor, engine purrs, engine rumble, tires screech, tyres screech, screeching tires, engines roar, humming engine, revving engine",
    "traffic": "traffic, car horns, car horn, horns, honking, distant traffic, street noise",
    "siren": "sirens, siren, distant sirens",
    "applause": "crowd cheering, crowd roaring, crowd roars, crowd cheers, applause, clapping, cheering, cheers, audience claps, crowd cheers",
    "explosion": "explosion, explosions, boom",
    "fireworks": "fireworks explode, fireworks crackle, fireworks bang, exploding fireworks, firework bangs",
    "splash": "splash, splashing, water splashes, rowing, oars",
    "purr": "purring, purrs",
    "robot": "servos, servo, whirring, mechanical whirring, beeping",
    "magic": "magic chime, magical chime, sparkle sound",
    "frogs": "frogs croak, frogs croaking, croaking",
    "bees": "buzzing insects, insects buzzing, bees buzzing, buzzing bees, buzzing",
    "chimes": "wind chimes, chimes, chime",
    "waterfall": "roaring waterfall, waterfall roars",
    "city": "city noise, city sounds, urban noise, city ambience",
    "crowd": "crowd, chatter, murmur of voices, murmuring crowd, crowd noise, chattering, background chatter, laughter, people talking, indistinct chatter, chatting crowd, bustling crowd",
    "train": "train whistle, train horn, train wheels, clatter of wheels, chugging, rattling tracks, whistle blows, steam whistle",
    "bell": "bell, church bells, bells, bell rings, bell tolls, bells ring, jingle bells, ringing bell, bell ringing",
    "clock": "clock ticking, ticking clock, ticking, tick tock",
    "typing": "keyboard clicks, typing sounds, keyboard clicking, clacking keys, typing on a keyboard, mechanical keyboard",
    "heartbeat": "heartbeat, heart beating, pounding heart, heart beats, thumping heart",
    "hum": "hum, low hum, humming sound, electric hum, buzzing neon, neon buzz, neon hum, drone hum, ambient hum, machine hum, electronic hum, humming machinery, radio static, radio crackle",
    "rocket": "rocket engines, rocket roar, thrusters, rocket thrust, blast off, roar of engines",
    "howl": "distant howl, wolf call",
    "bark": "barking, barks, woof",
    "meow": "meows, meowing",
    "roar": "roars, roaring, growling",
    "neigh": "neigh, whinny, neighs, whinnies",
    "whale": "whale song, whale calls, whale sounds, whalesong, whale call",
    "owl": "hoot, hoots, hooting",
    "wings": "flapping wings, wings flap, wing beats, fluttering wings, wingbeats",
}  # fmt: skip

#: What to use for a name that the catalog does not have.
SOUND_FALLBACKS: dict[str, str] = {"breeze": "wind", "hooves": "footsteps", "seagulls": "waves", "rocket": "engine"}

#: What a noun of the picture is when it stands after "the sound of".
HEARD: dict[str, str] = {
    "rain": "rain", "storm": "thunder", "wind": "wind", "snow": "wind", "waves": "waves", "sea": "waves", "waterfall": "waterfall", "river": "water",
    "fire": "fire", "campfire": "fire", "fireplace": "fire", "torches": "fire", "bird": "birds", "seagull": "seagulls", "owl": "owl",
    "dog": "bark", "wolf": "howl", "cat": "meow", "horse": "hooves", "lion": "roar", "dragon": "roar", "bear": "roar", "car": "engine", "truck": "engine",
    "bus": "engine", "train": "train", "rocket": "rocket", "airplane": "engine", "drone": "hum", "whale": "whale", "city": "city", "street": "city",
    "forest": "birds", "lightning": "thunder", "fireworks": "fireworks", "falling_leaves": "breeze", "trees": "breeze", "wheat": "breeze",
    "audience": "crowd", "lake": "water", "bubbles": "underwater", "neon": "hum", "human": "crowd", "butterfly": "wings", "robot": "hum", "beach": "waves",
}  # fmt: skip

#: Beds of a setting by day and by night.
SETTING_SOUNDS: dict[str, tuple[str, str]] = {
    "forest": ("birds breeze", "crickets owl"), "pine_forest": ("breeze birds", "breeze owl"), "meadow": ("birds breeze", "crickets"),
    "mountains": ("wind", "wind"), "desert": ("wind", "wind"), "beach": ("waves seagulls", "waves crickets"), "sea": ("sea waves", "sea waves"),
    "underwater": ("underwater", "underwater"), "city": ("city", "city"), "street": ("city", "city"), "highway": ("traffic", "traffic"),
    "village": ("birds", "crickets"), "room": ("room", "room"), "stage_hall": ("", ""), "space": ("drone", "drone"), "planet": ("wind", "wind"),
    "sky": ("wind", "wind"), "wall": ("", ""), "jungle": ("birds crickets", "crickets frogs"), "arctic": ("wind", "wind"),
    "river": ("water birds", "water crickets"), "market": ("crowd", "crowd"), "castle": ("birds wind", "wind owl"), "ruins": ("wind birds", "wind crickets"),
    "kitchen": ("simmering", "simmering"), "office": ("desks", "desks"), "laboratory": ("hum", "hum"),
    **{name: (added.by_day, added.by_night) for name, added in artists.settings().items()},
}  # fmt: skip
WEATHER_SOUNDS: dict[str, str] = {
    "snow": "snow", "rain": "rain", "storm": "storm thunder", "wind": "wind", "dust": "wind", "fog": "breeze",
}  # fmt: skip
FEATURE_SOUNDS: dict[str, str] = {
    "waterfall": "waterfall",
    "river": "water",
    "waves": "waves",
    "fireplace": "fire",
    "torches": "fire",
    "fire": "fire",
    "lightning": "thunder",
    "audience": "crowd",
    "falling_leaves": "breeze",
    "fireworks": "fireworks",
}
#: What a thing itself sounds like, by the last word of its noun.
NOUN_SOUNDS: dict[str, str] = {
    "clock": "clock",
    "bell": "bell",
    "chimes": "chimes",
    "typewriter": "typing",
    "fireworks": "fireworks",
}
#: What somebody does is heard: the words of the prompt.
DOINGS: dict[str, str] = {
    "purr": "purr", "purrs": "purr", "types": "typing", "claps": "applause", "applauds": "applause", "casts a spell": "magic",
    "casts spells": "magic",
}  # fmt: skip  # fmt: skip
RIG_SOUNDS: dict[str, str] = {
    "motorcycle": "engine", "scooter": "engine", "jeep": "engine", "pickup": "engine", "convertible": "engine", "vintage_car": "engine",
    "tow_truck": "engine", "school_bus": "engine", "tractor": "engine", "taxi": "engine", "sports_car": "engine", "surfboard": "waves",
    "campfire": "fire", "car": "engine", "truck": "engine", "bus": "engine", "train": "train", "rocket": "rocket", "seagull": "seagulls",
    "airplane": "engine", "helicopter": "helicopter", "drone": "hum", "whale": "whale", "ship": "waves", "sailboat": "waves",
}  # fmt: skip
#: Rigs whose feet are heard.
FOOTED = frozenset(
    [
        "human",
        "woman",
        "man",
        "child",
        "astronaut",
        "robot",
        "knight",
        "fox",
        "dog",
        "cat",
        "wolf",
        "deer",
        "bear",
        "lion",
        "elephant",
        "cow",
    ]
)

#: Instruments and kinds of music; the value is the mood that the word brings.
MUSIC_WORDS: dict[str, str] = {
    "": """music, melody, soundtrack, score, song, tune, musical score, background music, instrumental, piano music, piano melody, guitar music,
        theme, music plays, symphony, orchestra, strings, violin music, harp music, piano notes, piano chords, music box, flute melody, chords, guitar melody""",
    "calm": "lullaby, ambient music, ambient pad, lo fi music, lofi beats, gentle piano, soft piano, acoustic guitar music, soft music, gentle music, ambient soundtrack, lo fi beats, meditation music",
    "joyful": "upbeat music, happy music, cheerful music, dance music, pop music, folk music, ukulele music, pop song, cheerful tune, techno, disco music, jazz music, festive music, upbeat soundtrack, funk, swing music, electronic music, marching band",
    "tense": "suspenseful music, tense music, dramatic music, action music, heavy metal, rock music, ominous music, dark synth, tense strings, pulsing synth, war drums, percussion",
    "sad": "sad music, melancholic music, sad piano, somber music, mournful violin, melancholy melody, cello music, melancholic piano, sad violin, blues music",
    "epic": "epic music, orchestral music, orchestral score, heroic music, cinematic music, epic score, orchestral swell, sweeping strings, cinematic score, choir, swelling orchestra, epic orchestral music",
    "mysterious": "mysterious music, eerie music, haunting melody, synth music, synthwave music, ethereal choir, synth pad, eerie strings, synth, theremin",
    "romantic": "romantic music, love song, waltz music, slow jazz, smooth jazz, jazz, saxophone music, accordion music, string quartet, sax, bossa nova",
    "playful": "playful music, whimsical music, ragtime, quirky music, pizzicato, cartoon music, circus music, whimsical tune, playful tune, xylophone",
}  # fmt: skip
