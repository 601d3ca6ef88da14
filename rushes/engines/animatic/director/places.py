"""Places: the words of each setting, and the scenery that a word of place brings along."""

from __future__ import annotations

from rushes.engines.animatic import artists

#: Settings under a roof.
INDOORS = frozenset({"room", "stage_hall", "wall", "kitchen", "office", "laboratory"}) | {
    name for name, added in artists.settings().items() if not added.outdoors
}

#: Setting -> words that mean it. "+" joins the scenery that such a word brings: "jungle+vines" is a forest with vines.
SETTING_WORDS: dict[str, str] = {
    "forest": """forest, woods, woodland, wood land, grove, birch forest, autumn forest, redwood forest, thicket, undergrowth,
        canopy, birch wood, oak wood, beech wood, ancient wood, dark wood, bluebell wood, moonlit wood, clearing, glade, forest floor, forest path+path, forest trail+path, treeline""",
    "pine_forest": """pine forest, pine woods, pine wood, spruce forest, conifer forest, coniferous forest, fir forest, taiga,
        pine grove, evergreen forest, pine trees, pines, fir trees, evergreens, boreal forest, nordic forest,
        snowy forest, snowy woods, winter forest, snow covered forest, snow covered pines, alpine forest, pine""",
    "meadow": """meadow, field, wheat field+wheat, cornfield+corn, corn field+corn, tulip field+tulips, tulip fields+tulips,
        field of tulips+tulips, lavender fields+lavender, field of lavender+lavender, field of poppies+poppies,
        wheat fields+wheat, provence+lavender, corn maze+corn, lavender field+lavender, flower field+flowers,
        field of flowers+flowers, field of wheat+wheat, sunflower field+sunflowers, field of sunflowers+sunflowers,
        grassland, hilltop, prairie, plain, hill, hillside, rolling hills, grass, countryside, steppe,
        vineyard+grapevines, vineyards+grapevines, winery+grapevines, wine country+grapevines, moor, moorland, heath,
        rice field, rice paddy, rice terrace, tea plantation, poppy field+poppies, clover, golf course, campsite, camp,
        wildflower meadow+flowers, treehouse+trees, fields, valley""",
    "mountains": """mountain, mountains, mountain range, mountain top, mountaintop, mountain peak, peak, alps, summit, ridge,
        cliff+cliff, cliffside+cliff, cliff edge+cliff, alpine lake+lake, himalayas, everest, highlands, rocky mountains,
        gorge+river, ski slope, slope, mountain pass, patagonia, iceland, snowy peaks, snow capped mountains,
        snowy landscape, frozen lake+ice, ski resort""",
    "desert": """desert, dune, sand dune, sahara, gobi, badlands, mesa, oasis+palms, salt flat, arid land, death valley,
        monument valley+mesas, wild west, old west, gold rush, outback, dry land, quarry, western town""",
    "beach": """beach, beaches, shore, shoreline, seaside, seashore, coast, coastline, sandy beach, tropical beach+palms,
        tropical island+palms, island+palms, bay, cove, lagoon+palms, sand, surf, hawaii+palms, maldives+palms,
        caribbean+palms, maui+palms, waikiki+palms, bali+palms, malibu, miami+palms, copacabana+palms, ipanema+palms, phuket+palms, seychelles+palms, tahiti+palms, bora bora+palms, big sur+cliff, tide pool+rocks""",
    "sea": """sea, ocean, open sea, open ocean, high seas, pacific, atlantic, mediterranean, open water, ocean surface,
        sea surface, seascape, strait, rough seas, stormy sea, waves""",
    "underwater": """underwater, under water, beneath the sea, under the sea, beneath the waves, below the surface, coral reef+coral,
        reef+coral, deep sea, deep ocean, ocean floor, seabed, sea floor, seafloor, ocean depths, depths, undersea,
        aquarium+coral, fish tank+coral, kelp forest+kelp, kelp, great barrier reef+coral, abyss, sunken ship, shipwreck,
        submerged, atlantis""",
    "city": """city, skyline, cityscape, metropolis, downtown, skyscraper, manhattan, new york, new york city, tokyo, london,
        hong kong, shanghai, dubai, chicago, los angeles, san francisco, singapore, urban, city skyline, high rise,
        seoul, night city+neon, city lights+lights, urban jungle, coastal city, berlin, sydney, mumbai, city center,
        johannesburg, cape town, cairo, bangkok, moscow, toronto, vancouver, melbourne, barcelona, madrid, lisbon, prague, vienna, budapest, athens, delhi, beijing, osaka, seattle, boston, mexico city, buenos aires, rio de janeiro, nairobi, lagos, warsaw, dublin, stockholm, copenhagen, rome, istanbul, las vegas+neon, town square""",
    "street": """street, sidewalk, pavement, avenue, boulevard, lane, crosswalk, intersection, city street,
        neon street+neon, chinatown+lanterns, shibuya+neon, shibuya crossing+neon, times square+neon,
        shopping district+neon, brooklyn, harlem, soho, montmartre, storefront, shop window, bus stop, parking lot, parking garage, courtyard, plaza,
        square, suburb, neighborhood, neighbourhood, mall, doorway, shopping mall, street corner, food stall+stalls,
        sidewalk cafe, city streets, kyoto+lanterns, festival+lanterns, venice+canal, canal+canal, amsterdam+canal""",
    "highway": """highway, road, freeway, motorway, country road, mountain road, coastal road, winding road,
        dirt road, racetrack, race track, racing circuit, route 66, interstate, open road, runway, tarmac, railway,
        railroad, train tracks, railway tracks, tunnel, desert road, desert highway, coastal highway, asphalt,
        gas station, track""",
    "village": """village, town, hamlet, small town, cottage, medieval village, medieval town, mountain village, house, houses,
        tuscany, hobbiton, villages, mill, windmill, settlement, church, monastery, home""",
    "room": """room, living room, dining room, study, hotel, apartment, loft, indoors, interior, inside a house,
        window seat+window, by the window+window, elevator, desk, sofa, couch, armchair, fireplace+fireplace,
        dining table, windowsill+window, bed, courtroom, recording studio, tatami room,
        log cabin interior+fireplace""",
    "stage_hall": """stage, concert hall, concert, theater, theatre, opera house, opera, ballroom, dance floor, nightclub, club,
        auditorium, arena, circus, circus ring, spotlight+spotlight, jazz club, cabaret, music hall, disco, talent show,
        theatre stage, concert stage, fashion show, runway show, catwalk, gala, boxing ring""",
    "space": """space, outer space, deep space, galaxy+galaxy, milky way+galaxy, nebula+nebula, cosmos, universe, stars and planets,
        zero gravity, space station+earth, orbit+earth, earth orbit+earth, low earth orbit+earth, solar system+planet,
        asteroid+asteroids, asteroid belt+asteroids, asteroid field+asteroids, black hole+black_hole, saturn+rings,
        jupiter+planet, spacewalk+earth, interstellar, starfield, wormhole, international space station+earth,
        ringed planet+rings, earth from space+earth, planet earth+earth, supernova+nebula, comet+comet, the void""",
    "planet": """alien planet, planet, planet surface, exoplanet, alien world, alien landscape, crater, another world,
        distant planet, strange planet""",
    "sky": """sky, clouds+clouds, above the clouds+clouds, cloudscape+clouds, sea of clouds+clouds, air, heavens, blue sky,
        stratosphere, mid air, floating island, open sky, sky above, high altitude""",
    "wall": """wall, stone wall, tomb, temple interior, chamber,
        stone chamber, cave wall, torch lit corridor, hieroglyphs, carving, mural, mine,
        stone corridor, underground, sewer, bunker, vault""",
    "jungle": """jungle, rainforest, rain forest, tropical forest, tropical rainforest, amazon, jungle path, jungle clearing,
        mangrove, cloud forest, congo, borneo, dense jungle, lush jungle, jungle river""",
    "arctic": """arctic, antarctica, antarctic, iceberg, icebergs, glacier, north pole, south pole, tundra, ice floe, pack ice, frozen sea,
        arctic ice, ice sheet, polar landscape, icy landscape, frozen wasteland, ice field, ice, frozen tundra, greenland""",
    "river": """river, stream, brook, creek, riverbank, riverside, waterfall+waterfall, waterfalls+waterfall, lake, pond, rapids,
        mountain stream, canyon river, river bank, mountain lake, lily pond, fjord, amazon river, nile, mississippi,
        forest stream""",
    "market": """market, night market+lanterns, bazaar, fish market, farmers market, spice market, street market, flower market,
        souk, marketplace, market stall, food stall, market square, flea market, floating market, medina, fruit market""",
    "castle": """castle courtyard, gates of a castle, castle gate, castle gates, castle garden, fortress, citadel,
        ramparts, castle walls, castle wall, palace courtyard, castle""",
    "ruins": """ruins, ancient ruins, ruined temple, temple ruins, overgrown ruins, lost city, greek temple, roman ruins,
        mayan temple, aztec temple, temple, ancient temple, acropolis, colosseum, stonehenge, ruin, sunken temple,
        lost temple, angkor wat""",
    "kitchen": """kitchen, kitchen counter, restaurant kitchen, pantry, kitchen table, stove, at the stove""",
    "office": """office, workplace, open plan office, conference room, meeting room, boardroom, newsroom, cubicle, call center, co working space,
        office desk, workstation, startup office, corner office, home office""",
    "laboratory": """laboratory, lab, science lab, research lab, mad scientist's lab, research facility, alchemist's lab, chemistry lab, clean room,
        secret lab, operating room, observatory""",
    **{name: added.words for name, added in artists.settings().items()},
}  # fmt: skip

#: Words of furniture and the like: they say where we are, but a real place named elsewhere is stronger.
HINTS = """by the window, windowsill, desk, sofa, couch, armchair, bed, dining table, kitchen counter, fireplace, grass, sand, hill, house, houses, castle,
    bridge, home, clouds, sky, air, pool, wall, lake, river, stream, pond, creek, brook, waterfall, square, track, waves,
    plain, cabin, hut, cottage, spotlight, planet, clover, pine, peak, slope, festival, pier, dock, depths, clearing, windmill,
    mill, barn, crater, ridge, doorway, road, lane, wood, ice, temple, stove, fortress, market stall, kitchen table, pantry, church, orbit, concert, stage, galaxy, nebula, comet, urban, camp,
    rocky, palace, port, pagoda, sphinx, torii, lava, cape, club, platform, surf, cliff"""

#: What stays of a place that was named second: "a forest below the mountains" is a forest with mountains.
FAR_SCENERY: dict[str, str] = {
    "forest": "trees", "pine_forest": "trees", "mountains": "mountains", "sea": "sea", "city": "skyline",
    "village": "houses", "beach": "sea", "meadow": "hills", "desert": "dunes", "space": "stars", "street": "houses", "castle": "castle", "river": "river", "market": "stalls", "arctic": "ice", "pyramids": "pyramids", "volcano": "volcano", "canyon": "cliff", "cliff_coast": "sea", "harbour": "sea",
}  # fmt: skip

#: Where the ones who are drawn live, for a prompt that names no place; the seed chooses.
RIG_HABITATS: dict[str, tuple[str, ...]] = {
    "rowboat": ("river",), "canoe": ("river",), "kayak": ("river",), "gondola": ("river",), "surfboard": ("sea",), "skateboard": ("street",),
    "snowboard": ("mountains", "pine_forest"), "skis": ("mountains", "pine_forest"), "sled": ("pine_forest", "village"),
    "sleigh": ("village", "pine_forest"), "broomstick": ("village", "mountains"), "carpet": ("desert", "city"),
    "jeep": ("desert", "meadow"), "pickup": ("highway", "village"), "convertible": ("highway", "beach"), "vintage_car": ("village", "street"),
    "school_bus": ("street",), "tram": ("street", "city"), "tow_truck": ("highway",), "tractor": ("meadow",),
    "fox": ("forest", "pine_forest", "meadow"), "wolf": ("pine_forest", "mountains"), "deer": ("forest", "meadow"),
    **dict.fromkeys(("monkey", "chimpanzee", "gorilla", "orangutan", "lemur"), ("jungle",)), "baboon": ("savanna",),
    "bear": ("pine_forest", "mountains"), "rabbit": ("meadow",), "horse": ("meadow",), "cow": ("farm", "meadow"),
    "dog": ("park", "meadow", "beach"), "cat": ("room", "village"), "lion": ("savanna",), "elephant": ("savanna",),
    "bird": ("sky", "meadow"), "eagle": ("mountains", "sky"), "owl": ("forest",), "seagull": ("beach", "sea"),
    "fish": ("underwater",), "whale": ("underwater", "sea"), "dolphin": ("sea", "underwater"), "turtle": ("underwater", "beach"),
    "jellyfish": ("underwater",), "car": ("highway", "street"), "truck": ("highway",), "bus": ("street",),
    "bicycle": ("street", "meadow"), "train": ("mountains", "meadow"), "sailboat": ("sea",), "ship": ("sea",),
    "airplane": ("sky",), "rocket": ("space",), "balloon": ("sky", "mountains"), "drone": ("city", "mountains"),
    "butterfly": ("meadow",), "piano": ("room", "stage_hall"), "guitar": ("room", "stage_hall"), "campfire": ("forest",),
    "lamp": ("street", "room"), "lighthouse": ("cliff_coast", "beach"), "snowman": ("winter_town", "pine_forest"), "dragon": ("mountains",),
    "castle": ("castle",), "windmill": ("meadow",), "tent": ("meadow", "forest"), "tower": ("city",), "kite": ("meadow", "beach"),
    "tree": ("meadow",), "flower": ("meadow",), "ball": ("meadow", "room"), "cake": ("room",), "astronaut": ("space", "lunar_surface"),
    "robot": ("city", "street"), "knight": ("castle", "mountains"), "human": ("street", "park"), "woman": ("street", "park"),
    "man": ("street", "park"), "child": ("playground", "park", "garden"), "card": ("meadow",),
}  # fmt: skip

#: Where single animals live although they share a drawing with others.
NOUN_HABITATS: dict[str, tuple[str, ...]] = {
    "submarine": ("underwater",), "submersible": ("underwater",), "spaceship": ("space",), "starship": ("space",), "spacecraft": ("space",),
    "polar bear": ("arctic",), "penguin": ("arctic",), "emperor penguin": ("arctic",), "camel": ("desert",),
    "snow leopard": ("mountains",), "tiger": ("jungle",), "monkey": ("jungle",), "gorilla": ("jungle",), "panda": ("bamboo_forest",),
    "sloth": ("jungle",), "parrot": ("jungle",), "toucan": ("jungle",), "crab": ("beach",), "lobster": ("underwater",),
    "tortoise": ("meadow", "desert"), "seal": ("beach",), "sea lion": ("beach",), "walrus": ("arctic",),
    "flamingo": ("river",), "pirate": ("sea",), "mermaid": ("underwater",), "diver": ("underwater",),
    "scuba diver": ("underwater",), "freediver": ("underwater",), "surfer": ("beach",), "lifeguard": ("beach",),
    "swimmer": ("swimming_pool",), "footballer": ("stadium",), "soccer player": ("stadium",), "football player": ("stadium",), "athlete": ("stadium",), "goalkeeper": ("stadium",), "zombie": ("wasteland",), "survivor": ("wasteland",), "skier": ("mountains",), "snowboarder": ("mountains",), "hiker": ("mountains",),
    "climber": ("mountains",), "farmer": ("farm",), "shepherd": ("meadow",), "gardener": ("garden",), "chef": ("kitchen",),
    "cook": ("kitchen",), "baker": ("kitchen",), "barista": ("room",), "bartender": ("room",), "scientist": ("laboratory",),
    "professor": ("room",), "teacher": ("room",), "doctor": ("room",), "nurse": ("room",), "librarian": ("room",),
    "detective": ("old_town_alley", "street"), "ballerina": ("stage_hall",), "dancer": ("stage_hall",), "singer": ("stage_hall",),
    "musician": ("stage_hall",), "pianist": ("room", "stage_hall"), "comedian": ("stage_hall",), "magician": ("stage_hall",),
    "cowboy": ("desert",), "ninja": ("bamboo_forest", "japanese_garden"), "samurai": ("japanese_garden",), "wizard": ("enchanted_forest", "mountains"),
    "witch": ("enchanted_forest",), "fairy": ("enchanted_forest",), "elf": ("enchanted_forest",), "unicorn": ("enchanted_forest",), "ghost": ("village", "forest"),
    "rover": ("mars",), "lander": ("lunar_surface",), "moon lander": ("lunar_surface",), "cactus": ("desert",), "lotus": ("meadow",),
    "goldfish": ("underwater",), "santa": ("winter_town",), "santa claus": ("winter_town",), "reindeer": ("pine_forest",),
    "duck": ("river",), "chicken": ("farm",), "hen": ("farm",), "rooster": ("farm",), "pig": ("farm",), "goat": ("farm",), "piglet": ("farm",), "cyborg": ("cyberpunk_city",), "android": ("cyberpunk_city",), "swan": ("river",), "race car": ("highway",), "taxi": ("street",),
    "tractor": ("farm",), "paper airplane": ("room", "sky"), "fisherman": ("harbour", "sea"), "lighthouse keeper": ("cliff_coast", "beach"), "boat": ("sea",),
    "candle": ("room",), "alien": ("planet",), "superhero": ("city",), "monk": ("mountains",), "viking": ("sea", "mountains"),
    "hacker": ("office",), "businessman": ("office", "street"), "businesswoman": ("office", "street"), "frog": ("river",), "merchant": ("market",), "vendor": ("market",), "king": ("castle",), "queen": ("castle",), "beaver": ("river",), "otter": ("river",), "crocodile": ("river",), "fishmonger": ("market",), "explorer": ("jungle", "ruins"), "archaeologist": ("ruins",), "jaguar": ("jungle",), "black panther": ("jungle",), "orangutan": ("jungle",), "macaw": ("jungle",), "inventor": ("laboratory",), "alchemist": ("laboratory",), "secretary": ("office",), "baby": ("room",), "hummingbird": ("garden",), "mushroom": ("enchanted_forest",),
    "camper van": ("mountains", "beach"), "gondola": ("street",), "zebra": ("savanna",), "giraffe": ("savanna",), "rhino": ("savanna",), "rhinoceros": ("savanna",), "cheetah": ("savanna",), "hyena": ("savanna",), "meerkat": ("savanna",), "lioness": ("savanna",),
    "ostrich": ("savanna",), "geisha": ("japanese_garden",), "koi": ("japanese_garden",), "mummy": ("pyramids",), "pharaoh": ("pyramids",), "sailor": ("harbour",),
    "marble": ("room",), "tumbleweed": ("desert",), "kangaroo": ("desert", "meadow"), "moose": ("pine_forest", "mountains"),
}  # fmt: skip
NOUN_HABITATS |= {
    noun.strip(): (name,) for name, added in artists.settings().items() for noun in added.who.split(",") if noun.strip()
}
