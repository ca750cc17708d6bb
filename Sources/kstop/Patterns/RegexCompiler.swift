/// Makes steps of a tree.
struct RegexCompiler {
    private let limit: Int
    private(set) var steps: [RegexStep] = []
    private(set) var sets: [ScalarSet] = []

    /// - Parameter limit: steps at most.
    init(limit: Int) {
        self.limit = limit
    }

    mutating func append(_ step: RegexStep) throws(NoRegularExpression) {
        guard steps.count < limit else { throw NoRegularExpression() }
        steps.append(step)
    }

    mutating func add(_ tree: RegexTree) throws(NoRegularExpression) {
        switch tree {
        case .nothing: break
        case .take(let set):
            try append(.take(sets.count))
            sets.append(set)
        case .require(let boundary): try append(.require(boundary))
        case .sequence(let parts): for part in parts { try add(part) }
        case .choice(let branches): try add(choice: branches[...])
        case .repeated(let tree, let least, let most, let isLazy):
            try add(tree, times: least)
            guard let most else { return try add(endless: tree, isLazy) }
            try add(optional: tree, times: most - least, isLazy)
        }
    }

    private mutating func add(_ tree: RegexTree, times: Int) throws(NoRegularExpression) {
        for _ in 0..<times {
            let before = steps.count
            try add(tree)
            // What takes no step is there however often; the limit would not end it.
            if steps.count == before { return }
        }
    }

    private mutating func add(choice branches: ArraySlice<RegexTree>) throws(NoRegularExpression) {
        var exits: [Int] = []
        for (index, branch) in branches.enumerated() {
            guard index + 1 < branches.count else {
                try add(branch)
                continue
            }
            let start = steps.count
            try append(.branch(start + 1, start))
            try add(branch)
            exits.append(steps.count)
            try append(.jump(start))
            steps[start] = .branch(start + 1, steps.count)
        }
        for exit in exits { steps[exit] = .jump(steps.count) }
    }

    private mutating func add(endless tree: RegexTree, _ isLazy: Bool) throws(NoRegularExpression) {
        let start = steps.count
        try append(.jump(start))
        try add(tree)
        try append(.jump(start))
        steps[start] = branch(start + 1, steps.count, isLazy)
    }

    private mutating func add(
        optional tree: RegexTree, times: Int, _ isLazy: Bool
    ) throws(NoRegularExpression) {
        var starts: [Int] = []
        for _ in 0..<times {
            starts.append(steps.count)
            try append(.jump(steps.count))
            try add(tree)
        }
        for start in starts { steps[start] = branch(start + 1, steps.count, isLazy) }
    }

    private func branch(_ inside: Int, _ after: Int, _ isLazy: Bool) -> RegexStep {
        isLazy ? .branch(after, inside) : .branch(inside, after)
    }
}
