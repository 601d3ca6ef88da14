"""Assembly: the only file that knows all parts. Builds them from settings, once, and takes them down again."""

from __future__ import annotations

import logging
import os
import secrets
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from starlette.types import ASGIApp

from rushes.api.addresses import Addresses
from rushes.api.app import build_app
from rushes.api.auth import Keyring
from rushes.api.body import Bodies, Limits
from rushes.api.dialects import native
from rushes.api.dialects.callbacks import Callbacks
from rushes.api.front import Front
from rushes.api.pages import reference_part
from rushes.api.route import Route
from rushes.api.snippets import programs
from rushes.api.watch import Watch
from rushes.console.app import routes as console_routes
from rushes.console.door import Door
from rushes.console.house import House
from rushes.console.openid import OpenId, Provider
from rushes.database import projects
from rushes.database.connect import Database, open_database
from rushes.database.marks import Marks
from rushes.database.migrate import migrate
from rushes.database.seal import Seal
from rushes.engines import catalog
from rushes.errors import Misconfigured, RushesError
from rushes.intake.desk import Desk
from rushes.jobs.engine import JobEngine
from rushes.jobs.timing import Timing
from rushes.jobs.webhooks import Mail
from rushes.key import Secret
from rushes.media.provenance import Signer
from rushes.model import listed
from rushes.outbound.fetch import Fetcher
from rushes.outbound.post import Poster
from rushes.role import Role
from rushes.server.home import Home
from rushes.server.settings import Settings
from rushes.storage.bytes import Storage, open_storage
from rushes.storage.links import Links


def now() -> datetime:
    """The clock that is handed down."""
    return datetime.now(UTC)


def draw_seed() -> int:
    return secrets.randbits(32)


@dataclass(slots=True)
class Assembly:
    """The parts of one process. `app` is made by `front`, which only a process that serves needs."""

    settings: Settings
    home: Home
    database: Database
    storage: Storage
    jobs: JobEngine
    desk: Desk
    links: Links
    signer: Signer
    engines: frozenset[str]
    _marks: list[Marks]

    def app(self) -> ASGIApp:
        for_polls, for_followers = Marks(self.database), Marks(self.database)
        self._marks += [for_polls, for_followers]
        settings = self.settings
        front = Front(
            desk=self.desk,
            links=self.links,
            keyring=Keyring(self.database, now),
            bodies=Bodies(
                Limits(
                    settings.json_bytes_max,
                    settings.upload_bytes_max,
                    settings.body_idle_seconds,
                    settings.body_seconds,
                )
            ),
            marks=for_polls,
            watch=Watch(for_followers, self.database),
            version=version("rushes"),
            ailments=self.ailments,
            public_url=settings.public_url,
        )
        return build_app(front, before=lambda table: console_routes(self._house(front, table)))

    def _house(self, front: Front, table: tuple[Route, ...]) -> House:
        return House(
            desk=self.desk,
            door=Door(self.database, now),
            addresses=Addresses("", self.links),
            task_words=lambda task, origin: native.task_words(task, Addresses(origin, self.links)),
            programs=programs,
            reference=lambda model, origin: reference_part(front, table, model, origin),
            version=version("rushes"),
            upload_bytes_max=self.settings.upload_bytes_max,
            root_pem=self.signer.root_pem,
            dev=self.settings.dev,
            openid=self._openid(),
            public_url=self.settings.public_url,
        )

    def _openid(self) -> OpenId | None:
        """Raises Misconfigured when the library, the secret's file or the project is missing."""
        settings = self.settings
        if settings.oidc_issuer is None or settings.oidc_client_id is None:
            return None
        secret, path = settings.oidc_client_secret, settings.oidc_client_secret_file
        if path is not None:
            try:
                secret = Secret(path.read_text(encoding="utf-8").strip())
            except (OSError, UnicodeDecodeError) as fault:
                raise Misconfigured(f"RUSHES_OIDC_CLIENT_SECRET_FILE {path} cannot be read.") from fault
        with self.database.reading() as connection:
            if projects.get(connection, settings.oidc_project) is None:
                raise Misconfigured(f"RUSHES_OIDC_PROJECT is {settings.oidc_project!r}; there is no such project.")
        provider = Provider(
            settings.oidc_issuer,
            settings.oidc_client_id,
            secret,
            settings.oidc_allowed,
            Role(settings.oidc_role),
            settings.oidc_project,
        )
        return OpenId(provider, self.database, now)

    def ailments(self) -> Mapping[str, str]:
        """What does not work of what every request needs; empty texts are well."""
        found = {"database": "", "storage": ""}
        try:
            with self.database.reading() as connection:
                connection.exec_driver_sql("SELECT 1")
        except RushesError as fault:
            found["database"] = fault.message
        try:
            self.storage.size("0" * 64)
        except RushesError as fault:
            found["storage"] = fault.message
        return found

    def close(self) -> None:
        clean = self.jobs.stop()
        for marks in self._marks:
            marks.close()
        self.database.close()
        if not clean:
            # A thread of the job engine waits for what may never come; the interpreter would wait for that thread.
            logging.shutdown()
            os._exit(0)


def assemble(settings: Settings) -> Assembly:
    """Build everything up to the point where it could serve or work. Raises Misconfigured."""
    home = Home(settings.home)
    database = open_database(settings.database_url.reveal() if settings.database_url else home.database_url)
    migrate(database)
    home.ensure_first_key(database, now)
    storage = open_storage(settings.storage_url or home.storage_url)
    links = Links(settings.links_secret.reveal().encode() if settings.links_secret else home.links_secret())
    poster = Poster(settings.allow_private_urls, not settings.allow_http_urls)
    seal = Seal((settings.sealing_key.reveal() if settings.sealing_key else home.sealing_key()).split(","))
    signer = Signer.open(home.subfolder("provenance"))
    jobs = JobEngine(
        database,
        storage,
        folder=home.subfolder("takes"),
        clock=now,
        signer=signer,
        local_at_once=settings.local_at_once,
        remote_at_once=settings.remote_at_once,
        memory_bytes_max=settings.child_bytes_max,
        timing=Timing(
            poll_seconds=settings.queue_seconds,
            beat_seconds=settings.beat_seconds,
            fence_seconds=settings.fence_seconds,
            stale_seconds=settings.stale_seconds,
        ),
        mail=Mail(seal, poster, Callbacks(links, settings.public_url).body),
    )
    jobs.open()
    engines = _engines(settings)
    desk = Desk(
        database=database,
        storage=storage,
        fetcher=Fetcher(settings.allow_private_urls, not settings.allow_http_urls),
        poster=poster,
        seal=seal,
        enqueue=jobs.enqueue,
        clock=now,
        draw_seed=draw_seed,
        work_folder=_emptied(home.subfolder("incoming")),
        engines=engines,
        routes=settings.routes,
        charge_animatic=settings.charge_animatic,
        task_days=settings.task_days,
        file_days=settings.file_days,
        deadline_seconds=settings.deadline_seconds,
        public_url=settings.public_url,
        stale_seconds=settings.stale_seconds,
    )
    return Assembly(settings, home, database, storage, jobs, desk, links, signer, engines, [])


def _engines(settings: Settings) -> frozenset[str]:
    installed = catalog.names()
    # Named engines are believed: on a fleet, the accounts may be known to the workers only.
    wanted = frozenset(settings.engines) or catalog.ready()
    missing = sorted((wanted | {name for route in settings.routes.values() for name in route}) - installed)
    if missing:
        raise Misconfigured(f"There is no engine {listed(missing)}; installed are {listed(sorted(installed))}.")
    return wanted


def _emptied(folder: Path) -> Path:
    """Each process has a folder of its own for bytes on their way in; what dead ones left is removed."""
    for left in folder.iterdir():
        if left.name.isdigit() and not _is_alive(int(left.name)):
            shutil.rmtree(left, ignore_errors=True)
    own = folder / str(os.getpid())
    own.mkdir(mode=0o700, exist_ok=True)
    return own


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)  # asks only
    except ProcessLookupError:
        return False
    except PermissionError:  # another user's
        return True
    return True
