/// A property that is written as null when it has no value, where an optional would be left out.
@propertyWrapper
struct OrNull<Value: Encodable>: Encodable {
    var wrappedValue: Value?

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
    }
}

extension String {
    /// Kubernetes leaves out what is empty; the document says null.
    var orNil: String? { isEmpty ? nil : self }
}
