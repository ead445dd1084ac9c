extension PolishMessages {
  /// What the course library says of nets, regions and Boolean functions.
  static let networks = #"""
    a bump goes from a smaller to a larger number, this from %1 to %2
      garb rozciąga się od liczby mniejszej do większej, a ten od %1 do %2
    exchange the two
      zamień je miejscami
    a function or a net of two numbers
      funkcja dwóch liczb lub sieć o dwóch wejściach
    a function or a net of one or two numbers
      funkcja jednej albo dwóch liczb lub sieć o tylu wejściach
    a function or a net of as many numbers
      funkcja lub sieć o tej samej liczbie wejść
    a step has a weight other than 0, this is %1
      funkcja skokowa ma wagę różną od 0, tutaj: %1
    the interval has no length
      przedział ma długość 0
    such as on=0..1
      na przykład on=0..1
    the heights are a vector, one for each bump, this is %1
      wysokości to wektor, po jednej liczbie dla każdego garbu, a to jest %1
    such as [0.2, 0.7, 0.4]
      na przykład [0.2, 0.7, 0.4]
    there are %1, and n says %2
      podano: %1, a n to %2
    leave out n
      usuń n
    how many bumps a function is cut into is missing
      brakuje liczby garbów, na które dzieli się funkcja
    bumps(%1, 5)
      bumps(%1, 5)
    one number is approximated, this gives %1
      przybliża się jedną liczbę, a to daje: %1
    one number is compared, this gives %1
      porównuje się jedną liczbę, a to daje: %1
    functions and nets are compared, this is %1
      porównuje się funkcje i sieci, a to jest %1
    functions of one or two numbers are compared, this takes %1
      porównuje się funkcje jednej albo dwóch liczb, a tutaj liczb jest %1
    a truth table, a function or a net
      tablica prawdy, funkcja lub sieć
    a Boolean function is a truth table, a function or a net, this is %1
      funkcja boolowska to tablica prawdy, funkcja lub sieć, a to jest %1
    the values of a truth table are 0 and 1, those of `%1` are not
      wartości tablicy prawdy to 0 i 1, a w `%1` są inne
    one Boolean function has one output, `%1` has %2
      funkcja boolowska ma jedno wyjście, a liczba wyjść `%1` to %2
    make a table of one of them
      utwórz tabelę z jednym z nich
    the row %1 is missing
      brakuje wiersza %1
    write all rows, with - as output where either will do
      napisz wszystkie wiersze, z - jako wyjściem tam, gdzie jest ono dowolne
    the row %1 gives 0 and 1
      wiersz %1 daje i 0, i 1
    keep one of them
      zostaw jedno z nich
    %1 inputs make 2^%2 rows
      wejścia: %1, a wierszy jest wtedy 2^%2
    at most %1 inputs are looked through
      przeszukuje się najwyżej %1 wejście|przeszukuje się najwyżej %1 wejścia|przeszukuje się najwyżej %1 wejść
    one Boolean function has one output, this has %1
      funkcja boolowska ma jedno wyjście, a liczba wyjść tej to %1
    for %1 it gives %2, and not 0 or 1
      dla %1 wynikiem jest %2, a nie 0 ani 1
    let it decide, as with step
      zakończ ją na przykład funkcją step, aby dawała 0 lub 1
    a formula of %1, which may not be the smallest one
      wzór (%1) może nie być najmniejszy
    up to %1 inputs, within the fuel, it is proven
      jest to udowodnione do %1 wejść, w granicach limitu pracy
    a formula, such as that of dnf
      wzór, np. z dnf
    a formula is a function written with and, or, not, this is %1
      wzór to funkcja zapisana za pomocą and, or, not, a to jest %1
    such as f(x1, x2) = x1 and not x2, or dnf(table)
      na przykład f(x1, x2) = x1 and not x2 albo dnf(table)
    the formula would have %1 terms
      wzór miałby za dużo składników: %1
    a formula has at most %1; network(table) takes more
      wzór ma ich najwyżej %1; network(table) przyjmuje więcej
    it is 0 everywhere, so its network would have no unit
      funkcja jest wszędzie równa 0, więc jej sieć nie miałaby żadnego neuronu
    a single unit that never fires does it: perceptron(w=…, T=1) with w = 0
      wystarczy jeden neuron, który nigdy nie jest aktywny: perceptron(w=…, T=1), gdzie w = 0
    a result of smallest_net
      wynik smallest_net
    an OR of the hidden units does not see the inputs
      OR neuronów ukrytych nie widzi wejść
    leave out one of skips and output
      usuń skips albo output
    cells are parts of a plane, this net has %1 and %2
      obszary leżą na płaszczyźnie, a ta sieć ma: %1, %2
    %1 lines cut the plane into too many cells
      proste (%1) dzielą płaszczyznę na zbyt wiele obszarów
    use a net of at most %1 units in the first layer
      użyj sieci, która ma najwyżej %1 neuronów w pierwszej warstwie
    a weight or a threshold of the net is no finite number
      któraś waga lub próg sieci nie jest liczbą skończoną
    a rectangle is wider than 0, `%1` goes from %2 to %3
      szerokość prostokąta jest większa od 0, a `%1` ma zakres od %2 do %3
    such as %1=-1..1
      na przykład %1=-1..1
    the net is not constant between the lines of its first layer, so its cells have no value
      sieć nie jest stała między prostymi pierwszej warstwy, więc jej obszary nie mają wartości
    use step in all of its layers
      użyj step we wszystkich warstwach
    the region goes on for ever, so its area is not finite
      obszar jest nieograniczony, więc jego pole nie jest skończone
    say which part of it is measured: x=-6..6, y=-6..6
      podaj, którą jego część zmierzyć: x=-6..6, y=-6..6
    the cells of a net
      obszary sieci
    a standard deviation is not negative, this is %1
      odchylenie standardowe nie jest ujemne, tutaj: %1
    write sd=%1
      napisz sd=%1
    a probability is a finite number not below 0, this is %1
      prawdopodobieństwo to liczba skończona, nie mniejsza niż 0, tutaj: %1
    there is no probability, so nothing to draw
      nie ma żadnego prawdopodobieństwa, więc nie ma z czego losować
    the probabilities are all 0, so there is nothing to draw
      wszystkie prawdopodobieństwa są równe 0, więc nie ma czego losować
    a size is a whole number from 1, or up to four of them in brackets, this is %1
      rozmiar to liczba całkowita nie mniejsza niż 1 albo do czterech takich liczb w nawiasach kwadratowych, a to jest %1
    %1 are too many numbers
      %1 to za dużo liczb
    use at most 100,000,000
      użyj najwyżej 100 000 000
    a function of one number
      funkcja jednej zmiennej
    a function or a net of one number
      funkcja jednej zmiennej lub sieć o jednym wejściu
    a distance is not negative, this is %1
      odległość nie jest ujemna, tutaj: %1
    windows of failure
      okna błędu
    the second value of `grad` counts the arguments, this is %1
      druga wartość w `grad` to numer argumentu, a to jest %1
    the gradient is a function itself: grad(%1)(…)
      gradient sam jest funkcją: grad(%1)(…)
    `%1` takes no argument, so there is nothing to derive by
      `%1` nie ma argumentów, więc nie ma względem czego różniczkować
    `%1` takes %2, there is no argument %3
      `%1` ma %2, argumentu %3 nie ma
    they count from 1: %1 is `%2`; at a place the gradient is grad(%3)(%4)
      liczy się je od 1: %1 to `%2`; gradient w punkcie to grad(%3)(%4)
    there is no rule for the derivative of %1
      nie ma reguły dla pochodnej operacji %1
    the state is %1, `f` makes %2 of it
      stan to %1, a `f` robi z niego: %2
    f must give a state of the same shape
      f musi dać stan o tym samym kształcie
    the state is %1, step %2 made %3 of it
      stan to %1, a krok %2 zrobił z niego: %3
    whole numbers such as -2..2, or numbers [m]
      liczby całkowite, np. -2..2, albo liczby [m]
    the axis has %1, here are %2 values
      oś ma: %1, a podane wartości to %2
    a curve belongs to a net of one input and one output, this is %1
      krzywą ma sieć o jednym wejściu i jednym wyjściu, a to jest %1
    a curve belongs to a function that gives one number, this gives %1
      krzywą ma funkcja, która daje jedną liczbę, a ta daje: %1
    this is no function of one number: %1
      to nie jest funkcja jednej zmiennej: %1
    an axis is a range or a vector, this is %1
      oś to zakres lub wektor, a to jest %1
    such as %1=-2..2 or %2=[0, 0.5, 1]
      na przykład %1=-2..2 lub %2=[0, 0.5, 1]
    a map has 2 to 5 inputs, this function has %1
      mapa ma od 2 do 5 wejść, a liczba wejść tej funkcji to %1
    show minimize(…) as a formula
      pokaż minimize(…) jako wzór
    an example has at most 1,000,000 numbers, this has more
      przykład ma najwyżej 1 000 000 liczb, a ten ma więcej
    a summary
      podsumowanie sieci
    T and b are both given, and b is -T
      podano zarówno T, jak i b, a b to -T
    leave out one of the two
      usuń jedno z nich
    `perceptron` needs its threshold T or its bias b
      `perceptron` potrzebuje progu T lub przesunięcia b
    add T=…, such as T=1.5
      dodaj T=…, na przykład T=1.5
    the weights of a perceptron are known numbers, these depend on a net's input
      wagi perceptronu to znane liczby, a te zależą od wejścia sieci
    define the perceptron outside the net
      zdefiniuj perceptron poza siecią
    a perceptron has at least one weight
      perceptron ma co najmniej jedną wagę
    one for each input
      po jednej dla każdego wejścia
    `p` is a share from 0 to below 1, this is %1
      `p` to udział od 0, mniejszy niż 1, tutaj: %1
    a table, rows [m, n] or one example
      tabela, wiersze [m, n] lub jeden przykład
    `%1` asks about a table, rows [m, n] or one example, this is %2
      `%1` dotyczy tabeli, wierszy [m, n] lub jednego przykładu, a to jest %2
    the net has %1, the table %2
      sieć ma %1, a tabela %2
    give the net an output for each output column, or the table one column of labels
      daj sieci po wyjściu dla każdej kolumny wyjściowej tabeli albo użyj tabeli z jedną kolumną etykiet
    the net learned the labels %1 and 1, this table has %2
      sieć uczyła się etykiet %1 i 1, a w tej tabeli jest %2
    write the labels of both tables alike: %1
      zapisz etykiety obu tabel tak samo: %1
    the net never saw the class `%1` of this table
      sieć nigdy nie widziała klasy `%1` z tej tabeli
    it learned %1
      uczyła się: %1
    a confusion matrix needs one column of labels, the table has %1
      macierz pomyłek wymaga jednej kolumny etykiet, a tabela ma ich %1
    show one column of outputs at a time, or use accuracy
      pokazuj po jednej kolumnie wyjść albo użyj accuracy
    a confusion matrix shows at most %1 classes, the net has %2 outputs
      macierz pomyłek pokazuje najwyżej %1 klasę, a wyjść sieci jest %2|macierz pomyłek pokazuje najwyżej %1 klasy, a wyjść sieci jest %2|macierz pomyłek pokazuje najwyżej %1 klas, a wyjść sieci jest %2
    look at the accuracy, or at a part of the classes
      użyj accuracy albo pokaż część klas
    a confusion matrix counts classes 0, 1, 2, …, `%1` holds %2
      macierz pomyłek zlicza klasy 0, 1, 2, …, a w `%1` jest %2
    for numbers that are no classes look at the loss
      dla liczb, które nie są klasami, sprawdź stratę
    a confusion matrix
      macierz pomyłek
    a halfplane has a weight for each coordinate, this is [0]
      półpłaszczyzna ma wagę dla każdej współrzędnej, a to jest [0]
    such as halfplane([1, 1], -1)
      na przykład halfplane([1, 1], -1)
    a radius is above 0
      promień jest większy od 0
    a region, or a list of them
      obszar lub lista obszarów
    a region is a net of the plane with one output, this is %1
      obszar to sieć określona na płaszczyźnie, o jednym wyjściu, a to jest %1
    such as halfplane([1, 0], 0)
      na przykład halfplane([1, 0], 0)
    a region takes what the others take, %1, this one takes %2
      obszar przyjmuje to samo co pozostałe (%1), a ten przyjmuje %2
    join regions of one plane
      łącz obszary jednej płaszczyzny
    corners are the rows of [m, 2] with at least 3 of them, this is %1
      wierzchołki to wiersze [m, 2], co najmniej 3, a to jest %1
    such as [0, 0; 2, 0; 0, 2]
      na przykład [0, 0; 2, 0; 0, 2]
    a corner is no finite point
      jeden z wierzchołków nie jest punktem o skończonych współrzędnych
    the polygon has no area: its corners lie on one line, or its sides cross
      wielokąt ma pole 0: jego wierzchołki leżą na jednej prostej albo boki się przecinają
    give the corners in their order around the polygon
      podaj wierzchołki w kolejności, w jakiej obiega się wielokąt
    the polygon is not convex at corner %1, (%2, %3)
      wielokąt nie jest wypukły przy wierzchołku %1, (%2, %3)
    one layer makes convex regions; join several with any_of
      jedna warstwa tworzy obszary wypukłe; połącz kilka za pomocą any_of
    one output is separated, `%1` has %2
      rozdziela się jedno wyjście, a liczba wyjść `%1` to %2
    there is nothing to tell apart: no row has an output that is asked
      nie ma czego rozdzielać: żaden wiersz nie ma ustalonego wyjścia
    give the table rows with outputs other than -
      dodaj do tabeli wiersze o wyjściach innych niż -
    a line tells two values apart, the output has %1: %2%3
      prosta rozdziela dwie wartości, a na wyjściu jest ich %1: %2%3
    ask for one class at a time: data(t.X, t.y == 1)
      pytaj o jedną klasę naraz: data(t.X, t.y == 1)
    the table holds %1, which lies nowhere
      w tabeli jest %1, a taki punkt nigdzie nie leży
    it was not decided within %1 steps of exact arithmetic
      nie rozstrzygnięto tego w limicie kroków dokładnych obliczeń (%1)
    take fewer rows or inputs, or train a perceptron with perceptron_rule
      weź mniej wierszy lub wejść albo ucz perceptron za pomocą perceptron_rule
    a verdict of separable
      wynik separable
    a net, a function of numbers or a table
      sieć, funkcja liczbowa lub tabela
    a truth table
      tablica prawdy
    show the table by its name
      pokaż tabelę, pisząc jej nazwę
    a truth table is made of a net, a function or a table, this is %1
      tablicę prawdy tworzy się z sieci, funkcji lub tabeli, a to jest %1
    give the net itself: %1
      podaj samą sieć: %1
    show at most %1 inputs
      pokaż najwyżej %1 wejście|pokaż najwyżej %1 wejścia|pokaż najwyżej %1 wejść
    the inputs of a truth table are 0 and 1, those of `%1` are not
      wejścia tablicy prawdy to 0 i 1, a w `%1` są inne
    a truth table has a row for every input, the one for %1 is missing
      tablica prawdy ma wiersz dla każdego układu wejść, a brakuje wiersza dla %1
    add the row, or show the table by its name
      dodaj ten wiersz albo pokaż tabelę, pisząc jej nazwę
    """#
}
