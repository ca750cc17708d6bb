"""A program in a pseudoterminal: what it writes, when, and what it costs."""

import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import termios
import time


# "● live", whatever colors lie between.
LIVE = rb"\xe2\x97\x8f(?:\x1b\[[0-9;]*m|\x1b\(B| )*live"
# How many applications are up, such as "13 up": their rows are there.
HEALTHY = rb"[1-9][0-9]* (?:\x1b\[[0-9;]*m|\x1b\(B)*up"


def kubeconfig(api, folder):
    """The path of one for an API server of ours."""
    path = os.path.join(folder, "kubeconfig")
    with open(path, "w") as file:
        json.dump({
            "apiVersion": "v1", "kind": "Config", "current-context": "bench",
            "clusters": [{"name": "bench", "cluster": {"server": api.address}}], "users": [],
            "contexts": [{"name": "bench", "context": {"cluster": "bench", "namespace": "kubeseed"}}]}, file)
    return path


class Terminal:
    def __init__(self, command, columns=120, rows=36, environment=None):
        self.output = b""
        self.started = time.monotonic()
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            os.environ.update(environment or {})
            os.environ["TERM"] = "xterm-256color"
            os.execvp(command[0], command)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, timeout):
        """What is written within so many seconds, as soon as something is; empty if nothing is."""
        ready, _, _ = select.select([self.descriptor], [], [], max(0, timeout))
        if not ready:
            return b""
        try:
            text = os.read(self.descriptor, 1 << 16)
        except OSError:
            return b""
        self.output += text
        return text

    def wait_for(self, pattern, timeout=30, start=0):
        """Seconds from the start of the program until it has written the pattern, in what came after `start`."""
        end = time.monotonic() + timeout
        while not re.search(pattern, self.output[start:]):
            if not self.read(end - time.monotonic()):
                raise TimeoutError(f"waited in vain for {pattern!r}; the last of it: {self.output[-60:]!r}")
        return time.monotonic() - self.started

    def settle(self, quiet=0.3, timeout=10):
        """Reads on until nothing has come for a while."""
        end = time.monotonic() + timeout
        while time.monotonic() < end and self.read(quiet):
            pass

    def drain(self, seconds):
        """Reads for so long; returns the number of bytes."""
        before, end = len(self.output), time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.read(left)
        return len(self.output) - before

    def press(self, keys):
        """Sends keys; returns the seconds until the first byte that answers them, and how many bytes there are."""
        start = time.monotonic()
        os.write(self.descriptor, keys)
        first = self.read(5)
        if not first:
            raise TimeoutError(f"no answer to {keys!r}")
        elapsed = time.monotonic() - start
        count = len(first)
        while text := self.read(0.02):
            count += len(text)
        return elapsed, count

    def flood(self, keys, last=4096):
        """Types without a pause, until no more than the last bytes have not been taken; reads meanwhile."""
        os.set_blocking(self.descriptor, False)
        while len(keys) > last:
            self.read(0.001)
            try:
                keys = keys[os.write(self.descriptor, keys[:65536]):]
            except BlockingIOError:
                pass

    def end(self, number):
        """Seconds from a signal to the end of the program."""
        start = time.monotonic()
        os.kill(self.pid, number)
        while os.waitpid(self.pid, os.WNOHANG)[0] == 0:
            self.read(0.001)
        os.close(self.descriptor)
        return time.monotonic() - start

    def hang_up(self):
        """Seconds from the closing of the terminal to the end of the program."""
        start = time.monotonic()
        os.close(self.descriptor)
        os.waitpid(self.pid, 0)
        return time.monotonic() - start

    def children(self):
        with open(f"/proc/{self.pid}/task/{self.pid}/children") as file:
            direct = [int(word) for word in file.read().split()]
        for task in os.listdir(f"/proc/{self.pid}/task"):
            if task != str(self.pid):
                with open(f"/proc/{self.pid}/task/{task}/children") as file:
                    direct += [int(word) for word in file.read().split()]
        return direct

    def cpu(self):
        """Seconds of a core that it, and that its children, have used."""
        return seconds_of(self.pid), sum(seconds_of(child) for child in self.children())

    def memory(self):
        """Kilobytes (PSS) that it, and that its children, take."""
        return pss(self.pid), sum(pss(child) for child in self.children())

    def close(self):
        try:
            os.kill(self.pid, signal.SIGTERM)
            while self.read(0.5):
                pass
        except ProcessLookupError:
            pass
        self.reap()

    def reap(self):
        os.close(self.descriptor)
        os.waitpid(self.pid, 0)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def seconds_of(pid):
    try:
        with open(f"/proc/{pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
    except FileNotFoundError:
        return 0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def pss(pid):
    try:
        with open(f"/proc/{pid}/smaps_rollup") as file:
            return int(re.search(r"^Pss:\s+(\d+)", file.read(), re.M).group(1))
    except (FileNotFoundError, AttributeError):
        return 0
