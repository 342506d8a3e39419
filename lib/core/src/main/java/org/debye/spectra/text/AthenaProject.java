package org.debye.spectra.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spectra.AxisKind;
import org.debye.spectra.text.PerlData.Statement;

/**
 * A project of Athena (Demeter, Ravel &amp; Newville 2005): several groups, each with its arrays x
 * (energy in eV as measured, before the shift {@code bkg_eshift} of the metadata), y (mu(E), or the
 * normalised one where {@code is_nor} is 1), and often i0, signal and stddev. Groups of chi(k) have
 * no energy axis and are left out; a project of nothing else is refused.
 */
final class AthenaProject {
  private static final List<String> ARRAYS = List.of("x", "y", "i0", "signal", "stddev");

  private final String name;
  private final ImportSettings settings;
  private final List<ImportedSpectrum> spectra = new ArrayList<>();
  private final Set<String> labels = new HashSet<>();
  private final Map<String, double[]> arrays = new TreeMap<>();
  private Map<String, String> arguments = new HashMap<>();
  private String group = "";

  private AthenaProject(String name, ImportSettings settings) {
    this.name = name;
    this.settings = settings;
  }

  static boolean recognises(byte[] bytes) {
    return SpectrumText.start(bytes, 200).contains("Athena project file");
  }

  static List<ImportedSpectrum> read(String name, String text, ImportSettings settings) {
    if (text.stripLeading().startsWith("{")) {
      throw SpectrumText.malformed(
          name, "an Athena project in JSON", "Save it in the classic format of Athena.");
    }
    if (settings.axisKind() != null && settings.axisKind() != AxisKind.ENERGY_EV) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          name,
          "axis.kind is "
              + settings.axisKind().spelling()
              + ", but an Athena project has energy axes",
          "Leave axis.kind out.");
    }
    AthenaProject project = new AthenaProject(name, settings);
    for (Statement statement : new PerlData(name, text).statements()) {
      project.take(statement);
    }
    if (project.spectra.isEmpty()) {
      throw SpectrumText.malformed(
          name, "no group with an energy axis", "Choose projects that hold mu(E).");
    }
    return project.spectra;
  }

  private void take(Statement statement) {
    String variable = statement.variable();
    if (variable.equals("$old_group")) {
      group = statement.values().isEmpty() ? "" : statement.values().get(0);
      arrays.clear();
      arguments = new HashMap<>();
    } else if (variable.equals("@args")) {
      for (int i = 0; i + 1 < statement.values().size(); i += 2) {
        if (!statement.values().get(i + 1).isEmpty()) {
          arguments.put(statement.values().get(i), statement.values().get(i + 1));
        }
      }
    } else if (!variable.isEmpty() && ARRAYS.contains(variable.substring(1))) {
      arrays.put(variable.substring(1), numbers(statement));
    } else if (variable.isEmpty() && statement.values().get(0).equals("record")) {
      finishGroup();
    }
  }

  private void finishGroup() {
    double[] x = arrays.get("x");
    boolean chi =
        arguments.getOrDefault("is_chi", "0").equals("1")
            || arguments.getOrDefault("recordtype", "").startsWith("chi");
    if (x == null || chi) {
      return;
    }
    String label = arguments.getOrDefault("label", group);
    String place = name + "#" + (labels.add(label) ? label : label + " (" + group + ")");
    SpectrumTable table = table(place, x.length);
    ImportSettings chosen =
        settings.intensityColumns().isEmpty()
            ? settings.withColumns(
                settings.axisColumn(),
                List.of(new ColumnChoice.ByName("y")),
                settings.sigmaColumn())
            : settings;
    spectra.addAll(SpectrumSelection.byColumns(table, chosen, AxisKind.ENERGY_EV).spectra(false));
    arrays.clear();
  }

  private SpectrumTable table(String place, int points) {
    List<String> names = new ArrayList<>();
    List<double[]> columns = new ArrayList<>();
    for (String array : ARRAYS) {
      double[] values = arrays.get(array);
      if (values == null) {
        continue;
      }
      if (values.length != points) {
        throw SpectrumText.malformed(
            place,
            "array " + array + " has " + values.length + " values, x has " + points,
            "Save the project again with Athena.");
      }
      names.add(array);
      columns.add(values);
    }
    return new SpectrumTable(place, names, columns.toArray(new double[0][]), new int[0], arguments);
  }

  private double[] numbers(Statement statement) {
    double[] values = new double[statement.values().size()];
    for (int i = 0; i < values.length; i++) {
      String text = statement.values().get(i);
      try {
        values[i] = text.isEmpty() ? Double.NaN : Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw SpectrumText.malformed(
            name + "#" + group,
            "'" + text + "' among the numbers of " + statement.variable(),
            "Save the project again with Athena.");
      }
    }
    return values;
  }
}
