"""Measures this package beside others on the same data, in one run, and prints ratios.

    python3 compare.py [workbooks] [json] [road] [doubling] [instructions] [--runs N] [--large] [--json FILE]

- workbooks: a table of twelve columns as a workbook, beside a plain loop in C on libxlsxwriter and the writers of PyPI
- json: compressed JSON beside gzip, pigz and orjson
- road: packs from CSV to the finished workbook, for officers and for the public, beside programs that only read the CSV
- doubling: how time grows when one thing in a pack doubles; 1 is in proportion, 2 is a square
- instructions: instructions of a few commands under valgrind, held against instructions.json, which `--accept` writes anew

Programs run in turn, so that a busy moment of the machine hits all alike; figures are medians. Times from other machines say
little: quote ratios. Without names all but `instructions` is measured; --large adds the sizes that take minutes. The table goes to
standard output, and the same as JSON to the file of --json.
"""

import argparse
import json
import math
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import packs

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PEERS = [sys.executable, os.path.join(HERE, "peers.py")]
EXAMPLES = os.path.join(ROOT, "Examples", "Packs")
# More instructions than this, in proportion, is a regression.
TOLERANCE = 1.05


class Failure(Exception):
    pass


def run(command, output=None, inside=False):
    """Runs a program to its end. `inside` takes the seconds and the memory that it prints of itself."""
    with open(output or os.devnull, "wb") as sink:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.PIPE if inside else sink, stderr=subprocess.PIPE)
        printed, problems = process.stdout.read() if inside else b"", process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise Failure(f"{' '.join(command)} ended with {process.returncode}: {problems.decode(errors='replace')[-500:]}")
    if inside:
        seconds, processor, memory = map(float, printed.split())
        return {"seconds": seconds, "processor": processor, "memory": memory / 1024}
    # In kilobytes everywhere but on macOS, which counts bytes.
    scale = 1024 * 1024 if sys.platform == "darwin" else 1024
    return {"seconds": seconds, "processor": usage.ru_utime + usage.ru_stime, "memory": usage.ru_maxrss / scale}


def in_turn(contenders, runs):
    """The medians of each contender, and the ratio to the first, pair by pair."""
    results = {name: [] for name in contenders}
    for _ in range(runs):
        for name, measure in contenders.items():
            results[name].append(measure())
    first = next(iter(results.values()))
    lines = []
    for name, measured in results.items():
        line = {key: statistics.median(run[key] for run in measured) for key in measured[0]}
        line["ratio"] = statistics.median(run["seconds"] / base["seconds"] for run, base in zip(measured, first))
        lines.append({"name": name, **line})
    return lines


def show(title, lines):
    print(f"\n{title}\n")
    print(f"| {'':44} | seconds | ratio | on all cores | memory, MiB | bytes |")
    print("|---|---:|---:|---:|---:|---:|")
    for line in lines:
        size = f"{line['bytes']:,.0f}" if "bytes" in line else ""
        print(f"| {line['name']:44} | {line['seconds']:.3f} | {line['ratio']:.2f} | {line['processor']:.3f} | "
              f"{line['memory']:,.0f} | {size} |", flush=True)


def workbooks(programs, folder, runs, large):
    file = os.path.join(folder, "book.xlsx")

    def writer(command):
        def measure():
            measured = run([*command, file], inside=True)
            return {**measured, "bytes": os.path.getsize(file)}
        return measure

    result = {}
    for rows in [10_000, 100_000] + [500_000] * large:
        contenders = {
            "C on libxlsxwriter": writer([programs("RawXLSX"), str(rows)]),
            "XLSXExport": writer([programs("ExportBenchmarks"), "xlsx", str(rows)]),
        }
        for name in ("XlsxWriter", "rustpy-xlsxwriter", "xlsxturbo"):
            contenders[name] = writer([*PEERS, "xlsx", name, str(rows)])
        result[rows] = in_turn(contenders, runs)
        show(f"Workbook of {rows:,} rows of 12 columns", result[rows])
    return result


def compressed(programs, folder, runs, large):
    count = 1_000_000 if large else 200_000
    text, packed = os.path.join(folder, "lines.jsonl"), os.path.join(folder, "lines.gz")
    own = [programs("ExportBenchmarks"), "lines"]
    run([*own, "0", "1", str(count), text], inside=True)

    def sized(measure):
        def sized():
            return {**measure(), "bytes": os.path.getsize(packed)}
        return sized

    contenders = {f"{program} on the finished lines": sized(lambda command=program.split(): run([*command, "-c", text], packed))
                  for program in ("gzip -6", "gzip -5", "pigz -6 -p2", "pigz -5 -p2")}
    contenders["orjson and gzip, level 6"] = sized(lambda: run([*PEERS, "orjson", text, packed], inside=True))
    for level in (6, 5):
        for threads in (1, 2):
            command = [*own, str(level), str(threads), str(count), packed]
            contenders[f"CompressedJSONExport, level {level}, threads {threads}"] = sized(
                lambda command=command: run(command, inside=True))
    lines = in_turn(contenders, runs)
    show(f"Compressed lines of JSON, {count:,} figures, {os.path.getsize(text):,} bytes of text", lines)
    return lines


def road(programs, folder, runs, large):
    command, result = programs("committee-workbook"), {}
    output = os.path.join(folder, "report.xlsx")

    def workbook(pack, audience):
        arguments = [command, pack, "--audience", audience, "--output", output, "--force"]
        return lambda: {**run(arguments), "bytes": os.path.getsize(output)}

    for name in ("improvement-plan-2018-01", "sample-borough"):
        pack = os.path.join(EXAMPLES, name)
        result[name] = in_turn({audience: workbook(pack, audience) for audience in ("officers", "public")}, runs)
        show(f"Pack {name} to a workbook", result[name])
    for size in [10_000, 100_000] + [1_000_000] * large:
        pack = os.path.join(folder, f"figures-{size}")
        packs.make("observations", size, pack)
        table = os.path.join(pack, "observations.csv")
        lines = in_turn({
            "Python's csv module, reading alone": lambda: run([*PEERS, "csv", table]),
            "DuckDB, reading alone": lambda: run([*PEERS, "duckdb", table]),
            "committee-workbook --check": lambda: run([command, pack, "--check"]),
            "committee-workbook, officers": workbook(pack, "officers"),
            "committee-workbook, public": workbook(pack, "public"),
        }, runs if size < 1_000_000 else 1)
        show(f"{size:,} figures from CSV ({os.path.getsize(table):,} bytes) to a workbook", lines)
        result[size] = lines
        shutil.rmtree(pack)
    return result


# What doubles, from which size, and how it is published.
GROWING = {"observations": (20_000, "public"), "measures": (200, "public"), "areas": (300, "public"),
           "categories": (40, "public"), "small": (20, "public"), "actions": (400, "officers"), "findings": (400, "officers"),
           "remarks": (500, "public"), "grades": (1_000, "public")}


def doubling(programs, folder, runs, large):
    command, result = programs("committee-workbook"), []
    print(f"\nFour times as much\n\n| what grows | size | seconds on all cores | growth | memory, MiB |\n|---|---:|---:|---:|---:|")
    for kind, (start, audience) in GROWING.items():
        before = None
        for size in (start, start * 2, start * 4):
            pack = os.path.join(folder, f"{kind}-{size}")
            packs.make(kind, size, pack)
            arguments = [command, pack, "--audience", audience, "--format", "jsonl", "--output", os.path.join(folder, "report.jsonl"),
                         "--force"]
            measured = [run(arguments) for _ in range(min(runs, 3))]
            seconds = statistics.median(one["processor"] for one in measured)
            memory = statistics.median(one["memory"] for one in measured)
            growth = math.log2(seconds / before) if before else None
            result.append({"kind": kind, "size": size, "processor": seconds, "growth": growth, "memory": memory})
            print(f"| {kind} | {size:,} | {seconds:.2f} | {'' if growth is None else f'{growth:.2f}'} | {memory:,.0f} |", flush=True)
            before = seconds
            shutil.rmtree(pack)
    return result


def instructions(programs, folder, accept):
    """Counts instructions: the same on every machine with the same libraries, however busy it is."""
    if not shutil.which("valgrind"):
        raise Failure("valgrind is not installed")
    path, command = os.path.join(HERE, "instructions.json"), os.path.join(folder, "committee-workbook")
    # Valgrind gives up on the debug information of a large Swift program.
    shutil.copy(programs("committee-workbook"), command)
    subprocess.run(["strip", command], check=True)
    pack, output = os.path.join(EXAMPLES, "improvement-plan-2018-01"), os.path.join(folder, "report")
    figures = os.path.join(folder, "figures")
    packs.make("observations", 3_000, figures)
    commands = {
        "check": [command, pack, "--check"],
        "workbook": [command, pack, "--audience", "public", "--output", output + ".xlsx", "--force"],
        "page": [command, pack, "--audience", "public", "--output", output + ".html", "--force"],
        "lines": [command, figures, "--audience", "public", "--output", output + ".jsonl", "--force"],
    }
    known = json.load(open(path, encoding="utf-8")) if os.path.exists(path) else {}
    counted, worse = {}, []
    print("\nInstructions\n\n| command | instructions | ratio to those known |\n|---|---:|---:|")
    for name, arguments in commands.items():
        process = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *arguments], capture_output=True, text=True,
            env={**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1"})
        if process.returncode != 0:
            raise Failure(f"{name} ended with {process.returncode}: {process.stderr[-500:]}")
        counted[name] = int(next(line for line in process.stderr.splitlines() if "Collected" in line).split(":")[1])
        ratio = counted[name] / known[name] if name in known else None
        print(f"| {name} | {counted[name]:,} | {'' if ratio is None else f'{ratio:.3f}'} |", flush=True)
        if ratio and ratio > TOLERANCE:
            worse.append(name)
    if accept:
        with open(path, "w", encoding="utf-8") as file:
            json.dump(counted, file, indent=2)
            file.write("\n")
    elif not known:
        raise Failure("no instructions are known yet: run it with --accept first")
    elif worse:
        raise Failure(f"more than {TOLERANCE} times the known instructions: {', '.join(worse)}")
    return counted


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", choices=[[], "workbooks", "json", "road", "doubling", "instructions"])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--accept", action="store_true")
    parser.add_argument("--programs", default=os.path.join(ROOT, "Benchmarks", ".build", "release"),
                        help="the folder of ExportBenchmarks and RawXLSX")
    parser.add_argument("--command", default=os.path.join(ROOT, ".build", "release", "committee-workbook"),
                        help="the program that makes workbooks from packs")
    parser.add_argument("--json")
    options = parser.parse_args()
    what = options.what or ["workbooks", "json", "road", "doubling"]

    def programs(name):
        path = options.command if name == "committee-workbook" else os.path.join(options.programs, name)
        if not os.path.exists(path):
            raise Failure(f"{path} is missing: run `make benchmark`, which builds it")
        return path

    result = {"machine": f"{platform.platform()}, {os.cpu_count()} cores", "runs": options.runs}
    steps = {"workbooks": workbooks, "json": compressed, "road": road, "doubling": doubling}
    try:
        with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
            for name in what:
                if name == "instructions":
                    result[name] = instructions(programs, folder, options.accept)
                else:
                    result[name] = steps[name](programs, folder, options.runs, options.large)
    except Failure as failure:
        sys.exit(f"compare.py: {failure}")
    finally:
        if options.json:
            with open(options.json, "w", encoding="utf-8") as file:
                json.dump(result, file, indent=2)
                file.write("\n")


if __name__ == "__main__":
    main()
