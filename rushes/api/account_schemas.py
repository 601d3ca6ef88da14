"""What the control plane tells of contracts, accounts and sign-ins, as JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping

from rushes.api.schemas import Schema, enveloped, many, maybe, text, thing, truth, whole

_EXAMPLE_ID = "01k9w0c3v8f6t2m4n5p7q9r0s1"

ACCOUNT_SCHEMAS: Mapping[str, Schema] = {
    "Contract": enveloped(
        thing(
            "A model for programs.",
            {
                "schema_version": text("model-contract.v1.", "model-contract.v1"),
                "revision": text("Another whenever anything below is."),
                "model_id": text("The model.", "veo_31_fast"),
                "display_name": text("What people call it."),
                "family": text("Whose model it is."),
                "kind": text("video.", "video"),
                "protocol": text("queue.", "queue"),
                "body_mode": text("raw_json.", "raw_json"),
                "endpoints": {"type": "object", "description": "submit, status, result, cancel: method and path."},
                "input_schema": {"type": "object", "description": "The parameters, as JSON Schema."},
                "examples": many({"type": "object", "description": "name and input."}, "To begin with."),
                "prerequisites": many({"type": "object", "description": "None."}, "Empty."),
                "context_inputs": many({"type": "object", "description": "None."}, "Empty."),
                "field_aliases": many({"type": "object", "description": "None."}, "Empty."),
                "input_rules": many(
                    {"type": "object", "description": "kind, fields, when, required, notes."}, "What goes together."
                ),
                "value_rules": many(
                    {"type": "object", "description": "field, allowed, when (any of given, modes, values), notes."},
                    "When a parameter takes only some of its values.",
                ),
            },
        )
    ),
    "Balance": enveloped(
        thing(
            "What the project has. Amounts are text, in USD; 1000000000 stands for no limit.",
            {
                "user_id": text("The project.", "default"),
                "balance": text("Top-ups less charges; else what is left.", "128.5"),
                "total_recharged": text("All top-ups.", "200"),
                "currency": text("USD.", "USD"),
                "billing_mode": text("How it pays.", options=["prepaid", "postpaid"]),
                "credit_limit": text("What it may spend.", "500"),
                "arrears": text("What it is over its limit.", "0"),
                "available_balance": text("What new tasks may hold.", "120.1"),
            },
        )
    ),
    "Me": enveloped(
        thing(
            "Whose key this is.",
            {
                "user": thing(
                    "The key and its project.",
                    {
                        "id": text("The key's id.", _EXAMPLE_ID),
                        "email": text("Empty: keys have none."),
                        "account": text("The project.", "default"),
                        "name": text("The key's name."),
                        "role": text("admin, when it may make keys.", options=["admin", "member"]),
                    },
                )
            },
        )
    ),
    "AuditPage": enveloped(
        thing(
            "Acts, the newest first.",
            {
                "acts": many(
                    thing(
                        "Who did what.",
                        {
                            "number": whole("Counts up.", 42),
                            "at": text("ISO 8601."),
                            "by": text("A person, a key, or the command line.", "person Maya"),
                            "action": text("Noun and verb.", "key.changed"),
                            "subject": text("The id of what it was done to.", _EXAMPLE_ID),
                            "address": maybe(text("From where; null: on the server itself.", "192.0.2.7")),
                            "about": {"type": "object", "description": "More about it; never a secret."},
                        },
                    ),
                    "This page.",
                ),
                "has_more": truth("Is there another page?"),
                "next": maybe(whole("Give it as `before` for the next page.")),
            },
        )
    ),
    "DeviceBegun": enveloped(
        thing(
            "Codes for a sign-in.",
            {
                "device_code": text("The program's own; keep it secret."),
                "user_code": text("What a person types.", "BCDF-GHJK"),
                "verification_uri": text("Where a person goes."),
                "expires_in": whole("Seconds.", 600),
                "interval": whole("Seconds between two looks.", 5),
            },
        )
    ),
    "DeviceState": enveloped(
        thing(
            "How a sign-in stands.",
            {"status": text("How.", options=["pending", "expired", "authorized"])},
            {
                "access_token": text("The same as api_key."),
                "refresh_token": text("Empty: there is nothing to refresh."),
                "api_key": text("The program's own key. Shown once."),
                "reason": text("Why it is expired before its time.", options=["denied"]),
            },
        )
    ),
    "DeviceDecided": enveloped(thing("It is decided.", {"approved": truth("False: it was turned away.")})),
}
