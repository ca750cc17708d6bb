import ClusterModel
import FoundationEssentials
import TUI
import Words

/// What reaches the loop from other threads.
enum Delivery: Sendable {
    case message(Message)
    /// The loop owns the terminal, so it alone can send it a text for the clipboard.
    case clipboard(Token, TokenRequest)
    /// The same for a token that is to be shown, past the model.
    case secret(Token, TokenRequest)
    /// Any other text for the clipboard, and what it is.
    case text(String, Phrase)
    /// A program that had the terminal has ended.
    case programEnded(ForegroundProgram, ForegroundEnd)
    /// There is news of a log.
    case log(LogBasin)
    /// A cluster to look at instead of the present one.
    case connection(Connection)
}

/// Fulfils effects and keeps subscriptions running. A class since it owns the running tasks.
final class EffectRunner {
    /// What is asked from now on.
    var api: ClusterAPI
    private let connector: Connector
    private let inbox: Inbox<Delivery>
    private let environment: [String: String]
    private var running: [Subscription: Task<Void, Never>] = [:]

    init(api: ClusterAPI, connector: Connector, inbox: Inbox<Delivery>, environment: [String: String]) {
        self.api = api
        self.connector = connector
        self.inbox = inbox
        self.environment = environment
    }

    /// Starts what is wanted and not yet running, and ends what is no longer wanted.
    func reconcile(with wanted: Set<Subscription>) {
        for (subscription, task) in running where !wanted.contains(subscription) {
            task.cancel()
            running[subscription] = nil
        }
        for subscription in wanted where running[subscription] == nil {
            running[subscription] = start(subscription)
        }
    }

    func perform(_ effect: Effect) {
        let api = api
        let inbox = inbox
        let connector = connector
        switch effect {
        case .quit, .renewConnection, .setMouse, .setTheme, .run: break  // The loop's own.
        case .restart(let workload): Task { inbox.post(.message(await message(restarting: workload, api))) }
        case .scale(let scaling): Task { inbox.post(.message(await message(scaling: scaling, api))) }
        case .deletePod(let pod): Task { inbox.post(.message(await message(deleting: pod, api))) }
        case .findDashboard: Task { inbox.post(.message(await messageOfDashboard(api))) }
        case .copyText(let text, let what):
            let environment = environment
            Task { inbox.post(await delivery(ofText: text, as: what, environment)) }
        case .showToken(let request): Task { inbox.post(await delivery(ofSecret: request, api)) }
        case .copyToken(let request):
            let environment = environment
            Task { inbox.post(await delivery(ofToken: request, environment, api)) }
        case .openURL(let url):
            let environment = environment
            Task { openURL(url, environment: environment) }
        case .saveText(let text, let fileName):
            let environment = environment
            Task { inbox.post(.message(saved(text, fileName: fileName, environment: environment))) }
        case .checkNamespace(let name, let epoch):
            Task {
                guard let exists = try? await api.namespaceExists(name) else { return }
                inbox.post(.message(.namespaceChecked(exists: exists, epoch: epoch)))
            }
        case .listNamespaces:
            Task {
                guard let names = try? await api.namespaces() else { return }
                inbox.post(.message(.namespaces(names)))
            }
        case .listContexts: Task { inbox.post(.message(.contexts(await connector.contexts()))) }
        case .connect(let context): Task { inbox.post(await delivery(ofContext: context, connector, inbox)) }
        }
    }

    private func start(_ subscription: Subscription) -> Task<Void, Never> {
        let api = api
        let inbox = inbox
        return Task {
            switch subscription {
            case .cluster(let kind, let namespace, let epoch):
                for await change in api.changes(kind, namespace) {
                    inbox.post(.message(.cluster(change, epoch: epoch)))
                }
            case .inquiry(let inquiry, let epoch):
                let answer = try? await api.find(inquiry)
                if !Task.isCancelled { inbox.post(.message(.found(inquiry, answer, epoch: epoch))) }
            case .metrics(let namespace, let epoch):
                for await change in api.metrics(namespace) { inbox.post(.message(.metrics(change, epoch: epoch))) }
            case .forward(let forward, let id):
                for await change in api.forward(forward) { inbox.post(.message(.forward(id: id, change))) }
            case .log(let query, let id):
                let basin = LogBasin(id: id, limits: .waiting, keepsOldest: query.isOfBeginning)
                await readLog(query, into: basin, api, inbox)
            case .pager(let question, let ticket):
                let answer = await answer(to: question, api)
                if !Task.isCancelled { inbox.post(.message(.pager(ticket, answer))) }
            case .lastLines(let container):
                // A selection that only passes by ends this task before it asks.
                try? await Task.sleep(for: .milliseconds(250))
                guard !Task.isCancelled else { return }
                let lines = (try? await api.lastLines(container)) ?? []
                if !Task.isCancelled { inbox.post(.message(.lastLines(container, lines.map(\.text)))) }
            }
        }
    }
}

private func message(restarting workload: RestartedWorkload, _ api: ClusterAPI) async -> Message {
    do throws(APIError) {
        try await api.restart(workload.object, Date())
        return .restarted(workload)
    } catch {
        return .restartFailed(name: workload.object.name, error)
    }
}

private func delivery(
    ofToken request: TokenRequest, _ environment: [String: String], _ api: ClusterAPI
) async -> Delivery {
    do throws(APIError) {
        let token = try await api.token(request)
        let isInTmux = environment["TMUX"].map { !$0.isEmpty } ?? false
        if isInTmux, await loadTmuxBuffer(token.secret, environment: environment) {
            return .message(.tokenCopied(account: request, expiration: token.expiration, .tmux))
        }
        return .clipboard(token, request)
    } catch {
        return .message(.tokenFailed(account: request, error))
    }
}

private func delivery(
    ofContext context: String, _ connector: Connector, _ inbox: Inbox<Delivery>
) async -> Delivery {
    do throws(StartError) {
        return .connection(try await connector.connect(context) { inbox.post(.message(.kubectlSaid($0))) })
    } catch {
        return .message(.connectingFailed(context: context, error))
    }
}
