import CSystem
package import Words

/// Why kstop cannot have the threads that it needs; nil if it can.
///
/// Swift's runtime waits for a thread that cannot be started for as long as that takes: nothing would be seen of it.
package func threadShortage() -> Phrase? {
    // Those that run tasks, wait for descriptors, start children and wait for their ends.
    let failure = cs_try_threads(8)
    guard failure != 0 else { return nil }
    return Phrase(
        "cannot start threads: \(systemWords(failure)); raise the limit on processes (ulimit -u, TasksMax or pids.max)")
}
