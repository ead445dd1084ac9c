// The HTML report.
