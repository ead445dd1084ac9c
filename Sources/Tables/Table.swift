import Tensors

/// Named columns: inputs and outputs of a truth table, or the rows of a data set.
public struct Table: Sendable {
}
