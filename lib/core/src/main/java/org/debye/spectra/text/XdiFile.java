package org.debye.spectra.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spectra.AxisKind;
import org.jspecify.annotations.Nullable;

/**
 * XAFS Data Interchange 1.0 (Ravel et al. 2012): fields {@code # Family.key: value}, columns named
 * by {@code # Column.N: name unit}. An angle becomes an energy by E = hc / (2 d sin theta) where
 * Mono.d_spacing is given, and by nothing else.
 */
final class XdiFile {
  /** hc in eV Angstrom (SI of 2019). */
  private static final double HC = 12398.41984332;

  private static final Pattern FIRST_LINE = Pattern.compile("#\\s*XDI/\\d.*", Pattern.DOTALL);
  private static final Pattern FIELD =
      Pattern.compile("#\\s*([A-Za-z][\\w]*\\.[\\w]+)\\s*:\\s*(.*)");
  private static final Pattern COLUMN =
      Pattern.compile("column\\.(\\d+)", Pattern.CASE_INSENSITIVE);

  private final TextTable text;
  private final SpectrumTable table;
  private final ImportSettings settings;
  private final Map<String, String> units = new HashMap<>();

  private XdiFile(String name, TextTable text, ImportSettings settings) {
    this.text = text;
    this.settings = settings;
    Map<String, String> fields = fields(text.header());
    table = new SpectrumTable(name, columnNames(fields), text.columns(), text.lines(), fields);
  }

  static boolean recognises(byte[] bytes) {
    String start = SpectrumText.start(bytes, 40);
    return FIRST_LINE.matcher(start).matches();
  }

  static List<ImportedSpectrum> read(String name, TextTable text, ImportSettings settings) {
    return new XdiFile(name, text, settings).spectra();
  }

  private List<ImportedSpectrum> spectra() {
    if (settings.axisKind() != null && settings.axisKind() != AxisKind.ENERGY_EV) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          table.name(),
          "axis.kind is " + settings.axisKind().spelling() + ", but an XDI file has an energy axis",
          "Leave axis.kind out.");
    }
    SpectrumSelection selection = selection();
    return settings.intensityColumns().isEmpty() ? quantities(selection) : selection.spectra(false);
  }

  private List<ImportedSpectrum> quantities(SpectrumSelection selection) {
    Quantity asked = settings.quantity();
    List<ImportedSpectrum> spectra = new ArrayList<>();
    for (Quantity quantity : Quantity.values()) {
      boolean wanted = asked == null ? quantity != Quantity.REFERENCE : quantity == asked;
      double[] values = wanted ? values(quantity) : null;
      if (values != null) {
        String label = quantity.name().toLowerCase(Locale.ROOT);
        Map<String, String> extra = Map.of("quantity", label);
        spectra.add(selection.spectrum(label, values, new float[0], extra));
      }
    }
    if (spectra.isEmpty()) {
      throw InputException.of(
          FailureCode.MISSING_METADATA,
          table.name(),
          "no " + (asked == null ? "absorption" : asked) + " follows from its " + table.described(),
          "Set columns.intensity to the columns that hold the spectra, or to all.");
    }
    return spectra;
  }

  private SpectrumSelection selection() {
    ColumnChoice choice = settings.axisColumn();
    if (settings.axisValues().length > 0) {
      return SpectrumSelection.byColumns(table, settings, AxisKind.ENERGY_EV);
    }
    int energy = choice == null ? table.find("energy") : table.index(choice, "axis.column");
    int angle = energy < 0 ? table.find("angle") : -1;
    if (energy < 0 && angle < 0) {
      throw InputException.of(
          FailureCode.MISSING_METADATA,
          table.name(),
          "neither energy nor angle among its " + table.described(),
          "Set axis.column to the column of the energy.");
    }
    double[] axis =
        angle < 0
            ? SpectrumSelection.scaled(table.columns()[energy], energyScale(energy))
            : energies(table.columns()[angle], angle);
    return new SpectrumSelection(
        table, settings, AxisKind.ENERGY_EV, Math.max(energy, angle), axis);
  }

  private double energyScale(int column) {
    String unit = unit(column);
    if (unit.equalsIgnoreCase("ev") || (unit.isEmpty() && settings.axisKind() != null)) {
      return settings.axisScale();
    } else if (unit.equalsIgnoreCase("kev")) {
      return 1000;
    }
    throw InputException.of(
        FailureCode.MISSING_METADATA,
        table.name(),
        unit.isEmpty()
            ? "the energy column has no unit"
            : "the energy column has the unit " + unit + ", neither eV nor keV",
        "Set axis.kind=energy_eV, with axis.scale as the factor to eV, and leave the unit out of"
            + " the file.");
  }

  private double[] energies(double[] angles, int column) {
    String spacing = table.metadata().getOrDefault("Mono.d_spacing", "");
    double d = number(spacing);
    String unit = unit(column).toLowerCase(Locale.ROOT);
    boolean degrees = unit.startsWith("deg");
    if (!(d > 0) || !(degrees || unit.startsWith("rad"))) {
      throw InputException.of(
          FailureCode.MISSING_METADATA,
          table.name(),
          d > 0
              ? "the angle column has the unit '" + unit + "'"
              : "an angle column, but no Mono.d_spacing to make an energy of it",
          "Add Mono.d_spacing in Angstrom and the unit, degrees or radians, to the header.");
    }
    double[] energies = new double[angles.length];
    for (int i = 0; i < angles.length; i++) {
      double theta = degrees ? Math.toRadians(angles[i]) : angles[i];
      energies[i] = HC / (2 * d * Math.sin(theta));
    }
    return energies;
  }

  private static double number(String text) {
    String first = text.strip().split("\\s|\\|\\|", 2)[0];
    try {
      return Double.parseDouble(first);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private double @Nullable [] values(Quantity quantity) {
    return switch (quantity) {
      case TRANSMISSION ->
          either(column("mutrans"), ratio((i0, it) -> Math.log(i0 / it), i0(), itrans()));
      case FLUORESCENCE ->
          either(
              column("mufluor"), ratio((i0, f) -> f / i0, i0(), column("ifluor", "if", "fluor")));
      case REFERENCE ->
          either(
              column("murefer"),
              ratio((it, ir) -> Math.log(it / ir), itrans(), column("irefer", "i2", "ir")));
      case NORMALISED_TRANSMISSION -> column("normtrans");
      case NORMALISED_FLUORESCENCE -> column("normfluor");
    };
  }

  private double @Nullable [] i0() {
    return column("i0");
  }

  // i1, it: not in the dictionary, but the transmission chamber of many beamlines.
  private double @Nullable [] itrans() {
    return column("itrans", "i1", "it");
  }

  private static double @Nullable [] either(double @Nullable [] given, double @Nullable [] made) {
    return given != null ? given : made;
  }

  private double @Nullable [] column(String... names) {
    for (String wanted : names) {
      int index = table.find(wanted);
      if (index >= 0) {
        return table.columns()[index];
      }
    }
    return null;
  }

  private static double @Nullable [] ratio(
      DoubleBinaryOperator formula, double @Nullable [] a, double @Nullable [] b) {
    if (a == null || b == null) {
      return null;
    }
    double[] values = new double[a.length];
    for (int i = 0; i < values.length; i++) {
      double value = formula.applyAsDouble(a[i], b[i]);
      values[i] = Math.abs(value) < Double.POSITIVE_INFINITY ? value : Double.NaN;
    }
    return values;
  }

  private static Map<String, String> fields(List<String> header) {
    Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : header) {
      Matcher field = FIELD.matcher(line);
      if (field.matches()) {
        fields.putIfAbsent(field.group(1), field.group(2).strip());
      }
    }
    return fields;
  }

  private List<String> columnNames(Map<String, String> fields) {
    List<String> names = new ArrayList<>(SpectrumText.columnNames(text));
    while (names.size() < text.columns().length) {
      names.add("");
    }
    fields.forEach(
        (key, value) -> {
          Matcher column = COLUMN.matcher(key);
          if (column.matches() && column.group(1).length() < 5) {
            int index = Integer.parseInt(column.group(1)) - 1;
            String[] words = value.split("\\|\\|", 2)[0].strip().split("\\s+", -1);
            if (index >= 0 && index < names.size() && !words[0].isEmpty()) {
              names.set(index, words[0]);
              units.put(words[0], words.length > 1 ? words[1].replaceAll("[()\\[\\]]", "") : "");
            }
          }
        });
    return names;
  }

  private String unit(int column) {
    return units.getOrDefault(table.names().get(column), "");
  }
}
