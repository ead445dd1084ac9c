extension PolishMessages {
  /// What the evaluator says of nets, names and operations.
  static let operations = #"""
    a gradient needs a number, the function gives %1
      gradient wymaga liczby, a funkcja daje: %1
    make one number of it, such as its sum or mean
      zrób z tego jedną liczbę, np. sumę albo średnią
    write the function with operations that have one
      zapisz funkcję za pomocą działań, które mają pochodną
    a table is compared with a net: check net == %1
      tabelę porównuje się z siecią: check net == %1
    delete the parentheses
      usuń nawiasy okrągłe
    a position stands in [ ]: %1[%2]
      pozycję pisze się w [ ]: %1[%2]
    a value above hides the function `%1` of the library: give it another name
      wartość wyżej zasłania funkcję `%1` z biblioteki: nadaj jej inną nazwę
    a product is written with *: %1
      mnożenie zapisuje się znakiem *: %1
    a product is written with *: %1; a position with [ ]
      mnożenie zapisuje się znakiem *: %1; pozycję w [ ]
    each input is a number of its own: %1%2)
      każde wejście to osobna liczba: %1%2)
    give [%1] for one example, [m, %2] for m of them
      podaj [%1] dla jednego przykładu, [m, %2] dla m przykładów
    give a number for each input, %1%2%3)
      podaj po liczbie dla każdego wejścia, %1%2%3)
    several examples go in as the rows of one matrix
      kilka przykładów podaje się jako wiersze jednej macierzy
    several examples go in as the rows of one matrix: %1
      kilka przykładów podaje się jako wiersze jednej macierzy: %1
    call it with its arguments in parentheses
      wywołaj z argumentami w nawiasach okrągłych
    inside a net name one component, such as x[1]
      wewnątrz sieci wskaż jedną składową, np. x[1]
    call it with one number, for several [%1 for … in …]
      wywołaj z jedną liczbą, a dla wielu napisz [%1 for … in …]
    choose for each of them: [if z > 0 then 1 else 0 for z in …]
      wybieraj osobno dla każdej liczby: [if z > 0 then 1 else 0 for z in …]
    a table is compared with a net, and this is a call of it
      tabelę porównuje się z siecią, a to jest jej wywołanie
    write the net alone: %1
      napisz samą sieć: %1
    a name has no `-`, which is a minus
      w nazwie nie może być `-`, bo to minus
    a product needs its sign: %1*%2
      iloczyn wymaga znaku mnożenia: %1*%2
    `==` compares, and `%1` is not defined
      `==` porównuje, a nazwa `%1` nie jest zdefiniowana
    a function is defined with one `=`
      funkcję definiuje się jednym `=`
    a net declares its parameters above: %1
      sieć deklaruje swoje parametry powyżej: %1
    `%1` is used inside its own definition
      nazwa `%1` występuje we własnej definicji
    nothing refers to itself in NN-DSL; use `iterate` or a name defined above
      w NN-DSL nic nie odwołuje się do siebie; użyj `iterate` albo nazwy zdefiniowanej powyżej
    there is no `%1` here
      nie ma tu `%1`
    `%1` is not defined yet
      nazwa `%1` nie jest jeszcze zdefiniowana
    it is defined only here
      definicja jest dopiero tu
    move its definition above this line
      przenieś definicję powyżej tego wiersza
    there is no `%1` in NN-DSL
      w NN-DSL nie ma `%1`
    define it above: %1 = …
      zdefiniuj powyżej: %1 = …
    the formula of the derivative is derivative(%1)
      wzór pochodnej to derivative(%1)
    a function is written %1(%2) = …, a value needs %3 = … above
      funkcję zapisuje się tak: %1(%2) = …, a jeśli %3 ma być wartością, zdefiniuj powyżej %3 = …
    a name is defined with `=`
      nazwę definiuje się znakiem `=`
    `==` compares; a name is defined with one `=`
      `==` porównuje; nazwę definiuje się jednym `=`
    the transpose is `.T`
      transpozycja to `.T`
    values and pictures show themselves: delete it
      wartości i rysunki pokazują się same: usuń to
    a value on a line of its own is shown: %1
      wartość w osobnym wierszu jest pokazywana: %1
    write %1(%2)
      napisz %1(%2)
    the last position is count(v), of a matrix shape(A)[1]
      ostatnia pozycja to count(v), w macierzy shape(A)[1]
    the last position is count(%1)
      ostatnia pozycja to count(%1)
    its rows are count(%1.%2)
      liczba wierszy to count(%1.%2)
    write `%1` alone
      napisz samo `%1`
    nothing is imported: write the function alone, as in `exp(x)`
      niczego się nie importuje: napisz samą funkcję, jak w `exp(x)`
    positions begin at 1: write 1..count(%1)
      pozycje zaczynają się od 1: napisz 1..count(%1)
    both ends of a range are included: write %1
      oba końce należą do zakresu: napisz %1
    the number of inputs
      liczba wejść
    a net has a whole number of inputs from 1, this is %1
      liczba wejść sieci jest całkowita i wynosi co najmniej 1, a to jest %1
    a net takes a vector, a matrix or a picture of at most 1,000,000 numbers
      sieć przyjmuje wektor, macierz albo obraz, najwyżej 1 000 000 liczb
    such as `%1[2]` or `%2[28, 28, 1]`
      np. `%1[2]` albo `%2[28, 28, 1]`
    the result of `%1` does not depend on its input
      wynik `%1` nie zależy od wejścia
    use the input in the last line of the body
      użyj wejścia w ostatnim wierszu bloku sieci
    a net gives numbers, `%1` gives %2
      sieć daje liczby, a `%1` daje: %2
    end the body with the net's output
      zakończ blok wyjściem sieci
    the result does not depend on `%1`
      wynik nie zależy od `%1`
    use it in the formula, or remove it
      użyj go we wzorze albo usuń
    a size
      rozmiar
    a tensor has at most %1 axes
      tensor ma najwyżej %1 oś|tensor ma najwyżej %1 osie|tensor ma najwyżej %1 osi
    a parameter starts as known numbers, this is %1
      wartość początkowa parametru to znane liczby, a to jest %1
    the parameter has the shape %1, its value %2
      parametr ma kształt %1, a jego wartość %2
    give one number for all, or a tensor of the shape %1
      podaj jedną liczbę dla wszystkich albo tensor o kształcie %1
    a range in brackets is a list of one range; its steps are [k for k in %1]
      zakres w nawiasach kwadratowych to lista jednego zakresu; jego kroki to [k for k in %1]
    name a column, such as `.%1`, or `.X` for all inputs
      podaj kolumnę, np. `.%1`, albo `.X` dla wszystkich wejść
    make it a list: [k for k in %1..%2]
      zrób z tego listę: [k for k in %1..%2]
    texts are compared with `==` and shown; nothing is computed with them
      teksty porównuje się znakiem `==` i pokazuje; nie wykonuje się na nich obliczeń
    layers are joined by `->`: input(2) -> dense(4, tanh)
      warstwy łączy `->`: input(2) -> dense(4, tanh)
    the losses are `.loss`, the trained net is `.net`
      straty to `.loss`, sieć po uczeniu to `.net`
    this
      to działanie
    %1 takes numbers and tensors, here stands %2
      %1 przyjmuje liczby i tensory, a tu jest %2
    used here
      użyte tutaj
    regions are joined by any_of(a, b); the or of two gates is f(x, y) = a(x, y) or b(x, y)
      obszary łączy any_of(a, b); or dwóch bramek to f(x, y) = a(x, y) or b(x, y)
    what lies in both regions is all_of(a, b); the and of two gates is f(x, y) = a(x, y) and b(x, y)
      część wspólna obszarów to all_of(a, b); and dwóch bramek to f(x, y) = a(x, y) and b(x, y)
    the product of vectors and matrices is `@`
      iloczyn wektorów i macierzy to `@`
    %1 against %2: a vector is no column
      %1 i %2: wektor to nie kolumna
    take the column as a vector: %1[:, 1]
      weź kolumnę jako wektor: %1[:, 1]
    there is nothing to compare: this has no numbers
      nie ma czego porównać: tu nie ma liczb
    compared here
      porównane tutaj
    look at how it is made: a list over no steps, the losses of a training without epochs?
      sprawdź, jak to powstało: lista bez żadnych kroków, straty uczenia bez epok?
    `within` takes a number here, this is %1
      `within` przyjmuje tu liczbę, a to jest %1
    `within` takes a distance, finite and not below 0, this is %1
      `within` przyjmuje odległość, skończoną i nie mniejszą od 0, a to jest %1
    such as within 0.01
      np. within 0.01
    `%1` takes 0 and 1 only, this is %2
      `%1` przyjmuje tylko 0 i 1, a to jest %2
    compare it first, such as x > 0
      najpierw porównaj, np. x > 0
    both positions of a matrix stand in one pair of brackets
      obie pozycje w macierzy pisze się w jednej parze nawiasów
    positions start at 1: write %1
      pozycje zaczynają się od 1: napisz %1
    a column is a field: %1
      kolumna to pole: %1
    name a column first, such as `.%1`, or `.X` for all inputs
      najpierw podaj kolumnę, np. `.%1`, albo `.X` dla wszystkich wejść
    count from 1: %1
      licz od 1: %1
    the first element is [1]
      pierwszy element to [1]
    the last element is %1
      ostatni element to %1
    `%1` has not changed; the trained net is `%2.net`
      sieć `%1` się nie zmieniła; sieć po uczeniu to `%2.net`
    write %1.net
      napisz %1.net
    `==` is exact, and rounding decides the last digits here
      `==` jest dokładne, a o ostatnich cyfrach decyduje tu zaokrąglenie
    this is rounded
      to jest zaokrąglone
    `%1` counts from 1, these labels contain 0
      `%1` liczy od 1, a wśród tych etykiet jest 0
    labels from 0
      etykiety od 0
    use predict(net, data), which gives labels, or subtract 1
      użyj predict(net, data), które daje etykiety, albo odejmij 1
    `%1` stands twice in this list
      `%1` występuje dwa razy na tej liście
    give each its own name
      nadaj każdemu osobną nazwę
    a table's entry
      wpis w tabeli
    use at most %1 inputs
      użyj najwyżej %1 wejścia|użyj najwyżej %1 wejść|użyj najwyżej %1 wejść
    the formula gives %1, the table has %2
      wzór daje: %1, tabela ma: %2
    write one formula for each in brackets: [a and b, a or b]
      napisz w nawiasach kwadratowych po jednym wzorze dla każdego wyjścia: [a and b, a or b]
    %1 rows of %2 outputs are more than %3 values
      %1 wierszy po %2 wyjściu to więcej niż %3 wartości|%1 wierszy po %2 wyjścia to więcej niż %3 wartości|%1 wierszy po %2 wyjść to więcej niż %3 wartości
    make a table of fewer outputs
      zrób tabelę z mniejszą liczbą wyjść
    a truth table's formula gives 0 or 1, for %1 it is %2
      wzór tablicy prawdy daje 0 albo 1, a dla %1 daje %2
    the or of logic is `or`: %1
      logiczne „lub” to `or`: %1
    the function gives %1, expected numbers
      funkcja daje: %1, oczekiwano liczb
    use a net and a table of as many inputs
      użyj sieci i tabeli o tej samej liczbie wejść
    a function of %1 is needed, `%2` takes %3
      potrzebna jest funkcja (%1), a `%2` przyjmuje: %3
    expected a net or a function of %1, this is %2
      oczekiwano: sieć albo funkcja (%1), jest: %2
    the formula gives %1, expected a number
      wzór daje: %1, oczekiwano liczby
    this derivative has more than %1 operations
      ta pochodna ma więcej niż %1 działań
    derive fewer times, or write the formula as a function of its own
      licz pochodną mniej razy albo zapisz wzór jako osobną funkcję
    the transpose is `.T`; a derivative belongs to a function, such as sigmoid'
      transpozycja to `.T`; pochodną liczy się z funkcji, np. sigmoid'
    the `'` stands behind the function: %1
      `'` pisze się za funkcją: %1
    a derivative belongs to a function, such as sigmoid'
      pochodną liczy się z funkcji, np. sigmoid'
    a derivative belongs to a function, such as sigmoid'; negation is `not %1`
      pochodną liczy się z funkcji, np. sigmoid'; negacja to `not %1`
    %1 has no derivative
      %1 nie ma pochodnej
    %1 has no derivative by one number
      %1 nie ma pochodnej względem jednej liczby
    a derivative belongs to a function of one number, such as sigmoid'
      pochodną liczy się z funkcji jednej zmiennej, np. sigmoid'
    `'` is for a function of one number, `%1` takes %2
      `'` jest dla funkcji jednej zmiennej, a `%1` ma %2 argument|`'` jest dla funkcji jednej zmiennej, a `%1` ma %2 argumenty|`'` jest dla funkcji jednej zmiennej, a `%1` ma %2 argumentów
    by its first argument the derivative is grad(%1), by the second grad(%2, 2)
      pochodna po pierwszym argumencie to grad(%1), a po drugim grad(%2, 2)
    the function gives %1, a derivative needs one number
      funkcja daje: %1, a pochodna wymaga jednej liczby
    write the derivative as a function of its own
      zapisz pochodną jako osobną funkcję
    """#
}
