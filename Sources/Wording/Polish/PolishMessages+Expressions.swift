extension PolishMessages {
  /// What the parser says of expressions.
  static let expressions = #"""
    expected a value
      oczekiwano wartości
    put parentheses around it: `(%1 …)`
      ujmij to w nawiasy: `(%1 …)`
    more than %1 operators wait here
      czeka tu zbyt wiele operatorów (ponad %1)
    expected the end of the %1
      oczekiwano końca %1
    range
      zakresu
    comparison
      porównania
    a range has two ends and whole steps; others are [0.1*k for k in 0..10] or linspace(0, 1, 11)
      zakres ma dwa końce i całkowite kroki; inne to [0.1*k for k in 0..10] lub linspace(0, 1, 11)
    expected an operator
      oczekiwano operatora
    a bound stands in `a ~ b within 0.1`
      dokładność podaje się w `a ~ b within 0.1`
    expected the end of the value
      oczekiwano końca wartości
    expected the rest of the `if`
      oczekiwano reszty wyrażenia `if`
    put parentheses around the chain
      ujmij łańcuch w nawiasy okrągłe
    expected `then`
      oczekiwano `then`
    a choice is a value and has one name: `y = if a then b else c`
      wyrażenie warunkowe jest wartością i ma jedną nazwę: `y = if a then b else c`
    a choice has both: `if a then b else c`
      wyrażenie warunkowe musi mieć obie części: `if a then b else c`
    expected `else`
      oczekiwano `else`
    an expression is more than %1 levels deep here
      wyrażenie jest tu zbyt głęboko zagnieżdżone (ponad %1 poziomów)
    expected the end of the comparison
      oczekiwano końca porównania
    write `a < b and b < c`
      napisz `a < b and b < c`
    write `%1 %2 %3 and %4 %5 %6`
      napisz `%1 %2 %3 and %4 %5 %6`
    a comparison has two sides
      porównanie może mieć tylko dwie strony
    the first comparison
      pierwsze porównanie
    expected the end of the statement
      oczekiwano końca instrukcji
    one `=` a statement; to compare, write `==`
      jedno `=` w instrukcji; aby porównać, napisz `==`
    expected `,` or `)`
      oczekiwano `,` lub `)`
    define the function on a line above, and give its name alone
      zdefiniuj funkcję w wierszu powyżej i podaj samą jej nazwę
    a named argument is `name=value`; to compare, write `==`
      argument z nazwą to `name=value`; aby porównać, napisz `==`
    `=` binds a name and does not compare
      `=` nadaje nazwie wartość, a nie porównuje
    write `==`
      napisz `==`
    expected a value behind `%1`, found the end of the line
      oczekiwano wartości po `%1`, jest: koniec wiersza
    here the next statement begins
      tu zaczyna się następna instrukcja
    `~` compares nearly, and `within` says how nearly
      `~` porównuje w przybliżeniu, a `within` podaje dokładność
    write `a ~ b within 0.01`
      napisz `a ~ b within 0.01`
    `%1 %2%3` can be read in two ways
      `%1 %2%3` można odczytać na dwa sposoby
    write `%1, %2%3` for two values or `%4 %5 %6` for one
      napisz `%1, %2%3` jako dwie wartości lub `%4 %5 %6` jako jedną
    `%1` and `%2` stand in one product
      `%1` i `%2` stoją w jednym iloczynie
    the other sign
      drugi znak
    put parentheses: `(a %1 b) %2 c` or `a %3 (b %4 c)`
      dodaj nawiasy: `(a %1 b) %2 c` lub `a %3 (b %4 c)`
    a choice begins with its condition
      wyrażenie warunkowe zaczyna się od warunku
    `{ }` holds rows, blocks and edits
      w `{ }` pisze się wiersze, bloki i zmiany
    a list is written in `[ ]`
      listę pisze się w `[ ]`
    `%1` is written in two words
      `%1` pisze się jako dwa słowa
    write `else if`
      napisz `else if`
    `within` belongs to `~`, which compares nearly
      `within` należy do `~`, które porównuje w przybliżeniu
    write `~`
      napisz `~`
    the name of a check stands before it: `check "why": …`
      nazwę sprawdzenia pisze się przed nim: `check "why": …`
    here a comma parts the values, not `;`
      tu wartości oddziela się przecinkiem, nie znakiem `;`
    delete the `,`
      usuń `,`
    layers are joined by `->` alone: delete the `,`
      warstwy łączy się samym `->`: usuń `,`
    rows stand in one pair of brackets: `[1, 2; 3, 4]`
      wiersze pisze się w jednej parze nawiasów: `[1, 2; 3, 4]`
    statements are parted by `;`
      instrukcje oddziela się znakiem `;`
    layers are joined by `->`; several values are a list, `[a, b]`
      warstwy łączy się znakiem `->`; kilka wartości to lista, `[a, b]`
    several values are a list, `[a, b]`; `;` parts statements
      kilka wartości to lista, `[a, b]`; `;` oddziela instrukcje
    a function has its parameters behind its name: `g(x) = x^2`
      parametry funkcji pisze się po jej nazwie: `g(x) = x^2`
    arguments stand in parentheses
      argumenty pisze się w nawiasach okrągłych
    write `%1%2`
      napisz `%1%2`
    a position stands in `[ ]`
      pozycję pisze się w `[ ]`
    write `[` and `]`
      napisz `[` i `]`
    `{` does not stand behind a value
      `{` nie może stać po wartości
    an edited copy has `with` before its edits
      w zmienionej kopii przed zmianami pisze się `with`
    a block follows `f(x) =` or a net's head, rows follow a table's, edits follow `with`
      blok pisze się po `f(x) =` lub nagłówku sieci, wiersze po nagłówku tabeli, zmiany po `with`
    expected a value or a closing bracket
      oczekiwano wartości lub nawiasu zamykającego
    a range is written with `..`
      zakres zapisuje się znakiem `..`
    write `..`; both ends are included
      napisz `..`; oba końce należą do zakresu
    delete the `:`
      usuń `:`
    the parts of a block are parted by `;`
      części bloku oddziela się znakiem `;`
    write `;`
      napisz `;`
    a number and a text have no fields; an exponent is a whole number
      liczba i tekst nie mają pól; wykładnik jest liczbą całkowitą
    whether x is one of v is `sum(v == x) > 0`
      czy x należy do v, mówi `sum(v == x) > 0`
    `%1` is an operator; a table or a net of yours has capitals: `%2`
      `%1` to operator; nazwę swojej tabeli lub sieci napisz wielkimi literami: `%2`
    `%1` stands between its values: `a %2 b`
      `%1` pisze się między wartościami: `a %2 b`
    a comprehension begins with its value: `[f(k) for k in 1..5]`
      lista z `for` zaczyna się od wartości: `[f(k) for k in 1..5]`
    there is no loop: write `[f(k) for k in 1..5]`, or `iterate(f, from=x0, steps=n)`
      nie ma pętli: napisz `[f(k) for k in 1..5]` lub `iterate(f, from=x0, steps=n)`
    a list stands in `[ ]`; `{ }` holds rows, blocks and edits
      listę pisze się w `[ ]`; w `{ }` pisze się wiersze, bloki i zmiany
    a number has no `+` before it
      przed liczbą nie pisze się `+`
    an arrow has no blank inside
      wewnątrz strzałki nie może być odstępu
    negation is a word
      negację zapisuje się słowem
    the product of two vectors is `v @ w`
      iloczyn dwóch wektorów to `v @ w`
    here
      tutaj
    write `f%1 = …`
      napisz `f%1 = …`
    parentheses hold one value
      w nawiasach okrągłych pisze się jedną wartość
    one value needs no parentheses and no comma
      jedna wartość nie potrzebuje nawiasów ani przecinka
    write the value alone
      napisz samą wartość
    or `,` in the list
      lub `,` w liście
    expected `]`
      oczekiwano `]`
    behind `for`
      po `for`
    behind the comprehension
      po liście z `for`
    a product is `v * w`, of vectors and matrices `v @ w`; a field's `.` touches both its sides
      iloczyn to `v * w`, dla wektorów i macierzy `v @ w`; `.` przed polem pisze się bez odstępów
    a function takes a whole vector without a point
      funkcja działa na całym wektorze bez kropki
    delete the `.`
      usuń `.`
    expected a field
      oczekiwano pola
    a field is a name or a number: `run.net`, `m.1`
      pole to nazwa lub liczba: `run.net`, `m.1`
    or `,` behind the argument
      lub `,` po argumencie
    a named argument is written with `=`
      argument z nazwą zapisuje się ze znakiem `=`
    write `%1=…`
      napisz `%1=…`
    this argument has no name and stands behind `%1=`
      ten argument nie ma nazwy i stoi po `%1=`
    or `,` behind the index
      lub `,` po pozycji
    expected `{` behind `with`
      oczekiwano `{` po `with`
    or `,` behind the edit
      lub `,` po zmianie
    an edit is `1.b = [0]`
      zmiana to na przykład `1.b = [0]`
    expected a field behind the point
      oczekiwano pola po kropce
    behind the edited field
      po zmienianym polu
    a `;` parts rows, and behind it stands none
      `;` oddziela wiersze, a po nim nie ma żadnego
    delete the `;`
      usuń `;`
    a range of positions has both its ends
      zakres pozycji musi mieć oba końce
    write `1..2`
      napisz `1..2`
    write `2..%1`
      napisz `2..%1`
    a range%1 is written with `..`
      zakres%1 zapisuje się znakiem `..`
     of positions
       pozycji
    write `..`; positions start at 1 and both ends are included
      napisz `..`; pozycje liczy się od 1, a oba końce należą do zakresu
    write `..`; both ends are included, and the steps are whole
      napisz `..`; oba końce należą do zakresu, a kroki są całkowite
    a range has two ends and whole steps
      zakres ma dwa końce i całkowite kroki
    write linspace(0, 5, 51), or [0.1*k for k in 0..50]
      napisz linspace(0, 5, 51) lub [0.1*k for k in 0..50]
    positions stand in `[ ]`
      pozycje pisze się w `[ ]`
    `%1` takes a list
      `%1` przyjmuje listę
    write `%1(%2)`
      napisz `%1(%2)`
    the steps of a comprehension stand without brackets
      kroki listy z `for` pisze się bez nawiasów kwadratowych
    the steps of a comprehension stand without parentheses
      kroki listy z `for` pisze się bez nawiasów okrągłych
    delete the `(` and the `)`
      usuń `(` i `)`
    a comprehension has one name; two make a matrix
      lista z `for` może mieć tylko jedną nazwę; dwie dają macierz
    put one comprehension into the other
      umieść jedną listę z `for` w drugiej
    expected `in`
      oczekiwano `in`
    a comprehension goes through its steps with `in`
      kroki listy z `for` podaje się po `in`
    a comprehension leaves nothing out
      lista z `for` niczego nie pomija
    choose a value for each: `%1`
      wybierz wartość dla każdego elementu: `%1`
    choose a value for each
      wybierz wartość dla każdego elementu
    a comprehension stands in `[ ]`
      listę z `for` pisze się w `[ ]`
    put `[ ]` around it
      ujmij to w `[ ]`
    here, too
      tu też
    expected `%1` %2
      oczekiwano `%1` %2
    expected a name %1
      oczekiwano nazwy %1
    a name begins with a letter: `x1`
      nazwa zaczyna się od litery: `x1`
    `%1` is a keyword and cannot be a name
      `%1` to słowo kluczowe i nie może być nazwą
    choose another name, such as `%1`
      wybierz inną nazwę, na przykład `%1`
    more than %1 brackets are open here
      otwartych jest tu zbyt wiele nawiasów (ponad %1)
    give a part of it a name on a line of its own
      wydziel fragment i nadaj mu nazwę w osobnym wierszu
    %1, found %2
      %1, jest: %2
    the end of the cell
      koniec komórki
    the end of the statement
      koniec instrukcji
    a text
      tekst
    """#
}
