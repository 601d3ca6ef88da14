"""The certificates with which this server signs clips: a root of its own for ten years, and under it a leaf for one.

The profile is the one that C2PA asks of a claim signer (C2PA 2.1, 14.5.1): ES256, digitalSignature alone, an extended
key usage, both key identifiers. Strangers' viewers will call the signer unknown until its root is given to them.
"""

from __future__ import annotations

import fcntl
import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

_ROOT_DAYS = 3653
_LEAF_DAYS = 365
#: A leaf is replaced this long before it ends, so that no clip is signed with one about to lapse.
_RENEWAL = timedelta(days=30)
#: C2PA claim signing; with emailProtection beside it, without which older verifiers refuse.
_CLAIM_SIGNING = ObjectIdentifier("1.3.6.1.4.1.62558.2.1")
#: Clocks differ a little between machines.
_SLACK = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Credentials:
    chain_pem: str  #: the leaf, then the root
    key_pem: str  #: of the leaf, PKCS#8: the only form that is read
    root_pem: str
    renew_at: datetime  #: from then on there is a fresh leaf to be had from `open_credentials`

    def __repr__(self) -> str:
        return f"Credentials(renew_at={self.renew_at.isoformat()})"


def open_credentials(folder: Path, now: datetime) -> Credentials:
    """The credentials in a folder: made when there are none, the leaf renewed when it is about to end.

    Keys are readable by their owner only. Safe when several processes start at once. Raises OSError, and ValueError
    when what lies there is not ours.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "root.pem").exists():
            key, certificate = _make_root(now)
            _write(folder / "root-key.pem", _pem(key), 0o600)
            _write(folder / "root.pem", _certificate_pem(certificate), 0o644)
        root_pem = (folder / "root.pem").read_text()
        found = _found_leaf(folder, root_pem)
        if found is not None and now < found.renew_at:
            return found
        root = x509.load_pem_x509_certificate(root_pem.encode())
        root_key = serialization.load_pem_private_key((folder / "root-key.pem").read_bytes(), None)
        if not isinstance(root_key, ec.EllipticCurvePrivateKey):
            raise ValueError(f"{folder / 'root-key.pem'} is not a P-256 key")
        key, certificate = _make_leaf(root, root_key, now)
        # The key first: a leaf without its key would be taken for whole after a crash between the two.
        _write(folder / "leaf-key.pem", _pem(key), 0o600)
        _write(folder / "leaf.pem", _certificate_pem(certificate), 0o644)
        made = _found_leaf(folder, root_pem)
    assert made is not None, "the leaf was just written with its key"
    return made


def _found_leaf(folder: Path, root_pem: str) -> Credentials | None:
    """What is in the folder; None when there is no leaf, or one that does not belong to the key beside it."""
    if not (folder / "leaf.pem").exists() or not (folder / "leaf-key.pem").exists():
        return None
    leaf_pem, key_pem = (folder / "leaf.pem").read_text(), (folder / "leaf-key.pem").read_text()
    leaf = x509.load_pem_x509_certificate(leaf_pem.encode())
    key = serialization.load_pem_private_key(key_pem.encode(), None)
    if key.public_key() != leaf.public_key():
        return None
    return Credentials(leaf_pem + root_pem, key_pem, root_pem, leaf.not_valid_after_utc - _RENEWAL)


def _make_root(now: datetime) -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
    key = ec.generate_private_key(ec.SECP256R1())
    # The number tells one installation's root from another's where both are trusted.
    name = _name(f"Rushes root {x509.random_serial_number():x}"[:28])
    usage = _usage(key_cert_sign=True)
    certificate = (
        _begun(name, name, key.public_key(), now, _ROOT_DAYS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    return key, certificate


def _make_leaf(
    root: x509.Certificate, root_key: ec.EllipticCurvePrivateKey, now: datetime
) -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = (
        _begun(_name("Rushes clip signer"), root.subject, key.public_key(), now, _LEAF_DAYS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(digital_signature=True), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION, _CLAIM_SIGNING]), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key()), critical=False)
        .sign(root_key, hashes.SHA256())
    )
    return key, certificate


def _begun(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, now: datetime, days: int
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _SLACK)
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _name(common: str) -> x509.Name:
    return x509.Name(
        [x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Rushes"), x509.NameAttribute(NameOID.COMMON_NAME, common)]
    )


def _usage(*, digital_signature: bool = False, key_cert_sign: bool = False) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=digital_signature,
        key_cert_sign=key_cert_sign,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


def _pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def _certificate_pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


def _write(path: Path, data: bytes, mode: int) -> None:
    """Write a file whole or not at all, never readable by more than `mode` says."""
    partial = path.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    number = os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode)
    with os.fdopen(number, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(partial, path)
