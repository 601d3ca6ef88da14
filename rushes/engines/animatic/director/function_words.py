"""Function words and nouns that are never drawn: what holds a sentence together, by part of speech."""

from __future__ import annotations

FUNCTION_WORDS: dict[str, str] = {
    "det": "a, an, the, this, that, these, those, his, her, its, their, our, my, your, each, every, any, 's, another, both, a second, a third",
    "conj": "and, or, plus, as well as, along with, together with",
    "break": "while, as, whilst, when, where, then, but, before, after, until, because, so, suddenly, meanwhile, finally, although, though, if, cut to, and then",
    "relative": "who, which, whose, what, whom, that is, that are",
    "aux": "is, are, was, were, be, been, being, am, has, had, does, do, did, can, could, will, would, may, might, should, must, gets, isn't, aren't, it's, there's, there is, there are, can be seen",
    "to": "to",
    "pron": "he, she, it, they, him, them, himself, herself, itself, themselves, we, i, you, us, who's, everyone, someone, somebody, everybody, nobody, anyone",
    "neg": """no, not, without, never, free of, devoid of, empty of, lacking, don't, doesn't, zero, absence of, no one, avoid, exclude, excluding, except, except for,
        isn't any, do not show, do not include, don't show, don't include, there are no, there is no, with no, minus, none, neither, nor""",
    "prep": """in, on, at, through, across, along, inside, within, into, down, up, onto, amid, amidst, among, amongst, around, over, under, from, with, of, by,
        for, toward, towards, past, near, beyond, against, off, out of, about, between, during, via, atop, throughout, upon, on top of, in the middle of, at the edge of,
        in the heart of, underneath, beneath, below, above, behind, beside, besides, next to, in front of, alongside, overlooking, facing, opposite, outside,
        to the left of, to the right of, on the left of, on the right of, left of, right of, at the foot of, at the bottom of, at the top of, close to, surrounded by,
        in the midst of, out over, out of the, out at, adjacent to, ahead of, like, as if they were, as if it were, as if he were, as if she were, as if, as though, just like, as seen from, inside of, out on, accompanied by, followed by, on either side of""",
    "side_left": "on the left, on the left side, at the left, screen left, left side, in the left third, frame left, camera left, on the far left, on left, left side of the frame, in the left",
    "side_right": "on the right, on the right side, at the right, screen right, right side, in the right third, frame right, camera right, on the far right, on right, right side of the frame, in the right",
    "side_center": "in the center, in the centre, in the middle, centered, center frame, at the center, at the centre, centre frame, center of the frame, in the center of the frame, dead center",
    "front": "in the foreground, foreground, in foreground, up front, close to the camera, near the camera, close to camera",
    "back": "in the background, background, in the distance, far away, in the far distance, on the horizon, distant, far off, afar, in background, faraway, from afar, at the back",
    "head_right": "from left to right, left to right, to the right, rightward, rightwards, toward the right, towards the right, facing right, looking right, right across the frame",
    "head_left": "from right to left, right to left, to the left, leftward, leftwards, toward the left, towards the left, facing left, looking left",
    "head_front": "toward the camera, towards the camera, toward camera, towards camera, facing the camera, facing camera, toward us, towards us, toward the viewer, towards the viewer, looking at the camera, into the camera, directly at the camera, to camera, at the camera",
    "head_away": "away from the camera, away from camera, into the distance, back turned, from behind, off into the distance, toward the horizon, towards the horizon",
    "each_other": "each other, one another, face to face, facing each other, facing one another, back and forth",
    "heard": "sound of, sounds of, the sound of, the sounds of, hear, we hear, noise of, noises of, audio of, you hear, can hear, sound effects of, sound effect of, ambience of, sound effects, sfx, ambient noise, ambient sound, ambient sounds, audio, soundtrack of, soundscape, the faint sound of, echoes of, sound",
    "many": "colony, herd, flock, pack, swarm, pod, fleet, parade, school, shoal, convoy, troop, duo, trio",
    "lettering": "reads, reading, that reads, that says, sign saying, written, labeled, labelled, titled, named, called, text, words, letters, caption, title, logo, inscription, lettering, subtitle, sign that says, sign says, signs say, billboard says, banner says, banner saying, billboard saying, poster saying, the word, the words, spelling, that read, slogan",
}  # fmt: skip

#: Nouns of talk about films and of thought: they are not things.
IGNORED_NOUNS = """tray of, pile of, piles of, stack of, stacks of, heap of, mound of, handful of, crate of, wall of, walls of, tableau, still life, diorama, bars of, bar of, litter, tour, celebration, footage of, shot, scene, video, clip, footage, film, movie, frame, camera, lens, view, image, picture, photo, photograph, animation, render, sequence, cinematography,
    composition, background, foreground, depth, field, focus, lighting, light, light source, shadow, shadows, colour, color, colors, colours, tone, tones, palette, texture, textures, detail, details, style,
    aesthetic, look, feel, feeling, mood, atmosphere, ambiance, ambience, vibe, sense, emotion, beauty, wonder, awe, motion, movement, action, moment, time, day, way, thing,
    things, kind, sort, type, part, piece, side, edge, middle, center, centre, heart, end, start, beginning, top, bottom, left, right, front, back, distance, horizon, world, life,
    nature, landscape, scenery, environment, setting, place, area, space, spot, surroundings, surface, ground, floor, ceiling, roof, sight, eye, eyes, face, faces, hand, hands,
    arm, arms, leg, legs, foot, head, hair, body, skin, fur, feather, tail, paw, ear, nose, mouth, lip, lips, finger, fingers, shoulder, shoulders, neck, chest, chin, cheek, cheeks, forehead, eyebrow, eyebrows, knee, elbow, wrist, thumb, stomach, wing, mane,
    antlers, horn, whiskers, teeth, tongue, claw, hoof, fin, beak, belly, expression, smile, gaze, voice, breath, tear, tears, story, tale, dream, memory, idea, concept,
    resolution, fps, hd, uhd, ratio, quality, 1080p, 720p, seconds, second, minute, minutes, hour, hours, year, years, century, age, air, effect, effects, transition, montage, loop, angle, perspective,
    size, speed, pace, direction, path ahead, series, variety, group, number, lot, bit, set, line, row, pattern, shape, form, outline, contrast, exposure, glow,
    reflection, ray, beam, shine, warmth, cold, heat, silence, peace, love, joy, sadness, hope, fear, anger, power, energy, force, magic, freedom, adventure, journey, mission,
    morning air, journey home, culture, history, future, past, present, character design, close, prompt, subject, focal point, attention, vfx, cgi, unreal engine, octane, octane render,
    vignette, grain, noise, aspect, widescreen, name, word, words, subtitles, subtitle, caption, watermark, text, logo, ad, advertisement, commercial, trailer, b roll, music video, slow motion,
    stride, step, rhythm, beat, turn, ease, style of, front of, hero shot, midst, presence, dew, dew drop, dewdrop, sway, drama, scent, smell, taste, fragrance, dust cloud, seat, work, job, task, fun, play,
    tension, dialogue, dialog, conversation, speech, monologue, narration, voiceover, voice over, talk, whisper, song, note, notes, moonbeam, silhouettes, width, height, length, weight, contact"""

#: Nouns of things for which there is no drawing: they are reported as not drawn instead of taken for adjectives.
OTHER_NOUNS = """tank, army tank, battle tank, hydraulic press, sea creature, marine creature, deep sea creature, underwater creature, ocean creature, pie chart, line chart, lily pad, drawing, carving, engraving, writing, owner manual, chair, sandwich, pizza, hamburger, burger, sushi, noodles, ramen, bread, cheese, egg, bacon, steak, rice, salad, soup, fruit, banana, grape, pineapple, watermelon,
    lemon, carrot, broccoli, donut, doughnut, cookie, chocolate, candy, ice cream, popcorn, plate, bowl, spoon, fork, knife, pan, pot, kettle, oven, stove, refrigerator, fridge,
    microwave, sink, toilet, bathtub, shower head, mirror, clock, watch, television, tv, radio, printer, screen, monitor, mouse pad, remote, keyboard key, robot arm, machine, gear, tool,
    hammer tool, wrench, screwdriver, saw, nail, ladder, rope, chain, box, crate, barrel, bucket, bottle cap, jar, vase, painting, statue, sculpture, fountain, bus shelter, sign, traffic light,
    stop sign, fire hydrant, parking meter, mailbox, phone booth, trash can, swing set, carousel, ferris wheel, roller coaster, rollercoaster, frisbee, baseball bat,
    tennis racket, hockey stick, dice, chess, chessboard, card game, puzzle, doll, lego brick, drum set, drum, trumpet, saxophone, flute, accordion, harmonica, turntable, record player,
    gramophone, jukebox, speaker, cassette, compass, hourglass, treasure, treasure chest, chest of gold, coin, jewel, gem, diamond, ring, necklace, key, door, stairs, staircase, pillar, column,
    chandelier, carpet, rug, pillow, blanket, toothbrush, hair dryer, comb, scissors, pen, pencil, paintbrush, canvas, easel, paper sheet, envelope, stamp, gift, present box, christmas present, pumpkin,
    wire, skull, bone, spider web, web, cricket insect, frog, toad, starfish, sea urchin, shell, seashell, coral branch, egg shell, nest,
    horse cart, cart, carriage, wagon, stagecoach, wheel, tire, engine part, wing suit, parachute, trampoline, surf van, space suit rack, telescope dome, microscope, test tube, beaker, potion,
    cauldron, crystal, gemstone, portal stone, throne, altar, candle holder, tombstone, cross, anchor, net, fishing net, lobster trap, hammock, fence post, scale model, beast, animal,
    lipstick, handbag brand, sneaker, product, can, soda can, milk, honey, juice, water bottle, bench seat, parking sign, windmill toy, snow globe, music box, teapot, tea set,
    strawberry, cherry, peach, pear, mango, kiwi, avocado, potato, onion, garlic, pepper, corn, taco, burrito, hot dog, fries, waffle, pasta, spaghetti, cereal, yogurt, butter"""

#: Prepositions after which a place is where we are, and after which it is only in sight.
PREPS_HERE = frozenset(
    ["in", "on", "at", "through", "across", "along", "inside", "within", "into", "down", "up", "onto", "amid", "amidst", "among", "amongst", "around", "under", "over", "atop", "throughout", "upon", "via", "underneath", "beneath", "below"]
) | {"on top of", "in the middle of", "at the edge of", "in the heart of", "surrounded by", "in the midst of", "out of the", "out on", "inside of", "out over", "out at"}  # fmt: skip

#: Preposition -> how the first stands to the second.
RELATIONS: dict[str, str] = {
    "next to": "beside", "beside": "beside", "by": "beside", "near": "beside", "alongside": "beside", "close to": "beside", "adjacent to": "beside", "with": "beside",
    "opposite": "beside", "followed by": "leads", "ahead of": "leads", "accompanied by": "beside", "along with": "beside", "together with": "beside", "between": "between",
    "behind": "behind", "in front of": "before", "above": "above", "over": "above", "on top of": "on", "on": "on", "atop": "on", "under": "below", "beneath": "below",
    "below": "below", "underneath": "below", "to the left of": "left", "on the left of": "left", "left of": "left", "to the right of": "right", "on the right of": "right",
    "right of": "right", "in": "in", "inside": "in", "around": "beside", "facing": "faces", "towards": "faces", "toward": "faces", "past": "beside", "at": "faces", "inside of": "in",
}  # fmt: skip
