import Words

/// A request to the API server.
struct HTTPRequest: Equatable, Sendable {
    enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case patch = "PATCH"
        case delete = "DELETE"
    }

    var method = Method.get
    var path: APIPath
    var accept = "application/json"
    var contentType = ""
    var body = ""

    /// As it goes over the wire to a server that has everything below `prefix`.
    func bytes(below prefix: String) -> [UInt8] {
        // kubectl proxy refuses other hosts than localhost; to curl's User-Agent the API server would indent its JSON.
        var text = """
            \(method.rawValue) \(prefix)\(path.text) HTTP/1.1\r
            Host: localhost\r
            User-Agent: kstop/\(Release.version)\r
            Accept: \(accept)\r
            Connection: close\r

            """
        if !contentType.isEmpty {
            text += "Content-Type: \(contentType)\r\nContent-Length: \(body.utf8.count)\r\n"
        }
        return Array("\(text)\r\n\(body)".utf8)
    }
}

/// The path and the query of a request. Names come from the cluster and from the command line: they are escaped.
struct APIPath: Equatable, Sendable {
    private(set) var text: String

    /// Below "/api/v1" or "/apis/GROUP/VERSION".
    /// - Throws: `notAsked` for a segment that would change the path's meaning. Kubernetes allows no such names
    ///   (`IsValidPathSegmentName`); what is escaped here is unescaped by those who pass it on.
    init(_ apiVersion: String, _ segments: String...) throws(APIError) {
        text = apiVersion == "v1" ? "/api/v1" : "/apis/\(apiVersion)"
        for segment in segments {
            let isPath = ["", ".", ".."].contains(segment) || segment.utf8.contains { "/%".utf8.contains($0) }
            guard !isPath else { throw .notAsked(Phrase("invalid name \"\(segment)\"")) }
            text += "/" + Self.escaped(segment)
        }
    }

    /// All objects of a kind in a namespace; in all namespaces if it is empty or the kind knows none.
    init(_ kind: ResourceKind, apiVersion: String, namespace: String) throws(APIError) {
        if namespace.isEmpty || !kind.isNamespaced {
            try self.init(apiVersion, kind.plural)
        } else {
            try self.init(apiVersion, "namespaces", namespace, kind.plural)
        }
    }

    private init(text: String) {
        self.text = text
    }

    /// The list of API groups.
    static let groups = APIPath(text: "/apis")

    /// The API server's version, which everybody may ask for.
    static let version = APIPath(text: "/version")

    func with(_ name: String, _ value: String) -> APIPath {
        APIPath(text: text + (text.utf8.contains(UInt8(ascii: "?")) ? "&" : "?") + name + "=" + Self.escaped(value))
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                escaped.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                escaped += escape(byte)
            }
        }
        return escaped
    }

    /// "%20" for a space.
    static func escape(_ byte: UInt8) -> String {
        let hexadecimal = Array("0123456789ABCDEF")
        return "%\(hexadecimal[Int(byte >> 4)])\(hexadecimal[Int(byte & 15)])"
    }
}
