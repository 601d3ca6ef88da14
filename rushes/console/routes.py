"""The console's table: every page, and every address that its scripts ask."""

from __future__ import annotations

from rushes.console import circles, entry, keys, machinery, playground, tasks, usage
from rushes.console.route import Route, Takes

ROUTES: tuple[Route, ...] = (
    Route("GET", "/sign-in", entry.show_sign_in, is_open=True),
    Route("POST", "/sign-in", entry.sign_in, Takes.FORM, is_open=True),
    Route("POST", "/sign-out", entry.sign_out, Takes.FORM),
    Route("GET", "/first-run", entry.show_first_run, is_open=True),
    Route("POST", "/first-run", entry.accept, Takes.FORM, is_open=True),
    Route("GET", "/", playground.show),
    Route("GET", "/console/form", playground.form),
    Route("POST", "/console/price", playground.price, Takes.JSON),
    Route("POST", "/console/files", playground.upload, Takes.FILE),
    Route("POST", "/console/tasks", playground.create, Takes.JSON),
    Route("GET", "/console/tasks/{id}", tasks.read),
    Route("POST", "/console/tasks/{id}/cancel", tasks.stop),
    Route("POST", "/console/tasks/{id}/circle", circles.toggle, Takes.JSON),
    Route("GET", "/tasks", tasks.show_wall),
    Route("GET", "/tasks/{id}", tasks.show_task),
    Route("POST", "/tasks/{id}/cancel", tasks.cancel, Takes.FORM),
    Route("POST", "/tasks/{id}/circle", circles.submit, Takes.FORM),
    Route("POST", "/tasks/{id}/delete", tasks.delete, Takes.FORM),
    Route("GET", "/keys", keys.show),
    Route("POST", "/keys", keys.create, Takes.FORM),
    Route("POST", "/keys/{id}/rotate", keys.rotate, Takes.FORM),
    Route("POST", "/keys/{id}/revoke", keys.revoke, Takes.FORM),
    Route("GET", "/usage", usage.show),
    Route("GET", "/usage.csv", usage.table),
    Route("GET", "/models", machinery.show_models),
    Route("GET", "/engines", machinery.show_engines),
)
