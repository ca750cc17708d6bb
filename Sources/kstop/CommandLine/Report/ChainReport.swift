import ClusterModel
import Words

struct ChainReport: Encodable {
    @OrNull var url: String?
    @OrNull var fault: FaultReport?
    var links: [LinkReport]

    init(_ chain: Chain) {
        url = chain.url
        fault = chain.fault.map(FaultReport.init)
        links = chain.links.map(LinkReport.init)
    }
}

struct FaultReport: Encodable {
    var status: String
    var why: String

    init(_ fault: Fault) {
        status = fault.status.english
        why = fault.why.english
    }
}

struct LinkReport: Encodable {
    var kind: String
    var state: String
    var name: String
    @OrNull var detail: String?

    init(_ link: Link) {
        kind = link.kind.rawValue
        state = link.state.rawValue
        name = link.name.english
        detail = link.detail.english.orNil
    }
}
