import CXML
import Wording

/// A drawing as SVG, reduced to what draws: no script, no event, no animation, and nothing that is fetched.
///
/// What is written is made anew from the elements and attributes of the tables in ``SVGVocabulary``. Source: Scalable
/// Vector Graphics (SVG) 2, W3C.
struct SVGPicture {
  /// The drawing as a page may hold it.
  let bytes: [UInt8]
  /// The names of what was left out and might be missed, each once.
  let omitted: [String]

  /// Why a file is no drawing.
  enum Refusal: Error {
    case notSVG
    case notXML
    case tooLarge
    /// Parts that stand for parts, again and again, so that a browser would draw without end.
    case endless

    /// The fact in words.
    var text: Message {
      switch self {
      case .notSVG: "it is no PNG, JPEG or SVG file"
      case .notXML: "it is not well-formed XML"
      case .tooLarge: "it has more than \(SVGPicture.mostElements) elements"
      case .endless: "its parts refer to each other so often that no browser could draw it"
      }
    }
  }

  /// The most elements of a drawing.
  static let mostElements = 50_000

  /// Reads a drawing.
  /// - Complexity: linear in the bytes; at most ``mostElements`` elements, 256 deep.
  init(_ source: [UInt8]) throws(Refusal) {
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_NOCDATA.rawValue
    // The reader takes a copy, so that the bytes need not stay where they are.
    let reader = source.withUnsafeBytes { bytes in
      xmlReaderForMemory(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(bytes.count), nil, nil, CInt(options))
    }
    guard let reader else { throw .notXML }
    defer { xmlFreeTextReader(reader) }
    var writer = SVGWriter()
    var isOpen = true
    while isOpen {
      switch xmlTextReaderRead(reader) {
      case 1: try writer.take(SVGNode(reader))
      case 0: isOpen = false
      default:
        // The reader looks ahead, so that it may stop before it shows the root.
        let isMeant = writer.hasRoot || source.prefix(4_096).firstRange(of: Array("<svg".utf8)) != nil
        throw isMeant ? .notXML : .notSVG
      }
    }
    guard writer.hasRoot else { throw .notSVG }
    guard writer.uses.isBounded else { throw .endless }
    bytes = writer.bytes
    omitted = writer.omitted
  }
}

/// Where the reader of XML stands.
private struct SVGNode {
  private let reader: xmlTextReaderPtr

  init(_ reader: xmlTextReaderPtr) { self.reader = reader }

  var kind: xmlReaderTypes { xmlReaderTypes(rawValue: CUnsignedInt(xmlTextReaderNodeType(reader))) }
  var depth: Int { Int(xmlTextReaderDepth(reader)) }
  var isEmpty: Bool { xmlTextReaderIsEmptyElement(reader) == 1 }
  var name: String { Self.text(xmlTextReaderConstLocalName(reader)) }
  var space: String { Self.text(xmlTextReaderConstNamespaceUri(reader)) }
  var value: String { Self.text(xmlTextReaderConstValue(reader)) }

  /// The attributes with their local names; those of other namespaces than SVG, XLink and XML are left out.
  var attributes: [(name: String, value: String)] {
    var attributes: [(String, String)] = []
    while xmlTextReaderMoveToNextAttribute(reader) == 1 {
      switch space {
      case "", "http://www.w3.org/1999/xlink": attributes.append((name, value))
      case "http://www.w3.org/XML/1998/namespace": attributes.append(("xml:" + name, value))
      default: break  // A program's own notes.
      }
    }
    _ = xmlTextReaderMoveToElement(reader)
    return attributes
  }

  private static func text(_ bytes: UnsafePointer<xmlChar>?) -> String {
    bytes.map { String(cString: $0) } ?? ""
  }
}

/// Writes what is kept of a drawing.
private struct SVGWriter {
  private(set) var text = ""
  private(set) var omitted: [String] = []
  private(set) var uses = SVGUses()
  private(set) var hasRoot = false
  private var elements = 0
  /// The depth of the element that is left out with all that it holds.
  private var omittedDepth: Int?
  /// Whether the text of this element is a style sheet.
  private var isStyle = false

  var bytes: [UInt8] { Array(text.utf8) }

  mutating func take(_ node: SVGNode) throws(SVGPicture.Refusal) {
    if let depth = omittedDepth {
      guard node.depth <= depth else { return }
      omittedDepth = nil
      if node.kind == XML_READER_TYPE_END_ELEMENT { return }
    }
    switch node.kind {
    case XML_READER_TYPE_ELEMENT: try open(node)
    case XML_READER_TYPE_END_ELEMENT: close(node.name)
    case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA, XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      guard hasRoot else { break }
      if !isStyle || SVGVocabulary.isHarmless(style: node.value) {
        text += escaped(node.value)
      } else {
        omit("style")
      }
    default: break  // Comments, instructions and declarations draw nothing.
    }
  }

  private mutating func open(_ node: SVGNode) throws(SVGPicture.Refusal) {
    let name = node.name
    elements += 1
    guard elements <= SVGPicture.mostElements else { throw .tooLarge }
    let isSVG = node.space == "" || node.space == SVGVocabulary.namespace
    if !hasRoot {
      guard isSVG, name == "svg" else { throw .notSVG }
    }
    // A link draws what it holds.
    let kept = name == "a" ? "g" : name
    guard isSVG, SVGVocabulary.elements.contains(kept) else {
      if isSVG ? name != "metadata" : node.space.hasSuffix("/xhtml") { omit(name) }
      if !node.isEmpty { omittedDepth = node.depth }
      return
    }
    text += "<" + kept
    if !hasRoot { text += " xmlns=\"\(SVGVocabulary.namespace)\"" }
    hasRoot = true
    var id: String?
    var targets: [String] = []
    for (key, value) in node.attributes {
      guard SVGVocabulary.keeps(key, value, of: name) else {
        if SVGVocabulary.isMissed(key, of: name) { omit(key) }
        continue
      }
      if key == "id" { id = value }
      targets += SVGVocabulary.targets(of: key, value)
      text += " \(key)=\"\(escaped(value))\""
    }
    uses.open(id: id, targets: targets)
    isStyle = name == "style"
    text += node.isEmpty ? "/>" : ">"
    if node.isEmpty { uses.close() }
  }

  private mutating func close(_ name: String) {
    text += "</\(name == "a" ? "g" : name)>"
    isStyle = false
    uses.close()
  }

  private mutating func omit(_ name: String) {
    if omitted.count < 8, !omitted.contains(name) { omitted.append(name) }
  }

  private func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { "&<>\"".utf8.contains($0) }) else { return text }
    return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}

/// Which named parts of a drawing hold or refer to which, so that one that draws itself without end is found.
private struct SVGUses {
  private var parts: [String: [String]] = [:]
  private var open: [String] = [""]

  /// The most parts that may be drawn.
  private static let most = 200_000

  mutating func open(id: String?, targets: [String]) {
    let owner = open.last ?? ""
    let name = id ?? owner
    if let id { parts[owner, default: []].append(id) }
    parts[name, default: []] += targets
    open.append(name)
  }

  mutating func close() { if open.count > 1 { open.removeLast() } }

  /// Whether the drawing ends: no part stands in itself, and all together are few.
  var isBounded: Bool {
    var costs: [String: Int] = [:]
    var path: Set<String> = []
    return cost("", &costs, &path, depth: 0) <= Self.most
  }

  private func cost(_ name: String, _ costs: inout [String: Int], _ path: inout Set<String>, depth: Int)
    -> Int
  {
    if let cost = costs[name] { return cost }
    guard depth < 300, path.insert(name).inserted else { return Self.most + 1 }
    defer { path.remove(name) }
    var total = 1
    for part in parts[name] ?? [] {
      total += cost(part, &costs, &path, depth: depth + 1)
      if total > Self.most { break }
    }
    costs[name] = total
    return total
  }
}
