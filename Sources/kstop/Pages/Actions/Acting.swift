import ClusterModel
import TUI
import Words

extension Model {
    /// What is done to the target or the marks beyond looking at them; nil if the action does nothing to them.
    mutating func act(_ action: Action) -> [Effect]? {
        switch action {
        case .restart: askForRestart()
        case .stopOrStart: askForStopOrStart()
        case .deletePod: askForDeletion()
        case .shell: return openShell()
        case .edit: return edit()
        case .portForward: return askForForward()
        case .listForwards: overlay = .forwards(ForwardList())
        case .token: return askForToken()
        case .showToken: askWhether(.showToken(session.tokenRequest))
        case .copyDashboardURL:
            say(Phrase("looking for the dashboard's ingress …"), .progressing)
            return [.findDashboard]
        default: return nil
        }
        return []
    }

    /// Whether an action would do anything to what is selected.
    func canAct(_ action: Action) -> Bool {
        switch action {
        case .restart: targets.contains { $0.restartable != nil }
        case .stopOrStart: targets.contains { !$0.scalables.isEmpty }
        case .deletePod: targets.contains { $0.pod != nil }
        case .shell: target?.pod != nil
        case .edit: target?.editable != nil
        case .portForward: target?.forwards.isEmpty == false
        case .listForwards: !forwards.isEmpty
        default: true
        }
    }
}
