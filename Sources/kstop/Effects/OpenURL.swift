import ClusterModel

/// Has the desktop open an address, if there is a desktop in front of the user.
func openURL(_ url: String, environment: [String: String]) {
    guard isBesideDesktop(environment), mayBeOpened(url) else { return }
    startDetached(["xdg-open", url], environment: environment)
}

/// Whether it is an address of the web with nothing in it that one of the scripts and programs behind `xdg-open` could
/// take for anything else. Hosts and paths come from the cluster.
func mayBeOpened(_ url: String) -> Bool {
    guard url.hasPrefix("https://") || url.hasPrefix("http://") else { return false }
    return url.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
            && (scalar.properties.isAlphabetic || "0123456789-._~:/?#[]@!&+,=%".unicodeScalars.contains(scalar))
    }
}

/// Whether what is opened here is seen by the user: over SSH it would be on another screen, if on any.
func isBesideDesktop(_ environment: [String: String]) -> Bool {
    func isSet(_ name: String) -> Bool { environment[name].map { !$0.isEmpty } ?? false }
    let isRemote = ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"].contains(where: isSet)
    return !isRemote && (isSet("DISPLAY") || isSet("WAYLAND_DISPLAY"))
}
