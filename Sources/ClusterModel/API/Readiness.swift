import CSystem
import Dispatch
import Glibc
import Synchronization

/// Tells tasks when descriptors are ready. One thread polls them all, so that no task blocks a thread of Swift's pool;
/// a class since that thread and all tasks share it.
final class Readiness: Sendable {
    static let shared = Readiness()

    enum Direction { case reading, writing }
    enum Outcome: Equatable { case ready, timedOut, cancelled }

    private struct Waiter {
        let descriptor: Int32
        let direction: Direction
        let deadline: ContinuousClock.Instant?
        let continuation: CheckedContinuation<Outcome, Never>
    }

    private struct State {
        var waiters: [Int: Waiter] = [:]
        var lastID = 0
    }

    private let state = Mutex(State())
    /// Readable when the waiters have changed.
    private let bell = cs_eventfd()

    init() {
        DispatchQueue(label: "kstop.readiness").async { [self] in
            while true { pollOnce() }
        }
    }

    /// Waits until reading or writing would not block, the deadline, or the cancellation of the task.
    func wait(
        for direction: Direction, on descriptor: Descriptor, until deadline: ContinuousClock.Instant?
    ) async -> Outcome {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let waiter = Waiter(
                    descriptor: descriptor.number, direction: direction, deadline: deadline, continuation: continuation)
                state.withLock { $0.waiters[id] = waiter }
                // The cancellation may have come before there was anything for its handler to end.
                if Task.isCancelled { end(id, with: .cancelled) } else { ring() }
            }
        } onCancel: {
            end(id, with: .cancelled)
        }
    }

    private func end(_ id: Int, with outcome: Outcome) {
        let waiter = state.withLock { $0.waiters.removeValue(forKey: id) }
        waiter?.continuation.resume(returning: outcome)
    }

    private func ring() {
        var one: UInt64 = 1
        _ = write(bell, &one, MemoryLayout<UInt64>.size)
    }

    private func pollOnce() {
        let waiters = Array(state.withLock(\.waiters))
        var polled = waiters.map { _, waiter in
            pollfd(fd: waiter.descriptor, events: Int16(waiter.direction == .reading ? POLLIN : POLLOUT), revents: 0)
        }
        polled.append(pollfd(fd: bell, events: Int16(POLLIN), revents: 0))
        let deadline = waiters.compactMap(\.value.deadline).min()
        _ = poll(&polled, nfds_t(polled.count), milliseconds(until: deadline))
        if polled[waiters.count].revents != 0 {
            var count: UInt64 = 0
            _ = read(bell, &count, MemoryLayout<UInt64>.size)
        }
        let now = ContinuousClock.now
        for (index, waiter) in waiters.enumerated() {
            // Whatever poll reports, an error too, is what the next read or write will find.
            if polled[index].revents != 0 {
                end(waiter.key, with: .ready)
            } else if let deadline = waiter.value.deadline, deadline <= now {
                end(waiter.key, with: .timedOut)
            }
        }
    }

    /// For poll: rounded up; -1 is forever.
    private func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
        guard let deadline else { return -1 }
        let remaining = max(.zero, deadline - .now) / .milliseconds(1)
        return Int32(min(remaining.rounded(.up), 3_600_000))
    }
}
