import ClusterModel
import TUI
import Words

extension Model {
    /// All that is known about a row, section by section, as wide as `width`.
    func document(of selection: Selection, width: Int) -> [StyledText] {
        let writer = Writer(model: self, width: max(1, width))
        let sections: [Section] =
            switch selection {
            case .application(let application): writer.sections(on: application)
            case .object(.pod(let pod), let application): writer.sections(on: pod, in: application)
            case .object(.deployment(let deployment), let application):
                writer.sections(on: deployment, in: application)
            case .object(.service(let service), let application): writer.sections(on: service, in: application)
            case .object(.ingress(let ingress), let application): writer.sections(on: ingress, in: application)
            case .object(.event(let event), let application): writer.sections(on: event, in: application)
            case .object(_, let application): writer.chains(of: application.map(Selection.application) ?? selection)
            }
        return writer.document(sections)
    }
}
