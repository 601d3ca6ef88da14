"""What administration answers, as JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping

from rushes.api.schemas import BUDGET, Schema, enveloped, many, maybe, number, text, thing, truth, whole
from rushes.reconciliation import Difference
from rushes.role import Role

_ROLE = text("What they may do.", "member", [str(role) for role in Role])
_PROJECT_FIELDS: Mapping[str, Schema] = {
    "id": text("The project.", "studio"),
    "name": text("What people call it."),
    "created_at": text("ISO 8601."),
    "balance": maybe(text("Top-ups less charges; null when it pays later.", "23.4")),
    "held": text("What open tasks hold.", "0.8"),
    "spent": text("What was charged, ever.", "1.6"),
    "left": maybe(text("What new tasks may hold; null: nothing bounds it.", "22.6")),
    "limit": maybe(text("What it may hold and spend in all; null: no limit.", "500")),
    "task_days": maybe(whole("How long tasks and clips are kept; null: as the server says.", 7)),
    "file_days": maybe(whole("How long uploads are kept; null: as the server says.", 7)),
    "legal_hold_since": maybe(text("While there is one, nothing expires and nothing can be deleted.")),
}
_INVITATION: Mapping[str, Schema] = {
    "id": text("What to withdraw it by."),
    "name": text("Whom it is for.", "Maya"),
    "role": _ROLE,
    "by": text("Who invited them.", "person Ben"),
    "expires_at": text("Until when its link works."),
}
_LINK = thing("An invitation and its link.", {**_INVITATION, "link": text("Hand it over; it works once. Shown once.")})
_PERSON = thing(
    "Somebody in the project.",
    {
        "id": text("What to name them by."),
        "name": text("What they call themselves.", "Maya"),
        "role": _ROLE,
        "since": text("When they came."),
        "signs_in_by": text("password, or who vouches for them.", "password"),
    },
)
_ENGINE = thing(
    "An engine.",
    {
        "name": text("What routes name it by.", "animatic"),
        "installed": truth("Whether its code is here."),
        "on": truth("Whether it serves here."),
        "lacking": maybe(text("What it needs to be on.")),
        "workers": whole("Workers alive that serve it.", 1),
        "waiting": whole("Tasks in its queue.", 0),
        "running": whole("Tasks being made.", 0),
        "finished": whole("Within a day.", 12),
        "failed": whole("Within a day.", 0),
    },
)
_ORDER = thing(
    "A model's engines.",
    {
        "id": text("The model.", "veo_31_fast"),
        "engines": many(text("An engine."), "In the order they are asked."),
        "served_by": maybe(text("The first that is on; null: none is.")),
    },
)
_PRICE = thing(
    "A discount or a price other than the list's.",
    {
        "id": text("What to end it by; price versions name it."),
        "project": maybe(text("For whom; null: everybody.")),
        "key": maybe(text("For which of its keys.")),
        "model": maybe(text("For which model; null: all.")),
        "resolution": maybe(text("At which resolution.")),
        "sound": maybe(truth("With or without sound.")),
        "price": maybe(text("USD for a second.", "0.09")),
        "discount": maybe(text("Percent off.", "12.5")),
        "begins_at": text("From when."),
        "ends_at": maybe(text("Until when; null: for good.")),
    },
    {
        "cost": maybe(text("USD that a second costs us; only for the server's own project.", "0.07")),
        "margin": maybe(text("Percent on what it costs us; only for the server's own project.", "20")),
    },
)
_LINE = thing(
    "One take with a difference.",
    {
        "task": text("The task."),
        "take": whole("Which of its takes.", 1),
        "project": text("Whose."),
        "model": text("Of which model."),
        "engine": text("Who made it."),
        "ended_at": text("When."),
        "differences": many(text("What differs.", options=[str(one) for one in Difference]), "One or more."),
        "delivered_seconds": maybe(whole("New picture that was delivered; null: none.", 8)),
        "reported_seconds": maybe(number("What the engine says it made; null: it does not say.", 8.0)),
        "captured": text("USD charged for it.", "0.8"),
        "charged": maybe(text("USD that the engine says it charges us; null: it does not say.", "0.6")),
    },
)

ADMIN_SCHEMAS: Mapping[str, Schema] = {
    "Project": enveloped(thing("A project.", {**_PROJECT_FIELDS, "budgets": many(BUDGET, "How its budgets stand.")})),
    "ProjectPage": enveloped(
        thing(
            "Projects, the oldest first.",
            {"projects": many(thing("A project.", _PROJECT_FIELDS), "They."), "total": whole("How many.", 1)},
        )
    ),
    "NewProject": enveloped(
        thing(
            "A project that was made.",
            {"id": text("The project.", "studio")},
            {"invitation": {**_LINK, "description": "For its first owner, when one was named."}},
        )
    ),
    "ToppedUp": enveloped(
        thing(
            "The project after it.",
            {"added": truth("False: that reference was counted before, and nothing was added."), **_PROJECT_FIELDS},
        )
    ),
    "Erased": enveloped(thing("What is gone.", {"tasks": whole("How many tasks were emptied.", 12)})),
    "People": enveloped(
        thing(
            "Who is in the project.",
            {
                "people": many(_PERSON, "They, the longest there first."),
                "invitations": many(thing("An open invitation.", _INVITATION), "Those that are open."),
            },
        )
    ),
    "Person": enveloped(_PERSON),
    "Invitation": enveloped(_LINK),
    "EnginePage": enveloped(
        thing(
            "The engines of the server.",
            {
                "engines": many(_ENGINE, "Those that are on first."),
                "models": many(_ORDER, "Whom each model's shots go to."),
                "workers": whole("How many are alive.", 1),
            },
        )
    ),
    "EngineTest": enveloped(
        thing(
            "What came of it.",
            {
                "works": truth("Whether it could make a clip."),
                "message": text("What it says of itself.", "draws offline"),
                "seconds": number("How long that took.", 2.1),
            },
        )
    ),
    "Price": enveloped(_PRICE),
    "PricePage": enveloped(
        thing("Prices, the newest first.", {"terms": many(_PRICE, "They."), "total": whole("How many.", 1)})
    ),
    "Reconciliation": enveloped(
        thing(
            "What was charged, beside what engines report.",
            {
                "from": text("ISO 8601."),
                "to": text("ISO 8601."),
                "takes": whole("Takes of engines elsewhere that ended in this time.", 120),
                "reported": whole("Of which the engine says something.", 118),
                "captured": text("USD charged for all of them.", "96"),
                "charged": text("USD that engines say they charge us.", "80"),
                "differences": whole("Takes with a difference.", 1),
                "lines": many(_LINE, "They; a thousand at most."),
            },
        )
    ),
    "Gone": enveloped(thing("It is gone.", {"id": text("Its id."), "deleted": truth("Always true.")})),
}
