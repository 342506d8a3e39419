package org.debye.study;

import org.debye.numeric.RandomStreams;
import org.debye.simulation.mixture.MixtureSimulator;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.Mixture;
import org.debye.spectra.mixing.Observations;

/**
 * A dataset of the study with its truth.
 *
 * @param inferring the model that inference is given
 * @param truth what was drawn
 * @param logAbundances logarithms of the truth's abundances, however small
 * @param observed what inference sees
 */
public record SimulatedDataset(
    MixingModel inferring, Mixture truth, double[] logAbundances, Observations observed) {

  /** Draws a dataset; equal names give equal data to the last bit. */
  public static SimulatedDataset of(StudyDataset dataset) {
    RandomStreams streams = streams(dataset).under("data");
    double sigma = dataset.scale().choose(streams.at("scale"));
    MixtureSimulator.Simulated drawn =
        MixtureSimulator.simulate(
            dataset.model().generating(dataset.alpha1(), sigma),
            dataset.model().observations(),
            streams);
    return new SimulatedDataset(
        dataset.model().inferring(dataset.alpha1(), sigma),
        drawn.truth(),
        drawn.logAbundances(),
        drawn.observed());
  }

  /** All randomness of a dataset: of its data, and of the methods that infer it. */
  static RandomStreams streams(StudyDataset dataset) {
    StudyModel model = dataset.model();
    RandomStreams streams =
        RandomStreams.of(dataset.seed())
            .under("study")
            .under(model.endmembers())
            .under(model.dimensions())
            .under(model.observations())
            .under(model.noise().name())
            .under(Double.doubleToLongBits(model.alpha0Generating()))
            .under(Double.doubleToLongBits(model.eta()))
            .under(Double.doubleToLongBits(dataset.alpha1()));
    return dataset.scale().name(streams).under(dataset.number());
  }
}
