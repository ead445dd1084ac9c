extension PolishMessages {
  /// What the lexer and the tables of foreign spellings say.
  static let signs = #"""
    `%1` closes nothing
      `%1` niczego nie zamyka
    delete it
      usuń to
    `%1` stands where `%2` is due
      `%1` stoi tam, gdzie powinno być `%2`
    `%1` is never closed
      nawias `%1` nie jest zamknięty
    close it with `%1`
      zamknij go znakiem `%1`
    `%1` is not closed before the next statement
      nawias `%1` nie jest zamknięty przed następną instrukcją
    `%1` stands only here
      `%1` stoi dopiero tutaj
    close it with `%1` at the end of its line
      zamknij go znakiem `%1` na końcu jego wiersza
    equality is `==`
      równość to `==`
    inequality is `!=`
      nierówność to `!=`
    `*` works element by element
      `*` działa element po elemencie
    `/` works element by element
      `/` działa element po elemencie
    `^` works element by element
      `^` działa element po elemencie
    an arrow is `->`
      strzałka to `->`
    layers are joined by `->`
      warstwy łączy się znakiem `->`
    values never change: bind a new name, `y = x + 1`
      wartości się nie zmieniają: użyj nowej nazwy, `y = x + 1`
    a comment begins with `#` and ends with its line
      komentarz zaczyna się od `#` i kończy z końcem wiersza
    a range is `1..5`, both ends included
      zakres to `1..5`, razem z oboma końcami
    write `and`
      napisz `and`
    write `or`
      napisz `or`
    values never change: bind a new name, `y = x - 1`
      wartości się nie zmieniają: użyj nowej nazwy, `y = x - 1`
    values never change: bind a new name, `y = x*2`
      wartości się nie zmieniają: użyj nowej nazwy, `y = x*2`
    values never change: bind a new name, `y = x/2`; inequality is `!=`
      wartości się nie zmieniają: użyj nowej nazwy, `y = x/2`; nierówność to `!=`
    greater or equal is `>=`
      „większe lub równe” to `>=`
    less or equal is `<=`
      „mniejsze lub równe” to `<=`
    a name is bound with `=`
      nazwie nadaje się wartość znakiem `=`
    a comment begins with `#`; the whole part of a quotient is `floor(a/b)`
      komentarz zaczyna się od `#`; część całkowita ilorazu to `floor(a/b)`
    the remainder is `mod(a, b)`
      reszta z dzielenia to `mod(a, b)`
    write `not`
      napisz `not`
    division is `/`
      dzielenie to `/`
    a range is `1..5`
      zakres to `1..5`
    write `sum`
      napisz `sum`
    write `sqrt(x)`
      napisz `sqrt(x)`
    write `in`
      napisz `in`
    write `*`
      napisz `*`
    write `·` or `*`
      napisz `·` lub `*`
    angles are in radians: 30° is 30*pi/180
      kąty podaje się w radianach: 30° to 30*pi/180
    nearly equal is `a ~ b within 0.01`
      równość przybliżona to `a ~ b within 0.01`
    numbers are finite
      nieskończoność nie ma znaku; 1/0 to inf
    a cell holds no TeX: write the formula, `y = w*x`
      w komórce nie używa się TeX-a: napisz wzór, `y = w*x`
    a cell holds no back-tick: a text stands in `"…"`
      w komórce nie pisze się odwrotnego apostrofu: tekst pisze się w `"…"`
    a name is bound with `=` alone: `x = 1`
      nazwie nadaje się wartość samym `=`: `x = 1`
    a function is written `f(x) = x^2`
      funkcję zapisuje się tak: `f(x) = x^2`
    a function's value is its last expression: write it alone
      wartość funkcji to jej ostatnie wyrażenie: napisz je samo
    an expression alone on a line is shown: write it without `print`
      samo wyrażenie w wierszu jest pokazywane: napisz je bez `print`
    there is no loop: use `iterate(f, from=x0, steps=n)` or `[f(k) for k in 1..5]`
      nie ma pętli: użyj `iterate(f, from=x0, steps=n)` lub `[f(k) for k in 1..5]`
    there is no loop: use `[f(k) for k in 1..5]`
      nie ma pętli: użyj `[f(k) for k in 1..5]`
    there is no loop: use `iterate(f, from=x0, steps=n)`
      nie ma pętli: użyj `iterate(f, from=x0, steps=n)`
    a choice is `if a then b else if c then d else e`
      wyrażenie warunkowe to `if a then b else if c then d else e`
    a choice is `if a then b else c`
      wyrażenie warunkowe to `if a then b else c`
    a function has a name: `f(x) = x^2`
      funkcja musi mieć nazwę: `f(x) = x^2`
    keywords are English: write `table`
      słowa kluczowe są angielskie: napisz `table`
    keywords are English: write `check`
      słowa kluczowe są angielskie: napisz `check`
    keywords are English: write `if a then b else c`
      słowa kluczowe są angielskie: napisz `if a then b else c`
    there are no classes: use a `net` or a function
      nie ma klas: użyj `net` lub funkcji
    write `if a then x else if b then y else z`
      napisz `if a then x else if b then y else z`
    a block is `f(x) = { …; … }`
      blok to `f(x) = { …; … }`
    a cell that may fail says so: `#| error: true`
      komórkę, w której może wystąpić błąd, oznacza się przez `#| error: true`
    a cell says what must hold: `check x > 0`
      warunek, który ma być spełniony, zapisuje się tak: `check x > 0`
    `:%1` is no format
      `:%1` nie jest formatem
    write `:%1`
      napisz `:%1`
    write `:3` for digits, `:.2` for decimals, `:.1%` for per cent
      napisz `:3` dla liczby cyfr, `:.2` dla miejsc po przecinku, `:.1%` dla procentów
    the absolute value is a function
      wartość bezwzględną oblicza funkcja
    the outputs stand behind `->`
      wyjścia pisze się po `->`
    write `->`
      napisz `->`
    `|` is not a sign of this language
      `|` nie jest znakiem tego języka
    the absolute value is `abs(x)`, and `or` joins two truths
      wartość bezwzględna to `abs(x)`, a `or` łączy dwie wartości logiczne
    a comprehension is `[f(k) for k in 1..5]`
      lista z `for` to `[f(k) for k in 1..5]`
    the length of a vector is a function
      długość wektora oblicza funkcja
    keywords have small letters
      słowa kluczowe pisze się małymi literami
    this is `%1` %2, not `%3` %4
      to jest `%1` %2, a nie `%3` %4
    the minus of an exponent is `-`
      minus wykładnika to `-`
    numbers are decimal
      liczby zapisuje się dziesiętnie
    a name begins with a letter
      nazwa zaczyna się od litery
    this number has %1 characters, and %2 is the most
      ta liczba ma %1 znak, a może mieć najwyżej %2|ta liczba ma %1 znaki, a może mieć najwyżej %2|ta liczba ma %1 znaków, a może mieć najwyżej %2
    17 digits are as exact as a number gets
      17 cyfr daje największą możliwą dokładność
    this number is larger than 1.8e308
      ta liczba jest większa niż 1.8e308
    write a smaller number
      napisz mniejszą liczbę
    a number has a digit on both sides of the point
      liczba musi mieć cyfrę po obu stronach kropki
    a number has no subscript
      liczba nie może mieć indeksu dolnego
    a letter touches the number of a field
      do numeru pola przylega litera
    a product needs its sign
      iloczyn wymaga znaku mnożenia
    write `%1*%2`
      napisz `%1*%2`
    `_` touches a number
      do liczby przylega `_`
    a number has no `_` between its digits
      w liczbie nie pisze się `_` między cyframi
    two `'`
      dwa `'`
    a blank
      odstęp
    `%1` %2 has no meaning here
      `%1` %2 nic tu nie znaczy
    write `(%1)`
      napisz `(%1)`
    %1%2 has no meaning here
      %1%2 nic tu nie znaczy
    a name begins with a letter, not with `_`
      nazwa zaczyna się od litery, nie od `_`
    delete the `_`
      usuń `_`
    write `?`, or the answer
      napisz `?` lub odpowiedź
    a comment begins with `#`
      komentarz zaczyna się od `#`
    write `#`
      napisz `#`
    the mark of a derivative is `'`
      znak pochodnej to `'`
    write `'`
      napisz `'`
    `%1` leaves out what a reader may guess
      `%1` zostawia czytelnikowi resztę do odgadnięcia
    a list of steps is [k for k in 0..5], or 0..5 alone
      lista kroków to [k for k in 0..5] lub samo 0..5
    `%1` is a function
      `%1` jest funkcją
    its argument stands in parentheses: %1([k^2 for k in 1..5])
      jej argument pisze się w nawiasach okrągłych: %1([k^2 for k in 1..5])
    `%1` is not a sign of this language
      `%1` nie jest znakiem tego języka
    there is no sign for the factorial
      nie ma znaku silni
    write the product: `%1`
      napisz iloczyn: `%1`
    angles are in radians
      kąty podaje się w radianach
    a share is a number
      udział to liczba
    `√` is not a sign of this language
      `√` nie jest znakiem tego języka
    a text stands in quotes
      tekst pisze się w cudzysłowie
    write `">="`
      napisz `">="`
    `%1` is no exponent
      `%1` nie jest wykładnikiem
    a power is written with `^`
      potęgę zapisuje się znakiem `^`
    write `^%1`
      napisz `^%1`
    `\` is not a sign of this language
      `\` nie jest znakiem tego języka
    the x of A @ x = b is solve(A, b)
      x z równania A @ x = b to solve(A, b)
    `%1` is TeX
      `%1` to TeX
    write the formula without backslashes: `sigmoid(w*x - T)`
      napisz wzór bez ukośników wstecznych: `sigmoid(w*x - T)`
    `\%1` is TeX
      `\%1` to TeX
    the power of a function's value stands behind its call
      potęgę wartości funkcji pisze się po wywołaniu
    this text has no second quote on its line
      tekst nie jest zamknięty drugim cudzysłowem w tym samym wierszu
    close it with `"`
      zamknij go znakiem `"`
    `\%1` means nothing in a text, which holds no TeX
      `\%1` nic nie znaczy w tekście, bo nie używa się w nim TeX-a
    write the letter itself: `%1`
      napisz samą literę: `%1`
    `\%1` means nothing in a text
      `\%1` nic nie znaczy w tekście
    for a backslash write two
      zamiast jednego `\` napisz dwa
    curly quotes are read as `"`
      cudzysłowy drukarskie są czytane jako `"`
    write plain quotes
      napisz proste cudzysłowy
    `'` is the derivative of the function it touches
      `'` oznacza pochodną funkcji, do której przylega
    write `f'`; a text stands in `"…"`
      napisz `f'`; tekst pisze się w `"…"`
    a function is named without quotes
      nazwę funkcji pisze się bez cudzysłowu
    a text stands in double quotes
      tekst pisze się w podwójnym cudzysłowie
    the cell has more than %1 words, numbers and signs
      komórka ma ponad %1 słów, liczb i znaków
    split it into several cells, or read the data from a file
      podziel ją na kilka komórek lub wczytaj dane z pliku
    an invisible character, %1, stands here
      jest tu niewidoczny znak %1
    %1 is read as %2
      znak %1 jest czytany jako %2
    a number has no comma
      liczba nie może zawierać przecinka
    write `%1`, or `%2` if the comma is a point
      napisz `%1` lub, jeśli to przecinek dziesiętny, `%2`
    there is no sign for the implication
      nie ma znaku implikacji
    `->` joins layers
      `->` łączy warstwy
    """#
}
