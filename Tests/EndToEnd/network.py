"""A network of a script's own, where names lead to public addresses that are on this machine.

No setting lets the program ask a machine that is not public, and none is needed: a script moves into a network namespace, whose loopback has public
addresses (netdevice(7)), with names and one more authority for certificates that nobody outside of it knows or trusts.
"""
import fcntl
import os
import socket
import struct
import subprocess
import sys

AUTHORITIES = "/etc/ssl/certs/ca-certificates.crt"
INSIDE = "AMPARO_TEST_INSIDE"


def move_inside():
    """Starts the script that runs again where the network is its own; says so when the machine does not allow that."""
    if INSIDE in os.environ:
        return
    script = os.path.abspath(sys.argv[0])
    words = ["unshare", "--net", "--mount"] + ([] if os.geteuid() == 0 else ["--user", "--map-root-user"])
    if subprocess.run([*words, "true"], capture_output=True).returncode != 0:
        print(f"{os.path.basename(script)}: skipped, this machine allows no network namespace")
        sys.exit(0)
    os.execvpe("unshare", [*words, sys.executable, script, *sys.argv[1:]], {**os.environ, INSIDE: "1"})


def furnish(folder, addresses, authority):
    """Gives loopback the addresses, each its names, and has certificates of the authority trusted. `addresses` is by name; loopback's own is there."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        fcntl.ioctl(probe, 0x8914, struct.pack("16s24s", b"lo", struct.pack("H", 0x1 | 0x40)))  # SIOCSIFFLAGS: IFF_UP, IFF_RUNNING
        for number, address in enumerate(dict.fromkeys(set(addresses.values()) - {"127.0.0.1"}), 1):
            fcntl.ioctl(probe, 0x8916, struct.pack("16s24s", f"lo:{number}".encode(), struct.pack("HH4s", socket.AF_INET, 0, socket.inet_aton(address))))  # SIOCSIFADDR
    for path, words in [("/etc/hosts", "127.0.0.1 localhost\n" + "".join(f"{address} {name}\n" for name, address in addresses.items())), (AUTHORITIES, authority)]:
        own = os.path.join(folder, os.path.basename(path))
        with open(own, "w") as file:
            file.write(words)
        subprocess.run(["mount", "--bind", own, path], check=True)


def certificate(folder, names):
    """One for the names in own.pem, its key in key.pem; returns the text that is to be trusted."""
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=loopback",
                    "-addext", "subjectAltName=" + ",".join(f"DNS:{name}" for name in names), "-keyout", f"{folder}/key.pem", "-out", f"{folder}/own.pem"],
                   check=True, capture_output=True)
    with open(f"{folder}/own.pem") as file:
        return file.read()
