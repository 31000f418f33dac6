/// What a page shows, beside what its text layer says.
package struct ShownText: Sendable {
  /// How much of the text that is seen the layer has, by area, 0 to 1; 1 where no text is seen.
  package let share: Double
  /// Where text is seen that the layer does not have, in pixels: filled-in fields, notes, pasted pictures.
  package let others: [TextBox]
}
