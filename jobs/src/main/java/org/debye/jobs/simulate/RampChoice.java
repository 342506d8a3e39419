package org.debye.jobs.simulate;

import java.util.List;
import java.util.Locale;
import org.debye.jobs.config.InvalidValue;
import org.debye.simulation.ramp.RampDataset;
import org.debye.simulation.ramp.SimulatedRamp;

/** Which ramps the user asks for. */
final class RampChoice {
  private RampChoice() {}

  /** Refuses names and versions that there are not, and a ramp that is named twice. */
  static void check(List<String> names, String version) {
    InvalidValue.unless(
        !names.isEmpty(), "dataset", "no ramp is named", "Choose of " + known() + ".");
    for (String name : names) {
      InvalidValue.unless(
          RampDataset.names().stream().anyMatch(name::equalsIgnoreCase),
          "dataset",
          "there is no ramp named '" + name + "'",
          "Choose of " + known() + ".");
    }
    long distinct = names.stream().map(one -> one.toLowerCase(Locale.ROOT)).distinct().count();
    InvalidValue.unless(
        distinct == names.size(), "dataset", "a ramp is named twice", "Name each once.");
    InvalidValue.unless(
        version.equals(SimulatedRamp.VERSION),
        "version",
        version + " is not the physics of this Debye, which is " + SimulatedRamp.VERSION,
        "Use the Debye that made " + version + ", or write " + SimulatedRamp.VERSION + ".");
  }

  /** The ramps of these names. */
  static List<RampDataset> of(List<String> names) {
    return names.stream().map(RampDataset::named).toList();
  }

  private static String known() {
    return String.join(", ", RampDataset.names());
  }
}
