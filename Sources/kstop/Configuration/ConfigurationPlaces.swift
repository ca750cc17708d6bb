/// Where in a configuration file its properties stand; those of an object are known as "logs.lines".
struct ConfigurationPlaces: Equatable, Sendable {
    var file: String
    private var positions: [String: TextPosition] = [:]

    /// Of a text that is a configuration; any other has no places.
    init(file: String, text: String) {
        self.file = file
        var scanner = JSON5Scanner(text)
        guard let document = try? scanner.document(), case .object(let members) = document.value else { return }
        for member in members {
            positions[member.name.value] = member.name.position
            guard case .object(let inner) = member.value.value else { continue }
            for other in inner { positions["\(member.name.value).\(other.name.value)"] = other.name.position }
        }
    }

    /// "FILE:LINE"; nil for what the file does not mention.
    func place(of name: String) -> String? {
        positions[name].map { "\(file):\($0.line)" }
    }
}
