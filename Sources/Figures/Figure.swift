/// A picture as values: marks, scales, axes, words. No pixels, no fonts.
public struct Figure: Sendable {
}
