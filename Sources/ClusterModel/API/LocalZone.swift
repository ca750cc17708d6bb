package import FoundationEssentials
import Glibc

/// The time zone that this machine is set to.
package enum LocalZone {
    /// Seconds east of UTC at that moment.
    package static func offset(at date: Date) -> Int {
        var seconds = time_t(date.timeIntervalSince1970.rounded(.down))
        var local = tm()
        // FoundationEssentials knows only zones of fixed offsets.
        guard localtime_r(&seconds, &local) != nil else { return 0 }
        return local.tm_gmtoff
    }
}
