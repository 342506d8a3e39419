package org.debye.spark.simulation;

import java.util.List;
import java.util.Map;
import org.debye.provenance.Digest;
import org.debye.simulation.ramp.FrameTruth;
import org.debye.simulation.ramp.PointSums;
import org.debye.simulation.ramp.RampDataset;
import org.debye.simulation.ramp.SimulatedRamp;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;
import org.debye.spectra.baseline.Baseline;
import org.debye.spectra.baseline.BaselineSettings;

/**
 * Simulated compression ramps: a frame has its pressure, its phases' fractions and its lines.
 *
 * @param names of ramps, as {@link RampDataset#named} knows them
 * @param seed of all randomness
 * @param sums of neighbouring points
 * @param baseline estimated into its own column
 */
public record RampSimulation(
    List<String> names, long seed, PointSums sums, BaselineSettings baseline)
    implements Simulation {
  public RampSimulation {
    names = List.copyOf(names);
  }

  @Override
  public String version() {
    return SimulatedRamp.VERSION;
  }

  /** Ramps of all points are those of versions that could make no others. */
  @Override
  public String configHash() {
    Digest digest = new Digest().add(version()).add(seed).add(baseline);
    int neighbours = sums.neighbours();
    return (neighbours == 1 ? digest : digest.add((long) neighbours)).hex();
  }

  @Override
  public boolean knowsPeaks() {
    return true;
  }

  @Override
  public Dataset dataset(String name) {
    RampDataset dataset = RampDataset.named(name);
    int points = sums.axis(SimulatedRamp.axis()).points();
    return new Ramp(this, dataset, new SimulatedRamp(dataset, seed), Baseline.of(baseline, points));
  }

  private record Ramp(
      RampSimulation made, RampDataset dataset, SimulatedRamp ramp, Baseline estimator)
      implements Dataset {
    @Override
    public String sample() {
      return dataset.description();
    }

    @Override
    public Double wavelength() {
      return SimulatedRamp.WAVELENGTH * 1e-10;
    }

    @Override
    public SpectralAxis axis() {
      return made.sums().axis(SimulatedRamp.axis());
    }

    @Override
    public int frames() {
      return dataset.frames();
    }

    @Override
    public Frame frame(int number) {
      FrameTruth truth = ramp.truth(number);
      return new Frame(
          withBaseline(made.sums().of(ramp.spectrum(number), ramp.pixels())),
          truth.timeSeconds(),
          dataset.exposureSeconds(),
          Map.of("pressure_GPa", truth.pressureGpa()),
          truth.label().number(),
          truth.label().key(),
          truth.pressureGpa(),
          truth.fractions(),
          ramp.peaks(number));
    }

    private Spectrum withBaseline(Spectrum bare) {
      if (made.baseline() instanceof BaselineSettings.None) {
        return bare;
      }
      float[] below = new float[bare.intensity().length];
      estimator.estimate(bare.intensity(), below);
      return new Spectrum(bare.intensity(), bare.sigma(), below);
    }
  }
}
