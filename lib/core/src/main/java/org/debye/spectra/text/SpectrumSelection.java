package org.debye.spectra.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spectra.AxisKind;

/** Makes spectra out of a table: picks columns, orders by the axis. */
final class SpectrumSelection {
  private static final Set<String> SIGMA_NAMES =
      Set.of("sigma", "error", "err", "esd", "e.s.d.", "std", "uncertainty", "dy", "di");

  private final SpectrumTable table;
  private final ImportSettings settings;
  private final AxisKind kind;
  private final int axisColumn;
  private final double[] axis;

  /**
   * Takes an axis that is known already.
   *
   * @param axisColumn which column it stands in; -1 for none
   * @param axis in the kind's unit, as long as the table
   */
  SpectrumSelection(
      SpectrumTable table, ImportSettings settings, AxisKind kind, int axisColumn, double[] axis) {
    this.table = table;
    this.settings = settings;
    this.kind = kind;
    this.axisColumn = axisColumn;
    this.axis = axis;
    requireOrder();
  }

  /** Takes the axis as the settings say, else from the first column. */
  static SpectrumSelection byColumns(SpectrumTable table, ImportSettings settings, AxisKind kind) {
    double scale = settings.axisScale();
    double[] given = settings.axisValues();
    if (given.length > 0) {
      if (given.length != table.rows()) {
        throw SpectrumText.malformed(
            table.name(),
            table.rows() + " rows, but the given axis has " + given.length + " points",
            "Give the axis that belongs to this file.");
      }
      return new SpectrumSelection(table, settings, kind, -1, scaled(given, scale));
    }
    if (table.columns().length == 1 && settings.axisColumn() == null) {
      if (kind != AxisKind.CHANNEL) {
        throw InputException.of(
            FailureCode.MISSING_METADATA,
            table.name(),
            "one column only, so there is no axis of kind " + kind.spelling(),
            "Set axis.kind=channel for counts per channel, or give the axis.");
      }
      return new SpectrumSelection(table, settings, kind, -1, channels(table.rows()));
    }
    ColumnChoice choice = settings.axisColumn();
    int column = choice == null ? 0 : table.index(choice, "axis.column");
    return new SpectrumSelection(
        table, settings, kind, column, scaled(table.columns()[column], scale));
  }

  static double[] channels(int points) {
    double[] axis = new double[points];
    for (int i = 0; i < points; i++) {
      axis[i] = i;
    }
    return axis;
  }

  static double[] scaled(double[] values, double scale) {
    double[] axis = values.clone();
    for (int i = 0; i < axis.length; i++) {
      axis[i] *= scale;
    }
    return axis;
  }

  /**
   * The spectra of the chosen columns; without a choice, of the one column that can be meant.
   *
   * @param thirdIsSigma whether the format says so
   */
  List<ImportedSpectrum> spectra(boolean thirdIsSigma) {
    List<Integer> others = otherColumns();
    int sigma = sigmaColumn(others, thirdIsSigma);
    others.remove(Integer.valueOf(sigma));
    List<Integer> chosen = chosenColumns(others);
    float[] errors = sigma < 0 ? new float[0] : ordered(table.columns()[sigma]);
    Set<String> labels = new HashSet<>();
    List<ImportedSpectrum> spectra = new ArrayList<>(chosen.size());
    for (int column : chosen) {
      String label = chosen.size() == 1 ? "" : table.nameOf(column);
      String unique = labels.add(label) ? label : label + " (" + (column + 1) + ")";
      spectra.add(spectrum(unique, table.columns()[column], errors, Map.of()));
    }
    return spectra;
  }

  private List<Integer> chosenColumns(List<Integer> others) {
    List<Integer> chosen = new ArrayList<>();
    for (ColumnChoice choice : settings.intensityColumns()) {
      if (choice instanceof ColumnChoice.Remaining) {
        chosen.addAll(others);
      } else {
        chosen.add(table.index(choice, "columns.intensity"));
      }
    }
    if (!settings.intensityColumns().isEmpty() || others.size() == 1) {
      return chosen.isEmpty() ? others : chosen;
    }
    throw InputException.of(
        FailureCode.MISSING_METADATA,
        table.name(),
        "which of its " + table.described() + " is the intensity is not said",
        "Set columns.intensity to a number, a name, or all; and columns.sigma if one holds"
            + " errors.");
  }

  /** One spectrum of values that need not be a column. */
  ImportedSpectrum spectrum(
      String label, double[] values, float[] sigma, Map<String, String> extra) {
    Map<String, String> metadata = new HashMap<>(table.metadata());
    metadata.putAll(extra);
    String name = label.isEmpty() ? table.name() : table.name() + "#" + label;
    return new ImportedSpectrum(name, kind, orderedAxis(), ordered(values), sigma, metadata);
  }

  private List<Integer> otherColumns() {
    List<Integer> others = new ArrayList<>();
    for (int c = 0; c < table.columns().length; c++) {
      if (c != axisColumn) {
        others.add(c);
      }
    }
    return others;
  }

  private int sigmaColumn(List<Integer> others, boolean thirdIsSigma) {
    ColumnChoice choice = settings.sigmaColumn();
    if (choice != null) {
      return table.index(choice, "columns.sigma");
    }
    if (others.size() != 2 || !settings.intensityColumns().isEmpty()) {
      return -1;
    }
    int last = others.get(1);
    String name = table.nameOf(last).toLowerCase(Locale.ROOT);
    return thirdIsSigma || SIGMA_NAMES.contains(name) ? last : -1;
  }

  private boolean descending() {
    return axis.length > 1 && axis[0] > axis[axis.length - 1];
  }

  private double[] orderedAxis() {
    double[] ordered = axis.clone();
    if (descending()) {
      for (int i = 0; i < ordered.length; i++) {
        ordered[i] = axis[axis.length - 1 - i];
      }
    }
    return ordered;
  }

  private float[] ordered(double[] values) {
    boolean reversed = descending();
    float[] ordered = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      ordered[i] = (float) values[reversed ? values.length - 1 - i : i];
    }
    return ordered;
  }

  private void requireOrder() {
    boolean descending = descending();
    for (int i = 0; i < axis.length; i++) {
      boolean finite = axis[i] > Double.NEGATIVE_INFINITY && axis[i] < Double.POSITIVE_INFINITY;
      boolean turns = i > 0 && (descending ? axis[i] > axis[i - 1] : axis[i] < axis[i - 1]);
      if (!finite || turns) {
        String where =
            i < table.rowLines().length ? table.name() + ":" + table.rowLines()[i] : table.name();
        throw SpectrumText.malformed(
            where,
            finite
                ? "the axis turns back, from " + axis[i - 1] + " to " + axis[i]
                : "the axis is " + axis[i],
            "Split or mend the file, or choose another column with axis.column.");
      }
    }
  }
}
