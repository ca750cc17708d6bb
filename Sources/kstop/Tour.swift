import FoundationEssentials
import TUI
import Words

/// `kstop --demo --tour`: kstop's main job, done by itself in a minute with the keys that it takes.
struct Tour: Equatable, Sendable {
    /// How the screen comes to what a step shows.
    fileprivate enum Press: Equatable, Sendable {
        case nothing
        /// By the key that does it where the user is; left out without one.
        case action(Action)
        /// In a dialog; left out where there is none.
        case answer(Key)
        /// Row by row down to the application of that name.
        case select(String)
    }

    fileprivate struct Step: Equatable, Sendable {
        var press: Press
        var text: Phrase
        /// How long it stands, in seconds.
        var time: Double
    }

    /// What the last line says about what is shown.
    struct Caption: Equatable, Sendable {
        /// The key that has led there, if any.
        var key: Key?
        var text: Phrase
    }

    fileprivate var steps = Self.all[...]
    fileprivate(set) var caption: Caption?
    /// When the next key is pressed; nil: as soon as everything has been read.
    fileprivate(set) var next: Date?

    /// Seconds between two rows on the way to one.
    fileprivate static let rowTime = 0.3

    private static let all = [
        Step(press: .nothing, text: Phrase("kstop shows which applications are up, and at which URL"), time: 4),
        Step(press: .select("kavita"), text: Phrase("beneath the table it says why one is not"), time: 4),
        Step(press: .action(.logs), text: Phrase("shows its log"), time: 5),
        Step(press: .action(.back), text: Phrase("goes back"), time: 1),
        Step(press: .action(.restart), text: Phrase("restarts it, after a question"), time: 3),
        Step(press: .answer(.right), text: Phrase("moves to the other button"), time: 1),
        Step(press: .answer(.enter), text: Phrase("answers; kstop tells how the restart goes"), time: 8),
        Step(
            press: .action(.open), text: Phrase("shows all about it, from the URL through the service to the pod"),
            time: 6),
        Step(press: .action(.back), text: Phrase("goes back"), time: 1),
        Step(press: .action(.onlyTrouble), text: Phrase("shows only what is not healthy"), time: 4),
        Step(press: .action(.onlyTrouble), text: Phrase("shows all of them again"), time: 1.5),
        Step(press: .action(.help), text: Phrase("lists all keys"), time: 5),
        Step(press: .answer(.escape), text: Phrase("closes the list"), time: 1),
    ]
}

extension Tour {
    mutating func moveMoments(by seconds: Double) { next? += seconds }

    func draw(_ model: Model, in area: Rect, on screen: inout Screen) {
        var left = StyledText(" ")
        if let key = caption?.key {
            left.append(" \(key.name) ", Style(.strong, on: .button, bold: true))
            left.append("  ")
        }
        if let text = caption?.text { left += model.styled(text, .strong, bold: true) }
        let right = model.styled(Phrase("a tour: any key ends it"), .quiet)
        screen.fill(area, on: .page)
        screen.write(left, x: area.x, y: area.y, width: area.width)
        guard left.width + right.width + 3 <= area.width else { return }
        screen.write(right, x: area.x + area.width - right.width - 1, y: area.y, width: right.width)
    }
}

extension Model {
    /// What the tour presses now; nil if nothing, or if it is not time for it.
    mutating func nextKeyOfTour() -> Key? {
        guard let tour, progress == .everything, tour.next.map({ $0 <= now }) ?? true else { return nil }
        guard let step = tour.steps.first else {
            endTour()
            return nil
        }
        if case .select(let name) = step.press, let key = key(towards: name) {
            return show(step.text, key, for: Tour.rowTime)
        }
        self.tour?.steps.removeFirst()
        switch step.press {
        case .nothing: return show(step.text, nil, for: step.time)
        case .select(let name):
            guard selection?.title == name else { return nil }
            _ = show(step.text, tour.caption?.key, for: step.time)
            return nil
        case .action(let action):
            guard canAct(action), let key = keymap.binding(of: action, in: keyContext)?.keys.first else { return nil }
            return show(step.text, key, for: step.time)
        case .answer(let key): return overlay == nil ? nil : show(step.text, key, for: step.time)
        }
    }

    /// Leaves the demo to the user.
    mutating func endTour() {
        tour = nil
        say(Phrase("the tour is over, and the demo is yours"))
    }

    private mutating func show(_ text: Phrase, _ key: Key?, for seconds: Double) -> Key? {
        tour?.caption = Tour.Caption(key: key, text: text)
        tour?.next = now + seconds
        return key
    }

    /// Nil on the row of that name, or if there is none.
    private func key(towards name: String) -> Key? {
        guard let goal = content.rows.first(where: { $0.facts.name == name })?.id, let selected = table.cursor.selected,
            goal != selected, let place = content.ids.firstIndex(of: goal),
            let start = content.ids.firstIndex(of: selected)
        else { return nil }
        return keymap.binding(of: place < start ? .up : .down, in: keyContext)?.keys.first
    }
}
