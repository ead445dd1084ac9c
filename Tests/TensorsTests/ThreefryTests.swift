import Tensors
import Testing

@Test(
  "Threefry-2x32 with 20 rounds gives the known answers of Random123",
  arguments: [
    (0, 0, 0x99BA_4EFE_6B20_0159), (.max, .max, 0xBB00_2BE7_1CB9_96FC),
    (0x0370_7344_1319_8A2E, 0x85A3_08D3_243F_6A88, 0x483D_F7A0_C492_3A9C),
  ] as [(key: UInt64, counter: UInt64, block: UInt64)])
func knownAnswers(_ key: UInt64, _ counter: UInt64, _ block: UInt64) {
  #expect(Threefry(key: key).block(counter) == block)
}

@Test("generators are equal when their keys are")
func equality() {
  #expect(Threefry(key: 5) == Threefry(key: 5))
  #expect(Threefry(key: 5) != Threefry(key: 5 << 32))
  #expect(Set([Threefry(key: 5), Threefry(key: 5), Threefry(key: 6)]).count == 2)
}
