/// What the program writes into a page in the reader's language; ``texts`` is the only table.
///
/// Diagnostics and the reasons of checks are messages: see ``Message``.
public enum Phrase: String, CaseIterable, Sendable {
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
  // Figures: what they are
  case scatterPlot, linesOfUnits, barChart, plot, emptyPlot, heatMap, histogram, decisionRegions, panels,
    network, karnaughMap, pictures, nestedSets
  // Figures: over what
  case overBoth, rangeOf, logarithmic, nameCount, rowsAndColumns, panelCount, each, ofInputs,
    sizeOfPictures, withoutLayers, layerCount, asMaps
  // Figures: facts
  case alsoMore, pair, fromTo, range, at, atNumber, noPoints, shadedPoints, pointCount, pointsAt,
    pointsUnnamed, around, notShown, noneOf, wrongOf, aCurve, withoutValues, constant, rises, falls, least,
    greatest, jump, moreJumps, pole, morePoles, aPath, thePath, pathOf, arrow, aLine, theLine, outside,
    outsidePlane, fires, toTheRight, toTheLeft, aboveIt, belowIt, firesTowards, larger, smaller, noBars,
    noValues, valuesFromTo, missingIn, everywhere, shaded, valueCount, notFinite, binOfEach, binCount,
    most, pictureCount, captions, morePictures, morePanels, moreLayers, unitHas, connection, weightsFromTo,
    onesIn, freeCells, loopAround, contains, covers, lessThan, left, right, below, above, lowerLeft,
    lowerRight, upperLeft, upperRight, inTheMiddle
  // Figures: their numbers
  case dataPoints, curve, path, linesTable, line, weightFor, bars, bands, values, counts, bins, sets,
    cells, regions, weights, units, nameColumn, valueColumn, number, count, from, to, set, liesIn, region,
    partOfPlane, weight, unit, panelNumber, pictureNumber, pictureNamed, leftOutBetween, moreRows
  // Figures: in the picture
  case wrongCount, wrong, moreEntries, noPanels, noUnits, positiveWeight, negativeWeight, noValue,
    nothingFinite, nothingAboveZero, loss, validation, validationOf, epoch, epochNumber, epochAndLoss,
    rowNumber, function, derivative, output, inputLayer, linear, inBothHulls, hullOf, margin, failureWindow
  // Results
  case otherRowsAreZero, trained, parameterCount, epochCount, stepCount, allEpochsDone, lossFellBelow,
    lossDidNotFall, interruptedAfter, lossGrew, weightsGrew
  case epochs, updates, stoppedBecause, weightsInTurn, cleanEpoch, weightsReturned
  case layer, gives, parameters, outputLayer, parametersInAll
  case firing, sumColumn, area, corners, furtherCells
  case setting, pagesOwn, otherDraws, firstWeights, lossAtEnd, validationAtEnd, leastValidation, epochsRun,
    allEqual
  case predicted, trueClass, rightOf
  case separated, oneValue, contradiction, between
  case neverApart, apart, windowCount
  case singleUnit, hiddenUnits, freeOutput, seeingOutput, orOutput, noSmaller, notKnown
}
