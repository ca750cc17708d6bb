/// Whether a dialog may take keys: not before it has been painted, and one that acts on the cluster not before the input
/// has been quiet for a moment either. What is pasted without marks, or typed ahead, answers no question that way.
struct DialogPause {
    /// As long as it has been quiet, nobody is typing, and no paste arrives.
    private static let quiet = Duration.milliseconds(150)

    /// What was painted last, and when for the first time; nil: no dialog.
    private var painted: (dialog: Overlay.Identity, acts: Bool, moment: ContinuousClock.Instant)?
    private var latestInput: ContinuousClock.Instant?

    mutating func hearInput(at now: ContinuousClock.Instant) { latestInput = now }

    /// - Parameter dialog: What is on the screen now; nil: no dialog.
    mutating func paint(_ dialog: Overlay?, at now: ContinuousClock.Instant) {
        guard let dialog else { return painted = nil }
        // The same one over and over.
        if painted?.dialog != dialog.identity { painted = (dialog.identity, dialog.acts, now) }
    }

    /// In what time a dialog takes keys; nil: not before it has been painted.
    func delay(of dialog: Overlay?, at now: ContinuousClock.Instant) -> Duration? {
        guard let painted, painted.dialog == dialog?.identity else { return nil }
        guard painted.acts else { return .zero }
        return max(.zero, max(painted.moment, latestInput ?? painted.moment) + Self.quiet - now)
    }
}
