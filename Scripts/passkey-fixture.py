#!/usr/bin/env python3
"""Prints Tests/CampaignTests/Staff/PasskeyVectors.swift: what python-fido2 makes of passkeys with fixed keys, for our readers to read.

usage: .venv/bin/python Scripts/passkey-fixture.py > Tests/CampaignTests/Staff/PasskeyVectors.swift
"""
import hashlib

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from fido2.cose import ES256, EdDSA
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

HOST, ORIGIN = "desk.example.org", "https://desk.example.org"
FLAGS = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV


def vector(name, private, cose, sign):
    challenge = hashlib.sha256(name.encode()).digest()
    credential = AttestedCredentialData.create(b"\0" * 16, hashlib.sha256(b"id " + name.encode()).digest(), cose)
    host = hashlib.sha256(HOST.encode()).digest()
    made = AuthenticatorData.create(host, FLAGS | AuthenticatorData.FLAG.AT, 0, credential)
    attestation = AttestationObject.create("none", made, {})
    statement = AuthenticatorData.create(host, FLAGS, 7)
    client = CollectedClientData.create("webauthn.get", challenge, ORIGIN)
    signature = sign(private, bytes(statement) + client.hash)
    cose.verify(bytes(statement) + client.hash, signature)
    fields = {"attestation": bytes(attestation), "statement": bytes(statement), "client": bytes(client), "signature": signature}
    lines = ",\n".join(f'        {key}: """\n            {chunks(value)}\n            """' for key, value in fields.items())
    return f"    static let {name} = PasskeyVector(\n{lines}\n    )"


def chunks(value):
    text = value.hex()
    return "\\\n            ".join(text[start:start + 120] for start in range(0, len(text), 120))


elliptic = ec.derive_private_key(int.from_bytes(hashlib.sha256(b"es256").digest()), ec.SECP256R1())
edwards = ed25519.Ed25519PrivateKey.from_private_bytes(hashlib.sha256(b"eddsa").digest())
print("/// Passkeys as python-fido2 writes them; made by Scripts/passkey-fixture.py.")
print("struct PasskeyVector: Sendable {")
print("    let attestation: String\n    let statement: String\n    let client: String\n    let signature: String\n")
print(vector("es256", elliptic, ES256.from_cryptography_key(elliptic.public_key()), lambda key, text: key.sign(text, ec.ECDSA(hashes.SHA256()))))
print()
print(vector("eddsa", edwards, EdDSA.from_cryptography_key(edwards.public_key()), lambda key, text: key.sign(text)))
print("}")
