import FoundationEssentials

extension OrderedJSON {
    /// A Secret without its secrets: each value is replaced by how many bytes it has. Anything else as it is.
    ///
    /// What `kubectl apply` has written into an annotation repeats the values, so it is left out.
    var withoutSecrets: OrderedJSON {
        if self["kind"]?.text == "SecretList" || self["kind"]?.text == "List" {
            return changing("items") { items in
                guard case .array(let items) = items else { return items }
                return .array(items.map(\.withoutSecrets))
            }
        }
        guard self["kind"]?.text == "Secret" else { return self }
        return changing("data") { $0.withSizes { Data(base64Encoded: $0)?.count ?? $0.utf8.count } }
            .changing("stringData") { $0.withSizes { $0.utf8.count } }
            .changing("metadata") { metadata in
                metadata.changing("annotations") {
                    $0.without("kubectl.kubernetes.io/last-applied-configuration")
                }
            }
    }

    /// kubectl describe's words for it.
    private func withSizes(_ size: (String) -> Int) -> OrderedJSON {
        guard case .object(let members) = self else { return self }
        return .object(
            members.map { member in
                Member(member.key, .string(member.value.text.map { "\(size($0)) bytes" } ?? "0 bytes"))
            })
    }
}
