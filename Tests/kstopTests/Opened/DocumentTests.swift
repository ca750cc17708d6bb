import FoundationEssentials
import Testing
import Words

@testable import ClusterModel
@testable import TUI
@testable import kstop

/// The pages that open full screen.
struct DocumentTests {
    @Test(
        "applications",
        arguments: ["radarr", "overseerr", "wordpress", "externalservice", "n8nio"], [80, 40])
    func applications(name: String, width: Int) throws {
        try checkOpened(name, on: .apps, width: width)
    }

    @Test("a pod, a deployment, a service, an ingress and an event", arguments: Examples.rows, [80, 40])
    func objects(row: Examples.Row, width: Int) throws {
        try checkOpened(row.start, on: row.page, width: width)
    }

    /// Compares all of the document on the first row whose name begins so.
    private func checkOpened(_ start: String, on page: Page, width: Int) throws {
        var play = Play(size: Size(width, 24))
        for minute in 0..<9 {
            let moment = Play.start + Double(minute) * 60
            let metrics = DemoMetrics(play.demo.cluster, at: moment).metrics("kubeseed", at: moment)
            play.receive(.metrics(.read(metrics), epoch: play.model.epoch))
        }
        play.type("\(page.rawValue + 1)")
        play.press(.home)
        for _ in play.model.content.rows where play.selectedName?.hasPrefix(start) != true { play.press(.down) }
        if let crash = play.model.selection?.crash {
            let lines = ["> overseerr@1.33.2 start", "Error: SQLITE_CANTOPEN: /config/db/db.sqlite3"]
            play.receive(.lastLines(crash, lines))
        }
        play.press(.enter)
        let opened = try #require(play.model.opened.last)
        let lines = try #require(play.model.openedLines(opened, width: width))
        var screen = Screen(size: Size(width, lines.count))
        for (row, line) in lines.enumerated() { screen.write(line, x: 0, y: row, width: width) }
        try checkGolden("opened-\(page)-\(start)-\(width)", screen)
    }
}

/// What holds of every document.
struct DocumentPropertyTests {
    @Test("no line is wider than the page, however narrow it is", arguments: [1, 2, 9, 40, 160])
    func width(width: Int) {
        var play = Play(size: Size(80, 24))
        for page in Page.allCases {
            play.type("\(page.rawValue + 1)")
            for id in play.model.content.rows.map(\.id) {
                guard let selection = play.model.selection(of: id) else { continue }
                let lines = play.model.document(of: selection, width: width)
                #expect(!lines.isEmpty)
                let wide = lines.filter { $0.width > width }
                #expect(wide.map(\.text) == [], "of \(selection.title)")
            }
        }
    }

    @Test("a page is said in French, but for Kubernetes' own words")
    func french() throws {
        var model = Play(size: Size(80, 24)).model
        model.language = .french
        let wordpress = try #require(model.snapshot.applications.first { $0.name == "wordpress" })
        let lines = model.document(of: .application(wordpress), width: 80).map(\.text)
        #expect(lines.first == "   ● Running   2/2 prêts   âge 90d")
        let titles = lines.filter { $0.hasPrefix(" ") && !$0.hasPrefix("  ") }
        #expect(
            titles == [
                " Chaîne", " Autres chaînes", " Consommation", " Déploiements", " Pods", " Services", " Ingress",
                " NetworkPolicies", " Certificats",
            ])
    }

    @Test("what may not be read says so in its section")
    func forbidden() {
        var play = Play(size: Size(80, 24))
        play.select("radarr")
        play.hear(.listed(.events, keeping: [], unreadable: []))
        play.receive(.source(.events, .forbidden("events is forbidden")))
        play.press(.enter)
        let lines = play.model.openedLines(play.model.opened[0], width: 80)?.map(\.text) ?? []
        #expect(lines.contains("   forbidden: events is forbidden"))
    }
}

/// Rows of the made-up seedbox.
enum Examples {
    struct Row: Sendable {
        var page: Page
        var start: String
    }

    static let rows = [
        Row(page: .pods, start: "overseerr"), Row(page: .pods, start: "radarr"),
        Row(page: .deployments, start: "kavita"), Row(page: .services, start: "wgeasy"),
        Row(page: .services, start: "tautulli"),
        Row(page: .ingresses, start: "ing-radarr"), Row(page: .ingresses, start: "ing-bazarr"),
        Row(page: .events, start: "overseerr"),
    ]
}
