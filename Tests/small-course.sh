# Writes a small course into the current directory: `key.md`, and `handed-in` with as many submissions as the argument says, right and
# wrong in turn. To be sourced.
cat >key.md <<'KEY'
```nn
#| exercise: number
#| points: 2
n = ?
```

```nn
#| solution: number
n = 3
```

```nn
#| tests: number
check n == 3
```

```nn
table XOR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:0 }
```

```nn
#| exercise: training
#| points: 2
run = ?
```

```nn
#| solution: training
run = train(input(2) -> dense(4, tanh) -> dense(1, sigmoid), XOR, loss=bce, opt=adam(0.1), epochs=60)
```

```nn
#| tests: training
check "the net is XOR": run.net ~ XOR within 0.1
check "two outputs": run.net(0, 1) > 0.9 and run.net(0, 0) < 0.02
```
KEY
for i in $(seq "$1"); do
  mkdir -p "handed-in/s$i"
  {
    printf '```nn\n#| exercise: number\nn = %s\n```\n\n' $((i % 5))
    printf '```nn\n#| exercise: training\nrun = train(input(2) -> dense(4, tanh) -> dense(1, sigmoid), XOR, loss=bce, opt=adam(%s), epochs=%s)\n```\n' \
      "0.$((i % 7 + 1))" $((i * 7))
  } >"handed-in/s$i/a.md"
done
