/// Which labels an object must carry to be selected (meta/v1 LabelSelector).
package struct LabelSelector: Equatable, Sendable {
    package var matchLabels: [String: String] = [:]
    package var matchExpressions: [Requirement] = []

    package struct Requirement: Equatable, Sendable {
        package var key: String
        package var operation: Operation
        package var values: [String] = []
    }

    package enum Operation: String, Decodable, Sendable {
        case isIn = "In"
        case isNotIn = "NotIn"
        case exists = "Exists"
        case doesNotExist = "DoesNotExist"
    }

    package var isEmpty: Bool { matchLabels.isEmpty && matchExpressions.isEmpty }

    /// Whether `labels` satisfy every requirement; an empty selector is satisfied by all labels.
    package func matches(_ labels: [String: String]) -> Bool {
        labels.contains(all: matchLabels) && matchExpressions.allSatisfy { $0.matches(labels) }
    }
}

extension LabelSelector.Requirement {
    func matches(_ labels: [String: String]) -> Bool {
        switch operation {
        case .isIn: labels[key].map(values.contains) ?? false
        case .isNotIn: labels[key].map { !values.contains($0) } ?? true
        case .exists: labels[key] != nil
        case .doesNotExist: labels[key] == nil
        }
    }
}

extension [String: String] {
    /// Whether every pair of `required` is among these.
    package func contains(all required: [String: String]) -> Bool {
        required.allSatisfy { self[$0.key] == $0.value }
    }
}

extension LabelSelector: Decodable {
    private enum CodingKeys: CodingKey { case matchLabels, matchExpressions }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        matchLabels = try fields.value(.matchLabels, or: [:])
        matchExpressions = try fields.value(.matchExpressions, or: [])
    }
}

extension LabelSelector.Requirement: Decodable {
    private enum CodingKeys: String, CodingKey { case key, operation = "operator", values }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        key = try fields.decode(String.self, forKey: .key)
        operation = try fields.decode(LabelSelector.Operation.self, forKey: .operation)
        values = try fields.value(.values, or: [])
    }
}
