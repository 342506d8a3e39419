package org.debye.hdf5.nexus;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Unit names that facilities write, as factors to SI units (energies: to eV). */
final class Units {
  /** Planck's constant times the speed of light, eV m (CODATA 2018, exact). */
  static final double EV_METRES = 1.239841984332002e-6;

  private static final Map<String, Double> METRES =
      Map.ofEntries(
          Map.entry("m", 1.0),
          Map.entry("meter", 1.0),
          Map.entry("metre", 1.0),
          Map.entry("cm", 1e-2),
          Map.entry("centimeter", 1e-2),
          Map.entry("mm", 1e-3),
          Map.entry("millimeter", 1e-3),
          Map.entry("millimetre", 1e-3),
          Map.entry("um", 1e-6),
          Map.entry("\u00b5m", 1e-6),
          Map.entry("\u03bcm", 1e-6),
          Map.entry("micron", 1e-6),
          Map.entry("micrometer", 1e-6),
          Map.entry("micrometre", 1e-6),
          Map.entry("nm", 1e-9),
          Map.entry("nanometer", 1e-9),
          Map.entry("nanometre", 1e-9),
          Map.entry("a", 1e-10),
          Map.entry("ang", 1e-10),
          Map.entry("angstrom", 1e-10),
          Map.entry("\u00e5", 1e-10),
          Map.entry("\u212b", 1e-10),
          Map.entry("pm", 1e-12),
          Map.entry("picometer", 1e-12));
  private static final Map<String, Double> SECONDS =
      Map.ofEntries(
          Map.entry("s", 1.0),
          Map.entry("sec", 1.0),
          Map.entry("second", 1.0),
          Map.entry("ms", 1e-3),
          Map.entry("millisecond", 1e-3),
          Map.entry("us", 1e-6),
          Map.entry("\u00b5s", 1e-6),
          Map.entry("\u03bcs", 1e-6),
          Map.entry("microsecond", 1e-6),
          Map.entry("ns", 1e-9),
          Map.entry("nanosecond", 1e-9),
          Map.entry("min", 60.0),
          Map.entry("minute", 60.0),
          Map.entry("h", 3600.0),
          Map.entry("hour", 3600.0));
  private static final Map<String, Double> ELECTRON_VOLTS =
      Map.of("ev", 1.0, "kev", 1e3, "mev", 1e6, "gev", 1e9, "j", 1 / 1.602176634e-19);

  private Units() {}

  /** Metres in the unit, or null where it is none of length. */
  static @Nullable Double metres(String unit) {
    return find(METRES, unit);
  }

  static @Nullable Double seconds(String unit) {
    return find(SECONDS, unit);
  }

  /** Electron volts in the unit. "MeV" is mega, "meV" would be 1e-9 of it. */
  static @Nullable Double electronVolts(String unit) {
    return unit.strip().equals("meV") ? Double.valueOf(1e-3) : find(ELECTRON_VOLTS, unit);
  }

  private static @Nullable Double find(Map<String, Double> factors, String unit) {
    String plain = unit.strip().toLowerCase(Locale.ROOT);
    Double factor = factors.get(plain);
    return factor == null && plain.length() > 2 && plain.endsWith("s")
        ? factors.get(plain.substring(0, plain.length() - 1))
        : factor;
  }
}
