"""Digitally signed PDFs of an invented person, whose certificate is made anew in each run of the tests."""

import io
from datetime import UTC, datetime
from functools import cache

from asn1crypto import keys, x509  # type: ignore[import-untyped]  # no types are shipped
from cryptography import x509 as made
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko_certvalidator.registry import SimpleCertificateStore

from support import scans

PERSON = "Nguyễn Văn Mẫu"


@cache
def signer() -> signers.SimpleSigner:
    """Return a signer with a certificate that nobody else has issued."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = made.Name([
        made.NameAttribute(NameOID.ORGANIZATION_NAME, "UBND xã Ví Dụ"),
        made.NameAttribute(NameOID.COMMON_NAME, PERSON),
    ])  # fmt: skip
    usage = made.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    certificate = (
        made.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2049, 1, 1, tzinfo=UTC))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    kept = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return signers.SimpleSigner(
        x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER)),
        keys.PrivateKeyInfo.load(kept),
        SimpleCertificateStore(),  # type: ignore[no-untyped-call]  # pyhanko's own
    )


def root_certificate() -> bytes:
    """Return the certificate as the file that somebody trusts."""
    return signer().signing_cert.dump()  # type: ignore[no-any-return, union-attr]  # it has one: made above


@cache
def signed_pdf(times: int = 1) -> bytes:
    """Return a PDF that was signed once, or several times one after another."""
    content = scans.pdf(2)
    for number in range(times):
        writer = IncrementalPdfFileWriter(io.BytesIO(content))
        meta = signers.PdfSignatureMetadata(field_name=f"Chu ky {number + 1}")
        content = signers.sign_pdf(writer, meta, signer=signer()).getvalue()
    return content
