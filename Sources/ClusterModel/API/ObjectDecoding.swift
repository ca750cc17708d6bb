import FoundationEssentials
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
    init(_ body: Data, kind: ResourceKind) throws(APIError) {
        do {
            self = try JSON.decoder(kind).decode(ListPage.self, from: body)
        } catch {
            guard let page = ListPage(inParts: Array(body)[...], kind) else {
                throw .malformed(Phrase("list of \(kind.plural): \(JSON.problem(error))"))
            }
            self = page
        }
    }

    /// Object by object: what the decoder does not take for JSON, such as half a surrogate pair or deep nesting, costs
    /// only the object that it is in. Nil if there is no list.
    private init?(inParts body: ArraySlice<UInt8>, _ kind: ResourceKind) {
        guard let metadata = JSONParts.member("metadata", of: body), let items = JSONParts.member("items", of: body),
            let metadata = try? JSON.decoder().decode(Metadata.self, from: Data(metadata)),
            let items = JSONParts.items(of: items)
        else { return nil }
        self.init(metadata, items.map { ReceivedObject(inParts: $0, kind) })
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
            let problem = JSON.problem(Self.relative(error, to: decoder.codingPath.count))
            self = .unreadable(UnreadableObject(name: text(.name) ?? "", problem: problem, uid: identity.uid), identity)
        }
    }

    /// The error with its path beginning at the object, not at the list.
    private static func relative(_ error: any Error, to depth: Int) -> any Error {
        func inner(_ context: DecodingError.Context) -> DecodingError.Context {
            .init(codingPath: Array(context.codingPath.dropFirst(depth)), debugDescription: context.debugDescription)
        }
        switch error as? DecodingError {
        case .keyNotFound(let key, let context): return DecodingError.keyNotFound(key, inner(context))
        case .valueNotFound(let type, let context): return DecodingError.valueNotFound(type, inner(context))
        case .typeMismatch(let type, let context): return DecodingError.typeMismatch(type, inner(context))
        case .dataCorrupted(let context): return DecodingError.dataCorrupted(inner(context))
        default: return error
        }
    }
}

extension ReceivedObject {
    /// Of a text that may be no JSON; its identity is read as far as it goes.
    init(inParts bytes: ArraySlice<UInt8>, _ kind: ResourceKind) {
        do {
            self = try JSON.decoder(kind).decode(ReceivedObject.self, from: Data(bytes))
        } catch {
            let metadata = JSONParts.member("metadata", of: bytes).flatMap(JSONParts.members) ?? []
            func text(_ name: String) -> String {
                let value = metadata.first { $0.name == name }?.value
                return value.flatMap { try? JSON.decoder().decode(String.self, from: Data($0)) } ?? ""
            }
            let identity = Identity(uid: text("uid"), resourceVersion: text("resourceVersion"))
            let object = UnreadableObject(name: text("name"), problem: JSON.problem(error), uid: identity.uid)
            self = .unreadable(object, identity)
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
