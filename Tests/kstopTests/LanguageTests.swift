import Testing
import Words

@testable import ClusterModel
@testable import TUI
@testable import kstop

/// What is said fits into its place at 80 columns, in every language.
struct LanguageTests {
    @Test("no text of kstop's own is cut at 80×24", arguments: Language.allCases)
    func fits(language: Language) {
        for text in ["", "r", "t", "?", ":", "/", "0", "m", "l"] {
            var play = Play(size: Size(80, 24), language: language)
            play.select("sonarr")
            play.type(text)
            let fixed = [0, 1, 22] + (text == "?" ? Array(2..<22) : [])
            for y in fixed {
                #expect(!play.screen.rows[y].contains("…  "), "\(language) \(text): \(play.screen.rows[y])")
            }
            for row in play.screen.rows where row.contains("Cancel") || row.contains("Annuler") {
                #expect(!row.contains("…"))
            }
        }
    }

    @Test("every label of a key fits into a column of the help", arguments: Language.allCases)
    func help(language: Language) {
        for binding in Play(language: language).model.keymap.bindings {
            #expect(displayWidth(of: binding.label.text(in: language)) <= 38, "\(binding.label)")
        }
    }

    @Test("the tabs fit at 80 columns with their names", arguments: Language.allCases)
    func tabs(language: Language) {
        let play = Play(size: Size(80, 24), language: language)
        for page in Page.allCases { #expect(play.screen.rows[1].contains(play.model.words(page.title))) }
    }
}
