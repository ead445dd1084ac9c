extension PolishMessages {
  /// What is said of the names of other languages and libraries.
  static let foreignNames = #"""
    the logarithm to the base b is log(x)/log(b)
      logarytm o podstawie b to log(x)/log(b)
    the third root is x^(1/3)
      pierwiastek sześcienny to x^(1/3)
    a power is `x^2`
      potęga to `x^2`
    two decimals are round(100*x)/100
      dwa miejsca po przecinku to round(100*x)/100
    the inputs of an example are one vector: predict(net, [0, 1])
      wejścia przykładu to jeden wektor: predict(net, [0, 1])
    inputs and labels are one table: accuracy(net, data(X, y))
      wejścia i etykiety to jedna tabela: accuracy(net, data(X, y))
    the derivative at a place is f'(2), its formula derivative(f)
      pochodna w punkcie to f'(2), a jej wzór to derivative(f)
    the share to train with stands alone: split(data, 0.8)
      podaje się tylko udział danych do uczenia: split(data, 0.8)
    the weights are one vector: perceptron(w=[1, 1], T=1.5)
      wagi to jeden wektor: perceptron(w=[1, 1], T=1.5)
    the sum of two is a + b, of several sum([a, b, c]); of a matrix sum(A, along="rows")
      suma dwóch liczb to a + b, a kilku sum([a, b, c]); dla macierzy sum(A, along="rows")
    the mean of several is mean([a, b, c])
      średnia kilku liczb to mean([a, b, c])
    a distance is abs(a - b)
      odległość to abs(a - b)
    a power is sin(x)^2
      potęga to sin(x)^2
    a power is cos(x)^2
      potęga to cos(x)^2
    there is no atan2: write atan(y/x)
      nie ma atan2: napisz atan(y/x)
    call it as dense(units, activation)
      wywołaj tak: dense(units, activation)
    a slope is a factor of the argument: sigmoid(5*x)
      nachylenie to czynnik przy argumencie: sigmoid(5*x)
    how many are equal to 1 is sum(v == 1)
      liczba elementów równych 1 to sum(v == 1)
    of a matrix write argmax of each row
      dla macierzy napisz argmax każdego wiersza
    a softmax goes over the classes of each row by itself
      softmax sam działa na klasach w każdym wierszu
    the number of inputs stands alone: input(2)
      podaje się tylko liczbę wejść: input(2)
    the class is what `predict` says: predict(net, data)
      klasę podaje `predict`: predict(net, data)
    leave it out and train with loss=cross_entropy, which applies it
      pomiń tę funkcję i ucz z loss=cross_entropy, która sama ją stosuje
    training is a function: write train( and the net before these arguments
      uczenie to funkcja: przed tymi argumentami napisz train( i sieć
    loss and optimizer are arguments of `train`
      funkcja straty i optymalizator to argumenty `train`
    this is the net itself
      to już jest sama sieć
    write predict(net, data)
      napisz predict(net, data)
    write accuracy(net, data)
      napisz accuracy(net, data)
    write forward(net, data)
      napisz forward(net, data)
    write summary(net)
      napisz summary(net)
    write summary(net), or params(net) for their number
      napisz summary(net), a dla liczby parametrów params(net)
    the weights of layer 1 are `.1.W`
      wagi warstwy 1 to `.1.W`
    the biases of layer 1 are `.1.b`
      wyrazy wolne (bias) warstwy 1 to `.1.b`
    layer 1 is `.1`
      warstwa 1 to `.1`
    the net itself gives the output; layer 1 is `.1`
      wyjście daje sama sieć; warstwa 1 to `.1`
    write params(net)
      napisz params(net)
    the loss of each epoch is `.loss`
      strata w każdej epoce to `.loss`
    the trained net is `.net`
      sieć po uczeniu to `.net`
    the weights of layer 1 are `.net.1.W`
      wagi warstwy 1 to `.net.1.W`
    the loss of the other rows is `.val`
      strata na pozostałych wierszach to `.val`
    write accuracy(run.net, data)
      napisz accuracy(run.net, data)
    write predict(run.net, data)
      napisz predict(run.net, data)
    write curve(run)
      napisz curve(run)
    row 1 is %1[1, :]
      wiersz 1 to %1[1, :]
    column 1 is %1[:, 1]
      kolumna 1 to %1[:, 1]
    row 1 is %1[1, :], and their number shape(%2)[1]
      wiersz 1 to %1[1, :], a liczba wierszy to shape(%2)[1]
    numbers get their shape from their brackets: [1, 2; 3, 4]
      kształt nadają liczbom nawiasy: [1, 2; 3, 4]
    values never change: bind a new name to concat(%1, [4])
      wartości się nie zmieniają: nadaj nowej nazwie wartość concat(%1, [4])
    write [f(x) for x in %1]
      napisz [f(x) for x in %1]
    the product is %1 @ …
      iloczyn to %1 @ …
    here it is `%1`
      tutaj to `%1`
    sizes are `shape(x)`, their product `count(x)`
      rozmiary to `shape(x)`, a ich iloczyn to `count(x)`
    write -floor(-x)
      napisz -floor(-x)
    a value on a line of its own is shown: write it without `print`
      wartość w osobnym wierszu jest pokazywana: napisz ją bez `print`
    a value on a line of its own is shown: write it without `show`
      wartość w osobnym wierszu jest pokazywana: napisz ją bez `show`
    a value on a line of its own is shown: write it without `display`
      wartość w osobnym wierszu jest pokazywana: napisz ją bez `display`
    there are no eigenvalues; linear systems are solve(A, b)
      nie ma wartości własnych; układy równań liniowych rozwiązuje solve(A, b)
    there is no decomposition; linear systems are solve(A, b)
      nie ma rozkładów macierzy; układy równań liniowych rozwiązuje solve(A, b)
    there is no cross product; of two vectors there is u @ v
      nie ma iloczynu wektorowego; dla dwóch wektorów jest u @ v
    write [v[count(v) + 1 - k] for k in 1..count(v)]
      napisz [v[count(v) + 1 - k] for k in 1..count(v)]
    no name stands for infinity; 1/0 is inf
      nieskończoność nie ma nazwy; 1/0 to inf
    no name stands for it; 0/0 is nan
      nie ma na to nazwy; 0/0 to nan
    write `true`, or 1
      napisz `true` albo 1
    write `false`, or 0
      napisz `false` albo 0
    leave the argument out: what is chosen fits
      pomiń ten argument: właściwa wartość dobiera się sama
    join the layers: input(2) -> dense(4, tanh) -> dense(1, sigmoid)
      połącz warstwy: input(2) -> dense(4, tanh) -> dense(1, sigmoid)
    write x^2
      napisz x^2
    the derivative of f is `f'`, its formula derivative(f)
      pochodna f to `f'`, a jej wzór to derivative(f)
    first weights are drawn behind `~`: param W[2, 3] ~ xavier, or dense(3, init=xavier)
      losowanie wag początkowych podaje się po `~`: param W[2, 3] ~ xavier albo dense(3, init=xavier)
    first weights are drawn behind `~`: param W[2, 3] ~ he, or dense(3, init=he)
      losowanie wag początkowych podaje się po `~`: param W[2, 3] ~ he albo dense(3, init=he)
    a value on a line of its own is shown: write it without `disp`
      wartość w osobnym wierszu jest pokazywana: napisz ją bez `disp`
    a value on a line of its own is shown
      wartość w osobnym wierszu jest pokazywana
    a value on a line of its own is shown: write it without `println`
      wartość w osobnym wierszu jest pokazywana: napisz ją bez `println`
    a value on a line of its own is shown: write it without `echo`
      wartość w osobnym wierszu jest pokazywana: napisz ją bez `echo`
    write log(x) / log(10)
      napisz log(x) / log(10)
    write log(x) / log(2)
      napisz log(x) / log(2)
    write x^(1/3)
      napisz x^(1/3)
    write the product: 1*2*3*4*5
      napisz iloczyn: 1*2*3*4*5
    for numbers above 0 write exp(sum([log(x) for x in v]))
      dla liczb większych od 0 napisz exp(sum([log(x) for x in v]))
    take it from sort(v): the element in the middle
      weź z sort(v) środkowy element
    write sum(v) > 0
      napisz sum(v) > 0
    all rows are `:` as a position and "all" as an argument; all truths hold where sum(v) == count(v)
      wszystkie wiersze to `:` jako pozycja i "all" jako argument; wszystkie warunki są spełnione, gdy sum(v) == count(v)
    write shape(A)[1]
      napisz shape(A)[1]
    write shape(A)[2]
      napisz shape(A)[2]
    texts are not computed; a value on a line of its own is shown
      na tekstach nie wykonuje się obliczeń; wartość w osobnym wierszu jest pokazywana
    every number has about sixteen digits: write it alone
      każda liczba ma około szesnastu cyfr: napisz ją samą
    there is no empty value; leave the argument out
      nie ma pustej wartości; pomiń ten argument
    write the numbers in brackets: [1, 2]
      napisz liczby w nawiasach kwadratowych: [1, 2]
    write the rows in brackets: [1, 2; 3, 4]
      napisz wiersze w nawiasach kwadratowych: [1, 2; 3, 4]
    values are listed in brackets: [1, 2, 3]
      wartości wymienia się w nawiasach kwadratowych: [1, 2, 3]
    nothing is imported, the library's names are there: delete the line
      niczego się nie importuje, nazwy biblioteki są dostępne: usuń ten wiersz
    values with names are a table's columns
      wartości z nazwami to kolumny tabeli
    write 1..5, both ends included
      napisz 1..5, oba końce należą do zakresu
    write 0..5, both ends included
      napisz 0..5, oba końce należą do zakresu
    cells read no file unless it is allowed: nnb run --allow-data FOLDER
      komórki nie czytają plików bez pozwolenia: nnb run --allow-data FOLDER
    write read("points.csv")
      napisz read("points.csv")
    a file is a table: read("points.csv")
      plik wczytuje się jako tabelę: read("points.csv")
    a function is written f(x) = …
      funkcję zapisuje się tak: f(x) = …
    a block's last expression is its value
      wartością bloku jest jego ostatnie wyrażenie
    write [f(x) for x in v]
      napisz [f(x) for x in v]
    choose inside: [if x > 0 then x else 0 for x in v]
      wybieraj w środku: [if x > 0 then x else 0 for x in v]
    write sum(v), or `iterate`
      napisz sum(v) albo użyj `iterate`
    go through the positions: [u[k] + v[k] for k in 1..3]
      przejdź po pozycjach: [u[k] + v[k] for k in 1..3]
    go through the positions: [v[k] for k in 1..3]
      przejdź po pozycjach: [v[k] for k in 1..3]
    write if c then a else b, or [if x > 0 then x else 0 for x in v]
      napisz if c then a else b albo [if x > 0 then x else 0 for x in v]
    the transpose is `A.T`
      macierz transponowana to `A.T`
    the product is `A @ B`
      iloczyn to `A @ B`
    write u.T … as [[a*b for b in v] for a in u]
      iloczyn u.T … napisz jako [[a*b for b in v] for a in u]
    write solve(A, b) for the x of A @ x = b
      aby obliczyć x z równania A @ x = b, napisz solve(A, b)
    write concat(A.T, B.T).T
      napisz concat(A.T, B.T).T
    write the rows in brackets: [a, b]
      napisz wiersze w nawiasach kwadratowych: [a, b]
    write normal(size=3)
      napisz normal(size=3)
    write floor(uniform(1, 7, size=10))
      napisz floor(uniform(1, 7, size=10))
    a seed is an option of the cell: #| seed: 7
      ziarno to opcja komórki: #| seed: 7
    the gradient of a function is grad(L), the derivative of one of a number f'
      gradient funkcji to grad(L), a pochodna funkcji jednej zmiennej to f'
    there is no integral; a sum of thin strips comes near
      nie ma całki; przybliża ją suma pól wąskich pasków
    the data sets are circle, xor_points, gauss and spiral
      zbiory danych to circle, xor_points, gauss i spiral
    a file is a table: read("iris.csv")
      plik wczytuje się jako tabelę: read("iris.csv")
    pictures are data(P, labels)
      obrazy to data(P, labels)
    a blank to fill in is `?`
      luka do uzupełnienia to `?`
    here it is `xavier`
      tutaj to `xavier`
    here it is `he`
      tutaj to `he`
    there is no limit: look at values near the place, [f(10^(-k)) for k in 1..5]
      granicy się nie oblicza: obejrzyj wartości blisko tego punktu, [f(10^(-k)) for k in 1..5]
    define it: table AND(x1, x2 -> y) { 00:0, 01:0, 10:0, 11:1 }
      zdefiniuj: table AND(x1, x2 -> y) { 00:0, 01:0, 10:0, 11:1 }
    define it: table OR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:1 }
      zdefiniuj: table OR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:1 }
    define it: table XOR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:0 }
      zdefiniuj: table XOR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:0 }
    define it: table NAND(x1, x2 -> y) { 00:1, 01:1, 10:1, 11:0 }
      zdefiniuj: table NAND(x1, x2 -> y) { 00:1, 01:1, 10:1, 11:0 }
    define it: table NOR(x1, x2 -> y) { 00:1, 01:0, 10:0, 11:0 }
      zdefiniuj: table NOR(x1, x2 -> y) { 00:1, 01:0, 10:0, 11:0 }
    define it: table NOT(x -> y) { 0:1, 1:0 }
      zdefiniuj: table NOT(x -> y) { 0:1, 1:0 }
    write loss=cross_entropy
      napisz loss=cross_entropy
    write loss=bce
      napisz loss=bce
    write loss=mse
      napisz loss=mse
    write train(net, data, loss=bce, opt=sgd(0.5), epochs=1000)
      napisz train(net, data, loss=bce, opt=sgd(0.5), epochs=1000)
    `train` does it; the gradient of a function is grad(L)
      robi to `train`; gradient funkcji to grad(L)
    make it first: m = input(2) -> dense(4, tanh) -> dense(1, sigmoid)
      najpierw utwórz sieć: m = input(2) -> dense(4, tanh) -> dense(1, sigmoid)
    a layer is dense(units, activation); its inputs are those of the stage before
      warstwa to dense(units, activation); jej wejścia daje poprzednie ogniwo
    a layer of filters is conv(filters, size)
      warstwa filtrów to conv(filters, size)
    a layer is dense(units, activation)
      warstwa to dense(units, activation)
    the last layer is dense(units, activation), too
      ostatnia warstwa to także dense(units, activation)
    numbers as colours are heat(net), counts are confusion(net, data)
      liczby jako kolory rysuje heat(net), a liczności confusion(net, data)
    the values of a net are heat(net, data), its classes regions(net, data)
      wartości sieci rysuje heat(net, data), a jej klasy regions(net, data)
    the values of a net are heat(net, data)
      wartości sieci rysuje heat(net, data)
    write diagram(net), plot(f) or scatter(data)
      napisz diagram(net), plot(f) albo scatter(data)
    a picture is an expression: plot(f, x=-5..5)
      rysunek to wyrażenie: plot(f, x=-5..5)
    pictures side by side are grid(…)
      rysunki obok siebie to grid(…)
    a curve is named after its function
      krzywa nazywa się tak jak jej funkcja
    a title is an argument of the picture: title="…"
      tytuł to argument rysunku: title="…"
    the words at an axis are an argument of the picture: x_label="…"
      opis osi to argument rysunku: x_label="…"
    the words at an axis are an argument of the picture: y_label="…"
      opis osi to argument rysunku: y_label="…"
    the learning rate is a number of the optimizer: opt=sgd(0.5)
      współczynnik uczenia to liczba w optymalizatorze: opt=sgd(0.5)
    the optimizer is `opt`: opt=sgd(0.5)
      optymalizator to `opt`: opt=sgd(0.5)
    the number of rows of a step is `batch`
      liczba wierszy w jednym kroku to `batch`
    write `epochs`: passes through the data
      napisz `epochs`: liczba przejść przez dane
    the rows kept away from learning are `val`
      wiersze wyłączone z uczenia to `val`
    the rows are `data`
      wiersze to `data`
    write stop=patience(20)
      napisz stop=patience(20)
    the pull of the weights towards 0 is `l2`
      regularyzacja (przyciąganie wag do 0) to `l2`
    look at accuracy(run.net, data) after the training
      po uczeniu sprawdź accuracy(run.net, data)
    what is made small is `loss`
      minimalizowana funkcja to `loss`
    a training ends early by stop=patience(20) or stop=below(0.01)
      uczenie kończy wcześniej stop=patience(20) albo stop=below(0.01)
    there is one device: leave it out
      jest tylko jedno urządzenie: pomiń ten argument
    every how many epochs the loss is shown is `log`
      co ile epok pokazać stratę, to `log`
    the net is `net`
      sieć to `net`
    the threshold is `T`
      próg to `T`
    the bias is `b`
      przesunięcie (bias) to `b`
    the weights are `w`
      wagi to `w`
    the weights are one vector: w=[1, 1]
      wagi to jeden wektor: w=[1, 1]
    the function of the sum is `activation`
      funkcja aktywacji to `activation`
    the number of units comes first: dense(4, tanh)
      liczbę neuronów podaje się najpierw: dense(4, tanh)
    the function of the units is `activation`
      funkcja aktywacji neuronów to `activation`
    how weights are drawn is `init`
      sposób losowania wag to `init`
    the interval is `x`: x=-3..3
      przedział to `x`: x=-3..3
    the interval of the values is `y`: y=-1..1
      przedział wartości to `y`: y=-1..1
    the words below are `x_label`
      opis na dole to `x_label`
    the words at the left are `y_label`
      opis po lewej to `y_label`
    the first state is `from`
      stan początkowy to `from`
    how often is `steps`
      liczba powtórzeń to `steps`
    the part of the step before is `beta1`
      udział poprzedniego kroku to `beta1`
    adam with decaying weights is adamw
      adam z regularyzacją wag to adamw
    the part to train with is `share`
      udział danych do uczenia to `share`
    the part to train with is `share`: 0.8 leaves 0.2 for the test
      udział danych do uczenia to `share`: 0.8 zostawia 0.2 na test
    the standard deviation is `sd`
      odchylenie standardowe to `sd`
    the sizes are `size`
      rozmiary to `size`
    the mean is `mean`
      średnia to `mean`
    the lower end is `lo`
      dolny koniec to `lo`
    the upper end is `hi`
      górny koniec to `hi`
    colours are those of the page: every curve and class has its own
      kolory ustala strona: każda krzywa i klasa ma własny
    the learning rate is `lr`
      współczynnik uczenia to `lr`
    a curve is named after its function; leave the legend out
      krzywa nazywa się tak jak jej funkcja; pomiń legendę
    the number of bins is `bins`
      liczba przedziałów to `bins`
    write along="%1"
      napisz along="%1"
    write along="rows" or along="columns"
      napisz along="rows" albo along="columns"
    momentum is an optimizer of its own: %1
      momentum to osobny optymalizator: %1
    a seed is an option of the cell: `#| seed: %1` as its first line
      ziarno to opcja komórki: `#| seed: %1` w jej pierwszym wierszu
    """#
}
