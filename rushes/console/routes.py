"""The console's table: every page, and every address that its scripts ask."""

from __future__ import annotations

from rushes.console import circles, devices, entry, keys, machinery, people, playground, task, tasks, usage
from rushes.console.route import Route, Takes, Who
from rushes.key import Scope

ROUTES: tuple[Route, ...] = (
    Route("GET", "/sign-in", entry.show_sign_in, Who.EVERYBODY),
    Route("POST", "/sign-in", entry.sign_in, Who.EVERYBODY, Takes.FORM),
    Route("POST", "/sign-out", entry.sign_out, Who.SIGNED_IN, Takes.FORM),
    Route("GET", "/first-run", entry.show_first_run, Who.EVERYBODY),
    Route("POST", "/first-run", entry.accept, Who.EVERYBODY, Takes.FORM),
    Route("GET", "/device", devices.show, Scope.KEYS),
    Route("POST", "/device", devices.decide, Scope.KEYS, Takes.FORM),
    Route("GET", "/", playground.show, Scope.READ),
    Route("GET", "/console/form", playground.form, Scope.READ),
    Route("POST", "/console/price", playground.price, Scope.CREATE, Takes.JSON),
    Route("POST", "/console/files", playground.upload, Scope.FILES, Takes.FILE),
    Route("POST", "/console/tasks", playground.create, Scope.CREATE, Takes.JSON),
    Route("GET", "/console/tasks/{id}", tasks.read, Scope.READ),
    Route("POST", "/console/tasks/{id}/cancel", tasks.stop, Scope.CREATE),
    Route("POST", "/console/tasks/{id}/circle", circles.toggle, Scope.CREATE, Takes.JSON),
    Route("GET", "/tasks", tasks.show_wall, Scope.READ),
    Route("GET", "/tasks/{id}", task.show, Scope.READ),
    Route("GET", "/console/tasks/{id}/origin", task.origin, Scope.READ),
    Route("POST", "/tasks/{id}/retry", task.retry, Scope.CREATE, Takes.FORM),
    Route("POST", "/tasks/{id}/promote", task.promote, Scope.CREATE, Takes.FORM),
    Route("POST", "/deliveries/{id}/repeat", task.repeat, Scope.WEBHOOKS, Takes.FORM),
    Route("POST", "/tasks/{id}/cancel", tasks.cancel, Scope.CREATE, Takes.FORM),
    Route("POST", "/tasks/{id}/circle", circles.submit, Scope.CREATE, Takes.FORM),
    Route("POST", "/tasks/{id}/delete", tasks.delete, Scope.CREATE, Takes.FORM),
    Route("GET", "/keys", keys.show, Scope.KEYS),
    Route("POST", "/keys", keys.create, Scope.KEYS, Takes.FORM),
    Route("GET", "/keys/new", keys.show_new, Scope.KEYS),
    Route("GET", "/keys/{id}", keys.show_one, Scope.KEYS),
    Route("POST", "/keys/{id}", keys.change, Scope.KEYS, Takes.FORM),
    Route("POST", "/keys/{id}/rotate", keys.rotate, Scope.KEYS, Takes.FORM),
    Route("POST", "/keys/{id}/revoke", keys.revoke, Scope.KEYS, Takes.FORM),
    Route("GET", "/usage", usage.show, Scope.READ),
    Route("GET", "/usage.csv", usage.table, Scope.READ),
    Route("GET", "/people", people.show, Scope.ADMIN),
    Route("POST", "/people", people.invite, Scope.ADMIN, Takes.FORM),
    Route("POST", "/people/invitations/{id}/withdraw", people.withdraw, Scope.ADMIN, Takes.FORM),
    Route("POST", "/people/{id}/role", people.change, Scope.ADMIN, Takes.FORM),
    Route("POST", "/people/{id}/remove", people.remove, Scope.ADMIN, Takes.FORM),
    Route("GET", "/join", people.show_invitation, Who.EVERYBODY),
    Route("POST", "/join", people.join, Who.EVERYBODY, Takes.FORM),
    Route("GET", "/projects", people.show_projects, Who.SIGNED_IN),
    Route("POST", "/projects/{id}/enter", people.enter_project, Who.SIGNED_IN, Takes.FORM),
    Route("GET", "/models", machinery.show_models, Scope.READ),
    Route("GET", "/engines", machinery.show_engines, Scope.READ),
)
