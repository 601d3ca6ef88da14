"""Looks: style and mood, by the words that mean them."""

from __future__ import annotations

MOODS = ("calm", "joyful", "tense", "sad", "epic", "mysterious", "romantic", "playful")

STYLE_WORDS: dict[str, str] = {
    "storybook": """storybook, picture book, children's book, fairy tale, fairytale, illustration, illustrated, disney, disney style, cartoon, cartoon style,
        pixar, pixar style, 3d animation, 3d animated, 3d render, whimsical illustration, animated film, low poly""",
    "noir": "noir, film noir, black and white, monochrome, monochromatic, neo noir, b&w, greyscale, grayscale, high contrast black and white, noir style, silent film",
    "watercolour": "watercolour, watercolor, watercolour painting, watercolor painting, ink wash, gouache, aquarelle, sumi e, ink painting, pastel drawing, painting, ukiyo e, hokusai, woodblock print, fresco",
    "paper": "paper cut, paper cutout, paper cut out, papercut, papercraft, cut out animation, cutout, origami, collage, paper craft, paper art, layered paper, construction paper, paper theatre, paper world",
    "blueprint": "blueprint, technical drawing, schematic, wireframe, architectural drawing, x ray, cad, engineering drawing, hologram style",
    "claymation": "claymation, stop motion, stop motion animation, clay, clay figures, plasticine, clay animation, puppet show, felt puppets, puppet animation",
    "oil": "oil painting, oil paint, painterly, impressionist, impressionism, impressionist painting, van gogh, monet, impasto, acrylic painting, hand painted, brush strokes, brushstrokes, painted in oil, oil on canvas, renaissance painting, rembrandt, turner",
    "sketch": "sketch, pencil sketch, pencil drawing, line drawing, line art, charcoal, charcoal drawing, charcoal sketch, pen and ink, ink drawing, hand drawn sketch, chalk drawing, crosshatching, cross hatching, graphite, doodle, storyboard sketch, a ha style",
    "anime": "anime, anime style, manga, studio ghibli, ghibli, ghibli style, makoto shinkai, japanese animation, cel shaded, cel shading, shonen, anime aesthetic, comic book, comic, graphic novel, hand drawn animation",
    "film": """35mm, 35mm film, 16mm film, 70mm, film grain, grainy film, cinematic film, super 8, super8, photorealistic, realistic, photographic, documentary, live action,
        hyperrealistic, vhs, vintage film, kodak, analog film, anamorphic, imax, cinematic lighting, cinematic, shot on film, home video, retro film, old film, movie trailer, blockbuster, 4k, 8k, film stock, polaroid""",
    "pixel": "pixel, pixel art, 8 bit, 8bit, 16 bit, 16bit, retro game, voxel, video game, pixelated, minecraft, pixel style, arcade game, lego",
}  # fmt: skip

MOOD_WORDS: dict[str, str] = {
    "calm": """calm, serene, peaceful, tranquil, quiet, relaxing, soothing, gentle, still, meditative, cozy, cosy, contemplative, restful, soft, zen, ambient, lo fi, lofi,
        hushed, idyllic, dreamy, ethereal, atmospheric, delicate, hypnotic, poetic""",
    "joyful": """joyful, happy, cheerful, joyous, festive, celebratory, uplifting, merry, upbeat, bright mood, jubilant, exuberant, heartwarming, hopeful, sunny mood, wholesome,
        delighted, lively, warm and cheerful, triumphant joy, optimistic, feel good, smiling, laughing, celebrates""",
    "tense": """tense, suspense, suspenseful, thrilling, dangerous, intense, urgent, dramatic, chaotic, frantic, menacing, threatening, violent, action packed, gritty,
        scary, horror, frightening, fear, danger, anxious, thriller, nervous, panic, ominous, foreboding, fierce, angry, dystopian, apocalyptic, post apocalyptic""",
    "sad": "sad, melancholy, melancholic, lonely, sorrowful, mournful, somber, sombre, gloomy, wistful, nostalgic, bittersweet, tearful, grief, heartbroken, desolate, bleak, longing, solemn, crying, weeping, forlorn, poignant",
    "epic": "epic, majestic, heroic, grand, awe inspiring, powerful, monumental, sweeping, triumphant, legendary, breathtaking, orchestral, glorious, spectacular, inspiring, awe, mighty, soaring, adventurous, adventure, grandeur",
    "mysterious": "mysterious, mystical, eerie, enigmatic, haunting, spooky, otherworldly, magical, enchanted, surreal, mystery, uncanny, ghostly, secret, supernatural, creepy, dark fantasy, strange, alien, fantasy, moody, noir, mystic, occult",
    "romantic": "romantic, love, tender, intimate, loving, affectionate, passionate, kiss, wedding, romance, valentine, embrace",
    "playful": "playful, whimsical, funny, quirky, silly, comical, humorous, cute, goofy, mischievous, adorable, comedic, comedy, bouncy, zany, amusing, hilarious, fun, kawaii, cartoonish, lighthearted",
}  # fmt: skip
