extension PolishMessages {
  /// What the course library says of data and figures.
  static let library = #"""
    a list of texts
      lista tekstów
    %1 for %2
      podano: %1 na %2
    give a label for each bar
      podaj etykietę dla każdego słupka
    texts, the largest set first
      teksty, od największego zbioru
    the name of a set is a text, this is %1
      nazwa zbioru to tekst, a to jest %1
    such as nested("animals", "birds")
      na przykład nested("animals", "birds")
    1 to %1 sets can be drawn inside one another, here are %2
      jeden w drugim można narysować od 1 do %1 zbiorów, tutaj: %2
    a diagram of %1 weights shows none of them
      na diagramie tylu wag (%1) nie widać żadnej z nich
    draw a net of at most %1, or use summary
      narysuj sieć, która ma ich najwyżej %1, albo użyj summary
    a diagram shows a net of layers, each a sum of the one before with an activation
      diagram pokazuje sieć z warstw, z których każda to suma wyjść poprzedniej z funkcją aktywacji
    this net is built differently; show its parts, or its formula by its name
      ta sieć jest zbudowana inaczej; pokaż jej części albo, samą nazwą, jej wzór
    maps show a plane of two inputs, this net has %1
      mapy pokazują płaszczyznę dwóch wejść, a ta sieć ma %1
    draw it without them: diagram(%1)
      narysuj ją bez nich: diagram(%1)
    a diagram shows maps of at most %1 units, this net has %2
      diagram pokazuje mapy najwyżej %1 neuronów, a w tej sieci neuronów jest %2
    labels are a list of texts, this is %1
      etykiety to lista tekstów, a to jest %1
    such as labels=["cat", "dog"]
      na przykład labels=["cat", "dog"]
    w is one weight for each input, this is %1
      w ma po jednej wadze dla każdego wejścia, a to jest %1
    such as [2, -3.4]
      na przykład [2, -3.4]
    the share of the rows to train with lies between 0 and 1, this is %1
      udział wierszy do uczenia leży między 0 a 1, tutaj: %1
    such as 0.8, four rows of five
      na przykład 0.8, cztery wiersze z pięciu
    %1 of %2 leaves %3
      udział %1 (razem: %2) nie zostawia wierszy %3
    none to train
      do uczenia
    none to test
      do testu
    both parts need at least one row
      obie części potrzebują co najmniej jednego wiersza
    the table has %1, `like` has %2
      tabela ma %1, a `like` %2
    give a table with the same columns, such as the rows to train with
      podaj tabelę o tych samych kolumnach, na przykład wiersze do uczenia
    a table without rows has no mean
      tabela bez wierszy nie ma średniej
    labels are a number or [m], this is %1
      etykiety to liczba lub [m], a to jest %1
    such as t.y
      na przykład t.y
    a split table
      podzielona tabela
    the label %1 is none of the %2 classes from 0 to %3
      etykieta %1 nie należy do klas od 0 do %3 (jest ich %2)
    classes count from 0; k is their number
      klasy liczy się od 0; k to ich liczba
    %1 rows of %2 columns are more than %3 values
      wiersze: %1, kolumny: %2, a to więcej niż %3 wartości
    noise is 0 or more, this is %1
      szum to liczba nie mniejsza niż 0, tutaj: %1
    noise is from 0 to %1, this is %2
      szum to liczba od 0 do %1, tutaj: %2
    Playground's slider at %1 is noise=%2
      suwak szumu w Playground ustawiony na %1 to noise=%2
    it is Playground's slider divided by 100
      to wartość suwaka Playground podzielona przez 100
    a list of texts such as ["NA", "?"]
      lista tekstów, np. ["NA", "?"]
    `%1` is none of the files that may be read
      pliku `%1` nie wolno czytać
    give its name without a folder, and allow it: --allow-data FOLDER
      podaj nazwę bez katalogu i zezwól na odczyt: --allow-data FOLDER
    `%1` is not written in UTF-8
      plik `%1` nie jest zapisany w UTF-8
    save it as CSV in UTF-8
      zapisz go jako CSV w UTF-8
    `%1` is a list of texts, this is %2
      `%1` to lista tekstów, a to jest %2
    such as %1=["NA", "?"]
      na przykład %1=["NA", "?"]
    a tensor, a table, a text or a net
      tensor, tabela, tekst lub sieć
    the value is too large for a digest: %1
      wartość jest za duża, aby obliczyć skrót: %1
    a digest is of a tensor, a table, a text or a net, this is %1
      skrót oblicza się z tensora, tabeli, tekstu lub sieci, a to jest %1
    of a training take the net: digest(run.net)
      z wyniku uczenia weź sieć: digest(run.net)
    `film` shows a training, this is %1
      `film` pokazuje wynik uczenia, a to jest %1
    give the result of train, or a function that gives a net for a number
      podaj wynik train albo funkcję, która dla liczby daje sieć
    the plane has two axes, the data has %1
      płaszczyzna ma dwie osie, a dane mają %1
    draw the loss instead: curve(run)
      narysuj zamiast tego stratę: curve(run)
    `film` needs the numbers to show
      `film` potrzebuje liczb, które ma pokazać
    add at=[0, 10, 100]
      dodaj at=[0, 10, 100]
    a film has 1 to %1 frames, here are %2
      film ma od 1 do %1 klatek, tutaj: %2
    there is no net after epoch %1
      nie ma sieci po epoce %1
    epochs count from 0, the net as given, to %1
      epoki liczy się od 0 (sieć przed uczeniem) do %1
    epochs are whole numbers from 0
      epoki to liczby całkowite od 0
    `film` draws nets of two inputs, this gives %1
      `film` rysuje sieci o dwóch wejściach, a to daje: %1
    `heat` shows at most %1 outputs, this net has %2
      `heat` pokazuje najwyżej %1 wyjście, a ta sieć ma ich %2|`heat` pokazuje najwyżej %1 wyjścia, a ta sieć ma ich %2|`heat` pokazuje najwyżej %1 wyjść, a ta sieć ma ich %2
    draw a net that gives a few of them
      narysuj sieć, która daje kilka z nich
    a table, a picture [h, w], pictures [n, h, w], or their numbers [n, h*w] with size=
      tabela, obraz [h, w], obrazy [n, h, w] albo ich liczby [n, h*w] z size=
    a list of texts or numbers
      lista tekstów lub liczb
    `images` shows numbers, this is %1
      `images` pokazuje liczby, a to jest %1
    a picture has 1 to %1 rows and columns, these have %2 and %3
      obraz ma od 1 do %1 wierszy i kolumn, a tutaj: %2 i %3
    cut a part out of it: X[1..%1, 1..%2]
      wytnij część: X[1..%1, 1..%2]
    %1 make no square picture
      z tego nie powstanie kwadratowy obraz: %1
    say how many rows and columns a picture has, such as size=[4, %1]
      podaj, ile wierszy i kolumn ma obraz, na przykład size=[4, %1]
    a size is two whole numbers, rows and columns, this is %1
      rozmiar to dwie liczby całkowite, wiersze i kolumny, a to jest %1
    such as size=[8, 8]
      na przykład size=[8, 8]
    a picture of %1 × %2 has %3 numbers, a row has %4
      w obrazie %1 × %2 liczb jest %3, a w wierszu %4
    choose rows and columns whose product is %1
      wybierz wiersze i kolumny, których iloczyn to %1
    this is %1, which is no picture
      to jest %1, a nie obraz
    give a picture [h, w], pictures [n, h, w], or rows of numbers with size=[h, w]
      podaj obraz [h, w], obrazy [n, h, w] albo wiersze liczb z size=[h, w]
    labels are a list of texts or numbers, this is %1
      etykiety to lista tekstów lub liczb, a to jest %1
    vectors, matrices or tables
      wektory, macierze lub tabele
    a tensor or a table
      tensor lub tabela
    only a tensor or a table has sizes, this is %1
      rozmiary ma tylko tensor lub tabela, a to jest %1
    a number has no sizes
      liczba nie ma rozmiarów
    a list of one number is [3]
      lista z jedną liczbą to [3]
    `concat` joins tensors with tensors and tables with tables, here stands %1
      `concat` łączy tensory z tensorami, a tabele z tabelami, a tu jest %1
    another value
      inna wartość
    such as concat([1, 2], [3]) or concat(train, test)
      na przykład concat([1, 2], [3]) lub concat(train, test)
    this is %1, the parts before it are %2
      to jest %1, a wcześniejsze części to %2
    vectors
      wektory
    rows of the shape %1
      wiersze o kształcie %1
    join vectors with vectors
      łącz wektory z wektorami
    give rows such as %1; A.T turns columns into rows
      podaj wiersze, na przykład %1; A.T zamienia kolumny na wiersze
    tables to join have the same columns and classes, the first has %1
      łączone tabele mają te same kolumny i klasy, a pierwsza ma: %1
    make them alike: data(X, y) names its columns x1, x2, … and y
      uzgodnij je: data(X, y) nazywa swoje kolumny x1, x2, … i y
    %1 rows are more than a table may have
      za dużo wierszy na tabelę: %1
    A is [%1, %2], b is %3
      macierz A to [%1, %2], a b to %3
    b has one number for each row of A
      b ma po jednej liczbie dla każdego wiersza A
    the matrix is singular: no x, or more than one, solves this
      macierz jest osobliwa: układ nie ma rozwiązania albo ma ich nieskończenie wiele
    its rows are not independent; look at det(A)
      jej wiersze nie są niezależne; sprawdź det(A)
    `%1` takes a square matrix up to 1000 rows, this is %2
      `%1` przyjmuje macierz kwadratową do 1000 wierszy, a to jest %2
    a size is a whole number from 1, this is %1
      rozmiar to liczba całkowita nie mniejsza niż 1, tutaj: %1
    %1 is too large: up to 4 axes and 100,000,000 numbers
      %1 to za dużo: najwyżej 4 osie i 100 000 000 liczb
    points [n, 2]
      punkty [n, 2]
    a table, the rows of a matrix [m, 2], or numbers [m]
      tabela, wiersze macierzy [m, 2] lub liczby [m]
    a path is points [n, 2], this is %1
      ścieżka to punkty [n, 2], a to jest %1
    such as path=[2, 1; 1.5, 0.5], a row for each point
      na przykład path=[2, 1; 1.5, 0.5], po wierszu dla każdego punktu
    `scatter` draws two inputs, the table has %1
      `scatter` rysuje dwa wejścia, a tabela ma %1
    draw two columns: scatter(t.x1, t.x2)
      narysuj dwie kolumny: scatter(t.x1, t.x2)
    `scatter` draws the points of a table, this is %1
      `scatter` rysuje punkty tabeli, a to jest %1
    `scatter` needs a table, a matrix with labels, or two columns
      `scatter` potrzebuje tabeli, macierzy z etykietami albo dwóch kolumn
    call it as scatter(table), scatter(X, labels) or scatter(x, y)
      wywołaj: scatter(table), scatter(X, labels) lub scatter(x, y)
    %1 and %2 are no points and labels, and no two columns
      %1 i %2 to ani punkty z etykietami, ani dwie kolumny
    give a matrix [m, 2] with [m] labels, or two columns [m]
      podaj macierz [m, 2] z etykietami [m] albo dwie kolumny [m]
    show it with truth_table(%1)
      pokaż to za pomocą truth_table(%1)
    give the other inputs a value, s(a, b) = %1(a, b, %2), and draw s; or truth_table(%3)
      nadaj pozostałym wejściom wartość, s(a, b) = %1(a, b, %2), i narysuj s; albo użyj truth_table(%3)
    `%1` draws a function of two numbers, `%2` takes one
      `%1` rysuje funkcję dwóch liczb, a `%2` przyjmuje jedną
    the curve of a function of one number is drawn by plot(%1, x=-5..5)
      krzywą funkcji jednej liczby rysuje plot(%1, x=-5..5)
    `%1` draws a net of two inputs, this one has %2
      `%1` rysuje sieć o dwóch wejściach, a liczba wejść tej sieci to %2
    the plane has two axes, the table has %1
      płaszczyzna ma dwie osie, a tabela ma %1
    use a table of two inputs
      użyj tabeli o dwóch wejściach
    the first layer of this net is no threshold of something linear in its inputs
      pierwsza warstwa tej sieci nie jest progiem wyrażenia liniowego względem wejść
    draw its regions instead: regions(%1)
      narysuj zamiast tego obszary: regions(%1)
    a link of Playground
      odnośnik do Playground
    settings of a training
      ustawienia uczenia
    this is no link of TensorFlow Playground
      to nie jest odnośnik do TensorFlow Playground
    copy all of it, or what stands behind the #: "dataset=xor&networkShape=4,2"
      skopiuj cały odnośnik albo to, co stoi za znakiem #: "dataset=xor&networkShape=4,2"
    %1 stands before the #, where Playground reads nothing
      %1 stoi przed znakiem #, gdzie Playground nic nie czyta
    move it behind the #
      przenieś to za znak #
    a setting of the link has no name
      jedno z ustawień w odnośniku nie ma nazwy
    Playground has no setting `%1`
      Playground nie ma ustawienia `%1`
    remove it from the link
      usuń je z odnośnika
    the link gives no value to %1
      w odnośniku brakuje wartości: %1
    write %1=…
      napisz %1=…
    the link sets %1 twice, to %2 and to %3
      odnośnik ustawia %1 dwa razy, na %2 i na %3
    the net of this link sees no input
      sieć z tego odnośnika nie widzi żadnego wejścia
    turn on x or y
      włącz x lub y
    the units of each hidden layer, from 1 to 1,000: networkShape=4,2
      liczby neuronów w kolejnych warstwach ukrytych, od 1 do 1 000: networkShape=4,2
    the link has %1=%2
      w odnośniku jest %1=%2
    Playground knows %1
      Playground zna: %1
     from %1 to %2
      , od %1 do %2
     from %1
      , od %1 wzwyż
    it is a number%1
      to liczba%1
    it is a whole number from %1 to %2
      to liczba całkowita, od %1 do %2
    an interval such as -5..5, or numbers [m]
      przedział, np. -5..5, albo liczby [m]
    a figure, or a list of them
      rysunek lub lista rysunków
    both are drawn over their positions 1, 2, 3, …, not `%1` over `%2`
      oba wektory narysowano względem pozycji 1, 2, 3, …, a nie `%1` względem `%2`
    for that write plot(%1, x=%2)
      w tym celu napisz plot(%1, x=%2)
    `activations` shows at most %1 functions, here are %2
      `activations` pokazuje najwyżej %1 funkcję, tutaj: %2|`activations` pokazuje najwyżej %1 funkcje, tutaj: %2|`activations` pokazuje najwyżej %1 funkcji, tutaj: %2
    make several figures of it
      podziel je na kilka rysunków
    `grid` shows figures, this is %1
      `grid` pokazuje rysunki, a to jest %1
    such as plot(…) or regions(…)
      na przykład plot(…) lub regions(…)
    `x` of `plot` is an interval or a vector, this is %1
      `x` w `plot` to przedział lub wektor, a to jest %1
    write it without brackets: %1
      napisz to bez nawiasów: %1
    such as x=-5..5
      na przykład x=-5..5
    a logarithmic axis begins above 0, this one at %1
      oś logarytmiczna zaczyna się powyżej 0, a ta od %1
    such as x=0.01..100
      na przykład x=0.01..100
    `plot` needs the interval `x` to draw a function
      `plot` potrzebuje przedziału `x`, aby narysować funkcję
    write %1 for the two numbers
      zamiast tych dwóch liczb napisz %1
    add it, such as %1
      dodaj go, na przykład %1
    a curve of numbers is [n] or [m, n], this is %1
      krzywa z liczb to [n] lub [m, n], a to jest %1
    x has %1 numbers, this has %2 numbers
      długość x to %1, a tutaj %2
    `plot` needs the interval `x`
      `plot` potrzebuje przedziału `x`
    add x=-5..5
      dodaj x=-5..5
    points have two coordinates, the table has %1
      punkty mają dwie współrzędne, a tabela ma %1
    `%1` is not in the alphabet
      `%1` nie należy do alfabetu
    capital and small letters differ: write `%1`, or add `%2` to the alphabet
      wielkie i małe litery się różnią: napisz `%1` albo dodaj `%2` do alfabetu
    add it to the alphabet
      dodaj ten znak do alfabetu
    a letter's number is from 1 to %1, this is %2
      numer litery to liczba od 1 do %1, tutaj: %2
    numbers or texts, one for each row
      liczby lub teksty, po jednym dla każdego wiersza
    X is %1 and y is %2, both need one row for each example
      X to %1, y to %2, a oba potrzebują po jednym wierszu dla każdego przykładu
    X is [m, n] or pictures [m, height, width], y is [m] or [m, k]
      X to [m, n] lub obrazy [m, wysokość, szerokość], y to [m] lub [m, k]
    a table has at least a row, an input and an output, X is %1 and y is %2
      tabela ma co najmniej wiersz, wejście i wyjście, a tutaj X to %1, y to %2
    look at how the numbers are made: the list is empty
      sprawdź, jak powstają liczby: lista jest pusta
    `y` is a number or a text for each row, this is %1
      `y` to liczba lub tekst dla każdego wiersza, a to jest %1
    such as [0, 1] or ["low", "high"]
      na przykład [0, 1] lub ["low", "high"]
    %1 different texts are too many classes, 100 is the most
      różne teksty: %1, a to za dużo klas, najwyżej 100
    """#
}
