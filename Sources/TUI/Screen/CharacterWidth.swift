/// How many columns a terminal gives to a text.
package func displayWidth(of text: String) -> Int { text.count }
