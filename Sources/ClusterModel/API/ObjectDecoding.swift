import Words

/// One object as the API server sent it. Decoding it never fails, so that a bad one costs only itself.
enum ReceivedObject: Equatable, Sendable {
    case readable(ClusterObject, Identity)
    case unreadable(UnreadableObject, Identity)

    /// What is read of an object even if nothing else can be.
    struct Identity: Equatable, Sendable {
        /// Empty if unknown.
        var uid: UID = ""
        /// Empty if unknown.
        var resourceVersion = ""
    }

    var identity: Identity {
        switch self {
        case .readable(_, let identity), .unreadable(_, let identity): identity
        }
    }
}

/// One page of a list.
struct ListPage: Equatable, Sendable {
    var resourceVersion = ""
    /// Asks for the next page; empty on the last.
    var continuation = ""
    var objects: [ClusterObject] = []
    var unreadable: [UnreadableObject] = []
    /// Of all objects on the page, the unreadable ones too: they exist.
    var uids: Set<UID> = []
}

extension ListPage {
    /// - Throws: `malformed`.
    init(_ body: some Sequence<UInt8>, kind: ResourceKind) throws(APIError) {
        do {
            self = try JSON.decoder(kind).decode(ListPage.self, from: body)
        } catch {
            throw .malformed(Phrase("list of \(kind.plural): \(JSON.problem(error))"))
        }
    }

    private init(_ metadata: Metadata, _ items: [ReceivedObject]) {
        resourceVersion = metadata.resourceVersion ?? ""
        continuation = metadata.continue ?? ""
        for item in items {
            if !item.identity.uid.isEmpty { uids.insert(item.identity.uid) }
            switch item {
            case .readable(let object, _): objects.append(object)
            case .unreadable(let object, _): unreadable.append(object)
            }
        }
    }
}

extension ReceivedObject: Decodable {
    private enum CodingKeys: CodingKey { case metadata }
    private enum MetadataKeys: CodingKey { case name, uid, resourceVersion }

    init(from decoder: any Decoder) throws {
        let metadata = try? decoder.container(keyedBy: CodingKeys.self)
            .nestedContainer(keyedBy: MetadataKeys.self, forKey: .metadata)
        func text(_ key: MetadataKeys) -> String? { try? metadata?.decodeIfPresent(String.self, forKey: key) }
        let identity = Identity(uid: text(.uid) ?? "", resourceVersion: text(.resourceVersion) ?? "")
        do {
            self = .readable(try ClusterObject(receivedFrom: decoder), identity)
        } catch {
            let problem = JSON.problem(error)
            self = .unreadable(UnreadableObject(name: text(.name) ?? "", problem: problem, uid: identity.uid), identity)
        }
    }
}

extension ClusterObject {
    /// Decodes the kind that the decoder has been made for.
    fileprivate init(receivedFrom decoder: any Decoder) throws {
        guard let key = JSON.kindKey, let kind = decoder.userInfo[key] as? ResourceKind else {
            preconditionFailure("JSON.decoder(kind) makes the decoders of objects")
        }
        self = try kind.type.object(from: decoder)
    }
}

extension Resource {
    fileprivate static func object(from decoder: any Decoder) throws -> ClusterObject { wrap(try Self(from: decoder)) }
}

extension ListPage: Decodable {
    private enum CodingKeys: CodingKey { case metadata, items }
    fileprivate struct Metadata: Decodable { var resourceVersion: String?, `continue`: String? }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let metadata = try fields.decode(Metadata.self, forKey: .metadata)
        // Go writes an empty list as null.
        self.init(metadata, try fields.decodeIfPresent([ReceivedObject].self, forKey: .items) ?? [])
    }
}
