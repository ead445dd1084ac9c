/// What the program writes into a page in the reader's language; ``texts`` is the only table.
///
/// Diagnostics, reasons and the words inside figures are the language's own, and English.
enum Phrase: String, CaseIterable, Sendable {
  // The page
  case skip, contents, runTitle, problemsTitle, warningsTitle, warnings, checks, exercise, state, points,
    together
  case seed, work, theme, themeAuto, themeLight, themeDark, contentsDone, contentsOpen, contentsFailed
  // Prose
  case notes, noteNumber, backToText, solution, answerTo, note, tip, important, warning, caution
  case linkTo, done, toDoItem, details, picture, figure, table, equation, section
  // Cells
  case cell, code, copy, copyCode, copied, selected, tests, hiddenTests, shape, matrix, tableOfValues, value
  case data, copyData, andMore, toDo, skipped, interrupted, stopped, notRun, blanksToFill, endedByUser,
    atLimit
  case endedByError, hasError, errorsBefore, worth, worthPart
  case slide, previousSlide, nextSlide, speakerNotes, nextUp, noMoreSlides, elapsed, restart, keys, keyTable
  case search, searchFor, siteIndex, exerciseCount, found
  case frame, firstFrame, lastFrame, play, pause, lossCurve
  // Checks and diagnostics
  case holds, fails, open, rows, givenRows, numbers, error, expectedError, hint, place, places, alsoAt
  // The run
  case statusOK, checkFails, stoppedAtError, stoppedAtLimit, wasInterrupted, hasErrorNotRun, blanks,
    skippedBecause
  case leftOut, exerciseName, solutionName, testsName, hiddenName, cellNumber, lineInCell
  case partial, and, errors, failingChecks, cellsToDo, notAll, allHold, allRan
  case ran, partRan, failed, wereSkipped, notToEnd, formErrors, checksHold, pointsOf, leftToDo, sum
  case none, exerciseToDo, noChecks, exerciseHolds, noneHolds, someFail
}

extension Phrase {
  /// The words in English and in Polish.
  ///
  /// `%` is a value; where the English depends on a number, the form for one stands before `|`.
  var texts: (english: String, polish: String) {
    switch self {
    case .skip: ("Skip to the text", "Przejdź do tekstu")
    case .contents: ("Contents", "Spis treści")
    case .runTitle: ("How the run went", "Jak poszło uruchomienie")
    case .problemsTitle: ("What is wrong with the notebook's form", "Co jest nie tak z formą notatnika")
    case .warningsTitle: ("Warnings", "Ostrzeżenia")
    case .warnings: ("% warning|% warnings", "ostrzeżenia: %")
    case .checks: ("Checks", "Sprawdzenia")
    case .exercise: ("Exercise", "Zadanie")
    case .state: ("State", "Stan")
    case .points: ("Points", "Punkty")
    case .together: ("Together", "Razem")
    case .seed: ("Seed", "Ziarno")
    case .work: ("% units of work", "jednostki pracy: %")
    case .theme: ("Theme", "Motyw")
    case .themeAuto: ("Auto", "Auto")
    case .themeLight: ("Light", "Jasny")
    case .themeDark: ("Dark", "Ciemny")
    case .contentsDone: ("all checks hold", "wszystkie sprawdzenia spełnione")
    case .contentsOpen: ("open", "otwarte")
    case .contentsFailed: ("some checks fail", "są niespełnione sprawdzenia")
    case .notes: ("Notes", "Przypisy")
    case .noteNumber: ("Note %", "Przypis %")
    case .backToText: ("Back to the text", "Wróć do tekstu")
    case .solution: ("Solution", "Rozwiązanie")
    case .answerTo: ("Answer to ", "Odpowiedź do zadania ")
    case .note: ("Note", "Uwaga")
    case .tip: ("Tip", "Wskazówka")
    case .important: ("Important", "Ważne")
    case .warning: ("Warning", "Ostrzeżenie")
    case .caution: ("Caution", "Ostrożnie")
    case .linkTo: ("Link to “%”", "Odnośnik do „%”")
    case .done: ("Done:", "Zrobione:")
    case .toDoItem: ("To do:", "Do zrobienia:")
    case .details: ("Details", "Szczegóły")
    case .picture: ("Picture: %", "Obraz: %")
    case .figure: ("Figure %", "Rysunek %")
    case .table: ("Table %", "Tabela %")
    case .equation: ("Equation %", "Równanie %")
    case .section: ("Section %", "Rozdział %")
    case .cell: ("Cell %", "Komórka %")
    case .code: ("Code", "Kod")
    case .copy: ("Copy", "Kopiuj")
    case .copyCode: ("Copy the code", "Skopiuj kod")
    case .copied: ("Copied", "Skopiowano")
    case .selected: ("Selected", "Zaznaczono")
    case .tests: ("Tests", "Testy")
    case .hiddenTests: ("Hidden tests", "Ukryte testy")
    case .shape: ("shape %", "kształt %")
    case .matrix: ("Matrix", "Macierz")
    case .tableOfValues: ("Table of values", "Tabela wartości")
    case .value: ("Value of %", "Wartość %")
    case .data: ("Data", "Dane")
    case .copyData: ("Copy as CSV", "Kopiuj jako CSV")
    case .andMore: ("% more row|% more rows", "dalsze wiersze: %")
    case .toDo: ("To do", "Do zrobienia")
    case .skipped: ("Skipped", "Pominięto")
    case .interrupted: ("Interrupted", "Przerwano")
    case .stopped: ("Stopped", "Zatrzymano")
    case .notRun: ("Not run", "Nie uruchomiono")
    case .blanksToFill: ("% blank to fill|% blanks to fill", "luki do uzupełnienia: %")
    case .endedByUser: ("the user ended the run here", "tu użytkownik zakończył uruchomienie")
    case .atLimit: ("it reached its limit of work", "wyczerpano limit pracy")
    case .endedByError: ("an error ended this cell", "tę komórkę zatrzymał błąd")
    case .hasError: ("it has an error", "zawiera błąd")
    case .errorsBefore:
      ("the errors below were found before running", "błędy poniżej znaleziono przed uruchomieniem")
    case .worth: ("% point|% points", "% pkt")
    case .worthPart: ("% of a point", "% pkt")
    case .slide: ("Slide % of %", "Slajd % z %")
    case .previousSlide: ("Back", "Wstecz")
    case .nextSlide: ("On", "Dalej")
    case .speakerNotes: ("Speaker notes", "Notatki prowadzącego")
    case .nextUp: ("Next", "Następny")
    case .noMoreSlides: ("The end", "Koniec")
    case .elapsed: ("Elapsed", "Czas")
    case .restart: ("Start again", "Od nowa")
    case .keys: ("Keys", "Klawisze")
    case .keyTable:
      (
        "→ Space PageDown: on; ← PageUp: back; Home, End; number Enter: that slide; O: overview; F: full screen; B: blank; T: theme; S: speaker view; ?: keys",
        "→ spacja PageDown: dalej; ← PageUp: wstecz; Home, End; numer Enter: ten slajd; O: przegląd; F: pełny ekran; B: pusty ekran; T: motyw; S: widok prowadzącego; ?: klawisze"
      )
    case .search: ("Search", "Szukaj")
    case .searchFor: ("Search titles and headings", "Szukaj w tytułach i nagłówkach")
    case .siteIndex: ("All pages", "Wszystkie strony")
    case .exerciseCount: ("% exercise|% exercises", "zadania: %")
    case .found: ("% found|% found", "znaleziono: %")
    case .frame: ("Frame", "Klatka")
    case .firstFrame: ("Previous frame", "Poprzednia klatka")
    case .lastFrame: ("Next frame", "Następna klatka")
    case .lossCurve: ("The loss over the epochs", "Strata w kolejnych epokach")
    case .play: ("Play", "Odtwórz")
    case .pause: ("Pause", "Wstrzymaj")
    case .holds: ("Holds", "Spełnione")
    case .fails: ("Fails", "Niespełnione")
    case .open: ("Open", "Otwarte")
    case .rows: ("% row|% rows", "wiersze: %")
    case .givenRows: ("the % row given|the % rows given", "podane wiersze: %")
    case .numbers: ("% number|% numbers", "liczby: %")
    case .error: ("Error", "Błąd")
    case .expectedError: ("Expected error", "Oczekiwany błąd")
    case .hint: ("Hint: ", "Wskazówka: ")
    case .place: ("line %, column %", "wiersz %, kolumna %")
    case .places: ("% place|% places", "miejsca: %")
    case .alsoAt: ("Also at ", "Także: ")
    case .statusOK: ("ok", "w porządku")
    case .checkFails: ("a check fails", "sprawdzenie niespełnione")
    case .stoppedAtError: ("stopped at an error", "zatrzymano na błędzie")
    case .stoppedAtLimit: ("stopped at its limit of work", "wyczerpano limit pracy")
    case .wasInterrupted: ("interrupted", "przerwano")
    case .hasErrorNotRun: ("has an error, not run", "zawiera błąd, nie uruchomiono")
    case .blanks: ("to do, % blank to fill|to do, % blanks to fill", "do zrobienia, luki: %")
    case .skippedBecause: ("skipped, %", "pominięto, %")
    case .leftOut: ("left out", "pominięto")
    case .exerciseName: ("exercise %", "zadanie %")
    case .solutionName: ("solution %", "rozwiązanie %")
    case .testsName: ("tests %", "testy %")
    case .hiddenName: ("hidden %", "ukryte testy %")
    case .cellNumber: ("cell %", "komórka %")
    case .lineInCell: ("line %", "wiersz %")
    case .partial: ("Interrupted, so this is a part", "Przerwano, więc to jest część")
    case .and: (" and ", ", ")
    case .errors: ("% error|% errors", "błędy: %")
    case .failingChecks: ("% failing check|% failing checks", "niespełnione sprawdzenia: %")
    case .cellsToDo: ("% cell to do|% cells to do", "komórki do zrobienia: %")
    case .notAll: ("Not all could be run", "Nie wszystko można było uruchomić")
    case .allHold: ("All checks hold", "Wszystkie sprawdzenia spełnione")
    case .allRan: ("All cells ran", "Uruchomiono wszystkie komórki")
    case .ran: ("% cell ran|% cells ran", "uruchomione komórki: %")
    case .partRan: ("interrupted: % cell ran|interrupted: % cells ran", "przerwano; uruchomione komórki: %")
    case .failed: ("% failed", "z błędem: %")
    case .wereSkipped: ("% skipped", "pominięte: %")
    case .notToEnd: ("% not run to the end", "niedokończone: %")
    case .formErrors: ("% error in the notebook's form|% errors in the notebook's form", "błędy formy: %")
    case .checksHold: ("% of % check holds|% of % checks hold", "spełnione sprawdzenia: % z %")
    case .pointsOf: ("% of % point|% of % points", "punkty: % z %")
    case .leftToDo: ("% to do", "do zrobienia: %")
    case .sum: ("% of %", "% z %")
    case .none: ("none", "brak")
    case .exerciseToDo: ("to do", "do zrobienia")
    case .noChecks: ("no checks", "brak sprawdzeń")
    case .exerciseHolds: ("all hold", "spełnione")
    case .noneHolds: ("none holds", "żadne niespełnione")
    case .someFail: ("some fail", "część niespełniona")
    }
  }
}
