import FoundationEssentials

@testable import ClusterModel
@testable import Words
@testable import kstop

func testHTTP(_ bytes: [UInt8]) {
    var reader = HTTPReader()
    for piece in bytes.pieces {
        reader.append(piece)
        do throws(APIError) {
            while let part = try reader.next() { check(part) }
        } catch {
            return
        }
    }
    _ = try? reader.close()
}

private func check(_ part: HTTPReader.Part) {
    switch part {
    case .head(let head): precondition((200...599).contains(head.status), "1xx is no answer")
    case .body(let bytes): precondition(!bytes.isEmpty, "an empty part says nothing")
    case .end: break
    }
}

/// The first line names the kind.
func testWatch(_ bytes: [UInt8]) {
    guard let (kind, bytes) = kindAndRest(of: bytes) else { return }
    var lines = LineSplitter(longest: 4096)
    var events: [WatchEvent] = []
    for piece in bytes.pieces {
        lines.append(piece)
        while let line = lines.next() {
            if let event = try? WatchEvent(line, kind: kind) { events.append(event) }
        }
    }
    var cluster = Cluster()
    for change in events.changes(kind) { cluster.apply(change) }
    judge(cluster)
}

/// The first line names the kind.
func testResources(_ bytes: [UInt8]) {
    guard let (kind, bytes) = kindAndRest(of: bytes) else { return }
    let data = Data(bytes)
    let object = try? JSON.decoder(kind).decode(ReceivedObject.self, from: data)
    var cluster = Cluster()
    if case .readable(let object, _) = object { cluster.apply(.updated(kind, [object])) }
    if let page = try? ListPage(data, kind: kind) {
        // It takes a comma behind the last member, too.
        if let theirs = foundationsReading(of: data, kind.type) {
            precondition(page.objects == theirs, "Foundation's decoder reads it otherwise")
        }
        cluster.apply(.updated(kind, page.objects))
        cluster.apply(.listed(kind, keeping: page.uids, unreadable: page.unreadable))
    }
    cluster.apply(.source(kind, .live))
    judge(cluster)
}

private struct Items<Object: Decodable>: Decodable { var items: [Object] }

/// What Foundation's decoder makes of a list; nil if it refuses it, or takes it for something else than UTF-8.
private func foundationsReading<Object: Resource>(of list: Data, _ type: Object.Type) -> [ClusterObject]? {
    guard !list.contains(0), list.first != 0xEF else { return nil }
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .custom { decoder in
        let container = try decoder.singleValueContainer()
        guard let date = Timestamp.date(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a time")
        }
        return date
    }
    return (try? decoder.decode(Items<Object>.self, from: list))?.items.map(Object.wrap)
}

/// Of "deployments", a line break and what a server might say of them. By name: a new kind changes no input.
private func kindAndRest(of bytes: [UInt8]) -> (kind: ResourceKind, rest: [UInt8])? {
    guard let end = bytes.firstIndex(of: 0x0A),
        let kind = ResourceKind(rawValue: String(decoding: bytes[..<end], as: UTF8.self))
    else { return nil }
    return (kind, Array(bytes[(end + 1)...]))
}

let now = Date(timeIntervalSince1970: 1_795_442_400)

/// Everything that follows from a cluster, and all that is printed of it.
private func judge(_ cluster: Cluster) {
    let applications = applications(in: cluster, at: now)
    let session = Session(context: "k3s-seedbox", namespace: "kubeseed")
    _ = SnapshotReport(applications, of: cluster, session, at: now).json
    let table = onceTable(applications, OnceOptions(format: .wide), in: .french, at: now)
    precondition(table.allSatisfy(isHarmless), "a table with control characters")
    _ = readingRemarks(cluster, .english)
}

func testLog(_ bytes: [UInt8]) {
    var lines = LogLines()
    var read: [LogLine] = []
    for (index, piece) in bytes.pieces.enumerated() {
        read += lines.take(piece)
        if index == 5 { lines.resume() }
    }
    read += lines.rest()
    precondition(lines.sinceTime?.utf8.count ?? 20 == 20, "a time to go on from that is none")
    for line in read {
        precondition(line.text.utf8.count <= 3 * LogLines.longestLine, "a line that is too long")
        precondition(!withoutEscapeSequences(line.text).contains("\u{1B}"), "an escape sequence is left")
        _ = readableJSON(line, utcOffset: 3600)
    }
}

func testManifest(_ bytes: [UInt8]) {
    guard let value = try? OrderedJSON(bytes) else { return }
    precondition(value.yaml.allSatisfy { !$0.text.utf8.contains(0x0A) }, "a line with a line break")
}
