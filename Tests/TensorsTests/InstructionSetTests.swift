import CKernels
import Foundation
import Testing

/// The set in use of a process that begins with this value of NNB_ISA.
private func setInUse(named name: String) -> nnb_instruction_set {
  setenv("NNB_ISA", name, 1)
  return nnb_instruction_set_in_use()
}

/// The set if this machine has it, otherwise the one that is taken without a name.
private func wanted(_ set: nnb_instruction_set) -> nnb_instruction_set {
  if nnb_is_present(set) != 0 { return set }
  let best = [NNB_NEON, NNB_AVX512, NNB_AVX2].first { nnb_is_present($0) != 0 }
  return best ?? NNB_PORTABLE
}

@Test("NNB_ISA names the instruction set, where this machine has it")
func instructionSetIsChosen() async {
  await #expect(processExitsWith: .success) { #expect(setInUse(named: "portable") == NNB_PORTABLE) }
  await #expect(processExitsWith: .success) { #expect(setInUse(named: "avx2") == wanted(NNB_AVX2)) }
  await #expect(processExitsWith: .success) { #expect(setInUse(named: "avx512") == wanted(NNB_AVX512)) }
  await #expect(processExitsWith: .success) { #expect(setInUse(named: "neon") == wanted(NNB_NEON)) }
}

@Test("without a name that is known the best instruction set is taken")
func bestInstructionSetIsChosen() async {
  await #expect(processExitsWith: .success) { #expect(setInUse(named: "fast") == wanted(NNB_AVX512)) }
  await #expect(processExitsWith: .success) {
    unsetenv("NNB_ISA")
    #expect(nnb_instruction_set_in_use() == wanted(NNB_AVX512))
  }
}

@Test("each instruction set has its name")
func instructionSetsHaveNames() {
  let names = [NNB_PORTABLE, NNB_AVX2, NNB_AVX512, NNB_NEON].map {
    String(cString: nnb_instruction_set_name($0))
  }
  #expect(names == ["portable", "avx2", "avx512", "neon"])
  #expect(nnb_is_present(NNB_PORTABLE) != 0)
}
