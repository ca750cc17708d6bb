/// What an object is called among those of its kind.
package struct ObjectName: Hashable, Comparable, Sendable {
    package var namespace: String
    package var name: String

    package init(namespace: String, name: String) {
        self.namespace = namespace
        self.name = name
    }

    package static func < (one: ObjectName, other: ObjectName) -> Bool {
        (one.namespace, one.name) < (other.namespace, other.name)
    }
}

extension Metadata {
    package var objectName: ObjectName { ObjectName(namespace: namespace, name: name) }
}
