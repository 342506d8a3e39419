package org.debye.hdf5.nexus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.debye.hdf5.StackMetadata;
import org.debye.hdf5.link.LinkResolver;
import org.debye.hdf5.link.Located;
import org.jspecify.annotations.Nullable;

/**
 * Reads what one file says about the frames of one dataset: from its entry, its detector and the
 * beam. A field that is missing is left out; one without a unit is read in NeXus' own, with a
 * warning; a value of the detector's settings (LAMBDA's {@code beam_energy}) is never taken for one
 * of the beam.
 */
public final class NexusMetadata {
  private static final List<String> WAVELENGTHS =
      List.of(
          "instrument/beam/incident_wavelength",
          "sample/beam/incident_wavelength",
          "instrument/monochromator/wavelength",
          "instrument/beam/wavelength",
          "instrument/monochromator/crystal/wavelength",
          "instrument/detector/detectorSpecific/wavelength");
  private static final List<String> ENERGIES =
      List.of(
          "instrument/beam/incident_energy",
          "sample/beam/incident_energy",
          "instrument/monochromator/energy",
          "instrument/beam/energy",
          "instrument/detector/detectorSpecific/photon_energy");
  private static final List<String> EXPOSURES =
      List.of(
          "count_time",
          "collection/shutter_time",
          "acq_parameters/acq_expo_time",
          "frame_time",
          "exposure_time");
  private static final List<String> TIMES =
      List.of("frame_start_time", "timestamp", "time_stamp", "timestamps");
  private static final List<String> ENTRY_TIMES =
      List.of(
          "instrument/elapsed_time/value", "measurement/elapsed_time", "instrument/epoch/value");

  /** Without a unit, 12000 is eV and not NeXus' keV: such a number is not guessed at. */
  private static final double IMPLAUSIBLE_VOLTS = 1e6;

  private final NexusTree tree;
  private final NexusValues values;
  private final List<String> warnings = new ArrayList<>();
  private final Quantity quantity;
  private final Located entry;
  private final Located detector;

  /**
   * Prepares to read.
   *
   * @param group that holds the dataset, which decides on entry and detector
   */
  public NexusMetadata(LinkResolver resolver, Located group) {
    this.tree = new NexusTree(resolver);
    this.values = new NexusValues(resolver);
    this.quantity = new Quantity(values, warnings);
    this.entry = entryOf(group);
    this.detector = detectorOf(group);
  }

  /** The detector group, or the entry where there is none. */
  public Located detector() {
    return detector;
  }

  /**
   * Everything, with the conditions asked for. Per-frame values have the file's length, and times
   * count from where the file counts.
   */
  public StackMetadata read(List<String> conditions) {
    return new StackMetadata(
        wavelength(),
        text("sample/name", "sample/title", "sample_name", "title"),
        instrument(),
        text("start_time"),
        exposures(),
        times(),
        conditions(conditions),
        saturation(),
        new GeometryFields(tree, values, quantity, warnings).read(detector),
        warnings);
  }

  /** The closest NXentry above the group, else the first group below the root. */
  private Located entryOf(Located group) {
    Located root = tree.root();
    Located best = null;
    StringBuilder path = new StringBuilder();
    for (String name : group.route().split("/", -1)) {
      if (name.isEmpty()) {
        continue;
      }
      path.append('/').append(name);
      Located at = tree.optional(root, path.toString());
      if (at != null && NexusTree.isGroup(at)) {
        boolean entry = "NXentry".equals(NexusTree.nexusClass(at));
        best = entry || best == null ? at : best;
      }
    }
    return best == null ? root : best;
  }

  private Located detectorOf(Located group) {
    if ("NXdetector".equals(NexusTree.nexusClass(group)) || group.path().endsWith("/detector")) {
      return group;
    }
    for (Located instrument : tree.children(entry, "NXinstrument")) {
      List<Located> detectors = tree.children(instrument, "NXdetector");
      if (detectors.size() == 1) {
        return detectors.get(0);
      }
    }
    Located plain = tree.optional(entry, "instrument/detector");
    return plain != null && NexusTree.isGroup(plain) ? plain : entry;
  }

  private @Nullable Double wavelength() {
    for (String path : WAVELENGTHS) {
      Double metres = quantity.positive(tree.optional(entry, path), Units::metres, "angstrom");
      if (metres != null) {
        return metres;
      }
    }
    for (String path : ENERGIES) {
      Located field = tree.optional(entry, path);
      if (field == null) {
        continue;
      }
      Double volts = quantity.positive(field, Units::electronVolts, "keV");
      if (volts != null && (values.hasUnit(field) || volts < IMPLAUSIBLE_VOLTS)) {
        return Units.EV_METRES / volts;
      }
    }
    return null;
  }

  private double[] exposures() {
    for (String name : EXPOSURES) {
      double[] seconds = quantity.read(tree.optional(detector, name), Units::seconds, "s");
      if (seconds.length > 0) {
        return seconds;
      }
    }
    return new double[0];
  }

  private double[] times() {
    for (String name : TIMES) {
      Located field = tree.optional(detector, name);
      if (field != null && values.numbers(field).length > 1) {
        return quantity.read(field, Units::seconds, "s");
      }
    }
    for (String path : ENTRY_TIMES) {
      double[] seconds = quantity.read(tree.optional(entry, path), Units::seconds, "s");
      if (seconds.length > 0) {
        return seconds;
      }
    }
    return new double[0];
  }

  private Map<String, double[]> conditions(List<String> names) {
    Map<String, double[]> found = new TreeMap<>();
    for (String name : names) {
      Located field = name.contains("/") ? tree.optional(tree.root(), name) : named(name);
      double[] numbers = field == null ? new double[0] : values.numbers(field);
      if (numbers.length > 0) {
        found.put(name, numbers);
      } else if (field != null || !reported(name)) {
        warnings.add(
            tree.root().file().name()
                + " has no numbers called "
                + name
                + " to keep as a condition.");
      }
    }
    return found;
  }

  private boolean reported(String name) {
    return warnings.stream().anyMatch(warning -> warning.contains(" called " + name + ":"));
  }

  private @Nullable Located named(String name) {
    List<Located> found = new NameSearch(tree).find(name);
    if (found.size() > 1) {
      warnings.add(
          tree.root().file().name()
              + " has several datasets called "
              + name
              + ": "
              + String.join(", ", found.stream().map(Located::path).toList())
              + ". Name one by its path in conditions.");
    }
    return found.size() == 1 ? found.get(0) : null;
  }

  /** The instrument's name, or the detector's own where there is none (LAMBDA). */
  private @Nullable String instrument() {
    String name = text("instrument/name", "instrument/title");
    Located local = name == null ? tree.optional(detector, "local_name") : null;
    return local == null ? name : values.text(local);
  }

  private @Nullable Double saturation() {
    for (String name :
        List.of("saturation_value", "detectorSpecific/countrate_correction_count_cutoff")) {
      Located field = tree.optional(detector, name);
      double[] numbers = field == null ? new double[0] : values.numbers(field);
      if (numbers.length > 0 && numbers[0] > 0) {
        return numbers[0];
      }
    }
    return null;
  }

  private @Nullable String text(String... paths) {
    for (String path : paths) {
      Located field = tree.optional(entry, path);
      String text = field == null || NexusTree.isGroup(field) ? null : values.text(field);
      if (text != null && !text.isBlank()) {
        return text;
      }
    }
    return null;
  }
}
