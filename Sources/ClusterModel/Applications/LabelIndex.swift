/// Finds objects by their labels without looking at each of them.
struct LabelIndex {
    private var objects: [Label: [UID]] = [:]
    private var labels: [UID: [String: String]] = [:]
    private var values: [Key: Set<String>] = [:]

    private struct Key: Hashable { var namespace: String, key: String }
    private struct Label: Hashable { var key: Key, value: String }

    mutating func insert(_ uid: UID, namespace: String, labels: [String: String]) {
        self.labels[uid] = labels
        for (name, value) in labels {
            let key = Key(namespace: namespace, key: name)
            objects[Label(key: key, value: value), default: []].append(uid)
            values[key, default: []].insert(value)
        }
    }

    /// The objects that carry all of `selector`; none for an empty one, as services have it. In no order.
    func objects(selectedBy selector: [String: String], namespace: String) -> [UID] {
        let candidates = selector.map { pair in
            objects[Label(key: Key(namespace: namespace, key: pair.key), value: pair.value)] ?? []
        }
        let fewest = candidates.min { $0.count < $1.count } ?? []
        return fewest.filter { labels[$0]?.contains(all: selector) ?? false }
    }

    /// The values that objects have for a label.
    func values(of key: String, namespace: String) -> Set<String> {
        values[Key(namespace: namespace, key: key)] ?? []
    }
}
