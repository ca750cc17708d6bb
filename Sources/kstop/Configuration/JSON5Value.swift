/// A value of a JSON5 text.
indirect enum JSON5Value: Equatable, Sendable {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array([Located<JSON5Value>])
    case object([JSON5Member])
}

/// A name and its value in a JSON5 object; nothing keeps a name from being there twice.
struct JSON5Member: Equatable, Sendable {
    var name: Located<String>
    var value: Located<JSON5Value>
}
