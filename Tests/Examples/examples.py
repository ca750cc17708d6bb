#!/usr/bin/env python3
"""Does what CONTRIBUTING.md says of a column, a kind of object, a page and an option, in a copy of the sources: examples.py COPY STEP

STEP is `begin`, after which the compiler has to name every file that `named` prints, since a new kind concerns it, or
`finish`. Each text that is looked for must be there once: where the sources have moved on, this fails, and CONTRIBUTING.md
may be wrong, too."""

import os
import re
import sys

KIND, CASE, TYPE = "persistentVolumeClaims", "persistentVolumeClaim", "PersistentVolumeClaim"
MODEL, PROGRAM = "Sources/ClusterModel/", "Sources/kstop/"

def change(copy, path, *edits):
    """Replaces each text, which the file has once, by another."""
    path = os.path.join(copy, path)
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for old, new in edits:
        if text.count(old) != 1:
            sys.exit(f"examples: {path} has {text.count(old)} times: {old}")
        text = text.replace(old, new)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def create(copy, path, text):
    with open(os.path.join(copy, path), "w", encoding="utf-8") as file:
        file.write(text)


def snippet(heading):
    """The first block of Swift under a heading of CONTRIBUTING.md."""
    with open("CONTRIBUTING.md", encoding="utf-8") as file:
        section = file.read().split(f"## {heading}\n")[1].split("\n## ")[0]
    return re.search(r"```swift\n(.*?)```", section, re.DOTALL).group(1).strip()


def column(copy):
    change(copy, PROGRAM + "Pages/Tables/ServicesPage.swift", (
        "        .wide(\"SELECTOR\"", f"        {snippet('How to add a column')}\n        .wide(\"SELECTOR\""))


def begin_kind(copy):
    """The cases: the compiler does the rest."""
    change(copy, MODEL + "Resources/ResourceKind.swift", ("    case nodes\n", f"    case nodes\n    case {KIND}\n"))
    change(copy, MODEL + "Resources/ClusterObject.swift", ("    case node(Node)\n", f"    case node(Node)\n    case {CASE}({TYPE})\n"))
    create(copy, MODEL + f"Resources/{TYPE}.swift", f'''/// A claim of a volume (core/v1), as far as kstop reads it.
package struct {TYPE}: Resource {{
    package static let kind = ResourceKind.{KIND}

    package var metadata: Metadata
    package var status: Status?

    package struct Status: Equatable, Sendable, Decodable {{
        /// "Pending", "Bound" or "Lost".
        package var phase: String?
    }}
}}
''')
    change(copy, MODEL + "Resources/Cluster.swift", (
        "    package fileprivate(set) var nodes: [UID: Node] = [:]\n",
        f"    package fileprivate(set) var nodes: [UID: Node] = [:]\n    package fileprivate(set) var {KIND}: [UID: {TYPE}] = [:]\n"),
        ("extension Node {\n", f'''extension {TYPE} {{
    package static var place: WritableKeyPath<Cluster, [UID: Self]> {{ \\.{KIND} }}
    package static let wrap: @Sendable (Self) -> ClusterObject = {{ .{CASE}($0) }}
}}

extension Node {{
'''))


def named_places():
    """All other places: each file and what changes in it."""
    kinds, objects = f".nodes, .{KIND}", f".{CASE}"
    return [
        (MODEL + "Resources/ResourceKind.swift",
         (".services, .events, .nodes: [", f".services, .events, {kinds}: ["),
         (".events, .nodes:\n            false", f".events, {kinds}:\n            false"),
         ("case .nodes: Node.self\n", f"case .nodes: Node.self\n        case .{KIND}: {TYPE}.self\n"),
         (".events, .nodes:\n            Phrase", f".events, {kinds}:\n            Phrase")),
        (MODEL + "Resources/ClusterObject.swift",
         ("case .node(let node): node\n", f"case .node(let node): node\n        case .{CASE}(let claim): claim\n")),
        (MODEL + "API/Manifests/ObjectAddress.swift", (".events, .nodes:", f".events, {kinds}:")),
        (MODEL + "Applications/Applications.swift",
         (".middleware, .containoMiddleware: false", f".middleware, .containoMiddleware, {objects}: false"),
         (".middleware, .containoMiddleware:\n", f".middleware, .containoMiddleware, {objects}:\n")),
        (MODEL + "Applications/ClusterIndex.swift",
         (".node, nil:\n            break\n        }\n        switch", f".node, {objects}, nil:\n            break\n        }}\n        switch"),
         (".node, nil:\n            break\n        }\n        if", f".node, {objects}, nil:\n            break\n        }}\n        if")),
        (MODEL + "API/Demo/DemoDescription.swift", (".containoMiddleware, .node:", f".containoMiddleware, .node, {objects}:")),
        (MODEL + "API/Demo/DemoManifest.swift", (".containoMiddleware, .node:", f".containoMiddleware, .node, {objects}:")),
        (PROGRAM + "OpenInquiries.swift", (".events, .nodes:", f".events, {kinds}:")),
    ]


def finish_kind(copy):
    for path, *edits in named_places():
        change(copy, path, *edits)


def kind_beyond_the_compiler(copy):
    change(copy, "Tests/Oracle/OracleCells.swift", ("            .node:\n", f"            .node, .{CASE}:\n"))
    change(copy, MODEL + "API/Demo/DemoCluster+Start.swift", (
        "    /// Who may connect, and by which certificate.\n",
        f"""    /// What keeps its data.
    private mutating func addClaim(of application: DemoApplication) {{
        var claim = {TYPE}(metadata: Metadata(name: application.name, namespace: DemoSeedbox.namespace, uid: "claim-" + application.name))
        claim.status = {TYPE}.Status(phase: "Bound")
        write(.{CASE}(claim))
    }}

    /// Who may connect, and by which certificate.
"""), (
        "    private mutating func addGuards(of application: DemoApplication) {\n",
        "    private mutating func addGuards(of application: DemoApplication) {\n        addClaim(of: application)\n"))
    create(copy, f"Fuzzing/Corpus/resources/{KIND}", KIND + """
{"metadata":{"resourceVersion":"9"},"items":[{"metadata":{"name":"pvc","namespace":"kubeseed","uid":"u-pvc",\
"resourceVersion":"7","creationTimestamp":"2026-11-23T08:00:00Z"},"status":{"phase":"Bound"}}]}""".replace("\\\n", ""))


def page(copy):
    change(copy, PROGRAM + "Pages/Tables/Page.swift",
           ("services, ingresses, events\n", "services, ingresses, events, volumes\n"),
           ('case .events: Phrase("Events")\n', 'case .events: Phrase("Events")\n        case .volumes: Phrase("Volumes")\n'),
           ("case .events: .events\n", f"case .events: .events\n        case .volumes: .{KIND}\n"),
           ('case .events: ["events", "ev", "event"]\n',
            'case .events: ["events", "ev", "event"]\n        case .volumes: ["volumes", "pvc"]\n'),
           ("case .events: eventsContent(model, ids)\n",
            "case .events: eventsContent(model, ids)\n        case .volumes: volumesContent(model, ids)\n"),
           ("case .events: model.cluster.events.count\n",
            f"case .events: model.cluster.events.count\n        case .volumes: model.cluster.{KIND}.count\n"))
    create(copy, PROGRAM + "Pages/Tables/VolumesPage.swift", f"""import ClusterModel
import TUI

/// What keeps the applications' data.
func volumesContent(_ model: Model, _ ids: Set<RowID>?) -> PageContent {{
    let facts: ({TYPE}) -> RowFacts = {{ claim in
        RowFacts(claim.metadata, model.snapshot.health(ofObject: claim.uid), model)
    }}
    return PageContent(model.objects(model.cluster.{KIND}, ids), columns(model), model, facts: facts)
}}

private func columns(_ model: Model) -> [PageColumn<{TYPE}>] {{
    model.nameColumns("NAME", minimumWidth: 22) + [
        PageColumn("STATUS") {{ PageCell($0.status?.phase ?? "") }},
        PageColumn("AGE", alignment: .trailing, priority: 3) {{ .age(since: $0.metadata.creationTimestamp) }},
    ]
}}
""")
    change(copy, PROGRAM + "Keymap.swift", ('showEvents = "events"\n', 'showEvents = "events", showVolumes = "volumes"\n'))
    change(copy, PROGRAM + "StandardKeys.swift", (
        '[.tables, .opened], .pages, Phrase("Events")),\n',
        '[.tables, .opened], .pages, Phrase("Events")),\n'
        '        Binding(.showVolumes, [.character("7")], in: [.tables, .opened], .pages, Phrase("Volumes")),\n'))
    change(copy, PROGRAM + "Update.swift", (
        "case .showEvents: show(.events)\n", "case .showEvents: show(.events)\n        case .showVolumes: show(.volumes)\n"))
    change(copy, "README.md", ("`events` `next-page`", "`events` `volumes` `next-page`"))
    change(copy, "man/kstop.json5.5", (".Cm events ,\n", ".Cm events ,\n.Cm volumes ,\n"))
    change(copy, "Sources/Words/FrenchOfPages.swift", ("    back\n    retour\n", "    back\n    retour\n\n    Volumes\n    Volumes\n"))


def option(copy):
    change(copy, PROGRAM + "CommandLine/OptionParser.swift", (
        '        case "--config":', '        case "--bell": options.ringsBell = try flag(name, attached)\n        case "--config":'))
    change(copy, PROGRAM + "CommandLine/Options.swift", (
        "    var isTour = false\n", "    var isTour = false\n    /// When an application breaks.\n    var ringsBell = false\n"))
    change(copy, PROGRAM + "CommandLine/Usage.swift", (
        "          --readonly ", "          --bell                ring when an application breaks\n          --readonly "))
    change(copy, PROGRAM + "CommandLine/UsageInFrench.swift", (
        "          --readonly ", "          --bell                sonne quand une application tombe en panne\n          --readonly "))
    change(copy, "man/kstop.1", (".It Fl Fl readonly\n", ".It Fl Fl bell\nRing when an application breaks.\n.It Fl Fl readonly\n"))
    change(copy, "completions/kstop.bash", (" --demo --tour ", " --demo --tour --bell "))
    change(copy, "completions/_kstop", ("        '--readonly[", "        '--bell[ring when an application breaks]' \\\n        '--readonly["))
    change(copy, "completions/kstop.fish", (
        "complete -c kstop -l readonly", "complete -c kstop -l bell -d 'ring when an application breaks'\ncomplete -c kstop -l readonly"))


STEPS = {"begin": [begin_kind], "finish": [finish_kind, kind_beyond_the_compiler, column, page, option]}

if __name__ == "__main__":
    if sys.argv[2] == "named":
        print("\n".join(path for path, *_ in named_places()))
    else:
        for step in STEPS[sys.argv[2]]:
            step(sys.argv[1])
