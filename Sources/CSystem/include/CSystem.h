#ifndef CSYSTEM_H
#define CSYSTEM_H

#include <sys/types.h>

// Before main, those of the descriptors 0, 1 and 2 that are closed are opened, so that nothing of this process gets their
// numbers: reading and writing them fails as if they were closed (EBADF).

/// What main got as argv. Swift's runtime would look for it beside the environment, which setenv may have moved, and in
/// /proc, which may not be there; then it says that there is none.
char *const *cs_arguments(void);

/// Starts a program (argv[0] is looked up in PATH) as a child of its own session, which has no terminal, and process
/// group. The kernel ends it with SIGTERM when this process ends, however that happens. `environment` NULL: this
/// process's own. `input`, `output` and `error` become its descriptors 0, 1 and 2; -1: /dev/null. All other descriptors
/// are closed in it and all signals are as they were by default. Returns its pid, or -errno (also for a program that
/// cannot be executed).
pid_t cs_spawn_tied(char *const argv[], char *const environment[], int input, int output, int error);

/// Starts a program that has this process's terminal, tied to its life as cs_spawn_tied does it. It stays in this
/// process's group: what Ctrl-C and Ctrl-Z send reaches both. `error` becomes its descriptor 2. Returns its pid, or
/// -errno.
pid_t cs_spawn_in_foreground(char *const argv[], char *const environment[], int error);
/// Starts a program that this process is done with: in a session of its own, a child of init's, with /dev/null as its
/// descriptors 0, 1 and 2 and no others. Returns 0 or -errno; what becomes of the program is not known.
int cs_spawn_detached(char *const argv[], char *const environment[]);

/// When this process has ended, however that happens, a process that waits for it (the guard) ends the groups of all
/// children of cs_spawn_tied and what they have started, and removes `file` and then `directory`, until they are
/// forgotten. A group is to be forgotten before its leader is reaped: later, its number may be another's.
void cs_forget_group(pid_t group);
/// Returns what cs_forget_directory takes, or -errno.
int cs_guard_directory(const char *directory, const char *file);
void cs_forget_directory(int place);

/// Whether this process can have `count` more threads at the same time: 0, else the errno of the first that cannot be.
/// They end by themselves, and no signal is delivered to them.
int cs_try_threads(int count);

/// A pipe, close-on-exec; ends[0] is for reading. Returns 0 or -errno.
int cs_pipe(int ends[2]);

/// A descriptor that stands for a file without opening it, and goes on to when the file is unlinked; close-on-exec.
/// Follows no symbolic link. Returns it or -errno.
int cs_open_path(const char *path);

/// A counter that poll(2) reports readable while it is not zero; close-on-exec, non-blocking. Returns it or -errno.
int cs_eventfd(void);

/// Blocks `count` signals in this thread and those it will start, and returns a descriptor from which they are read
/// with cs_next_signal; close-on-exec, non-blocking. Returns -errno on failure.
int cs_signalfd(const int *signals, int count);

/// Whether a signal is ignored, as one that a parent ignored is.
int cs_is_ignored(int signal);

/// The next signal that has arrived, or 0 if none has.
int cs_next_signal(int descriptor);

/// Has the kernel write no core dump of this process, wherever it would go, and let no process of the same user trace it
/// or read its memory, until it ends; its children are not concerned. Returns 1, or 0 if the kernel does not do it.
int cs_forbid_core_dumps(void);
int cs_core_dumps_are_forbidden(void);

/// write(2) without SIGPIPE where nobody reads any more: that is EPIPE alone, whatever the signal would do.
ssize_t cs_write(int descriptor, const void *bytes, size_t count);

#endif
