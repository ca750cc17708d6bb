import Words

/// One line of a watch.
enum WatchEvent: Equatable, Sendable {
    /// Added or changed.
    case updated(ClusterObject, resourceVersion: String)
    case deleted(UID, resourceVersion: String)
    /// Nothing changed up to this version.
    case bookmark(resourceVersion: String)
    /// An object has changed, and cannot be decoded.
    case unreadable(UnreadableObject, resourceVersion: String)
    /// An event of an unknown type.
    case skipped(resourceVersion: String)
    /// The watch cannot go on.
    case failed(APIError)

    /// The longest line that is read; bytes. etcd keeps objects below 1.5 MB, in fewer bytes than JSON needs.
    static let longestLine = 8 << 20

    /// - Throws: `malformed`.
    init(_ line: LineSplitter.Line, kind: ResourceKind) throws(APIError) {
        guard !line.isCut else { throw .malformed(Phrase("a watch line without end")) }
        do {
            self = try JSON.decoder(kind).decode(WatchEvent.self, from: line.bytes)
        } catch {
            throw .malformed(Phrase("watch of \(kind.plural): \(JSON.problem(error))"))
        }
    }

    private init(_ type: String, _ object: ReceivedObject) {
        let version = object.identity.resourceVersion
        switch (type, object) {
        case ("ADDED", .readable(let object, _)), ("MODIFIED", .readable(let object, _)):
            self = .updated(object, resourceVersion: version)
        case ("ADDED", .unreadable(let object, _)), ("MODIFIED", .unreadable(let object, _)):
            self = .unreadable(object, resourceVersion: version)
        case ("DELETED", _): self = .deleted(object.identity.uid, resourceVersion: version)
        case ("BOOKMARK", _): self = .bookmark(resourceVersion: version)
        default: self = .skipped(resourceVersion: version)
        }
    }
}

extension WatchEvent: Decodable {
    private enum CodingKeys: CodingKey { case type, object }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let type = try fields.decode(String.self, forKey: .type)
        if type == "ERROR" {
            self = .failed(try fields.decode(Status.self, forKey: .object).error(code: 500))
            return
        }
        self.init(type, try fields.decode(ReceivedObject.self, forKey: .object))
    }
}

extension [WatchEvent] {
    /// The changes of a burst: consecutive updates are one change.
    func changes(_ kind: ResourceKind) -> [ClusterChange] {
        var changes: [ClusterChange] = []
        var updated: [ClusterObject] = []
        func append(_ change: ClusterChange) {
            if !updated.isEmpty { changes.append(.updated(kind, updated)) }
            updated = []
            changes.append(change)
        }
        for event in self {
            switch event {
            case .updated(let object, _): updated.append(object)
            case .deleted(let uid, _): append(.deleted(kind, uid))
            case .unreadable(let object, _): append(.unreadable(kind, object))
            case .bookmark, .skipped, .failed: continue
            }
        }
        return updated.isEmpty ? changes : changes + [.updated(kind, updated)]
    }
}
