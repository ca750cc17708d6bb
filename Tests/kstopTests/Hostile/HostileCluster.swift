import Foundation
import Testing
import Words

@testable import ClusterModel
@testable import TUI
@testable import kstop

/// Objects of every kind with the same bytes in each of their strings, as they would arrive from the API server.
struct HostileCluster: Sendable {
    let objects: [ResourceKind: ObjectList]
    /// Kinds of which nothing could be read, and what is said of it.
    let problems: [String]

    /// Which strings have the bytes in them.
    enum Reach: CaseIterable, Sendable {
        /// All but what says what and whose an object is, so that all of it finds its place on the pages.
        case words
        /// All but times and amounts: names, references and states, too.
        case everything
    }

    private static let marker = "@HOSTILE@"

    init(_ hostile: HostileText, _ reach: Reach) throws {
        var objects: [ResourceKind: ObjectList] = [:]
        var problems: [String] = []
        for kind in ResourceKind.allCases {
            let json = try Self.json(kind, reach, hostile)
            do {
                let page = try JSON.decoder(kind).decode(ListPage.self, from: json)
                objects[kind] = ObjectList(objects: page.objects, unreadable: page.unreadable)
            } catch {
                problems.append(JSON.problem(error).english)
            }
        }
        self.objects = objects
        self.problems = problems
    }

    /// What `-o yaml` is asked of.
    static func manifest(_ hostile: HostileText) throws -> OrderedJSON {
        try OrderedJSON(Array(try json(.pods, .words, hostile)))
    }

    private static func json(_ kind: ResourceKind, _ reach: Reach, _ hostile: HostileText) throws -> Data {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        // An example of each kind, behind a line that names the kind.
        let file = root.appending(path: "Fuzzing/Corpus/resources/\(kind.rawValue)")
        let example = try JSONSerialization.jsonObject(with: Data(contentsOf: file).drop { $0 != 0x0A }.dropFirst())
        let changed = try JSONSerialization.data(withJSONObject: Self.changed(example, "", reach))
        var json: [UInt8] = []
        var rest = Array(changed)[...]
        let marker = Array(Self.marker.utf8)
        while let byte = rest.first {
            let isThere = rest.starts(with: marker)
            json += isThere ? hostile.json : [byte]
            rest = rest.dropFirst(isThere ? marker.count : 1)
        }
        return Data(json)
    }

    private static func changed(_ value: Any, _ key: String, _ reach: Reach) -> Any {
        switch value {
        case let members as [String: Any]:
            let isNames = ["matchLabels", "selector", "labels", "addresses"].contains(key) && reach == .words
            return isNames ? members : Dictionary(uniqueKeysWithValues: members.map { ($0, changed($1, $0, reach)) })
        case let items as [Any]: return items.map { changed($0, key, reach) }
        case let text as String: return isKept(key, reach) ? text : text + marker
        default: return value
        }
    }

    private static func isKept(_ key: String, _ reach: Reach) -> Bool {
        let isParsed =
            key.hasSuffix("Timestamp") || key.hasSuffix("Time") || key.hasSuffix("At") || key == "notAfter"
            || ["cpu", "memory"].contains(key)
        let identity: Set = [
            "name", "namespace", "uid", "kind", "phase", "type", "status", "operator", "values", "targetPort", "port",
            "protocol", "secretName", "app", "ksapp", "restartPolicy", "resourceVersion",
        ]
        return isParsed || (reach == .words && identity.contains(key))
    }
}

extension Play {
    /// A screen that has loaded such a cluster.
    init(_ cluster: HostileCluster, size: Size) {
        self.init(emptyWith: size)
        for kind in ResourceKind.allCases {
            let list = cluster.objects[kind] ?? ObjectList(objects: [])
            hear(.updated(kind, list.objects))
            hear(.listed(kind, keeping: Set(list.objects.map(\.metadata.uid)), unreadable: list.unreadable))
            receive(.source(kind, .live))
        }
    }
}
