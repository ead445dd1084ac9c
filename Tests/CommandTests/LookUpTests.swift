import Testing

/// `nnb check`, `explain`, `new` and `doctor`.
@Suite struct LookUpTests {
  @Test func checkFindsErrorsWithoutRunning() throws {
    let folder = try Folder(["good.md": cell("1"), "bad.md": cell("1\nperceptron(w=[1, 1], threshold=1)")])
    let good = try folder.nnb("check", "good.md")
    #expect(good.code == 0 && good.errors == "good.md: no errors\n")
    let bad = try folder.nnb("check", "bad.md", "good.md")
    #expect(bad.code == 2)
    #expect(bad.errors.contains("error[unknown-argument]"))
    #expect(bad.errors.contains("--> bad.md:3:"))
    #expect(bad.errors.contains("bad.md: 1 error\ngood.md: no errors\n"))
    let event = try #require(try events(try folder.nnb("check", "--json", "bad.md")).first)
    #expect(event["id"] as? String == "unknown-argument")
    #expect(event["line"] as? Int == 3)
    #expect(folder.files == ["bad.md", "good.md"])
  }

  @Test func checkGoesOnAfterAFileThatCannotBeRead() throws {
    let folder = try Folder(["a.md": "\u{0}", "c.md": cell("1")])
    try folder.put("b.md", bytes: [0x61, 0x0A, 0xFF])
    let outcome = try folder.nnb("check", "a.md", "b.md", "c.md")
    #expect(outcome.code == 4)
    #expect(outcome.errors.contains("b.md is not UTF-8 text: look at line 2"))
    #expect(outcome.errors.contains("c.md: no errors"))
  }

  @Test(arguments: [
    (["perceptron"], 0, "fires"), (["shape-mismatch"], 0, "repaired:"), (["points"], 0, "#| points:"),
    (["budget"], 0, "#| budget:"), (["params"], 0, "nnb.yml"), (["expect-error"], 0, "#| expect-error:"),
    (["pi"], 0, "pi = 3.14159"), (["read"], 0, "marks.csv"), (["xavier"], 0, "keeps the variance"),
    (["normal"], 0, "init=normal(mean=0, sd=1)"), (["train"], 0, "opt: an optimizer such as sgd(0.5)"),
    ([], 0, "cell options:"), (["->"], 0, "joins layers"), (["@"], 0, "inner sizes"),
    (["'"], 0, "derivative"),
    (["for"], 0, "comprehension"), (["loss"], 0, "training makes it small"), (["epochs"], 0, "passes"),
    (["backprop"], 0, "last layer back"), (["run"], 0, "nnb run"), (["beta"], 0, "momentum: a number, 0.9"),
    (["learning rate"], 0, "against the gradient"), (["Σ"], 0, "sum(x"),
    (["don't care"], 0, "pass over the row"),
    (["#|"], 0, "begins an option"), ([","], 0, "parts numbers"), (["neuron"], 0, "weighted sum"),
    (["vector"], 0, "one axis"), (["loop"], 0, "for each step"), (["overfitting"], 0, "wrong on others"),
    (["record"], 0, "nnb run --check"),
    (["sigmoid"], 0, "1/(1 + e^(-z))"), ([], 0, "  sigmoid"),
    (["percetron"], 64, "did you mean `perceptron`?"),
    (["qqqqqqqq"], 64, "`nnb explain` lists every name"), ([""], 64, "`nnb explain` lists every name"),
  ])
  func explainFindsNames(arguments: [String], code: Int, text: String) throws {
    let outcome = try Program.run(["explain"] + arguments, in: Folder())
    #expect(outcome.code == code)
    #expect((code == 0 ? outcome.output : outcome.errors).contains(text), "\(outcome.everything)")
    #expect((code == 0 ? outcome.errors : outcome.output).isEmpty)
  }

  @Test func newStartsANotebookThatRuns() throws {
    let folder = try Folder()
    #expect(try folder.nnb("new", "first.md").code == 0)
    let run = try folder.nnb("run", "first.md")
    #expect(run.code == 0, "\(run.everything)")
    #expect(run.errors.contains("to do"))
    #expect(folder.text("first.html") != nil)
  }

  @Test func newNeverOverwrites() throws {
    let folder = try Folder(["mine.md": "my work"])
    let outcome = try folder.nnb("new", "mine.md")
    #expect(outcome.code == 4)
    #expect(outcome.errors.contains("mine.md is there already"))
    #expect(folder.text("mine.md") == "my work")
  }

  @Test func doctorFindsWhatItNeedsOrSaysWhatIsMissing() throws {
    let folder = try Folder(["none/readme.txt": ""])
    let well = try folder.nnb("doctor")
    #expect(well.code == 0, "\(well.everything)")
    #expect(well.output.contains("ok       font") && well.output.contains("ok       templates"))
    let ill = try folder.nnb("doctor", "--templates", "none")
    #expect(ill.code == 4)
    #expect(ill.output.contains("missing  templates"))
  }

  @Test(arguments: [
    (["rnu", "a.md"], "did you mean `run`?"), (["a.md"], "did you mean `run a.md`?"),
    (["qqqqqq"], "`nnb --help` lists the commands"),
  ])
  func aWrongCommandIsNamed(arguments: [String], hint: String) throws {
    let outcome = try Program.run(arguments, in: Folder(["a.md": cell("1")]))
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains("error: there is no command") && outcome.errors.contains(hint))
  }

  @Test(arguments: [
    ["run"], ["run", "--nonsense", "a.md"], ["run", "--check", "--record", "a.md"],
    ["run", "--check", "-o", "x.html", "a.md"], ["run", "a.md", "-o", "b.md"],
    ["run", "--as", "teacher", "a.md"],
    ["check"], ["new"], ["new", "first.txt"], ["new", ".md"], ["explain", "a", "b"],
  ])
  func wrongUsageIsNamed(arguments: [String]) throws {
    let folder = try Folder(["a.md": cell("1")])
    let outcome = try Program.run(arguments, in: folder)
    #expect(outcome.code == 64, "\(outcome.everything)")
    #expect(outcome.errors.contains("Error: ") && outcome.errors.contains("Usage: nnb"))
    #expect(folder.files == ["a.md"])
  }
}
