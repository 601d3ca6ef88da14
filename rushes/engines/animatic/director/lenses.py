"""Lenses: film's own words for shot size, angle, focus and pace, and the grammar of camera moves."""

from __future__ import annotations

SIZE_WORDS: dict[str, str] = {
    "extreme_wide": """extreme wide shot, extreme wide, extreme long shot, ews, establishing shot, very wide shot, vast landscape, panorama,
        panoramic, panoramic view, panoramic shot, bird's eye view, birds eye view, epic landscape, vista, establishing""",
    "wide": "wide shot, wide angle, wide angle shot, long shot, wide view, wide, master shot, wide lens, wide frame, ws, 24mm, 18mm, 16mm, 28mm",
    "full": "full shot, full body shot, full body, full length, full length shot, medium wide shot, medium long shot, cowboy shot, american shot, whole body, head to toe",
    "medium": """medium shot, mid shot, waist up, medium view, two shot, over the shoulder, over the shoulder shot, mid range shot,
        chest up, ms, medium, half body, half length, from the waist up, 35mm lens, 50mm, 50mm lens, interview shot""",
    "close": """close up, closeup, close shot, close up shot, medium close up, tight shot, on the face of, on his face, on her face, on their faces, portrait shot, portrait, portrait of, selfie, selfie of, head and shoulders, cu,
        headshot, head shot, face close up, close view, 85mm, 85mm lens, tight close up, tight framing, close on, tight on, zoomed in""",
    "extreme_close": """extreme close up, extreme closeup, ecu, macro, macro shot, macro lens, detail shot, super close up, very close up,
        macro photography, insert shot, 100mm macro, macro view, extreme macro, microscopic view""",
}  # fmt: skip

ANGLE_WORDS: dict[str, str] = {
    "low": """low angle, low angle shot, worm's eye view, worm eye view, worms eye view, worm eye, worms eye view, from below, looking up at, ground level, low to the ground, ground level shot,
        low camera view, low camera, low camera angle, low view, hero angle, upward angle, from a low angle, knee level""",
    "high": "high angle, high angle shot, from above, looking down on, looking down at, elevated view, high vantage point, downward angle, from a high angle",
    "overhead": "overhead, overhead shot, top down, top down shot, top down view, bird's eye view, birds eye view, birds eye, god's eye view, directly above, straight down, flat lay, top shot",
    "eye": "eye level, eye level shot, straight on, front view, side view, side profile, profile shot, profile view",
}  # fmt: skip

FOCUS_WORDS: dict[str, str] = {
    "shallow": """shallow focus, shallow depth of field, bokeh, blurred background, blurry background, soft focus, rack focus, out of focus background,
        tilt shift, f 1.4, f 1.8, f 2.8, f1.4, f1.8, f2.8, macro, macro shot, portrait lens, soft background, shallow dof, background blur""",
    "deep": "deep focus, deep depth of field, everything in focus, f 8, f 11, f 16, f11, f16, sharp throughout, in sharp focus",
}  # fmt: skip

PACE_WORDS: dict[float, str] = {
    0.5: "slow motion, slow mo, slowmo, very slow, extremely slow, ultra slow motion, 120fps, 240fps, bullet time, super slow motion",
    0.65: "slow pan, slow push, slow zoom, slow dolly, slow tracking, slow tilt, slow orbit, slow crane, slow camera, slow cinematic, gentle camera, gentle push, gentle pan",
    1.6: "fast paced, fast pan, whip pan, fast camera, quick pan, rapid zoom, fast zoom, crash zoom, fast tracking, high speed, hyperlapse, time lapse, timelapse, fast motion, frantic, quick zoom, high octane, action packed",
}  # fmt: skip

#: Moves that a phrase names by itself.
MOVE_WORDS: dict[str, str] = {
    "static": """static shot, static camera, still camera, locked off, locked off shot, locked down, fixed camera, tripod shot, camera remains still,
        camera stays still, static, stationary camera, camera is static, camera is still, no camera movement, fixed shot, on a tripod, tripod,
        still frame, in a still frame, still shot, camera does not move, the camera holds, lockdown shot""",
    "pan_left": "pan left, pans left, panning left, pan to the left, whip pan left, truck left",
    "pan_right": "pan right, pans right, panning right, pan to the right, pan, panning shot, slow pan, whip pan, fast pan, quick pan, truck right, camera pan",
    "tilt_up": "tilt up, tilting up, tilt shot, tilts upward, tilts up, pans up, pan up",
    "tilt_down": "tilt down, tilting down, tilts down, pan down, pans down",
    "push_in": """dolly in, push in, pushes in, dolly shot, dolly, dolly forward, slow push, camera push, moves closer, creeping in, dolly toward, dolly towards,
        slow push in, moves in, camera approaches, moving forward, dolly forwards, creep in, pushing in, gentle push, dolly zoom, vertigo effect, moves closer""",
    "pull_out": "pull back, pulls back, dolly out, pull out, pulls out, pulling back, dolly back, dolly backwards, moves back, moves away, pull away, pulls away, camera retreats, reveal shot",
    "zoom_in": "zoom in, zooms in, zooming in, zoom, crash zoom, slow zoom in, slow zoom, zooms closer, zoom closer, rapid zoom, snap zoom, quick zoom, fast zoom",
    "zoom_out": "zoom out, zooms out, zooming out, zooming back, zooms back",
    "track": """tracking shot, tracking, camera follows, follow shot, following shot, trucking shot, camera tracks, steadicam, dolly alongside, side tracking,
        lateral tracking, camera following, follow cam, side scrolling, chase cam, gimbal shot, lateral dolly, slow tracking, truck shot, gimbal, steadicam shot,
        moves alongside, tracks alongside, leading shot, fast tracking, chase camera, track shot, slider shot, parallax shot""",
    "crane_up": "crane up, crane shot, boom up, jib up, jib shot, rises above, camera rises, pedestal up, camera ascends, boom shot, camera lifts, rising shot, slow crane",
    "crane_down": "crane down, boom down, jib down, camera descends, pedestal down, camera lowers, descending shot",
    "orbit": """orbit shot, orbiting shot, orbiting, arc shot, 360 degree, 360 shot, 360, circling shot, camera circles, camera orbits, orbit around, revolves around,
        circles around, rotating shot, arcs around, camera rotates, orbital shot, 360 degree shot, slow orbit, turntable shot, turntable view, bullet time""",
    "handheld": "handheld, hand held, handheld camera, shaky cam, shaky camera, handheld shot, found footage, camcorder, vlog, vlogging, vlogs, historical footage, archival footage, historical film, documentary style, selfie, vlog style, gopro, bodycam, body cam, hand held camera, camcorder footage, pov, pov shot, point of view, first person, first person view, fpv, dashcam",
    "aerial": """aerial shot, aerial, aerial view, drone shot, drone footage, drone view, flyover, fly over shot, helicopter shot, bird's eye view, birds eye view,
        birds eye, flyover shot, drone camera, fly through, flythrough, fpv drone, fpv drone shot, aerial footage, drone flyover, drone flying over, aerial drone shot, from the air, aerial tracking shot, aerial drone footage, satellite view""",
}  # fmt: skip

#: The camera's verbs, when the camera or the shot is what moves: verb -> direction -> move; "" is without direction.
CAMERA_VERBS: dict[str, dict[str, str]] = {
    "pan": {"": "pan_right", "left": "pan_left", "right": "pan_right", "up": "tilt_up", "down": "tilt_down", "out": "pull_out"},
    "tilt": {"": "tilt_up", "up": "tilt_up", "down": "tilt_down"},
    "move": {"": "track", "in": "push_in", "out": "pull_out", "left": "pan_left", "right": "pan_right", "up": "crane_up", "down": "crane_down", "around": "orbit", "beside": "track"},
    "zoom": {"": "zoom_in", "in": "zoom_in", "out": "zoom_out"},
    "rise": {"": "crane_up"},
    "descend": {"": "crane_down"},
    "orbit": {"": "orbit"},
    "follow": {"": "track"},
    "shake": {"": "handheld"},
    "fly": {"": "aerial"},
    "hold": {"": "static"},
}  # fmt: skip

#: Other verbs that do the same to a camera.
CAMERA_SYNONYMS: dict[str, str] = {
    "pan": "pan, sweep, swing, whip, turn",
    "tilt": "tilt",
    "move": "move, dolly, push, pull, glide, drift, slide, truck, travel, float, creep, go, track, ease, inch, advance, retreat, approach, back, enter, close",
    "zoom": "zoom",
    "rise": "rise, ascend, crane, lift, boom, climb",
    "descend": "descend, lower, drop, sink",
    "orbit": "orbit, circle, arc, revolve, rotate, spin, encircle",
    "follow": "follow, chase, trail, accompany, pursue",
    "shake": "shake, wobble, jitter",
    "fly": "fly, soar, swoop",
    "hold": "hold, stay, remain, linger, rest, stop",
}  # fmt: skip

DIRECTIONS: dict[str, str] = {
    "in": "in, into, toward, towards, forward, forwards, closer, near, through, onto",
    "out": "out, back, backward, backwards, away",
    "left": "left, leftward, leftwards",
    "right": "right, rightward, rightwards",
    "up": "up, upward, upwards, above",
    "down": "down, downward, downwards",
    "around": "around, round",
    "beside": "alongside, along, with, beside, sideways, laterally",
}  # fmt: skip

#: Verbs whose move needs no direction to be read when the direction is not said.
DIRECTIONLESS = {"push": "push_in", "pull": "pull_out", "dolly": "push_in", "approach": "push_in", "advance": "push_in", "retreat": "pull_out",
                 "back": "pull_out", "close": "push_in", "creep": "push_in", "lower": "crane_down", "linger": "static"}  # fmt: skip

#: Words that say that the sentence is about the camera.
CAMERA_NOUNS = frozenset(
    {"camera", "shot", "lens", "view", "footage", "frame", "cinematography", "cam", "gimbal", "steadicam", "viewpoint"}
)
