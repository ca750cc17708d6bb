import CSystem

/// Starts a program that goes on when kstop ends, with nothing to read and nowhere to write; does nothing if there is
/// no such program.
package func startDetached(_ arguments: [String], environment: [String: String]) {
    let variables = environment.map { "\($0.key)=\($0.value)" }
    _ = withCStrings(arguments) { arguments in
        withCStrings(variables) { variables in cs_spawn_detached(arguments, variables) }
    }
}
