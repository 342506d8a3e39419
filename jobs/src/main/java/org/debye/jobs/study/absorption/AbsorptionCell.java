package org.debye.jobs.study.absorption;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.debye.classification.SpectraClassifier;
import org.debye.classification.Weighting;
import org.debye.classification.convolution.MiniRocket;
import org.debye.classification.ridge.ConvolutionRidge;
import org.debye.classification.ridge.RidgeClassifier;
import org.debye.learning.Libtorch;
import org.debye.learning.fewlabels.Teaching;
import org.debye.learning.network.Architecture;
import org.debye.numeric.RandomStreams;
import org.debye.spark.sweep.CellOutcome;
import org.debye.spark.sweep.SweepCell;

/**
 * One model of one element and fold: it learns from the other folds and is tested by its own.
 *
 * @param fold from 0
 * @param folds how many there are
 * @param training numbers of the sites that are learnt from
 * @param test numbers of those that are tested
 * @param seed of the study
 */
record AbsorptionCell(
    ElementTask task,
    AbsorptionModel model,
    Recipe recipe,
    int fold,
    int folds,
    int[] training,
    int[] test,
    long seed)
    implements SweepCell {
  private static final long serialVersionUID = 1L;
  private static final double SECONDS_A_STEP = 3e-4;
  private static final double MORE_OF_CONVOLUTIONS = 1.8;

  @Override
  public String id() {
    return String.format(Locale.ROOT, "%s/%s/fold-%02d", task.element(), model.key(), fold + 1);
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>(recipe.parameters(model));
    parameters.put("element", task.element());
    parameters.put("model", model.key());
    parameters.put("fold", fold + 1 + " of " + folds);
    parameters.put("seed", Long.toString(seed));
    parameters.put("classes", task.classes().toString());
    parameters.put("window", task.window().grid().toString());
    if (model.part() == AbsorptionModel.Part.PRE_EDGE) {
      parameters.put("points", Integer.toString(task.preEdge()));
    }
    parameters.put("contents", task.contents());
    parameters.put("tested", task.digest(test));
    return parameters;
  }

  @Override
  public double cost() {
    double steps =
        recipe.epochs() * Math.ceil(training.length * recipe.each(model) / (double) recipe.batch());
    boolean convolutional = model.network().filter(Architecture.XANES_CNN::equals).isPresent();
    return 0.3 + steps * SECONDS_A_STEP * (convolutional ? MORE_OF_CONVOLUTIONS : 1);
  }

  @Override
  public String kind() {
    return "absorption study, " + model.key() + " 1";
  }

  @Override
  public CellOutcome run() {
    // As many cells as cores run beside one another.
    Libtorch.load(1);
    CellSpectra spectra = CellSpectra.of(task, task.read(seed), model, recipe, training, test);
    TestScores scores =
        new TestScores(
            task.classes(),
            Arrays.stream(test).mapToLong(site -> task.sites().frames()[site]).toArray(),
            Arrays.stream(test).map(site -> task.sites().labels()[site]).toArray(),
            answers(spectra));
    return new CellOutcome.Done(
        scores.values(recipe.testShifts().size(), recipe.testNoise().size()));
  }

  private double[] answers(CellSpectra spectra) {
    long own = RandomStreams.of(seed).under(task.element()).at(model.key(), fold).nextLong();
    if (model.network().isEmpty()) {
      return rival(own)
          .fit(spectra.labelled(spectra.learnt(), task.classes()))
          .probabilities(spectra.intensities(spectra.tested()));
    }
    Teaching teaching =
        Teaching.network(
            recipe.training(own),
            model.network().get(),
            recipe.dropout(),
            spectra.held(),
            spectra.labels(),
            task.classes().size());
    return teaching.probabilities(spectra.learnt(), new int[0], spectra.tested());
  }

  private SpectraClassifier rival(long own) {
    return switch (model) {
      case MINIROCKET_RIDGE ->
          new ConvolutionRidge.MiniRocketRidge(
              MiniRocket.DEFAULT, RidgeClassifier.standard(Weighting.EVEN), own);
      default -> throw new IllegalStateException(model + " is a network");
    };
  }
}
