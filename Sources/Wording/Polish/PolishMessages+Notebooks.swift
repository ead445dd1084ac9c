extension PolishMessages {
  /// What is said of the text of notebooks, their files and their run.
  static let notebooks = #"""
    of this kind
      tego rodzaju
    %1 more %2 %3 not shown
      nie pokazano dalszych komunikatów %2: %1
    fix these first
      najpierw popraw te
    did you mean `%1`?
      czy chodziło o `%1`?
    did you mean %1 or `%2`?
      czy chodziło o %1 lub `%2`?
    there is no %1
      nie ma %1
    cannot read %1: %2
      nie można odczytać %1: %2
    cannot write %1: %2
      nie można zapisać %1: %2
    %1 is there already
      %1 już istnieje
    %1 is larger than %2 bytes
      %1 ma więcej bajtów niż %2
    %1 was changed while it ran, so it is left as it is now
      %1 zmieniono w czasie uruchomienia, dlatego plik zostaje taki, jaki jest teraz
    %1 was removed while it ran, so it is not written again
      %1 usunięto w czasie uruchomienia, dlatego plik nie jest zapisywany ponownie
    the student's file, read again, has other cells than the key shows to students
      plik studenta, odczytany ponownie, ma inne komórki niż te, które klucz pokazuje studentom
    move cells out of lists and quotes
      przenieś komórki poza listy i cytaty
    the student's file tells what stands in a part that is left out: `%1`
      plik studenta zdradza treść pominiętej części: `%1`
    remove it from what students see, or let it stand in their part of the key too
      usuń to z tego, co widzą studenci, albo umieść też w ich części klucza
    the untouched sheet scores %1 in exercise `%2`: `%3` holds without an answer
      niewypełniony arkusz zdobywa %1 pkt w zadaniu `%2`: `%3` jest spełnione bez odpowiedzi
    let the check need what the answer binds
      niech sprawdzenie zależy od nazw, które definiuje odpowiedź
    the solution of `%1` scores %2 of %3: `%4` %5
      rozwiązanie zadania `%1` zdobywa %2 z %3 pkt: `%4` (%5)
    mend the solution or the check; a check may use only what `binds` lists
      popraw rozwiązanie albo sprawdzenie; sprawdzenie może używać tylko nazw z `binds`
    no check of `%1` needs `%2`, which it asks for
      zadanie `%1` prosi o `%2`, ale żadne sprawdzenie tego nie wymaga
    no check of `%1` tells these apart: the solution and %2 in its line %3
      żadne sprawdzenie zadania `%1` nie odróżnia rozwiązania od zmiany %2 w jego wierszu %3
    add a check that fails for it, or `--accept-survivors REASON`
      dodaj sprawdzenie, które tego nie przepuści, albo `--accept-survivors REASON`
    it lies outside the course's folder
      leży poza katalogiem kursu
    figure
      rysunku
    table
      tabeli
    equation
      równania
    section
      rozdziału
    heading
      nagłówka
    formula
      wzoru
    picture
      obrazu
    write a table with `|`
      zapisz tabelę za pomocą `|`
    write a list, each item behind `-` or `1.`
      zapisz listę, każdy punkt po `-` lub `1.`
    write a heading behind `#`
      zapisz nagłówek po `#`
    write code between back-ticks
      zapisz kod między odwrotnymi apostrofami
    write a quote, each line behind `>`
      zapisz cytat, każdy wiersz po `>`
    leave it out: a page runs and loads nothing that a notebook brings; a picture is a file, `![…](a.svg)`
      usuń to: strona nie uruchamia ani nie wczytuje niczego z notatnika; obraz to plik, `![…](a.svg)`
    leave the tags out and keep the words
      usuń znaczniki, a tekst zostaw
    write `&lt;` for a `<` that is meant as it stands, or back-ticks around code
      zwykły znak `<` zapisz jako `&lt;`, a kod ujmij w odwrotne apostrofy
    a page does not keep this HTML
      strona nie zachowuje tego HTML
    it stands inside a line
      stoi wewnątrz wiersza
    put it at the beginning of a line, with a blank line before it
      umieść go na początku wiersza, po pustym wierszu
    nothing opens it here
      nic go tu nie otwiera
    nothing closes it here
      nic go tu nie zamyka
    write both tags in one paragraph, or `&lt;` for a `<` that is meant as it stands
      napisz oba znaczniki w jednym akapicie albo zapisz zwykły znak `<` jako `&lt;`
    it has neither a name of letters, digits, `-` and `_` nor an address
      nie ma ani nazwy z liter, cyfr, `-` i `_`, ani adresu
    write `<a name="x"></a>` or a link, `[words](address)`
      napisz `<a name="x"></a>` albo odnośnik, `[words](address)`
    `%1` stays text: %2
      `%1` pozostaje tekstem: %2
    `$` has no partner in its paragraph, so this is no formula
      `$` nie ma pary w swoim akapicie, więc to nie jest wzór
    write `$` behind the formula; a plain dollar is `\$`
      napisz `$` po wzorze; zwykły znak dolara to `\$`
    `$$` has no partner in its table cell
      `$$` nie ma pary w swojej komórce tabeli
    `$$` has no partner in its paragraph
      `$$` nie ma pary w swoim akapicie
    write `\mid` for a `|` in a formula
      zamiast `|` we wzorze napisz `\mid`
    put the formula into a ```math fence
      umieść wzór w bloku ```math
    this link is dropped, its words stay: %1
      ten odnośnik jest usunięty, jego tekst zostaje: %1
    lead to a page of the web, to a file beside this one, or to `#place` on this page
      podaj stronę WWW, plik obok tego pliku lub `#place` na tej stronie
    it names no place
      nie wskazuje żadnego miejsca
    `%1:` is not followed
      adresy `%1:` nie są otwierane
    it may lead to another machine
      może prowadzić do innego komputera
    write the path of a file as seen from this one
      napisz ścieżkę pliku względem tego pliku
    write `%1`: the page leads to its report as soon as there is one
      napisz `%1`: strona prowadzi do jego raportu, gdy tylko powstanie
    this link leads to nothing: there is no `%1`
      ten odnośnik prowadzi donikąd: nie ma `%1`
    a column has 5 % to 95 % of the width, here stands `%1`
      kolumna ma od 5 % do 95 % szerokości, a tu jest `%1`
    write `<!-- column: 60% -->`, or `<!-- column -->` for an equal part
      napisz `<!-- column: 60% -->` albo, dla równych części, `<!-- column -->`
    the marker `%1` does not stand alone as `%2`
      znacznik `%1` nie stoi osobno jako `%2`
    give it a line of its own, between blank lines
      umieść go w osobnym wierszu, między pustymi wierszami
    the table has the columns %1, this line names others
      kolumny tabeli to %1, a ten wiersz wymienia inne
    write `{#%1 %2 -> %3}`, or change the heads
      napisz `{#%1 %2 -> %3}` albo zmień nagłówki
    the line that names a table has its columns on both sides of `->`
      wiersz z nazwą tabeli ma jej kolumny po obu stronach `->`
    it is the notebook itself
      to jest sam notatnik
    it is included already
      jest już dołączony
    a notebook includes at most %1 files
      notatnik dołącza najwyżej %1 plik|notatnik dołącza najwyżej %1 pliki|notatnik dołącza najwyżej %1 plików
    it is not UTF-8 text
      to nie jest tekst UTF-8
    `%1` is not included: %2
      pliku `%1` nie dołączono: %2
    name a Markdown file of the course's folder, relative to this one, once
      podaj ścieżkę względem tego pliku; plik Markdown musi leżeć w katalogu kursu i można go dołączyć tylko raz
    this is no table: its heads have %1, this line has %2
      to nie jest tabela: w nagłówku jest: %1, a w tym wierszu: %2
    there is no callout `%1`, so this is a plain quote
      nie ma ramki `%1`, więc to zwykły cytat
    write `[!%1]`
      napisz `[!%1]`
    they are %1
      dostępne są: %1
    the marker `answer` does not name its exercise
      znacznik `answer` nie podaje swojego zadania
    this comment is not closed, so it hides the rest of the page
      ten komentarz nie jest zamknięty, więc ukrywa resztę strony
    write `-->` where it ends
      napisz `-->` na jego końcu
    `<summary>` is read as text: it does not stand at the beginning of `<details>`
      `<summary>` jest czytane jako tekst: nie stoi na początku `<details>`
    write it right behind `<details>`
      napisz je tuż po `<details>`
    `</%1>` stays text: nothing opens it here
      `</%1>` pozostaje tekstem: nic go tu nie otwiera
    write `<%1>` before it, in the same list item or quote
      napisz przed nim `<%1>`, w tym samym punkcie listy lub cytacie
    `%1` stays text: a page does not keep this HTML
      `%1` pozostaje tekstem: strona nie zachowuje tego HTML
    this stays text: HTML goes on up to the next blank line
      to pozostaje tekstem: HTML ciągnie się do najbliższego pustego wiersza
    put a blank line before it, so that it is Markdown
      wstaw przed tym pusty wiersz, aby był to Markdown
    Markdown reads `\(` as a parenthesis, so this is no formula
      Markdown czyta `\(` jako nawias, więc to nie jest wzór
    write `$` at both ends
      napisz `$` na obu końcach
    `#%1` has no effect: the picture does not stand alone
      `#%1` nie działa: obraz nie stoi osobno
    put the picture between blank lines, so that it is a figure
      umieść obraz między pustymi wierszami, aby był rysunkiem
    stays text: it stands behind no heading, displayed formula or picture
      pozostaje tekstem: nie stoi po nagłówku, wzorze w osobnym wierszu ani obrazie
    stays text: it is no label
      pozostaje tekstem: nie jest etykietą
    a label is letters, digits, `-` and `_`; a cell takes its own by `#| label:`
      etykieta to litery, cyfry, `-` i `_`; komórka dostaje swoją przez `#| label:`
    this include does not stand alone on its line
      to dołączenie nie stoi samo w swoim wierszu
    give it a line of its own between blank lines, outside lists, quotes and footnotes
      umieść je w osobnym wierszu, między pustymi wierszami, poza listami, cytatami i przypisami
    a `|` of the table cuts this formula
      znak `|` tabeli przecina ten wzór
    more than %1 blocks or marks, one inside another
      ponad %1 bloków lub znaczników, jeden w drugim
    nest less deeply
      zagnieżdżaj płycej
    `%1` is no %2 of a picture
      `%1` nie jest poprawną wartością `%2` obrazu
    write `50%` or `300px`
      napisz `50%` lub `300px`
    a picture has no attribute `%1`
      obraz nie ma atrybutu `%1`
    known are %1 and a label, `#fig-x`
      znane są: %1 i etykieta, `#fig-x`
    the picture `%1` becomes a link: %2
      obraz `%1` staje się odnośnikiem: %2
    use a PNG, JPEG or SVG file of at most 5 MB and 50 million pixels from the course's folder
      użyj pliku PNG, JPEG lub SVG z katalogu kursu, najwyżej 5 MB i 50 milionów pikseli
    it is no file of the course's folder
      to nie jest plik z katalogu kursu
    the page has more than 20 MB of pictures
      strona ma ponad 20 MB obrazów
    its size cannot be read
      nie można odczytać jego rozmiaru
    it has %1 by %2 pixels
      ma %1 na %2 pikseli
    the page has pictures of more than %1 pixels
      obrazy na stronie mają razem ponad %1 pikseli
    the picture `%1` is shown without its %2
      obraz `%1` jest pokazany bez: %2
    save it as plain SVG, with text and shapes alone, if something is missing
      jeśli czegoś brakuje, zapisz go jako zwykły SVG, tylko z tekstem i kształtami
    this link leads to nothing: no place of this page is named `%1`
      ten odnośnik prowadzi donikąd: żadne miejsce tej strony nie ma nazwy `%1`
    a heading is named by its words, `#the-heading`, or by its label, `{#sec-x}`; any other place by `<a name="x"></a>`
      nagłówek ma nazwę od swoich słów, `#the-heading`, lub od etykiety, `{#sec-x}`; każde inne miejsce od `<a name="x"></a>`
    cell
      komórki
    write a backslash before an `@` that is meant as it stands
      przed zwykłym znakiem `@` napisz odwrotny ukośnik
    a reference is written `@%1`
      odwołanie zapisuje się tak: `@%1`
    a word stands right before it
      tuż przed nim stoi słowo
    put a blank before the `@`, or a backslash if it is meant as it stands
      wstaw spację przed `@`, a jeśli to zwykły znak, odwrotny ukośnik
    it goes on behind the point as an address does
      po kropce ciągnie się dalej jak adres
    put a blank behind the point, or a backslash before an `@` that is meant as it stands
      wstaw spację po kropce albo odwrotny ukośnik przed zwykłym znakiem `@`
    the words of a link hold no other link
      tekst odnośnika nie może zawierać innego odnośnika
    move it out of the link
      przenieś je poza odnośnik
    `@%1` stays text: %2
      `@%1` pozostaje tekstem: %2
    label
      etykiety
    write `{#%1}` behind the formula that is meant, on its line
      napisz `{#%1}` po właściwym wzorze, w jego wierszu
    write `{#%1}` behind the heading that is meant
      napisz `{#%1}` po właściwym nagłówku
    write `: Caption {#%1}` below the table that is meant
      napisz `: Caption {#%1}` pod właściwą tabelą
    write `#| label: %1` in the cell of the figure, or `{#%2}` behind a picture
      napisz `#| label: %1` w komórce z rysunkiem albo `{#%2}` po obrazie
    give what you mean the label `%1`
      nadaj temu, o co chodzi, etykietę `%1`
    %1 or %2
      %1 lub %2
    the label `%1` of a %2 does not begin with %3
      etykieta %2 `%1` nie zaczyna się od %3
    choose a label that does
      wybierz etykietę, która się tak zaczyna
    it is no PNG, JPEG or SVG file
      to nie jest plik PNG, JPEG ani SVG
    it is not well-formed XML
      to nie jest poprawny XML
    it has more than %1 elements
      ma ponad %1 elementów
    its parts refer to each other so often that no browser could draw it
      jego części odwołują się do siebie tak często, że żadna przeglądarka by go nie narysowała
    nothing opens what `/%1` closes
      nic nie otwiera tego, co zamyka `/%1`
    write `<!-- %1 -->` before it, in the same list item or quote
      napisz przed nim `<!-- %1 -->`, w tym samym punkcie listy lub cytacie
    no columns are open to take this `column`
      żadne kolumny nie są otwarte dla tego `column`
    write `<!-- columns -->` before the first column
      napisz `<!-- columns -->` przed pierwszą kolumną
    where it ends, in the same list item or quote
      tam, gdzie ma się kończyć, w tym samym punkcie listy lub cytacie
    `%1` is not closed
      `%1` nie jest zamknięte
    write `<!-- /%1 -->` %2
      napisz `<!-- /%1 -->` %2
    `<%1>` is not closed, so it goes on to the end
      `<%1>` nie jest zamknięte, więc ciągnie się do końca
    write `</%1>` %2
      napisz `</%1>` %2
    something in this formula is not known here
      coś w tym wzorze jest tu nieznane
    it has not run
      tej komórki nie uruchomiono
    in the cells from here on
      w komórkach od tego miejsca
    the cell `%1` shows no %2
      komórka `%1` nie pokazuje %2
    choose a label that says what the cell shows
      wybierz etykietę, która mówi, co pokazuje komórka
    the run was interrupted: %1%2 did not run
      uruchomienie przerwano; nie wykonano: %1%2
    %1 is not evaluated
      %1 ma wyłączone uruchamianie
    %1 has an error
      %1 zawiera błąd
    %1 has an error, as it should
      %1 zawiera błąd, zgodnie z oczekiwaniem
    %1 is still to do
      %1 czeka na uzupełnienie
    the run was interrupted
      uruchomienie przerwano
    the page shows as much as it can already
      strona pokazuje już tyle, ile może
    it needs `%1`, but %2
      potrzebne jest `%1`, ale %2
    was interrupted
      nie działa do końca, bo uruchomienie przerwano
    failed
      kończy się błędem
    the cell should have the error `%1` and has none
      komórka powinna mieć błąd `%1`, a nie ma żadnego
    remove the option, or restore the mistake
      usuń tę opcję albo przywróć błąd
    %1 (at %2)
      %1 (dla %2)
    of the values in the text
      o wartościach w tekście
    your answer in exercise `%1` was not run: the solution stands in its place
      twojej odpowiedzi w zadaniu `%1` nie uruchomiono: na jej miejscu jest rozwiązanie
    `nnb run --as student` runs it
      `nnb run --as student` ją uruchomi
    %1 has not run
      %1 czeka na uruchomienie
    exercise `%1`
      zadanie `%1`
    the solution of `%1`
      rozwiązanie zadania `%1`
    cell %1
      komórka %1
    cell `%1`
      komórka `%1`
    in this cell
      w tej komórce
    a text has no number format
      tekst nie ma formatu liczby
    %1 cannot stand in a sentence
      %1 nie może stać w zdaniu
    remove the format
      usuń format
    show it in a cell, or take a number out of it
      pokaż to w komórce albo weź z tego liczbę
    nnb itself failed here (%1), so this is left out
      tu zawiódł sam nnb (%1), więc to pominięto
    write it in another way, and send the notebook to whoever maintains nnb
      zapisz to inaczej, a notatnik wyślij opiekunowi nnb
    """#
}
