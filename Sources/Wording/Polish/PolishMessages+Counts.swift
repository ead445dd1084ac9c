extension PolishMessages {
  /// Counts with their nouns, under the English plural.
  static let counts = #"""
    %1 arguments
      %1 argument|%1 argumenty|%1 argumentów
    %1 bars
      %1 słupek|%1 słupki|%1 słupków
    %1 cells
      %1 komórka|%1 komórki|%1 komórek
    %1 characters
      %1 znak|%1 znaki|%1 znaków
    %1 columns
      %1 kolumna|%1 kolumny|%1 kolumn
    %1 epochs
      %1 epoka|%1 epoki|%1 epok
    %1 heights
      %1 wysokość|%1 wysokości|%1 wysokości
    %1 inputs
      %1 wejście|%1 wejścia|%1 wejść
    %1 labels
      %1 etykieta|%1 etykiety|%1 etykiet
    %1 numbers
      %1 liczba|%1 liczby|%1 liczb
    %1 outputs
      %1 wyjście|%1 wyjścia|%1 wyjść
    %1 parameters
      %1 parametr|%1 parametry|%1 parametrów
    %1 rows
      %1 wiersz|%1 wiersze|%1 wierszy
    %1 steps
      %1 krok|%1 kroki|%1 kroków
    %1 targets
      %1 wartość docelowa|%1 wartości docelowe|%1 wartości docelowych
    %1 terms
      %1 składnik|%1 składniki|%1 składników
    %1 units
      %1 neuron|%1 neurony|%1 neuronów
    %1 values
      %1 wartość|%1 wartości|%1 wartości
    """#
}
