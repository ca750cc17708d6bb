/// Waits until something is so, and leaves the processors to those who make it so.
func waitUntil(_ isTrue: () -> Bool) async {
    while !isTrue() { try? await Task.sleep(for: .milliseconds(2)) }
}
