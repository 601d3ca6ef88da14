"""Corrections by hand to what WordNet says of common nouns."""

from __future__ import annotations

import re

#: Word of a drawing -> number of the sense that is meant, from 1; 0 for none: it draws its own name only.
SENSES: dict[str, int] = {
    "drop": 0, "orb": 0, "globe": 0, "ring": 0, "target": 0, "hamper": 0, "bag": 0, "box": 0, "can": 0, "case": 0, "dish": 0,
    "vehicle": 0, "insect": 0, "bug": 0, "pupil": 0, "fan": 0, "loafer": 0, "cutlery": 0, "fork": 0, "screw": 0, "brick": 0,
    "shrub": 0, "bush": 0, "plant": 0, "person": 1, "girl": 2, "barrel": 2, "pitcher": 2, "drumstick": 2, "tooth": 0, "knot": 0, "sheet of paper": 0, "document": 0,
    "letter": 0, "screen": 0, "monitor": 0, "tape": 0, "magazine": 0, "map": 0, "money": 0, "cash": 0, "paper": 0, "trunk case": 0, "bone": 0,
    "cabinet": 0, "drawer": 0, "hook": 0, "brush": 0, "needle": 0, "bolt": 0, "lock": 0, "bowl": 0, "plate": 0, "bottle": 0, "jar": 0, "pot": 0,
    "meat": 0, "roast": 0, "bread": 1, "soup": 1, "bird": 1, "cracker": 0, "dessert": 0, "sweet": 0, "pastry": 0, "pudding": 0, "cloud": 0,
    "leaf": 0, "feather": 0, "clothing": 0, "jacket": 1, "boot": 1, "hat": 0, "cap": 1, "slipper": 1, "mask": 0, "helmet": 1, "shield": 1,
    "sign": 0, "satellite": 1, "chest": 0, "trunk": 0, "seat": 0, "bath": 0, "door": 1, "window": 0, "mirror": 0, "bed": 1, "cot": 0, "crib": 0,
    "computer": 1, "camera": 1, "phone": 1, "projector": 0, "wheel": 0, "gear": 0, "chain": 0, "anchor": 0, "stone": 0, "rock": 0, "boulder": 0, "pebble": 0,
    "factory": 1, "hospital": 1, "bank": 0, "temple": 1, "school": 0, "museum": 0, "arena": 0, "stadium": 1, "web": 0, "peacock": 0, "firebird": 0, "chalk": 0, "jigsaw": 0, "slide": 0, "pepper": 0, "log": 0, "fire extinguisher": 0, "ribbon": 0, "headstone": 0, "retort": 0, "inn": 1, "cart": 0, "carriage": 0,
    "figure": 0, "model": 0, "host": 0, "character": 0, "silhouette": 0, "climber": 0, "mummy": 0, "devil": 0, "monster": 0, "coach": 0, "player": 0,
    "craft": 0, "aircraft": 0, "ball": 1, "marble": 0, "fruit": 0, "grain": 0, "rye": 0, "berry": 0, "bean": 0, "pill": 0, "disc": 0, "pen": 1, "notebook": 0,
    "lamp": 0, "candle": 0, "light bulb": 0, "tower": 1, "tank": 1, "train": 1, "god": 0, "ghost": 0, "angel": 0, "alien": 0, "mole": 0, "duck": 0, "chick": 0,
    "salt": 0, "butter": 0, "ice": 0, "milk": 0, "wine": 1, "beer": 1, "juice": 1, "tea": 0, "coffee": 0, "cup": 0, "spade": 0, "capsule": 0, "soap": 0, "urn": 0,
    "spool": 0, "thread": 0, "basket": 0, "bucket": 0, "brandy": 0, "knife": 1, "saw": 2, "spoon": 1, "bat": 1, "mouse": 1, "crane": 5, "pick": 0,
    "pool": 0, "game": 0, "toy": 1, "gift": 0, "present": 0, "package": 0, "rig": 0, "portrait": 0, "painting": 0, "statue": 0, "bomb": 0, "dynamite": 0,
    "ladder": 1, "bridge": 0, "pie": 1, "horn": 0, "flute": 1, "flower": 1, "tree": 1, "palm": 0, "cactus": 1, "mushroom": 0, "fern": 0, "herb": 0, "mint": 0,
    "coin": 0, "gold": 0, "robot": 1, "star": 0, "planet": 0, "kite": 0, "recorder": 0, "punk": 0, "dog": 1, "buck": 0, "pup": 0, "doe": 0, "kid": 0, "jack": 0,
}  # fmt: skip

#: Parts of words that hurt whoever they are said of: no noun with one of them gets a drawing.
HURTFUL = re.compile(
    r"nigger|negro|negress|\bkike|\bchink|\bgook|\bspic\b|\bwop\b|faggot|\bdyke|whore|slut|hooker|retard|cripple|midget|mongoloid|cretin"
    r"|\bmoron|rapist|p[a]?edophile|\bnazi|klansman|\bslave|eunuch|savage|redskin|squaw|half.?breed|mulatto|golliwog|terrorist|corpse"
    r"|prostitute|hangman|\bsex|\bjew|gypsy|gipsy"
)

#: Nouns that get no drawing by their meaning: they mostly mean something else, or no stock picture may illustrate them.
NEVER = frozenset(
    word
    for row in (
        # Mostly something else.
        """pop, picket, shooter, fodder, fossil, fruitcake, browser, compiler, cyberpunk, cuckoo, knockout, locator, lush, orderly, outlier, plier,
        relative, rip, romantic, rustic, screener, sharper, slider, squirt, temp, topper, tot, tracker, voucher, wag, waver, zany, closer, immune,
        liberal, superior, inferior, seasonal, secular, transient, itinerant, affluent, auxiliary, juvenile, growler, buff, ex, finisher, jerk, jinx,
        kin, gainer, grader, mod, mope, pro, proxy, ref, goner, flier, trusty, whiz, sub, sour, shook, hind, punky, dinky, grubby, chilly, broody,
        sinker, tiller, spelt, ail, malt, gob, flanker, departed, adjuster, alto,
        sable, john, hood, irons, works, ordinary, stiff, dun, chute, cut glass, sir, batting, coping, calculus, jaw, lower jaw, jowl, prey, pocket,
        bow, gig, hulk, dame, mount, master, mate, bearer, carrier, mover, conveyor, lifter, conductor, charger, counsel, dear, draw, draught, post, lead,
        bogy, brig, imp, chosen, major, general, private, minor, white, black, brown, gray, pole, lasher, idler, batter, sole, spring, iron, seal, case,
        will, mark, may, bill, art, rose, jack, jenny, tom, billy, drake, ruff, rush, sage, pink, violet, olive, coral, cock, tit, pussy, ass, bitch, beaver,
        crab louse, rubber, johnny, dick, dike, tool, rod, prick, nut, nuts, screw, knob, balls, melons, jugs, hooter, knocker, boob, rack, chopper,
        feeling, being, soul, individual, mortal, someone, somebody, life, body, self, party, person of color, urchin, cub, pup, whelp, thing, equal, match, peer, like, opposite, douche, douche bag, bulletin board, bulletin board system, bbs, chat room, chatroom, sparkler, server, shades, cob, generic, port wine,
        rival, good guy, bad guy, image, picture, star, principal, lead, second, third, first, back, end, center, guard, forward, wing, tackle, safety, half,
        left, right, short, catch, natural, fast, slow, plain, dark, light, gold, silver, copper, bronze, green, blue, red, yellow, scarlet, crimson,
        purple, ruby, amber, maroon, bay, roan, chestnut, palomino, sorrel, pinto, paint, dapple, grey, gent, old, young, blonde, brunette, redhead, dye,
        crown, head, foot, hand, face, arm, leg, eye, nose, mouth, ear, tail, horn, wing, paw, hoof, fin, beak, claw, trunk, hide, coat, pad, palm,
        tender, local, express, special, limited, freight, transport, craft, bottom, steamer, liner, cutter, clipper, tramp, tanker, trawler, tug, packet,
        wild, tame, pet, giant, hunter, killer, runner, racer, jumper, digger, roller, setter, pointer, tumbler, shaker, cracker, snapper, drum, sucker, wonder,
        walk-on, pin-up, stand-in, show-off, shut-in, fill-in, cut-up, cutup, goof-off, jerk-off, write-in, high-up, higher-up, tier-up, tier up,
        bull's eye, bull's-eye, home plate, human body, human, detergent builder, feed bunk, fresh fish, eyeball, fish house punch, straggler, laggard, loon, southpaw, hurler,
        queen, king, rook, knight, bishop, castle, pawn, wall, plane, spirit, shade, spook, jade, jet, ash, box, date, fig, plum, gum, tar, mint, caper, dill,
        pearl, gull, goose, grouse, crane, swift, bank, bark, slip, scale, plaster, blind, bench, bar, counter, gallery, hall, court, house, home, lodge, camp,
        hydra, medusa, titan, colossus, mother, father, brother, sister, ruler, square, compass, band, strip, bit, plug, switch, button, jumper, key ring, trap""",
        # Said of people, and in a prompt meant as it stands.
        """big fish, black sheep, bottom dog, busy bee, cold fish, dark horse, devil dog, eager beaver, early bird, fat cat, hell kite, hell rooster, jail bird,
        killer bee, lame duck, lounge lizard, mother hen, night owl, odd fish, pack rat, poor fish, powder monkey, queer bird, queer duck, rare bird, road hog,
        sacred cow, sea dog, sitting duck, social lion, spring chicken, top dog, ugly duckling, war hawk, water dog, water rat, wharf rat, yard bird, young buck,
        snake in the grass, dog in the manger, card shark, loan shark, bird of passage, grand dragon, couch potato, ball of fire, top banana, second banana,
        big wheel, big cheese, bad hat, brass hat, old bag, ball hawk, bar fly, dirt ball""",
        # What is said of people to hurt them, and what is no matter for a stock picture.
        """white man, black man, colored, negro, negress, nigger, darky, coon, spade, gook, chink, jap, nip, kike, yid, hymie, sheeny, wop, dago, guinea, spic,
        wetback, greaser, paddy, mick, kraut, hun, jerry, frog, limey, polack, redskin, squaw, savage, half breed, half caste, mulatto, octoroon, quadroon, mestizo,
        coolie, pickaninny, piccaninny, mammy, uncle tom, tom, boy, honky, whitey, cracker, redneck, hillbilly, gypsy, gipsy, eskimo, pygmy, bushman,
        hottentot, kaffir, abo, paki, fag, faggot, queer, dyke, homo, sodomite, lesbian, gay, tranny, transvestite, hermaphrodite, eunuch, gelding, castrate,
        whore, slut, prostitute, hooker, harlot, strumpet, tart, trollop, call girl, courtesan, concubine, mistress, escort, pimp, madam, stripper, sex object,
        sex symbol, nymphet, nymphomaniac, pervert, rapist, molester, pedophile, paedophile, child molester, murderer, assassin, killer, hangman, executioner,
        terrorist, suicide bomber, nazi, fascist, racist, bigot, skinhead, klansman, slave, bondsman, serf, coolie, cripple, midget, dwarf, hunchback, freak, retard,
        moron, idiot, imbecile, cretin, half wit, simpleton, lunatic, madman, maniac, psychopath, psycho, leper, spastic, mongoloid, deaf mute, mute,
        junkie, addict, drug addict, drunk, drunkard, alcoholic, wino, bum, tramp, hobo, scum, trash, vermin, white trash, corpse, cadaver, stiff, dead person,
        sex bomb, sexpot, slave ship, slave ant, slavey, gallows bird, cyber terrorist, negro pepper, holy terror, little terror, golliwog, golliwogg, hangman's rope, hangman's halter, hempen necktie, condom, nude, nude person, nudist, exhibitionist, voyeur, exotic dancer, mannequin, cannibal, martyr, virgin, bastard, illegitimate child, orphan, hostage,
        victim, prisoner, convict, pariah, untouchable, infidel, heathen, pagan, jew, moslem, atom bomb, atomic bomb, neutron bomb, hydrogen bomb, megaton bomb, bunter,
        fat person, fatso, fatty, crone, hag, old maid, spinster, old man, fairy, nance, pansy, poof, poove, sissy, pantywaist, milksop, wimp, jezebel,
        mantrap, vamp, siren, golf widow, broad, chick, doll, wench, skirt, babe, baby, bimbo, sex kitten, fancy woman, kept woman, bawd, bluestocking,
        cannon fodder, mental case, neurotic, psychotic, schizophrenic, paranoid, hysteric, invalid, amputee, cretin, sufferer, lazar, diabetic, epileptic,
        anorexic, bulimic, albino, mulatto, creole, colored person, person of colour, minority, blackamoor, moor, tribesman, aborigine, native, primitive, barbarian""",
    )
    for part in row.split(",")
    if (word := " ".join(part.split()))
)
