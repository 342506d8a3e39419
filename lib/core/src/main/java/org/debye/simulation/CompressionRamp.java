package org.debye.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * A powder of (Mg0.2Fe0.8)O and platinum, compressed in a diamond anvil cell: cells from equations
 * of state, lines from the cells, a smooth background, frame by frame and free of noise.
 *
 * <p>Sources: oxide B1 a0 4.285 angstrom, K0 157 GPa, K0' 4 (third-order Birch-Murnaghan, mixed
 * from FeO and MgO of Stixrude and Lithgow-Bertelloni 2011); platinum a0 3.9231 angstrom, K0 266
 * GPa, K0' 5.81 (Vinet; Holmes et al. 1989). The rhombohedral cell is fitted to the 003 and 012
 * lines read from the published figures at 13 and 86 GPa: K0 111.1 GPa, K0' 5.61 with the volume of
 * B1 at no pressure, and c/a from 2.516 to 2.633, linear in pressure. Not modelled: deviatoric
 * stress, structure factors ({@link Reflection}), grains. Immutable and thread safe.
 */
public final class CompressionRamp {
  static final double OXIDE_A0 = 4.285;
  static final double PLATINUM_A0 = 3.9231;
  static final EquationOfState OXIDE = new BirchMurnaghan(157, 4);
  static final EquationOfState STRETCHED = new BirchMurnaghan(111.09, 5.6106);
  static final EquationOfState PLATINUM = new Vinet(266, 5.81);

  private static final double RATIO_AT_13_GPA = 2.516;
  private static final double RATIO_PER_GPA = (2.633 - 2.516) / (86 - 13);
  private static final double MIXING = 0.5;
  private static final double CAGLIOTI_U = 0.02;
  private static final double CAGLIOTI_V = -0.002;
  private static final double CAGLIOTI_W = 0.0150;

  private final RampSettings settings;
  private final double countsPerStrength;

  public CompressionRamp(RampSettings settings) {
    this.settings = settings;
    double angle = new UnitCell.Cubic(OXIDE_A0).twoThetaDeg(2, 2, 0, wavelength());
    double height = PseudoVoigt.unitHeight(fwhmDeg(angle, settings.pressure().startGpa()), MIXING);
    this.countsPerStrength =
        settings.exposure().peakRate()
            * settings.exposure().seconds()
            / (Reflection.STRONGEST * height);
  }

  /** Cells and lines of a frame within 0 and frames - 1. */
  public RampState state(int frame) {
    if (frame < 0 || frame >= settings.frames()) {
      throw new IllegalArgumentException(
          "frame must be within 0 and " + (settings.frames() - 1) + ", got " + frame);
    }
    double progress = settings.frames() == 1 ? 0 : frame / (settings.frames() - 1.0);
    double pressure = settings.pressure().at(progress);
    double oxideVolume = OXIDE_A0 * OXIDE_A0 * OXIDE_A0;
    RampState cells =
        new RampState(
            frame,
            settings.timeSeconds(frame),
            pressure,
            settings.transition().newShare(pressure),
            new UnitCell.Cubic(OXIDE_A0 * Math.cbrt(OXIDE.volumeRatio(pressure))),
            UnitCell.Hexagonal.of(
                0.75 * oxideVolume * STRETCHED.volumeRatio(pressure), axialRatio(pressure)),
            new UnitCell.Cubic(PLATINUM_A0 * Math.cbrt(PLATINUM.volumeRatio(pressure))),
            List.of());
    return new RampState(
        cells.frame(),
        cells.timeSeconds(),
        cells.pressureGpa(),
        cells.rhombohedralShare(),
        cells.b1(),
        cells.rhombohedral(),
        cells.platinum(),
        peaks(cells));
  }

  /**
   * The noise-free pattern: expected counts of one pixel on the detector's axis in an unpolarised
   * beam, in one frame.
   *
   * @param from first 2 theta, degrees
   * @param step degrees
   * @param pattern overwritten
   */
  public void pattern(RampState state, double from, double step, double[] pattern) {
    double top = settings.exposure().backgroundRate() * settings.exposure().seconds();
    for (int i = 0; i < pattern.length; i++) {
      pattern[i] = top * background(from + i * step);
    }
    for (Peak peak : state.peaks()) {
      if (peak.area() > 0) {
        peak.shape().addTo(pattern, from, step);
      }
    }
  }

  /**
   * Scatter of the air, which falls off, and of the anvils (Compton and thermal diffuse), which
   * makes a broad hump. Relative to about its largest value; a shape, not a cross-section.
   */
  public static double background(double twoThetaDeg) {
    double hump = (twoThetaDeg - 13.5) / 5.5;
    return 0.45 * StrictMath.exp(-Math.max(0, twoThetaDeg - 8) / 6)
        + 0.7 * StrictMath.exp(-0.5 * hump * hump);
  }

  private List<Peak> peaks(RampState cells) {
    List<Peak> peaks = new ArrayList<>();
    for (Reflection line : Reflection.ALL) {
      double angle =
          cells.cell(line.phase()).twoThetaDeg(line.h(), line.k(), line.l(), wavelength());
      if (Double.isNaN(angle)) {
        continue; // the wavelength is too long for these planes
      }
      double texture =
          line.texture(cells.pressureGpa(), settings.pressure(), settings.transition());
      double area = countsPerStrength * line.strength() * texture * share(line.phase(), cells);
      double width = fwhmDeg(angle, cells.pressureGpa());
      peaks.add(new Peak(line.phase(), line.hkl(), angle, area, width, MIXING));
    }
    return peaks;
  }

  private static double share(RampPhase phase, RampState cells) {
    return switch (phase) {
      case B1 -> 1 - cells.rhombohedralShare();
      case RHOMBOHEDRAL -> cells.rhombohedralShare();
      case PLATINUM -> 1;
    };
  }

  /** c/a, no smaller than that of a cubic lattice. */
  static double axialRatio(double pressureGpa) {
    return Math.max(
        UnitCell.Hexagonal.CUBIC_RATIO, RATIO_AT_13_GPA + RATIO_PER_GPA * (pressureGpa - 13));
  }

  /** Caglioti, Paoletti and Ricci 1958, and micro-strain 4 e tan(theta), added in squares. */
  double fwhmDeg(double twoThetaDeg, double pressureGpa) {
    double tangent = Math.tan(Math.toRadians(twoThetaDeg / 2));
    PressureRamp ramp = settings.pressure();
    double strain =
        settings.endStrain() * (pressureGpa - ramp.startGpa()) / (ramp.endGpa() - ramp.startGpa());
    double broadening = Math.toDegrees(4 * strain * tangent);
    return Math.sqrt(
        (CAGLIOTI_U * tangent + CAGLIOTI_V) * tangent + CAGLIOTI_W + broadening * broadening);
  }

  private double wavelength() {
    return settings.beam().wavelengthAngstrom();
  }
}
