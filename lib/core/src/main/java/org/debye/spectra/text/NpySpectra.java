package org.debye.spectra.text;

import java.util.List;
import java.util.Map;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.frame.image.NpyArray;
import org.debye.spectra.AxisKind;

/**
 * Spectra in an NPY array: one, or a matrix of them on the given axis, on a column of the matrix or
 * on channels.
 */
final class NpySpectra {
  private NpySpectra() {}

  static List<ImportedSpectrum> read(String name, NpyArray array, ImportSettings settings) {
    AxisKind kind = SpectrumText.requireKind(name, settings, "");
    int[] shape = array.shape();
    if ((shape.length != 1 && shape.length != 2) || array.values().length == 0) {
      throw SpectrumText.malformed(
          name,
          "an array of " + shape.length + " dimensions and " + array.values().length + " values",
          "Save spectra as a one- or two-dimensional array.");
    }
    if (shape.length == 1) {
      SpectrumTable table = table(name, new double[][] {array.values()});
      return SpectrumSelection.byColumns(table, settings, kind).spectra(false);
    }
    MatrixLayout layout = layout(name, shape, settings);
    SpectrumTable table = table(name, columns(array, layout));
    if (settings.axisColumn() == null && settings.axisValues().length == 0) {
      if (kind != AxisKind.CHANNEL) {
        throw InputException.of(
            FailureCode.MISSING_METADATA,
            name,
            "a matrix of intensities has no axis of kind " + kind.spelling(),
            "Give the axis, or the column that holds it as axis.column.");
      }
      double[] axis = SpectrumSelection.channels(table.rows());
      return new SpectrumSelection(table, all(settings), kind, -1, axis).spectra(false);
    }
    return SpectrumSelection.byColumns(table, all(settings), kind).spectra(false);
  }

  private static ImportSettings all(ImportSettings settings) {
    return settings.intensityColumns().isEmpty()
        ? settings.withColumns(
            settings.axisColumn(), List.of(new ColumnChoice.Remaining()), settings.sigmaColumn())
        : settings;
  }

  private static SpectrumTable table(String name, double[][] columns) {
    return new SpectrumTable(name, List.of(), columns, new int[0], Map.of());
  }

  private static MatrixLayout layout(String name, int[] shape, ImportSettings settings) {
    if (settings.layout() != null) {
      return settings.layout();
    }
    int points = settings.axisValues().length;
    if ((points == shape[0]) == (points == shape[1])) {
      throw InputException.of(
          FailureCode.MISSING_METADATA,
          name,
          "whether the spectra of a "
              + shape[0]
              + " x "
              + shape[1]
              + " matrix are rows or columns"
              + " is not said",
          "Set layout to spectra_in_rows or spectra_in_columns.");
    }
    return points == shape[1] ? MatrixLayout.SPECTRA_IN_ROWS : MatrixLayout.SPECTRA_IN_COLUMNS;
  }

  private static double[][] columns(NpyArray array, MatrixLayout layout) {
    boolean rows = layout == MatrixLayout.SPECTRA_IN_ROWS;
    int stride = array.shape()[1];
    double[][] columns = new double[array.shape()[rows ? 0 : 1]][array.shape()[rows ? 1 : 0]];
    for (int c = 0; c < columns.length; c++) {
      for (int i = 0; i < columns[c].length; i++) {
        columns[c][i] = array.values()[rows ? c * stride + i : i * stride + c];
      }
    }
    return columns;
  }
}
