"""kstop under valgrind, which counts what it does."""

import os
import subprocess


class Callgrind:
    def __init__(self, binary, folder):
        # Valgrind cannot read the newest debugging information.
        self.kstop = os.path.join(folder, "kstop")
        subprocess.run(["strip", "-g", "-o", self.kstop, binary], check=True)

    def command(self, file, *arguments):
        """What runs kstop and writes the counts of its functions, by the linker's names, to a file."""
        return ["valgrind", "-q", "--tool=callgrind", "--demangle=no", f"--callgrind-out-file={file}", self.kstop,
                *arguments]
