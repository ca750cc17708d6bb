import ClusterModel
import Foundation

/// What a real API server (v1.36) answered about the made-up seedbox, trimmed to what kstop could read.
enum Fixture {
    /// When the server printed its tables.
    static let recordedAt = Date(timeIntervalSince1970: 1_795_426_778.5)

    /// The objects of a recorded list.
    static func list<Object: Decodable>(_ kind: ResourceKind, of type: Object.Type) throws -> [Object] {
        try decode(List<Object>.self, from: kind.plural).items
    }

    /// The rows of a recorded table.
    static func table<Object: Decodable>(_ kind: ResourceKind, of type: Object.Type) throws -> [Row<Object>] {
        try decode(Table<Object>.self, from: "table-\(kind.plural)").rows
    }

    /// All of the seedbox, every kind read to its end.
    static func seedbox() throws -> Cluster {
        var objects = try table(.pods, of: Pod.self).map { ClusterObject.pod($0.object) }
        objects += try table(.deployments, of: Deployment.self).map { .deployment($0.object) }
        objects += try table(.services, of: Service.self).map { .service($0.object) }
        objects += try table(.ingresses, of: Ingress.self).map { .ingress($0.object) }
        objects += try list(.replicaSets, of: ReplicaSet.self).map { .replicaSet($0) }
        objects += try list(.endpointSlices, of: EndpointSlice.self).map { .endpointSlice($0) }
        objects += try list(.events, of: ClusterEvent.self).map { .event($0) }
        objects += try list(.networkPolicies, of: NetworkPolicy.self).map { .networkPolicy($0) }
        objects += try list(.certificates, of: Certificate.self).map { .certificate($0) }
        objects += try list(.middlewares, of: ContainoMiddleware.self).map { .containoMiddleware($0) }
        var cluster = Cluster(objects)
        for kind in ResourceKind.allCases { cluster.apply(.source(kind, .live)) }
        cluster.apply(.source(.middlewares, .notServed))
        return cluster
    }

    /// A value from JSON as the API server writes it, times included.
    static func decode<Value: Decodable>(_ type: Value.Type, json: Data) throws -> Value {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let text = try decoder.singleValueContainer().decode(String.self)
            let style = Date.ISO8601FormatStyle(includingFractionalSeconds: text.contains("."))
            return try style.parse(text)
        }
        return try decoder.decode(type, from: json)
    }

    private static func decode<Value: Decodable>(_ type: Value.Type, from name: String) throws -> Value {
        let file = Bundle.module.bundleURL.appending(path: "Fixtures/v1.36/\(name).json")
        return try decode(type, json: Data(contentsOf: file))
    }
}

/// A row of a recorded table: the server's own cells and the object they were made from.
struct Row<Object: Decodable>: Decodable {
    var cells: [Cell]
    var object: Object
}

/// A cell's text; the server writes some as numbers.
struct Cell: Decodable {
    var text: String

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let number = try? value.decode(Int.self) {
            text = String(number)
        } else {
            text = try value.decode(String.self)
        }
    }
}

private struct Table<Object: Decodable>: Decodable { var rows: [Row<Object>] }
private struct List<Object: Decodable>: Decodable { var items: [Object] }

/// The text of a recorded answer of the real API server.
func recorded(_ file: String) throws -> String {
    try String(contentsOf: Bundle.module.bundleURL.appending(path: "Fixtures/v1.36/\(file)"), encoding: .utf8)
}
