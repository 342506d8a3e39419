package org.debye.simulation.ramp;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * A measurement that is simulated: {@code mgfeo}, the ramp of Sun's chapters 3 to 5, and {@code D1}
 * to {@code D9} of Table 2.1 (Sun 2023), with its exposures, rates and numbers of frames. A
 * constant rate from the first frame on would put the transition of D4, D6 and D7 at 34 to 58 GPa,
 * so pressure is held first. How long, and start and peak pressures below the 65 GPa that were
 * reached, are chosen such that the counts of Table 2.1 come out.
 *
 * @param name see {@link #named}
 * @param exposureSeconds of a frame, and from one frame's start to the next, s
 * @param calibrant volume fraction of platinum
 * @param medium volume fraction of neon
 */
public record RampDataset(
    String name,
    Sample sample,
    double exposureSeconds,
    int frames,
    PressureProfile pressure,
    double calibrant,
    double medium) {
  private static final double PLATINUM = 0.026;
  private static final double NEON = 0.4;

  private static final List<RampDataset> ALL =
      List.of(
          new RampDataset(
              "mgfeo", Sample.MAGNESIOWUSTITE, 0.1, 349, magnesiowustite(), PLATINUM, 0),
          trapezoid("D1", Sample.IRON, 0.010, 60, new Rise(1, 60, 11.4, 260)),
          trapezoid("D2", Sample.IRON, 0.100, 116, new Rise(1, 65, 15.2, 10)),
          trapezoid("D3", Sample.IRON, 0.010, 70, new Rise(1, 62, 12.2, 160)),
          trapezoid("D4", Sample.IRON, 0.001, 130, new Rise(1, 65, 19.6, 1030)),
          trapezoid("D5", Sample.IRON, 0.100, 130, new Rise(1, 64, 23.2, 10)),
          trapezoid("D6", Sample.IRON, 0.010, 70, new Rise(1, 63, 16.4, 262)).with(PLATINUM, 0),
          trapezoid("D7", Sample.IRON, 0.010, 258, new Rise(1, 60, 13.9, 287)).with(0, NEON),
          trapezoid("D8", Sample.WUSTITE, 0.050, 222, new Rise(1, 65, 33, 7)),
          trapezoid("D9", Sample.WUSTITE, 0.050, 460, new Rise(5, 54, 8, 2.2)));

  public RampDataset {
    if (!(exposureSeconds > 0) || frames < 1) {
      throw new IllegalArgumentException(
          "exposure and frames must be positive, got " + exposureSeconds + " s and " + frames);
    }
    if (!(calibrant >= 0 && medium >= 0 && calibrant + medium < 1)) {
      throw new IllegalArgumentException(
          "calibrant and medium must leave room, got " + calibrant + " and " + medium);
    }
  }

  /** All of them, the magnesiowuestite first. */
  public static List<RampDataset> all() {
    return ALL;
  }

  /**
   * The one of a name, in upper or lower case.
   *
   * @throws InputException where there is none
   */
  public static RampDataset named(String name) {
    return ALL.stream()
        .filter(one -> one.name.equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                InputException.of(
                    FailureCode.INVALID_CONFIGURATION,
                    "dataset",
                    "there is no ramp named '" + name + "'",
                    "There are " + String.join(", ", names()) + "."));
  }

  /** Their names, in order. */
  public static List<String> names() {
    return ALL.stream().map(RampDataset::name).toList();
  }

  /** What a person would call it. */
  public String description() {
    return sample.formula()
        + (calibrant > 0 ? " with Pt" : "")
        + (medium > 0 ? " in Ne" : "")
        + String.format(Locale.ROOT, ", %.0f ms", 1e3 * exposureSeconds);
  }

  /** What is true of a frame within 0 and frames - 1. */
  public FrameTruth truth(int frame) {
    if (frame < 0 || frame >= frames) {
      throw new IllegalArgumentException(
          "frame must be within 0 and " + (frames - 1) + ", got " + frame);
    }
    double seconds = frame * exposureSeconds;
    double gpa = pressure.at(seconds);
    double share = sample.newShare(gpa);
    Map<String, Double> fractions = new TreeMap<>();
    double powder = 1 - calibrant - medium;
    fractions.put(sample.before().key(), powder * (1 - share));
    fractions.put(sample.after().key(), powder * share);
    if (calibrant > 0) {
      fractions.put(Crystal.PLATINUM.key(), calibrant);
    }
    if (medium > 0) {
      fractions.put(Crystal.NEON.key(), medium);
    }
    return new FrameTruth(frame, seconds, gpa, share, fractions, sample.rule().label(share));
  }

  /**
   * Pressures of the published ramp's platinum (test/golden/published_ramp.py), moved by the 1.3
   * GPa that its first frame lacks and smoothed; 13 GPa between frames 175 and 176, 86 at the end.
   */
  private static PressureProfile magnesiowustite() {
    return new MeasuredProfile(
        List.of(0.0, 4.0, 8.0, 10.0, 11.0, 12.0, 13.0, 15.0, 17.55, 19.2, 21.0, 25.0, 29.0, 34.8),
        List.of(0.5, 1.0, 2.0, 3.7, 5.2, 6.6, 7.6, 9.6, 13.0, 17.6, 24.0, 40.8, 59.5, 86.0));
  }

  /** Held for so many frames, then up at a rate in GPa/s. */
  private record Rise(double fromGpa, double toGpa, double heldFrames, double rate) {}

  private static RampDataset trapezoid(
      String name, Sample sample, double exposure, int frames, Rise rise) {
    PressureProfile profile =
        TrapezoidProfile.at(rise.fromGpa, rise.toGpa, rise.heldFrames * exposure, rise.rate);
    return new RampDataset(name, sample, exposure, frames, profile, 0, 0);
  }

  private RampDataset with(double platinum, double neon) {
    return new RampDataset(name, sample, exposureSeconds, frames, pressure, platinum, neon);
  }
}
