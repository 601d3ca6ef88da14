"""Verbs: what each one looks like, as one of plan.ACTIONS."""

from __future__ import annotations

#: Action -> verbs (base form; several words for phrases). "playing guitar" and the like are in PLAYING.
ACTION_WORDS: dict[str, str] = {
    "stand": """wait for the train, wait for a train, wait for his train, wait for her train, wait for the bus, wait for a bus, board the train, stand, wait, pose, remain, stay, pause, linger, hide, lurk, tower, loom, guard, parked, appear, exist, perch?, freeze,
        hesitate, stop, halt, emerge?, arrive?, lean, balance, stand still, hold still, brace, meditate standing, hang, dangle, hang from, dangle from""",
    "sit": """land, sit, sit down, crouch, kneel, squat, perch, be seated, seated, nestle, meditate, pray, propose, roost, fishing, fish, sitting, ride shotgun,
        huddle, squatting""",
    "lie": "lie, lie down, recline, lounge, rest, sunbathe, relax, bask, sprawl, curl up, laze, lay down",
    "walk": """set out, walk, stroll, wander, stride, march, hike, step, pace, amble, saunter, tiptoe, creep, prowl, stalk, crawl, climb, trek,
        plod, trudge, limp, stumble, stagger, explore, approach, enter, leave, cross, come, go, move, travel, roam, waddle, parade,
        shuffle, sneak, wade, make its way, make her way, make his way, make their way, pass, patrol, follow, emerge, arrive,
        venture, meander, head toward, head towards, head to, head home, return, walk away, depart, advance, cross, traverse, scurry?, push through, journey, carry?, arrives,
        navigate, push, pull, drag, migrate, scuttle, stroll along, lumber, hobble, strut, traipse, slither, slide, stomp, rollerblade, skate, ice skate""",
    "trot": "trot, canter, skip, scamper, prance, scurry, pad, lope, patter, trot along, frolic",
    "run": """run after, sprint after, dash after, race after, run, jog, sprint, race, dash, gallop, bolt, chase, rush, hurry, flee, charge, escape, speed, zoom past, dart, stampede, hunt,
        run away, pounce?, pursue, tear, barrel, bound, hurtle, zip, ski, snowboard, skateboard, sled, surf, scramble, outrun, whiz""",
    "fly": """skydive, parachute, fly, soar, flap, flutter, flit, swoop, circle, take flight, wheel, fly away, ascend?, hover over,
        zip through, cruise through the sky, take wing, dive bomb, fly over, swarm, buzz""",
    "hover": "hover, levitate, hang in the air, hang in mid air, suspend",
    "swim": "swim, dive, paddle, plunge, snorkel, scuba dive, surface, breach, dart through the water, swim past, wade through the water",
    "drive": "drive, roll, cruise, ride, cycle, pedal, motor, steer, navigate traffic, commute, park the car, rev, accelerate, chug, rumble, rattle, bike",
    "sail": "sail, row, set sail, dock, anchor, bob, drift on the water, navigate the waves, moor",
    "float": "float, drift, glide, tumble, bob, drift through, float away, waft, drift along, orbit the earth",
    "dance": """dance ballet, do ballet, dance, waltz, slow dance, dance flamenco, twirl, sway, spin around, pirouette, tango, breakdance, groove, salsa, perform a dance, moonwalk,
        tap dance, celebrate, cheer, party, perform""",
    "play": """play, plant, ring, comb, perform on, strum, drum, play together, practice, juggle, compose, type, paint, draw, write, knit, sew, cook, bake, work,
        build, craft, sculpt, pour, stir, garden, wash, clean, sweep, chop, knead, hammer, forge, repair, fix, tinker, sketch,
        conduct, throw, catch, kick, toss, fetch, stack, open, mix, carve, decorate, blow bubbles, brew, slice, examine, juggles,
        operate, watering, waters, assemble, wrestle, fight, box, duel, fence, sword fight, practise, train, wield, battle, spar, exercise, lift weights, stretch,
        sweep the floor, sweep floor, mop the floor, mop floor, iron, iron clothes, do laundry, do the laundry, vacuum, brush teeth, brush his teeth, brush her teeth, brush their teeth, wash dishes, wash the dishes, do the dishes,
        play chess, play cards, play tennis, play badminton, play table tennis, play golf, play football, play soccer, play baseball, play cricket, play basketball, play rugby, play hockey,
        play video games, play a video game, do push ups, do pushups, do squats, do sit ups, do pull ups, arm wrestle, arm wrestling, archery, do archery, fold clothes, fold laundry, cut, roast, weld, solder, saw,
        shave, take a shower, take a bath, wash hair, wash hands, apply makeup, put on makeup, make the bed, blow soap bubbles, shoot an arrow, shoot arrows, dribble,
        hula hoop, polish, fold, experiment, make, prepare, create, petting, stroke, feed, brush, comb, shave, unwrap, dig, scratch, hug, embrace,
        kiss, shake hands, wave, clap, reach, hold hands, hold out, raise, lift, pick, gather, cast, summon, conjure, point, salute, bow, shrug, wave goodbye, wave hello, applaud,
        crochet, embroider, whisk, fry, grill, saute, peel, crochet, shovel, mop, rake, punch, code, take a photo, take photos, take a picture,
        take pictures, blow bubbles, cast a spell, do yoga, practice yoga, work out, play catch, cuddle, swing, swing from, beat its chest, pound its chest, thump its chest, beat their chests""",
    "eat": "eat, drink, munch, chew, nibble, devour, feed on, sip, lick, taste, bite, dine, graze, snack, lap, swallow, gulp, slurp, peck, feast",
    "sleep": "sleep, nap, doze, slumber, snooze, dream, snore, hibernate, fall asleep, asleep, sleeping, sleepy?",
    "jump": """jump, splash, leap, hop, bounce, somersault, vault, spring up, pounce, backflip, do a backflip, jump over, jump up, flip, cartwheel,
        trampoline, leap over, bungee jump, parkour, dunk""",
    "look": """check his watch, check her watch, look at his watch, look at her watch, blow out, look, watch, gaze, stare, observe, peer, glance, look at, look up, look out, look around, face, read, study, admire, see,
        notice, search, discover, listen, look back, look down, contemplate, think, wonder, spot, inspect, peek, scan, survey, turn, behold,
        wake up, watch tv, watch television, stargaze, ponder, look on, look over, turn to, turn around, smile, grin, frown, cry, weep, sob, blink, wink, nod, reflect?, sniff,
        breathe, look into, await, investigate, focus, squint, browse, photograph, tremble, shiver, exhale, inhale, sigh,
        scroll, text, gasp""",
    "talk": """give a speech, give a lecture, teach a class, livestream, stream, vlog, talk, speak, say, talk on the phone, make a phone call, answer the phone, chat, converse, tell, whisper, shout, yell, murmur, mutter, sing, laugh, argue, announce, exclaim,
        reply, ask, answer, call, cry out, declare, explain, narrate, recite, mumble, scream, hum, giggle, interview, present, discuss,
        respond, add, state, remark, continue, respond, lecture, deliver a speech, deliver a monologue, preach, report, croon, rap, greet,
        bark?, meow?, moo, neigh, whinny, howl, roar, growl, chirp, purr?, sings, proclaim, snarl, hiss, beg, plead, admit, confess, warn, promise, joke,
        howls, barks, bleat, hoot, chuckle, beatbox, warble, crow, scold, quip, roars, growls, tweet, croak""",
    "burn": "burn, melt, blaze, glow, flicker, smolder, smoulder, crackle, flare, erupt, shine, flame, glimmer, gleam, illuminate, sparkle, shimmer",
    "fall": "shatter, spill, fall, drop, collapse, topple, sink, descend, plummet, cascade, crash, fall down, tumble down, rain down, slip, trip",
    "spin": "spin, rotate, revolve, turn around slowly, whirl, swirl, twist, orbit, pivot, gyrate, rotates",
    "grow": "grow, bloom, blossom, sprout, unfold, expand, rise up, open up, unfurl, fan out, fan out its tail, fan out its feathers, spread its tail, spread its tail feathers, display its tail feathers, show off its feathers, spread its feathers, fan its tail, open its tail, display its feathers, display its tail, display its plumage, spread its plumage, ripen, hatch, germinate, evolve, transform, morph, inflate",
    "launch": "launch, lift off, take off, blast off, shoot up, takeoff, liftoff, rise, ascend, ignite, blast, rocket up, soar upward",
}  # fmt: skip

#: Verb -> the trait by which an animal's rig refines the action, see rigs.gestures.
MANNERS: dict[str, str] = {
    "howl": "howling", "howls": "howling", "roar": "roaring", "roars": "roaring", "growl": "roaring", "growls": "roaring", "snarl": "roaring",
    "bark": "barking", "barks": "barking", "meow": "calling", "moo": "calling", "crow": "calling", "neigh": "calling", "bleat": "calling", "whinny": "calling", "cry": "calling", "call": "calling",
    "drink": "drinking", "lap": "drinking", "sip": "drinking", "sniff": "sniffing", "dig": "digging", "scratch": "scratching", "stretch": "stretching",
    "curl up": "curled up", "fish": "catching fish", "hatch": "hatching", "hang": "hanging", "dangle": "hanging", "hang from": "hanging", "dangle from": "hanging", "swing": "swinging", "swing from": "swinging", "climb": "climbing", "flap": "flapping", "land": "landing", "peck": "pecking",
}  # fmt: skip

#: How much an action says; one that says more replaces one that says less ("stands and plays" plays).
ACTION_RANK: dict[str, int] = {"stand": 0, "look": 1, "talk": 1, "sit": 2, "lie": 2}
ACTION_RANK_PLAIN = 3

#: Actions that move a subject over the ground or through air and water.
LOCOMOTION = frozenset({"walk", "trot", "run", "fly", "swim", "drive", "sail", "launch"})

#: Verbs of speech -> tone; all others of the "talk" row are plain.
TONES: dict[str, str] = {
    "whisper": "whisper", "murmur": "murmur", "mutter": "murmur", "mumble": "murmur", "shout": "shout", "yell": "shout",
    "scream": "shout", "exclaim": "shout", "cry": "shout", "call": "shout", "roar": "shout", "sing": "sing", "hum": "sing", "croon": "sing",
    "rap": "sing", "sings": "sing", "announce": "shout", "proclaim": "shout", "sigh": "murmur", "gasp": "whisper", "breathe": "whisper", "cry out": "shout",
}  # fmt: skip
TONE_WORDS: dict[str, str] = {
    "whisper": "whispering, whispered, whisper, in a whisper, quietly, hushed, under his breath, under her breath",
    "murmur": "murmuring, murmured, softly, gently, tenderly, wearily, low voice, in a low voice, soft voice",
    "shout": "shouting, shouted, loudly, angrily, excitedly, furiously, at the top of his lungs, at the top of her lungs, yelling",
    "sing": "singing, sung, in song, melodically",
}  # fmt: skip

#: Verbs that only tell how a thing is held or worn: they change no action.
HOLDING = "get caught in, caught in, hold, wear, carry, have, feature, show, contain, include, clutch, grip, cradle, display, adorn, cover, surround, fill, reveal, depict, capture, portray, illustrate, seem, become, begin, start, keep, let, get, try, want, need, stretch out, set, create a sense, evoke, use, cast a shadow, cast shadows, cast light, reflect, frame, light up, filter, meet, confront, scatter, sway in the wind, ripple, rustle, whistle, billow, lap, wash, continue to, decide, realize, end, finish, fade, transition, shift, change, happen, occur, give, take, put, place, leave behind, made, paint the sky, catch the light, settle, gather around, dissolve, linger on, open with, zoom past, blend, merge"

#: What a moving thing of each kind does when the verb is one for legs.
GAITS: dict[str, dict[str, str]] = {
    "swimmer": {"walk": "swim", "trot": "swim", "run": "swim", "fly": "swim", "drive": "swim", "burn": "swim", "spin": "swim",
                "hover": "float", "sail": "swim", "dance": "swim", "launch": "jump", "stand": "swim", "play": "swim"},
    "wheels": {"walk": "drive", "trot": "drive", "run": "drive", "float": "drive", "sail": "drive", "swim": "drive", "dance": "drive",
               "jump": "drive", "look": "stand", "play": "drive", "sit": "stand", "lie": "stand", "spin": "drive", "burn": "stand",
               "launch": "drive", "sleep": "stand", "fall": "stand", "eat": "stand", "talk": "stand", "grow": "stand"},
    "hull": {"walk": "sail", "trot": "sail", "run": "sail", "float": "sail", "drive": "sail", "swim": "sail", "dance": "sail",
             "jump": "sail", "fly": "sail", "sit": "float", "lie": "float", "stand": "float", "look": "float", "play": "sail"},
    "wings": {"run": "fly", "drive": "fly", "sail": "fly", "float": "fly", "swim": "fly", "launch": "fly", "trot": "walk",
              "spin": "fly"},
    "aircraft": {"walk": "fly", "trot": "fly", "run": "fly", "drive": "fly", "sail": "fly", "swim": "fly", "jump": "fly",
                 "look": "fly", "play": "fly", "dance": "fly", "sit": "fly"},
    "legs": {"drive": "sit", "sail": "stand", "burn": "stand", "grow": "stand", "launch": "jump"},
    "still": {"walk": "stand", "trot": "stand", "run": "stand", "fly": "stand", "swim": "stand", "drive": "stand", "sail": "stand",
              "sit": "stand", "lie": "stand", "look": "stand", "talk": "stand", "eat": "stand", "sleep": "stand"},
}  # fmt: skip

#: Rig -> how it moves; the rest have legs.
KINDS: dict[str, str] = {
    "bat": "wings", "fly": "wings", "mosquito": "wings", "phoenix": "wings",
    "squid": "swimmer", "pufferfish": "swimmer", "shrimp": "swimmer",
    "skateboard": "wheels", "snowboard": "wheels", "skis": "wheels", "sled": "wheels", "surfboard": "hull",
    "fish": "swimmer", "whale": "swimmer", "dolphin": "swimmer", "turtle": "swimmer", "jellyfish": "swimmer",
    "car": "wheels", "truck": "wheels", "bus": "wheels", "bicycle": "wheels", "train": "wheels",
    "sailboat": "hull", "ship": "hull", "bird": "wings", "eagle": "wings", "owl": "wings", "seagull": "wings",
    "butterfly": "wings", "dragon": "dragon", "airplane": "aircraft", "rocket": "aircraft", "balloon": "aircraft",
    "drone": "aircraft", "piano": "still", "guitar": "still", "campfire": "still", "lamp": "still", "lighthouse": "still",
    "snowman": "still", "castle": "still", "house": "still", "windmill": "still", "tent": "still", "tower": "still", "kite": "aircraft", "tree": "still", "flower": "still", "cake": "still", "ball": "ball", "card": "card",
    "astronaut": "legs",
}  # fmt: skip

#: Rigs in which whoever drives or rides is drawn or not to be seen; on others a rider is missing.
WITH_DRIVERS = frozenset(
    {"car", "sports_car", "taxi", "police_car", "truck", "fire_engine", "bus", "tractor", "train", "bicycle", "motorcycle", "ship", "galleon",
     "airplane", "biplane", "rocket", "helicopter", "saucer", "balloon"}
)  # fmt: skip

#: What each rig does when no verb says it; legs stand.
HABITS: dict[str, str] = {
    "bat": "fly", "fly": "fly", "mosquito": "hover", "phoenix": "fly", "squid": "swim", "pufferfish": "swim", "shrimp": "swim",
    "fish": "swim", "whale": "swim", "dolphin": "swim", "turtle": "swim", "jellyfish": "float", "car": "drive", "truck": "drive",
    "bus": "drive", "bicycle": "drive", "train": "drive", "sailboat": "sail", "ship": "sail", "bird": "fly", "eagle": "fly",
    "owl": "sit", "seagull": "fly", "airplane": "fly", "rocket": "fly", "balloon": "float", "drone": "hover", "butterfly": "fly",
    "dragon": "fly", "campfire": "burn", "lamp": "burn", "lighthouse": "burn", "flower": "grow", "cat": "sit", "windmill": "spin", "kite": "fly", "torch": "burn", "candle": "burn", "lantern": "burn",
}  # fmt: skip

#: What birds that do not fly do, and others that differ from their kind.
NOUN_HABITS: dict[str, str] = {
    "cyclist": "drive", "runner": "run", "jogger": "run", "dancer": "dance", "ballerina": "dance", "swimmer": "swim", "freediver": "swim", "scuba diver": "swim",
    "penguin": "stand", "emperor penguin": "stand", "chicken": "walk", "hen": "walk", "rooster": "stand", "turkey": "stand", "ostrich": "run", "emu": "walk",
    "peacock": "stand", "flamingo": "stand", "duck": "swim", "duckling": "swim", "swan": "swim", "goose": "walk", "crab": "walk", "tortoise": "walk",
    "hermit crab": "walk", "hummingbird": "hover", "seal": "lie", "sea lion": "lie", "walrus": "lie", "rocket ship": "stand", "octopus": "float",
    "dinosaur": "walk", "t rex": "walk", "tyrannosaurus": "walk", "tyrannosaurus rex": "walk", "velociraptor": "run", "triceratops": "walk",
    "brachiosaurus": "walk", "stegosaurus": "walk", "godzilla": "walk", "kaiju": "walk", "lizard": "walk", "crocodile": "walk", "alligator": "walk",
    "iguana": "stand", "chameleon": "stand", "gecko": "stand", "komodo dragon": "walk", "salamander": "walk", "monster": "stand",
}  # fmt: skip

#: Instruments: one who plays it gets the trait; "piano" and "drums" also stand there.
INSTRUMENTS: dict[str, str] = {
    "piano": "piano", "grand piano": "piano", "keyboard": "piano", "guitar": "guitar", "acoustic guitar": "guitar",
    "electric guitar": "guitar", "violin": "strings", "cello": "strings", "saxophone": "jazz", "trumpet": "brass",
    "flute": "flute", "drum": "drums", "drums": "drums", "drum kit": "drums", "harp": "harp", "accordion": "accordion", "banjo": "guitar", "ukulele": "guitar",
    "organ": "piano", "harmonica": "flute", "double bass": "jazz", "upright piano": "piano", "lute": "guitar",
}  # fmt: skip
