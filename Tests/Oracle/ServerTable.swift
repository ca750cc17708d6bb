import Foundation

@testable import ClusterModel

/// A `Table` (meta.k8s.io/v1) with the objects that its rows were printed from.
struct ServerTable: Decodable {
    struct Column: Decodable {
        var name: String
        /// More than 0: only with `-o wide`.
        var priority: Int
    }

    struct Row: Decodable {
        var cells: [Cell]
        var object: ReceivedObject
    }

    /// The server writes some as numbers.
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

    var columns: [Column]
    var rows: [Row]

    private enum CodingKeys: String, CodingKey { case columns = "columnDefinitions", rows }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        columns = try fields.decode([Column].self, forKey: .columns)
        rows = try fields.decodeIfPresent([Row].self, forKey: .rows) ?? []
    }
}

/// A table, and when it was printed.
struct TableAnswer {
    let table: ServerTable
    /// One for each text that an age can have had between the request and the answer.
    let moments: [Date]

    init(_ table: ServerTable, asked: Date, answered: Date) {
        self.table = table
        // What Kubernetes records are whole seconds, so ages change only at whole ones.
        let seconds = stride(
            from: asked.timeIntervalSince1970.rounded(.up), through: answered.timeIntervalSince1970, by: 1)
        moments = [asked] + seconds.map { Date(timeIntervalSince1970: $0) } + [answered]
    }
}
