/// A list whose unreadable items are left out.
struct ReadableList<Item: Decodable>: Decodable {
    var items: [Item]

    private enum CodingKeys: CodingKey { case items }
    private struct Readable: Decodable {
        var item: Item?

        init(from decoder: any Decoder) throws { item = try? Item(from: decoder) }
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        items = try fields.value(.items, or: [Readable]()).compactMap(\.item)
    }
}
