extension PolishMessages {
  /// What the evaluator says of calls, chains and expressions.
  static let evaluation = #"""
    `%1` takes %2, %3
      `%1` przyjmuje %2, %3
    defined here
      tu jest definicja
    %1 is no function
      %1 to nie funkcja
    %1 takes its arguments by position, not by name
      %1 przyjmuje argumenty według pozycji, nie nazw
    leave out `%1=`
      pomiń `%1=`
    in %1
      w %1
    `%1` takes %2, here it gets %3
      `%1` przyjmuje %2, a tu dostaje %3
    fix one of them in a function of its own: g(x) = %1(x, 1)
      ustal jeden z nich w osobnej funkcji: g(x) = %1(x, 1)
    `%1` works on known numbers, this depends on the input
      `%1` działa na znanych liczbach, a to zależy od wejścia
    depends on the input
      zależy od wejścia
    compute it outside the net or function
      oblicz to poza siecią lub funkcją
    each input is a number, this is %1
      każde wejście to liczba, a to jest %1
    the net takes %1, this is %2
      sieć przyjmuje %1, a to jest %2
    a net takes numbers or a table, this is %1
      sieć przyjmuje liczby albo tabelę, a to jest %1
    give %1 for one example, several behind one another for more
      podaj %1 dla jednego przykładu, a dla wielu przykładów kilka takich po kolei
    the net takes %1, %2
      sieć przyjmuje %1, %2
    give one number for each input
      podaj po jednej liczbie dla każdego wejścia
    all weights of %1 start alike, so its units stay alike
      wszystkie wagi warstwy %1 są na początku jednakowe, więc jej neurony pozostaną jednakowe
    draw them: leave out `init`, or init=xavier
      wylosuj je: pomiń `init` albo napisz init=xavier
    a chain begins with its input, this is %1
      łańcuch zaczyna się od wejścia, a to jest %1
    begin with input(n), such as input(2) -> dense(1, sigmoid)
      zacznij od input(n), np. input(2) -> dense(1, sigmoid)
    a chain joins layers; implication is `not a or b`
      łańcuch łączy warstwy; implikacja to `not a or b`
    the net takes %1, the stage before gives %2
      sieć przyjmuje %1, a poprzednie ogniwo daje %2
    a stage of a chain is a layer, this is %1
      ogniwo łańcucha to warstwa, a to jest %1
    an activation belongs to its layer: dense(4, %1)
      funkcja aktywacji należy do swojej warstwy: dense(4, %1)
    such as dense(4, tanh)
      np. dense(4, tanh)
    a layer of %1 units is dense(%2, tanh)
      warstwa o liczbie neuronów %1 to dense(%2, tanh)
    `with` makes an edited copy of a net, this is %1
      `with` tworzy zmienioną kopię sieci, a to jest %1
    the net has no parameter `%1`
      sieć nie ma parametru `%1`
    its numbers are constants; only a `param` can be edited
      jej liczby są stałe; zmienić można tylko `param`
    it has %1
      ma: %1
    a parameter is set to known numbers, this depends on the input
      parametrowi nadaje się znane liczby, a to zależy od wejścia
    write the layer as a formula, such as sigmoid(X @ W + b)
      zapisz warstwę wzorem, np. sigmoid(X @ W + b)
    a parameter is numbers, this is %1
      parametr to liczby, a to jest %1
    `%1` has the shape %2, this is %3
      `%1` ma kształt %2, a to jest %3
    its transpose has this shape: write `.T` behind it
      ten kształt ma macierz transponowana: dopisz na końcu `.T`
    give a tensor of the shape %1
      podaj tensor o kształcie %1
    %1 is a share, at most 1: %2 % is %3
      %1 to udział, najwyżej 1: %2 % to %3
    this says how to draw first values, here stands %1
      tu ma być sposób losowania wartości początkowych, a jest %1
    `%1` takes no numbers
      `%1` nie przyjmuje liczb
    `%1` takes %2
      `%1` przyjmuje: %2
    an argument of `%1`
      argument `%1`
    there is no `%1/%2` in NN-DSL
      w NN-DSL nie ma `%1/%2`
    the derivative of f is `f'`, at a place f'(2), as a formula derivative(f)
      pochodna f to `f'`, w punkcie f'(2), jako wzór derivative(f)
    the first row has %1, this one has %2
      pierwszy wiersz: %1, ten wiersz: %2
    give every row the same length
      nadaj wszystkim wierszom tę samą długość
    the first element is %1, this one is %2
      pierwszy element to %1, a ten to %2
    give every element the same shape
      nadaj wszystkim elementom ten sam kształt
    `for … in` runs over a range, a tensor or a table, this is %1
      `for … in` przechodzi przez zakres, tensor albo tabelę, a to jest %1
    write a range such as 1..5
      napisz zakres, np. 1..5
    %1 parts are too many to go through one by one
      %1 części to za dużo, aby przejść je po kolei
    at most %1 are; most functions take the whole tensor
      najwyżej %1; większość funkcji przyjmuje cały tensor
    the range %1..%2 is too long to go through
      zakres %1..%2 jest za długi, aby go przejść
    a range has at most %1 steps
      zakres ma najwyżej %1 kroków
    a list of whole steps needs whole ends, here %1..%2
      lista kroków co 1 wymaga całkowitych końców, a tu jest %1..%2
    for other steps scale inside: [0.1*k for k in 0..10]
      inny krok uzyskasz, mnożąc w środku: [0.1*k for k in 0..10]
    a range's start
      początek zakresu
    a range's end
      koniec zakresu
    the ends of a range are finite, this is %1
      końce zakresu są skończone, a to jest %1
    write the numbers out, such as -6..6
      wypisz liczby, np. -6..6
    %1 is a number, this is %2
      %1 to liczba, a tu jest %2
    %1 cannot depend on the input
      %1 nie może zależeć od wejścia
    use a number that is known before the input is
      użyj liczby znanej, zanim znane jest wejście
    only a tensor has positions, this is %1
      tylko tensor ma pozycje, a to jest %1
    a text has one axis: a position, or a range of them
      tekst ma jedną oś: pozycja albo zakres pozycji
    the text has %1, this asks for %2
      tekst ma %1, a tu potrzebna jest pozycja %2
    layer %1 is %2
      warstwa %1 to %2
    a call has parentheses: %1
      wywołanie pisze się z nawiasami okrągłymi: %1
    a position
      pozycja
    a position is a whole number from 1, this is %1
      pozycja to liczba całkowita nie mniejsza niż 1, a to jest %1
    positions start at 1, this is %1
      pozycje zaczynają się od 1, a to jest %1
    `if` decides about one number, this is %1
      `if` rozstrzyga na podstawie jednej liczby, a to jest %1
    `if` takes 0 or 1, this is %1
      `if` przyjmuje 0 albo 1, a to jest %1
    compare it, such as %1 > 0
      porównaj to, np. %1 > 0
    %1 has no fields
      %1 nie ma pól
    the derivative of f is f', its formula derivative(f)
      pochodna f to f', jej wzór to derivative(f)
    %1 has no field `%2`
      %1 nie ma pola `%2`
    here it is `.%1`
      tutaj to `.%1`
    its weights are the vector `.w`
      jego wagi to wektor `.w`
    the layers are those of `.net`
      warstwy są w polu `.net`
    `%1` gives all its units, of which %2 is a column: %3%4[:, %5]
      `%1` daje wartości wszystkich swoich neuronów, a neuron %2 to kolumna: %3%4[:, %5]
    it has `.T`
      ma `.T`
    a position stands in [ ]
      pozycję pisze się w [ ]
    its elements are %1[1], …; the rows of a table have names: for r in T
      jego elementy to %1[1], …; wiersze tabeli mają nazwy: for r in T
    a row
      wiersz
    `%1` of `%2` is %3, this is a name
      `%1` w `%2` to %3, a to jest nazwa
    write it in quotes: "%1"
      napisz w cudzysłowie: "%1"
    `%1` takes a function, and `%2` is a call of one
      `%1` przyjmuje funkcję, a `%2` to jej wywołanie
    write the function alone: %1
      napisz samą funkcję: %1
    `%1` takes a table, a net or a function, and `%2` is a formula
      `%1` przyjmuje tabelę, sieć albo funkcję, a `%2` to wzór
    name a table: %1, then %2(F)
      nadaj tabeli nazwę: %1, potem napisz %2(F)
    `%1` takes a function, and `%2` is a formula of `%3`
      `%1` przyjmuje funkcję, a `%2` to wzór ze zmienną `%3`
    name a function: %1, then %2%3, …)
      nadaj funkcji nazwę: %1, potem napisz %2%3, …)
    `->` joins layers and makes no function
      `->` łączy warstwy i nie tworzy funkcji
    name a function: %1
      nadaj funkcji nazwę: %1
    """#
}
