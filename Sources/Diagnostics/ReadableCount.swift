import Wording

/// Returns a count with its digits in groups of three.
public func readable(_ count: Int) -> Message { Message(grouped: count) }

/// Returns "1 input", "2 inputs".
public func counted(_ count: Int, _ noun: String) -> Message { Message(count, noun) }
