extension PolishMessages {
  /// What the parser says of statements and tables.
  static let statements = #"""
    `check` is a word and no function
      `check` to słowo kluczowe, a nie funkcja
    write `check "why": …`
      napisz `check "why": …`
    behind the points of a check stands `:`
      po punktach sprawdzenia pisze się `:`
    delete `%1`
      usuń `%1`
    in a net write `net name(x[2]) { param w ~ xavier; … }`, outside `w = normal(size=2)`
      w sieci napisz `net name(x[2]) { param w ~ xavier; … }`, poza nią `w = normal(size=2)`
    outside of a net a name is bound with `=`: `%1 =%2`
      poza siecią nazwie nadaje się wartość znakiem `=`: `%1 =%2`
    outside of a net numbers are drawn by `%1 = normal(%2)`
      poza siecią liczby losuje się tak: `%1 = normal(%2)`
    outside of a net a name is bound with `=`: `%1 = %2`
      poza siecią nazwie nadaje się wartość znakiem `=`: `%1 = %2`
    a choice is written in words
      wyrażenie warunkowe zapisuje się słowami
    a name has no type
      nazwie nie podaje się typu
    a function has its parameters behind its name
      parametry funkcji pisze się po jej nazwie
    write `%1 …`
      napisz `%1 …`
    write `=`
      napisz `=`
    `= =` is not a sign
      `= =` nie jest znakiem
    `=` binds, `==` without a blank compares
      `=` nadaje wartość, `==` bez odstępu porównuje
    a block stands only behind a function's head
      blok może stać tylko po nagłówku funkcji
    write `%1() = { … }`, or name the parts on lines of their own
      napisz `%1() = { … }` lub nadaj częściom nazwy w osobnych wierszach
    of a parameter
      parametru
    expected `)` behind the parameters
      oczekiwano `)` po parametrach
    a parameter has no type: `f(x) = x^2`; a net's input has a size, `net h(x[2])`
      parametrowi nie podaje się typu: `f(x) = x^2`; wejściu sieci podaje się rozmiar, `net h(x[2])`
    behind the parameters
      po parametrach
    values never change: no part of one can be set
      wartości się nie zmieniają: nie można podmienić żadnej ich części
    values never change: no field of one can be set
      wartości się nie zmieniają: nie można podmienić żadnego ich pola
    bind a new name to a new value
      nadaj nową wartość nowej nazwie
    a name stands before `=`
      przed `=` pisze się nazwę
    write `%1 = %2`
      napisz `%1 = %2`
    a name stands without parentheses before `=`
      przed `=` nazwę pisze się bez nawiasów
    write `%1 = …`
      napisz `%1 = …`
    a derivative is not defined: it is computed
      pochodnej się nie definiuje: jest obliczana
    a name has no `'`: write `y1 = …`
      nazwa nie może zawierać `'`: napisz `y1 = …`
    leave the line out: f' is the derivative of f
      pomiń ten wiersz: f' to pochodna f
    only a name or `name(parameters)` can stand before `=`
      przed `=` może stać tylko nazwa lub `name(parameters)`
    to compare, write `==`
      aby porównać, napisz `==`
    bind the name to all of its parts anew: `%1 = [%2, …]`
      zdefiniuj nazwę na nowo, ze wszystkimi częściami: `%1 = [%2, …]`
    at the end of the range
      na końcu zakresu
    names are parted by commas
      nazwy oddziela się przecinkami
    write `,`
      napisz `,`
    `%1..%2` is no range of names
      `%1..%2` nie jest zakresem nazw
    the names differ in their last number, the smaller first: `x1..x5`; at most 10,000
      nazwy różnią się końcową liczbą, mniejsza stoi pierwsza: `x1..x5`; najwyżej 10 000
    `%1` has no meaning here
      `%1` nic tu nie znaczy
    a statement defines one name
      instrukcja definiuje jedną nazwę
    each name has its own definition: `a = 1; b = 2`
      każda nazwa ma własną definicję: `a = 1; b = 2`
    a position is missing; all of them are `:`
      brakuje pozycji; wszystkie pozycje to `:`
    write `:`
      napisz `:`
    an interval is written with `..`
      przedział zapisuje się znakiem `..`
    an interval is written with `..`: %1=%2
      przedział zapisuje się znakiem `..`: %1=%2
    name it too, as in `%1=true`, or write it first
      podaj też jego nazwę, na przykład `%1=true`, lub napisz go na początku
    name it too, or write it first
      podaj też jego nazwę lub napisz go na początku
    a text stands in quotes: `%1`
      tekst pisze się w cudzysłowie: `%1`
    the edits stand in braces: `m with { 1.b = [0] }`
      zmiany pisze się w nawiasach klamrowych: `m with { 1.b = [0] }`
    the edits stand in braces: `{ %1 }`
      zmiany pisze się w nawiasach klamrowych: `{ %1 }`
    edits are parted by commas
      zmiany oddziela się przecinkami
    an edit is written with `=`
      zmianę zapisuje się ze znakiem `=`
    rows stand in one pair of brackets: `%1`
      wiersze pisze się w jednej parze nawiasów: `%1`
    a list stands in brackets: `%1`
      listę pisze się w nawiasach kwadratowych: `%1`
    rows are parted by `;`
      wiersze oddziela się znakiem `;`
    a table begins with `table`
      tabela zaczyna się od `table`
    write `table` before it
      napisz przed nią `table`
    a function is written with `=`
      funkcję zapisuje się ze znakiem `=`
    write `%1 { … }`: the parts on lines of their own, the value last
      napisz `%1 { … }`: części w osobnych wierszach, wartość na końcu
    a parameter has no value of its own: every call gives one
      parametr nie może mieć wartości domyślnej: podaje ją każde wywołanie
    give the value one name; its parts are positions `r[1]`, or fields `r.train`
      nadaj wartości jedną nazwę; jej części to pozycje `r[1]` lub pola `r.train`
    each name has its own definition; to compare, write `==`
      każda nazwa ma własną definicję; aby porównać, napisz `==`
    a parameter stands in parentheses
      parametr pisze się w nawiasach okrągłych
    a name has no blank
      nazwa nie może zawierać odstępu
    a name is bound with `=` alone: delete `%1`
      nazwie nadaje się wartość samym `=`: usuń `%1`
    `%1` stands before its name
      `%1` pisze się przed nazwą
    write `%1(…) { … }`
      napisz `%1(…) { … }`
    what must hold is a check
      warunek, który ma być spełniony, zapisuje się jako sprawdzenie
    write `check "why": …`, the reason first
      napisz `check "why": …`, najpierw uzasadnienie
    write `check`
      napisz `check`
    a blank to fill in is one `?`
      luka to jeden znak `?`
    two values stand side by side
      dwie wartości stoją obok siebie
    the first
      pierwsza
    two statements stand on one line
      dwie instrukcje stoją w jednym wierszu
    part them by `;`
      rozdziel je znakiem `;`
    a text holds no values: write the value alone on a line, where it is shown
      w tekst nie wstawia się wartości: napisz ją samą w wierszu, a zostanie pokazana
    a text begins with its quote: delete the `%1`
      tekst zaczyna się od cudzysłowu: usuń `%1`
    write `!=`
      napisz `!=`
    write `%1`, of matrices `A @ B`
      napisz `%1`, dla macierzy `A @ B`
    a number has no blanks: `%1`
      w liczbie nie pisze się odstępów: `%1`
    arguments are parted by commas
      argumenty oddziela się przecinkami
    numbers are parted by commas: `%1]`
      liczby oddziela się przecinkami: `%1]`
    write the sign between them, or a comma, or part statements by `;`
      wstaw między nie znak działania lub przecinek albo rozdziel instrukcje znakiem `;`
    a call has parentheses, `%1(%2%3)`, a product its sign, `%4*%5`
      wywołanie pisze się z nawiasami, `%1(%2%3)`, a iloczyn ze znakiem mnożenia, `%4*%5`
    write `*` before `%1`
      napisz `*` przed `%1`
    this one, too
      ten też
    a number has a point, not a comma
      w liczbie pisze się kropkę, nie przecinek
    inputs other than single 0 and 1 stand in parentheses
      wejścia inne niż pojedyncze 0 i 1 pisze się w nawiasach okrągłych
    a row is `(inputs): output`
      wiersz to `(inputs): output`
    a function is written with `=` behind its head
      funkcję zapisuje się ze znakiem `=` po nagłówku
    write `%1 = { …; %2 }`, the value last
      napisz `%1 = { …; %2 }`, wartość na końcu
    a part lies more than %1 levels deep
      część jest zbyt głęboko zagnieżdżona (ponad %1 poziomów)
    `param` stands only in a net's block
      `param` może stać tylko w bloku sieci
    `%1` does not stand in a block
      `%1` nie może stać w bloku
    move it out of the `{ }`
      przenieś to poza `{ }`
    a statement does not begin with `%1`
      instrukcja nie zaczyna się od `%1`
    delete the `%1`
      usuń `%1`
    continue the line above by ending it with the operator
      aby kontynuować poprzedni wiersz, zakończ go operatorem
    ; a value of its own is `(%1)`
      ; osobna wartość to `(%1)`
    of the net
      sieci
    a net is `net XOR_net(x[2]) { … }`; nothing else is named `net`
      sieć to `net XOR_net(x[2]) { … }`; nic innego nie nazywa się `net`
    a net's head is `net name(x[2])`
      nagłówek sieci to `net name(x[2])`
    of the net's input
      wejścia sieci
    a net's input says its size: `x[2]`
      wejście sieci musi mieć podany rozmiar: `x[2]`
    behind the net's input
      po wejściu sieci
    a net has one input, a vector with its size
      sieć ma jedno wejście, wektor z podanym rozmiarem
    write `%1[%2]`; its parts are `%3[1]` to `%4[%5]`
      napisz `%1[%2]`; jego części: od `%3[1]` do `%4[%5]`
    a net of formulas has a block
      sieć zapisana wzorami musi mieć blok
    write `{ %1 }`
      napisz `{ %1 }`
    a net of layers is a chain without `net`
      sieć zapisana warstwami to łańcuch bez `net`
    write `%1 = input(%2) -> …`, the layers joined by `->`; a net of formulas has a block `{ }`
      napisz `%1 = input(%2) -> …`, warstwy połączone znakiem `->`; sieć zapisaną wzorami pisze się z blokiem `{ }`
    expected `(`
      oczekiwano `(`
    expected `[`
      oczekiwano `[`
    behind the sizes
      po rozmiarach
    a parameter of a net begins with `param`
      parametr sieci zaczyna się od `param`
    write `param` before it
      napisz przed nim `param`
    of the param
      parametru
    the sizes of a parameter stand in `[ ]`
      rozmiary parametru pisze się w `[ ]`
    expected `~` or `=`
      oczekiwano `~` lub `=`
    draw it, `param W[2, 4] ~ xavier`, or give it, `param c = 0`
      wylosuj go, `param W[2, 4] ~ xavier`, lub podaj jego wartość, `param c = 0`
    a `:` stands behind the name of a check
      po nazwie sprawdzenia pisze się `:`
    expected the points
      oczekiwano liczby punktów
    before what is checked
      przed sprawdzanym warunkiem
    expected what is checked
      oczekiwano sprawdzanego warunku
    the points stand before the `:`: `check "name" worth 2: …`
      punkty pisze się przed `:`: `check "name" worth 2: …`
    what must hold follows `check`; a `:` stands behind the name of a check
      po `check` pisze się warunek, a po nazwie sprawdzenia `:`
    expected `{`
      oczekiwano `{`
    write `{` here, and `}` behind the last line
      napisz tutaj `{`, a `}` po ostatnim wierszu
    a block stands in `{ }`
      blok pisze się w `{ }`
    `{` stands on the line of its head
      `{` pisze się w wierszu nagłówka
    join the lines
      połącz wiersze
    the last part of a block is its value, and this one is none
      ostatnia część bloku jest jego wartością, a ta nią nie jest
    the value stands without a name: delete `%1 =`
      wartość pisze się bez nazwy: usuń `%1 =`
    this block is empty
      ten blok jest pusty
    its value is its last expression: `f(x) = { a = 2*x; a }`
      jego wartość to ostatnie wyrażenie: `f(x) = { a = 2*x; a }`
    end the block with an expression: `f(x) = { a = 2*x; a }`
      zakończ blok wyrażeniem: `f(x) = { a = 2*x; a }`
    this value is not used
      ta wartość nie jest używana
    give it a name, or make it the last part of the block
      nadaj jej nazwę lub umieść ją na końcu bloku
    of the table
      tabeli
    a table is `table XOR(x1, x2 -> y) { … }`; nothing else is named `table`
      tabela to `table XOR(x1, x2 -> y) { … }`; nic innego nie nazywa się `table`
    a table's head is `table XOR(x1, x2 -> y)`
      nagłówek tabeli to `table XOR(x1, x2 -> y)`
    of an input column
      kolumny wejściowej
    between the inputs and the outputs
      między wejściami a wyjściami
    of an output column
      kolumny wyjściowej
    behind the columns
      po kolumnach
    rows stand directly behind the head
      wiersze pisze się bezpośrednio po nagłówku
    delete the `=`
      usuń `=`
    expected the rows or a formula
      oczekiwano wierszy lub wzoru
    rows are `{ 00:0, 01:1 }`, a formula is `= a and b`
      wiersze to `{ 00:0, 01:1 }`, wzór to `= a and b`
    a formula stands without braces
      wzór pisze się bez nawiasów klamrowych
    write `= %1`
      napisz `= %1`
    the outputs of a table stand behind `->`
      wyjścia tabeli pisze się po `->`
    expected `->` between the inputs and the outputs, found `)`
      oczekiwano `->` między wejściami a wyjściami, jest: `)`
    the arrow stands in the parentheses: write `%1 -> %2)`
      strzałkę pisze się wewnątrz nawiasów: napisz `%1 -> %2)`
    the output has a name, too: `table XOR(x1, x2 -> y) = …`
      wyjście też musi mieć nazwę: `table XOR(x1, x2 -> y) = …`
    the outputs stand behind an arrow: `table XOR(x1, x2 -> y)`
      wyjścia pisze się po strzałce: `table XOR(x1, x2 -> y)`
    the rows of a table stand in `{ }`
      wiersze tabeli pisze się w `{ }`
    write `{` and `}`
      napisz `{` i `}`
    expected `,` or `}` behind the row
      oczekiwano `,` lub `}` po wierszu
    rows are parted by commas
      wiersze oddziela się przecinkami
    write `,` behind each row
      napisz `,` po każdym wierszu
    behind `on` every row is short
      po `on` każdy wiersz jest krótki
    write the row as `01`, one character a column
      zapisz wiersz jako `01`, po jednym znaku na kolumnę
    expected a row
      oczekiwano wiersza
    a row is `01:1` or `(0.2, 1.5): 1`
      wiersz to `01:1` lub `(0.2, 1.5): 1`
    a short row holds `0`, `1`, `-` and `?` only, not `%1`
      krótki wiersz zawiera tylko `0`, `1`, `-` i `?`, a nie `%1`
    what does not matter is `-`: write `%1`
      wartość dowolna to `-`: napisz `%1`
    write other numbers in parentheses: `(0.2, 1.5): 1`
      inne liczby napisz w nawiasach okrągłych: `(0.2, 1.5): 1`
    expected the row's outputs
      oczekiwano wyjść wiersza
    a row is `01:1`, one character a column
      wiersz to `01:1`, po jednym znaku na kolumnę
    a short row has no blanks
      krótki wiersz nie może zawierać odstępów
    write one character a column, `00:1`
      napisz po jednym znaku na kolumnę, `00:1`
    this row has no outputs
      ten wiersz nie ma wyjść
    write `%1:1`; rows that are all 1 stand behind `on`
      napisz `%1:1`; wiersze z samymi 1 na wyjściu pisze się po `on`
    a short row has nothing between its characters
      w krótkim wierszu między znakami nic się nie pisze
    behind the row's inputs
      po wejściach wiersza
    a row's outputs stand behind `:`
      wyjścia wiersza pisze się po `:`
    expected `:` between the row's inputs and outputs
      oczekiwano `:` między wejściami a wyjściami wiersza
    a row is `(0.5): 1`, its inputs in parentheses, or `01:1`
      wiersz to `(0.5): 1`, z wejściami w nawiasach okrągłych, lub `01:1`
    behind the row's outputs
      po wyjściach wiersza
    a row is written %1
      wiersz zapisuje się jako %1
    write one character a column and `,` behind each row
      napisz po jednym znaku na kolumnę i `,` po każdym wierszu
    a table has a head that names its columns
      tabela musi mieć nagłówek z nazwami kolumn
    write `%1{ … }`
      napisz `%1{ … }`
    """#
}
