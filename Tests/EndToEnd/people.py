"""Supporters put into a database directly, their addresses sealed as the program seals them, by libsodium called from Python."""
import ctypes
import ctypes.util
import json
import os

from ground import skip

SODIUM = ctypes.util.find_library("sodium")
if not SODIUM:
    skip("libsodium is not installed")
SODIUM = ctypes.CDLL(SODIUM)


def seal(address, key, supporter):
    text, where = address.encode(), f"identity {supporter}".encode()
    nonce, sealed = os.urandom(24), ctypes.create_string_buffer(len(text) + 16)
    SODIUM.crypto_aead_xchacha20poly1305_ietf_encrypt(
        sealed, None, text, ctypes.c_ulonglong(len(text)), where, ctypes.c_ulonglong(len(where)), None, nonce, key)
    return nonce + sealed.raw


def opened(sealed, key, supporter):
    where, text = f"identity {supporter}".encode(), ctypes.create_string_buffer(max(1, len(sealed) - 40))
    holds = SODIUM.crypto_aead_xchacha20poly1305_ietf_decrypt(
        text, None, None, sealed[24:], ctypes.c_ulonglong(len(sealed) - 24), where, ctypes.c_ulonglong(len(where)), sealed[:24], key)
    return text.raw[:len(sealed) - 40].decode() if holds == 0 else None


def path(database):
    return os.path.join(database.folder, "amparo.keys")


def keys(database):
    with open(path(database)) as file:
        return json.load(file)["keys"]


def settle(database, count, pace="daily", domain="example.org"):
    """Supporters whose addresses are sealed with the current key: rosa0@…, rosa1@…; a page of them a statement."""
    key, kind = keys(database)[0], "X'%s'" if database.name == "SQLite" else "'\\x%s'"
    pages = []
    for start in range(0, count, 1_000):
        people, identities = [], []
        for number in range(start, min(count, start + 1_000)):
            supporter = f"s{number:07}"
            sealed = kind % seal(f"rosa{number}@{domain}", bytes.fromhex(key["key"]), supporter).hex()
            people.append(f"('{supporter}', 'int', 'confirmed', 'en', '{pace}', FALSE, 'person', FALSE, 'Europe/London', 0, "
                          "'2026-01-01T10:00:00.000Z', '2026-01-01')")
            identities.append(f"('{supporter}', 'l{number}', '{key['id']}', {sealed})")
        pages.append(
            "INSERT INTO supporter (id, section, state, language, pace, same_day, network, keeps_history, time_zone, soft_bounces, created_at, "
            f"active_on) VALUES {', '.join(people)};\nINSERT INTO identity (supporter_id, lookup, key_id, sealed) VALUES {', '.join(identities)};")
    database.change("BEGIN;\n" + "\n".join(pages) + "\nCOMMIT;")


def identities(database):
    kind = "hex(sealed)" if database.name == "SQLite" else "encode(sealed, 'hex')"
    return database.rows(f"SELECT supporter_id, key_id, {kind} AS sealed FROM identity ORDER BY supporter_id")
