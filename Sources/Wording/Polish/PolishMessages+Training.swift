extension PolishMessages {
  /// What the course library says of training.
  static let training = #"""
    a loss takes predictions and targets, `%1` takes %2
      funkcja straty przyjmuje przewidywania i wartości docelowe, a `%1` ma %2
    such as L(p, y) = mean((p - y)^2)
      na przykład L(p, y) = mean((p - y)^2)
    expected a loss, this is %1
      oczekiwano funkcji straty, a to jest %1
    write it without quotes: %1
      napisz to bez cudzysłowu: %1
    one of %1, or a function of predictions and targets
      jedna z: %1, albo funkcja przewidywań i wartości docelowych
    `%1` gives nothing known
      nie wiadomo, co daje `%1`
    a loss is a number, `%1` gives %2
      strata to liczba, a `%1` daje %2
    make one number of it, such as its mean
      zrób z tego jedną liczbę, na przykład średnią
    the net gives %1, the data has %2
      sieć daje: %1, a dane mają: %2
    the last layer needs a unit for each target column
      ostatnia warstwa potrzebuje neuronu dla każdej kolumny wartości docelowych
    the net ends with softmax, and `%1` applies softmax itself
      na końcu sieci jest softmax, a funkcja `%1` sama stosuje softmax
    let the last layer give raw outputs: leave out softmax
      niech ostatnia warstwa daje surowe wyjścia: usuń softmax
    the net ends with sigmoid, and `%1` applies sigmoid itself
      na końcu sieci jest sigmoid, a funkcja `%1` sama stosuje sigmoid
    use loss=bce, or leave out the sigmoid of the last layer
      użyj loss=bce albo usuń sigmoid z ostatniej warstwy
    `%1` takes probabilities from 0 to 1, the net ends with %2
      `%1` przyjmuje prawdopodobieństwa od 0 do 1, a na końcu sieci jest %2
    a weighted sum
      suma ważona
    end with sigmoid, or use loss=bce_logits
      zakończ sieć funkcją sigmoid albo użyj loss=bce_logits
    end with sigmoid, or use loss=mse
      zakończ sieć funkcją sigmoid albo użyj loss=mse
    `%1` takes targets from 0 to 1, this data has %2
      `%1` przyjmuje wartości docelowe od 0 do 1, a w tych danych jest %2
    `%1` takes the labels -1 and 1, this data has %2
      `%1` przyjmuje etykiety -1 i 1, a w tych danych jest %2
    write the labels as 2*y - 1, or use loss=bce
      zapisz etykiety jako 2*y - 1 albo użyj loss=bce
    use loss=mse
      użyj loss=mse
    row %1 of the targets has %2, a probability is from 0 to 1
      wiersz %1 wartości docelowych ma %2, a prawdopodobieństwo to liczba od 0 do 1
    give a label 0, 1, … for each row, or probabilities that add up to 1
      podaj etykietę 0, 1, … dla każdego wiersza albo prawdopodobieństwa o sumie 1
    row %1 of the targets adds up to %2, probabilities of classes to 1
      wiersz %1 wartości docelowych ma sumę %2, a prawdopodobieństwa klas mają sumę 1
    divide the row by its sum, or use loss=bce_logits for outputs that do not exclude each other
      podziel wiersz przez jego sumę albo, dla wyjść, które się nie wykluczają, użyj loss=bce_logits
    write the labels as 0 and 1, or use loss=hinge or loss=mse
      zapisz etykiety jako 0 i 1 albo użyj loss=hinge lub loss=mse
    for %1 classes end the net with dense(%2) and use loss=cross_entropy
      aby rozróżnić klasy (%1), zakończ sieć warstwą dense(%2) i użyj loss=cross_entropy
    `%1` takes a label for each row, or as many probabilities as there are outputs: the targets are %2, the outputs %3
      `%1` przyjmuje etykietę dla każdego wiersza albo tyle prawdopodobieństw, ile jest wyjść: wartości docelowe to %2, wyjścia to %3
    the last layer needs a unit for each class
      ostatnia warstwa potrzebuje neuronu dla każdej klasy
    `%1` compares an output for each class, the net gives one number
      `%1` porównuje wyjścia, po jednym dla każdej klasy, a sieć daje jedną liczbę
    for 0 and 1 use loss=bce; for more classes end with a layer of a unit for each
      dla 0 i 1 użyj loss=bce; dla większej liczby klas zakończ sieć warstwą z neuronem dla każdej
    the labels go from 1 to %1, classes are numbered from 0
      etykiety to liczby od 1 do %1, a klasy numeruje się od 0
    subtract 1 from the labels
      odejmij 1 od etykiet
    there is a label %1, the net has outputs for 0 to %2
      w danych jest etykieta %1, a sieć ma wyjścia dla klas od 0 do %2
    the optimizer %1
      optymalizator %1
    a stop below a loss
      zatrzymanie poniżej podanej straty
    stops below %1
      kończy uczenie, gdy strata spadnie poniżej %1
    a stop by patience
      zatrzymanie przy braku poprawy
    stops after %1 without a smaller loss
      kończy, gdy strata przestaje maleć (bez poprawy: %1)
    `%1` of `%2` is finite and not negative, this is %3
      `%1` w `%2` to liczba skończona i nieujemna, tutaj: %3
    leave out the minus: a step goes against the gradient already
      usuń minus: krok i tak prowadzi przeciwnie do gradientu
    a usual value is %1
      zwykła wartość to %1
    `%1` of `%2` is the share that each step keeps, below 1, this is %3
      `%1` w `%2` to udział zachowywany w każdym kroku, mniejszy niż 1, tutaj: %3
    a result of perceptron_rule
      wynik perceptron_rule
    the weight %1 grows beyond the largest number there is, 1.8e308
      waga %1 przekracza największą możliwą liczbę, 1.8e308
    bring the inputs to a common size: standardize(table), or take a smaller lr
      sprowadź wejścia do wspólnej skali: standardize(table), albo zmniejsz lr
    the net takes %1, the table has %2
      sieć ma %1, a tabela %2
    the rule teaches one unit, the table has %1
      reguła uczy jednego neuronu, a tabela ma %1
    `lr` is a finite number not below 0, this is %1
      `lr` to liczba skończona, nie mniejsza niż 0, tutaj: %1
    a rate below 0 unlearns: leave it out, or take 0.1
      ujemny współczynnik uczenia oducza: usuń go albo użyj 0.1
    a training, or a list of them
      wynik uczenia lub lista takich wyników
    a comparison of trainings
      porównanie wyników uczenia
    `compare` takes trainings, this is %1
      `compare` porównuje wyniki uczenia, a to jest %1
    give what train(…) returns, such as compare(run1, run2)
      podaj to, co daje train(…), na przykład compare(run1, run2)
    `compare` takes 2 to %1 trainings, here are %2
      `compare` porównuje od 2 do %1 wyników uczenia, tutaj: %2
    such as compare(run1, run2)
      na przykład compare(run1, run2)
    a function that ends with train(…)
      funkcja, która kończy się wywołaniem train(…)
    whole numbers such as 1..100
      liczby całkowite, np. 1..100
    the values to try for it, such as [0.1, 0.5]
      sprawdzane wartości, np. [0.1, 0.5]
    `sweep` calls a function that trains, this is %1
      `sweep` wywołuje funkcję, która uczy, a to jest %1
    write one: trial(lr) = train(…, opt=sgd(lr), …)
      napisz ją: trial(lr) = train(…, opt=sgd(lr), …)
    `%1` has no parameter `%2`
      `%1` nie ma parametru `%2`
    it has %1; `seed` is that of the draws
      jej parametry: %1; `seed` to ziarno losowań
    `%1` needs `%2`
      `%1` potrzebuje `%2`
    add %1=[…]
      dodaj %1=[…]
    a seed is a whole number, this is %1
      ziarno to liczba całkowita, tutaj: %1
    a sweep has 1 to %1 trainings, these are %2
      przegląd powtarza uczenie od 1 do %1 razy, tutaj: %2
    a sweep goes through numbers, this is %1
      przegląd przechodzi po liczbach, a to jest %1
    such as [0.1, 0.5] or 1..100
      na przykład [0.1, 0.5] lub 1..100
    the sweep was interrupted in training %1 of %2
      przegląd przerwano: uczenie %1 z %2
    the function gives %1, expected a training
      oczekiwano wyniku uczenia, a funkcja daje: %1
    let it end with train(…)
      zakończ ją wywołaniem train(…)
    `%1` draws nothing, so every seed gives the same
      `%1` niczego nie losuje, więc każde ziarno daje to samo
    define the net inside the function
      zdefiniuj sieć wewnątrz funkcji
    a loss such as bce, or a function of predictions and targets
      funkcja straty, np. bce, albo funkcja przewidywań i wartości docelowych
    an optimizer such as sgd(0.5)
      optymalizator, np. sgd(0.5)
    "all" or a number of rows
      "all" lub liczba wierszy
    a share, a number of rows or a table
      udział, liczba wierszy lub tabela
    below(…) or patience(…)
      below(…) lub patience(…)
    %1 epochs take %2 steps of work, the cell has %3 left
      epoki: %1, potrzebne jednostki pracy: %2, w komórce zostało: %3
    %1 epochs would fit; for more, begin the cell with `#| budget: {fuel: %2}`
      zmieściłyby się epoki: %1; aby wykonać więcej, zacznij komórkę od `#| budget: {fuel: %2}`
    take a smaller net or fewer rows; for more, begin the cell with `#| budget: {fuel: %1}`
      weź mniejszą sieć lub mniej wierszy; aby wykonać więcej, zacznij komórkę od `#| budget: {fuel: %1}`
    %1 of layer %2 (%3)
      `%1` warstwy %2 (%3)
    a parameter
      parametr
    a loss is a number, this gives %1
      strata to liczba, a ta ma kształt %1
    build the net of operations that have one
      zbuduj sieć z operacji, które ją mają
    the net has no parameters, so there is nothing to train
      sieć nie ma parametrów, więc nie ma czego uczyć
    build it of layers, or give it a `param`
      zbuduj ją z warstw albo dodaj do niej `param`
    the loss does not depend on what the net answers, so nothing learns
      strata nie zależy od odpowiedzi sieci, więc nic się nie uczy
    compare the predictions with the targets, as in mean((p - y)^2)
      porównaj przewidywania z wartościami docelowymi, jak w mean((p - y)^2)
    the derivative of the loss is 0 everywhere, so nothing learns
      pochodna straty jest wszędzie równa 0, więc nic się nie uczy
    leave out step, round and comparisons: a loss must show every small change of an answer
      usuń step, round i porównania: strata musi pokazywać każdą małą zmianę odpowiedzi
    the net takes %1, the data has %2
      sieć ma %1, a dane %2
    begin the net with input(%1)
      zacznij sieć od input(%1)
    the data has no targets to learn
      dane nie mają wartości docelowych, których można by się uczyć
    a row leaves some of its outputs free; a loss needs all of them or none
      w jednym z wierszy część wyjść jest dowolna; strata wymaga wszystkich albo żadnego
    train a net for each output
      ucz osobną sieć dla każdego wyjścia
    the data has no rows to learn from
      dane nie mają wierszy do uczenia
    row %1 of the data has %2 for `%3`
      wiersz %1 danych ma %2 w kolumnie `%3`
    leave the row out, or look for a division by 0
      usuń ten wiersz albo poszukaj dzielenia przez 0
     for `%1`
       w kolumnie `%1`
    row %1 of the data has the index %2%3, the embedding has rows for 0 to %4
      wiersz %1 danych ma indeks %2%3, a embedding ma wiersze od 0 do %4
    make it larger: embed(%1, …), or count the indices from 0
      powiększ go: embed(%1, …), albo licz indeksy od 0
    an index is a whole number
      indeks to liczba całkowita
    the derivative of a step is 0 everywhere, so nothing learns
      pochodna funkcji skokowej jest wszędzie równa 0, więc nic się nie uczy
    the derivative of a step is 0 everywhere, so %1 never learns
      pochodna funkcji skokowej jest wszędzie równa 0, więc %1 nigdy się nie uczy
    use sigmoid or tanh instead of step, or `perceptron_rule` for a single unit
      użyj sigmoid lub tanh zamiast step, a dla pojedynczego neuronu `perceptron_rule`
    `%1` is an optimizer, this is %2
      `%1` to optymalizator, a to jest %2
    write it with its rate: %1(0.1)
      napisz go ze współczynnikiem uczenia: %1(0.1)
    `%1` is an optimizer with its rate, this is `%2` alone
      `%1` to optymalizator ze współczynnikiem uczenia, a to jest samo `%2`
    write it with its rate: %1(%2)
      napisz go ze współczynnikiem uczenia: %1(%2)
    such as sgd(0.5): one of %1
      na przykład sgd(0.5); do wyboru: %1
    `%1` says when to end early, this is %2
      `%1` mówi, kiedy skończyć wcześniej, a to jest %2
    such as below(0.001) or patience(20)
      na przykład below(0.001) lub patience(20)
    `%1` is true or false, this is %2
      `%1` to prawda lub fałsz (true, false), tutaj: %2
    write %1=true
      napisz %1=true
    `%1` is finite, this is %2
      `%1` to liczba skończona, tutaj: %2
    a usual value is 0.001; 0 leaves it out
      zwykła wartość to 0.001; 0 wyłącza regularyzację
    `%1` is not negative as a rule, this is %2: the weights grow
      `%1` zwykle nie jest ujemne, tutaj: %2, więc wagi rosną
    write %1=%2
      napisz %1=%2
    `batch` is a number of rows or "all", this is %1
      `batch` to liczba wierszy lub "all", a to jest %1
    `val` is a share, a number of rows or a table, this is %1
      `val` to udział, liczba wierszy lub tabela, a to jest %1
    `val` takes some of the %1 rows away, this is %2
      `val` zabiera część z %1 wiersza, tutaj: %2|`val` zabiera część z %1 wierszy, tutaj: %2|`val` zabiera część z %1 wierszy, tutaj: %2
    a share below 1, or a whole number of rows
      podaj udział mniejszy niż 1 albo całkowitą liczbę wierszy
    %1 of %2
      %1 (razem: %2)
    %1 is less than half a row, so that none would be left to validate with
      %1 to mniej niż pół wiersza, więc do walidacji nie zostałby żaden
    give a number of rows such as 1, or a larger share
      podaj liczbę wierszy, na przykład 1, albo większy udział
    `val` takes some of the %1 rows away, and %2 leave none to learn from
      `val` zabiera część z %1 wiersza, a %2 nie zostawia żadnego do uczenia|`val` zabiera część z %1 wierszy, a %2 nie zostawia żadnego do uczenia|`val` zabiera część z %1 wierszy, a %2 nie zostawia żadnego do uczenia
    a smaller share, fewer rows, or a table to validate with
      podaj mniejszy udział, mniej wierszy albo tabelę do walidacji
    a training, losses [n], or a list of them
      wynik uczenia, straty [n] lub ich lista
    a training, or a function that gives a net
      wynik uczenia lub funkcja, która daje sieć
    the epochs, such as [0, 10, 100]
      epoki, np. [0, 10, 100]
    `%1` ran for no epoch, so there is no loss to draw
      w `%1` nie wykonano żadnej epoki, więc nie ma straty do narysowania
    train it with epochs=1 or more
      ucz z epochs=1 lub więcej
    `curve` draws the losses of a training, this is %1
      `curve` rysuje straty uczenia, a to jest %1
    give the result of train, or losses [n] such as run.loss
      podaj wynik train albo straty [n], na przykład run.loss
    the loss is no number, or too large for one, from the first step on
      już od pierwszego kroku strata nie jest liczbą albo przekracza zakres liczb
    the net
      sieć
    the loss grew without end: in step %1, epoch %2, the gradient of %3 is %4
      strata rosła bez końca: w kroku %1 (epoka %2) gradient (%3) to %4
    the weights grew without end: after step %1, epoch %2, %3 is %4
      wagi rosły bez końca: po kroku %1 (epoka %2) %3 to %4
    as large as %1
      aż %1
    no number any more
      już nie liczba
    look at `%1` and the first weights: a root or logarithm of a negative number, or inputs that are too large?
      sprawdź `%1` i wagi początkowe: pierwiastek lub logarytm liczby ujemnej, a może za duże wejścia?
    , and less decay
      , a także słabszej regularyzacji
    no smaller learning rate was found that works: try smaller first weights and inputs%1
      nie znaleziono mniejszego współczynnika uczenia, przy którym strata spada: spróbuj mniejszych wag początkowych i wejść%1
    try a learning rate of %1: with it the loss fell in %2
      spróbuj współczynnika uczenia %1: z nim strata spadła (%2)
    a step makes every weight larger before it learns
      krok powiększa każdą wagę, zanim ją poprawi
    a smaller `decay`
      zmniejsz `decay`
    the weights of this linear model run away
      wagi tego modelu liniowego rosną bez końca
    with l2=%1 each step makes every weight larger
      przy l2=%1 każdy krok powiększa wszystkie wagi
    a smaller `l2`
      zmniejsz `l2`
    the learning rate %1 is above %2, so %3
      współczynnik uczenia %1 jest większy niż %2, więc %3
    use a rate below %1, or %2
      użyj współczynnika uczenia mniejszego niż %1 albo %2
    use a rate below %1
      użyj współczynnika uczenia mniejszego niż %1
    probabilities
      prawdopodobieństwa
    numbers
      liczby
    row %1 has the target %2 for `%3`, the net ends with %4 and gives %5 %6
      wiersz %1 ma wartość docelową %2 w kolumnie `%3`, a na końcu sieci jest %4, co daje %5 %6
    leave out the last %1, or bring the targets into its range
      usuń końcową funkcję %1 albo sprowadź wartości docelowe do jej zakresu
    end the net with tanh, which gives numbers from -1 to 1, or write the targets as 0 and 1
      zakończ sieć funkcją tanh, która daje liczby od -1 do 1, albo zapisz wartości docelowe jako 0 i 1
    no weight moved in %1
      żadna waga się nie zmieniła (%1)
    nothing learns any more after %1
      nic się już nie uczy (wykonano: %1)
    %1, but not before the first step
      %1, ale nie przed pierwszym krokiem
    the gradient of the loss is 0
      gradient straty jest równy 0
    each is too small to change a weight
      każdy krok jest za mały, by zmienić wagę
    use a smaller learning rate
      użyj mniejszego współczynnika uczenia
    begin with other weights, unless the loss is least
      zacznij od innych wag, chyba że strata jest najmniejsza z możliwych
    use a larger rate
      użyj większego współczynnika uczenia
    of layer %1 (%2)
      warstwy %1 (%2)
    of %1
      z funkcją %1
    off
      nieaktywne
    at the end of %1
      kraniec zakresu funkcji %1
    the %1 %2 %3 %4 for every row
      %1 %2, dla każdego wiersza: %4
    is
      jest
    are
      są
    begin with other weights, or use leaky_relu
      zacznij od innych wag albo użyj leaky_relu
    begin with smaller weights, or bring the inputs near 1 with standardize
      zacznij od mniejszych wag albo sprowadź wejścia w pobliże 1 za pomocą standardize
    from %1 on
      od %1 wzwyż
    up to %1
      do %1
    from %1 to %2
      od %1 do %2
    steps against the gradient
      kroki przeciwne do gradientu
    steps along a decaying sum of the gradients
      kroki wzdłuż zanikającej sumy gradientów
    momentum that looks one step ahead
      momentum, które patrzy krok naprzód
    divides each step by the running size of the gradient
      dzieli każdy krok przez średnią kroczącą wielkości gradientu
    divides each step by the size of all gradients so far
      dzieli każdy krok przez wielkość wszystkich dotychczasowych gradientów
    momentum, each step divided by the running size of the gradient
      momentum, w którym każdy krok dzieli się przez średnią kroczącą wielkości gradientu
    adam, with every parameter decaying towards 0
      adam, w którym każdy parametr zanika w stronę 0
    """#
}
