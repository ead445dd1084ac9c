extension PolishMessages {
  /// What the reader of notebooks says of code cells, options and settings.
  static let settings = #"""
    `png` or `svg`
      `png` lub `svg`
    `fragment`, `column`, `column-fragment` or `slide`
      `fragment`, `column`, `column-fragment` lub `slide`
    lines, as in `2,4-5`, with a `|` before those of the next step
      wiersze, np. `2,4-5`, z `|` przed wierszami następnego kroku
    the id of an error, as in `shape-mismatch`
      identyfikator błędu, np. `shape-mismatch`
    a whole number
      liczba całkowita
    limits, as in `{fuel: 2e9, memory: 200MB}`
      limity, np. `{fuel: 2e9, memory: 200MB}`
    two values or more for each name, as in `{lr: [0.1, 1], hidden: 2..8}`, and at most %1 combinations
      co najmniej dwie wartości dla każdej nazwy, np. `{lr: [0.1, 1], hidden: 2..8}`, i najwyżej %1 kombinacji
    a number from 0 to 1000 with at most 3 decimals
      liczba od 0 do 1000, najwyżej 3 cyfry po kropce
    a list of names, as in `[and_gate]`
      lista nazw, np. `[and_gate]`
    text
      tekst
    `true` or `false`
      `true` lub `false`
    a whole number from %1 to %2
      liczba całkowita od %1 do %2
    a name of letters, digits, `-` and `_`
      nazwa z liter, cyfr, `-` i `_`
    an option begins with `#|`, and this is a comment
      opcja zaczyna się od `#|`, a to jest komentarz
    write `#|`
      napisz `#|`
    an option stands below the first line of code
      opcja stoi pod pierwszym wierszem kodu
    move it to the top of the cell
      przenieś ją na początek komórki
    cell option
      opcji komórki
    a cell cannot be `%1` and `%2` at once
      komórka nie może mieć naraz ról `%1` i `%2`
    make two cells of it
      podziel ją na dwie komórki
    `sweep` stands in a cell that is `%1`
      `sweep` stoi w komórce o roli `%1`
    move it to a cell without a role
      przenieś tę opcję do komórki bez roli
    `%1` stands in a cell that is no exercise
      `%1` stoi w komórce, która nie jest zadaniem
    move it to the exercise's cell
      przenieś tę opcję do komórki zadania
    there is no %1 `%2`
      nie ma %1 `%2`
    known are %1
      znane są: %1
    `%1` expected %2, found %3
      oczekiwana wartość `%1`: %2; jest: %3
    this is read as plain code, not as a value
      to jest czytane jako zwykły kod, a nie jako wartość
    write `{nn} %1` between backticks
      napisz `{nn} %1` między odwrotnymi apostrofami
    this is read as plain code in a line, not as a cell
      to jest czytane jako zwykły kod w wierszu, a nie jako komórka
    write three backticks on lines of their own
      napisz trzy odwrotne apostrofy w osobnych wierszach
    this is read as plain text, not as a value
      to jest czytane jako zwykły tekst, a nie jako wartość
    put the braces and the expression between backticks
      ujmij klamry i wyrażenie w odwrotne apostrofy
    `16:9` or `4:3`
      `16:9` lub `4:3`
    `en` or `pl`
      `en` lub `pl`
    `float64` or `float32`
      `float64` lub `float32`
    names with numbers, texts, `true`, `false` or lists of numbers, as in `{lr: 0.5}`
      nazwy z liczbami, tekstami, `true`, `false` lub listami liczb, np. `{lr: 0.5}`
    files or folders of the course, as in `[marks.csv, data]`
      pliki lub katalogi kursu, np. `[marks.csv, data]`
    a time with its offset from UTC, as in `2026-11-20 23:59 +01:00`
      czas z przesunięciem względem UTC, np. `2026-11-20 23:59 +01:00`
    a rule, as in `{grace: 15 min, per-day: 10%, cap: 50%}`
      reguła, np. `{grace: 15 min, per-day: 10%, cap: 50%}`
    grades with shares that rise from 0 %, as in `{"2,0": 0%, "3,0": 50%}`
      oceny z udziałami rosnącymi od 0 %, np. `{"2,0": 0%, "3,0": 50%}`
    names with several values, as in `{lr: [0.1, 0.2], n: 3..9}`
      nazwy z kilkoma wartościami, np. `{lr: [0.1, 0.2], n: 3..9}`
    commands of TeX with what they stand for, as in `R: \mathbb{R}`
      polecenia TeX-a z ich znaczeniem, np. `R: \mathbb{R}`
     and %1 more
       i jeszcze %1
    %1%2: %3 of other tools, not read here
      %1%2: %3 innych narzędzi, tutaj pomijane
    a setting
      ustawienie
    settings
      ustawienia
    the front matter is not closed, so it is shown as text
      nagłówek YAML nie jest zamknięty, więc jest pokazany jako tekst
    write `---` on a line of its own behind it
      napisz po nim `---` w osobnym wierszu
    these settings are read as text: `---` is not the first line of the file
      te ustawienia są czytane jako tekst: `---` nie jest pierwszym wierszem pliku
    begin the file with `---`
      zacznij plik od `---`
    setting
      ustawienia
    `%1` is a setting of the course, which a page cannot make
      `%1` to ustawienie kursu, którego strona nie może podać
    write it into nnb.yml
      zapisz je w nnb.yml
    has %1 cells; at most %2 are read
      ma za dużo komórek: %1 (najwyżej %2)
    has %1 bytes of code; at most %2 are read
      ma za dużo bajtów kodu: %1 (najwyżej %2)
    has %1 lines of options; at most %2 are read
      ma za dużo wierszy z opcjami: %1 (najwyżej %2)
    the notebook %1
      notatnik %1
    the first that is too many
      tu przekroczono limit
    split it into several notebooks
      podziel go na kilka notatników
    the notebook has %1 bytes; at most %2 are read
      notatnik ma za dużo bajtów: %1 (najwyżej %2)
    tables of up to %1 cells; at most %2 are read
      za dużo komórek w tabelach: do %1 (najwyżej %2)
    read the data from a file, or put blank lines between lines that are no table
      wczytaj dane z pliku albo oddziel pustymi wierszami to, co nie jest tabelą
    the notebook is too complex to read
      notatnik jest zbyt złożony, aby go odczytać
    the label `%1` is given twice
      etykieta `%1` jest podana dwa razy
    first given here
      pierwszy raz tutaj
    choose another label
      wybierz inną etykietę
    there are two exercises `%1`
      są dwa zadania `%1`
    the first one
      pierwsze z nich
    choose another name
      wybierz inną nazwę
    there is no exercise `%1`
      nie ma zadania `%1`
    name an exercise of this notebook
      podaj zadanie z tego notatnika
    a list of numbers, as in `[1, 2]`
      lista liczb, np. `[1, 2]`
    a keyword is no name: write `%1`
      słowo kluczowe nie może być nazwą: napisz `%1`
    `%1` cannot be the name of a parameter
      `%1` nie może być nazwą parametru
    a name begins with a Latin or Greek letter and goes on with letters, digits and `_`
      nazwa zaczyna się od litery łacińskiej lub greckiej, a dalej ma litery, cyfry i `_`
    a number, a text, `true`, `false` or a list of numbers
      liczba, tekst, `true`, `false` lub lista liczb
    the parameter `%1` expected %2, found %3
      parametr `%1` to ma być: %2, a jest: %3
    write `%1: 0.5`
      napisz na przykład `%1: 0.5`
    the parameter `%1` is given twice
      parametr `%1` jest podany dwa razy
    remove one of the two
      zostaw tylko jedno z nich
    this `output` stands behind no cell
      ten blok `output` nie stoi po żadnej komórce
    move it right behind the cell whose outputs it records
      przenieś go tuż za komórkę, której wyniki zapisuje
    this is read as a formula, and `%1` is not read
      to jest czytane jako wzór, a `%1` jest pomijane
    write nothing behind `math`, or a label: `{#eq-x}`
      po `math` nie pisz nic albo podaj etykietę: `{#eq-x}`
    a cell
      komórka
    the record of a cell
      zapis wyników komórki
    a formula
      wzór
    a fence of `~` is read as plain code
      blok z `~` jest czytany jako zwykły kod
    `%1` is read as plain code
      `%1` jest czytane jako zwykły kod
    %1, not as %2
      %1, a nie jako %2
    this is read as a cell, and `%1` is not read
      to jest czytane jako komórka, a `%1` jest pomijane
    write `%1` behind three backticks
      napisz `%1` po trzech odwrotnych apostrofach
    write `%1` behind three backticks, and %2 below them
      napisz `%1` po trzech odwrotnych apostrofach, a pod nimi %2
    this fence is not closed
      ten blok kodu nie jest zamknięty
    this does not close it
      to go nie zamyka
    write %1 there
      napisz tam %1
    write %1 on a line of its own behind the code
      napisz %1 w osobnym wierszu po kodzie
    a footnote holds a cell
      przypis zawiera komórkę
    move the cell out of the footnote
      przenieś komórkę poza przypis
    four blanks before it make this plain code, not a cell
      przez cztery spacje z przodu jest to zwykły kod, a nie komórka
    move it to the left, under the text that it belongs to
      przesuń to w lewo, pod tekst, do którego należy
    nothing
      nic
    the text "%1"
      tekst „%1”
    a list
      lista
    of more than %1 lines none is read
      jest ponad %1 wierszy, więc żaden nie jest czytany
    leave most of them out
      usuń większość z nich
    `%1` is no `key: value`
      `%1` nie ma postaci `key: value`
    write it as `key: value`
      zapisz to jako `key: value`
    %1 in the value of an option
      w wartości opcji jest: %1
    write the value out
      zapisz wartość wprost
    more than 8000 bytes
      ponad 8000 bajtów
    more than 50 nested lists
      ponad 50 zagnieżdżonych list
    an anchor, alias or tag
      kotwica, alias lub tag
    it cannot be read
      nie da się tego odczytać
    this is not YAML: %1
      to nie jest YAML: %1
    put the value in quotes
      ujmij wartość w cudzysłów
    the width is a number of pixels: `fig-width: 600`
      szerokość to liczba pikseli: `fig-width: 600`
    code lines break by themselves: leave the option out
      wiersze kodu łamią się same: pomiń tę opcję
    code is hidden by `echo: false`, results by `output: false`, both by `include: false`
      kod ukrywa `echo: false`, wyniki `output: false`, jedno i drugie `include: false`
    code is hidden by `echo: false`
      kod ukrywa `echo: false`
    results are hidden by `output: false`
      wyniki ukrywa `output: false`
    code is folded away by `code-fold: true`
      kod zwija `code-fold: true`
    warnings tell what to mend: leave the option out
      ostrzeżenia mówią, co naprawić: pomiń tę opcję
    notes tell what to mend: leave the option out
      uwagi mówią, co naprawić: pomiń tę opcję
    cells are computed anew for each page: leave the option out
      komórki są obliczane od nowa dla każdej strony: pomiń tę opcję
    figures stand in the middle: leave the option out
      rysunki stoją na środku: pomiń tę opcję
    captions have their place: leave the option out
      podpisy mają swoje miejsce: pomiń tę opcję
    a figure is as sharp as the page: leave the option out
      rysunek jest tak ostry jak strona: pomiń tę opcję
    limits are `budget: {fuel: 2e9, memory: 200MB}`
      limity zapisuje się `budget: {fuel: 2e9, memory: 200MB}`
    """#
}
