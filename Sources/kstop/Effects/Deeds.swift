import ClusterModel
import Words

func message(scaling: Scaling, _ api: ClusterAPI) async -> Message {
    do throws(APIError) {
        try await api.scale(scaling)
        return .scaled(scaling)
    } catch {
        return .refused(Phrase(verbatim: scaling.name), error)
    }
}

func message(deleting pod: ObjectReference, _ api: ClusterAPI) async -> Message {
    do throws(APIError) {
        try await api.deletePod(pod)
        return .podDeleted(pod)
    } catch {
        return .refused(Phrase(verbatim: pod.name), error)
    }
}

func messageOfDashboard(_ api: ClusterAPI) async -> Message {
    do throws(APIError) {
        return .dashboardFound(url: try await api.dashboardURL())
    } catch {
        return .refused(Phrase("dashboard"), error)
    }
}

/// A token on its way to the loop, which shows it past the model.
func delivery(ofSecret request: TokenRequest, _ api: ClusterAPI) async -> Delivery {
    do throws(APIError) {
        return .secret(try await api.token(request), request)
    } catch {
        return .message(.tokenFailed(account: request, error))
    }
}

/// Runs a program that has the terminal; one that cannot be started has ended, too.
func end(of program: ForegroundProgram, _ proxy: KubectlProxy) async -> ForegroundEnd {
    do throws(APIError) {
        return try await proxy.runInForeground(program.arguments)
    } catch {
        return ForegroundEnd(exitCode: 127, words: error.text.english)
    }
}
