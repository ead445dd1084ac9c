extension PolishMessages {
  /// What the functions of the course library are, where one is shown without a call.
  static let summaries = #"""
    the activation %1
      funkcja aktywacji %1
    %1 of each element
      %1 każdego elementu
    e^x of each element, divided by their sum along the last axis
      e^x każdego elementu, podzielone przez ich sumę wzdłuż ostatniej osi
    the position of the largest element, from 1, along the last axis
      pozycja największego elementu, licząc od 1, wzdłuż ostatniej osi
    the sums of the first elements
      sumy kolejnych początkowych elementów
    a tensor of zeros
      tensor samych zer
    a tensor of ones
      tensor samych jedynek
    the largest element, or the larger of two values
      największy element albo większa z dwóch wartości
    the smallest element, or the smaller of two values
      najmniejszy element albo mniejsza z dwóch wartości
    the sum of the elements
      suma elementów
    the arithmetic mean of the elements
      średnia arytmetyczna elementów
    the elements from the smallest to the largest
      elementy od najmniejszego do największego
    numbers drawn from the normal distribution
      liczby wylosowane z rozkładu normalnego
    numbers drawn evenly from lo to hi
      liczby wylosowane równomiernie z przedziału od lo do hi
    the number of literals of a formula, as it is written
      liczba literałów wzoru w zapisanej postaci
    the number of terms of a formula, as it is written
      liczba składników wzoru w zapisanej postaci
    the region that lies in all of these
      obszar, który leży w każdym z podanych
    the region that lies in any of these
      obszar, który leży w którymkolwiek z podanych
    the number of layers of a net after its input
      liczba warstw sieci za jej wejściem
    the number of weights and biases of a net
      liczba wag i przesunięć sieci
    the number of units of a net, hidden and output
      liczba neuronów sieci, ukrytych i wyjściowych
    a sigmoid unit that is a step at s: the steeper, the larger its weight w
      neuron sigmoidalny, który jest skokiem w s: tym bardziej stromym, im większa jego waga w
    two steps, one up and one down: about the height between from and to, and 0 elsewhere
      dwa skoki, w górę i w dół: mniej więcej height na przedziale od from do to, a poza nim 0
    a net of bumps side by side, two hidden units for each: of the heights given, or of n parts of f
      sieć z garbów obok siebie, po dwa neurony ukryte na każdy: o podanych wysokościach albo z n części funkcji f
    about the height over a rectangle of the plane and 0 elsewhere: four steps, and a unit that fires where both bumps are
      mniej więcej height nad prostokątem płaszczyzny, a poza nim 0: cztery skoki i neuron aktywny tam, gdzie są oba garby
    n × n towers over the unit square, each as high as f is in its middle
      n × n wież nad kwadratem jednostkowym, każda tak wysoka jak f w jej środku
    how far two functions are apart: the mean or the largest distance at 1,000 middles, or 200 × 200 in the plane
      jak daleko od siebie są dwie funkcje: średnia albo największa odległość w środkach 1 000 przedziałów, na płaszczyźnie 200 × 200
    the disjunctive normal form: a term for each row that gives 1, joined by or
      dysjunkcyjna postać normalna: po jednym składniku dla każdego wiersza, który daje 1, połączone przez or
    the conjunctive normal form: a sum for each row that gives 0, joined by and
      koniunkcyjna postać normalna: po jednej sumie dla każdego wiersza, który daje 0, połączone przez and
    the formula with the fewest terms, and then the fewest literals, that gives the same rows
      wzór o najmniejszej liczbie składników, a potem literałów, który daje te same wiersze
    the net with an AND unit for each term of a formula, or row that gives 1 of a table, and an OR unit
      sieć z neuronem AND dla każdego składnika wzoru albo wiersza tabeli, który daje 1, i z neuronem OR
    how many Boolean functions of n inputs a single perceptron gives, of all 2^(2^n)
      ile funkcji boolowskich n wejść daje pojedynczy perceptron, spośród wszystkich 2^(2^n)
    the smallest net of threshold units with one hidden layer; with skips=true the output sees the inputs, too
      najmniejsza sieć neuronów progowych z jedną warstwą ukrytą; przy skips=true wyjście widzi także wejścia
    the cells between the lines of a net of threshold units, with corners and exact areas; fields count patterns sums values areas corners
      komórki między prostymi sieci neuronów progowych, z wierzchołkami i dokładnymi polami; pola: count patterns sums values areas corners
    the exact area in which a net of threshold units fires; of the part in the rectangle x, y where one is given
      dokładne pole obszaru, w którym sieć neuronów progowych jest aktywna; tylko w prostokącie x, y, jeśli jest podany
    the exact area in which two nets of threshold units disagree
      dokładne pole obszaru, w którym dwie sieci neuronów progowych dają różne wyniki
    the units of a net and its weights as lines, width for size, colour for sign; with a map of each unit, or of its sign alone
      neurony sieci, a jej wagi jako linie: grubość to wielkość, kolor to znak; z mapą wyjścia każdego neuronu albo tylko jego znaku
    how often numbers lie in each of a row of bins
      ile liczb wpada do każdego z kolejnych przedziałów
    a bar for each number
      słupek dla każdej liczby
    sets inside one another, the largest first
      zbiory jeden w drugim, od największego
    points of a linear model: x from N(0, 1), noise is the standard deviation of what is added to y
      punkty modelu liniowego: x z N(0, 1), noise to odchylenie standardowe tego, co dodano do y
    the first rows as .train, this share of them all, and the others as .test
      pierwsze wiersze, taka część wszystkich, jako .train, a pozostałe jako .test
    each input column minus its mean, divided by its standard deviation: those of `like`
      każda kolumna wejściowa minus jej średnia, podzielona przez jej odchylenie standardowe; z `like` średnia i odchylenie tamtej tabeli
    a row for each label: 1 in the column of its class, counted from 0, else 0
      wiersz dla każdej etykiety: 1 w kolumnie jej klasy, licząc od 0, a poza tym 0
    the table of a CSV file; `target` is the output, else the last column. At least half numbers make a column of numbers, in which no text may stand; other columns are classes by sorted names; what `missing` lists is nan
      tabela z pliku CSV; `target` to wyjście, bez niego ostatnia kolumna. Co najmniej połowa liczb daje kolumnę liczb, w której nie może być tekstu; inne kolumny to klasy według posortowanych nazw; co wymienia `missing`, jest nan
    the first 16 digits of the SHA-256 of numbers, a text, a table without its name, or the parameters of a net: equal for equal values, on every machine
      pierwsze 16 cyfr SHA-256 liczb, tekstu, tabeli bez jej nazwy albo parametrów sieci: te same dla tych samych wartości, na każdym komputerze
    the numbers 1 to n in a random order
      liczby od 1 do n w losowej kolejności
    a position drawn with the probabilities p
      pozycja wylosowana z prawdopodobieństwami p
    the windows of failure: where two functions are farther apart than `within`, shaded in a plot of both; fields count share
      okna błędu: gdzie dwie funkcje są dalej od siebie niż `within`, zacienione na wykresie obu; pola: count share
    the gradient of a function that gives a number, by one of its arguments, as a function
      gradient funkcji, która daje liczbę, względem jednego z jej argumentów; jest funkcją
    the gradient of %1 by %2
      gradient %1 względem %2
    how far the gradient of a loss is from central differences, relative to the largest of both
      jak daleko gradient straty jest od różnic centralnych, względem większego z obu
    the values of a net of two inputs as colours, one panel for each output; a line where they are `level`; with discretize=true only on which side of the border they lie
      wartości sieci o dwóch wejściach jako kolory, jeden panel na wyjście; linia tam, gdzie są równe `level`; przy discretize=true tylko to, po której stronie granicy leżą
    pictures as squares of colour, at most 100: of a table one for each row, with its output below
      obrazy z kolorowych kwadratów, najwyżej 100: z tabeli jeden na wiersz, z jego wyjściem pod spodem
    x0, f(x0), f(f(x0)), … : the n + 1 states; f may take the step number 1 to n too
      x0, f(x0), f(f(x0)), … : n + 1 stanów; f może też przyjmować numer kroku od 1 do n
    a table: x, then one column for each function
      tabela: x, potem po jednej kolumnie na funkcję
    f' as a formula that can be read, and called like f'
      f' jako wzór, który można przeczytać i wywołać jak f'
    the parts one behind another along the first axis: elements, rows, or rows of tables
      części jedna za drugą wzdłuż pierwszej osi: elementy, wiersze albo wiersze tabel
    the sizes of a tensor, or the rows and columns of a table
      rozmiary tensora albo wiersze i kolumny tabeli
    the rows of a table in a random order
      wiersze tabeli w losowej kolejności
    the Karnaugh map of a function of 2 to 5 inputs, with a loop for each term of the smallest formula
      mapa Karnaugha funkcji o 2 do 5 wejściach, z grupą dla każdego składnika najmniejszego wzoru
    the sum of the products of two vectors
      suma iloczynów elementów dwóch wektorów
    the Euclidean length
      długość euklidesowa
    the mean square distance from the mean
      średni kwadrat odległości od średniej
    the standard deviation, the root of the variance
      odchylenie standardowe, pierwiastek z wariancji
    each element, brought between lo and hi
      każdy element, ograniczony do przedziału od lo do hi
    the rest of a division, with the sign of b
      reszta z dzielenia, o znaku b
    the number of elements
      liczba elementów
    n numbers at equal distances, both ends included
      n liczb w równych odstępach, razem z oboma końcami
    ones on the diagonal, zeros elsewhere
      jedynki na przekątnej, poza nią zera
    the determinant of a square matrix
      wyznacznik macierzy kwadratowej
    the x with A @ x == b, by elimination with row exchanges
      takie x, że A @ x == b, przez eliminację z zamianą wierszy
    the beginning of a chain: n numbers an example, or a picture of n rows, w columns, c channels
      początek łańcucha: n liczb w każdym przykładzie albo obraz o n wierszach, w kolumnach i c kanałach
    a layer of units that all see every input, W is [inputs, units]
      warstwa neuronów, z których każdy widzi wszystkie wejścia; W to [wejścia, neurony]
    the layers of a net with their shapes and parameters
      warstwy sieci z ich kształtami i parametrami
    ends a training when its loss is below this
      kończy uczenie, gdy strata jest niższa niż podana
    ends a training after so many epochs without a smaller loss
      kończy uczenie, gdy przez tyle epok strata się nie zmniejszy
    learns w and b from mistakes, in exact decimals; fields net trace cycle epochs updates why_stopped
      dobiera wagi w i przesunięcie b na podstawie błędów, w dokładnej arytmetyce dziesiętnej; pola: net trace cycle epochs updates why_stopped
    a row per example with everything the net computes on the way
      po wierszu dla każdego przykładu, ze wszystkim, co sieć oblicza po drodze
    a unit with weights w and threshold T (or bias b = -T), exact on the decimals as written
      neuron o wagach w i progu T (albo przesunięciu b = -T), dokładny na liczbach dziesiętnych tak, jak je zapisano
    a layer of filters that slide over a picture, W is [size, size, channels, filters]
      warstwa filtrów, które przesuwają się po obrazie; W to [rozmiar, rozmiar, kanały, filtry]
    the largest or mean number of each window of a picture; the windows side by side unless stride= says
      największa albo średnia liczba z każdego okna obrazu; okna leżą obok siebie, chyba że stride= mówi inaczej
    all numbers of a picture as one vector
      wszystkie liczby obrazu jako jeden wektor
    drops a share p of the numbers in each step of a training, and nothing otherwise
      w każdym kroku uczenia zeruje losowo wybrany ułamek p liczb, a poza uczeniem żadnej
    a row of a table of weights for each index from 0, W is [count, size]
      wiersz tabeli wag dla każdego indeksu od 0; W to [liczba, rozmiar]
    the decision regions of a net of two inputs, with the data, wrong points ringed
      obszary decyzyjne sieci o dwóch wejściach, z danymi; błędne punkty są w kółkach
    the lines w·x = T of the units of the first layer, each with the side that fires
      proste w·x = T neuronów pierwszej warstwy, każda z aktywną stroną
    data points: of a table, of the rows of a matrix by label, or of two columns
      punkty danych: z tabeli, z wierszy macierzy według etykiet albo z dwóch kolumn
    what a link of TensorFlow Playground sets: fields net data run
      co ustawia odnośnik do TensorFlow Playground; pola: net data run
    curves of functions of one number, or of numbers over their positions or over x
      krzywe funkcji jednej liczby albo liczb nad ich pozycjami lub nad x
    one panel for each function, its derivative dashed in green
      po jednym panelu na funkcję, jej pochodna zieloną linią przerywaną
    figures side by side, over the same part of axes of one name, in the same colours
      rysunki obok siebie, o tym samym zakresie osi o tej samej nazwie, w tych samych kolorach
    the label that the net decides for: of each row, or of one example
      etykieta, którą wybiera sieć: dla każdego wiersza albo dla jednego przykładu
    the share of the rows that the net gets right
      odsetek wierszy, na które sieć odpowiada poprawnie
    how often the net takes each class for each other one: a row for the true class
      ile razy sieć bierze daną klasę za inną; wiersz odpowiada prawdziwej klasie
    the points with w·x + b >= 0
      punkty, dla których w·x + b >= 0
    a convex polygon: one unit a side, and all of them must fire
      wielokąt wypukły: neuron na bok, a wszystkie muszą być aktywne
    n sides around the circle of radius r, one facing +x
      n boków wokół okręgu o promieniu r, jeden zwrócony ku +x
    trainings side by side: the settings in which they differ, and what came of them; the field differ counts the settings
      porównanie wyników uczenia: ustawienia, którymi się różnią, i co z nich wyszło; pole differ podaje liczbę tych ustawień
    whether a single unit can tell the two values apart: the line farthest from both, or why there is none
      czy pojedynczy neuron rozróżni obie wartości: prosta najdalsza od obu albo dlaczego takiej nie ma
    trains with every combination of parameters and seeds; a row for each combination
      uczy dla każdej kombinacji parametrów i ziaren; wiersz na kombinację
    the position of each letter in the alphabet
      pozycja każdej litery w alfabecie
    the text whose letters stand at these positions of the alphabet
      tekst, którego litery stoją na tych pozycjach alfabetu
    a table of computed numbers, columns x1, x2, … and y; X may be pictures, y texts that name classes
      tabela obliczonych liczb, kolumny x1, x2, … i y; X może być obrazami, a y tekstami, które nazywają klasy
    trains a net; fields net loss val epochs steps why_stopped hyper, and at(k), the net after epoch k; l1 and l2 are for weights w, not for biases (what is only added), and a w that l1 brings to 0 stays 0
      uczy sieć; pola: net loss val epochs steps why_stopped hyper oraz at(k), sieć po epoce k; l1 i l2 dotyczą wag, nie przesunięć (tego, co się tylko dodaje); waga, którą l1 sprowadzi do 0, pozostaje równa 0
    the net after epoch k; after 0 the net as given
      sieć po epoce k; po 0 sieć tak, jak ją podano
    the loss of trainings over their epochs, validation dashed; logarithmic over many decades
      strata w kolejnych epokach jednego uczenia lub kilku; walidacja linią przerywaną; przy wielu rzędach wielkości skala logarytmiczna
    the decision regions of a training after some epochs; or of nets f(0), f(1), …
      obszary decyzyjne uczenia po niektórych epokach albo sieci f(0), f(1), …
    the results for all inputs of 0 and 1
      wyniki dla wszystkich wejść z 0 i 1
    the mean squared distance of predictions and targets
      średni kwadrat odległości przewidywań od wartości docelowych
    half the mean squared distance, so that its gradient has no factor 2
      połowa średniego kwadratu odległości, dzięki czemu gradient nie ma czynnika 2
    the mean cross-entropy of probabilities and targets 0, 1; logarithms stop at −100
      średnia entropia krzyżowa prawdopodobieństw i wartości docelowych 0, 1; logarytmy nie schodzą poniżej −100
    the mean cross-entropy of σ(z) and targets 0, 1, from the raw outputs z
      średnia entropia krzyżowa σ(z) i wartości docelowych 0, 1, z surowych wyjść z
    the mean cross-entropy of softmax(z) and labels 0, 1, … or rows of probabilities, from the raw outputs z
      średnia entropia krzyżowa softmax(z) i etykiet 0, 1, … albo wierszy prawdopodobieństw, z surowych wyjść z
    the mean lack of y z to 1, for targets −1, 1
      średnia tego, ile iloczynowi wyjścia i wartości docelowej −1 lub 1 brakuje do 1
    half the squared distance up to 1, beyond it the distance less ½
      połowa kwadratu odległości, jeśli ta nie przekracza 1; powyżej odległość minus ½
    a disc of class 1 inside a ring of class -1, as in TensorFlow Playground
      koło klasy 1 wewnątrz pierścienia klasy -1, jak w TensorFlow Playground
    two clouds around (2, 2) and (-2, -2), as in TensorFlow Playground
      dwie chmury wokół (2, 2) i (-2, -2), jak w TensorFlow Playground
    four squares, class 1 where the signs agree, as in TensorFlow Playground
      cztery kwadraty, klasa 1 tam, gdzie znaki są zgodne, jak w TensorFlow Playground
    two arms that wind around each other, as in TensorFlow Playground
      dwa ramiona, które owijają się wokół siebie, jak w TensorFlow Playground
    points of the plane y = (x1 + x2)/10, as in TensorFlow Playground
      punkty płaszczyzny y = (x1 + x2)/10, jak w TensorFlow Playground
    six hills and valleys from -1 to 1, as in TensorFlow Playground
      sześć wzgórz i dolin od -1 do 1, jak w TensorFlow Playground
    """#
}
