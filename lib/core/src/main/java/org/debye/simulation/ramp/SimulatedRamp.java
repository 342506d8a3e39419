package org.debye.simulation.ramp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.simulation.CompressionRamp;
import org.debye.simulation.PseudoVoigt;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;
import org.debye.spectra.peak.SpectralPeak;
import org.debye.spectra.peak.VisiblePeaks;

/**
 * Spectra of one dataset: lines of all phases that are there, each as strong as its structure
 * factors, its volume and its grains' orientation make it, on the scatter of air and anvils, with
 * the noise of counted photons. A frame depends on seed, dataset and its number only, so frames may
 * be drawn in any order and on any machine. Not modelled: the asymmetry that a spread of
 * differential stresses gives to lines, spots of single grains, saturation, the beam's own
 * fluctuations. Immutable and thread safe.
 */
public final class SimulatedRamp {
  /** Of the physics here, its numbers included. Raised when any spectrum changes. */
  public static final String VERSION = "ramp-2";

  /** Angstrom. */
  public static final double WAVELENGTH = 0.4828;

  /** Of the height of a frame's highest line: lower ones are not among its peaks. */
  public static final double PEAK_SHARE = 0.01;

  /** Standard errors of the spectrum: what is lower than so many is not among its peaks. */
  public static final double PEAK_NOISE = 3;

  private static final int POINTS = 4023;
  private static final double FROM = 9.5604;
  private static final double TO = 25.5496;
  private static final double STEP = (TO - FROM) / (POINTS - 1);

  /** Lines beyond the ends whose wings are seen, degrees. */
  private static final double BEYOND = 1.5;

  private final RampDataset dataset;
  private final RampPhysics physics;
  private final RandomStreams streams;
  private final double[] pressures;
  private final Map<String, double[]> walks = new HashMap<>();
  private final double countsPerStrength;
  private final double[] background = new double[POINTS];
  private final double[] pixels = new double[POINTS];

  public SimulatedRamp(RampDataset dataset, long seed) {
    this(dataset, RampPhysics.published(), seed);
  }

  SimulatedRamp(RampDataset dataset, RampPhysics physics, long seed) {
    this.dataset = dataset;
    this.physics = physics;
    this.streams = RandomStreams.of(seed).under(VERSION).under(dataset.name());
    this.pressures = new double[dataset.frames()];
    Arrays.setAll(pressures, frame -> dataset.truth(frame).pressureGpa());
    this.countsPerStrength = dataset.exposureSeconds() * physics.countsPerStrength();
    walk();
    double top = RampPhysics.BACKGROUND_RATE * dataset.exposureSeconds();
    for (int i = 0; i < POINTS; i++) {
      double angle = FROM + i * STEP;
      background[i] = top * CompressionRamp.background(angle);
      pixels[i] = RampPhysics.pixels(angle);
    }
    int spot = (int) Math.round((RampPhysics.HOT_SPOT - FROM) / STEP);
    background[spot] += RampPhysics.HOT_SPOT_RATE * dataset.exposureSeconds();
  }

  public RampDataset dataset() {
    return dataset;
  }

  /** 4,023 points from 9.5604 to 25.5496 degrees, as the published ramp has them. */
  public static SpectralAxis axis() {
    double[] angles = new double[POINTS];
    Arrays.setAll(angles, i -> FROM + i * STEP);
    return new SpectralAxis(AxisKind.TWO_THETA_DEG, angles);
  }

  /** What is true of a frame. */
  public FrameTruth truth(int frame) {
    return dataset.truth(frame);
  }

  /** Phases that may scatter, the sample's two first. */
  public List<Crystal> crystals() {
    List<Crystal> crystals = new ArrayList<>();
    crystals.add(dataset.sample().before());
    crystals.add(dataset.sample().after());
    if (dataset.calibrant() > 0) {
      crystals.add(Crystal.PLATINUM);
    }
    if (dataset.medium() > 0) {
      crystals.add(Crystal.NEON);
    }
    return crystals;
  }

  /**
   * Expected counts of one pixel and frame, without noise: background and all phases.
   *
   * @return one value for each point of the axis, newly allocated
   */
  public double[] expected(int frame) {
    Map<String, Double> fractions = truth(frame).fractions();
    double[] pattern = background();
    for (Crystal crystal : crystals()) {
      double fraction = fractions.getOrDefault(crystal.key(), 0.0);
      double[] pure = template(frame, crystal);
      for (int i = 0; i < POINTS; i++) {
        pattern[i] += fraction * pure[i];
      }
    }
    return pattern;
  }

  /** What a frame's crystal would add if it filled the beam, lines and textures as they are. */
  public double[] template(int frame, Crystal crystal) {
    double[] pattern = new double[POINTS];
    for (Line line : lines(frame, crystal, BEYOND)) {
      shape(line, frame).addTo(pattern, FROM, STEP);
    }
    return pattern;
  }

  /**
   * Lines on the axis whose height is at least {@link #PEAK_SHARE} of the frame's highest and
   * {@link #PEAK_NOISE} standard errors of the spectrum where they stand.
   *
   * @return heights in counts of a pixel, of no background and no other line; ascending by position
   */
  public List<SpectralPeak> peaks(int frame) {
    Map<String, Double> fractions = truth(frame).fractions();
    double[] pattern = expected(frame);
    List<SpectralPeak> lines = new ArrayList<>();
    for (Crystal crystal : crystals()) {
      double fraction = fractions.getOrDefault(crystal.key(), 0.0);
      for (Line line : lines(frame, crystal, 0)) {
        PseudoVoigt shape = shape(line, frame);
        double height =
            fraction * shape.area() * PseudoVoigt.unitHeight(shape.fwhm(), shape.mixing());
        int point = (int) Math.round((shape.centre() - FROM) / STEP);
        if (height > 0 && height >= PEAK_NOISE * Math.sqrt(pattern[point] / pixels[point])) {
          lines.add(
              new SpectralPeak(
                  crystal.key(), line.plane().hkl(), shape.centre(), shape.fwhm(), height));
        }
      }
    }
    return new VisiblePeaks(PEAK_SHARE, 0).of(lines);
  }

  private List<Line> lines(int frame, Crystal crystal, double beyond) {
    double pressure = pressures[frame];
    return crystal == Crystal.NEON && pressure < RampPhysics.NEON_FREEZES
        ? List.of()
        : crystal.lines(pressure, WAVELENGTH, FROM - beyond, TO + beyond);
  }

  private PseudoVoigt shape(Line line, int frame) {
    double[] walk = walks.get(line.family());
    double texture =
        dataset.sample().texture().factor(line, pressures[frame], walk == null ? 0 : walk[frame]);
    return physics
        .shape()
        .of(line, pressures[frame], countsPerStrength * line.strength() * texture);
  }

  /** Expected counts of one pixel and frame that no crystal makes; a copy. */
  public double[] background() {
    return background.clone();
  }

  /** Pixels of each point, fewer at both ends; a copy. */
  public double[] pixels() {
    return pixels.clone();
  }

  /** Mean counts of a point's pixels and their standard error. */
  public Spectrum spectrum(int frame) {
    double[] pattern = expected(frame);
    RandomStream random = streams.at("photons", frame);
    float[] intensity = new float[POINTS];
    float[] sigma = new float[POINTS];
    for (int i = 0; i < POINTS; i++) {
      int counts = random.nextPoisson(pattern[i] * pixels[i]);
      intensity[i] = (float) (counts / pixels[i]);
      sigma[i] = (float) (Math.sqrt(counts) / pixels[i]);
    }
    return new Spectrum(intensity, sigma, Spectrum.NONE);
  }

  /** A walk for every family that is seen at some pressure; each has its own stream. */
  private void walk() {
    double most = pressures[pressures.length - 1];
    for (Crystal crystal : crystals()) {
      for (double pressure : new double[] {pressures[0], most}) {
        for (Line line : crystal.lines(pressure, WAVELENGTH, 0, TO + 2 * BEYOND)) {
          walks.computeIfAbsent(
              line.family(),
              family ->
                  dataset.sample().texture().walk(streams.at("texture " + family), pressures));
        }
      }
    }
  }
}
