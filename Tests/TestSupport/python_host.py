"""Runs scripts for the tests, each in a copy of a process that has loaded what most of them import.

Reads requests from standard input, one JSON object a line, until its end: the arguments of an interpreter, the folder to be in,
files for standard input, output and errors, and a file that gets the exit status when the script has ended.
"""

import json
import os
import runpy
import signal
import sys
import traceback

for name in ("openpyxl", "lxml.etree", "html5lib", "zipfile", "warnings"):
    try:
        __import__(name)
    except ImportError:
        pass

running = {}


def note_ends(*_):
    while running:
        try:
            child, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if child == 0:
            return
        path = running.pop(child, None)
        if path:
            with open(path + ".new", "w") as stream:
                stream.write(str(os.waitstatus_to_exitcode(status)))
            os.rename(path + ".new", path)


def attempt(request):
    """Does what an interpreter with these arguments does, and returns its exit status."""
    if request.get("folder"):
        os.chdir(request["folder"])
    modes = (("input", os.O_RDONLY), ("output", os.O_WRONLY), ("errors", os.O_WRONLY))
    for number, (name, mode) in enumerate(modes):
        opened = os.open(request[name], mode)
        os.dup2(opened, number)
        os.close(opened)
    # The old ones may hold requests that have been read ahead.
    sys.stdin = open(0, encoding="utf-8", errors="surrogateescape", closefd=False)
    sys.stdout = open(1, "w", encoding="utf-8", errors="surrogateescape", closefd=False)
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
    arguments = request["arguments"]
    try:
        if arguments[0] == "-c":
            sys.argv = ["-c"] + arguments[2:]
            sys.path[0] = ""
            exec(compile(arguments[1], "<string>", "exec"), {"__name__": "__main__", "__builtins__": __builtins__})
        else:
            sys.argv = arguments
            sys.path[0] = os.path.dirname(os.path.abspath(arguments[0]))
            runpy.run_path(arguments[0], run_name="__main__")
        status = 0
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
        if status == 1 and not isinstance(end.code, int):
            print(end.code, file=sys.stderr)
    except BaseException:
        traceback.print_exc()
        status = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return status


def main():
    signal.signal(signal.SIGCHLD, note_ends)
    for line in iter(sys.stdin.readline, ""):
        request = json.loads(line)
        # A script may end before it is known to be running.
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGCHLD])
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGCHLD])
            status = 1
            try:
                status = attempt(request)
            finally:
                os._exit(status & 0xFF)
        running[child] = request["status"]
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGCHLD])


main()
