import ClusterModel
import TUI

extension Health {
    /// Its mark at the beginning of a row: never colour alone.
    var glyph: StyledText {
        switch self {
        case .healthy: StyledText("●", .healthy)
        case .progressing: StyledText("◐", .progressing)
        case .degraded: StyledText("!", .warning)
        case .broken: StyledText("✗", .failed)
        case .stopped: StyledText("○", .quiet)
        case .completed: StyledText("✓", .quiet)
        case .unknown: StyledText("?", .quiet)
        }
    }

    /// The role of words about it: quiet while all is well.
    var role: Role {
        switch self {
        case .healthy, .stopped, .completed, .unknown: .quiet
        case .progressing: .progressing
        case .degraded: .warning
        case .broken: .failed
        }
    }

    /// Trouble first.
    var rank: Int {
        switch self {
        case .broken: 0
        case .degraded: 1
        case .progressing: 2
        case .unknown: 3
        case .stopped: 4
        case .completed: 5
        case .healthy: 6
        }
    }

    /// A row's first cell: mark and name, the name of trouble in bold.
    func title(_ name: String) -> StyledText {
        glyph + StyledText(" \(name)", .text, bold: needsAttention)
    }
}

extension Link.State {
    var glyph: StyledText {
        switch self {
        case .ok: StyledText("✓", .healthy)
        case .progressing: StyledText("◐", .progressing)
        case .doubtful: StyledText("!", .warning)
        case .broken: StyledText("✗", .failed)
        case .stopped: StyledText("○", .quiet)
        case .unknown: StyledText("?", .quiet)
        }
    }

    /// The role of what stands there.
    var role: Role {
        switch self {
        case .ok, .stopped, .unknown: .text
        case .progressing: .progressing
        case .doubtful: .warning
        case .broken: .failed
        }
    }
}
