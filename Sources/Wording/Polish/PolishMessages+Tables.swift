extension PolishMessages {
  /// What is said of tables, shapes and formulas.
  static let tables = #"""
    `\%1` and the commands it stands for go on without end
      rozwijanie `\%1` nie ma końca
    no command may stand for itself
      żadne polecenie nie może oznaczać samego siebie
    the commands of the page stand for more than %1 characters; from here on they are not replaced
      polecenia na tej stronie rozwijają się do ponad %1 znaków; dalsze nie są rozwijane
    give the commands shorter meanings, or split the page
      nadaj poleceniom krótsze znaczenia albo podziel stronę
    `\%1` takes %2 arguments, here is %3
      `\%1` przyjmuje %2 argument, jest: %3|`\%1` przyjmuje %2 argumenty, jest: %3|`\%1` przyjmuje %2 argumentów, jest: %3
    write each in braces behind it
      napisz po nim każdy z nich w nawiasach klamrowych
    a page defines at most %1 commands of at most %2 characters
      strona definiuje najwyżej %1 poleceń, każde do %2 znaków
    this defines no command
      to nie definiuje żadnego polecenia
    write `\newcommand{\name}[1]{… #1 …}`
      napisz `\newcommand{\name}[1]{… #1 …}`
    the formula has %1 characters; at most %2 are read
      wzór ma za dużo znaków: %1 (najwyżej %2)
    the formula with what its commands stand for has %1 characters; at most %2 are read
      wzór po rozwinięciu poleceń ma za dużo znaków: %1 (najwyżej %2)
    `\%1` needs a length behind it
      po `\%1` potrzebna jest długość
    write 1em
      napisz na przykład 1em
    `\not` needs a sign behind it
      po `\not` potrzebny jest znak
    `[` behind `%1` is not closed
      nawias `[` po `%1` nie jest zamknięty
    `%1` needs a colour in braces
      po `%1` potrzebny jest kolor w nawiasach klamrowych
    `\left` has no `\right`
      brakuje `\right` do pary z `\left`
    write `\right.` where no bracket is to be seen
      jeśli nawiasu ma nie być widać, napisz `\right.`
    `%1` needs a bracket behind it
      po `%1` potrzebny jest nawias
    `}` closes nothing
      `}` niczego nie zamyka
    write `\}` to show a brace
      aby pokazać klamrę, napisz `\}`
    `&` stands outside a matrix, `cases` or `aligned`
      `&` stoi poza macierzą, `cases` i `aligned`
    write `\&` to show the sign
      aby pokazać ten znak, napisz `\&`
    `\\` stands outside a matrix, `cases` or `aligned`
      `\\` stoi poza macierzą, `cases` i `aligned`
    put lines between `\begin{aligned}` and `\end{aligned}`
      umieść wiersze między `\begin{aligned}` a `\end{aligned}`
    `\right` has no `\left`
      brakuje `\left` do pary z `\right`
    `\end` has no `\begin`
      brakuje `\begin` do pary z `\end`
    `%1` cannot stand here
      `%1` nie może tu stać
    `\` has no command behind it
      po `\` nie ma polecenia
    `\%1` is no command that is known here
      nieznane polecenie `\%1`
    write `%1`
      napisz `%1`
    define it in `macros:` of the settings, or by `\newcommand{\%1}{…}` in a formula above
      zdefiniuj je w `macros:` w ustawieniach albo przez `\newcommand{\%1}{…}` we wzorze powyżej
    `\begin{%1}` is no environment that is known here
      nieznane środowisko `\begin{%1}`
    `%1` means something else in TeX
      `%1` oznacza w TeX-u co innego
    write `\%1` to show the sign
      aby pokazać ten znak, napisz `\%1`
    the character %1
      znak %1
    %1 is not known in formulas
      %1 nie jest znany we wzorach
    `\begin{%1}` is closed by `\end{%2}`
      `\begin{%1}` jest zamknięte przez `\end{%2}`
    write `\end{%1}`
      napisz `\end{%1}`
    `\begin{%1}` has no `\end{%2}`
      brakuje `\end{%2}` do pary z `\begin{%1}`
    write `\end{%1}` behind its last row
      napisz `\end{%1}` po ostatnim wierszu
    `%1` needs braces behind it
      po `%1` potrzebne są nawiasy klamrowe
    `{` is not closed
      nawias `{` nie jest zamknięty
    write `}` behind the group
      napisz `}` po grupie
    `\begin{array}` needs its columns in braces
      po `\begin{array}` potrzebne są kolumny w nawiasach klamrowych
    write `\begin{array}{cc}`
      napisz `\begin{array}{cc}`
    `%1` needs a name in braces
      po `%1` potrzebna jest nazwa w nawiasach klamrowych
    the formula in these words is not closed
      wzór w tym tekście nie jest zamknięty
    write `$` behind it
      napisz po nim `$`
    `%1` cannot stand in words
      `%1` nie może stać w tekście
    close the words before it
      zamknij przed nim tekst
    a second script stands in the same place
      w tym miejscu stoi już jeden indeks
    put braces around the part that it belongs to
      ujmij w nawiasy klamrowe część, do której ma należeć
    `%1` has nothing behind it to work on
      po `%1` nie ma nic, do czego można to zastosować
    the formula is nested more than %1 deep
      liczba poziomów zagnieżdżenia wzoru przekracza %1
    a bias of shape %1 does not fit %2: it has one number a channel
      przesunięcie i wejście nie pasują do siebie: %1 i %2; potrzeba jednej liczby na kanał
    an embedding has a row for each index, not %1
      embedding ma po jednym wierszu na każdy indeks, a to jest %1
    an embedding takes a vector of indices, not %1
      embedding przyjmuje wektor indeksów, a to jest %1
    a dense layer takes a vector, the stage before gives %1
      warstwa dense przyjmuje wektor, a poprzednie ogniwo daje: %1
    put flatten between them
      wstaw między nie flatten
    `%1` takes a picture [h, w, c], the stage before gives %2
      `%1` przyjmuje obraz [h, w, c], a poprzednie ogniwo daje: %2
    begin with input(h, w, c)
      zacznij od input(h, w, c)
    the predictions are %1, the targets %2
      przewidywania to %1, a wartości docelowe to %2
    %1: a column against a vector
      %1: kolumna wobec wektora
    take the column: [:, 1]
      weź kolumnę: [:, 1]
    %1: a vector against a column
      %1: wektor wobec kolumny
    %1: %2 numbers a row against one
      %1: w wierszu %2 liczba wobec jednej|%1: w wierszu %2 liczby wobec jednej|%1: w wierszu %2 liczb wobec jednej
    for class labels write loss=cross_entropy, or make rows of 0 and 1 with one_hot
      dla etykiet klas napisz loss=cross_entropy albo utwórz wiersze z 0 i 1 funkcją one_hot
    %1: %2 rows against %3
      %1: liczby wierszy to %2 i %3
    %1: each prediction needs its target
      %1: każde przewidywanie potrzebuje swojej wartości docelowej
    the function %1 is known to the notebook only
      funkcję %1 zna tylko notatnik
    a number is below 1.8e308
      liczba musi być mniejsza od 1.8e308
    a number is finite: leave out the row
      liczba musi być skończona: usuń ten wiersz
    the minus of a number is the hyphen: write %1
      minus przed liczbą to łącznik: napisz %1
    write %1 if the comma groups digits, %2 if it is a decimal comma
      napisz %1, jeśli przecinek grupuje cyfry, a %2, jeśli to przecinek dziesiętny
    the digits of a number stand in no groups: write %1
      cyfr w liczbie się nie grupuje: napisz %1
    a number has a decimal point: write %1
      w liczbie stoi kropka dziesiętna: napisz %1
    a number has a decimal point: write %1, or replace all commas of the file by points
      w liczbie stoi kropka dziesiętna: napisz %1 albo zamień wszystkie przecinki w pliku na kropki
    write the number alone: %1
      napisz samą liczbę: %1
    , a column of numbers
      , a to kolumna liczb
    , and 1 more is no number
      ; jeszcze 1 wartość nie jest liczbą
    , and %1 more are no numbers
      ; jeszcze %1 wartość nie jest liczbą|; jeszcze %1 wartości nie są liczbami|; jeszcze %1 wartości nie jest liczbami
    %1, a column of texts: it is the name of a class there
      %1, a to kolumna tekstów: to staje się tam nazwą klasy
    write a word instead, or let the column be numbers alone
      napisz zamiast tego słowo albo zostaw w kolumnie same liczby
    line %1 has no value for `%2`
      w wierszu %1 brakuje wartości w kolumnie `%2`
    line %1 has `%2` for `%3`
      w wierszu %1 jest `%2` w kolumnie `%3`
    fill it in, leave out the row, or read it as nan: %1
      uzupełnij ją, usuń wiersz albo wczytaj ją jako nan: %1
    correct it, leave out the row, or read it as nan: %1
      popraw ją, usuń wiersz albo wczytaj ją jako nan: %1
    tab
      tabulator
    semicolon
      średnik
    comma
      przecinek
    line %1 opens a quote that never ends
      wiersz %1 otwiera cudzysłów, który nigdzie się nie kończy
    there are no rows
      nie ma wierszy z danymi
    the first line names the columns, each further line is a row
      pierwszy wiersz podaje nazwy kolumn, każdy następny to wiersz danych
    there is no column `%1`
      nie ma kolumny `%1`
    it has %1%2
      kolumny to: %1%2
    line %1 is to name the columns, and has the number %2
      wiersz %1 ma podawać nazwy kolumn, a zawiera liczbę %2
    if it is a row of values, put a line of names above it: they are no row of the table now
      jeśli to wiersz wartości, dodaj nad nim wiersz z nazwami: teraz te wartości nie należą do tabeli
    there are %1 columns
      jest %1 kolumna|są %1 kolumny|jest %1 kolumn
    a table has at most %1 of them
      tabela ma ich najwyżej %1
    two columns are called `%1`
      dwie kolumny nazywają się `%1`
    the first line names the columns: put a line of names above the values
      pierwszy wiersz podaje nazwy kolumn: dodaj wiersz z nazwami nad wartościami
    give one of them another name
      nadaj jednej z nich inną nazwę
    there is only the column `%1`
      jest tylko kolumna `%1`
    a table has inputs and an output, parted by commas, semicolons or tabs
      tabela ma wejścia i wyjście, oddzielone przecinkami, średnikami lub tabulatorami
    %1 rows of %2 columns are more than a table holds
      za dużo na jedną tabelę: wiersze: %1, kolumny: %2
    a table has at most %1 rows and %2 values
      tabela ma najwyżej %1 wierszy i %2 wartości
    line %1 has %2, the first line names %3 columns
      w wierszu %1 jest: %2, a liczba kolumn w pierwszym wierszu to %3
    a number has a decimal point, not a comma; a text that holds a comma stands in double quotes
      w liczbie stoi kropka dziesiętna, nie przecinek; tekst z przecinkiem ujmij w znaki "
    a text that holds a %1 stands in double quotes
      jeśli w tekście jest %1, ujmij go w znaki "
    every row has a value for each column; an empty one has its %1, too
      każdy wiersz ma wartość dla każdej kolumny; pusta też ma swój %1
    write `%1` if it does not matter
      napisz `%1`, jeśli ten wiersz jest obojętny
    write such as `%1` if they do not matter; behind `on`, rows that are not written are 0
      napisz na przykład `%1`, jeśli te wiersze są obojętne; niezapisane wiersze mają 0 tylko w tabeli z `on`
    `%1` has no row for %2%3: a check does not look there
      w `%1` brakuje wierszy: %2%3; sprawdzenia ich nie obejmują
    the table has two columns named %1
      tabela ma dwie kolumny o nazwie %1
    the first is here
      pierwszy raz tutaj
    the row has
      wiersz ma
    %1 rows have
      wiersze (%1) mają
    %1 rows do not fit: this one has
      niepasujące wiersze: %1; ten ma
    before
      przed
    behind
      po
    %1 %2, the table has %3: %4%5
      %1 %2, a tabela ma %3: %4%5
    and here
      i tutaj
    write one value for each of them %1 the `:`, or correct the head of the table
      napisz po jednej wartości dla każdej z tych nazw %1 `:` albo popraw nagłówek tabeli
    in a short row each character is a column; other numbers stand in long rows: `%1`
      w krótkim wierszu każdy znak to kolumna; inne liczby zapisz w długich wierszach: `%1`
    %1 would have more than %2 rows or %3 values
      tabela %1 miałaby ponad %2 wierszy lub ponad %3 wartości
    a truth table, which has all rows of 0 and 1, may have %1 inputs
      tablica prawdy, która ma wszystkie wiersze z 0 i 1, może mieć do %1 wejść
    a table of more than %1 rows has all rows of 0 and 1, `%2` lacks %3 of them
      tabela o więcej niż %1 wierszach ma wszystkie wiersze z 0 i 1; w `%2` brakuje ich: %3
    write them with - where they do not matter; behind `on`, rows that are not written are 0
      obojętne zapisz ze znakiem -; po `on` niezapisane wiersze mają 0
    no row is written for %1: perhaps one of the two is meant for it
      nie ma wiersza %1: może jeden z tych dwóch miał nim być
    the row %1 stands in the table twice
      wiersz %1 występuje w tabeli dwa razy
    remove one of them
      zostaw tylko jedno z nich
    the row %1 has the output %2 here and %3 above
      wiersz %1 ma tu wyjście %2, a wyżej %3
    %1 here
      tu %1
    remove one of them, or correct its output
      usuń jeden z nich albo popraw jego wyjście
    a vector goes with a number, a vector of the same length, or the rows of a matrix
      wektor łączy się z liczbą, wektorem tej samej długości lub wierszami macierzy
    a matrix goes with a number, a matrix of the same sizes, or a vector as long as its rows
      macierz łączy się z liczbą, macierzą o tych samych rozmiarach lub wektorem o długości jej wiersza
    an array goes with a number or an array of the same sizes
      tensor łączy się z liczbą lub tensorem o tych samych rozmiarach
    %1 and %2 do not fit: %3
      %1 i %2 nie pasują do siebie: %3
    transpose the left side with .T: it is then %1
      transponuj lewą stronę przez .T: ma wtedy kształt %1
    transpose the right side with .T: it is then %1
      transponuj prawą stronę przez .T: ma wtedy kształt %1
    a convolution takes a picture [height, width, channels], not %1
      splot przyjmuje obraz [wysokość, szerokość, kanały], a to jest %1
    a grey picture has one channel: [%1, %2, 1]
      obraz w szarościach ma jeden kanał: [%1, %2, 1]
    the windows of a convolution are [height, width, channels, filters], not %1
      okna splotu to [wysokość, szerokość, kanały, filtry], a to jest %1
    the picture has %1 channels, the windows have %2
      obraz ma %1 kanał, a okna %2|obraz ma %1 kanały, a okna %2|obraz ma %1 kanałów, a okna %2
     with %1 zeros on each side
      , choć obraz uzupełniono zerami (z każdej strony: %1)
    a window of %1×%2 does not fit into %3×%4%5
      okno %1×%2 nie mieści się w %3×%4%5
    take a smaller window or pad the picture
      weź mniejsze okno albo uzupełnij obraz zerami
    %1 does not have %2 rows
      %1 nie ma %2 wiersza|%1 nie ma %2 wierszy|%1 nie ma %2 wierszy
    %1 takes %2, not %3
      %1 przyjmuje %2, a to jest %3
    a bound is a number, not %1
      granica ma być liczbą, a to jest %1
    %1 and %2 do not fit
      %1 i %2 nie pasują do siebie
    a condition is a number, not %1
      warunek ma być liczbą, a to jest %1
    take one element of it
      weź jeden jego element
    the two cases differ: %1 and %2
      oba warianty różnią się: %1 i %2
    sums %1 are not those of %2, %3 and %4
      sumy %1 nie pasują do: %2, %3 i %4
    %1 takes a vector or the rows of a matrix, not a number
      %1 przyjmuje wektor lub wiersze macierzy, a nie liczbę
    %1 has no elements to take the %2 of
      %1 nie ma elementów, więc nie da się obliczyć: %2
    cross_entropy takes a row of raw outputs an example, [m, k], not %1
      cross_entropy przyjmuje wiersz surowych wyjść dla każdego przykładu, [m, k], a to jest %1
    give the number of each row's class, from 0: argmax(y) - 1, as in data(t.X, argmax(t.y) - 1)
      podaj numer klasy każdego wiersza, od 0: argmax(y) - 1, jak w data(t.X, argmax(t.y) - 1)
    %1 raw outputs need one label a row, [%2], not %3
      surowe wyjścia %1 wymagają jednej etykiety na wiersz, [%2], a to jest %3
    %1 labels and %2 factors do not fit
      etykiety %1 i współczynniki %2 nie pasują do siebie
    @ takes vectors and matrices, not a number
      @ przyjmuje wektory i macierze, a nie liczbę
    write *
      napisz *
    @ takes vectors and matrices, not %1
      @ przyjmuje wektory i macierze, a to jest %1
    write the vector on the left: %1 @ %2
      napisz wektor po lewej: %1 @ %2
    write the vector on the right: %1 @ %2
      napisz wektor po prawej: %1 @ %2
    %1 and %2 do not fit: the inner sizes are %3 and %4
      %1 i %2 nie pasują do siebie: rozmiary wewnętrzne to %3 i %4
    .T turns a matrix, not %1
      .T transponuje macierz, a to jest %1
    leave along out
      pomiń along
    only a matrix has %1; this is %2
      along="%1" jest tylko dla macierzy, a to jest %2
    %1 has %2 elements, %3 has %4
      %1 ma %2 element, a %3: %4|%1 ma %2 elementy, a %3: %4|%1 ma %2 elementów, a %3: %4
    there is nothing to stack
      nie ma czego złożyć
    the parts differ: number 1 is %1, number %2 is %3
      części różnią się: pierwsza to %1, część %2 to %3
    an array has at most %1 axes
      tensor ma najwyżej %1 oś|tensor ma najwyżej %1 osie|tensor ma najwyżej %1 osi
    the range %1..%2 is empty
      zakres %1..%2 jest pusty
    write the smaller end first
      napisz najpierw mniejszy koniec
    the vector has %1 element%2
      wektor ma %1 element|wektor ma %1 elementy|wektor ma %1 elementów
    the matrix has %1 row%2
      macierz ma %1 wiersz|macierz ma %1 wiersze|macierz ma %1 wierszy
    the matrix has %1 column%2
      macierz ma %1 kolumnę|macierz ma %1 kolumny|macierz ma %1 kolumn
    axis %1 of %2 has size %3
      oś %1 w %2 ma rozmiar %3
    there is no position %1: %2
      nie ma pozycji %1: %2
    positions start at 1
      pozycje liczy się od 1
    a number has no elements to index
      liczba nie ma elementów, więc nie da się jej indeksować
    %1 takes %2 position%3, not %4
      %1 wymaga %2 pozycji, podano: %4
    write [%1]
      napisz [%1]
    pooling takes a picture [height, width, channels], not %1
      pooling przyjmuje obraz [wysokość, szerokość, kanały], a to jest %1
    a window of %1×%2 does not fit into %3×%4
      okno %1×%2 nie mieści się w %3×%4
    take a smaller window
      weź mniejsze okno
    """#
}
