import Tensors

/// A net for one example, as operations on the values before them.
public struct Graph: Sendable {
}
