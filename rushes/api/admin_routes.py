"""The routes of administration: projects, people, prices, engines and what they report."""

from __future__ import annotations

from rushes import errors
from rushes.api import engines, people, projects, reconciliation, terms
from rushes.api.route import Group, Route, Takes
from rushes.key import Scope

_KEYED = (errors.Unauthenticated, errors.Forbidden)
_ONE = (*_KEYED, errors.NotFound)
_BODY = (errors.UnknownParameter, errors.MissingParameter, errors.WrongType, errors.ValueNotAllowed)


def admin_routes() -> tuple[Route, ...]:
    return (*_project_routes(), *_people_routes(), *_price_routes(), *_engine_routes())


def _project_routes() -> tuple[Route, ...]:
    one = "/api/v1/projects/{id}"
    return (
        Route(
            "GET",
            "/api/v1/projects",
            projects.page,
            Scope.ADMIN,
            Group.PROJECTS,
            "List projects",
            "The key's project; for a key of the server's own project, all of them, with their sums.",
            "ProjectPage",
            refusals=_KEYED,
        ),
        Route(
            "POST",
            "/api/v1/projects",
            projects.create,
            Scope.ADMIN,
            Group.PROJECTS,
            "Make a project",
            "For live keys of the server's own project. It pays later and has no limit, until it is topped up or bounded.",
            "NewProject",
            Takes.JSON,
            "CreateProject",
            refusals=(*_KEYED, *_BODY, errors.Conflict),
        ),
        Route(
            "GET",
            one,
            projects.read,
            Scope.ADMIN,
            Group.PROJECTS,
            "Look at a project",
            "Its money, budgets, and how long it keeps what.",
            "Project",
            refusals=_ONE,
        ),
        Route(
            "PATCH",
            one,
            projects.change,
            Scope.ADMIN,
            Group.PROJECTS,
            "Change a project",
            "What is not named stays as it is; null lifts. Budgets and days are the project's own to set; limit and "
            "legal_hold are for live keys of the server's own project.",
            "Project",
            Takes.JSON,
            "ChangeProject",
            refusals=(*_ONE, *_BODY),
        ),
        Route(
            "POST",
            f"{one}/top-ups",
            projects.top_up,
            Scope.ADMIN,
            Group.PROJECTS,
            "Top up a project",
            "For live keys of the server's own project. From the first top-up on, the project is prepaid.",
            "ToppedUp",
            Takes.JSON,
            "TopUp",
            refusals=(*_ONE, *_BODY),
        ),
        Route(
            "POST",
            f"{one}/erase",
            projects.erase,
            Scope.ADMIN,
            Group.PROJECTS,
            "Delete a project's data",
            "Every prompt, picture and clip, for good; its accounts stay. For live keys; refused while a task is open or under "
            "legal hold.",
            "Erased",
            Takes.JSON,
            "Erase",
            refusals=(*_ONE, *_BODY, errors.Conflict),
        ),
        Route(
            "POST",
            "/api/v1/reconciliations",
            reconciliation.create,
            Scope.ADMIN,
            Group.PROJECTS,
            "Compare the ledger with what engines report",
            "For keys of the server's own project: where what was charged for a clip and what its engine says it made or "
            "charges are not the same. Noted in the audit log.",
            "Reconciliation",
            Takes.OPTIONAL_JSON,
            "Reconcile",
            refusals=(*_ONE, *_BODY),
        ),
    )


def _people_routes() -> tuple[Route, ...]:
    one = "/api/v1/people/{id}"
    return (
        Route(
            "GET",
            "/api/v1/people",
            people.page,
            Scope.ADMIN,
            Group.PEOPLE,
            "List people",
            "Who may sign in to the key's project, as what, and whose invitation is open.",
            "People",
            refusals=_KEYED,
        ),
        Route(
            "POST",
            "/api/v1/people",
            people.invite,
            Scope.ADMIN,
            Group.PEOPLE,
            "Invite somebody",
            "A link that lets one person in, once, within seven days. It is in this answer and never again. A key gives "
            "no role that may do more than itself.",
            "Invitation",
            Takes.JSON,
            "Invite",
            refusals=(*_KEYED, *_BODY),
        ),
        Route(
            "PATCH",
            one,
            people.change,
            Scope.ADMIN,
            Group.PEOPLE,
            "Change somebody's role",
            "It holds at once. A project keeps at least one owner.",
            "Person",
            Takes.JSON,
            "ChangePerson",
            refusals=(*_ONE, *_BODY, errors.Conflict),
        ),
        Route(
            "DELETE",
            one,
            people.remove,
            Scope.ADMIN,
            Group.PEOPLE,
            "Remove somebody",
            "They are out at once; what they made stays.",
            "Gone",
            refusals=(*_ONE, errors.Conflict),
        ),
        Route(
            "DELETE",
            "/api/v1/people/invitations/{id}",
            people.withdraw,
            Scope.ADMIN,
            Group.PEOPLE,
            "Withdraw an invitation",
            "Its link works no more.",
            "Gone",
            refusals=_ONE,
        ),
    )


def _price_routes() -> tuple[Route, ...]:
    return (
        Route(
            "GET",
            "/api/v1/prices",
            terms.page,
            Scope.ADMIN,
            Group.PROJECTS,
            "List prices",
            "Discounts and prices other than the list's that hold, held or will hold for the key's project; for a key of "
            "the server's own project, all of them, with costs and margins.",
            "PricePage",
            refusals=_KEYED,
        ),
        Route(
            "POST",
            "/api/v1/prices",
            terms.agree,
            Scope.ADMIN,
            Group.PROJECTS,
            "Agree on a price",
            "For live keys of the server's own project: one of price, discount, cost or margin. What was quoted before "
            "stays as it was.",
            "Price",
            Takes.JSON,
            "Agree",
            refusals=(*_ONE, *_BODY),
        ),
        Route(
            "DELETE",
            "/api/v1/prices/{id}",
            terms.end,
            Scope.ADMIN,
            Group.PROJECTS,
            "End a price",
            "It ends now. For live keys of the server's own project.",
            "Gone",
            refusals=_ONE,
        ),
    )


def _engine_routes() -> tuple[Route, ...]:
    return (
        Route(
            "GET",
            "/api/v1/engines",
            engines.page,
            Scope.ADMIN,
            Group.ENGINES,
            "List engines",
            "For keys of the server's own project: which engines are on, what the others lack, how much they have to do, and in "
            "which order each model's are asked. What ended is counted for a day.",
            "EnginePage",
            refusals=_KEYED,
        ),
        Route(
            "POST",
            "/api/v1/engines/{name}/test",
            engines.test,
            Scope.ADMIN,
            Group.ENGINES,
            "Test an engine",
            "For keys of the server's own project: one that draws here draws a little, one on an account only knocks. Nobody is "
            "charged.",
            "EngineTest",
            refusals=(*_ONE, errors.Conflict),
        ),
    )
