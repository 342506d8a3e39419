package org.debye.spectra.text;

import java.io.Serializable;
import java.util.List;
import org.debye.spectra.AxisKind;
import org.jspecify.annotations.Nullable;

/**
 * What a file does not say itself. Nothing physical is guessed: where neither file nor settings
 * name the axis, the import stops and says so.
 *
 * @param axisKind key {@code axis.kind}; null where the file says it (XDI, Athena, FXYE)
 * @param axisScale factor from the file's axis to the kind's unit: 1000 for an energy in keV
 * @param axisColumn null for the first column, or what the format names
 * @param axisValues the axis, for files that hold intensities alone; empty where the file has it
 * @param intensityColumns a spectrum each; empty for the one column that can be meant
 * @param sigmaColumn standard errors of the intensities; null for a column named so, or none
 * @param quantity which absorption; null for all of the sample that the file holds
 * @param layout of a two-dimensional NPY array; null where the length of the axis tells it
 * @param skipLines lines at the top that are not looked at
 */
public record ImportSettings(
    @Nullable AxisKind axisKind,
    double axisScale,
    @Nullable ColumnChoice axisColumn,
    double[] axisValues,
    List<ColumnChoice> intensityColumns,
    @Nullable ColumnChoice sigmaColumn,
    @Nullable Quantity quantity,
    @Nullable MatrixLayout layout,
    int skipLines)
    implements Serializable {

  public ImportSettings {
    intensityColumns = List.copyOf(intensityColumns);
    if (!(axisScale > 0 && axisScale < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("axisScale must be positive, got " + axisScale);
    }
    if (skipLines < 0) {
      throw new IllegalArgumentException("skipLines must not be negative, got " + skipLines);
    }
    if (axisColumn instanceof ColumnChoice.Remaining
        || sigmaColumn instanceof ColumnChoice.Remaining) {
      throw new IllegalArgumentException("axis and sigma are one column each, not all");
    }
    if (axisValues.length > 0 && axisColumn != null) {
      throw new IllegalArgumentException("the axis is either a column or given, not both");
    }
  }

  /** Everything as the file says. */
  public static ImportSettings fromFile() {
    return new ImportSettings(null, 1, null, new double[0], List.of(), null, null, null, 0);
  }

  /** The kind of axis given, everything else as the file says. */
  public static ImportSettings of(AxisKind kind) {
    return new ImportSettings(kind, 1, null, new double[0], List.of(), null, null, null, 0);
  }

  /** The same with a scale of the axis. */
  public ImportSettings withAxisScale(double scale) {
    return new ImportSettings(
        axisKind,
        scale,
        axisColumn,
        axisValues,
        intensityColumns,
        sigmaColumn,
        quantity,
        layout,
        skipLines);
  }

  /** The same with chosen columns. */
  public ImportSettings withColumns(
      @Nullable ColumnChoice axis, List<ColumnChoice> intensity, @Nullable ColumnChoice sigma) {
    return new ImportSettings(
        axisKind, axisScale, axis, axisValues, intensity, sigma, quantity, layout, skipLines);
  }

  /** The same with a given axis. */
  public ImportSettings withAxisValues(double[] values) {
    return new ImportSettings(
        axisKind,
        axisScale,
        axisColumn,
        values,
        intensityColumns,
        sigmaColumn,
        quantity,
        layout,
        skipLines);
  }

  /** The same for one absorption quantity. */
  public ImportSettings withQuantity(Quantity wanted) {
    return new ImportSettings(
        axisKind,
        axisScale,
        axisColumn,
        axisValues,
        intensityColumns,
        sigmaColumn,
        wanted,
        layout,
        skipLines);
  }

  /** The same for arrays of a layout. */
  public ImportSettings withLayout(MatrixLayout wanted) {
    return new ImportSettings(
        axisKind,
        axisScale,
        axisColumn,
        axisValues,
        intensityColumns,
        sigmaColumn,
        quantity,
        wanted,
        skipLines);
  }

  /** The same with lines at the top left out. */
  public ImportSettings withSkippedLines(int lines) {
    return new ImportSettings(
        axisKind,
        axisScale,
        axisColumn,
        axisValues,
        intensityColumns,
        sigmaColumn,
        quantity,
        layout,
        lines);
  }
}
