import ClusterModel

/// Has the desktop open an address, if there is a desktop in front of the user.
func openURL(_ url: String, environment: [String: String]) {
    guard isBesideDesktop(environment), url.hasPrefix("https://") || url.hasPrefix("http://") else { return }
    startDetached(["xdg-open", url], environment: environment)
}

/// Whether what is opened here is seen by the user: over SSH it would be on another screen, if on any.
func isBesideDesktop(_ environment: [String: String]) -> Bool {
    func isSet(_ name: String) -> Bool { environment[name].map { !$0.isEmpty } ?? false }
    let isRemote = ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"].contains(where: isSet)
    return !isRemote && (isSet("DISPLAY") || isSet("WAYLAND_DISPLAY"))
}
