/// What a pod or a node uses, or has to give, of processors and memory.
package struct Usage: Equatable, Sendable {
    /// Milli-cores: 1000 are one processor.
    package var cpu = 0
    /// Bytes.
    package var memory = 0

    package init(cpu: Int = 0, memory: Int = 0) {
        self.cpu = cpu
        self.memory = memory
    }

    /// Stops at the largest number there is.
    package static func + (left: Usage, right: Usage) -> Usage {
        Usage(cpu: sum(left.cpu, right.cpu), memory: sum(left.memory, right.memory))
    }
}

/// As `kubectl top` prints them.
extension Usage {
    /// "12m".
    package var cpuText: String { "\(cpu)m" }

    /// "210Mi", rounded down.
    package var memoryText: String { "\(memory >> 20)Mi" }
}

private func sum(_ one: Int, _ other: Int) -> Int {
    let (sum, isOver) = one.addingReportingOverflow(other)
    guard isOver else { return sum }
    return one < 0 ? .min : .max
}
