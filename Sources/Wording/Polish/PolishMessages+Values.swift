extension PolishMessages {
  /// What is said of values, arguments, comparisons and limits.
  static let values = #"""
    `%1` is a whole number from %2 to %3, this is %4
      `%1` to liczba całkowita od %2 do %3, a jest %4
    such as %1=%2
      np. %1=%2
     at (%1)
       dla (%1)
    z is %1%2: rounding decides
      z = %1%2: decyduje zaokrąglenie
    use perceptron(w=…, T=…), which decides on the decimals, or move the threshold off the sum
      użyj perceptron(w=…, T=…), który rozstrzyga na podstawie zapisu dziesiętnego, albo odsuń próg od sumy
    the run was interrupted here
      tu przerwano uruchomienie
    calls and brackets stand more than %1 deep in one another
      wywołania i nawiasy są zagnieżdżone głębiej niż na %1 poziomów
    give inner parts a name of their own
      nadaj częściom wewnętrznym własne nazwy
    `%1` is defined again, from here on with this value
      `%1` zdefiniowano ponownie; odtąd ma tę wartość
    the earlier definition
      wcześniejsza definicja
    `%1` is a name of the library, from here on it is this value
      `%1` to nazwa z biblioteki; odtąd oznacza tę wartość
    choose another name to keep both
      wybierz inną nazwę, aby zachować obie
    this net has more than %1 operations
      ta sieć ma więcej niż %1 działań
    call other nets fewer times in it, or train and use them one after the other
      wywołuj w niej inne sieci mniej razy albo ucz ich i używaj po kolei
    to show all results of the notebook takes more than %1 steps
      pokazanie wszystkich wyników notatnika wymaga więcej niż %1 jednostek pracy
    the first that is left out
      pierwszy pominięty
    show fewer figures, of fewer points, and less text, or make several notebooks of it
      pokaż mniej rysunków, z mniejszą liczbą punktów, i mniej tekstu albo zrób z tego kilka notatników
    the notebook shows more than %1 results
      notatnik pokazuje więcej niż %1 wyników
    show less, or make several notebooks of it
      pokaż mniej albo zrób z tego kilka notatników
    the pictures of the notebook have more than %1 pixels
      rysunki notatnika mają więcej niż %1 pikseli
    show fewer or smaller figures
      pokaż mniej rysunków albo mniejsze
    the figure is too large to draw: it needs %1 by at least %2 pixels
      rysunek jest za duży: wymaga %1 na co najmniej %2 pikseli
    at most %1 in height and %2 in all: put fewer panels into one
      wysokość: najwyżej %1, łącznie: najwyżej %2; umieść w nim mniej paneli
    a number
      liczba
    true or false
      true albo false
    a vector such as [1, 2]
      wektor, np. [1, 2]
    a number or a tensor
      liczba albo tensor
    a text in quotes
      tekst w cudzysłowie
    one of %1
      jedna z wartości: %1
    a table
      tabela
    a net
      sieć
    a net or a function
      sieć albo funkcja
    an activation such as sigmoid
      funkcja aktywacji, np. sigmoid
    an initialiser such as xavier
      inicjalizacja, np. xavier
    a function of one number, or numbers
      funkcja jednej zmiennej albo same liczby
    an interval such as -1..2
      przedział, np. -1..2
    make a table of rows and targets: data(X, y)
      zrób tabelę z wierszy i wartości docelowych: data(X, y)
    the losses of a training are drawn by curve(%1)
      straty uczenia rysuje curve(%1)
    the interval has a name: x=%1
      przedział ma nazwę: x=%1
    an interval has two ends, such as -1..2
      przedział ma dwa końce, np. -1..2
    write %1
      napisz: %1
    %1 takes all outputs at once: leave it out and train with loss=cross_entropy, which applies it
      %1 działa na wszystkich wyjściach naraz: pomiń tę funkcję i ucz z loss=cross_entropy, która sama ją stosuje
    the number of inputs is that of the stage before: write the units alone, dense(4, tanh)
      liczbę wejść określa poprzednie ogniwo: podaj samą liczbę neuronów, dense(4, tanh)
    its net is the field `net`
      jego sieć to pole `net`
    its net is %1.net
      jego sieć to %1.net
    layers are joined by `->`: input(2) -> dense(4, tanh) -> dense(1, sigmoid)
      warstwy łączy `->`: input(2) -> dense(4, tanh) -> dense(1, sigmoid)
    a training
      wynik uczenia
    the hyper-parameters
      zestaw hiperparametrów
    a tensor of shape %1
      tensor o kształcie %1
    the number %1
      liczba %1
    a function of %1
      funkcja (%1)
    the library function `%1`
      funkcja biblioteki `%1`
    a net of %1
      sieć (%1)
    the text "%1%2"
      tekst "%1%2"
    a table of %1 rows
      tabela (%1 wiersz)|tabela (%1 wiersze)|tabela (%1 wierszy)
    the range %1..%2
      zakres %1..%2
    a list of %1
      lista (%1)
    a figure
      rysunek
    a stage of a chain
      ogniwo łańcucha
    the initialiser %1
      inicjalizacja %1
    unknown
      wartość nieznana
    here is %1
      tu jest %1
    here are %1
      tu są %1|tu są %1|tu jest %1
    the cell needs %1 bytes%2, the limit is %3
      komórka potrzebuje %1 bajtów%2, a limit to %3
    this made the last %1
      ostatnie %1 bajtów powstało tutaj
    work on fewer rows or smaller tensors at once
      używaj naraz mniejszej liczby wierszy albo mniejszych tensorów
    , with %1 that the names above hold
      , w tym %1 dla nazw powyżej
    the work of this cell goes beyond the %1 steps it has
      praca tej komórki przekracza jej limit: %1 jednostek
    this statement used the most
      ta instrukcja zużyła najwięcej
    make it smaller: fewer repetitions, rows or epochs; a cell may ask for more, `#| budget: {fuel: 5e10}`
      zmniejsz ją: mniej powtórzeń, wierszy lub epok; komórka może poprosić o więcej, `#| budget: {fuel: 5e10}`
    calls stand more than %1 deep in one another
      wywołania są zagnieżdżone głębiej niż na %1 poziomów
    define fewer functions in terms of others
      definiuj mniej funkcji za pomocą innych funkcji
    `%1` has no argument `%2`
      `%1` nie ma argumentu `%2`
    a vector has one axis: leave `%1=` out
      wektor ma jedną oś: pomiń `%1=`
    call it as %1
      wywołaj tak: %1
    `%1` takes at most %2
      `%1` przyjmuje najwyżej %2
    a number has a point, not a comma: %1
      w liczbie pisze się kropkę, nie przecinek: %1
    several vectors are the rows of one matrix: %1
      kilka wektorów to wiersze jednej macierzy: %1
    `%1` is given twice
      `%1` podano dwa razy
    keep one of the two
      zostaw jedno z nich
    `%1` needs `%2`, %3
      `%1` wymaga argumentu `%2`: %3
    an activation belongs to its layer: dense(…, %1)
      funkcja aktywacji należy do swojej warstwy: dense(…, %1)
    without its arguments it is named alone: %1
      bez argumentów podaje się samą nazwę: %1
    `%1` of `%2` is %3, this is %4
      `%1` w `%2` to %3, a to jest %4
    an interval stands without brackets: %1
      przedział pisze się bez nawiasów: %1
    the intervals have names: %1
      przedziały mają nazwy: %1
    they stand without brackets: %1
      pisze się je bez nawiasów: %1
    `%1` takes first %2, then %3
      `%1` przyjmuje najpierw %2, potem %3
    a vector is no column: %1
      wektor to nie kolumna: %1
    a vector stands in brackets: %1
      wektor pisze się w nawiasach kwadratowych: %1
    a range is made a list: %1
      listę z zakresu robi się tak: %1
    give the function itself: %1
      podaj samą funkcję: %1
    the points of a table are drawn by scatter(%1)
      punkty tabeli rysuje scatter(%1)
    write "%1"
      napisz "%1"
    `%1` is a function, its data are %2
      `%1` to funkcja, a jej dane to %2
    %1 of %2 row differs
      różnice w wierszach: %1 z %2
    %1 of %2 rows differs
      różnice w wierszach: %1 z %2
    %1 of %2 rows differ
      różnice w wierszach: %1 z %2
    the left side gives %1, the right side %2
      lewa strona daje %1, a prawa %2
    there is nothing to compare: no row has an output that is asked
      nie ma czego porównać: żaden wiersz nie ma określonego wyjścia
    the tables have %1 and %2
      tabele mają %1 i %2
    this table has no row %1
      ta tabela nie ma wiersza %1
    write both tables for the same rows
      napisz obie tabele dla tych samych wierszy
    %1 is no net and no table, so it is not compared with a table
      z tabelą porównuje się sieć lub tabelę, a to jest %1
    compare the net itself, or the column %1.%2
      porównaj samą sieć albo kolumnę %1.%2
    the formulas take %1 and %2
      wzory mają %1 i %2
    two nets are compared on all 0/1 inputs if both are made of step units
      dwie sieci porównuje się na wszystkich wejściach 0/1, jeśli obie składają się z neuronów progowych
    compare with a table, or use ~ … within
      porównaj z tabelą albo użyj ~ … within
    nets of at most %1 inputs are compared on all rows
      na wszystkich wierszach porównuje się sieci, które mają najwyżej %1 wejście|na wszystkich wierszach porównuje się sieci, które mają najwyżej %1 wejścia|na wszystkich wierszach porównuje się sieci, które mają najwyżej %1 wejść
    the nets take %1 and %2
      sieci mają %1 i %2
    %1 and %2 cannot be compared
      nie można porównać: %1 i %2
    compare with the table itself: %1
      porównaj z samą tabelą: %1
    compare their values, such as %1
      porównaj ich wartości, np. %1
    compare with a table of all rows
      porównaj z tabelą wszystkich wierszy
    what it compares is not known
      nie wiadomo, co sprawdzenie porównuje
    a check needs 0 or 1, this is %1 and holds no number
      sprawdzenie wymaga 0 albo 1, a to jest %1 bez żadnej liczby
    look at how the list is made: it has no elements
      sprawdź, jak powstała ta lista: nie ma elementów
    a check needs 0 or 1, this is %1
      sprawdzenie wymaga 0 albo 1, a to jest %1
    compare it, such as … == XOR
      porównaj to, np. … == XOR
    compare it, such as … == 1
      porównaj to, np. … == 1
    it is 0
      wynik to 0
    it is 0 at position %1
      na pozycji %1 jest 0
    "%1" %2 "%3" is false
      "%1" %2 "%3" nie zachodzi
    %1 %2 %3 is false
      %1 %2 %3 nie zachodzi
    , they differ by %1
      , różnica to %1
    , first at %1 of %2
      ; pierwsza różnica: pozycja %1 z %2
    , exactly on the line: fires="%1" decides
      , dokładnie na prostej: decyduje fires="%1"
    an input of shape %1
      wejście o kształcie %1
    %1, a stage of a chain
      %1, ogniwo łańcucha
    %1(x), the derivative
      %1(x), pochodna
    %1 to %2
      %1, %2
    fires when %1 %2 %3
      aktywny, gdy %1 %2 %3
    %1(z) with z = %2 %3 %4
      %1(z), gdzie z = %2 %3 %4
    perceptron of %1: %2
      perceptron (%1): %2
    """#
}
